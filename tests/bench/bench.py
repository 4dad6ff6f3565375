"""make bench: how long the pages take, on the demo and on a regio of a hundred times its size, in one run on one machine. Figures to compare with each
other, never a test: the last columns are ratios, and the yardstick is the page Inloggen of the same server. TIMES=100 grows, ROUNDS=60 asks each page."""
import os, sqlite3, statistics, sys, threading, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House

TIMES, ROUNDS = int(os.environ.get("TIMES", 100)), int(os.environ.get("ROUNDS", 60))
# Table -> its columns that name a row of a table that is copied too.
COPIED = {
    "alle_kandidaat": {"id": "alle_kandidaat", "sleutel": "alle_kandidaat"},
    "alle_project": {"id": "alle_project"},
    "alle_periode": {"id": "alle_periode", "project_id": "alle_project"},
    "alle_koppeling": {"project_id": "alle_project"},
    "alle_inzet": {"id": "alle_inzet", "project_id": "alle_project", "kandidaat_id": "alle_kandidaat"},
    "alle_inzet_versie": {"id": "alle_inzet_versie", "inzet_id": "alle_inzet"},
    "alle_inzet_uren": {"versie_id": "alle_inzet_versie"},
    "alle_inzet_antwoord": {"versie_id": "alle_inzet_versie"},
}


def grow(house, times):
    """Every project with all that hangs on it, times over: each copy has persons of its own (whose names are nobody's)."""
    db = house.db
    step = {t: db.execute(f"SELECT max({'sleutel' if t == 'alle_kandidaat' else 'id'}) FROM {t}").fetchone()[0] + 1 for t in COPIED if "id" in COPIED[t]}
    step["alle_kandidaat"] = max(step["alle_kandidaat"], db.execute("SELECT max(id) FROM alle_kandidaat").fetchone()[0] + 1)
    with db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (%s)" % ",".join("?" * len(COPIED)), list(COPIED)).fetchall()
        for name, _ in triggers:        # what was is not what is measured
            db.execute(f"DROP TRIGGER {name}")
        for table, moved in COPIED.items():
            names = [c[1] for c in db.execute(f"PRAGMA table_info({table})")]
            first = f" WHERE {'id' if 'id' in moved else next(iter(moved))} < {step[next(iter(moved.values()))]}"
            chosen = ", ".join(f"{c} + k.i * {step[moved[c]]}" if c in moved else c + " || ' ' || k.i" if c in ("naam", "naam_sleutel") and table == "alle_project" else c for c in names)
            db.execute(f"WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < {times - 1}) INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM (SELECT * FROM {table}{first}), k")
        for _, sql in triggers:
            db.execute(sql)
    db.execute("PRAGMA optimize")


def pages(house):
    """Of each kind of page one that has much to show."""
    busiest = house.one("SELECT i.project_id FROM alle_inzet i JOIN alle_koppeling k ON k.project_id = i.project_id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    inzet = house.one("SELECT max(id) FROM alle_inzet WHERE project_id = ? AND soort = 'kandidaat'", busiest)
    return [("ON", "/inloggen"), ("ON", "/"), ("CP", "/"), ("OG", "/projecten"), ("CP", "/projecten"), ("CP", "/projecten?sorteer=-actueel"), ("CP", "/projecten?naam=school"), ("AM", "/werklijst"),
            ("ON", f"/projecten/{busiest}"), ("ON", f"/projecten/{busiest}/verantwoording"), ("ON", f"/projecten/{busiest}/inzet/{inzet}"), ("CP", "/zoeken?q=school"), ("CP", "/rapportage/projecten")]


def measure(house, asked):
    out = {}
    for who, path in asked:
        taken = []
        status = house.ask(who, path)[0]
        for _ in range(ROUNDS):
            began = time.perf_counter()
            house.ask(who, path)
            taken.append((time.perf_counter() - began) * 1000)
        taken.sort()
        out[(who, path)] = (status, statistics.median(taken), taken[int(len(taken) * .95)])
    return out


def crowd(house, seconds=5, people=8):
    """So many at once ask for the projects page: answers in a second."""
    until, counts = time.monotonic() + seconds, [0] * people

    def one(i):
        while time.monotonic() < until:
            counts[i] += house.ask("OG", "/projecten")[0] == 200
    threads = [threading.Thread(target=one, args=(i,)) for i in range(people)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    return sum(counts) / seconds


def run(times):
    house = House()
    try:
        if times > 1:
            grow(house, times)
        house.start()
        asked = pages(house)
        many = house.one("SELECT count(*) FROM alle_project"), house.one("SELECT count(*) FROM alle_inzet")
        return many, asked, measure(house, asked), crowd(house), os.path.getsize(house.dir + "/srmonitor.db")
    finally:
        house.stop()
        house.remove()


small, large = run(1), run(TIMES)
print(f"{'projects, inzet, MB':44} {small[0][0]:6} {small[0][1]:6} {small[4] / 1e6:5.0f}   {large[0][0]:6} {large[0][1]:6} {large[4] / 1e6:5.0f}")
print(f"{'page':44} {'median':>8} {'95 %':>8} ms  {'median':>8} {'95 %':>8} ms  {'grown / demo':>12} {'grown / Inloggen':>17}")
yard = large[2][large[1][0]][1]
for a, b in zip(small[1], large[1]):
    s, l = small[2][a], large[2][b]
    print(f"{a[0] + ' ' + a[1]:44} {s[1]:8.2f} {s[2]:8.2f}     {l[1]:8.2f} {l[2]:8.2f}     {l[1] / s[1]:12.2f} {l[1] / yard:17.2f}{'' if (s[0], l[0]) == (200, 200) else f'  answered {s[0]} and {l[0]}'}")
print(f"{'8 at once, OG /projecten: answers a second':44} {small[3]:8.0f} {'':11} {large[3]:8.0f} {'':11} {large[3] / small[3]:12.2f}")
