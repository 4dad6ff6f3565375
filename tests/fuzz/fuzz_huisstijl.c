/* Any bytes as a theme or a logo: what is taken of a theme reads the same again and is nothing but declarations; a
 * drawing that is taken names nothing that runs or loads. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "app/huisstijl/huisstijl.h"
#include "core/arena.h"
#include "core/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void theme(struct arena *a, const char *p, size_t n)
{
    struct thema t, again;
    if (thema_lees(a, p, n, &t) != OK) {
        assert(t.n_problems > 0 && t.n_problems <= THEMA_PROBLEMS);
        return;
    }
    assert(t.n > 0 && t.n_problems == 0 && !strpbrk(t.tokens, "{}@\\<>&!$") && !strcasestr(t.tokens, "url(") &&
           strncmp(t.tokens, "--basis-", 8) == 0);
    assert(thema_lees(a, t.tokens, strlen(t.tokens), &again) == OK);
    assert(strcmp(again.tokens, t.tokens) == 0 && again.n == t.n && again.overgeslagen == 0);
}

static void logo(struct arena *a, const char *p, size_t n)
{
    const char *why = NULL, *soort = logo_soort(p, n, &why);
    if (!soort) {
        assert(why && *why);
        return;
    }
    if (strcmp(soort, "image/svg+xml") != 0)
        return;
    const char *text = arena_printf(a, "%.*s", (int)n, p);
    static const char *const never[] = {"<script",        "<!DOCTYPE", "<!ENTITY", "<![",
                                        "<foreignObject", "<image",    "<a ",      "<iframe"};
    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++) {
        const char *at = strcasestr(text, never[i]), *comment = strstr(text, "<!--");
        assert(!at || (comment && comment < at));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_new();
    theme(a, (const char *)data, size);
    logo(a, (const char *)data, size);
    arena_free(a);
    return 0;
}
