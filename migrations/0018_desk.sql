-- 0018_desk: the desk of the coordinatiepunt: questions with their answers and state; the house style of a regio.

-- A question asked by Hulpvraag: which coordinatiepunt it went to, who asked it from which page, and how far it is. Made anew: the states were two.
CREATE TABLE alle_hulpvraag_nieuw (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    pagina TEXT NOT NULL,
    vraag TEXT NOT NULL,
    op INTEGER NOT NULL,
    staat TEXT NOT NULL DEFAULT 'open' CHECK (staat IN ('open', 'in_behandeling', 'beantwoord', 'gesloten')),
    behandelaar_id INTEGER REFERENCES alle_gebruiker,   -- who took it, or answered it last
    gewijzigd_op INTEGER NOT NULL,
    versie INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO alle_hulpvraag_nieuw (id, regio_id, gebruiker_id, pagina, vraag, op, staat, gewijzigd_op) SELECT id, regio_id, gebruiker_id, pagina, vraag, op, staat, op FROM alle_hulpvraag;
DROP TABLE alle_hulpvraag;
ALTER TABLE alle_hulpvraag_nieuw RENAME TO alle_hulpvraag;
CREATE INDEX alle_hulpvraag_regio ON alle_hulpvraag (regio_id, op);
CREATE INDEX alle_hulpvraag_wacht ON alle_hulpvraag (regio_id, staat, behandelaar_id) WHERE staat IN ('open', 'in_behandeling');
CREATE INDEX alle_hulpvraag_vrager ON alle_hulpvraag (gebruiker_id, op);
CREATE INDEX alle_hulpvraag_behandelaar ON alle_hulpvraag (behandelaar_id) WHERE behandelaar_id IS NOT NULL;

-- What was said about a question afterwards: an answer (mailed), a reaction of who asked, or a note that only the coordinatiepunt reads.
CREATE TABLE alle_hulpvraag_regel (
    id INTEGER PRIMARY KEY,
    hulpvraag_id INTEGER NOT NULL REFERENCES alle_hulpvraag,
    soort TEXT NOT NULL CHECK (soort IN ('antwoord', 'reactie', 'notitie')),
    tekst TEXT NOT NULL CHECK (tekst <> ''),
    op INTEGER NOT NULL,
    door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_hulpvraag_regel_vraag ON alle_hulpvraag_regel (hulpvraag_id, id);
CREATE INDEX alle_hulpvraag_regel_door ON alle_hulpvraag_regel (door);

-- The house style of a regio: a theme (filtered declarations of --basis-… tokens) and a logo, each served at an address made of its hash. A concept becomes the published one.
CREATE TABLE alle_huisstijl (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    staat TEXT NOT NULL CHECK (staat IN ('concept', 'gepubliceerd')),
    thema_bestand TEXT NOT NULL DEFAULT '',         -- name of the file it was read from
    thema TEXT,                                     -- one --name: value; a line; NULL = our own colours
    thema_kenmerk TEXT,
    logo_soort TEXT CHECK (logo_soort IN ('image/svg+xml', 'image/png')),
    logo BLOB,
    logo_kenmerk TEXT,
    logo_alt TEXT NOT NULL DEFAULT '',              -- what the logo says, for who does not see it
    op INTEGER NOT NULL,
    door INTEGER NOT NULL REFERENCES alle_gebruiker,
    CHECK ((thema IS NULL) = (thema_kenmerk IS NULL)),
    CHECK ((logo IS NULL) = (logo_kenmerk IS NULL) AND (logo IS NULL) = (logo_soort IS NULL)),
    CHECK (logo IS NULL OR logo_alt <> '')
) STRICT;
CREATE UNIQUE INDEX alle_huisstijl_regio ON alle_huisstijl (regio_id, staat);
CREATE INDEX alle_huisstijl_thema ON alle_huisstijl (thema_kenmerk) WHERE thema IS NOT NULL;
CREATE INDEX alle_huisstijl_logo ON alle_huisstijl (logo_kenmerk) WHERE logo IS NOT NULL;
CREATE INDEX alle_huisstijl_door ON alle_huisstijl (door);
