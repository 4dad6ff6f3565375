"""Getting in (spec 2) over real HTTP on a demo of its own: wrong attempts slow down, a code passes once, a link works once and only for its owner,
a browser that is not known is told by mail, who may invite and reset whom. Time is moved by changing the rows it is kept in."""
import base64, email, email.policy, glob, hashlib, hmac, http.client, os, re, secrets, shutil, socket, sqlite3, struct, subprocess, sys, tempfile, threading, time, urllib.parse

SRM = os.environ["SRM"]
PASSWORD, SECRET = "demo-monitor-2026", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def totp(step, secret=SECRET):
    h = hmac.new(base64.b32decode(secret), struct.pack(">Q", step), hashlib.sha1).digest()
    at = h[19] & 15
    return "%06d" % ((struct.unpack(">I", h[at:at + 4])[0] & 0x7FFFFFFF) % 1000000)


def step_now():
    return int(time.time()) // 30


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-account-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.config = os.path.join(self.dir, "config.ini")
        text = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        open(self.config, "w").write(text)
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=10, isolation_level=None)
        self.log = open(os.path.join(self.dir, "log"), "a")
        self.start()

    def start(self):
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config], stdout=self.log, stderr=self.log)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                break
            except OSError:
                time.sleep(0.1)

    def stop(self):
        self.server.terminate()
        return self.server.wait(20)

    def one(self, sql, *args):
        row = self.db.execute(sql, args).fetchone()
        return row[0] if row else None

    def mails(self, to, subject):
        """Bodies of what waits or was sent, newest first."""
        found = []
        for (raw,) in self.db.execute("SELECT bericht FROM alle_bericht WHERE aan = ? AND onderwerp LIKE ? ORDER BY id DESC", (to, subject + "%")).fetchall():
            found.append(email.message_from_bytes(raw, policy=email.policy.default).get_body(("plain",)).get_content())
        return found

    def link(self, to):
        """The newest personal link, as a path."""
        return re.search(r"http://[^/]+(/activeren/\S+)", self.mails(to, "Uw persoonlijke link")[0]).group(1)


class Browser:
    """Cookies and forms, like a browser without JavaScript."""
    def __init__(self, house):
        self.house, self.cookies = house, {}

    def ask(self, method, path, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)
        headers = {"User-Agent": "Testbrowser/1.0"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        c.request(method, path, body=urllib.parse.urlencode(body) if body is not None else None, headers=headers)
        answer = c.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies.pop(name, None)
            if "Max-Age=0" not in line:
                self.cookies[name] = value
        c.close()
        return answer.status, text, answer.headers.get("Location", "")

    def get(self, path):
        status, text, to = self.ask("GET", path)
        while status == 303:
            status, text, to = self.ask("GET", to)
        return status, text

    def send(self, path, fields, to=None, hidden=True):
        """Opens the page, then posts its form to the same address, or to `to`."""
        _, text, _ = self.ask("GET", path)
        form = {"_csrf": re.search(r'name="_csrf" value="([^"]+)"', text).group(1)}
        once = re.search(r'name="_eenmalig" value="([^"]+)"', text)
        form["_eenmalig"] = once.group(1) if once else secrets.token_urlsafe(32)
        for name, value in re.findall(r'<input type="hidden" name="([^"_][^"]*)" value="([^"]*)"', text) if hidden else []:
            form.setdefault(name, value)
        form.update(fields)
        return self.ask("POST", to or path, form)

    def password(self, address, password=PASSWORD):
        return self.send("/inloggen", {"email": address, "wachtwoord": password})

    def login(self, address, password=PASSWORD, secret=SECRET):
        status, text, to = self.password(address, password)
        assert status == 303 and to.startswith("/inloggen/code"), (address, status, to)
        last = self.house.one("SELECT totp_stap FROM alle_gebruiker WHERE email = ?", address)
        step = max(last + 1, step_now() - 1)
        while step > step_now() + 1:
            time.sleep(0.5)
        return self.send("/inloggen/code", {"code": totp(step, secret)})


def no_wait(house, address):
    house.db.execute("UPDATE alle_gebruiker SET fouten = 0, wacht_tot = 0 WHERE email = ?", (address,))


def visible(text):
    """The page without what differs from request to request."""
    return re.sub(r'(name="_(csrf|eenmalig)" value="|type="email" value=")[^"]*', r"\1", text).split("<main", 1)[-1]


def slows(house):
    who = "og2@example.nl"
    b = Browser(house)
    for i in range(6):
        if i == 5:
            time.sleep(1.2)     # after the fifth: one second
        status, text, _ = b.password(who, "iets heel anders")
        check(status == 422 and "kloppen niet samen" in text, f"a wrong password is refused: {status}")
    check(house.one("SELECT fouten FROM alle_gebruiker WHERE email = ?", who) == 6, "six failures are counted")
    wait = house.one("SELECT wacht_tot FROM alle_gebruiker WHERE email = ?", who) - time.time()
    check(0 < wait <= 2, f"after the sixth: 2 seconds: {wait}")
    house.db.execute("UPDATE alle_gebruiker SET fouten = 12, wacht_tot = ? WHERE email = ?", (int(time.time()) + 60, who))
    status, text, _ = b.password(who)
    check(status == 422 and "kloppen niet samen" in text, "the right password waits too: no oracle")
    check(house.one("SELECT fouten FROM alle_gebruiker WHERE email = ?", who) == 12, "an attempt while waiting is not counted: nobody is kept out for ever")
    check(house.stop() == 0, "the server stops in order")
    house.start()
    check(b.password(who)[0] == 422, "the wait survives a restart")
    check(b.send("/wachtwoord-vergeten", {"email": who})[0] == 303 and b.password(who)[0] == 422, "asking for a link does not end the wait: anybody can ask")
    b.get(house.link(who))
    status, text, to = b.send("/activeren/wachtwoord", {"wachtwoord": "vier losse woorden hier"})
    check(status == 303 and to == "/inloggen", f"who owns the mail box makes a new password; two-factor stays: {status} {to}")
    check(house.one("SELECT wacht_tot FROM alle_gebruiker WHERE email = ?", who) == 0, "and the wait is over")
    check(b.password(who)[0] == 422, "the old password is gone")
    check(Browser(house).login(who, "vier losse woorden hier")[2] == "/", "in with the new one and a code of the old app")
    check(len(house.mails(who, "Uw wachtwoord is gewijzigd")) == 1, "the change is told by mail")


def tells_nothing(house):
    pages = []
    for who in ("og3@example.nl", "onbekend@example.nl", "opdrachtgever-05@example.nl"):
        b = Browser(house)
        pages.append(visible(b.password(who, "iets heel anders")[1]))
    check(pages[0] == pages[1] == pages[2], "known, unknown and invited: the same bytes")
    answers = []
    for who in ("og3@example.nl", "onbekend@example.nl"):
        b = Browser(house)
        status, _, to = b.send("/wachtwoord-vergeten", {"email": who})
        answers.append((status, to, visible(b.get(to)[1])))
    check(answers[0] == answers[1] and "Als dit adres bekend is" in answers[0][2], "a link asked for: the same bytes")
    times = {"og3@example.nl": [], "onbekend@example.nl": []}
    for _ in range(8):
        for who, list_ in times.items():
            b = Browser(house)
            no_wait(house, who)
            began = time.time()
            b.password(who, "iets heel anders")
            list_.append(time.time() - began)
    known, unknown = (sorted(t)[4] for t in times.values())
    check(0.4 < known / unknown < 2.5, f"an unknown account costs the same time: {known:.3f} and {unknown:.3f} s")


def once(house):
    who = "am3@example.nl"
    step = step_now()
    two = [Browser(house), Browser(house)]
    for b in two:
        check(b.password(who)[0] == 303, "the password is right")
    answers = [None, None]

    def code(i):
        answers[i] = two[i].send("/inloggen/code", {"code": totp(step)})
    threads = [threading.Thread(target=code, args=(i,)) for i in range(2)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    check(sorted(a[0] for a in answers) == [303, 422], f"one code, two browsers at once: exactly one passes: {[a[0] for a in answers]}")
    late = two[0] if answers[0][0] == 422 else two[1]
    check(late.get("/projecten")[1].find("Code uit uw app") > 0, "the other is still half way: no page but the second step")
    check(late.send("/inloggen/code", {"code": totp(step - 1)})[0] == 422, "an older code neither")
    house.stop()
    house.start()
    check(late.send("/inloggen/code", {"code": totp(step)})[0] == 422, "nor after a restart")
    no_wait(house, who)
    for _ in range(6):
        late.send("/inloggen/code", {"code": "000000"})
    check(house.one("SELECT wacht_tot FROM alle_gebruiker WHERE email = ?", who) > time.time(), "wrong codes slow down")
    no_wait(house, who)


def links(house):
    who, other = "og3@example.nl", "on3@example.nl"
    house.db.execute("DELETE FROM alle_link")
    b = Browser(house)
    for _ in range(7):
        b.send("/wachtwoord-vergeten", {"email": who})
    check(house.one("SELECT count(*) FROM alle_link l JOIN alle_gebruiker g ON g.id = l.gebruiker_id WHERE g.email = ?", who) == 5, "at most five links an hour: a mail box is not flooded")
    link = house.link(who)
    check(house.one("SELECT count(*) FROM alle_link WHERE instr(kenmerk, ?)", link.split("/")[-1]) == 0, "the token itself is nowhere stored")
    status, _, to = b.ask("GET", link)
    check(status == 303 and to == "/activeren/wachtwoord", "the token goes from the address into a cookie at once")
    check("werkt één keer" in Browser(house).get("/activeren/wachtwoord")[1], "the clean address is nothing without the cookie")
    check("werkt één keer" in b.get("/activeren/" + "A" * 43)[1], "an unknown link explains itself")
    b.get(link)
    status, text, _ = b.send("/activeren/wachtwoord", {"wachtwoord": "Contractmanager2026"})
    check(status == 422 and "makkelijk te raden" in text, "made of nothing but the own name")
    b.send("/activeren/wachtwoord", {"wachtwoord": "weer vier andere woorden"})
    check("werkt één keer" in b.get(link)[1], "used up")
    older = Browser(house)
    tokens = re.findall(r"(/activeren/\S+)", "\n".join(house.mails(who, "Uw persoonlijke link")))
    check(all("werkt één keer" in older.get(t)[1] for t in tokens), "with it all other open links of this account")
    # expired
    b.send("/wachtwoord-vergeten", {"email": other})
    link = house.link(other)
    check("Wachtwoord maken" in b.get(link)[1], "fresh")
    house.db.execute("UPDATE alle_link SET verloopt_op = ?", (int(time.time()) - 1,))
    check("werkt één keer" in b.get("/activeren/wachtwoord")[1] and "werkt één keer" in b.get(link)[1], "expired, also half way")
    # a session of another user does not help, and a link never logs in
    house.db.execute("UPDATE alle_link SET verloopt_op = ?", (int(time.time()) + 1000,))
    b.login("am2@example.nl")
    b.get(link)
    check(b.send("/activeren/wachtwoord", {"wachtwoord": "nog vier losse woorden"})[2] == "/inloggen", "done")
    check("am2@example.nl" in b.get("/mijn-gegevens")[1], "the link of one does not touch the session of another")


def devices(house):
    who = "am@example.nl"
    b = Browser(house)
    b.login(who)
    check(house.mails(who, "Ingelogd met een nieuw apparaat") == [], "the very first login is no news")
    b.cookies.pop("__Host-sr")
    b.login(who)
    check(house.mails(who, "Ingelogd met een nieuw apparaat") == [], "a known browser is no news")
    Browser(house).login(who)
    check(len(house.mails(who, "Ingelogd met een nieuw apparaat")) == 1, "another browser of the same name is")
    b.get("/mijn-gegevens")
    versie = house.one("SELECT versie FROM alle_gebruiker WHERE email = ?", who)
    b.send("/mijn-gegevens", {"naam": "Demo Accountmanager", "mail_meetmoment": "ja", "mail_te_beoordelen": "ja", "versie": versie})
    check(house.one("SELECT mail_uit FROM alle_gebruiker WHERE email = ?", who) == "nieuw_apparaat", "this mail may be switched off")
    Browser(house).login(who)
    check(len(house.mails(who, "Ingelogd met een nieuw apparaat")) == 1, "and then it stays away")


def sessions(house):
    who = "cp3@example.nl"
    a, b = Browser(house), Browser(house)
    a.login(who), b.login(who)
    text = a.get("/mijn-gegevens/sessies")[1]
    check(text.count("Beëindig</button>") == 1 and "deze sessie" in text, "both sessions are listed")
    mine = house.one("SELECT id FROM alle_gebruiker WHERE email = ?", who)
    foreign = house.one("SELECT hex(kenmerk) FROM alle_sessie WHERE gebruiker_id <> ?", mine).lower()
    check(a.send("/mijn-gegevens/sessies", {"sessie": foreign}, "/mijn-gegevens/sessies/beeindigen")[0] == 404, "another user's session cannot be ended")
    check(a.send("/mijn-gegevens/sessies", {}, "/mijn-gegevens/sessies/andere-beeindigen", hidden=False)[0] == 303, "end the others")
    check(b.ask("GET", "/")[2].startswith("/inloggen") and a.ask("GET", "/")[0] == 200, "the other is out, this one stays")
    now = int(time.time())
    house.db.execute("UPDATE alle_sessie SET gezien_op = ? WHERE gebruiker_id = ?", (now - 1801, mine))
    check(a.ask("GET", "/")[2].startswith("/inloggen"), "30 idle minutes end a session")
    a.login(who)
    house.db.execute("UPDATE alle_sessie SET gezien_op = ?, eind_op = ? WHERE gebruiker_id = ?", (now, now - 1, mine))
    check(a.ask("GET", "/")[2].startswith("/inloggen"), "12 hours end it too")
    a.login(who)
    before = a.cookies["__Host-sr"]
    step = house.one("SELECT totp_stap FROM alle_gebruiker WHERE email = ?", who) + 1
    while step > step_now() + 1:
        time.sleep(0.5)
    status, text, to = a.send("/mijn-gegevens/wachtwoord", {"huidig": PASSWORD, "code": totp(step), "nieuw": "welkom welkom 2026"})
    check(status == 422 and "makkelijk te raden" in text, "a common one is refused")
    status, text, to = a.send("/mijn-gegevens/wachtwoord", {"huidig": "niet het goede", "code": totp(step), "nieuw": "een goede zin van woorden"})
    check(status == 422 and "klopt niet" in text, "the present password is asked")
    status, text, to = a.send("/mijn-gegevens/wachtwoord", {"huidig": PASSWORD, "code": totp(step), "nieuw": "een goede zin van woorden"})
    check(status == 303 and a.cookies["__Host-sr"] != before, f"changed, with a new token: {status}")


def rights(house):
    on = Browser(house)
    on.login("on@example.nl")
    own = house.one("SELECT organisatie_id FROM alle_gebruiker WHERE email = 'on@example.nl'")
    status, _, to = on.send("/collegas/nieuw", {"naam": "Nieuw Voorbeeld", "email": "nieuw.collega@example.nl"})
    check(status == 303 and house.one("SELECT organisatie_id FROM alle_gebruiker WHERE email = 'nieuw.collega@example.nl'") == own, "a colleague comes into one's own organisation")
    status, text, _ = on.send("/collegas/nieuw", {"naam": "Nog een", "email": "OG@example.nl"})
    check(status == 422 and "heeft al een account" in text, "one address, one account")
    status, _, _ = on.send("/collegas/nieuw", {"naam": "Vreemd", "email": "vreemd@example.nl", "organisatie": "1"})
    check(status == 400 and not house.one("SELECT 1 FROM alle_gebruiker WHERE email = 'vreemd@example.nl'"), "the browser cannot choose the organisation")
    check("/welkom/" in house.mails("nieuw.collega@example.nl", "Welkom")[0], "the welkomstmail has a link")
    path = re.search(r"(/welkom/\S+)", house.mails("nieuw.collega@example.nl", "Welkom")[0]).group(1)
    check("Verstuur" in Browser(house).get(path)[1] and "verlopen" not in Browser(house).get(path)[1], "a fresh welkomstlink asks for the address")
    house.db.execute("UPDATE alle_link SET verloopt_op = 1 WHERE soort = 'welkom'")
    text = Browser(house).get(path)[1]
    check("verlopen" in text and "Verstuur" in text, "an expired one explains itself and offers a new one")
    cp = Browser(house)
    cp.login("cp@example.nl")
    foreign = house.one("SELECT id FROM alle_gebruiker WHERE email = 'og.fryslan@example.nl'")
    new = house.one("SELECT id FROM alle_gebruiker WHERE email = 'nieuw.collega@example.nl'")
    am = house.one("SELECT id FROM alle_gebruiker WHERE email = 'am2@example.nl'")
    check(cp.get(f"/beheer/accounts/{foreign}")[0] == 404, "an account of another regio is not there")
    reset = f"/beheer/accounts/{am}/twee-factor"
    status, text, _ = cp.send(reset, {})
    check(status == 422 and house.one("SELECT totp FROM alle_gebruiker WHERE id = ?", am), f"no reset without how identity was established: {status}")
    status, _, _ = cp.send(reset, {"vastgesteld": "teruggebeld"})
    check(status == 303 and house.one("SELECT totp FROM alle_gebruiker WHERE id = ?", am) is None, "reset")
    check("teruggebeld" in (house.one("SELECT na FROM alle_audit WHERE wat = 'account.twee_factor_reset' ORDER BY id DESC") or ""), "how it was established is in the log")
    check(len(house.mails("am2@example.nl", "Uw twee-factor is gereset")) == 1, "and the user is told")
    b = Browser(house)
    b.password("am2@example.nl")
    status, text, _ = b.send("/inloggen/code", {"code": "123456"})
    check(status == 422 and "nog niet ingesteld" in text, "without two-factor nobody comes in")
    b = Browser(house)
    b.send("/wachtwoord-vergeten", {"email": "am2@example.nl"})
    link = house.link("am2@example.nl")
    check("ongewijzigd laten" in b.get(link)[1], "the same link shows wachtwoord ongewijzigd laten")
    b.send("/activeren/wachtwoord", {"ongewijzigd": "ja"})
    keys = []
    for _ in range(2):
        keys.append(re.search(r'class="sr-key">([^<]+)', b.get("/activeren/code")[1]).group(1).replace(" ", ""))
    check(keys[0] == keys[1], "showing the page again does not change the key")
    b.get(link)
    b.send("/activeren/wachtwoord", {"ongewijzigd": "ja"})
    key = re.search(r'class="sr-key">([^<]+)', b.get("/activeren/code")[1]).group(1).replace(" ", "")
    check(key != keys[0], "a new beginning gives a new key: one seen before is worth nothing")
    check(b.send("/activeren/code", {"code": totp(step_now() - 1, keys[0])})[0] == 422, "the old key's code fails")
    check(b.send("/activeren/code", {"code": totp(step_now() - 1, key)})[2] == "/inloggen", "the new one's is right; it does not log in")
    check(Browser(house).login("am2@example.nl", PASSWORD, key)[0] == 303, "in with the old password and the new app")


house = House()
try:
    for part in (slows, tells_nothing, once, links, devices, sessions, rights):
        try:
            part(house)
        except Exception as e:      # the next part still runs
            check(False, f"{part.__name__}: {type(e).__name__}: {e} (line {sys.exc_info()[2].tb_next.tb_lineno if sys.exc_info()[2].tb_next else 0})")
    errors = [l for l in open(os.path.join(house.dir, "log")).read().splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
finally:
    check(house.stop() == 0, "the server stops in order")
    shutil.rmtree(house.dir, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
