-- 0010_regio: what a coordinatiepunt sets for its regio: in which way contractors are reminded, and what is told about privacy.

-- 'maanden 3': every three months from the start; 'procent 25,50,75': when that share of the days has passed; 'jaarlijks 12-01': every year on that day (month-day)
ALTER TABLE alle_regio ADD COLUMN herinnering TEXT NOT NULL DEFAULT 'maanden 3'
    CHECK (herinnering GLOB 'maanden [1-9]*' OR herinnering GLOB 'procent [1-9]*' OR herinnering GLOB 'jaarlijks [01][0-9]-[0-3][0-9]');
UPDATE alle_regio SET herinnering = 'maanden ' || herinnering_mnd;
ALTER TABLE alle_regio DROP COLUMN herinnering_mnd;
ALTER TABLE alle_regio ADD COLUMN grondslag TEXT NOT NULL DEFAULT '';       -- ground of the processing (art. 6 AVG), shown where a kandidaat is entered and on /privacy
ALTER TABLE alle_regio ADD COLUMN privacytekst TEXT NOT NULL DEFAULT '';

-- A completed project keeps the figures it was closed with: when these settings change, what held for it is written here. NULL = as the regio has it now.
ALTER TABLE alle_project ADD COLUMN telt TEXT CHECK (telt IN ('direct', 'na_goedkeuring'));
ALTER TABLE alle_project ADD COLUMN pso_hele_looptijd INTEGER CHECK (pso_hele_looptijd IN (0, 1));
