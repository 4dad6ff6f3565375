-- 0032_register: retention classes per kind of data with their source, destruction of project papers by two, versions of the confidentiality statement, the reading log, the register of processing.

-- ---- retention: what is kept, how long, counted from when, on what ground: shown on Beheer: bewaartermijnen and carried out from here ----
-- termijn and eenheid are read by the statements that destroy. besluit: twee = a list proposed by one coordinator and decided by another; planner = every night, with a record; geen = kept, or gone with what it belongs to.
CREATE TABLE alle_bewaarklasse (
    soort TEXT PRIMARY KEY CHECK (soort GLOB '[a-z]*'),
    volgorde INTEGER NOT NULL UNIQUE,
    naam TEXT NOT NULL,
    termijn INTEGER CHECK (termijn >= 0),               -- NULL = no term of its own
    eenheid TEXT CHECK (eenheid IN ('years', 'months', 'days', 'hours')),
    vanaf TEXT NOT NULL,                                -- counted from
    gevolg TEXT NOT NULL CHECK (gevolg IN ('vernietigd', 'anoniem', 'blijft')),
    uitleg TEXT NOT NULL,
    bron TEXT NOT NULL,
    bevestigen INTEGER NOT NULL CHECK (bevestigen IN (0, 1)),       -- 1: term or source is for the regio to confirm
    besluit TEXT NOT NULL CHECK (besluit IN ('twee', 'planner', 'geen')),
    regio_min INTEGER, regio_max INTEGER,               -- the regio may set the term between these; NULL = it may not
    CHECK ((termijn IS NULL) = (eenheid IS NULL)), CHECK (besluit = 'geen' OR termijn IS NOT NULL)
) STRICT;
INSERT INTO alle_bewaarklasse VALUES
 ('kandidaat', 1, 'Wie een kandidaat is: naam, initialen, adres en geboortedatum', 5, 'years', 'de dag waarop het laatste project van de persoon is afgerond', 'vernietigd',
  'De sleutel van de persoon wordt vernietigd, ook voor reservekopieën. Wat de opdrachtnemer in eigen woorden schreef gaat mee. Nummer, doelgroep, overeenkomst en waarde blijven.',
  'AVG art. 5 lid 1 onder e; Selectielijst gemeenten 2020, resultaat 12.1 (5 jaar). Resultaat 12.1.5 (financieel en contractueel toezicht) noemt 7 jaar.', 1, 'twee', 1, 20),
 ('inzet', 2, 'Inzet, overeenkomsten en bedragen, zonder wie het is', NULL, NULL, '', 'blijft', 'Zonder de persoon zijn het cijfers. De rapportages blijven dezelfde.',
  'Selectielijst gemeenten 2020, resultaat 12.1.5 (7 jaar) en 16.1 (looptijd en 10 jaar); daarna anonieme statistiek.', 1, 'geen', NULL, NULL),
 ('project', 3, 'Projectgegevens, perioden, plannen, oordelen en akkoordverklaringen', NULL, NULL, '', 'blijft',
  'Blijft leesbaar voor de rapportages. Wie goedkeurde en afrondde staat in de akkoordverklaring.', 'Selectielijst gemeenten 2020, resultaat 16.1 (looptijd van de overeenkomst en 10 jaar).', 1, 'geen', NULL, NULL),
 ('stukken', 4, 'Stukken van een project: documenten (PDF) en de contactgegevens in het plan van aanpak', 7, 'years', 'de dag waarop het project is afgerond', 'vernietigd',
  'De inhoud en de naam van elk document, en naam, functie, e-mailadres en telefoon in de plannen. Dat er een document was, blijft te zien.',
  'Selectielijst gemeenten 2020, resultaat 12.1.5 (financieel en contractueel toezicht, 7 jaar).', 1, 'twee', 1, 20),
 ('notitie', 5, 'Interne notities bij een project', 5, 'years', 'de dag waarop het project is afgerond', 'vernietigd', 'De tekst en de regel zelf.', 'Selectielijst gemeenten 2020, resultaat 12.1 (toezicht uitgevoerd, 5 jaar).', 1, 'twee', 1, 20),
 ('verzoek', 6, 'Dossiers van verzoeken van betrokkenen', 5, 'years', 'de dag waarop het dossier is gesloten', 'vernietigd',
  'De woorden, de nummers van de personen en wat er is gedaan. Soort, dag van ontvangst en dag van sluiten blijven.', 'AVG art. 5 lid 2 en art. 12; Selectielijst gemeenten 2020, resultaat 19.1 (verwerkt, 5 jaar).', 1, 'twee', 1, 20),
 ('steekproef', 22, 'Steekproeven en wat er is getoond, met nummers', NULL, NULL, '', 'blijft', 'Wie een kandidaat is staat er niet in; woorden over een persoon gaan met de persoon weg. Het bewijs zelf blijft bij de opdrachtnemer.',
  'Selectielijst gemeenten 2020, resultaat 4.1 (steekproefsgewijze interne controle, 10 jaar).', 1, 'geen', NULL, NULL),
 ('brief', 23, 'Codes van kandidatenbrieven (alleen een kenmerk)', NULL, NULL, '', 'vernietigd', 'De code opent niets meer als zij is gebruikt, vervangen of verlopen. Dat er een brief was, blijft.', 'AVG art. 5 lid 1 onder e.', 0, 'geen', NULL, NULL),
 ('toegang', 24, 'Jaarlijkse controles van wie toegang heeft', NULL, NULL, '', 'blijft', 'Het bewijs van de controle blijft; is een account anoniem, dan staat er een nummer in plaats van een naam.', 'AVG art. 5 lid 2 en art. 32.', 1, 'geen', NULL, NULL),
 ('tekst', 25, 'Beleid, nieuws, informatie en vragen, met hun versies', NULL, NULL, '', 'blijft', 'Er staan geen kandidaten in. Wie een tekst schreef, staat erbij zolang dat account een naam heeft.',
  'Selectielijst gemeenten 2020: het resultaat hangt af van de tekst.', 1, 'geen', NULL, NULL),
 ('verklaring', 7, 'Verklaringen van vernietiging', NULL, NULL, '', 'blijft', 'Wat, hoeveel, wanneer, op welke grond en door wie. Personen alleen met hun nummer.',
  'Archiefwet; Selectielijst gemeenten 2020, resultaat 19.1.18 (archiefvernietiging, blijvend).', 0, 'geen', NULL, NULL),
 ('hulpvraag', 8, 'Hulpvragen en antwoorden', 2, 'years', 'de laatste wijziging van een hulpvraag die is beantwoord of gesloten', 'vernietigd', 'De vraag, de antwoorden en de notities.', 'AVG art. 5 lid 1 onder e.', 1, 'planner', 1, 10),
 ('account', 9, 'Accounts die niet meer worden gebruikt', 2, 'years', 'de laatste keer inloggen (of het maken), zonder lopend project en zonder project dat binnen deze termijn is afgerond', 'anoniem',
  'Naam, e-mailadres, telefoon, functie, wachtwoord, apparaten en mails gaan weg; het nummer blijft, zodat het logboek klopt. Een coördinator alleen als het account geblokkeerd is.',
  'AVG art. 5 lid 1 onder e; AVG art. 17 lid 1 onder a.', 1, 'planner', NULL, NULL),
 ('bericht', 10, 'Verstuurde en niet aangekomen mails: adres en inhoud', 6, 'months', 'de dag van versturen, of van maken als de mail niet aankwam', 'vernietigd', 'De hele regel.', 'AVG art. 5 lid 1 onder e.', 1, 'planner', NULL, NULL),
 ('sessie', 11, 'Sessies: IP-adres en browser', 0, 'hours', 'het einde van de sessie (hooguit 12 uur na het inloggen)', 'vernietigd', 'De hele regel, in de nacht erna.', 'Selectielijst gemeenten 2020, resultaat 19.1.24 (inloggegevens, hooguit 6 maanden).', 0, 'planner', NULL, NULL),
 ('poging', 12, 'Mislukte inlogpogingen', NULL, NULL, '', 'vernietigd', 'Alleen een teller bij het account; een goede inlog zet hem op nul.', 'Selectielijst gemeenten 2020, resultaat 19.1.24.', 0, 'geen', NULL, NULL),
 ('apparaat', 13, 'Herkende browsers (een versleuteld kenmerk)', 400, 'days', 'het laatste gebruik', 'vernietigd', 'De hele regel.', 'AVG art. 32 (beveiliging).', 0, 'planner', NULL, NULL),
 ('link', 14, 'Persoonlijke links uit mails (alleen een kenmerk)', 60, 'days', 'het verlopen van de link', 'vernietigd', 'De hele regel.', 'AVG art. 5 lid 1 onder e.', 0, 'planner', NULL, NULL),
 ('concept', 15, 'Formulieren die nog niet zijn opgeslagen, versleuteld', 0, 'hours', 'het verlopen: hooguit 24 uur na het typen', 'vernietigd', 'De hele regel en zijn sleutel.', 'AVG art. 5 lid 1 onder e.', 0, 'planner', NULL, NULL),
 ('inlezing', 16, 'Bestanden die worden ingelezen, versleuteld met de sessie van wie inleest', 0, 'hours', 'het verlopen: 6 uur na het kiezen van het bestand', 'vernietigd', 'De hele regel.', 'AVG art. 5 lid 1 onder e.', 0, 'planner', NULL, NULL),
 ('excel', 17, 'Excel-bestanden die klaarliggen, zonder wie een kandidaat is', NULL, NULL, '', 'vernietigd', 'Een uur nadat het bestand klaar is.', 'AVG art. 5 lid 1 onder e.', 0, 'geen', NULL, NULL),
 ('eenmalig', 18, 'Kenmerken van verstuurde formulieren, zodat niets dubbel wordt opgeslagen', 7, 'days', 'het versturen', 'vernietigd', 'De hele regel.', 'AVG art. 32.', 0, 'planner', NULL, NULL),
 ('geheimhouding', 19, 'Akkoord met de geheimhoudingsverklaring', NULL, NULL, '', 'blijft', 'Het bewijs blijft; is het account anoniem, dan staat er een nummer in plaats van een naam.', 'AVG art. 5 lid 2 en art. 32.', 0, 'geen', NULL, NULL),
 ('logboek', 20, 'Logboek en leeslog', NULL, NULL, '', 'blijft',
  'Elke regel hangt aan de vorige vast; daarom kan er niets uit. Er staan nummers in, geen namen van kandidaten. Woorden die gebruikers als reden typten, en de naam van wie is uitgenodigd of werk overnam, blijven staan.',
  'AVG art. 5 lid 2 en art. 32.', 1, 'geen', NULL, NULL),
 ('reservekopie', 21, 'Reservekopieën', NULL, NULL, '', 'vernietigd',
  'Wie een kandidaat was, is in een oude reservekopie niet meer te lezen: de sleutel is weg. Al het andere staat er nog in; de beheerder van de server bepaalt hoe lang een kopie blijft.', 'AVG art. 5 lid 1 onder e.', 1, 'geen', NULL, NULL);

CREATE TABLE alle_bewaartermijn (       -- what a regio set instead, in the unit of the class. The term of a kandidaat is alle_regio.bewaar_jaren.
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    soort TEXT NOT NULL REFERENCES alle_bewaarklasse,
    termijn INTEGER NOT NULL CHECK (termijn >= 1),
    versie INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (regio_id, soort)
) STRICT, WITHOUT ROWID;
CREATE TABLE alle_opruiming (           -- the record of what the planner took away: how many of a kind on a day
    dag TEXT NOT NULL CHECK (dag = date(dag)),
    soort TEXT NOT NULL REFERENCES alle_bewaarklasse,
    aantal INTEGER NOT NULL CHECK (aantal > 0),
    PRIMARY KEY (dag, soort)
) STRICT, WITHOUT ROWID;
ALTER TABLE alle_gebruiker ADD COLUMN anoniem_op INTEGER;
CREATE INDEX alle_gebruiker_ongebruikt ON alle_gebruiker (coalesce(laatst_in, gemaakt_op)) WHERE anoniem_op IS NULL;
ALTER TABLE alle_verzoek ADD COLUMN vernietigd_op INTEGER;
CREATE INDEX alle_bericht_oud ON alle_bericht (coalesce(verzonden_op, gemaakt_op)) WHERE status <> 'wacht';
CREATE INDEX alle_bericht_gebruiker ON alle_bericht (gebruiker_id);

-- Lists of other things than persons: the papers or notes of a project, the dossier of a request.
ALTER TABLE alle_vernietiging ADD COLUMN soort TEXT NOT NULL DEFAULT 'kandidaat' CHECK (soort IN ('kandidaat', 'stukken', 'notitie', 'verzoek'));
CREATE TABLE alle_vernietiging_stuk (
    vernietiging_id INTEGER NOT NULL REFERENCES alle_vernietiging,
    rij INTEGER NOT NULL,               -- the project or the request, after the list's soort
    project_id INTEGER REFERENCES alle_project,
    verzoek_id INTEGER REFERENCES alle_verzoek,
    vervalt TEXT NOT NULL CHECK (vervalt = date(vervalt)),
    stuks INTEGER NOT NULL DEFAULT 0,   -- how many went
    uitkomst TEXT CHECK (uitkomst IN ('gewist', 'overgeslagen')),
    PRIMARY KEY (vernietiging_id, rij),
    CHECK ((project_id IS NULL) <> (verzoek_id IS NULL) AND rij = coalesce(project_id, verzoek_id))
) STRICT, WITHOUT ROWID;
CREATE INDEX alle_vernietiging_stuk_open ON alle_vernietiging_stuk (vernietiging_id) WHERE uitkomst IS NULL;
CREATE INDEX alle_vernietiging_stuk_project ON alle_vernietiging_stuk (project_id) WHERE project_id IS NOT NULL;
-- Everything on a list, whatever its kind.
CREATE VIEW alle_vernietiging_geheel AS
SELECT t.vernietiging_id, t.uitkomst FROM alle_vernietiging_regel t UNION ALL SELECT s.vernietiging_id, s.uitkomst FROM alle_vernietiging_stuk s;
CREATE TABLE alle_project_uitstel (     -- a hold on the papers and notes of one project; the newest row counts
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    tot TEXT NOT NULL CHECK (tot = date(tot)),
    reden TEXT NOT NULL CHECK (reden <> ''),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_project_uitstel_project ON alle_project_uitstel (project_id, id);

-- ---- confidentiality: a regio may lay down a text of its own beside the house's; each version is kept and accepted once by each of its users ----
CREATE TABLE alle_geheimhouding (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    nr INTEGER NOT NULL CHECK (nr >= 1),
    tekst TEXT NOT NULL CHECK (tekst <> ''),
    geldt_vanaf TEXT NOT NULL CHECK (geldt_vanaf = date(geldt_vanaf)),      -- of two versions the one with the latest day counts, and on one day the newest
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    UNIQUE (regio_id, nr)
) STRICT;
CREATE INDEX alle_geheimhouding_geldt ON alle_geheimhouding (regio_id, geldt_vanaf, nr);
CREATE TABLE alle_geheimhouding_akkoord (
    geheimhouding_id INTEGER NOT NULL REFERENCES alle_geheimhouding,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    op INTEGER NOT NULL,
    PRIMARY KEY (geheimhouding_id, gebruiker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alle_geheimhouding_akkoord_wie ON alle_geheimhouding_akkoord (gebruiker_id);

-- ---- the reading log: its lines are the audit log's; what a coordinator found of a day on which somebody read unusually much ----
CREATE INDEX alle_audit_lezen ON alle_audit (regio, op) WHERE wat IN ('kandidaat.lezen', 'verzoek.inzage', 'verzoek.json', 'verzoek.verbeteren', 'verzoek.bericht', 'verzoek.brief', 'brief.maken');
CREATE TABLE alle_leessignaal (
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    dag TEXT NOT NULL CHECK (dag = date(dag)),
    personen INTEGER NOT NULL,
    oordeel TEXT NOT NULL CHECK (oordeel <> ''),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    PRIMARY KEY (regio_id, gebruiker_id, dag)
) STRICT, WITHOUT ROWID;
ALTER TABLE alle_regio ADD COLUMN lees_grens INTEGER NOT NULL DEFAULT 25 CHECK (lees_grens BETWEEN 1 AND 1000);    -- more persons read by one user on one day is a signal

-- ---- register of processing (AVG art. 30): what the program does is said here once; the regio adds its own ----
ALTER TABLE alle_regio ADD COLUMN verantwoordelijke TEXT NOT NULL DEFAULT '';      -- controller: name and address
ALTER TABLE alle_regio ADD COLUMN fg TEXT NOT NULL DEFAULT '';                     -- how to reach the data protection officer
CREATE TABLE alle_verwerking_soort (
    soort TEXT PRIMARY KEY CHECK (soort GLOB '[a-z]*'),
    volgorde INTEGER NOT NULL UNIQUE,
    naam TEXT NOT NULL, doel TEXT NOT NULL, grondslag TEXT NOT NULL, betrokkenen TEXT NOT NULL, gegevens TEXT NOT NULL, ontvangers TEXT NOT NULL, maatregelen TEXT NOT NULL,
    klassen TEXT NOT NULL               -- the retention classes it falls under: ,a,b,
) STRICT;
INSERT INTO alle_verwerking_soort VALUES
 ('verantwoording', 1, 'Verantwoording van social return', 'Vaststellen welke inzet opdrachtnemers voor hun social-returnverplichting hebben gedaan, en die controleren.',
  'AVG art. 6 lid 1 onder e (taak van algemeen belang); de opdrachtnemer ook onder b (overeenkomst).', 'Kandidaten: mensen die bij of via een opdrachtnemer werken, leren of stage lopen.',
  'Naam of initialen, adres, geboortedatum, doelgroep (soort uitkering), gegevens over de overeenkomst. Nooit een burgerservicenummer. Uit de doelgroep kan iets over de gezondheid blijken.',
  'De opdrachtnemer en zijn SR-intermediair (eigen kandidaten), de accountmanager van het project en het coördinatiepunt. De opdrachtgever krijgt nooit te zien wie een kandidaat is.',
  'Versleuteld met een sleutel per persoon; anderen zien een nummer; elke keer lezen door accountmanager of coördinatiepunt staat in het leeslog; bewijsstukken worden niet geüpload.', ',kandidaat,inzet,concept,inlezing,'),
 ('projecten', 2, 'Projectadministratie', 'Bijhouden van opdrachten met een social-returnafspraak: afspraken, perioden, plannen, documenten en oordelen.', 'AVG art. 6 lid 1 onder e en b.',
  'Contactpersonen van opdrachtgevers, opdrachtnemers, SR-intermediairs en werkgeversservicepunten.', 'Naam, functie, zakelijk e-mailadres en telefoonnummer; wie wat heeft gedaan; wat in documenten en notities staat.',
  'De contactpersonen van het project en het coördinatiepunt. Interne notities: alleen opdrachtgever en accountmanager.', 'Alleen wie aan een project is gekoppeld ziet het; documenten alleen als PDF, op inhoud gecontroleerd.', ',project,stukken,notitie,'),
 ('accounts', 3, 'Accounts en toegang', 'Gebruikers veilig laten inloggen en weten wie wat mag en deed.', 'AVG art. 6 lid 1 onder e; art. 32 (beveiliging).', 'Gebruikers van de monitor.',
  'Naam, e-mailadres, telefoon, functie, wachtwoord (alleen een hash), twee-factorgeheim (versleuteld), sessies met IP-adres en browser, akkoord met geheimhouding.', 'Het coördinatiepunt; collega’s zien naam en functie.',
  'Twee-factor voor iedereen; sessies van hooguit 12 uur; wachttijd na fouten; rechten in de database zelf.', ',account,sessie,poging,apparaat,link,eenmalig,geheimhouding,toegang,'),
 ('berichten', 4, 'Mails en hulpvragen', 'Gebruikers waarschuwen en helpen.', 'AVG art. 6 lid 1 onder e.', 'Gebruikers van de monitor.', 'Naam, e-mailadres, onderwerp en inhoud; de vraag en het antwoord. Nooit gegevens van een kandidaat.',
  'De ontvanger; het coördinatiepunt ziet of een mail aankwam, niet wat erin staat.', 'Verzonden over TLS; geen persoonsgegevens van kandidaten in mails.', ',bericht,hulpvraag,'),
 ('rechten', 5, 'Verzoeken van betrokkenen', 'Voldoen aan verzoeken om inzage, correctie, bezwaar en wissen.', 'AVG art. 6 lid 1 onder c (wettelijke plicht), art. 12 tot en met 22.', 'Kandidaten die een verzoek doen.',
  'Soort verzoek, dag, hoe is vastgesteld wie het vraagt, nummers van de kandidaat, wat er is gedaan.', 'Het coördinatiepunt en de betrokkene zelf.', 'Geen namen in het dossier; elke stap in het logboek.', ',verzoek,verklaring,'),
 ('logboek', 6, 'Logboek en leeslog', 'Achteraf kunnen zien wie wat wanneer deed en wie van wie de gegevens las.', 'AVG art. 5 lid 2 en art. 32.', 'Gebruikers van de monitor; kandidaten met hun nummer.', 'Wie, wanneer, wat, aan welke regel.',
  'Het coördinatiepunt; de betrokkene ziet in zijn eigen uitvoer welke organisatie wanneer las.', 'Elke regel is met een hash aan de vorige vastgemaakt: weghalen of wijzigen valt op.', ',logboek,reservekopie,'),
 ('rapportage', 7, 'Rapportages', 'Financiële en maatschappelijke resultaten van social return laten zien.', 'AVG art. 6 lid 1 onder e.', 'Kandidaten, zonder wie het is.', 'Doelgroep, leeftijdsklasse, soort en duur van de overeenkomst, waarde.',
  'De gebruikers van het project; het coördinatiepunt van de regio.', 'Geanonimiseerd voor iedereen; geen namen in Excel-bestanden.', ',inzet,excel,');
CREATE TABLE alle_verwerking (          -- the regio's own part of each
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    soort TEXT NOT NULL REFERENCES alle_verwerking_soort,
    grondslag TEXT NOT NULL DEFAULT '', ontvangers TEXT NOT NULL DEFAULT '', verwerkers TEXT NOT NULL DEFAULT '', toelichting TEXT NOT NULL DEFAULT '',     -- grondslag: instead of the house's; the others: besides
    gewijzigd_op INTEGER, gewijzigd_door INTEGER REFERENCES alle_gebruiker,
    versie INTEGER NOT NULL DEFAULT 1,
    UNIQUE (regio_id, soort)
) STRICT;
INSERT INTO alle_verwerking (regio_id, soort) SELECT r.id, s.soort FROM alle_regio r, alle_verwerking_soort s;
CREATE TRIGGER alle_regio_verwerking AFTER INSERT ON alle_regio
BEGIN
    INSERT INTO alle_verwerking (regio_id, soort) SELECT NEW.id, s.soort FROM alle_verwerking_soort s;
END;
CREATE INDEX alle_audit_verwerking ON alle_audit (regio, id) WHERE wat = 'verwerking.wijzigen';
