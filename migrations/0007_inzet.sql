-- 0007_inzet: what waits for the accountmanager is found by its state, and an invoice is known by its number.
CREATE INDEX alle_inzet_ingediend ON alle_inzet (project_id) WHERE status = 'ingediend';
CREATE INDEX alle_inzet_versie_nummer ON alle_inzet_versie (nummer) WHERE nummer <> '';
