/* tests/fuzz/replay_main.c: runs a fuzz target without a fuzzer: its corpus, then a fixed number of pseudo-random
 * changes of it, so that gcc with sanitizers does so in make test. Prints the line the test runner counts. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"

int LLVMFuzzerTestOneInput(const uint8_t *p, size_t n);

enum { ROUNDS = 3000, MOST = 1 << 16 };
struct seed {
    uint8_t *p;
    size_t n;
};

static uint32_t state = 20260101;

static uint32_t draw(uint32_t below)
{
    state = state * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)state * below) >> 32);
}

static size_t corpus_read(const char *dir, struct seed *seeds, size_t room)
{
    size_t n = 0;
    DIR *d = opendir(dir);
    for (struct dirent *e; d && n < room && (e = readdir(d));) {
        char path[1024];
        snprintf(path, sizeof(path), "%s/%s", dir, e->d_name);
        FILE *f = e->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (!f)
            continue;
        seeds[n].p = malloc(MOST);
        seeds[n].n = seeds[n].p ? fread(seeds[n].p, 1, MOST, f) : 0;
        fclose(f);
        n++;
    }
    if (d)
        closedir(d);
    return n;
}

/* A few bytes changed, taken out or put in. */
static size_t mutate(uint8_t *p, size_t n)
{
    for (uint32_t k = 1 + draw(6); k > 0; k--) {
        if (n == 0 || draw(4) == 0) {
            size_t at = draw((uint32_t)n + 1);
            if (n + 1 < MOST) {
                memmove(p + at + 1, p + at, n - at);
                p[at] = (uint8_t)draw(256);
                n++;
            }
        } else if (draw(3) == 0) {
            size_t at = draw((uint32_t)n);
            memmove(p + at, p + at + 1, n - at - 1);
            n--;
        } else {
            p[draw((uint32_t)n)] = (uint8_t)draw(256);
        }
    }
    return n;
}

/* In memory of just its size: a read past its end is seen. */
static void hand_over(const uint8_t *p, size_t n)
{
    uint8_t *own = malloc(n > 0 ? n : 1);
    if (!own)
        abort();
    memcpy(own, p, n);
    LLVMFuzzerTestOneInput(own, n);
    free(own);
}

int main(int argc, char **argv)
{
    static struct seed seeds[500];
    static uint8_t work[MOST];
    const char *name = strrchr(argv[0], '/');
    char dir[512];
    log_level_set(LOG_ERROR + 1); /* what is refused is logged: thousands of lines */
    snprintf(dir, sizeof(dir), "tests/fuzz/corpus/%s", name ? name + 1 : argv[0]);
    size_t n = corpus_read(argc > 1 ? argv[1] : dir, seeds, sizeof(seeds) / sizeof(seeds[0]));
    for (size_t i = 0; i < n; i++)
        hand_over(seeds[i].p, seeds[i].n);
    for (int i = 0; i < ROUNDS; i++) {
        size_t length = 0;
        if (n > 0 && draw(8) > 0) {
            const struct seed *s = &seeds[draw((uint32_t)n)];
            length = s->n < MOST / 2 ? s->n : MOST / 2;
            memcpy(work, s->p, length);
        } else {
            for (length = draw(200); n == 0 && length > 0 && draw(2); length--) {
            }
            for (size_t k = 0; k < length; k++)
                work[k] = (uint8_t)draw(256);
        }
        length = mutate(work, length);
        hand_over(work, length);
    }
    for (size_t i = 0; i < n; i++)
        free(seeds[i].p);
    printf("1 passed, 0 failed\n");
    return 0;
}
