"""An account of an opdrachtnemer sees the kandidaten of its own projects only: an opdrachtgever may add such an account, so a whole contractor's persons are not one invitation away.
What a colleague entered elsewhere still counts: one person's duration goes over both, before saving as after it."""
import datetime, os, re, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import Form, House, SRM, check, done

DAY = datetime.date(2027, 3, 1)
NAW = {"naam": "Testpersoon Tweemaal", "adres": "Voorbeeldstraat 1", "postcode": "9999 ZZ", "plaats": "Voorbeeld", "geboortedatum": "4-5-1990", "geinformeerd_op": "1-6-2026"}
house = House()
write = lambda sql, *args: house.db.execute(sql, args) and house.db.commit()
dutch = lambda d: d.strftime("%d-%m-%Y")


def colleague(email):
    write("""INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, staat, wachtwoord, totp, geheimhouding, geheimhouding_op, gemaakt_op)
        SELECT organisatie_id, ?, ?, ?, ?, staat, wachtwoord, totp, geheimhouding, geheimhouding_op, 0 FROM alle_gebruiker WHERE email = 'on@example.nl'""", email, email, email.split("@")[0], email.split("@")[0])


def projects():
    """Two running projects of one opdrachtnemer in the regio that asks for names, with a plain agreement, of three years that began a year ago."""
    rows = house.db.execute("""SELECT p.id FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id AND r.identiteit = 'naw' JOIN alle_koppeling k ON k.project_id = p.id
        JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' JOIN alle_gebruiker h ON h.organisatie_id = p.opdrachtnemer_id AND h.id = g.id
        WHERE p.afspraak = 'sr_verplichting' AND p.afgerond_op IS NULL AND p.regio_id = (SELECT regio_id FROM alle_organisatie o JOIN alle_gebruiker c ON c.organisatie_id = o.id WHERE c.email = 'cp@example.nl') ORDER BY p.id LIMIT 2""").fetchall()
    for (pid,) in rows:
        write("UPDATE alle_project SET start = '2026-01-01', eind = '2028-12-31', goedgekeurd_op = NULL, goedgekeurd_door = NULL, som_dag = NULL WHERE id = ?", pid)
    return [r[0] for r in rows]


def enter(who, project, start, eind, **more):
    """What is typed in the form, and its address."""
    path = f"/projecten/{project}/kandidaten/nieuw"
    blok = re.search(r'<option value="(\d+)"[^>]*>Participatiewet korter dan 2 jaar', house.page(who, path)).group(1)
    values = NAW | {"bouwblok": blok, "overeenkomst": "werk", "start": start, "eind": eind, "week": "36", "functie": "Medewerker groen", "attr_uitkering_mnd": "12"} | more
    if "toestemming_op" in house.page(who, path):
        values["toestemming_op"] = "1-6-2026"
    return values, path


def stored(who, project, start, eind, **more):
    """The inzet that was stored, or None."""
    values, path = enter(who, project, start, eind, **more)
    before = house.one("SELECT max(id) FROM alle_inzet")
    good = house.act(who, path, actie="opslaan", **values)
    made = house.one("SELECT max(id) FROM alle_inzet")
    return made if good and made > before else None


def preview(who, project, start, eind, **more):
    values, path = enter(who, project, start, eind, **more)
    fields = [f for _, f in Form(house.page(who, path)).forms if f and "_eenmalig" in f][-1]
    return house.ask(who, path, fields | values | {"actie": "voorbeeld"})[1].decode()


colleague("on.a@example.nl")
colleague("on.b@example.nl")
first, second = projects()
for email, project in (("on.a@example.nl", first), ("on.b@example.nl", second)):
    write("DELETE FROM alle_koppeling WHERE gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = ?)", email)
    write("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) SELECT ?, id, 0 FROM alle_gebruiker WHERE email = ?", project, email)
house.start(DAY)

a = stored("on.a@example.nl", first, "01-06-2026", "31-05-2028")        # two years: all of the 24 months that count
check(a is not None, "a colleague enters somebody on the first project")
who = house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", a)
check("Testpersoon Tweemaal" in house.page("on.a@example.nl", f"/projecten/{first}/kandidaten/nieuw"), "who is linked is offered the person again")
page = house.page("on.b@example.nl", f"/projecten/{second}/kandidaten/nieuw")
check("Testpersoon Tweemaal" not in page and "Kandidaat toevoegen" in page, "who is not linked there is not offered the name")
check(house.ask("on.b@example.nl", f"/projecten/{first}/inzet/{a}")[0] == 404 and house.ask("on.b@example.nl", f"/projecten/{first}/inzet/{a}/kandidaat")[0] == 404, "nor is the page there")
check("Testpersoon Tweemaal" not in house.page("on.b@example.nl", "/kandidaten") and "Testpersoon Tweemaal" in house.page("on.a@example.nl", "/kandidaten"), "nor does the list name who is of another's project")

shown = preview("on.b@example.nl", second, "01-06-2028", "30-11-2028")
check("Testpersoon Tweemaal" not in re.sub(r'value="[^"]*"', "", shown) and re.search(r"Samen|Totaal|Waarde", shown) is not None, "the preview answers")
check("€ 15." not in re.sub(r"<[^>]+>", "", shown), "and does not promise what the person has used already: the 24 months are gone")
b = stored("on.b@example.nl", second, "01-06-2028", "30-11-2028")
check(b is not None and house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", b) != who, "typed anew it is a kandidaat of its own")
check(house.one("SELECT prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ?", b) == 0, "that counts no second time")
check(house.one("SELECT count(*) FROM alle_zelfde_persoon WHERE kandidaat_id = ? OR ook_id = ?", who, who) == 2, "both ways round")
c = stored("on.b@example.nl", second, "01-06-2028", "30-11-2028", naam="Testpersoon Anders")
check(c is not None and house.one("SELECT prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ?", c) > 1000000, "somebody else of that day of birth counts in full")

# the number of a person one does not see, put in the form by hand, tells nothing: not even by what it is worth
worth = lambda page: re.findall(r"€\s?[\d.,]+", re.sub(r"<[^>]+>", "", page))
nobody, somebody = (worth(preview("on.b@example.nl", second, "01-06-2028", "30-11-2028", naam="Testpersoon Onbekend", **more)) for more in ({}, {"kandidaat": str(who)}))
check(len(nobody) > 1 and nobody == somebody, f"the preview of a number from elsewhere: {nobody} {somebody}")
check(stored("on.b@example.nl", second, "01-06-2028", "30-11-2028", kandidaat=str(who)) is None, "nor is it stored")

# a name typed wrong and mended later counts as typed right at once
d = stored("on.b@example.nl", second, "01-06-2028", "30-11-2028", naam="Testpersoon Tweemal", geboortedatum="4-5-1991")
check(d is not None and house.one("SELECT prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ?", d) > 1000000, "a wrong name is another person")
check(house.act("on.b@example.nl", f"/projecten/{second}/inzet/{d}/kandidaat", **{k: v for k, v in NAW.items()}), "it is mended")
check(house.one("SELECT prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ?", d) == 0, f"and counts no second time: {house.one('SELECT prognose_cent + ingediend_cent FROM alle_inzet WHERE id = ?', d)}")
# who objected does not come in again by way of a wrong name
e = stored("on.b@example.nl", second, "01-06-2028", "30-11-2028", naam="Testpersoon Bezwar")
write("UPDATE alle_kandidaat SET geblokkeerd_op = 1 WHERE id IN (SELECT kandidaat_id FROM alle_inzet WHERE id = ?)", c)
check(stored("on.b@example.nl", second, "01-06-2028", "30-11-2028", naam="Testpersoon Anders") is None, "who objected is not entered again")
check(not house.act("on.b@example.nl", f"/projecten/{second}/inzet/{e}/kandidaat", **NAW | {"naam": "Testpersoon Anders"}), "nor made of another")
write("UPDATE alle_kandidaat SET geblokkeerd_op = NULL WHERE id IN (SELECT kandidaat_id FROM alle_inzet WHERE id = ?)", c)
out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
check(out.returncode == 0 and "All is well" in out.stdout, "srmonitor check after it: " + out.stdout[-300:] + out.stderr[-300:])

# an opdrachtgever adds a contact of the contractor to its own project: that account sees the persons of that project, no others
write("DELETE FROM alle_koppeling WHERE gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = 'on.b@example.nl')")
check("Testpersoon Anders" not in house.page("on.b@example.nl", "/kandidaten"), "unlinked: nobody any more")
out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
check(out.returncode == 0 and "All is well" in out.stdout, "srmonitor check: " + out.stdout[-300:] + out.stderr[-300:])
check(house.stop() == 0, "the server ends")
house.remove()
sys.exit(done())
