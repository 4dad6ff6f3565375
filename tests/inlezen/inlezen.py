"""Kandidaten with overeenkomsten, and invoices, from a file (issue "Import"): every row judged, all or nothing, 5,000 in one go while others go on working, killed half-way."""
import hashlib, http.client, os, re, secrets, shutil, signal, socket, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse

SRM = os.environ["SRM"]
ROWS = int(os.environ.get("ROWS", "5000"))
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-inlezen-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.config = os.path.join(self.dir, "config.ini")
        text = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(self.config, "w").write(text)
        self.start()
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=30, isolation_level=None)

    def start(self):
        log = open(os.path.join(self.dir, "log"), "a")
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config], stdout=log, stderr=log)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.1)

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None


class User:
    def __init__(self, house, email):
        self.house, token, now = house, secrets.token_urlsafe(32), int(time.time())
        house.db.execute("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                         (hashlib.blake2b(token.encode(), digest_size=32).digest(), now, now, now + 7200, email))
        self.headers = {"Cookie": "__Host-sr=" + token, "Origin": f"http://127.0.0.1:{house.port}"}
        self.csrf = re.search(r'name="_csrf" value="([^"]+)"', self.get("/mijn-gegevens")[1]).group(1)

    def ask(self, method, path, body=None, more=None):
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=120)
        try:
            c.request(method, path, body, {**self.headers, **(more or {})})
            answer = c.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), answer.headers
        finally:
            c.close()

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode({"_csrf": self.csrf, "_eenmalig": secrets.token_urlsafe(32), **fields}), {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, project, soort, content):
        b = "grens" + secrets.token_hex(8)
        body = b"".join(f'--{b}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in (("_csrf", self.csrf), ("_eenmalig", secrets.token_urlsafe(32)), ("soort", soort)))
        body += f'--{b}\r\nContent-Disposition: form-data; name="bestand"; filename="inlezen.csv"\r\nContent-Type: text/csv\r\n\r\n'.encode() + content + f"\r\n--{b}--\r\n".encode()
        return self.ask("POST", f"/projecten/{project}/inlezen", body, {"Content-Type": f"multipart/form-data; boundary={b}"})


def text_of(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace("&amp;", "&")


def errors_of(page):
    return [(int(nr), kolom, wat) for nr, kolom, wat in re.findall(r'<tr><th scope="row" class="sr-n">(\d+)</th><td data-label="Kolom">([^<]*)</td><td data-label="Wat er mis is">([^<]*)</td>', page)]


HEAD = "naam;adres;postcode;woonplaats;geboortedatum;geinformeerd_op;doelgroep;overeenkomst;functie;start;eind;uren_per_week;uitkering_mnd"


def row(house_dates, nr, **more):
    start, end = house_dates
    cells = {"naam": f"Testpersoon Inlezen-{nr}", "adres": f"Voorbeeldstraat {nr}", "postcode": "9999 ZZ", "woonplaats": "Voorbeeldstad", "geboortedatum": f"{nr % 28 + 1}-{nr % 12 + 1}-{1965 + nr % 35}",
             "geinformeerd_op": "1-2-2026", "doelgroep": "PW-LANG", "overeenkomst": "werk", "functie": "", "start": start, "eind": end, "uren_per_week": "32", "uitkering_mnd": "30", **more}
    return ";".join(cells[k] for k in HEAD.split(";"))


def dutch(iso):
    return "-".join(reversed(iso.split("-")))


def small_files(house, on, project, dates):
    count = lambda: house.one("SELECT count(*) FROM alle_inzet WHERE project_id = ?", project)
    before = count()
    example = on.get(f"/projecten/{project}/inlezen/voorbeeld?soort=kandidaten")[1]
    check(example.startswith("\ufeffnaam;") and "uitkering_mnd" in example, "the example has the columns of this regio and methodiek: " + example[:80])
    status, page, _ = on.upload(project, "kandidaten", example.encode())
    check(status in (303, 422), f"the example itself is read: {status}")
    good = [row(dates, n) for n in range(3)]
    wrong = {
        "no file": (b"", None),
        "only a header": (HEAD.encode(), (1, "")),
        "an unknown column": ((HEAD + ";schoenmaat\r\n" + good[0] + ";44").encode(), (1, "schoenmaat")),
        "a missing column": (("\r\n".join([HEAD.replace("geboortedatum;", ""), good[0]])).encode(), (1, "geboortedatum")),
        "a date that is none": (("\r\n".join([HEAD, good[0], row(dates, 1, start="32-13-2026")])).encode(), (3, "start")),
        "a block that is none": (("\r\n".join([HEAD, row(dates, 1, doelgroep="ZOMAAR")])).encode(), (2, "doelgroep")),
        "a condition that is not met": (("\r\n".join([HEAD, good[0], row(dates, 1, uitkering_mnd="3")])).encode(), (3, "uitkering_mnd")),
        "no name": (("\r\n".join([HEAD, row(dates, 1, naam="")])).encode(), (2, "naam")),
        "a burgerservicenummer": (("\r\n".join([HEAD, row(dates, 1, functie="123456782")])).encode(), (2, "functie")),
        "a row that is too long": (("\r\n".join([HEAD, good[0] + ";1;2"])).encode(), (2, "kolom 14")),
        "an open quotation mark": (("\r\n".join([HEAD, row(dates, 1, functie='"open'), good[1]])).encode(), (2, "functie")),
        "a NUL": ((HEAD + "\r\n" + good[0]).encode().replace(b"Voorbeeldstad", b"Voor\0beeld"), (2, "kolom 4")),
        "a row that is too short": (("\r\n".join([HEAD, good[0], good[1].rsplit(";", 1)[0]])).encode(), (3, "uitkering_mnd")),
        "a formula": (("\r\n".join([HEAD, row(dates, 1, functie="=HYPERLINK(1)")])).encode(), (2, "functie")),
        "a formula with a minus": (("\r\n".join([HEAD, row(dates, 1, naam="-1+cmd")])).encode(), (2, "naam")),
        "a formula with an at": (("\r\n".join([HEAD, row(dates, 1, woonplaats='"@SUM(A1)"')])).encode(), (2, "woonplaats")),
        "a line of 2 MB": (("\r\n".join([HEAD, good[0], row(dates, 1, doelgroep="x" * 2000000)])).encode(), (3, "doelgroep")),
        "a column's name of 2 MB": ((HEAD + ";" + "y" * 2000000 + "\r\n" + good[0] + ";1").encode(), (1, "y" * 60 + "…")),
        "UTF-8 with a bidi override": (("\r\n".join([HEAD, row(dates, 1, naam="Zo\u00eb \u202e evil")])).encode(), (2, "kolom 1")),
        "the example, left standing": (("\r\n".join([HEAD, row(dates, 1, naam="Voorbeeld Kandidaat", geboortedatum="27-03-1985")])).encode(), (2, "naam")),
        "shares of more than 100 %": ((HEAD + ";aandeel\r\n" + row(dates, 1) + ";60\r\n" + row(dates, 1) + ";60").encode(), (3, "aandeel")),
        "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (2, "kolom 1")),
    }
    for what, (content, where) in wrong.items():
        status, page, _ = on.upload(project, "kandidaten", content)
        found = errors_of(page)
        check(status == 422 and (where is None or where in [(n, k) for n, k, _ in found]), f"{what}: {status} {found[:3]} {where}")
    status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD] + [row(dates, n, start="gisteren") for n in range(700)]).encode())
    check(status == 422 and len(errors_of(page)) == 500 and "700" in page, "the first 500 of 700 mistakes")
    status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD, row(dates, 1, start="gisteren", uren_per_week="veel", doelgroep="ZOMAAR", geinformeerd_op="", uitkering_mnd="")]).encode())
    check([k for _, k, _ in errors_of(page)].count("doelgroep") == 1 and {"start", "uren_per_week", "doelgroep", "geinformeerd_op"} <= {k for _, k, _ in errors_of(page)}, f"all mistakes of a row, each cell once: {errors_of(page)}")
    check(on.upload(project, "kandidaten", b"x" * (4194304 + 1))[0] == 422, "a byte more than 4 MB")
    check(on.upload(project, "kandidaten", b"x" * 6000000)[0] == 413, "much more")
    check(count() == before and house.one("SELECT count(*) FROM alle_inlezing") == 0, "nothing of these is stored")
    # Windows-1252, and who is known is not made again
    people = lambda: house.one("SELECT count(*) FROM alle_kandidaat")
    were = people()
    content = "\r\n".join([HEAD, row(dates, 1, naam="Testpersoon Zoë", functie="Café"), row(dates, 1, naam="Testpersoon Zoë", start=dates[1], eind="")]).encode("cp1252")
    status, page, headers = on.upload(project, "kandidaten", content)
    check(status == 303, f"Windows-1252: {status} {errors_of(page)}")
    check(house.one("SELECT count(*) FROM alle_inlezing WHERE instr(inhoud, 'Testpersoon') > 0") == 0, "in between it is kept sealed")
    page = on.get(f"/projecten/{project}/inlezen/controle")[1]
    check("2 overeenkomsten, 1 nieuwe kandidaat." in text_of(page) and count() == before, "what it is worth, before anything is stored: " + text_of(page)[300:500])
    nr = re.search(r'name="nr" value="(\d+)"', page).group(1)
    status, page, _ = on.post(f"/projecten/{project}/inlezen/controle", nr=nr)
    check(status == 303 and count() == before + 2 and people() == were + 1, f"stored: two overeenkomsten of one person: {status} {text_of(page)[:200]}")
    check("Testpersoon Zoë" in on.get(f"/projecten/{project}/verantwoording")[1] or "Zo\u00eb" in on.get("/kandidaten")[1], "the letters of Windows-1252 arrive")
    status, page, _ = on.post(f"/projecten/{project}/inlezen/controle", nr=nr)
    check(status == 422 and count() == before + 2, f"once: {status}")
    # invoices
    invoice = "soort_inkoop;leverancier;factuurnummer;factuurdatum;bedrag;erkenning\r\nINK-50;Voorbeeld Sociaal B.V.;F-{0};{1};1.000,00;SENL\r\n"
    status, page, _ = on.upload(project, "facturen", (invoice.format(1, dates[0]) + f"INK-50;voorbeeld sociaal b.v.;f-1;{dates[0]};5;SENL\r\n").encode())
    check(status == 422 and (3, "factuurnummer") in [(n, k) for n, k, _ in errors_of(page)], f"the same invoice twice in a file: {errors_of(page)}")
    on.upload(project, "facturen", invoice.format(1, dates[0]).encode())
    page = on.get(f"/projecten/{project}/inlezen/controle")[1]
    check("€ 500,00" in text_of(page).replace("\u00a0", " ").replace("&nbsp;", " "), "half of the invoice counts: " + text_of(page)[300:600])
    on.post(f"/projecten/{project}/inlezen/controle", nr=re.search(r'name="nr" value="(\d+)"', page).group(1))
    check(house.one("SELECT prognose_cent FROM alle_inzet WHERE project_id = ? ORDER BY id DESC LIMIT 1", project) == 50000, "stored with its value")
    status, page, _ = on.upload(project, "facturen", invoice.format(1, dates[0]).encode())
    check(status == 422, "and refused the second time")


def controle(user, project):
    page = user.get(f"/projecten/{project}/inlezen/controle")[1]
    found = re.search(r'name="nr" value="(\d+)"', page)
    return found.group(1) if found else None, text_of(page).replace("\u00a0", " ")


def in_between(house, on, project, dates):
    """Between checking and storing: whose it is, for how long, what changed; two at once."""
    count = lambda: house.one("SELECT count(*) FROM alle_inzet WHERE project_id = ?", project)
    people = lambda: house.one("SELECT count(*) FROM alle_kandidaat")
    file = lambda *rows: "\r\n".join([HEAD, *rows]).encode()
    confirm = lambda user, nr: user.post(f"/projecten/{project}/inlezen/controle", nr=nr)
    before = count()
    # more than a full week, and twice in one period: told, and what is shown is what is stored
    status, page, _ = on.upload(project, "kandidaten", b"\xef\xbb\xbf" + file(row(dates, 500), row(dates, 500), row(dates, 501)))
    nr, text = controle(on, project)
    check(status == 303 and "waarschuwingen" in text and "volle week: 64 uur" in text and "nog een overeenkomst in dezelfde periode" in text, "warnings: " + text[300:900])
    total = re.search(r"Totaal 3 € ([0-9.,]+)", text)
    status, _, headers = confirm(on, nr)
    stored = house.one("SELECT sum(prognose_cent + ingediend_cent) FROM (SELECT * FROM alle_inzet WHERE project_id = ? ORDER BY id DESC LIMIT 3)", project)
    check(status == 303 and total and int(re.sub(r"[.,]", "", total.group(1))) == stored, f"what was shown is what was stored: {total and total.group(1)} {stored}")
    check("3 kandidaten ingelezen." in on.ask("GET", headers["Location"], None, {"Cookie": on.headers["Cookie"] + "; " + headers["Set-Cookie"].split(";")[0]})[1], "and said on the page of the project")
    # another session of the same user; another user; a moment later
    on.upload(project, "kandidaten", file(row(dates, 510)))
    nr, _ = controle(on, project)
    again = User(house, "on@example.nl")
    check(controle(again, project)[0] is None and confirm(again, nr)[0] == 422, "another session of the same user does not open it")
    other = house.one("SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE k.project_id = ? AND o.soort = 'opdrachtnemer' AND g.email <> 'on@example.nl'", project)
    if other:
        check(controle(User(house, other), project)[0] is None, "nor does a colleague")
    for email in ("og@example.nl", "am@example.nl"):
        check(User(house, email).get(f"/projecten/{project}/inlezen/controle")[0] in (403, 404), "nor " + email)
    house.db.execute("UPDATE alle_inlezing SET verloopt = 1")
    check(controle(on, project)[0] is None and confirm(on, nr)[0] == 422 and count() == before + 3, "and it expires")
    # the project changed
    for what, act, undo in (("ended earlier", "UPDATE alle_project SET eind = date(start, '+30 days'), versie = versie + 1 WHERE id = ?", None),
                            ("afgerond", "UPDATE alle_project SET goedgekeurd_op = 1, afgerond_op = 1, versie = versie + 1 WHERE id = ?", "UPDATE alle_project SET goedgekeurd_op = NULL, afgerond_op = NULL, versie = versie + 1 WHERE id = ?")):
        was = house.one("SELECT eind FROM alle_project WHERE id = ?", project)
        on.upload(project, "kandidaten", file(row(dates, 520, start=dates[1], eind="")))
        nr, _ = controle(on, project)
        house.db.execute(act, (project,))
        status = confirm(on, nr)[0]
        check(nr and status in (403, 422) and count() == before + 3, f"{what} between checking and storing: {status}")
        if undo:
            house.db.execute(undo, (project,))
        house.db.execute("UPDATE alle_project SET eind = ?, versie = versie + 1 WHERE id = ?", (was, project))
    # a regio that asks initials and the date of consent: other columns, and a file of before does not fit any more
    on.upload(project, "kandidaten", file(row(dates, 530)))
    nr, _ = controle(on, project)
    house.db.execute("UPDATE alle_regio SET identiteit = 'initialen', toestemming = 1 WHERE id = (SELECT regio_id FROM alle_project WHERE id = ?)", (project,))
    check(nr and confirm(on, nr)[0] == 422 and "past niet meer" in controle(on, project)[1], "the regio asks something else by now: not stored, and told")
    head = on.get(f"/projecten/{project}/inlezen/voorbeeld?soort=kandidaten")[1].lstrip("\ufeff").split("\r\n")[0].split(";")
    check("initialen" in head and "toestemming_op" in head and not {"naam", "adres", "postcode", "woonplaats"} & set(head), f"the columns follow what the regio asks: {head}")
    cells = {"initialen": "Q.Z.", "geboortedatum": "1-1-1990", "geinformeerd_op": "1-2-2026", "toestemming_op": "", "doelgroep": "PW-LANG", "overeenkomst": "werk", "start": dates[0], "eind": dates[1], "uren_per_week": "32", "uitkering_mnd": "30"}
    initials = lambda **more: "\r\n".join([";".join(head), ";".join({**cells, **more}.get(k, "") for k in head)]).encode()
    check((2, "toestemming_op") in [(n, k) for n, k, _ in errors_of(on.upload(project, "kandidaten", initials())[1])], "consent is asked")
    on.upload(project, "kandidaten", initials(toestemming_op="2-2-2026"))
    check(confirm(on, controle(on, project)[0])[0] == 303 and house.one("SELECT naam IS NULL AND initialen IS NOT NULL AND toestemming_op = '2026-02-02' FROM alle_kandidaat ORDER BY id DESC LIMIT 1") == 1, "stored with initials only")
    on.upload(project, "kandidaten", initials(toestemming_op="2-2-2026"))
    check("0 nieuwe kandidaten" in controle(on, project)[1], "and recognised by them")
    house.db.execute("UPDATE alle_regio SET identiteit = 'naw', toestemming = 0 WHERE id = (SELECT regio_id FROM alle_project WHERE id = ?)", (project,))
    # two users bring the same persons, and the same invoice, at the same moment
    if not other:
        house.db.execute("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) SELECT ?, g.id, 1 FROM alle_gebruiker g JOIN alle_gebruiker h ON h.organisatie_id = g.organisatie_id AND h.email = 'on@example.nl' AND g.id <> h.id LIMIT 1", (project,))
        other = house.one("SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_gebruiker h ON h.organisatie_id = g.organisatie_id AND h.email = 'on@example.nl' AND g.id <> h.id WHERE k.project_id = ?", project)
    two = [on, User(house, other) if other else again]
    invoices = "soort_inkoop;leverancier;factuurnummer;factuurdatum;bedrag;erkenning\r\n" + "".join(f"INK-50;Voorbeeld Samen B.V.;S-{n};{dates[0]};10;SENL\r\n" for n in range(200))
    for soort, content, expected in (("kandidaten", file(*[row(dates, n + 600) for n in range(200)]), [303, 303]), ("facturen", invoices.encode(), [303, 422])):
        inzet, were, numbers, results = count(), people(), [], []
        for u in two:
            u.upload(project, soort, content)
            numbers.append(controle(u, project)[0])
        threads = [threading.Thread(target=lambda u=u, nr=nr: results.append(confirm(u, nr)[0])) for u, nr in zip(two, numbers)]
        house.db.execute("BEGIN IMMEDIATE")     # both are judged before the desk can store either
        [t.start() for t in threads]
        time.sleep(1)
        house.db.execute("ROLLBACK")
        [t.join() for t in threads]
        check(sorted(results) == expected and count() - inzet == 200 * expected.count(303) and people() - were == (200 if soort == "kandidaten" else 0),
              f"two at once, {soort}: {results} {count() - inzet} rows, {people() - were} persons")
    check(not os.listdir(os.path.join(house.dir, "tmp")), "no file on disk")


def memory(house):
    return int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{house.server.pid}/status").read()).group(1)) // 1024


def many(house, on, other, project, dates):
    """ROWS rows; meanwhile somebody else reads and writes."""
    count = lambda: house.one("SELECT count(*) FROM alle_inzet WHERE project_id = ?", project)
    lines = [row(dates, n + 10) for n in range(ROWS)]
    one_wrong = lines[:]
    one_wrong[ROWS // 2] = row(dates, 7, uren_per_week="veel")
    status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD] + one_wrong).encode())
    check(status == 422 and errors_of(page)[0][:2] == (ROWS // 2 + 2, "uren_per_week"), f"one wrong row of {ROWS}: {errors_of(page)[:2]}")
    status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD] + lines + lines[:1] * (5001 - ROWS)).encode())
    check(status == 422 and "meer dan 5.000 rijen" in page, f"one row too many: {status}")
    before, slowest, done = count(), [0.0, 0.0], threading.Event()

    def others():
        while not done.is_set():
            for i, act in enumerate((lambda: other.get("/projecten"), lambda: other.post("/mijn-gegevens/sessies/andere-beeindigen"))):
                t = time.monotonic()
                act()
                slowest[i] = max(slowest[i], time.monotonic() - t)
    watching = threading.Thread(target=others)
    watching.start()
    t0 = time.monotonic()
    status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD] + lines).encode())
    t1 = time.monotonic()
    used = [memory(house)]
    check(status == 303, f"{ROWS} rows are judged: {status} {errors_of(page)[:2]}")
    page = on.get(f"/projecten/{project}/inlezen/controle")[1]
    t2 = time.monotonic()
    used.append(memory(house))
    status, page, _ = on.post(f"/projecten/{project}/inlezen/controle", nr=re.search(r'name="nr" value="(\d+)"', page).group(1))
    t3 = time.monotonic()
    done.set()
    watching.join()
    check(status == 303 and count() == before + ROWS, f"{ROWS} rows in one go: {status}, {count() - before}")
    t4 = time.monotonic()
    used.append(memory(house))
    on.get(f"/projecten/{project}/verantwoording")
    t5 = time.monotonic()
    print(f"memory at most, in MB: judged {used[0]}, shown {used[1]}, stored {used[2]}, the page of the project afterwards {memory(house)}, in {t5 - t4:.2f} s")
    print(f"{ROWS} rows: judged in {t1 - t0:.2f} s, shown in {t2 - t1:.2f} s, stored in {t3 - t2:.2f} s; others waited at most {slowest[0]:.2f} s to read and {slowest[1]:.2f} s to write")
    check(subprocess.run([SRM, "check", "--config", house.config], capture_output=True).returncode == 0, "every stored sum is what a fresh computation gives")


def killed(house, on, project, dates):
    """kill -9 while it is stored: all or nothing."""
    count = lambda: house.one("SELECT count(*) FROM alle_inzet WHERE project_id = ?", project)
    lines = [row(dates, n + 100000) for n in range(ROWS)]
    for wait in (0.05, 0.4, 1.0):
        before = count()
        status, page, _ = on.upload(project, "kandidaten", "\r\n".join([HEAD] + lines).encode())
        page = on.get(f"/projecten/{project}/inlezen/controle")[1]
        found = re.search(r'name="nr" value="(\d+)"', page)
        if not found:       # a round before was stored whole: who is in it is known, and twice the same is no mistake
            check(False, f"the check page is there: {status} {errors_of(page)[:2]} " + text_of(page)[:200])
            return

        def confirm():
            try:
                on.post(f"/projecten/{project}/inlezen/controle", nr=found.group(1))
            except OSError:
                pass
        posting = threading.Thread(target=confirm)
        posting.start()
        time.sleep(wait)
        house.server.send_signal(signal.SIGKILL)
        house.server.wait()
        posting.join()
        house.start()
        check(count() in (before, before + ROWS), f"killed after {wait} s: {count() - before} of {ROWS}")
    check(subprocess.run([SRM, "check", "--config", house.config], capture_output=True).returncode == 0, "and every sum agrees")


house = House()
try:
    project, start, eind = house.db.execute("""SELECT p.id, p.start, p.eind FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id AND r.slug LIKE 'groningen%' WHERE p.goedgekeurd_op IS NULL
        AND p.start < date('now', '-90 days') AND p.eind > date('now', '+90 days') AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email = 'on@example.nl') LIMIT 1""").fetchone()
    on, other = User(house, "on@example.nl"), User(house, "am.fryslan@example.nl")
    dates = (dutch(start), dutch(eind))
    small_files(house, on, project, dates)
    in_between(house, on, project, dates)
    print(f"memory at most {memory(house)} MB after small files")
    many(house, on, other, project, dates)
    killed(house, on, project, dates)
    log = open(os.path.join(house.dir, "log")).read()
    check("Testpersoon" not in log, "no name in the log")
    check('"level":"error"' not in log, "no error in the log: " + " ".join(l for l in log.splitlines() if '"level":"error"' in l)[:300])
finally:
    house.db.close()
    house.server.terminate()
    check(house.server.wait(20) == 0, "the server stops in order")
    shutil.rmtree(house.dir, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
