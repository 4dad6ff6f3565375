/* app/steekproef/item_pages.c: one item: what is to be shown, what was seen, the answer of the contractor, the result;
 * and the evidence of an inzet that was registered beforehand. */
#include <string.h>

#include "app/labels.h"
#include "app/steekproef/steekproef.h"
#include "app/steekproef/steekproef_acts.h"
#include "app/steekproef/steekproef_store.h"
#include "app/urls.h"
#include "templates.h"

/* The item of the address, of the steekproef of the address. */
static enum result own_item(struct request *r, struct item_row *t, bool *mag_terugsturen)
{
    bool ignored;
    TRY(item_read(r->db, r->arena, request_id(r, "item", steekproef_item_id), t,
                  mag_terugsturen ? mag_terugsturen : &ignored));
    return t->steekproef.id == request_object(r, "steekproef") ? OK : NOT_FOUND;
}

static const char *name_of(struct request *r, const struct item_row *t)
{
    char nummer[24];
    kandidaat_to_text(t->kandidaat, nummer, sizeof(nummer));
    return t->kandidaat.id ? arena_strdup(r->arena, nummer) : label_inzet_soort(t->soort);
}

static const char *line_of(struct request *r, const struct item_row *t, const char *what)
{
    return arena_printf(r->arena, "steekproef %lld, item %lld (%s): %s", (long long)t->steekproef.id, (long long)t->nr,
                        name_of(r, t), what);
}

static void item_audit(struct request *r, const struct item_row *t, const char *wat, const char *what)
{
    job_audit(r->job, (struct audit_line){.wat = wat,
                                          .soort = "steekproef_item",
                                          .rij = t->id.id,
                                          .project = t->project,
                                          .regio = t->regio,
                                          .na = line_of(r, t, what)});
}

/* ---- the page ---- */

static bool holds(const char **codes, size_t n, const char *code)
{
    for (size_t i = 0; i < n; i++)
        if (codes[i] && strcmp(codes[i], code) == 0)
            return true;
    return false;
}

/* What is to be shown, but "anders"; what is withdrawn does not count. */
static void asked_make(struct request *r, struct item_view *v, const char **seen, const char **registered)
{
    const struct choice *list = bewijs_gevraagd(v->item->soort, v->item->overeenkomst);
    for (size_t i = 0; i < v->n_gezien; i++)
        if (v->gezien[i].ingetrokken)
            seen[i] = NULL;
    for (size_t i = 0; i < v->n_bewijs; i++)
        if (v->bewijs[i].ingetrokken)
            registered[i] = NULL;
    while (list[v->n_gevraagd + 1].value)
        v->n_gevraagd++;
    v->gevraagd = ARENA_ARRAY(r->arena, struct gevraagd_row, v->n_gevraagd);
    for (size_t i = 0; i < v->n_gevraagd; i++)
        v->gevraagd[i] = (struct gevraagd_row){list[i].label, holds(seen, v->n_gezien, list[i].value),
                                               holds(registered, v->n_bewijs, list[i].value)};
}

static size_t choices_count(const struct choice *list)
{
    size_t n = 0;
    while (list[n].value)
        n++;
    return n;
}

static void form_make(struct request *r, struct item_view *v)
{
    if (v->item->mag_oordeel) {
        const struct choice *list = bewijs_gevraagd(v->item->soort, v->item->overeenkomst);
        struct gezien_input in = {.dag = r->today};
        v->form = form_view_new(r->arena, gezien_form, &r->typed, &in, &r->problems, 0);
        form_choices(v->form, r->arena, "soort", list, choices_count(list));
    } else if (v->item->mag_antwoord) {
        struct antwoord_input in = {.antwoord = v->item->antwoord, .versie = v->item->antwoord_versie};
        v->form = form_view_new(r->arena, antwoord_form, &r->typed, &in, &r->problems, 0);
        form_field(v->form, "versie")->value = arena_printf(r->arena, "%lld", (long long)v->item->antwoord_versie);
    }
    if (v->form)
        layout_form(v->page, v->form);
}

enum result steekproef_item_page(struct request *r)
{
    struct item_view v = {.item = ARENA_NEW(r->arena, struct item_row),
                          .s = ARENA_NEW(r->arena, struct steekproef_row),
                          .is_on = r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM};
    const char **seen, **registered;
    TRY(own_item(r, v.item, &v.mag_terugsturen));
    TRY(steekproef_read(r->db, r->arena, v.item->steekproef, r->today, v.s));
    TRY(gezien_read(r->db, r->arena, v.item->id, &v.n_gezien, &v.gezien, &seen));
    TRY(bewijzen_read(r->db, r->arena, v.item->inzet, v.item->getrokken_op, &v.n_bewijs, &v.bewijs, &registered));
    v.page = layout_page(r, arena_printf(r->arena, "Item %lld: %s", (long long)v.item->nr, name_of(r, v.item)));
    asked_make(r, &v, seen, registered);
    form_make(r, &v);
    layout_back(v.page, url_steekproef(v.item->steekproef),
                arena_printf(r->arena, "Steekproef %lld", (long long)v.item->steekproef.id));
    struct html o = page_begin(r);
    steekproef_item(&o, &v);
    return OK;
}

/* ---- what was seen ---- */

/* What was pasted as a SHA-256; NULL when nothing was. */
static bool sha_read(struct request *r, const char *typed, const char **out)
{
    char sha[SHA256_TEKST];
    *out = NULL;
    if (!typed || !*typed)
        return true;
    if (!sha256_typed(typed, sha)) {
        problem_add(&r->problems, "sha256",
                    "Een SHA-256 is 64 tekens lang en bestaat uit cijfers en de letters a tot en met f");
        return false;
    }
    *out = arena_strdup(r->arena, sha);
    return true;
}

/* How the file compared, for the flash message: as it was kept. */
static const char *compared(struct request *r, const struct item_row *t, gezien_id made)
{
    size_t n;
    struct gezien_row *rows;
    const char **codes;
    if (gezien_read(r->db, r->arena, t->id, &n, &rows, &codes) != OK)
        return "";
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id == made.id && *rows[i].vergelijk)
            return strcmp(rows[i].vergelijk, "gelijk") == 0
                       ? rows[i].vooraf ? " Het bestand is gelijk aan wat vóór de trekking is vastgelegd."
                                        : " Het bestand is gelijk aan wat ná de trekking is vastgelegd."
                   : strcmp(rows[i].vergelijk, "anders") == 0
                       ? " Let op: het bestand is anders dan wat is vastgelegd."
                       : " Er is van deze soort niets vastgelegd om mee te vergelijken.";
    return "";
}

enum result gezien_post(struct request *r)
{
    const struct gezien_input *in = r->input;
    struct item_row t;
    const char *sha;
    gezien_id made;
    char dag[11];
    TRY(own_item(r, &t, NULL));
    if (in->soort && !bewijs_past(t.soort, t.overeenkomst, in->soort))
        problem_add(&r->problems, "soort", "Kies wat u hebt gezien uit de lijst");
    if (!sha_read(r, in->sha256, &sha) || r->problems.n > 0)
        return INVALID;
    TRY(steekproef_refused(r, gezien_insert(r->job, t.id, in, sha, &made)));
    datum_to_text(in->dag, dag);
    item_audit(r, &t, "steekproef.gezien", arena_printf(r->arena, "%s gezien op %s", bewijs_label(in->soort), dag));
    return reply_redirect_said(r, url_steekproef_item(t.steekproef, t.id), "Vastgelegd: %s, gezien op %s.%s",
                               bewijs_label(in->soort), dag, compared(r, &t, made));
}

/* The row of the address, of the item of the address. */
static enum result own_gezien(struct request *r, struct item_row *t, struct gezien_row *out)
{
    size_t n;
    struct gezien_row *rows;
    const char **codes;
    TRY(own_item(r, t, NULL));
    TRY(gezien_read(r->db, r->arena, t->id, &n, &rows, &codes));
    for (size_t i = 0; i < n; i++)
        if (rows[i].id.id == request_object(r, "gezien")) {
            *out = rows[i];
            return OK;
        }
    return NOT_FOUND;
}

static enum result act_show(struct request *r, const struct item_row *t, const char *title, struct form_view *form,
                            const char *what, const char *button)
{
    url back = url_steekproef_item(t->steekproef, t->id);
    struct steekproef_act_view v = {
        .page = layout_page(r, title), .form = form, .what = what, .button = button, .cancel = {back.path}};
    if (form)
        layout_form(v.page, form);
    layout_back(v.page, back, arena_printf(r->arena, "Item %lld", (long long)t->nr));
    struct html o = page_begin(r);
    steekproef_act(&o, &v);
    return OK;
}

enum result gezien_intrekken_page(struct request *r)
{
    struct item_row t;
    struct gezien_row z;
    char dag[11];
    TRY(own_gezien(r, &t, &z));
    datum_to_text(z.dag, dag);
    return act_show(r, &t, "Toch niet gezien",
                    form_view_new(r->arena, gezien_intrekken_form, &r->typed, NULL, &r->problems, 0),
                    arena_printf(r->arena, "%s, gezien op %s, telt dan niet meer. De regel blijft doorgestreept staan.",
                                 z.wat, dag),
                    "Ja, trek in");
}

enum result gezien_intrekken_post(struct request *r)
{
    struct item_row t;
    struct gezien_row z;
    TRY(own_gezien(r, &t, &z));
    TRY(steekproef_refused(r, gezien_withdraw(r->job, z.id)));
    item_audit(r, &t, "steekproef.gezien_intrekken", z.wat);
    return reply_redirect_said(r, url_steekproef_item(t.steekproef, t.id), "Ingetrokken: %s.", z.wat);
}

/* ---- the result ---- */

enum result oordeel_page(struct request *r)
{
    struct item_row t;
    TRY(own_item(r, &t, NULL));
    struct oordeel_input in = {
        .uitkomst = t.uitkomst, .opmerking = t.opmerking, .vervolg = t.vervolg, .versie = t.versie};
    struct form_view *form = form_view_new(r->arena, oordeel_form, &r->typed, &in, &r->problems, 0);
    form_field(form, "versie")->value =
        arena_printf(r->arena, "%lld", (long long)t.versie); /* who was told of another's act can send again */
    return act_show(r, &t, "Uitkomst vastleggen", form,
                    arena_printf(r->arena, "Steekproef %lld, item %lld: %s, %s.", (long long)t.steekproef.id,
                                 (long long)t.nr, name_of(r, &t), t.blok),
                    "Uitkomst opslaan");
}

enum result oordeel_post(struct request *r)
{
    const struct oordeel_input *in = r->input;
    struct item_row t;
    TRY(own_item(r, &t, NULL));
    if (r->problems.n > 0)
        return INVALID;
    bool good = strcmp(in->uitkomst, "akkoord") == 0;
    if (!good && !in->opmerking)
        problem_add(&r->problems, "opmerking", "Zeg wat er niet in orde is");
    if (good && in->vervolg)
        problem_add(&r->problems, "vervolg", "Bij akkoord hoort geen vervolg");
    if (r->problems.n > 0)
        return INVALID;
    TRY(steekproef_refused(r, oordeel_write(r->job, t.id, in)));
    item_audit(r, &t, "steekproef.oordeel",
               in->vervolg
                   ? arena_printf(r->arena, "%s; vervolg: %s", label_uitkomst(in->uitkomst), label_vervolg(in->vervolg))
                   : label_uitkomst(in->uitkomst));
    return reply_redirect_said(r, url_steekproef_item(t.steekproef, t.id),
                               good          ? "De uitkomst is opgeslagen."
                               : in->vervolg ? "De uitkomst en het vervolg zijn opgeslagen."
                                             : "De uitkomst is opgeslagen. Leg het vervolg vast zodra u het weet.");
}

/* ---- the contractor ---- */

enum result antwoord_post(struct request *r)
{
    const struct antwoord_input *in = r->input;
    struct item_row t;
    TRY(own_item(r, &t, NULL));
    if (r->problems.n > 0)
        return INVALID;
    TRY(steekproef_refused(r, antwoord_write(r->job, t.id, in->versie, in->antwoord)));
    item_audit(r, &t, "steekproef.antwoord", "antwoord gegeven");
    return reply_redirect_said(r, url_steekproef_item(t.steekproef, t.id),
                               "Uw antwoord is opgeslagen. De accountmanager kan het lezen.");
}

/* ---- evidence registered beforehand ---- */

static enum result own_inzet(struct request *r, struct bewijs_inzet *i)
{
    TRY(bewijs_inzet_read(r->db, r->arena, request_id(r, "inzet", inzet_id), i));
    return i->project.id == request_object(r, "project") ? OK : NOT_FOUND;
}

enum result bewijs_page(struct request *r)
{
    struct bewijs_inzet i;
    const char **codes;
    TRY(own_inzet(r, &i));
    struct bewijs_view v = {.page = layout_page(r, "Bewijs vooraf vastleggen"),
                            .project = i.project,
                            .inzet = request_id(r, "inzet", inzet_id),
                            .blok = i.blok,
                            .naam = label_inzet_soort(i.soort),
                            .mag = i.mag};
    TRY(bewijzen_read(r->db, r->arena, v.inzet, TIJDSTIP_GEEN, &v.n_rows, &v.rows, &codes));
    if (v.mag) {
        const struct choice *list = bewijs_gevraagd(i.soort, i.overeenkomst);
        v.form = form_view_new(r->arena, bewijs_form, &r->typed, NULL, &r->problems, 0);
        form_choices(v.form, r->arena, "soort", list, choices_count(list));
        layout_form(v.page, v.form);
    } else {
        v.page->heading = v.page->title = "Vooraf vastgelegd bewijs";
    }
    layout_back(v.page, url_inzet(v.project, v.inzet), "Inzet");
    struct html o = page_begin(r);
    steekproef_bewijs(&o, &v);
    return OK;
}

enum result bewijs_post(struct request *r)
{
    const struct bewijs_input *in = r->input;
    struct bewijs_inzet i;
    const char *sha;
    bewijs_id made;
    char dag[11];
    inzet_id id = request_id(r, "inzet", inzet_id);
    TRY(own_inzet(r, &i));
    if (in->soort && !bewijs_past(i.soort, i.overeenkomst, in->soort))
        problem_add(&r->problems, "soort", "Kies het soort bewijs uit de lijst");
    if (!sha_read(r, in->sha256, &sha) || r->problems.n > 0)
        return INVALID;
    TRY(steekproef_refused(r, bewijs_insert(r->job, id, in, sha, &made)));
    datum_to_text(in->dag, dag);
    job_audit(r->job, (struct audit_line){
                          .wat = "bewijs.vastleggen",
                          .soort = "inzet",
                          .rij = id.id,
                          .project = i.project,
                          .regio = i.regio,
                          .na = arena_printf(r->arena, "%s van %s; SHA-256 %s", bewijs_label(in->soort), dag, sha)});
    return reply_redirect_said(r, url_inzet_part(i.project, id, "bewijs"),
                               "Vastgelegd: %s van %s. Bewaar het bestand onveranderd bij u.", bewijs_label(in->soort),
                               dag);
}

static enum result own_bewijs(struct request *r, struct bewijs_inzet *i, struct bewijs_row *out)
{
    size_t n;
    struct bewijs_row *rows;
    const char **codes;
    TRY(own_inzet(r, i));
    TRY(bewijzen_read(r->db, r->arena, request_id(r, "inzet", inzet_id), TIJDSTIP_GEEN, &n, &rows, &codes));
    for (size_t k = 0; k < n; k++)
        if (rows[k].id.id == request_object(r, "bewijs")) {
            *out = rows[k];
            return OK;
        }
    return NOT_FOUND;
}

enum result bewijs_intrekken_page(struct request *r)
{
    struct bewijs_inzet i;
    struct bewijs_row b;
    TRY(own_bewijs(r, &i, &b));
    url back = url_inzet_part(i.project, request_id(r, "inzet", inzet_id), "bewijs");
    struct steekproef_act_view v = {
        .page = layout_page(r, "Vastgelegd bewijs intrekken"),
        .form = form_view_new(r->arena, bewijs_intrekken_form, &r->typed, NULL, &r->problems, 0),
        .button = "Ja, trek in",
        .cancel = {back.path},
        .what = arena_printf(
            r->arena, "%s telt dan niet meer mee bij een steekproef. De regel blijft met uw reden zichtbaar.", b.wat)};
    layout_form(v.page, v.form);
    layout_back(v.page, back, "Vastgelegd bewijs");
    struct html o = page_begin(r);
    steekproef_act(&o, &v);
    return OK;
}

enum result bewijs_intrekken_post(struct request *r)
{
    const struct bewijs_intrekken_input *in = r->input;
    struct bewijs_inzet i;
    struct bewijs_row b;
    inzet_id id = request_id(r, "inzet", inzet_id);
    TRY(own_bewijs(r, &i, &b));
    if (r->problems.n > 0)
        return INVALID;
    TRY(steekproef_refused(r, bewijs_withdraw(r->job, b.id, in->reden)));
    job_audit(r->job, (struct audit_line){.wat = "bewijs.intrekken",
                                          .soort = "inzet",
                                          .rij = id.id,
                                          .project = i.project,
                                          .regio = i.regio,
                                          .na = arena_printf(r->arena, "%s: %s", b.wat, in->reden)});
    return reply_redirect_said(r, url_inzet_part(i.project, id, "bewijs"), "Ingetrokken: %s.", b.wat);
}
