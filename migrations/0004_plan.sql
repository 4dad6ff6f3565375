-- 0004_plan: the plan van aanpak of a project. Every submitted version is kept as it was sent, with what was known of the project that day.

CREATE TABLE alle_plan (                -- one version of the plan of a project; at most one of them is a concept, at most one waits for the accountmanager
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    nr INTEGER NOT NULL CHECK (nr BETWEEN 1 AND 1000),
    status TEXT NOT NULL DEFAULT 'concept' CHECK (status IN ('concept', 'ingediend', 'aanpassen', 'akkoord')),
    versie INTEGER NOT NULL DEFAULT 1,              -- of the concept, for who edits it at the same time
    -- what the opdrachtnemer fills in
    contact_id INTEGER REFERENCES alle_gebruiker,   -- contactpersoon SR: one of the project's contacts
    opdrachtwaarde_cent INTEGER CHECK (opdrachtwaarde_cent >= 0),   -- (raming), asked where the project has none
    sr_bp INTEGER CHECK (sr_bp BETWEEN 0 AND 10000),
    verlengingsopties TEXT NOT NULL DEFAULT '',
    vacatures INTEGER NOT NULL DEFAULT 0 CHECK (vacatures IN (0, 1)),           -- kinds of fulfilment
    leerwerkplekken INTEGER NOT NULL DEFAULT 0 CHECK (leerwerkplekken IN (0, 1)),
    begeleiding INTEGER NOT NULL DEFAULT 0 CHECK (begeleiding IN (0, 1)),
    inkopen INTEGER NOT NULL DEFAULT 0 CHECK (inkopen IN (0, 1)),
    meerwaarde INTEGER NOT NULL DEFAULT 0 CHECK (meerwaarde IN (0, 1)),
    werkzaamheden TEXT NOT NULL DEFAULT '',
    toelichting TEXT NOT NULL DEFAULT '',
    pso_trede TEXT CHECK (pso_trede IN ('aspirant', '1', '2', '3', '30+')),
    aanvullend TEXT NOT NULL DEFAULT '',
    gewijzigd_op INTEGER NOT NULL, gewijzigd_door INTEGER REFERENCES alle_gebruiker,
    -- as it was on the day it was sent
    contract TEXT, opdrachtnemer TEXT, kvk TEXT, adres TEXT, postcode TEXT, plaats TEXT,
    contact_naam TEXT, contact_functie TEXT, contact_email TEXT, contact_telefoon TEXT,
    start TEXT CHECK (start = date(start)),
    eind TEXT CHECK (eind = date(eind)),
    verlengbaar INTEGER CHECK (verlengbaar IN (0, 1)),
    set_id INTEGER REFERENCES alle_bouwblokkenset,
    netto_cent INTEGER,                             -- the obligation; NULL for an inspanningsverplichting
    ingediend_op INTEGER, ingediend_door INTEGER REFERENCES alle_gebruiker,
    -- what the accountmanager decided
    beoordeeld_op INTEGER, beoordeeld_door INTEGER REFERENCES alle_gebruiker,
    opmerkingen TEXT NOT NULL DEFAULT '',
    prestatieafspraken TEXT NOT NULL DEFAULT '',
    termijn TEXT CHECK (termijn = date(termijn)),   -- beoordelingstermijn: the day on which the agreements are looked at
    UNIQUE (project_id, nr),
    CHECK ((status = 'concept') = (ingediend_op IS NULL)),
    CHECK ((status IN ('aanpassen', 'akkoord')) = (beoordeeld_op IS NOT NULL)),
    CHECK (status = 'concept' OR (start IS NOT NULL AND eind IS NOT NULL AND set_id IS NOT NULL)),
    CHECK (status <> 'aanpassen' OR opmerkingen <> ''),
    CHECK (status <> 'akkoord' OR (prestatieafspraken <> '' AND termijn IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX alle_plan_concept ON alle_plan (project_id) WHERE status = 'concept';
CREATE UNIQUE INDEX alle_plan_wacht ON alle_plan (project_id) WHERE status = 'ingediend';

CREATE TABLE alle_plan_regel (          -- intended inzet: what waarde_bereken values; of an inkoop only the amount, of an activiteit hours or an amount
    plan_id INTEGER NOT NULL REFERENCES alle_plan,
    nr INTEGER NOT NULL CHECK (nr BETWEEN 1 AND 100),
    bouwblok_id INTEGER NOT NULL REFERENCES alle_bouwblok,
    personen INTEGER CHECK (personen BETWEEN 1 AND 9999),
    uren INTEGER CHECK (uren BETWEEN 0 AND 16800),  -- a week, hundredths; NULL = full time
    maanden INTEGER CHECK (maanden BETWEEN 1 AND 480),
    van TEXT CHECK (van = date(van)),               -- NULL = from the project's start
    bedrag_cent INTEGER CHECK (bedrag_cent >= 0),
    aantal_uren INTEGER CHECK (aantal_uren >= 0),   -- of an activiteit, hundredths
    PRIMARY KEY (plan_id, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE alle_plan_doelgroep (      -- how many people of which doelgroep the plan is for
    plan_id INTEGER NOT NULL REFERENCES alle_plan,
    doelgroep TEXT NOT NULL CHECK (doelgroep IN ('pw_kort', 'pw_lang', 'pw_beperking', 'ww_kort', 'ww_lang', 'wia_wao', 'wajong', 'bbl', 'bol', 'vsv', 'vso_stage', 'nug')),
    aantal INTEGER NOT NULL CHECK (aantal BETWEEN 1 AND 9999),
    PRIMARY KEY (plan_id, doelgroep)
) STRICT, WITHOUT ROWID;
