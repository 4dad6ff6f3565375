-- 0006_pso: a certificate is never overwritten: what it was stays, with who replaced or removed it and why. So an afgerond project keeps the
-- obligation it was closed with, and `check` can compute it again: it counts what stood there at its afgerond_op (scope.sql keeps these moments in order).

ALTER TABLE alle_pso ADD COLUMN vervallen_op INTEGER CHECK (vervallen_op IS NULL OR vervallen_op >= op);  -- replaced or removed at; NULL = counts
ALTER TABLE alle_pso ADD COLUMN vervallen_door INTEGER REFERENCES alle_gebruiker;
ALTER TABLE alle_pso ADD COLUMN vervallen_reden TEXT NOT NULL DEFAULT '';
ALTER TABLE alle_pso ADD COLUMN vervangt INTEGER REFERENCES alle_pso;       -- the row this one corrects
-- the planner looks for what ends on a day
CREATE INDEX alle_pso_einde ON alle_pso (tm) WHERE vervallen_op IS NULL;
