/* app/inhoud/onderhoud_pages.c: Beheer › Onderhoudsmelding: one line for everybody of the regio, from a moment up to
 * another. The line of whoever runs the server stands in the config. */
#include "app/inhoud/inhoud_store.h"
#include "app/urls.h"
#include "templates.h"

static enum result line_read(struct request *r, struct onderhoud_row **out)
{
    *out = ARENA_NEW(r->arena, struct onderhoud_row);
    enum result found = onderhoud_read(r->db, r->arena, *out);
    if (found != NOT_FOUND)
        return found;
    *out = NULL;
    return OK;
}

static const char *hm(struct arena *a, tijdstip t)
{
    char out[6];
    tijdstip_to_hm(t, out);
    return arena_strdup(a, out);
}

static enum result show(struct request *r, const char *title,
                        void (*page)(struct html *, const struct onderhoud_view *))
{
    struct onderhoud_view v = {.page = layout_page(r, title)};
    struct onderhoud_input start = {.van = DATUM_GEEN, .tot = DATUM_GEEN, .versie = 1};
    TRY(line_read(r, &v.nu));
    if (v.nu) {
        v.stand = r->now.sec < v.nu->van.sec   ? "De melding is nog niet te zien."
                  : r->now.sec < v.nu->tot.sec ? "De melding is nu te zien."
                                               : "De melding is niet meer te zien.";
        start = (struct onderhoud_input){.tekst = v.nu->tekst,
                                         .van = tijdstip_to_datum(v.nu->van),
                                         .tot = tijdstip_to_datum(v.nu->tot),
                                         .van_tijd = hm(r->arena, v.nu->van),
                                         .tot_tijd = hm(r->arena, v.nu->tot),
                                         .versie = v.nu->versie + 1};
    }
    v.versie = start.versie;
    v.form = form_view_new(r->arena, onderhoud_form, &r->typed, &start, &r->problems, 0);
    form_field(v.form, "versie")->value = arena_printf(r->arena, "%lld", (long long)start.versie);
    layout_form(v.page, v.form);
    struct html o = page_begin(r);
    page(&o, &v);
    return OK;
}

enum result onderhoud_page(struct request *r)
{
    return show(r, "Onderhoudsmelding", inhoud_onderhoud);
}

/* A day and a time of day in Amsterdam; a problem at the field of the time when it is none. */
static tijdstip moment_of(struct request *r, datum d, const char *typed, const char *field)
{
    int hour, minute;
    if (!typed || datum_is_none(d))
        return TIJDSTIP_GEEN;
    if (tijd_lees(typed, &hour, &minute))
        return tijdstip_at(d, hour, minute);
    problem_add(&r->problems, field, "“%s” is geen tijd. Vul de tijd in als 9:00", typed);
    return TIJDSTIP_GEEN;
}

static enum result conflict_said(struct request *r, enum result ended)
{
    if (ended != CONFLICT && ended != NOT_FOUND)
        return ended;
    problem_add(
        &r->problems, "",
        "Iemand anders heeft de melding intussen gewijzigd; zo staat zij nu hierboven. Er is niets veranderd. Controleer het en probeer het opnieuw.");
    return INVALID;
}

enum result onderhoud_post(struct request *r)
{
    const struct onderhoud_input *in = r->input;
    tijdstip van = moment_of(r, in->van, in->van_tijd, "van_tijd"),
             tot = moment_of(r, in->tot, in->tot_tijd, "tot_tijd");
    if (r->problems.n == 0 && tot.sec <= van.sec)
        problem_add(&r->problems, "tot", "De melding houdt op voor zij begint. Vul een later moment in");
    else if (r->problems.n == 0 && tot.sec <= r->now.sec)
        problem_add(&r->problems, "tot", "Dat moment is al voorbij. Vul een later moment in");
    if (r->problems.n > 0)
        return INVALID;
    int64_t id;
    TRY(conflict_said(r, onderhoud_keep(r->job, in->tekst, van, tot, in->versie - 1, &id)));
    char from[17], until[17];
    tijdstip_to_text(van, from, sizeof(from));
    tijdstip_to_text(tot, until, sizeof(until));
    job_audit(r->job, (struct audit_line){.wat = "onderhoud.wijzigen",
                                          .soort = "onderhoud",
                                          .rij = id,
                                          .regio = r->viewer->regio,
                                          .na = arena_printf(r->arena, "van %s tot %s", from, until)});
    return reply_redirect_said(r, url_onderhoud(),
                               "De melding is opgeslagen. Zij staat boven aan elke pagina van %s tot %s.", from, until);
}

enum result onderhoud_weg_page(struct request *r)
{
    return show(r, "Melding weghalen", inhoud_onderhoud_weg);
}

enum result onderhoud_weg_post(struct request *r)
{
    const struct inhoud_staat_input *in = r->input;
    struct onderhoud_row *now;
    TRY(line_read(r, &now));
    TRY(conflict_said(r, now ? onderhoud_delete(r->job, now->id, in->versie - 1) : NOT_FOUND));
    job_audit(r->job,
              (struct audit_line){
                  .wat = "onderhoud.weghalen", .soort = "onderhoud", .rij = now->id, .regio = r->viewer->regio});
    return reply_redirect_said(r, url_onderhoud(), "De melding is weggehaald.");
}
