-- 0015_indexen: so that no page walks through a whole table: the settings of a regio that were changed, and what hangs on a bouwblokkenset.

CREATE INDEX alle_audit_regio ON alle_audit (regio, id) WHERE wat = 'regio.wijzigen';
CREATE INDEX alle_project_set ON alle_project (set_id);
CREATE INDEX alle_inzet_versie_bouwblok ON alle_inzet_versie (bouwblok_id);
CREATE INDEX alle_plan_regel_bouwblok ON alle_plan_regel (bouwblok_id);
