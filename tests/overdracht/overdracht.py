"""Nobody gets more by a handover than a colleague had, nobody less than was promised: deputies, last contacts, accounts of two regio's, and the day at which it ends in Amsterdam."""
import datetime, hashlib, os, secrets, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import Form, House, SRM, check, done

DAY = datetime.date(2027, 3, 1)
house = House()
ids = lambda sql, *args: [row[0] for row in house.db.execute(sql, args).fetchall()]
user = lambda email: house.one("SELECT id FROM alle_gebruiker WHERE email = ?", email)
links = lambda email, regio=None: set(ids("SELECT k.project_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = ? AND (? IS NULL OR p.regio_id = ?)", user(email), regio, regio))
status = lambda who, path: house.ask(who, path)[0]
dutch = lambda d: d.strftime("%d-%m-%Y")
write = lambda sql, *args: house.db.execute(sql, args) and house.db.commit()
regio = {slug: house.one("SELECT id FROM alle_regio WHERE slug LIKE ?", slug + "%") for slug in ("groningen", "fryslan", "drenthe")}
org = lambda email: house.one("SELECT organisatie_id FROM alle_gebruiker WHERE email = ?", email)


def mails(email, kind=None):
    return house.one("SELECT count(*) FROM alle_bericht WHERE aan = ? AND (? IS NULL OR soort = ?)", email, kind, kind)


def fields_of(who, path):
    return ([f for a, f in Form(house.page(who, path)).forms if f and "_eenmalig" in f and a in (None, path)] or [{}])[-1]


def refused(who, path, **values):
    """The form was there, was filled so and sent, and was not accepted."""
    fields = fields_of(who, path)
    return fields != {} and house.ask(who, path, fields | values)[0] in (403, 404, 422)


def colleague(email, of, staat="actief"):
    """One more account with the organisatie of another."""
    write("""INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, staat, wachtwoord, totp, geheimhouding, geheimhouding_op, gemaakt_op)
        SELECT organisatie_id, ?, ?, ?, ?, ?, wachtwoord, totp, geheimhouding, geheimhouding_op, 0 FROM alle_gebruiker WHERE email = ?""", email, email, email.split("@")[0], email.split("@")[0], staat, of)


def deputies():
    """A deputy sees what the absent one sees, no further: not what that one does for another, not on the day after, and the mails once."""
    for name in ("og.a", "og.b", "og.c"):
        colleague(name + "@example.nl", "og@example.nl")
    mine, other = sorted(links("og@example.nl"))[:2]
    write("UPDATE alle_project SET afgerond_op = NULL WHERE id IN (?, ?)", mine, other)
    write("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", mine, user("og.a@example.nl"))
    check(house.act("og.a@example.nl", "/mijn-gegevens/werk/waarnemen", naar=user("og.b@example.nl"), van=dutch(DAY), tm=dutch(DAY)), "a has b deputise today")
    write("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", other, user("og.b@example.nl"))
    check(house.act("og.b@example.nl", "/mijn-gegevens/werk/waarnemen", naar=user("og.c@example.nl"), van=dutch(DAY), tm=dutch(DAY)), "b has c deputise")
    check(status("og.b@example.nl", f"/projecten/{mine}") == 200 and status("og.c@example.nl", f"/projecten/{other}") == 200, "each sees the projects of who is away")
    check(status("og.c@example.nl", f"/projecten/{mine}") == 404, "but not those that one sees for another: no deputy of a deputy")
    check(f'"/projecten/{mine}"' not in house.page("og.b@example.nl", "/mijn-gegevens/werk") and f'"/projecten/{other}"' in house.page("og.b@example.nl", "/mijn-gegevens/werk"), "what one does for another is not one's own to hand over")
    check(house.ask("og.b@example.nl", f"/projecten/{mine}/contactpersonen")[1].decode().count("neemt waar voor") == 1, "among the contacts the deputy stands once")
    # a scheduled mail of the project goes to the deputy once, though b deputises for two of its contacts
    write("INSERT INTO alle_waarneming (gebruiker_id, waarnemer_id, van, tm, op, door) VALUES (?, ?, ?, ?, 0, ?)", user("og@example.nl"), user("og.b@example.nl"), str(DAY), str(DAY), user("og@example.nl"))
    check(house.page("og.b@example.nl", "/projecten").count(f'"/projecten/{mine}"') == 1, "and in the list a project stands once")
    return mine, other


def planned(day):
    """Who would get which scheduled mail that day: (kind, receiver, project) as printed."""
    return subprocess.run([SRM, "planner", "--config", house.config, "--droog", "--datum", str(day)], capture_output=True, text=True).stdout.splitlines()


def mails_to_deputies(mine):
    """loopt_af, 30 days before the end: on the last day of deputising yes, the day after no; with who deputises for two contacts once."""
    for eind, expected in ((DAY + datetime.timedelta(days=30), 1), (DAY + datetime.timedelta(days=31), 0)):
        write("UPDATE alle_project SET eind = ?, afgerond_op = NULL, goedgekeurd_op = NULL WHERE id = ?", str(eind), mine)
        name = house.one("SELECT naam FROM alle_project WHERE id = ?", mine)
        due = eind - datetime.timedelta(days=30)
        lines = [l for l in planned(due) if "loopt_af" in l and "overeenkomst" not in l and name in l and l.startswith(str(due))]
        check(len([l for l in lines if "og.b@example.nl" in l]) == expected, f"loopt_af due {due} to the deputy {expected} times: {lines}")
        check(len([l for l in lines if "og@example.nl" in l]) == 1, f"and to who is away once: {lines}")


def midnight(mine):
    """The last day ends at midnight in Amsterdam, not in Greenwich."""
    house.stop()
    house.start(DAY, "23:58")
    check(status("og.b@example.nl", f"/projecten/{mine}") == 200, "two minutes before midnight the deputy still sees it")
    house.stop()
    house.start(DAY + datetime.timedelta(days=1), "00:02")
    check(status("og.b@example.nl", f"/projecten/{mine}") == 404, "two minutes after midnight no more")
    house.stop()
    house.start(DAY)


def choices():
    """To a blocked colleague, to somebody of another organisatie or of another regio, to oneself: refused, and nothing moves."""
    colleague("og.weg@example.nl", "og@example.nl", "geblokkeerd")
    before = links("og@example.nl")
    for email in ("og.weg@example.nl", "og2@example.nl", "og.fryslan@example.nl", "on@example.nl", "og@example.nl"):
        if org(email) == org("og@example.nl") and email not in ("og.weg@example.nl", "og@example.nl"):
            continue
        check(refused("og@example.nl", "/mijn-gegevens/werk/overdragen", naar=user(email)), f"not to {email}")
        check(refused("og@example.nl", "/mijn-gegevens/werk/waarnemen", naar=user(email), van=dutch(DAY + datetime.timedelta(days=40)), tm=dutch(DAY + datetime.timedelta(days=41))), f"nor deputised by {email}")
    check(links("og@example.nl") == before and mails("og.weg@example.nl") == 0, "nothing moved")
    for page in ("werk", "werk/overdragen", "werk/waarnemen", "verplaatsen", "blokkeren"):
        check(status("cp.fryslan@example.nl", f"/beheer/accounts/{user('og@example.nl')}/{page}") == 404, f"a coordinatiepunt elsewhere does not find {page}")
    # what was on the page is another set of projects now, though as many
    page = "/mijn-gegevens/werk/overdragen"
    fields = fields_of("og@example.nl", page)
    gone, new = sorted(before)[0], house.one("SELECT min(id) FROM alle_project WHERE opdrachtgever_id = ? AND id NOT IN (SELECT project_id FROM alle_koppeling WHERE gebruiker_id = ?)", org("og@example.nl"), user("og@example.nl"))
    if new:
        write("UPDATE alle_koppeling SET project_id = ? WHERE project_id = ? AND gebruiker_id = ?", new, gone, user("og@example.nl"))
        check(house.ask("og@example.nl", page, fields | {"naar": user("og.a@example.nl")})[0] == 422, "as many projects, but others: look again")
        write("UPDATE alle_koppeling SET project_id = ? WHERE project_id = ? AND gebruiker_id = ?", gone, new, user("og@example.nl"))


def two_regios():
    """An opdrachtnemer with projects in two regio's, handed over by one coordinatiepunt: only its own regio's; who handed over still finds its way back; blocking too, and undoing that."""
    email, g, d = "on@example.nl", regio["groningen"], regio["drenthe"]
    colleague("on.nieuw@example.nl", email)
    for r in (g, d):
        p = house.one("SELECT min(id) FROM alle_project WHERE opdrachtnemer_id = ? AND regio_id = ?", org(email), r)
        write("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", p, user(email))
    here, there = links(email, g), links(email, d)
    check(here and there, "on@ stands on projects of two regio's")
    path = f"/beheer/accounts/{user(email)}"
    listed = house.page("CP", path + "/werk")
    check(all(f'"/projecten/{p}"' in listed for p in here) and not any(f'"/projecten/{p}"' in listed for p in there), "the coordinatiepunt sees of the work its own regio's only")
    fields = fields_of("CP", path + "/werk/overdragen")
    second = fields_of("cp2@example.nl", path + "/werk/overdragen")
    answer = house.ask("CP", path + "/werk/overdragen", fields | {"naar": user("on.nieuw@example.nl")})
    check(answer[0] == 303 and status("CP", answer[2]["Location"]) == 200, f"handed over, and the page after it is there: {answer[0]} {answer[2]['Location']}")
    check(links(email, g) == set() and links(email, d) == there, "only the own regio's projects moved")
    check(here <= links("on.nieuw@example.nl") and not (there & links("on.nieuw@example.nl")), "to the colleague")
    check(house.ask("cp2@example.nl", path + "/werk/overdragen", second | {"naar": user("on2@example.nl")})[0] in (404, 422), "the second of two coordinators comes too late")
    # back, and then handed over and blocked in one act by the coordinatiepunt that sees it only through those projects
    for p in here:
        write("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", p, user(email))
        write("DELETE FROM alle_koppeling WHERE project_id = ? AND gebruiker_id = ?", p, user("on.nieuw@example.nl"))
    laatste = house.one("SELECT count(*) FROM alle_laatste WHERE gebruiker_id = ? AND regio_id = ?", user(email), d)
    for p in there:
        write("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", p, user("on2@example.nl"))
    check(status(email, "/projecten") == 200, "on@ is logged in")
    check(house.act("CP", path + "/blokkeren", reden="uit dienst", opvolger=user("on.nieuw@example.nl")), f"handed over and blocked in one act ({laatste})")
    check(house.one("SELECT staat FROM alle_gebruiker WHERE email = ?", email) == "geblokkeerd" and status(email, "/projecten") == 303, "blocked at once, the open session too")
    check(status("CP", path) == 200, "who blocked it still finds the account")
    check(house.act("CP", path, to=path + "/deblokkeren") and house.one("SELECT staat FROM alle_gebruiker WHERE email = ?", email) == "actief", "and can undo it")


def last_in_other_regio():
    """The last contact on a running project of another regio is not blocked from here: the page says whom to ask."""
    email, d = "on3@example.nl", regio["drenthe"]
    p = house.one("SELECT min(id) FROM alle_project WHERE opdrachtnemer_id = ? AND regio_id = ?", org(email), d)
    write("UPDATE alle_project SET afgerond_op = NULL, goedgekeurd_op = NULL WHERE id = ?", p)
    here = house.one("SELECT min(id) FROM alle_project WHERE opdrachtnemer_id = ? AND regio_id = ? AND afgerond_op IS NULL", org(email), regio["groningen"])
    write("DELETE FROM alle_koppeling WHERE project_id = ? AND gebruiker_id IN (SELECT id FROM alle_gebruiker WHERE organisatie_id = ?)", p, org(email))
    for x in (p, here):
        write("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", x, user(email))
    path = f"/beheer/accounts/{user(email)}"
    text = house.page("CP", path + "/blokkeren")
    check(house.one("SELECT cp_email FROM alle_regio WHERE id = ?", d) in text, "it says whom to ask")
    check(refused("CP", path + "/blokkeren", reden="x", opvolger=user("on2@example.nl")), "not blocked, also with a successor here")
    check(house.one("SELECT staat FROM alle_gebruiker WHERE email = ?", email) == "actief" and here in links(email), "and the handover went back with it")


def moving():
    """An account goes to an organisatie the coordinatiepunt has business with, and never to one that is another regio's alone: its people see who that one's kandidaten are."""
    email = "on3@example.nl"
    write("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) SELECT project_id, ?, 0 FROM alle_koppeling WHERE gebruiker_id = ?", user("on2@example.nl"), user(email))
    write("DELETE FROM alle_koppeling WHERE gebruiker_id = ? AND project_id IN (SELECT id FROM alle_project WHERE regio_id <> ?)", user(email), regio["groningen"])
    far = house.one("""SELECT id FROM alle_organisatie o WHERE soort = 'opdrachtnemer' AND EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id)
        AND NOT EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id AND p.regio_id = ?)""", regio["groningen"])
    near = house.one("SELECT max(opdrachtnemer_id) FROM alle_project WHERE regio_id = ? AND opdrachtnemer_id <> ?", regio["groningen"], org(email))
    path = f"/beheer/accounts/{user(email)}/verplaatsen"
    check(f'value="{far}"' not in house.page("CP", path), "the choices leave out an opdrachtnemer of other regio's only")
    check(refused("CP", path, organisatie=far, reden="x"), "and it is refused")
    old = links(email)
    check(status(email, f"/projecten/{min(old)}") == 200, "on3@ works")
    check(house.act("CP", path, organisatie=near, reden="andere werkgever"), "to one with a project here")
    check(status(email, "/projecten") == 303 and not links(email), "the session ended, the old links too")
    house.tokens.pop(email)
    check(all(status(email, f"/projecten/{p}") == 404 for p in sorted(old)[:3]), "old addresses answer as if there were nothing")


def coordinators_questions():
    """A hulpvraag that a coordinator took goes back to the pile when that account is blocked; a personal link sent before opens nothing."""
    cp3 = user("cp3@example.nl")
    token = secrets.token_urlsafe(32)
    write("INSERT INTO alle_link (kenmerk, gebruiker_id, soort, gemaakt_op, verloopt_op) VALUES (?, ?, 'herstel', ?, ?)", hashlib.blake2b(token.encode(), digest_size=32).digest(), cp3, house.moment, house.moment + 86400)
    opens = lambda: house.ask("CP", "/activeren/" + token)[2].get("Location", "") == "/activeren/wachtwoord"
    check(opens(), "a personal link opens the page of the password")
    write("UPDATE alle_hulpvraag SET staat = 'in_behandeling', behandelaar_id = ? WHERE id = (SELECT min(id) FROM alle_hulpvraag WHERE regio_id = ?)", cp3, regio["groningen"])
    if not house.one("SELECT count(*) FROM alle_hulpvraag WHERE behandelaar_id = ? AND staat = 'in_behandeling'", cp3):
        write("INSERT INTO alle_hulpvraag (regio_id, gebruiker_id, pagina, vraag, op, gewijzigd_op, staat, behandelaar_id) VALUES (?, ?, '/', 'vraag', 0, 0, 'in_behandeling', ?)", regio["groningen"], user("og@example.nl"), cp3)
    check(house.act("CP", f"/beheer/accounts/{cp3}/blokkeren", reden="uit dienst"), "a coordinator is blocked")
    check(not opens(), "the link of who is blocked opens nothing")
    check(house.one("SELECT count(*) FROM alle_hulpvraag WHERE behandelaar_id = ? AND staat = 'in_behandeling'", cp3) == 0, "no question waits for who is blocked")


house.start(DAY)
try:
    mine, other = deputies()
    mails_to_deputies(mine)
    midnight(mine)
    choices()
    two_regios()
    last_in_other_regio()
    moving()
    coordinators_questions()
    check(house.one("SELECT count(*) FROM alle_project p WHERE p.afgerond_op IS NULL AND NOT EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.opdrachtnemer_id AND g.staat <> 'geblokkeerd')"
                    " AND p.opdrachtnemer_id = ?", org("on2@example.nl")) == 0, "no running project of this opdrachtnemer is without a contact")
finally:
    check(house.stop() == 0, "the server stops in order")
    check(subprocess.run([SRM, "check", "--config", house.config], capture_output=True).returncode == 0, "srmonitor check is content")
    house.remove()
sys.exit(done())
