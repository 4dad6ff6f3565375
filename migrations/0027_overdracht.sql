-- 0027_overdracht: handing a worklist over and deputising; no side of a running project without a contact.

-- Somebody's work done by a colleague between two days, both inclusive. It gives the deputy the links of who is away, as long as both are of one organisatie.
CREATE TABLE alle_waarneming (
    id INTEGER PRIMARY KEY,
    gebruiker_id INTEGER NOT NULL REFERENCES alle_gebruiker,    -- who is away
    waarnemer_id INTEGER NOT NULL REFERENCES alle_gebruiker,    -- who does the work
    regio_id INTEGER REFERENCES alle_regio,                     -- arranged by this coordinatiepunt: its own projects only; NULL = by the person: all
    van TEXT NOT NULL CHECK (van = date(van)),
    tm TEXT NOT NULL CHECK (tm = date(tm)),
    op INTEGER NOT NULL, door INTEGER NOT NULL REFERENCES alle_gebruiker,
    beeindigd_op INTEGER, beeindigd_door INTEGER REFERENCES alle_gebruiker,
    CHECK (gebruiker_id <> waarnemer_id), CHECK (tm >= van), CHECK ((beeindigd_op IS NULL) = (beeindigd_door IS NULL))
) STRICT;
CREATE INDEX alle_waarneming_gebruiker ON alle_waarneming (gebruiker_id, tm);
CREATE INDEX alle_waarneming_waarnemer ON alle_waarneming (waarnemer_id, tm);
CREATE INDEX alle_plan_contact ON alle_plan (contact_id) WHERE contact_id IS NOT NULL;

-- Who sees a project by being a contact, or by deputising for one (voor_id) from van up to and including tm. The one definition, for the views of scope.sql and for the mails.
CREATE VIEW alle_contact AS
SELECT k.project_id, k.gebruiker_id, NULL AS voor_id, NULL AS van, NULL AS tm, k.op FROM alle_koppeling k
UNION ALL
SELECT k.project_id, w.waarnemer_id, w.gebruiker_id, w.van, w.tm, w.op
  FROM alle_waarneming w
  JOIN alle_gebruiker g ON g.id = w.gebruiker_id
  JOIN alle_gebruiker y ON y.id = w.waarnemer_id AND y.organisatie_id = g.organisatie_id
  JOIN alle_koppeling k ON k.gebruiker_id = w.gebruiker_id
  JOIN alle_project p ON p.id = k.project_id
 WHERE w.beeindigd_op IS NULL AND (w.regio_id IS NULL OR w.regio_id = p.regio_id)
   AND NOT EXISTS (SELECT 1 FROM alle_koppeling e WHERE e.project_id = k.project_id AND e.gebruiker_id = w.waarnemer_id);

-- Who is the last contact, not blocked, of the opdrachtgever, the opdrachtnemer or the wsp of a running project: such a link is not removed but handed over.
CREATE VIEW alle_laatste AS
SELECT k.project_id, k.gebruiker_id, p.regio_id
  FROM alle_koppeling k
  JOIN alle_gebruiker g ON g.id = k.gebruiker_id
  JOIN alle_project p ON p.id = k.project_id
 WHERE p.afgerond_op IS NULL AND g.organisatie_id IN (p.opdrachtgever_id, p.opdrachtnemer_id, p.wsp_id)
   AND NOT EXISTS (SELECT 1 FROM alle_koppeling a JOIN alle_gebruiker ag ON ag.id = a.gebruiker_id
                    WHERE a.project_id = k.project_id AND a.gebruiker_id <> k.gebruiker_id AND ag.organisatie_id = g.organisatie_id AND ag.staat <> 'geblokkeerd');
