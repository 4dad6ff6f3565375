-- 0021_eindoordeel: the final evaluation of a project whose obligation was not met: verdict, shortfall, agreed measure and its settlement. Append only: the newest row of a project holds.
CREATE TABLE alle_eindoordeel (
    id INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES alle_project,
    nr INTEGER NOT NULL CHECK (nr >= 1),
    oordeel TEXT NOT NULL CHECK (oordeel IN ('niet_voldaan', 'inspanning', 'voldaan')),
    netto_cent INTEGER NOT NULL,                        -- obligation and SR actueel on that day: what the shortfall is of
    actueel_cent INTEGER NOT NULL,
    tekort_cent INTEGER NOT NULL CHECK (tekort_cent >= 0),
    tekort_reden TEXT NOT NULL DEFAULT '',              -- why it is another amount than their difference
    maatregel TEXT NOT NULL CHECK (maatregel IN ('hersteltermijn', 'fonds', 'boete', 'geen')),
    maatregel_cent INTEGER CHECK (maatregel_cent > 0),
    maatregel_dag TEXT CHECK (maatregel_dag = date(maatregel_dag)),     -- until when (hersteltermijn), or before when it is paid
    toelichting TEXT NOT NULL CHECK (toelichting <> ''),
    afgewikkeld_dag TEXT CHECK (afgewikkeld_dag = date(afgewikkeld_dag)),
    afgewikkeld_cent INTEGER CHECK (afgewikkeld_cent >= 0),
    afgewikkeld_kenmerk TEXT NOT NULL DEFAULT '',
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    UNIQUE (project_id, nr),
    CHECK ((maatregel IN ('fonds', 'boete')) = (maatregel_cent IS NOT NULL)),
    CHECK (maatregel <> 'hersteltermijn' OR maatregel_dag IS NOT NULL),
    CHECK (oordeel <> 'voldaan' OR (tekort_cent = 0 AND maatregel = 'geen')),
    CHECK ((afgewikkeld_dag IS NULL) = (afgewikkeld_cent IS NULL)),
    CHECK (afgewikkeld_dag IS NULL OR maatregel IN ('fonds', 'boete')),
    CHECK (netto_cent - actueel_cent = tekort_cent OR tekort_reden <> '' OR oordeel = 'voldaan')
) STRICT;
