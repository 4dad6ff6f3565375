/* app/betrokkene/inzien_pages.c: "Uw gegevens bekijken": public, for a person with a kandidatenbrief. There is no
 * session: the record is the answer to the POST of code and birth date, and that page can send one request. Nothing of
 * it stands in an address or a cookie, and no browser may keep it (no-store). */
#include <string.h>

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/brief_rules.h"
#include "app/betrokkene/inzien_gate.h"
#include "app/urls.h"
#include "templates.h"

/* One sentence for every cause. */
static const char wrong[] =
    "Deze code en geboortedatum openen niets. Misschien klopt de code of de datum niet, is de code al gebruikt, of is zij verlopen. Na vijf keer een verkeerde datum werkt de code niet meer. "
    "Vraag dan een nieuwe brief, of bel het coördinatiepunt.";
static const char over[] =
    "De tijd is voorbij of de code is al gebruikt. Vul de code en uw geboortedatum opnieuw in, of vraag een nieuwe brief.";

static enum result form_show(struct request *r, void (*show)(struct html *, const struct inzien_view *),
                             struct inzien_view *v)
{
    v->page->narrow = !v->page->logged_in;
    layout_form(v->page, v->form);
    struct html o = page_begin(r);
    show(&o, v);
    return OK;
}

enum result inzien_page(struct request *r)
{
    struct inzien_view v = {.page = layout_page(r, "Uw gegevens bekijken"),
                            .form = form_view_new(r->arena, inzien_form, &r->typed, NULL, &r->problems, 0)};
    return form_show(r, inzien_vragen, &v);
}

/* Shows the form again and keeps what was counted. */
static enum result wrong_but_kept(struct request *r, const char *sentence)
{
    problem_add(&r->problems, "", "%s", sentence);
    TRY(inzien_page(r));
    r->reply.status = 422;
    return OK;
}

enum result inzien_post(struct request *r)
{
    const struct inzien_input *in = r->input;
    char code[BRIEF_CODE_SIZE], tot[6];
    struct inzien i;
    enum brief_getypt typed = brief_code_typed(in->code, code);
    if (typed != BRIEF_GOED) {
        problem_add(&r->problems, "code",
                    typed == BRIEF_TYPFOUT
                        ? "Er zit een typefout in de code. Vergelijk elke letter en elk cijfer met de brief"
                        : "Een code heeft zestien letters en cijfers, bijvoorbeeld 4F7K-9QXM-2HTB-C0DY");
        return INVALID;
    }
    enum result found = inzien_openen(r, code, in->geboren, &i);
    if (found == BUSY) {
        job_unlogged(r->job, "te veel pogingen");
        return wrong_but_kept(
            r,
            "Er wordt nu te vaak een verkeerde code geprobeerd. Probeer het over een uur opnieuw, of bel het coördinatiepunt. Met uw code is niets gebeurd.");
    }
    if (found == NOT_FOUND)
        return wrong_but_kept(r, wrong);
    TRY(found);
    struct inzien_view v = {.page = layout_page(r, "Uw gegevens"),
                            .form = form_view_new(r->arena, inzien_verzoek_form, NULL, NULL, NULL, 0)};
    TRY(inzien_read(r, &i, &v));
    tijdstip_to_hm(i.tot, tot);
    v.tot = arena_strdup(r->arena, tot);
    v.vervolg = arena_strdup(r->arena, i.vervolg);
    form_field(v.form, "vervolg")->value = v.vervolg;
    struct html o = page_begin(r);
    inzien_record(&o, &v);
    return OK;
}

/* The request alone, with what is wrong with it: the record is not shown again. */
enum result inzien_verzoek_page(struct request *r)
{
    struct inzien_view v = {.page = layout_page(r, "Uw verzoek"),
                            .form = form_view_new(r->arena, inzien_verzoek_form, &r->typed, NULL, &r->problems, 0)};
    return form_show(r, inzien_verzoek_vragen, &v);
}

static enum result is_over(struct request *r)
{
    r->typed.n = 0;
    job_unlogged(r->job, "voorbij");
    return wrong_but_kept(r, over);
}

enum result inzien_verzoek_post(struct request *r)
{
    const struct inzien_verzoek_input *in = r->input;
    struct inzien i;
    enum result found = inzien_vervolg(r, in->vervolg, &i);
    if (found == NOT_FOUND)
        return is_over(r);
    TRY(found);
    struct inzien_view v = {.page = layout_page(r, "Uw verzoek is ontvangen")};
    TRY(inzien_verzoek(r, &i, in, &v));
    v.page->narrow = !v.page->logged_in;
    struct html o = page_begin(r);
    inzien_ontvangen(&o, &v);
    return OK;
}

enum result inzien_klaar_post(struct request *r)
{
    const struct inzien_verzoek_input *in = r->input;
    struct inzien i;
    enum result found = inzien_vervolg(r, in->vervolg, &i);
    if (found == OK)
        TRY(inzien_einde(r, &i));
    else if (found == NOT_FOUND)
        job_unlogged(r->job, "voorbij");
    else
        return found;
    return reply_redirect_said(r, url_inzien(), "De code werkt niet meer. Sluit nu het venster.");
}
