/* app/steekproef/steekproef_pages.c: the list, a new draw with what it would be drawn from, one steekproef, and its
 * end. */
#include <string.h>

#include "app/steekproef/steekproef.h"
#include "app/steekproef/steekproef_acts.h"
#include "app/steekproef/steekproef_store.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "templates.h"

static const struct list_column columns[] = {
    {.key = "nummer", .label = "Steekproef"},
    {.key = "filter", .label = "Getrokken uit", .filter_hint = "Bijvoorbeeld een opdrachtnemer of doelgroep"},
    {.key = "items", .label = "Beoordeeld", .no_filter = true, .no_sort = true},
    {.key = "deadline", .label = "Bewijs tonen uiterlijk", .no_filter = true},
    {.key = "stand", .label = "Stand", .filter_hint = "open, open na de deadline, gesloten of ingetrokken"},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), TERMIJN_DAGEN = 21 };

static bool is_on(const struct request *r)
{
    return r->viewer->soort == SOORT_ON || r->viewer->soort == SOORT_IM;
}

enum result steekproeven_page(struct request *r)
{
    struct steekproeven_view v = {.page = layout_page(r, "Steekproef"), .is_on = is_on(r), .mag_trekken = !is_on(r)};
    struct list_query q = list_query_read(r, columns, COLUMNS, "-nummer");
    int64_t total;
    TRY(steekproeven_count(r->db, r->arena, &q, r->today, &total));
    v.list = list_view_new(r, columns, COLUMNS, &q, url_steekproeven().path, total);
    TRY(steekproeven_read(r->db, r->arena, &q, r->today, v.list->page, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    steekproef_list_page(&o, &v);
    return OK;
}

/* ---- a new one ---- */

enum result steekproef_new_page(struct request *r)
{
    struct steekproef_input in = {.van = DATUM_GEEN,
                                  .tm = r->today,
                                  .minimum = GELD_GEEN,
                                  .getal = 10,
                                  .eenheid = "procent",
                                  .weging = "waarde",
                                  .deadline = datum_plus_days(r->today, TERMIJN_DAGEN)};
    struct steekproef_new_view v = {.page = layout_page(r, "Nieuwe steekproef"),
                                    .form = form_view_new(r->arena, steekproef_form, &r->typed, &in, &r->problems, 0)};
    layout_form(v.page, v.form);
    layout_back(v.page, url_steekproeven(), "Steekproef");
    struct html o = page_begin(r);
    steekproef_new_form(&o, &v);
    return OK;
}

enum result steekproef_preview(struct request *r)
{
    const struct steekproef_input *in = r->input;
    struct opzet p;
    if (in->actie && strcmp(in->actie, "terug") == 0)
        return steekproef_new_page(r);
    TRY(opzet_read(r, in, &p));
    typed_put(r, "lijst", p.sha256);
    struct steekproef_preview_view v = {.page = layout_page(r, "Steekproef trekken"),
                                        .form = form_view_new(r->arena, steekproef_form, &r->typed, NULL, NULL, 0),
                                        .filter = p.filter,
                                        .gevraagd = p.gevraagd,
                                        .sha256 = p.sha256,
                                        .aantal = (int64_t)p.n,
                                        .omvang = (int64_t)p.omvang,
                                        .zonder = p.zonder,
                                        .waarde = {p.som},
                                        .naar_waarde = p.naar_waarde,
                                        .deadline = in->deadline};
    layout_back(v.page, url_steekproeven(), "Steekproef");
    struct html o = page_begin(r);
    steekproef_confirm(&o, &v);
    return OK;
}

enum result steekproef_draw_post(struct request *r)
{
    const struct steekproef_input *in = r->input;
    struct opzet p;
    steekproef_id id;
    TRY(opzet_read(r, in, &p));
    if (!in->lijst || strcmp(in->lijst, p.sha256) != 0) {
        problem_add(
            &r->problems, "",
            "Waaruit wordt getrokken is intussen veranderd. Er is nog niets getrokken. Bekijk opnieuw waaruit wordt getrokken.");
        return INVALID;
    }
    TRY(steekproef_draw(r, in, &p, &id));
    return reply_redirect_said(r, url_steekproef(id),
                               "De steekproef is getrokken: %zu keer inzet. De opdrachtnemers krijgen een mail.",
                               p.omvang);
}

/* ---- one ---- */

static void add_up(struct steekproef_view *v)
{
    for (size_t i = 0; i < v->n_rows; i++) {
        const struct item_row *t = &v->rows[i];
        bool good = t->uitkomst && strcmp(t->uitkomst, "akkoord") == 0;
        v->waarde.cent += t->waarde.cent;
        v->akkoord.cent += good ? t->waarde.cent : 0;
        v->n_akkoord += good;
        v->n_niet += t->uitkomst && strcmp(t->uitkomst, "niet_akkoord") == 0;
        v->n_niet_getoond += t->uitkomst && strcmp(t->uitkomst, "niet_getoond") == 0;
        v->n_open += !t->uitkomst;
    }
}

enum result steekproef_page(struct request *r)
{
    steekproef_id id = request_id(r, "steekproef", steekproef_id);
    struct steekproef_view v = {.page = layout_page(r, arena_printf(r->arena, "Steekproef %lld", (long long)id.id)),
                                .s = ARENA_NEW(r->arena, struct steekproef_row),
                                .is_on = is_on(r)};
    TRY(steekproef_read(r->db, r->arena, id, r->today, v.s));
    TRY(items_read(r->db, r->arena, id, &v.n_rows, &v.rows));
    add_up(&v);
    v.naar_waarde = strcmp(v.s->weging, "waarde") == 0;
    v.alles = v.s->items == v.s->omvang;
    int share = percent_bp(v.akkoord, v.waarde);
    if (v.n_open < (int64_t)v.n_rows && share >= 0)
        v.aandeel = arena_printf(r->arena, "%d %% van de waarde", share / 100);
    layout_back(v.page, url_steekproeven(), "Steekproef");
    struct html o = page_begin(r);
    steekproef_one(&o, &v);
    return OK;
}

enum result steekproef_populatie_page(struct request *r)
{
    steekproef_id id = request_id(r, "steekproef", steekproef_id);
    const char *text;
    TRY(steekproef_populatie_read(r->db, r->arena, id, &text));
    TRY(reply_text(r, "text/csv; charset=utf-8", text, strlen(text)));
    r->reply.filename = arena_printf(r->arena, "steekproef-%lld-lijst.csv", (long long)id.id);
    return OK;
}

/* ---- its end ---- */

static enum result end_show(struct request *r, const char *title, const struct field *form, const char *what,
                            const char *button, bool danger)
{
    steekproef_id id = request_id(r, "steekproef", steekproef_id);
    url back = url_steekproef(id);
    struct steekproef_act_view v = {.page = layout_page(r, title),
                                    .form = form_view_new(r->arena, form, &r->typed, NULL, &r->problems, 0),
                                    .what = what,
                                    .button = button,
                                    .cancel = {back.path},
                                    .danger = danger};
    layout_form(v.page, v.form);
    layout_back(v.page, back, arena_printf(r->arena, "Steekproef %lld", (long long)id.id));
    struct html o = page_begin(r);
    steekproef_act(&o, &v);
    return OK;
}

static enum result ended(struct request *r, bool vervallen, const char *wat, const char *said)
{
    const struct conclusie_input *in = r->input;
    steekproef_id id = request_id(r, "steekproef", steekproef_id);
    TRY(steekproef_refused(r, steekproef_close(r->job, id, vervallen, in->conclusie)));
    job_audit(r->job,
              (struct audit_line){
                  .wat = wat, .soort = "steekproef", .rij = id.id, .regio = r->viewer->regio, .na = in->conclusie});
    return reply_redirect_said(r, url_steekproef(id), "%s", said);
}

enum result steekproef_sluiten_page(struct request *r)
{
    return end_show(
        r, "Steekproef sluiten", steekproef_sluiten_form,
        "Na het sluiten verandert er niets meer aan deze steekproef. Dat kan als elk item een uitkomst heeft, en elk item dat niet akkoord is een vervolg.",
        "Steekproef sluiten", false);
}

enum result steekproef_sluiten_post(struct request *r)
{
    return ended(r, false, "steekproef.sluiten", "De steekproef is gesloten.");
}

enum result steekproef_intrekken_page(struct request *r)
{
    return end_show(
        r, "Steekproef intrekken", steekproef_intrekken_form,
        "De opdrachtnemers hoeven dan niets meer te tonen. De steekproef blijft met zaad, lijst en items in het overzicht staan, zodat te zien is dat zij is getrokken. Dit is niet terug te draaien.",
        "Ja, trek in", true);
}

enum result steekproef_intrekken_post(struct request *r)
{
    return ended(r, true, "steekproef.intrekken", "De steekproef is ingetrokken.");
}
