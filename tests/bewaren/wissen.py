"""Erasure, on request and by retention (spec 5): after it no byte of the person is readable in the database, its WAL, a backup made before (restored beside the key store of today), an export, a mail, the log,
the anchors, or a file the server still holds open. Somebody who was not erased stays readable in all of that: so the search would find what is there."""
import glob, io, os, re, shutil, socket, subprocess, sys, time, zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House, SRM, check, done

house = House()


def who_is(h, project, inzet):
    """What "Toon wie het is" shows the coordinatiepunt."""
    page = h.page("CP", f"/projecten/{project}/inzet/{inzet}")
    csrf = re.search(r'name="_csrf" value="([^"]+)"', page)
    status, data, _ = h.ask("CP", f"/projecten/{project}/inzet/{inzet}/wie", {"_csrf": csrf.group(1), "_eenmalig": os.urandom(32).hex()[:43]}) if csrf else (0, b"", None)
    text = data.decode()
    name, street = re.search(r"Testpersoon Voorbeeld-\d{4}", text), re.search(r"Voorbeeldstraat \d+", text)
    return status, name and name.group(0), street and street.group(0)


def held_open(pid):
    """What lies in files without a name: Excel files that wait."""
    parts = []
    for fd in glob.glob(f"/proc/{pid}/fd/*"):
        try:
            if "(deleted)" in os.readlink(fd):
                parts.append(subprocess.run(["cat", fd], capture_output=True).stdout)
        except OSError:
            pass
    return parts


def unpacked(data):
    if data[:2] != b"PK":
        return data
    try:
        z = zipfile.ZipFile(io.BytesIO(data))
        return b"".join(z.read(n) for n in z.namelist())
    except zipfile.BadZipFile:
        return data


def found_in(folder, words):
    out = subprocess.run(["grep", "-rlaF"] + [x for w in words for x in ("-e", w)] + [folder], capture_output=True, text=True).stdout
    return [os.path.relpath(f, folder) for f in out.splitlines()]


rows = house.db.execute("""SELECT i.project_id, i.id, i.kandidaat_id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%' AND i.kandidaat_id IS NOT NULL
    AND p.afgerond_op IS NULL AND (SELECT count(DISTINCT j.project_id) FROM alle_inzet j WHERE j.kandidaat_id = i.kandidaat_id) = 1 GROUP BY i.project_id ORDER BY i.project_id LIMIT 3""").fetchall()
asked, expired, stays = rows
try:
    with house.db:      # the term of the second is over
        old = int(time.time()) - 8 * 366 * 86400
        house.db.execute("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ?", (old, old, expired[0]))
    house.start()
    known = {k: who_is(house, *k[:2]) for k in rows}
    check(all(s == 200 and n and a for s, n, a in known.values()) and len({n for _, n, _ in known.values()}) == 3, f"before it each is read: {known}")
    # a dossier with all that is held, files of every kind
    check(house.act("CP", "/beheer/betrokkenen/nieuw", soort="wissen", ontvangen=time.strftime("%d-%m-%Y"), identiteit="Gezien aan de balie"), "a request")
    verzoek = house.one("SELECT max(id) FROM alle_verzoek")
    with house.db:
        house.db.execute("INSERT INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op, door) SELECT ?, ?, 0, min(id) FROM alle_gebruiker", (verzoek, asked[2]))
    files = [house.ask("CP", f"/rapportage/{what}/excel") for what in ("kandidaten", "projecten", "kosten")] + [house.ask("CP", f"/beheer/{what}/excel") for what in ("leeslog", "logboek")] + \
            [house.ask("CP", f"/projecten/{p}/detailoverzicht") for p, _, _ in rows]
    check(all(s == 200 and d[:2] == b"PK" for s, d, _ in files), f"the files are made: {[s for s, _, _ in files]}")
    backup = os.path.join(house.dir, "voor.db")
    check(subprocess.run([SRM, "backup", backup, "--config", house.config], stdout=subprocess.DEVNULL).returncode == 0, "a backup is made before")
    os.remove(backup + ".sleutels")     # the key store is never put back
    figures = house.db.execute("SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent) FROM alle_inzet").fetchone()
    # ---- erased: one on request, one because the term is over ----
    check(house.act("CP", f"/beheer/betrokkenen/{verzoek}/personen/{asked[2]}/wissen", wat="alles", reden="Toegewezen", zeker="on"), "erased on request")
    check(house.act("CP", "/beheer/vernietigen/lijst"), "a list")
    number = house.one("SELECT max(id) FROM alle_vernietiging")
    check(house.act("cp2@example.nl", f"/beheer/vernietigen/{number}/akkoord"), "decided by another")
    for _ in range(150):
        if house.one("SELECT klaar_op FROM alle_vernietiging WHERE id = ?", number) and not house.one("SELECT count(*) FROM alle_sleutel_weg"):
            break
        time.sleep(0.2)
    gone = [w for k in (asked, expired) for w in known[k][1:]]
    for k, why in ((asked, "on request"), (expired, "by retention")):
        status, name, street = who_is(house, *k[:2])
        check(not name and not street, f"{why}: no page shows who it was: {status}")
    check(who_is(house, *stays[:2])[1] == known[stays][1], "who was not erased is still read")
    check(not found_in(house.dir, gone), f"no file of the installation holds it (database, WAL, backup, mails, log, anchors): {found_in(house.dir, gone)}")
    check(not any(w.encode() in unpacked(d) for _, d, _ in files for w in gone) and not any(w.encode() in unpacked(d) for d in held_open(house.server.pid) for w in gone), "nor does a file that was made, or that waits")
    check(house.db.execute("SELECT sum(actueel_cent), sum(prognose_cent), sum(ingediend_cent) FROM alle_inzet").fetchone() == figures, "the figures stay")
    keys = [k for (k,) in house.db.execute("SELECT sleutel FROM alle_kandidaat WHERE id IN (?, ?)", (asked[2], expired[2]))]
    left = subprocess.run(["sqlite3", os.path.join(house.dir, "sleutels.db"), f"SELECT count(*) FROM sleutel WHERE id IN ({keys[0]}, {keys[1]})"], capture_output=True, text=True).stdout.strip()
    check(len(keys) == 2 and left == "0", "their keys are not in the key store any more: " + left)
    check(house.stop() == 0, "the server stops in order")
    check(not found_in(house.dir, gone), "nor after it has stopped")
    # ---- the old backup, restored beside the key store of today ----
    restored = House.__new__(House)
    restored.dir = house.dir + "-terug"
    os.makedirs(restored.dir + "/mail")
    os.makedirs(restored.dir + "/tmp")
    for name in ("sleutels.db", "sleutel", "config.ini"):
        shutil.copy2(os.path.join(house.dir, name), os.path.join(restored.dir, name))
    shutil.copy2(backup, os.path.join(restored.dir, "srmonitor.db"))
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        restored.port = s.getsockname()[1]
    restored.config = os.path.join(restored.dir, "config.ini")
    text = open(restored.config).read().replace(str(house.port), str(restored.port))
    open(restored.config, "w").write(text)
    restored.log, restored.server = open(os.path.join(restored.dir, "log"), "w"), None
    import sqlite3
    restored.db = sqlite3.connect(os.path.join(restored.dir, "srmonitor.db"), timeout=10)
    sealed = restored.one("SELECT count(*) FROM alle_kandidaat WHERE id IN (?, ?) AND naam IS NOT NULL", asked[2], expired[2])
    check(sealed == 2, "the backup still holds their sealed rows")
    restored.start()
    for k, why in ((asked, "on request"), (expired, "by retention")):
        status, name, street = who_is(restored, *k[:2])
        check(status == 200 and not name and not street, f"restored: {why}: nobody opens it, and the page says so: {status} {name}")
        page = restored.page("CP", f"/projecten/{k[0]}/inzet/{k[1]}")
        check("(500)" not in page and "Testpersoon" not in page, f"restored: the page itself stands: {page[:20]}")
    check(who_is(restored, *stays[:2])[1] == known[stays][1], "restored: who was not erased is read: the backup is a real one")
    check(restored.stop() == 0, "restored: the server stops in order")
    check(not found_in(restored.dir, gone), f"restored: no byte of them in any file: {found_in(restored.dir, gone)}")
finally:
    for h in [house] + ([restored] if "restored" in globals() else []):
        if h.server and h.server.poll() is None:
            h.server.kill()
        h.remove()
sys.exit(done())
