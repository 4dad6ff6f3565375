/* app/verantwoording/inzet_pages.c: entering and correcting a kandidaat's overeenkomst. "Bereken waarde" is a plain
 * button: it shows the questions of the chosen doelgroep and the value with its calculation, before anything is saved.
 */
#include <string.h>

#include "app/labels.h"
#include "app/urls.h"
#include "app/verantwoording/inzet_acts.h"
#include "templates.h"

static enum result blok_select(struct request *r, struct form_view *f, const struct bouwblokkenset *set)
{
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, set->n_blokken + 1);
    size_t n = 0;
    for (size_t i = 0; i < set->n_blokken; i++) {
        const struct bouwblok *b = &set->blokken[i];
        if (b->soort == BLOK_BASIS && (b->rubriek == RUBRIEK_ARBEID || b->rubriek == RUBRIEK_LEREN))
            choices[n++] = (struct choice){arena_printf(r->arena, "%lld", (long long)b->id.id), b->label, false};
    }
    form_choices(f, r->arena, "bouwblok", choices, n);
    return OK;
}

bouwblok_id typed_blok(const struct request *r, bouwblok_id otherwise)
{
    int64_t id;
    const char *typed = typed_value(&r->typed, "bouwblok");
    return typed && int_parse(typed, &id) ? (bouwblok_id){id} : otherwise;
}

/* What the regio does not ask is not shown: initialen or naw, the date of consent. */
void kandidaat_identity_fields(struct form_view *f, const struct project_head *h)
{
    bool naw = strcmp(h->identiteit, "naw") == 0;
    form_field(f, "naam")->is_button = !naw;
    form_field(f, "adres")->is_button = !naw;
    form_field(f, "postcode")->is_button = !naw;
    form_field(f, "plaats")->is_button = !naw;
    form_field(f, "initialen")->is_button = naw;
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->fields[i]->name, "toestemming_op") == 0)
            f->fields[i]->is_button = !h->toestemming;
    if (!naw) {
        form_field(f, "initialen")->fieldset = form_field(f, "naam")->fieldset;
        form_field(f, "naam")->fieldset = NULL;
    }
}

struct entry {
    struct project_head head;
    struct bouwblokkenset *set;
};

static enum result entry_read(struct request *r, struct entry *e)
{
    TRY(project_head_read(r->db, r->arena, request_id(r, "project", project_id), &e->head));
    return waardering_set_read(r->db, r->arena, e->head.set, &e->set);
}

static void input_none(struct kandidaat_input *in)
{
    *in = (struct kandidaat_input){.geboortedatum = DATUM_GEEN,
                                   .geinformeerd_op = DATUM_GEEN,
                                   .toestemming_op = DATUM_GEEN,
                                   .start = DATUM_GEEN,
                                   .eind = DATUM_GEEN,
                                   .cap_eind = DATUM_GEEN,
                                   .week = UREN_GEEN,
                                   .aandeel = BP_GEEN};
    for (int i = 0; i < INZET_UREN_MAX; i++) {
        in->uren_vanaf[i] = DATUM_GEEN;
        in->uren_later[i] = UREN_GEEN;
    }
}

/* ?zoals=: the next person with the same contract: only who it is and its own answers are left to fill in. */
static enum result like_before(struct request *r, const struct entry *e, struct kandidaat_input *in)
{
    int64_t id, versie;
    struct inzet_row row;
    struct inzet_version v;
    struct wie_view w;
    bool may;
    const char *reden;
    if (!int_parse(request_query(r, "zoals"), &id) || id <= 0)
        return OK;
    enum result found = inzet_row_read(r->db, r->arena, e->head.id, (inzet_id){id}, &row, &may, &versie, &reden);
    if (found != OK || row.kandidaat.id == 0)
        return found == NOT_FOUND ? OK : found;
    TRY(inzet_version_read(r->db, r->arena, (inzet_id){id}, versie, &v));
    found = kandidaat_open(r->db, r->seal, r->arena, row.kandidaat, &w);
    if (found != OK)
        return found == NOT_FOUND ? OK : found;
    in->bouwblok = v.bouwblok;
    in->overeenkomst = v.overeenkomst;
    in->functie = v.functie;
    in->start = v.start;
    in->eind = v.eind;
    in->week = v.n_uren > 0 ? v.uren[0].week : UREN_GEEN;
    in->geinformeerd_op = w.geinformeerd;
    in->toestemming_op = w.toestemming;
    return OK;
}

static enum result new_show(struct request *r, const struct entry *e, struct waarde_view *waarde)
{
    struct kandidaat_input none;
    size_t n;
    struct known *known;
    struct kandidaat_form_view v = {
        .page = layout_page(r, "Kandidaat toevoegen"),
        .head = &e->head,
        .waarde = waarde,
        .cancel = {arena_printf(r->arena, "/projecten/%lld/verantwoording", (long long)e->head.id.id)}};
    input_none(&none);
    TRY(like_before(r, e, &none));
    v.form = form_view_new(r->arena, kandidaat_new_form, &r->typed, &none, &r->problems, 1);
    kandidaat_identity_fields(v.form, &e->head);
    TRY(blok_select(r, v.form, e->set));
    TRY(kandidaat_known(r->db, r->seal, r->arena, e->head.opdrachtnemer_id, &n, &known));
    struct choice *choices = ARENA_ARRAY(r->arena, struct choice, n + 1);
    for (size_t i = 0; i < n; i++)
        choices[i] = (struct choice){arena_printf(r->arena, "%lld", (long long)known[i].id.id), known[i].label, false};
    form_choices(v.form, r->arena, "kandidaat", choices, n);
    v.n_vragen = vragen_make(r, e->set, typed_blok(r, none.bouwblok), 0, NULL, &v.vragen);
    v.page->heading = arena_printf(r->arena, "Kandidaat toevoegen aan %s", e->head.naam);
    layout_form(v.page, v.form);
    layout_back(v.page, url_project_part(e->head.id, "verantwoording"), "Verantwoording");
    struct html o = page_begin(r);
    kandidaat_form_page(&o, &v);
    return OK;
}

enum result kandidaat_new_page(struct request *r)
{
    struct entry e;
    TRY(entry_read(r, &e));
    return new_show(r, &e, NULL);
}

/* The page again with questions and value; nothing was wrong and nothing is saved. */
static enum result previewed(struct request *r)
{
    TRY(form_again(r));
    r->reply.status = 200;
    r->reply.title_error = NULL;
    return OK;
}

static kandidaat_id known_person(const struct kandidaat_input *in)
{
    int64_t id = 0;
    return in->kandidaat && int_parse(in->kandidaat, &id) ? (kandidaat_id){id} : (kandidaat_id){0};
}

/* Who was chosen, as far as the viewer sees that person, with the date of birth; else nobody and the date typed. Of a
 * number from elsewhere not even the duration it used may show. */
static kandidaat_id person_seen(struct request *r, const struct kandidaat_input *in, datum *geboren)
{
    struct wie_view w;
    kandidaat_id who = known_person(in);
    bool seen = who.id > 0 && kandidaat_open(r->db, r->seal, r->arena, who, &w) == OK;
    *geboren = seen ? w.geboren : in->geboortedatum;
    return seen ? who : (kandidaat_id){0};
}

enum result kandidaat_new_post(struct request *r)
{
    const struct kandidaat_input *in = r->input;
    struct entry e;
    inzet_id made;
    TRY(entry_read(r, &e));
    datum geboren;
    kandidaat_id who = person_seen(r, in, &geboren);
    if (in->actie && strcmp(in->actie, "voorbeeld") == 0) {
        if (known_person(in).id == 0)
            TRY(inzet_zelfde(r, e.head.opdrachtnemer_id, in->naam, geboren, &who));
        struct waarde_view *waarde = inzet_preview(r, &e.head, e.set, in, geboren, who, (inzet_id){0});
        r->problems.n = 0;
        TRY(new_show(r, &e, waarde));
        return previewed(r);
    }
    inzet_judge(r, &e.head, e.set, in, known_person(in).id == 0, geboren);
    if (r->problems.n > 0)
        return INVALID;
    TRY(kandidaat_enter(r, &e.head, e.set, in, &made));
    bool again = in->actie && strcmp(in->actie, "opslaan_nog") == 0;
    url next = url_with(url_kandidaat_new(e.head.id), arena_printf(r->arena, "zoals=%lld", (long long)made.id));
    return reply_redirect_said(r, again ? next : url_inzet(e.head.id, made), "De kandidaat is opgeslagen.");
}

/* ---- correcting ---- */

struct correction {
    struct entry e;
    struct inzet_row row;
    struct inzet_version version;
    struct wie_view wie;
    int64_t versie;
    inzet_id id;
};

/* Of who was erased only the age at the start is left: the birth date that makes that age and says no more. */
static datum birth_by_age(const struct inzet_version *v)
{
    int64_t age;
    for (size_t i = 0; i < v->n_antwoorden; i++)
        if (strcmp(v->antwoorden[i].name, "leeftijd") == 0 && int_parse(v->antwoorden[i].value, &age))
            return datum_plus_months(v->start, (int)-age * 12);
    return DATUM_GEEN;
}

static enum result correction_read(struct request *r, struct correction *c)
{
    bool may;
    const char *reden;
    TRY(entry_read(r, &c->e));
    c->id = request_id(r, "inzet", inzet_id);
    TRY(inzet_row_read(r->db, r->arena, c->e.head.id, c->id, &c->row, &may, &c->versie, &reden));
    TRY(inzet_version_read(r->db, r->arena, c->id, c->versie, &c->version));
    enum result found = kandidaat_open(r->db, r->seal, r->arena, c->row.kandidaat, &c->wie);
    if (found == NOT_FOUND)
        c->wie = (struct wie_view){
            .geboren = birth_by_age(&c->version), .geinformeerd = DATUM_GEEN, .toestemming = DATUM_GEEN};
    return found == NOT_FOUND ? OK : found;
}

static enum result correct_show(struct request *r, struct correction *c, struct waarde_view *waarde)
{
    struct kandidaat_input in;
    char nummer[24];
    input_none(&in);
    in.bouwblok = c->version.bouwblok;
    in.overeenkomst = c->version.overeenkomst;
    in.functie = c->version.functie;
    in.onderaannemer = c->version.onderaannemer;
    in.start = c->version.start;
    in.eind = c->version.eind;
    in.cap_eind = c->version.cap_eind;
    in.versie = c->versie;
    in.aandeel = c->version.aandeel.bp == 10000 ? BP_GEEN : c->version.aandeel;
    if (c->version.n_uren > 0)
        in.week = c->version.uren[0].week;
    for (size_t i = 1; i < c->version.n_uren && i <= INZET_UREN_MAX; i++) {
        in.uren_vanaf[i - 1] = c->version.uren[i].vanaf;
        in.uren_later[i - 1] = c->version.uren[i].week;
    }
    kandidaat_to_text(c->row.kandidaat, nummer, sizeof(nummer));
    struct kandidaat_form_view v = {.page = layout_page(r, arena_printf(r->arena, "Corrigeren – %s", nummer)),
                                    .waarde = waarde,
                                    .corrigeren = true,
                                    .cancel = {arena_printf(r->arena, "/projecten/%lld/inzet/%lld",
                                                            (long long)c->e.head.id.id, (long long)c->id.id)}};
    v.form = form_view_new(r->arena, inzet_correct_form, &r->typed, &in, &r->problems, 0);
    TRY(blok_select(r, v.form, c->e.set));
    v.n_vragen =
        vragen_make(r, c->e.set, typed_blok(r, in.bouwblok), c->version.n_antwoorden, c->version.antwoorden, &v.vragen);
    v.page->heading = arena_printf(r->arena, "Corrigeren: %s", c->wie.naam ? c->wie.naam : nummer);
    layout_form(v.page, v.form);
    layout_back(v.page, url_inzet(c->e.head.id, c->id), nummer[0] ? arena_strdup(r->arena, nummer) : "Inzet");
    struct html o = page_begin(r);
    kandidaat_form_page(&o, &v);
    return OK;
}

enum result inzet_correct_page(struct request *r)
{
    struct correction c;
    TRY(correction_read(r, &c));
    return correct_show(r, &c, NULL);
}

enum result inzet_correct_post(struct request *r)
{
    const struct kandidaat_input *in = r->input;
    struct correction c;
    TRY(correction_read(r, &c));
    if (in->actie && strcmp(in->actie, "voorbeeld") == 0) {
        struct waarde_view *waarde = inzet_preview(r, &c.e.head, c.e.set, in, c.wie.geboren, c.row.kandidaat, c.id);
        r->problems.n = 0;
        TRY(correct_show(r, &c, waarde));
        return previewed(r);
    }
    inzet_judge(r, &c.e.head, c.e.set, in, false, c.wie.geboren);
    if (r->problems.n > 0)
        return INVALID;
    TRY(inzet_correct(r, &c.e.head, c.e.set, c.id, c.row.kandidaat, c.wie.geboren, in));
    return reply_redirect_said(r, url_inzet(c.e.head.id, c.id),
                               "De correctie is opgeslagen. Wat er eerst stond, blijft bewaard.");
}
