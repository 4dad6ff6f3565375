/* app/mails.c: THE SHEET OF MAILS: every mail of the house once. */
#include "app/mails.h"

#include <string.h>

#include "app/project/project.h"
#include "app/bewaren/bewaren.h"
#include "app/pso/pso.h"
#include "app/toegang/toegang.h"
#include "app/steekproef/steekproef.h"
#include "app/verantwoording/verantwoording.h"
#include "core/clock.h"
#include "post/outbox.h"
#include "templates.h"

struct mail {
    const char *kind, *subject;
    void (*text)(struct html *, const struct mail_view *);
    void (*html)(struct html *, const struct mail_view *);
    int to;             /* contacts of the project who get it: the column "to" of the table of mails */
    const char *choice; /* word in the receiver's mail_uit that stops it (profile page); NULL = it always comes:
                           procedure or security */
};
enum { OG = SOORT_OG, ON = SOORT_ON, IM = SOORT_IM, AM = SOORT_AM };
static const char meetmoment[] = "Meetmoment: hoe staat het project ervoor?";
/* clang-format off */
static const struct mail mails[MAIL_KINDS] = {
    [MAIL_WELKOM]                = {"welkom", "Welkom bij de Social Return Monitor", mail_welkom_txt, mail_welkom, 0, NULL},
    [MAIL_LINK]                  = {"link", "Uw persoonlijke link voor de Social Return Monitor", mail_link_txt, mail_link, 0, NULL},
    [MAIL_TWEE_FACTOR_GERESET]   = {"twee_factor", "Uw twee-factor is gereset", mail_twee_factor_txt, mail_twee_factor, 0, NULL},
    [MAIL_NIEUW_APPARAAT]        = {"nieuw_apparaat", "Ingelogd met een nieuw apparaat", mail_nieuw_apparaat_txt, mail_nieuw_apparaat, 0, "nieuw_apparaat"},
    [MAIL_WACHTWOORD_GEWIJZIGD]  = {"wachtwoord", "Uw wachtwoord is gewijzigd", mail_wachtwoord_txt, mail_wachtwoord, 0, NULL},
    [MAIL_TOEGEVOEGD]            = {"toegevoegd", "U bent toegevoegd aan een project", mail_toegevoegd_txt, mail_toegevoegd, 0, NULL},
    [MAIL_HULPVRAAG]             = {"hulpvraag", "Hulpvraag in de Social Return Monitor", mail_hulpvraag_txt, mail_hulpvraag, 0, NULL},
    [MAIL_HULPVRAAG_BEVESTIGING] = {"hulpvraag_bevestiging", "Wij hebben uw hulpvraag ontvangen", mail_bevestiging_txt, mail_bevestiging, 0, NULL},
    [MAIL_HULPVRAAG_ANTWOORD]    = {"hulpvraag_antwoord", "Antwoord op uw hulpvraag", mail_hulpvraag_antwoord_txt, mail_hulpvraag_antwoord, 0, NULL},
    [MAIL_HULPVRAAG_REACTIE]     = {"hulpvraag_reactie", "Reactie op het antwoord op een hulpvraag", mail_hulpvraag_reactie_txt, mail_hulpvraag_reactie, 0, NULL},
    [MAIL_HERINNERING]           = {"herinnering", "Herinnering: werk de verantwoording bij", mail_herinnering_txt, mail_herinnering, ON | IM, NULL},
    [MAIL_MEETMOMENT_25]         = {"meetmoment_25", meetmoment, mail_meetmoment_txt, mail_meetmoment, ON | IM | AM, "meetmoment"},
    [MAIL_MEETMOMENT_50]         = {"meetmoment_50", meetmoment, mail_meetmoment_txt, mail_meetmoment, ON | IM | AM, "meetmoment"},
    [MAIL_MEETMOMENT_75]         = {"meetmoment_75", meetmoment, mail_meetmoment_txt, mail_meetmoment, ON | IM | AM, "meetmoment"},
    [MAIL_PERIODE_EINDE]         = {"periode_einde", "Een periode is afgelopen: vul het vastgestelde bedrag in", mail_periode_einde_txt, mail_periode_einde, OG, NULL},
    [MAIL_VERLENGEN_MOGELIJK]    = {"verlengen_mogelijk", "Het project kan worden verlengd", mail_verlengen_txt, mail_verlengen, OG, NULL},
    [MAIL_LOOPT_AF]              = {"loopt_af", "Het project loopt over 30 dagen af", mail_loopt_af_txt, mail_loopt_af, ON | OG | AM, NULL},
    [MAIL_SIGNAAL_BEOORDELING]   = {"signaal_beoordeling", "Beoordeel de SR verantwoording", mail_beoordeling_txt, mail_beoordeling, AM, NULL},
    [MAIL_SIGNAAL_AFRONDEN]      = {"signaal_afronden", "Rond het project af", mail_afronden_txt, mail_afronden, OG, NULL},
    [MAIL_ONTBREEKT]             = {"ontbreekt", "Er ontbreekt nog iets aan de SR verantwoording", mail_ontbreekt_txt, mail_ontbreekt, ON | IM | OG, NULL},
    [MAIL_EINDOORDEEL]           = {"eindoordeel", "Het eindoordeel is vastgelegd", mail_eindoordeel_txt, mail_eindoordeel, ON | IM | OG, NULL},
    [MAIL_AFGEROND]              = {"afgerond", "Het project is afgerond", mail_afgerond_txt, mail_afgerond, OG | ON | IM | AM, NULL},
    [MAIL_PLAN_INGEDIEND]        = {"plan_ingediend", "Een plan van aanpak is ingediend", mail_plan_ingediend_txt, mail_plan_ingediend, AM, NULL},
    [MAIL_PLAN_BEOORDEELD]       = {"plan_beoordeeld", "Uw plan van aanpak is beoordeeld", mail_plan_beoordeeld_txt, mail_plan_beoordeeld, ON | IM, NULL},
    [MAIL_OVEREENKOMST_LOOPT_AF] = {"overeenkomst_loopt_af", "Een overeenkomst loopt over 30 dagen af", mail_overeenkomst_txt, mail_overeenkomst, ON | IM, "overeenkomst"},
    [MAIL_PSO_VERLOOPT]          = {"pso_verloopt", "Uw PSO-certificaat loopt binnen 60 dagen af", mail_pso_txt, mail_pso, ON, NULL},
    [MAIL_INZET_BEOORDEELD]      = {"inzet_beoordeeld", "Uw inzet is beoordeeld", mail_beoordeeld_txt, mail_beoordeeld, ON, NULL},
    [MAIL_BEWAARTERMIJN]         = {"bewaartermijn", "Over 30 dagen loopt een bewaartermijn af", mail_bewaartermijn_txt, mail_bewaartermijn, 0, NULL},
    [MAIL_BEWAARTERMIJN_STUKKEN] = {"bewaartermijn_stukken", "Over 30 dagen loopt een bewaartermijn van stukken af", mail_bewaartermijn_stukken_txt, mail_bewaartermijn_stukken, 0, NULL},
    [MAIL_OVERGEDRAGEN]          = {"overgedragen", "Er is werk aan u overgedragen", mail_overgedragen_txt, mail_overgedragen, 0, NULL},
    [MAIL_WERK_WEG]              = {"werk_weg", "Uw werk is overgedragen", mail_werk_weg_txt, mail_werk_weg, 0, NULL},
    [MAIL_WAARNEMEN]             = {"waarnemen", "U neemt waar voor een collega", mail_waarnemen_txt, mail_waarnemen, 0, NULL},
    [MAIL_WAARGENOMEN]           = {"waargenomen", "Een collega neemt voor u waar", mail_waargenomen_txt, mail_waargenomen, 0, NULL},
    [MAIL_VERPLAATST]            = {"verplaatst", "Uw account is verplaatst", mail_verplaatst_txt, mail_verplaatst, 0, NULL},
    [MAIL_VERBETERD]             = {"verbeterd", "Gegevens van een kandidaat zijn verbeterd", mail_verbeterd_txt, mail_verbeterd, 0, NULL},
    [MAIL_BETROKKENE]            = {"betrokkene", "Er is een verzoek van een betrokkene", mail_betrokkene_txt, mail_betrokkene, 0, NULL},
    [MAIL_STEEKPROEF]            = {"steekproef", "Steekproef: laat bewijs zien", mail_steekproef_txt, mail_steekproef, 0, NULL},
    [MAIL_STEEKPROEF_HERINNERING] = {"steekproef_herinnering", "Steekproef: nog 7 dagen om bewijs te laten zien", mail_steekproef_herinnering_txt, mail_steekproef_herinnering, 0, NULL},
    [MAIL_SAMENGEVOEGD]          = {"samengevoegd", "Uw organisatie is samengevoegd", mail_samengevoegd_txt, mail_samengevoegd, 0, NULL},
    [MAIL_SAMENVOEGEN_GEVRAAGD]  = {"samenvoegen_gevraagd", "Uw akkoord gevraagd: organisaties samenvoegen", mail_samenvoegen_gevraagd_txt, mail_samenvoegen_gevraagd, 0, NULL},
    [MAIL_SAMENVOEGEN_BESLOTEN]  = {"samenvoegen_besloten", "Besluit over het samenvoegen van organisaties", mail_samenvoegen_besloten_txt, mail_samenvoegen_besloten, 0, NULL},
    [MAIL_TOEGANG]               = {"toegang", "Het is tijd om na te kijken wie toegang heeft", mail_toegang_txt, mail_toegang, 0, NULL},
    [MAIL_TE_BEOORDELEN]         = {"te_beoordelen", "Er wacht inzet op uw beoordeling", mail_te_beoordelen_txt, mail_te_beoordelen, 0, "te_beoordelen"},
};
/* the rooms' due rules: each a pure function of the database and two days */
static enum result (*const due_rules[])(struct steward *, struct due_list *, datum, datum) = {project_due, perioden_due, overeenkomsten_due, te_beoordelen_due, pso_due, bewaren_due, toegang_due, steekproef_due};
/* clang-format on */

const char *mail_kind_name(enum mail_kind kind)
{
    return mails[kind].kind;
}

const char *mail_kind_subject(enum mail_kind kind)
{
    return mails[kind].subject;
}

int mail_kind_roles(enum mail_kind kind)
{
    return mails[kind].to;
}

const char *mail_kind_choice(enum mail_kind kind)
{
    return mails[kind].choice;
}

void due_add(struct due_list *l, struct due d)
{
    if (l->n == l->room) {
        size_t room = l->room ? l->room * 2 : 64;
        struct due *more = ARENA_ARRAY(l->arena, struct due, room);
        if (l->n > 0)
            memcpy(more, l->rows, l->n * sizeof(*more));
        l->rows = more;
        l->room = room;
    }
    l->rows[l->n++] = d;
}

enum result mails_due(struct steward *s, struct due_list *out, datum van, datum tm)
{
    for (size_t i = 0; i < sizeof(due_rules) / sizeof(due_rules[0]); i++)
        TRY(due_rules[i](s, out, van, tm));
    return OK;
}

static const char *rendered(struct arena *a, void (*write)(struct html *, const struct mail_view *),
                            const struct mail_view *v)
{
    struct text t;
    text_init(&t, 1 << 18);
    struct html o = {.out = &t};
    write(&o, v);
    return text_take(&t, a, NULL);
}

static enum result outbox_put(struct steward *s, const struct config *c, struct arena *a, struct mail_row row,
                              enum mail_kind kind, struct mail_to to, url link, struct mail_view view, tijdstip now)
{
    const struct mail *m = &mails[kind];
    view.to_name = to.name;
    view.link.p = arena_printf(a, "%s%s", c->base_url, link.path);
    view.product = "Social Return Monitor";
    row.kind = m->kind;
    row.to_user = to.user;
    row.to = to.email;
    row.to_name = to.name;
    row.reply_to = to.reply_to;
    row.choice = mail_kind_choice(kind);
    row.subject_line = m->to && view.project ? arena_printf(a, "%s – %s", m->subject, view.project) : m->subject;
    row.text = rendered(a, m->text, &view);
    row.html = rendered(a, m->html, &view);
    return outbox_add_steward(s, c, a, &row, now);
}

enum result mail_send_steward(struct steward *s, const struct config *c, struct arena *a, enum mail_kind kind,
                              struct mail_to to, const char *subject_kind, int64_t subject, url link,
                              struct mail_view view, tijdstip now)
{
    return outbox_put(s, c, a, (struct mail_row){.subject_kind = subject_kind, .subject = subject, .due = DATUM_GEEN},
                      kind, to, link, view, now);
}

enum result mail_send(struct desk_job *job, const struct config *c, struct arena *a, enum mail_kind kind,
                      struct mail_to to, const char *subject_kind, int64_t subject, url link, struct mail_view view)
{
    return mail_send_steward(outbox_steward(job), c, a, kind, to, subject_kind, subject, link, view, clock_now());
}

enum result mail_send_due(struct steward *s, const struct config *c, struct arena *a, const struct due *d,
                          struct mail_to to, tijdstip now)
{
    return outbox_put(s, c, a, (struct mail_row){.subject_kind = d->over, .subject = d->over_id, .due = d->dag},
                      d->kind, to, d->link, d->view, now);
}
