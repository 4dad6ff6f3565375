/* web/draft.c: forms kept as typed: when a session ended under the user's hands, and when something new is added from
 * inside a form. Sealed, for the author alone, without passwords and codes. */
#include <stdlib.h>
#include <string.h>

#include "core/rnd.h"
#include "data/seal.h"
#include "web/exchange.h"
#include "web/web_store.h"

enum { DRAFT_SEC = 24 * 3600, DRAFT_EXPIRED_SEC = 15 * 60, DRAFT_MAX = 256 * 1024 };
static const char purpose[] = "concept.velden";

static bool may_be_kept(const struct field *form, const char *name)
{
    if (name[0] == '_')
        return false;
    for (const struct field *f = form; f && f->type != FIELD_END; f++) {
        if (f->name && strcmp(f->name, name) == 0)
            return f->type != FIELD_PASSWORD && f->type != FIELD_CODE && f->type != FIELD_BUTTON;
    }
    return true;
}

/* name NUL value NUL …: typed text holds no NUL. */
static enum result seal_fields(struct request *r, int64_t key, const struct typed_list *list, struct blob *out)
{
    struct text t;
    text_init(&t, DRAFT_MAX);
    for (size_t i = 0; i < list->n; i++) {
        if (!may_be_kept(r->route->form, list->list[i].name))
            continue;
        text_add(&t, list->list[i].name, strlen(list->list[i].name) + 1);
        text_add(&t, list->list[i].value, strlen(list->list[i].value) + 1);
    }
    size_t n = 0;
    bool failed = text_failed(&t);
    const char *p = failed ? NULL : text_take(&t, r->arena, &n);
    text_free(&t);
    if (failed)
        return TOO_LARGE;
    return seal_bytes(r->seal, key, purpose, 0, (struct blob){n ? p : "", n}, r->arena, out);
}

static enum result open_fields(struct request *r, struct blob sealed, struct typed_list *out)
{
    struct blob plain;
    TRY(seal_open_bytes(r->seal, purpose, 0, sealed, r->arena, &plain));
    const char *p = plain.p, *end = p + plain.n;
    size_t count = 0, nuls = 0;
    for (size_t i = 0; i < plain.n; i++)
        nuls += p[i] == '\0';
    struct typed *list = ARENA_ARRAY(r->arena, struct typed, nuls / 2 + 1);
    while (p < end && count < nuls / 2) {
        const char *name = arena_strdup(r->arena, p);
        p += strlen(name) + 1;
        const char *value = arena_strdup(r->arena, p);
        p += strlen(value) + 1;
        list[count++] = (struct typed){name, value};
    }
    *out = (struct typed_list){count, list};
    return OK;
}

static enum result keep(struct request *r, gebruiker_id author, const char *path, int64_t seconds, concept_id *out)
{
    struct blob sealed, session = {0};
    uint8_t *hash = arena_alloc(r->arena, TOKEN_HASH);
    struct exchange *x = exchange_of(r);
    if (!r->job)
        return fail("a draft is kept at the desk only");
    if (author.id <= 0 || !path_is_local(path))
        return FORBIDDEN;
    if (x->head.session) {
        token_hash(x->head.session, hash);
        session = (struct blob){hash, TOKEN_HASH};
    }
    int64_t key;
    TRY(seal_key_new(r->seal, &key)); /* of its own: it goes with the draft, and then no backup opens it */
    TRY(seal_fields(r, key, &r->typed, &sealed));
    job_unlogged(r->job, "concept");
    return draft_add(r->job, author.id, session, path, sealed, key, r->now, (tijdstip){r->now.sec + seconds}, &out->id);
}

enum result draft_keep(struct request *r, const char *path, concept_id *out)
{
    return keep(r, r->viewer->gebruiker, path, DRAFT_SEC, out);
}

enum result draft_of_expired(struct exchange *x, gebruiker_id author, const char *path, concept_id *out)
{
    return keep(&x->r, author, path, DRAFT_EXPIRED_SEC, out);
}

enum result draft_read(struct request *r, concept_id id, struct typed_list *out, const char **path)
{
    struct draft_row row;
    *out = (struct typed_list){0};
    if (r->viewer->gebruiker.id <= 0 || id.id <= 0)
        return NOT_FOUND;
    TRY(draft_find(r->gate, r->arena, id, r->viewer->gebruiker.id, r->now, &row));
    if (path)
        *path = row.pad;
    return open_fields(r, row.velden, out);
}

enum result draft_set(struct request *r, concept_id id, const char *field, const char *value)
{
    struct typed_list list;
    struct blob sealed;
    struct draft_row row;
    if (!r->job)
        return fail("a draft is changed at the desk only");
    TRY(draft_read(r, id, &list, NULL));
    TRY(draft_find(r->gate, r->arena, id, r->viewer->gebruiker.id, r->now, &row));
    struct typed *changed = ARENA_ARRAY(r->arena, struct typed, list.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < list.n; i++) {
        if (strcmp(list.list[i].name, field) != 0)
            changed[n++] = list.list[i];
    }
    changed[n++] = (struct typed){field, value};
    list = (struct typed_list){n, changed};
    TRY(seal_fields(r, row.sleutel, &list, &sealed));
    job_unlogged(r->job, "concept");
    return draft_change(r->job, id, r->viewer->gebruiker.id, sealed);
}

enum result draft_drop(struct request *r, concept_id id)
{
    if (!r->job)
        return fail("a draft is dropped at the desk only");
    job_unlogged(r->job, "concept");
    return draft_delete(r->job, id, r->viewer->gebruiker.id);
}

/* A draft of another page (a form left open to add something) is that page's business, not this one's. */
enum result step_draft(struct exchange *x)
{
    struct request *r = &x->r;
    const char *text = request_query(r, "concept"), *path = NULL;
    size_t n = strlen(text);
    if (r->route->method != GET || n < 1 || n > 18 || strspn(text, "0123456789") != n)
        return OK;
    struct typed_list list;
    enum result found = draft_read(r, (concept_id){strtoll(text, NULL, 10)}, &list, &path);
    if (found == NOT_FOUND)
        return OK;
    TRY(found);
    if (strcmp(path, r->path) == 0) {
        r->typed = list;
        r->from_draft = true;
    }
    return OK;
}

void typed_put(struct request *r, const char *name, const char *value)
{
    struct typed *list = ARENA_ARRAY(r->arena, struct typed, r->typed.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < r->typed.n; i++)
        if (strcmp(r->typed.list[i].name, name) != 0)
            list[n++] = r->typed.list[i];
    list[n++] = (struct typed){arena_strdup(r->arena, name), value};
    r->typed = (struct typed_list){n, list};
}
