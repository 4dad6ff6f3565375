"""A random history of acts by every role over real HTTP on a demo, with the clock moving on, restarts and kill -9 (issue: "agrees after a random history of 10,000 acts").
What the server answered as saved must be there; `srmonitor check` recomputes every stored sum and the audit chain; refusals are fine, but every kind of act must get through."""
import collections, datetime, hashlib, html.parser, http.client, os, random, re, secrets, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, time, urllib.parse

SRM = os.environ["SRM"]
ACTS = int(os.environ.get("ACTS", "10000"))
SEED = int(os.environ.get("SEED", "20260601"))
ROUND = max(100, ACTS // 20)        # between two of these the server runs on one day
draw = random.Random(SEED)
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


class Forms(html.parser.HTMLParser):
    """The forms of a page as a browser would send them: [(action, {name: value})]."""

    def __init__(self, page):
        super().__init__()
        self.all, self.now, self.select, self.area = [], None, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.now = {}
            self.all.append((a.get("action", ""), self.now))
        elif self.now is None:
            return
        elif tag == "input" and a.get("name"):
            if a.get("type") in ("checkbox", "radio"):
                if "checked" in a:
                    self.now[a["name"]] = a.get("value", "ja")
            elif a.get("type") != "file":
                self.now[a["name"]] = a.get("value") or ""
        elif tag == "select":
            self.select = a.get("name")
            self.now[self.select] = ""
        elif tag == "option" and self.select and "selected" in a:
            self.now[self.select] = a.get("value", "")
        elif tag == "textarea":
            self.area = a.get("name")
            self.now[self.area] = ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.now = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area and self.now is not None:
            self.now[self.area] += data


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-history-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.config = os.path.join(self.dir, "config.ini")
        text = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(self.config, "w").write(text)
        self.day = datetime.date.today()
        self.db = None

    def start(self):
        self.log = open(os.path.join(self.dir, "log"), "a")
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config, "--datum", str(self.day), "--tijd", "10:00"], stdout=self.log, stderr=self.log)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.05)
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=30, isolation_level=None)
        self.now = int(datetime.datetime.combine(self.day, datetime.time(10)).timestamp())
        self.users = {}

    def stop(self, how=signal.SIGTERM):
        for u in self.users.values():
            u.c.close()
        self.server.send_signal(how)
        code = self.server.wait(30)
        self.db.close()
        self.log.close()
        return code

    def user(self, email):
        if email not in self.users:
            self.users[email] = User(self, email)
        return self.users[email]

    def rows(self, sql, *args):
        return self.db.execute(sql, args).fetchall()

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    def pick(self, sql, *args):
        rows = self.rows(sql, *args)
        return draw.choice(rows) if rows else None


class User:
    def __init__(self, house, email):
        self.house, token = house, secrets.token_urlsafe(32)
        house.db.execute("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                         (hashlib.blake2b(token.encode(), digest_size=32).digest(), house.now, house.now, house.now + 40000, email))
        self.headers = {"Cookie": "__Host-sr=" + token, "Origin": f"http://127.0.0.1:{house.port}"}
        self.c, self.used = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60), time.monotonic()
        page = self.ask("GET", "/mijn-gegevens")
        self.csrf = (re.search(r'name="_csrf" value="([^"]+)"', page[1]) or sys.exit(f"{email}: {page[0]} {page[2].items()}")).group(1)

    def ask(self, method, path, body=None):
        headers = dict(self.headers)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if time.monotonic() - self.used > 2:
            self.c.close()              # the server ends what is idle: an act must not meet that
        self.c.request(method, path, body, headers)
        answer = self.c.getresponse()
        page = answer.read().decode("utf-8", "replace")
        self.used = time.monotonic()
        return answer.status, page, answer.headers

    def post(self, path, fields):
        return self.ask("POST", path, urllib.parse.urlencode({**fields, "_csrf": self.csrf, "_eenmalig": secrets.token_urlsafe(32)}))

    def form(self, path, has):
        """The form of a page that has this field, filled as it stands; None when the page is not for this user now."""
        status, page, _ = self.ask("GET", path)
        if status != 200:
            return None
        for action, fields in Forms(page).all:
            if any(name == has or name.startswith(has + ".") for name in fields):
                return fields
        return None


# ---- what is drawn ----

BLOCKS = [("PW-KORT", "werk", {"uitkering_mnd": "14"}), ("PW-LANG", "werk", {"uitkering_mnd": "38"}), ("WW-KORT", "werk", {"uitkering_mnd": "7"}), ("WW-LANG", "detachering", {"uitkering_mnd": "18"}),
          ("WAJONG", "werk", {"register": "ja"}), ("WIA-WAO", "werk", {}), ("WEP", "werkervaringsplek", {}), ("NUG", "werk", {}), ("BOL-34", "stage", {"niveau": "3"}), ("BBL-12", "leer-werk", {"niveau": "2"})]


def dutch(d):
    return d.strftime("%d-%m-%Y")


def iso(text):
    return datetime.date.fromisoformat(text)


def between(a, b):
    return a + datetime.timedelta(days=draw.randint(0, max(0, (b - a).days)))


def days(n):
    return datetime.timedelta(days=n)


LINKED = """SELECT p.id, p.start, p.eind, p.afspraak, p.set_id, p.opdrachtnemer_id FROM alle_project p WHERE p.regio_id = (SELECT id FROM alle_regio WHERE slug LIKE 'groningen%') AND {}
    AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl', 'am@example.nl')) = 3"""
INZET = """SELECT i.id, i.project_id, i.versie, i.status, i.soort, v.start, v.eind, p.eind FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_project p ON p.id = i.project_id
    WHERE i.project_id IN (SELECT id FROM (""" + LINKED.format("p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL") + ")) AND {}"


class History:
    def __init__(self, house):
        self.h = house
        self.inzet = dict(house_status(house))      # id: status, as the answers told
        self.tried, self.done = collections.Counter(), collections.Counter()
        self.compared = 0                           # divided placements held against the same undivided

    def project(self, condition="p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL"):
        return self.h.pick(LINKED.format(condition))

    def a_inzet(self, condition="1"):
        return self.h.pick(INZET.format(condition))

    def blok(self, set_id, code):
        return self.h.one("SELECT id FROM alle_bouwblok WHERE set_id = ? AND code = ?", set_id, code)

    def newest(self, project):
        return self.h.one("SELECT max(id) FROM alle_inzet WHERE project_id = ?", project)

    def entered(self, answer, project):
        """A new inzet that was answered as saved is there."""
        if answer[0] != 303:
            return False
        made = re.search(r"/inzet/(\d+)", answer[2].get("Location", ""))
        self.inzet[int(made.group(1)) if made else self.newest(project)] = "ingediend"
        return True

    def changed(self, answer, inzet, status):
        if answer[0] != 303:
            return False
        self.inzet[inzet] = status
        return True

    # ---- the opdrachtnemer ----

    def kandidaat(self):
        p = self.project()
        if not p:
            return False
        pid, start, eind, _, set_id, on = p
        code, soort, answers = draw.choice(BLOCKS)
        blok = self.blok(set_id, code)
        begin = between(iso(start), min(iso(eind), max(iso(start), self.h.day + days(60))))
        end = between(begin, begin + days(900))
        fields = {"bouwblok": blok, "overeenkomst": soort, "start": dutch(begin), "eind": dutch(end) if draw.random() < 0.85 else "", "week": str(draw.choice([8, 16, 20, 24, 32, 36, 40])),
                  "functie": "", "actie": "opslaan", **{"attr_" + k: v for k, v in answers.items()}}
        if code == "BBL-12":
            fields["cap_eind"] = dutch(end)
        if draw.random() < 0.15:
            fields["aandeel"] = str(draw.choice([25, 40, 50, 60]))
        if draw.random() < 0.2:
            fields["uren_vanaf.0"], fields["uren_later.0"] = dutch(begin + days(draw.randint(1, 200))), str(draw.choice([0, 12, 24, 40]))
        known = self.h.pick("SELECT id FROM alle_kandidaat WHERE opdrachtnemer_id = ? AND gewist_op IS NULL", on) if draw.random() < 0.35 else None
        if known:
            fields["kandidaat"] = known[0]
        else:
            fields |= {"naam": f"Testpersoon Geschiedenis {draw.randint(1, 10**6)}", "plaats": "Groningen", "geboortedatum": dutch(between(datetime.date(1960, 1, 1), datetime.date(2005, 12, 31))), "geinformeerd_op": dutch(self.h.day)}
        return self.entered(self.h.user(draw.choice(["on@example.nl", "im@example.nl"])).post(f"/projecten/{pid}/kandidaten/nieuw", fields), pid)

    def gedeeld(self):
        """One placement over two or three projects: the parts are together what the same placement is worth undivided, to the cent."""
        p = self.project()
        near = p and [q for q in self.h.rows(LINKED.format("p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL")) if q[0] != p[0] and q[4:] == p[4:] and max(q[1], p[1]) < min(q[2], p[2])]
        if not near:
            return False
        parts = [p] + draw.sample(near, min(len(near), draw.choice([1, 2, 2, 2])))
        first, last = iso(max(q[1] for q in parts)), iso(min(q[2] for q in parts))
        if last <= first:
            return False
        begin = between(first, last)
        person = {"plaats": "Groningen", "geboortedatum": dutch(between(datetime.date(1960, 1, 1), datetime.date(2005, 12, 31))), "geinformeerd_op": dutch(self.h.day)}
        fields = {"bouwblok": self.blok(p[4], "PW-LANG"), "attr_uitkering_mnd": "38", "overeenkomst": "werk", "start": dutch(begin), "eind": dutch(between(begin, last)), "week": str(draw.randint(9, 40)),
                  "functie": "", "actie": "opslaan"}
        on, made, left, who = self.h.user("on@example.nl"), [], 10000, {"naam": f"Testpersoon Gedeeld {draw.randint(1, 10**6)}", **person}
        for n, q in enumerate(parts):
            bp = left if n + 1 == len(parts) else draw.randint(1, left - 100)
            left -= bp
            if not self.entered(on.post(f"/projecten/{q[0]}/kandidaten/nieuw", {**fields, **who, "aandeel": f"{bp // 100},{bp % 100:02d}"}), q[0]):
                return False
            made.append(self.newest(q[0]))
            who = {"kandidaat": self.h.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", made[-1])}
        if not self.entered(on.post(f"/projecten/{p[0]}/kandidaten/nieuw", {**fields, "naam": f"Testpersoon Heel {draw.randint(1, 10**6)}", **person}), p[0]):
            return False
        value = "SELECT sum(prognose_cent + ingediend_cent) FROM alle_inzet WHERE id IN ({})"
        whole, together = self.h.one(value.format(self.newest(p[0]))), self.h.one(value.format(",".join(map(str, made))))
        self.compared += 1
        if whole != together:
            check(False, f"the shares {made} are together {together} cents, undivided it is {whole}")
        return True

    def overig(self, part, fields):
        p = self.project()
        if not p:
            return False
        pid, start, eind, _, set_id, _ = p
        day = between(iso(start), min(iso(eind), max(iso(start), self.h.day)))
        fields = {k: v(set_id) if callable(v) else v for k, v in fields.items()}
        return self.entered(self.h.user("on@example.nl").post(f"/projecten/{pid}/{part}/nieuw", {"datum": dutch(day), "actie": "opslaan", **fields}), pid)

    def inkoop(self):
        code, answer = draw.choice([("INK-100", "SW"), ("INK-50", "SENL"), ("INK-P1", "PSO1"), ("INK-P3", "PSO3")])
        return self.overig("inkoop", {"bouwblok": lambda s: self.blok(s, code), "leverancier": "Voorbeeld Sociaal B.V.", "nummer": f"F{draw.randint(1, 10**9)}", "bedrag": f"{draw.randint(1, 50000)},{draw.randint(0, 99):02d}",
                                      "attr_erkenning": answer})

    def activiteit(self):
        return self.overig("activiteiten", {"bouwblok": lambda s: self.blok(s, "MVO-UUR"), "toelichting": "Training", "uren": str(draw.randint(1, 40)), "personen": str(draw.randint(1, 5))})

    def maatwerk(self):
        return self.overig("activiteiten", {"bouwblok": lambda s: self.blok(s, "MVO-MAAT"), "toelichting": "Afgesproken", "bedrag": str(draw.randint(1, 9999))})

    def fonds(self):
        return self.overig("fonds", {"bouwblok": lambda s: self.blok(s, "FONDS"), "bedrag": str(draw.randint(1, 9999))})

    def edit(self, part, has, change, condition="i.soort = 'kandidaat'"):
        i = self.a_inzet(condition)
        if not i:
            return False
        inzet, pid = i[0], i[1]
        on = self.h.user("on@example.nl")
        fields = on.form(f"/projecten/{pid}/inzet/{inzet}/{part}", has)
        if fields is None:
            return False
        # another birth date is another age: every inzet of that person gets a version, or none does
        same = "SELECT id, versie FROM alle_inzet WHERE id = ? OR kandidaat_id = (SELECT kandidaat_id FROM alle_inzet WHERE id = ?)"
        was = dict(self.h.rows(same, inzet, inzet))
        answer = on.post(f"/projecten/{pid}/inzet/{inzet}/{part}", {**fields, **change(i, fields)})
        for i, versie in self.h.rows(same, inzet, inzet):
            if versie != was[i] and not (part == "kandidaat" and self.inzet[i] == "teruggestuurd"):      # what was sent back still waits for its own correction
                self.inzet[i] = "ingediend"
        return answer[0] == 303

    def corrigeren(self):
        return self.edit("corrigeren", "week", lambda i, f: {"week": str(draw.randint(4, 40)), "reden": "Anders afgesproken", "actie": "opslaan"})

    def verlengen(self):
        return self.edit("verlengen", "eind", lambda i, f: {"eind": dutch((iso(i[6]) if i[6] else self.h.day) + days(draw.randint(1, 200)))})

    def uit_dienst(self):
        return self.edit("uit-dienst", "laatste", lambda i, f: {"laatste": dutch(between(iso(i[5]), iso(i[6] or i[7]))), "reden": draw.choice(["contract_niet_verlengd", "ontslag_genomen", "ander_werk", "overig"])},
                         "i.soort = 'kandidaat' AND v.uit_dienst IS NULL AND v.start < date('now')")

    def uren(self):
        return self.edit("uren", "week", lambda i, f: {"vanaf": dutch(iso(i[5]) + days(draw.randint(1, 300))), "week": str(draw.randint(0, 40))})

    def persoon(self):
        return self.edit("kandidaat", "geboortedatum", lambda i, f: {"geboortedatum": dutch(between(datetime.date(1958, 1, 1), datetime.date(2006, 1, 1)))})

    def factuur_wijzigen(self):
        return self.edit("inkoop-wijzigen", "bedrag", lambda i, f: {"bedrag": str(draw.randint(1, 40000)), "reden": "Creditnota", "actie": "opslaan"}, "i.soort = 'inkoop'")

    def activiteit_wijzigen(self):
        return self.edit("activiteit-wijzigen", "toelichting", lambda i, f: {"toelichting": "Training, meer", "reden": "Meer gedaan", "actie": "opslaan"}, "i.soort = 'activiteit'")

    def intrekken(self):
        """Entered by mistake; a later correction may hand it in again."""
        i = self.a_inzet("i.geldend IS NULL AND i.ingetrokken_op IS NULL")
        if not i:
            return False
        on = self.h.user("on@example.nl")
        fields = on.form(f"/projecten/{i[1]}/inzet/{i[0]}/intrekken", "reden")
        if fields is None or on.post(f"/projecten/{i[1]}/inzet/{i[0]}/intrekken", {**fields, "reden": "Per ongeluk ingevoerd"})[0] != 303:
            return False
        self.inzet[i[0]] = "teruggestuurd"
        return True

    def plan(self):
        p = self.project()
        on = self.h.user("on@example.nl")
        path = p and f"/projecten/{p[0]}/plan/wijzigen"
        fields = p and on.form(path, "werkzaamheden")
        if not fields:
            return False
        fields |= {"contact": self.h.one("SELECT id FROM alle_gebruiker WHERE email = 'on@example.nl'"), "vacatures": "ja", "werkzaamheden": "Groen en schoonmaak", "toelichting": "Zie de regels",
                   "k_blok.0": "PW-LANG", "k_aantal.0": str(draw.randint(1, 9)), "k_uren.0": "32", "k_mnd.0": str(draw.randint(1, 24)), "actie": draw.choice(["opslaan", "indienen"])}
        return on.post(path, fields)[0] == 303

    def plan_beoordelen(self):
        row = self.h.pick("SELECT DISTINCT n.project_id FROM alle_plan n WHERE n.status = 'ingediend' AND n.project_id IN (SELECT id FROM (" + LINKED.format("p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL") + "))")
        am = self.h.user("am@example.nl")
        path = row and f"/projecten/{row[0]}/plan/beoordelen"
        fields = row and am.form(path, "prestatieafspraken")
        if not fields:
            return False
        fields |= {"oordeel": "akkoord", "prestatieafspraken": "Elk kwartaal", "termijn": dutch(self.h.day + days(90))} if draw.random() < 0.6 else {"oordeel": "aanpassen", "opmerkingen": "Meer plaatsen"}
        return am.post(path, fields)[0] == 303

    def pso(self):
        p = self.project()
        if not p:
            return False
        van = between(self.h.day - days(900), self.h.day + days(200))
        return self.h.user("on@example.nl").post(f"/opdrachtnemers/{p[5]}/pso", {"trede": draw.choice(["aspirant", "1", "2", "3", "30+"]), "van": dutch(van), "tm": dutch(van + days(draw.randint(30, 700)))})[0] == 303

    def pso_weg(self):
        p = self.project()
        row = p and self.h.pick("SELECT id FROM alle_pso WHERE organisatie_id = ? AND vervallen_op IS NULL", p[5])
        return bool(row) and self.h.user("on@example.nl").post(f"/opdrachtnemers/{p[5]}/pso/{row[0]}/verwijderen", {"reden": "Vergissing"})[0] == 303

    # ---- the accountmanager ----

    def goedkeuren(self):
        i = self.a_inzet("i.status = 'ingediend'")
        return bool(i) and self.changed(self.h.user("am@example.nl").post(f"/projecten/{i[1]}/inzet/{i[0]}/goedkeuren", {"versie": i[2]}), i[0], "goedgekeurd")

    def terugsturen(self):
        i = self.a_inzet("i.status = 'ingediend'")
        return bool(i) and self.changed(self.h.user("am@example.nl").post(f"/projecten/{i[1]}/inzet/{i[0]}/terugsturen", {"versie": i[2], "reden": "Klopt niet"}), i[0], "teruggestuurd")

    def goedkeuren_samen(self):
        some = draw.sample(rows, min(5, len(rows))) if (rows := self.h.rows(INZET.format("i.status = 'ingediend'"))) else []
        fields = {}
        for n, i in enumerate(some):
            fields |= {f"inzet.{n}": i[0], f"v.{n}": i[2]}
        if not some or self.h.user("am@example.nl").post("/te-beoordelen/goedkeuren", fields)[0] != 303:
            return False
        for i in some:
            self.inzet[i[0]] = "goedgekeurd"
        return True

    def switch(self, email, part, condition, fields=None):
        p = self.project(condition)
        return bool(p) and self.h.user(email).post(f"/projecten/{p[0]}/{part}", fields or {})[0] == 303

    def project_goedkeuren(self):
        p = self.project(f"p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.eind <= '{self.h.day}'")
        if not p:
            return False
        am = self.h.user("am@example.nl")
        fields = am.form(f"/projecten/{p[0]}/eindoordeel", "oordeel")       # there is one where the obligation was not met, or was told so before
        if fields is not None:
            met = self.h.one("SELECT netto_cent <= actueel_cent FROM alle_project WHERE id = ?", p[0])
            am.post(f"/projecten/{p[0]}/eindoordeel", {**fields, "oordeel": "voldaan" if met else draw.choice(["niet_voldaan", "inspanning"]), "maatregel": "geen", "toelichting": "Afgesproken"})
        return am.post(f"/projecten/{p[0]}/goedkeuren", {})[0] == 303 and bool(self.h.one("SELECT goedgekeurd_op FROM alle_project WHERE id = ?", p[0]))

    def project_ontbreekt(self):
        return self.switch("am@example.nl", "ontbreekt", f"p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.eind <= '{self.h.day}'", {"reden": "Een overeenkomst"})

    def project_intrekken(self):
        return self.switch("am@example.nl", "goedkeuring-intrekken", "p.afgerond_op IS NULL AND p.goedgekeurd_op IS NOT NULL", {"reden": "Te vroeg"})

    # ---- the opdrachtgever and the coordinatiepunt ----

    def project_afronden(self):
        return self.switch("og@example.nl", "afronden", "p.afgerond_op IS NULL AND p.goedgekeurd_op IS NOT NULL")

    def project_heropenen(self):
        return self.switch("cp@example.nl", "heropenen", "p.afgerond_op IS NOT NULL", {"reden": "Er is een fout gemeld"})

    def project_wijzigen(self):
        p = self.project("p.afgerond_op IS NULL")
        og = self.h.user("og@example.nl")
        fields = p and og.form(f"/projecten/{p[0]}/wijzigen", "naam")
        if not fields:
            return False
        if p[3] == "sr_verplichting" and draw.random() < 0.5:
            fields["verplichting"] = str(draw.randint(1000, 300000))
        elif p[3] == "sr_verplichting":
            fields["eind"] = dutch(iso(p[2]) + days(draw.randint(-30, 60)))
        fields |= {"toelichting": f"Gewijzigd {draw.randint(1, 999)}", "verlengbaar": "ja"}
        return og.post(f"/projecten/{p[0]}/wijzigen", fields)[0] == 303

    def perioden(self):
        p = self.project("p.afgerond_op IS NULL AND p.afspraak = 'raamovereenkomst'")
        og = self.h.user("og@example.nl")
        fields = p and og.form(f"/projecten/{p[0]}/perioden", "p_bedrag")
        rows = fields and sorted({int(k.split(".")[1]) for k, v in fields.items() if k.startswith("p_start.") and v})
        if not rows:
            return False
        n = draw.choice(rows)
        if draw.random() < 0.5:
            fields[f"p_vast.{n}"] = str(draw.randint(0, 90000))
        else:
            fields[f"p_verwacht.{n}"], fields[f"p_bp.{n}"] = str(draw.randint(1000, 2000000)), "5"
            fields[f"p_bedrag.{n}"] = fields[f"p_vast.{n}"] = ""
            fields[f"p_omzet.{n}"] = ""
        return og.post(f"/projecten/{p[0]}/perioden", {**fields, "actie": "opslaan"})[0] == 303

    def project_verlengen(self):
        p = self.project(f"p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.verlengbaar AND p.eind BETWEEN '{self.h.day}' AND date('{self.h.day}', '+90 days')")
        og = self.h.user("og@example.nl")
        if not p:
            return False
        first = og.post(f"/projecten/{p[0]}/verlengen", {"tot": dutch(iso(p[2]) + days(draw.randint(30, 400))), "bedrag": str(draw.randint(0, 40000))})
        fields = first[0] == 303 and og.form(first[2]["Location"], "tot")
        return bool(fields) and og.post(f"/projecten/{p[0]}/verlengen/controleren", {**fields, "actie": "opslaan"})[0] == 303

    def contact(self):
        p = self.project("p.afgerond_op IS NULL")
        row = p and self.h.pick("SELECT g.id FROM alle_gebruiker g WHERE g.email IN ('on2@example.nl', 'on3@example.nl', 'og2@example.nl', 'am2@example.nl')")
        if not row:
            return False
        cp = self.h.user("cp@example.nl")
        if self.h.one("SELECT 1 FROM alle_koppeling WHERE project_id = ? AND gebruiker_id = ?", p[0], row[0]):
            return cp.post(f"/projecten/{p[0]}/contactpersonen/{row[0]}/verwijderen", {})[0] == 303
        return cp.post(f"/projecten/{p[0]}/contactpersonen", {"gebruiker": row[0]})[0] == 303

    def regio(self):
        cp = self.h.user("cp@example.nl")
        fields = cp.form("/beheer/regio", "drempel")
        if not fields:
            return False
        if draw.random() < 0.5:
            fields["telt"] = "na_goedkeuring" if fields.get("telt") == "direct" else "direct"
        elif "pso_hele_looptijd" in fields:
            del fields["pso_hele_looptijd"]
        else:
            fields["pso_hele_looptijd"] = "ja"
        return cp.post("/beheer/regio", {**fields, "bevestigd": "ja"})[0] == 303

    def herwaarderen(self):
        p = self.project()
        row = p and self.h.pick("SELECT s.id FROM alle_bouwblokkenset s WHERE s.regio_id = (SELECT regio_id FROM alle_project WHERE id = ?) AND s.status = 'gepubliceerd' AND s.id <> ?", p[0], p[4])
        if not row:
            return False
        return self.h.user("cp@example.nl").post(f"/beheer/bouwblokken/{row[0]}/herwaarderen/bevestigen", {"project.0": p[0], "reden": "Afgesproken"})[0] == 303

    # how often each is drawn; the last ones change much at once
    WEIGHTS = {"kandidaat": 24, "inkoop": 7, "activiteit": 5, "maatwerk": 3, "fonds": 3, "corrigeren": 9, "verlengen": 5, "uit_dienst": 4, "uren": 6, "intrekken": 3, "persoon": 4, "factuur_wijzigen": 4, "activiteit_wijzigen": 2,
               "pso": 2, "pso_weg": 2, "goedkeuren": 10, "terugsturen": 5, "goedkeuren_samen": 3, "project_goedkeuren": 1.5, "project_ontbreekt": 0.5, "project_intrekken": 0.7, "project_afronden": 1.2,
               "project_heropenen": 2, "project_wijzigen": 4, "perioden": 3, "project_verlengen": 1.5, "contact": 2, "regio": 0.4, "herwaarderen": 0.8,
               "gedeeld": 1.5, "plan": 2, "plan_beoordelen": 1.5}

    def act(self):
        name = draw.choices(list(self.WEIGHTS), list(self.WEIGHTS.values()))[0]
        self.tried[name] += 1
        self.done[name] += bool(getattr(self, name)())


def house_status(house):
    house.start()
    rows = house.rows("SELECT id, status FROM alle_inzet")
    return rows


def second_set(house):
    """A later version of the methodiek with other amounts, made by one coordinator and published by another."""
    cp, other = house.user("cp@example.nl"), house.user("cp2@example.nl")
    old = house.one("SELECT id FROM alle_bouwblokkenset WHERE regio_id = (SELECT id FROM alle_regio WHERE slug LIKE 'groningen%') AND status = 'gepubliceerd'")
    status, _, headers = cp.post("/beheer/bouwblokken/nieuw", {"van": "1-1-2060", "kopie": old, "versie": "later"})
    new = headers["Location"].split("/")[-1].split("?")[0]
    for code, rate in (("PW-LANG", "41234,56"), ("MVO-UUR", "95,00"), ("INK-50", "45,00")):
        blok = house.one("SELECT id FROM alle_bouwblok WHERE set_id = ? AND code = ?", new, code)
        fields = cp.form(f"/beheer/bouwblokken/{new}/blokken/{blok}", "tarief")
        check(cp.post(f"/beheer/bouwblokken/{new}/blokken/{blok}", {**fields, "tarief": rate})[0] == 303, f"{code} of the later set")
    fields = other.form(f"/beheer/bouwblokken/{new}/publiceren", "bewerking")
    check(other.post(f"/beheer/bouwblokken/{new}/publiceren", fields)[0] == 303, "the later set is published by a second")


def listed(user):
    """SR verplichting, actueel and prognose of all pages of the list of projects: what the rows add up to, and what it says below them."""
    rows, total, page, n = [0, 0, 0], None, "", 1
    while n == 1 or f"pagina={n}" in page:
        page = user.ask("GET", f"/projecten?pagina={n}")[1]
        body, _, foot = page.partition("<tfoot>")
        for part, name in enumerate(("SR verplichting", "SR actueel", "SR prognose")):
            rows[part] += sum(cents(x) for x in re.findall(f'data-label="{name}">([^<]*)<', body))
        total = [cents(x) for x in re.findall('data-label="SR [a-z]+">([^<]*)<', foot)]
        n += 1
    return rows, total


def cents(text):
    return int(re.sub(r"[^0-9-]", "", text) or 0)


def held(house, history, when):
    """What was answered as saved is there; every sum agrees; nothing is out of bounds."""
    there = dict(house.rows("SELECT id, status FROM alle_inzet"))
    lost = [i for i in history.inzet if i not in there]
    other = [(i, history.inzet[i], there[i]) for i in history.inzet if i in there and there[i] != history.inzet[i]]
    check(not lost and len(there) == len(history.inzet), f"{when}: every inzet that was saved is there: {lost[:5]}, {len(there)} of {len(history.inzet)}")
    check(not other, f"{when}: each has the state that was answered: {other[:5]}")
    wrong = house.rows("SELECT id, actueel_cent, prognose_cent FROM alle_inzet WHERE actueel_cent < 0 OR actueel_cent > prognose_cent LIMIT 5")
    check(not wrong, f"{when}: 0 <= actueel <= prognose: {wrong}")
    wrong = house.rows("""SELECT p.id, p.prognose_cent, sum(i.prognose_cent) FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id GROUP BY p.id
        HAVING p.prognose_cent <> sum(i.prognose_cent) OR p.actueel_cent <> sum(i.actueel_cent) OR p.ingediend_cent <> sum(i.ingediend_cent) LIMIT 5""")
    check(not wrong, f"{when}: a project is the sum of its inzet: {wrong}")
    for email in ("og@example.nl", "on@example.nl", "am@example.nl", "cp@example.nl"):
        rows, total = listed(house.user(email))
        check(rows == total and rows[2] > 0, f"{when}: the list of {email} adds up: rows {rows}, total {total}")
    told = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
    check(told.returncode == 0, f"{when}: srmonitor check: " + "\n".join((told.stdout + told.stderr).splitlines()[:6]))


def main():
    house = House()
    history = History(house)
    begin = time.monotonic()
    try:
        second_set(house)
        for n in range(1, ACTS + 1):
            history.act()
            if n % ROUND == 0:
                held(house, history, f"after {n} acts, {house.day}")
                if n // ROUND % 4 == 3:
                    check(house.stop(signal.SIGKILL) == -signal.SIGKILL, "killed")
                else:
                    check(house.stop() == 0, "the server stops in order")
                house.day += days(draw.choice([0, 1, 3, 14, 30]))
                house.start()
        log = open(os.path.join(house.dir, "log")).read()
        check('"level":"error"' not in log, "no error in the log: " + " ".join(l for l in log.splitlines() if '"level":"error"' in l)[:400])
        check('"status":500' not in log, "no page broke")
        check("Testpersoon" not in log, "no name in the log")
        for name in History.WEIGHTS:
            if ACTS >= 5000 or history.tried[name] > 30:
                check(history.done[name] > 0, f"{name}: tried {history.tried[name]} times, never done")
        if ACTS >= 5000:
            check(history.compared > 20, f"divided placements compared: {history.compared}")
        check(sum(history.done.values()) > 0.5 * ACTS, f"most acts get through: {sum(history.done.values())} of {ACTS}")
        print(f"seed {SEED}: {sum(history.done.values())} of {ACTS} acts done in {time.monotonic() - begin:.0f} s, up to {house.day}: " + ", ".join(f"{k} {history.done[k]}/{history.tried[k]}" for k in History.WEIGHTS))
        check(house.stop() == 0, "the server stops in order")
    finally:
        if house.server.poll() is None:
            house.server.kill()
        shutil.rmtree(house.dir, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
