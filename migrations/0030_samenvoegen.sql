-- 0030_samenvoegen: organisaties that are one are merged; the yearly review of who has access; a blocked account stays with the coordinatiepunt that blocked it.

ALTER TABLE alle_gebruiker ADD COLUMN geblokkeerd_regio_id INTEGER REFERENCES alle_regio;      -- blocked by this coordinatiepunt, which may undo it though no project shows the account any more

-- Of which regio's an organisatie has projects, one row a project: an opdrachtnemer and an intermediair belong to no regio.
CREATE INDEX alle_project_intermediair ON alle_project (intermediair_id) WHERE intermediair_id IS NOT NULL;
CREATE VIEW alle_werkregio AS
SELECT p.opdrachtnemer_id AS organisatie_id, p.regio_id FROM alle_project p
UNION ALL
SELECT p.intermediair_id, p.regio_id FROM alle_project p WHERE p.intermediair_id IS NOT NULL;

-- The one that went stays as a pointer: old links, the audit log and past reports read well, and its KvK number leads to the one that stays.
ALTER TABLE alle_organisatie ADD COLUMN samengevoegd_met INTEGER REFERENCES alle_organisatie;
ALTER TABLE alle_organisatie ADD COLUMN samengevoegd_op INTEGER CHECK ((samengevoegd_op IS NULL) = (samengevoegd_met IS NULL));
CREATE INDEX alle_organisatie_samengevoegd ON alle_organisatie (samengevoegd_met) WHERE samengevoegd_met IS NOT NULL;

CREATE TABLE alle_samenvoeging (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,            -- whose coordinatiepunt asks
    blijft_id INTEGER NOT NULL REFERENCES alle_organisatie,
    weg_id INTEGER NOT NULL REFERENCES alle_organisatie,
    naam_van TEXT NOT NULL CHECK (naam_van IN ('blijft', 'weg')),
    adres_van TEXT NOT NULL CHECK (adres_van IN ('blijft', 'weg')),
    reden TEXT NOT NULL CHECK (reden <> ''),
    -- concept: looked at by who made it; wacht: another regio must agree; verschillend: they are two, and are no longer shown as look-alikes
    staat TEXT NOT NULL DEFAULT 'concept' CHECK (staat IN ('concept', 'wacht', 'uitgevoerd', 'geweigerd', 'ingetrokken', 'verschillend')),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    besloten_op INTEGER, besloten_door INTEGER REFERENCES alle_gebruiker, besloten_reden TEXT NOT NULL DEFAULT '',
    weg_naam TEXT NOT NULL DEFAULT '', accounts INTEGER,      -- once it is done: what the one that went was called, and how many accounts moved
    CHECK (blijft_id <> weg_id), CHECK ((staat IN ('concept', 'wacht')) = (besloten_op IS NULL))
) STRICT;
CREATE INDEX alle_samenvoeging_blijft ON alle_samenvoeging (blijft_id);
CREATE INDEX alle_samenvoeging_weg ON alle_samenvoeging (weg_id);
CREATE TABLE alle_samenvoeging_akkoord (        -- of the other regio's where one of the two has projects
    samenvoeging_id INTEGER NOT NULL REFERENCES alle_samenvoeging,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    PRIMARY KEY (samenvoeging_id, regio_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE alle_zelfde_persoon (              -- two kandidaten of one opdrachtnemer that are one person, since a merge: the duration that counts goes over both. Both ways round
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    ook_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    sinds INTEGER NOT NULL,
    PRIMARY KEY (kandidaat_id, ook_id),
    CHECK (kandidaat_id <> ook_id)
) STRICT, WITHOUT ROWID;

-- Who has access: the yearly review of a regio. A row says how the account stood when the review began; the review stays as a record.
CREATE TABLE alle_toegang (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    gesloten_op INTEGER, gesloten_door INTEGER REFERENCES alle_gebruiker,
    opmerking TEXT NOT NULL DEFAULT '',
    CHECK ((gesloten_op IS NULL) = (gesloten_door IS NULL))
) STRICT;
CREATE UNIQUE INDEX alle_toegang_open ON alle_toegang (regio_id) WHERE gesloten_op IS NULL;
CREATE INDEX alle_toegang_regio ON alle_toegang (regio_id, gesloten_op);
CREATE TABLE alle_toegang_regel (
    toegang_id INTEGER NOT NULL REFERENCES alle_toegang,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    organisatie TEXT NOT NULL, soort TEXT NOT NULL, staat TEXT NOT NULL, laatst_in INTEGER, twee_factor INTEGER NOT NULL, projecten INTEGER NOT NULL, waarnemingen INTEGER NOT NULL,
    oordeel TEXT CHECK (oordeel IN ('blijft', 'blokkeren')),
    op INTEGER, door INTEGER REFERENCES alle_gebruiker,
    PRIMARY KEY (toegang_id, gebruiker_id),
    CHECK ((oordeel IS NULL) = (op IS NULL))
) STRICT, WITHOUT ROWID;
