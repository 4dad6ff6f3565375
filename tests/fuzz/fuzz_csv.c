/* Any bytes as a file of cells: whole rows within the limits, or refused with a place that is in the file; what comes
 * out is clean text. */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "core/csv.h"
#include "core/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { LINES = 40, CELLS = 6 };
    struct arena *a = arena_new();
    struct csv_bestand file;
    struct csv_plek where;
    int lines = 1;
    size_t n = size;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    const char *text = csv_utf8(a, (const char *)data, &n, size % 2 == 0, &where);
    if (!text) {
        assert(where.regel >= 1 && where.regel <= lines && where.kolom >= 0);
        arena_free(a);
        return 0;
    }
    assert(utf8_is_clean_lines(text, n));
    enum csv_verdict verdict = csv_cut(a, text, n, LINES, CELLS, &file, &where);
    assert(verdict == CSV_GOOD || (where.regel >= 1 && where.regel <= lines + 1));
    assert(file.n <= LINES && (verdict != CSV_GOOD || file.n < LINES));
    for (size_t i = 0; i < file.n; i++) {
        assert(file.rows[i].n <= CELLS && file.rows[i].nr >= 1 && file.rows[i].nr <= lines);
        assert(i == 0 || file.rows[i].nr >= file.rows[i - 1].nr);
        for (size_t k = 0; k < file.rows[i].n; k++)
            assert(utf8_is_clean_lines(file.rows[i].cell[k], strlen(file.rows[i].cell[k])));
    }
    arena_free(a);
    return 0;
}
