/* app/account/profile_pages.c: one's own data, sessions, colleagues, help. */
#include <string.h>

#include "app/account/account_gate.h"
#include "app/account/account_store.h"
#include "app/mails.h"
#include "app/urls.h"
#include "templates.h"

/* Which of the mails that may be switched off this role gets at all. */
static bool receives(const struct request *r, enum mail_kind kind)
{
    if (kind == MAIL_TE_BEOORDELEN) /* to persons, not to the contacts of one project */
        return r->viewer->soort == SOORT_AM;
    return mail_kind_roles(kind) == 0 || (mail_kind_roles(kind) & (int)r->viewer->soort) != 0;
}

static bool is_off(const char *mail_uit, enum mail_kind kind)
{
    return strstr(mail_uit, mail_kind_choice(kind)) != NULL;
}

enum result profile_page(struct request *r)
{
    struct mijn m;
    TRY(account_mijn(r->db, r->arena, &m));
    struct profile_input in = {m.naam,
                               m.telefoon,
                               m.functie,
                               !is_off(m.mail_uit, MAIL_NIEUW_APPARAAT),
                               !is_off(m.mail_uit, MAIL_MEETMOMENT_25),
                               !is_off(m.mail_uit, MAIL_OVEREENKOMST_LOOPT_AF),
                               !is_off(m.mail_uit, MAIL_TE_BEOORDELEN),
                               m.versie};
    struct profile_view v = {.page = layout_page(r, "Mijn gegevens"),
                             .form = form_view_new(r->arena, profile_form, &r->typed, &in, &r->problems, 0),
                             .email = m.email,
                             .organisatie = r->viewer->organisatie_naam,
                             .laatst_in = m.laatst_in,
                             .heeft_werk = r->viewer->soort != SOORT_CP};
    form_field(v.form, "mail_meetmoment")->is_button = !receives(r, MAIL_MEETMOMENT_25);
    form_field(v.form, "mail_te_beoordelen")->is_button = !receives(r, MAIL_TE_BEOORDELEN);
    form_field(v.form, "mail_overeenkomst")->is_button = !receives(r, MAIL_OVEREENKOMST_LOOPT_AF);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_profile(&o, &v);
    return OK;
}

/* "meetmoment,overeenkomst": what is switched off. What this role never gets stays on. */
static const char *switched_off(const struct request *r, const struct profile_input *in)
{
    const struct {
        enum mail_kind kind;
        bool on;
    } choices[] = {{MAIL_NIEUW_APPARAAT, in->mail_inlog},
                   {MAIL_MEETMOMENT_25, in->mail_meetmoment},
                   {MAIL_OVEREENKOMST_LOOPT_AF, in->mail_overeenkomst},
                   {MAIL_TE_BEOORDELEN, in->mail_te_beoordelen}};
    const char *list = "";
    for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]); i++)
        if (!choices[i].on && receives(r, choices[i].kind))
            list = arena_printf(r->arena, "%s%s%s", list, *list ? "," : "", mail_kind_choice(choices[i].kind));
    return list;
}

enum result profile_post(struct request *r)
{
    const struct profile_input *in = r->input;
    enum result ended = account_mijn_write(r->job, r->viewer->gebruiker, in, switched_off(r, in));
    if (ended == NOT_FOUND) {
        problem_add(&r->problems, "",
                    "Uw gegevens zijn intussen in een ander venster gewijzigd. Controleer ze en sla opnieuw op.");
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = "account.gegevens", .soort = "gebruiker", .rij = r->viewer->gebruiker.id});
    return reply_redirect_said(r, url_profile(), "Uw gegevens zijn opgeslagen.");
}

enum result password_change_page(struct request *r)
{
    struct form_page_view v = {.page = layout_page(r, "Wachtwoord wijzigen"),
                               .form = form_view_new(r->arena, password_change_form, &r->typed, NULL, &r->problems, 0),
                               .button = "Opslaan"};
    layout_form(v.page, v.form);
    layout_back(v.page, url_profile(), "Mijn gegevens");
    struct html o = page_begin(r);
    account_form_page(&o, &v);
    return OK;
}

enum result sessions_page(struct request *r)
{
    struct sessions_view v = {.page = layout_page(r, "Mijn sessies")};
    struct blob own;
    TRY(gate_session_kenmerk(r->session_token, r->arena, &own));
    TRY(account_sessions(r->db, r->arena, own, (int64_t)r->site->config->session_idle_min * 60, &v.n_rows, &v.rows));
    layout_back(v.page, url_profile(), "Mijn gegevens");
    struct html o = page_begin(r);
    account_sessions_page(&o, &v);
    return OK;
}

enum result session_end_post(struct request *r)
{
    const struct session_end_input *in = r->input;
    uint8_t kenmerk[32];
    if (strlen(in->sessie) != 64)
        return NOT_FOUND;
    for (int i = 0; i < 32; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *high = strchr(digits, in->sessie[2 * i]), *low = strchr(digits, in->sessie[2 * i + 1]);
        if (!high || !low)
            return NOT_FOUND;
        kenmerk[i] = (uint8_t)((high - digits) * 16 + (low - digits));
    }
    TRY(account_session_delete(r->job, (struct blob){kenmerk, 32}));
    job_audit(r->job,
              (struct audit_line){.wat = "sessie.beeindigd", .soort = "gebruiker", .rij = r->viewer->gebruiker.id});
    return reply_redirect_said(r, url_sessions(), "De sessie is beëindigd.");
}

/* ---- colleagues: "invite a colleague of one's own organisation" ---- */

enum result colleagues_page(struct request *r)
{
    struct colleagues_view v = {.page = layout_page(r, "Collega’s")};
    TRY(account_colleagues(r->db, r->arena, r->viewer->organisatie, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    account_colleagues_page(&o, &v);
    return OK;
}

enum result colleague_new_page(struct request *r)
{
    struct form_page_view v = {
        .page = layout_page(r, "Collega uitnodigen"),
        .form = form_view_new(r->arena, colleague_form, &r->typed, NULL, &r->problems, 0),
        .button = "Uitnodigen",
        .intro = arena_printf(
            r->arena,
            "De collega krijgt een account bij %s en een welkomstmail. Aan projecten koppelt u een collega op de pagina van het project.",
            r->viewer->organisatie_naam)};
    layout_form(v.page, v.form);
    layout_back(v.page, url_colleagues(), "Collega’s");
    struct html o = page_begin(r);
    account_form_page(&o, &v);
    return OK;
}

enum result colleague_new_post(struct request *r)
{
    const struct colleague_input *in = r->input;
    struct invitation who = {r->viewer->organisatie, in->email, in->naam, in->telefoon, in->functie};
    gebruiker_id made;
    TRY(account_invite(r, &who, "email", &made));
    return reply_redirect_said(r, url_colleagues(), "%s is uitgenodigd en krijgt een welkomstmail.", in->naam);
}

/* ---- help ---- */

enum result help_page(struct request *r)
{
    struct help_view v = {.page = layout_page(r, "Hulp nodig?")};
    TRY(account_contacts(r->db, r->arena, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    account_help(&o, &v);
    return OK;
}

enum result hulpvraag_page(struct request *r)
{
    struct help_input in = {.pagina = request_query(r, "pagina")};
    struct form_page_view v = {
        .page = layout_page(r, "Hulpvraag"),
        .form = form_view_new(r->arena, hulpvraag_form, &r->typed, &in, &r->problems, 0),
        .button = "Verstuur",
        .intro =
            "Uw vraag gaat met het adres van de pagina waar u was naar het coördinatiepunt. U krijgt een bevestiging per mail."};
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    account_form_page(&o, &v);
    return OK;
}

enum result hulpvraag_post(struct request *r)
{
    const struct help_input *in = r->input;
    size_t n;
    struct help_regio *regios;
    TRY(account_help_regios(r->db, r->arena, &n, &regios));
    if (n == 0) {
        problem_add(
            &r->problems, "",
            "U bent nog aan geen project gekoppeld, dus weten wij niet welk coördinatiepunt bij u hoort. De contactgegevens vindt u bij ‘Contactgegevens’ onderaan de pagina.");
        return INVALID;
    }
    int64_t vraag = 0;
    const struct config *c = r->site->config;
    for (size_t i = 0; i < n; i++) {
        TRY(account_hulpvraag_insert(r->job, regios[i].id, in, &vraag));
        job_audit(r->job,
                  (struct audit_line){.wat = "hulpvraag", .soort = "hulpvraag", .rij = vraag, .regio = regios[i].id});
        if (regios[i].email && regios[i].email[0])
            TRY(mail_send(r->job, c, r->arena, MAIL_HULPVRAAG,
                          (struct mail_to){{0}, regios[i].email, regios[i].naam, r->viewer->email}, "hulpvraag", vraag,
                          url_hulpvraag_beheer((hulpvraag_id){vraag}),
                          (struct mail_view){.by = arena_printf(r->arena, "%s (%s), %s", r->viewer->naam,
                                                                r->viewer->organisatie_naam, r->viewer->email),
                                             .what = in->vraag,
                                             .device = path_is_local(in->pagina)
                                                           ? arena_printf(r->arena, "%s%s", c->base_url, in->pagina)
                                                           : "onbekend"}));
    }
    TRY(mail_send(r->job, c, r->arena, MAIL_HULPVRAAG_BEVESTIGING,
                  (struct mail_to){r->viewer->gebruiker, r->viewer->email, r->viewer->naam, regios[0].email},
                  "hulpvraag", vraag, url_mijn_hulpvragen(), (struct mail_view){.what = in->vraag}));
    return reply_redirect_said(r, n == 1 ? url_mijn_hulpvraag((hulpvraag_id){vraag}) : url_mijn_hulpvragen(),
                               "Uw vraag is verstuurd naar het coördinatiepunt.");
}
