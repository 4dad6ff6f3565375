-- What a contractor entered by mistake: withdrawn, not removed. It counts as teruggestuurd counts (never) and stays to be read; a correction hands it in again.
ALTER TABLE alle_inzet ADD COLUMN ingetrokken_op INTEGER CHECK (ingetrokken_op IS NULL OR (status = 'teruggestuurd' AND geldend IS NULL));
