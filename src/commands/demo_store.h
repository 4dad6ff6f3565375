/* commands/demo_store.h: rows of the demo installation, written past the rooms because they lie in the past. */
#ifndef COMMANDS_DEMO_STORE_H
#define COMMANDS_DEMO_STORE_H

#include "core/arena.h"
#include "core/result.h"
#include "core/values.h"
#include "data/sql.h"

struct steward;

struct demo_user {
    organisatie_id organisatie;
    const char *email, *naam, *functie;
};
struct demo_project {
    const char *naam, *projectgroep, *plaats, *sector, *afspraak;
    regio_id regio;
    organisatie_id opdrachtgever, wsp, extra_wsp, opdrachtnemer, intermediair;
    bouwblokkenset_id set;
    datum start, eind;
    geld waarde, verplichting;
    basispunt bp;
    bool verlengbaar;
    gebruiker_id maker, goedkeurder; /* goedkeurder 0 = not approved */
    tijdstip gemaakt_op, goedgekeurd_op, afgerond_op;
};
struct demo_kandidaat {
    organisatie_id opdrachtnemer;
    int64_t sleutel;
    struct blob naam, initialen, adres, postcode, plaats, geboortedatum, zoek;
    const char *klasse;
    datum geinformeerd;
    datum toestemming;
    gebruiker_id door;
    tijdstip op;
};
struct demo_kosten {
    project_id project;
    bouwblok_id bouwblok;
    const char *soort, *status, *leverancier, *nummer, *toelichting;
    datum dag;
    geld bedrag;
    uren uren;
    gebruiker_id door;
    tijdstip op;
};
struct demo_inzet {
    project_id project;
    kandidaat_id kandidaat;
    bouwblok_id bouwblok;
    const char *status, *reden, *overeenkomst, *functie;
    datum start, eind, cap_eind;
    uren week, later;
    datum later_vanaf;
    gebruiker_id door;
    tijdstip op;
};

MUST enum result demo_mark(struct steward *s);
MUST enum result demo_user_insert(struct steward *s, struct arena *a, const struct demo_user *u, tijdstip now,
                                  gebruiker_id *out);
MUST enum result demo_user_sign(struct steward *s, int versie,
                                tijdstip now); /* every active account has accepted the statement */
MUST enum result demo_regio_settings(struct steward *s, regio_id regio, const char *identiteit, const char *telt,
                                     bool toestemming);
MUST enum result demo_regio_privacy(struct steward *s, regio_id regio, const char *grondslag, const char *tekst);
MUST enum result demo_personen_insert(struct steward *s, regio_id regio, datum ontvangen,
                                      tijdstip op); /* kandidatenbrieven, and an open request of a betrokkene */
MUST enum result demo_project_insert(struct steward *s, const struct demo_project *p, project_id *out);
MUST enum result demo_periode_insert(struct steward *s, project_id project, datum start, datum eind, geld geschat,
                                     geld vastgesteld, tijdstip op);
MUST enum result demo_link(struct steward *s, project_id project, gebruiker_id user, tijdstip op);
MUST enum result demo_kandidaat_insert(struct steward *s, const struct demo_kandidaat *k, kandidaat_id *out);
MUST enum result demo_kosten_insert(struct steward *s, const struct demo_kosten *k, int64_t *versie_id);
MUST enum result demo_inzet_insert(struct steward *s, const struct demo_inzet *i, int64_t *versie_id);
MUST enum result demo_pso_insert(struct steward *s, organisatie_id organisatie, const char *trede, datum van, datum tm,
                                 gebruiker_id door, tijdstip op);
MUST enum result demo_pso_whole(struct steward *s,
                                regio_id regio); /* this regio asks a certificate during the whole contract */
MUST enum result demo_answer(struct steward *s, int64_t versie_id, const char *attribuut, const char *waarde);

struct demo_tekst {
    int nr;
    const char *titel, *tekst, *rubriek, *wijziging;
    datum van, tm;
    bool openbaar, vast;
    int voor, volgorde;
    tijdstip op;
};
MUST enum result demo_inhoud_insert(struct steward *s, regio_id regio, const char *soort);
MUST enum result demo_tekst_insert(struct steward *s, regio_id regio,
                                   const struct demo_tekst *t); /* a version of the text inserted last, written by the
                                                                   first coordinator of the regio */

#endif
