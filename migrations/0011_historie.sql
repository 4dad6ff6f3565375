-- 0011_historie: what stood there before, so that a report can be made as on a past day. A row of alle_…_was is what held up to the moment `tot`; what holds now
-- stands in the table itself. The triggers at the end of scope.sql write them. What happened before this table existed is known by the moments the rows carry.

CREATE TABLE alle_project_was (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    tot INTEGER NOT NULL,               -- replaced at this moment
    naam TEXT NOT NULL, opdrachtgever_id INTEGER NOT NULL, opdrachtnemer_id INTEGER NOT NULL, plaats TEXT NOT NULL, sector TEXT NOT NULL,
    start TEXT NOT NULL, eind TEXT NOT NULL,
    set_id INTEGER NOT NULL, afspraak TEXT NOT NULL, verplichting_cent INTEGER,
    telt TEXT, pso_hele_looptijd INTEGER,
    goedgekeurd_op INTEGER, afgerond_op INTEGER
) STRICT;
CREATE INDEX alle_project_was_tot ON alle_project_was (project_id, tot, id);

ALTER TABLE alle_periode ADD COLUMN op INTEGER;     -- when it was added; NULL = with the project
CREATE TABLE alle_periode_was (         -- of a removed period too
    id INTEGER PRIMARY KEY,
    periode_id INTEGER NOT NULL,        -- not a reference: the period may be gone
    project_id INTEGER NOT NULL REFERENCES alle_project,
    tot INTEGER NOT NULL,
    op INTEGER,
    start TEXT NOT NULL, eind TEXT NOT NULL,
    geschat_cent INTEGER NOT NULL, vastgesteld_cent INTEGER
) STRICT;
CREATE INDEX alle_periode_was_tot ON alle_periode_was (periode_id, tot, id);
CREATE INDEX alle_periode_was_project ON alle_periode_was (project_id);

CREATE TABLE alle_inzet_was (           -- its versions are never overwritten: only which of them counted, and its status
    id INTEGER PRIMARY KEY,
    inzet_id INTEGER NOT NULL REFERENCES alle_inzet,
    tot INTEGER NOT NULL,
    status TEXT NOT NULL, versie INTEGER NOT NULL, geldend INTEGER
) STRICT;
CREATE INDEX alle_inzet_was_tot ON alle_inzet_was (inzet_id, tot, id);

CREATE TABLE alle_regio_was (
    id INTEGER PRIMARY KEY,
    regio_id INTEGER NOT NULL REFERENCES alle_regio,
    tot INTEGER NOT NULL,
    telt TEXT NOT NULL, pso_hele_looptijd INTEGER NOT NULL
) STRICT;
CREATE INDEX alle_regio_was_tot ON alle_regio_was (regio_id, tot, id);
