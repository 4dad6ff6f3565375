/* app/akkoord/akkoord_pages.c: the statement of a completed project, and the page on which anybody with a code sees
 * whether it is genuine. */
#include "app/akkoord/akkoord.h"
#include "app/akkoord/akkoord_store.h"
#include "app/akkoord/akkoord_view.h"
#include "app/project/project.h"
#include "app/urls.h"
#include "app/waardering/waardering_rules.h"
#include "core/code.h"
#include "out/svg.h"
#include "templates.h"

static void show(struct request *r, const char *code, const struct akkoord_cijfers *c, struct akkoord_view *v)
{
    int percent = percent_bp(c->actueel, c->netto);
    v->cijfers = *c;
    v->code = code_shown(r->arena, code);
    v->vrijgesteld = c->netto.cent == 0 && c->korting.cent > 0;
    v->evaluatie = c->oordeel && *c->oordeel;
    v->percent = percent >= 0 ? arena_printf(r->arena, "%d %%", percent / 100) : NULL;
    if (!geld_is_none(c->netto))
        v->oordeel = c->actueel.cent >= c->netto.cent ? "Aan de SR verplichting is voldaan."
                                                      : "Aan de SR verplichting is niet helemaal voldaan.";
    v->controle = arena_printf(r->arena, "%s%s", r->site->config->base_url, url_akkoord_check().path);
}

enum result akkoord_page(struct request *r)
{
    struct project_head *h;
    struct akkoord_row row;
    struct akkoord_cijfers c;
    TRY(project_head_of(r, &h));
    struct akkoord_view v = {.page = project_layout(r, h, "Akkoordverklaring")};
    v.page->heading = "Akkoordverklaring Social Return";
    layout_back(v.page, url_project(h->id), h->naam);
    enum result found = akkoord_read(r->db, r->arena, h->id, &row);
    if (found == OK) {
        if (!akkoord_parse(r->arena, row.cijfers, &c))
            return FAILED;
        show(r, row.code, &c, &v);
        v.qr = svg_qr(r->arena, arena_printf(r->arena, "%s?code=%s", v.controle, row.code),
                      "QR-code naar de controle van deze verklaring");
    } else if (found != NOT_FOUND) {
        return found;
    }
    struct html o = page_begin(r);
    akkoord_statement(&o, &v);
    return OK;
}

enum result akkoord_check_page(struct request *r)
{
    char code[AKKOORD_CODE_SIZE];
    struct akkoord_check_view v = {.page = layout_page(r, "Akkoordverklaring controleren"),
                                   .typed = request_query(r, "code")};
    v.page->narrow = !v.page->logged_in;
    if (*v.typed) {
        struct akkoord_checked found = {.vervallen = DATUM_GEEN};
        enum result ended =
            code_typed(v.typed, AKKOORD_CODE_LETTERS, code) ? akkoord_check(r, code, &found) : NOT_FOUND;
        if (ended != OK && ended != NOT_FOUND)
            return ended;
        v.found = ended == NOT_FOUND               ? AKKOORD_UNKNOWN
                  : datum_is_none(found.vervallen) ? AKKOORD_GENUINE
                                                   : AKKOORD_ENDED;
        v.vervallen = found.vervallen;
        if (ended == OK) {
            v.of = ARENA_NEW(r->arena, struct akkoord_view);
            show(r, code, &found.cijfers, v.of);
        }
    }
    struct html o = page_begin(r);
    akkoord_check_show(&o, &v);
    return OK;
}
