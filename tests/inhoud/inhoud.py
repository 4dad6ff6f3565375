"""Texts of a regio (spec 1: "policy, news, general information, FAQ: OG and AM read own, ON and IM read the regios of own projects, CP writes own regio"), the public feed, the maintenance line. What each
may read is counted here from the rows, not asked from the views."""
import datetime, http.client, os, re, sys, time, xml.etree.ElementTree as ET

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House, check, done

ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = datetime.date(2027, 5, 10)
house = House()
house.start(TODAY)
groningen, fryslan, drenthe = (house.one("SELECT id FROM alle_regio WHERE slug LIKE ?", s) for s in ("groningen%", "fryslan", "drenthe"))
base = f"http://127.0.0.1:{house.port}"


def plain(path, headers=None, method="GET"):
    c = http.client.HTTPConnection("127.0.0.1", house.port, timeout=20)
    c.request(method, path, headers=headers or {})
    answer = c.getresponse()
    data = answer.read().decode()
    c.close()
    return answer.status, data, answer.headers


def write(cp, soort, titel, tekst="De tekst van {}", publish=True, **more):
    """A new text by the coordinatiepunt; its id."""
    check(house.act(cp, f"/beheer/teksten/nieuw?soort={soort}", titel=titel, tekst=tekst.format(titel), **more), f"{soort} {titel} is kept")
    made = house.one("SELECT i.inhoud_id FROM alle_inhoud_versie i WHERE i.titel = ?", titel)
    return publish_it(cp, made) if publish else made


def publish_it(cp, made):
    check(house.act(cp, f"/beheer/teksten/{made}", to=f"/beheer/teksten/{made}/publiceren"), f"{made} is published")
    return made


def rewrite(cp, made, **more):
    check(house.act(cp, f"/beheer/teksten/{made}/wijzigen", **more), f"{made} is changed")
    return publish_it(cp, made)


def day(n):
    return (TODAY + datetime.timedelta(days=n)).strftime("%d-%m-%Y")


def feed(regio):
    status, text, headers = plain(f"/nieuws/atom/{regio}")
    check(status == 200 and headers["Content-Type"].startswith("application/atom+xml"), f"feed {regio}: {status}")
    root = ET.fromstring(text)
    check(root.tag == ATOM + "feed", "a feed")
    return root, text, headers


# ---- who reads what: every text of every regio by every kind of account ----
LIST = {"beleid": "/beleid", "nieuws": "/nieuws", "informatie": "/informatie"}
CP = {groningen: "cp@example.nl", fryslan: "cp.fryslan@example.nl", drenthe: "cp.drenthe@example.nl"}
NAMES = {r: n.replace("&", "&amp;") for r, n in house.db.execute("SELECT id, naam FROM alle_regio")}
made = {}
for regio, cp in CP.items():
    made[regio] = {s: write(cp, s, f"Eigen {s} van {regio}", van=day(-1)) if s in ("beleid", "nieuws") else write(cp, s, f"Eigen {s} van {regio}") for s in ("beleid", "nieuws", "informatie", "vraag")}
readers = ["og@example.nl", "am@example.nl", "cp@example.nl", "on@example.nl", "im@example.nl", "on.fryslan@example.nl", "on.drenthe@example.nl", "im.drenthe@example.nl", "og.fryslan@example.nl", "am.drenthe@example.nl"]
several = 0
for who in readers:
    own = {r for (r,) in house.db.execute("SELECT o.regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.email = ? AND o.regio_id IS NOT NULL", (who,))}
    if not own:
        own = {r for (r,) in house.db.execute("""SELECT DISTINCT p.regio_id FROM alle_gebruiker g JOIN alle_koppeling k ON k.gebruiker_id = g.id JOIN alle_project p ON p.id = k.project_id WHERE g.email = ?
            AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id)""", (who,))}
    several += len(own) > 1
    for regio in CP:
        reads = regio in own
        for soort, path in LIST.items():
            check((f"Eigen {soort} van {regio}" in house.page(who, path)) == reads, f"{who} {'sees' if reads else 'does not see'} {soort} of {regio} in the list")
            status = house.ask(who, f"{path}/{made[regio][soort]}")[0]
            check(status == (200 if reads else 404), f"{who} {soort} of {regio}: {status}")
        check((f"Eigen vraag van {regio}" in house.page(who, "/veelgestelde-vragen")) == reads, f"{who} questions of {regio}")
        check((f"De tekst van Eigen vraag van {regio}" in house.page(who, "/veelgestelde-vragen?q=Eigen")) == reads, f"{who} finds questions of {regio}")
        check((f"Coördinatiepunt {NAMES[regio]}<" in house.page(who, "/contactgegevens")) == reads, f"{who} contact of {regio}")
    # another kind behind the address of one
    some = next(iter(own))
    for soort, path in LIST.items():
        for other in made[some]:
            if other != soort:
                check(house.ask(who, f"{path}/{made[some][other]}")[0] == 404, f"{who}: {other} is no {soort}")
    first = house.page(who, "/")
    check(all((f"Eigen nieuws van {r}" in first) == (r in own) for r in CP), f"{who}: news on the first page")
check(several >= 2, f"{several} readers have projects in several regios")
for who in ("og@example.nl", "on@example.nl", "am@example.nl", "im@example.nl"):
    for path in ("/beheer/teksten", f"/beheer/teksten/{made[groningen]['beleid']}", "/beheer/onderhoud"):
        check(house.ask(who, path)[0] == 403, f"{who} does not write: {path}")
check(house.ask("cp@example.nl", f"/beheer/teksten/{made[fryslan]['nieuws']}")[0] == 404, "a coordinatiepunt only its own")
check(f"Eigen beleid van {fryslan}" not in house.page("cp@example.nl", "/beheer/teksten"), "nor in the list")

# ---- for whom a question is ----
ask = write("cp@example.nl", "vraag", "Alleen voor opdrachtgevers", voor_og="ja")
with house.db:
    house.db.execute("UPDATE alle_inhoud_versie SET voor = 1 WHERE inhoud_id = ?", (ask,))
check("Alleen voor opdrachtgevers" in house.page("og@example.nl", "/veelgestelde-vragen") and "Alleen voor opdrachtgevers" in house.page("cp@example.nl", "/veelgestelde-vragen"), "who it is for, and who wrote it")
check("Alleen voor opdrachtgevers" not in house.page("on@example.nl", "/veelgestelde-vragen") and "Alleen voor opdrachtgevers" not in house.page("am@example.nl", "/veelgestelde-vragen"), "not the others")

# ---- concepts, days, withdrawing ----
cp, og = "cp@example.nl", "og@example.nl"
concept = write(cp, "beleid", "Nog een concept", publish=False, van=day(-1))
check("Nog een concept" not in house.page(og, "/beleid") and house.ask(og, f"/beleid/{concept}")[0] == 404, "nobody reads a concept")
check(house.ask(cp, f"/beleid/{concept}")[0] == 404, "not even who wrote it, among what is read")
policy = write(cp, "beleid", "Regels", "eerste", van=day(-100))
rewrite(cp, policy, tekst="tweede", van=day(-10), wijziging="Tweede keer")
rewrite(cp, policy, tekst="derde", van=day(30))
read = lambda: (re.findall(r'<div class="sr-tekst">\s*<p>(\w+)', house.page(og, f"/beleid/{policy}")) or ["nothing"])[0]
check(read() == "tweede", "in force is the last day that has come: " + read())
rewrite(cp, policy, tekst="vierde", van=day(-50))
check(read() == "tweede", "a version written later for an earlier day does not take over: " + read())
versions = dict(house.db.execute("SELECT nr, id FROM alle_inhoud_versie WHERE inhoud_id = ?", (policy,)).fetchall())
for nr, word, says in ((1, "eerste", "geldt niet meer"), (2, "tweede", None), (3, "derde", "geldt nog niet"), (4, "vierde", "geldt niet meer")):
    text = house.page(og, f"/beleid/{policy}/versies/{versions[nr]}")
    check(word in text and (says is None or says in text), f"version {nr} can be read: {says}")
text = house.page(og, f"/beleid/{policy}/versies/{versions[2]}")
check("<ins>tweede</ins>" in text and "<del>vierde</del>" in text and "Tweede keer" in text, "what differs from the one before, by the day it is in force")
house.act(cp, f"/beheer/teksten/{policy}/wijzigen", tekst="geheim concept")
draft = house.one("SELECT id FROM alle_inhoud_versie WHERE inhoud_id = ? AND staat = 'concept'", policy)
check(house.ask(og, f"/beleid/{policy}/versies/{draft}")[0] == 404 and "geheim concept" not in house.page(og, f"/beleid/{policy}"), "a concept is no version to be read")
check(house.ask(og, f"/beleid/{made[groningen]['beleid']}/versies/{versions[1]}")[0] == 404, "nor the version of another text")
before = house.one("SELECT group_concat(tekst) FROM alle_inhoud_versie WHERE inhoud_id = ? AND staat = 'gepubliceerd'", policy)
check(before == "eerste,tweede,derde,vierde", "what was published stays as it was: " + before)
house.stop()
house.start(TODAY + datetime.timedelta(days=31))
check(read() == "derde", "what was announced is in force on its day: " + read())
house.stop()
house.start(TODAY)
check(house.act(cp, f"/beheer/teksten/{policy}/intrekken"), "withdrawn")
check(house.ask(og, f"/beleid/{policy}")[0] == 404 and house.ask(og, f"/beleid/{policy}/versies/{versions[1]}")[0] == 404, "a withdrawn text and its versions are gone for who reads")
check("eerste" in house.page(cp, f"/beheer/teksten/{policy}/versies/{versions[1]}"), "not for the coordinatiepunt")
check(house.act(cp, f"/beheer/teksten/{policy}", to=f"/beheer/teksten/{policy}/publiceren") and house.ask(og, f"/beleid/{policy}")[0] == 200, "publishing again brings it back")

# ---- two at once; what was thrown away ----
page = house.page("cp2@example.nl", f"/beheer/teksten/{policy}/wijzigen")
old = re.search(r'name="versie" value="(\d+)"', page).group(1)
check(house.act(cp, f"/beheer/teksten/{policy}/wijzigen", tekst="van de een"), "the first saves")
check(not house.act("cp2@example.nl", f"/beheer/teksten/{policy}/wijzigen", tekst="van de ander", versie=old), "the second is stopped")
check(house.one("SELECT tekst FROM alle_inhoud_versie WHERE inhoud_id = ? AND staat = 'concept'", policy) == "van de een", "nothing is overwritten unseen")
check(not house.act("cp2@example.nl", f"/beheer/teksten/{policy}", to=f"/beheer/teksten/{policy}/publiceren", versie=old), "nor published unseen")
for soort, fields in (("beleid", {"van": ""}), ("nieuws", {"van": day(2), "tm": day(1)}), ("nieuws", {"van": "morgen"}), ("vraag", {"tekst": "x" * 8001}), ("informatie", {"tekst": ">" * 200}), ("informatie", {"titel": ""}),
                      ("informatie", {"tekst": "x" * 60001}), ("nieuws", {"tekst": "BSN 123456782"})):
    n = house.one("SELECT count(*) FROM alle_inhoud")
    check(not house.act(cp, f"/beheer/teksten/nieuw?soort={soort}", **({"titel": "Fout", "tekst": "x"} | fields)) and house.one("SELECT count(*) FROM alle_inhoud") == n, f"refused: {soort} {str(fields)[:40]}")
check(house.ask(cp, "/beheer/teksten/nieuw?soort=boos")[0] == 303, "no such kind")
new = write(cp, "nieuws", "Weg ermee", publish=False)
check(house.act(cp, f"/beheer/teksten/{new}/weggooien") and not house.one("SELECT count(*) FROM alle_inhoud WHERE id = ?", new), "a text of which nothing was published goes with its concept")
check(house.ask(cp, f"/beheer/teksten/{new}")[0] == 404, "and has no page")

# ---- the feed: the public part of one regio, today ----
HOSTILE = 'Let op <b>& "nu" <script>alert(1)</script> [klik](javascript:x) [beleid](/beleid)'
public = write(cp, "nieuws", "Openbaar & <b>wel</b>", HOSTILE, openbaar="ja")
write(cp, "nieuws", "Besloten bericht")
write(cp, "nieuws", "Openbaar concept", publish=False, openbaar="ja")
write(cp, "nieuws", "Openbaar morgen", openbaar="ja", van=day(1))
write(cp, "nieuws", "Openbaar voorbij", openbaar="ja", van=day(-9), tm=day(-1))
gone = write(cp, "nieuws", "Openbaar ingetrokken", openbaar="ja")
house.act(cp, f"/beheer/teksten/{gone}/intrekken")
turned = write(cp, "nieuws", "Eerst openbaar", openbaar="ja")
with house.db:      # the next version is for who is in
    house.db.execute("UPDATE alle_inhoud_versie SET openbaar = 0 WHERE inhoud_id = ?", (turned,))
other = write("cp.fryslan@example.nl", "nieuws", "Openbaar elders", openbaar="ja")
root, text, headers = feed(groningen)
titles = [e.findtext(ATOM + "title") for e in root.findall(ATOM + "entry")]
check("Openbaar & <b>wel</b>" in titles and "Spreekuur voor opdrachtnemers" in titles, f"the public news: {titles}")
for no in ("Besloten bericht", "Openbaar concept", "Openbaar morgen", "Openbaar voorbij", "Openbaar ingetrokken", "Eerst openbaar", "Openbaar elders", "kwartaalcijfers", f"Eigen nieuws van {groningen}"):
    check(no not in text, f"not in the feed: {no}")
check(len(titles) == house.one("""SELECT count(*) FROM alle_inhoud i JOIN alle_inhoud_versie v ON v.inhoud_id = i.id WHERE i.regio_id = ? AND i.soort = 'nieuws' AND i.ingetrokken_op IS NULL AND v.openbaar
    AND v.staat = 'gepubliceerd' AND v.van <= ? AND coalesce(v.tm, '9999') >= ?""", groningen, str(TODAY), str(TODAY)), "and nothing else")
for state, title in (("gepland", "Openbaar morgen"), ("verlopen", "Openbaar voorbij"), ("ingetrokken", "Openbaar ingetrokken"), ("concept", "Openbaar concept"), ("gepubliceerd", "Besloten bericht")):
    for other in ("gepland", "verlopen", "ingetrokken", "concept", "gepubliceerd"):
        check((title in house.page(cp, f"/beheer/teksten?staat={other}&titel={title.replace(' ', '+')}&aantal=100").partition("<tbody>")[2]) == (state == other), f"{title} is {state}, asked as {other}")
entry = next(e for e in root.findall(ATOM + "entry") if e.findtext(ATOM + "title").startswith("Openbaar &"))
content = entry.find(ATOM + "content")
check(content.get("type") == "html" and "<script" not in content.text and "javascript:x" not in content.text and "&lt;script&gt;" in content.text and f'href="{base}/beleid"' in content.text, f"content is escaped markup: {content.text}")
ids = [e.findtext(ATOM + "id") for e in root.findall(ATOM + "entry")]
check(len(set(ids)) == len(ids) and all(i.startswith(base + "/nieuws/") for i in ids), f"ids: {ids}")
stamp = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
for e in [root] + root.findall(ATOM + "entry"):
    check(all(e.find(ATOM + t) is not None for t in ("id", "title", "updated")) and stamp.match(e.findtext(ATOM + "updated")), "RFC 4287: id, title, updated")
    check(all(l.get("href").startswith(base + "/") for l in e.findall(ATOM + "link")), "links are whole addresses")
check(root.find(ATOM + "author") is not None and root.findtext(ATOM + "updated") == max(e.findtext(ATOM + "updated") for e in root.findall(ATOM + "entry")), "an author; updated is that of the newest")
check({l.get("rel"): l.get("href") for l in root.findall(ATOM + "link")}["self"] == f"{base}/nieuws/atom/{groningen}", "self")
check(not headers.get("Set-Cookie") and headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-cache", "no cookie; asked again each time")
status, body, again = plain(f"/nieuws/atom/{groningen}", {"If-None-Match": headers["ETag"]})
check(status == 304 and body == "" and again["ETag"] == headers["ETag"], f"conditional: {status}")
check(plain(f"/nieuws/atom/{groningen}", {"If-None-Match": '"anders"'})[0] == 200 and plain(f"/nieuws/atom/{groningen}", method="HEAD")[0] == 200, "another tag, HEAD")
status, signed, _ = house.ask(cp, f"/nieuws/atom/{groningen}")
check(signed.decode() == text, "who is in gets the same feed")
rewrite(cp, public, titel="Openbaar anders", openbaar="ja")
root, text, changed = feed(groningen)
check(changed["ETag"] != headers["ETag"] and ids == [e.findtext(ATOM + "id") for e in root.findall(ATOM + "entry")], "changed news: another tag, the same ids")
check(plain("/nieuws/atom/987654321")[0] == 404 and plain("/nieuws/atom/0")[0] == 404, "a regio that is not")
with house.db:
    for i in range(60):
        n = house.db.execute("INSERT INTO alle_inhoud (regio_id, soort) VALUES (?, 'nieuws')", (drenthe,)).lastrowid
        house.db.execute("INSERT INTO alle_inhoud_versie (inhoud_id, nr, staat, titel, tekst, van, openbaar, op, door) SELECT ?, 1, 'gepubliceerd', 'Veel ' || ?, ?, '2027-01-01', 1, ?, min(id) FROM alle_gebruiker",
                         (n, i, '"' * 60000, 1800000000))
begun = time.time()
root, text, _ = feed(drenthe)
check(len(root.findall(ATOM + "entry")) == 20 and len(text) < 2 << 20 and time.time() - begun < 2, f"bounded: {len(root.findall(ATOM + 'entry'))} entries, {len(text)} bytes, {time.time() - begun:.2f} s")

# ---- without a session ----
status, text, _ = plain("/nieuws")
check(status == 200 and text.count("<article") == 10 and "Openbaar anders" in text and text.index("Openbaar anders") < text.index("Veel "), "the public page, ten at a time, the newest first")
pages = "".join(plain(f"/nieuws?pagina={n}")[1] for n in range(1, 9))
check("Openbaar anders" in pages and "Openbaar elders" in pages and "Besloten bericht" not in pages and "kwartaalcijfers" not in pages and "Eerst openbaar" not in pages, "only what is public, of every regio")
check(plain(f"/nieuws/{public}")[0] == 200 and "Openbaar anders" in plain(f"/nieuws/{public}")[1], "public news has a page")
hidden = [made[groningen]["nieuws"], gone, turned] + [house.one("SELECT inhoud_id FROM alle_inhoud_versie WHERE titel = ?", t) for t in ("Besloten bericht", "Openbaar concept", "Openbaar morgen", "Openbaar voorbij")]
check(all(plain(f"/nieuws/{i}")[0] == 404 for i in hidden), "the rest has none")
check(plain(f"/nieuws/{made[groningen]['beleid']}")[0] == 404, "nor what is no news")
for path in ("/beleid", "/informatie", "/veelgestelde-vragen", "/contactgegevens"):
    check(plain(path)[0] == 303, f"{path} asks to log in")
check(all(plain(f"/nieuws?pagina={n}")[0] == 200 for n in ("0", "-1", "x", "99999", "9" * 30)), "odd pages")

# ---- the line about maintenance ----
LINE = "Donderdag van 18 tot 20 uur is de monitor niet bereikbaar"
shows = lambda who: LINE in house.page(who, "/")
check(not house.act(cp, "/beheer/onderhoud", tekst=LINE, van=day(0), van_tijd="9:30", tot=day(0), tot_tijd="9:00"), "the end before the start is refused")
check(not house.act(cp, "/beheer/onderhoud", tekst=LINE, van=day(0), van_tijd="half tien", tot=day(1), tot_tijd="9:00"), "no time")
check(house.act(cp, "/beheer/onderhoud", tekst=LINE, van=day(0), van_tijd="9:30", tot=day(0), tot_tijd="20.00"), "kept")
moments = house.db.execute("SELECT van, tot FROM alle_onderhoud").fetchone()
check(datetime.datetime.fromtimestamp(moments[0], datetime.timezone.utc).isoformat() == "2027-05-10T07:30:00+00:00" and moments[1] - moments[0] == 10.5 * 3600, f"the time is that of Amsterdam: {moments}")
own = lambda who: house.one("""SELECT count(*) FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.email = ? AND (o.regio_id = ? OR EXISTS (SELECT 1 FROM alle_koppeling k
    JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = ? AND o.regio_id IS NULL))""", who, groningen, groningen)
seen = [own(who) for who in readers]
for who in readers:
    check(shows(who) == bool(own(who)), f"the line for {who}")
check(0 < sum(seen) < len(seen), "some see it, some do not")
check(LINE not in plain("/inloggen")[1] and LINE not in plain("/nieuws")[1], "nobody without a session does")
check('role="status"><strong>Onderhoud.' in house.page(og, "/projecten"), "and it is announced on every page")
house.stop()
house.start(TODAY, "09:29")
check(not shows(og), "not before")
house.stop()
house.start(TODAY, "19:59")
check(shows(og), "until the last minute")
house.stop()
house.start(TODAY, "20:00")
check(not shows(og), "not after")
old = re.search(r'name="versie" value="(\d+)"', house.page(cp, "/beheer/onderhoud")).group(1)
check(house.act(cp, "/beheer/onderhoud", tekst="Anders", van=day(1), van_tijd="9", tot=day(2), tot_tijd="9 uur"), "changed")
check(not house.act("cp2@example.nl", "/beheer/onderhoud", tekst="Van een ander", van=day(1), van_tijd="9", tot=day(2), tot_tijd="9", versie=old), "two at once: the second is told")
check(house.act(cp, "/beheer/onderhoud/weghalen") and not house.one("SELECT count(*) FROM alle_onderhoud"), "taken away")
check(not house.act("cp2@example.nl", "/beheer/onderhoud", tekst="Van een ander", van=day(1), van_tijd="9", tot=day(2), tot_tijd="9", versie=old), "a line that is gone is not changed unseen")

# ---- the audit log ----
lines = dict(house.db.execute("SELECT wat, count(*) FROM alle_audit WHERE wat LIKE 'inhoud.%' OR wat LIKE 'onderhoud.%' GROUP BY wat").fetchall())
check(set(lines) == {"inhoud.concept", "inhoud.publiceren", "inhoud.weggooien", "inhoud.intrekken", "onderhoud.wijzigen", "onderhoud.weghalen"}, f"each act has its line: {lines}")
book = house.page(cp, "/beheer/logboek")
check("Onderhoudsmelding weggehaald" in book and "onderhoud.weghalen" not in book, "in words")
check(house.stop() == 0, "the server stops in order")
log = open(os.path.join(house.dir, "log")).read()
errors = [l for l in log.splitlines() if '"level":"error"' in l]
check(not errors, "errors in the log: " + " | ".join(errors[:3]))
house.remove()
sys.exit(done())
