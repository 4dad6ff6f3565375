/* app/zoek/zoek_pages.c: one box (issue "search in one box"): what is typed is looked for as a name, a KvK number and a
 * K-number. */
#include <string.h>

#include "app/zoek/zoek.h"
#include "app/zoek/zoek_store.h"
#include "core/text.h"
#include "templates.h"

enum { LETTERS_LEAST = 2 };

/* "K-000123", "k 123" and "K123" are the person; {0} for anything else. */
static kandidaat_id number_of(const char *typed)
{
    int64_t n;
    if (*typed != 'k' && *typed != 'K')
        return (kandidaat_id){0};
    typed++;
    while (*typed == '-' || *typed == ' ' || *typed == '0')
        typed++;
    return int_parse(typed, &n) && n > 0 ? (kandidaat_id){n} : (kandidaat_id){0};
}

static enum result search(struct request *r, struct zoek_view *v)
{
    const char *pattern = like_pattern(r->arena, v->gezocht);
    TRY(zoek_projecten(r->db, r->arena, pattern, &v->projecten));
    TRY(zoek_organisaties(r->db, r->arena, pattern, v->gezocht, r->viewer->soort == SOORT_CP, &v->organisaties));
    TRY(zoek_teksten(r->db, r->arena, pattern, &v->teksten));
    kandidaat_id k = number_of(v->gezocht);
    return k.id > 0 ? zoek_kandidaat(r->db, r->arena, k, &v->inzet) : OK;
}

enum result zoek_page(struct request *r)
{
    struct zoek_view v = {.page = layout_page(r, "Zoeken"),
                          .gezocht = text_trim(r->arena, request_query(r, "q"), strlen(request_query(r, "q")))};
    v.page->gezocht = v.gezocht;
    v.te_kort = *v.gezocht && strlen(v.gezocht) < LETTERS_LEAST;
    if (strlen(v.gezocht) >= LETTERS_LEAST)
        TRY(search(r, &v));
    struct html o = page_begin(r);
    zoek_result_page(&o, &v);
    return OK;
}
