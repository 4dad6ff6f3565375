"""Retention of everything beside persons, lived ten years on the set clock: papers and notes of projects and closed requests go by the decision of two, questions, mails and unused accounts by the planner.
An own count in Python says each year what must be gone; nothing else may be, and the figures stay. What went is in no byte of the database any more."""
import datetime, os, random, re, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House, SRM, check, done

draw = random.Random(11)
house = House()
YEARS = int(os.environ.get("YEARS", 10))
UTC = datetime.timezone.utc
FIRST = datetime.date(2027, 3, 1)
regio = house.one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
term = {k: n for k, n in house.db.execute("SELECT soort, termijn FROM alle_bewaarklasse").fetchall()}
check((term["stukken"], term["notitie"], term["verzoek"], term["hulpvraag"], term["account"], term["bericht"]) == (7, 5, 5, 2, 2, 6), f"the terms of the house are those of the decision: {term}")
cp = house.one("SELECT id FROM alle_gebruiker WHERE email = 'cp@example.nl'")


def at(d, hour=12):
    return int(datetime.datetime(d.year, d.month, d.day, hour, tzinfo=UTC).timestamp())


def later(day, n):
    try:
        return day.replace(year=day.year + n)
    except ValueError:
        return datetime.date(day.year + n, 3, 1)


def months_before(moment, n):
    """What SQLite makes of '-n months': a day that does not exist runs over into the next month."""
    t = datetime.datetime.fromtimestamp(moment, UTC)
    m = t.year * 12 + t.month - 1 - n
    first = t.replace(year=m // 12, month=m % 12 + 1, day=1)
    return (first + datetime.timedelta(days=t.day - 1)).timestamp()


# ---- what there is: closed projects with papers and notes, requests, questions, mails, accounts ----
projects = [p for (p,) in house.db.execute("SELECT id FROM alle_project ORDER BY id").fetchall()]
home = dict(house.db.execute("SELECT id, regio_id FROM alle_project").fetchall())
closed = {p: None if draw.random() < 0.15 else FIRST - datetime.timedelta(days=draw.randint(0, 365 * 8)) + datetime.timedelta(days=draw.randint(0, 365 * 7)) for p in projects}
papers, notes, requests, questions, mails = {}, {}, {}, {}, {}
mark = lambda kind, i: f"MERK-{kind}-{i:05d}-"
with house.db as db:
    db.execute("DELETE FROM alle_pso")     # projects are closed here behind the program's back: no korting that would have been frozen then
    db.execute("UPDATE alle_project SET korting_cent = 0, netto_cent = bruto_cent")
    for p in projects:
        if draw.random() < 0.6:
            papers[p] = [db.execute("INSERT INTO alle_document (project_id, naam, grootte, inhoud, op, door) VALUES (?, ?, 9000, ?, 0, ?)",
                                    (p, mark("DOCNAAM", p) + ".pdf", ("%PDF " + mark("DOC", p) * 500).encode(), cp)).lastrowid for _ in range(draw.randint(1, 2))]
        if draw.random() < 0.6:
            notes[p] = [db.execute("INSERT INTO alle_notitie (project_id, tekst, op, door) VALUES (?, ?, 0, ?)", (p, mark("NOTITIE", p) * 20, cp)).lastrowid for _ in range(draw.randint(1, 3))]
    for i in range(60):
        shut = None if i % 6 == 0 else FIRST - datetime.timedelta(days=draw.randint(0, 365 * 7)) + datetime.timedelta(days=draw.randint(0, 365 * 6))
        v = db.execute("INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, uitkomst, gesloten_op, gesloten_door, op, door) VALUES (?, 'inzage', '2020-01-01', ?, ?, ?, ?, 0, ?)",
                       (regio, mark("VERZOEK", i), "gegeven", shut and at(shut), shut and cp, cp)).lastrowid
        db.execute("INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op, door) SELECT ?, min(id), 0, ? FROM alle_kandidaat", (v, cp))
        db.execute("INSERT INTO alle_verzoek_daad (verzoek_id, wat, reden, op, door) VALUES (?, 'verlengen', 'druk', 0, ?)", (v, cp))
        requests[v] = shut
    for i in range(300):
        changed, state = FIRST - datetime.timedelta(days=draw.randint(0, 900)) + datetime.timedelta(days=draw.randint(0, 1200)), draw.choice(["open", "in_behandeling", "beantwoord", "gesloten"])
        h = db.execute("INSERT INTO alle_hulpvraag (regio_id, gebruiker_id, pagina, vraag, op, staat, gewijzigd_op) VALUES (?, ?, '/', ?, 0, ?, ?)", (regio, cp, mark("VRAAG", i) * 10, state, at(changed))).lastrowid
        db.execute("INSERT INTO alle_hulpvraag_regel (hulpvraag_id, soort, tekst, op, door) VALUES (?, 'antwoord', ?, 0, ?)", (h, mark("ANTWOORD", i), cp))
        questions[h] = (at(changed), state, i)
    for i in range(1200):      # more than one portion of the sweep
        sent, state = FIRST - datetime.timedelta(days=draw.randint(0, 900)) + datetime.timedelta(days=draw.randint(0, 1200)), "mislukt" if i % 20 == 0 else "verzonden"
        b = db.execute("INSERT INTO alle_bericht (soort, over, over_id, aan, onderwerp, bericht_id, bericht, status, volgende_op, gemaakt_op, verzonden_op) VALUES ('proef', 'project', ?, ?, 'x', ?, ?, ?, 0, ?, ?)",
                       (i, f"proef{i}@example.nl", f"<proef{i}>", mark("MAIL", i).encode(), state, at(sent), at(sent) if state == "verzonden" else None)).lastrowid
        mails[b] = (at(sent), i)
    for (g,) in db.execute("SELECT id FROM alle_gebruiker").fetchall():
        if draw.random() < 0.5:
            db.execute("UPDATE alle_gebruiker SET laatst_in = ? WHERE id = ?", (at(FIRST - datetime.timedelta(days=draw.randint(0, 900)) + datetime.timedelta(days=draw.randint(0, 2000))), g))
    db.execute("UPDATE alle_gebruiker SET staat = 'geblokkeerd' WHERE email = 'cp3@example.nl'")
used = {g: (seen, soort, staat, email) for g, seen, soort, staat, email in house.db.execute(
    "SELECT g.id, coalesce(g.laatst_in, g.gemaakt_op), o.soort, g.staat, g.email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id").fetchall()}
links = {}
for p, g in house.db.execute("SELECT project_id, gebruiker_id FROM alle_koppeling").fetchall():
    links.setdefault(g, []).append(p)
plans = {p for (p,) in house.db.execute("SELECT DISTINCT project_id FROM alle_plan WHERE coalesce(contact_naam, contact_functie, contact_email, contact_telefoon) IS NOT NULL").fetchall()}
held = {}


def close_projects(day):
    with house.db:
        for p, d in closed.items():
            moment = at(d) if d and d <= day else None
            house.db.execute("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ? AND afgerond_op IS NOT ?", (moment, moment, p, moment))


def over(kind, day, ahead=0):
    """What of a kind is over on that day, by the own count: rows of the regio that are not gone yet, whether held or not."""
    until = day + datetime.timedelta(days=ahead)
    if kind == "verzoek":
        return {v for v, d in requests.items() if d and d <= day and later(d, term[kind]) <= until}
    own = set(notes) if kind == "notitie" else set(papers) | plans
    return {p for p in own if home[p] == regio and closed[p] and closed[p] <= day and later(closed[p], term[kind]) <= until}


def figures():
    return house.db.execute("SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent), count(*), (SELECT count(*) FROM alle_project), (SELECT count(*) FROM alle_kandidaat WHERE naam IS NOT NULL OR initialen IS NOT NULL),"
                            " (SELECT count(*) FROM alle_plan), (SELECT count(*) FROM alle_audit) > 0 FROM alle_inzet").fetchone()


gone = {"stukken": set(), "notitie": set(), "verzoek": set()}


def stands(kind):
    """What the database says is gone."""
    sql = {"notitie": "SELECT p.id FROM alle_project p WHERE NOT EXISTS (SELECT 1 FROM alle_notitie n WHERE n.project_id = p.id)",
           "stukken": "SELECT p.id FROM alle_project p WHERE NOT EXISTS (SELECT 1 FROM alle_document d WHERE d.project_id = p.id AND (d.inhoud IS NOT NULL OR d.naam <> 'vernietigd'))"
                      " AND NOT EXISTS (SELECT 1 FROM alle_plan v WHERE v.project_id = p.id AND coalesce(v.contact_naam, v.contact_functie, v.contact_email, v.contact_telefoon) IS NOT NULL)",
           "verzoek": "SELECT id FROM alle_verzoek v WHERE vernietigd_op IS NOT NULL AND identiteit = 'vernietigd' AND uitkomst = 'vernietigd' AND NOT EXISTS (SELECT 1 FROM alle_verzoek_kandidaat k WHERE k.verzoek_id = v.id)"
                      " AND NOT EXISTS (SELECT 1 FROM alle_verzoek_daad d WHERE d.verzoek_id = v.id)"}[kind]
    had = {"notitie": set(notes), "stukken": set(papers) | plans, "verzoek": set(requests)}[kind]
    return {i for (i,) in house.db.execute(sql).fetchall()} & had


def wait_done(number):
    for _ in range(200):
        if house.one("SELECT klaar_op FROM alle_vernietiging WHERE id = ?", number):
            return
        time.sleep(0.1)


def by_two(kind, day):
    due = {i for i in over(kind, day) - gone[kind] if kind == "verzoek" or held.get(i, day) <= day}
    if not due:
        return
    if kind != "verzoek":
        some = sorted(due)[0]
        until = day + datetime.timedelta(days=500)
        check(house.act("CP", f"/beheer/vernietigen/project-uitstel/{some}", tot=until.strftime("%d-%m-%Y"), reden="Er loopt een geschil"), f"{day}: project {some} is held")
        held[some] = until + datetime.timedelta(days=1)
        due.discard(some)
        if not due:
            return
    check(house.act("CP", f"/beheer/vernietigen/lijst?soort={kind}"), f"{day}: a list of {kind} is proposed")
    number = house.one("SELECT max(id) FROM alle_vernietiging")
    check(house.one("SELECT soort FROM alle_vernietiging WHERE id = ?", number) == kind, f"{day}: of its kind")
    check(house.ask("CP", f"/beheer/vernietigen/{number}/akkoord")[0] == 403, f"{day}: who proposed does not decide")
    check(house.ask("cp.fryslan@example.nl", f"/beheer/vernietigen/{number}")[0] == 404, f"{day}: another regio sees nothing")
    check(stands(kind) == gone[kind], f"{day}: nothing goes before the decision")
    check(house.act("cp2@example.nl", f"/beheer/vernietigen/{number}/akkoord"), f"{day}: another decides")
    wait_done(number)
    gone[kind] |= due
    page = house.page("CP", f"/beheer/vernietigen/{number}")
    check("Verklaring van vernietiging" in page and f"{len(due)}: {len(due)} gewist" in page and f"Bewaartermijn van {term[kind]} jaar" in page and "Selectielijst" in page, f"{day}: the record of {kind} says what, how many and on what ground")


def by_planner(moment):
    before = {n: months_before(moment, 12 * term[n] if n != "bericht" else term[n]) for n in ("hulpvraag", "account", "bericht")}
    kept = {h for h, (changed, state, _) in questions.items() if state in ("open", "in_behandeling") or changed >= before["hulpvraag"]}
    check({h for (h,) in house.db.execute("SELECT id FROM alle_hulpvraag")} == kept, "the questions that are over went, open ones and younger ones did not")
    check({h for (h,) in house.db.execute("SELECT hulpvraag_id FROM alle_hulpvraag_regel")} == kept, "with what was answered")
    check({b for (b,) in house.db.execute("SELECT id FROM alle_bericht WHERE soort = 'proef'")} == {b for b, (sent, _) in mails.items() if sent >= before["bericht"]}, "the mails that are over went, the others did not")
    day = datetime.datetime.fromtimestamp(moment, UTC).date()
    dead = {g for g, (seen, soort, staat, _) in used.items() if seen < before["account"] and (soort != "coordinatiepunt" or staat == "geblokkeerd")
            and not any(closed[p] is None or closed[p] > day or at(closed[p]) >= before["account"] for p in links.get(g, []))}
    rows = house.db.execute("SELECT id, email, naam, telefoon || functie || coalesce(wachtwoord, '') || coalesce(totp, ''), staat FROM alle_gebruiker WHERE anoniem_op IS NOT NULL").fetchall()
    check({r[0] for r in rows} == dead, f"unused accounts became anonymous: too many {sorted({r[0] for r in rows} - dead)[:5]}, missing {sorted(dead - {r[0] for r in rows})[:5]}")
    check(all(r[1] == f"oud-{r[0]}@vervallen.invalid" and r[2] == f"Oud-gebruiker {r[0]}" and not r[3] and r[4] == "geblokkeerd" for r in rows), "nothing of them is left but a number")
    return dead


def database():
    """By another process: closing the file here would take away the locks of this test's own connection."""
    return subprocess.run(["cat", os.path.join(house.dir, "srmonitor.db")], capture_output=True).stdout


def bytes_of(kinds):
    """After the server has stopped (no WAL left): the marks that still stand in the database file."""
    house.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")       # this test's own connection keeps the WAL
    check(os.path.getsize(os.path.join(house.dir, "srmonitor.db-wal")) == 0, "nothing is left in the WAL")
    data = database()
    return {k: {int(m) for m in re.findall(rb"MERK-" + k.encode() + rb"-(\d{5})-", data)} for k in kinds}


try:
    dead = set()
    for i in range(YEARS):
        day = later(FIRST, i)
        close_projects(day)
        house.start(day)
        for _ in range(100):
            if house.one("SELECT count(*) FROM alle_instelling WHERE naam = 'planner_tot' AND waarde >= ?", str(day)) or i == 0:
                break
            time.sleep(0.1)
        time.sleep(1)
        before = figures()
        dead = by_planner(house.moment)
        if i == 2:      # the regio keeps notes a year longer from now on
            check(house.act("CP", "/beheer/bewaartermijnen", notitie="6"), "the regio sets a term")
            term["notitie"] = 6
            check(not house.act("CP", "/beheer/bewaartermijnen", notitie="21"), "not beyond what the class allows")
        page = house.page("CP", "/beheer/vernietigen")
        soon = {(k, n) for k in gone for n in over(k, day, 30) - gone[k]}
        rows = re.findall(r"<tr><th scope=\"row\">(?:<a href=\"/projecten/(\d+)\">[^<]*</a>|Verzoek (\d+))</th><td data-label=\"Wat\">([^<]+)</td>", page)
        names = {"Stukken": "stukken", "Interne notities": "notitie", "Dossier van een betrokkene": "verzoek"}
        shown = {(names[w], int(p or v)) for p, v, w in rows}
        check(shown == soon, f"{day}: the page shows what ends within 30 days: too many {sorted(shown - soon)[:5]}, missing {sorted(soon - shown)[:5]}")
        for kind in gone:
            by_two(kind, day)
            check(stands(kind) == gone[kind], f"{day}: exactly the {kind} the rule says: too many {sorted(stands(kind) - gone[kind])[:5]}, missing {sorted(gone[kind] - stands(kind))[:5]}")
        check(figures() == before, f"{day}: the figures stay, and no person went: {before} {figures()}")
        if i == 1:
            shown = house.page("CP", "/beheer/bewaartermijnen")
            check("19.1.18" in shown and "Te bevestigen door de regio" in shown and len(re.findall(r"<tr><th scope=\"row\">", shown)) == len(term), "the page names every class with its source")
        check(house.stop() == 0, "the server stops in order")
        left = bytes_of(["DOC", "DOCNAAM", "NOTITIE", "VERZOEK", "VRAAG", "ANTWOORD", "MAIL"])
        check(left["DOC"] == set(papers) - gone["stukken"] == left["DOCNAAM"], f"{day}: of a destroyed document no byte stands in the database, of the others every one does")
        check(left["NOTITIE"] == set(notes) - gone["notitie"], f"{day}: nor of a note: {sorted(left['NOTITIE'] & gone['notitie'])[:5]}")
        alive = {n for h, (_, _, n) in questions.items() if house.one("SELECT 1 FROM alle_hulpvraag WHERE id = ?", h)}
        check(left["VRAAG"] == alive == left["ANTWOORD"], f"{day}: nor of a question")
        there = {n for b, (_, n) in mails.items() if house.one("SELECT 1 FROM alle_bericht WHERE id = ?", b)}
        check(not left["MAIL"] - there and len(left["MAIL"]) >= len(there) * 0.9, f"{day}: nor of a mail: {len(left['MAIL'])} {sorted(left['MAIL'] - there)[:5]} {sorted(there - left['MAIL'])[:5]}")
    check(all(len(g) > (3 if YEARS > 5 else 0) for g in gone.values()) and len(dead) > 3, f"something of every kind went: {[len(g) for g in gone.values()]}, {len(dead)} accounts")
    emails = [used[g][3] for g in dead]
    data = database()
    check(not [e for e in emails if re.search(rb"[^a-z0-9.-]" + re.escape(e.encode()), data)], "no address of an anonymous account stands in the database")
    check(house.one("SELECT count(*) FROM alle_audit WHERE wat = 'account.anoniem'") == len(dead), "each has its line in the log")
    check(house.one("SELECT sum(aantal) FROM alle_opruiming WHERE soort = 'account'") == len(dead) and house.one("SELECT sum(aantal) FROM alle_opruiming WHERE soort = 'bericht'") > (500 if YEARS > 1 else 0), "and the record says how many")
    # 30 days ahead each coordinator is told how many, once
    target = next(d for d in sorted({later(d, term["stukken"]) for p, d in closed.items() if d and home[p] == regio and (p in papers or p in plans) and p not in gone["stukken"]}) if d > later(FIRST, YEARS))
    day = target - datetime.timedelta(days=30)
    close_projects(day)
    out = subprocess.run([SRM, "planner", "--droog", "--datum", str(day), "--config", house.config], capture_output=True, text=True).stdout
    told = {line.split("\t")[4] for line in out.splitlines() if "\tbewaartermijn_stukken\t" in line and line.startswith(str(day)) and f"\t{regio}\t" in line}
    wanted = {e for (e,) in house.db.execute("SELECT g.email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id = ? AND o.soort = 'coordinatiepunt' AND g.staat = 'actief'", (regio,))}
    check(told == wanted, f"{day}: each coordinator is told: {told} {wanted}")
    errors = [l for l in open(house.dir + "/log").read().splitlines() if '"level":"error"' in l and "is the clock right" not in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
    out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
    check(out.returncode == 0 and "All is well" in out.stdout, "srmonitor check is green: " + (out.stdout + out.stderr)[-400:])
finally:
    if house.server and house.server.poll() is None:
        house.server.kill()
    house.remove()
sys.exit(done())
