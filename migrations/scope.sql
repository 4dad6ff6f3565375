-- scope.sql: THE RIGHTS. Each rule names its line in the permission table of docs (spec 1, "Roles and what each may do").
--
-- kijker() and friends say who looks; NULL for nobody, so that nobody sees nothing. A subject has two views, x_linked for who sees by being linked
-- to a project and x_regio for a coordinatiepunt, each with its own index path; data/database.c gives one of them (at the desk both) the plain
-- name x. kijker_cp() is the regio of a coordinatiepunt and NULL for everybody else. soort: 1 OG, 2 ON, 4 IM, 8 AM, 16 CP.
-- The mag_ columns say what the viewer may do with the row; the framework asks them before a handler runs and the triggers at the end of
-- this file ask them again. Other SQL functions used here: vandaag() and nu() (the house's clock), vouw(x) = text_fold, kern(x) = text_company_key,
-- noteer(id): tells the desk which row was made.

-- Projects the viewer is a contact of, and today those of a colleague for whom the viewer deputises (alle_contact, migration 0027): each once, found by index from either side.
CREATE TEMP VIEW kijker_persoon AS
SELECT kijker() AS id UNION ALL SELECT w.gebruiker_id FROM alle_waarneming w WHERE w.waarnemer_id = kijker() AND w.beeindigd_op IS NULL AND vandaag() BETWEEN w.van AND w.tm;
CREATE TEMP VIEW kijker_koppeling AS
SELECT k.project_id FROM alle_koppeling k
 WHERE k.gebruiker_id IN (SELECT t.id FROM kijker_persoon t)
   AND (k.gebruiker_id = kijker()
        OR k.gebruiker_id = (SELECT min(c.voor_id) FROM alle_contact c WHERE c.project_id = k.project_id AND c.gebruiker_id = kijker() AND vandaag() BETWEEN c.van AND c.tm));

-- ---- project: "see project, periods, value, documents: linked | regio" ----
-- A link only counts while the user's organisatie is a party of the project.
CREATE TEMP VIEW project_linked AS
SELECT p.id, p.regio_id, p.naam, p.projectgroep, p.opdrachtgever_id, p.wsp_id, p.extra_wsp_id, p.opdrachtnemer_id, p.intermediair_id,
       p.plaats, p.start, p.eind, p.sector, p.set_id, p.afspraak, p.opdrachtwaarde_cent, p.sr_bp, p.verplichting_cent, p.verlengbaar, p.toelichting,
       p.goedgekeurd_op, p.goedgekeurd_door, p.afgerond_op, p.afgerond_door, p.gemaakt_op, p.versie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = p.goedgekeurd_door) AS goedgekeurd_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = p.afgerond_door) AS afgerond_wie,
       p.bruto_cent, p.korting_cent, p.netto_cent, p.actueel_cent, p.prognose_cent, p.ingediend_cent, p.signaal, p.som_dag,
       -- "register a project; change its data; extend; set periods …: linked OG"
       p.afgerond_op IS NULL AND kijker_soort() = 1 AND p.opdrachtgever_id = kijker_organisatie() AS mag_wijzigen,
       p.afgerond_op IS NULL AND kijker_soort() = 1 AND p.opdrachtgever_id = kijker_organisatie() AND p.afspraak = 'raamovereenkomst' AS mag_perioden,
       -- "fill extra wsp: linked, of the OG's own wsp"
       p.afgerond_op IS NULL AND kijker_soort() = 8 AND p.wsp_id = kijker_organisatie() AS mag_extra_wsp,
       -- "fill SR-intermediair: linked ON"
       p.afgerond_op IS NULL AND kijker_soort() = 2 AND p.opdrachtnemer_id = kijker_organisatie() AS mag_intermediair,
       -- "link contacts to a project: OG own org and ON, ON own org and IM, IM own org, AM own wsp"
       p.afgerond_op IS NULL AS mag_contact,
       -- "enter, correct, extend, end inzet: linked ON and IM"; not once the whole is approved: the approval is of what stands there
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND kijker_soort() IN (2, 4) AS mag_inzet,
       -- "see who the kandidaat is: OG never, ON and IM own inzet, AM linked"
       kijker_soort() IN (2, 4, 8) AS mag_wie,
       -- "extend": as change; from 90 days before the end up to and including the last day (spec 1, "Extending")
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.verlengbaar AND kijker_soort() = 1 AND p.opdrachtgever_id = kijker_organisatie()
           AND vandaag() BETWEEN date(p.eind, '-90 days') AND p.eind AS mag_verlengen,
       -- "switch SR verantwoording goedgekeurd, only from the last day of the project on: linked AM"; saying what is missing is the other answer
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND kijker_soort() = 8 AND vandaag() >= p.eind AS mag_goedkeuren,
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NOT NULL AND kijker_soort() = 8 AS mag_intrekken,
       -- final evaluation, from the last day on: linked AM
       p.afgerond_op IS NULL AND p.netto_cent > 0 AND kijker_soort() = 8 AND vandaag() >= p.eind AS mag_eindoordeel,
       -- "mark afgerond: linked OG"; only after the approval
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NOT NULL AND kijker_soort() = 1 AND p.opdrachtgever_id = kijker_organisatie() AND vandaag() >= p.eind AS mag_afronden,
       0 AS mag_heropenen,
       -- "internal notes: OG and AM (also extra wsp) linked; ON, IM and CP never"
       kijker_soort() IN (1, 8) AS mag_notities,
       p.afgerond_op IS NULL AND kijker_soort() IN (1, 8) AS mag_notitie,
       -- "upload a document: linked"
       p.afgerond_op IS NULL AS mag_document
  FROM kijker_koppeling k
  JOIN alle_project p ON p.id = k.project_id
 WHERE kijker_organisatie() IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id);

CREATE TEMP VIEW project_regio AS
SELECT p.id, p.regio_id, p.naam, p.projectgroep, p.opdrachtgever_id, p.wsp_id, p.extra_wsp_id, p.opdrachtnemer_id, p.intermediair_id,
       p.plaats, p.start, p.eind, p.sector, p.set_id, p.afspraak, p.opdrachtwaarde_cent, p.sr_bp, p.verplichting_cent, p.verlengbaar, p.toelichting,
       p.goedgekeurd_op, p.goedgekeurd_door, p.afgerond_op, p.afgerond_door, p.gemaakt_op, p.versie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = p.goedgekeurd_door) AS goedgekeurd_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = p.afgerond_door) AS afgerond_wie,
       p.bruto_cent, p.korting_cent, p.netto_cent, p.actueel_cent, p.prognose_cent, p.ingediend_cent, p.signaal, p.som_dag,
       p.afgerond_op IS NULL AS mag_wijzigen,
       p.afgerond_op IS NULL AND p.afspraak = 'raamovereenkomst' AS mag_perioden,
       p.afgerond_op IS NULL AS mag_extra_wsp,
       p.afgerond_op IS NULL AS mag_intermediair,
       p.afgerond_op IS NULL AS mag_contact,
       0 AS mag_inzet,
       1 AS mag_wie,
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND p.verlengbaar AND vandaag() BETWEEN date(p.eind, '-90 days') AND p.eind AS mag_verlengen,
       0 AS mag_goedkeuren,
       0 AS mag_intrekken,
       0 AS mag_eindoordeel,
       p.afgerond_op IS NULL AND p.goedgekeurd_op IS NOT NULL AND vandaag() >= p.eind AS mag_afronden,
       -- "only CP can reopen it, with a reason"
       p.afgerond_op IS NOT NULL AS mag_heropenen,
       0 AS mag_notities,
       0 AS mag_notitie,
       p.afgerond_op IS NULL AS mag_document
  FROM alle_project p
 WHERE p.regio_id = kijker_cp();

-- The wide rows of the two lists and of the detail page; never written.
CREATE TEMP VIEW project_lijst_linked AS
SELECT p.id, p.naam, p.naam_sleutel, p.projectgroep, p.plaats, p.start, p.eind, p.sector, p.afspraak, p.netto_cent, p.bruto_cent, p.korting_cent,
       p.actueel_cent, p.prognose_cent, p.ingediend_cent, p.signaal, p.som_dag, p.afgerond_op IS NOT NULL AS afgerond,
       og.naam AS opdrachtgever, og.naam_sleutel AS opdrachtgever_sleutel, n.naam AS opdrachtnemer, n.naam_sleutel AS opdrachtnemer_sleutel,
       n.kvk, w.naam AS wsp, x.naam AS extra_wsp, i.naam AS intermediair, s.naam AS set_naam, s.versie AS set_versie, r.naam AS regio
  FROM kijker_koppeling k
  JOIN alle_project p ON p.id = k.project_id
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id
  JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id
  JOIN alle_organisatie w ON w.id = p.wsp_id
  LEFT JOIN alle_organisatie x ON x.id = p.extra_wsp_id
  LEFT JOIN alle_organisatie i ON i.id = p.intermediair_id
  JOIN alle_bouwblokkenset s ON s.id = p.set_id
  JOIN alle_regio r ON r.id = p.regio_id
 WHERE kijker_organisatie() IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id);

CREATE TEMP VIEW project_lijst_regio AS
SELECT p.id, p.naam, p.naam_sleutel, p.projectgroep, p.plaats, p.start, p.eind, p.sector, p.afspraak, p.netto_cent, p.bruto_cent, p.korting_cent,
       p.actueel_cent, p.prognose_cent, p.ingediend_cent, p.signaal, p.som_dag, p.afgerond_op IS NOT NULL AS afgerond,
       og.naam AS opdrachtgever, og.naam_sleutel AS opdrachtgever_sleutel, n.naam AS opdrachtnemer, n.naam_sleutel AS opdrachtnemer_sleutel,
       n.kvk, w.naam AS wsp, x.naam AS extra_wsp, i.naam AS intermediair, s.naam AS set_naam, s.versie AS set_versie, r.naam AS regio
  FROM alle_project p
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id
  JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id
  JOIN alle_organisatie w ON w.id = p.wsp_id
  LEFT JOIN alle_organisatie x ON x.id = p.extra_wsp_id
  LEFT JOIN alle_organisatie i ON i.id = p.intermediair_id
  JOIN alle_bouwblokkenset s ON s.id = p.set_id
  JOIN alle_regio r ON r.id = p.regio_id
 WHERE p.regio_id = kijker_cp();

-- ---- what belongs to a project: visible with it ----
CREATE TEMP VIEW periode_linked AS
SELECT t.id, t.project_id, t.start, t.eind, t.geschat_cent, t.vastgesteld_cent, t.vastgesteld_op, t.omzet_verwacht_cent, t.omzet_cent, t.bp
  FROM alle_periode t WHERE EXISTS (SELECT 1 FROM project_linked p WHERE p.id = t.project_id);
CREATE TEMP VIEW periode_regio AS
SELECT t.id, t.project_id, t.start, t.eind, t.geschat_cent, t.vastgesteld_cent, t.vastgesteld_op, t.omzet_verwacht_cent, t.omzet_cent, t.bp
  FROM alle_periode t WHERE EXISTS (SELECT 1 FROM project_regio p WHERE p.id = t.project_id);

CREATE TEMP VIEW verlenging_linked AS
SELECT t.id, t.project_id, t.van, t.tm, t.bedrag_cent, t.op FROM alle_verlenging t WHERE EXISTS (SELECT 1 FROM project_linked p WHERE p.id = t.project_id);
CREATE TEMP VIEW verlenging_regio AS
SELECT t.id, t.project_id, t.van, t.tm, t.bedrag_cent, t.op FROM alle_verlenging t WHERE EXISTS (SELECT 1 FROM project_regio p WHERE p.id = t.project_id);

-- Contactpersonen of a project, and today's deputies (voor, voor_tm). mag_verwijderen follows "link contacts"; the last one of a side stays (trigger).
CREATE TEMP VIEW koppeling_linked AS
SELECT k.project_id, k.gebruiker_id, g.naam, g.naam_sleutel, g.functie, g.telefoon, g.email, g.staat, o.id AS organisatie_id, o.naam AS organisatie, o.soort AS organisatie_soort, k.op,
       (SELECT v.naam FROM alle_gebruiker v WHERE v.id = k.voor_id) AS voor, k.tm AS voor_tm,
       p.mag_contact AND k.voor_id IS NULL AND CASE kijker_soort() WHEN 1 THEN o.id IN (p.opdrachtgever_id, p.opdrachtnemer_id) WHEN 2 THEN o.id IN (p.opdrachtnemer_id, p.intermediair_id)
            WHEN 4 THEN o.id = p.intermediair_id WHEN 8 THEN o.id = kijker_organisatie() ELSE 0 END AS mag_verwijderen
  FROM alle_contact k
  JOIN project_linked p ON p.id = k.project_id
  JOIN alle_gebruiker g ON g.id = k.gebruiker_id
  JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE k.van IS NULL OR vandaag() BETWEEN k.van AND k.tm;
CREATE TEMP VIEW koppeling_regio AS
SELECT k.project_id, k.gebruiker_id, g.naam, g.naam_sleutel, g.functie, g.telefoon, g.email, g.staat, o.id AS organisatie_id, o.naam AS organisatie, o.soort AS organisatie_soort, k.op,
       (SELECT v.naam FROM alle_gebruiker v WHERE v.id = k.voor_id) AS voor, k.tm AS voor_tm, p.mag_contact AND k.voor_id IS NULL AS mag_verwijderen
  FROM alle_contact k
  JOIN project_regio p ON p.id = k.project_id
  JOIN alle_gebruiker g ON g.id = k.gebruiker_id
  JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE k.van IS NULL OR vandaag() BETWEEN k.van AND k.tm;

-- Historie: from the audit log, without personal data.
CREATE TEMP VIEW historie_linked AS
SELECT a.id, a.project AS project_id, a.op, a.wat, a.soort, a.rij, a.voor, a.na, g.naam AS wie, o.naam AS organisatie
  FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie LEFT JOIN alle_organisatie o ON o.id = a.organisatie
 WHERE a.wat NOT LIKE 'kandidaat.lezen%' AND EXISTS (SELECT 1 FROM project_linked p WHERE p.id = a.project AND (p.mag_notities OR a.wat NOT LIKE 'notitie.%'))
   AND (kijker_soort() <> 1 OR (a.wat NOT LIKE 'steekproef.%' AND a.wat NOT LIKE 'bewijs.%'));    -- a steekproef is between who assesses and who accounts
CREATE TEMP VIEW historie_regio AS
SELECT a.id, a.project AS project_id, a.op, a.wat, a.soort, a.rij, a.voor, a.na, g.naam AS wie, o.naam AS organisatie
  FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie LEFT JOIN alle_organisatie o ON o.id = a.organisatie
 WHERE a.wat NOT LIKE 'notitie.%' AND EXISTS (SELECT 1 FROM project_regio p WHERE p.id = a.project);

-- What the accountmanager found missing before approving: for everybody who sees the project.
CREATE TEMP VIEW ontbreekt_linked AS
SELECT t.id, t.project_id, t.tekst, t.op, g.naam AS wie, o.naam AS organisatie
  FROM alle_ontbreekt t JOIN project_linked p ON p.id = t.project_id JOIN alle_gebruiker g ON g.id = t.door JOIN alle_organisatie o ON o.id = g.organisatie_id;
CREATE TEMP VIEW ontbreekt_regio AS
SELECT t.id, t.project_id, t.tekst, t.op, g.naam AS wie, o.naam AS organisatie
  FROM alle_ontbreekt t JOIN project_regio p ON p.id = t.project_id JOIN alle_gebruiker g ON g.id = t.door JOIN alle_organisatie o ON o.id = g.organisatie_id;

-- A file between checking and storing: its author's alone, sealed, until it expires.
-- The final evaluation: read by all who see the project.
CREATE TEMP VIEW eindoordeel_linked AS
SELECT e.id, e.project_id, e.nr, e.oordeel, e.netto_cent, e.actueel_cent, e.tekort_cent, e.tekort_reden, e.maatregel, e.maatregel_cent, e.maatregel_dag, e.toelichting, e.afgewikkeld_dag, e.afgewikkeld_cent,
       e.afgewikkeld_kenmerk, e.op, (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = e.door) AS wie,
       NOT EXISTS (SELECT 1 FROM alle_eindoordeel n WHERE n.project_id = e.project_id AND n.nr > e.nr) AS nieuwste
  FROM alle_eindoordeel e WHERE EXISTS (SELECT 1 FROM project_linked p WHERE p.id = e.project_id);
CREATE TEMP VIEW eindoordeel_regio AS
SELECT e.id, e.project_id, e.nr, e.oordeel, e.netto_cent, e.actueel_cent, e.tekort_cent, e.tekort_reden, e.maatregel, e.maatregel_cent, e.maatregel_dag, e.toelichting, e.afgewikkeld_dag, e.afgewikkeld_cent,
       e.afgewikkeld_kenmerk, e.op, (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = e.door) AS wie,
       NOT EXISTS (SELECT 1 FROM alle_eindoordeel n WHERE n.project_id = e.project_id AND n.nr > e.nr) AS nieuwste
  FROM alle_eindoordeel e WHERE EXISTS (SELECT 1 FROM project_regio p WHERE p.id = e.project_id);
CREATE TEMP VIEW inlezing AS
SELECT n.id, n.project_id, n.soort, n.inhoud FROM alle_inlezing n WHERE n.gebruiker_id = kijker() AND n.verloopt > nu();
-- The akkoordverklaring of a completed project: for who sees the project. By its code it is checked without a viewer (akkoord_gate.c).
CREATE TEMP VIEW akkoord_linked AS
SELECT k.project_id, k.op, k.cijfers, k.code FROM alle_akkoord k WHERE k.vervallen_op IS NULL AND EXISTS (SELECT 1 FROM project_linked p WHERE p.id = k.project_id);
CREATE TEMP VIEW akkoord_regio AS
SELECT k.project_id, k.op, k.cijfers, k.code FROM alle_akkoord k WHERE k.vervallen_op IS NULL AND EXISTS (SELECT 1 FROM project_regio p WHERE p.id = k.project_id);

-- "internal notes: read and write: OG linked, AM linked (also extra wsp); ON and IM never; CP never unless linked", and a CP cannot be linked.
-- Edit own for 15 minutes (spec 2).
CREATE TEMP VIEW notitie_linked AS
SELECT t.id, t.project_id, t.tekst, t.op, t.gewijzigd_op, g.naam AS wie, o.naam AS organisatie,
       p.mag_notitie AND t.door = kijker() AND t.op > nu() - 900 AS mag_wijzigen
  FROM alle_notitie t JOIN project_linked p ON p.id = t.project_id AND p.mag_notities JOIN alle_gebruiker g ON g.id = t.door JOIN alle_organisatie o ON o.id = g.organisatie_id;
CREATE TEMP VIEW notitie_regio AS
SELECT t.id, t.project_id, t.tekst, t.op, t.gewijzigd_op, '' AS wie, '' AS organisatie, 0 AS mag_wijzigen FROM alle_notitie t WHERE 0;

-- "see project, periods, value, documents". A removed one stays as a trace, without its content. Removing: who put it there (its organisatie),
-- the opdrachtgever and the coordinatiepunt. The content stands in a view of its own, so that no list drags it along.
CREATE TEMP VIEW document_linked AS
SELECT d.id, d.project_id, d.naam, d.grootte, d.op, g.naam AS wie, o.naam AS organisatie, d.verwijderd_op, w.naam AS verwijderd_wie,
       p.mag_document AND d.verwijderd_op IS NULL AND (g.organisatie_id = kijker_organisatie() OR kijker_soort() = 1) AS mag_verwijderen
  FROM alle_document d JOIN project_linked p ON p.id = d.project_id JOIN alle_gebruiker g ON g.id = d.door JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker w ON w.id = d.verwijderd_door;
CREATE TEMP VIEW document_regio AS
SELECT d.id, d.project_id, d.naam, d.grootte, d.op, g.naam AS wie, o.naam AS organisatie, d.verwijderd_op, w.naam AS verwijderd_wie,
       p.mag_document AND d.verwijderd_op IS NULL AS mag_verwijderen
  FROM alle_document d JOIN project_regio p ON p.id = d.project_id JOIN alle_gebruiker g ON g.id = d.door JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker w ON w.id = d.verwijderd_door;
CREATE TEMP VIEW document_inhoud_linked AS
SELECT d.id, d.project_id, d.naam, d.inhoud FROM alle_document d WHERE d.inhoud IS NOT NULL AND EXISTS (SELECT 1 FROM project_linked p WHERE p.id = d.project_id);
CREATE TEMP VIEW document_inhoud_regio AS
SELECT d.id, d.project_id, d.naam, d.inhoud FROM alle_document d WHERE d.inhoud IS NOT NULL AND EXISTS (SELECT 1 FROM project_regio p WHERE p.id = d.project_id);

-- The outbox for the coordinatiepunt (spec 4): what happened to a mail, never what stands in it (a personal link, for one). Sending again is of no use once that link has expired
-- (spec 2: 24 hours, the one of a welkomstmail 14 days): then a new mail is made.
CREATE TEMP VIEW bericht_linked AS
SELECT b.id, b.soort, b.over, b.over_id, b.dag, b.aan, b.onderwerp, b.status, b.pogingen, b.volgende_op, b.antwoord, b.gemaakt_op, b.verzonden_op, 0 AS verlopen, 0 AS mag_opnieuw FROM alle_bericht b WHERE b.id = -1;   -- nothing
CREATE TEMP VIEW bericht_regio AS
SELECT b.id, b.soort, b.over, b.over_id, b.dag, b.aan, b.onderwerp, b.status, b.pogingen, b.volgende_op, b.antwoord, b.gemaakt_op, b.verzonden_op,
       b.status <> 'verzonden' AND (b.gemaakt_op < nu() - CASE b.soort WHEN 'link' THEN 86400 WHEN 'welkom' THEN 1209600 END) IS 1 AS verlopen,
       b.status <> 'verzonden' AND (b.gemaakt_op < nu() - CASE b.soort WHEN 'link' THEN 86400 WHEN 'welkom' THEN 1209600 END) IS NOT 1 AS mag_opnieuw
  FROM alle_bericht b WHERE b.regio_id = kijker_cp();

-- ---- verantwoording ----
-- Inzet without who it is. mag_wie: "see who the kandidaat is".
CREATE TEMP VIEW inzet_linked AS
SELECT i.id, i.project_id, i.soort, i.kandidaat_id, i.status, i.versie, i.geldend, i.ingevoerd_op, i.ingevoerd_door, i.beoordeeld_op, i.reden,
       i.actueel_cent, i.prognose_cent, i.ingediend_cent, k.leeftijdsklasse, k.gewist_op IS NOT NULL AS gewist, k.geblokkeerd_op IS NOT NULL AS geblokkeerd, p.mag_inzet, p.mag_wie, i.ingetrokken_op,
       -- the kandidatenbrief: who enters the person informs it, also while nothing can be entered any more
       i.soort = 'kandidaat' AND kijker_soort() IN (2, 4) AND p.afgerond_op IS NULL AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL AS mag_brief,
       -- withdrawing what was entered by mistake: who may correct it, as long as no version was ever approved
       p.mag_inzet AND i.geldend IS NULL AND i.ingetrokken_op IS NULL AS mag_intrekken,
       -- evidence registered beforehand: who accounts, as long as the project is not afgerond
       p.afgerond_op IS NULL AND kijker_soort() IN (2, 4) AS mag_bewijs,
       -- "assess inzet (goedkeuren / terugsturen with reason): linked AM"
       i.status = 'ingediend' AND p.afgerond_op IS NULL AND p.goedgekeurd_op IS NULL AND kijker_soort() = 8 AS mag_beoordelen
  FROM alle_inzet i JOIN project_linked p ON p.id = i.project_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id;
CREATE TEMP VIEW inzet_regio AS
SELECT i.id, i.project_id, i.soort, i.kandidaat_id, i.status, i.versie, i.geldend, i.ingevoerd_op, i.ingevoerd_door, i.beoordeeld_op, i.reden,
       i.actueel_cent, i.prognose_cent, i.ingediend_cent, k.leeftijdsklasse, k.gewist_op IS NOT NULL AS gewist, k.geblokkeerd_op IS NOT NULL AS geblokkeerd, p.mag_inzet, p.mag_wie, i.ingetrokken_op, 0 AS mag_brief, 0 AS mag_intrekken, 0 AS mag_bewijs, 0 AS mag_beoordelen
  FROM alle_inzet i JOIN project_regio p ON p.id = i.project_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id;

-- functie, leverancier, onderaannemer and toelichting are the contractor's own words: not for the OG ("anonymised").
CREATE TEMP VIEW inzet_versie_linked AS
SELECT v.id, v.inzet_id, i.project_id, v.versie, v.bouwblok_id, v.start, v.eind, v.uit_dienst, v.uit_dienst_reden, v.overeenkomst,
       CASE WHEN p.mag_wie THEN v.functie ELSE '' END AS functie, v.cap_eind, v.aandeel_bp, v.bedrag_cent, v.nummer, v.leverancier, v.uren, v.personen,
       v.onderaannemer, CASE WHEN p.mag_wie THEN v.toelichting ELSE '' END AS toelichting, v.document_id, v.op, v.door, v.reden,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.door) AS wie
  FROM alle_inzet_versie v JOIN alle_inzet i ON i.id = v.inzet_id JOIN project_linked p ON p.id = i.project_id;
CREATE TEMP VIEW inzet_versie_regio AS
SELECT v.id, v.inzet_id, i.project_id, v.versie, v.bouwblok_id, v.start, v.eind, v.uit_dienst, v.uit_dienst_reden, v.overeenkomst,
       v.functie, v.cap_eind, v.aandeel_bp, v.bedrag_cent, v.nummer, v.leverancier, v.uren, v.personen,
       v.onderaannemer, v.toelichting, v.document_id, v.op, v.door, v.reden,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.door) AS wie
  FROM alle_inzet_versie v JOIN alle_inzet i ON i.id = v.inzet_id JOIN project_regio p ON p.id = i.project_id;

CREATE TEMP VIEW inzet_uren_linked AS SELECT u.versie_id, u.vanaf, u.uren FROM alle_inzet_uren u WHERE EXISTS (SELECT 1 FROM inzet_versie_linked v WHERE v.id = u.versie_id);
CREATE TEMP VIEW inzet_uren_regio AS SELECT u.versie_id, u.vanaf, u.uren FROM alle_inzet_uren u WHERE EXISTS (SELECT 1 FROM inzet_versie_regio v WHERE v.id = u.versie_id);

-- The exact age and the answers tell too much of a person beside place and function: the OG gets the age class only.
CREATE TEMP VIEW inzet_antwoord_linked AS
SELECT w.versie_id, w.attribuut, w.waarde FROM alle_inzet_antwoord w
 WHERE kijker_soort() IN (2, 4, 8) AND EXISTS (SELECT 1 FROM inzet_versie_linked v WHERE v.id = w.versie_id);
CREATE TEMP VIEW inzet_antwoord_regio AS
SELECT w.versie_id, w.attribuut, w.waarde FROM alle_inzet_antwoord w WHERE EXISTS (SELECT 1 FROM inzet_versie_regio v WHERE v.id = w.versie_id);

-- Who it is (sealed columns): ON, IM and AM see those with inzet on a linked project; OG no row at all. CP: of its regio, each view logged by the page.
CREATE TEMP VIEW kandidaat_linked AS
SELECT k.id, k.opdrachtnemer_id, k.sleutel, k.naam, k.initialen, k.adres, k.postcode, k.plaats, k.geboortedatum, k.zoek, k.leeftijdsklasse, k.geinformeerd_op, k.toestemming_op, k.versie, k.geblokkeerd_op,
       kijker_soort() IN (2, 4) AS mag_wijzigen
  FROM alle_kandidaat k
 WHERE k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL     -- who objected is seen by the coordinatiepunt only
   -- of a linked project for an opdrachtnemer too: an opdrachtgever may give it a new contact, who must not get at the persons of its other contracts
   AND kijker_soort() IN (2, 4, 8) AND EXISTS (SELECT 1 FROM alle_inzet i JOIN project_linked p ON p.id = i.project_id WHERE i.kandidaat_id = k.id);
CREATE TEMP VIEW kandidaat_regio AS
SELECT k.id, k.opdrachtnemer_id, k.sleutel, k.naam, k.initialen, k.adres, k.postcode, k.plaats, k.geboortedatum, k.zoek, k.leeftijdsklasse, k.geinformeerd_op, k.toestemming_op, k.versie, k.geblokkeerd_op,
       -- "privacy: correct a betrokkene": in an open request that asks for it
       EXISTS (SELECT 1 FROM alle_verzoek_kandidaat t JOIN alle_verzoek v ON v.id = t.verzoek_id
                WHERE t.kandidaat_id = k.id AND v.regio_id = kijker_cp() AND v.soort = 'correctie' AND v.gesloten_op IS NULL) AS mag_wijzigen
  FROM alle_kandidaat k
 WHERE k.gewist_op IS NULL AND EXISTS (SELECT 1 FROM alle_inzet i JOIN project_regio p ON p.id = i.project_id WHERE i.kandidaat_id = k.id);

-- ---- organisaties and people ----
-- linked: own organisatie and the parties of own projects; cp: those of the regio and every ON and IM.
CREATE TEMP VIEW organisatie_linked AS
SELECT o.id, o.soort, o.regio_id, o.wsp_id, o.naam, o.naam_sleutel, o.naam_kern, o.kvk, o.og_soort, o.adres, o.postcode, o.plaats, o.versie, o.samengevoegd_met, o.samengevoegd_op,
       (SELECT x.naam FROM alle_organisatie x WHERE x.id = o.samengevoegd_met) AS samengevoegd_naam, 0 AS mag_wijzigen
  FROM alle_organisatie o
 WHERE o.id = kijker_organisatie()
    OR o.id IN (SELECT p.opdrachtgever_id FROM project_linked p UNION SELECT p.opdrachtnemer_id FROM project_linked p UNION SELECT p.intermediair_id FROM project_linked p
                UNION SELECT p.wsp_id FROM project_linked p UNION SELECT p.extra_wsp_id FROM project_linked p);
CREATE TEMP VIEW organisatie_regio AS
SELECT o.id, o.soort, o.regio_id, o.wsp_id, o.naam, o.naam_sleutel, o.naam_kern, o.kvk, o.og_soort, o.adres, o.postcode, o.plaats, o.versie, o.samengevoegd_met, o.samengevoegd_op,
       (SELECT x.naam FROM alle_organisatie x WHERE x.id = o.samengevoegd_met) AS samengevoegd_naam,
       (o.regio_id IS kijker_cp() AND o.samengevoegd_met IS NULL) OR o.id IN (SELECT p.opdrachtnemer_id FROM alle_project p WHERE p.regio_id = kijker_cp() UNION SELECT p.intermediair_id FROM alle_project p WHERE p.regio_id = kijker_cp()) AS mag_wijzigen
  FROM alle_organisatie o
 WHERE kijker_cp() IS NOT NULL AND (o.regio_id = kijker_cp() OR o.regio_id IS NULL);

-- "invite a colleague of one's own organisation"; contacts of own projects are seen through koppeling. cp: "users of the regio's organisaties, and ON/IM
-- users linked to a project of the regio".
CREATE TEMP VIEW gebruiker_linked AS
SELECT g.id, g.organisatie_id, o.naam AS organisatie, o.soort AS organisatie_soort, g.email, g.naam, g.naam_sleutel, g.telefoon, g.functie, g.staat, g.laatst_in, g.totp IS NOT NULL AS twee_factor, g.versie,
       g.id = kijker() AS mag_wijzigen, 0 AS mag_beheren
  FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE g.organisatie_id = kijker_organisatie() AND kijker_cp() IS NULL;
CREATE TEMP VIEW gebruiker_regio AS
SELECT g.id, g.organisatie_id, o.naam AS organisatie, o.soort AS organisatie_soort, g.email, g.naam, g.naam_sleutel, g.telefoon, g.functie, g.staat, g.laatst_in, g.totp IS NOT NULL AS twee_factor, g.versie,
       g.id = kijker() AS mag_wijzigen, g.anoniem_op IS NULL AS mag_beheren
  FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE kijker_cp() IS NOT NULL
   AND (o.regio_id = kijker_cp() OR (o.regio_id IS NULL AND g.geblokkeerd_regio_id = kijker_cp())
        OR (o.regio_id IS NULL AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = kijker_cp())));

-- What may be chosen in a form: names only. OG: every opdrachtnemer and its own wsp; ON: every intermediair; AM: the wsp's of the regio; CP: all of these.
CREATE TEMP VIEW keuze_organisatie AS
SELECT o.id, o.soort, o.regio_id, o.naam, o.naam_sleutel, o.naam_kern, o.kvk, o.plaats, o.wsp_id
  FROM alle_organisatie o
 WHERE o.samengevoegd_met IS NULL AND CASE kijker_soort()
         WHEN 1 THEN o.soort = 'opdrachtnemer' OR o.id = kijker_organisatie() OR o.id = (SELECT wsp_id FROM alle_organisatie WHERE id = kijker_organisatie())
         WHEN 2 THEN o.soort = 'intermediair' OR o.id = kijker_organisatie()
         WHEN 4 THEN o.id = kijker_organisatie()
         WHEN 8 THEN (o.soort = 'wsp' AND o.regio_id = kijker_regio())
         WHEN 16 THEN o.soort IN ('opdrachtnemer', 'intermediair') OR o.regio_id = kijker_cp()
         ELSE 0 END;
-- Where an account of the kind may go: within the regio; an opdrachtnemer or intermediair that works here, or nowhere yet. One that works in other regio's only is not this coordinatiepunt's:
-- its people see who its kandidaten are.
CREATE TEMP VIEW verplaats_naar AS
SELECT o.id, o.soort, o.naam, o.naam_sleutel, o.kvk, o.plaats
  FROM alle_organisatie o
 WHERE kijker_cp() IS NOT NULL AND o.soort <> 'coordinatiepunt' AND o.samengevoegd_met IS NULL
   AND (o.regio_id = kijker_cp()
        OR (o.regio_id IS NULL AND (EXISTS (SELECT 1 FROM alle_werkregio w WHERE w.organisatie_id = o.id AND w.regio_id = kijker_cp()) OR NOT EXISTS (SELECT 1 FROM alle_werkregio w WHERE w.organisatie_id = o.id))));
-- For look-alikes: also by the name and KvK number of what was merged into it.
CREATE TEMP VIEW lijkt_organisatie AS
SELECT k.id, k.naam, o.naam_kern, o.kvk, k.plaats FROM alle_organisatie o JOIN keuze_organisatie k ON k.id = coalesce(o.samengevoegd_met, o.id);
-- OG: colleagues and people of an opdrachtnemer; ON: colleagues and people of an intermediair; IM, AM: colleagues; CP: all of these in its regio.
CREATE TEMP VIEW keuze_gebruiker AS
SELECT g.id, g.organisatie_id, o.soort AS organisatie_soort, g.naam, g.naam_sleutel, g.functie, g.staat
  FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE g.staat <> 'geblokkeerd'
   AND CASE kijker_soort()
         WHEN 1 THEN o.soort = 'opdrachtnemer' OR o.id = kijker_organisatie()
         WHEN 2 THEN o.soort = 'intermediair' OR o.id = kijker_organisatie()
         WHEN 4 THEN o.id = kijker_organisatie()
         WHEN 8 THEN o.id = kijker_organisatie()
         WHEN 16 THEN o.soort IN ('opdrachtnemer', 'intermediair') OR o.regio_id = kijker_cp()
         ELSE 0 END;

-- Whose work the viewer may hand over or have done by a colleague: the own, and for a coordinatiepunt that of the accounts of its regio. Coordinators have no links: they see all.
CREATE TEMP VIEW overdracht_van AS
SELECT g.id, g.naam, g.email, g.staat, g.organisatie_id, o.naam AS organisatie, o.soort AS organisatie_soort
  FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE o.soort <> 'coordinatiepunt' AND (g.id = kijker() OR (kijker_cp() IS NOT NULL AND EXISTS (SELECT 1 FROM gebruiker_regio b WHERE b.id = g.id AND b.mag_beheren)));
-- To whom: their colleagues.
CREATE TEMP VIEW overdracht_naar AS
SELECT v.id AS van_id, n.id, n.naam, n.naam_sleutel, n.functie, n.email, n.staat FROM overdracht_van v JOIN alle_gebruiker n ON n.organisatie_id = v.organisatie_id WHERE n.id <> v.id AND n.staat <> 'geblokkeerd';
-- What moves: every project of theirs, an afgerond one too, for who would else see it? laatste: nobody else of the organisatie stands there.
CREATE TEMP VIEW overdracht_project AS
SELECT k.gebruiker_id AS van_id, p.id, p.naam, p.naam_sleutel, p.eind, p.afgerond_op IS NOT NULL AS afgerond, og.naam AS opdrachtgever, n.naam AS opdrachtnemer,
       EXISTS (SELECT 1 FROM alle_laatste l WHERE l.project_id = k.project_id AND l.gebruiker_id = k.gebruiker_id) AS laatste
  FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id
 WHERE EXISTS (SELECT 1 FROM overdracht_van v WHERE v.id = k.gebruiker_id) AND (kijker_cp() IS NULL OR p.regio_id = kijker_cp());
-- Running projects of other regios on which somebody is the last contact: only how many, for a coordinatiepunt that cannot hand those over.
CREATE TEMP VIEW overdracht_elders AS
SELECT l.gebruiker_id AS van_id, r.naam AS regio, r.cp_email, count(*) AS n
  FROM alle_laatste l JOIN alle_regio r ON r.id = l.regio_id
 WHERE kijker_cp() IS NOT NULL AND l.regio_id <> kijker_cp() AND EXISTS (SELECT 1 FROM overdracht_van v WHERE v.id = l.gebruiker_id) GROUP BY l.gebruiker_id, r.id;
-- Deputising: who is away, who does it, the coordinatiepunt of the accounts of its regio.
CREATE TEMP VIEW waarneming AS
SELECT w.id, w.gebruiker_id, w.waarnemer_id, w.van, w.tm, w.op, w.beeindigd_op, g.naam, y.naam AS waarnemer, y.staat AS waarnemer_staat, (SELECT d.naam FROM alle_gebruiker d WHERE d.id = w.door) AS wie,
       (SELECT r.naam FROM alle_regio r WHERE r.id = w.regio_id) AS regio,
       w.beeindigd_op IS NULL AND w.tm >= vandaag() AND (w.gebruiker_id = kijker() OR w.regio_id IS kijker_cp() AND kijker_cp() IS NOT NULL OR o.regio_id = kijker_cp()) AS mag_beeindigen
  FROM alle_waarneming w JOIN alle_gebruiker g ON g.id = w.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id JOIN alle_gebruiker y ON y.id = w.waarnemer_id
 WHERE kijker() IN (w.gebruiker_id, w.waarnemer_id)
    OR (kijker_cp() IS NOT NULL AND (w.regio_id IS NULL OR w.regio_id = kijker_cp()) AND EXISTS (SELECT 1 FROM gebruiker_regio b WHERE b.id = w.gebruiker_id));

-- ---- merging two organisaties that are one. Within the regio its coordinatiepunt decides; an opdrachtnemer and an intermediair belong to no regio: each other regio where one of the two has projects must agree ----
CREATE TEMP VIEW samenvoeg_paar AS
SELECT b.id AS blijft_id, w.id AS weg_id
  FROM alle_organisatie b JOIN alle_organisatie w ON w.soort = b.soort AND w.id <> b.id
 WHERE kijker_cp() IS NOT NULL AND b.soort <> 'coordinatiepunt' AND b.samengevoegd_met IS NULL AND w.samengevoegd_met IS NULL
   AND CASE WHEN b.regio_id IS NOT NULL THEN b.regio_id = kijker_cp() AND w.regio_id = kijker_cp()
            ELSE EXISTS (SELECT 1 FROM alle_werkregio r WHERE r.organisatie_id IN (b.id, w.id) AND r.regio_id = kijker_cp())
                 OR NOT EXISTS (SELECT 1 FROM alle_werkregio r WHERE r.organisatie_id IN (b.id, w.id)) END;
CREATE TEMP VIEW samenvoeging AS
SELECT s.id, s.regio_id, r.naam AS regio, b.soort, s.blijft_id, s.weg_id, s.naam_van, s.adres_van, s.reden, s.staat, s.op, g.naam AS wie, s.besloten_op, d.naam AS besloten_wie, s.besloten_reden, s.accounts,
       b.naam AS blijft_naam, b.kvk AS blijft_kvk, b.adres AS blijft_adres, b.postcode AS blijft_postcode, b.plaats AS blijft_plaats, CASE s.staat WHEN 'uitgevoerd' THEN s.weg_naam ELSE w.naam END AS weg_naam,
       w.kvk AS weg_kvk, w.adres AS weg_adres, w.postcode AS weg_postcode, w.plaats AS weg_plaats, s.regio_id = kijker_cp() AS eigen, b.wsp_id IS NOT w.wsp_id AS ander_wsp,
       EXISTS (SELECT 1 FROM alle_werkregio e WHERE e.organisatie_id = s.weg_id AND e.regio_id <> kijker_cp()) AS elders,
       s.staat = 'wacht' OR EXISTS (SELECT 1 FROM alle_werkregio e WHERE e.organisatie_id IN (s.blijft_id, s.weg_id) AND e.regio_id <> s.regio_id) AS vraagt,
       s.regio_id = kijker_cp() AND s.staat = 'concept' AS mag_uitvoeren,
       s.regio_id = kijker_cp() AND s.staat IN ('concept', 'wacht') AS mag_intrekken,
       s.regio_id <> kijker_cp() AND s.staat = 'wacht' AND NOT EXISTS (SELECT 1 FROM alle_samenvoeging_akkoord a WHERE a.samenvoeging_id = s.id AND a.regio_id = kijker_cp()) AS mag_besluiten
  FROM alle_samenvoeging s JOIN alle_regio r ON r.id = s.regio_id JOIN alle_organisatie b ON b.id = s.blijft_id JOIN alle_organisatie w ON w.id = s.weg_id JOIN alle_gebruiker g ON g.id = s.door
  LEFT JOIN alle_gebruiker d ON d.id = s.besloten_door
 WHERE kijker_cp() IS NOT NULL
   AND (s.regio_id = kijker_cp()
        OR (s.staat IN ('wacht', 'uitgevoerd', 'geweigerd')
            AND (EXISTS (SELECT 1 FROM alle_werkregio e WHERE e.organisatie_id IN (s.blijft_id, s.weg_id) AND e.regio_id = kijker_cp())
                 OR EXISTS (SELECT 1 FROM alle_samenvoeging_akkoord a WHERE a.samenvoeging_id = s.id AND a.regio_id = kijker_cp()))));
-- The other regio's, and whether they agreed.
CREATE TEMP VIEW samenvoeging_regio AS
SELECT s.id AS samenvoeging_id, r.id AS regio_id, r.naam, a.op, g.naam AS wie
  FROM samenvoeging s JOIN alle_regio r ON r.id <> s.regio_id LEFT JOIN alle_samenvoeging_akkoord a ON a.samenvoeging_id = s.id AND a.regio_id = r.id LEFT JOIN alle_gebruiker g ON g.id = a.door
 WHERE a.op IS NOT NULL OR EXISTS (SELECT 1 FROM alle_werkregio e WHERE e.organisatie_id IN (s.blijft_id, s.weg_id) AND e.regio_id = r.id);
-- What stands on each of the two, as far as the viewer's regio goes: of another regio only that there is something. People by name, as in a form where they may be chosen.
CREATE TEMP VIEW samenvoeging_project AS
SELECT s.id AS samenvoeging_id, p.id, p.naam, p.naam_sleutel, p.eind, p.afgerond_op IS NOT NULL AS afgerond FROM samenvoeging s
  CROSS JOIN alle_project p ON p.regio_id = kijker_cp() AND s.weg_id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id);
CREATE TEMP VIEW samenvoeging_mens AS
SELECT s.id AS samenvoeging_id, g.id, g.naam, g.naam_sleutel, g.functie,
       EXISTS (SELECT 1 FROM alle_gebruiker x WHERE x.organisatie_id = s.blijft_id AND x.naam_sleutel = g.naam_sleutel AND x.staat <> 'geblokkeerd') AS dubbel
  FROM samenvoeging s JOIN keuze_gebruiker g ON g.organisatie_id = s.weg_id;
CREATE TEMP VIEW samenvoeging_pso AS
SELECT s.id AS samenvoeging_id, c.id, c.trede, c.van, c.tm, c.organisatie_id = s.weg_id AS verhuist,
       EXISTS (SELECT 1 FROM alle_pso x WHERE x.organisatie_id IN (s.blijft_id, s.weg_id) AND x.organisatie_id <> c.organisatie_id AND x.vervallen_op IS NULL AND x.van <= c.tm AND x.tm >= c.van) AS overlapt
  FROM samenvoeging s JOIN alle_pso c ON c.organisatie_id IN (s.blijft_id, s.weg_id) AND c.vervallen_op IS NULL
 WHERE s.staat IN ('concept', 'wacht') AND EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = c.organisatie_id AND p.regio_id = kijker_cp());
-- Kandidaten that both have (the same search key), with inzet of both in the viewer's regio.
CREATE TEMP VIEW samenvoeging_persoon AS
SELECT s.id AS samenvoeging_id, b.id AS kandidaat_id, w.id AS ook_id
  FROM samenvoeging s JOIN alle_kandidaat w ON w.opdrachtnemer_id = s.weg_id AND w.gewist_op IS NULL
  JOIN alle_kandidaat b ON b.zoek = w.zoek AND +b.opdrachtnemer_id = s.blijft_id AND b.gewist_op IS NULL
 WHERE s.staat IN ('concept', 'wacht') AND EXISTS (SELECT 1 FROM kandidaat_regio k WHERE k.id = b.id) AND EXISTS (SELECT 1 FROM kandidaat_regio k WHERE k.id = w.id);
CREATE TEMP VIEW samenvoeging_kandidaat AS
SELECT s.id AS samenvoeging_id, w.id FROM samenvoeging s JOIN alle_kandidaat w ON w.opdrachtnemer_id = s.weg_id
 WHERE s.staat IN ('concept', 'wacht') AND EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = w.id AND p.regio_id = kijker_cp());
-- Pairs of which the coordinatiepunt said that they are two.
CREATE TEMP VIEW samenvoeging_verschil AS
SELECT s.blijft_id, s.weg_id FROM alle_samenvoeging s WHERE s.regio_id = kijker_cp() AND s.staat = 'verschillend';

-- ---- who has access: the reviews of the regio. When the next one is due: a year after the last was closed, or after the coordinatiepunt's first account ----
CREATE TEMP VIEW toegang AS
SELECT t.id, t.op, g.naam AS wie, t.gesloten_op, d.naam AS gesloten_wie, t.opmerking, t.gesloten_op IS NULL AS mag_wijzigen,
       (SELECT count(*) FROM alle_toegang_regel x WHERE x.toegang_id = t.id) AS aantal,
       (SELECT count(*) FROM alle_toegang_regel x WHERE x.toegang_id = t.id AND x.oordeel = 'blijft') AS blijft,
       (SELECT count(*) FROM alle_toegang_regel x WHERE x.toegang_id = t.id AND x.oordeel = 'blokkeren') AS blokkeren,
       (SELECT count(*) FROM alle_toegang_regel x JOIN alle_gebruiker y ON y.id = x.gebruiker_id WHERE x.toegang_id = t.id AND x.oordeel = 'blokkeren' AND (t.gesloten_op IS NOT NULL OR y.staat = 'geblokkeerd')) AS geblokkeerd,
       (SELECT count(*) FROM alle_toegang_regel x JOIN alle_gebruiker y ON y.id = x.gebruiker_id WHERE x.toegang_id = t.id AND x.oordeel IS NULL AND y.staat <> 'geblokkeerd' AND EXISTS (SELECT 1 FROM gebruiker_regio b WHERE b.id = y.id)) AS zonder,
       (SELECT count(*) FROM alle_toegang_regel x JOIN alle_gebruiker y ON y.id = x.gebruiker_id WHERE x.toegang_id = t.id AND x.oordeel = 'blokkeren' AND y.staat <> 'geblokkeerd'
           AND EXISTS (SELECT 1 FROM gebruiker_regio b WHERE b.id = y.id)) AS te_doen      -- who meanwhile reaches the regio no more is not this coordinatiepunt's to block
  FROM alle_toegang t JOIN alle_gebruiker g ON g.id = t.door LEFT JOIN alle_gebruiker d ON d.id = t.gesloten_door WHERE t.regio_id = kijker_cp();
CREATE TEMP VIEW toegang_regel AS
SELECT x.toegang_id, x.gebruiker_id, g.naam, g.naam_sleutel, g.email, x.organisatie, x.soort, x.staat, x.laatst_in, x.twee_factor, x.projecten, x.waarnemingen, x.oordeel,
       g.staat = 'geblokkeerd' AS geblokkeerd, t.gesloten_op IS NULL AND NOT EXISTS (SELECT 1 FROM gebruiker_regio b WHERE b.id = x.gebruiker_id) AS weg, (SELECT count(*) FROM alle_laatste l WHERE l.gebruiker_id = g.id) AS laatste
  FROM alle_toegang t JOIN alle_toegang_regel x ON x.toegang_id = t.id JOIN alle_gebruiker g ON g.id = x.gebruiker_id WHERE t.regio_id = kijker_cp();
CREATE TEMP VIEW toegang_stand AS
SELECT r.id AS regio_id, (SELECT t.id FROM alle_toegang t WHERE t.regio_id = r.id AND t.gesloten_op IS NULL) AS open_id,
       date(coalesce((SELECT max(t.gesloten_op) FROM alle_toegang t WHERE t.regio_id = r.id),
                     (SELECT min(g.gemaakt_op) FROM alle_organisatie o JOIN alle_gebruiker g ON g.organisatie_id = o.id WHERE o.regio_id = r.id AND o.soort = 'coordinatiepunt')), 'unixepoch', '+1 year') AS volgende
  FROM alle_regio r WHERE r.id = kijker_cp();

-- The viewer's own account and sessions.
CREATE TEMP VIEW mijn AS
SELECT g.id, g.organisatie_id, g.email, g.naam, g.telefoon, g.functie, g.geheimhouding, g.geheimhouding_op, g.mail_uit, g.laatst_in, g.gemaakt_op, g.versie
  FROM alle_gebruiker g WHERE g.id = kijker();
CREATE TEMP VIEW mijn_sessie AS
SELECT s.kenmerk, s.stap, s.gemaakt_op, s.gezien_op, s.eind_op, s.adres, s.apparaat FROM alle_sessie s WHERE s.gebruiker_id = kijker();

-- ---- regio and its policy: read by whoever has business there; the contact details of a coordinatiepunt by everybody ----
CREATE TEMP VIEW regio_contact AS
SELECT r.id, r.naam, r.slug, r.cp_naam, r.cp_email, r.cp_telefoon, r.cp_tijden, r.cp_website, r.grondslag, r.privacytekst,
       r.verantwoordelijke, r.fg, r.bewaar_jaren, r.identiteit, r.toestemming FROM alle_regio r;
CREATE TEMP VIEW regio_linked AS
SELECT r.id, r.naam, r.identiteit, r.telt, r.toestemming, r.drempel_cent, r.standaard_bp, r.pso_hele_looptijd, r.herinnering,
       r.cp_naam, r.cp_email, r.cp_telefoon, r.cp_tijden, r.cp_website, r.bewaar_jaren, r.grondslag, r.privacytekst, r.verantwoordelijke, r.fg, r.lees_grens, r.versie, 0 AS mag_wijzigen
  FROM alle_regio r
 WHERE r.id = kijker_regio() OR r.id IN (SELECT p.regio_id FROM project_linked p);    -- IN: looked up once, not again for each row it is joined to
CREATE TEMP VIEW regio_regio AS
SELECT r.id, r.naam, r.identiteit, r.telt, r.toestemming, r.drempel_cent, r.standaard_bp, r.pso_hele_looptijd, r.herinnering,
       r.cp_naam, r.cp_email, r.cp_telefoon, r.cp_tijden, r.cp_website, r.bewaar_jaren, r.grondslag, r.privacytekst, r.verantwoordelijke, r.fg, r.lees_grens, r.versie, 1 AS mag_wijzigen
  FROM alle_regio r WHERE r.id = kijker_cp();

-- The audit log of the regio, for its coordinatiepunt; never the internal notes.
CREATE TEMP VIEW logboek AS
SELECT a.id, a.op, a.wat, a.soort, a.rij, a.voor, a.na, a.project AS project_id, coalesce(g.naam, 'de monitor') AS wie, coalesce(o.naam, '') AS organisatie, coalesce(p.naam, '') AS naam
  FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie LEFT JOIN alle_organisatie o ON o.id = a.organisatie LEFT JOIN alle_project p ON p.id = a.project
 WHERE a.regio = kijker_cp() AND a.wat NOT LIKE 'notitie.%';
-- "privacy: find, export, correct, erase a betrokkene: CP own regio". Who is found has, or had, inzet on a project of the regio; an erased person stays as a number.
CREATE TEMP VIEW verzoek AS
SELECT v.id, v.soort, v.ontvangen, v.identiteit, v.verlengd_reden, v.uitkomst, v.gesloten_op, v.vernietigd_op, v.op, coalesce(g.naam, 'de betrokkene zelf') AS wie, v.gesloten_op IS NULL AS mag_wijzigen,
       v.door IS NULL AS zelf, v.bericht, v.bereikbaar
  FROM alle_verzoek v LEFT JOIN alle_gebruiker g ON g.id = v.door WHERE v.regio_id = kijker_cp();
CREATE TEMP VIEW verzoek_kandidaat AS
SELECT t.verzoek_id, t.kandidaat_id, o.naam AS opdrachtnemer, k.gewist_op, k.geblokkeerd_op, v.gesloten_op IS NULL AND k.gewist_op IS NULL AS mag_wissen,
       v.gesloten_op IS NULL AND k.gewist_op IS NULL AND v.soort = 'correctie' AS mag_verbeteren,
       EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = k.id AND p.afgerond_op IS NULL) AS loopt,
       EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = k.id AND p.regio_id <> kijker_cp()) AS elders
  FROM alle_verzoek_kandidaat t JOIN alle_verzoek v ON v.id = t.verzoek_id JOIN alle_kandidaat k ON k.id = t.kandidaat_id JOIN alle_organisatie o ON o.id = k.opdrachtnemer_id
 WHERE v.regio_id = kijker_cp();
CREATE TEMP VIEW verzoek_daad AS
SELECT d.id, d.verzoek_id, d.kandidaat_id, d.wat, d.reden, d.op, g.naam AS wie FROM alle_verzoek_daad d JOIN alle_verzoek v ON v.id = d.verzoek_id JOIN alle_gebruiker g ON g.id = d.door WHERE v.regio_id = kijker_cp();
-- Letters: who sees who it is sees when one was printed and whether it was used. Never the code's hash.
CREATE TEMP VIEW brief_linked AS
SELECT b.id, b.kandidaat_id, b.op, b.verloopt_op, b.gebruikt_op, b.einde_op, b.einde, g.naam || ' (' || o.naam || ')' AS wie
  FROM alle_brief b JOIN alle_gebruiker g ON g.id = b.door JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE EXISTS (SELECT 1 FROM kandidaat_linked k WHERE k.id = b.kandidaat_id);
CREATE TEMP VIEW brief_regio AS
SELECT b.id, b.kandidaat_id, b.op, b.verloopt_op, b.gebruikt_op, b.einde_op, b.einde, g.naam || ' (' || o.naam || ')' AS wie
  FROM alle_brief b JOIN alle_gebruiker g ON g.id = b.door JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE EXISTS (SELECT 1 FROM kandidaat_regio k WHERE k.id = b.kandidaat_id);
CREATE TEMP VIEW nieuw_brief AS SELECT kandidaat_id, regio_id, code, verloopt_op FROM alle_brief WHERE 0;
-- Persons whose last project of all is afgerond, with the day their term ends: the regio's own years after the last of its projects. Another regio whose term ends later decides.
CREATE TEMP VIEW bewaren AS
SELECT k.id AS kandidaat_id, o.naam AS opdrachtnemer, max(date(p.afgerond_op, 'unixepoch')) AS afgerond, max(date(p.afgerond_op, 'unixepoch', '+' || r.bewaar_jaren || ' years')) AS vervalt,
       (SELECT u.tot FROM alle_bewaar_uitstel u WHERE u.kandidaat_id = k.id ORDER BY u.id DESC LIMIT 1) AS uitstel_tot,
       (SELECT u.reden FROM alle_bewaar_uitstel u WHERE u.kandidaat_id = k.id ORDER BY u.id DESC LIMIT 1) AS uitstel_reden
  FROM alle_project p JOIN alle_regio r ON r.id = p.regio_id JOIN alle_inzet i ON i.project_id = p.id JOIN alle_kandidaat k ON k.id = i.kandidaat_id JOIN alle_organisatie o ON o.id = k.opdrachtnemer_id
 WHERE p.regio_id = kijker_cp() AND p.afgerond_op IS NOT NULL AND k.gewist_op IS NULL
   AND NOT EXISTS (SELECT 1 FROM alle_inzet i2 JOIN alle_project p2 ON p2.id = i2.project_id WHERE i2.kandidaat_id = k.id AND p2.afgerond_op IS NULL)
 GROUP BY k.id
HAVING vervalt >= coalesce((SELECT max(date(p2.afgerond_op, 'unixepoch', '+' || r2.bewaar_jaren || ' years')) FROM alle_inzet i2 JOIN alle_project p2 ON p2.id = i2.project_id JOIN alle_regio r2 ON r2.id = p2.regio_id
                            WHERE i2.kandidaat_id = k.id AND p2.regio_id <> kijker_cp()), '');
CREATE TEMP VIEW vernietiging AS
SELECT v.id, v.soort, v.grond, v.op, v.besloten_op, v.akkoord, v.reden, v.klaar_op, g.naam AS wie, b.naam AS besloten_wie,
       (SELECT count(*) FROM alle_vernietiging_geheel t WHERE t.vernietiging_id = v.id) AS aantal,
       (SELECT count(*) FROM alle_vernietiging_geheel t WHERE t.vernietiging_id = v.id AND t.uitkomst = 'gewist') AS gewist,
       (SELECT count(*) FROM alle_vernietiging_geheel t WHERE t.vernietiging_id = v.id AND t.uitkomst = 'overgeslagen') AS overgeslagen,
       (SELECT coalesce(sum(t.stuks), 0) FROM alle_vernietiging_stuk t WHERE t.vernietiging_id = v.id) AS stuks,
       v.besloten_op IS NULL AND v.door <> kijker() AS mag_besluiten, v.besloten_op IS NULL AS mag_weigeren
  FROM alle_vernietiging v JOIN alle_gebruiker g ON g.id = v.door LEFT JOIN alle_gebruiker b ON b.id = v.besloten_door WHERE v.regio_id = kijker_cp();
CREATE TEMP VIEW vernietiging_regel AS
SELECT t.vernietiging_id, t.kandidaat_id, t.vervalt, t.uitkomst FROM alle_vernietiging_regel t JOIN alle_vernietiging v ON v.id = t.vernietiging_id WHERE v.regio_id = kijker_cp();
CREATE TEMP VIEW vernietiging_stuk AS
SELECT t.vernietiging_id, t.rij, t.project_id, t.verzoek_id, coalesce((SELECT p.naam FROM alle_project p WHERE p.id = t.project_id), 'Verzoek ' || t.verzoek_id) AS naam, t.vervalt, t.stuks, t.uitkomst
  FROM alle_vernietiging_stuk t JOIN alle_vernietiging v ON v.id = t.vernietiging_id WHERE v.regio_id = kijker_cp();
-- The retention classes as they hold in the regio, and the terms it may set itself as one row.
CREATE TEMP VIEW bewaarklasse AS
SELECT k.soort, k.volgorde, k.naam, CASE k.soort WHEN 'kandidaat' THEN r.bewaar_jaren ELSE coalesce(t.termijn, k.termijn) END AS termijn, k.termijn AS standaard, k.eenheid, k.vanaf, k.gevolg, k.uitleg, k.bron,
       k.bevestigen, k.besluit, k.regio_min, k.regio_max, (SELECT coalesce(sum(o.aantal), 0) FROM alle_opruiming o WHERE o.soort = k.soort AND o.dag > date(vandaag(), '-30 days')) AS opgeruimd
  FROM alle_regio r CROSS JOIN alle_bewaarklasse k LEFT JOIN alle_bewaartermijn t ON t.regio_id = r.id AND t.soort = k.soort WHERE r.id = kijker_cp();
CREATE TEMP VIEW bewaartermijn AS
SELECT r.id, (SELECT k.termijn FROM bewaarklasse k WHERE k.soort = 'stukken') AS stukken, (SELECT k.termijn FROM bewaarklasse k WHERE k.soort = 'notitie') AS notitie,
       (SELECT k.termijn FROM bewaarklasse k WHERE k.soort = 'verzoek') AS verzoek, (SELECT k.termijn FROM bewaarklasse k WHERE k.soort = 'hulpvraag') AS hulpvraag,
       (SELECT coalesce(sum(t.versie), 0) + 1 FROM alle_bewaartermijn t WHERE t.regio_id = r.id) AS versie
  FROM alle_regio r WHERE r.id = kijker_cp();
-- Papers and notes of projects that are afgerond, and closed requests, with the day their term ends. stuks: how many there are, never what stands in them.
CREATE TEMP VIEW bewaren_stuk AS
SELECT k.soort, p.id AS rij, p.id AS project_id, NULL AS verzoek_id, p.naam, date(p.afgerond_op, 'unixepoch') AS vanaf, date(p.afgerond_op, 'unixepoch', '+' || k.termijn || ' years') AS vervalt,
       CASE k.soort WHEN 'notitie' THEN (SELECT count(*) FROM alle_notitie n WHERE n.project_id = p.id)
            ELSE (SELECT count(*) FROM alle_document d WHERE d.project_id = p.id AND (d.inhoud IS NOT NULL OR d.naam <> 'vernietigd'))
                 + (SELECT count(*) FROM alle_plan v WHERE v.project_id = p.id AND coalesce(v.contact_naam, v.contact_functie, v.contact_email, v.contact_telefoon) IS NOT NULL) END AS stuks,
       (SELECT u.tot FROM alle_project_uitstel u WHERE u.project_id = p.id ORDER BY u.id DESC LIMIT 1) AS uitstel_tot,
       (SELECT u.reden FROM alle_project_uitstel u WHERE u.project_id = p.id ORDER BY u.id DESC LIMIT 1) AS uitstel_reden
  FROM bewaarklasse k CROSS JOIN alle_project p WHERE k.soort IN ('stukken', 'notitie') AND p.regio_id = kijker_cp() AND p.afgerond_op IS NOT NULL AND stuks > 0
UNION ALL
SELECT k.soort, v.id, NULL, v.id, 'Verzoek ' || v.id, date(v.gesloten_op, 'unixepoch'), date(v.gesloten_op, 'unixepoch', '+' || k.termijn || ' years'), 1, NULL, NULL
  FROM bewaarklasse k CROSS JOIN alle_verzoek v WHERE k.soort = 'verzoek' AND v.regio_id = kijker_cp() AND v.gesloten_op IS NOT NULL AND v.vernietigd_op IS NULL;
-- What was changed in the settings of the regio, from the audit log: its coordinatiepunt.
CREATE TEMP VIEW regio_historie AS
SELECT a.id, a.op, a.voor, a.na, g.naam AS wie FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie WHERE a.wat = 'regio.wijzigen' AND a.regio = kijker_cp();

-- ---- the registers of the coordinatiepunt: confidentiality, reading, processing ----
-- The versions of the regio's own text; geldt: the one in force.
CREATE TEMP VIEW geheimhouding AS
SELECT h.id, h.nr, h.tekst, h.geldt_vanaf, h.op, g.naam AS wie,
       h.geldt_vanaf <= vandaag() AND NOT EXISTS (SELECT 1 FROM alle_geheimhouding n WHERE n.regio_id = h.regio_id AND n.geldt_vanaf <= vandaag() AND (n.geldt_vanaf, n.nr) > (h.geldt_vanaf, h.nr)) AS geldt,
       (SELECT count(*) FROM alle_geheimhouding_akkoord a WHERE a.geheimhouding_id = h.id) AS akkoorden
  FROM alle_geheimhouding h JOIN alle_gebruiker g ON g.id = h.door WHERE h.regio_id = kijker_cp();
-- Who accepted a version, and of the one in force who has not: its users that are not blocked.
CREATE TEMP VIEW geheimhouding_wie AS
SELECT a.geheimhouding_id, g.id AS gebruiker_id, g.naam, g.naam_sleutel, o.naam AS organisatie, g.staat, a.op
  FROM geheimhouding h JOIN alle_geheimhouding_akkoord a ON a.geheimhouding_id = h.id JOIN alle_gebruiker g ON g.id = a.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
UNION ALL
SELECT h.id, b.id, b.naam, b.naam_sleutel, b.organisatie, b.staat, NULL FROM geheimhouding h CROSS JOIN gebruiker_regio b
 WHERE h.geldt AND b.staat <> 'geblokkeerd' AND NOT EXISTS (SELECT 1 FROM alle_geheimhouding_akkoord a WHERE a.geheimhouding_id = h.id AND a.gebruiker_id = b.id);
-- What the viewer has to accept: the text in force of the own regio; of an opdrachtnemer and an intermediair those of the regios of their projects (the same rule stands in account_gate.c).
CREATE TEMP VIEW mijn_geheimhouding AS
SELECT h.id, r.naam AS regio, h.nr, h.tekst, h.geldt_vanaf, (SELECT a.op FROM alle_geheimhouding_akkoord a WHERE a.geheimhouding_id = h.id AND a.gebruiker_id = kijker()) AS akkoord_op
  FROM alle_geheimhouding h JOIN alle_regio r ON r.id = h.regio_id
 WHERE h.geldt_vanaf <= vandaag() AND NOT EXISTS (SELECT 1 FROM alle_geheimhouding n WHERE n.regio_id = h.regio_id AND n.geldt_vanaf <= vandaag() AND (n.geldt_vanaf, n.nr) > (h.geldt_vanaf, h.nr))
   AND (h.regio_id = kijker_regio() OR (kijker_soort() IN (2, 4) AND EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = kijker() AND p.regio_id = h.regio_id)));
CREATE TEMP VIEW nieuw_geheimhouding AS SELECT nr, tekst, geldt_vanaf FROM alle_geheimhouding WHERE 0;
CREATE TEMP VIEW nieuw_geheimhouding_akkoord AS SELECT geheimhouding_id FROM alle_geheimhouding_akkoord WHERE 0;
-- Who saw who a kandidaat is, from the audit log: by pressing "Toon wie het is", in a dossier, in a file, on a letter. A person is a number.
CREATE TEMP VIEW leeslog AS
SELECT a.id, a.op, a.wie AS wie_id, coalesce(g.naam, 'de monitor') AS wie, coalesce(o.naam, '') AS organisatie, a.wat, a.project AS project_id, coalesce(p.naam, '') AS naam, CASE a.soort WHEN 'verzoek' THEN a.rij END AS verzoek_id,
       CASE a.soort WHEN 'inzet' THEN (SELECT i.kandidaat_id FROM alle_inzet i WHERE i.id = a.rij) WHEN 'kandidaat' THEN a.rij ELSE CAST(substr(a.na, 3) AS INTEGER) END AS kandidaat_id
  FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie LEFT JOIN alle_organisatie o ON o.id = a.organisatie LEFT JOIN alle_project p ON p.id = a.project
 WHERE a.regio = kijker_cp() AND a.wat IN ('kandidaat.lezen', 'verzoek.inzage', 'verzoek.json', 'verzoek.verbeteren', 'verzoek.bericht', 'verzoek.brief', 'brief.maken');
CREATE TEMP VIEW leessignaal AS
SELECT s.gebruiker_id, s.dag, s.personen, s.oordeel, s.op, g.naam AS wie, d.naam AS door FROM alle_leessignaal s JOIN alle_gebruiker g ON g.id = s.gebruiker_id JOIN alle_gebruiker d ON d.id = s.door WHERE s.regio_id = kijker_cp();
CREATE TEMP VIEW nieuw_leessignaal AS SELECT gebruiker_id, dag, personen, oordeel FROM alle_leessignaal WHERE 0;
-- The register of processing: the house's words and the regio's own.
CREATE TEMP VIEW verwerking AS
SELECT v.id, v.soort, s.volgorde, s.naam, s.doel, s.grondslag AS huis_grondslag, s.betrokkenen, s.gegevens, s.ontvangers AS huis_ontvangers, s.maatregelen, v.grondslag, v.ontvangers, v.verwerkers, v.toelichting, v.gewijzigd_op,
       (SELECT g.naam FROM alle_gebruiker g WHERE g.id = v.gewijzigd_door) AS wie, v.versie,
       (SELECT group_concat(k.naam || ': ' || CASE WHEN k.termijn IS NULL THEN 'geen eigen termijn' WHEN k.termijn = 0 THEN 'meteen' ELSE k.termijn || CASE k.eenheid WHEN 'years' THEN ' jaar' WHEN 'months' THEN ' maanden'
               WHEN 'days' THEN ' dagen' ELSE ' uur' END END || CASE WHEN k.vanaf = '' THEN '' ELSE ' na ' || k.vanaf END, '
') FROM bewaarklasse k WHERE instr(s.klassen, ',' || k.soort || ',') > 0) AS termijnen
  FROM alle_verwerking v JOIN alle_verwerking_soort s ON s.soort = v.soort WHERE v.regio_id = kijker_cp();
CREATE TEMP VIEW verwerking_historie AS
SELECT a.id, a.op, a.rij, a.voor, a.na, g.naam AS wie FROM alle_audit a LEFT JOIN alle_gebruiker g ON g.id = a.wie WHERE a.wat = 'verwerking.wijzigen' AND a.regio = kijker_cp();

-- Published policy is public: what an effort is worth.
CREATE TEMP VIEW bouwblokkenset AS
SELECT s.id, s.regio_id, s.naam, s.versie, s.bron, s.geldig_van, s.geldig_tm, s.peil, s.fte_uren, s.min_uren, s.aanloop_mnd, s.binnen_project, s.cap_basis, s.onderbreking_mnd, s.doelgroep_peil
  FROM alle_bouwblokkenset s WHERE s.status = 'gepubliceerd';
CREATE TEMP VIEW bouwblok AS
SELECT b.id, b.set_id, b.code, b.label, b.toelichting, b.volgorde, b.rubriek, b.soort, b.eenheid, b.tarief, b.periode_mnd, b.naar_uren, b.cap_mnd, b.cap_veld, b.dagmax, b.opbouw, b.groep
  FROM alle_bouwblok b JOIN alle_bouwblokkenset s ON s.id = b.set_id WHERE s.status = 'gepubliceerd';
CREATE TEMP VIEW conditie AS
SELECT c.id, c.bouwblok_id, b.set_id, c.attribuut, c.operator, c.waarde, c.gewicht
  FROM alle_conditie c JOIN alle_bouwblok b ON b.id = c.bouwblok_id JOIN alle_bouwblokkenset s ON s.id = b.set_id WHERE s.status = 'gepubliceerd';
CREATE TEMP VIEW attribuut AS SELECT t.naam, t.type, t.vraag, t.hint, t.keuzes, t.afgeleid FROM alle_attribuut t;

-- "bouwblokkensets: CP own regio": also concepts. Published by another than who read it in or changed it last (spec 3); never changed after that; withdrawn only as long
-- as no project has it and nothing newer is published.
CREATE TEMP VIEW set_beheer AS
SELECT s.id, s.naam, s.versie, s.bron, s.geldig_van, s.geldig_tm, s.status, s.peil, s.fte_uren, s.min_uren, s.aanloop_mnd, s.binnen_project, s.cap_basis, s.onderbreking_mnd, s.doelgroep_peil,
       s.bewerking, s.ingelezen_op, s.gewijzigd_op, s.gepubliceerd_op, s.ingetrokken_op, s.ingetrokken_reden,
       (SELECT g.naam FROM alle_gebruiker g WHERE g.id = s.ingelezen_door) AS ingelezen_wie, (SELECT g.naam FROM alle_gebruiker g WHERE g.id = s.gewijzigd_door) AS gewijzigd_wie,
       (SELECT g.naam FROM alle_gebruiker g WHERE g.id = s.gepubliceerd_door) AS gepubliceerd_wie,
       (SELECT count(*) FROM alle_project p WHERE p.set_id = s.id) AS projecten,
       s.status = 'concept' AS mag_wijzigen,
       s.status = 'concept' AND s.ingelezen_door IS NOT kijker() AND s.gewijzigd_door IS NOT kijker() AS mag_publiceren,
       s.status = 'gepubliceerd' AS mag_herwaarderen,
       s.status = 'concept' OR (s.status = 'gepubliceerd' AND NOT EXISTS (SELECT 1 FROM alle_project p WHERE p.set_id = s.id)
                                AND NOT EXISTS (SELECT 1 FROM alle_bouwblokkenset l WHERE l.regio_id = s.regio_id AND l.status = 'gepubliceerd' AND l.geldig_van > s.geldig_van)) AS mag_intrekken
  FROM alle_bouwblokkenset s WHERE s.regio_id = kijker_cp();
CREATE TEMP VIEW blok_beheer AS
SELECT b.id, b.set_id, b.code, b.label, b.toelichting, b.volgorde, b.rubriek, b.soort, b.eenheid, b.tarief, b.periode_mnd, b.naar_uren, b.cap_mnd, b.cap_veld, b.dagmax, b.opbouw, b.groep,
       s.status = 'concept' AS mag_wijzigen
  FROM alle_bouwblok b JOIN alle_bouwblokkenset s ON s.id = b.set_id WHERE s.regio_id = kijker_cp();
CREATE TEMP VIEW conditie_beheer AS
SELECT c.id, c.bouwblok_id, b.set_id, c.attribuut, c.operator, c.waarde, c.gewicht
  FROM alle_conditie c JOIN alle_bouwblok b ON b.id = c.bouwblok_id JOIN alle_bouwblokkenset s ON s.id = b.set_id WHERE s.regio_id = kijker_cp();

-- ---- plan van aanpak: "OG read; ON and IM write, submit; AM assess, record prestatieafspraken; CP read" ----
-- What is known of a project for its plan, and what the viewer may do with the plan. While a version waits for the accountmanager nobody edits.
CREATE TEMP VIEW plan_feiten_linked AS
SELECT p.id AS project_id, p.naam AS contract, n.naam AS opdrachtnemer, n.kvk, n.adres, n.postcode, n.plaats, p.start, p.eind, p.verlengbaar, p.opdrachtwaarde_cent, p.sr_bp,
       (SELECT c.trede FROM alle_pso c WHERE c.organisatie_id = n.id AND vandaag() BETWEEN c.van AND c.tm ORDER BY c.van DESC, c.id DESC LIMIT 1) AS pso_trede,
       p.afgerond_op IS NULL AND kijker_soort() IN (2, 4) AND NOT EXISTS (SELECT 1 FROM alle_plan v WHERE v.project_id = p.id AND v.status = 'ingediend') AS mag_plan,
       p.afgerond_op IS NULL AND kijker_soort() = 8 AND EXISTS (SELECT 1 FROM alle_plan v WHERE v.project_id = p.id AND v.status = 'ingediend') AS mag_plan_beoordelen
  FROM project_linked p JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id;
CREATE TEMP VIEW plan_feiten_regio AS
SELECT p.id AS project_id, p.naam AS contract, n.naam AS opdrachtnemer, n.kvk, n.adres, n.postcode, n.plaats, p.start, p.eind, p.verlengbaar, p.opdrachtwaarde_cent, p.sr_bp,
       (SELECT c.trede FROM alle_pso c WHERE c.organisatie_id = n.id AND vandaag() BETWEEN c.van AND c.tm ORDER BY c.van DESC, c.id DESC LIMIT 1) AS pso_trede,
       0 AS mag_plan, 0 AS mag_plan_beoordelen
  FROM project_regio p JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id;
-- The versions; a concept is its authors' alone. oordeel: the status, for the accountmanager's write.
CREATE TEMP VIEW plan_linked AS
SELECT v.id, v.project_id, v.nr, v.status, v.status AS oordeel, v.versie, v.contact_id, v.opdrachtwaarde_cent, v.sr_bp, v.verlengingsopties, v.vacatures, v.leerwerkplekken, v.begeleiding, v.inkopen,
       v.meerwaarde, v.werkzaamheden, v.toelichting, v.pso_trede, v.aanvullend, v.gewijzigd_op, v.contract, v.opdrachtnemer, v.kvk, v.adres, v.postcode, v.plaats, v.contact_naam, v.contact_functie,
       v.contact_email, v.contact_telefoon, v.start, v.eind, v.verlengbaar, v.set_id, v.netto_cent, v.ingediend_op, v.beoordeeld_op, v.opmerkingen, v.prestatieafspraken, v.termijn,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.gewijzigd_door) AS gewijzigd_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.ingediend_door) AS ingediend_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.beoordeeld_door) AS beoordeeld_wie
  FROM alle_plan v JOIN project_linked p ON p.id = v.project_id
 WHERE v.status <> 'concept' OR kijker_soort() IN (2, 4);
CREATE TEMP VIEW plan_regio AS
SELECT v.id, v.project_id, v.nr, v.status, v.status AS oordeel, v.versie, v.contact_id, v.opdrachtwaarde_cent, v.sr_bp, v.verlengingsopties, v.vacatures, v.leerwerkplekken, v.begeleiding, v.inkopen,
       v.meerwaarde, v.werkzaamheden, v.toelichting, v.pso_trede, v.aanvullend, v.gewijzigd_op, v.contract, v.opdrachtnemer, v.kvk, v.adres, v.postcode, v.plaats, v.contact_naam, v.contact_functie,
       v.contact_email, v.contact_telefoon, v.start, v.eind, v.verlengbaar, v.set_id, v.netto_cent, v.ingediend_op, v.beoordeeld_op, v.opmerkingen, v.prestatieafspraken, v.termijn,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.gewijzigd_door) AS gewijzigd_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.ingediend_door) AS ingediend_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = v.beoordeeld_door) AS beoordeeld_wie
  FROM alle_plan v JOIN project_regio p ON p.id = v.project_id
 WHERE v.status <> 'concept';
CREATE TEMP VIEW plan_regel_linked AS
SELECT t.plan_id, t.nr, t.bouwblok_id, t.personen, t.uren, t.maanden, t.van, t.bedrag_cent, t.aantal_uren FROM alle_plan_regel t WHERE EXISTS (SELECT 1 FROM plan_linked v WHERE v.id = t.plan_id);
CREATE TEMP VIEW plan_regel_regio AS
SELECT t.plan_id, t.nr, t.bouwblok_id, t.personen, t.uren, t.maanden, t.van, t.bedrag_cent, t.aantal_uren FROM alle_plan_regel t WHERE EXISTS (SELECT 1 FROM plan_regio v WHERE v.id = t.plan_id);
CREATE TEMP VIEW plan_doelgroep_linked AS
SELECT t.plan_id, t.doelgroep, t.aantal FROM alle_plan_doelgroep t WHERE EXISTS (SELECT 1 FROM plan_linked v WHERE v.id = t.plan_id);
CREATE TEMP VIEW plan_doelgroep_regio AS
SELECT t.plan_id, t.doelgroep, t.aantal FROM alle_plan_doelgroep t WHERE EXISTS (SELECT 1 FROM plan_regio v WHERE v.id = t.plan_id);

-- ---- hulpvragen: who asked sees the own ones and what was answered; the coordinatiepunt those of its regio, with its internal notes ----
CREATE TEMP VIEW hulpvraag_linked AS
SELECT h.id, h.regio_id, r.naam AS regio, r.cp_email, h.gebruiker_id, g.naam AS wie, g.email, o.naam AS organisatie, o.soort AS organisatie_soort, h.pagina, h.vraag, h.op, h.staat, h.behandelaar_id,
       b.naam AS behandelaar, h.gewijzigd_op, h.versie, 0 AS mag_behandelen, h.staat IN ('beantwoord', 'gesloten') AS mag_reageren
  FROM alle_hulpvraag h JOIN alle_regio r ON r.id = h.regio_id JOIN alle_gebruiker g ON g.id = h.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker b ON b.id = h.behandelaar_id
 WHERE h.gebruiker_id = kijker() AND kijker_cp() IS NULL;
CREATE TEMP VIEW hulpvraag_regio AS
SELECT h.id, h.regio_id, r.naam AS regio, r.cp_email, h.gebruiker_id, g.naam AS wie, g.email, o.naam AS organisatie, o.soort AS organisatie_soort, h.pagina, h.vraag, h.op, h.staat, h.behandelaar_id,
       b.naam AS behandelaar, h.gewijzigd_op, h.versie, 1 AS mag_behandelen, h.gebruiker_id = kijker() AND h.staat IN ('beantwoord', 'gesloten') AS mag_reageren
  FROM alle_hulpvraag h JOIN alle_regio r ON r.id = h.regio_id JOIN alle_gebruiker g ON g.id = h.gebruiker_id JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker b ON b.id = h.behandelaar_id
 WHERE h.regio_id = kijker_cp();
CREATE TEMP VIEW hulpvraag_regel_linked AS
SELECT t.id, t.hulpvraag_id, t.soort, t.tekst, t.op, g.naam AS wie, o.naam AS organisatie
  FROM alle_hulpvraag_regel t JOIN alle_gebruiker g ON g.id = t.door JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE t.soort <> 'notitie' AND EXISTS (SELECT 1 FROM hulpvraag_linked h WHERE h.id = t.hulpvraag_id);
CREATE TEMP VIEW hulpvraag_regel_regio AS
SELECT t.id, t.hulpvraag_id, t.soort, t.tekst, t.op, g.naam AS wie, o.naam AS organisatie
  FROM alle_hulpvraag_regel t JOIN alle_gebruiker g ON g.id = t.door JOIN alle_organisatie o ON o.id = g.organisatie_id
 WHERE EXISTS (SELECT 1 FROM hulpvraag_regio h WHERE h.id = t.hulpvraag_id);
CREATE TEMP VIEW nieuw_hulpvraag_regel AS SELECT hulpvraag_id, soort, tekst, h.versie AS versie FROM alle_hulpvraag_regel JOIN alle_hulpvraag h WHERE 0;

-- ---- steekproef: "ON and IM: answer; AM (linked projects): draw, tick; CP (own regio): all"; OG nothing ----
-- What may be drawn from: not what was sent back or withdrawn, not of an afgerond project, not of who objected or was erased. Its weight: what it will be worth once approved and run out.
CREATE TEMP VIEW steekproef_keuze_linked AS
SELECT i.id, p.regio_id, i.soort, i.status, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END AS waarde_cent, v.start, coalesce(v.uit_dienst, v.eind) AS eind,
       b.label AS blok, p.naam_sleutel, og.naam_sleutel AS opdrachtgever_sleutel, n.naam_sleutel AS opdrachtnemer_sleutel
  FROM kijker_koppeling kp JOIN alle_project p ON p.id = kp.project_id
  JOIN alle_inzet i ON i.project_id = p.id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_bouwblok b ON b.id = v.bouwblok_id
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id
 WHERE kijker_soort() = 8 AND kijker_organisatie() IN (p.wsp_id, p.extra_wsp_id)
   AND p.afgerond_op IS NULL AND i.ingetrokken_op IS NULL AND i.status <> 'teruggestuurd' AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL;
CREATE TEMP VIEW steekproef_keuze_regio AS
SELECT i.id, p.regio_id, i.soort, i.status, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END AS waarde_cent, v.start, coalesce(v.uit_dienst, v.eind) AS eind,
       b.label AS blok, p.naam_sleutel, og.naam_sleutel AS opdrachtgever_sleutel, n.naam_sleutel AS opdrachtnemer_sleutel
  FROM alle_project p
  JOIN alle_inzet i ON i.project_id = p.id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_bouwblok b ON b.id = v.bouwblok_id
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id
 WHERE p.regio_id = kijker_cp()
   AND p.afgerond_op IS NULL AND i.ingetrokken_op IS NULL AND i.status <> 'teruggestuurd' AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL;
-- The items, each with its project. gecorrigeerd and teruggestuurd: what happened to the inzet after it was drawn. A drawn item stays, also of a project that was afgerond meanwhile.
CREATE TEMP VIEW steekproef_item_linked AS
SELECT t.id, t.steekproef_id, t.nr, t.inzet_id, i.project_id, s.regio_id, t.toen, t.waarde_cent, t.antwoord, t.antwoord_op, t.antwoord_versie, t.uitkomst, t.opmerking, t.vervolg, t.beoordeeld_op, t.versie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = t.antwoord_door) AS antwoord_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = t.beoordeeld_door) AS beoordeeld_wie,
       (SELECT count(*) FROM alle_gezien z WHERE z.item_id = t.id AND z.ingetrokken_op IS NULL) AS gezien,
       (SELECT count(*) FROM alle_bewijs w WHERE w.inzet_id = t.inzet_id AND w.ingetrokken_op IS NULL) AS vooraf,
       i.versie > t.toen AS gecorrigeerd,
       i.status = 'teruggestuurd' OR EXISTS (SELECT 1 FROM alle_inzet_was h WHERE h.inzet_id = i.id AND h.tot >= s.op AND h.status = 'teruggestuurd') AS teruggestuurd,
       s.op AS getrokken_op, s.deadline, s.gesloten_op, kijker_soort() = 8 AND s.gesloten_op IS NULL AS mag_oordeel, kijker_soort() IN (2, 4) AND s.gesloten_op IS NULL
       AND NOT EXISTS (SELECT 1 FROM alle_kandidaat k WHERE k.id = i.kandidaat_id AND k.gewist_op IS NOT NULL) AS mag_antwoord      -- no words any more about who was erased
  FROM alle_steekproef_item t JOIN alle_steekproef s ON s.id = t.steekproef_id JOIN alle_inzet i ON i.id = t.inzet_id
 WHERE kijker_soort() IN (2, 4, 8) AND EXISTS (SELECT 1 FROM project_linked p WHERE p.id = i.project_id);
CREATE TEMP VIEW steekproef_item_regio AS
SELECT t.id, t.steekproef_id, t.nr, t.inzet_id, i.project_id, s.regio_id, t.toen, t.waarde_cent, t.antwoord, t.antwoord_op, t.antwoord_versie, t.uitkomst, t.opmerking, t.vervolg, t.beoordeeld_op, t.versie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = t.antwoord_door) AS antwoord_wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = t.beoordeeld_door) AS beoordeeld_wie,
       (SELECT count(*) FROM alle_gezien z WHERE z.item_id = t.id AND z.ingetrokken_op IS NULL) AS gezien,
       (SELECT count(*) FROM alle_bewijs w WHERE w.inzet_id = t.inzet_id AND w.ingetrokken_op IS NULL) AS vooraf,
       i.versie > t.toen AS gecorrigeerd,
       i.status = 'teruggestuurd' OR EXISTS (SELECT 1 FROM alle_inzet_was h WHERE h.inzet_id = i.id AND h.tot >= s.op AND h.status = 'teruggestuurd') AS teruggestuurd,
       s.op AS getrokken_op, s.deadline, s.gesloten_op, s.gesloten_op IS NULL AS mag_oordeel, 0 AS mag_antwoord
  FROM alle_steekproef s JOIN alle_steekproef_item t ON t.steekproef_id = s.id JOIN alle_inzet i ON i.id = t.inzet_id
 WHERE s.regio_id = kijker_cp();
-- Seen by who sees one of its items. The numbers are of the items the viewer sees. Closing: an accountmanager one that an accountmanager drew and of which all items are on linked projects.
CREATE TEMP VIEW steekproef_linked AS
SELECT s.id, s.regio_id, s.filter, s.weging, s.gevraagd, s.omvang, s.populatie_aantal, s.populatie_cent, s.populatie_sha256, s.zaad, s.deadline, s.toelichting, s.op, s.gesloten_op, s.vervallen, s.conclusie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = s.door) AS wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = s.gesloten_door) AS gesloten_wie,
       kijker_soort() = 8 AND s.gesloten_op IS NULL AND EXISTS (SELECT 1 FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = s.door AND o.soort = 'wsp')
           AND NOT EXISTS (SELECT 1 FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id WHERE t.steekproef_id = s.id AND NOT EXISTS (SELECT 1 FROM project_linked p WHERE p.id = i.project_id)) AS mag_sluiten
  FROM alle_steekproef s
 WHERE kijker_soort() IN (2, 4, 8)
   AND EXISTS (SELECT 1 FROM alle_steekproef_item t JOIN alle_inzet i ON i.id = t.inzet_id WHERE t.steekproef_id = s.id AND EXISTS (SELECT 1 FROM project_linked p WHERE p.id = i.project_id));
CREATE TEMP VIEW steekproef_regio AS
SELECT s.id, s.regio_id, s.filter, s.weging, s.gevraagd, s.omvang, s.populatie_aantal, s.populatie_cent, s.populatie_sha256, s.zaad, s.deadline, s.toelichting, s.op, s.gesloten_op, s.vervallen, s.conclusie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = s.door) AS wie,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = s.gesloten_door) AS gesloten_wie,
       s.gesloten_op IS NULL AS mag_sluiten
  FROM alle_steekproef s WHERE s.regio_id = kijker_cp();
CREATE TEMP VIEW steekproef_populatie_linked AS SELECT s.id, s.populatie FROM alle_steekproef s WHERE EXISTS (SELECT 1 FROM steekproef_linked z WHERE z.id = s.id);
CREATE TEMP VIEW steekproef_populatie_regio AS SELECT s.id, s.populatie FROM alle_steekproef s WHERE s.regio_id = kijker_cp();
-- Evidence registered beforehand: the contractor and its intermediair add and withdraw; who assesses reads.
CREATE TEMP VIEW bewijs_linked AS
SELECT w.id, w.inzet_id, i.project_id, w.soort, w.dag, w.sha256, w.op, w.ingetrokken_op, w.ingetrokken_reden,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = w.door) AS wie,
       kijker_soort() IN (2, 4) AND w.ingetrokken_op IS NULL AND p.afgerond_op IS NULL AS mag_intrekken
  FROM alle_bewijs w JOIN alle_inzet i ON i.id = w.inzet_id JOIN project_linked p ON p.id = i.project_id WHERE kijker_soort() IN (2, 4, 8);
CREATE TEMP VIEW bewijs_regio AS
SELECT w.id, w.inzet_id, i.project_id, w.soort, w.dag, w.sha256, w.op, w.ingetrokken_op, w.ingetrokken_reden,
       (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = w.door) AS wie, 0 AS mag_intrekken
  FROM alle_bewijs w JOIN alle_inzet i ON i.id = w.inzet_id JOIN project_regio p ON p.id = i.project_id;
-- What was seen of an item.
CREATE TEMP VIEW gezien_linked AS
SELECT z.id, z.item_id, t.steekproef_id, z.soort, z.dag, z.sha256, z.vergelijk, z.op, z.ingetrokken_op, (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = z.door) AS wie,
       w.op AS bewijs_op, w.op < t.getrokken_op AS bewijs_vooraf, t.mag_oordeel AND z.ingetrokken_op IS NULL AS mag_intrekken
  FROM alle_gezien z JOIN steekproef_item_linked t ON t.id = z.item_id LEFT JOIN alle_bewijs w ON w.id = z.bewijs_id;
CREATE TEMP VIEW gezien_regio AS
SELECT z.id, z.item_id, t.steekproef_id, z.soort, z.dag, z.sha256, z.vergelijk, z.op, z.ingetrokken_op, (SELECT g.naam || ' (' || o.naam || ')' FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = z.door) AS wie,
       w.op AS bewijs_op, w.op < t.getrokken_op AS bewijs_vooraf, t.mag_oordeel AND z.ingetrokken_op IS NULL AS mag_intrekken
  FROM alle_gezien z JOIN steekproef_item_regio t ON t.id = z.item_id LEFT JOIN alle_bewijs w ON w.id = z.bewijs_id;
CREATE TEMP VIEW nieuw_steekproef AS SELECT filter, weging, gevraagd, omvang, populatie, populatie_aantal, populatie_cent, populatie_sha256, zaad, deadline, toelichting FROM alle_steekproef WHERE 0;
CREATE TEMP VIEW nieuw_steekproef_item AS SELECT steekproef_id, nr, inzet_id FROM alle_steekproef_item WHERE 0;
CREATE TEMP VIEW nieuw_bewijs AS SELECT inzet_id, soort, dag, sha256 FROM alle_bewijs WHERE 0;
CREATE TEMP VIEW nieuw_gezien AS SELECT item_id, soort, dag, sha256 FROM alle_gezien WHERE 0;

-- ---- huisstijl: a coordinatiepunt its own. A published theme and logo are public, as our own sheet is: anybody may have them by their hash; a concept only its coordinatiepunt ----
CREATE TEMP VIEW huisstijl AS
SELECT h.id, h.staat, h.thema_bestand, h.thema, h.thema_kenmerk, h.logo_soort, h.logo, h.logo_kenmerk, h.logo_alt, h.op, g.naam AS wie
  FROM alle_huisstijl h JOIN alle_gebruiker g ON g.id = h.door WHERE h.regio_id = kijker_cp();
CREATE TEMP VIEW huisstijl_blad AS
SELECT h.thema, h.thema_kenmerk, h.logo_soort, h.logo, h.logo_kenmerk FROM alle_huisstijl h WHERE h.staat = 'gepubliceerd' OR h.regio_id = kijker_cp();
CREATE TEMP VIEW nieuw_huisstijl AS SELECT 0 AS basis, thema_bestand, thema, thema_kenmerk, logo_soort, logo, logo_kenmerk, logo_alt FROM alle_huisstijl WHERE 0;

-- ---- inhoud: "policy, news, general information, FAQ: OG, AM read own regio; ON, IM read regios of own projects; CP: write (own regio)" ----
CREATE TEMP VIEW kijker_regios AS
SELECT kijker_regio() AS id WHERE kijker_soort() IN (1, 8, 16) UNION SELECT p.regio_id FROM project_linked p WHERE kijker_soort() IN (2, 4);
-- What is read today: of each text the version in force. Of beleid that is the one with the latest day that has come; of the rest the newest, from its first day up to its last. Public
-- news is for everybody, also without a session; eigen: of a regio of the viewer. voor: for which kinds of organisatie it was written.
CREATE TEMP VIEW inhoud_lezen AS
SELECT i.id, i.regio_id, r.naam AS regio, i.soort, v.id AS versie_id, v.nr, v.titel, v.tekst, v.van, v.tm, i.soort = 'nieuws' AND v.openbaar AS openbaar, v.vast, v.rubriek, v.volgorde, v.op,
       i.regio_id IN (SELECT k.id FROM kijker_regios k) AND (v.voor & kijker_soort() OR kijker_soort() = 16) AS eigen
  FROM alle_inhoud i JOIN alle_regio r ON r.id = i.regio_id
  JOIN alle_inhoud_versie v ON v.id = CASE i.soort
       WHEN 'beleid' THEN (SELECT x.id FROM alle_inhoud_versie x WHERE x.inhoud_id = i.id AND x.staat = 'gepubliceerd' AND x.van <= vandaag() ORDER BY x.van DESC, x.nr DESC LIMIT 1)
       ELSE (SELECT x.id FROM alle_inhoud_versie x WHERE x.inhoud_id = i.id AND x.staat = 'gepubliceerd' ORDER BY x.nr DESC LIMIT 1) END
 WHERE i.ingetrokken_op IS NULL AND v.van <= vandaag() AND (v.tm IS NULL OR v.tm >= vandaag())
   AND ((i.soort = 'nieuws' AND v.openbaar) OR (i.regio_id IN (SELECT k.id FROM kijker_regios k) AND (v.voor & kijker_soort() OR kijker_soort() = 16)));
-- Of beleid the other published versions too: what was in force before, and what will be.
CREATE TEMP VIEW beleid_versie AS
SELECT v.id, v.inhoud_id, v.nr, v.titel, v.tekst, v.van, v.wijziging, v.op
  FROM alle_inhoud_versie v JOIN inhoud_lezen l ON l.id = v.inhoud_id WHERE l.soort = 'beleid' AND v.staat = 'gepubliceerd';
-- The coordinatiepunt: all texts of its regio with all their versions. titel and the like are those of the newest version.
CREATE TEMP VIEW inhoud AS
SELECT i.id, i.soort, i.versie, i.ingetrokken_op, v.titel, v.van, v.op, g.naam AS wie, v.staat = 'concept' AS heeft_concept,
       EXISTS (SELECT 1 FROM alle_inhoud_versie p WHERE p.inhoud_id = i.id AND p.staat = 'gepubliceerd') AS heeft_gepubliceerd,
       CASE WHEN i.ingetrokken_op IS NOT NULL THEN 'ingetrokken' WHEN NOT EXISTS (SELECT 1 FROM alle_inhoud_versie p WHERE p.inhoud_id = i.id AND p.staat = 'gepubliceerd') THEN 'concept'
            WHEN i.soort = 'beleid' THEN CASE WHEN EXISTS (SELECT 1 FROM alle_inhoud_versie p WHERE p.inhoud_id = i.id AND p.staat = 'gepubliceerd' AND p.van <= vandaag()) THEN 'gepubliceerd' ELSE 'gepland' END
            ELSE (SELECT CASE WHEN p.van > vandaag() THEN 'gepland' WHEN p.tm < vandaag() THEN 'verlopen' ELSE 'gepubliceerd' END FROM alle_inhoud_versie p WHERE p.inhoud_id = i.id AND p.staat = 'gepubliceerd'
                   ORDER BY p.nr DESC LIMIT 1) END AS staat,
       EXISTS (SELECT 1 FROM alle_inhoud_versie p WHERE p.inhoud_id = i.id AND p.staat = 'gepubliceerd') AND i.ingetrokken_op IS NULL AS mag_intrekken, v.staat = 'concept' AS mag_publiceren
  FROM alle_inhoud i JOIN alle_inhoud_versie v ON v.id = (SELECT x.id FROM alle_inhoud_versie x WHERE x.inhoud_id = i.id ORDER BY x.nr DESC LIMIT 1) JOIN alle_gebruiker g ON g.id = v.door
 WHERE i.regio_id = kijker_cp();
CREATE TEMP VIEW inhoud_versie AS
SELECT v.id, v.inhoud_id, v.nr, v.staat, v.titel, v.tekst, v.van, v.tm, v.openbaar, v.vast, v.voor, v.rubriek, v.volgorde, v.wijziging, v.op, g.naam AS wie,
       EXISTS (SELECT 1 FROM inhoud_lezen l WHERE l.id = v.inhoud_id AND l.versie_id = v.id) AS geldt
  FROM alle_inhoud_versie v JOIN alle_inhoud i ON i.id = v.inhoud_id JOIN alle_gebruiker g ON g.id = v.door WHERE i.regio_id = kijker_cp();
CREATE TEMP VIEW nieuw_inhoud AS SELECT soort, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging FROM alle_inhoud_versie JOIN alle_inhoud WHERE 0;
CREATE TEMP VIEW nieuw_inhoud_versie AS SELECT inhoud_id, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, i.versie AS versie FROM alle_inhoud_versie JOIN alle_inhoud i WHERE 0;
-- The line about maintenance: the coordinatiepunt its own; it reaches the others with their session.
CREATE TEMP VIEW onderhoud AS
SELECT o.id, o.tekst, o.van, o.tot, o.versie, o.op, g.naam AS wie FROM alle_onderhoud o JOIN alle_gebruiker g ON g.id = o.door WHERE o.regio_id = kijker_cp();
CREATE TEMP VIEW nieuw_onderhoud AS SELECT tekst, van, tot, versie FROM alle_onderhoud WHERE 0;

-- ---- what may be added: views without rows, filled through the triggers below ----
CREATE TEMP VIEW nieuw_organisatie AS SELECT soort, regio_id, wsp_id, naam, kvk, og_soort, adres, postcode, plaats FROM alle_organisatie WHERE 0;
CREATE TEMP VIEW nieuw_gebruiker AS SELECT organisatie_id, email, email_sleutel, naam, telefoon, functie FROM alle_gebruiker WHERE 0;
CREATE TEMP VIEW nieuw_project AS
SELECT naam, projectgroep, opdrachtgever_id, opdrachtnemer_id, plaats, start, eind, sector, set_id, afspraak, opdrachtwaarde_cent, sr_bp, verplichting_cent, verlengbaar, toelichting
  FROM alle_project WHERE 0;
CREATE TEMP VIEW nieuw_toegang AS SELECT opmerking FROM alle_toegang WHERE 0;
CREATE TEMP VIEW nieuw_samenvoeging AS SELECT blijft_id, weg_id, naam_van, adres_van, reden FROM alle_samenvoeging WHERE 0;
CREATE TEMP VIEW nieuw_samenvoeging_akkoord AS SELECT samenvoeging_id FROM alle_samenvoeging_akkoord WHERE 0;
CREATE TEMP VIEW nieuw_overdracht AS SELECT gebruiker_id AS van_id, waarnemer_id AS naar_id, 0 AS blokkeer FROM alle_waarneming WHERE 0;
CREATE TEMP VIEW nieuw_waarneming AS SELECT gebruiker_id, waarnemer_id, van, tm FROM alle_waarneming WHERE 0;
CREATE TEMP VIEW nieuw_koppeling AS SELECT project_id, gebruiker_id FROM alle_koppeling WHERE 0;
CREATE TEMP VIEW nieuw_periode AS SELECT project_id, start, eind, geschat_cent, vastgesteld_cent, omzet_verwacht_cent, omzet_cent, bp FROM alle_periode WHERE 0;
CREATE TEMP VIEW nieuw_verlenging AS SELECT project_id, tm, bedrag_cent, naam, projectgroep, plaats, sector, toelichting, verlengbaar, p.versie AS versie FROM alle_verlenging JOIN alle_project p WHERE 0;
CREATE TEMP VIEW nieuw_ontbreekt AS SELECT project_id, tekst FROM alle_ontbreekt WHERE 0;
CREATE TEMP VIEW nieuw_eindoordeel AS SELECT project_id, nr, oordeel, netto_cent, actueel_cent, tekort_cent, tekort_reden, maatregel, maatregel_cent, maatregel_dag, toelichting, afgewikkeld_dag, afgewikkeld_cent,
       afgewikkeld_kenmerk FROM alle_eindoordeel WHERE 0;
CREATE TEMP VIEW nieuw_verzoek AS SELECT soort, ontvangen, identiteit FROM alle_verzoek WHERE 0;
CREATE TEMP VIEW nieuw_verzoek_kandidaat AS SELECT verzoek_id, kandidaat_id FROM alle_verzoek_kandidaat WHERE 0;
CREATE TEMP VIEW nieuw_verzoek_daad AS SELECT verzoek_id, kandidaat_id, wat, reden FROM alle_verzoek_daad WHERE 0;
CREATE TEMP VIEW nieuw_uitstel AS SELECT kandidaat_id, tot, reden FROM alle_bewaar_uitstel WHERE 0;
CREATE TEMP VIEW nieuw_vernietiging AS SELECT soort, grond FROM alle_vernietiging WHERE 0;
CREATE TEMP VIEW nieuw_project_uitstel AS SELECT project_id, tot, reden FROM alle_project_uitstel WHERE 0;
CREATE TEMP VIEW nieuw_notitie AS SELECT project_id, tekst FROM alle_notitie WHERE 0;
CREATE TEMP VIEW nieuw_document AS SELECT project_id, naam, inhoud FROM alle_document WHERE 0;
CREATE TEMP VIEW nieuw_kandidaat AS
SELECT project_id, sleutel, naam, initialen, adres, postcode, plaats, geboortedatum, zoek, leeftijdsklasse, geinformeerd_op, toestemming_op FROM alle_kandidaat JOIN alle_inzet WHERE 0;
CREATE TEMP VIEW nieuw_inzet AS SELECT project_id, soort, kandidaat_id FROM alle_inzet WHERE 0;
CREATE TEMP VIEW nieuw_inzet_versie AS
SELECT inzet_id, versie, bouwblok_id, start, eind, uit_dienst, uit_dienst_reden, overeenkomst, functie, cap_eind, aandeel_bp, bedrag_cent, nummer, leverancier, uren, personen, onderaannemer, toelichting,
       document_id, reden
  FROM alle_inzet_versie WHERE 0;
CREATE TEMP VIEW nieuw_inzet_uren AS SELECT versie_id, vanaf, uren FROM alle_inzet_uren WHERE 0;
CREATE TEMP VIEW nieuw_inzet_antwoord AS SELECT versie_id, attribuut, waarde FROM alle_inzet_antwoord WHERE 0;
CREATE TEMP VIEW nieuw_hulpvraag AS SELECT regio_id, pagina, vraag FROM alle_hulpvraag WHERE 0;
CREATE TEMP VIEW nieuw_set AS SELECT naam, versie, bron, geldig_van, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil FROM alle_bouwblokkenset WHERE 0;
CREATE TEMP VIEW nieuw_blok AS
SELECT set_id, code, label, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep FROM alle_bouwblok WHERE 0;
CREATE TEMP VIEW nieuw_conditie AS SELECT bouwblok_id, attribuut, operator, waarde, gewicht FROM alle_conditie WHERE 0;
CREATE TEMP VIEW nieuw_attribuut AS SELECT naam, type, vraag, hint, keuzes FROM alle_attribuut WHERE 0;
CREATE TEMP VIEW nieuw_inlezing AS SELECT project_id, soort, inhoud FROM alle_inlezing WHERE 0;
CREATE TEMP VIEW nieuw_plan AS SELECT project_id, nr FROM alle_plan WHERE 0;
CREATE TEMP VIEW nieuw_plan_regel AS SELECT plan_id, nr, bouwblok_id, personen, uren, maanden, van, bedrag_cent, aantal_uren FROM alle_plan_regel WHERE 0;
CREATE TEMP VIEW nieuw_plan_doelgroep AS SELECT plan_id, doelgroep, aantal FROM alle_plan_doelgroep WHERE 0;

-- ---- PSO certificates (besluiten/0011): the opdrachtnemer its own; the coordinatiepunt those of an opdrachtnemer with a project in its regio, writing while one of
-- these is not afgerond. All others see on the project what counts there. ----
CREATE TEMP VIEW pso_houder_linked AS
SELECT o.id, o.naam, o.kvk, 1 AS mag_wijzigen FROM alle_organisatie o WHERE o.id = kijker_organisatie() AND kijker_soort() = 2;
CREATE TEMP VIEW pso_houder_regio AS
SELECT o.id, o.naam, o.kvk, EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id AND p.regio_id = kijker_cp() AND p.afgerond_op IS NULL) AS mag_wijzigen
  FROM alle_organisatie o
 WHERE o.soort = 'opdrachtnemer' AND EXISTS (SELECT 1 FROM alle_project p WHERE p.opdrachtnemer_id = o.id AND p.regio_id = kijker_cp());
-- What was replaced or removed stays in sight: it is the trace.
CREATE TEMP VIEW pso_linked AS
SELECT c.id, c.organisatie_id, c.trede, c.van, c.tm, c.op, g.naam AS wie, o.naam AS organisatie, c.vervallen_op, c.vervallen_reden, w.naam AS vervallen_wie, wo.naam AS vervallen_organisatie,
       EXISTS (SELECT 1 FROM alle_pso n WHERE n.organisatie_id = c.organisatie_id AND n.vervangt = c.id) AS vervangen, h.mag_wijzigen AND c.vervallen_op IS NULL AS mag_wijzigen
  FROM alle_pso c JOIN pso_houder_linked h ON h.id = c.organisatie_id
  LEFT JOIN alle_gebruiker g ON g.id = c.door LEFT JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker w ON w.id = c.vervallen_door LEFT JOIN alle_organisatie wo ON wo.id = w.organisatie_id;
CREATE TEMP VIEW pso_regio AS
SELECT c.id, c.organisatie_id, c.trede, c.van, c.tm, c.op, g.naam AS wie, o.naam AS organisatie, c.vervallen_op, c.vervallen_reden, w.naam AS vervallen_wie, wo.naam AS vervallen_organisatie,
       EXISTS (SELECT 1 FROM alle_pso n WHERE n.organisatie_id = c.organisatie_id AND n.vervangt = c.id) AS vervangen, h.mag_wijzigen AND c.vervallen_op IS NULL AS mag_wijzigen
  FROM alle_pso c JOIN pso_houder_regio h ON h.id = c.organisatie_id
  LEFT JOIN alle_gebruiker g ON g.id = c.door LEFT JOIN alle_organisatie o ON o.id = g.organisatie_id
  LEFT JOIN alle_gebruiker w ON w.id = c.vervallen_door LEFT JOIN alle_organisatie wo ON wo.id = w.organisatie_id;
CREATE TEMP VIEW nieuw_pso AS SELECT organisatie_id, trede, van, tm, vervangt, vervallen_reden AS reden FROM alle_pso WHERE 0;

-- ---- rapportage: one row per inzet, without anything that says who it is: anonymised for everybody (spec 1, "reports"). Never written. ----
CREATE TEMP VIEW rapport_inzet_linked AS
SELECT i.id, i.project_id, i.soort, i.kandidaat_id, k.leeftijdsklasse, CASE WHEN i.ingetrokken_op IS NULL THEN i.status ELSE 'ingetrokken' END AS status, i.actueel_cent, i.prognose_cent, i.ingediend_cent, v.start, coalesce(v.uit_dienst, v.eind) AS eind, v.overeenkomst,
       (SELECT u.uren FROM alle_inzet_uren u WHERE u.versie_id = v.id ORDER BY u.vanaf DESC LIMIT 1) AS week, v.bedrag_cent, v.uren, v.nummer, v.leverancier, b.label AS blok,
       p.naam AS project, og.naam AS opdrachtgever, n.naam AS opdrachtnemer, p.plaats, p.sector, p.afgerond_op IS NOT NULL AS afgerond, p.som_dag
  FROM kijker_koppeling kp JOIN alle_project p ON p.id = kp.project_id
  JOIN alle_inzet i ON i.project_id = p.id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_bouwblok b ON b.id = v.bouwblok_id
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id
 WHERE kijker_organisatie() IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id);
CREATE TEMP VIEW rapport_inzet_regio AS
SELECT i.id, i.project_id, i.soort, i.kandidaat_id, k.leeftijdsklasse, CASE WHEN i.ingetrokken_op IS NULL THEN i.status ELSE 'ingetrokken' END AS status, i.actueel_cent, i.prognose_cent, i.ingediend_cent, v.start, coalesce(v.uit_dienst, v.eind) AS eind, v.overeenkomst,
       (SELECT u.uren FROM alle_inzet_uren u WHERE u.versie_id = v.id ORDER BY u.vanaf DESC LIMIT 1) AS week, v.bedrag_cent, v.uren, v.nummer, v.leverancier, b.label AS blok,
       p.naam AS project, og.naam AS opdrachtgever, n.naam AS opdrachtnemer, p.plaats, p.sector, p.afgerond_op IS NOT NULL AS afgerond, p.som_dag
  FROM alle_project p
  JOIN alle_inzet i ON i.project_id = p.id JOIN alle_inzet_versie v ON v.inzet_id = i.id AND v.versie = i.versie JOIN alle_bouwblok b ON b.id = v.bouwblok_id
  JOIN alle_organisatie og ON og.id = p.opdrachtgever_id JOIN alle_organisatie n ON n.id = p.opdrachtnemer_id LEFT JOIN alle_kandidaat k ON k.id = i.kandidaat_id
 WHERE p.regio_id = kijker_cp();

-- TRIGGERS (desk only)

-- "change its data: linked OG, CP regio". A change of organisaties stays within what they are.
CREATE TEMP TRIGGER project_wijzigen INSTEAD OF UPDATE OF naam, projectgroep, plaats, start, eind, sector, opdrachtwaarde_cent, sr_bp, verplichting_cent, verlengbaar, toelichting ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    UPDATE alle_project SET naam = NEW.naam, naam_sleutel = vouw(NEW.naam), projectgroep = NEW.projectgroep, plaats = NEW.plaats, start = NEW.start, eind = NEW.eind, sector = NEW.sector,
           opdrachtwaarde_cent = NEW.opdrachtwaarde_cent, sr_bp = NEW.sr_bp, verplichting_cent = NEW.verplichting_cent, verlengbaar = NEW.verlengbaar,
           toelichting = NEW.toelichting, versie = OLD.versie + 1
     WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER project_extra_wsp INSTEAD OF UPDATE OF extra_wsp_id ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_extra_wsp;
    SELECT raise(ABORT, 'Kies een werkgeversservicepunt van deze regio.')
     WHERE NEW.extra_wsp_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_organisatie WHERE id = NEW.extra_wsp_id AND soort = 'wsp' AND samengevoegd_met IS NULL AND id <> OLD.wsp_id);
    DELETE FROM alle_koppeling WHERE project_id = OLD.id AND OLD.extra_wsp_id IS NOT NEW.extra_wsp_id AND gebruiker_id IN (SELECT id FROM alle_gebruiker WHERE organisatie_id = OLD.extra_wsp_id);
    UPDATE alle_project SET extra_wsp_id = NEW.extra_wsp_id, versie = OLD.versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER project_intermediair INSTEAD OF UPDATE OF intermediair_id ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_intermediair;
    SELECT raise(ABORT, 'Kies een SR-intermediair.')
     WHERE NEW.intermediair_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_organisatie WHERE id = NEW.intermediair_id AND soort = 'intermediair' AND samengevoegd_met IS NULL);
    DELETE FROM alle_koppeling WHERE project_id = OLD.id AND OLD.intermediair_id IS NOT NEW.intermediair_id AND gebruiker_id IN (SELECT id FROM alle_gebruiker WHERE organisatie_id = OLD.intermediair_id);
    UPDATE alle_project SET intermediair_id = NEW.intermediair_id, versie = OLD.versie + 1 WHERE id = OLD.id;
END;

-- "register a project: any OG user, for its own organisation; CP: regio". Regio and wsp follow the opdrachtgever; the set must be a published one of that regio.
CREATE TEMP TRIGGER nieuw_project_maken INSTEAD OF INSERT ON nieuw_project
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT EXISTS (SELECT 1 FROM alle_organisatie o WHERE o.id = NEW.opdrachtgever_id AND o.soort = 'opdrachtgever' AND o.samengevoegd_met IS NULL
                          AND ((kijker_soort() = 1 AND o.id = kijker_organisatie()) OR o.regio_id = kijker_cp()));
    SELECT raise(ABORT, 'Kies een opdrachtnemer.') WHERE NOT EXISTS (SELECT 1 FROM alle_organisatie WHERE id = NEW.opdrachtnemer_id AND soort = 'opdrachtnemer' AND samengevoegd_met IS NULL);
    SELECT raise(ABORT, 'Er is geen bouwblokkenset voor deze startdatum.')
     WHERE NOT EXISTS (SELECT 1 FROM alle_bouwblokkenset s JOIN alle_organisatie o ON o.id = NEW.opdrachtgever_id AND o.regio_id = s.regio_id WHERE s.id = NEW.set_id AND s.status = 'gepubliceerd');
    INSERT INTO alle_project (regio_id, naam, naam_sleutel, projectgroep, opdrachtgever_id, wsp_id, opdrachtnemer_id, plaats, start, eind, sector, set_id, afspraak, opdrachtwaarde_cent, sr_bp,
                              verplichting_cent, verlengbaar, toelichting, gemaakt_op, gemaakt_door)
    SELECT o.regio_id, NEW.naam, vouw(NEW.naam), NEW.projectgroep, o.id, o.wsp_id, NEW.opdrachtnemer_id, NEW.plaats, NEW.start, NEW.eind, NEW.sector, NEW.set_id, NEW.afspraak, NEW.opdrachtwaarde_cent, NEW.sr_bp,
           NEW.verplichting_cent, NEW.verlengbaar, NEW.toelichting, nu(), kijker()
      FROM alle_organisatie o WHERE o.id = NEW.opdrachtgever_id;
    SELECT noteer(last_insert_rowid());
    -- who registers is linked; the accountmanagers of the opdrachtgever's wsp too, they hand over among themselves
    INSERT INTO alle_koppeling (project_id, gebruiker_id, op, door)
    SELECT last_insert_rowid(), g.id, nu(), kijker() FROM alle_gebruiker g
     WHERE (g.id = kijker() AND kijker_soort() = 1)
        OR (g.staat <> 'geblokkeerd' AND g.organisatie_id = (SELECT wsp_id FROM alle_organisatie WHERE id = NEW.opdrachtgever_id));
END;

-- "link contacts to a project": who may link whom
CREATE TEMP TRIGGER nieuw_koppeling_maken INSTEAD OF INSERT ON nieuw_koppeling
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT EXISTS (SELECT 1 FROM project p JOIN alle_gebruiker g ON g.id = NEW.gebruiker_id
                        WHERE p.id = NEW.project_id AND p.mag_contact AND g.staat <> 'geblokkeerd'
                          AND CASE kijker_soort() WHEN 1 THEN g.organisatie_id IN (p.opdrachtgever_id, p.opdrachtnemer_id) WHEN 2 THEN g.organisatie_id IN (p.opdrachtnemer_id, p.intermediair_id)
                                WHEN 4 THEN g.organisatie_id = p.intermediair_id WHEN 8 THEN g.organisatie_id = kijker_organisatie()
                                WHEN 16 THEN g.organisatie_id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id) ELSE 0 END);
    INSERT INTO alle_koppeling (project_id, gebruiker_id, op, door) VALUES (NEW.project_id, NEW.gebruiker_id, nu(), kijker()) ON CONFLICT DO NOTHING;
    SELECT noteer(NEW.gebruiker_id);
END;
CREATE TEMP TRIGGER koppeling_verwijderen INSTEAD OF DELETE ON koppeling
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_verwijderen;
    SELECT raise(ABORT, 'Dit is de laatste contactpersoon van deze organisatie. Voeg eerst een ander toe.')
     WHERE EXISTS (SELECT 1 FROM alle_laatste l WHERE l.project_id = OLD.project_id AND l.gebruiker_id = OLD.gebruiker_id);
    DELETE FROM alle_koppeling WHERE project_id = OLD.project_id AND gebruiker_id = OLD.gebruiker_id;
END;

-- periods: added, changed and removed with the right on their project. A vastgestelde period keeps its dates and stays.
CREATE TEMP TRIGGER nieuw_periode_maken INSTEAD OF INSERT ON nieuw_periode
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_perioden);
    INSERT INTO alle_periode (project_id, start, eind, geschat_cent, vastgesteld_cent, vastgesteld_op, vastgesteld_door, omzet_verwacht_cent, omzet_cent, bp, op)
    VALUES (NEW.project_id, NEW.start, NEW.eind, NEW.geschat_cent, NEW.vastgesteld_cent, CASE WHEN NEW.vastgesteld_cent IS NOT NULL THEN nu() END,
            CASE WHEN NEW.vastgesteld_cent IS NOT NULL THEN kijker() END, NEW.omzet_verwacht_cent, NEW.omzet_cent, NEW.bp, nu());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER periode_wijzigen INSTEAD OF UPDATE OF start, eind, geschat_cent, vastgesteld_cent, omzet_verwacht_cent, omzet_cent, bp ON periode
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = OLD.project_id AND p.mag_perioden);
    SELECT raise(ABORT, 'Een vastgestelde periode houdt haar datums. Maak eerst het vastgestelde bedrag leeg.')
     WHERE OLD.vastgesteld_cent IS NOT NULL AND NEW.vastgesteld_cent IS NOT NULL AND (NEW.start <> OLD.start OR NEW.eind <> OLD.eind);
    UPDATE alle_periode SET start = NEW.start, eind = NEW.eind, geschat_cent = NEW.geschat_cent, omzet_verwacht_cent = NEW.omzet_verwacht_cent, omzet_cent = NEW.omzet_cent, bp = NEW.bp,
           vastgesteld_cent = NEW.vastgesteld_cent,
           vastgesteld_op = CASE WHEN NEW.vastgesteld_cent IS OLD.vastgesteld_cent THEN OLD.vastgesteld_op WHEN NEW.vastgesteld_cent IS NULL THEN NULL ELSE nu() END,
           vastgesteld_door = CASE WHEN NEW.vastgesteld_cent IS OLD.vastgesteld_cent THEN vastgesteld_door WHEN NEW.vastgesteld_cent IS NULL THEN NULL ELSE kijker() END
     WHERE id = OLD.id;
END;
-- Periods are edited as one: who saves them says which versie of the project was read.
CREATE TEMP TRIGGER project_perioden INSTEAD OF UPDATE OF versie ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_perioden;
    UPDATE alle_project SET versie = OLD.versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER periode_verwijderen INSTEAD OF DELETE ON periode
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = OLD.project_id AND p.mag_perioden);
    SELECT raise(ABORT, 'Een vastgestelde periode kan niet weg. Maak eerst het vastgestelde bedrag leeg.') WHERE OLD.vastgesteld_cent IS NOT NULL;
    DELETE FROM alle_periode WHERE id = OLD.id;
END;

-- ---- the end of a project ----
-- "extend: linked OG, CP regio": the new end and, in the same act, the data that was checked. The amount counts through alle_verlenging; of a
-- raamovereenkomst through its new periods.
CREATE TEMP TRIGGER nieuw_verlenging_maken INSTEAD OF INSERT ON nieuw_verlenging
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_verlengen);
    SELECT raise(ABORT, 'conflict') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.versie = NEW.versie);
    SELECT raise(ABORT, 'De nieuwe einddatum moet na de einddatum liggen.') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND NEW.tm > p.eind);
    INSERT INTO alle_verlenging (project_id, van, tm, bedrag_cent, op, door) SELECT p.id, date(p.eind, '+1 day'), NEW.tm, NEW.bedrag_cent, nu(), kijker() FROM alle_project p WHERE p.id = NEW.project_id;
    SELECT noteer(last_insert_rowid());
    UPDATE alle_project SET eind = NEW.tm, naam = NEW.naam, naam_sleutel = vouw(NEW.naam), projectgroep = NEW.projectgroep, plaats = NEW.plaats, sector = NEW.sector, toelichting = NEW.toelichting,
           verlengbaar = NEW.verlengbaar, versie = versie + 1 WHERE id = NEW.project_id;
END;
-- The two switches, in order; an approval may be taken back as long as the project is not afgerond.
CREATE TEMP TRIGGER project_goedgekeurd INSTEAD OF UPDATE OF goedgekeurd_op ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT CASE WHEN NEW.goedgekeurd_op IS NULL THEN OLD.mag_intrekken ELSE OLD.mag_goedkeuren END;
    UPDATE alle_project SET goedgekeurd_op = CASE WHEN NEW.goedgekeurd_op IS NULL THEN NULL ELSE nu() END,
           goedgekeurd_door = CASE WHEN NEW.goedgekeurd_op IS NULL THEN NULL ELSE kijker() END, versie = OLD.versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER project_afgerond INSTEAD OF UPDATE OF afgerond_op ON project
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT CASE WHEN NEW.afgerond_op IS NULL THEN OLD.mag_heropenen ELSE OLD.mag_afronden END;
    -- reopened means that something changes: both sign again
    UPDATE alle_project SET afgerond_op = CASE WHEN NEW.afgerond_op IS NOT NULL THEN max(nu(), (SELECT coalesce(max(c.op), 0) FROM alle_pso c WHERE c.organisatie_id = OLD.opdrachtnemer_id),
               (SELECT coalesce(max(c.vervallen_op), 0) FROM alle_pso c WHERE c.organisatie_id = OLD.opdrachtnemer_id)) END, afgerond_door = CASE WHEN NEW.afgerond_op IS NULL THEN NULL ELSE kijker() END,
           telt = CASE WHEN NEW.afgerond_op IS NULL THEN NULL ELSE telt END, pso_hele_looptijd = CASE WHEN NEW.afgerond_op IS NULL THEN NULL ELSE pso_hele_looptijd END,
           goedgekeurd_op = CASE WHEN NEW.afgerond_op IS NULL THEN NULL ELSE goedgekeurd_op END, goedgekeurd_door = CASE WHEN NEW.afgerond_op IS NULL THEN NULL ELSE goedgekeurd_door END,
           versie = OLD.versie + 1 WHERE id = OLD.id;
END;
-- Each is the next of its project: who did not see the newest is told.
CREATE TEMP TRIGGER nieuw_eindoordeel_maken INSTEAD OF INSERT ON nieuw_eindoordeel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_eindoordeel);
    SELECT raise(ABORT, 'conflict') WHERE NEW.nr <> (SELECT coalesce(max(e.nr), 0) + 1 FROM alle_eindoordeel e WHERE e.project_id = NEW.project_id);
    INSERT INTO alle_eindoordeel (project_id, nr, oordeel, netto_cent, actueel_cent, tekort_cent, tekort_reden, maatregel, maatregel_cent, maatregel_dag, toelichting, afgewikkeld_dag, afgewikkeld_cent,
                                  afgewikkeld_kenmerk, op, door)
    VALUES (NEW.project_id, NEW.nr, NEW.oordeel, NEW.netto_cent, NEW.actueel_cent, NEW.tekort_cent, NEW.tekort_reden, NEW.maatregel, NEW.maatregel_cent, NEW.maatregel_dag, NEW.toelichting, NEW.afgewikkeld_dag,
            NEW.afgewikkeld_cent, NEW.afgewikkeld_kenmerk, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_ontbreekt_maken INSTEAD OF INSERT ON nieuw_ontbreekt
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_goedkeuren);
    INSERT INTO alle_ontbreekt (project_id, tekst, op, door) VALUES (NEW.project_id, NEW.tekst, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;

-- ---- notes and documents ----
CREATE TEMP TRIGGER nieuw_notitie_maken INSTEAD OF INSERT ON nieuw_notitie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_notitie);
    INSERT INTO alle_notitie (project_id, tekst, op, door) VALUES (NEW.project_id, NEW.tekst, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER notitie_wijzigen INSTEAD OF UPDATE OF tekst ON notitie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    UPDATE alle_notitie SET tekst = NEW.tekst, gewijzigd_op = nu() WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER nieuw_document_maken INSTEAD OF INSERT ON nieuw_document
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_document);
    INSERT INTO alle_document (project_id, naam, grootte, inhoud, op, door) VALUES (NEW.project_id, NEW.naam, length(NEW.inhoud), NEW.inhoud, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER document_verwijderen INSTEAD OF DELETE ON document
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_verwijderen;
    UPDATE alle_document SET inhoud = NULL, verwijderd_op = nu(), verwijderd_door = kijker() WHERE id = OLD.id;
END;
-- "Beheer › Berichten": the coordinatiepunt sends again what did not arrive; three more days of trying
CREATE TEMP TRIGGER bericht_opnieuw INSTEAD OF UPDATE OF status ON bericht
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_opnieuw OR NEW.status <> 'wacht';
    UPDATE alle_bericht SET status = 'wacht', pogingen = 0, volgende_op = nu(), vanaf_op = nu() WHERE id = OLD.id;
END;

-- "bouwblokkensets, regio settings: CP own regio"
CREATE TEMP TRIGGER regio_wijzigen INSTEAD OF UPDATE OF cp_naam, cp_email, cp_telefoon, cp_tijden, cp_website, telt, identiteit, toestemming, herinnering, drempel_cent, standaard_bp, pso_hele_looptijd, bewaar_jaren, grondslag, privacytekst, verantwoordelijke, fg, lees_grens ON regio
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    -- what is completed keeps what held for it
    UPDATE alle_project SET telt = coalesce(telt, OLD.telt), pso_hele_looptijd = coalesce(pso_hele_looptijd, OLD.pso_hele_looptijd)
     WHERE regio_id = OLD.id AND afgerond_op IS NOT NULL AND (NEW.telt <> OLD.telt OR NEW.pso_hele_looptijd <> OLD.pso_hele_looptijd);
    UPDATE alle_regio SET cp_naam = NEW.cp_naam, cp_email = NEW.cp_email, cp_telefoon = NEW.cp_telefoon, cp_tijden = NEW.cp_tijden, cp_website = NEW.cp_website, telt = NEW.telt, identiteit = NEW.identiteit,
           toestemming = NEW.toestemming, herinnering = NEW.herinnering, drempel_cent = NEW.drempel_cent, standaard_bp = NEW.standaard_bp, pso_hele_looptijd = NEW.pso_hele_looptijd,
           bewaar_jaren = NEW.bewaar_jaren, grondslag = NEW.grondslag, privacytekst = NEW.privacytekst, verantwoordelijke = NEW.verantwoordelijke, fg = NEW.fg,
           lees_grens = NEW.lees_grens, versie = OLD.versie + 1 WHERE id = OLD.id;
END;

-- ---- inlezen ----
CREATE TEMP TRIGGER nieuw_inlezing_maken INSTEAD OF INSERT ON nieuw_inlezing
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_inzet);
    DELETE FROM alle_inlezing WHERE gebruiker_id = kijker() AND project_id = NEW.project_id;
    INSERT INTO alle_inlezing (project_id, gebruiker_id, soort, inhoud, op, verloopt) VALUES (NEW.project_id, kijker(), NEW.soort, NEW.inhoud, nu(), nu() + 21600);
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER inlezing_weg INSTEAD OF DELETE ON inlezing
BEGIN
    DELETE FROM alle_inlezing WHERE id = OLD.id AND gebruiker_id = kijker();
END;

-- ---- bouwblokkensets ----
CREATE TEMP TRIGGER nieuw_set_maken INSTEAD OF INSERT ON nieuw_set
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'Er is al een set met deze naam en versie. Geef een andere versie op.') WHERE EXISTS (SELECT 1 FROM alle_bouwblokkenset s WHERE s.regio_id = kijker_cp() AND s.naam = NEW.naam AND s.versie = NEW.versie);
    INSERT INTO alle_bouwblokkenset (regio_id, naam, versie, bron, geldig_van, status, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil, ingelezen_op, ingelezen_door)
    VALUES (kijker_cp(), NEW.naam, NEW.versie, NEW.bron, NEW.geldig_van, 'concept', NEW.peil, NEW.fte_uren, NEW.min_uren, NEW.aanloop_mnd, NEW.binnen_project, NEW.cap_basis, NEW.onderbreking_mnd, NEW.doelgroep_peil, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
-- every change of a concept goes through here: it counts, and who made it cannot publish
CREATE TEMP TRIGGER set_wijzigen INSTEAD OF UPDATE OF naam, versie, bron, geldig_van, peil, fte_uren, min_uren, aanloop_mnd, binnen_project, cap_basis, onderbreking_mnd, doelgroep_peil, bewerking ON set_beheer
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    SELECT raise(ABORT, 'Er is al een set met deze naam en versie. Geef een andere versie op.')
     WHERE EXISTS (SELECT 1 FROM alle_bouwblokkenset s WHERE s.regio_id = kijker_cp() AND s.naam = NEW.naam AND s.versie = NEW.versie AND s.id <> OLD.id);
    UPDATE alle_bouwblokkenset SET naam = NEW.naam, versie = NEW.versie, bron = NEW.bron, geldig_van = NEW.geldig_van, peil = NEW.peil, fte_uren = NEW.fte_uren, min_uren = NEW.min_uren,
           aanloop_mnd = NEW.aanloop_mnd, binnen_project = NEW.binnen_project, cap_basis = NEW.cap_basis, onderbreking_mnd = NEW.onderbreking_mnd, doelgroep_peil = NEW.doelgroep_peil,
           bewerking = OLD.bewerking + 1, gewijzigd_op = nu(), gewijzigd_door = kijker() WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER set_status INSTEAD OF UPDATE OF status, ingetrokken_reden ON set_beheer
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT CASE NEW.status WHEN 'gepubliceerd' THEN OLD.mag_publiceren WHEN 'ingetrokken' THEN OLD.mag_intrekken ELSE 0 END;
    SELECT raise(ABORT, 'Er is al een gepubliceerde set die op die dag of later begint. Kies een latere ingangsdatum.')
     WHERE NEW.status = 'gepubliceerd' AND EXISTS (SELECT 1 FROM alle_bouwblokkenset s WHERE s.regio_id = kijker_cp() AND s.status = 'gepubliceerd' AND s.geldig_van >= OLD.geldig_van);
    -- the one before ends the day before; withdrawn, it runs on
    UPDATE alle_bouwblokkenset SET geldig_tm = CASE WHEN NEW.status = 'gepubliceerd' THEN date(OLD.geldig_van, '-1 day') END
     WHERE regio_id = kijker_cp() AND status = 'gepubliceerd' AND id <> OLD.id
       AND CASE WHEN NEW.status = 'gepubliceerd' THEN geldig_tm IS NULL ELSE OLD.status = 'gepubliceerd' AND geldig_tm = date(OLD.geldig_van, '-1 day') END;
    UPDATE alle_bouwblokkenset SET status = NEW.status, bewerking = OLD.bewerking + 1,
           gepubliceerd_op = CASE WHEN NEW.status = 'gepubliceerd' THEN nu() ELSE gepubliceerd_op END, gepubliceerd_door = CASE WHEN NEW.status = 'gepubliceerd' THEN kijker() ELSE gepubliceerd_door END,
           ingetrokken_op = CASE WHEN NEW.status = 'ingetrokken' THEN nu() END, ingetrokken_door = CASE WHEN NEW.status = 'ingetrokken' THEN kijker() END,
           ingetrokken_reden = CASE WHEN NEW.status = 'ingetrokken' THEN NEW.ingetrokken_reden ELSE '' END WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER nieuw_blok_maken INSTEAD OF INSERT ON nieuw_blok
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM set_beheer s WHERE s.id = NEW.set_id AND s.mag_wijzigen);
    INSERT INTO alle_bouwblok (set_id, code, label, volgorde, rubriek, soort, eenheid, tarief, periode_mnd, naar_uren, cap_mnd, cap_veld, dagmax, opbouw, groep)
    VALUES (NEW.set_id, NEW.code, NEW.label, NEW.volgorde, NEW.rubriek, NEW.soort, NEW.eenheid, NEW.tarief, NEW.periode_mnd, NEW.naar_uren, NEW.cap_mnd, NEW.cap_veld, NEW.dagmax, NEW.opbouw, NEW.groep);
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_conditie_maken INSTEAD OF INSERT ON nieuw_conditie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM blok_beheer b WHERE b.id = NEW.bouwblok_id AND b.mag_wijzigen);
    INSERT INTO alle_conditie (bouwblok_id, attribuut, operator, waarde, gewicht) VALUES (NEW.bouwblok_id, NEW.attribuut, NEW.operator, NEW.waarde, NEW.gewicht);
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER blok_verwijderen INSTEAD OF DELETE ON blok_beheer
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    DELETE FROM alle_conditie WHERE bouwblok_id = OLD.id;
    DELETE FROM alle_bouwblok WHERE id = OLD.id;
END;
-- a new question for conditions; those that exist are never changed: published sets ask them
CREATE TEMP TRIGGER nieuw_attribuut_maken INSTEAD OF INSERT ON nieuw_attribuut
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'Dit kenmerk bestaat al.') WHERE EXISTS (SELECT 1 FROM alle_attribuut t WHERE t.naam = NEW.naam);
    INSERT INTO alle_attribuut (naam, type, vraag, hint, keuzes) VALUES (NEW.naam, NEW.type, NEW.vraag, NEW.hint, NEW.keuzes);
    SELECT noteer(last_insert_rowid());
END;

-- ---- organisaties and people ----
-- "add a new opdrachtnemer with its first contact: OG, CP"; CP also the other organisaties of its regio and intermediairs
CREATE TEMP TRIGGER nieuw_organisatie_maken INSTEAD OF INSERT ON nieuw_organisatie
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT CASE kijker_soort() WHEN 1 THEN NEW.soort = 'opdrachtnemer'
                 WHEN 16 THEN NEW.soort IN ('opdrachtnemer', 'intermediair') OR (NEW.soort IN ('opdrachtgever', 'wsp') AND NEW.regio_id = kijker_cp()) ELSE 0 END;
    SELECT raise(ABORT, 'Kies een werkgeversservicepunt van deze regio.')
     WHERE NEW.soort = 'opdrachtgever' AND NOT EXISTS (SELECT 1 FROM alle_organisatie WHERE id = NEW.wsp_id AND soort = 'wsp' AND samengevoegd_met IS NULL AND regio_id = kijker_cp());
    INSERT INTO alle_organisatie (soort, regio_id, wsp_id, naam, naam_sleutel, naam_kern, kvk, og_soort, adres, postcode, plaats, gemaakt_op)
    VALUES (NEW.soort, NEW.regio_id, NEW.wsp_id, NEW.naam, vouw(NEW.naam), kern(NEW.naam), NEW.kvk, NEW.og_soort, coalesce(NEW.adres, ''), coalesce(NEW.postcode, ''), coalesce(NEW.plaats, ''), nu());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER organisatie_wijzigen INSTEAD OF UPDATE OF naam, adres, postcode, plaats ON organisatie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    UPDATE alle_organisatie SET naam = NEW.naam, naam_sleutel = vouw(NEW.naam), naam_kern = kern(NEW.naam), adres = NEW.adres, postcode = NEW.postcode, plaats = NEW.plaats, versie = OLD.versie + 1 WHERE id = OLD.id;
END;
-- "invite a colleague of one's own organisation: all"; first contact or another contact of an opdrachtnemer: OG and CP; ON for its intermediairs
CREATE TEMP TRIGGER nieuw_gebruiker_maken INSTEAD OF INSERT ON nieuw_gebruiker
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT EXISTS (SELECT 1 FROM alle_organisatie o WHERE o.id = NEW.organisatie_id AND o.samengevoegd_met IS NULL
                          AND (o.id = kijker_organisatie()
                               OR CASE kijker_soort() WHEN 1 THEN o.soort = 'opdrachtnemer' WHEN 2 THEN o.soort = 'intermediair'
                                    WHEN 16 THEN o.soort IN ('opdrachtnemer', 'intermediair') OR o.regio_id = kijker_cp() ELSE 0 END));
    SELECT raise(ABORT, 'Dit e-mailadres heeft al een account.') WHERE EXISTS (SELECT 1 FROM alle_gebruiker WHERE email_sleutel = NEW.email_sleutel);
    INSERT INTO alle_gebruiker (organisatie_id, email, email_sleutel, naam, naam_sleutel, telefoon, functie, gemaakt_op, gemaakt_door)
    VALUES (NEW.organisatie_id, NEW.email, NEW.email_sleutel, NEW.naam, vouw(NEW.naam), coalesce(NEW.telefoon, ''), coalesce(NEW.functie, ''), nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER mijn_wijzigen INSTEAD OF UPDATE OF naam, telefoon, functie, mail_uit ON mijn
BEGIN
    UPDATE alle_gebruiker SET naam = NEW.naam, naam_sleutel = vouw(NEW.naam), telefoon = NEW.telefoon, functie = NEW.functie, mail_uit = NEW.mail_uit, versie = OLD.versie + 1 WHERE id = kijker();
END;
CREATE TEMP TRIGGER mijn_geheimhouding INSTEAD OF UPDATE OF geheimhouding ON mijn
BEGIN
    UPDATE alle_gebruiker SET geheimhouding = NEW.geheimhouding, geheimhouding_op = nu() WHERE id = kijker();
END;
CREATE TEMP TRIGGER mijn_sessie_eind INSTEAD OF DELETE ON mijn_sessie
BEGIN
    DELETE FROM alle_sessie WHERE kenmerk = OLD.kenmerk AND gebruiker_id = kijker();
END;
-- CP: "accounts: reset 2FA". All sessions end.
CREATE TEMP TRIGGER gebruiker_twee_factor INSTEAD OF UPDATE OF twee_factor ON gebruiker
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_beheren OR NEW.twee_factor <> 0;
    UPDATE alle_gebruiker SET totp = NULL, totp_nieuw = NULL, totp_stap = 0, versie = OLD.versie + 1 WHERE id = OLD.id;
    DELETE FROM alle_sessie WHERE gebruiker_id = OLD.id;
END;
-- CP: "accounts: block": never oneself. All sessions end.
CREATE TEMP TRIGGER gebruiker_staat INSTEAD OF UPDATE OF staat ON gebruiker
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_beheren OR OLD.id = kijker() OR NEW.staat NOT IN ('actief', 'geblokkeerd');
    SELECT raise(ABORT, 'Op een lopend project is dit de laatste contactpersoon van de eigen organisatie. Draag het werk eerst over.')
     WHERE NEW.staat = 'geblokkeerd' AND EXISTS (SELECT 1 FROM alle_laatste l WHERE l.gebruiker_id = OLD.id);
    UPDATE alle_gebruiker SET staat = CASE WHEN NEW.staat = 'actief' AND wachtwoord IS NULL THEN 'uitgenodigd' ELSE NEW.staat END,
           geblokkeerd_regio_id = CASE NEW.staat WHEN 'geblokkeerd' THEN kijker_cp() END, versie = OLD.versie + 1 WHERE id = OLD.id;
    -- a question that waits for this coordinator is anybody's again
    UPDATE alle_hulpvraag SET staat = 'open', behandelaar_id = NULL, versie = versie + 1 WHERE behandelaar_id = OLD.id AND staat = 'in_behandeling' AND NEW.staat = 'geblokkeerd';
    UPDATE alle_link SET gebruikt_op = nu() WHERE gebruiker_id = OLD.id AND gebruikt_op IS NULL AND NEW.staat = 'geblokkeerd';    -- a personal link in a mail opens nothing any more
    DELETE FROM alle_sessie WHERE gebruiker_id = OLD.id;
END;
-- CP: "accounts: move": to another organisatie of the same kind. The old links end (the last of a side is handed over first), deputising too, all sessions end.
CREATE TEMP TRIGGER gebruiker_verplaatsen INSTEAD OF UPDATE OF organisatie_id ON gebruiker
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT OLD.mag_beheren OR OLD.id = kijker() OR NEW.organisatie_id = OLD.organisatie_id OR OLD.organisatie_soort = 'coordinatiepunt'
        OR NOT EXISTS (SELECT 1 FROM verplaats_naar o WHERE o.id = NEW.organisatie_id AND o.soort = OLD.organisatie_soort);
    SELECT raise(ABORT, 'Op een lopend project is dit de laatste contactpersoon van de eigen organisatie. Draag het werk eerst over.')
     WHERE EXISTS (SELECT 1 FROM alle_laatste l WHERE l.gebruiker_id = OLD.id);
    SELECT raise(ABORT, 'Deze persoon werkt ook aan een lopend project van een andere regio. Vraag het coördinatiepunt daar om het werk eerst over te dragen.')
     WHERE EXISTS (SELECT 1 FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = OLD.id AND p.afgerond_op IS NULL AND p.regio_id <> kijker_cp());
    UPDATE alle_plan SET contact_id = NULL WHERE contact_id = OLD.id AND status = 'concept';
    DELETE FROM alle_koppeling WHERE gebruiker_id = OLD.id;
    UPDATE alle_waarneming SET beeindigd_op = nu(), beeindigd_door = kijker() WHERE OLD.id IN (gebruiker_id, waarnemer_id) AND beeindigd_op IS NULL;
    UPDATE alle_gebruiker SET organisatie_id = NEW.organisatie_id, versie = OLD.versie + 1 WHERE id = OLD.id;
    DELETE FROM alle_sessie WHERE gebruiker_id = OLD.id;
END;

-- ---- handing over and deputising: one's own work; the coordinatiepunt that of the accounts of its regio, as far as the regio's projects go ----
-- Who may receive it: a colleague who is not blocked. blokkeer: the account is blocked in the same act, for afterwards nothing may show it to this coordinatiepunt any more.
CREATE TEMP TRIGGER nieuw_overdracht_maken INSTEAD OF INSERT ON nieuw_overdracht
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM overdracht_van v WHERE v.id = NEW.van_id) OR (NEW.blokkeer AND (kijker_cp() IS NULL OR NEW.van_id = kijker()));
    SELECT raise(ABORT, 'Kies een collega van dezelfde organisatie.')
     WHERE NOT EXISTS (SELECT 1 FROM alle_gebruiker v JOIN alle_gebruiker n ON n.organisatie_id = v.organisatie_id WHERE v.id = NEW.van_id AND n.id = NEW.naar_id AND n.id <> v.id AND n.staat <> 'geblokkeerd');
    INSERT INTO alle_koppeling (project_id, gebruiker_id, op, door)
    SELECT k.project_id, NEW.naar_id, nu(), kijker() FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id
     WHERE k.gebruiker_id = NEW.van_id AND (kijker_cp() IS NULL OR p.regio_id = kijker_cp()) ON CONFLICT DO NOTHING;
    UPDATE alle_plan SET contact_id = NEW.naar_id
     WHERE contact_id = NEW.van_id AND status = 'concept' AND (kijker_cp() IS NULL OR (SELECT p.regio_id FROM alle_project p WHERE p.id = alle_plan.project_id) = kijker_cp());
    DELETE FROM alle_koppeling
     WHERE gebruiker_id = NEW.van_id AND project_id IN (SELECT k.project_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = NEW.van_id AND (kijker_cp() IS NULL OR p.regio_id = kijker_cp()));
    SELECT raise(ABORT, 'Op een lopend project van een andere regio is dit de laatste contactpersoon van de eigen organisatie. Vraag het coördinatiepunt daar om dat werk eerst over te dragen.')
     WHERE NEW.blokkeer AND EXISTS (SELECT 1 FROM alle_laatste l WHERE l.gebruiker_id = NEW.van_id);
    UPDATE alle_gebruiker SET staat = 'geblokkeerd', geblokkeerd_regio_id = kijker_cp(), versie = versie + 1 WHERE id = NEW.van_id AND NEW.blokkeer;
    UPDATE alle_link SET gebruikt_op = nu() WHERE gebruiker_id = NEW.van_id AND gebruikt_op IS NULL AND NEW.blokkeer;
    DELETE FROM alle_sessie WHERE gebruiker_id = NEW.van_id AND NEW.blokkeer;
    SELECT noteer(NEW.naar_id);
END;
CREATE TEMP TRIGGER nieuw_waarneming_maken INSTEAD OF INSERT ON nieuw_waarneming
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM overdracht_van v WHERE v.id = NEW.gebruiker_id);
    SELECT raise(ABORT, 'Kies een collega van dezelfde organisatie.')
     WHERE NOT EXISTS (SELECT 1 FROM alle_gebruiker v JOIN alle_gebruiker n ON n.organisatie_id = v.organisatie_id WHERE v.id = NEW.gebruiker_id AND n.id = NEW.waarnemer_id AND n.id <> v.id AND n.staat <> 'geblokkeerd');
    SELECT raise(ABORT, 'Er is in deze dagen al een waarneming. Beëindig die eerst, of kies andere dagen.')
     WHERE EXISTS (SELECT 1 FROM alle_waarneming w WHERE w.gebruiker_id = NEW.gebruiker_id AND w.beeindigd_op IS NULL AND w.van <= NEW.tm AND w.tm >= NEW.van AND (w.regio_id IS NULL OR kijker_cp() IS NULL OR w.regio_id = kijker_cp()));
    INSERT INTO alle_waarneming (gebruiker_id, waarnemer_id, regio_id, van, tm, op, door) VALUES (NEW.gebruiker_id, NEW.waarnemer_id, kijker_cp(), NEW.van, NEW.tm, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER waarneming_beeindigen INSTEAD OF UPDATE OF beeindigd_op ON waarneming
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_beeindigen;
    UPDATE alle_waarneming SET beeindigd_op = nu(), beeindigd_door = kijker() WHERE id = OLD.id;
END;

-- ---- who has access ----
CREATE TEMP TRIGGER nieuw_toegang_maken INSTEAD OF INSERT ON nieuw_toegang
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'Er loopt al een controle. Sluit die eerst.') WHERE EXISTS (SELECT 1 FROM alle_toegang t WHERE t.regio_id = kijker_cp() AND t.gesloten_op IS NULL);
    INSERT INTO alle_toegang (regio_id, op, door) VALUES (kijker_cp(), nu(), kijker());
    SELECT noteer(last_insert_rowid());
    INSERT INTO alle_toegang_regel (toegang_id, gebruiker_id, organisatie, soort, staat, laatst_in, twee_factor, projecten, waarnemingen)
    SELECT t.id, g.id, g.organisatie, g.organisatie_soort, g.staat, g.laatst_in, g.twee_factor,
           (SELECT count(*) FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = g.id AND p.regio_id = t.regio_id),
           (SELECT count(*) FROM alle_waarneming w WHERE w.waarnemer_id = g.id AND w.beeindigd_op IS NULL AND vandaag() BETWEEN w.van AND w.tm)
      FROM alle_toegang t JOIN gebruiker_regio g ON g.staat <> 'geblokkeerd' WHERE t.regio_id = kijker_cp() AND t.gesloten_op IS NULL;
END;
CREATE TEMP TRIGGER toegang_oordelen INSTEAD OF UPDATE OF oordeel ON toegang_regel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM toegang t WHERE t.id = OLD.toegang_id AND t.mag_wijzigen);
    SELECT raise(ABORT, 'Uw eigen account blokkeert u niet. Een andere coördinator kan dat.') WHERE OLD.gebruiker_id = kijker() AND NEW.oordeel = 'blokkeren';
    UPDATE alle_toegang_regel SET oordeel = NEW.oordeel, op = nu(), door = kijker() WHERE toegang_id = OLD.toegang_id AND gebruiker_id = OLD.gebruiker_id;
END;
CREATE TEMP TRIGGER toegang_sluiten INSTEAD OF UPDATE OF gesloten_op ON toegang
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    SELECT raise(ABORT, 'Geef eerst ieder account een oordeel.') WHERE OLD.zonder > 0;
    SELECT raise(ABORT, 'Blokkeer eerst wie weg moet, of geef die accounts een ander oordeel.') WHERE OLD.te_doen > 0;
    -- a verdict on who reaches the regio no more was not carried out
    UPDATE alle_toegang_regel SET oordeel = NULL, op = NULL, door = NULL WHERE toegang_id = OLD.id AND EXISTS (SELECT 1 FROM toegang_regel g WHERE g.toegang_id = OLD.id AND g.gebruiker_id = alle_toegang_regel.gebruiker_id AND g.weg AND NOT g.geblokkeerd);
    -- who was blocked meanwhile has had its verdict
    UPDATE alle_toegang_regel SET oordeel = 'blokkeren', op = nu(), door = kijker()
     WHERE toegang_id = OLD.id AND oordeel IS NOT 'blokkeren' AND gebruiker_id IN (SELECT g.id FROM alle_gebruiker g WHERE g.id = alle_toegang_regel.gebruiker_id AND g.staat = 'geblokkeerd');
    UPDATE alle_toegang SET gesloten_op = nu(), gesloten_door = kijker(), opmerking = coalesce(NEW.opmerking, '') WHERE id = OLD.id;
END;

-- ---- merging (view samenvoeg_paar says of whom) ----
CREATE TEMP TRIGGER nieuw_samenvoeging_maken INSTEAD OF INSERT ON nieuw_samenvoeging
BEGIN
    SELECT raise(ABORT, 'Deze twee kunt u niet samenvoegen: ze zijn van een andere soort, of geen van beide heeft een project in uw regio.')
     WHERE NOT EXISTS (SELECT 1 FROM samenvoeg_paar p WHERE p.blijft_id = NEW.blijft_id AND p.weg_id = NEW.weg_id);
    SELECT raise(ABORT, 'Voor een van deze organisaties wacht al een samenvoeging op akkoord. Trek die eerst in, of wacht op het besluit.')
     WHERE EXISTS (SELECT 1 FROM alle_samenvoeging s WHERE s.staat = 'wacht' AND (s.blijft_id IN (NEW.blijft_id, NEW.weg_id) OR s.weg_id IN (NEW.blijft_id, NEW.weg_id)));
    UPDATE alle_samenvoeging SET staat = 'ingetrokken', besloten_op = nu(), besloten_door = kijker()
     WHERE staat = 'concept' AND regio_id = kijker_cp() AND blijft_id IN (NEW.blijft_id, NEW.weg_id) AND weg_id IN (NEW.blijft_id, NEW.weg_id);
    INSERT INTO alle_samenvoeging (regio_id, blijft_id, weg_id, naam_van, adres_van, reden, op, door) VALUES (kijker_cp(), NEW.blijft_id, NEW.weg_id, NEW.naam_van, NEW.adres_van, NEW.reden, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_samenvoeging_akkoord_maken INSTEAD OF INSERT ON nieuw_samenvoeging_akkoord
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM samenvoeging s WHERE s.id = NEW.samenvoeging_id AND s.mag_besluiten);
    INSERT INTO alle_samenvoeging_akkoord (samenvoeging_id, regio_id, op, door) VALUES (NEW.samenvoeging_id, kijker_cp(), nu(), kijker());
    SELECT noteer(NEW.samenvoeging_id);
END;
CREATE TEMP TRIGGER samenvoeging_staat INSTEAD OF UPDATE OF staat ON samenvoeging WHEN NEW.staat <> 'uitgevoerd'
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT CASE NEW.staat WHEN 'wacht' THEN OLD.mag_uitvoeren AND OLD.vraagt WHEN 'verschillend' THEN OLD.mag_uitvoeren WHEN 'ingetrokken' THEN OLD.mag_intrekken WHEN 'geweigerd' THEN OLD.mag_besluiten ELSE 0 END;
    SELECT raise(ABORT, 'Voor een van deze organisaties wacht al een samenvoeging op akkoord.')
     WHERE NEW.staat = 'wacht' AND EXISTS (SELECT 1 FROM alle_samenvoeging s WHERE s.staat = 'wacht' AND (s.blijft_id IN (OLD.blijft_id, OLD.weg_id) OR s.weg_id IN (OLD.blijft_id, OLD.weg_id)));
    UPDATE alle_samenvoeging SET staat = NEW.staat, besloten_op = CASE NEW.staat WHEN 'wacht' THEN NULL ELSE nu() END, besloten_door = CASE NEW.staat WHEN 'wacht' THEN NULL ELSE kijker() END,
           besloten_reden = coalesce(NEW.besloten_reden, '') WHERE id = OLD.id;
END;
-- All of it in one act: afterwards nothing that counts now refers to the one that went. What was (alle_project_was, ended certificates, the audit log) keeps saying how it was.
CREATE TEMP TRIGGER samenvoeging_uitvoeren INSTEAD OF UPDATE OF staat ON samenvoeging WHEN NEW.staat = 'uitgevoerd'
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT (OLD.mag_uitvoeren OR (OLD.staat = 'wacht' AND EXISTS (SELECT 1 FROM alle_samenvoeging_akkoord a WHERE a.samenvoeging_id = OLD.id AND a.regio_id = kijker_cp())))
        OR EXISTS (SELECT 1 FROM alle_werkregio e WHERE e.organisatie_id IN (OLD.blijft_id, OLD.weg_id) AND e.regio_id <> OLD.regio_id
                      AND NOT EXISTS (SELECT 1 FROM alle_samenvoeging_akkoord a WHERE a.samenvoeging_id = OLD.id AND a.regio_id = e.regio_id));
    SELECT raise(ABORT, 'Een van deze organisaties is intussen al samengevoegd.')
     WHERE EXISTS (SELECT 1 FROM alle_organisatie o WHERE o.id IN (OLD.blijft_id, OLD.weg_id) AND o.samengevoegd_met IS NOT NULL);
    UPDATE alle_samenvoeging SET staat = 'uitgevoerd', besloten_op = nu(), besloten_door = kijker(), weg_naam = OLD.weg_naam,
           accounts = (SELECT count(*) FROM alle_gebruiker g WHERE g.organisatie_id = OLD.weg_id) WHERE id = OLD.id;
    -- a link that counted for nothing, because its organisatie was no party, does not come to life
    DELETE FROM alle_koppeling
     WHERE gebruiker_id IN (SELECT g.id FROM alle_gebruiker g WHERE g.organisatie_id IN (OLD.blijft_id, OLD.weg_id))
       AND NOT EXISTS (SELECT 1 FROM alle_gebruiker g JOIN alle_project p ON p.id = alle_koppeling.project_id WHERE g.id = alle_koppeling.gebruiker_id
                          AND g.organisatie_id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.intermediair_id, p.wsp_id, p.extra_wsp_id));
    -- kandidaten of both that are one person
    INSERT OR IGNORE INTO alle_zelfde_persoon (kandidaat_id, ook_id, sinds)
    SELECT x.id, y.id, nu() FROM alle_kandidaat w JOIN alle_kandidaat b ON b.zoek = w.zoek AND +b.opdrachtnemer_id = OLD.blijft_id AND b.gewist_op IS NULL
      JOIN alle_kandidaat x ON x.id IN (SELECT b.id UNION SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = b.id)
      JOIN alle_kandidaat y ON y.id IN (SELECT w.id UNION SELECT z.ook_id FROM alle_zelfde_persoon z WHERE z.kandidaat_id = w.id)
     WHERE w.opdrachtnemer_id = OLD.weg_id AND w.gewist_op IS NULL;
    INSERT OR IGNORE INTO alle_zelfde_persoon (kandidaat_id, ook_id, sinds)
    SELECT z.ook_id, z.kandidaat_id, z.sinds FROM alle_kandidaat k JOIN alle_zelfde_persoon z ON z.kandidaat_id = k.id WHERE k.opdrachtnemer_id = OLD.blijft_id;
    UPDATE alle_kandidaat SET opdrachtnemer_id = OLD.blijft_id WHERE opdrachtnemer_id = OLD.weg_id;
    -- certificates: those in force begin anew with the one that stays, after what is afgerond; the old rows end, and what was closed with them keeps counting them (inzet_sums.c)
    INSERT INTO alle_pso (organisatie_id, trede, van, tm, op, door)
    SELECT OLD.blijft_id, c.trede, c.van, c.tm, max(nu(), (SELECT coalesce(max(p.afgerond_op), 0) + 1 FROM alle_project p WHERE p.opdrachtnemer_id IN (OLD.blijft_id, OLD.weg_id))), c.door
      FROM alle_pso c WHERE c.organisatie_id = OLD.weg_id AND c.vervallen_op IS NULL
       AND NOT EXISTS (SELECT 1 FROM alle_pso x WHERE x.organisatie_id = OLD.blijft_id AND x.vervallen_op IS NULL AND x.trede = c.trede AND x.van = c.van AND x.tm = c.tm);
    UPDATE alle_pso SET vervallen_op = max(nu(), op, (SELECT coalesce(max(p.afgerond_op), 0) + 1 FROM alle_project p WHERE p.opdrachtnemer_id = OLD.weg_id)), vervallen_door = kijker(),
           vervallen_reden = 'Samengevoegd met een andere organisatie.' WHERE organisatie_id = OLD.weg_id AND vervallen_op IS NULL;
    UPDATE alle_project SET opdrachtgever_id = OLD.blijft_id, versie = versie + 1 WHERE opdrachtgever_id = OLD.weg_id;
    UPDATE alle_project SET opdrachtnemer_id = OLD.blijft_id, versie = versie + 1 WHERE opdrachtnemer_id = OLD.weg_id;
    UPDATE alle_project SET intermediair_id = OLD.blijft_id, versie = versie + 1 WHERE intermediair_id = OLD.weg_id;
    UPDATE alle_project SET wsp_id = CASE wsp_id WHEN OLD.weg_id THEN OLD.blijft_id ELSE wsp_id END,
           extra_wsp_id = CASE WHEN OLD.blijft_id IN (wsp_id, extra_wsp_id) OR wsp_id = OLD.weg_id THEN CASE WHEN extra_wsp_id IN (OLD.blijft_id, OLD.weg_id) THEN NULL ELSE extra_wsp_id END ELSE OLD.blijft_id END, versie = versie + 1
     WHERE OLD.soort = 'wsp' AND regio_id IN (SELECT r.id FROM alle_regio r) AND OLD.weg_id IN (wsp_id, extra_wsp_id);
    UPDATE alle_organisatie SET wsp_id = OLD.blijft_id WHERE wsp_id = OLD.weg_id;
    DELETE FROM alle_sessie WHERE gebruiker_id IN (SELECT g.id FROM alle_gebruiker g WHERE g.organisatie_id = OLD.weg_id);
    UPDATE alle_gebruiker SET organisatie_id = OLD.blijft_id, versie = versie + 1 WHERE organisatie_id = OLD.weg_id;
    -- a KvK number the one that stays has not; that of an opdrachtnemer is the one of the record that stays
    UPDATE alle_organisatie SET kvk = NULL WHERE id = OLD.weg_id AND soort <> 'opdrachtnemer' AND OLD.blijft_kvk IS NULL;
    UPDATE alle_organisatie SET kvk = coalesce(kvk, CASE WHEN soort <> 'opdrachtnemer' THEN OLD.weg_kvk END), naam = CASE OLD.naam_van WHEN 'weg' THEN OLD.weg_naam ELSE naam END,
           naam_sleutel = vouw(CASE OLD.naam_van WHEN 'weg' THEN OLD.weg_naam ELSE naam END), naam_kern = kern(CASE OLD.naam_van WHEN 'weg' THEN OLD.weg_naam ELSE naam END),
           adres = CASE OLD.adres_van WHEN 'weg' THEN OLD.weg_adres ELSE adres END, postcode = CASE OLD.adres_van WHEN 'weg' THEN OLD.weg_postcode ELSE postcode END,
           plaats = CASE OLD.adres_van WHEN 'weg' THEN OLD.weg_plaats ELSE plaats END, versie = versie + 1 WHERE id = OLD.blijft_id;
    UPDATE alle_organisatie SET samengevoegd_met = OLD.blijft_id WHERE samengevoegd_met = OLD.weg_id;
    UPDATE alle_organisatie SET samengevoegd_met = OLD.blijft_id, samengevoegd_op = nu(), versie = versie + 1 WHERE id = OLD.weg_id;
    UPDATE alle_samenvoeging SET staat = 'ingetrokken', besloten_op = nu(), besloten_door = kijker()
     WHERE staat IN ('concept', 'wacht') AND (blijft_id = OLD.weg_id OR weg_id = OLD.weg_id);
END;

CREATE TEMP TRIGGER nieuw_hulpvraag_maken INSTEAD OF INSERT ON nieuw_hulpvraag
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker() IS NULL OR NOT EXISTS (SELECT 1 FROM regio WHERE id = NEW.regio_id);
    INSERT INTO alle_hulpvraag (regio_id, gebruiker_id, pagina, vraag, op, gewijzigd_op) VALUES (NEW.regio_id, kijker(), NEW.pagina, NEW.vraag, nu(), nu());
    SELECT noteer(last_insert_rowid());
END;
-- Answer and note: the coordinatiepunt. Reaction: who asked, once after each answer; it opens the question again.
CREATE TEMP TRIGGER nieuw_hulpvraag_regel_maken INSTEAD OF INSERT ON nieuw_hulpvraag_regel
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT EXISTS (SELECT 1 FROM hulpvraag h WHERE h.id = NEW.hulpvraag_id AND CASE NEW.soort WHEN 'reactie' THEN h.gebruiker_id = kijker() ELSE h.mag_behandelen END);
    SELECT raise(ABORT, 'conflict') WHERE NOT EXISTS (SELECT 1 FROM hulpvraag h WHERE h.id = NEW.hulpvraag_id AND h.versie = NEW.versie AND (NEW.soort <> 'reactie' OR h.mag_reageren));
    INSERT INTO alle_hulpvraag_regel (hulpvraag_id, soort, tekst, op, door) VALUES (NEW.hulpvraag_id, NEW.soort, NEW.tekst, nu(), kijker());
    SELECT noteer(last_insert_rowid());
    UPDATE alle_hulpvraag SET versie = versie + 1, gewijzigd_op = nu(), staat = CASE NEW.soort WHEN 'antwoord' THEN 'beantwoord' WHEN 'reactie' THEN 'open' ELSE staat END,
           behandelaar_id = CASE NEW.soort WHEN 'antwoord' THEN kijker() ELSE behandelaar_id END WHERE id = NEW.hulpvraag_id;
END;
CREATE TEMP TRIGGER hulpvraag_staat INSTEAD OF UPDATE OF staat ON hulpvraag
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_behandelen OR NEW.staat NOT IN ('open', 'in_behandeling', 'gesloten');
    SELECT raise(ABORT, 'conflict') WHERE OLD.staat = NEW.staat AND (OLD.staat <> 'in_behandeling' OR OLD.behandelaar_id IS kijker());
    UPDATE alle_hulpvraag SET versie = OLD.versie + 1, gewijzigd_op = nu(), staat = NEW.staat,
           behandelaar_id = CASE NEW.staat WHEN 'in_behandeling' THEN kijker() WHEN 'open' THEN NULL ELSE OLD.behandelaar_id END WHERE id = OLD.id;
END;

-- ---- huisstijl: a whole concept takes the place of the one before; basis = one more than the newest row that was seen ----
CREATE TEMP TRIGGER nieuw_huisstijl_maken INSTEAD OF INSERT ON nieuw_huisstijl
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'conflict') WHERE NEW.basis <> coalesce((SELECT max(h.id) FROM alle_huisstijl h WHERE h.regio_id = kijker_cp()), 0) + 1;
    DELETE FROM alle_huisstijl WHERE regio_id = kijker_cp() AND staat = 'concept';
    INSERT INTO alle_huisstijl (id, regio_id, staat, thema_bestand, thema, thema_kenmerk, logo_soort, logo, logo_kenmerk, logo_alt, op, door)
    VALUES (max(NEW.basis, (SELECT coalesce(max(h.id), 0) + 1 FROM alle_huisstijl h)), kijker_cp(), 'concept', NEW.thema_bestand, NEW.thema, NEW.thema_kenmerk, NEW.logo_soort, NEW.logo, NEW.logo_kenmerk, NEW.logo_alt,
            nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER huisstijl_publiceren INSTEAD OF UPDATE OF staat ON huisstijl
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL OR OLD.staat <> 'concept' OR NEW.staat <> 'gepubliceerd';
    DELETE FROM alle_huisstijl WHERE regio_id = kijker_cp() AND staat = 'gepubliceerd';
    UPDATE alle_huisstijl SET staat = 'gepubliceerd', op = nu(), door = kijker() WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER huisstijl_weg INSTEAD OF DELETE ON huisstijl
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    DELETE FROM alle_huisstijl WHERE id = OLD.id AND regio_id = kijker_cp();
END;

-- ---- inhoud: CP, own regio. A concept takes the place of the one before; what was published stays as it is ----
CREATE TEMP TRIGGER nieuw_inhoud_maken INSTEAD OF INSERT ON nieuw_inhoud
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    INSERT INTO alle_inhoud (regio_id, soort) VALUES (kijker_cp(), NEW.soort);
    SELECT noteer(last_insert_rowid());
    INSERT INTO alle_inhoud_versie (inhoud_id, nr, staat, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, op, door)
    VALUES (last_insert_rowid(), 1, 'concept', NEW.titel, NEW.tekst, NEW.van, NEW.tm, NEW.openbaar, NEW.vast, NEW.voor, NEW.rubriek, NEW.volgorde, NEW.wijziging, nu(), kijker());
END;
CREATE TEMP TRIGGER nieuw_inhoud_versie_maken INSTEAD OF INSERT ON nieuw_inhoud_versie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM inhoud i WHERE i.id = NEW.inhoud_id);
    SELECT raise(ABORT, 'conflict') WHERE NEW.versie <> (SELECT i.versie FROM alle_inhoud i WHERE i.id = NEW.inhoud_id);
    DELETE FROM alle_inhoud_versie WHERE inhoud_id = NEW.inhoud_id AND staat = 'concept';
    INSERT INTO alle_inhoud_versie (inhoud_id, nr, staat, titel, tekst, van, tm, openbaar, vast, voor, rubriek, volgorde, wijziging, op, door)
    VALUES (NEW.inhoud_id, (SELECT coalesce(max(x.nr), 0) + 1 FROM alle_inhoud_versie x WHERE x.inhoud_id = NEW.inhoud_id), 'concept', NEW.titel, NEW.tekst, NEW.van, NEW.tm, NEW.openbaar, NEW.vast, NEW.voor,
            NEW.rubriek, NEW.volgorde, NEW.wijziging, nu(), kijker());
    SELECT noteer(last_insert_rowid());
    UPDATE alle_inhoud SET versie = versie + 1 WHERE id = NEW.inhoud_id;
END;
-- gepubliceerd: the concept is what counts from its day on, also when the text was withdrawn. ingetrokken: the published text away from who reads. concept: the concept is thrown away, and the
-- text with it when nothing of it was ever published.
CREATE TEMP TRIGGER inhoud_staat INSTEAD OF UPDATE OF staat ON inhoud
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE CASE NEW.staat WHEN 'gepubliceerd' THEN NOT OLD.mag_publiceren WHEN 'concept' THEN NOT OLD.heeft_concept WHEN 'ingetrokken' THEN NOT OLD.mag_intrekken ELSE 1 END;
    UPDATE alle_inhoud SET versie = OLD.versie + 1, ingetrokken_op = CASE NEW.staat WHEN 'gepubliceerd' THEN NULL WHEN 'ingetrokken' THEN nu() ELSE ingetrokken_op END WHERE id = OLD.id;
    UPDATE alle_inhoud_versie SET staat = 'gepubliceerd', op = nu(), door = kijker() WHERE inhoud_id = OLD.id AND staat = 'concept' AND NEW.staat = 'gepubliceerd';
    DELETE FROM alle_inhoud_versie WHERE inhoud_id = OLD.id AND staat = 'concept' AND NEW.staat = 'concept';
    DELETE FROM alle_inhoud WHERE id = OLD.id AND NOT EXISTS (SELECT 1 FROM alle_inhoud_versie v WHERE v.inhoud_id = OLD.id);
END;
-- versie: the one that was seen, 0 = there was none.
CREATE TEMP TRIGGER nieuw_onderhoud_maken INSTEAD OF INSERT ON nieuw_onderhoud
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'conflict') WHERE NEW.versie <> coalesce((SELECT o.versie FROM alle_onderhoud o WHERE o.regio_id = kijker_cp()), 0);
    INSERT INTO alle_onderhoud (regio_id, tekst, van, tot, versie, op, door) VALUES (kijker_cp(), NEW.tekst, NEW.van, NEW.tot, nu(), nu(), kijker())
        ON CONFLICT (regio_id) DO UPDATE SET tekst = NEW.tekst, van = NEW.van, tot = NEW.tot, versie = max(versie + 1, nu()), op = nu(), door = kijker();
    SELECT noteer((SELECT o.id FROM alle_onderhoud o WHERE o.regio_id = kijker_cp()));
END;
CREATE TEMP TRIGGER onderhoud_weg INSTEAD OF DELETE ON onderhoud
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    DELETE FROM alle_onderhoud WHERE id = OLD.id AND regio_id = kijker_cp();
END;

-- ---- registers: CP, own regio; accepting: who it is asked of ----
CREATE TEMP TRIGGER nieuw_geheimhouding_maken INSTEAD OF INSERT ON nieuw_geheimhouding
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'conflict') WHERE NEW.nr <> (SELECT coalesce(max(h.nr), 0) + 1 FROM alle_geheimhouding h WHERE h.regio_id = kijker_cp());
    SELECT raise(ABORT, 'Kies vandaag of een latere dag.') WHERE NEW.geldt_vanaf < vandaag();
    INSERT INTO alle_geheimhouding (regio_id, nr, tekst, geldt_vanaf, op, door) VALUES (kijker_cp(), NEW.nr, NEW.tekst, NEW.geldt_vanaf, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_geheimhouding_akkoord_maken INSTEAD OF INSERT ON nieuw_geheimhouding_akkoord
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM mijn_geheimhouding m WHERE m.id = NEW.geheimhouding_id);
    INSERT OR IGNORE INTO alle_geheimhouding_akkoord (geheimhouding_id, gebruiker_id, op) VALUES (NEW.geheimhouding_id, kijker(), nu());
    SELECT noteer(NEW.geheimhouding_id);
END;
CREATE TEMP TRIGGER nieuw_leessignaal_maken INSTEAD OF INSERT ON nieuw_leessignaal
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL OR NOT EXISTS (SELECT 1 FROM leeslog l WHERE l.wie_id = NEW.gebruiker_id);
    SELECT raise(ABORT, 'conflict') WHERE EXISTS (SELECT 1 FROM alle_leessignaal s WHERE s.regio_id = kijker_cp() AND s.gebruiker_id = NEW.gebruiker_id AND s.dag = NEW.dag);
    INSERT INTO alle_leessignaal (regio_id, gebruiker_id, dag, personen, oordeel, op, door) VALUES (kijker_cp(), NEW.gebruiker_id, NEW.dag, NEW.personen, NEW.oordeel, nu(), kijker());
    SELECT noteer(NEW.gebruiker_id);
END;
CREATE TEMP TRIGGER verwerking_wijzigen INSTEAD OF UPDATE OF grondslag, ontvangers, verwerkers, toelichting ON verwerking
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    UPDATE alle_verwerking SET grondslag = NEW.grondslag, ontvangers = NEW.ontvangers, verwerkers = NEW.verwerkers, toelichting = NEW.toelichting, gewijzigd_op = nu(), gewijzigd_door = kijker(), versie = OLD.versie + 1
     WHERE id = OLD.id AND regio_id = kijker_cp();
END;

-- ---- retention: CP, own regio; destroyed by the decision of two ----
CREATE TEMP TRIGGER nieuw_uitstel_maken INSTEAD OF INSERT ON nieuw_uitstel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM bewaren b WHERE b.kandidaat_id = NEW.kandidaat_id);
    INSERT INTO alle_bewaar_uitstel (kandidaat_id, tot, reden, op, door) VALUES (NEW.kandidaat_id, NEW.tot, NEW.reden, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_project_uitstel_maken INSTEAD OF INSERT ON nieuw_project_uitstel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM bewaren_stuk b WHERE b.project_id = NEW.project_id);
    INSERT INTO alle_project_uitstel (project_id, tot, reden, op, door) VALUES (NEW.project_id, NEW.tot, NEW.reden, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
-- One list of a kind at a time. What is on it is fixed when it is proposed.
CREATE TEMP TRIGGER nieuw_vernietiging_maken INSTEAD OF INSERT ON nieuw_vernietiging
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    SELECT raise(ABORT, 'Er ligt al een lijst waarover nog niet is besloten.') WHERE EXISTS (SELECT 1 FROM alle_vernietiging v WHERE v.regio_id = kijker_cp() AND v.soort = NEW.soort AND v.besloten_op IS NULL);
    SELECT raise(ABORT, 'Er is nu niemand van wie de bewaartermijn voorbij is.')
     WHERE NEW.soort = 'kandidaat' AND NOT EXISTS (SELECT 1 FROM bewaren b WHERE b.vervalt <= vandaag() AND coalesce(b.uitstel_tot, '') < vandaag());
    SELECT raise(ABORT, 'Er is nu niets waarvan de bewaartermijn voorbij is.')
     WHERE NEW.soort <> 'kandidaat' AND NOT EXISTS (SELECT 1 FROM bewaren_stuk b WHERE b.soort = NEW.soort AND b.vervalt <= vandaag() AND coalesce(b.uitstel_tot, '') < vandaag());
    INSERT INTO alle_vernietiging (regio_id, soort, grond, op, door) VALUES (kijker_cp(), NEW.soort, NEW.grond, nu(), kijker());
    SELECT noteer(last_insert_rowid());
    INSERT INTO alle_vernietiging_regel (vernietiging_id, kandidaat_id, vervalt)
    SELECT (SELECT max(v.id) FROM alle_vernietiging v WHERE v.regio_id = kijker_cp()), b.kandidaat_id, b.vervalt FROM bewaren b
     WHERE NEW.soort = 'kandidaat' AND b.vervalt <= vandaag() AND coalesce(b.uitstel_tot, '') < vandaag();
    INSERT INTO alle_vernietiging_stuk (vernietiging_id, rij, project_id, verzoek_id, vervalt)
    SELECT (SELECT max(v.id) FROM alle_vernietiging v WHERE v.regio_id = kijker_cp()), b.rij, b.project_id, b.verzoek_id, b.vervalt FROM bewaren_stuk b
     WHERE b.soort = NEW.soort AND b.vervalt <= vandaag() AND coalesce(b.uitstel_tot, '') < vandaag();
END;
-- The terms a regio may set itself, within the bounds of their class.
CREATE TEMP TRIGGER bewaartermijn_wijzigen INSTEAD OF UPDATE OF stukken, notitie, verzoek, hulpvraag ON bewaartermijn
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    INSERT INTO alle_bewaartermijn (regio_id, soort, termijn)
    SELECT kijker_cp(), k.soort, k.nieuw FROM (SELECT 'stukken' AS soort, NEW.stukken AS nieuw UNION ALL SELECT 'notitie', NEW.notitie UNION ALL SELECT 'verzoek', NEW.verzoek UNION ALL SELECT 'hulpvraag', NEW.hulpvraag) k
      JOIN alle_bewaarklasse b ON b.soort = k.soort AND k.nieuw BETWEEN b.regio_min AND b.regio_max WHERE true
        ON CONFLICT DO UPDATE SET termijn = excluded.termijn, versie = versie + 1;
END;
CREATE TEMP TRIGGER vernietiging_besluiten INSTEAD OF UPDATE OF akkoord, reden ON vernietiging
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT CASE NEW.akkoord WHEN 1 THEN OLD.mag_besluiten ELSE OLD.mag_weigeren END;
    SELECT raise(ABORT, 'Zeg waarom de lijst niet doorgaat.') WHERE NEW.akkoord = 0 AND coalesce(NEW.reden, '') = '';
    UPDATE alle_vernietiging SET akkoord = NEW.akkoord, reden = coalesce(NEW.reden, ''), besloten_op = nu(), besloten_door = kijker() WHERE id = OLD.id;
END;

-- ---- steekproef: drawn once, with as many items as it says and never more; what was drawn from, its seed and its items do not change after that ----
CREATE TEMP TRIGGER nieuw_steekproef_maken INSTEAD OF INSERT ON nieuw_steekproef
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_soort() NOT IN (8, 16) OR kijker_regio() IS NULL;
    INSERT INTO alle_steekproef (regio_id, filter, weging, gevraagd, omvang, populatie, populatie_aantal, populatie_cent, populatie_sha256, zaad, deadline, toelichting, op, door)
    VALUES (kijker_regio(), NEW.filter, NEW.weging, NEW.gevraagd, NEW.omvang, NEW.populatie, NEW.populatie_aantal, NEW.populatie_cent, NEW.populatie_sha256, NEW.zaad, NEW.deadline, coalesce(NEW.toelichting, ''), nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_steekproef_item_maken INSTEAD OF INSERT ON nieuw_steekproef_item
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE NOT EXISTS (SELECT 1 FROM alle_steekproef s WHERE s.id = NEW.steekproef_id AND s.door = kijker() AND s.gesloten_op IS NULL AND NEW.nr <= s.omvang
                          AND NEW.nr = (SELECT count(*) FROM alle_steekproef_item t WHERE t.steekproef_id = s.id) + 1
                          AND EXISTS (SELECT 1 FROM inzet i JOIN project p ON p.id = i.project_id WHERE i.id = NEW.inzet_id AND p.regio_id = s.regio_id AND p.afgerond_op IS NULL));
    INSERT INTO alle_steekproef_item (steekproef_id, nr, inzet_id, toen, waarde_cent)
    SELECT NEW.steekproef_id, NEW.nr, i.id, i.versie, CASE WHEN i.ingediend_cent <> 0 THEN i.ingediend_cent ELSE i.prognose_cent END FROM alle_inzet i WHERE i.id = NEW.inzet_id;
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER steekproef_sluiten INSTEAD OF UPDATE OF conclusie, vervallen ON steekproef
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_sluiten;
    SELECT raise(ABORT, 'Schrijf een conclusie.') WHERE coalesce(NEW.conclusie, '') = '';
    SELECT raise(ABORT, 'Nog niet elk item heeft een uitkomst, en nog niet elk item dat niet akkoord is heeft een vervolg.')
     WHERE NOT NEW.vervallen AND EXISTS (SELECT 1 FROM alle_steekproef_item t WHERE t.steekproef_id = OLD.id AND (t.uitkomst IS NULL OR (t.uitkomst <> 'akkoord' AND t.vervolg IS NULL)));
    UPDATE alle_steekproef SET conclusie = NEW.conclusie, vervallen = NEW.vervallen, gesloten_op = nu(), gesloten_door = kijker() WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER steekproef_item_antwoorden INSTEAD OF UPDATE OF antwoord ON steekproef_item
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_antwoord;
    UPDATE alle_steekproef_item SET antwoord = NEW.antwoord, antwoord_op = nu(), antwoord_door = kijker(), antwoord_versie = OLD.antwoord_versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER steekproef_item_oordelen INSTEAD OF UPDATE OF uitkomst, opmerking, vervolg ON steekproef_item
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_oordeel;
    SELECT raise(ABORT, 'Leg eerst vast welk bewijs u hebt gezien.') WHERE NEW.uitkomst = 'akkoord' AND OLD.gezien = 0;
    SELECT raise(ABORT, 'Zeg wat er niet in orde is.') WHERE NEW.uitkomst <> 'akkoord' AND coalesce(NEW.opmerking, '') = '';
    SELECT raise(ABORT, 'Deze inzet is na de trekking niet teruggestuurd. Doe dat eerst op de pagina van de inzet.') WHERE NEW.vervolg = 'teruggestuurd' AND NOT OLD.teruggestuurd;
    SELECT raise(ABORT, 'Deze inzet is na de trekking niet gecorrigeerd.') WHERE NEW.vervolg = 'gecorrigeerd' AND NOT OLD.gecorrigeerd;
    UPDATE alle_steekproef_item SET uitkomst = NEW.uitkomst, opmerking = coalesce(NEW.opmerking, ''), vervolg = CASE NEW.uitkomst WHEN 'akkoord' THEN NULL ELSE NEW.vervolg END, beoordeeld_op = nu(), beoordeeld_door = kijker(),
           versie = OLD.versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER nieuw_bewijs_maken INSTEAD OF INSERT ON nieuw_bewijs
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM inzet i WHERE i.id = NEW.inzet_id AND i.mag_bewijs);
    SELECT raise(ABORT, 'Dit bestand is bij deze inzet al vastgelegd.') WHERE EXISTS (SELECT 1 FROM alle_bewijs w WHERE w.inzet_id = NEW.inzet_id AND w.sha256 = NEW.sha256 AND w.ingetrokken_op IS NULL);
    INSERT INTO alle_bewijs (inzet_id, soort, dag, sha256, op, door) VALUES (NEW.inzet_id, NEW.soort, NEW.dag, NEW.sha256, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER bewijs_intrekken INSTEAD OF UPDATE OF ingetrokken_reden ON bewijs
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_intrekken;
    SELECT raise(ABORT, 'Zeg waarom u het intrekt.') WHERE coalesce(NEW.ingetrokken_reden, '') = '';
    UPDATE alle_bewijs SET ingetrokken_op = nu(), ingetrokken_door = kijker(), ingetrokken_reden = NEW.ingetrokken_reden WHERE id = OLD.id;
END;
-- The file that was shown beside what was registered of this inzet: equal to one of them; or another while something of this kind was registered; or nothing was.
CREATE TEMP TRIGGER nieuw_gezien_maken INSTEAD OF INSERT ON nieuw_gezien
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM steekproef_item t WHERE t.id = NEW.item_id AND t.mag_oordeel);
    INSERT INTO alle_gezien (item_id, soort, dag, sha256, bewijs_id, vergelijk, op, door)
    SELECT NEW.item_id, NEW.soort, NEW.dag, NEW.sha256, w.bewijs, CASE WHEN NEW.sha256 IS NULL THEN NULL WHEN w.bewijs IS NOT NULL THEN 'gelijk' WHEN w.soort THEN 'anders' ELSE 'niets' END, nu(), kijker()
      FROM (SELECT max(CASE WHEN b.sha256 = NEW.sha256 THEN b.id END) AS bewijs, coalesce(max(b.soort = NEW.soort), 0) AS soort FROM alle_bewijs b
             WHERE b.inzet_id = (SELECT t.inzet_id FROM alle_steekproef_item t WHERE t.id = NEW.item_id) AND b.ingetrokken_op IS NULL) w;
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER gezien_intrekken INSTEAD OF UPDATE OF ingetrokken_op ON gezien
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_intrekken OR NEW.ingetrokken_op IS NULL;
    SELECT raise(ABORT, 'Dit is het enige bewijs van een item dat akkoord is. Wijzig eerst de uitkomst.')
     WHERE EXISTS (SELECT 1 FROM steekproef_item t WHERE t.id = OLD.item_id AND t.uitkomst = 'akkoord' AND t.gezien = 1);
    UPDATE alle_gezien SET ingetrokken_op = nu(), ingetrokken_door = kijker() WHERE id = OLD.id;
END;

-- ---- requests of a betrokkene: CP, own regio ----
CREATE TEMP TRIGGER nieuw_verzoek_maken INSTEAD OF INSERT ON nieuw_verzoek
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE kijker_cp() IS NULL;
    INSERT INTO alle_verzoek (regio_id, soort, ontvangen, identiteit, op, door) VALUES (kijker_cp(), NEW.soort, NEW.ontvangen, NEW.identiteit, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER nieuw_verzoek_kandidaat_maken INSTEAD OF INSERT ON nieuw_verzoek_kandidaat
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM verzoek v WHERE v.id = NEW.verzoek_id AND v.mag_wijzigen) OR NOT EXISTS (SELECT 1 FROM kandidaat_regio k WHERE k.id = NEW.kandidaat_id);
    INSERT OR IGNORE INTO alle_verzoek_kandidaat (verzoek_id, kandidaat_id, op, door) VALUES (NEW.verzoek_id, NEW.kandidaat_id, nu(), kijker());
    SELECT noteer(NEW.kandidaat_id);
END;
CREATE TEMP TRIGGER nieuw_verzoek_daad_maken INSTEAD OF INSERT ON nieuw_verzoek_daad
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM verzoek v WHERE v.id = NEW.verzoek_id AND v.mag_wijzigen)
        OR (NEW.kandidaat_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_verzoek_kandidaat t WHERE t.verzoek_id = NEW.verzoek_id AND t.kandidaat_id = NEW.kandidaat_id));
    INSERT INTO alle_verzoek_daad (verzoek_id, kandidaat_id, wat, reden, op, door) VALUES (NEW.verzoek_id, NEW.kandidaat_id, NEW.wat, coalesce(NEW.reden, ''), nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
-- A kandidatenbrief: ON and IM of a running project of the person; CP in an open request. The code of an earlier one ends.
CREATE TEMP TRIGGER nieuw_brief_maken INSTEAD OF INSERT ON nieuw_brief
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT CASE WHEN kijker_cp() IS NULL THEN EXISTS (SELECT 1 FROM inzet i JOIN project p ON p.id = i.project_id WHERE i.kandidaat_id = NEW.kandidaat_id AND i.mag_brief AND p.regio_id = NEW.regio_id)
        ELSE NEW.regio_id = kijker_cp() AND EXISTS (SELECT 1 FROM verzoek_kandidaat t WHERE t.kandidaat_id = NEW.kandidaat_id AND t.mag_wissen AND t.geblokkeerd_op IS NULL) END;
    UPDATE alle_brief SET code = NULL, vervolg = NULL, einde_op = nu(), einde = 'vervangen' WHERE kandidaat_id = NEW.kandidaat_id AND einde IS NULL;
    INSERT INTO alle_brief (kandidaat_id, regio_id, code, op, door, verloopt_op) VALUES (NEW.kandidaat_id, NEW.regio_id, NEW.code, nu(), kijker(), NEW.verloopt_op);
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER verzoek_verlengen INSTEAD OF UPDATE OF verlengd_reden ON verzoek
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen OR OLD.verlengd_reden <> '' OR coalesce(NEW.verlengd_reden, '') = '';
    UPDATE alle_verzoek SET verlengd_reden = NEW.verlengd_reden WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER verzoek_sluiten INSTEAD OF UPDATE OF uitkomst ON verzoek
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen OR coalesce(NEW.uitkomst, '') = '';
    UPDATE alle_verzoek SET uitkomst = NEW.uitkomst, gesloten_op = nu(), gesloten_door = kijker() WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER verzoek_blokkeren INSTEAD OF UPDATE OF geblokkeerd_op ON verzoek_kandidaat
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wissen;
    UPDATE alle_kandidaat SET geblokkeerd_op = CASE WHEN NEW.geblokkeerd_op IS NULL THEN NULL ELSE nu() END, versie = versie + 1 WHERE id = OLD.kandidaat_id;
END;

-- ---- verantwoording: "enter, correct inzet: linked ON and IM" ----
CREATE TEMP TRIGGER nieuw_kandidaat_maken INSTEAD OF INSERT ON nieuw_kandidaat
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_inzet);
    SELECT raise(ABORT, 'Deze persoon heeft bezwaar gemaakt. Neem contact op met het coördinatiepunt.')
     WHERE EXISTS (SELECT 1 FROM alle_kandidaat k JOIN project p ON p.opdrachtnemer_id = k.opdrachtnemer_id WHERE p.id = NEW.project_id AND k.zoek = NEW.zoek AND k.geblokkeerd_op IS NOT NULL);
    INSERT INTO alle_kandidaat (opdrachtnemer_id, sleutel, naam, initialen, adres, postcode, plaats, geboortedatum, zoek, leeftijdsklasse, geinformeerd_op, toestemming_op, gemaakt_op, gemaakt_door)
    SELECT p.opdrachtnemer_id, NEW.sleutel, NEW.naam, NEW.initialen, NEW.adres, NEW.postcode, NEW.plaats, NEW.geboortedatum, NEW.zoek, NEW.leeftijdsklasse, NEW.geinformeerd_op, NEW.toestemming_op, nu(), kijker()
      FROM project p WHERE p.id = NEW.project_id;
    SELECT noteer(last_insert_rowid());
    -- a colleague on another project may have entered this person: one person's duration counts once. By initials alone it is not certain enough.
    INSERT OR IGNORE INTO alle_zelfde_persoon (kandidaat_id, ook_id, sinds)
    SELECT CASE w.om WHEN 0 THEN n.id ELSE k.id END, CASE w.om WHEN 0 THEN k.id ELSE n.id END, nu()
      FROM alle_kandidaat k JOIN alle_kandidaat n ON n.sleutel = NEW.sleutel JOIN (SELECT 0 AS om UNION ALL SELECT 1) w
     WHERE NEW.naam IS NOT NULL AND k.naam IS NOT NULL AND k.zoek = NEW.zoek AND k.id <> n.id AND +k.opdrachtnemer_id = n.opdrachtnemer_id AND k.gewist_op IS NULL;
END;
CREATE TEMP TRIGGER kandidaat_wijzigen INSTEAD OF UPDATE OF naam, initialen, adres, postcode, plaats, geboortedatum, zoek, leeftijdsklasse, geinformeerd_op, toestemming_op ON kandidaat
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen
        OR (kijker_cp() IS NULL AND EXISTS (SELECT 1 FROM alle_inzet i JOIN alle_project p ON p.id = i.project_id WHERE i.kandidaat_id = OLD.id GROUP BY i.kandidaat_id HAVING min(p.afgerond_op IS NOT NULL) = 1));
    -- as for who is entered: not by way of a wrong name that is mended
    SELECT raise(ABORT, 'Deze persoon heeft bezwaar gemaakt. Neem contact op met het coördinatiepunt.')
     WHERE kijker_cp() IS NULL AND NEW.zoek IS NOT OLD.zoek
       AND EXISTS (SELECT 1 FROM alle_kandidaat k WHERE k.zoek = NEW.zoek AND +k.opdrachtnemer_id = OLD.opdrachtnemer_id AND k.id <> OLD.id AND k.geblokkeerd_op IS NOT NULL);
    UPDATE alle_kandidaat SET naam = NEW.naam, initialen = NEW.initialen, adres = NEW.adres, postcode = NEW.postcode, plaats = NEW.plaats, geboortedatum = NEW.geboortedatum, zoek = NEW.zoek,
           leeftijdsklasse = NEW.leeftijdsklasse, geinformeerd_op = NEW.geinformeerd_op, toestemming_op = NEW.toestemming_op, versie = OLD.versie + 1 WHERE id = OLD.id;
    -- who turns out to be somebody the contractor has already counts once, as when it had been typed right at once
    INSERT OR IGNORE INTO alle_zelfde_persoon (kandidaat_id, ook_id, sinds)
    SELECT CASE w.om WHEN 0 THEN OLD.id ELSE k.id END, CASE w.om WHEN 0 THEN k.id ELSE OLD.id END, nu()
      FROM alle_kandidaat k JOIN (SELECT 0 AS om UNION ALL SELECT 1) w
     WHERE NEW.naam IS NOT NULL AND NEW.zoek IS NOT OLD.zoek AND k.naam IS NOT NULL AND k.zoek = NEW.zoek AND k.id <> OLD.id AND +k.opdrachtnemer_id = OLD.opdrachtnemer_id AND k.gewist_op IS NULL;
END;
CREATE TEMP TRIGGER nieuw_inzet_maken INSTEAD OF INSERT ON nieuw_inzet
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM project p WHERE p.id = NEW.project_id AND p.mag_inzet
        AND (NEW.kandidaat_id IS NULL OR EXISTS (SELECT 1 FROM alle_kandidaat k WHERE k.id = NEW.kandidaat_id AND k.opdrachtnemer_id = p.opdrachtnemer_id AND k.gewist_op IS NULL AND k.geblokkeerd_op IS NULL
            AND (EXISTS (SELECT 1 FROM kandidaat_linked z WHERE z.id = k.id) OR NOT EXISTS (SELECT 1 FROM alle_inzet j WHERE j.kandidaat_id = k.id)))));     -- seen already, or made just now
    INSERT INTO alle_inzet (project_id, soort, kandidaat_id, status, versie, ingevoerd_op, ingevoerd_door) VALUES (NEW.project_id, NEW.soort, NEW.kandidaat_id, 'ingediend', 0, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
-- A new version makes the inzet ingediend again; the approved version (geldend) goes on counting until it is judged.
CREATE TEMP TRIGGER nieuw_inzet_versie_maken INSTEAD OF INSERT ON nieuw_inzet_versie
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM inzet i WHERE i.id = NEW.inzet_id AND i.mag_inzet);
    SELECT raise(ABORT, 'conflict') WHERE NOT EXISTS (SELECT 1 FROM alle_inzet i WHERE i.id = NEW.inzet_id AND i.versie = NEW.versie - 1);
    SELECT raise(ABORT, 'Kies een document van dit project.')
     WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM alle_document d JOIN alle_inzet i ON i.project_id = d.project_id WHERE d.id = NEW.document_id AND i.id = NEW.inzet_id);
    SELECT raise(ABORT, 'Kies een bouwblok van de methodiek van dit project.')
     WHERE NOT EXISTS (SELECT 1 FROM alle_bouwblok b JOIN alle_project p ON p.set_id = b.set_id JOIN alle_inzet i ON i.project_id = p.id WHERE b.id = NEW.bouwblok_id AND i.id = NEW.inzet_id AND b.soort = 'BASIS');
    INSERT INTO alle_inzet_versie (inzet_id, versie, bouwblok_id, start, eind, uit_dienst, uit_dienst_reden, overeenkomst, functie, cap_eind, aandeel_bp, bedrag_cent, nummer, leverancier, uren, personen, onderaannemer, toelichting, document_id, op, door, reden)
    VALUES (NEW.inzet_id, NEW.versie, NEW.bouwblok_id, NEW.start, NEW.eind, NEW.uit_dienst, NEW.uit_dienst_reden, NEW.overeenkomst, coalesce(NEW.functie, ''), NEW.cap_eind, coalesce(NEW.aandeel_bp, 10000), NEW.bedrag_cent,
            coalesce(NEW.nummer, ''), coalesce(NEW.leverancier, ''), NEW.uren, NEW.personen, coalesce(NEW.onderaannemer, ''), coalesce(NEW.toelichting, ''), NEW.document_id, nu(), kijker(), coalesce(NEW.reden, ''));
    SELECT noteer(last_insert_rowid());
    UPDATE alle_inzet SET versie = NEW.versie, status = 'ingediend', reden = '', ingetrokken_op = NULL WHERE id = NEW.inzet_id;
END;
-- "assess inzet": the version that was seen is the one that is judged (the statement says which). Sent back, what was approved before goes on counting.
CREATE TEMP TRIGGER inzet_beoordelen INSTEAD OF UPDATE OF status ON inzet
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_beoordelen OR NEW.status NOT IN ('goedgekeurd', 'teruggestuurd');
    SELECT raise(ABORT, 'Zeg waarom de inzet terug gaat.') WHERE NEW.status = 'teruggestuurd' AND coalesce(NEW.reden, '') = '';
    UPDATE alle_inzet SET status = NEW.status, reden = CASE NEW.status WHEN 'teruggestuurd' THEN NEW.reden ELSE '' END, geldend = CASE NEW.status WHEN 'goedgekeurd' THEN versie ELSE geldend END,
           beoordeeld_op = nu(), beoordeeld_door = kijker() WHERE id = OLD.id;
END;
-- Withdrawn: not a judgement, so who judged it last and when stay as they were.
CREATE TEMP TRIGGER inzet_intrekken INSTEAD OF UPDATE OF ingetrokken_op ON inzet
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_intrekken OR NEW.ingetrokken_op IS NULL;
    SELECT raise(ABORT, 'Zeg waarom u de inzet intrekt.') WHERE coalesce(NEW.reden, '') = '';
    UPDATE alle_inzet SET ingetrokken_op = nu(), status = 'teruggestuurd', reden = NEW.reden WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER nieuw_inzet_uren_maken INSTEAD OF INSERT ON nieuw_inzet_uren
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM inzet_versie v JOIN inzet i ON i.id = v.inzet_id WHERE v.id = NEW.versie_id AND i.mag_inzet AND v.versie = i.versie);
    INSERT INTO alle_inzet_uren (versie_id, vanaf, uren) VALUES (NEW.versie_id, NEW.vanaf, NEW.uren);
    SELECT noteer(NEW.versie_id);
END;
CREATE TEMP TRIGGER nieuw_inzet_antwoord_maken INSTEAD OF INSERT ON nieuw_inzet_antwoord
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM inzet_versie v JOIN inzet i ON i.id = v.inzet_id WHERE v.id = NEW.versie_id AND i.mag_inzet AND v.versie = i.versie);
    INSERT INTO alle_inzet_antwoord (versie_id, attribuut, waarde) VALUES (NEW.versie_id, NEW.attribuut, NEW.waarde);
    SELECT noteer(NEW.versie_id);
END;

-- ---- PSO certificates: added, corrected and removed by who may (pso_houder). A row is never overwritten: correcting adds one and ends the other, removing only ends.
-- An event stands after every afgerond_op so far and afgerond_op after every event (project_afgerond): so what an afgerond project was closed with can be told. ----
CREATE TEMP TRIGGER nieuw_pso_maken INSTEAD OF INSERT ON nieuw_pso
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM pso_houder h WHERE h.id = NEW.organisatie_id AND h.mag_wijzigen);
    SELECT raise(ABORT, 'conflict') WHERE NEW.vervangt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pso c WHERE c.id = NEW.vervangt AND c.organisatie_id = NEW.organisatie_id AND c.mag_wijzigen);
    INSERT INTO alle_pso (organisatie_id, trede, van, tm, op, door, vervangt)
    VALUES (NEW.organisatie_id, NEW.trede, NEW.van, NEW.tm, max(nu(), (SELECT coalesce(max(p.afgerond_op), 0) + 1 FROM alle_project p WHERE p.opdrachtnemer_id = NEW.organisatie_id)), kijker(), NEW.vervangt);
    SELECT noteer(last_insert_rowid());
    UPDATE alle_pso SET vervallen_op = (SELECT max(n.op, alle_pso.op) FROM alle_pso n WHERE n.id = last_insert_rowid()), vervallen_door = kijker(), vervallen_reden = coalesce(NEW.reden, '') WHERE id = NEW.vervangt;
END;
CREATE TEMP TRIGGER pso_vervallen INSTEAD OF UPDATE OF vervallen_reden ON pso
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT OLD.mag_wijzigen;
    UPDATE alle_pso SET vervallen_op = max(nu(), op, (SELECT coalesce(max(p.afgerond_op), 0) + 1 FROM alle_project p WHERE p.opdrachtnemer_id = OLD.organisatie_id)),
           vervallen_door = kijker(), vervallen_reden = NEW.vervallen_reden WHERE id = OLD.id;
END;

-- ---- plan van aanpak: "ON and IM (linked): write, submit; AM (linked): assess, record prestatieafspraken"; never once the project is afgerond ----
CREATE TEMP TRIGGER nieuw_plan_maken INSTEAD OF INSERT ON nieuw_plan
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM plan_feiten f WHERE f.project_id = NEW.project_id AND f.mag_plan);
    INSERT INTO alle_plan (project_id, nr, gewijzigd_op, gewijzigd_door) VALUES (NEW.project_id, NEW.nr, nu(), kijker());
    SELECT noteer(last_insert_rowid());
END;
CREATE TEMP TRIGGER plan_wijzigen INSTEAD OF UPDATE OF contact_id, opdrachtwaarde_cent, sr_bp, verlengingsopties, vacatures, leerwerkplekken, begeleiding, inkopen, meerwaarde, werkzaamheden, toelichting, pso_trede, aanvullend ON plan
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE OLD.status <> 'concept' OR NOT EXISTS (SELECT 1 FROM plan_feiten f WHERE f.project_id = OLD.project_id AND f.mag_plan);
    SELECT raise(ABORT, 'Kies een contactpersoon van dit project.')
     WHERE NEW.contact_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM koppeling k WHERE k.project_id = OLD.project_id AND k.gebruiker_id = NEW.contact_id AND k.organisatie_soort IN ('opdrachtnemer', 'intermediair'));
    UPDATE alle_plan SET contact_id = NEW.contact_id, opdrachtwaarde_cent = NEW.opdrachtwaarde_cent, sr_bp = NEW.sr_bp, verlengingsopties = NEW.verlengingsopties, vacatures = NEW.vacatures,
           leerwerkplekken = NEW.leerwerkplekken, begeleiding = NEW.begeleiding, inkopen = NEW.inkopen, meerwaarde = NEW.meerwaarde, werkzaamheden = NEW.werkzaamheden, toelichting = NEW.toelichting,
           pso_trede = NEW.pso_trede, aanvullend = NEW.aanvullend, gewijzigd_op = nu(), gewijzigd_door = kijker(), versie = OLD.versie + 1 WHERE id = OLD.id;
END;
CREATE TEMP TRIGGER nieuw_plan_regel_maken INSTEAD OF INSERT ON nieuw_plan_regel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM plan v JOIN plan_feiten f ON f.project_id = v.project_id WHERE v.id = NEW.plan_id AND v.status = 'concept' AND f.mag_plan);
    SELECT raise(ABORT, 'Kies een bouwblok van de methodiek van dit project.')
     WHERE NOT EXISTS (SELECT 1 FROM alle_bouwblok b JOIN alle_project p ON p.set_id = b.set_id JOIN alle_plan v ON v.project_id = p.id WHERE b.id = NEW.bouwblok_id AND v.id = NEW.plan_id AND b.soort = 'BASIS');
    INSERT INTO alle_plan_regel (plan_id, nr, bouwblok_id, personen, uren, maanden, van, bedrag_cent, aantal_uren)
    VALUES (NEW.plan_id, NEW.nr, NEW.bouwblok_id, NEW.personen, NEW.uren, NEW.maanden, NEW.van, NEW.bedrag_cent, NEW.aantal_uren);
    SELECT noteer(NEW.plan_id);
END;
CREATE TEMP TRIGGER plan_regel_verwijderen INSTEAD OF DELETE ON plan_regel
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM plan v JOIN plan_feiten f ON f.project_id = v.project_id WHERE v.id = OLD.plan_id AND v.status = 'concept' AND f.mag_plan);
    DELETE FROM alle_plan_regel WHERE plan_id = OLD.plan_id AND nr = OLD.nr;
END;
CREATE TEMP TRIGGER nieuw_plan_doelgroep_maken INSTEAD OF INSERT ON nieuw_plan_doelgroep
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM plan v JOIN plan_feiten f ON f.project_id = v.project_id WHERE v.id = NEW.plan_id AND v.status = 'concept' AND f.mag_plan);
    INSERT INTO alle_plan_doelgroep (plan_id, doelgroep, aantal) VALUES (NEW.plan_id, NEW.doelgroep, NEW.aantal);
    SELECT noteer(NEW.plan_id);
END;
CREATE TEMP TRIGGER plan_doelgroep_verwijderen INSTEAD OF DELETE ON plan_doelgroep
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE NOT EXISTS (SELECT 1 FROM plan v JOIN plan_feiten f ON f.project_id = v.project_id WHERE v.id = OLD.plan_id AND v.status = 'concept' AND f.mag_plan);
    DELETE FROM alle_plan_doelgroep WHERE plan_id = OLD.plan_id AND doelgroep = OLD.doelgroep;
END;
-- Submitting keeps the version as it is sent, with what is known of the project that day; what is known goes before what was typed.
CREATE TEMP TRIGGER plan_indienen INSTEAD OF UPDATE OF status ON plan
BEGIN
    SELECT raise(ABORT, 'mag niet') WHERE OLD.status <> 'concept' OR NEW.status <> 'ingediend' OR NOT EXISTS (SELECT 1 FROM plan_feiten f WHERE f.project_id = OLD.project_id AND f.mag_plan);
    UPDATE alle_plan SET status = 'ingediend', ingediend_op = nu(), ingediend_door = kijker(), contract = f.contract, opdrachtnemer = f.opdrachtnemer, kvk = f.kvk, adres = f.adres, postcode = f.postcode,
           plaats = f.plaats, start = f.start, eind = f.eind, verlengbaar = f.verlengbaar, opdrachtwaarde_cent = coalesce(f.opdrachtwaarde_cent, OLD.opdrachtwaarde_cent), sr_bp = coalesce(f.sr_bp, OLD.sr_bp),
           pso_trede = coalesce(f.pso_trede, OLD.pso_trede), set_id = (SELECT p.set_id FROM alle_project p WHERE p.id = OLD.project_id),
           netto_cent = (SELECT p.netto_cent FROM alle_project p WHERE p.id = OLD.project_id),
           contact_naam = (SELECT g.naam FROM alle_gebruiker g WHERE g.id = OLD.contact_id), contact_functie = (SELECT g.functie FROM alle_gebruiker g WHERE g.id = OLD.contact_id),
           contact_email = (SELECT g.email FROM alle_gebruiker g WHERE g.id = OLD.contact_id), contact_telefoon = (SELECT g.telefoon FROM alle_gebruiker g WHERE g.id = OLD.contact_id)
      FROM plan_feiten f WHERE f.project_id = OLD.project_id AND alle_plan.id = OLD.id;
END;
CREATE TEMP TRIGGER plan_beoordelen INSTEAD OF UPDATE OF oordeel ON plan
BEGIN
    SELECT raise(ABORT, 'mag niet')
     WHERE OLD.status <> 'ingediend' OR NEW.oordeel NOT IN ('akkoord', 'aanpassen') OR NOT EXISTS (SELECT 1 FROM plan_feiten f WHERE f.project_id = OLD.project_id AND f.mag_plan_beoordelen);
    UPDATE alle_plan SET status = NEW.oordeel, beoordeeld_op = nu(), beoordeeld_door = kijker(), opmerkingen = NEW.opmerkingen, prestatieafspraken = NEW.prestatieafspraken, termijn = NEW.termijn WHERE id = OLD.id;
END;

-- ---- history for reports as on a past day (0011_historie.sql): what is replaced is kept, whoever replaces it ----
CREATE TEMP TRIGGER was_project AFTER UPDATE OF naam, opdrachtgever_id, opdrachtnemer_id, plaats, sector, start, eind, set_id, afspraak, verplichting_cent, telt, pso_hele_looptijd, goedgekeurd_op, afgerond_op
    ON main.alle_project
 WHEN (OLD.naam, OLD.opdrachtgever_id, OLD.opdrachtnemer_id, OLD.plaats, OLD.sector, OLD.start, OLD.eind, OLD.set_id, OLD.afspraak, OLD.verplichting_cent, OLD.telt, OLD.pso_hele_looptijd, OLD.goedgekeurd_op, OLD.afgerond_op)
      IS NOT (NEW.naam, NEW.opdrachtgever_id, NEW.opdrachtnemer_id, NEW.plaats, NEW.sector, NEW.start, NEW.eind, NEW.set_id, NEW.afspraak, NEW.verplichting_cent, NEW.telt, NEW.pso_hele_looptijd, NEW.goedgekeurd_op,
              NEW.afgerond_op)
BEGIN
    INSERT INTO alle_project_was (project_id, tot, naam, opdrachtgever_id, opdrachtnemer_id, plaats, sector, start, eind, set_id, afspraak, verplichting_cent, telt, pso_hele_looptijd, goedgekeurd_op, afgerond_op)
    VALUES (OLD.id, nu(), OLD.naam, OLD.opdrachtgever_id, OLD.opdrachtnemer_id, OLD.plaats, OLD.sector, OLD.start, OLD.eind, OLD.set_id, OLD.afspraak, OLD.verplichting_cent, OLD.telt, OLD.pso_hele_looptijd,
            OLD.goedgekeurd_op, OLD.afgerond_op);
END;
CREATE TEMP TRIGGER was_periode AFTER UPDATE OF start, eind, geschat_cent, vastgesteld_cent ON main.alle_periode
 WHEN (OLD.start, OLD.eind, OLD.geschat_cent, OLD.vastgesteld_cent) IS NOT (NEW.start, NEW.eind, NEW.geschat_cent, NEW.vastgesteld_cent)
BEGIN
    INSERT INTO alle_periode_was (periode_id, project_id, tot, op, start, eind, geschat_cent, vastgesteld_cent)
    VALUES (OLD.id, OLD.project_id, nu(), OLD.op, OLD.start, OLD.eind, OLD.geschat_cent, OLD.vastgesteld_cent);
END;
CREATE TEMP TRIGGER was_periode_weg AFTER DELETE ON main.alle_periode
BEGIN
    INSERT INTO alle_periode_was (periode_id, project_id, tot, op, start, eind, geschat_cent, vastgesteld_cent)
    VALUES (OLD.id, OLD.project_id, nu(), OLD.op, OLD.start, OLD.eind, OLD.geschat_cent, OLD.vastgesteld_cent);
END;
CREATE TEMP TRIGGER was_inzet AFTER UPDATE OF status, versie, geldend ON main.alle_inzet WHEN (OLD.status, OLD.versie, OLD.geldend) IS NOT (NEW.status, NEW.versie, NEW.geldend)
BEGIN
    INSERT INTO alle_inzet_was (inzet_id, tot, status, versie, geldend) VALUES (OLD.id, nu(), OLD.status, OLD.versie, OLD.geldend);
END;
CREATE TEMP TRIGGER was_regio AFTER UPDATE OF telt, pso_hele_looptijd ON main.alle_regio WHEN (OLD.telt, OLD.pso_hele_looptijd) IS NOT (NEW.telt, NEW.pso_hele_looptijd)
BEGIN
    INSERT INTO alle_regio_was (regio_id, tot, telt, pso_hele_looptijd) VALUES (OLD.id, nu(), OLD.telt, OLD.pso_hele_looptijd);
END;
