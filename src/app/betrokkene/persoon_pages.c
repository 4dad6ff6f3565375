/* app/betrokkene/persoon_pages.c: what is done with one person of a request: all that is held, as a document and as
 * JSON; blocking; erasing. */
#include <string.h>

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/betrokkene_store.h"
#include "app/betrokkene/uitvoer.h"
#include "app/betrokkene/verzoek_acts.h"
#include "app/betrokkene/wissen_gate.h"
#include "app/urls.h"
#include "data/seal.h"
#include "templates.h"

static enum result persoon_of(struct request *r, struct persoon_row *out)
{
    return verzoek_persoon_read(r->db, r->arena, request_id(r, "verzoek", verzoek_id),
                                request_id(r, "kandidaat", kandidaat_id), out);
}

static enum result held_read(struct request *r, struct vastgelegd *v)
{
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    TRY(vastgelegd_read(r->db, r->arena, p.id, v));
    return kandidaat_open(r->db, r->seal, r->arena, p.id, &v->wie);
}

enum result verzoek_inzage_post(struct request *r)
{
    struct vastgelegd v;
    char nummer[24];
    TRY(held_read(r, &v));
    kandidaat_to_text(v.id, nummer, sizeof(nummer));
    verzoek_id id = request_id(r, "verzoek", verzoek_id);
    struct inzage_view view = {.page = layout_page(r, arena_printf(r->arena, "Wat is vastgelegd van %s", nummer)),
                               .v = &v,
                               .verzoek = id,
                               .op = r->now};
    layout_back(view.page, url_verzoek(id), "Verzoek");
    TRY(daad(r, id, v.id, "inzage", ""));
    struct html o = page_begin(r);
    verzoek_inzage(&o, &view);
    return OK;
}

enum result verzoek_json_post(struct request *r)
{
    struct vastgelegd v;
    char nummer[24];
    size_t n;
    TRY(held_read(r, &v));
    kandidaat_to_text(v.id, nummer, sizeof(nummer));
    TRY(daad(r, request_id(r, "verzoek", verzoek_id), v.id, "json", ""));
    const char *json = vastgelegd_json(r->arena, &v, r->now, &n);
    if (!json)
        return TOO_LARGE;
    r->reply.filename = arena_printf(r->arena, "%s.json", nummer);
    return reply_text(r, "application/json", json, n);
}

/* ---- blocking ---- */

enum result verzoek_blokkeer_page(struct request *r)
{
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    return verzoek_act_page(
        r, "Gegevens afschermen", verzoek_blokkeer_form,
        "Alleen het coördinatiepunt ziet daarna nog wie het is. De opdrachtnemer en de accountmanager zien het nummer, en er kan geen nieuwe inzet voor deze persoon worden ingevoerd. De waarde telt mee.",
        "Afschermen", false);
}

enum result verzoek_blokkeer_post(struct request *r)
{
    const struct verzoek_reden_input *in = r->input;
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    TRY(verzoek_blokkeer(r->job, p.verzoek, p.id, true));
    TRY(daad(r, p.verzoek, p.id, "blokkeren", in->reden));
    return reply_redirect_said(r, url_verzoek(p.verzoek), "De gegevens zijn afgeschermd.");
}

enum result verzoek_deblokkeer_post(struct request *r)
{
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    TRY(verzoek_blokkeer(r->job, p.verzoek, p.id, false));
    TRY(daad(r, p.verzoek, p.id, "deblokkeren", ""));
    return reply_redirect_said(r, url_verzoek(p.verzoek), "De gegevens zijn niet meer afgeschermd.");
}

/* ---- erasing ---- */

enum result verzoek_wissen_page(struct request *r)
{
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    const char *loopt = p.loopt ? " Let op: deze persoon heeft inzet op een project dat nog loopt." : "";
    const char *elders =
        p.elders
            ? " Let op: deze persoon heeft ook inzet in een andere regio. Overleg eerst met het coördinatiepunt daar: wissen geldt voor beide."
            : "";
    return verzoek_act_page(
        r, "Gegevens wissen", verzoek_wissen_form,
        arena_printf(
            r->arena,
            "Dit kan niet ongedaan worden gemaakt, ook niet met een reservekopie. Wat blijft is het nummer, de doelgroep, de leeftijdsklasse, de overeenkomst en de waarde: de cijfers veranderen "
            "niet.%s%s",
            loopt, elders),
        "Wissen", true);
}

static enum result erase_part(struct request *r, kandidaat_id who)
{
    struct wie_view w;
    TRY(kandidaat_open(r->db, r->seal, r->arena, who, &w));
    return adres_wissen(r->job, r->seal, r->arena, who, w.naam, w.initialen, w.geboren);
}

enum result verzoek_wissen_post(struct request *r)
{
    const struct verzoek_wissen_input *in = r->input;
    struct persoon_row p;
    TRY(persoon_of(r, &p));
    if (!in->zeker)
        problem_add(&r->problems, "zeker", "Zet een vinkje als u het zeker weet");
    if (r->problems.n > 0)
        return INVALID;
    bool all = strcmp(in->wat, "alles") == 0;
    TRY(all ? kandidaat_wissen(r->job, p.id) : erase_part(r, p.id));
    TRY(daad(r, p.verzoek, p.id, all ? "wissen" : "wissen_adres", in->reden));
    return reply_redirect_said(r, url_verzoek(p.verzoek), "%s",
                               all ? "De persoonsgegevens zijn gewist. Wat overblijft is een nummer."
                                   : "Adres, postcode en woonplaats zijn gewist.");
}
