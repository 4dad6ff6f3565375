/* app/inhoud/lezen_pages.c: beleid, algemene informatie, contactgegevens and veelgestelde vragen as everybody of the
 * regio reads them. */
#include <string.h>

#include "app/inhoud/inhoud_store.h"
#include "app/urls.h"
#include "core/text.h"
#include "out/markdown.h"
#include "templates.h"

enum { ANSWERS_MOST = 2 << 20 /* bytes of markup on one page */ };

/* Which of them begin a new regio, and a new rubriek in it; true when there is more than one regio. */
static bool headings_set(struct inhoud_kop *rows, size_t n)
{
    bool more = false;
    for (size_t i = 0; i < n; i++) {
        rows[i].kop_regio = i == 0 || rows[i].regio_id.id != rows[i - 1].regio_id.id;
        rows[i].kop_rubriek =
            rows[i].rubriek[0] && (rows[i].kop_regio || strcmp(rows[i].rubriek, rows[i - 1].rubriek) != 0);
        more |= i > 0 && rows[i].kop_regio;
    }
    return more;
}

static enum result koppen_page(struct request *r, const char *title, const char *soort,
                               void (*show)(struct html *, const struct koppen_view *))
{
    struct koppen_view v = {.page = layout_page(r, title)};
    TRY(koppen_read(r->db, r->arena, soort, "", &v.n_rows, &v.rows));
    v.regios = headings_set(v.rows, v.n_rows);
    for (size_t i = 0; i < v.n_rows; i++)
        v.rows[i].href = strcmp(soort, "beleid") == 0 ? url_beleid(v.rows[i].id) : url_informatie(v.rows[i].id);
    struct html o = page_begin(r);
    show(&o, &v);
    return OK;
}

enum result beleid_page(struct request *r)
{
    return koppen_page(r, "Beleid", "beleid", inhoud_beleid_list);
}

enum result informatie_page(struct request *r)
{
    return koppen_page(r, "Algemene informatie", "informatie", inhoud_informatie_list);
}

enum result informatie_one_page(struct request *r)
{
    struct tekst_lezen_view v = {.tekst = ARENA_NEW(r->arena, struct inhoud_kop)};
    TRY(kop_read(r->db, r->arena, "informatie", request_id(r, "inhoud", inhoud_id), v.tekst));
    v.page = layout_page(r, v.tekst->titel);
    v.tekst->html = markdown_html(r->arena, v.tekst->tekst, 2, NULL);
    layout_back(v.page, url_informatie_list(), "Algemene informatie");
    struct html o = page_begin(r);
    inhoud_informatie_one(&o, &v);
    return OK;
}

/* ---- beleid: what is in force, and the versions before and after it ---- */

static enum result beleid_read(struct request *r, struct beleid_view *v)
{
    inhoud_id id = request_id(r, "inhoud", inhoud_id);
    v->tekst = ARENA_NEW(r->arena, struct inhoud_kop);
    TRY(kop_read(r->db, r->arena, "beleid", id, v->tekst));
    TRY(beleid_versies(r->db, r->arena, id, &v->n_rows, &v->rows));
    for (size_t i = 0; i < v->n_rows; i++) {
        v->rows[i].geldt = v->rows[i].id.id == v->tekst->versie_id.id;
        v->rows[i].komt = v->rows[i].van.dag > r->today.dag;
    }
    return OK;
}

enum result beleid_one_page(struct request *r)
{
    struct beleid_view v = {.page = NULL};
    TRY(beleid_read(r, &v));
    v.page = layout_page(r, v.tekst->titel);
    v.html = markdown_html(r->arena, v.tekst->tekst, 2, NULL);
    layout_back(v.page, url_beleid_list(), "Beleid");
    struct html o = page_begin(r);
    inhoud_beleid_one(&o, &v);
    return OK;
}

enum result beleid_versie_page(struct request *r)
{
    struct beleid_view v = {.page = NULL};
    inhoudversie_id id = request_id(r, "inhoudversie", inhoudversie_id);
    TRY(beleid_read(r, &v));
    for (size_t i = 0; i < v.n_rows; i++)
        if (v.rows[i].id.id == id.id)
            v.versie = &v.rows[i];
    if (!v.versie)
        return NOT_FOUND;
    if (v.versie < v.rows + v.n_rows - 1) { /* the one that was in force before it */
        v.vorige = v.versie[1].nr;
        v.verschil = verschil_maak(r->arena, v.versie[1].tekst, v.versie->tekst);
    }
    v.page = layout_page(r, arena_printf(r->arena, "%s, versie %lld", v.versie->titel, (long long)v.versie->nr));
    v.html = markdown_html(r->arena, v.versie->tekst, 2, NULL);
    layout_back(v.page, url_beleid(v.tekst->id), "Wat nu geldt");
    struct html o = page_begin(r);
    inhoud_beleid_versie(&o, &v);
    return OK;
}

/* ---- questions ---- */

enum result vragen_page(struct request *r)
{
    const char *asked = request_query(r, "q");
    struct vragen_view v = {.page = layout_page(r, "Veelgestelde vragen"),
                            .gezocht = text_trim(r->arena, asked, strlen(asked))};
    size_t bytes = 0, n;
    TRY(koppen_read(r->db, r->arena, "vraag", v.gezocht, &n, &v.rows));
    v.regios = headings_set(v.rows, n);
    for (; v.n_rows < n && bytes < ANSWERS_MOST; v.n_rows++) {
        struct inhoud_kop *k = &v.rows[v.n_rows];
        k->html = markdown_html(r->arena, k->tekst, 4, NULL);
        bytes += k->html.n;
    }
    v.meer = n == KOPPEN_MOST || v.n_rows < n;
    struct html o = page_begin(r);
    inhoud_vragen(&o, &v);
    return OK;
}

enum result contactgegevens_page(struct request *r)
{
    struct contact_kaarten_view v = {.page = layout_page(r, "Contactgegevens")};
    TRY(contact_kaarten(r->db, r->arena, &v.n_rows, &v.rows));
    struct html o = page_begin(r);
    inhoud_contact(&o, &v);
    return OK;
}
