"""Our mails through a second real mail server, Exim as Debian makes it: STARTTLS and login demanded, every mail delivered to a maildir.
What it stored is, under its own headers, byte for byte what stands in the outbox, and mailcheck.py finds nothing wrong with it.
An unknown mail box and a domain it does not take end as 'mislukt' with its answer.

Exim runs with a configuration, spool, log and port of its own, and not as root: as who runs this test, or as nobody when that is root."""
import email, email.header, email.policy, glob, http.client, os, pwd, re, secrets, shutil, signal, smtplib, socket, sqlite3, ssl, subprocess, sys, tempfile, time, urllib.parse
import base64, hashlib, hmac, struct

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import mailcheck

SRM = os.environ["SRM"]
EXIM = "/usr/sbin/exim4"
PASSWORD, SECRET = "demo-monitor-2026", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"      # of the demo accounts
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)
    return good


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def answers(port, seconds, process):
    end = time.time() + seconds
    while time.time() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 2).close()
            return True
        except OSError:
            time.sleep(0.05)
    return False


class Exim:
    def __init__(self, work):
        if not os.access(EXIM, os.X_OK):
            raise RuntimeError(f"{EXIM} is not there: install exim4-daemon-light")
        self.who = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self.dir, self.port = os.path.join(work, "exim"), free_port()
        os.chmod(work, 0o711)
        os.mkdir(self.dir, 0o700)
        self.cert, key = os.path.join(work, "cert.pem"), os.path.join(self.dir, "key.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", self.cert, "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
        shutil.copy(self.cert, os.path.join(self.dir, "cert.pem"))
        with open(os.path.join(self.dir, "conf"), "w") as f:
            f.write(self.configuration())
        for path in [self.dir] + glob.glob(self.dir + "/*"):
            os.chown(path, self.who.pw_uid, self.who.pw_gid)
        self.said = open(os.path.join(work, "exim.out"), "w+")
        drop = {"user": self.who.pw_uid, "group": self.who.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        self.process = subprocess.Popen([EXIM, "-C", self.dir + "/conf", "-bdf", "-oX", f"127.0.0.1.{self.port}"], cwd="/", stdin=subprocess.DEVNULL, stdout=self.said, stderr=self.said,
                                        start_new_session=True, **drop)
        if not answers(self.port, 10, self.process):
            self.stop()
            self.said.seek(0)
            raise RuntimeError(f"Exim does not start: {self.said.read().strip() or 'it says nothing'} {self.log('panic')}")

    def configuration(self):
        return f"""primary_hostname = mail.example.nl
exim_user = {self.who.pw_uid}
exim_group = {self.who.pw_gid}
never_users =
deliver_drop_privilege
spool_directory = {self.dir}/spool
log_file_path = {self.dir}/log-%s
pid_file_path = {self.dir}/pid
keep_environment =
host_lookup =
rfc1413_hosts =
tls_advertise_hosts = *
tls_certificate = {self.dir}/cert.pem
tls_privatekey = {self.dir}/key.pem
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
acl_smtp_mail = before_mail
acl_smtp_rcpt = for_receiver
acl_smtp_data = accept
begin acl
before_mail:
  deny !encrypted = *
       message = STARTTLS first
  deny !authenticated = *
       message = log in first
  accept
for_receiver:
  deny !domains = example.nl
       message = relaying to $domain is not allowed
  require verify = recipient
  accept
begin routers
everybody:
  driver = accept
  domains = example.nl
  local_parts = ! weg
  transport = box
begin transports
box:
  driver = appendfile
  maildir_format
  directory = {self.dir}/box
  create_directory
  user = {self.who.pw_uid}
  group = {self.who.pw_gid}
  envelope_to_add
  return_path_add
  delivery_date_add
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{monitor}}}}{{eq{{$auth3}}{{geheim woord}}}}}}}}
  server_set_id = $auth2
"""

    def log(self, which="main"):
        try:
            return open(f"{self.dir}/log-{which}", errors="replace").read()
        except OSError:
            return ""

    def delivered(self):
        return [open(f, "rb").read() for f in sorted(glob.glob(self.dir + "/box/new/*"))]

    def stop(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)     # a session of its own: the daemon and its children, nothing else
        except ProcessLookupError:
            pass
        self.process.wait(10)


class House:
    """A demo that mails through this server."""
    def __init__(self, work, exim):
        self.dir, self.port, self.server, self.log = os.path.join(work, "demo"), free_port(), None, os.path.join(work, "log")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        self.config = os.path.join(self.dir, "config.ini")
        text = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        text = re.sub(r"(?m)^from_name = .*$", "from_name = " + FROM, text)
        open(self.config, "w").write(text.replace("method = map", f"""method = smtp
smtp_host = localhost
smtp_port = {exim.port}
smtp_security = starttls
smtp_user = monitor
smtp_password = geheim woord
smtp_timeout_sec = 10
smtp_ca = {exim.cert}"""))
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=10, isolation_level=None)

    def command(self, *args):
        ended = subprocess.run([SRM, *args, "--config", self.config], capture_output=True, text=True)
        check(ended.returncode == 0, f"{args}: {ended.stderr.strip()}")

    def serve(self):
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config], stdout=subprocess.DEVNULL, stderr=open(self.log, "w"))
        if not answers(self.port, 20, self.server):
            raise RuntimeError("the server does not start: " + open(self.log).read())

    def stop(self):
        if self.server:
            self.server.terminate()
            code, self.server = self.server.wait(20), None
            check(code == 0, "the server stops in order")

    def rows(self):
        names = "id, soort, aan, status, antwoord, pogingen, bericht, bericht_id"
        return [dict(zip(names.split(", "), r)) for r in self.db.execute(f"SELECT {names} FROM alle_bericht ORDER BY id").fetchall()]

    def sent(self, seconds):
        """The outbox once every mail has been tried."""
        end = time.time() + seconds
        while time.time() < end and any(r["pogingen"] == 0 for r in self.rows()):
            time.sleep(0.1)
        return self.rows()


class Browser:
    """Cookies and forms, like a browser without JavaScript."""
    def __init__(self, house):
        self.house, self.cookies = house, {}

    def ask(self, method, path, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=20)
        headers = {"User-Agent": "Testbrowser/1.0", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        c.request(method, path, body=urllib.parse.urlencode(body) if body is not None else None, headers={k: v for k, v in headers.items() if v})
        answer = c.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        c.close()
        return answer.status, text

    def send(self, path, fields):
        text = self.ask("GET", path)[1]
        form = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
        form.setdefault("_eenmalig", secrets.token_urlsafe(32))
        return self.ask("POST", path, {**form, **fields})[0]

    def login(self, address):
        self.send("/inloggen", {"email": address, "wachtwoord": PASSWORD})
        step = max(self.house.db.execute("SELECT totp_stap FROM alle_gebruiker WHERE email = ?", (address,)).fetchone()[0] + 1, int(time.time()) // 30 - 1)
        h = hmac.new(base64.b32decode(SECRET), struct.pack(">Q", step), hashlib.sha1).digest()
        at = h[19] & 15
        return self.send("/inloggen/code", {"code": "%06d" % ((struct.unpack(">I", h[at:at + 4])[0] & 0x7FFFFFFF) % 1000000)})


QUESTION = "\r\n".join((".", ".. twee punten", "From iemand", "=3D is een teken", "regel met spatie aan het eind ", "\té € 😀 <b>vet</b> & \"zo\"", "x" * 1500, "woord " * 200, "QUIT", "."))


FROM = "Social Return Monitor é, voor iedereen die er met een (lange) naam mee werkt"
NAMES = (("kort@example.nl", "Jan"), ("komma@example.nl", "Jansen, \"Jan\" \\ (sr.)"), ("naam+test@example.nl", "Jansen, \"Jan\" van der Lange-Achternaam tot en met de Zeer Lange Achternaam (sr.)"),
         ("a.lange.naam.voor.het.apenstaartje.die.de.regel.vult@example.nl", "Ægidius Ĳsbrand d’Ëlzen-Ñandú, coördinatiepunt Groningen en omstreken 😀"),
         ("woord@example.nl", "=?UTF-8?Q?geen_woord?="), ("weg@example.nl", "Geen Postbus"), ("iemand@example.com", "Ander Domein"))


def cause(house):
    """Mails of every sort that one can cause without much ado."""
    for address, name in NAMES:
        house.command("account", "add", "--regio", "groningen-noord-drenthe", "--email", address, "--naam", name)
    house.command("account", "reset-2fa", "cp3@example.nl")
    house.serve()
    for address in ("og@example.nl", "on@example.nl", "am2@example.nl", "cp.fryslan@example.nl"):
        check(Browser(house).send("/wachtwoord-vergeten", {"email": address}) == 303, f"a link is asked for {address}")
    first, other = Browser(house), Browser(house)
    check(first.login("og2@example.nl") == 303 and other.login("og2@example.nl") == 303, "logging in, twice")
    check(other.send("/hulpvraag", {"vraag": QUESTION, "pagina": "/"}) == 303, "a question is asked")


REFUSED = {"weg@example.nl": "550 Unrouteable address", "iemand@example.com": "550 relaying to example.com is not allowed"}


def demands(exim):
    """The server is as strict as we say: else what follows proves less."""
    s = smtplib.SMTP("127.0.0.1", exim.port, timeout=10)
    s.ehlo()
    check(s.mail("monitor@example.nl") == (550, b"STARTTLS first") and not s.has_extn("auth"), "without STARTTLS it takes nothing")
    s.starttls(context=ssl.create_default_context(cafile=exim.cert))
    s.ehlo()
    check(s.mail("monitor@example.nl") == (550, b"log in first"), "without login neither")
    try:
        s.login("monitor", "verkeerd")
        check(False, "a wrong password passes")
    except smtplib.SMTPAuthenticationError:
        check(True, "")
    s.close()


def expected_reply(house, row):
    """Who gets the answer: of a question the asker, else the coordinatiepunt of the receiver's regio, where the receiver has one."""
    if row["soort"] == "hulpvraag":
        return "og2@example.nl"
    if row["soort"] == "hulpvraag_bevestiging":
        return "socialreturn@example.nl"
    return house.db.execute("SELECT r.cp_email FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id LEFT JOIN alle_regio r ON r.id = o.regio_id WHERE g.email = ?", (row["aan"],)).fetchone()[0]


def compare(house, exim):
    rows = house.sent(30)
    good = [r for r in rows if r["aan"] not in REFUSED]
    kinds = {r["soort"] for r in rows}
    check({"welkom", "link", "twee_factor", "nieuw_apparaat", "hulpvraag", "hulpvraag_bevestiging"} <= kinds, f"mails of six sorts: {sorted(kinds)}")
    for r in good:
        check(r["status"] == "verzonden" and r["pogingen"] == 1, f"{r['soort']} to {r['aan']} is sent at once: {r['status']} {r['antwoord']}")
    for address, answer in REFUSED.items():
        mine = [r for r in rows if r["aan"] == address]
        check(len(mine) == 1 and mine[0]["status"] == "mislukt" and mine[0]["antwoord"].startswith(answer), f"{address} ends as mislukt with the answer: {[(r['status'], r['antwoord']) for r in mine]}")
    end = time.time() + 10
    while time.time() < end and len(exim.delivered()) < len(good):
        time.sleep(0.1)
    time.sleep(0.5)     # one too many would come now
    stored = exim.delivered()
    check(len(stored) == len(good), f"{len(good)} mails sent, {len(stored)} delivered")
    by_id = {}
    for raw in stored:
        by_id.setdefault(str(email.message_from_bytes(raw, policy=email.policy.default)["Message-ID"]).strip(), []).append(raw)
    for r in good:
        what = f"{r['soort']} to {r['aan']}"
        mine = by_id.get(r["bericht_id"], [])
        if not check(len(mine) == 1, f"{what}: delivered once: {len(mine)}"):
            continue
        envelope = email.message_from_bytes(mine[0])
        check(envelope.get_all("Envelope-to") == [r["aan"]] and envelope.get_all("Return-path") == ["<monitor@example.nl>"], f"{what}: sender and receiver: {envelope['Return-path']} {envelope['Envelope-to']}")
        ours = mailcheck.without_trace(mine[0])
        check(mine[0] != ours and ours == r["bericht"].replace(b"\r\n", b"\n"), f"{what}: stored as it stands in the outbox")
        reply_to = expected_reply(house, r)
        required = mailcheck.ONCE + (("Reply-To",) if reply_to else ())
        found = mailcheck.problems(r["bericht"], r["aan"], required)
        check(not found, f"{what}: {found}")
        check(not reply_to or email.message_from_bytes(ours)["Reply-To"] == f"<{reply_to}>", f"{what}: an answer goes to {reply_to}: {envelope['Reply-To']}")
        found = mailcheck.problems(mailcheck.as_sent(ours), r["aan"], required)
        check(not found, f"{what}: as delivered: {found}")
    arrived = re.findall(r" <= (\S+) .* P=(\S+) X=TLS\S+ .*A=(\S+)", exim.log())
    check(arrived == [("monitor@example.nl", "esmtpsa", "plain:monitor")] * len(good), f"each over TLS, with login: {set(arrived)}")
    check(exim.log("panic") == "", f"the mail server complains: {exim.log('panic')}")
    return good


def contents(house, good):
    """What a person reads is what was meant."""
    def read(kind, to=None):
        raw = [r["bericht"] for r in good if r["soort"] == kind and to in (None, r["aan"])][0]
        return email.message_from_bytes(raw, policy=email.policy.default)

    def name(header, to):
        # the older way of reading: the newer one keeps the white space between two encoded words of a name
        raw = [r["bericht"] for r in good if r["aan"] == to][0]
        text = str(email.header.make_header(email.header.decode_header(email.message_from_bytes(raw)[header])))
        return text.rpartition(" <")[0]
    for to, text in NAMES:
        if to not in REFUSED:
            got = name("To", to)
            check(got in (text, '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'), f"the name of {to}: {got}")
    check(name("From", "kort@example.nl") == FROM, f"the name of the sender: {name('From', 'kort@example.nl')}")
    text = read("hulpvraag").get_body(("plain",)).get_content().replace("\r\n", "\n")
    check(all(line.strip() in text for line in QUESTION.split("\r\n")), "the question comes through whole")


# a mail that is right, with one thing replaced, and what mailcheck must say of it
WRONG_MAIL = (
    (rb"Subject: ", b"Subject: a\r\nBcc: x@example.nl\r\nX: ", "bcc: only To is ours"),
    (rb"\r\nTo: ", b"\nTo: ", "a bare LF"),
    (rb"Language: nl", b"Language: n\rl", "a bare CR"),
    (rb"--\r\n$", b"--", "does not end with CRLF"),
    (rb"Language: nl", b"Language: n\xc3\xa9", "not printable ASCII"),
    (rb"\r\n\r\n--", b"\r\n\r\n" + b"a" * 999 + b"\r\n--", "a line of 999"),
    (rb";\r\n boundary", b"; boundary", "that could be folded"),
    (rb"Date: ", b"Date : ", "no header line"),
    (rb"Subject: [^\r]*", b"Subject: \r\n a", "no header line"),
    (rb"Subject: [^\r]*", b"Subject: =?UTF-8?B?" + b"YWFh" * 17 + b"?=", "an encoded word over 75"),
    (rb"Subject: [^\r]*", b"Subject: =?UTF-8?B?" + b"YWFh" * 14 + b"?= a", "with an encoded word over 76"),
    (rb"Subject: [^\r]*", b"Subject: =?UTF-8?B??=", "Subject: "),
    (rb"MIME-Version: 1.0\r\n", b"", "MIME-Version: 0 times"),
    (rb"Reply-To: [^\r]*\r\n", b"", "Reply-To: 0 times"),
    (rb"(Message-ID: [^\r]*\r\n)", rb"\1\1", "Message-ID: 2 times"),
    (rb"Auto-Submitted: auto-generated", b"Auto-Submitted: a\r\nAuto-Submitted: b", "auto-submitted more than once"),
    (rb"<og@example.nl>", b"<og@example.nl>, <x@example.nl>", "To: not one address"),
    (rb"<og@example.nl>", b"<x@example.nl>", "instead of og@example.nl"),
    (rb"<og@example.nl>", b"<og@example.nl", "To: InvalidHeaderDefect"),
    (rb"Message-ID: <", b"Message-ID: <a b", "Message-ID: "),
    (rb"Date: [^\r]*", b"Date: gisteren", "Date: "),
    (rb"text/plain", b"text/rtf", "not a text and an HTML part"),
    (rb"boundary=\"=_", b"boundary=\"=_x", "StartBoundaryNotFound"),
    (rb"--\r\n$", b"\r\n", "CloseBoundaryNotFound"),
    (rb"--\r\n$", b"--\r\nnog wat\r\n", "text outside the parts"),
    (rb"charset=utf-8", b"charset=latin1", "charset latin1"),
    (rb"Beste ", b"Beste =G1", "not quoted-printable"),
    (rb"Beste ", b"Beste \r\n", "not quoted-printable"),
    (rb"Beste ", b"Beste" * 20, "quoted-printable line over 76"),
    (rb"Beste ", b"Beste=C3 ", "no UTF-8"),
    (rb"(/plain.*?\r\n\r\n).*?\r\n--", rb"\1\r\n--", "text/plain: empty"),
    (rb"http(s?)://", rb"http\1://x.", "is not in the text"),
)
WRONG_HTML = (
    ("</p>", "</div>", "while open"), ("</p>", "", "inside <p>"), ("</body>", "", "while open"), ("</html>", "", "not closed: html"), ("<!doctype html>", "", "doctype"),
    ("<!doctype html>", "<p>a</p><!doctype html>", "not first"), ("<title>.*</title>", "", "0 times <title>"), ("<p>", "<p>a &b", "bare &"), ("<p>", "<p>a < b", "bare <"), ("<p>", "<p><p>", "inside <p>"),
    ("<br>", "</br>", "ends nothing"), ("<br>", "<img src=\"http://x.nl/\">", "runs and loads nothing"), ("lang=", "onload=\"x\" lang=", "runs and loads nothing"), ("<br>", "<form></form>", "<form> in a mail"),
    ("<br>", "<a href=\"/x\">x</a>", "a link without a host"), ("<br>", "<i id=\"a\" id=\"b\"></i>", "an attribute twice"), ("</html>", "</html>na", "text outside <html>"),
)


def checker(good):
    """mailcheck sees what it says it sees: else it finding nothing would say nothing."""
    right = [r["bericht"] for r in good if r["aan"] == "og@example.nl"][0]
    for old, new, word in WRONG_MAIL:
        wrong = re.sub(old, new, right, count=1, flags=re.S)
        found = mailcheck.problems(wrong, "og@example.nl")
        check(wrong != right and any(word in f for f in found), f"mailcheck does not see {old} made {new[:40]}: {found}")
    page = email.message_from_bytes(right, policy=email.policy.default).get_body(("html",)).get_content()
    for old, new, word in WRONG_HTML:
        wrong = re.sub(old, new, page, count=1)
        found = mailcheck.html_problems(wrong)
        check(wrong != page and any(word in f for f in found), f"mailcheck does not see {old} made {new}: {found}")
    stored = b"Return-path: <a@b.nl>\nReceived: from x\n\tby y\nX-A: b\n" + right.replace(b"\r\n", b"\n")
    check(mailcheck.as_sent(mailcheck.without_trace(stored)) == right, "the headers of a mail server are taken off, and no more")


work = tempfile.mkdtemp(prefix="srm-mta-")
exim = house = None
try:
    exim = Exim(work)
    demands(exim)
    house = House(work, exim)
    cause(house)
    good = compare(house, exim)
    contents(house, good)
    checker(good)
    log = open(house.log).read()
    check("was not sent: 550 Unrouteable address" in log and "geheim woord" not in log, "the refusal is in the log, the password of the mail server is not")
except Exception as e:
    at = e.__traceback__
    while at.tb_next and at.tb_next.tb_frame.f_code.co_filename == __file__:
        at = at.tb_next
    check(False, f"{type(e).__name__}: {e} (line {at.tb_lineno})")
finally:
    if house:
        house.stop()
    if exim:
        exim.stop()
    shutil.rmtree(work, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
