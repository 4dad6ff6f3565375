-- 0031_kandidatenbrief: the printed letter with a one-time code by which a person sees the own record and asks something without an account; correction by the coordinatiepunt.

-- Requests are made anew: one that comes by a code has no user who wrote it down, and brings words and a way to reach the person, sealed under a key of their own.
CREATE TABLE alle_verzoek_nieuw (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    soort TEXT NOT NULL CHECK (soort IN ('inzage', 'correctie', 'bezwaar', 'wissen', 'overdracht')),
    ontvangen TEXT NOT NULL CHECK (ontvangen = date(ontvangen)),
    identiteit TEXT NOT NULL CHECK (identiteit <> ''),          -- how was checked who asks; no number of a document
    verlengd_reden TEXT NOT NULL DEFAULT '',                    -- the term is two months longer, and why
    uitkomst TEXT NOT NULL DEFAULT '',
    gesloten_op INTEGER, gesloten_door INTEGER REFERENCES alle_gebruiker,
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,        -- NULL: the person itself, by the code of a kandidatenbrief
    sleutel INTEGER,                                            -- key of what the person wrote; NULL = nothing, or no longer
    bericht BLOB, bereikbaar BLOB,                              -- what the person wrote, and how to be reached
    CHECK (gesloten_op IS NULL OR uitkomst <> ''),
    CHECK (sleutel IS NOT NULL OR (bericht IS NULL AND bereikbaar IS NULL))
) STRICT;
INSERT INTO alle_verzoek_nieuw (id, regio_id, soort, ontvangen, identiteit, verlengd_reden, uitkomst, gesloten_op, gesloten_door, op, door)
SELECT id, regio_id, soort, ontvangen, identiteit, verlengd_reden, uitkomst, gesloten_op, gesloten_door, op, door FROM alle_verzoek;
CREATE TABLE alle_verzoek_kandidaat_nieuw (   -- whom it is about: one person may be a kandidaat of several contractors
    verzoek_id INTEGER NOT NULL REFERENCES alle_verzoek_nieuw,
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    op INTEGER NOT NULL, door INTEGER REFERENCES alle_gebruiker,
    PRIMARY KEY (verzoek_id, kandidaat_id)
) STRICT, WITHOUT ROWID;
INSERT INTO alle_verzoek_kandidaat_nieuw (verzoek_id, kandidaat_id, op, door) SELECT verzoek_id, kandidaat_id, op, door FROM alle_verzoek_kandidaat;
CREATE TABLE alle_verzoek_daad_nieuw (        -- what was done, in order
    id INTEGER PRIMARY KEY,
    verzoek_id INTEGER NOT NULL REFERENCES alle_verzoek_nieuw,
    kandidaat_id INTEGER REFERENCES alle_kandidaat,
    wat TEXT NOT NULL CHECK (wat IN ('zoeken', 'toevoegen', 'inzage', 'json', 'bericht', 'verbeteren', 'brief', 'blokkeren', 'deblokkeren', 'wissen_adres', 'wissen', 'verlengen', 'sluiten')),
    reden TEXT NOT NULL DEFAULT '',
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
INSERT INTO alle_verzoek_daad_nieuw (id, verzoek_id, kandidaat_id, wat, reden, op, door) SELECT id, verzoek_id, kandidaat_id, wat, reden, op, door FROM alle_verzoek_daad;
DROP TABLE alle_verzoek_daad;
DROP TABLE alle_verzoek_kandidaat;
DROP TABLE alle_verzoek;
ALTER TABLE alle_verzoek_nieuw RENAME TO alle_verzoek;
ALTER TABLE alle_verzoek_kandidaat_nieuw RENAME TO alle_verzoek_kandidaat;
ALTER TABLE alle_verzoek_daad_nieuw RENAME TO alle_verzoek_daad;
CREATE INDEX alle_verzoek_regio ON alle_verzoek (regio_id, gesloten_op, ontvangen);
CREATE INDEX alle_verzoek_sleutel ON alle_verzoek (gesloten_op) WHERE sleutel IS NOT NULL;
CREATE INDEX alle_verzoek_kandidaat_k ON alle_verzoek_kandidaat (kandidaat_id);
CREATE INDEX alle_verzoek_daad_verzoek ON alle_verzoek_daad (verzoek_id);
-- What the person wrote goes: its key is destroyed with it, so that no backup keeps it readable.
CREATE TRIGGER alle_verzoek_bericht_weg AFTER UPDATE OF sleutel ON alle_verzoek WHEN OLD.sleutel IS NOT NULL AND NEW.sleutel IS NULL
BEGIN
    INSERT OR IGNORE INTO alle_sleutel_weg (sleutel) VALUES (OLD.sleutel);
END;

-- A letter that was printed. The code itself is on the paper only; here stands its keyed hash, until it is used, void, locked or expired.
CREATE TABLE alle_brief (
    id INTEGER PRIMARY KEY,
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,            -- of the project it was printed for
    code BLOB UNIQUE CHECK (length(code) = 32),                 -- NULL: opens nothing any more
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    verloopt_op INTEGER NOT NULL,
    fouten INTEGER NOT NULL DEFAULT 0 CHECK (fouten BETWEEN 0 AND 5),   -- wrong birth dates with the right code; at five it is locked
    gebruikt_op INTEGER,                                        -- first opened; may be opened again for half an hour
    vervolg BLOB UNIQUE CHECK (length(vervolg) = 32),           -- hash of what the page that was opened may send one request with
    einde_op INTEGER, einde TEXT CHECK (einde IN ('gebruikt', 'vervangen', 'op_slot', 'verlopen')),
    CHECK ((einde_op IS NULL) = (einde IS NULL)),
    CHECK (einde IS NULL OR (code IS NULL AND vervolg IS NULL))
) STRICT;
CREATE INDEX alle_brief_kandidaat ON alle_brief (kandidaat_id, id);
CREATE INDEX alle_brief_regio ON alle_brief (regio_id);
CREATE INDEX alle_brief_door ON alle_brief (door);
CREATE INDEX alle_brief_verloopt ON alle_brief (verloopt_op) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX alle_brief_geldig ON alle_brief (kandidaat_id) WHERE code IS NOT NULL;     -- a new code ends the one before
-- Attempts that opened nothing, counted per hour for the whole installation: above a number nobody is looked up until the next hour.
CREATE TABLE alle_brief_poging (uur INTEGER PRIMARY KEY, fout INTEGER NOT NULL) STRICT;
