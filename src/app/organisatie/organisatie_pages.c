/* app/organisatie/organisatie_pages.c: a new opdrachtnemer from inside the project form, new contacts, the
 * coordinatiepunt's organisaties. */
#include <string.h>

#include "app/account/account.h"
#include "app/labels.h"
#include "app/organisatie/organisatie_store.h"
#include "app/urls.h"
#include "templates.h"

static const char *concept_of(const struct request *r)
{
    const char *typed = typed_value(&r->typed, "concept");
    return typed ? typed : request_query(r, "concept");
}

/* Back to the project's form as it was, with the new one chosen; to the list when there was no form. */
static enum result back_to_draft(struct request *r, const char *concept, const char *field, int64_t id,
                                 const char *said)
{
    int64_t draft;
    if (!concept || !int_parse(concept, &draft) || draft <= 0)
        return reply_redirect_said(r, url_projects(), "%s", said);
    TRY(draft_set(r, (concept_id){draft}, field, arena_printf(r->arena, "%lld", (long long)id)));
    return reply_redirect_said(r, url_with(url_project_new(), arena_printf(r->arena, "concept=%lld", (long long)draft)),
                               "%s", said);
}

enum result opdrachtnemer_new_page(struct request *r)
{
    struct opdrachtnemer_new_input in = {.concept = concept_of(r)};
    struct organisatie_form_view v = {
        .page = layout_page(r, "Nieuwe opdrachtnemer"),
        .form = form_view_new(r->arena, opdrachtnemer_new_form, &r->typed, &in, &r->problems, 0),
        .button = "Opslaan",
        .intro =
            "Vul de gegevens van het bedrijf en van de eerste contactpersoon in. De contactpersoon krijgt een welkomstmail."};
    const char *naam = typed_value(&r->typed, "naam"), *typed_kvk = typed_value(&r->typed, "kvk");
    char kvk[9];
    if (naam && r->problems.n > 0)
        TRY(organisatie_lookalikes(r->db, r->arena, typed_kvk && kvk_parse(typed_kvk, kvk) ? kvk : NULL, naam,
                                   &v.n_lookalikes, &v.lookalikes));
    for (size_t i = 0; i < v.n_lookalikes; i++)
        v.lookalikes[i].choose =
            (own_path){arena_printf(r->arena, "/opdrachtnemers/%lld/contact/nieuw?concept=%s",
                                    (long long)v.lookalikes[i].id.id, percent_encode(r->arena, in.concept))};
    form_field(v.form, "echt_nieuw")->is_button =
        v.n_lookalikes == 0; /* only asked when there is something to compare with */
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_new(), "Project toevoegen");
    struct html o = page_begin(r);
    organisatie_form_page(&o, &v);
    return OK;
}

/* False with a problem when look-alikes were found and not yet said to be others. The same KvK number is always the
 * same company. */
static enum result lookalikes_judge(struct request *r, const char *kvk, const char *naam, bool echt_nieuw)
{
    size_t n;
    struct lookalike *found;
    TRY(organisatie_lookalikes(r->db, r->arena, kvk, naam, &n, &found));
    for (size_t i = 0; i < n; i++)
        if (found[i].same_kvk) {
            problem_add(&r->problems, "kvk", "Dit KvK-nummer is al van %s. Kies die organisatie hieronder.",
                        found[i].naam);
            return INVALID;
        }
    if (n == 0 || echt_nieuw)
        return OK;
    problem_add(&r->problems, "naam",
                "Er is al een organisatie die hierop lijkt: %s. Kies die, of vink aan dat het echt een andere is.",
                found[0].naam);
    return INVALID;
}

enum result opdrachtnemer_new_post(struct request *r)
{
    const struct opdrachtnemer_new_input *in = r->input;
    organisatie_id id;
    gebruiker_id contact;
    if (r->problems.n > 0)
        return INVALID;
    TRY(lookalikes_judge(r, in->kvk, in->naam, in->echt_nieuw));
    struct organisatie_new o = {.soort = "opdrachtnemer",
                                .naam = in->naam,
                                .kvk = in->kvk,
                                .adres = in->adres,
                                .postcode = in->postcode,
                                .plaats = in->plaats};
    enum result ended = organisatie_insert(r->job, &o, &id);
    if (ended == INVALID)
        problem_add(&r->problems, "kvk", "Dit KvK-nummer staat al in de monitor.");
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = "organisatie.maken", .soort = "organisatie", .rij = id.id, .na = in->naam});
    struct invitation who = {id, in->contact_email, in->contact_naam, in->contact_telefoon, in->contact_functie};
    TRY(account_invite(r, &who, "contact_email", &contact));
    int64_t draft;
    if (in->concept && int_parse(in->concept, &draft) && draft > 0)
        TRY(draft_set(r, (concept_id){draft}, "contact", arena_printf(r->arena, "%lld", (long long)contact.id)));
    return back_to_draft(
        r, in->concept, "opdrachtnemer", id.id,
        arena_printf(r->arena, "%s is toegevoegd en %s krijgt een welkomstmail.", in->naam, in->contact_naam));
}

enum result contact_new_page(struct request *r)
{
    const char *naam;
    organisatie_id id = request_id(r, "organisatie", organisatie_id);
    TRY(organisatie_name(r->db, r->arena, id, &naam));
    struct contact_new_input in = {.concept = concept_of(r)};
    struct organisatie_form_view v = {
        .page = layout_page(r, "Nieuwe contactpersoon"),
        .form = form_view_new(r->arena, contact_new_form, &r->typed, &in, &r->problems, 0),
        .button = "Opslaan",
        .intro = arena_printf(r->arena, "De contactpersoon komt bij %s en krijgt een welkomstmail.", naam)};
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    organisatie_form_page(&o, &v);
    return OK;
}

enum result contact_new_post(struct request *r)
{
    const struct contact_new_input *in = r->input;
    organisatie_id id = request_id(r, "organisatie", organisatie_id);
    gebruiker_id contact;
    int64_t draft;
    struct invitation who = {id, in->email, in->naam, in->telefoon, in->functie};
    TRY(account_invite(r, &who, "email", &contact));
    if (in->concept && int_parse(in->concept, &draft) && draft > 0)
        TRY(draft_set(r, (concept_id){draft}, "opdrachtnemer", arena_printf(r->arena, "%lld", (long long)id.id)));
    return back_to_draft(r, in->concept, "contact", contact.id,
                         arena_printf(r->arena, "%s is toegevoegd en krijgt een welkomstmail.", in->naam));
}

/* ---- the coordinatiepunt's ---- */

static const struct list_column columns[] = {{.key = "naam", .label = "Naam"},
                                             {.key = "soort", .label = "Soort"},
                                             {.key = "kvk", .label = "KvK-nummer"},
                                             {.key = "plaats", .label = "Plaats"}};

enum result organisaties_page(struct request *r)
{
    struct organisaties_view v = {.page = layout_page(r, "Organisaties")};
    struct list_query q = list_query_read(r, columns, 4, "naam");
    int64_t total;
    TRY(organisatie_list(r->db, r->arena, &q, &total, &v.n_rows, &v.rows));
    v.list = list_view_new(r, columns, 4, &q, "/beheer/organisaties", total);
    struct html o = page_begin(r);
    organisatie_list_page(&o, &v);
    return OK;
}

enum result organisatie_new_page(struct request *r)
{
    struct organisatie_form_view v = {
        .page = layout_page(r, "Nieuwe organisatie"),
        .form = form_view_new(r->arena, organisatie_new_form, &r->typed, NULL, &r->problems, 0),
        .button = "Opslaan"};
    size_t n;
    struct organisatie_choice *list;
    TRY(organisatie_choices(r->db, r->arena, "wsp", &n, &list));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){arena_printf(r->arena, "%lld", (long long)list[i].id.id), list[i].naam, false};
    form_choices(v.form, r->arena, "wsp", choices, n);
    layout_form(v.page, v.form);
    layout_back(v.page, url_organisaties(), "Organisaties");
    struct html o = page_begin(r);
    organisatie_form_page(&o, &v);
    return OK;
}

enum result organisatie_new_post(struct request *r)
{
    const struct organisatie_new_input *in = r->input;
    organisatie_id id;
    if (r->problems.n > 0)
        return INVALID;
    TRY(lookalikes_judge(r, in->kvk, in->naam, in->echt_nieuw));
    bool og = strcmp(in->soort, "opdrachtgever") == 0;
    if (og && in->wsp.id <= 0)
        problem_add(&r->problems, "wsp", "Kies het werkgeversservicepunt van de opdrachtgever");
    if (og && !in->og_soort)
        problem_add(&r->problems, "og_soort", "Kies het soort opdrachtgever");
    if (r->problems.n > 0)
        return INVALID;
    struct organisatie_new o = {.soort = in->soort,
                                .naam = in->naam,
                                .kvk = in->kvk,
                                .og_soort = og ? in->og_soort : NULL,
                                .adres = in->adres,
                                .postcode = in->postcode,
                                .plaats = in->plaats,
                                .wsp = og ? in->wsp : (organisatie_id){0},
                                .regio = strcmp(in->soort, "intermediair") == 0 ? (regio_id){0} : r->viewer->regio};
    enum result ended = organisatie_insert(r->job, &o, &id);
    if (ended == INVALID)
        problem_add(&r->problems, "", "%s", job_problem(r->job));
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = "organisatie.maken", .soort = "organisatie", .rij = id.id, .na = in->naam});
    return reply_redirect_said(r, url_organisatie(id), "%s is toegevoegd.", in->naam);
}

enum result organisatie_page(struct request *r)
{
    struct organisatie org;
    TRY(organisatie_read(r->db, r->arena, request_id(r, "organisatie", organisatie_id), &org));
    struct organisatie_input in = {org.naam, org.adres, org.postcode, org.plaats, org.versie};
    struct organisatie_form_view v = {.page = layout_page(r, org.naam),
                                      .form =
                                          form_view_new(r->arena, organisatie_form, &r->typed, &in, &r->problems, 0),
                                      .button = org.mag_wijzigen ? "Opslaan" : NULL,
                                      .intro = arena_printf(r->arena, "%s%s%s", label_soort(org.soort),
                                                            org.kvk ? ", KvK-nummer " : "", org.kvk ? org.kvk : "")};
    if (org.mag_wijzigen && strcmp(org.soort, "opdrachtnemer") == 0) /* it has a project in this regio */
        v.pso = org.id;
    if (strcmp(org.soort, "coordinatiepunt") != 0 && org.met.id == 0)
        v.samenvoegen = org.id;
    v.met = org.met;
    v.met_naam = org.met_naam;
    v.met_op = org.met_op;
    layout_form(v.page, v.form);
    layout_back(v.page, url_organisaties(), "Organisaties");
    struct html o = page_begin(r);
    organisatie_form_page(&o, &v);
    return OK;
}

enum result organisatie_post(struct request *r)
{
    const struct organisatie_input *in = r->input;
    organisatie_id id = request_id(r, "organisatie", organisatie_id);
    enum result ended = organisatie_write(r->job, id, in);
    if (ended == NOT_FOUND) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft deze organisatie intussen gewijzigd. Herlaad de pagina en voer uw wijziging opnieuw in.");
        return INVALID;
    }
    TRY(ended);
    job_audit(r->job,
              (struct audit_line){.wat = "organisatie.wijzigen", .soort = "organisatie", .rij = id.id, .na = in->naam});
    return reply_redirect_said(r, url_organisatie(id), "De gegevens zijn opgeslagen.");
}
