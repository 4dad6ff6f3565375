-- 0012_akkoord: the akkoordverklaring of a completed project: a copy of its figures as they were, with a code by which anybody can check it.

CREATE TABLE alle_akkoord (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    op INTEGER NOT NULL,                        -- when the project was afgerond
    cijfers TEXT NOT NULL CHECK (cijfers <> ''),    -- one name=value a line, in a fixed order: what the code stands for
    code TEXT NOT NULL UNIQUE,                  -- keyed hash over cijfers, 16 letters
    vervallen_op INTEGER                        -- the project was reopened: the statement no longer holds
) STRICT;
CREATE UNIQUE INDEX alle_akkoord_project ON alle_akkoord (project_id) WHERE vervallen_op IS NULL;
