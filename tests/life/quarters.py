"""Lives eight quarters of a demo regio on the set clock, day by day, against a real receiving mail server (STARTTLS, login) that sometimes answers 451 or 550, hangs or closes.

What must arrive is told by a second, independent reading of the table of mails (spec 4) below, from the database as it stands each morning: every mail of the table, on its day,
to whom the table says, none twice, none lost; with acts by real pages in between, nine days of absence, and kill -9 between the server's answer and our receipt.
QUARTERS=n lives fewer (a build that is slower)."""
import asyncio, datetime, hashlib, http.client, os, re, secrets, shutil, signal, socket, sqlite3, ssl, subprocess, sys, tempfile, time, urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "post"))
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from mailcheck import problems

SRM = os.environ["SRM"]
DAYS = int(os.environ.get("QUARTERS", "8")) * 91
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        if failed < 40:
            print("FAILED:", what)


# ---- the table of mails, read a second time ----

def plus_months(d, k):
    """k months later; where that day does not exist, the first of the next month (spec 3)."""
    y, m = divmod(d.month - 1 + k, 12)
    try:
        return d.replace(year=d.year + y, month=m + 1)
    except ValueError:
        y, m = divmod(d.month + k, 12)
        return datetime.date(d.year + y, m + 1, 1)


def days(n):
    return datetime.timedelta(days=n)


def three_times(first):
    return [first, first + days(14), first + days(28)]


ROLES = {"herinnering": ("opdrachtnemer", "intermediair"), "meetmoment": ("opdrachtnemer", "intermediair", "wsp"), "periode_einde": ("opdrachtgever",), "verlengen_mogelijk": ("opdrachtgever",),
         "loopt_af": ("opdrachtnemer", "opdrachtgever", "wsp"), "signaal_beoordeling": ("wsp",), "signaal_afronden": ("opdrachtgever",), "overeenkomst_loopt_af": ("opdrachtnemer", "intermediair"), "pso_verloopt": ("opdrachtnemer",)}


def newest(dates, van, tm):
    inside = [d for d in dates if van <= d <= tm]
    return [max(inside)] if inside else []


def reminders(rule, start, end):
    """Every n months from the start, at shares of the days, or every year on a day; as long as the project is not approved."""
    how, what = rule.split(" ")
    if how == "maanden":
        return [plus_months(start, int(what) * k) for k in range(1, 200)]
    if how == "procent":
        total = (end - start).days + 1
        return [start + days(-(-total * int(p) // 100)) for p in what.split(",")]
    month, day = map(int, what.split("-"))
    return [d for d in (datetime.date(y, month, day) for y in range(start.year, start.year + 60)) if d > start]


def expected(db, van, tm):
    """{(kind, over, over_id, to, day)} that the days van..tm bring."""
    out = set()
    contacts = {}
    for project, soort, email, off in db.execute("""SELECT k.project_id, o.soort, g.email, g.mail_uit FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
            WHERE g.staat <> 'geblokkeerd'"""):
        contacts.setdefault(project, []).append((soort, email, off.split(",")))

    def add(kind, over, over_id, project, day, choice=None):
        for soort, email, off in contacts.get(project, []):
            if soort in ROLES[kind.rstrip("0123456789_") if kind.startswith("meetmoment") else kind] and choice not in off:
                out.add((kind, over, over_id, email, day))

    iso = datetime.date.fromisoformat
    for pid, start, end, extendable, approved, every in db.execute("""SELECT p.id, p.start, p.eind, p.verlengbaar, p.goedgekeurd_op, r.herinnering FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id
            WHERE p.afgerond_op IS NULL"""):
        start, end = iso(start), iso(end)
        if approved is None:
            for d in newest(reminders(every, start, end), van, tm):
                add("herinnering", "project", pid, pid, d)
            total = (end - start).days + 1
            for share in (25, 50, 75):
                d = start + days(-(-total * share // 100))
                if van <= d <= tm:
                    add(f"meetmoment_{share}", "project", pid, pid, d, "meetmoment")
            if extendable and van <= end - days(90) <= tm <= end:
                add("verlengen_mogelijk", "project", pid, pid, end - days(90))
            if van <= end - days(30) <= tm <= end:
                add("loopt_af", "project", pid, pid, end - days(30))
            for d in newest(three_times(end + days(1)), van, tm):
                add("signaal_beoordeling", "project", pid, pid, d)
        else:
            day = datetime.datetime.fromtimestamp(approved).date()
            for d in newest(three_times(day)[1:], van, tm):
                add("signaal_afronden", "project", pid, pid, d)
    for uid, email, off in db.execute("""SELECT DISTINCT g.id, g.email, g.mail_uit FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id AND o.soort = 'wsp'
            JOIN alle_project p ON p.id = k.project_id WHERE g.staat = 'actief' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL
            AND EXISTS (SELECT 1 FROM alle_inzet i WHERE i.project_id = p.id AND i.status = 'ingediend')"""):
        if "te_beoordelen" not in off.split(","):
            out.add(("te_beoordelen", "gebruiker", uid, email, tm))      # one a day, while something waits
    for tid, pid, end in db.execute("SELECT t.id, p.id, t.eind FROM alle_periode t JOIN alle_project p ON p.id = t.project_id WHERE t.vastgesteld_cent IS NULL AND p.afgerond_op IS NULL"):
        for d in newest(three_times(iso(end) + days(1)), van, tm):
            add("periode_einde", "periode", tid, pid, d)
    for iid, pid, end in db.execute("""SELECT i.id, p.id, v.eind FROM alle_inzet i JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_project p ON p.id = i.project_id
            WHERE i.status <> 'teruggestuurd' AND v.uit_dienst IS NULL AND v.eind IS NOT NULL AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL"""):
        if van <= iso(end) - days(30) <= tm <= iso(end):
            add("overeenkomst_loopt_af", "inzet", iid, pid, iso(end) - days(30), "overeenkomst")
    # 60 days before a certificate's last day, unless one of at least that step goes on: everybody of the opdrachtnemer who is linked to a project of it that runs on that day
    steps, counting = ("aspirant", "1", "2", "3", "30+"), {}
    for cid, on, step, begin, end in db.execute("SELECT id, organisatie_id, trede, van, tm FROM alle_pso WHERE vervallen_op IS NULL"):
        counting.setdefault(on, []).append((cid, steps.index(step), iso(begin), iso(end)))
    for on, certificates in counting.items():
        for cid, step, begin, end in certificates:
            followed = any(b <= end + days(1) and e > end and s >= step for _, s, b, e in certificates)
            day = end - days(60)
            if followed or not van <= day <= tm <= end:
                continue
            for (email,) in db.execute("""SELECT DISTINCT g.email FROM alle_gebruiker g JOIN alle_koppeling k ON k.gebruiker_id = g.id JOIN alle_project p ON p.id = k.project_id WHERE p.opdrachtnemer_id = ?
                    AND g.organisatie_id = p.opdrachtnemer_id AND g.staat <> 'geblokkeerd' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.start <= ? AND p.eind >= ?""", (on, str(day), str(day))):
                out.add(("pso_verloopt", "pso", cid, email, day))
    # 7 days before the deadline of an open steekproef that was drawn before that day: who accounts for an item of which nothing was seen
    for sid, deadline, drawn in db.execute("SELECT id, deadline, op FROM alle_steekproef WHERE gesloten_op IS NULL"):
        day = iso(deadline) - days(7)
        if van <= day <= tm <= iso(deadline) and datetime.datetime.fromtimestamp(drawn, datetime.timezone.utc).date() < day:
            for (email,) in db.execute("""SELECT DISTINCT g.email FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id JOIN alle_project p ON p.id = i.project_id JOIN alle_koppeling k ON k.project_id = p.id
                    JOIN alle_gebruiker g ON g.id = k.gebruiker_id AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id) WHERE t.steekproef_id = ? AND t.uitkomst IS NULL AND g.staat <> 'geblokkeerd'
                    AND t.id NOT IN (SELECT z.item_id FROM alle_gezien z WHERE z.ingetrokken_op IS NULL)""", (sid,)):
                out.add(("steekproef_herinnering", "steekproef", sid, email, day))
    # a year after the last review of who has access, or after the coordinatiepunt began, and each year on while none is under way
    for rid, closed in db.execute("SELECT r.id, (SELECT max(t.gesloten_op) FROM alle_toegang t WHERE t.regio_id = r.id) FROM alle_regio r WHERE r.id NOT IN (SELECT t.regio_id FROM alle_toegang t WHERE t.gesloten_op IS NULL)"):
        people = db.execute("SELECT g.email, g.staat, g.gemaakt_op FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id AND o.soort = 'coordinatiepunt' AND o.regio_id = ?", (rid,)).fetchall()
        began = datetime.datetime.fromtimestamp(closed if closed is not None else min(p[2] for p in people), datetime.timezone.utc).date()
        for day in (plus_months(began, 12 * k) for k in range(1, 6)):
            if van <= day <= tm:
                out.update(("toegang", "regio", rid, email, day) for email, staat, _ in people if staat == "actief")
    return out


# ---- the receiving server ----

class Receiver:
    """Takes mails; now and then it does not. Deterministic by the number of the transaction."""

    def __init__(self):
        self.arrived, self.count, self.refused, self.kill_at, self.process, self.faults = [], 0, set(), 0, None, True

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.count += 1
        if self.faults and self.count % 37 == 0:
            return "451 4.3.0 probeer het straks nog eens"
        if self.faults and self.count % 83 == 0:
            self.refused.add(address)
            return "550 5.1.1 deze postbus is er niet"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.faults and self.count % 211 == 0:
            await asyncio.sleep(6)          # longer than the sender waits
            return "451 te laat"
        if self.faults and self.count % 131 == 0:
            server.transport.close()
            return "421 weg"
        message_id = re.search(rb"(?im)^Message-ID: (\S+)", envelope.content).group(1).decode()
        self.arrived.append((message_id, tuple(envelope.rcpt_tos), bytes(envelope.content)))
        if self.kill_at and len(self.arrived) == self.kill_at:
            self.kill_at = 0
            self.process.send_signal(signal.SIGKILL)    # the mail is taken; our receipt never comes
            await asyncio.sleep(0.2)
        return "250 Taken"


def login(server, session, envelope, mechanism, data):
    return AuthResult(success=isinstance(data, LoginPassword) and data.login == b"monitor" and data.password == b"geheim woord")


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class House:
    def __init__(self):
        self.work = tempfile.mkdtemp(prefix="srm-life-")
        w = self.work
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", w + "/key.pem", "-out", w + "/cert.pem", "-days", "3000", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, stderr=subprocess.DEVNULL)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(w + "/cert.pem", w + "/key.pem")
        self.receiver, smtp, self.web = Receiver(), port(), port()
        self.controller = Controller(self.receiver, hostname="127.0.0.1", port=smtp, tls_context=context, require_starttls=True, authenticator=login, auth_required=True)
        self.controller.start()
        self.demo = w + "/demo"
        subprocess.run([SRM, "demo", self.demo], check=True, stdout=subprocess.DEVNULL)
        self.config = self.demo + "/config.ini"
        open(self.config, "w").write(f"""[server]
listen = 127.0.0.1:{self.web}
base_url = http://127.0.0.1:{self.web}
[data]
database = srmonitor.db
key_store = sleutels.db
master_key = sleutel
tmp = tmp
[mail]
method = smtp
from = monitor@example.nl
from_name = Social Return Monitor
smtp_host = localhost
smtp_port = {smtp}
smtp_security = starttls
smtp_user = monitor
smtp_password = geheim woord
smtp_timeout_sec = 5
smtp_ca = {w}/cert.pem
""")
        self.db = sqlite3.connect(self.demo + "/srmonitor.db", timeout=20)

    def rows(self, sql, *args):
        with self.db:
            return self.db.execute(sql, args).fetchall()

    def planner(self, day, at="08:00", wait=True):
        p = subprocess.Popen([SRM, "planner", "--datum", str(day), "--tijd", at, "--config", self.config], stdout=subprocess.PIPE, stderr=open(self.work + "/log", "a"), text=True)
        self.receiver.process = p
        if wait:
            self.out = p.communicate()[0]
        return p

    def live(self, day):
        """The morning, and again until everything that was to be tried again that day has had its answer."""
        check(self.planner(day).returncode == 0, f"{day}: the planner ends well")
        for at in ("08:02", "08:09", "08:30", "10:00"):
            if self.rows("SELECT 1 FROM alle_bericht WHERE status = 'wacht' LIMIT 1"):
                self.planner(day, at)

    def stop(self):
        self.controller.stop()
        self.db.close()
        shutil.rmtree(self.work, ignore_errors=True)


class Pages:
    """Acts over the real pages, on a server whose clock stands on that day."""

    def __init__(self, house, day, at=datetime.time(9)):
        self.house = house
        self.server = subprocess.Popen([SRM, "serve", "--config", house.config, "--datum", str(day), "--tijd", at.strftime("%H:%M")], stdout=subprocess.DEVNULL, stderr=open(house.work + "/log", "a"))
        self.now = int(datetime.datetime.combine(day, at).timestamp())
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", house.web)).close()
                return
            except OSError:
                time.sleep(0.05)

    def ask(self, email, method, path, **fields):
        token = secrets.token_urlsafe(32)
        self.house.rows("INSERT INTO alle_sessie (kenmerk, gebruiker_id, stap, gemaakt_op, gezien_op, eind_op) SELECT ?, id, 'vol', ?, ?, ? FROM alle_gebruiker WHERE email = ?",
                        hashlib.blake2b(token.encode(), digest_size=32).digest(), self.now, self.now, self.now + 7200, email)
        c = http.client.HTTPConnection("127.0.0.1", self.house.web, timeout=20)
        headers = {"Cookie": "__Host-sr=" + token, "Origin": f"http://127.0.0.1:{self.house.web}", "Content-Type": "application/x-www-form-urlencoded"}
        c.request("GET", "/mijn-gegevens", headers=headers)
        csrf = re.search(r'name="_csrf" value="([^"]+)"', c.getresponse().read().decode()).group(1)
        body = urllib.parse.urlencode({"_csrf": csrf, "_eenmalig": secrets.token_urlsafe(32), **fields}) if method == "POST" else None
        c.request(method, path, body, headers)
        answer = c.getresponse()
        page = answer.read().decode()
        c.close()
        return answer.status, page

    def stop(self):
        for _ in range(200):            # what the acts caused is sent
            if not self.house.rows("SELECT 1 FROM alle_bericht WHERE status = 'wacht' AND pogingen = 0 LIMIT 1"):
                break
            time.sleep(0.05)
        self.server.terminate()
        check(self.server.wait(20) == 0, "the server stops in order")


def contact(house, project, soort):
    found = house.rows("""SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
        WHERE k.project_id = ? AND o.soort = ? AND g.staat = 'actief' LIMIT 1""", project, soort)
    return found[0][0] if found else None


def evaluate(house, pages, day, email, project):
    """Where the obligation was not met the approval waits for a verdict; recording it tells the opdrachtgever and the contractor."""
    (short, agreed), = house.rows("SELECT netto_cent - actueel_cent, EXISTS (SELECT 1 FROM alle_eindoordeel e WHERE e.project_id = p.id) FROM alle_project p WHERE id = ?", project)
    if (short or 0) <= 0 or agreed:
        return
    before = house.rows("SELECT coalesce(max(id), 0) FROM alle_bericht")[0][0]
    status, page = pages.ask(email, "POST", f"/projecten/{project}/goedkeuren")
    check(status == 303 and not house.rows("SELECT 1 FROM alle_project WHERE id = ? AND goedgekeurd_op IS NOT NULL", project), f"{day} {project}: no approval with a shortfall before the verdict: {status}")
    status, page = pages.ask(email, "POST", f"/projecten/{project}/eindoordeel", oordeel="niet_voldaan", tekort=f"{short // 100},{short % 100:02d}", tekort_reden="", maatregel="geen", bedrag="", dag="",
                             toelichting="Afgesproken.", nr="1")
    check(status == 303, f"{day} {project} verdict: {status} {re.findall(r'<p>[^<]*</p>', page)[:2]}")
    made = {a for (a,) in house.rows("SELECT aan FROM alle_bericht WHERE id > ? AND soort = 'eindoordeel' AND over_id = ?", before, project)}
    wanted = {e for (e,) in house.rows("""SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
        WHERE k.project_id = ? AND g.staat <> 'geblokkeerd' AND o.soort IN ('opdrachtgever', 'opdrachtnemer', 'intermediair')""", project)}
    check(made == wanted, f"{day} {project} verdict: too many {made - wanted}, missing {wanted - made}")


def acts(house, day):
    """What people do in between: approve what is over, finish what was approved some time ago, determine a period, switch a mail off."""
    todo = []
    for (p,) in house.rows("SELECT id FROM alle_project WHERE afgerond_op IS NULL AND goedgekeurd_op IS NULL AND eind < ? ORDER BY id LIMIT 4", str(day - days(20))):
        todo.append((contact(house, p, "wsp"), f"/projecten/{p}/goedkeuren", {}))
    for (p,) in house.rows("SELECT id FROM alle_project WHERE afgerond_op IS NULL AND goedgekeurd_op < ? ORDER BY id LIMIT 3", int(time.mktime((day - days(40)).timetuple()))):
        todo.append((contact(house, p, "opdrachtgever"), f"/projecten/{p}/afronden", {}))
    todo = [t for t in todo if t[0]]
    if not todo:
        return
    pages = Pages(house, day)
    for email, path, fields in todo:
        if path.endswith("/goedkeuren"):
            evaluate(house, pages, day, email, int(path.split("/")[2]))
        before = house.rows("SELECT coalesce(max(id), 0) FROM alle_bericht")[0][0]
        status, page = pages.ask(email, "POST", path, **fields)
        check(status == 303, f"{day} {path} by {email}: {status} {re.findall(r'<p>[^<]*</p>', page)[:2]}")
        project = int(path.split("/")[2])
        made = {(k, a) for k, a in house.rows("SELECT soort, aan FROM alle_bericht WHERE id > ? AND dag IS NULL AND over = 'project' AND over_id = ?", before, project)}
        kind, soorten = ("signaal_afronden", ("opdrachtgever",)) if path.endswith("goedkeuren") else ("afgerond", ("opdrachtgever", "opdrachtnemer", "intermediair", "wsp"))
        wanted = {(kind, e) for (e,) in house.rows(f"""SELECT g.email FROM alle_koppeling k JOIN alle_gebruiker g ON g.id = k.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
            WHERE k.project_id = ? AND g.staat <> 'geblokkeerd' AND o.soort IN ({','.join('?' * len(soorten))})""", project, *soorten)}
        check(made == wanted, f"{day} {path}: too many {made - wanted}, missing {wanted - made}")
    period = house.rows("SELECT t.project_id FROM alle_periode t JOIN alle_project p ON p.id = t.project_id WHERE t.vastgesteld_cent IS NULL AND t.eind < ? AND p.afgerond_op IS NULL LIMIT 1", str(day))
    if period and contact(house, period[0][0], "opdrachtgever"):
        p = period[0][0]
        fields = {"versie": house.rows("SELECT versie FROM alle_project WHERE id = ?", p)[0][0]}
        for i, (start, end, amount, fixed) in enumerate(house.rows("SELECT start, eind, geschat_cent, vastgesteld_cent FROM alle_periode WHERE project_id = ? ORDER BY start", p)):
            fixed = amount if fixed is None and end < str(day) else fixed
            fields |= {f"p_start.{i}": start, f"p_eind.{i}": end, f"p_bedrag.{i}": f"{amount // 100},{amount % 100:02}", f"p_vast.{i}": "" if fixed is None else f"{fixed // 100},{fixed % 100:02}"}
        status, page = pages.ask(contact(house, p, "opdrachtgever"), "POST", f"/projecten/{p}/perioden", **fields)
        check(status == 303, f"{day}: the amount of a period: {status} {re.findall(r'sr-error[^>]*>([^<]*)', page)[:2]}")
    pages.stop()


def personal(house):
    """What must stand in no mail: what the demo calls its people and where they live."""
    return re.compile(rb"Testpersoon|Voorbeeldstraat|K-0\d{5}|geboren")


def judge(house, van, day, wanted, seen):
    """The rows of these days are what the table says, and each arrived once, at whom it says, or was refused for ever."""
    made = set()
    for soort, over, over_id, aan, dag, status, message_id in house.rows("SELECT soort, over, over_id, aan, dag, status, bericht_id FROM alle_bericht WHERE dag BETWEEN ? AND ?", str(van), str(day)):
        made.add((soort, over, over_id, aan, datetime.date.fromisoformat(dag)))
        times = [to for m, to, _ in house.receiver.arrived if m == message_id]
        if status == "mislukt":
            check(aan in house.receiver.refused and not times, f"{day}: {soort} to {aan} is given up without a 550")
        else:
            check(status == "verzonden" and set(times) == {(aan,)}, f"{day}: {soort} to {aan} is {status}, arrived at {times}")
            check(len(times) == 1 or message_id in seen, f"{day}: {soort} to {aan} arrived {len(times)} times")
    check(made == wanted, f"{day}: too many {sorted(made - wanted)[:3]}, missing {sorted(wanted - made)[:3]}")


def check_messages(house, forbidden):
    for message_id, to, content in house.receiver.arrived:
        wrong = problems(content, to=to[0])
        check(not wrong, f"{to[0]}: {wrong[:2]}")
        check(not forbidden.search(content), f"{to[0]}: a kandidaat in a mail")
    house.receiver.arrived.clear()


def main():
    house = House()
    today = datetime.date.today()
    forbidden, killed, total, kinds = personal(house), set(), 0, set()
    # one regio of the three; in it somebody who wants fewer mails and somebody who is blocked
    house.rows("UPDATE alle_project SET goedgekeurd_op = 1, afgerond_op = unixepoch() WHERE afgerond_op IS NULL AND regio_id <> (SELECT id FROM alle_regio WHERE slug LIKE 'groningen%')")
    house.rows("UPDATE alle_gebruiker SET mail_uit = 'meetmoment,overeenkomst' WHERE email = 'on2@example.nl'")
    house.rows("UPDATE alle_gebruiker SET staat = 'geblokkeerd' WHERE email = 'am2@example.nl'")
    day, last = today, today - days(1)
    while day < today + days(DAYS):
        nr = (day - today).days
        rule = {240: "procent 20,40,60,80", 480: "jaarlijks 12-01"}.get(nr)      # the regio chooses another way to remind
        if rule:
            house.rows(f"UPDATE alle_regio SET herinnering = '{rule}'")
        van = last + days(1) if nr else day
        wanted = expected(house.db, van, day)
        if nr % 60 == 20 and len(wanted) > 3:       # killed while a mail is under way: the rest goes out afterwards, that one twice under one name
            house.receiver.faults, house.receiver.kill_at = False, len(house.receiver.arrived) + 2
            check(house.planner(day).returncode == -signal.SIGKILL, f"{day}: killed")
            twin = house.receiver.arrived[-1][0]
            killed.add(twin)
            house.live(day)
            check([m for m, _, _ in house.receiver.arrived].count(twin) == 2, f"{day}: what was under way at the kill comes again with the same Message-ID")
            house.receiver.faults = True
        elif nr % 60 == 40:                         # killed at any moment of planning, several times
            for ms in (5, 15, 30, 45):
                p = house.planner(day, wait=False)
                time.sleep(ms / 1000)
                p.kill()
                p.communicate()
                killed |= {m for m, _, _ in house.receiver.arrived}
            house.live(day)
        elif nr % 50 == 25:                         # by the thread in the server, not before 08:00
            pages = Pages(house, day, datetime.time(7, 30))
            time.sleep(2.5)
            pages.stop()
            check(not house.rows("SELECT 1 FROM alle_bericht WHERE dag > ?", str(last)), f"{day}: nothing leaves before 08:00")
            pages = Pages(house, day)
            for _ in range(200):
                if house.rows("SELECT 1 FROM alle_instelling WHERE naam = 'planner_tot' AND waarde = ?", str(day)):
                    break
                time.sleep(0.05)
            pages.stop()
            house.live(day)
        else:
            house.live(day)
        judge(house, van, day, wanted, killed)
        total += len(wanted)
        kinds |= {w[0] for w in wanted}         # the mails themselves are kept for half a year
        if nr % 30 == 10:
            check(expected(house.db, day, day) == {(r[0], r[1], r[2], r[3], datetime.date.fromisoformat(r[4])) for r in house.rows("SELECT soort, over, over_id, aan, dag FROM alle_bericht WHERE dag = ?", str(day))}
                  and house.planner(day).returncode == 0 and house.out.startswith("0 mails sent"), f"{day}: twice is once")
        if nr % 28 == 14:
            acts(house, day)
        check_messages(house, forbidden)
        last = day
        day += days(10 if nr and nr % 180 == 99 else 1)     # the server stands still for nine days
    double = [r for r in house.rows("SELECT soort, over, over_id, aan, dag, count(*) FROM alle_bericht WHERE dag IS NOT NULL GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1")]
    check(not double, f"nothing twice: {double[:2]}")
    check(not house.rows("SELECT 1 FROM alle_bericht WHERE status = 'wacht'"), "nothing is left waiting")
    if DAYS >= 700:
        check(kinds == {"herinnering", "meetmoment_25", "meetmoment_50", "meetmoment_75", "periode_einde", "verlengen_mogelijk", "loopt_af", "signaal_beoordeling", "signaal_afronden", "overeenkomst_loopt_af", "te_beoordelen", "pso_verloopt", "steekproef_herinnering", "toegang"},
              f"every kind of the table came by: {kinds}")
    print(f"{total} mails expected in {DAYS} days, {len(house.receiver.refused)} addresses refused once, {len(killed)} under way at a kill")
    errors = [l for l in open(house.work + "/log").read().splitlines() if '"level":"error"' in l]
    check(not errors, f"errors in the log: {errors[:2]}")
    check(subprocess.run([SRM, "check", "--config", house.config], capture_output=True).returncode == 0, "the database is whole after it all")
    house.stop()


os.environ["TZ"] = "Europe/Amsterdam"
time.tzset()
main()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
