"""The outbox (spec 4) against a real SMTP server: STARTTLS and login demanded, 451 tried again, 550 given up, a server that closes, hangs or shows
a wrong certificate loses nothing. What arrives is read by Python's own mail parser."""
import email, email.policy, email.utils, glob, http.client, os, re, shutil, socket, sqlite3, ssl, subprocess, sys, tempfile, threading, time, urllib.parse
import logging, warnings

logging.disable(logging.CRITICAL)       # of the server we play
warnings.simplefilter("ignore")
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

SRM = os.environ["SRM"]
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Sink:
    """Takes mail; `answer` is said instead after DATA."""
    def __init__(self):
        self.taken, self.answer, self.rcpt_answer, self.tls = [], None, None, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.rcpt_answer:
            return self.rcpt_answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.answer:
            return self.answer
        self.tls.append(session.ssl is not None)
        self.taken.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
        return "250 taken"


class House:
    def __init__(self):
        self.dir = tempfile.mkdtemp(prefix="srm-post-")
        subprocess.run([SRM, "demo", self.dir], check=True, stdout=subprocess.DEVNULL)
        self.config = os.path.join(self.dir, "config.ini")
        self.port = free_port()
        self.first = open(self.config).read().replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        self.db = sqlite3.connect(os.path.join(self.dir, "srmonitor.db"), timeout=10, isolation_level=None)
        self.server = None

    def serve(self, mail):
        """(Re)starts with these [mail] settings; none = a folder."""
        self.stop()
        text = self.first if not mail else self.first.replace("method = map", "method = smtp\n" + "\n".join(f"{k} = {v}" for k, v in mail.items()))
        open(self.config, "w").write(text)
        self.server = subprocess.Popen([SRM, "serve", "--config", self.config], stdout=subprocess.DEVNULL, stderr=open(os.path.join(self.dir, "log"), "a"))
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.1)

    def stop(self):
        code = 0
        if self.server:
            self.server.terminate()
            code = self.server.wait(20)
        self.server = None
        return code

    def ask_link(self, to):
        """Asks a link for this address: one mail. Its id in the outbox."""
        def ask(method, body=None, cookie=None):
            c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            headers = {"Cookie": cookie} if cookie else {}
            if body:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            c.request(method, "/wachtwoord-vergeten", body=urllib.parse.urlencode(body) if body else None, headers=headers)
            answer = c.getresponse()
            text = answer.read().decode()
            return answer, text
        answer, text = ask("GET")
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        form = {k: re.search(f'name="{k}" value="([^"]+)"', text).group(1) for k in ("_csrf", "_eenmalig")}
        ask("POST", {**form, "email": to}, cookie)
        return self.db.execute("SELECT max(id) FROM alle_bericht WHERE aan = ?", (to,)).fetchone()[0]

    def row(self, id):
        return self.db.execute("SELECT status, pogingen, antwoord, volgende_op - unixepoch(), bericht_id FROM alle_bericht WHERE id = ?", (id,)).fetchone()

    def after(self, id, tries, seconds=15):
        """The row once it has been tried so often."""
        for _ in range(seconds * 10):
            row = self.row(id)
            if row[1] >= tries or row[0] == "verzonden":
                return row
            time.sleep(0.1)
        return self.row(id)

    def again(self, id):
        self.db.execute("UPDATE alle_bericht SET volgende_op = 0 WHERE id = ?", (id,))


def read_mail(raw, what, to):
    """As a mail program reads it."""
    check(all(len(l) <= 998 for l in raw.split(b"\r\n")) and b"\n" not in raw.replace(b"\r\n", b""), f"{what}: CRLF, no line over 998 bytes")
    m = email.message_from_bytes(raw, policy=email.policy.default)
    check(not m.defects and not any(p.defects for p in m.walk()), f"{what}: no defects: {m.defects}")
    check(m["To"].addresses[0].addr_spec == to and m["From"].addresses[0].addr_spec == "monitor@example.nl", f"{what}: To and From")
    check(m["Subject"] == "Uw persoonlijke link voor de Social Return Monitor", f"{what}: subject {m['Subject']}")
    check(abs(email.utils.parsedate_to_datetime(str(m["Date"])).timestamp() - time.time()) < 300, f"{what}: date")
    check(m["Auto-Submitted"] == "auto-generated" and m.get_content_type() == "multipart/alternative", f"{what}: machine made, two forms")
    plain, html = m.get_body(("plain",)).get_content(), m.get_body(("html",)).get_content()
    link = re.search(r"http://\S+/activeren/[\w-]{43}", plain)
    check(link and link.group(0) in html, f"{what}: the same link in text and HTML")
    check("één keer" in plain and "één keer" in html, f"{what}: é comes through")
    return m


def folder(house):
    house.serve(None)
    id = house.ask_link("og@example.nl")
    status, tries, *_ = house.after(id, 1)
    check(status == "verzonden" and tries == 1, f"to the folder: {status}")
    raw = open(os.path.join(house.dir, "mail", f"{id:06d}.eml"), "rb").read()
    m = read_mail(raw, "folder", "og@example.nl")
    check(m["Message-ID"] == house.row(id)[4], "the Message-ID is the row's")
    check(raw == house.db.execute("SELECT bericht FROM alle_bericht WHERE id = ?", (id,)).fetchone()[0], "the row is the message")
    check(oct(os.stat(os.path.join(house.dir, "mail", f"{id:06d}.eml")).st_mode & 0o777) == "0o600", "for the owner alone")


def over_smtp(house):
    cert, key = os.path.join(house.dir, "cert.pem"), os.path.join(house.dir, "key.pem")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                   check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    seen = []

    def login(server, session, envelope, mechanism, data):
        seen.append((getattr(data, "login", b""), getattr(data, "password", b"")))
        return AuthResult(success=seen[-1] == (b"monitor", b"geheim voor de post"))
    sink, port = Sink(), free_port()
    server = Controller(sink, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, authenticator=login, auth_required=True)
    server.start()
    settings = {"smtp_host": "localhost", "smtp_port": port, "smtp_security": "starttls", "smtp_user": "monitor", "smtp_password": "geheim voor de post", "smtp_ca": cert, "smtp_timeout_sec": 5}
    try:
        house.serve(settings)
        id = house.ask_link("on@example.nl")
        status, tries, answer, *_ = house.after(id, 1)
        check(status == "verzonden" and len(sink.taken) == 1, f"sent over STARTTLS with login: {status} {answer}")
        if sink.taken:
            check(sink.taken[0][:2] == ("monitor@example.nl", ["on@example.nl"]) and sink.tls == [True], f"one receiver, encrypted: {sink.taken[0][:2]}")
            read_mail(sink.taken[0][2], "smtp", "on@example.nl")
        check(b"geheim voor de post" == (seen[-1][1] if seen else b""), "the login was used")
        # refused for now: tried again after 1 and 5 minutes, never twice at once
        sink.answer = "451 come back later"
        id = house.ask_link("am@example.nl")
        status, tries, answer, wait, _ = house.after(id, 1)
        check(status == "wacht" and tries == 1 and "451 come back later" in answer and 50 <= wait <= 61, f"451 waits a minute: {status} {tries} {answer} {wait}")
        house.again(id)
        status, tries, answer, wait, _ = house.after(id, 2)
        check(status == "wacht" and tries == 2 and 290 <= wait <= 301, f"then five: {tries} {wait}")
        sink.answer = None
        before = house.row(id)[4]
        house.again(id)
        status, tries, *_ = house.after(id, 3)
        check(status == "verzonden" and house.row(id)[4] == before, f"then it goes, with the same Message-ID: {status}")
        # refused for good
        sink.rcpt_answer = "550 no such person"
        id = house.ask_link("cp@example.nl")
        status, tries, answer, *_ = house.after(id, 1)
        check(status == "mislukt" and "550 no such person" in answer, f"550 is given up, with the server's words: {status} {answer}")
        sink.rcpt_answer = None
        # three days old: given up
        sink.answer = "451 still not"
        id = house.ask_link("og2@example.nl")
        house.after(id, 1)
        house.db.execute("UPDATE alle_bericht SET vanaf_op = vanaf_op - 3 * 86400, volgende_op = 0 WHERE id = ?", (id,))
        row = house.after(id, 2)
        check(row[0] == "mislukt", f"after three days it is given up: {row}")
        sink.answer = None
        count = len(sink.taken)
        # a wrong password and a certificate nobody signed: nothing is sent, all is kept
        house.serve({**settings, "smtp_password": "verkeerd"})
        id = house.ask_link("og3@example.nl")
        status, tries, answer, *_ = house.after(id, 1)
        check(status == "wacht" and len(sink.taken) == count, f"a refused login keeps the mail: {status} {answer}")
        house.serve({k: v for k, v in settings.items() if k != "smtp_ca"})
        house.again(id)
        status, tries, answer, *_ = house.after(id, 2)
        check(status == "wacht" and len(sink.taken) == count, f"an unknown certificate is not trusted: {status} {answer}")
        house.serve(settings)
        house.again(id)
        check(house.after(id, 3)[0] == "verzonden", "with the right settings it goes at last")
    finally:
        server.stop()


def bad_servers(house):
    plain, port = Sink(), free_port()
    server = Controller(plain, hostname="127.0.0.1", port=port)
    server.start()
    house.serve({"smtp_host": "localhost", "smtp_port": port, "smtp_security": "starttls", "smtp_timeout_sec": 5})
    id = house.ask_link("on2@example.nl")
    status, tries, answer, *_ = house.after(id, 1)
    check(status == "wacht" and not plain.taken, f"a server without STARTTLS gets nothing: {status} {answer}")
    server.stop()
    house.again(id)
    check(house.after(id, 2)[0] == "wacht", "nobody answers: kept")
    # a server that closes, one that hangs
    for how, tries in (("closes", 3), ("hangs", 4)):
        s = socket.socket()
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(("127.0.0.1", port))
        s.listen(5)
        open_ones = []

        def accept():
            try:
                while True:
                    c, _ = s.accept()
                    if how == "closes":
                        c.close()
                    else:
                        open_ones.append(c)
            except OSError:
                pass
        threading.Thread(target=accept, daemon=True).start()
        house.again(id)
        row = house.after(id, tries, 20)
        check(row[0] == "wacht" and row[1] == tries, f"a server that {how}: kept: {row}")
        if how == "hangs":
            house.again(id)
            time.sleep(2.5)
            began = time.time()
            check(house.stop() == 0 and time.time() - began < 4, f"stopping does not wait for a server that hangs: {time.time() - began:.1f} s")
        s.shutdown(socket.SHUT_RDWR)     # wakes the accept, so that the port is free
        s.close()


house = House()
try:
    for part in (folder, over_smtp, bad_servers):
        try:
            part(house)
        except Exception as e:
            check(False, f"{part.__name__}: {type(e).__name__}: {e} (line {e.__traceback__.tb_next.tb_lineno if e.__traceback__.tb_next else 0})")
    check("geheim voor de post" not in open(os.path.join(house.dir, "log")).read(), "the password of the mail server is not in the log")
finally:
    house.stop()
    shutil.rmtree(house.dir, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
