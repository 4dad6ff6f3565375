"""Retention (spec 5): N years after the last project of a person was afgerond the person is destroyed, unless held; the list is proposed by one coordinator and decided by another. An own
count in Python says each year who must be gone."""
import datetime, os, random, re, subprocess, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House, SRM, check, done

draw = random.Random(7)
house = House()
YEARS = int(os.environ.get("YEARS", 10))
N = house.one("SELECT bewaar_jaren FROM alle_regio WHERE slug LIKE 'groningen%'")
regio = house.one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
FIRST = datetime.date(2027, 3, 1)
# every project of the regio is closed on a day of its own, but some never
plan = {}
for (p,) in house.db.execute("SELECT id FROM alle_project ORDER BY id").fetchall():
    plan[p] = None if draw.random() < 0.1 else FIRST - datetime.timedelta(days=draw.randint(0, 365 * 7)) + datetime.timedelta(days=draw.randint(0, 365 * 6))
home = dict(house.db.execute("SELECT id, regio_id FROM alle_project").fetchall())
years = dict(house.db.execute("SELECT id, bewaar_jaren FROM alle_regio").fetchall())
of = {}
for k, p in house.db.execute("SELECT DISTINCT kandidaat_id, project_id FROM alle_inzet WHERE kandidaat_id IS NOT NULL").fetchall():
    of.setdefault(k, []).append(p)
held = {}


def later(day, n):
    try:
        return day.replace(year=day.year + n)
    except ValueError:
        return datetime.date(day.year + n, 3, 1)


def term(k, day):
    """The day the person's term ends as things stand on that day; None while a project runs or another regio's term ends later."""
    ends = [(later(plan[p], years[home[p]]), home[p]) for p in of[k] if plan[p] and plan[p] <= day]
    if len(ends) < len(of[k]):
        return None
    own = [e for e, r in ends if r == regio]
    return max(own) if own and max(own) >= max(e for e, _ in ends) else None


def close_projects(day):
    with house.db:
        for p, d in plan.items():
            closed = d and d <= day
            moment = int(datetime.datetime(d.year, d.month, d.day, 12, tzinfo=datetime.timezone.utc).timestamp()) if closed else None
            house.db.execute("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ? AND afgerond_op IS NOT ?", (moment, moment, p, moment))


def gone():
    return {k for (k,) in house.db.execute("SELECT id FROM alle_kandidaat WHERE gewist_op IS NOT NULL").fetchall()}


def figures():
    return house.db.execute("SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent), count(*) FROM alle_inzet").fetchone()


def year(day, expected):
    due = {k for k in of if k not in expected and (t := term(k, day)) and t <= day and held.get(k, day) <= day}
    page = house.page("CP", "/beheer/vernietigen")
    shown = {int(n) for n in re.findall(r'<th scope="row">K-(\d+)</th>', page)}
    soon = {k for k in of if k not in expected and (t := term(k, day)) and t <= day + datetime.timedelta(days=30)}
    check(len(soon) > 500 or shown == soon, f"{day}: the page shows who ends within 30 days: too many {shown - soon}, missing {soon - shown}")
    if not due:
        return set()
    # one of them is held for two years
    some = sorted(due)[0]
    until = day + datetime.timedelta(days=730)
    check(house.act("CP", f"/beheer/vernietigen/uitstel/{some}", tot=until.strftime("%d-%m-%Y"), reden="Er loopt een bezwaar"), f"{day}: K-{some} is held")
    held[some] = until + datetime.timedelta(days=1)
    due.discard(some)
    if not due:
        return set()
    before = figures()
    check(house.act("CP", "/beheer/vernietigen/lijst"), f"{day}: a list is proposed")
    number = house.one("SELECT max(id) FROM alle_vernietiging")
    check(not house.act("CP", "/beheer/vernietigen/lijst"), f"{day}: not two lists at once")
    check(house.ask("CP", f"/beheer/vernietigen/{number}/akkoord")[0] == 403, f"{day}: who proposed does not decide")
    check(house.ask("cp.fryslan@example.nl", f"/beheer/vernietigen/{number}")[0] == 404, f"{day}: another regio sees nothing")
    check(not gone() - expected, f"{day}: nothing is erased before the decision")
    check(house.act("cp2@example.nl", f"/beheer/vernietigen/{number}/akkoord"), f"{day}: another decides")
    for _ in range(200):
        if house.one("SELECT klaar_op FROM alle_vernietiging WHERE id = ?", number) and not house.one("SELECT count(*) FROM alle_sleutel_weg"):
            break
        time.sleep(0.1)
    check(figures() == before, f"{day}: the figures stay: {before} {figures()}")
    record = house.page("CP", f"/beheer/vernietigen/{number}")
    check("Verklaring van vernietiging" in record and f"{len(due)}: {len(due)} gewist" in record and f"{N} jaar" in record, f"{day}: the record says what, how many and on what ground")
    return due


try:
    expected = set()
    for i in range(YEARS):
        day = later(FIRST, i)
        close_projects(day)
        house.start(day)
        expected |= year(day, expected)
        check(gone() == expected, f"{day}: exactly what the rule says: too many {sorted(gone() - expected)[:5]}, missing {sorted(expected - gone())[:5]}")
        check(house.stop() == 0, "the server stops in order")
    check(len(expected) > 50 and len(expected) < len(of), f"some are gone and some are not: {len(expected)} of {len(of)}")
    # 30 days ahead each coordinator is told how many, once
    some = next(k for k in sorted(of) if k not in expected and plan[of[k][0]] and (t := term(k, datetime.date(2060, 1, 1))) and t > later(FIRST, YEARS))
    last = term(some, datetime.date(2060, 1, 1))
    day = last - datetime.timedelta(days=30)
    close_projects(day)
    count = sum(1 for k in of if k not in expected and term(k, day) == last)
    out = subprocess.run([SRM, "planner", "--droog", "--datum", str(day), "--config", house.config], capture_output=True, text=True).stdout
    told = {line.split("\t")[4] for line in out.splitlines() if "\tbewaartermijn\t" in line and line.startswith(str(day)) and f"\t{regio}\t" in line}
    wanted = {e for (e,) in house.db.execute("SELECT g.email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.regio_id = ? AND o.soort = 'coordinatiepunt' AND g.staat = 'actief'", (regio,))}
    check(count > 0 and told == wanted, f"{day}: each coordinator is told of {count}: {told} {wanted} {out[-300:]}")
    errors = [l for l in open(house.dir + "/log").read().splitlines() if '"level":"error"' in l and "is the clock right" not in l]     # each start is a year later
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
    out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
    check(f"of {len(expected)} kandidaten nothing is left" in out.stdout + out.stderr, "srmonitor check agrees: " + (out.stdout + out.stderr)[-300:])
finally:
    if house.server and house.server.poll() is None:
        house.server.kill()
    house.remove()
sys.exit(done())
