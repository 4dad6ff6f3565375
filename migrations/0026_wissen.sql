-- 0026_wissen: keys whose data is to be unreadable for good: written in the transaction that erases, destroyed in the key store right after it (planner), then taken off this list.
CREATE TABLE alle_sleutel_weg (sleutel INTEGER PRIMARY KEY) STRICT;
-- A form kept as typed may hold who a kandidaat is: it is sealed under a key of its own, which goes with it. So no backup keeps it readable.
ALTER TABLE alle_concept ADD COLUMN sleutel INTEGER;
CREATE TRIGGER alle_concept_weg AFTER DELETE ON alle_concept WHEN OLD.sleutel IS NOT NULL
BEGIN
    INSERT OR IGNORE INTO alle_sleutel_weg (sleutel) VALUES (OLD.sleutel);
END;
CREATE INDEX alle_concept_gebruiker ON alle_concept (gebruiker);
CREATE INDEX alle_inlezing_project ON alle_inlezing (project_id);
