-- What the home page asks for stays quick in a regio with thousands of projects (make bench).
CREATE INDEX alle_periode_open ON alle_periode (project_id, eind) WHERE vastgesteld_cent IS NULL;
CREATE INDEX alle_project_regio_eind ON alle_project (regio_id, eind) WHERE afgerond_op IS NULL;
CREATE INDEX alle_project_regio_signaal ON alle_project (regio_id, signaal, eind) WHERE afgerond_op IS NULL;
CREATE INDEX alle_inzet_teruggestuurd ON alle_inzet (project_id) WHERE status = 'teruggestuurd';
