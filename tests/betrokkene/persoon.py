"""What a person may ask (spec 5), over real HTTP on a demo: the coordinatiepunt corrects who it is, everywhere the person stands, with all that follows from another birth date; and the kandidatenbrief,
whose one-time code opens that one person's record and nothing else."""
import http.client, html, os, re, subprocess, sys, time, urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
import house as base
from house import House, SRM, Form, check, done

ORIGIN = "http://127.0.0.1:%d"


def forms(text):
    return [f for f in Form(text).forms if f[1] is not None and "_csrf" in f[1]]


def fill(text, to, **values):
    """The fields of the form that is sent to an address ending so, with these values."""
    found = [f[1] for f in forms(text) if (f[0] or "").endswith(to)]
    return found[-1] | values if found else {}


def plain(text):
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text.partition("<main")[2])))


def clean(house):
    out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
    return out.returncode == 0, (out.stdout + out.stderr)[-400:]


def request_of(house, soort, *kandidaten):
    """A request of the person, with these numbers in it; its address."""
    house.act("CP", "/beheer/betrokkenen/nieuw", soort=soort, ontvangen=house.day, identiteit="Paspoort gezien.")
    path = f"/beheer/betrokkenen/{house.one('SELECT max(id) FROM alle_verzoek')}"
    for k in kandidaten:
        page = house.page("CP", path)
        status, data, _ = house.ask("CP", path + "/zoeken", fill(page, "/zoeken", nummer=str(k)))
        sent = [f for f in forms(data.decode()) if (f[0] or "").endswith("/personen") and f[1].get("kandidaat") == str(k)]
        check(len(sent) == 1 and house.ask("CP", path + "/personen", sent[0][1])[0] == 303, f"K-{k} is put in the request: {status}")
    return path


def known(house, naam, geboren, soort="inzage"):
    """Who is found by name and birth date."""
    path = request_of(house, soort)
    page = house.page("CP", path)
    return {int(n) for n in re.findall(r'name="kandidaat" value="(\d+)"', house.ask("CP", path + "/zoeken", fill(page, "/zoeken", naam=naam, geboren=geboren))[1].decode())}


def opened(house, path, kandidaat):
    """The form to correct this person: by a button."""
    page = house.page("CP", path)
    status, data, _ = house.ask("CP", f"{path}/personen/{kandidaat}/gegevens", fill(page, f"/{kandidaat}/gegevens"))
    return status, data.decode()


def correcting(house):
    # two persons of two contractors, with approved inzet of which the age is an answer; one of them on a project that is approved as a whole
    rows = house.db.execute("""SELECT i.kandidaat_id, min(i.id), p.opdrachtnemer_id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id
        JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_inzet_antwoord w ON w.versie_id = v.id AND w.attribuut = 'leeftijd'
        WHERE r.slug LIKE 'groningen%' AND r.identiteit = 'naw' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND i.ingetrokken_op IS NULL
        AND NOT EXISTS (SELECT 1 FROM alle_inzet a JOIN alle_project q ON q.id = a.project_id WHERE a.kandidaat_id = i.kandidaat_id AND (q.regio_id <> p.regio_id OR q.goedgekeurd_op IS NOT NULL))
        GROUP BY i.kandidaat_id ORDER BY p.opdrachtnemer_id, i.kandidaat_id""").fetchall()
    first = rows[0]
    second = next(r for r in rows if r[2] != first[2])
    k, inzet = first[0], first[1]
    with house.db:
        house.db.execute("UPDATE alle_inzet SET status = 'goedgekeurd', geldend = versie WHERE id IN (?, ?)", (inzet, second[1]))
    page = house.page("CP", request_of(house, "inzage", k))
    check("/gegevens" not in page and "/inzage" in page, "in a request for something else there is no correcting")
    path = request_of(house, "correctie", k, second[0])
    status, page = opened(house, path, k)
    check(status == 200 and house.one("SELECT count(*) FROM alle_verzoek_daad WHERE wat = 'inzage' AND kandidaat_id = ?", k) == 1, f"the form opens, and that it was read is in the dossier: {status}")
    form = fill(page, "/verbeteren")
    check("geinformeerd_op" not in form and form["naam"] and form["geboortedatum"], "who it is, not when informed")
    to = f"{path}/personen/{k}/verbeteren"
    state = lambda i: house.db.execute("SELECT versie, geldend, status FROM alle_inzet WHERE id = ?", (i,)).fetchone()
    age = lambda i: house.one("SELECT w.waarde FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_inzet_antwoord w ON w.versie_id = v.id AND w.attribuut = 'leeftijd' WHERE i.id = ?", i)
    before = {i: (state(i), age(i)) for i in (inzet, second[1])}
    audit = house.one("SELECT max(id) FROM alle_audit")
    sums = lambda: house.db.execute("SELECT sum(prognose_cent), sum(ingediend_cent) FROM alle_inzet").fetchone()
    figures = sums()
    status, data, _ = house.ask("CP", to, form | {"reden": "Paspoort gezien."})
    check(status == 422 and "niets veranderd" in plain(data.decode()), f"nothing changed is told: {status}")
    # a name alone: no inzet changes
    old_name, old_birth = form["naam"], form["geboortedatum"]
    status, _, _ = house.ask("CP", to, fill(opened(house, path, k)[1], "/verbeteren", naam="Verbeterd Zeldzaamnaam", reden="Paspoort gezien."))
    check(status == 303 and state(inzet) == before[inzet][0], f"another name changes no inzet: {status}")
    check(k in known(house, "verbeterd zeldzaamnaam", old_birth) and k not in known(house, old_name, old_birth), "found under the new name, not under the old one")
    check(house.one("SELECT na FROM alle_audit WHERE wat = 'verzoek.verbeteren' ORDER BY id DESC") == f"K-{k:06d}: naam", "the log says which field")
    # somebody saved in between
    status, data, _ = house.ask("CP", to, form | {"adres": "Elders 1", "reden": "Paspoort gezien."})
    check(status == 422 and "Iemand anders heeft" in plain(data.decode()), f"an older version is refused: {status}")
    # another birth date, at both contractors
    page = opened(house, path, k)[1]
    birth = old_birth[:6] + str(int(old_birth[6:]) - 20)
    other = [n for n, v in fill(page, "/verbeteren").items() if n.startswith("ook_id.") and v == str(second[0])]
    check(len(other) == 1 and "een andere naam" in plain(page), "the other contractor's is offered, and that it differs now is said")
    body = fill(page, "/verbeteren", geboortedatum=birth, reden="Paspoort gezien.") | {other[0].replace("ook_id", "ook"): "ja"}
    stored = house.one("SELECT group_concat(versie) FROM alle_kandidaat")
    status, data, _ = house.ask("CP", to, body)
    text = plain(data.decode())
    check(status == 422 and f"was {before[inzet][1]}, wordt {int(before[inzet][1]) + 20}" in text and "Wordt opnieuw ingediend" in text, f"what follows is shown first: {status} {text[:200]}")
    check(house.one("SELECT group_concat(versie) FROM alle_kandidaat") == stored and state(inzet) == before[inzet][0] and sums() == figures, "and nothing is stored yet")
    check(body[other[0].replace("ook_id", "ook")] == fill(data.decode(), "/verbeteren").get(other[0].replace("ook_id", "ook")), "what was chosen stays chosen")
    status, data, _ = house.ask("CP", to, fill(data.decode(), "/verbeteren", zeker="ja"))
    check(status == 303, f"after yes it is: {status} {plain(data.decode())[:300]}")
    for i in (inzet, second[1]):
        (versie, geldend, _), years = before[i]
        check(state(i) == (versie + 1, geldend, "ingediend") and age(i) not in (None, years), f"inzet {i} is judged again, what was approved goes on counting: {state(i)} {age(i)}")
    check({k, second[0]} <= known(house, "Verbeterd Zeldzaamnaam", birth), "both have the same name and birth date now")
    told = {a for (a,) in house.db.execute("SELECT aan FROM alle_bericht WHERE soort = 'verbeterd' AND over_id IN (?, ?)", (k, second[0])).fetchall()}
    wanted = {a for (a,) in house.db.execute("""SELECT DISTINCT g.email FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_contact c ON c.project_id = p.id JOIN alle_gebruiker g ON g.id = c.gebruiker_id
        JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE i.kandidaat_id IN (?, ?) AND o.soort IN ('opdrachtnemer', 'intermediair') AND g.staat = 'actief'
        AND (c.van IS NULL OR ? BETWEEN c.van AND c.tm)""", (k, second[0], house.iso)).fetchall()}
    check(told == wanted and len(told) > 0, f"the contractors are told: {told ^ wanted}")
    said = "".join(f"{v} {n}" for v, n in house.db.execute("SELECT voor, na FROM alle_audit WHERE id > ?", (audit,)).fetchall())
    check("Zeldzaam" not in said and birth not in said and old_name not in said, "no name and no date in the log")
    check(clean(house)[0], f"srmonitor check is green: {clean(house)[1]}")
    # a project approved as a whole stays as it was closed; the data is right all the same
    with house.db:
        house.db.execute("UPDATE alle_project SET goedgekeurd_op = ?, goedgekeurd_door = (SELECT id FROM alle_gebruiker WHERE email = 'am@example.nl') WHERE id = (SELECT project_id FROM alle_inzet WHERE id = ?)", (house.moment, inzet))
    now = state(inzet), age(inzet)
    page = opened(house, path, k)[1]
    status, data, _ = house.ask("CP", to, fill(page, "/verbeteren", geboortedatum=old_birth, reden="Toch niet."))
    check(status == 422 and "Blijft zoals het is goedgekeurd" in plain(data.decode()), f"that it stays is said: {status}")
    status, data, _ = house.ask("CP", to, fill(data.decode(), "/verbeteren", zeker="ja"))
    check(status == 303 and (state(inzet), age(inzet)) == now, f"and it stays: {status} {state(inzet)}")
    with house.db:
        house.db.execute("UPDATE alle_project SET goedgekeurd_op = NULL, goedgekeurd_door = NULL WHERE id = (SELECT project_id FROM alle_inzet WHERE id = ?)", (inzet,))
    check(house.act("CP", path + "/sluiten", reden="Verbeterd."), "the request is closed")
    check(house.ask("CP", to, fill(page, "/verbeteren", naam="Nog Anders", reden="x"))[0] in (403, 404), "after that there is no correcting")
    # what was withdrawn stays withdrawn, what was sent back stays sent back
    path = request_of(house, "correctie", second[0])
    with house.db:
        house.db.execute("UPDATE alle_inzet SET status = 'teruggestuurd', reden = 'walk' WHERE id = ?", (second[1],))
    versie = state(second[1])[0]
    body = fill(opened(house, path, second[0])[1], "/verbeteren", geboortedatum=old_birth[:6] + str(int(old_birth[6:]) - 5), reden="Paspoort gezien.", zeker="ja")
    check(house.ask("CP", f"{path}/personen/{second[0]}/verbeteren", body)[0] == 303 and state(second[1])[::2] == (versie + 1, "teruggestuurd"), f"sent back stays sent back: {state(second[1])}")
    with house.db:
        house.db.execute("UPDATE alle_inzet SET ingetrokken_op = 1, status = 'teruggestuurd', geldend = NULL WHERE id = ?", (second[1],))
    body = fill(opened(house, path, second[0])[1], "/verbeteren", geboortedatum=old_birth[:6] + str(int(old_birth[6:]) - 9), reden="Paspoort gezien.", zeker="ja")
    check(house.ask("CP", f"{path}/personen/{second[0]}/verbeteren", body)[0] == 303 and state(second[1])[0] == versie + 1, "withdrawn stays withdrawn")
    with house.db:
        house.db.execute("UPDATE alle_inzet SET ingetrokken_op = NULL, status = 'ingediend', reden = '' WHERE id = ?", (second[1],))


def log_is_clean(house):
    log = open(os.path.join(house.dir, "log")).read()
    check("Zeldzaam" not in log, "no name in the log")
    errors = [l for l in log.splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))


house = House()
try:
    house.start()
    house.iso = time.strftime("%Y-%m-%d")
    house.day = "-".join(reversed(house.iso.split("-")))
    for part in (correcting, log_is_clean):
        try:
            part(house)
        except Exception as e:      # the next part still runs
            import traceback
            traceback.print_exc()
            check(False, f"{part.__name__}: {type(e).__name__}: {e}")
    check(house.stop() == 0, "the server stops in order")
finally:
    if house.server and house.server.poll() is None:
        house.server.kill()
    house.remove()
sys.exit(done())
