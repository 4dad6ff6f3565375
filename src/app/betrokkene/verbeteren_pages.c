/* app/betrokkene/verbeteren_pages.c: the coordinatiepunt corrects who somebody is, in a request that asks for it; where
 * the same person stands at other contractors, there too. What follows from another birth date is shown before it
 * happens: it is done, looked at, and undone unless the coordinator has said yes. */
#include <string.h>

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/betrokkene_store.h"
#include "app/betrokkene/verbeteren_gate.h"
#include "app/betrokkene/verzoek_acts.h"
#include "app/urls.h"
#include "templates.h"

enum { GEVOLGEN_MOST = 200 };

/* The persons of a request that may be corrected together. */
struct together {
    struct project_head vraagt;
    struct persoon_row hoofd;
    struct wie_view wie;
    int64_t versie;
    size_t n;
    struct verbeter_row *rows;
};

static bool same_text(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

/* The same person at other contractors, as chosen so far. What was typed keeps the versie it was typed upon. */
static enum result others_read(struct request *r, struct together *t)
{
    size_t n;
    struct persoon_row *all;
    TRY(verzoek_personen(r->db, r->arena, t->hoofd.verzoek, &n, &all));
    t->rows = ARENA_ARRAY(r->arena, struct verbeter_row, VERBETER_MOST);
    for (size_t i = 0; i < n && t->n < VERBETER_MOST; i++) {
        struct wie_view w;
        struct verbeter_row row = {.nr = (int)t->n, .id = all[i].id, .opdrachtnemer = all[i].opdrachtnemer};
        if (all[i].id.id == t->hoofd.id.id || !all[i].mag_verbeteren)
            continue;
        enum result there = kandidaat_open(r->db, r->seal, r->arena, row.id, &w);
        if (there == NOT_FOUND)
            continue;
        TRY(there);
        TRY(kandidaat_versie(r->db, r->arena, row.id, &row.versie));
        const char *typed = typed_value(&r->typed, arena_printf(r->arena, "ook_versie.%d", row.nr));
        if (typed)
            (void)int_parse(typed, &row.versie);
        row.gelijk = w.geboren.dag == t->wie.geboren.dag &&
                     (same_text(w.naam, t->wie.naam) || same_text(w.initialen, t->wie.initialen));
        row.gekozen = typed ? typed_value(&r->typed, arena_printf(r->arena, "ook.%d", row.nr)) != NULL : row.gelijk;
        t->rows[t->n++] = row;
    }
    return OK;
}

static enum result together_read(struct request *r, struct together *t)
{
    TRY(verzoek_persoon_read(r->db, r->arena, request_id(r, "verzoek", verzoek_id),
                             request_id(r, "kandidaat", kandidaat_id), &t->hoofd));
    if (!t->hoofd.mag_verbeteren)
        return FORBIDDEN;
    TRY(regio_vraagt_read(r->db, r->arena, &t->vraagt));
    TRY(kandidaat_versie(r->db, r->arena, t->hoofd.id, &t->versie));
    TRY(kandidaat_open(r->db, r->seal, r->arena, t->hoofd.id, &t->wie));
    return others_read(r, t);
}

static enum result verbeter_show(struct request *r, struct together *t, size_t n_gevolgen, struct gevolg_row *gevolgen)
{
    char nummer[24];
    struct kandidaat_verbeter_input in = {.wie = {.naam = t->wie.naam,
                                                  .initialen = t->wie.initialen,
                                                  .adres = t->wie.adres,
                                                  .postcode = t->wie.postcode,
                                                  .plaats = t->wie.plaats,
                                                  .geboortedatum = t->wie.geboren,
                                                  .versie = t->versie}};
    kandidaat_to_text(t->hoofd.id, nummer, sizeof(nummer));
    struct verbeter_view v = {.page = layout_page(r, arena_printf(r->arena, "Gegevens van %s verbeteren", nummer)),
                              .verzoek = t->hoofd.verzoek,
                              .id = t->hoofd.id,
                              .elders = t->hoofd.elders,
                              .form = form_view_new(r->arena, kandidaat_verbeter_form, &r->typed, &in, &r->problems, 0),
                              .n_rows = t->n,
                              .rows = t->rows,
                              .n_gevolgen = n_gevolgen,
                              .gevolgen = gevolgen};
    kandidaat_identity_fields(v.form, &t->vraagt);
    v.form->n_tables = 0; /* the other contractors have a list of their own */
    v.zeker = ARENA_NEW(r->arena, struct field_view);
    *v.zeker = *form_field(v.form, "zeker");
    form_field(v.form, "zeker")->is_button = true; /* below what it is about */
    layout_form(v.page, v.form);
    layout_back(v.page, url_verzoek(t->hoofd.verzoek), "Verzoek");
    struct html o = page_begin(r);
    verzoek_verbeter(&o, &v);
    return OK;
}

/* "Reading a person's identity by AM or CP is logged too": hence a button and not a page. */
enum result verzoek_gegevens_post(struct request *r)
{
    struct together t = {.n = 0};
    TRY(together_read(r, &t));
    TRY(daad(r, t.hoofd.verzoek, t.hoofd.id, "inzage", "om te verbeteren"));
    r->typed.n = 0; /* only the button */
    return verbeter_show(r, &t, 0, NULL);
}

enum result verzoek_verbeter_page(struct request *r)
{
    struct together t = {.n = 0};
    TRY(together_read(r, &t));
    return verbeter_show(r, &t, 0, NULL);
}

struct going {
    struct request *r;
    const struct together *t;
    size_t n;
    struct gevolg_row *rows;
    bool changed;
};

static enum result gevolg_add(struct going *g, kandidaat_id who, const struct kandidaat_gevolg *k)
{
    struct gevolg_row row = {.id = who,
                             .doelgroep = k->doelgroep,
                             .twijfel = "",
                             .was = k->was,
                             .is = k->is,
                             .waarde_was = k->waarde_was,
                             .waarde_is = k->waarde_is,
                             .vast = k->vast};
    enum result found = project_naam_read(g->r->db, g->r->arena, k->project, &row.project);
    if (found != OK && found != NOT_FOUND)
        return found;
    row.elders = found == NOT_FOUND;
    if (!row.elders && !row.vast)
        TRY(kandidaat_twijfel(g->r, k->inzet, &row.twijfel));
    if (g->n < GEVOLGEN_MOST)
        g->rows[g->n++] = row;
    return OK;
}

static enum result one_correct(struct going *g, kandidaat_id who, int64_t versie)
{
    const struct kandidaat_verbeter_input *in = g->r->input;
    struct kandidaat_input wie = in->wie;
    struct kandidaat_gecorrigeerd done;
    struct wie_view was;
    char nummer[24];
    TRY(kandidaat_open(g->r->db, g->r->seal, g->r->arena, who, &was));
    wie.geinformeerd_op = was.geinformeerd;
    wie.versie = versie;
    TRY(kandidaat_corrigeren(g->r, who, &g->t->vraagt, &wie, &done));
    if (!*done.velden)
        return OK;
    g->changed = true;
    for (size_t i = 0; i < done.n; i++)
        TRY(gevolg_add(g, who, &done.gevolgen[i]));
    kandidaat_to_text(who, nummer, sizeof(nummer));
    TRY(verzoek_daad_insert(g->r->job, g->t->hoofd.verzoek, who, "verbeteren",
                            arena_printf(g->r->arena, "%s. %s", done.velden, in->reden)));
    job_audit(g->r->job, (struct audit_line){.wat = "verzoek.verbeteren",
                                             .soort = "verzoek",
                                             .rij = g->t->hoofd.verzoek.id,
                                             .regio = g->r->viewer->regio,
                                             .na = arena_printf(g->r->arena, "%s: %s", nummer, done.velden)});
    return verbeterd_mail(g->r, who, nummer);
}

static enum result all_correct(struct going *g)
{
    const struct kandidaat_verbeter_input *in = g->r->input;
    TRY(one_correct(g, g->t->hoofd.id, in->wie.versie));
    for (int i = 0; i < VERBETER_MOST; i++) {
        struct persoon_row p;
        if (!in->ook[i] || in->ook_id[i].id <= 0 || in->ook_id[i].id == g->t->hoofd.id.id)
            continue;
        TRY(verzoek_persoon_read(g->r->db, g->r->arena, g->t->hoofd.verzoek, in->ook_id[i], &p));
        TRY(p.mag_verbeteren ? one_correct(g, p.id, in->ook_versie[i]) : FORBIDDEN);
    }
    return OK;
}

enum result verzoek_verbeter_post(struct request *r)
{
    struct kandidaat_verbeter_input *in = r->input;
    struct together t = {.n = 0};
    TRY(together_read(r, &t));
    in->wie.geinformeerd_op = t.wie.geinformeerd;
    kandidaat_person_judge(r, &t.vraagt, &in->wie);
    if (r->problems.n > 0)
        return INVALID;
    struct going g = {.r = r, .t = &t, .rows = ARENA_ARRAY(r->arena, struct gevolg_row, GEVOLGEN_MOST)};
    TRY(all_correct(&g));
    if (!g.changed) {
        problem_add(&r->problems, "", "Er is niets veranderd. Pas hieronder aan wat niet klopt");
        return INVALID;
    }
    if (g.n > 0 && !in->zeker) {
        problem_add(
            &r->problems, "zeker",
            "De geboortedatum verandert de leeftijd bij de start van een overeenkomst. Lees onder aan de pagina wat daaruit volgt, en zet een vinkje als het zo mag");
        TRY(verbeter_show(r, &t, g.n, g.rows));
        return form_again(r);
    }
    return reply_redirect_said(r, url_verzoek(t.hoofd.verzoek),
                               "De gegevens zijn verbeterd. De opdrachtnemer krijgt daarvan bericht.");
}
