-- 0023_bewaren: the end of the retention term: hold, lists of persons to destroy (proposed by one coordinator, decided by another), and the record of what was destroyed, which stays.
CREATE TABLE alle_bewaar_uitstel (      -- a hold on one person; the newest row of a person counts
    id INTEGER PRIMARY KEY,
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    tot TEXT NOT NULL CHECK (tot = date(tot)),          -- not destroyed up to and including this day
    reden TEXT NOT NULL CHECK (reden <> ''),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_bewaar_uitstel_kandidaat ON alle_bewaar_uitstel (kandidaat_id, id);
CREATE TABLE alle_vernietiging (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    grond TEXT NOT NULL CHECK (grond <> ''),            -- term and source, as they were
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    besloten_op INTEGER, besloten_door INTEGER REFERENCES alle_gebruiker,
    akkoord INTEGER CHECK (akkoord IN (0, 1)),
    reden TEXT NOT NULL DEFAULT '',                     -- of refusing or taking back
    klaar_op INTEGER,
    CHECK ((besloten_op IS NULL) = (akkoord IS NULL)),
    CHECK (akkoord IS NOT 1 OR besloten_door <> door),  -- decided by another than who proposed it
    CHECK (klaar_op IS NULL OR akkoord = 1)
) STRICT;
CREATE INDEX alle_vernietiging_regio ON alle_vernietiging (regio_id, id);
CREATE INDEX alle_vernietiging_bezig ON alle_vernietiging (id) WHERE akkoord = 1 AND klaar_op IS NULL;
CREATE TABLE alle_vernietiging_regel (  -- a person of a list, by number: stays for good
    vernietiging_id INTEGER NOT NULL REFERENCES alle_vernietiging,
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    vervalt TEXT NOT NULL CHECK (vervalt = date(vervalt)),
    uitkomst TEXT CHECK (uitkomst IN ('gewist', 'overgeslagen')),   -- overgeslagen: held or on a running project by then
    PRIMARY KEY (vernietiging_id, kandidaat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alle_vernietiging_regel_open ON alle_vernietiging_regel (vernietiging_id) WHERE uitkomst IS NULL;
CREATE INDEX alle_project_afgerond ON alle_project (regio_id, afgerond_op) WHERE afgerond_op IS NOT NULL;
