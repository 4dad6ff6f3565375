-- 0001_start: the tables of the house. Base tables bear the prefix alle_ ("all of it"): request code never reads them, only the views of
-- scope.sql under the plain names. Dates are ISO text; `eind` is always the last day itself ("t/m"). Money is cents, hours are hundredths,
-- percentages basis points, moments seconds since 1970 UTC. …_sleutel is the folded form (text_fold) by which a name is sorted and searched.

CREATE TABLE alle_instelling (          -- facts about this installation: 'demo' = '1'
    naam TEXT PRIMARY KEY,
    waarde TEXT NOT NULL
) STRICT;

CREATE TABLE alle_regio (               -- labour-market region: the tenant
    id INTEGER PRIMARY KEY,
    naam TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE CHECK (slug GLOB '[a-z]*'),
    cp_naam TEXT NOT NULL DEFAULT '',           -- contact details of the coordinatiepunt, shown under Hulp nodig?
    cp_email TEXT NOT NULL DEFAULT '',
    cp_telefoon TEXT NOT NULL DEFAULT '',
    cp_tijden TEXT NOT NULL DEFAULT '',
    cp_website TEXT NOT NULL DEFAULT '',
    identiteit TEXT NOT NULL DEFAULT 'naw' CHECK (identiteit IN ('naw', 'initialen')),
    telt TEXT NOT NULL DEFAULT 'direct' CHECK (telt IN ('direct', 'na_goedkeuring')),
    toestemming INTEGER NOT NULL DEFAULT 0 CHECK (toestemming IN (0, 1)),   -- the regio works with consent: its date is asked
    herinnering_mnd INTEGER NOT NULL DEFAULT 3 CHECK (herinnering_mnd BETWEEN 1 AND 24),
    drempel_cent INTEGER NOT NULL DEFAULT 20000000 CHECK (drempel_cent >= 0),   -- threshold above which SR is asked: a hint
    standaard_bp INTEGER NOT NULL DEFAULT 500 CHECK (standaard_bp BETWEEN 0 AND 10000),
    pso_hele_looptijd INTEGER NOT NULL DEFAULT 0 CHECK (pso_hele_looptijd IN (0, 1)),
    bewaar_jaren INTEGER NOT NULL DEFAULT 5 CHECK (bewaar_jaren BETWEEN 1 AND 20),
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE alle_organisatie (
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL CHECK (soort IN ('opdrachtgever', 'opdrachtnemer', 'intermediair', 'wsp', 'coordinatiepunt')),
    regio_id INTEGER REFERENCES alle_regio,
    wsp_id INTEGER REFERENCES alle_organisatie,     -- of an opdrachtgever
    naam TEXT NOT NULL CHECK (length(naam) BETWEEN 1 AND 200),
    naam_sleutel TEXT NOT NULL,
    naam_kern TEXT NOT NULL,                        -- text_company_key: for look-alikes
    kvk TEXT UNIQUE CHECK (kvk GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
    og_soort TEXT CHECK (og_soort IN ('gemeente', 'provincie', 'waterschap', 'onderwijs', 'zorg', 'overig')),
    adres TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    plaats TEXT NOT NULL DEFAULT '',
    gemaakt_op INTEGER NOT NULL,
    versie INTEGER NOT NULL DEFAULT 1,
    -- an opdrachtnemer and an intermediair belong to no regio, the others to exactly one
    CHECK ((soort IN ('opdrachtnemer', 'intermediair')) = (regio_id IS NULL)),
    CHECK (soort <> 'opdrachtnemer' OR kvk IS NOT NULL),
    CHECK (wsp_id IS NULL OR soort = 'opdrachtgever')
) STRICT;
CREATE INDEX alle_organisatie_regio ON alle_organisatie (regio_id, soort, naam_sleutel);
CREATE INDEX alle_organisatie_soort ON alle_organisatie (soort, naam_sleutel);
CREATE INDEX alle_organisatie_kern ON alle_organisatie (naam_kern);

CREATE TABLE alle_gebruiker (
    id INTEGER PRIMARY KEY,
    organisatie_id INTEGER NOT NULL REFERENCES alle_organisatie,
    email TEXT NOT NULL,
    email_sleutel TEXT NOT NULL UNIQUE,             -- one address is one account
    naam TEXT NOT NULL CHECK (length(naam) BETWEEN 1 AND 200),
    naam_sleutel TEXT NOT NULL,
    telefoon TEXT NOT NULL DEFAULT '',
    functie TEXT NOT NULL DEFAULT '',
    staat TEXT NOT NULL DEFAULT 'uitgenodigd' CHECK (staat IN ('uitgenodigd', 'actief', 'geblokkeerd')),
    wachtwoord TEXT,                                -- argon2id string
    totp BLOB,                                      -- sealed secret, in force
    totp_nieuw BLOB,                                -- sealed secret, shown as QR, not yet confirmed
    totp_stap INTEGER NOT NULL DEFAULT 0,           -- last used time step: a code works once
    fouten INTEGER NOT NULL DEFAULT 0,              -- wrong attempts in a row
    wacht_tot INTEGER NOT NULL DEFAULT 0,           -- no attempt is judged before this moment
    geheimhouding INTEGER NOT NULL DEFAULT 0,       -- version of the confidentiality statement accepted
    geheimhouding_op INTEGER,
    mail_uit TEXT NOT NULL DEFAULT '',              -- kinds of mail switched off, comma separated
    laatst_in INTEGER,
    gemaakt_op INTEGER NOT NULL,
    gemaakt_door INTEGER REFERENCES alle_gebruiker,
    versie INTEGER NOT NULL DEFAULT 1,
    CHECK (staat <> 'actief' OR (wachtwoord IS NOT NULL))
) STRICT;
CREATE INDEX alle_gebruiker_organisatie ON alle_gebruiker (organisatie_id, naam_sleutel);

CREATE TABLE alle_apparaat (            -- browsers a user has logged in with: a new one is told by mail
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    kenmerk BLOB NOT NULL,              -- keyed hash of the browser's own cookie
    op INTEGER NOT NULL,
    PRIMARY KEY (gebruiker_id, kenmerk)
) STRICT, WITHOUT ROWID;

CREATE TABLE alle_sessie (
    kenmerk BLOB PRIMARY KEY,           -- hash of the token; the token itself is nowhere
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    stap TEXT NOT NULL CHECK (stap IN ('half', 'vol')),
    gemaakt_op INTEGER NOT NULL,
    gezien_op INTEGER NOT NULL,
    eind_op INTEGER NOT NULL,           -- absolute end
    adres TEXT NOT NULL DEFAULT '',
    apparaat TEXT NOT NULL DEFAULT ''   -- user agent, cut
) STRICT;
CREATE INDEX alle_sessie_gebruiker ON alle_sessie (gebruiker_id);

CREATE TABLE alle_link (                -- personal links in mails: single use
    kenmerk BLOB PRIMARY KEY,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    soort TEXT NOT NULL CHECK (soort IN ('welkom', 'herstel')),
    gemaakt_op INTEGER NOT NULL,
    verloopt_op INTEGER NOT NULL,
    gebruikt_op INTEGER
) STRICT;
CREATE INDEX alle_link_gebruiker ON alle_link (gebruiker_id);

CREATE TABLE alle_eenmalig (            -- forms already handled: a repeat gets the first answer
    token BLOB PRIMARY KEY,
    gebruiker INTEGER NOT NULL,
    naar TEXT NOT NULL,
    op INTEGER NOT NULL
) STRICT;
CREATE INDEX alle_eenmalig_op ON alle_eenmalig (op);

CREATE TABLE alle_concept (             -- a form as typed, sealed, for its author alone
    id INTEGER PRIMARY KEY,
    gebruiker INTEGER NOT NULL,
    sessie BLOB,
    pad TEXT NOT NULL,
    velden BLOB NOT NULL,
    op INTEGER NOT NULL,
    verloopt INTEGER NOT NULL
) STRICT;
CREATE INDEX alle_concept_verloopt ON alle_concept (verloopt);

-- ---- waardering ----

CREATE TABLE alle_attribuut (           -- what a condition may ask: a new one needs no code
    naam TEXT PRIMARY KEY CHECK (naam GLOB '[a-z]*'),
    type TEXT NOT NULL CHECK (type IN ('getal', 'ja_nee', 'keuze', 'tekst')),
    vraag TEXT NOT NULL,
    hint TEXT NOT NULL DEFAULT '',
    keuzes TEXT NOT NULL DEFAULT '',    -- for type keuze: waarde=label, one a line
    afgeleid INTEGER NOT NULL DEFAULT 0 CHECK (afgeleid IN (0, 1))      -- known without asking: leeftijd from the birth date
) STRICT;

CREATE TABLE alle_bouwblokkenset (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    naam TEXT NOT NULL,
    versie TEXT NOT NULL,
    bron TEXT NOT NULL DEFAULT '',
    geldig_van TEXT NOT NULL CHECK (geldig_van = date(geldig_van)),
    geldig_tm TEXT CHECK (geldig_tm = date(geldig_tm)),
    status TEXT NOT NULL CHECK (status IN ('concept', 'gepubliceerd', 'ingetrokken')),
    peil TEXT NOT NULL CHECK (peil IN ('gunning', 'publicatie', 'start')),
    fte_uren INTEGER NOT NULL CHECK (fte_uren BETWEEN 100 AND 16800),   -- hundredths
    min_uren INTEGER NOT NULL CHECK (min_uren BETWEEN 0 AND 16800),
    aanloop_mnd INTEGER NOT NULL CHECK (aanloop_mnd BETWEEN 0 AND 120),
    binnen_project INTEGER NOT NULL CHECK (binnen_project IN (0, 1)),
    cap_basis TEXT NOT NULL CHECK (cap_basis IN ('kalender', 'geplaatst', 'fte')),
    onderbreking_mnd INTEGER NOT NULL CHECK (onderbreking_mnd BETWEEN 0 AND 120),
    doelgroep_peil TEXT NOT NULL CHECK (doelgroep_peil IN ('start', 'gunning')),
    ingelezen_op INTEGER NOT NULL,
    ingelezen_door INTEGER REFERENCES alle_gebruiker,
    gepubliceerd_op INTEGER,
    gepubliceerd_door INTEGER REFERENCES alle_gebruiker,
    UNIQUE (regio_id, naam, versie)
) STRICT;

CREATE TABLE alle_bouwblok (
    id INTEGER PRIMARY KEY,
    set_id INTEGER NOT NULL REFERENCES alle_bouwblokkenset,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    toelichting TEXT NOT NULL DEFAULT '',
    volgorde INTEGER NOT NULL,
    rubriek TEXT NOT NULL CHECK (rubriek IN ('ARBEID', 'LEREN', 'INKOOP', 'ACTIVITEIT', 'FONDS', 'MAATWERK')),
    soort TEXT NOT NULL CHECK (soort IN ('BASIS', 'BONUS', 'KORTING')),
    eenheid TEXT NOT NULL CHECK (eenheid IN ('PERIODE', 'STUK', 'UUR', 'PROCENT', 'BEDRAG')),
    tarief INTEGER NOT NULL CHECK (tarief BETWEEN 0 AND 100000000000),  -- cents; basis points for PROCENT
    periode_mnd INTEGER CHECK (periode_mnd IN (1, 12)),
    naar_uren INTEGER NOT NULL CHECK (naar_uren IN (0, 1)),
    cap_mnd INTEGER CHECK (cap_mnd BETWEEN 1 AND 600),
    cap_veld TEXT CHECK (cap_veld IN ('OPLEIDING', 'LKS')),
    dagmax INTEGER CHECK (dagmax > 0),
    opbouw TEXT CHECK (opbouw IN ('LINEAIR', 'START', 'EINDE')),
    groep TEXT NOT NULL DEFAULT '',
    UNIQUE (set_id, code),
    CHECK ((eenheid = 'PERIODE') = (periode_mnd IS NOT NULL)),
    CHECK ((eenheid = 'STUK') = (opbouw IS NOT NULL))
) STRICT;

CREATE TABLE alle_conditie (
    id INTEGER PRIMARY KEY,
    bouwblok_id INTEGER NOT NULL REFERENCES alle_bouwblok,
    attribuut TEXT NOT NULL REFERENCES alle_attribuut,
    operator TEXT NOT NULL CHECK (operator IN ('=', '<>', '<', '<=', '>', '>=', 'in')),
    waarde TEXT NOT NULL,
    gewicht TEXT NOT NULL DEFAULT 'EIS' CHECK (gewicht IN ('EIS', 'WAARSCHUWING'))
) STRICT;
CREATE INDEX alle_conditie_bouwblok ON alle_conditie (bouwblok_id);

-- ---- project ----

CREATE TABLE alle_project (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,            -- of the opdrachtgever, frozen
    naam TEXT NOT NULL CHECK (length(naam) BETWEEN 1 AND 200),
    naam_sleutel TEXT NOT NULL,
    projectgroep TEXT NOT NULL DEFAULT '',
    opdrachtgever_id INTEGER NOT NULL REFERENCES alle_organisatie,
    wsp_id INTEGER NOT NULL REFERENCES alle_organisatie,
    extra_wsp_id INTEGER REFERENCES alle_organisatie,
    opdrachtnemer_id INTEGER NOT NULL REFERENCES alle_organisatie,
    intermediair_id INTEGER REFERENCES alle_organisatie,
    plaats TEXT NOT NULL,
    start TEXT NOT NULL CHECK (start = date(start)),
    eind TEXT NOT NULL CHECK (eind = date(eind)),               -- last day, t/m
    sector TEXT NOT NULL,
    set_id INTEGER NOT NULL REFERENCES alle_bouwblokkenset,     -- the methodiek, frozen
    afspraak TEXT NOT NULL CHECK (afspraak IN ('sr_verplichting', 'raamovereenkomst', 'inspanningsverplichting')),
    opdrachtwaarde_cent INTEGER CHECK (opdrachtwaarde_cent >= 0),
    sr_bp INTEGER CHECK (sr_bp BETWEEN 0 AND 10000),
    verplichting_cent INTEGER CHECK (verplichting_cent >= 0),   -- as agreed (fixed) or estimated (raamovereenkomst); NULL for inspanning
    verlengbaar INTEGER NOT NULL DEFAULT 0 CHECK (verlengbaar IN (0, 1)),
    toelichting TEXT NOT NULL DEFAULT '',
    goedgekeurd_op INTEGER, goedgekeurd_door INTEGER REFERENCES alle_gebruiker,
    afgerond_op INTEGER, afgerond_door INTEGER REFERENCES alle_gebruiker,
    gemaakt_op INTEGER NOT NULL, gemaakt_door INTEGER REFERENCES alle_gebruiker,
    versie INTEGER NOT NULL DEFAULT 1,
    -- the stored sums and their day; refreshed with each change and after midnight
    bruto_cent INTEGER,                 -- NULL for inspanningsverplichting
    korting_cent INTEGER NOT NULL DEFAULT 0,
    netto_cent INTEGER,
    actueel_cent INTEGER NOT NULL DEFAULT 0,
    prognose_cent INTEGER NOT NULL DEFAULT 0,
    ingediend_cent INTEGER NOT NULL DEFAULT 0,  -- waits for approval; shown beside, never inside
    signaal TEXT CHECK (signaal IN ('voldaan', 'op_koers', 'let_op', 'loopt_achter')),
    som_dag TEXT CHECK (som_dag = date(som_dag)),
    CHECK (eind >= start),
    CHECK ((afspraak = 'inspanningsverplichting') = (verplichting_cent IS NULL)),
    CHECK (afgerond_op IS NULL OR goedgekeurd_op IS NOT NULL)
) STRICT;
CREATE INDEX alle_project_regio_naam ON alle_project (regio_id, naam_sleutel, id);
CREATE INDEX alle_project_opdrachtgever ON alle_project (opdrachtgever_id);
CREATE INDEX alle_project_opdrachtnemer ON alle_project (opdrachtnemer_id);
CREATE INDEX alle_project_actief ON alle_project (som_dag) WHERE afgerond_op IS NULL;

CREATE TABLE alle_periode (             -- part of a raamovereenkomst
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    start TEXT NOT NULL CHECK (start = date(start)),
    eind TEXT NOT NULL CHECK (eind = date(eind)),
    geschat_cent INTEGER NOT NULL CHECK (geschat_cent >= 0),
    vastgesteld_cent INTEGER CHECK (vastgesteld_cent >= 0),
    vastgesteld_op INTEGER, vastgesteld_door INTEGER REFERENCES alle_gebruiker,
    omzet_verwacht_cent INTEGER CHECK (omzet_verwacht_cent >= 0),
    omzet_cent INTEGER CHECK (omzet_cent >= 0),
    bp INTEGER CHECK (bp BETWEEN 0 AND 10000),
    UNIQUE (project_id, start),
    CHECK (eind >= start)
) STRICT;

CREATE TABLE alle_verlenging (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    van TEXT NOT NULL CHECK (van = date(van)),          -- first day of the extension
    tm TEXT NOT NULL CHECK (tm = date(tm)),
    bedrag_cent INTEGER NOT NULL CHECK (bedrag_cent >= 0),
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,
    UNIQUE (project_id, van)
) STRICT;

CREATE TABLE alle_koppeling (           -- contactpersoon of a project: the only thing that makes it visible
    project_id INTEGER NOT NULL REFERENCES alle_project,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,
    PRIMARY KEY (project_id, gebruiker_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alle_koppeling_gebruiker ON alle_koppeling (gebruiker_id, project_id);

CREATE TABLE alle_notitie (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    tekst TEXT NOT NULL,
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    gewijzigd_op INTEGER
) STRICT;
CREATE INDEX alle_notitie_project ON alle_notitie (project_id);

CREATE TABLE alle_document (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    naam TEXT NOT NULL,
    grootte INTEGER NOT NULL CHECK (grootte BETWEEN 1 AND 1048576),
    inhoud BLOB,                        -- NULL once removed: the trace stays
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    verwijderd_op INTEGER, verwijderd_door INTEGER REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_document_project ON alle_document (project_id);

CREATE TABLE alle_pso (                 -- certificates of an opdrachtnemer: lower the obligation
    id INTEGER PRIMARY KEY,
    organisatie_id INTEGER NOT NULL REFERENCES alle_organisatie,
    trede TEXT NOT NULL CHECK (trede IN ('aspirant', '1', '2', '3', '30+')),
    van TEXT NOT NULL CHECK (van = date(van)),
    tm TEXT NOT NULL CHECK (tm = date(tm)),
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,
    CHECK (tm >= van)
) STRICT;
CREATE INDEX alle_pso_organisatie ON alle_pso (organisatie_id);

-- ---- verantwoording ----

CREATE TABLE alle_kandidaat (           -- who it is stands sealed under a key of its own (key store)
    id INTEGER PRIMARY KEY,             -- shown as K-000001
    opdrachtnemer_id INTEGER NOT NULL REFERENCES alle_organisatie,
    sleutel INTEGER NOT NULL UNIQUE,    -- key id in the key store
    naam BLOB,
    initialen BLOB,
    adres BLOB,
    postcode BLOB,
    plaats BLOB,
    geboortedatum BLOB,
    zoek BLOB,                          -- keyed hash of the folded name (or initials) and birth date
    leeftijdsklasse TEXT NOT NULL CHECK (leeftijdsklasse IN ('tot 27', '27-49', '50-54', '55+', 'onbekend')),
    geinformeerd_op TEXT NOT NULL CHECK (geinformeerd_op = date(geinformeerd_op)),
    toestemming_op TEXT CHECK (toestemming_op = date(toestemming_op)),
    gemaakt_op INTEGER NOT NULL, gemaakt_door INTEGER REFERENCES alle_gebruiker,
    gewist_op INTEGER,
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX alle_kandidaat_opdrachtnemer ON alle_kandidaat (opdrachtnemer_id);
CREATE INDEX alle_kandidaat_zoek ON alle_kandidaat (zoek);

CREATE TABLE alle_inzet (               -- one accounted effort; what it says stands in its versions
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    soort TEXT NOT NULL CHECK (soort IN ('kandidaat', 'inkoop', 'activiteit', 'fonds')),
    kandidaat_id INTEGER REFERENCES alle_kandidaat,
    status TEXT NOT NULL CHECK (status IN ('ingediend', 'goedgekeurd', 'teruggestuurd')),
    versie INTEGER NOT NULL,            -- the newest version
    geldend INTEGER,                    -- the approved version that counts until the newest is judged; NULL = none yet
    ingevoerd_op INTEGER NOT NULL, ingevoerd_door INTEGER REFERENCES alle_gebruiker,
    beoordeeld_op INTEGER, beoordeeld_door INTEGER REFERENCES alle_gebruiker,
    reden TEXT NOT NULL DEFAULT '',     -- of sending back
    -- stored sums, with the project's day
    actueel_cent INTEGER NOT NULL DEFAULT 0,
    prognose_cent INTEGER NOT NULL DEFAULT 0,
    ingediend_cent INTEGER NOT NULL DEFAULT 0,
    CHECK ((soort = 'kandidaat') = (kandidaat_id IS NOT NULL)),
    CHECK (status <> 'teruggestuurd' OR reden <> '')
) STRICT;
CREATE INDEX alle_inzet_project ON alle_inzet (project_id);
CREATE INDEX alle_inzet_kandidaat ON alle_inzet (kandidaat_id) WHERE kandidaat_id IS NOT NULL;

CREATE TABLE alle_inzet_versie (        -- append only: each change keeps what was before
    id INTEGER PRIMARY KEY,
    inzet_id INTEGER NOT NULL REFERENCES alle_inzet,
    versie INTEGER NOT NULL,
    bouwblok_id INTEGER NOT NULL REFERENCES alle_bouwblok,
    start TEXT NOT NULL CHECK (start = date(start)),
    eind TEXT CHECK (eind = date(eind)),                -- last day; NULL = open-ended
    uit_dienst TEXT CHECK (uit_dienst = date(uit_dienst)),      -- last day served, when it ended early
    uit_dienst_reden TEXT CHECK (uit_dienst_reden IN ('contract_niet_verlengd', 'ontslag_genomen', 'ander_werk', 'overig')),
    overeenkomst TEXT CHECK (overeenkomst IN ('werk', 'leer-werk', 'stage', 'werkervaringsplek', 'detachering')),
    functie TEXT NOT NULL DEFAULT '',
    cap_eind TEXT CHECK (cap_eind = date(cap_eind)),    -- end of training or wage-cost subsidy, where the block asks it
    aandeel_bp INTEGER NOT NULL DEFAULT 10000 CHECK (aandeel_bp BETWEEN 1 AND 10000),
    bedrag_cent INTEGER CHECK (bedrag_cent >= 0),       -- invoice, payment or agreed amount, excluding VAT
    nummer TEXT NOT NULL DEFAULT '',                    -- of the invoice
    leverancier TEXT NOT NULL DEFAULT '',
    uren INTEGER CHECK (uren >= 0),                     -- of an activity, hundredths
    personen INTEGER CHECK (personen >= 1),
    onderaannemer TEXT NOT NULL DEFAULT '',
    toelichting TEXT NOT NULL DEFAULT '',
    document_id INTEGER REFERENCES alle_document,
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,
    reden TEXT NOT NULL DEFAULT '',     -- why it was changed
    UNIQUE (inzet_id, versie),
    CHECK (eind IS NULL OR eind >= start)
) STRICT;

CREATE TABLE alle_inzet_uren (          -- dated hours a week; the first row stands on the start
    versie_id INTEGER NOT NULL REFERENCES alle_inzet_versie,
    vanaf TEXT NOT NULL CHECK (vanaf = date(vanaf)),
    uren INTEGER NOT NULL CHECK (uren BETWEEN 0 AND 16800),
    PRIMARY KEY (versie_id, vanaf)
) STRICT, WITHOUT ROWID;

CREATE TABLE alle_inzet_antwoord (      -- answers to what the block's conditions ask; leeftijd is kept so that the birth date need not be opened
    versie_id INTEGER NOT NULL REFERENCES alle_inzet_versie,
    attribuut TEXT NOT NULL REFERENCES alle_attribuut,
    waarde TEXT NOT NULL,
    PRIMARY KEY (versie_id, attribuut)
) STRICT, WITHOUT ROWID;

-- ---- mail, help, audit ----

CREATE TABLE alle_bericht (             -- the outbox: the row IS the message
    id INTEGER PRIMARY KEY,
    soort TEXT NOT NULL,
    over TEXT NOT NULL,                 -- what it is about: 'project', 'gebruiker'
    over_id INTEGER NOT NULL,
    dag TEXT CHECK (dag = date(dag)),   -- due day of a scheduled mail
    gebruiker_id INTEGER REFERENCES alle_gebruiker,
    aan TEXT NOT NULL,
    onderwerp TEXT NOT NULL,
    bericht_id TEXT NOT NULL UNIQUE,    -- Message-ID, fixed at creation
    bericht BLOB NOT NULL,              -- headers and body
    status TEXT NOT NULL DEFAULT 'wacht' CHECK (status IN ('wacht', 'verzonden', 'mislukt')),
    pogingen INTEGER NOT NULL DEFAULT 0,
    volgende_op INTEGER NOT NULL,
    antwoord TEXT NOT NULL DEFAULT '',  -- the server's last line
    gemaakt_op INTEGER NOT NULL,
    verzonden_op INTEGER
) STRICT;
CREATE UNIQUE INDEX alle_bericht_gepland ON alle_bericht (soort, over, over_id, aan, dag) WHERE dag IS NOT NULL;
CREATE INDEX alle_bericht_wacht ON alle_bericht (volgende_op) WHERE status = 'wacht';

CREATE TABLE alle_hulpvraag (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    pagina TEXT NOT NULL,
    vraag TEXT NOT NULL,
    op INTEGER NOT NULL,
    staat TEXT NOT NULL DEFAULT 'open' CHECK (staat IN ('open', 'beantwoord'))
) STRICT;

CREATE TABLE alle_audit (               -- who, when, what, on which row; som chains each record to the one before
    id INTEGER PRIMARY KEY,
    op INTEGER NOT NULL,
    wie INTEGER,
    organisatie INTEGER,
    regio INTEGER,
    wat TEXT NOT NULL,
    soort TEXT NOT NULL,
    rij INTEGER NOT NULL,
    project INTEGER,
    voor TEXT,
    na TEXT,
    som BLOB NOT NULL
) STRICT;
CREATE INDEX alle_audit_project ON alle_audit (project, id) WHERE project IS NOT NULL;

INSERT INTO alle_attribuut (naam, type, vraag, hint, keuzes, afgeleid) VALUES
    ('leeftijd', 'getal', 'Leeftijd', '', '', 1),
    ('uitkering_mnd', 'getal', 'Hoeveel maanden had de kandidaat een uitkering?', 'Hele maanden tot de start van de overeenkomst, bijvoorbeeld 14.', '', 0),
    ('uitkering', 'keuze', 'Welke uitkering had de kandidaat?', '', 'GEEN=Geen uitkering
PW=Participatiewet
WW=WW
WIA=WIA of WAO
WAJONG=Wajong', 0),
    ('register', 'ja_nee', 'Staat de kandidaat in het doelgroepregister?', '', '', 0),
    ('contractvorm', 'keuze', 'Wat voor contract is het?', '', 'tijdelijk=Tijdelijk contract
vast=Vast contract
uitzend=Uitzendcontract', 0),
    ('niveau', 'keuze', 'Welk niveau heeft de opleiding?', '', '1=Niveau 1
2=Niveau 2
3=Niveau 3
4=Niveau 4', 0),
    ('nieuw_contract', 'ja_nee', 'Is het een nieuw contract?', '', '', 0),
    ('statushouder', 'ja_nee', 'Is de kandidaat statushouder?', '', '', 0),
    ('taalachterstand', 'ja_nee', 'Heeft de kandidaat een taalachterstand?', '', '', 0),
    ('startkwalificatie', 'ja_nee', 'Heeft de kandidaat een startkwalificatie?', 'Een diploma havo, vwo of mbo niveau 2 of hoger.', '', 0),
    ('ips', 'ja_nee', 'Is er een arbeidsbeperking of IPS-traject?', '', '', 0),
    ('stage_vooraf_mnd', 'getal', 'Hoeveel maanden stage ging vooraf?', '', '', 0),
    ('plaatsing_mnd', 'getal', 'Hoeveel maanden duurt de plaatsing?', '', '', 1),
    ('eerder_in_dienst_mnd', 'getal', 'Hoeveel maanden was de kandidaat eerder bij u in dienst?', '', '', 0),
    ('pso_trede', 'keuze', 'PSO-trede', '', 'aspirant=Aspirant
1=Trede 1
2=Trede 2
3=Trede 3
30+=30+', 0),
    ('erkenning', 'keuze', 'Welke erkenning heeft de leverancier?', '', 'SW=SW-bedrijf
CSO=Code Sociale Ondernemingen
PSO30=PSO 30+
SENL=Social Enterprise NL
PSO1=PSO trede 1
PSO2=PSO trede 2
PSO3=PSO trede 3', 0);
