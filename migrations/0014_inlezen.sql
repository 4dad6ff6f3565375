-- 0014_inlezen: a file of kandidaten or invoices between checking and storing. Sealed with the key of the house: it holds who kandidaten are.
CREATE TABLE alle_inlezing (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,
    soort TEXT NOT NULL CHECK (soort IN ('kandidaten', 'facturen')),
    inhoud BLOB NOT NULL,
    op INTEGER NOT NULL,
    verloopt INTEGER NOT NULL
) STRICT;
CREATE INDEX alle_inlezing_gebruiker ON alle_inlezing (gebruiker_id, project_id);
