/* app/regio/regio_pages.c: Beheer › Regio-instellingen. What decides whether inzet counts is asked once more, with how
 * many projects it is about. */
#include <string.h>

#include "app/regio/regio_store.h"
#include "app/urls.h"
#include "core/text.h"
#include "templates.h"

/* The reminder as the form shows it. */
static void reminder_open(struct arena *a, struct regio_input *in)
{
    struct herinnering h;
    if (!herinnering_lees(in->herinnering, &h))
        h = (struct herinnering){.soort = HERINNERING_MAANDEN, .maanden = 3};
    static const char *const soorten[] = {"maanden", "procent", "jaarlijks"};
    in->herinnering = soorten[h.soort];
    if (h.soort == HERINNERING_MAANDEN)
        in->herinnering_mnd = h.maanden;
    if (h.soort == HERINNERING_PROCENT)
        in->herinnering_procent = herinnering_words(a, &h) + strlen("procent ");
    if (h.soort == HERINNERING_JAARLIJKS)
        in->herinnering_dag = arena_printf(a, "%d-%d", h.dag, h.maand);
}

/* The stored words of what was typed; NULL with a problem at the field. */
static const char *reminder_typed(struct request *r, const struct regio_input *in)
{
    struct herinnering h = {.soort = HERINNERING_MAANDEN, .maanden = (int)in->herinnering_mnd};
    if (strcmp(in->herinnering, "maanden") == 0) {
        if (in->herinnering_mnd < 1)
            problem_add(&r->problems, "herinnering_mnd", "Vul het aantal maanden in, bijvoorbeeld 3");
    } else if (strcmp(in->herinnering, "procent") == 0) {
        if (!in->herinnering_procent || !herinnering_procenten(in->herinnering_procent, &h))
            problem_add(&r->problems, "herinnering_procent",
                        "Vul hooguit tien hele percentages van 1 tot en met 99 in, bijvoorbeeld 25, 50, 75");
    } else if (!in->herinnering_dag || !herinnering_dag_lees(in->herinnering_dag, &h)) {
        problem_add(&r->problems, "herinnering_dag", "Vul een dag en een maand in, bijvoorbeeld 1-12");
    }
    return r->problems.n == 0 ? herinnering_words(r->arena, &h) : NULL;
}

static bool refreshes(const struct regio_input *was, const struct regio_input *is)
{
    return strcmp(was->telt, is->telt) != 0 || was->pso_hele_looptijd != is->pso_hele_looptijd;
}

enum result regio_page(struct request *r)
{
    struct regio_input in;
    TRY(regio_read(r->db, r->arena, r->viewer->regio, &in));
    reminder_open(r->arena, &in);
    struct regio_view v = {.page = layout_page(r, "Regio-instellingen"),
                           .form = form_view_new(r->arena, regio_form, &r->typed, &in, &r->problems, 0)};
    form_field(v.form, "bevestigd")->is_button =
        form_field(v.form, "bevestigd")->error == NULL && !typed_value(&r->typed, "bevestigd");
    layout_form(v.page, v.form);
    TRY(regio_changes(r->db, r->arena, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    regio_settings(&o, &v);
    return OK;
}

/* ---- what changed, in words ---- */

struct changes {
    struct arena *a;
    const char *voor, *na;
};

static void changed(struct changes *c, const char *what, const char *was, const char *is)
{
    was = was ? was : "";
    is = is ? is : "";
    if (strcmp(was, is) == 0)
        return;
    c->voor = arena_printf(c->a, "%s%s%s: %s", c->voor, *c->voor ? "; " : "", what, *was ? was : "leeg");
    c->na = arena_printf(c->a, "%s%s%s: %s", c->na, *c->na ? "; " : "", what, *is ? is : "leeg");
}

static void changed_money(struct changes *c, const char *what, geld was, geld is)
{
    char a[48], b[48];
    geld_to_text(was, a, sizeof(a));
    geld_to_text(is, b, sizeof(b));
    changed(c, what, arena_strdup(c->a, a), arena_strdup(c->a, b));
}

static void changed_percent(struct changes *c, const char *what, basispunt was, basispunt is)
{
    char a[24], b[24];
    bp_to_text(was, a, sizeof(a));
    bp_to_text(is, b, sizeof(b));
    changed(c, what, arena_strdup(c->a, a), arena_strdup(c->a, b));
}

static void changed_years(struct changes *c, const char *what, int64_t was, int64_t is)
{
    changed(c, what, arena_printf(c->a, "%lld jaar", (long long)was), arena_printf(c->a, "%lld jaar", (long long)is));
}

static void changed_reminder(struct changes *c, const char *was, const char *is)
{
    struct herinnering h;
    const char *before = herinnering_lees(was, &h) ? herinnering_uitleg(c->a, &h) : was;
    const char *after = herinnering_lees(is, &h) ? herinnering_uitleg(c->a, &h) : is;
    changed(c, "herinnering", before, after);
}

static const char *yes(bool b)
{
    return b ? "ja" : "nee";
}

/* The words of the form for a code word. */
static const char *chosen(const char *field, const char *value)
{
    for (const struct field *f = regio_form; f->name; f++)
        for (const struct choice *c = strcmp(f->name, field) == 0 ? f->choices : NULL; c && c->value; c++)
            if (strcmp(c->value, value) == 0)
                return c->label;
    return value;
}

static void changes_find(struct changes *c, const struct regio_input *was, const struct regio_input *is)
{
    changed(c, "coördinatiepunt", was->cp_naam, is->cp_naam);
    changed(c, "e-mailadres", was->cp_email, is->cp_email);
    changed(c, "telefoon", was->cp_telefoon, is->cp_telefoon);
    changed(c, "bereikbaar", was->cp_tijden, is->cp_tijden);
    changed(c, "website", was->cp_website, is->cp_website);
    changed(c, "telt", chosen("telt", was->telt), chosen("telt", is->telt));
    changed(c, "PSO hele looptijd", yes(was->pso_hele_looptijd), yes(is->pso_hele_looptijd));
    changed_money(c, "drempelbedrag", was->drempel, is->drempel);
    changed_percent(c, "standaardpercentage", was->standaard, is->standaard);
    changed_reminder(c, was->herinnering, is->herinnering);
    changed(c, "van een kandidaat", chosen("identiteit", was->identiteit), chosen("identiteit", is->identiteit));
    changed(c, "toestemming", yes(was->toestemming), yes(is->toestemming));
    changed(c, "grondslag", was->grondslag, is->grondslag);
    changed(c, "uitleg over privacy", was->privacytekst, is->privacytekst);
    changed(c, "verwerkingsverantwoordelijke", was->verantwoordelijke, is->verantwoordelijke);
    changed(c, "functionaris voor gegevensbescherming", was->fg, is->fg);
    changed(c, "signaal in het leeslog", arena_printf(c->a, "meer dan %lld personen", (long long)was->lees_grens),
            arena_printf(c->a, "meer dan %lld personen", (long long)is->lees_grens));
    changed_years(c, "bewaartermijn", was->bewaar_jaren, is->bewaar_jaren);
}

static enum result confirmed(struct request *r, const struct regio_input *in)
{
    int64_t n;
    if (in->bevestigd)
        return OK;
    TRY(regio_active(r->db, r->arena, &n));
    problem_add(&r->problems, "bevestigd",
                "Hierdoor kunnen de bedragen van %lld %s veranderen. Vink aan dat u dat wilt en sla opnieuw op",
                (long long)n, n == 1 ? "lopend project" : "lopende projecten");
    return INVALID;
}

enum result regio_post(struct request *r)
{
    const struct regio_input *typed = r->input;
    struct regio_input was, is = *typed;
    regio_id id = r->viewer->regio;
    is.herinnering = reminder_typed(r, typed);
    if (typed->cp_website && strncmp(typed->cp_website, "https://", 8) != 0)
        problem_add(&r->problems, "cp_website", "Vul het hele adres in. Het begint met https://");
    if (r->problems.n > 0)
        return INVALID;
    TRY(regio_read(r->db, r->arena, id, &was));
    if (was.versie != is.versie) {
        problem_add(
            &r->problems, "",
            "Iemand anders heeft deze instellingen intussen gewijzigd; wat en door wie staat onder aan de pagina. Herlaad de pagina en voer uw wijziging opnieuw in.");
        return INVALID;
    }
    struct changes c = {r->arena, "", ""};
    changes_find(&c, &was, &is);
    if (!*c.na)
        return reply_redirect_said(r, url_regio(), "Er is niets gewijzigd.");
    if (refreshes(&was, &is))
        TRY(confirmed(r, typed));
    TRY(regio_write(r->job, id, &is));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "regio.wijzigen", .soort = "regio", .rij = id.id, .regio = id, .voor = c.voor, .na = c.na});
    if (refreshes(&was, &is))
        TRY(regio_sums_after(r, id, "regio-instelling gewijzigd"));
    return reply_redirect_said(r, url_regio(), "De instellingen zijn opgeslagen.");
}
