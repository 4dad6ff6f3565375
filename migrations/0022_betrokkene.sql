-- 0022_betrokkene: requests of persons whose data it is (AVG art. 15-21), kept by the coordinatiepunt: term, persons found, what was done, outcome. Never a name: a person is a kandidaat's number.
CREATE TABLE alle_verzoek (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    soort TEXT NOT NULL CHECK (soort IN ('inzage', 'correctie', 'bezwaar', 'wissen', 'overdracht')),
    ontvangen TEXT NOT NULL CHECK (ontvangen = date(ontvangen)),
    identiteit TEXT NOT NULL CHECK (identiteit <> ''),          -- how was checked who asks; no number of a document
    verlengd_reden TEXT NOT NULL DEFAULT '',                    -- the term is two months longer, and why
    uitkomst TEXT NOT NULL DEFAULT '',
    gesloten_op INTEGER, gesloten_door INTEGER REFERENCES alle_gebruiker,
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    CHECK (gesloten_op IS NULL OR uitkomst <> '')
) STRICT;
CREATE INDEX alle_verzoek_regio ON alle_verzoek (regio_id, gesloten_op, ontvangen);
CREATE TABLE alle_verzoek_kandidaat (   -- whom it is about: one person may be a kandidaat of several contractors
    verzoek_id INTEGER NOT NULL REFERENCES alle_verzoek,
    kandidaat_id INTEGER NOT NULL REFERENCES alle_kandidaat,
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    PRIMARY KEY (verzoek_id, kandidaat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alle_verzoek_kandidaat_k ON alle_verzoek_kandidaat (kandidaat_id);
CREATE TABLE alle_verzoek_daad (        -- what was done, in order
    id INTEGER PRIMARY KEY,
    verzoek_id INTEGER NOT NULL REFERENCES alle_verzoek,
    kandidaat_id INTEGER REFERENCES alle_kandidaat,
    wat TEXT NOT NULL CHECK (wat IN ('zoeken', 'toevoegen', 'inzage', 'json', 'blokkeren', 'deblokkeren', 'wissen_adres', 'wissen', 'verlengen', 'sluiten')),
    reden TEXT NOT NULL DEFAULT '',
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_verzoek_daad_verzoek ON alle_verzoek_daad (verzoek_id);
-- The person objects (art. 21): only the coordinatiepunt sees who it is, and nothing new is entered.
ALTER TABLE alle_kandidaat ADD COLUMN geblokkeerd_op INTEGER;
