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
}
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
    unknown = {k: 987654321 for k in own}
    done = house.ids("""SELECT p.id, i.id FROM alle_project p JOIN alle_inzet i ON i.project_id = p.id JOIN alle_regio r ON r.id = p.regio_id WHERE p.afgerond_op IS NOT NULL AND r.slug LIKE 'groningen%'
        AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE k.project_id = p.id AND g.email = 'og@example.nl')""")

    for role, email in ROLES.items():
        token = house.session(email)
        csrf = csrf_of(house, token)
        for method, path, who, subject in routes:
            kinds = set(who.split(","))
            if path in ("/uitloggen", "/mijn-gegevens/sessies/andere-beeindigen") or ":token" in path or kinds & {"PUBLIC", "HALF", "UNSIGNED"}:
                continue
            what = f"{role} {method} {path}"

            def ask(objects):
                body = {"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32)}
                return house.ask(method, fill(path, objects), token, body)

            with house.db:      # an earlier role may have removed the contact
                house.db.execute("INSERT OR IGNORE INTO alle_koppeling (project_id, gebruiker_id, op) VALUES (?, ?, 0)", (own["project"], own["gebruiker"]))
            status, text, headers = ask(own)
            allowed = OWN.get((method, path), kinds)
            if role not in kinds:
                check(status == 403, f"{what} own: {status}, the sheet does not let this role in")
            elif role in allowed:
                # 400: let in, but this walk sends no versie
                check(status in ((200, 303, 400, 422) if method == "POST" else (200, 303)), f"{what} own: {status}")
            else:
                check(status == 403, f"{what} own: {status}, expected 403")
            check(headers.get("Content-Security-Policy", "").startswith("default-src 'none'") and headers.get("Cache-Control") == "no-store", f"{what}: headers")
            if ":" in path:
                far, far_text, _ = ask(foreign)
                none, none_text, _ = ask(unknown)
                expected = 403 if role not in kinds else 404
                check(far == expected, f"{what} foreign: {far}, expected {expected}")
                check(far == none, f"{what}: foreign {far} and unknown {none} must not be told apart")
            if method == "POST":
                check(house.ask("POST", fill(path, own), token, {"_eenmalig": secrets.token_urlsafe(32)})[0] == 403, f"{what} without token")
                check(house.ask("POST", fill(path, own), token, {"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32)}, origin=False)[0] == 403, f"{what} from elsewhere")
            if method == "POST" and path.startswith("/projecten/:project") and done and "wie" not in path:
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


def og_sees_nobody(house):
    """No page of an opdrachtgever names a kandidaat, over all its projects."""
    token = house.session("og@example.nl")
    for (project,) in house.db.execute("SELECT k.project_id FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE g.email = 'og@example.nl' LIMIT 30").fetchall():
        text = house.ask("GET", f"/projecten/{project}/verantwoording", token)[1]
        check("Testpersoon" not in text and "Voorbeeldstraat" not in text, f"og sees nobody on project {project}")


house = House()
try:
    walk(house)
    og_sees_nobody(house)
    log = open(os.path.join(house.dir, "log")).read()
    check("Testpersoon" not in log, "no name in the log")
    errors = [l for l in log.splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
finally:
    check(house.stop() == 0, "the server stops in order")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
