-- 0028_steekproef: a sample of inzet of which the contractor shows the evidence, drawn from a published seed so that anyone can redo it; and evidence that stays with the contractor, registered beforehand by its SHA-256.
CREATE TABLE alle_steekproef (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    filter TEXT NOT NULL,                               -- the choice in words, as it was drawn
    weging TEXT NOT NULL CHECK (weging IN ('gelijk', 'waarde')),
    gevraagd TEXT NOT NULL CHECK (gevraagd <> ''),      -- "10 %", "5"
    omvang INTEGER NOT NULL CHECK (omvang >= 1),        -- how many were drawn
    populatie TEXT NOT NULL,                            -- the exact list drawn from, as its file: "inzet;waarde_cent" and a line each, by number
    populatie_aantal INTEGER NOT NULL CHECK (populatie_aantal >= omvang),
    populatie_cent INTEGER NOT NULL CHECK (populatie_cent >= 0),
    populatie_sha256 TEXT NOT NULL CHECK (length(populatie_sha256) = 64),
    zaad TEXT NOT NULL UNIQUE CHECK (length(zaad) = 64),
    deadline TEXT NOT NULL CHECK (deadline = date(deadline)),
    toelichting TEXT NOT NULL DEFAULT '',
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    gesloten_op INTEGER, gesloten_door INTEGER REFERENCES alle_gebruiker,
    vervallen INTEGER NOT NULL DEFAULT 0 CHECK (vervallen IN (0, 1)),   -- ended without a judgement; it stays in the list
    conclusie TEXT NOT NULL DEFAULT '',
    CHECK ((gesloten_op IS NULL) = (gesloten_door IS NULL)),
    CHECK ((gesloten_op IS NULL) = (conclusie = '')),
    CHECK (vervallen = 0 OR gesloten_op IS NOT NULL)
) STRICT;
CREATE INDEX alle_steekproef_regio ON alle_steekproef (regio_id, id);
CREATE INDEX alle_steekproef_open ON alle_steekproef (deadline) WHERE gesloten_op IS NULL;

CREATE TABLE alle_steekproef_item (
    id INTEGER PRIMARY KEY,
    steekproef_id INTEGER NOT NULL REFERENCES alle_steekproef,
    nr INTEGER NOT NULL CHECK (nr >= 1),                -- which draw it was
    inzet_id INTEGER NOT NULL REFERENCES alle_inzet,
    toen INTEGER NOT NULL,                              -- version of the inzet when it was drawn
    waarde_cent INTEGER NOT NULL,
    antwoord TEXT NOT NULL DEFAULT '',                  -- of the contractor: how and where it can be seen
    antwoord_op INTEGER, antwoord_door INTEGER REFERENCES alle_gebruiker,
    antwoord_versie INTEGER NOT NULL DEFAULT 1,
    uitkomst TEXT CHECK (uitkomst IN ('akkoord', 'niet_akkoord', 'niet_getoond')),
    opmerking TEXT NOT NULL DEFAULT '',
    vervolg TEXT CHECK (vervolg IN ('geen', 'correctie_gevraagd', 'teruggestuurd', 'gecorrigeerd')),
    beoordeeld_op INTEGER, beoordeeld_door INTEGER REFERENCES alle_gebruiker,
    versie INTEGER NOT NULL DEFAULT 1,
    UNIQUE (steekproef_id, nr), UNIQUE (steekproef_id, inzet_id),
    CHECK (uitkomst IS NULL OR uitkomst = 'akkoord' OR opmerking <> ''),
    CHECK (vervolg IS NULL OR uitkomst <> 'akkoord')
) STRICT;
CREATE INDEX alle_steekproef_item_inzet ON alle_steekproef_item (inzet_id);

CREATE TABLE alle_bewijs (              -- evidence that stays with the contractor; never changed, only added and withdrawn
    id INTEGER PRIMARY KEY,
    inzet_id INTEGER NOT NULL REFERENCES alle_inzet,
    soort TEXT NOT NULL CHECK (soort <> ''),
    dag TEXT NOT NULL CHECK (dag = date(dag)),          -- of the document
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    ingetrokken_op INTEGER, ingetrokken_door INTEGER REFERENCES alle_gebruiker,
    ingetrokken_reden TEXT NOT NULL DEFAULT '',
    CHECK ((ingetrokken_op IS NULL) = (ingetrokken_reden = ''))
) STRICT;
CREATE UNIQUE INDEX alle_bewijs_inzet ON alle_bewijs (inzet_id, sha256) WHERE ingetrokken_op IS NULL;
CREATE INDEX alle_bewijs_van_inzet ON alle_bewijs (inzet_id);

CREATE TABLE alle_gezien (              -- what was seen of an item, with how its file compared to what was registered, as it stood then
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES alle_steekproef_item,
    soort TEXT NOT NULL CHECK (soort <> ''),
    dag TEXT NOT NULL CHECK (dag = date(dag)),          -- on which it was seen
    sha256 TEXT CHECK (length(sha256) = 64),            -- of the file that was shown; NULL = on paper or not compared
    vergelijk TEXT CHECK (vergelijk IN ('gelijk', 'anders', 'niets')),
    bewijs_id INTEGER REFERENCES alle_bewijs,           -- the one it is equal to
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    ingetrokken_op INTEGER, ingetrokken_door INTEGER REFERENCES alle_gebruiker,
    CHECK ((sha256 IS NULL) = (vergelijk IS NULL)),
    CHECK ((vergelijk = 'gelijk') IS (bewijs_id IS NOT NULL) OR vergelijk IS NULL)
) STRICT;
CREATE INDEX alle_gezien_item ON alle_gezien (item_id);
