"""Past days: a demo regio is lived on the set clock with acts by real pages; at the end of each day what the projects and the inzet show is written down. Later every day is asked back
as a report of that day, and every pair of days as a difference: the same figures, and parts that add up to the cent."""
import datetime, random, sys
import house as h
from house import MAILS, House, cents, check, done, table

house = House()
TODAY = datetime.date.today()
shown = {}
OWN = "JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' JOIN alle_regio r ON r.id = p.regio_id AND r.slug LIKE 'groningen%'"


def dutch(day):
    return day.strftime("%d-%m-%Y")


def note(day):
    """What is shown at the end of this day, in the regio of the coordinatiepunt."""
    regio = house.one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
    projects = {r[0]: r[1:] for r in house.db.execute("SELECT id, naam, start, eind, bruto_cent, korting_cent, netto_cent, actueel_cent, prognose_cent, ingediend_cent, signaal, afgerond_op IS NOT NULL FROM alle_project WHERE regio_id = ?", (regio,))}
    inzet = sorted(r for r in house.db.execute("""SELECT p.naam, i.kandidaat_id, i.status, v.start, coalesce(v.uit_dienst, v.eind), i.actueel_cent, i.prognose_cent, i.ingediend_cent FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id
        JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie WHERE p.regio_id = ? AND i.soort = 'kandidaat'""", (regio,)))
    shown[day] = (projects, inzet)


def entries(status, n, more="1"):
    return house.db.execute(f"""SELECT i.id, i.project_id, i.versie, v.start, v.eind FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id {OWN} JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie
        WHERE i.status = ? AND i.soort = 'kandidaat' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND {more} ORDER BY i.id LIMIT ?""", (status, n)).fetchall()


def page(e, part):
    return f"/projecten/{e[1]}/inzet/{e[0]}/{part}"


def assess(n_good, n_back):
    waiting = entries("ingediend", n_good + n_back)
    for e in waiting[:n_good]:
        check(house.act("AM", f"/projecten/{e[1]}/inzet/{e[0]}", to=page(e, "goedkeuren")), f"inzet {e[0]} approved")
    for e in waiting[n_good:]:
        check(house.act("AM", page(e, "terugsturen"), reden="Controleer de uren"), f"inzet {e[0]} sent back")


def leave(day, n):
    for e in entries("goedgekeurd", n, f"v.start < '{day}' AND v.uit_dienst IS NULL AND (v.eind IS NULL OR v.eind > '{day + datetime.timedelta(days=20)}')"):
        check(house.act("ON", page(e, "uit-dienst"), laatste=dutch(day - datetime.timedelta(days=1)), reden="ander_werk"), f"inzet {e[0]} ended early")


def hours(day, n):
    for e in entries("goedgekeurd", n, f"v.start < '{day}' AND v.uit_dienst IS NULL AND (v.eind IS NULL OR v.eind > '{day + datetime.timedelta(days=40)}')"):
        check(house.act("ON", page(e, "uren"), vanaf=dutch(day + datetime.timedelta(days=3)), week="8"), f"inzet {e[0]}: other hours")


def correct(n):
    for e in entries("goedgekeurd", n, "v.uit_dienst IS NULL AND v.eind IS NOT NULL"):
        end = datetime.date.fromisoformat(e[4]) - datetime.timedelta(days=15)
        house.act("ON", page(e, "corrigeren"), eind=dutch(end), reden="Einddatum stond fout", actie="opslaan")


def raam():
    """Two periods are determined, a third one is changed."""
    project = house.one(f"SELECT p.id FROM alle_project p {OWN.replace('on@', 'og@')} WHERE p.afspraak = 'raamovereenkomst' AND p.afgerond_op IS NULL AND (SELECT count(*) FROM alle_periode t WHERE t.project_id = p.id AND t.vastgesteld_cent IS NULL) >= 2 LIMIT 1")
    text = h.Form(house.page("OG", f"/projecten/{project}/perioden"))
    fields = [f[1] for f in text.forms if f[1] and "_eenmalig" in f[1]][-1]
    free = [k for k in sorted(fields) if k.startswith("p_vast.") and not fields[k] and fields.get(k.replace("p_vast", "p_start"))]
    check(house.act("OG", f"/projecten/{project}/perioden", **{free[0]: "12.345,67"}), f"project {project}: a period determined")
    check(house.act("OG", f"/projecten/{project}/perioden", **{free[1].replace("p_vast", "p_bedrag"): "5.000,00"}), f"project {project}: an estimate changed")


def change():
    project = house.one(f"SELECT p.id FROM alle_project p {OWN.replace('on@', 'og@')} WHERE p.afspraak = 'sr_verplichting' AND p.afgerond_op IS NULL LIMIT 1")
    eind = datetime.date.fromisoformat(house.one("SELECT eind FROM alle_project WHERE id = ?", project)) + datetime.timedelta(days=31)
    check(house.act("OG", f"/projecten/{project}/wijzigen", naam="Anders genoemd", eind=dutch(eind), verplichting="123.456,78"), f"project {project} changed")


def regio():
    now = house.one("SELECT telt FROM alle_regio WHERE slug LIKE 'groningen%'")
    check(house.act("CP", "/beheer/regio", telt="direct" if now != "direct" else "na_goedkeuring", bevestigd="1"), "the regio counts otherwise")


def certificate():
    on = house.one("SELECT id FROM alle_organisatie WHERE kvk = '90000001'")
    last = house.one("SELECT id FROM alle_pso WHERE organisatie_id = ? AND vervallen_op IS NULL ORDER BY id LIMIT 1", on)
    check(house.act("ON", f"/opdrachtnemers/{on}/pso/{last}/verwijderen", reden="Ingetrokken"), "a certificate is withdrawn")


def close(day):
    project = house.one(f"SELECT p.id FROM alle_project p {OWN.replace('on@', 'og@')} WHERE p.afgerond_op IS NULL AND p.eind < ? AND EXISTS (SELECT 1 FROM alle_koppeling a JOIN alle_gebruiker ga ON ga.id = a.gebruiker_id WHERE a.project_id = p.id AND ga.email = 'am@example.nl') ORDER BY p.goedgekeurd_op IS NULL, p.eind LIMIT 1", str(day))
    if not project:
        return None
    if not house.one("SELECT goedgekeurd_op FROM alle_project WHERE id = ?", project):
        if house.one("SELECT netto_cent > actueel_cent FROM alle_project WHERE id = ?", project):
            check(house.act("AM", f"/projecten/{project}/eindoordeel", oordeel="niet_voldaan", maatregel="geen", toelichting="Afgesproken"), f"project {project}: the verdict")
        check(house.act("AM", f"/projecten/{project}", to=f"/projecten/{project}/goedkeuren"), f"project {project} approved")
    check(house.act("OG", f"/projecten/{project}/afronden"), f"project {project} completed")
    return project


def reopen(project):
    if project:
        check(house.act("CP", f"/projecten/{project}/heropenen", reden="Vergissing"), f"project {project} reopened")


def live():
    closed = None
    acts = {0: lambda d: (assess(4, 2), leave(d, 2)), 1: lambda d: (hours(d, 2), correct(3)), 4: lambda d: (raam(), change()), 5: lambda d: regio(), 35: lambda d: (assess(3, 1), certificate()),
            36: lambda d: close(d), 60: lambda d: (regio(), leave(d, 1)), 61: lambda d: assess(8, 0)}
    for after, act in acts.items():
        day = TODAY + datetime.timedelta(days=after)
        house.start(day, "10:00")
        got = act(day)
        closed = got if after == 36 else closed
        if after == 60:
            reopen(closed)
        note(day)
        house.stop()


def past_days():
    for day, (projects, inzet) in shown.items():
        heads, rows, _ = table(house.book("CP", f"/rapportage/projecten/excel?peildatum={dutch(day)}"))
        col = {n: heads.index(n) for n in heads}
        got = sorted((r[0], str(r[col["Startdatum"]])[:10], str(r[col["Einddatum"]])[:10], cents(r[col["SR verplichting bruto"]]), cents(r[col["PSO-korting"]]), cents(r[col["SR verplichting"]]), cents(r[col["SR actueel"]]),
                      cents(r[col["SR prognose"]]), cents(r[col["Nog te beoordelen"]]), r[col["Voortgang"]] or "", r[col["Stand"]] == "afgerond") for r in rows)
        expected = sorted((p[0], p[1], p[2], p[3] or 0, p[4], p[5] or 0, p[6], p[7], p[8], (p[9] or "").replace("_", " "), bool(p[10])) for p in projects.values())
        check(got == expected, f"{day}: every project as it was shown: " + str([x for x in zip(got, expected) if x[0] != x[1]][:2]))
        heads, rows, _ = table(house.book("CP", f"/rapportage/kandidaten/excel?peildatum={dutch(day)}"))
        col = {n: heads.index(n) for n in heads}
        got = sorted((r[col["Project"]], int(r[0][2:]), r[col["Status"]].lower(), str(r[col["Van"]])[:10], str(r[col["Tot en met"]])[:10] if r[col["Tot en met"]] else None, cents(r[col["SR actueel"]]), cents(r[col["SR prognose"]]),
                      cents(r[col["Nog te beoordelen"]])) for r in rows)
        check(sorted(map(str, got)) == sorted(map(str, inzet)), f"{day}: every overeenkomst as it was shown: " + str([x for x in zip(sorted(map(str, got)), sorted(map(str, inzet))) if x[0] != x[1]][:2]))


def differences():
    days, seen = sorted(shown), {}
    pairs = [(a, b) for i, a in enumerate(days) for b in days[i + 1:]]
    for a, b in pairs:
        book = house.book("CP", f"/rapportage/verschil/excel?van={dutch(a)}&tm={dutch(b)}")
        for sheet, column in ((0, 6), (1, 7), (2, 5)):
            heads, rows, total = table(book, sheet)
            check(all(sum(cents(v) for v in r[2:-1]) == cents(r[-1]) for r in rows), f"{a} → {b} {book.sheetnames[sheet]}: each line adds up")
            for day, k in ((a, 2), (b, -1)):
                check(sum(cents(r[k]) for r in rows) == sum((p[column] or 0) - 0 for p in shown[day][0].values()), f"{a} → {b} {book.sheetnames[sheet]}: as shown on {day}")
            for k, head in enumerate(heads[3:-1], 3):
                seen[book.sheetnames[sheet], head] = seen.get((book.sheetnames[sheet], head), 0) + (any(cents(r[k]) for r in rows))
        page = house.page("CP", f"/rapportage/verschil?van={dutch(a)}&tm={dutch(b)}&keuze=actueel")
        check("Tijd verstreken" in page and "Exporteer" in page, f"{a} → {b}: the page")
    for what in (("SR actueel", "Beëindigd"), ("SR actueel", "Gecorrigeerd"), ("SR actueel", "Beoordeeld"), ("SR actueel", "Tijd verstreken"), ("SR verplichting", "Vastgesteld"), ("SR verplichting", "Gecorrigeerd"), ("SR verplichting", "PSO-korting")):
        check(seen.get(what), f"{what} was seen somewhere")
    for wrong in ("van=32-1-2026", f"van={dutch(days[-1])}&tm={dutch(days[0])}", f"van={dutch(days[0])}&tm=1-1-2190", "tm=1-1-2026"):
        check('id="fout"' in house.page("CP", "/rapportage/verschil?" + wrong), f"{wrong} is told")
    check('id="peil-fout"' in house.page("CP", "/rapportage/projecten?peildatum=morgen"), "a day that is none is told")


try:
    live()
    house.start(TODAY + datetime.timedelta(days=62), "10:00")
    past_days()
    differences()
    errors = [l for l in open(house.dir + "/log").read().splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
finally:
    check(house.stop() == 0, "the server stops in order")
    house.remove()
sys.exit(done())
