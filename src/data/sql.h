/* data/sql.h: statements and what is bound to them.
 *
 * SQL(name, "…") names one statement that goes through the wall (data/scope.c); STEWARD_SQL(name, "…") one that does
 * not and can only run on a steward connection. Both register themselves in a linker set, so that every statement is
 * prepared at start and in the tests, and has a number (the cache is an array). Parameters are written :name. */
#ifndef DATA_SQL_H
#define DATA_SQL_H

#include <stddef.h>
#include <stdint.h>

#include "core/values.h"

struct sql_entry {
    const char *name, *text, *file;
    int line;
    int steward;
};
struct sql {
    const struct sql_entry *const *entry;
}; /* its place in the set is its number */
struct steward_sql {
    const struct sql_entry *const *entry;
};

#define SQL_ENTRY_(id, text_, steward_)                                                                                \
    static const struct sql_entry id##_entry = {#id, text_, __FILE__, __LINE__, steward_};                             \
    static const struct sql_entry *const id##_place __attribute__((section("sql_set"), used)) = &id##_entry
#define SQL(id, text_)                                                                                                 \
    SQL_ENTRY_(id, text_, 0);                                                                                          \
    static const struct sql id = {&id##_place}
#define STEWARD_SQL(id, text_)                                                                                         \
    SQL_ENTRY_(id, text_, 1);                                                                                          \
    static const struct steward_sql id = {&id##_place}

struct blob {
    const void *p;
    size_t n;
}; /* p NULL = SQL NULL */

enum bind_kind { BIND_END, BIND_INT, BIND_TEXT, BIND_BLOB, BIND_DATUM, BIND_NULL };
struct bind {
    const char *name;
    enum bind_kind kind;
    int64_t i;
    const void *p;
    size_t n;
};

/* What is none is bound as NULL: DATUM_GEEN, GELD_GEEN, an id of 0, a NULL text. Text and blob are borrowed until the
 * statement is done. */
struct bind bind_int(const char *name, int64_t v);
struct bind bind_text(const char *name, const char *v);
struct bind bind_blob(const char *name, struct blob v);
struct bind bind_datum(const char *name, datum v);       /* as ISO text */
struct bind bind_tijdstip(const char *name, tijdstip v); /* as integer seconds */
static inline struct bind bind_nullable(const char *name, int none, int64_t v)
{
    return (struct bind){.name = name, .kind = none ? BIND_NULL : BIND_INT, .i = v};
}
static inline struct bind bind_i32(const char *name, int v)
{
    return bind_int(name, v);
}
static inline struct bind bind_geld(const char *name, geld v)
{
    return bind_nullable(name, geld_is_none(v), v.cent);
}
static inline struct bind bind_uren(const char *name, uren v)
{
    return bind_nullable(name, uren_is_none(v), v.honderdste);
}
static inline struct bind bind_bp(const char *name, basispunt v)
{
    return bind_nullable(name, bp_is_none(v), v.bp);
}
#define BIND_ID_(type)                                                                                                 \
    static inline struct bind bind_##type(const char *name, type v)                                                    \
    {                                                                                                                  \
        return bind_nullable(name, v.id == 0, v.id);                                                                   \
    }
/* clang-format off */
BIND_ID_(regio_id)
BIND_ID_(organisatie_id)
BIND_ID_(gebruiker_id)
BIND_ID_(project_id)
BIND_ID_(periode_id)
BIND_ID_(inzet_id)
BIND_ID_(kandidaat_id)
BIND_ID_(bouwblokkenset_id)
BIND_ID_(bouwblok_id)
BIND_ID_(concept_id)
BIND_ID_(notitie_id)
BIND_ID_(document_id)
BIND_ID_(bericht_id)
BIND_ID_(pso_id)
BIND_ID_(plan_id)
BIND_ID_(hulpvraag_id)
BIND_ID_(verzoek_id)
BIND_ID_(waarneming_id)
BIND_ID_(samenvoeging_id)
BIND_ID_(toegang_id)
BIND_ID_(vernietiging_id)
BIND_ID_(huisstijl_id)
BIND_ID_(steekproef_id)
BIND_ID_(steekproef_item_id)
BIND_ID_(gezien_id)
BIND_ID_(bewijs_id)
BIND_ID_(inhoud_id)
BIND_ID_(inhoudversie_id)
/* clang-format on */

#define B(name, v)                                                                                                     \
    _Generic((v), bool: bind_i32, int: bind_i32, int64_t: bind_int, char *: bind_text, const char *: bind_text,     \
             struct blob: bind_blob, geld: bind_geld, datum: bind_datum, tijdstip: bind_tijdstip, uren: bind_uren,  \
             basispunt: bind_bp, regio_id: bind_regio_id, organisatie_id: bind_organisatie_id,                      \
             gebruiker_id: bind_gebruiker_id, project_id: bind_project_id, periode_id: bind_periode_id,             \
             inzet_id: bind_inzet_id, kandidaat_id: bind_kandidaat_id, bouwblokkenset_id: bind_bouwblokkenset_id,   \
             bouwblok_id: bind_bouwblok_id, concept_id: bind_concept_id,                 \
             notitie_id: bind_notitie_id, document_id: bind_document_id, bericht_id: bind_bericht_id, \
             pso_id: bind_pso_id, hulpvraag_id: bind_hulpvraag_id, verzoek_id: bind_verzoek_id, vernietiging_id: bind_vernietiging_id, huisstijl_id: bind_huisstijl_id, inhoud_id: bind_inhoud_id, inhoudversie_id: bind_inhoudversie_id, steekproef_id: bind_steekproef_id, steekproef_item_id: bind_steekproef_item_id, \
             gezien_id: bind_gezien_id, bewijs_id: bind_bewijs_id, waarneming_id: bind_waarneming_id, samenvoeging_id: bind_samenvoeging_id, toegang_id: bind_toegang_id, plan_id: bind_plan_id)(name, v)
#define BIND(...) ((const struct bind[]){__VA_ARGS__, {.name = NULL}})
#define BIND_NONE ((const struct bind[]){{.name = NULL}})

#endif
