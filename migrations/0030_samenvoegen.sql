-- 0030_samenvoegen: organisaties that are one are merged; the yearly review of who has access; a blocked account stays with the coordinatiepunt that blocked it.

ALTER TABLE alle_gebruiker ADD COLUMN geblokkeerd_regio_id INTEGER REFERENCES alle_regio;      -- blocked by this coordinatiepunt, which may undo it though no project shows the account any more

-- Of which regio's an organisatie has projects, one row a project: an opdrachtnemer and an intermediair belong to no regio.
CREATE INDEX alle_project_intermediair ON alle_project (intermediair_id) WHERE intermediair_id IS NOT NULL;
CREATE VIEW alle_werkregio AS
SELECT p.opdrachtnemer_id AS organisatie_id, p.regio_id FROM alle_project p
UNION ALL
SELECT p.intermediair_id, p.regio_id FROM alle_project p WHERE p.intermediair_id IS NOT NULL;
