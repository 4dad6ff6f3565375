-- 0013_bouwblokken: a set is edited as a concept and published by another than who made it. Its rows are never changed after that.
ALTER TABLE alle_bouwblokkenset ADD COLUMN bewerking INTEGER NOT NULL DEFAULT 1;        -- counts the changes of a concept: who edits at the same time is told
ALTER TABLE alle_bouwblokkenset ADD COLUMN gewijzigd_op INTEGER;
ALTER TABLE alle_bouwblokkenset ADD COLUMN gewijzigd_door INTEGER REFERENCES alle_gebruiker;
ALTER TABLE alle_bouwblokkenset ADD COLUMN ingetrokken_op INTEGER;
ALTER TABLE alle_bouwblokkenset ADD COLUMN ingetrokken_door INTEGER REFERENCES alle_gebruiker;
ALTER TABLE alle_bouwblokkenset ADD COLUMN ingetrokken_reden TEXT NOT NULL DEFAULT '';
