/* data/functions.c: the SQL functions of the house: who looks, what day it is, folding. DETERMINISTIC within a
 * statement, so that SQLite asks once per run and not per row; INNOCUOUS, so that views may use them with
 * trusted_schema off (libraries 3.2). */
#include <string.h>

#include "core/arena.h"
#include "core/clock.h"
#include "core/log.h"
#include "data/conn.h"

enum what { WHO, KIND, ORGANISATIE, REGIO, CP, DAY, NOW };

static void null_or(sqlite3_context *x, bool some, int64_t v)
{
    if (some)
        sqlite3_result_int64(x, v);
    else
        sqlite3_result_null(x);
}

static void fn_kijker(sqlite3_context *x, int n, sqlite3_value **v)
{
    const struct conn *c = sqlite3_user_data(x);
    (void)n, (void)v;
    null_or(x, c->has_viewer, c->viewer.gebruiker.id);
}

static void fn_soort(sqlite3_context *x, int n, sqlite3_value **v)
{
    const struct conn *c = sqlite3_user_data(x);
    (void)n, (void)v;
    null_or(x, c->has_viewer, c->viewer.soort);
}

static void fn_organisatie(sqlite3_context *x, int n, sqlite3_value **v)
{
    const struct conn *c = sqlite3_user_data(x);
    (void)n, (void)v;
    null_or(x, c->has_viewer, c->viewer.organisatie.id);
}

static void fn_regio(sqlite3_context *x, int n, sqlite3_value **v)
{
    const struct conn *c = sqlite3_user_data(x);
    (void)n, (void)v;
    null_or(x, c->has_viewer && c->viewer.regio.id != 0, c->viewer.regio.id);
}

static void fn_cp(sqlite3_context *x, int n, sqlite3_value **v)
{
    const struct conn *c = sqlite3_user_data(x);
    (void)n, (void)v;
    null_or(x, c->has_viewer && c->viewer.soort == SOORT_CP && c->viewer.regio.id != 0, c->viewer.regio.id);
}

static void fn_vandaag(sqlite3_context *x, int n, sqlite3_value **v)
{
    char iso[11];
    (void)n, (void)v;
    datum_to_iso(clock_today(), iso);
    sqlite3_result_text(x, iso, -1, SQLITE_TRANSIENT);
}

static void fn_nu(sqlite3_context *x, int n, sqlite3_value **v)
{
    (void)n, (void)v;
    sqlite3_result_int64(x, clock_now().sec);
}

static void fn_noteer(sqlite3_context *x, int n, sqlite3_value **v)
{
    struct conn *c = sqlite3_user_data(x);
    (void)n;
    c->noted = sqlite3_value_int64(v[0]);
    sqlite3_result_null(x);
}

static void folded(sqlite3_context *x, sqlite3_value *v, char *(*fold)(struct arena *, const char *))
{
    const char *s = (const char *)sqlite3_value_text(v);
    if (!s)
        return;
    struct arena *a = arena_new();
    sqlite3_result_text(x, fold(a, s), -1, SQLITE_TRANSIENT);
    arena_free(a);
}

static void fn_vouw(sqlite3_context *x, int n, sqlite3_value **v)
{
    (void)n;
    folded(x, v[0], text_fold);
}

static void fn_kern(sqlite3_context *x, int n, sqlite3_value **v)
{
    (void)n;
    folded(x, v[0], text_company_key);
}

enum result functions_register(struct conn *c)
{
    static const struct {
        const char *name;
        int n;
        void (*fn)(sqlite3_context *, int, sqlite3_value **);
        bool pure;
    } table[] = {
        {"kijker", 0, fn_kijker, true},
        {"kijker_soort", 0, fn_soort, true},
        {"kijker_organisatie", 0, fn_organisatie, true},
        {"kijker_regio", 0, fn_regio, true},
        {"kijker_cp", 0, fn_cp, true},
        {"vandaag", 0, fn_vandaag, true},
        {"nu", 0, fn_nu, true},
        {"noteer", 1, fn_noteer, false},
        {"vouw", 1, fn_vouw, true},
        {"kern", 1, fn_kern, true},
    };
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS | (table[i].pure ? SQLITE_DETERMINISTIC : 0);
        if (sqlite3_create_function_v2(c->db, table[i].name, table[i].n, flags, c, table[i].fn, NULL, NULL, NULL) !=
            SQLITE_OK)
            return fail("function %s: %s", table[i].name, sqlite3_errmsg(c->db));
    }
    return OK;
}
