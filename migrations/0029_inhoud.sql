-- 0029_inhoud: what a coordinatiepunt tells the people of its regio: policy, news, general information, questions with answers; and the line that announces maintenance.

-- One text, whatever it is about; what it says stands in its versions.
CREATE TABLE alle_inhoud (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    soort TEXT NOT NULL CHECK (soort IN ('beleid', 'nieuws', 'informatie', 'vraag')),
    ingetrokken_op INTEGER,                             -- nobody reads it any more; its versions stay for the coordinatiepunt
    versie INTEGER NOT NULL DEFAULT 1                   -- of the row: two people editing
) STRICT;
CREATE INDEX alle_inhoud_regio ON alle_inhoud (regio_id, soort);
CREATE INDEX alle_inhoud_soort ON alle_inhoud (soort);

-- As it was written down: at most one concept at a time, and what was published is never changed. The text is Markdown.
CREATE TABLE alle_inhoud_versie (
    id INTEGER PRIMARY KEY,
    inhoud_id INTEGER NOT NULL REFERENCES alle_inhoud,
    nr INTEGER NOT NULL CHECK (nr > 0),
    staat TEXT NOT NULL CHECK (staat IN ('concept', 'gepubliceerd')),
    titel TEXT NOT NULL CHECK (titel <> ''),
    tekst TEXT NOT NULL CHECK (tekst <> ''),
    van TEXT NOT NULL CHECK (van = date(van)),          -- beleid: in force from; nieuws: shown from; the others: day of writing
    tm TEXT CHECK (tm IS NULL OR (tm = date(tm) AND tm >= van)),     -- nieuws: shown up to and including
    openbaar INTEGER NOT NULL DEFAULT 0 CHECK (openbaar IN (0, 1)),  -- nieuws: also for who is not logged in, and in the feed
    vast INTEGER NOT NULL DEFAULT 0 CHECK (vast IN (0, 1)),          -- nieuws: above the others
    voor INTEGER NOT NULL DEFAULT 31 CHECK (voor BETWEEN 1 AND 31),  -- kinds of organisatie that read it: 1 OG, 2 ON, 4 IM, 8 AM, 16 CP
    rubriek TEXT NOT NULL DEFAULT '',                   -- vraag: the heading it stands under
    volgorde INTEGER NOT NULL DEFAULT 100,              -- place among the others of its kind
    wijziging TEXT NOT NULL DEFAULT '',                 -- what was changed, in words
    op INTEGER NOT NULL,                                -- written down; after publishing: published
    door INTEGER NOT NULL REFERENCES alle_gebruiker,
    UNIQUE (inhoud_id, nr)
) STRICT;
CREATE UNIQUE INDEX alle_inhoud_concept ON alle_inhoud_versie (inhoud_id) WHERE staat = 'concept';
CREATE INDEX alle_inhoud_versie_door ON alle_inhoud_versie (door);

-- The line about maintenance, one a regio, shown from a moment up to another.
CREATE TABLE alle_onderhoud (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL UNIQUE REFERENCES alle_regio,
    tekst TEXT NOT NULL CHECK (tekst <> ''),
    van INTEGER NOT NULL,
    tot INTEGER NOT NULL CHECK (tot > van),
    versie INTEGER NOT NULL,                            -- begins at the moment of making: a line taken away and made anew is another
    op INTEGER NOT NULL,
    door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_onderhoud_door ON alle_onderhoud (door);
