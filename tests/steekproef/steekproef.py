"""Steekproef (spec 1, 4, 5; besluiten/0028): each draw is made again from what is published over HTTP; then evidence is registered, seen, compared, judged, and the steekproef closed."""
import datetime, hashlib, html, json, os, re, subprocess, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rapportage"))
from house import Form, House, MAILS, SRM, check, done
from trekking import trekking

house = House()
house.start()
today = datetime.date.today()
dutch = lambda day: day.strftime("%d-%m-%Y")
deadline = today + datetime.timedelta(days=21)
sha = lambda text: hashlib.sha256(text.encode()).hexdigest()


def preview(role, **choice):
    """The page that asks once more: its fields, or the refusal as text."""
    fields = [f for f in Form(house.page(role, "/steekproef/nieuw")).forms if f[0] == "/steekproef/nieuw"][0][1]
    fields |= {"getal": "3", "eenheid": "aantal", "weging": "gelijk", "tm": "", "deadline": dutch(deadline)} | choice
    status, data, _ = house.ask(role, "/steekproef/nieuw", fields)
    page = data.decode()
    wanted = [f for f in Form(page).forms if f[0] == "/steekproef/nieuw/trekken"]
    return (wanted[0][1], page) if status == 200 and wanted else (None, re.sub(r"<[^>]+>|\s+", " ", page.partition('id="fouten"')[2][:900]))


def draw(role, **choice):
    fields, page = preview(role, **choice)
    if not fields:
        check(False, f"{role} {choice}: nothing to draw: {page}")
        return None
    before = house.one("SELECT count(*) FROM alle_steekproef")
    status, data, headers = house.ask(role, "/steekproef/nieuw/trekken", fields)
    check(status == 303, f"{role} {choice} draws: {status}")
    again = house.ask(role, "/steekproef/nieuw/trekken", fields)
    check(house.one("SELECT count(*) FROM alle_steekproef") == before + 1, f"{role} {choice}: twice sent is drawn once ({again[0]})")
    return int(headers["Location"].rsplit("/", 1)[1])


def published(role, number):
    """What the page says: seed, hash of the list, how many, by value or not, and the items in order of drawing."""
    page = house.page(role, f"/steekproef/{number}")
    fact = lambda name: html.unescape(re.sub(r"<[^>]+>", "", re.search(rf"<dt>{name}</dt><dd[^>]*>(.*?)</dd>", page, re.S).group(1))).strip()
    kans = re.findall(r"<dt>Kans</dt><dd>(.*?)</dd>", page)[-1]
    aantal = int(re.findall(r"<dt>Getrokken</dt><dd>(\d+) \(gevraagd", page)[-1])
    return fact("Zaad"), fact("SHA-256 van de lijst"), aantal, kans.strip() == "naar waarde", [int(n) for n in re.findall(r"inzet (\d+)</span></th>", page)]


def made_again(role, number, all_seen=True):
    zaad, kenmerk, aantal, waarde, items = published(role, number)
    status, data, headers = house.ask(role, f"/steekproef/{number}/populatie")
    check(status == 200 and headers["Content-Type"].startswith("text/csv"), f"steekproef {number}: {role} gets the list: {status}")
    check(hashlib.sha256(data).hexdigest() == kenmerk, f"steekproef {number}: the list is the one of the page")
    again = trekking(data.decode(), zaad, aantal, waarde)
    check(len(set(again)) == aantal, f"steekproef {number}: {aantal} different ones")
    check(again == items if all_seen else [n for n in again if n in items] == items and items, f"steekproef {number}: {role} draws the same: {again} {items}")
    rest = [tuple(map(int, line.split(";"))) for line in data.decode().split()[1:]]
    return zaad, rest, again


def population(regio, where="1", *args):
    return [tuple(r) for r in house.db.execute(f"""SELECT i.id, max(0, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END) FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id
        JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id
        WHERE p.regio_id = ? AND p.afgerond_op IS NULL AND i.status IN ('ingediend', 'goedgekeurd') AND i.ingetrokken_op IS NULL AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL AND {where} ORDER BY i.id""",
                                                (regio,) + args).fetchall()]


linked = "EXISTS (SELECT 1 FROM alle_koppeling kp JOIN alle_gebruiker g ON g.id = kp.gebruiker_id WHERE kp.project_id = p.id AND g.email = 'am@example.nl')"
try:
    regio = house.one("SELECT id FROM alle_regio WHERE slug LIKE 'groningen%'")
    # ---- drawn from exactly this, and drawn again ----
    seeds = set()
    on_name = house.one("SELECT naam FROM alle_organisatie WHERE kvk = '90000001'")
    with house.db:      # who objected and who was erased is not drawn from
        out = [k for (k,) in house.db.execute("SELECT DISTINCT i.kandidaat_id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE p.regio_id = ? AND p.afgerond_op IS NULL AND i.kandidaat_id IS NOT NULL LIMIT 2", (regio,))]
        house.db.execute("UPDATE alle_kandidaat SET geblokkeerd_op = 1 WHERE id = ?", (out[0],))
    cases = [("CP", {}, "1", ()), ("CP", {"weging": "waarde", "getal": "7"}, "1", ()), ("CP", {"getal": "5", "eenheid": "procent", "weging": "waarde"}, "1", ()),
             ("CP", {"soort": "kandidaat", "status": "goedgekeurd", "getal": "4"}, "i.soort = 'kandidaat' AND i.status = 'goedgekeurd'", ()),
             ("CP", {"minimum": "5000", "getal": "6", "weging": "waarde"}, "CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END >= 500000", ()),
             ("CP", {"van": dutch(today), "tm": dutch(today + datetime.timedelta(days=30))}, "coalesce(v.uit_dienst, v.eind, ?) >= ? AND v.start <= ?", (str(today), str(today), str(today + datetime.timedelta(days=30)))),
             ("AM", {"getal": "10", "eenheid": "procent"}, linked, ()), ("AM", {"weging": "waarde", "getal": "4"}, linked, ())]
    for role, choice, where, args in cases:
        number = draw(role, **choice)
        zaad, rest, items = made_again(role, number)
        seeds.add(zaad)
        wanted = population(regio, where, *args)
        check(rest == wanted, f"{role} {choice}: drawn from exactly what the filter says: {len(rest)} {len(wanted)}")
        if choice.get("eenheid") == "procent":
            check(len(items) == max(1, -(-len(rest) * int(choice["getal"]) // 100)), f"{choice}: rounded up: {len(items)} of {len(rest)}")
        house.act(role, f"/steekproef/{number}/intrekken", conclusie="proef")
        check(house.one("SELECT vervallen FROM alle_steekproef WHERE id = ?", number) == 1 and f"Steekproef {number}<" in house.page(role, "/steekproef"), f"steekproef {number} is withdrawn and stays in the list")
    check(len(seeds) == len(cases) and all(re.fullmatch("[0-9a-f]{64}", z) for z in seeds), "each draw has a seed of its own")
    for choice, why in (({"getal": "501"}, "te hoog|hoogstens|500"), ({"opdrachtnemer": "bestaatniet"}, "geen inzet"), ({"getal": "101", "eenheid": "procent"}, "kan niet"), ({"deadline": dutch(today)}, "na vandaag"),
                        ({"getal": ""}, "Vul"), ({"van": dutch(today), "tm": dutch(today - datetime.timedelta(days=1))}, "op of na"), ({"toelichting": "BSN 111222333"}, "burgerservicenummer")):
        fields, text = preview("CP", **choice)
        check(fields is None and re.search(why, text), f"{choice}: refused: {text[:200]}")
    # the list changed between showing and drawing: nothing is drawn
    fields, _ = preview("CP")
    some = house.one("SELECT i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE p.regio_id = ? AND p.afgerond_op IS NULL AND i.status = 'goedgekeurd' AND i.ingediend_cent = 0 AND i.prognose_cent > 0 AND i.soort = 'kandidaat' AND i.kandidaat_id <> ?", regio, out[0])
    with house.db:
        house.db.execute("UPDATE alle_inzet SET prognose_cent = prognose_cent + 1 WHERE id = ?", (some,))
    status, data, _ = house.ask("CP", "/steekproef/nieuw/trekken", fields)
    check(status == 422 and "intussen veranderd" in data.decode(), f"another list than the one shown is not drawn from: {status}")
    with house.db:
        house.db.execute("UPDATE alle_inzet SET prognose_cent = prognose_cent - 1 WHERE id = ?", (some,))

    # ---- from draw to conclusion, on the projects of on@ and am@ ----
    on_of = house.one("SELECT id FROM alle_organisatie WHERE kvk = '90000001'")
    both = [r[0] for r in house.db.execute(f"""SELECT i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE p.opdrachtnemer_id = ? AND p.afgerond_op IS NULL AND p.regio_id = ? AND {linked}
        AND EXISTS (SELECT 1 FROM alle_koppeling kp JOIN alle_gebruiker g ON g.id = kp.gebruiker_id WHERE kp.project_id = p.id AND g.email = 'on@example.nl') AND i.soort = 'kandidaat' AND i.status <> 'teruggestuurd'
        AND (SELECT geblokkeerd_op FROM alle_kandidaat k WHERE k.id = i.kandidaat_id) IS NULL""", (on_of, regio))]
    project_of = lambda inzet: house.one("SELECT project_id FROM alle_inzet WHERE id = ?", inzet)
    pages = {i: f"/projecten/{project_of(i)}/inzet/{i}/bewijs" for i in both}
    for i in both:      # registered beforehand, of all that may be drawn
        check(house.act("ON", pages[i], soort="overeenkomst", dag="1-2-2026", sha256=sha(f"overeenkomst {i}").upper()), f"on@ registers evidence of {i}")
    check(not house.act("ON", pages[both[0]], soort="overeenkomst", dag="1-2-2026", sha256=sha(f"overeenkomst {both[0]}")), "the same file is not registered twice")
    check(not house.act("ON", pages[both[0]], soort="factuur", dag="1-2-2026", sha256=sha("x")), "not a kind of another inzet")
    check(not house.act("ON", pages[both[0]], soort="overeenkomst", dag="1-2-2026", sha256="12ab"), "not what is no SHA-256")
    check(house.ask("AM", pages[both[0]], {})[0] == 403 and house.ask("OG", pages[both[0]])[0] == 403, "who assesses does not register; an OG sees nothing")
    with house.db:      # moments are whole seconds: what was registered before was so a minute ago
        house.db.execute("UPDATE alle_bewijs SET op = op - 60")
    mails = house.one("SELECT count(*) FROM alle_bericht WHERE soort = 'steekproef'")
    number = draw("AM", getal="4", opdrachtnemer=on_name, soort="kandidaat", toelichting="Wij komen langs.")
    zaad, rest, items = made_again("AM", number)
    made_again("ON", number, False)
    made_again("IM", number, False) if house.ask("IM", f"/steekproef/{number}")[0] == 200 else None
    check(house.ask("OG", f"/steekproef/{number}")[0] == 403 and house.ask("OG", "/steekproef")[0] == 403, "an OG sees no steekproef")
    check(house.ask("cp.fryslan@example.nl", f"/steekproef/{number}")[0] == 404 and house.ask("on.fryslan@example.nl", f"/steekproef/{number}")[0] == 404, "another regio sees nothing")
    contacts = {(e, n) for e, n in house.db.execute("""SELECT g.email, count(DISTINCT t.id) FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id JOIN alle_project p ON p.id = i.project_id
        JOIN alle_contact k ON k.project_id = p.id JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE t.steekproef_id = ? AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id) AND g.staat <> 'geblokkeerd'
        AND (k.van IS NULL OR ? BETWEEN k.van AND k.tm) GROUP BY g.id""", (number, str(today)))}
    told = house.db.execute("SELECT aan, bericht FROM alle_bericht WHERE soort = 'steekproef' AND over_id = ?", (number,)).fetchall()
    check(sorted(a for a, _ in told) == sorted(e for e, _ in contacts) and told, f"each contact is told once: {sorted(a for a, _ in told)} {sorted(contacts)}")
    import email
    for aan, raw in told:
        body = email.message_from_bytes(raw).get_payload()[0].get_payload(decode=True).decode()
        check(f"bewijs zien van {dict(contacts)[aan]} keer inzet" in body and f"/steekproef/{number}" in body and "K-" not in body, f"the mail to {aan} says how many: {body[:200]}")
    item = {i: house.one("SELECT id FROM alle_steekproef_item WHERE steekproef_id = ? AND inzet_id = ?", number, i) for i in items}
    where = lambda i, part="": f"/steekproef/{number}/items/{item[i]}{part}"
    one, two, three, four = items
    check(re.search(f"Steekproef {number}</a>[^<]*(<[^>]*>[^<]*)*?laat bewijs zien van", house.page("ON", "/")), "the first page of on@ says what to show")
    # a kind of evidence of each that nothing was registered of
    second = {i: "aanwezig" if house.one("SELECT overeenkomst FROM alle_inzet_versie WHERE inzet_id = ? ORDER BY versie DESC LIMIT 1", i) in ("stage", "werkervaringsplek") else "uren" for i in items}
    # the contractor answers
    check(house.act("ON", where(one), to=where(one, "/antwoord"), antwoord="Op kantoor, elke dinsdag."), "on@ answers")
    check("elke dinsdag" in house.page("AM", where(one)), "and am@ reads it")
    check(not house.act("ON", where(one), to=where(one, "/antwoord"), antwoord="111222333"), "no BSN in an answer")
    stale = [f for f in Form(house.page("ON", where(two))).forms if f[0] == where(two, "/antwoord")][0][1]
    check(house.act("ON", where(two), to=where(two, "/antwoord"), antwoord="Bij de afdeling P&O."), "a second answer")
    status, data, _ = house.ask("ON", where(two, "/antwoord"), stale | {"antwoord": "over de ander heen"})
    check(status == 422 and "Iemand anders" in data.decode() and "over de ander heen" in data.decode(), f"who answers over another is told, and keeps what was typed: {status}")
    check(house.ask("ON", where(one, "/gezien"), {})[0] == 403 and house.ask("ON", where(one, "/oordeel"))[0] == 403 and house.ask("AM", where(one, "/antwoord"), {})[0] == 403, "each its own part")
    erased = house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", three)
    with house.db:
        house.db.execute("UPDATE alle_kandidaat SET gewist_op = 1 WHERE id = ?", (erased,))
    check(house.ask("ON", where(three, "/antwoord"), {})[0] == 403 and house.ask("ON", where(three))[0] == 200, "about who was erased nothing is typed any more")
    with house.db:
        house.db.execute("UPDATE alle_kandidaat SET gewist_op = NULL WHERE id = ?", (erased,))
    # the accountmanager ticks and compares
    def oordeel(i, **v):
        return house.act("AM", where(i, "/oordeel"), **v)
    check(not oordeel(one, uitkomst="akkoord"), "akkoord only after something was seen")
    tick = lambda i, **v: house.act("AM", where(i), to=where(i, "/gezien"), dag=dutch(today), **v)
    check(tick(one, soort="overeenkomst", sha256=sha(f"overeenkomst {one}")), "seen and compared")
    check("<strong>gelijk</strong>" in house.page("AM", where(one)) and "vóór de trekking" in house.page("AM", where(one)), "equal to what was registered before the draw")
    check(tick(two, soort="overeenkomst", sha256=sha("een ander bestand")) and "<strong>anders</strong>" in house.page("AM", where(two)), "another file than was registered shows")
    check(tick(three, soort=second[three], sha256=sha("uren")) and "was niets vastgelegd" in house.page("AM", where(three)), "nothing registered of this kind")
    check(house.act("ON", pages[four], soort=second[four], dag="1-3-2026", sha256=sha(f"uren {four}")), "on@ registers after the draw")
    with house.db:
        house.db.execute("UPDATE alle_bewijs SET op = op + 60 WHERE sha256 = ?", (sha(f"uren {four}"),))
    check(tick(four, soort=second[four], sha256=sha(f"uren {four}")) and "ná de trekking" in house.page("AM", where(four)), "that it was registered after the draw shows")
    check(not house.act("AM", where(one), to=where(one, "/gezien"), dag=dutch(today + datetime.timedelta(days=1)), soort="overeenkomst"), "not seen tomorrow")
    check(oordeel(one, uitkomst="akkoord"), "one is akkoord")
    gezien = house.one("SELECT id FROM alle_gezien WHERE item_id = ?", item[one])
    check(not house.act("AM", where(one, f"/gezien/{gezien}/intrekken")), "what an akkoord rests on is not withdrawn")
    gezien = house.one("SELECT id FROM alle_gezien WHERE item_id = ?", item[three])
    check(house.act("AM", where(three, f"/gezien/{gezien}/intrekken")), "a tick is withdrawn, and stays to be read")
    check("<s>" in house.page("AM", where(three)) and not oordeel(three, uitkomst="akkoord"), "then nothing was seen")
    check(not oordeel(two, uitkomst="niet_akkoord"), "not akkoord needs a remark")
    check(not oordeel(two, uitkomst="niet_akkoord", opmerking="Andere overeenkomst.", vervolg="teruggestuurd"), "sent back is only said of what was")
    check(oordeel(two, uitkomst="niet_akkoord", opmerking="Andere overeenkomst."), "not akkoord")
    check("niet akkoord" in house.page("ON", "/") and "Corrigeer de inzet" in house.page("ON", where(two)), "on@ is told what to do")
    check(not house.act("AM", f"/steekproef/{number}/sluiten", conclusie="Klaar."), "not closed while items wait")
    # ---- the reminder: 7 days before the deadline, to who has items of which nothing was seen ----
    def due(day):
        out = subprocess.run([SRM, "planner", "--droog", "--datum", str(day), "--config", house.config], capture_output=True, text=True).stdout
        return {l.split("\t")[4] for l in out.splitlines() if "\tsteekproef_herinnering\t" in l and f"\t{number}\t" in l}
    unseen = {e for (e,) in house.db.execute("""SELECT DISTINCT g.email FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id JOIN alle_project p ON p.id = i.project_id JOIN alle_koppeling k ON k.project_id = p.id
        JOIN alle_gebruiker g ON g.id = k.gebruiker_id WHERE t.id = ? AND g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id) AND g.staat <> 'geblokkeerd'""", (item[three],))}
    check(due(deadline - datetime.timedelta(days=7)) == unseen and unseen, f"the reminder goes to {unseen}: {due(deadline - datetime.timedelta(days=7))}")
    check(not due(deadline - datetime.timedelta(days=8)), "not a day earlier")
    check(oordeel(three, uitkomst="niet_getoond", opmerking="Niet laten zien.", vervolg="correctie_gevraagd") and oordeel(four, uitkomst="akkoord"), "all are judged")
    check(not due(deadline - datetime.timedelta(days=7)), "then nobody is reminded")
    check(not house.act("AM", f"/steekproef/{number}/sluiten", conclusie="Klaar."), "a follow-up is still missing")
    check(not oordeel(two, uitkomst="niet_akkoord", opmerking="Andere overeenkomst.", vervolg="gecorrigeerd"), "corrected is only said of what was")
    with house.db:
        house.db.execute("UPDATE alle_inzet SET versie = versie + 1 WHERE id = ?", (two,))
        house.db.execute("""INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, eind, overeenkomst, functie, op, reden) SELECT inzet_id, versie + 1, bouwblok_id, start, eind, overeenkomst, functie, op + 1, 'proef'
            FROM alle_inzet_versie WHERE inzet_id = ? ORDER BY versie DESC LIMIT 1""", (two,))
    check(oordeel(two, uitkomst="niet_akkoord", opmerking="Andere overeenkomst.", vervolg="gecorrigeerd"), "corrected")
    value = {i: house.one("SELECT waarde_cent FROM alle_steekproef_item WHERE id = ?", item[i]) for i in items}
    share = (value[one] + value[four]) * 100 // sum(value.values())
    check(f"{share} % van de waarde" in house.page("AM", f"/steekproef/{number}"), f"the share in order by value: {share}")
    check(house.act("AM", f"/steekproef/{number}/sluiten", conclusie="Twee van de vier in orde."), "closed with a conclusion")
    check("Twee van de vier" in house.page("ON", f"/steekproef/{number}"), "on@ reads the conclusion")
    closed = [house.ask("AM", where(one, "/gezien"), {}), house.ask("AM", where(one, "/oordeel")), house.ask("ON", where(one, "/antwoord"), {}), house.ask("CP", f"/steekproef/{number}/sluiten"), house.ask("CP", f"/steekproef/{number}/intrekken")]
    check(all(c[0] == 403 for c in closed), f"closed is read-only: {[c[0] for c in closed]}")
    # ---- who closes what: an accountmanager not what the coordinatiepunt drew ----
    cp_number = draw("CP", getal="2", opdrachtnemer=on_name)
    check(house.ask("AM", f"/steekproef/{cp_number}/sluiten")[0] in (403, 404), "am@ does not close what cp@ drew")
    # ---- evidence is withdrawn with a trace, never changed ----
    bewijs = house.one("SELECT id FROM alle_bewijs WHERE inzet_id = ?", both[0])
    check(house.act("ON", f"{pages[both[0]]}/{bewijs}/intrekken", reden="verkeerd bestand") and "verkeerd bestand" in house.page("AM", pages[both[0]]), "withdrawn, with the reason to be read")
    check(house.ask("ON", f"{pages[both[0]]}/{bewijs}/intrekken")[0] == 403, "and not twice")
    # ---- traces ----
    check("Getrokken in een steekproef" in house.page("ON", f"/projecten/{project_of(one)}/historie"), "it stands in the history of the project")
    og_page = house.page("OG", f"/projecten/{project_of(one)}/historie")
    check("teekproef" not in og_page, "but not for an OG")
    lines = house.db.execute("SELECT wat, na FROM alle_audit WHERE wat LIKE 'steekproef.%' OR wat LIKE 'bewijs.%'").fetchall()
    check({"steekproef.trekken", "steekproef.getrokken", "steekproef.gezien", "steekproef.gezien_intrekken", "steekproef.oordeel", "steekproef.antwoord", "steekproef.sluiten", "steekproef.intrekken", "bewijs.vastleggen",
           "bewijs.intrekken"} == {w for w, _ in lines} and any(zaad in (n or "") for _, n in lines), "every act has its audit line, the draw with its seed")
    check(all(house.one("SELECT count(*) FROM alle_audit WHERE wat = ? AND regio IS NULL", w) == 0 for w, _ in lines), "each in the log of the regio")
    check(not any("dinsdag" in (n or "") for _, n in lines), "the log does not repeat what was typed")
    book = house.book("AM", f"/steekproef/{number}/excel")
    check(book and book.worksheets[0].max_row == 6 and zaad in str([c.value for r in book.worksheets[1].iter_rows() for c in r]), "the file has the items and the seed")
    # ---- an item on somebody else's project is not seen, not even counted ----
    far = house.one("SELECT i.id FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE p.regio_id <> ? LIMIT 1", regio)
    counted = lambda: re.search(rf"Steekproef {number}</a>.*?(\d+) van (\d+)", house.page("ON", "/steekproef"), re.S).groups()
    before = counted()
    with house.db:
        extra = house.db.execute("INSERT INTO alle_steekproef_item (steekproef_id, nr, inzet_id, toen, waarde_cent) VALUES (?, 99, ?, 1, 0)", (number, far)).lastrowid
    check(counted() == before and house.ask("ON", f"/steekproef/{number}/items/{extra}")[0] == 404 and house.ask("AM", f"/steekproef/{number}/items/{extra}")[0] == 404, f"another's item is not counted: {before} {counted()}")
    with house.db:
        house.db.execute("DELETE FROM alle_steekproef_item WHERE id = ?", (extra,))
    # ---- what is held of a betrokkene is all of it ----
    kandidaat = house.one("SELECT kandidaat_id FROM alle_inzet WHERE id = ?", one)
    house.act("CP", "/beheer/betrokkenen/nieuw", soort="inzage", ontvangen=dutch(today), identiteit="Paspoort gezien.")
    path = f"/beheer/betrokkenen/{house.one('SELECT max(id) FROM alle_verzoek')}"
    status, data, _ = house.ask("CP", path + "/zoeken", [f for f in Form(house.page("CP", path)).forms if f[0] == path + "/zoeken"][0][1] | {"nummer": str(kandidaat)})
    chosen = [f for f in Form(data.decode()).forms if f[0] == path + "/personen"][0][1] | {"kandidaat": str(kandidaat)}
    check(house.ask("CP", path + "/personen", chosen)[0] == 303, "a betrokkene is found")
    part = f"{path}/personen/{kandidaat}"
    once = lambda to: [f for f in Form(house.page("CP", path)).forms if f[0] == to][0][1]
    held = json.loads(house.ask("CP", part + "/json", once(part + "/json"))[1])["controle"]
    check(any(c["wat"] == f"steekproef {number}" and c["uitkomst"] == "Akkoord" and "dinsdag" in c["antwoord"] and "overeenkomst op" in c["gezien"] for c in held) and any(c["sha256"] == sha(f"overeenkomst {one}") for c in held),
          f"a betrokkene gets the steekproef and the registered evidence too: {held}")
    check("Steekproeven en bewijs" in house.ask("CP", part + "/inzage", once(part + "/inzage"))[1].decode(), "on the page to print too")
    # ---- an erased kandidaat: the item stays as a number ----
    with house.db:
        house.db.execute("UPDATE alle_kandidaat SET gewist_op = 1 WHERE id = ?", (kandidaat,))
    check(f"K-{kandidaat:06d}" in house.page("AM", where(one)), "an erased kandidaat stays as a number")
    check(one not in dict(population(regio)), "and is not drawn from again")
    with house.db:
        house.db.execute("UPDATE alle_kandidaat SET gewist_op = NULL WHERE id = ?", (kandidaat,))
    # ---- srmonitor check makes every draw again ----
    def checked():
        out = subprocess.run([SRM, "check", "--config", house.config], capture_output=True, text=True)
        return out.stdout + out.stderr
    total = house.one("SELECT count(*) FROM alle_steekproef")
    check(f"steekproef: {total} draws made again" in checked() and f"steekproef {number}: " not in checked(), "check makes every draw again")
    other = next(n for n, _ in rest if n not in items)
    with house.db:
        house.db.execute("UPDATE alle_steekproef_item SET inzet_id = ? WHERE id = ?", (other, item[two]))
    check(f"steekproef {number}: its items are not what its seed draws" in checked(), "another item than was drawn shows")
    with house.db:
        house.db.execute("UPDATE alle_steekproef_item SET inzet_id = ? WHERE id = ?", (two, item[two]))
        house.db.execute("UPDATE alle_steekproef SET populatie = replace(populatie, ';', ';1') WHERE id = ?", (cp_number,))
    check(f"steekproef {cp_number}: its list is not the one" in checked(), "another list shows")
    log = open(house.dir + "/log").read()
    errors = [l for l in log.splitlines() if '"level":"error"' in l]
    check(not errors, "errors in the log: " + " | ".join(errors[:3]))
    check(house.stop() == 0, "the server stops in order")
finally:
    if house.server and house.server.poll() is None:
        house.server.kill()
    house.remove()
sys.exit(done())
