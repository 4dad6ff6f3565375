/* data/scope.c: the wall that makes a forgotten tenant filter impossible.
 *
 * 1. Base tables are alle_…; the plain name is the viewer's view. 2. A viewer's statement is checked as text: no alle_,
 * sqlite_, pragma_, no WITH (a CTE could take a view's name), no quoted names, one statement. 3. The authorizer denies
 * by default: base tables only inside one of our own views and triggers. A READ with an empty column name is SQLite's
 * way of naming a flattened table of which only the row id is used: let through, harmless because of 2. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "core/log.h"
#include "data/conn.h"

static bool word_refused(const char *w, size_t n)
{
    static const char *const starts[] = {"alle_", "sqlite_", "pragma_"};
    for (size_t i = 0; i < 3; i++)
        if (n >= strlen(starts[i]) && strncasecmp(w, starts[i], strlen(starts[i])) == 0)
            return true;
    return n == 4 && strncasecmp(w, "with", 4) == 0;
}

const char *scope_text_refused(const char *text)
{
    for (const char *p = text; *p;) {
        if (*p == '\'') {
            for (p++; *p && (*p != '\'' || p[1] == '\''); p += *p == '\'' ? 2 : 1) {
            }
            if (*p == '\0')
                return "a string without an end";
            p++;
        } else if (*p == '"' || *p == '`' || *p == '[') {
            return "a quoted name";
        } else if (*p == ';') {
            if (p[1 + strspn(p + 1, " \n\t;")] != '\0')
                return "more than one statement";
            p++;
        } else if (strncmp(p, "--", 2) == 0 || strncmp(p, "/*", 2) == 0) {
            return "a comment";
        } else if (isalpha((unsigned char)*p) || *p == '_') {
            size_t n = 0;
            while (isalnum((unsigned char)p[n]) || p[n] == '_')
                n++;
            if (word_refused(p, n) && !(p > text && p[-1] == ':'))
                return "a base table, a system table or WITH";
            p += n;
        } else {
            p++;
        }
    }
    return NULL;
}

static bool is_ours(const struct conn *c, const char *name)
{
    for (size_t i = 0; name && i < c->n_names; i++)
        if (strcasecmp(c->names[i], name) == 0)
            return true;
    return false;
}

static bool function_allowed(const struct conn *c, const char *name, const char *inner)
{
    static const char *const allowed[] = {"kijker",
                                          "kijker_soort",
                                          "kijker_organisatie",
                                          "kijker_regio",
                                          "kijker_cp",
                                          "vandaag",
                                          "nu",
                                          "vouw",
                                          "kern",
                                          "count",
                                          "sum",
                                          "min",
                                          "max",
                                          "avg",
                                          "total",
                                          "coalesce",
                                          "ifnull",
                                          "nullif",
                                          "abs",
                                          "length",
                                          "substr",
                                          "like",
                                          "instr",
                                          "lower",
                                          "date",
                                          "julianday",
                                          "strftime",
                                          "group_concat",
                                          "row_number",
                                          "round",
                                          "iif",
                                          "printf",
                                          "unixepoch",
                                          "hex",
                                          "replace",
                                          "trim",
                                          "last_insert_rowid"};
    if (strcasecmp(name, "noteer") == 0)
        return is_ours(c, inner);
    for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
        if (strcasecmp(allowed[i], name) == 0)
            return true;
    return false;
}

/* SELECT id FROM project comes as READ alle_project."" without a view's name; nobody can name alle_project in the text.
 */
static bool is_flattened(const char *table, const char *column)
{
    return column[0] == '\0' && strncasecmp(table, "alle_", 5) == 0;
}

int scope_authorize(void *conn, int action, const char *a, const char *b, const char *database, const char *inner)
{
    const struct conn *c = conn;
    (void)database; /* temp and main give the same answer: names decide */
    if (!c->wall)
        return SQLITE_OK;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return function_allowed(c, b, inner) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_READ:
        return is_ours(c, a) || is_ours(c, inner) || is_flattened(a, b) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        if (c->kind != CONN_DESK)
            return SQLITE_DENY;
        return is_ours(c, a) || is_ours(c, inner) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

/* For each pair x_linked / x_regio the plain name x, by who looks. */
static enum result alias_create(struct conn *c, const char *name)
{
    size_t n = strlen(name);
    if (n < 8 || strcmp(name + n - 7, "_linked") != 0)
        return OK;
    int length = (int)(n - 7);
    char text[400];
    if (c->kind == CONN_DESK)
        snprintf(text, sizeof(text),
                 "CREATE TEMP VIEW %.*s AS SELECT * FROM %.*s_linked UNION ALL SELECT * FROM %.*s_regio", length, name,
                 length, name, length, name);
    else
        snprintf(text, sizeof(text), "CREATE TEMP VIEW %.*s AS SELECT * FROM %.*s_%s", length, name, length, name,
                 c->kind == CONN_REGIO ? "regio" : "linked");
    return conn_exec(c, text);
}

static enum result names_collect(struct conn *c)
{
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(
            c->db,
            "SELECT name FROM temp.sqlite_master WHERE type IN ('view', 'trigger') UNION ALL SELECT name FROM main.sqlite_master WHERE type = 'view'",
            -1, &s, NULL) != SQLITE_OK)
        return fail("scope: %s", sqlite3_errmsg(c->db));
    c->n_names = 0;
    while (sqlite3_step(s) == SQLITE_ROW && c->n_names < NAMES_MAX)
        c->names[c->n_names++] = sqlite3_mprintf("%s", sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
    return c->n_names < NAMES_MAX ? OK : fail("scope: more than %d names", NAMES_MAX);
}

static const struct embedded_file *scope_file(const struct database *base)
{
    for (size_t i = 0; i < base->n_scripts; i++)
        if (strcmp(base->scripts[i].name, "scope.sql") == 0)
            return &base->scripts[i];
    return NULL;
}

enum result scope_create(struct conn *c)
{
    static const char marker[] = "-- TRIGGERS (desk only)";
    const struct embedded_file *f = scope_file(c->base);
    if (!f)
        return fail("scope.sql is not in the binary");
    const char *all = (const char *)f->p, *triggers = strstr(all, marker);
    size_t n = triggers ? (size_t)(triggers - all) : f->n;
    char *views = sqlite3_mprintf("%.*s", (int)n, all);
    enum result ended = conn_exec(c, views);
    sqlite3_free(views);
    TRY(ended);
    TRY(names_collect(c));
    size_t before = c->n_names;
    for (size_t i = 0; i < before; i++)
        TRY(alias_create(c, c->names[i]));
    if (c->kind == CONN_DESK && triggers)
        TRY(conn_exec(c, triggers));
    for (size_t i = 0; i < before; i++)
        sqlite3_free(c->names[i]);
    return names_collect(c);
}
