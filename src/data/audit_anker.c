#include "data/audit_anker.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/log.h"
#include "data/audit.h"

enum { HEX = 2 * AUDIT_SOM, LINE_MOST = 200, GROWS = 366 };

static bool line_read(const char *line, struct audit_anker *out)
{
    char hex[HEX + 1];
    long long record;
    size_t n;
    int end = 0;
    if (sscanf(line, "%*4d-%*2d-%*2d %*2d:%*2d record %lld sum %64[0-9a-f]%n", &record, hex, &end) != 2 || end == 0 ||
        (line[end] && line[end] != '\n'))
        return false;
    out->record = record;
    return record > 0 && sodium_hex2bin(out->som, AUDIT_SOM, hex, strlen(hex), NULL, &n, NULL) == 0 && n == AUDIT_SOM;
}

static int by_record(const void *x, const void *y)
{
    const struct audit_anker *p = x, *q = y;
    return (p->record > q->record) - (p->record < q->record);
}

static void keep(struct audit_ankers *list, struct arena *a, const struct audit_anker *one)
{
    if (list->n % GROWS == 0) {
        struct audit_anker *more = ARENA_ARRAY(a, struct audit_anker, list->n + GROWS);
        if (list->n > 0)
            memcpy(more, list->rows, list->n * sizeof(*more));
        list->rows = more;
    }
    list->rows[list->n++] = *one;
}

enum result audit_ankers_read(const char *path, struct arena *a, struct text *report, struct audit_ankers *out)
{
    char line[LINE_MOST];
    int nr = 0;
    enum result ended = OK;
    *out = (struct audit_ankers){0};
    FILE *f = fopen(path, "re");
    if (!f && errno == ENOENT)
        return OK;
    if (!f) {
        text_printf(report, "audit: %s cannot be read: %s\n", path, strerror(errno));
        return FAILED;
    }
    while (ended == OK && fgets(line, sizeof(line), f)) {
        struct audit_anker one;
        nr++;
        if (line_read(line, &one)) {
            keep(out, a, &one);
        } else {
            text_printf(report, "audit: line %d of %s is no anchor\n", nr, path);
            ended = FAILED;
        }
    }
    fclose(f);
    if (out->n > 0)
        qsort(out->rows, out->n, sizeof(*out->rows), by_record);
    return ended;
}

/* All of it, in one write: a line is there or it is not. */
static enum result line_add(const char *path, const char *line)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (fd < 0)
        return fail("audit: %s cannot be written: %s", path, strerror(errno));
    bool good = write(fd, line, strlen(line)) == (ssize_t)strlen(line) && fsync(fd) == 0;
    int why = errno;
    close(fd);
    return good ? OK : fail("audit: %s cannot be written: %s", path, strerror(why));
}

static bool same_as_last(const struct audit_ankers *list, const struct audit_anker *now)
{
    return list->n > 0 && list->rows[list->n - 1].record == now->record &&
           memcmp(list->rows[list->n - 1].som, now->som, AUDIT_SOM) == 0;
}

enum result audit_anker_write(struct steward *s, const char *path, tijdstip now)
{
    struct audit_anker newest;
    struct audit_ankers before;
    struct text report;
    char when[24], hex[HEX + 1];
    struct arena *a = arena_new();
    text_init(&report, LINE_MOST * 2);
    enum result ended = audit_newest(s, a, &newest.record, newest.som);
    if (ended == OK && newest.record > 0) {
        if (audit_ankers_read(path, a, &report, &before) !=
            OK) /* who spoils the file is told of, and the next anchor still stands */
            log_error("%s", text_c(&report));
        if (!same_as_last(&before, &newest)) {
            datum_to_iso(tijdstip_to_datum(now), when);
            tijdstip_to_hm(now, when + 11);
            when[10] = ' ';
            sodium_bin2hex(hex, sizeof(hex), newest.som, AUDIT_SOM);
            const char *line = arena_printf(a, "%s record %lld sum %s\n", when, (long long)newest.record, hex);
            ended = line_add(path, line);
            log_info("audit anchor: record %lld sum %s", (long long)newest.record, hex);
        }
    }
    text_free(&report);
    arena_free(a);
    return ended;
}
