"""A served demo on the set clock, sessions past the login, forms filled as a browser would, Excel files read back by openpyxl."""
import datetime, hashlib, html.parser, http.client, io, os, re, secrets, shutil, socket, sqlite3, subprocess, tempfile, time, urllib.parse
import openpyxl

SRM = os.environ["SRM"]
MAILS = {"OG": "og@example.nl", "ON": "on@example.nl", "IM": "im@example.nl", "AM": "am@example.nl", "CP": "cp@example.nl"}
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        if failed < 40:
            print("FAILED:", what)


def cents(v):
    return 0 if v is None else round(v * 100)


class Form(html.parser.HTMLParser):
    """What a browser would send of the last form of the page that is posted."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms, self.select, self.area = [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self.forms.append((a.get("action"), {})) if a.get("method") == "post" else self.forms.append((None, None))
        elif not self.forms or self.forms[-1][1] is None:
            return
        elif tag == "input" and "name" in a and a.get("type") not in ("file", "submit", "checkbox", "radio"):
            self.forms[-1][1][a["name"]] = a.get("value", "")
        elif tag == "input" and a.get("type") in ("checkbox", "radio") and "checked" in a:
            self.forms[-1][1][a["name"]] = a.get("value", "on")
        elif tag == "select":
            self.select = a.get("name")
            self.forms[-1][1].setdefault(self.select, "")
        elif tag == "option" and self.select and "selected" in a:
            self.forms[-1][1][self.select] = a.get("value", "")
        elif tag == "textarea":
            self.area = a.get("name")
            self.forms[-1][1][self.area] = ""

    def handle_data(self, data):
        if self.area:
            self.forms[-1][1][self.area] += data.lstrip("\n")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        if tag == "textarea":
            self.area = None


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-rapport-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.config = os.path.join(self.dir, "config.ini")
        text = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(self.config, "w").write(text)
        self.log = open(os.path.join(self.dir, "log"), "w")
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=10)
        self.server, self.moment = None, 0

    def start(self, day=None, at="10:00"):
        """Serves on that day, and waits until the sums are of that day."""
        extra = ["--datum", str(day), "--tijd", at] if day else []
        self.moment = int(datetime.datetime.fromisoformat(f"{day}T{at}").timestamp()) if day else int(time.time())
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config] + extra, stdout=self.log, stderr=self.log)
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                if not self.one("SELECT count(*) FROM alle_project WHERE afgerond_op IS NULL AND som_dag <> ?", str(day or datetime.date.today())):
                    break
            except OSError:
                pass
            time.sleep(0.1)
        self.tokens = {}

    def stop(self):
        self.server.terminate()
        return self.server.wait(20)

    def remove(self):
        shutil.rmtree(self.dir, ignore_errors=True)

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    def token(self, email):
        if email not in self.tokens:
            token, now = secrets.token_urlsafe(32), self.moment
            with self.db:
                self.db.execute("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                                (hashlib.blake2b(token.encode(), digest_size=32).digest(), now, now, now + 36000, email))
            self.tokens[email] = token
        return self.tokens[email]

    def ask(self, role, path, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": "__Host-sr=" + self.token(MAILS.get(role, role))}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        c.request("GET" if body is None else "POST", path, body=None if body is None else urllib.parse.urlencode(body), headers=headers)
        answer = c.getresponse()
        data = answer.read()
        c.close()
        return answer.status, data, answer.headers

    def page(self, role, path):
        status, data, _ = self.ask(role, path)
        return data.decode() if status == 200 else f"({status})"

    def act(self, role, path, to=None, **values):
        """Opens the page, fills its form, sends it (to the page's own address, or to another). True when it was stored."""
        forms = [f for f in Form(self.page(role, path)).forms if f[1] is not None and "_eenmalig" in f[1]]
        wanted = [f for f in forms if not to or f[0] == to] if to else [f for f in forms if f[0] in (None, path)] or forms
        if not wanted:
            return False
        action, fields = wanted[-1]
        status, data, headers = self.ask(role, to or action or path, fields | values)
        if status != 303:
            why = re.sub(r"<[^>]+>|\s+", " ", data.decode().partition('id="fouten"')[2][:600])
            print("not stored:", role, path, status, why)
        return status == 303

    def book(self, role, path):
        """The file of a report; None when it is not one."""
        status, data, headers = self.ask(role, path)
        for _ in range(300 if status == 303 else 0):        # a file that takes long is waited for on a page (besluit 0016)
            if self.ask(role, headers["Location"] + "/ophalen")[0] == 200:
                status, data, headers = self.ask(role, headers["Location"] + "/ophalen")
                break
            time.sleep(0.2)
        if status != 200 or "spreadsheetml" not in headers["Content-Type"]:
            check(False, f"{role} {path}: {status} {headers['Content-Type']}")
            return None
        return openpyxl.load_workbook(io.BytesIO(data))


def table(book, sheet=0):
    """Heads, rows and the row of totals (None where there is none) of a sheet, as values; an empty table keeps one empty row."""
    rows = [tuple(c.value for c in r) for r in book.worksheets[sheet].iter_rows()]
    heads, rest = rows[0], rows[1:]
    total = rest.pop() if rest and str(rest[-1][0]).startswith("Totaal") else None
    return heads, [r for r in rest if any(v is not None for v in r)], total


def done():
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0
