/* app/inhoud/nieuws_pages.c: news as it is read: who is in reads that of its regios, who is not the public part; and
 * the public part of a regio as a feed. */
#include "app/inhoud/inhoud_store.h"
#include "app/urls.h"
#include "core/config.h"
#include "out/atom.h"
#include "out/markdown.h"
#include "templates.h"

enum { BEGIN_MOST = 220, FEED_BYTES = 4 << 20 };

static bool is_nobody(const struct request *r)
{
    return r->viewer->gebruiker.id == 0;
}

enum result nieuws_page(struct request *r)
{
    struct nieuws_view v = {.page = layout_page(r, "Nieuwsberichten"), .pagina = 1};
    int64_t asked, total;
    if (int_parse(request_query(r, "pagina"), &asked) && asked > 1 && asked < 100000)
        v.pagina = asked;
    TRY(nieuws_read(r->db, r->arena, is_nobody(r), (v.pagina - 1) * NIEUWS_PAGINA, &total, &v.n_rows, &v.rows));
    TRY(nieuws_feeds(r->db, r->arena, is_nobody(r), &v.n_feeds, &v.feeds));
    v.paginas = total > 0 ? (total + NIEUWS_PAGINA - 1) / NIEUWS_PAGINA : 1;
    v.regios = v.n_feeds > 1;
    for (size_t i = 0; i < v.n_rows; i++) {
        v.rows[i].begin = markdown_begin(r->arena, v.rows[i].tekst, BEGIN_MOST);
        v.rows[i].href = url_nieuws(v.rows[i].id);
    }
    v.nieuwer = url_with(url_nieuws_list(), arena_printf(r->arena, "pagina=%lld",
                                                         (long long)(v.pagina > v.paginas ? v.paginas : v.pagina - 1)));
    v.ouder = url_with(url_nieuws_list(), arena_printf(r->arena, "pagina=%lld", (long long)v.pagina + 1));
    struct html o = page_begin(r);
    inhoud_nieuws_list(&o, &v);
    return OK;
}

enum result nieuws_one_page(struct request *r)
{
    struct tekst_lezen_view v = {.tekst = ARENA_NEW(r->arena, struct inhoud_kop)};
    TRY(kop_read(r->db, r->arena, "nieuws", request_id(r, "inhoud", inhoud_id), v.tekst));
    v.page = layout_page(r, v.tekst->titel);
    v.tekst->html = markdown_html(r->arena, v.tekst->tekst, 2, NULL);
    layout_back(v.page, url_nieuws_list(), "Nieuwsberichten");
    struct html o = page_begin(r);
    inhoud_nieuws_one(&o, &v);
    return OK;
}

/* The same for everybody, whoever asks: only what is public, of this regio, and shown today. */
enum result nieuws_atom(struct request *r)
{
    const char *base = r->site->config->base_url, *naam;
    regio_id regio = request_id(r, "regio", regio_id);
    size_t n;
    struct inhoud_kop *rows;
    TRY(regio_naam(r->db, r->arena, regio, &naam));
    TRY(nieuws_feed(r->db, r->arena, regio, &n, &rows));
    struct atom_entry *entries = ARENA_ARRAY(r->arena, struct atom_entry, n + 1);
    tijdstip updated = {0};
    size_t bytes = 0;
    for (size_t i = 0; i < n; i++) {
        const char *address = arena_printf(r->arena, "%s%s", base, url_nieuws(rows[i].id).path);
        entries[i] = (struct atom_entry){.id = address,
                                         .link = address,
                                         .title = rows[i].titel,
                                         .summary = markdown_begin(r->arena, rows[i].tekst, BEGIN_MOST),
                                         .published = tijdstip_at(rows[i].van, 0, 0),
                                         .updated = rows[i].op};
        if (bytes < ATOM_CONTENT_MOST)
            entries[i].content = markdown_html(r->arena, rows[i].tekst, 2, base);
        bytes += entries[i].content.n;
        if (rows[i].op.sec > updated.sec)
            updated = rows[i].op;
    }
    const char *self = arena_printf(r->arena, "%s%s", base, url_nieuws_atom(regio).path);
    struct atom_feed feed = {.id = self,
                             .self = self,
                             .title = arena_printf(r->arena, "Social Return Monitor – nieuws %s", naam),
                             .author = arena_printf(r->arena, "Coördinatiepunt %s", naam),
                             .updated = updated,
                             .alternate = arena_printf(r->arena, "%s%s", base, url_nieuws_list().path)};
    struct text t;
    text_init(&t, FEED_BYTES);
    atom_write(&t, &feed, n, entries);
    enum result ended =
        text_failed(&t) ? TOO_LARGE : reply_text(r, "application/atom+xml; charset=utf-8", text_c(&t), t.n);
    text_free(&t);
    r->reply.revalidate = true;
    return ended;
}
