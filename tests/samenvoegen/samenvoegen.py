"""Merging on a real database: what each project was worth it is worth, afgerond or as on a past day; certificates and persons of both count together from then on; nothing that counts refers to the one that
went; another regio agrees or nothing happens."""
import datetime, os, re, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import Form, House, SRM, check, done

DAY = datetime.date(2027, 3, 1)
house = House()
house.db.execute("INSERT OR IGNORE INTO alle_geheimhouding_akkoord (geheimhouding_id, gebruiker_id, op) SELECT h.id, g.id, 0 FROM alle_geheimhouding h, alle_gebruiker g")     # nobody is asked first
house.db.commit()
user = lambda email: house.one("SELECT id FROM alle_gebruiker WHERE email = ?", email)
write = lambda sql, *args: house.db.execute(sql, args) and house.db.commit()
rows = lambda sql, *args: house.db.execute(sql, args).fetchall()
status = lambda who, path: house.ask(who, path)[0]
regio = {slug: house.one("SELECT id FROM alle_regio WHERE slug LIKE ?", slug + "%") for slug in ("groningen", "fryslan", "drenthe")}
kvk = lambda k: house.one("SELECT id FROM alle_organisatie WHERE kvk = ?", k)
FIGURES = "SELECT id, bruto_cent, korting_cent, netto_cent, actueel_cent, prognose_cent, ingediend_cent, signaal FROM alle_project"


def figures(where="1"):
    return {r[0]: r[1:] for r in rows(f"{FIGURES} WHERE {where}")}


def checked(what):
    answer = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
    check(answer.returncode == 0, f"srmonitor check after {what}: {answer.stdout[-300:]}")


def fields_of(who, path, of):
    return ([f for a, f in Form(house.page(who, path)).forms if f and "_eenmalig" in f and (a or path) == of] or [{}])[-1]


def post(who, page, to, **values):
    return house.ask(who, to, fields_of(who, page, to) | values)


def prepare(who, deze, andere, blijft="deze", naam="deze", adres="deze"):
    path = f"/beheer/organisaties/{deze}/samenvoegen"
    answer = post(who, path, path, met=andere, blijft=blijft, naam=naam, adres=adres, reden="verkeerd KvK-nummer")
    return int(answer[2]["Location"].split("/")[-1]) if answer[0] == 303 else None


def do(who, number, act="uitvoeren"):
    page = f"/beheer/samenvoegingen/{number}" + (f"/{act}" if act in ("akkoord", "weigeren") else "")
    return post(who, page, f"/beheer/samenvoegingen/{number}/{act}", **({"reden": "nee"} if act == "weigeren" else {}))[0]


def nothing_left(weg):
    """Every column that refers to an organisatie, from the schema itself; but what was, and the pointer."""
    history = {("alle_samenvoeging", "weg_id"), ("alle_samenvoeging", "blijft_id"), ("alle_audit", "organisatie")}
    for (table,) in rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'alle_%'"):
        columns = {r[3] for r in rows(f"PRAGMA foreign_key_list({table})") if r[2] == "alle_organisatie"} - {c for t, c in history if t == table}
        for c in columns:
            more = " AND vervallen_op IS NULL" if table == "alle_pso" else ""
            check(house.one(f"SELECT count(*) FROM {table} WHERE {c} = ?{more}", weg) == 0, f"nothing in {table}.{c} refers to the one that went")


def only_own_regio():
    """An opdrachtgever within the regio; not of another, not two kinds, not a coordinatiepunt."""
    og = [r[0] for r in rows("SELECT id FROM alle_organisatie WHERE soort = 'opdrachtgever' AND regio_id = ? ORDER BY id", regio["groningen"])]
    far = house.one("SELECT min(id) FROM alle_organisatie WHERE soort = 'opdrachtgever' AND regio_id = ?", regio["fryslan"])
    wsp = house.one("SELECT min(id) FROM alle_organisatie WHERE soort = 'wsp' AND regio_id = ?", regio["groningen"])
    cp = house.one("SELECT id FROM alle_organisatie WHERE soort = 'coordinatiepunt' AND regio_id = ?", regio["groningen"])
    for other in (far, wsp, cp, og[0], 987654):
        check(prepare("CP", og[0], other) is None, f"not with {other}")
    check(status("CP", f"/beheer/organisaties/{cp}/samenvoegen") == 403 and status("CP", f"/beheer/organisaties/{far}/samenvoegen") == 404, "a coordinatiepunt not, one of another regio is not there")
    before, moved = figures(), house.one("SELECT count(*) FROM alle_project WHERE opdrachtgever_id = ?", og[3])
    name = house.one("SELECT naam FROM alle_organisatie WHERE id = ?", og[3])
    s = prepare("CP", og[0], og[3], naam="andere")
    check(status("cp.fryslan@example.nl", f"/beheer/samenvoegingen/{s}") == 404, "another regio does not see it")
    check(do("CP", s) == 303, "opdrachtgevers of the regio merge at once")
    check(house.one("SELECT count(*) FROM alle_project WHERE opdrachtgever_id = ?", og[0]) >= moved > 0 and house.one("SELECT naam FROM alle_organisatie WHERE id = ?", og[0]) == name, "its projects moved, the chosen name stays")
    check(figures() == before, "no figure of any project changed")
    nothing_left(og[3])
    check("samengevoegd met" in house.page("CP", f"/beheer/organisaties/{og[3]}"), "its old page says where it went")
    check(do("CP", s) == 403 and prepare("CP", og[0], og[3]) is None, "not twice")


def doubles():
    """Look-alikes are listed, and no more once they are said to be two."""
    write("INSERT INTO alle_organisatie (soort, naam, naam_sleutel, naam_kern, kvk, plaats, gemaakt_op) VALUES ('opdrachtnemer', 'Demo Terpen Bouw N.V.', 'demo terpen bouw n.v.', (SELECT naam_kern FROM alle_organisatie WHERE kvk = '90000005'), '95000001', '', 0)")
    a, b = kvk("90000005"), kvk("95000001")
    find = lambda: "95000001" in house.page("CP", "/beheer/samenvoegingen").partition("<h2>Samenvoegingen")[0]
    check(find(), "the same name but for the legal form is listed")
    check("95000001" not in house.page("cp.fryslan@example.nl", "/beheer/samenvoegingen"), "not in a regio where neither works")
    s = prepare("CP", a, b)
    check(do("CP", s, "verschillend") == 303 and not find(), "said to be two: no longer listed")


def same_company():
    """ON a with projects in two regio's, ON b with projects in one of them, certificates of both, a person known at both, closed and running projects."""
    a, b = kvk("90000001"), kvk("90000011")
    g = regio["groningen"]
    for on in (a, b):
        for (p,) in rows("SELECT id FROM alle_project WHERE opdrachtnemer_id = ? AND afgerond_op IS NULL ORDER BY id LIMIT 1", on):
            write("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ?", house.moment - 86400 * 20, house.moment - 86400 * 20, p)
    write("DELETE FROM alle_pso WHERE organisatie_id IN (?, ?)", a, b)
    for on, trede, op in ((a, "1", 400), (b, "3", 400), (b, "30+", 10)):
        write("INSERT INTO alle_pso (organisatie_id, trede, van, tm, op) VALUES (?, ?, ?, ?, ?)", on, trede, "2025-01-01", "2027-12-31" if trede != "30+" else "2028-12-31", house.moment - 86400 * op)
    # one person under two records, on running projects of one regio
    pa, pb = (house.one("SELECT min(i.id) FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE p.opdrachtnemer_id = ? AND p.regio_id = ? AND p.afgerond_op IS NULL AND i.soort = 'kandidaat'", on, g) for on in (a, b))
    ka, kb = (house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", i) for i in (pa, pb))
    write("UPDATE alle_kandidaat SET zoek = (SELECT zoek FROM alle_kandidaat WHERE id = ?) WHERE id = ?", ka, kb)
    write("UPDATE alle_project SET som_dag = NULL WHERE opdrachtnemer_id IN (?, ?)", a, b)
    house.stop()
    house.start(DAY)        # the sums anew
    while house.one("SELECT count(*) FROM alle_project WHERE som_dag IS NULL"):
        pass
    return a, b, ka, kb


def past(day, name):
    """The report of the regio as on a past day, without the name of who is merged."""
    text = house.page("CP", f"/rapportage/projecten?peildatum={day.strftime('%d-%m-%Y')}&aantal=100")
    return sorted(re.sub(r"Demo Noorderlicht \w+ B.V.|<[^>]+>|\s+", " ", row) for row in re.findall(r"<tr>.*?</tr>", text, re.S))


def asked_and_agreed(a, b, ka, kb):
    before, closed = figures(), figures("afgerond_op IS NOT NULL")
    old, shown = DAY - datetime.timedelta(days=5), None
    shown = past(old, b)
    check(len(shown) > 5, "the report of a past day has rows")
    check(status("on.fryslan@example.nl", "/projecten") == 200, "sessions are open")
    global NAAM_B
    NAAM_B = house.one("SELECT naam FROM alle_organisatie WHERE id = ?", b)
    others = house.one("SELECT count(DISTINCT regio_id) FROM alle_project WHERE opdrachtnemer_id IN (?, ?) AND regio_id <> ?", a, b, regio["groningen"])
    people = [r[0] for r in rows("SELECT email FROM alle_gebruiker WHERE organisatie_id = ?", b)]
    first = house.one("SELECT min(project_id) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.organisatie_id = ?", b)
    worker = house.one("SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.organisatie_id = ? AND k.project_id = ?", b, first)
    check(status(worker, f"/projecten/{first}") == 200, "who will move works on its project")
    s = prepare("CP", a, b, naam="deze")
    text = house.page("CP", f"/beheer/samenvoegingen/{s}")
    check("1 keer is een kandidaat bij beide bekend" in text and f"K-{ka:06d}" in text and "2 PSO-certificaten" in text, "it says what to look at")
    own = house.one("SELECT count(*) FROM alle_project WHERE opdrachtnemer_id = ? AND regio_id = ?", b, regio["groningen"])
    check(f"{own} project" in text and "en die van een andere regio" in text, "of another regio's projects only that there are")
    far = house.one("""SELECT o.id FROM alle_organisatie o WHERE o.soort = 'opdrachtnemer' AND EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id AND p.regio_id = ?)
        AND NOT EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id AND p.regio_id = ?)""", regio["fryslan"], regio["groningen"])
    write("INSERT INTO alle_pso (organisatie_id, trede, van, tm, op) VALUES (?, '3', '2011-11-11', '2011-11-12', 0)", far)
    peek = prepare("CP", a, far)
    seen = house.page("CP", f"/beheer/samenvoegingen/{peek}")
    check("0 projecten van uw regio, en die van een andere regio" in seen and "11-11-2011" not in seen and "kandidaten met inzet" not in seen, "preparing a merge shows nothing of what only another regio may see")
    check(do("CP", peek, "intrekken") == 303, "withdrawn")
    check(do("CP", s) == 303 and house.one("SELECT staat FROM alle_samenvoeging WHERE id = ?", s) == "wacht" and figures() == before, "asked: nothing changes yet")
    check(house.one("SELECT count(DISTINCT aan) FROM alle_bericht WHERE soort = 'samenvoegen_gevraagd'") == 3 * others, "each coordinator of each other regio is asked")
    check(do("CP", s, "akkoord") != 303 and status("CP", f"/beheer/samenvoegingen/{s}/akkoord") == 403, "who asks does not agree with itself")
    check(prepare("cp.fryslan@example.nl", a, b) is None, "not two at once")
    check("samenvoegen: geef akkoord of weiger" in house.page("cp.drenthe@example.nl", "/"), "the other coordinatiepunt finds it on its first page")
    check(do("cp.drenthe@example.nl", s, "weigeren") == 303 and figures() == before and status(worker, f"/projecten/{first}") == 200, "refused: nothing changed")
    check(do("cp.fryslan@example.nl", s, "akkoord") != 303, "and it is over")
    s = prepare("CP", a, b, naam="deze")
    check(do("CP", s) == 303 and do("cp.drenthe@example.nl", s, "akkoord") == 303, "asked again, one agrees")
    if others > 1:
        check(house.one("SELECT staat FROM alle_samenvoeging WHERE id = ?", s) == "wacht" and figures() == before, "one of two: still nothing")
        check(do("cp.fryslan@example.nl", s, "akkoord") == 303, "the last one agrees")
    check(house.one("SELECT staat FROM alle_samenvoeging WHERE id = ?", s) == "uitgevoerd", "done")
    merged(a, b, ka, kb, before, closed, old, shown, people, worker, first)


def merged(a, b, ka, kb, before, closed, old, shown, people, worker, first):
    nothing_left(b)
    checked("the merge")
    after = figures()
    check({p: after[p] for p in closed} == closed, "an afgerond project keeps its figures to the cent")
    mine = {r[0] for r in rows("SELECT id FROM alle_project WHERE opdrachtnemer_id = ?", a)}
    check(all(after[p] == before[p] for p in before if p not in mine), "projects of others did not change")
    running = {r[0] for r in rows("SELECT id FROM alle_project WHERE opdrachtnemer_id = ? AND afgerond_op IS NULL", a)}
    check(all(after[p][0] == before[p][0] for p in running), "gross obligations stay")
    persons = {r[0] for r in rows("SELECT project_id FROM alle_inzet WHERE kandidaat_id IN (?, ?)", ka, kb)}
    check(all(after[p][3:6] == before[p][3:6] for p in running - persons), "and so do the values, but where the person counts")
    check(all(after[p][4] <= before[p][4] for p in running & persons), "whose duration is shared now: never more than before")
    check(all(after[p][2] in (None, 0) or after[p][2] <= before[p][2] for p in running), "the certificates of both count: a net obligation only goes down")
    check(any(after[p][2] is not None and after[p][2] < before[p][2] for p in running), "and for some it did")
    check(past(old, b) == shown, "the report of a past day shows what it showed")
    check(house.one("SELECT count(*) FROM alle_zelfde_persoon WHERE (kandidaat_id, ook_id) IN (VALUES (?, ?), (?, ?))", ka, kb, kb, ka) == 2, "the two records are known to be one person")
    # sessions and rights at once
    check(status(worker, f"/projecten/{first}") == 303, "who moved is logged out")
    house.tokens.pop(worker)
    check(status(worker, f"/projecten/{first}") == 200 and house.one("SELECT organisatie_id FROM alle_gebruiker WHERE email = ?", worker) == a, "and has its projects again with the other organisatie")
    check(all(house.one("SELECT count(*) FROM alle_bericht WHERE soort = 'samengevoegd' AND aan = ?", e) == 1 for e in people), "each account that moved got one mail")
    check("samengevoegd" in house.page("CP", f"/projecten/{first}/historie") or house.one("SELECT regio_id FROM alle_project WHERE id = ?", first) != regio["groningen"], "the history of the project says so")
    for slug, email in (("drenthe", "cp.drenthe@example.nl"), ("groningen", "CP")):
        n = house.one("SELECT count(*) FROM alle_audit WHERE wat = 'project.samenvoegen' AND regio = ? AND voor = ?", regio[slug], NAAM_B)
        check(n == house.one("SELECT count(*) FROM alle_project_was w JOIN alle_project p ON p.id = w.project_id WHERE w.opdrachtnemer_id = ? AND p.regio_id = ?", b, regio[slug]), f"each project has its line in the log of {slug}")
    # the KvK number of the one that went leads to the one that stays
    text = house.ask("CP", "/opdrachtnemers/nieuw", fields_of("CP", "/opdrachtnemers/nieuw", "/opdrachtnemers/nieuw") | {"naam": "Iets heel anders", "kvk": "90000011", "contact_naam": "X", "contact_email": "x@example.nl"})
    check(text[0] == 422 and f'/opdrachtnemers/{a}/contact' in text[1].decode(), "registering the old KvK number shows the one that stays")
    check(f'value="{b}"' not in house.page("OG", "/projecten/nieuw"), "the one that went cannot be chosen")


def stale_links():
    """A link that counted for nothing before does not open a project afterwards."""
    og = [r[0] for r in rows("SELECT id FROM alle_organisatie WHERE soort = 'opdrachtgever' AND regio_id = ? AND samengevoegd_met IS NULL ORDER BY id", regio["groningen"])][4:6]
    email = house.one("SELECT email FROM alle_gebruiker WHERE organisatie_id = ?", og[1])
    p = house.one("SELECT min(id) FROM alle_project WHERE opdrachtgever_id = ?", og[0])
    write("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", p, user(email))
    check(status(email, f"/projecten/{p}") == 404, "the link counts for nothing")
    check(do("CP", prepare("CP", og[0], og[1])) == 303, "merged")
    house.tokens.pop(email)
    check(status(email, f"/projecten/{p}") == 404, "and still not")


def last_contacts():
    check(house.one("SELECT count(*) FROM alle_project p WHERE p.afgerond_op IS NULL AND NOT EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.opdrachtnemer_id)") == START, "merging leaves no project without a contact")


house.start(DAY)
# everybody has logged in once
write("UPDATE alle_gebruiker SET (wachtwoord, totp, geheimhouding, geheimhouding_op) = (SELECT wachtwoord, totp, geheimhouding, geheimhouding_op FROM alle_gebruiker WHERE email = 'og@example.nl'), staat = 'actief' WHERE staat = 'uitgenodigd'")
START = house.one("SELECT count(*) FROM alle_project p WHERE p.afgerond_op IS NULL AND NOT EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.organisatie_id = p.opdrachtnemer_id)")
try:
    only_own_regio()
    checked("opdrachtgevers")
    doubles()
    asked_and_agreed(*same_company())
    stale_links()
    last_contacts()
    checked("all")
    log = open(os.path.join(house.dir, "log")).read()
    check('"level":"error"' not in log, "no error in the log: " + "".join(l for l in log.splitlines(True) if '"level":"error"' in l)[:600])
finally:
    check(house.stop() == 0, "the server stops in order")
    check(subprocess.run([SRM, "audit", "verify", "--config", house.config], capture_output=True).returncode == 0, "the chain of the audit log holds")
    house.remove()
sys.exit(done())
