"""The isolation proof (spec 5): walks every line of the sheet of pages × every role × own / foreign / unknown object over real HTTP.

The expected answers are transcribed from the permission table (spec 1, "Roles and what each may do"), not from the code. A route that is not named in
OWN below is one the table gives to each role the sheet lets in; a new route with an object is walked for foreign and unknown without anybody adding it."""
import hashlib, http.client, os, re, secrets, shutil, socket, sqlite3, subprocess, sys, tempfile, time, urllib.parse

SRM = os.environ["SRM"]
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


# own object, by method and path: who gets through. Everybody else among the sheet's roles gets 403.
OWN = {
    ("GET", "/projecten/:project/wijzigen"): {"OG", "ON", "AM", "CP"},
    ("POST", "/projecten/:project/wijzigen"): {"OG", "ON", "AM", "CP"},
    ("POST", "/projecten/:project/perioden"): {"OG", "CP"},
    ("GET", "/projecten/:project/kandidaten/nieuw"): {"ON", "IM"},
    ("POST", "/projecten/:project/kandidaten/nieuw"): {"ON", "IM"},
    ("GET", "/projecten/:project/inzet/:inzet/corrigeren"): {"ON", "IM"},
    ("POST", "/projecten/:project/inzet/:inzet/corrigeren"): {"ON", "IM"},
    ("POST", "/projecten/:project/inzet/:inzet/wie"): {"AM", "CP"},
    # "add a new opdrachtnemer with its first contact": OG, CP; "invite a colleague of one's own organisation": the ON itself
    ("GET", "/opdrachtnemers/:organisatie/contact/nieuw"): {"OG", "ON", "CP"},
    ("POST", "/opdrachtnemers/:organisatie/contact/nieuw"): {"OG", "ON", "CP"},
    # the contact walked is one of the ON: "link contacts to a project": OG own org and ON, ON own org and IM, CP all
    ("GET", "/projecten/:project/contactpersonen/:gebruiker/verwijderen"): {"OG", "ON", "CP"},
    ("POST", "/projecten/:project/contactpersonen/:gebruiker/verwijderen"): {"OG", "ON", "CP"},
    # "edit own for 15 minutes": the note walked is og@'s
    ("GET", "/projecten/:project/notities/:notitie/wijzigen"): {"OG"},
    ("POST", "/projecten/:project/notities/:notitie/wijzigen"): {"OG"},
    # the document walked is on@'s: its organisatie, the opdrachtgever and the coordinatiepunt remove it
    ("GET", "/projecten/:project/documenten/:document/verwijderen"): {"OG", "ON", "CP"},
    ("POST", "/projecten/:project/documenten/:document/verwijderen"): {"OG", "ON", "CP"},
}
# "enter, correct, extend, end inzet: ON, IM"; "assess inzet: AM"
OWN |= {(m, f"/projecten/:project/{part}"): {"ON", "IM"} for m in ("GET", "POST") for part in ("inlezen", "inlezen/voorbeeld", "inlezen/controle", "inkoop/nieuw", "activiteiten/nieuw", "fonds/nieuw")}
# in which moment of its life the project is asked (else it runs): spec 1, "Extending" and "Completing"
MOMENT = {"verlengen": "bijna af", "verlengen/controleren": "bijna af", "goedkeuren": "voorbij", "ontbreekt": "voorbij", "eindoordeel": "voorbij", "eindoordeel/afwikkelen": "voorbij", "goedkeuring-intrekken": "goedgekeurd", "afronden": "goedgekeurd",
          "heropenen": "afgerond"}
MOMENTS = {"loopt": ("+400 days", 0, 0), "bijna af": ("+30 days", 0, 0), "voorbij": ("0 days", 0, 0), "goedgekeurd": ("-1 days", 1, 0), "afgerond": ("-1 days", 1, 1)}
ROLES = {"OG": "og@example.nl", "ON": "on@example.nl", "IM": "im@example.nl", "AM": "am@example.nl", "CP": "cp@example.nl"}


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-walk-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        config = os.path.join(self.dir, "config.ini")
        text = open(config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(config, "w").write(text)
        self.log = open(os.path.join(self.dir, "log"), "w")
        self.server = subprocess.Popen([SRM, "serve", "--config", config], stdout=self.log, stderr=self.log)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.1)
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=10)

    def ids(self, sql, *args):
        return self.db.execute(sql, args).fetchone()

    def session(self, email):
        """A full session made past the login, so that the walk does not wait for codes."""
        token = secrets.token_urlsafe(32)
        now = int(time.time())
        with self.db:
            self.db.execute("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                            (hashlib.blake2b(token.encode(), digest_size=32).digest(), now, now, now + 7200, email))
        return token

    def ask(self, method, path, token=None, body=None, origin=True):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {}
        if token:
            headers["Cookie"] = "__Host-sr=" + token
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.port}" if origin else "https://evil.example"
        c.request(method, path, body=urllib.parse.urlencode(body or {}) if method == "POST" else None, headers=headers)
        answer = c.getresponse()
        text = answer.read().decode("utf-8", "replace")
        c.close()
        return answer.status, text, answer.headers

    def stop(self):
        self.server.terminate()
        code = self.server.wait(20)
        shutil.rmtree(self.dir, ignore_errors=True)
        return code


def csrf_of(house, token):
    text = house.ask("GET", "/mijn-gegevens", token)[1]
    return re.search(r'name="_csrf" value="([^"]+)"', text).group(1)


def fill(path, objects):
    return re.sub(r":(\w+)", lambda m: str(objects[m.group(1)]), path)


def plan_make(house, project, nr, status):
    """A version of the plan van aanpak; the first one takes away what the demo made."""
    if nr == 1:
        for table in ("alle_plan_regel", "alle_plan_doelgroep"):
            house.db.execute(f"DELETE FROM {table} WHERE plan_id IN (SELECT id FROM alle_plan WHERE project_id = ?)", (project,))
        house.db.execute("DELETE FROM alle_plan WHERE project_id = ?", (project,))
    return house.db.execute("""INSERT INTO alle_plan (project_id, nr, status, gewijzigd_op, start, eind, set_id, ingediend_op, beoordeeld_op, opmerkingen)
        SELECT id, ?, ?, 1, start, eind, set_id, 1, CASE WHEN ? = 'aanpassen' THEN 2 END, 'walk' FROM alle_project WHERE id = ?""", (nr, status, status, project)).lastrowid


def block_make(house, set_id, block=None):
    return house.db.execute("""INSERT OR IGNORE INTO alle_bouwblok (id, set_id, code, label, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren)
        VALUES (?, ?, 'WALK', 'Walk', 1, 'ARBEID', 'BASIS', 'PERIODE', 100, 12, 1)""", (block, set_id)).lastrowid


def text_make(house, text, nr, state):
    return house.db.execute("""INSERT INTO alle_inhoud_versie (inhoud_id, nr, staat, titel, tekst, van, op, door) SELECT ?, ?, ?, 'walk', 'walk', '2020-01-01', 0, min(id) FROM alle_gebruiker""", (text, nr, state)).lastrowid


def walk(house):
    routes = [line.split("\t") for line in subprocess.run([SRM, "config", "--routes"], check=True, capture_output=True, text=True).stdout.splitlines()]
    check(len(routes) > 50, "the sheet has its pages")
    own_project = house.ids("""SELECT p.id, i.id FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id
        JOIN alle_koppeling k1 ON k1.project_id = p.id JOIN alle_gebruiker g1 ON g1.id = k1.gebruiker_id AND g1.email = 'og@example.nl'
        JOIN alle_koppeling k2 ON k2.project_id = p.id JOIN alle_gebruiker g2 ON g2.id = k2.gebruiker_id AND g2.email = 'on@example.nl'
        JOIN alle_koppeling k3 ON k3.project_id = p.id JOIN alle_gebruiker g3 ON g3.id = k3.gebruiker_id AND g3.email = 'im@example.nl'
        WHERE p.afgerond_op IS NULL AND p.afspraak = 'raamovereenkomst'""")
    foreign_project = house.ids("""SELECT p.id, i.id FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id JOIN alle_regio r ON r.id = p.regio_id
        WHERE r.slug = 'fryslan' AND NOT EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id
        AND g.email IN ('og@example.nl', 'on@example.nl', 'im@example.nl', 'am@example.nl'))""")
    own = {"project": own_project[0], "inzet": own_project[1], "organisatie": house.ids("SELECT id FROM alle_organisatie WHERE kvk = '90000001'")[0],
           "gebruiker": house.ids("SELECT k.gebruiker_id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = ? AND g.email = 'on2@example.nl'", own_project[0])[0]}
    foreign = {"project": foreign_project[0], "inzet": foreign_project[1], "organisatie": house.ids("SELECT o.id FROM alle_organisatie o JOIN alle_regio r ON r.id = o.regio_id WHERE r.slug = 'fryslan' AND o.soort = 'opdrachtgever'")[0],
               "gebruiker": house.ids("SELECT id FROM alle_gebruiker WHERE email = 'og3.fryslan@example.nl'")[0]}
    with house.db:
        for objects, note_by, doc_by, slug in ((own, "og@example.nl", "on@example.nl", "groningen%"), (foreign, "og.fryslan@example.nl", "on.fryslan@example.nl", "fryslan")):
            now = int(time.time())
            objects["notitie"] = house.db.execute("INSERT INTO alle_notitie (project_id, tekst, op, door) SELECT ?, 'walk', ?, id FROM alle_gebruiker WHERE email = ?", (objects["project"], now, note_by)).lastrowid
            objects["document"] = house.db.execute("INSERT INTO alle_document (project_id, naam, grootte, inhoud, op, door) SELECT ?, 'walk.pdf', 4, x'25504446', ?, id FROM alle_gebruiker WHERE email = ?",
                                                   (objects["project"], now, doc_by)).lastrowid
            objects["pso"] = house.db.execute("INSERT INTO alle_pso (organisatie_id, trede, van, tm, op) SELECT opdrachtnemer_id, '1', '2013-01-01', '2013-12-31', ? FROM alle_project WHERE id = ?", (now, objects["project"])).lastrowid
            objects["plan"] = plan_make(house, objects["project"], 1, "aanpassen")
            # a concept of another coordinator than the one who walks
            objects["set"] = house.db.execute("""INSERT INTO alle_bouwblokkenset (regio_id, naam, versie, geldig_van, status, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd,
                doelgroep_peil, ingelezen_op) SELECT id, 'Walk', '1', '2090-01-01', 'concept', 'start', 3600, 0, 0, 1, 'kalender', 0, 'start', 0 FROM alle_regio WHERE slug LIKE ?""", (slug,)).lastrowid
            objects["blok"] = block_make(house, objects["set"])
            objects["bericht"] = house.db.execute("""INSERT INTO alle_bericht (soort, over, over_id, aan, onderwerp, bericht_id, bericht, status, volgende_op, gemaakt_op, regio_id)
                SELECT 'walk', 'project', ?, 'walk@example.nl', 'walk', ?, x'00', 'mislukt', 0, 0, id FROM alle_regio WHERE slug LIKE ?""", (objects["project"], "<walk" + slug + ">", slug)).lastrowid
            objects["hulpvraag"] = house.db.execute("""INSERT INTO alle_hulpvraag (regio_id, gebruiker_id, pagina, vraag, op, gewijzigd_op)
                SELECT r.id, g.id, '/', 'walk', 0, 0 FROM alle_regio r, alle_gebruiker g WHERE r.slug LIKE ? AND g.email = ?""", (slug, note_by)).lastrowid
            # a request of a betrokkene with one person found
            objects["verzoek"] = house.db.execute("""INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, door) SELECT r.id, 'inzage', '2026-01-01', 'walk', 0, (SELECT min(id) FROM alle_gebruiker)
                FROM alle_regio r WHERE r.slug LIKE ?""", (slug,)).lastrowid
            objects["kandidaat"] = house.ids("SELECT kandidaat_id FROM alle_inzet WHERE project_id = ? AND kandidaat_id IS NOT NULL ORDER BY id DESC", objects["project"])[0]
            house.db.execute("INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op, door) SELECT ?, ?, 0, min(id) FROM alle_gebruiker", (objects["verzoek"], objects["kandidaat"]))
            # an opdrachtnemer's people deputise, arranged by that regio's coordinatiepunt
            objects["waarneming"] = house.db.execute("""INSERT INTO alle_waarneming (gebruiker_id, waarnemer_id, regio_id, van, tm, op, door)
                SELECT g.id, (SELECT min(y.id) FROM alle_gebruiker y WHERE y.organisatie_id = g.organisatie_id AND y.id <> g.id), r.id, '2020-01-01', '2199-12-31', 0, g.id
                FROM alle_regio r, alle_gebruiker g WHERE r.slug LIKE ? AND g.email = ?""", (slug, doc_by)).lastrowid
            # a text with a published version and a concept; restore() makes it of the kind that is asked
            objects["inhoud"] = house.db.execute("INSERT INTO alle_inhoud (regio_id, soort) SELECT id, 'beleid' FROM alle_regio WHERE slug LIKE ?", (slug,)).lastrowid
            objects["inhoudversie"] = text_make(house, objects["inhoud"], 1, "gepubliceerd")
            text_make(house, objects["inhoud"], 2, "concept")
            objects["regio"] = house.ids("SELECT id FROM alle_regio WHERE slug LIKE ?", slug)[0]
            # a version of the confidentiality statement, and the regio's part of the register of processing
            objects["geheimhouding"] = house.db.execute("""INSERT INTO alle_geheimhouding (regio_id, nr, tekst, geldt_vanaf, op, door) SELECT r.id, 90, 'walk', '2199-12-31', 0, (SELECT min(id) FROM alle_gebruiker)
                FROM alle_regio r WHERE r.slug LIKE ?""", (slug,)).lastrowid
            objects["verwerking"] = house.ids("SELECT v.id FROM alle_verwerking v JOIN alle_regio r ON r.id = v.regio_id WHERE r.slug LIKE ? ORDER BY v.id", slug)[0]
            # a list of persons to destroy, proposed by another coordinator than the one who walks
            objects["vernietiging"] = house.db.execute("""INSERT INTO alle_vernietiging (regio_id, grond, op, door) SELECT r.id, 'walk', 0, (SELECT id FROM alle_gebruiker WHERE email = 'cp2@example.nl')
                FROM alle_regio r WHERE r.slug LIKE ?""", (slug,)).lastrowid
            # "steekproef: ON, IM answer; AM draw, tick; CP all": drawn by an accountmanager of the project, with one item that is on it, one piece of evidence seen and one registered
            am = "am@example.nl" if objects is own else "am.fryslan@example.nl"
            objects["steekproef"] = house.db.execute("""INSERT INTO alle_steekproef (regio_id, filter, weging, gevraagd, omvang, populatie, populatie_aantal, populatie_cent, populatie_sha256, zaad, deadline, op, door)
                SELECT r.id, 'walk', 'gelijk', '1', 1, 'inzet;waarde_cent', 1, 0, ?, ?, '2199-12-31', 0, g.id FROM alle_regio r, alle_gebruiker g WHERE r.slug LIKE ? AND g.email = ?""",
                ("0" * 64, hashlib.sha256(slug.encode()).hexdigest(), slug, am)).lastrowid
            objects["item"] = house.db.execute("INSERT INTO alle_steekproef_item (steekproef_id, nr, inzet_id, toen, waarde_cent) VALUES (?, 1, ?, 1, 0)", (objects["steekproef"], objects["inzet"])).lastrowid
            objects["gezien"] = house.db.execute("INSERT INTO alle_gezien (item_id, soort, dag, op, door) SELECT ?, 'uren', '2026-01-01', 0, min(id) FROM alle_gebruiker", (objects["item"],)).lastrowid
            objects["bewijs"] = house.db.execute("INSERT INTO alle_bewijs (inzet_id, soort, dag, sha256, op, door) SELECT ?, 'uren', '2026-01-01', ?, 0, min(id) FROM alle_gebruiker", (objects["inzet"], "a" * 64)).lastrowid
            # a merge of two opdrachtnemers, one of which has projects here and elsewhere; of another regio one of two opdrachtgevers, looked at by its own coordinatiepunt only
            if slug == "fryslan":
                pair = house.ids("SELECT min(id), max(id) FROM alle_organisatie WHERE soort = 'opdrachtgever' AND regio_id = (SELECT id FROM alle_regio WHERE slug = 'fryslan')")
            else:
                pair = (objects["organisatie"], house.db.execute("INSERT INTO alle_organisatie (soort, naam, naam_sleutel, naam_kern, kvk, gemaakt_op) VALUES ('opdrachtnemer', 'Walk dubbel', 'walk dubbel', 'walk dubbel', '99999998', 0)").lastrowid)
            objects["samenvoeging"] = house.db.execute("""INSERT INTO alle_samenvoeging (regio_id, blijft_id, weg_id, naam_van, adres_van, reden, op, door)
                SELECT r.id, ?, ?, 'blijft', 'blijft', 'walk', 0, (SELECT min(id) FROM alle_gebruiker) FROM alle_regio r WHERE r.slug LIKE ?""", (*pair, slug)).lastrowid
            # a review of who has access, with one account without a verdict
            objects["toegang"] = house.db.execute("INSERT INTO alle_toegang (regio_id, op, door) SELECT r.id, 0, (SELECT min(id) FROM alle_gebruiker) FROM alle_regio r WHERE r.slug LIKE ?", (slug,)).lastrowid
            house.db.execute("""INSERT INTO alle_toegang_regel (toegang_id, gebruiker_id, organisatie, soort, staat, twee_factor, projecten, waarnemingen) VALUES (?, ?, 'walk', 'opdrachtnemer', 'actief', 0, 0, 0)""",
                             (objects["toegang"], objects["gebruiker"]))
    unknown = {k: 987654321 for k in own}

    def restore(path):
        """What an earlier role's act changed, and the moment this page is about."""
        eind, approved, done_ = MOMENTS[MOMENT.get(path.removeprefix("/projecten/:project/"), "loopt")]
        with house.db:
            house.db.execute("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", (own["project"], own["gebruiker"]))
            house.db.execute("UPDATE alle_waarneming SET beeindigd_op = NULL, beeindigd_door = NULL WHERE id = ?", (own["waarneming"],))
            house.db.execute("UPDATE alle_document SET verwijderd_op = NULL, inhoud = x'25504446' WHERE id = ?", (own["document"],))
            house.db.execute("UPDATE alle_bericht SET status = 'mislukt' WHERE id = ?", (own["bericht"],))
            house.db.execute("UPDATE alle_inzet SET status = 'ingediend', geldend = NULL, reden = '' WHERE id = ?", (own["inzet"],))
            # "correct a betrokkene": in a request that asks for it
            house.db.execute("UPDATE alle_verzoek SET gesloten_op = NULL, verlengd_reden = '', soort = ? WHERE id = ?", ("correctie" if path.endswith(("/gegevens", "/verbeteren")) else "inzage", own["verzoek"]))
            house.db.execute("UPDATE alle_steekproef SET gesloten_op = NULL, gesloten_door = NULL, vervallen = 0, conclusie = '' WHERE id = ?", (own["steekproef"],))
            house.db.execute("UPDATE alle_gezien SET ingetrokken_op = NULL, ingetrokken_door = NULL WHERE id = ?", (own["gezien"],))
            house.db.execute("UPDATE alle_bewijs SET ingetrokken_op = NULL, ingetrokken_door = NULL, ingetrokken_reden = '' WHERE id = ?", (own["bewijs"],))
            house.db.execute("UPDATE alle_kandidaat SET geblokkeerd_op = NULL WHERE id = ?", (own["kandidaat"],))
            house.db.execute("UPDATE alle_vernietiging SET besloten_op = NULL, besloten_door = NULL, akkoord = NULL, klaar_op = NULL WHERE id = ?", (own["vernietiging"],))
            house.db.execute("UPDATE alle_toegang SET gesloten_op = NULL, gesloten_door = NULL WHERE id = ?", (own["toegang"],))
            # asked by the own regio, or (agreeing, refusing) by another
            asked = path.startswith("/beheer/samenvoegingen/:samenvoeging/") and path.endswith(("akkoord", "weigeren"))
            house.db.execute("DELETE FROM alle_samenvoeging_akkoord")
            house.db.execute("UPDATE alle_organisatie SET samengevoegd_met = NULL, samengevoegd_op = NULL")
            house.db.execute("UPDATE alle_samenvoeging SET staat = ?, besloten_op = NULL, besloten_door = NULL, regio_id = (SELECT id FROM alle_regio WHERE slug LIKE ?) WHERE id = ?",
                             ("wacht" if asked else "concept", "drenthe" if asked else "groningen%", own["samenvoeging"]))
            house.db.execute("UPDATE alle_inhoud SET soort = ?, ingetrokken_op = NULL WHERE id IN (?, ?)", ("informatie" if path.startswith("/informatie") else "beleid", own["inhoud"], foreign["inhoud"]))
            house.db.execute("DELETE FROM alle_inhoud_versie WHERE inhoud_id = ? AND nr > 1", (own["inhoud"],))
            text_make(house, own["inhoud"], 2, "concept")
            # "never changed once published"; projects only go over to a published one
            house.db.execute("UPDATE alle_bouwblokkenset SET status = ?, gewijzigd_door = NULL WHERE id = ?", ("gepubliceerd" if "/herwaarderen" in path else "concept", own["set"]))
            block_make(house, own["set"], own["blok"])
            # "assess": only while a version waits, and then nobody writes
            house.db.execute("DELETE FROM alle_plan WHERE project_id = ? AND nr > 1", (own["project"],))
            if path.endswith("/plan/beoordelen"):
                plan_make(house, own["project"], 2, "ingediend")
            house.db.execute("""UPDATE alle_project SET verlengbaar = 1, eind = date('now', 'localtime', ?), goedgekeurd_op = CASE ? WHEN 1 THEN 1 END, goedgekeurd_door = NULL,
                afgerond_op = CASE ? WHEN 1 THEN 1 END WHERE id = ?""", (eind, approved, done_, own["project"]))
            # only whose projects are all afgerond can be held
            elsewhere = [p for (p,) in house.db.execute("SELECT DISTINCT project_id FROM alle_inzet WHERE kandidaat_id = ? AND project_id <> ?", (own["kandidaat"], own["project"])).fetchall()]
            moment = 1 if "/vernietigen/uitstel" in path or "/vernietigen/project-uitstel" in path else None
            for p in elsewhere + ([own["project"]] if moment else []):
                house.db.execute("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ?", (moment, moment, p))
            # a shortfall, and where that is asked a measure that waits to be settled
            house.db.execute("DELETE FROM alle_eindoordeel WHERE project_id = ?", (own["project"],))
            house.db.execute("UPDATE alle_project SET netto_cent = actueel_cent + 100000 WHERE id = ?", (own["project"],))
            if path.endswith("/afwikkelen"):
                house.db.execute("""INSERT INTO alle_eindoordeel (project_id, nr, oordeel, netto_cent, actueel_cent, tekort_cent, maatregel, maatregel_cent, toelichting, op, door)
                    SELECT ?, 1, 'niet_voldaan', 100000, 0, 100000, 'boete', 5000, 'walk', 0, id FROM alle_gebruiker WHERE email = 'am@example.nl'""", (own["project"],))
    done = house.ids("""SELECT p.id, i.id FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id JOIN alle_regio r ON r.id = p.regio_id WHERE p.afgerond_op IS NOT NULL AND r.slug LIKE 'groningen%'
        AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email = 'og@example.nl')""")

    for role, email in ROLES.items():
        token = house.session(email)
        csrf = csrf_of(house, token)
        with house.db:      # "the asker sees own questions": it is the question of who walks, asked to the regio
            house.db.execute("UPDATE alle_hulpvraag SET gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = ?) WHERE id = ?", (email, own["hulpvraag"]))
            if role != "CP":    # deputising is seen by whom it is about, and by the coordinatiepunt
                house.db.execute("UPDATE alle_waarneming SET gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = ?) WHERE id = ?", (email, own["waarneming"]))
        for method, path, who, subject in routes:
            kinds = set(who.split(","))
            if path in ("/uitloggen", "/mijn-gegevens/sessies/andere-beeindigen") or ":token" in path or kinds & {"PUBLIC", "HALF", "UNSIGNED"}:
                continue
            what = f"{role} {method} {path}"

            def ask(objects):
                body = {"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32)}
                return house.ask(method, fill(path, objects), token, body)

            restore(path)
            status, text, headers = ask(own)
            allowed = OWN.get((method, path), kinds)
            if role not in kinds:
                check(status == 403, f"{what} own: {status}, the sheet does not let this role in")
            elif role in allowed:
                # 400: let in, but this walk sends no versie
                # the inzet walked is a kandidaat's: the change pages of other kinds do not know it
                other_kind = path.endswith(("/inkoop-wijzigen", "/activiteit-wijzigen", "/fonds-wijzigen"))
                check(status in ((200, 303, 400, 422, 404) if method == "POST" or other_kind else (200, 303)) and (status != 404 or other_kind), f"{what} own: {status}")
            else:
                check(status == 403, f"{what} own: {status}, expected 403")
            check("default-src 'none'" in headers.get("Content-Security-Policy", "") and headers.get("Cache-Control") == "no-store", f"{what}: headers")
            if ":" in path:
                far, far_text, _ = ask(foreign)
                none, none_text, _ = ask(unknown)
                expected = 403 if role not in kinds else 404
                check(far == expected, f"{what} foreign: {far}, expected {expected}")
                check(far == none, f"{what}: foreign {far} and unknown {none} must not be told apart")
            if path.count(":") > 1:     # an object of another project behind the address of one's own
                restore(path)
                second = re.findall(r":(\w+)", path)[-1]
                mixed = ask({**own, second: foreign[second]})[0]
                check(mixed in (403, 404) if role not in kinds or role not in allowed else mixed == 404, f"{what} with a foreign {second}: {mixed}")
            if method == "POST":
                check(house.ask("POST", fill(path, own), token, {"_eenmalig": secrets.token_urlsafe(32)})[0] == 403, f"{what} without token")
                check(house.ask("POST", fill(path, own), token, {"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32)}, origin=False)[0] == 403, f"{what} from elsewhere")
            if method == "POST" and path.startswith("/projecten/:project") and done and "wie" not in path and not (path.endswith("heropenen") and role == "CP"):
                closed = {**own, "project": done[0], "inzet": done[1]}
                check(ask(closed)[0] in (403, 404), f"{what}: an afgerond project refuses change: {ask(closed)[0]}")
            # the session may have been renewed or ended by what was asked
            if house.ask("GET", "/", token)[0] != 200:
                token = house.session(email)
                csrf = csrf_of(house, token)
    for method, path, who, subject in routes:
        kinds = set(who.split(","))
        if not kinds & {"PUBLIC", "HALF", "UNSIGNED"}:
            status, text, headers = house.ask(method, fill(path, {**own, "token": "x" * 43}), None, {})
            check(status in (303, 403) and (status == 403 or headers["Location"].startswith("/inloggen")), f"nobody {method} {path}: {status}")
    for status, path in ((404, "/bestaat-niet"), (404, "/projecten/01"), (404, "/projecten/-1"), (405, "/uitloggen")):
        check(house.ask("GET", path)[0] == status, f"GET {path} is {status}")


def pso_rights(house):
    """besluiten/0011: the opdrachtnemer its own certificates; a coordinatiepunt those of an opdrachtnemer with a project in its regio, writing while one runs; nobody else. What others see is
    what counts on their project."""
    one = lambda sql, *args: house.ids(sql, *args)[0]
    own = one("SELECT id FROM alle_organisatie WHERE kvk = '90000001'")
    regio = one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
    other = one("SELECT p.opdrachtnemer_id FROM alle_project p WHERE p.regio_id = ? AND p.afgerond_op IS NULL AND p.opdrachtnemer_id <> ? LIMIT 1", regio, own)
    with house.db:
        far = house.db.execute("INSERT INTO alle_organisatie (soort, naam, naam_sleutel, naam_kern, kvk, gemaakt_op) VALUES ('opdrachtnemer', 'Walk ver', 'walk ver', 'walk ver', '99999999', 0)").lastrowid
    closed = one("SELECT opdrachtnemer_id FROM alle_project WHERE regio_id = ? AND opdrachtnemer_id NOT IN (?, ?) ORDER BY id LIMIT 1", regio, own, other)
    with house.db:
        house.db.execute("UPDATE alle_project SET goedgekeurd_op = coalesce(goedgekeurd_op, 1), afgerond_op = coalesce(afgerond_op, 1) WHERE opdrachtnemer_id = ? AND regio_id = ?", (closed, regio))
    count = lambda on: one("SELECT count(*) FROM alle_pso WHERE organisatie_id = ?", on)
    expected = {("ON", own): (200, 303), ("ON", other): (404, 404), ("ON", far): (404, 404), ("CP", own): (200, 303), ("CP", other): (200, 303), ("CP", far): (404, 404), ("CP", closed): (200, 403),
                ("OG", own): (403, 403), ("IM", own): (403, 403), ("AM", own): (403, 403)}
    for year, ((role, on), (sees, adds)) in zip(range(2014, 2030), expected.items()):
        token = house.session(ROLES[role])
        csrf = csrf_of(house, token)
        before = count(on)
        status = house.ask("GET", f"/opdrachtnemers/{on}/pso", token)[0]
        check(status == sees, f"pso: {role} sees {on}: {status}, expected {sees}")
        body = {"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32), "trede": "1", "van": f"1-2-{year}", "tm": f"1-3-{year}"}
        status = house.ask("POST", f"/opdrachtnemers/{on}/pso", token, body)[0]
        check(status == adds and count(on) == before + (adds == 303), f"pso: {role} adds to {on}: {status}, expected {adds}")
    lines = house.db.execute("SELECT count(*) FROM alle_audit WHERE wat = 'pso.toevoegen'").fetchone()[0]
    check(lines == 3, f"pso: each has its audit line: {lines}")
    with house.db:
        house.db.execute("UPDATE alle_project SET afgerond_op = NULL, goedgekeurd_op = NULL WHERE afgerond_op = 1 AND goedgekeurd_op = 1")


def og_sees_nobody(house):
    """No page of an opdrachtgever names a kandidaat, over all its projects."""
    token = house.session("og@example.nl")
    for (project,) in house.db.execute("SELECT k.project_id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.email = 'og@example.nl' LIMIT 30").fetchall():
        text = house.ask("GET", f"/projecten/{project}/verantwoording", token)[1]
        check("Testpersoon" not in text and "Voorbeeldstraat" not in text, f"og sees nobody on project {project}")


house = House()
try:
    walk(house)
    pso_rights(house)
    og_sees_nobody(house)
    log = open(os.path.join(house.dir, "log")).read()
    check("Testpersoon" not in log, "no name in the log")
    errors = [l for l in log.splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
finally:
    check(house.stop() == 0, "the server stops in order")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
