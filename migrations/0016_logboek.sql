-- 0016_logboek: the log of a regio is read by its coordinatiepunt, newest first.
CREATE INDEX alle_audit_logboek ON alle_audit (regio, id) WHERE regio IS NOT NULL;
