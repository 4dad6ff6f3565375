"""Documents, notes, periods and extensions over real HTTP (spec 1, 5): to the byte, by content, cut off half-way, two at once, a full disk; rights in open sessions."""
import hashlib, http.client, os, re, secrets, shutil, socket, sqlite3, subprocess, sys, tempfile, threading, time, urllib.parse, zlib

SRM = os.environ["SRM"]
MAX = 1048576
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def pdf(extra=b"", objects=(), pad=0):
    """A small PDF; pad: its exact size in bytes."""
    def build(fill):
        parts = [b"<< /Type /Catalog /Pages 2 0 R " + extra + b">>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", *objects]
        parts.append(b"<< /Length %d >>\nstream\n" % fill + b"x" * fill + b"\nendstream")
        out, at = b"%PDF-1.4\n", []
        for i, p in enumerate(parts):
            at.append(len(out))
            out += b"%d 0 obj\n" % (i + 1) + p + b"\nendobj\n"
        xref = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % o for o in at)
        return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, xref)
    size = len(build(1))
    if not pad:
        return build(1)
    out = build(pad - size)
    for fill in range(pad - size - 20, pad - size + 20):
        if len(out) != pad:
            out = build(fill)
    assert len(out) == pad, (len(out), pad)
    return out


def object_stream():
    """A catalog with a script, hidden in a compressed object stream: a search through the bytes finds nothing."""
    inner = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >> >>"
    body = zlib.compress(b"1 0 " + inner)
    out, at = b"%PDF-1.5\n", {}
    for nr, p in ((2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"),
                  (4, b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(body) + body + b"\nendstream")):
        at[nr] = len(out)
        out += b"%d 0 obj\n" % nr + p + b"\nendobj\n"
    at[5] = len(out)
    rows = b"\x00\x00\x00\x00\xff" + b"\x02" + (4).to_bytes(3, "big") + b"\x00" + b"".join(b"\x01" + at[n].to_bytes(3, "big") + b"\x00" for n in (2, 3, 4, 5))
    out += b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 3 1] /Root 1 0 R /Length %d >>\nstream\n" % len(rows) + rows + b"\nendstream\nendobj\n"
    return out + b"startxref\n%d\n%%%%EOF\n" % at[5]


class House:
    def __init__(self, where=None):
        self.dir = where or tempfile.mkdtemp(prefix="srm-documents-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        config = os.path.join(self.dir, "config.ini")
        text = open(config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(config, "w").write(text)
        self.log = open(os.path.join(self.dir, "log"), "a")
        self.server = subprocess.Popen([SRM, "serve", "--config", config], stdout=self.log, stderr=self.log)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.1)
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=20, isolation_level=None)

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    def stop(self):
        self.server.terminate()
        return self.server.wait(20)


class User:
    def __init__(self, house, email):
        self.house, token, now = house, secrets.token_urlsafe(32), int(time.time())
        house.db.execute("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                         (hashlib.blake2b(token.encode(), digest_size=32).digest(), now, now, now + 7200, email))
        self.headers = {"Cookie": "__Host-sr=" + token, "Origin": f"http://127.0.0.1:{house.port}"}
        self.csrf = re.search(r'name="_csrf" value="([^"]+)"', self.get("/mijn-gegevens")[1]).group(1)

    def ask(self, method, path, body=None, more=None):
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)
        try:
            c.request(method, path, body, {**self.headers, **(more or {})})
            answer = c.getresponse()
            raw = answer.read()
            return answer.status, raw.decode("utf-8", "replace"), answer.headers, raw
        finally:
            c.close()

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode({"_csrf": self.csrf, "_eenmalig": secrets.token_urlsafe(32), **fields}), {"Content-Type": "application/x-www-form-urlencoded"})

    def multipart(self, name, content):
        b = "grens" + secrets.token_hex(8)
        body = b""
        for k, v in (("_csrf", self.csrf), ("_eenmalig", secrets.token_urlsafe(32)), ("naam", "")):
            body += f'--{b}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode()
        body += f'--{b}\r\nContent-Disposition: form-data; name="bestand"; filename="{name}"\r\nContent-Type: application/pdf\r\n\r\n'.encode() + content + f"\r\n--{b}--\r\n".encode()
        return body, {"Content-Type": f"multipart/form-data; boundary={b}"}

    def upload(self, project, name, content):
        return self.ask("POST", f"/projecten/{project}/documenten", *self.multipart(name, content))


def tmp_is_empty(folder):
    """An upload goes with its request, a moment after the answer."""
    for _ in range(40):
        if not os.listdir(folder):
            return True
        time.sleep(0.05)
    return False


def error_of(page):
    return " ".join(re.findall(r'class="sr-error"[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]*)', page))


def documents(house, project):
    on, og = User(house, "on@example.nl"), User(house, "og@example.nl")
    count = lambda: house.one("SELECT count(*) FROM alle_document")
    exact = pdf(pad=MAX)
    status, page, _, _ = on.upload(project, "precies.pdf", exact)
    check(status == 303 and house.one("SELECT inhoud FROM alle_document ORDER BY id DESC LIMIT 1") == exact, f"1,048,576 bytes are taken whole: {status} {error_of(page)}")
    before = count()
    refused = {"byte.pdf": (pdf(pad=MAX + 1), "groter dan 1 MB"), "groot.pdf": (pdf(pad=3 * MAX), "groter dan 1 MB"), "leeg.pdf": (b"", ""), "tekst.pdf": (b"Geachte heer, mevrouw", "geen PDF"),
               "polyglot.pdf": (pdf() + b"PK\x05\x06" + b"\x00" * 18, ""), "script.pdf": (pdf(b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "), ""), "verborgen.pdf": (object_stream(), ""),
               "bijlage.pdf": (pdf(b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>] >> >> "), ""),
               "starten.pdf": (pdf(b"/OpenAction << /S /Launch /F (cmd.exe) >> "), ""), "half.pdf": (pdf(pad=20000)[:9000], "")}
    reasons = {}
    for name, (content, says) in refused.items():
        status, page, _, _ = on.upload(project, name, content)
        reasons[name] = error_of(page)
        check(status == 422 and reasons[name] and says in reasons[name], f"{name} is refused with the reason on the page: {status} {reasons[name]}")
    check(len(set(r.split(" U koos")[0] for r in reasons.values())) >= 7, f"each has its own reason: {reasons}")
    if shutil.which("qpdf"):
        plain, closed = house.dir + "/a.pdf", house.dir + "/b.pdf"
        open(plain, "wb").write(pdf())
        for password in ("", "geheim"):
            subprocess.run(["qpdf", "--encrypt", password, "eigenaar", "256", "--", plain, closed], check=True)
            status, page, _, _ = on.upload(project, "versleuteld.pdf", open(closed, "rb").read())
            check(status == 422 and "versleuteld" in error_of(page).lower(), f"an encrypted PDF is refused: {status} {error_of(page)}")
    check(count() == before, "nothing of these was stored")
    check(on.upload(project, "veel.pdf", b"%PDF-1.4\n" + b"x" * (5 * MAX))[0] == 413, "what is far too large is refused before it is read")
    check(on.post(f"/projecten/{project}/documenten")[0] in (400, 422), "a form without a file")

    # cut off half-way: nothing stored, no file left behind
    body, headers = on.multipart("afgebroken.pdf", pdf(pad=500000))
    s = socket.create_connection(("127.0.0.1", house.port))
    head = f"POST /projecten/{project}/documenten HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\nContent-Length: {len(body)}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in {**on.headers, **headers}.items())
    s.sendall(head.encode() + b"\r\n" + body[:250000])
    time.sleep(0.3)
    s.close()
    time.sleep(0.5)
    check(count() == before and tmp_is_empty(house.dir + "/tmp"), f"an upload cut off half-way leaves nothing: {os.listdir(house.dir + '/tmp')}")
    truncated = body[:len(body) - 40]
    check(on.ask("POST", f"/projecten/{project}/documenten", truncated, headers)[0] == 400 and count() == before, "a body without its end is refused")

    # two at once, each whole
    results, contents = [], [pdf(pad=900000 + i) for i in range(2)]
    threads = [threading.Thread(target=lambda i=i: results.append((on, og)[i].upload(project, f"samen{i}.pdf", contents[i])[0])) for i in range(2)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    stored = {r[0] for r in house.db.execute("SELECT inhoud FROM alle_document WHERE naam LIKE 'samen%'")}
    check(results == [303, 303] and stored == set(contents), f"two at once are both stored whole: {results}")

    # the download: attachment, not opened by the browser, the very bytes
    document = house.one("SELECT id FROM alle_document WHERE naam = 'precies.pdf'")
    status, _, headers, raw = og.get(f"/projecten/{project}/documenten/{document}")
    check(status == 200 and raw == exact and headers["Content-Type"] == "application/pdf", "the same bytes come out")
    check(headers["Content-Disposition"].startswith("attachment;") and headers["X-Content-Type-Options"] == "nosniff" and headers["Content-Security-Policy"].startswith("sandbox") and headers["Cache-Control"] == "no-store",
          "with the headers of a download")
    check(User(house, "og.fryslan@example.nl").get(f"/projecten/{project}/documenten/{document}")[0] == 404, "nobody else can fetch it")
    check(on.get(f"/projecten/{project}/documenten/{document}")[0] == 200, "who is linked can")
    name = 'o"p&<b>.pdf\\'
    status = on.upload(project, 'rare "naam" <b>.pdf'.replace('"', "%22"), pdf())[0]
    page = on.get(f"/projecten/{project}/documenten")[1]
    check(status == 303 and "<b>.pdf" not in page, "a strange name is only text")
    check(og.post(f"/projecten/{project}/documenten/{document}/verwijderen")[0] == 303 and og.get(f"/projecten/{project}/documenten/{document}")[0] == 404, "removed is gone")
    check(house.one("SELECT inhoud IS NULL AND verwijderd_door IS NOT NULL FROM alle_document WHERE id = ?", document) == 1 and "precies.pdf" in og.get(f"/projecten/{project}/documenten")[1], "but the trace stays")
    check(house.one("SELECT count(*) FROM alle_audit WHERE soort = 'document' AND rij = ?", document) == 2, "and stands in the log")

    # rights end in the same second, in the open session
    house.db.execute("DELETE FROM alle_koppeling WHERE project_id = ? AND gebruiker_id = (SELECT id FROM alle_gebruiker WHERE email = 'on@example.nl')", (project,))
    before = count()
    check(on.get(f"/projecten/{project}/documenten")[0] == 404 and on.upload(project, "laat.pdf", pdf())[0] == 404 and count() == before, "unlinked: nothing more, at once")
    house.db.execute("INSERT INTO alle_koppeling (project_id, gebruiker_id, op) SELECT ?, id, 1 FROM alle_gebruiker WHERE email = 'on@example.nl'", (project,))


def two_at_once(house, project):
    """Two people with the same page open: the second is told, nothing is overwritten unseen."""
    og, og2 = User(house, "og@example.nl"), User(house, "og2@example.nl")
    house.db.execute("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) SELECT ?, id, 1 FROM alle_gebruiker WHERE email = 'og2@example.nl'", (project,))
    fields = {"versie": house.one("SELECT versie FROM alle_project WHERE id = ?", project)}
    for i, (start, end, amount) in enumerate(house.db.execute("SELECT start, eind, geschat_cent FROM alle_periode WHERE project_id = ? ORDER BY start", (project,))):
        fields |= {f"p_start.{i}": start, f"p_eind.{i}": end, f"p_bedrag.{i}": f"{amount // 100},{amount % 100:02}"}
    first = og.post(f"/projecten/{project}/perioden", **{**fields, "p_bedrag.0": "11111,00"})
    second = og2.post(f"/projecten/{project}/perioden", **{**fields, "p_bedrag.0": "22222,00"})
    check(first[0] == 303 and second[0] == 422 and "Iemand anders" in second[1] and 'value="22222,00"' in second[1], f"the second is told and keeps what was typed: {first[0]} {second[0]}")
    check(house.one("SELECT geschat_cent FROM alle_periode WHERE project_id = ? ORDER BY start LIMIT 1", project) == 1111100, "the first stands")
    gaps = dict(fields, versie=house.one("SELECT versie FROM alle_project WHERE id = ?", project))
    gaps["p_start.0"] = "1-1-1999"
    status, page, _, _ = og.post(f"/projecten/{project}/perioden", **gaps)
    check(status == 422 and "startdatum van het project" in page, "periods that do not cover the project are refused")
    # the same form twice stores once
    again = dict(fields, versie=house.one("SELECT versie FROM alle_project WHERE id = ?", project), _eenmalig=secrets.token_urlsafe(32))
    check([og.post(f"/projecten/{project}/perioden", **again)[0] for _ in range(2)] == [303, 303], "a double click is answered as the first")


def full_disk():
    """On a small file system of its own, where one can be mounted: refused with the reason, nothing half-written, and it goes on afterwards."""
    where = tempfile.mkdtemp(prefix="srm-full-")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", where], capture_output=True).returncode != 0:
        print("no small file system could be mounted: the full disk is left to tests/data")
        return
    try:
        house = House(where + "/demo")
        on = User(house, "on@example.nl")
        project = house.one("SELECT p.id FROM alle_project p JOIN alle_koppeling k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.email = 'on@example.nl' AND p.afgerond_op IS NULL LIMIT 1")
        room = os.statvfs(where)
        # room for the upload itself, not for the database too
        for leave, what in ((1300000, "the database"), (300000, "the upload")):
            filler = os.path.join(where, "vol")
            room = os.statvfs(where)
            open(filler, "wb").write(b"0" * max(0, room.f_bavail * room.f_bsize - leave))
            before = house.one("SELECT count(*) FROM alle_document")
            status, page, _, _ = on.upload(project, "vol.pdf", pdf(pad=MAX))
            check(status in (507, 500, 422) and ("geen ruimte" in page or "schijf" in page or "niet worden ontvangen" in page or "Niet opgeslagen" in page), f"no room for {what}: {status}")
            check(house.one("SELECT count(*) FROM alle_document") == before and tmp_is_empty(where + "/demo/tmp"), "nothing half-written")
            check(on.get("/projecten")[0] == 200, "the pages go on")
            os.unlink(filler)
            check(on.upload(project, "ruimte.pdf", pdf(pad=MAX))[0] == 303, "with room again it is stored")
        check(house.one("PRAGMA integrity_check") == "ok", "the database is whole")
        house.db.close()
        check(house.stop() == 0, "the server stops in order")
    finally:
        subprocess.run(["umount", "-l", where])


house = House()
try:
    linked = "SELECT p.id FROM alle_project p WHERE p.afgerond_op IS NULL AND {} AND (SELECT count(*) FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email IN ('og@example.nl', 'on@example.nl')) = 2 LIMIT 1"
    documents(house, house.one(linked.format("1")))
    two_at_once(house, house.one(linked.format("p.afspraak = 'raamovereenkomst'")))
    log = open(os.path.join(house.dir, "log")).read()
    check('"level":"error"' not in log, "no error in the log: " + " ".join(l for l in log.splitlines() if '"level":"error"' in l)[:300])
finally:
    house.db.close()
    check(house.stop() == 0, "the server stops in order")
    shutil.rmtree(house.dir, ignore_errors=True)
full_disk()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
