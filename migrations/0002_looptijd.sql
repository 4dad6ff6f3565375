-- 0002_looptijd: the life of a project: what the accountmanager finds missing, and who of the coordinatiepunten sees a message of the outbox.

CREATE TABLE alle_ontbreekt (           -- what the accountmanager misses before approving: shown to all who are linked, mailed to ON and OG
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    tekst TEXT NOT NULL CHECK (tekst <> ''),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker
) STRICT;
CREATE INDEX alle_ontbreekt_project ON alle_ontbreekt (project_id);

-- of the project it is about, else of the receiver's organisatie, else of a project the receiver is linked to; NULL: nobody's
ALTER TABLE alle_bericht ADD COLUMN regio_id INTEGER REFERENCES alle_regio;
-- the three days of trying are counted from here: the creation, or the moment somebody chose "opnieuw verzenden"
ALTER TABLE alle_bericht ADD COLUMN vanaf_op INTEGER NOT NULL DEFAULT 0;
UPDATE alle_bericht SET vanaf_op = gemaakt_op,
    regio_id = coalesce(CASE over WHEN 'project' THEN (SELECT p.regio_id FROM alle_project p WHERE p.id = over_id) END,
                        (SELECT o.regio_id FROM alle_gebruiker g JOIN alle_organisatie o ON o.id = g.organisatie_id WHERE g.id = gebruiker_id),
                        (SELECT p.regio_id FROM alle_koppeling k JOIN alle_project p ON p.id = k.project_id WHERE k.gebruiker_id = alle_bericht.gebruiker_id LIMIT 1));
CREATE INDEX alle_bericht_regio ON alle_bericht (regio_id, status, id);
CREATE INDEX alle_bericht_planning ON alle_bericht (over, over_id, soort) WHERE dag IS NOT NULL;

-- the planner looks through running projects only
CREATE INDEX alle_project_lopend ON alle_project (eind) WHERE afgerond_op IS NULL;
