import os, re, shutil, socket, sqlite3, subprocess, sys, tempfile, time, urllib.request

SRM = os.environ["SRM"]
passed = failed = 0


def check(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def run(*args, **kw):
    return subprocess.run([SRM, *args], capture_output=True, text=True, timeout=60, **kw)


def says(result, code, *words):
    out = result.stdout + result.stderr
    check(result.returncode == code and all(w in out for w in words), f"{result.args[1:]}: {result.returncode}, expected {code} with {words}: {out[-400:]}")


def port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


work = tempfile.mkdtemp(prefix="srm-faults-")
demo = work + "/demo"
config = demo + "/config.ini"
says(run("demo", demo), 0, "200 projects")
web = port()
text = open(config).read()
open(config, "w").write(text.replace("127.0.0.1:8080", f"127.0.0.1:{web}"))

# ---- the demo stays on this machine ----
says(run("serve", "--config", config, "--listen", "0.0.0.0:" + str(port())), 1, "only served on loopback")
says(run("demo", demo), 1, "exists")

# ---- the keys ----
os.rename(demo + "/sleutel", demo + "/weg")
says(run("serve", "--config", config), 1, "is missing while the key store holds", "put the file back")
os.rename(demo + "/weg", demo + "/sleutel")
os.chmod(demo + "/sleutel", 0o644)
says(run("serve", "--config", config), 1, "can be read by others", "chmod 600")
os.chmod(demo + "/sleutel", 0o600)

# ---- config ----
bad = work + "/bad.ini"
for text, words in (("[server]\nlisten = x\n", (":2: listen must be host:port",)), ("[server]\nluister = x\n", (":2: no key \"luister\"", "allowed: listen")), ("[mail]\nmethod = duif\n", (":2: method must be map or smtp",))):
    open(bad, "w").write(text)
    says(run("serve", "--config", bad), 1, *words)
says(run("serve", "--config", work + "/none.ini"), 1, "cannot be read", "config.example.ini")
says(run("vlieg"), 2, 'no command "vlieg"')
for command in ("serve", "migrate", "demo", "regio", "account", "backup", "check", "audit", "key", "config"):
    says(run(command, "--help"), 0, "srmonitor " + command)

# ---- a real installation by command line ----
real = work + "/echt"
os.makedirs(real)
open(real + "/c.ini", "w").write(f"[server]\nlisten = 127.0.0.1:{port()}\nbase_url = http://127.0.0.1:1\n")
c = ("--config", real + "/c.ini")
says(run("migrate", *c), 0, "up to date")
says(run("regio", "add", "Proefregio", "--cp-email", "cp@example.nl", "--wsp", "Werkgeversservicepunt Proef", *c), 0, "Regio 1: Proefregio")
says(run("regio", "add", "Proefregio", "--cp-email", "cp@example.nl", *c), 1, "not added")
csv = open("src/commands/demo_data/deventer-2023.csv").read()
broken = work + "/broken.csv"
open(broken, "w").write(csv.replace("PW-LANG;ARBEID", "PW-KORT;ARBEID").replace("40000,00;12;ja;;;;;;Wajong", "veel;12;misschien;;;;;;Wajong").replace("leeftijd >= 50", "lengte >= 50"))
says(run("regio", "blokken", "Proefregio", "2026-01-01", broken, *c), 1, "regel 14: de code", "regel 16: tarief", "regel 16: naar_uren", "regel 38: condities: het kenmerk", "Nothing was loaded")
says(run("regio", "blokken", "Proefregio", "1 januari", broken, *c), 2, "jjjj-mm-dd")
says(run("regio", "blokken", "Nergens", "2026-01-01", broken, *c), 1, "no regio")
says(run("regio", "blokken", "Proefregio", "2026-01-01", "src/commands/demo_data/deventer-2023.csv", *c), 0, "in force from 2026-01-01")
says(run("regio", "blokken", "Proefregio", "2026-06-01", "src/commands/demo_data/deventer-2023.csv", *c), 1, "is al ingelezen")
says(run("regio", "blokken", "Proefregio", "2025-01-01", "src/commands/demo_data/utrecht.csv", *c), 1, "moet later beginnen")
says(run("regio", "blokken", "proefregio", "2027-01-01", "src/commands/demo_data/haaglanden-2023.csv", *c), 0, "in force from 2027-01-01")
says(run("regio", "list", *c), 0, "Proefregio")
says(run("account", "add", "--regio", "Proefregio", "--email", "eerste@example.nl", "--naam", "Eerste Voorbeeld", *c), 0, "/welkom/")
says(run("account", "add", "--regio", "Proefregio", "--email", "Eerste@example.nl", "--naam", "Nog eens", *c), 1, "no account made")
says(run("account", "add", "--regio", "Proefregio", "--email", "geen adres", "--naam", "X", *c), 2, "valid address")
says(run("account", "reset-2fa", "eerste@example.nl", *c), 0, "reset")
says(run("check", *c), 0, "All is well")

# ---- serving, a second server, backup while it runs, restore ----
server = subprocess.Popen([SRM, "serve", "--config", config], stdout=open(work + "/log1", "w"), stderr=open(work + "/log", "w"))
for _ in range(100):
    try:
        socket.create_connection(("127.0.0.1", web)).close()
        break
    except OSError:
        time.sleep(0.1)
says(run("serve", "--config", config, "--listen", f"127.0.0.1:{port()}"), 1, "another server already runs")
check(urllib.request.urlopen(f"http://127.0.0.1:{web}/gezond").status == 200, "/gezond")
says(run("backup", work + "/kopie.db", "--config", config), 0, "Backup written")
check(os.path.exists(work + "/kopie.db.sleutels") and os.stat(work + "/kopie.db").st_size > 500000, "both files")
says(run("backup", "/bestaat/niet/x.db", "--config", config), 1)
says(run("audit", "verify", "--config", config), 0, "the chain is whole")
server.kill()
server.wait()
says(run("check", "--config", config), 0, "All is well")

shutil.copy(work + "/kopie.db", demo + "/srmonitor.db")
for left in ("-wal", "-shm"):
    if os.path.exists(demo + "/srmonitor.db" + left):
        os.remove(demo + "/srmonitor.db" + left)
says(run("check", "--config", config), 0, "200 projects recomputed", "All is well")

# ---- a changed amount and a changed audit record show ----
db = sqlite3.connect(demo + "/srmonitor.db")
with db:
    db.execute("UPDATE alle_project SET actueel_cent = actueel_cent + 1 WHERE id = 7")
says(run("check", "--config", config), 1, "sums: project 7")
with db:
    db.execute("UPDATE alle_project SET actueel_cent = actueel_cent - 1 WHERE id = 7")
# the newest records are cut off: the chain is whole, but not what the server noted of it
anchors = open(demo + "/audit-ankers.txt").read()
check(re.fullmatch(r"(\d{4}-\d\d-\d\d \d\d:\d\d record \d+ sum [0-9a-f]{64}\n)+", anchors) is not None, "the server noted the newest sum: " + anchors)
says(run("audit", "verify", "--config", config), 0, "1 anchors fit")
shutil.copy(demo + "/audit-ankers.txt", work + "/elders.txt")
newest = int(anchors.split("record ")[1].split()[0])
with db:
    cut = db.execute("SELECT * FROM alle_audit WHERE id >= ?", (newest,)).fetchall()
    db.execute("DELETE FROM alle_audit WHERE id >= ?", (newest,))
says(run("audit", "verify", "--config", config), 1, f"record {newest} was anchored")
os.remove(demo + "/audit-ankers.txt")
says(run("audit", "verify", "--config", config), 0, "the chain is whole")
says(run("audit", "verify", "--config", config, "--anker", work + "/elders.txt"), 1, f"record {newest} was anchored")
says(run("audit", "verify", "--config", config, "--anker", work + "/nergens.txt"), 1, "no anchors in")
with db:
    db.executemany("INSERT INTO alle_audit VALUES (" + ",".join("?" * len(cut[0])) + ")", cut)
says(run("audit", "verify", "--config", config, "--anker", work + "/elders.txt"), 0, "The audit chain is whole")
with db:
    db.execute("UPDATE alle_audit SET na = 'anders' WHERE id = 10")
says(run("audit", "verify", "--config", config), 1, "record 10 does not fit")
# a database of a newer program
with db:
    db.execute("INSERT INTO alle_migratie (nr, naam, som, op) VALUES (9999, '9999_later.sql', 'x', 0)")
says(run("serve", "--config", config), 1, "newer than this program")
db.close()

# ---- a full disk: said, nothing lost; only where a small file system can be mounted ----
small = work + "/klein"
os.makedirs(small)
if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", small], stderr=subprocess.DEVNULL).returncode == 0:
    says(run("backup", small + "/vol.db", "--config", real + "/c.ini"), 1)
    check(not os.path.exists(small + "/vol.db"), "no half backup bears the name")
    subprocess.run(["umount", small])
shutil.rmtree(work, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
