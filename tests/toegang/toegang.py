"""When the yearly review is due (a pure rule of database and day), that it is closed only with a verdict on each account, and that wrong attempts stand in the log without filling it."""
import datetime, http.client, os, subprocess, sys, urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import Form, House, SRM, check, done

DAY = datetime.date(2027, 3, 1)
house = House()
write = lambda sql, *args: house.db.execute(sql, args) and house.db.commit()
regio = {slug: house.one("SELECT id FROM alle_regio WHERE slug LIKE ?", slug + "%") for slug in ("groningen", "fryslan")}
moment = lambda d: int(datetime.datetime(d.year, d.month, d.day, 12, tzinfo=datetime.timezone.utc).timestamp())


def due(day):
    """(due day, receiver) of the mails about access that planning up to that day would make."""
    lines = [l.split("\t") for l in subprocess.run([SRM, "planner", "--config", house.config, "--droog", "--datum", str(day)], capture_output=True, text=True).stdout.splitlines()]
    return sorted((l[0], l[4]) for l in lines if len(l) > 4 and l[1] == "toegang")


def when():
    g = regio["groningen"]
    cps = sorted(r[0] for r in house.db.execute("SELECT g.email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.soort = 'coordinatiepunt' AND o.regio_id = ?", (g,)).fetchall())
    write("UPDATE alle_gebruiker SET gemaakt_op = ? WHERE organisatie_id IN (SELECT id FROM alle_organisatie WHERE soort = 'coordinatiepunt')", moment(DAY))
    write("INSERT INTO alle_toegang (regio_id, op, door, gesloten_op, gesloten_door) VALUES (?, ?, 1, ?, 1)", g, moment(DAY) - 86400, moment(DAY))
    write("DELETE FROM alle_instelling WHERE naam = 'planner_tot'")
    year = datetime.date(2028, 3, 1)
    mine = lambda day: [x for x in due(day) if x[1] in cps]
    check(mine(year - datetime.timedelta(days=1)) == [], "the day before a year has passed: nothing")
    check(mine(year) == [(str(year), c) for c in cps], f"a year after the last one was closed each coordinator gets one: {mine(year)}")
    check(len(due(year)) == 9, f"and a regio without a review a year after its first account: {len(due(year))}")
    check(mine(year + datetime.timedelta(days=1)) == [], "not again the day after")
    check(mine(datetime.date(2029, 3, 1)) == [("2029-03-01", c) for c in cps], "but a year later, when still nothing was done")
    write("INSERT INTO alle_toegang (regio_id, op, door) VALUES (?, ?, 1)", g, moment(year))
    check(mine(year) == [], "not while one is open")
    check(len(due(year)) == 6, "which says nothing to other regio's")
    write("DELETE FROM alle_toegang WHERE gesloten_op IS NULL")


def first_page():
    """The task on the first page comes and goes with it."""
    task = lambda: "Wie heeft toegang" in house.page("CP", "/").partition("<main")[2]
    check(not task(), "no task while the last review is younger than a year")
    write("UPDATE alle_toegang SET gesloten_op = ?", moment(DAY) - 86400 * 366)
    check(task(), "a task when it is older")
    check(house.act("CP", "/beheer/toegang"), "a review is begun")
    check(not house.ask("CP", "/beheer/toegang", {"x": "1"})[0] == 303, "not by a form from elsewhere")
    check(task() and "nog niet gesloten" in house.page("CP", "/"), "and it stays until the review is closed")
    n = house.one("SELECT max(id) FROM alle_toegang")
    expected = house.one("""SELECT count(*) FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.staat <> 'geblokkeerd' AND (o.regio_id = ?1
        OR (o.regio_id IS NULL AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = ?1)))""", regio["groningen"])
    check(house.one("SELECT count(*) FROM alle_toegang_regel WHERE toegang_id = ?", n) == expected, f"every account that reaches the regio, and nobody else: {expected}")
    check(house.ask("cp.fryslan@example.nl", f"/beheer/toegang/{n}")[0] == 404 and house.ask("OG", f"/beheer/toegang/{n}")[0] == 403, "nobody else sees it")
    check(not house.act("CP", f"/beheer/toegang/{n}/sluiten", opmerking=""), "not closed without verdicts")
    me = house.one("SELECT id FROM alle_gebruiker WHERE email = 'cp@example.nl'")
    form = [f for a, f in Form(house.page("CP", f"/beheer/toegang/{n}")).forms if f and "_eenmalig" in f and a and a.endswith("/oordeel")][-1]
    base = {k: v for k, v in form.items() if k.startswith("_")}
    check(house.ask("CP", f"/beheer/toegang/{n}/oordeel", base | {"kies.0": "ja", "account.0": me, "oordeel": "blokkeren"})[0] == 422, "nobody blocks the own account")
    foreign = house.one("SELECT id FROM alle_gebruiker WHERE email = 'og.fryslan@example.nl'")
    check(house.ask("CP", f"/beheer/toegang/{n}/oordeel", base | {"kies.0": "ja", "account.0": foreign, "oordeel": "blokkeren"})[0] == 404, "an account that is not in it is not there")


def left():
    """Who reaches the regio no more while the review is open is not this coordinatiepunt's to block, and keeps nobody else from being blocked."""
    n = house.one("SELECT max(id) FROM alle_toegang")
    for email in ("weg@example.nl", "moetweg@example.nl"):
        write("""INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, staat, gemaakt_op) SELECT organisatie_id, ?, ?, ?, ?, 'uitgenodigd', 0 FROM alle_gebruiker WHERE email = 'on@example.nl'""", *[email] * 4)
        write("INSERT INTO alle_toegang_regel SELECT x.toegang_id, (SELECT id FROM alle_gebruiker WHERE email = ?), x.organisatie, x.soort, x.staat, NULL, 0, 1, 0, 'blokkeren', 1, 1 FROM alle_toegang_regel x WHERE x.toegang_id = ? LIMIT 1", email, n)
    write("""INSERT INTO alle_koppeling (project_id, gebruiker_id, op) SELECT min(p.id), g.id, 0 FROM alle_gebruiker g JOIN alle_project p ON p.opdrachtnemer_id = g.organisatie_id AND p.regio_id = ? WHERE g.email = 'moetweg@example.nl'""", regio["groningen"])
    staat = lambda email: house.one("SELECT staat FROM alle_gebruiker WHERE email = ?", email)
    check("niet meer in deze regio" in house.page("CP", f"/beheer/toegang/{n}?naam=weg"), "the list says so")
    check("weg@example.nl" not in house.page("CP", f"/beheer/toegang/{n}/blokkeren").replace("moetweg@example.nl", ""), "who left is not on the page of who is blocked")
    check(house.act("CP", f"/beheer/toegang/{n}/blokkeren") and (staat("weg@example.nl"), staat("moetweg@example.nl")) == ("uitgenodigd", "geblokkeerd"), f"the other is blocked: {staat('weg@example.nl')}, {staat('moetweg@example.nl')}")
    write("UPDATE alle_toegang_regel SET oordeel = 'blijft', op = 1, door = 1 WHERE toegang_id = ? AND oordeel IS NULL", n)
    check(house.act("CP", f"/beheer/toegang/{n}/sluiten", opmerking=""), "and the review is closed")
    verdict = lambda email: house.one("SELECT x.oordeel FROM alle_toegang_regel x JOIN alle_gebruiker g ON g.id = x.gebruiker_id WHERE x.toegang_id = ? AND g.email = ?", n, email)
    check((verdict("weg@example.nl"), verdict("moetweg@example.nl")) == (None, "blokkeren"), "with a record that does not say that who left was blocked")


def login(email):
    """One attempt with a wrong password."""
    c = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    c.request("GET", "/inloggen")
    page = c.getresponse()
    text, cookies = page.read().decode(), "; ".join(v.split(";")[0] for k, v in page.getheaders() if k.lower() == "set-cookie")
    fields = [f for a, f in Form(text).forms if f and "email" in f][-1] | {"email": email, "wachtwoord": "dit is niet het wachtwoord"}
    c.request("POST", "/inloggen", body=urllib.parse.urlencode(fields), headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{house.port}", "Cookie": cookies})
    answer = c.getresponse()
    answer.read()
    c.close()
    return answer.status


def attempts():
    lines = lambda: house.one("SELECT count(*) FROM alle_audit WHERE wat = 'inloggen.vertraagd'")
    for before, more, what in ((3, 0, "the fourth in a row is nobody's business"), (4, 1, "the fifth, where waiting begins, is written"), (5, 0, "the sixth is not"), (9, 1, "the tenth is"), (11, 0, "the twelfth is not"), (19, 1, "the twentieth is")):
        was = lines()
        write("UPDATE alle_gebruiker SET fouten = ?, wacht_tot = 0 WHERE email = 'og@example.nl'", before)
        check(login("og@example.nl") == 422 and lines() == was + more, f"{what}: {lines() - was}")
    was = lines()
    check(login("bestaat-niet@example.nl") == 422 and lines() == was, "an unknown address leaves nothing")
    regios = house.one("SELECT count(DISTINCT p.regio_id) FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.email = 'on@example.nl'")
    write("UPDATE alle_gebruiker SET fouten = 4, wacht_tot = 0 WHERE email = 'on@example.nl'")
    login("on@example.nl")
    check(lines() == was + regios > was, f"of an opdrachtnemer in the log of each regio it works in: {regios}")
    text = house.page("CP", "/beheer/logboek")
    check("5 verkeerde pogingen op rij" in text and "dit is niet het wachtwoord" not in text, "the coordinatiepunt reads it, never what was typed")
    check("20 verkeerde pogingen" not in house.page("cp.fryslan@example.nl", "/beheer/logboek"), "not in another regio")


house.start(DAY)
try:
    when()
    first_page()
    left()
    attempts()
finally:
    check(house.stop() == 0, "the server stops in order")
    check(subprocess.run([SRM, "audit", "verify", "--config", house.config], capture_output=True).returncode == 0, "the chain of the audit log holds")
    house.remove()
sys.exit(done())
