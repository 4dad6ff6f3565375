/* app/betrokkene/brief_pages.c: the kandidatenbrief: what is kept, why, how long, and the code by which the person
 * looks. The code is on the page that answers the POST and on paper; here stays its keyed hash. By the contractor and
 * the SR-intermediair from the page of a kandidaat or several at once; by the coordinatiepunt in a request. */
#include <string.h>

#include "app/betrokkene/betrokkene.h"
#include "app/betrokkene/betrokkene_store.h"
#include "app/betrokkene/brief_rules.h"
#include "app/betrokkene/brief_store.h"
#include "app/betrokkene/verzoek_acts.h"
#include "app/urls.h"
#include "core/code.h"
#include "core/rnd.h"
#include "data/seal.h"
#include "out/svg.h"
#include "templates.h"
#include "web/route.h"

void brief_kenmerk(struct seal *seal, const char *code, uint8_t out[32])
{
    seal_tag(seal, "brief", code, strlen(code), out);
}

static enum result letter_make(struct request *r, kandidaat_id who, struct brief_letter *out)
{
    uint8_t bits[12], tag[32];
    char code[BRIEF_CODE_SIZE], nummer[24];
    int64_t id;
    TRY(brief_read(r->db, r->arena, who, out));
    TRY(kandidaat_open(r->db, r->seal, r->arena, who, &out->wie));
    out->aanhef = out->wie.naam ? out->wie.naam : out->wie.initialen ? out->wie.initialen : "heer of mevrouw";
    rnd_bytes(bits, sizeof(bits));
    brief_code(bits, code);
    brief_kenmerk(r->seal, code, tag);
    out->code = code_shown(r->arena, code);
    out->tot = datum_plus_days(r->today, BRIEF_DAGEN - 1);
    TRY(brief_insert(r->job, who, out->regio_id, (struct blob){tag, sizeof(tag)},
                     (tijdstip){r->now.sec + (int64_t)BRIEF_DAGEN * 86400}, &id));
    kandidaat_to_text(who, nummer, sizeof(nummer));
    job_audit(r->job, (struct audit_line){.wat = "brief.maken",
                                          .soort = "kandidaat",
                                          .rij = who.id,
                                          .regio = out->regio_id,
                                          .na = arena_strdup(r->arena, nummer)});
    return OK;
}

static enum result letters_show(struct request *r, size_t n, struct brief_letter *letters, url terug, const char *waar)
{
    struct brieven_view v = {.page = layout_page(r, n == 1 ? "Kandidatenbrief" : "Kandidatenbrieven"),
                             .n = n,
                             .letters = letters,
                             .vandaag = r->today,
                             .adres = arena_printf(r->arena, "%s%s", r->site->config->base_url, url_inzien().path)};
    v.qr = svg_qr(r->arena, v.adres, "QR-code naar de pagina waar u uw gegevens kunt bekijken");
    layout_back(v.page, terug, waar);
    struct html o = page_begin(r);
    brieven_show(&o, &v);
    return OK;
}

/* ---- one, by the contractor ---- */

static enum result vraag_show(struct request *r, kandidaat_id who, url terug, const char *waar)
{
    char nummer[24];
    kandidaat_to_text(who, nummer, sizeof(nummer));
    struct brief_vraag_view v = {.page = layout_page(r, arena_printf(r->arena, "Kandidatenbrief voor %s", nummer)),
                                 .terug = terug,
                                 .nummer = arena_strdup(r->arena, nummer)};
    TRY(kandidaat_brief(r->db, r->arena, who, r->now, &v.stand));
    layout_back(v.page, terug, waar);
    struct html o = page_begin(r);
    brief_vraag(&o, &v);
    return OK;
}

enum result brief_page(struct request *r)
{
    kandidaat_id who;
    project_id project = request_id(r, "project", project_id);
    inzet_id inzet = request_id(r, "inzet", inzet_id);
    TRY(brief_kandidaat(r->db, r->arena, project, inzet, &who));
    return vraag_show(r, who, url_inzet(project, inzet), "Inzet");
}

enum result brief_post(struct request *r)
{
    kandidaat_id who;
    struct brief_letter letter;
    project_id project = request_id(r, "project", project_id);
    inzet_id inzet = request_id(r, "inzet", inzet_id);
    TRY(brief_kandidaat(r->db, r->arena, project, inzet, &who));
    TRY(letter_make(r, who, &letter));
    return letters_show(r, 1, &letter, url_inzet(project, inzet), "Inzet");
}

/* ---- several at once ---- */

enum result brieven_page(struct request *r)
{
    struct brief_keuze_view v = {.page = layout_page(r, "Kandidatenbrieven maken"),
                                 .form = form_view_new(r->arena, brieven_form, &r->typed, NULL, &r->problems, 0)};
    TRY(brief_keuze_read(r->db, r->arena, BRIEVEN_MOST, &v.n_rows, &v.rows, &v.meer));
    size_t n = 0;
    for (size_t i = 0; i < v.n_rows; i++) {
        struct wie_view w;
        struct brief_keuze_row row = v.rows[i];
        enum result there = kandidaat_open(r->db, r->seal, r->arena, row.id, &w);
        if (there == NOT_FOUND)
            continue;
        TRY(there);
        row.nr = (int)n;
        row.naam = w.naam ? w.naam : w.initialen ? w.initialen : "";
        row.gekozen = r->typed.n > 0 ? typed_value(&r->typed, arena_printf(r->arena, "kies.%zu", n)) != NULL : !row.er;
        v.rows[n++] = row;
    }
    v.n_rows = n;
    layout_form(v.page, v.form);
    layout_back(v.page, url_kandidaten(), "Kandidaten");
    struct html o = page_begin(r);
    brief_keuze_show(&o, &v);
    return OK;
}

enum result brieven_post(struct request *r)
{
    const struct brieven_input *in = r->input;
    struct brief_letter *letters = ARENA_ARRAY(r->arena, struct brief_letter, BRIEVEN_MOST);
    size_t n = 0;
    for (size_t i = 0; i < BRIEVEN_MOST; i++)
        if (in->kies[i] && in->kandidaat[i].id > 0)
            TRY(letter_make(r, in->kandidaat[i], &letters[n++]));
    if (n == 0) {
        problem_add(&r->problems, "", "Kies voor wie u een brief maakt");
        return INVALID;
    }
    return letters_show(r, n, letters, url_kandidaten(), "Kandidaten");
}

/* ---- by the coordinatiepunt, in a request ---- */

static enum result person_open(struct request *r, struct persoon_row *out)
{
    TRY(verzoek_persoon_read(r->db, r->arena, request_id(r, "verzoek", verzoek_id),
                             request_id(r, "kandidaat", kandidaat_id), out));
    return out->mag_wissen && !out->geblokkeerd ? OK : FORBIDDEN;
}

enum result verzoek_brief_page(struct request *r)
{
    struct persoon_row p;
    TRY(person_open(r, &p));
    return vraag_show(r, p.id, url_verzoek(p.verzoek), "Verzoek");
}

enum result verzoek_brief_post(struct request *r)
{
    struct persoon_row p;
    struct brief_letter letter;
    TRY(person_open(r, &p));
    TRY(letter_make(r, p.id, &letter));
    TRY(daad(r, p.verzoek, p.id, "inzage",
             "voor de kandidatenbrief")); /* the letter says who it is: it is in the reading log */
    TRY(daad(r, p.verzoek, p.id, "brief", ""));
    return letters_show(r, 1, &letter, url_verzoek(p.verzoek), "Verzoek");
}
