"""A list waits for its second coordinator; meanwhile a project on it was opened again and closed again. Its term began anew: what is on the list for it is passed over, the rest goes."""
import os, sys, time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import House, check, done

house = House()
write = lambda sql, *args: house.db.execute(sql, args) and house.db.commit()
old, lately = int(time.time()) - 16 * 366 * 86400, int(time.time()) - 30 * 86400
again, past = house.db.execute("""SELECT i.project_id, min(i.kandidaat_id) FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id JOIN alle_regio r ON r.id = p.regio_id WHERE r.slug LIKE 'groningen%'
    AND i.kandidaat_id IS NOT NULL AND p.afgerond_op IS NULL AND NOT EXISTS (SELECT 1 FROM alle_inzet j WHERE j.kandidaat_id = i.kandidaat_id AND j.project_id <> i.project_id)
    GROUP BY i.project_id ORDER BY i.project_id LIMIT 2""").fetchall()
for project, _ in (again, past):
    write("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ?", old, old, project)
    write("INSERT INTO alle_notitie (project_id, tekst, op, door) VALUES (?, 'Een notitie', ?, 1)", project, old)
    write("INSERT INTO alle_document (project_id, naam, grootte, inhoud, op, door) VALUES (?, 'stuk.pdf', 4, x'25504446', ?, 1)", project, old)
house.start()
lists = {}
for kind in ("kandidaat", "stukken", "notitie"):
    check(house.act("CP", "/beheer/vernietigen/lijst" + ("" if kind == "kandidaat" else f"?soort={kind}")), f"a list of {kind}")
    lists[kind] = house.one("SELECT max(id) FROM alle_vernietiging")
write("UPDATE alle_project SET goedgekeurd_op = ?, afgerond_op = ? WHERE id = ?", lately, lately, again[0])
for kind, number in lists.items():
    check(house.act("cp2@example.nl", f"/beheer/vernietigen/{number}/akkoord"), f"{kind}: decided by another")
for _ in range(150):
    if not house.one("SELECT count(*) FROM alle_vernietiging WHERE klaar_op IS NULL"):
        break
    time.sleep(0.2)
said = lambda table, kind, column, row: house.one(f"SELECT uitkomst FROM {table} WHERE vernietiging_id = ? AND {column} = ?", lists[kind], row)
for (project, who), expected in ((again, "overgeslagen"), (past, "gewist")):
    check(said("alle_vernietiging_regel", "kandidaat", "kandidaat_id", who) == expected, f"the person of {project}: {said('alle_vernietiging_regel', 'kandidaat', 'kandidaat_id', who)}")
    for kind in ("stukken", "notitie"):
        check(said("alle_vernietiging_stuk", kind, "rij", project) == expected, f"{kind} of {project}: {said('alle_vernietiging_stuk', kind, 'rij', project)}")
check(house.one("SELECT count(*) FROM alle_notitie WHERE project_id = ?", again[0]) > 0 and not house.one("SELECT count(*) FROM alle_notitie WHERE project_id = ?", past[0]), "the notes of the one are there, of the other not")
check(house.one("SELECT gewist_op FROM alle_kandidaat WHERE id = ?", again[1]) is None and house.one("SELECT gewist_op FROM alle_kandidaat WHERE id = ?", past[1]) is not None, "and so is who the person is")
check(house.stop() == 0, "the server ends")
house.remove()
sys.exit(done())
