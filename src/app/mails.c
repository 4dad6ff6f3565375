/* app/mails.c: THE SHEET OF MAILS: every mail of the house once. */
#include "app/mails.h"

#include "core/clock.h"
#include "post/outbox.h"
#include "templates.h"

struct mail {
    const char *kind, *subject;
    void (*text)(struct html *, const struct mail_view *);
    void (*html)(struct html *, const struct mail_view *);
};
/* clang-format off */
static const struct mail mails[MAIL_KINDS] = {
    [MAIL_WELKOM]                = {"welkom", "Welkom bij de Social Return Monitor", mail_welkom_txt, mail_welkom},
    [MAIL_LINK]                  = {"link", "Uw persoonlijke link voor de Social Return Monitor", mail_link_txt, mail_link},
    [MAIL_TWEE_FACTOR_GERESET]   = {"twee_factor", "Uw twee-factor is gereset", mail_twee_factor_txt, mail_twee_factor},
    [MAIL_NIEUW_APPARAAT]        = {"nieuw_apparaat", "Ingelogd met een nieuw apparaat", mail_nieuw_apparaat_txt, mail_nieuw_apparaat},
    [MAIL_WACHTWOORD_GEWIJZIGD]  = {"wachtwoord", "Uw wachtwoord is gewijzigd", mail_wachtwoord_txt, mail_wachtwoord},
    [MAIL_TOEGEVOEGD]            = {"toegevoegd", "U bent toegevoegd aan een project", mail_toegevoegd_txt, mail_toegevoegd},
    [MAIL_HULPVRAAG]             = {"hulpvraag", "Hulpvraag in de Social Return Monitor", mail_hulpvraag_txt, mail_hulpvraag},
    [MAIL_HULPVRAAG_BEVESTIGING] = {"hulpvraag_bevestiging", "Wij hebben uw hulpvraag ontvangen", mail_bevestiging_txt, mail_bevestiging},
};
/* clang-format on */

const char *mail_kind_name(enum mail_kind kind)
{
    return mails[kind].kind;
}

static const char *rendered(struct arena *a, void (*write)(struct html *, const struct mail_view *), const struct mail_view *v)
{
    struct text t;
    text_init(&t, 1 << 18);
    struct html o = {.out = &t};
    write(&o, v);
    return text_take(&t, a, NULL);
}

enum result mail_send_steward(struct steward *s, const struct config *c, struct arena *a, enum mail_kind kind, struct mail_to to, const char *subject_kind, int64_t subject, url link,
                              struct mail_view view, tijdstip now)
{
    const struct mail *m = &mails[kind];
    view.to_name = to.name;
    view.link.p = arena_printf(a, "%s%s", c->base_url, link.path);
    view.product = "Social Return Monitor";
    struct mail_row row = {.kind = m->kind, .subject_kind = subject_kind, .subject = subject, .due = DATUM_GEEN, .to_user = to.user, .to = to.email, .to_name = to.name, .reply_to = to.reply_to,
                           .subject_line = m->subject, .text = rendered(a, m->text, &view), .html = rendered(a, m->html, &view)};
    return outbox_add_steward(s, c, a, &row, now);
}

enum result mail_send(struct desk_job *job, const struct config *c, struct arena *a, enum mail_kind kind, struct mail_to to, const char *subject_kind, int64_t subject, url link, struct mail_view view)
{
    return mail_send_steward(outbox_steward(job), c, a, kind, to, subject_kind, subject, link, view, clock_now());
}
