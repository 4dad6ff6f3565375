import email, email.policy, http.client, os, re, shutil, socket, sqlite3, ssl, subprocess, sys, tempfile, time, urllib.parse
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

SRM = os.environ["SRM"]
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Receiver:
    def __init__(self):
        self.mails, self.answers, self.recipients = [], [], []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.answers:
            return self.answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope.content)
        self.recipients.append(list(envelope.rcpt_tos))
        return "250 Taken"


def login(server, session, envelope, mechanism, auth_data):
    good = isinstance(auth_data, LoginPassword) and auth_data.login == b"monitor" and auth_data.password == b"geheim woord"
    return AuthResult(success=good)


work = tempfile.mkdtemp(prefix="srm-post-")
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", work + "/key.pem", "-out", work + "/cert.pem", "-days", "30", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(work + "/cert.pem", work + "/key.pem")
receiver = Receiver()
smtp_port, web_port = port(), port()
controller = Controller(receiver, hostname="127.0.0.1", port=smtp_port, tls_context=context, require_starttls=True, authenticator=login, auth_required=True)
controller.start()

demo = work + "/demo"
subprocess.run([SRM, "demo", demo], check=True, stdout=subprocess.DEVNULL)


def configure(ca):
    open(demo + "/config.ini", "w").write(f"""[server]
listen = 127.0.0.1:{web_port}
base_url = http://127.0.0.1:{web_port}
[data]
database = srmonitor.db
key_store = sleutels.db
master_key = sleutel
tmp = tmp
[mail]
method = smtp
from = monitor@example.nl
from_name = Social Return Monitor é
smtp_host = localhost
smtp_port = {smtp_port}
smtp_security = starttls
smtp_user = monitor
smtp_password = geheim woord
smtp_timeout_sec = 5
smtp_ca = {ca}
""")


def serve():
    p = subprocess.Popen([SRM, "serve", "--config", demo + "/config.ini"], stdout=subprocess.DEVNULL, stderr=open(work + "/log", "a"))
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", web_port)).close()
            return p
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not start")


def forgotten(address):
    c = http.client.HTTPConnection("127.0.0.1", web_port, timeout=10)
    c.request("GET", "/wachtwoord-vergeten")
    r = c.getresponse()
    page = r.read().decode()
    cookie = r.headers["Set-Cookie"].split(";")[0]
    body = {n: re.search(f'name="{n}" value="([^"]+)"', page).group(1) for n in ("_csrf", "_eenmalig")}
    body["email"] = address
    c.request("POST", "/wachtwoord-vergeten", urllib.parse.urlencode(body), {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie, "Origin": f"http://127.0.0.1:{web_port}"})
    r = c.getresponse()
    r.read()
    c.close()
    return r.status


def rows(sql):
    db = sqlite3.connect(demo + "/srmonitor.db", timeout=10)
    try:
        with db:
            return db.execute(sql).fetchall()
    finally:
        db.close()


def wait(what, seconds=15):
    end = time.time() + seconds
    while time.time() < end:
        if what():
            return True
        time.sleep(0.1)
    return False


# the mails of the day itself are tests/life's: here nothing is due
rows("INSERT INTO alle_instelling (naam, waarde) VALUES ('planner_tot', '2199-01-01')")

# ---- a certificate that nobody vouches for: nothing is sent, nothing is lost ----
configure("")
server = serve()
check(forgotten("og@example.nl") == 303, "the link is asked")
check(wait(lambda: rows("SELECT 1 FROM alle_bericht WHERE pogingen >= 1 AND status = 'wacht'")), "an unknown certificate is not trusted, the mail waits")
check(not receiver.mails, "nothing went over the wire")
server.terminate()
check(server.wait(20) == 0, "stops in order")

# ---- the right certificate: it arrives, once, to one ----
configure(work + "/cert.pem")
rows("UPDATE alle_bericht SET volgende_op = 0")
server = serve()
check(wait(lambda: len(receiver.mails) == 1), "it arrives")
time.sleep(3)
check(len(receiver.mails) == 1 and receiver.recipients[0] == ["og@example.nl"], "once, to one receiver")
mail = email.message_from_bytes(receiver.mails[0], policy=email.policy.default)
check(mail["To"].addresses[0].addr_spec == "og@example.nl" and mail["From"].addresses[0].display_name == "Social Return Monitor é", "the headers are read by another program")
check(mail["Reply-To"] is not None and mail["Message-ID"] is not None and mail["Date"] is not None and not mail.defects, "Reply-To, Message-ID and Date")
text, html = mail.get_body(("plain",)).get_content(), mail.get_body(("html",)).get_content()
link = re.search(r"http://\S+/activeren/\S{43}", text)
check(link is not None and link.group(0) in html, "the link in text and in HTML")
check("é" not in receiver.mails[0].decode("latin1") and max(len(l) for l in receiver.mails[0].split(b"\r\n")) <= 998, "no raw bytes, no long line")
message_id = mail["Message-ID"]

# ---- 451: again later, with the same Message-ID; 550: to Beheer at once ----
receiver.mails.clear()
receiver.answers.append("451 4.3.0 probeer het straks nog eens")
forgotten("og2@example.nl")
check(wait(lambda: rows("SELECT 1 FROM alle_bericht WHERE aan = 'og2@example.nl' AND status = 'wacht' AND pogingen = 1 AND antwoord LIKE '451 4.3.0%'")), "451 is kept and tried again")
planned = rows("SELECT volgende_op - strftime('%s', 'now'), bericht_id FROM alle_bericht WHERE aan = 'og2@example.nl'")[0]
check(45 <= planned[0] <= 61, f"after a minute: {planned[0]}")
rows("UPDATE alle_bericht SET volgende_op = 0 WHERE aan = 'og2@example.nl'")
check(wait(lambda: len(receiver.mails) == 1) and planned[1].encode() in receiver.mails[0], "the second try is the same message")
receiver.answers.append("550 5.1.1 deze postbus is er niet")
forgotten("og3@example.nl")
check(wait(lambda: rows("SELECT 1 FROM alle_bericht WHERE aan = 'og3@example.nl' AND status = 'mislukt' AND antwoord LIKE '550 5.1.1%'")), "550 is final, with the server's answer")

# ---- the mail server is away: the pages go on ----
controller.stop()
check(forgotten("am@example.nl") == 303, "the pages do not wait for the mail server")
check(wait(lambda: rows("SELECT 1 FROM alle_bericht WHERE aan = 'am@example.nl' AND status = 'wacht' AND pogingen = 1")), "it waits for its return")
# kill -9 between: what was queued is still there
server.kill()
server.wait()
check(rows("SELECT count(*) FROM alle_bericht WHERE aan = 'am@example.nl'")[0][0] == 1, "a kill loses no mail")
receiver.mails.clear()
controller = Controller(receiver, hostname="127.0.0.1", port=smtp_port, tls_context=context, require_starttls=True, authenticator=login, auth_required=True)
controller.start()
rows("UPDATE alle_bericht SET volgende_op = 0 WHERE status = 'wacht'")
server = serve()
check(wait(lambda: len(receiver.mails) == 1), "and it arrives")
server.terminate()
check(server.wait(20) == 0, "stops in order")
controller.stop()
shutil.rmtree(work, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
