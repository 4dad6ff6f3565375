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

# ---- the kandidatenbrief ----
CODE = r"\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}\b"
PAGE = "/mijn-gegevens-inzien"


class Person:
    """Somebody without an account, with a browser without JavaScript."""
    def __init__(self, house):
        self.house, self.cookie = house, None

    def ask(self, path, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        headers = {"Cookie": self.cookie} if self.cookie else {}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.house.port}"}
        c.request("GET" if body is None else "POST", path, body=None if body is None else urllib.parse.urlencode(body), headers=headers)
        answer = c.getresponse()
        text = answer.read().decode()
        self.set = [v.split(";")[0] for k, v in answer.getheaders() if k.lower() == "set-cookie"]
        for v in self.set:
            if v.startswith("__Host-sr-voor="):
                self.cookie = v
        self.headers = answer.headers
        c.close()
        return answer.status, text

    def open(self, code, geboren):
        return self.ask(PAGE, fill(self.ask(PAGE)[1], PAGE, code=code, geboren=geboren))


def unchecked(text):
    """The page without what differs from request to request, and what was typed."""
    return re.sub(r'(name="_(csrf|eenmalig|csrf)" value="|name="(code|geboren)" type="text" value=")[^"]*', r"\1", text).partition("<main")[2]


def born(house, k):
    return house.born[k]


def letter(house, who, path):
    """A letter made by somebody; its code."""
    page = house.page(who, path)
    forms_ = [f[1] for f in forms(page) if f[0] is None]
    status, data, headers = house.ask(who, path, forms_[-1] if forms_ else {})
    text = data.decode()
    codes = re.findall(CODE, text)
    check(status == 200 and len(codes) == 1 and headers["Cache-Control"] == "no-store", f"{who} {path}: a letter with one code: {status} {codes}")
    house.codes += codes
    return codes[0] if codes else None, text, forms_


def own_kandidaat(house, n):
    """The n-th kandidaat of on@example.nl on a running project of the naw regio, with inzet and birth date as its own page says."""
    rows = house.db.execute("""SELECT i.kandidaat_id, i.project_id, i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id
        JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.email = 'on@example.nl' JOIN alle_kandidaat a ON a.id = i.kandidaat_id
        WHERE r.slug LIKE 'groningen%' AND p.afgerond_op IS NULL AND a.gewist_op IS NULL AND i.ingetrokken_op IS NULL AND p.opdrachtnemer_id = g.organisatie_id
        AND NOT EXISTS (SELECT 1 FROM alle_inzet j JOIN alle_project q ON q.id = j.project_id WHERE j.kandidaat_id = i.kandidaat_id AND q.regio_id <> p.regio_id) GROUP BY i.kandidaat_id ORDER BY i.kandidaat_id DESC""").fetchall()
    k, project, inzet = rows[n]
    text = plain(house.page("ON", f"/projecten/{project}/inzet/{inzet}"))
    house.born[k] = re.search(r"Geboortedatum (\d\d-\d\d-\d{4})", text).group(1)
    house.name[k] = re.search(r"Wie het is Naam (.*?) (?:Initialen|Adres) ", text).group(1)
    return k, f"/projecten/{project}/inzet/{inzet}/brief"


def printing(house):
    k, path = own_kandidaat(house, 0)
    check("nog niet gemaakt" in plain(house.page("ON", path.removesuffix("/brief"))), "the page of the inzet says that there is no letter yet")
    code, text, sent = letter(house, "ON", path)
    words = plain(text)
    for needed in (house.name[k], "social return", "jaar nadat", "bezwaar maken", PAGE, f"K-{k:06d}", "Nooit uw BSN", "ziet niet wie u bent", "Autoriteit Persoonsgegevens", house.one("SELECT cp_email FROM alle_regio WHERE slug LIKE 'groningen%'")):
        check(needed in words, f"the letter says: {needed}")
    check(house.one("SELECT grondslag FROM alle_regio WHERE slug LIKE 'groningen%'") in words, "the ground is the regio's own")
    status, data, _ = house.ask("ON", path, sent[-1])
    check(status == 409 and not re.search(CODE, data.decode()), f"sent twice makes no second letter, and the code does not come back: {status}")
    row = house.db.execute("SELECT length(code), kandidaat_id, einde FROM alle_brief ORDER BY id DESC").fetchone()
    check(row == (32, k, None), f"only a hash is kept: {row}")
    check(house.one("SELECT na FROM alle_audit WHERE wat = 'brief.maken' ORDER BY id DESC") == f"K-{k:06d}", "that it was made is in the log, by number")
    words = plain(house.page("ON", path.removesuffix("/brief")))
    check("Kandidatenbrief gemaakt op" in words and "nog niet gebruikt" in words, "and on the page of the inzet")
    for who in ("OG", "AM", "CP"):
        check(house.ask(who, path)[0] == 403, f"{who} makes none there")
    check(house.ask("on.fryslan@example.nl", path)[0] == 404, "another contractor knows nothing of it")


def guessing(house):
    k, path = own_kandidaat(house, 1)
    code, _, _ = letter(house, "ON", path)
    person, right = Person(house), born(house, k)
    tried = lambda: house.one("SELECT coalesce(sum(fout), 0) FROM alle_brief_poging")
    before = tried()
    typo = code[:-1] + ("0" if code[-1] != "0" else "1")
    status, text = person.open(typo, right)
    check(status == 422 and "typefout" in text and tried() == before, f"a typing error is told and not counted: {status}")
    check("zestien letters" in person.open(code[:9], right)[1], "too short is told")
    check(person.open(code, "")[0] == 422 and tried() == before, "without a birth date nothing is looked up")
    unknown = "0000-0000-0000-001Z"
    pages = {"another birth date": person.open(code, "01-01-1930"), "an unknown code": person.open(unknown, right)}
    # the same answer for whatever opens nothing
    def state(what, sql, *args):
        with house.db:
            house.db.execute("SAVEPOINT x")
        saved = house.db.execute("SELECT * FROM alle_brief WHERE kandidaat_id = ? ORDER BY id DESC", (k,)).fetchone()
        with house.db:
            house.db.execute(sql, args)
        pages[what] = person.open(code, right)
        return saved
    now = int(time.time())
    brief = house.one("SELECT id FROM alle_brief WHERE kandidaat_id = ? ORDER BY id DESC", k)
    valid = house.one("SELECT verloopt_op FROM alle_brief WHERE id = ?", brief)
    for what, change, back in (("expired", f"UPDATE alle_brief SET verloopt_op = {now - 1} WHERE id = {brief}", f"UPDATE alle_brief SET verloopt_op = {valid}, fouten = 0 WHERE id = {brief}"),
                               ("used half an hour ago", f"UPDATE alle_brief SET gebruikt_op = {now - 1801} WHERE id = {brief}", f"UPDATE alle_brief SET gebruikt_op = NULL, fouten = 0 WHERE id = {brief}"),
                               ("shielded", f"UPDATE alle_kandidaat SET geblokkeerd_op = 1 WHERE id = {k}", f"UPDATE alle_kandidaat SET geblokkeerd_op = NULL WHERE id = {k}"),
                               ("erased", f"UPDATE alle_kandidaat SET gewist_op = 1 WHERE id = {k}", f"UPDATE alle_kandidaat SET gewist_op = NULL WHERE id = {k}")):
        with house.db:
            house.db.execute(change)
        pages[what] = person.open(code, right)
        with house.db:
            house.db.execute(back)
    first = unchecked(pages["an unknown code"][1])
    for what, (status, text) in pages.items():
        check(status == 422 and unchecked(text) == first and "openen niets" in text and house.name[k] not in text, f"{what}: the same bytes as any other: {status}")
    check(tried() == before + len(pages), f"each is counted: {tried() - before} of {len(pages)}")
    with house.db:
        house.db.execute("UPDATE alle_brief SET fouten = 0 WHERE id = ?", (brief,))
    times = {"01-01-1930": [], unknown: []}
    for _ in range(16):
        with house.db:
            house.db.execute("UPDATE alle_brief SET fouten = 3 WHERE id = ?", (brief,))
        for what, taken in times.items():
            began = time.time()
            person.open(code if what != unknown else unknown, "01-01-1930")
            taken.append(time.time() - began)
    a, b = (sorted(t)[3] for t in times.values())
    check(0.4 < a / b < 2.5, f"and costs the same time: {a:.4f} and {b:.4f} s")
    check(house.one("SELECT fouten FROM alle_brief WHERE id = ?", brief) == 4, "four wrong birth dates")
    person.open(code, "01-01-1930")
    check(house.db.execute("SELECT code, einde FROM alle_brief WHERE id = ?", (brief,)).fetchone() == (None, "op_slot"), "the fifth locks the code")
    check("openen niets" in person.open(code, right)[1], "then the right one opens nothing either")
    check(house.one("SELECT na FROM alle_audit WHERE wat = 'brief.op_slot' ORDER BY id DESC") == f"K-{k:06d}", "that it was locked is in the log")
    # of everybody together
    code, _, _ = letter(house, "ON", path)
    with house.db:
        house.db.execute("INSERT INTO alle_brief_poging (uur, fout) VALUES (?, 299) ON CONFLICT DO UPDATE SET fout = 299", (int(time.time()) // 3600,))
    Person(house).open(unknown, right)
    status, text = Person(house).open(code, right)
    check(status == 422 and "te vaak een verkeerde code" in text and house.name[k] not in text, f"after 300 in an hour nobody is looked up: {status}")
    check(house.one("SELECT gebruikt_op FROM alle_brief ORDER BY id DESC") is None and "300 mislukte" in house.one("SELECT na FROM alle_audit WHERE wat = 'brief.pogingen' ORDER BY id DESC"), "and that is in the log")
    with house.db:
        house.db.execute("DELETE FROM alle_brief_poging")
    status, text = person.open(code, right)
    check(status == 200 and house.name[k] in text, f"an hour later it opens: {status}")


def reading(house):
    k, path = own_kandidaat(house, 2)
    old, _, _ = letter(house, "ON", path)
    code, _, _ = letter(house, "ON", path)
    person, right = Person(house), born(house, k)
    with house.db:
        house.db.execute("INSERT INTO alle_bewijs (inzet_id, soort, dag, sha256, op, door) SELECT min(i.id), 'loonstrook', '2026-01-02', ?, 0, (SELECT min(id) FROM alle_gebruiker) FROM alle_inzet i WHERE i.kandidaat_id = ?", ("a" * 64, k))
    check("openen niets" in person.open(old, right)[1], "a new letter ends the code of the one before")
    status, text = person.open(code.lower().replace("-", " "), right.replace("-", "/"))
    words = plain(text)
    check(status == 200 and house.name[k] in words and f"K-{k:06d}" in words and right in words, f"the own record, typed in small letters: {status}")
    check(person.headers["Cache-Control"] == "no-store" and not [c for c in person.set if not c.startswith(("__Host-sr-voor",))], f"nothing is kept in the browser: {person.set}")
    officials = [n for (n,) in house.db.execute("SELECT naam FROM alle_gebruiker").fetchall()]
    check(not [n for n in officials if n in words], "no official is named: " + ", ".join(n for n in officials if n in words)[:100])
    other, _ = own_kandidaat(house, 3)
    check(house.name[other] not in words or house.name[other] == house.name[k], "nor anybody else")
    projects = {n for (n,) in house.db.execute("SELECT p.naam FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = ?", (k,)).fetchall()}
    check(all(p in words for p in projects) and "vooraf vastgelegd bewijs: loonstrook" in words, "every project is there, and what evidence there is")
    check(house.one("SELECT count(*) FROM alle_audit WHERE wat = 'brief.gebruikt' AND rij = ? AND wie IS NULL", k) == 1, "that the code was used is in the log, without a viewer")
    check(person.open(code, right)[0] == 200, "a page that was lost may be opened again for half an hour")
    check(Person(house).ask(PAGE + "/verzoek")[0] == 405, "there is no address of a request")
    # done, on somebody else's computer
    text = person.open(code, right)[1]
    stale = fill(text, "/verzoek", soort="correctie", bericht="Te laat")
    check(person.ask(PAGE + "/klaar", fill(text, "/klaar"))[0] == 303, "done")
    check("openen niets" in person.open(code, right)[1] and "tijd is voorbij" in person.ask(PAGE + "/verzoek", stale)[1], "after that neither the code nor the page opens or sends anything")
    check("De kandidaat heeft de gegevens bekeken op" in plain(house.page("ON", path.removesuffix("/brief"))), "the contractor sees that the letter was used")


def asking(house):
    # a person with inzet in two regios
    k, path = own_kandidaat(house, 4)
    groningen = house.one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
    far = house.one("SELECT id FROM alle_inzet WHERE kandidaat_id IS NOT NULL AND project_id IN (SELECT id FROM alle_project WHERE regio_id = (SELECT id FROM alle_regio WHERE slug = 'fryslan') AND afgerond_op IS NULL)")
    with house.db:
        was = house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", far)
        house.db.execute("UPDATE alle_inzet SET kandidaat_id = ? WHERE id = ?", (k, far))
    code, _, _ = letter(house, "ON", path)
    person, right = Person(house), born(house, k)
    text = person.open(code, right)[1]
    words, way = "Mijn straat is Zeldzaamstraat veertien", "zeldzaam.persoon@example.nl"
    send = lambda page, **v: person.ask(PAGE + "/verzoek", fill(page, "/verzoek", **v))
    status, page = send(text, soort="correctie", bericht="Mijn BSN is 111222333", bereikbaar=way)
    check(status == 422 and "burgerservicenummer" in page.lower() and way in page and house.name[k] not in page, f"a BSN is refused, what was typed stays, the record is not shown again: {status}")
    status, page = send(page, bericht="")
    check(status == 422, "a request needs words")
    status, page = send(page, bericht=words)
    numbers = [int(n) for n in re.findall(r"<strong>Verzoek (\d+)</strong>", page)]
    check(status == 200 and len(numbers) == 2 and "binnen een maand" not in page and "uw verzoek" in page.lower(), f"received, with a number for each regio: {status} {numbers}")
    rows = house.db.execute("SELECT v.regio_id, v.soort, v.ontvangen, v.door, v.bericht IS NOT NULL FROM alle_verzoek v JOIN alle_verzoek_kandidaat t ON t.verzoek_id = v.id AND t.kandidaat_id = ? WHERE v.door IS NULL", (k,)).fetchall()
    check(len(rows) == 2 and len({r[0] for r in rows}) == 2 and all(r[1:] == ("correctie", house.iso, None, 1) for r in rows), f"a dossier in each regio: {rows}")
    check("openen niets" in person.open(code, right)[1], "the code is spent")
    check(send(text, soort="wissen", bericht="Nog een keer", bereikbaar="")[0] in (403, 409, 422), "one page sends one request")
    check(house.one("SELECT count(*) FROM alle_verzoek WHERE door IS NULL") == 2, "no more than these")
    told = house.db.execute("SELECT aan, CAST(bericht AS TEXT) FROM alle_bericht WHERE soort = 'betrokkene'").fetchall()
    wanted = {e for (e,) in house.db.execute("SELECT g.email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE o.soort = 'coordinatiepunt' AND g.staat = 'actief' AND o.regio_id IN (SELECT regio_id FROM alle_verzoek WHERE door IS NULL)")}
    check({a for a, _ in told} == wanted and not [m for _, m in told if words in m or way in m or house.name[k] in m], f"each coordinator of both regios is told, without who or what: {len(told)}")
    mine = house.one("SELECT id FROM alle_verzoek WHERE door IS NULL AND regio_id = ?", groningen)
    check(f"/beheer/betrokkenen/{mine}" in house.page("CP", "/"), "it waits on the home page")
    dossier = house.page("CP", f"/beheer/betrokkenen/{mine}")
    check("de betrokkene zelf" in dossier and "Met de code van de kandidatenbrief" in dossier and words not in dossier, "the dossier says how it came, not what it says")
    status, data, _ = house.ask("CP", f"/beheer/betrokkenen/{mine}/bericht", fill(dossier, "/bericht"))
    check(status == 200 and words in data.decode() and way in data.decode() and house.one("SELECT count(*) FROM alle_verzoek_daad WHERE verzoek_id = ? AND wat = 'bericht'", mine) == 1, f"reading it is in the dossier: {status}")
    theirs = [n for n in numbers if n != mine][0]
    check(house.ask("CP", f"/beheer/betrokkenen/{theirs}")[0] == 404 and house.ask("cp.fryslan@example.nl", f"/beheer/betrokkenen/{theirs}")[0] == 200, "each regio has its own")
    said = "".join(f"{v} {n}" for v, n in house.db.execute("SELECT voor, na FROM alle_audit").fetchall())
    check(words not in said and way not in said and not [c for c in house.codes if c in said or c.replace("-", "") in said], "neither words nor codes in the log")
    # corrected in the dossier, by another letter, then erased: nothing is left
    code, _, _ = letter(house, "CP", f"/beheer/betrokkenen/{mine}/personen/{k}/brief")
    check(Person(house).open(code, right)[0] == 200, "the coordinatiepunt makes a letter in the dossier")
    status, data, _ = house.ask("CP", f"/beheer/betrokkenen/{mine}/personen/{k}/gegevens", fill(dossier, f"/{k}/gegevens"))
    check(status == 200 and house.ask("CP", f"/beheer/betrokkenen/{mine}/personen/{k}/verbeteren", fill(data.decode(), "/verbeteren", adres="Zeldzaamweg 14", reden="Brief van de betrokkene."))[0] == 303, "corrected")
    keys = [x for (x,) in house.db.execute("SELECT sleutel FROM alle_verzoek WHERE sleutel IS NOT NULL").fetchall()]
    check(house.act("CP", f"/beheer/betrokkenen/{mine}/personen/{k}/wissen", wat="alles", reden="Gevraagd.", zeker="ja"), "erased")
    for _ in range(100):
        if not house.one("SELECT count(*) FROM alle_sleutel_weg"):
            break
        time.sleep(0.1)
    store = __import__("sqlite3").connect(os.path.join(house.dir, "sleutels.db"))
    left = store.execute(f"SELECT count(*) FROM sleutel WHERE id IN ({','.join(map(str, keys))})").fetchone()[0]
    check(len(keys) == 2 and left == 0 and house.one("SELECT count(*) FROM alle_verzoek WHERE sleutel IS NOT NULL OR bericht IS NOT NULL OR bereikbaar IS NOT NULL") == 0, f"what the person wrote is gone with its keys, in both regios: {left}")
    check(house.one("SELECT count(*) FROM alle_brief WHERE kandidaat_id = ?", k) == 0 and "openen niets" in Person(house).open(code, right)[1], "the letters are gone too")
    check(clean(house)[0], f"srmonitor check is green: {clean(house)[1]}")
    with house.db:
        house.db.execute("UPDATE alle_inzet SET kandidaat_id = ? WHERE id = ?", (was, far))
    house.name["erased"] = house.name[k]
    house.secret = [words, way, "Zeldzaamweg 14"]


def several(house):
    page = house.page("ON", "/kandidaten/brieven")
    body = fill_own(page)
    chosen = [n for n in body if n.startswith("kies.")]
    check(len(chosen) > 2, f"who has no letter yet is chosen: {len(chosen)}")
    for n in chosen[3:]:
        del body[n]
    status, data, _ = house.ask("ON", "/kandidaten/brieven", body)
    codes = re.findall(CODE, data.decode())
    house.codes += codes
    check(status == 200 and len(set(codes)) == 3 and data.decode().count("<article") == 3, f"one letter for each: {status} {len(codes)}")
    body = {n: v for n, v in fill_own(house.page("ON", "/kandidaten/brieven")).items() if not n.startswith("kies.")}
    status, data, _ = house.ask("ON", "/kandidaten/brieven", body)
    check(status == 422 and "Kies voor wie" in data.decode(), f"nobody chosen is told: {status}")
    foreign = house.one("SELECT k.id FROM alle_kandidaat k WHERE NOT EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_koppeling c ON c.project_id = i.project_id JOIN alle_gebruiker g ON g.id = c.gebruiker_id WHERE i.kandidaat_id = k.id AND g.email = 'on@example.nl')")
    n = house.one("SELECT count(*) FROM alle_brief")
    status, _, _ = house.ask("ON", "/kandidaten/brieven", body | {"kies.0": "ja", "kandidaat.0": str(foreign)})
    check(status == 404 and house.one("SELECT count(*) FROM alle_brief") == n, f"not for somebody else's kandidaat: {status}")


def fill_own(text):
    return [f[1] for f in forms(text) if f[0] is None][-1]


def later(house):
    """Ninety-one days: the code has expired, by the clock; the sweep writes it down. A year after the answer the words go."""
    k, path = own_kandidaat(house, 0)
    code, _, _ = letter(house, "ON", path)
    with house.db:
        v = house.db.execute("INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, sleutel, bericht, uitkomst, gesloten_op, gesloten_door) SELECT 1, 'inzage', ?, 'x', 0, 999999, x'00', 'x', ?, min(id) FROM alle_gebruiker",
                             (house.iso, int(time.time()) - 280 * 86400)).lastrowid
    check(house.stop() == 0, "the server stops in order")
    day = base.datetime.date.today()
    house.start(day + base.datetime.timedelta(days=89))
    check(Person(house).open(code, born(house, k))[0] == 200, "on the 90th day it still opens")
    with house.db:
        house.db.execute("UPDATE alle_brief SET gebruikt_op = NULL, vervolg = NULL")
    house.stop()
    house.start(day + base.datetime.timedelta(days=91))
    check("openen niets" in Person(house).open(code, born(house, k))[1], "after that no more")
    for _ in range(100):
        if house.one("SELECT einde FROM alle_brief WHERE kandidaat_id = ? ORDER BY id DESC", k):
            break
        time.sleep(0.1)
    check(house.one("SELECT einde FROM alle_brief WHERE kandidaat_id = ? ORDER BY id DESC", k) == "verlopen", "and the hash is gone")
    check(house.one("SELECT sleutel FROM alle_verzoek WHERE id = ?", v) is None, "a year after the answer what the person wrote is gone")


def nowhere(house):
    """No code, no words and no name in any file of the installation."""
    words = house.codes + [c.replace("-", "") for c in house.codes] + house.secret + ["Verbeterd Zeldzaamnaam", "Zeldzaamnaam"]
    args = [x for w in words for x in ("-e", w)]
    found = subprocess.run(["grep", "-rlaF", *args, house.dir], capture_output=True, text=True).stdout
    check(len(house.codes) > 8 and found == "", f"{len(house.codes)} codes, what was written and who it was stand in no file: {found}")


def log_is_clean(house):
    log = open(os.path.join(house.dir, "log")).read()
    check("Zeldzaam" not in log, "no name in the log")
    errors = [l for l in log.splitlines() if '"level":"error"' in l and "is the clock right" not in l]     # the last part is later
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))


house = House()
try:
    house.start()
    house.iso = time.strftime("%Y-%m-%d")
    house.codes, house.born, house.name, house.secret = [], {}, {}, []
    house.day = "-".join(reversed(house.iso.split("-")))
    for part in (correcting, printing, guessing, reading, asking, several, later, nowhere, log_is_clean):
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
