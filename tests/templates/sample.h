/* tests/templates/sample.h: what the templates of these tests show. */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <stdbool.h>

#include "out/html.h"

enum soort { EEN, TWEE };
struct sample_row {
    const char *naam;
    project_id id;
    geld bedrag;
    datum eind;
    bool laat;
    size_t n_woorden;
    const char **woorden;
};
struct sample {
    const char *titel, *tekst;
    char vast[64];
    int aantal;
    int64_t groot;
    geld bedrag;
    datum dag;
    tijdstip toen;
    uren week;
    basispunt deel;
    kandidaat_id kandidaat;
    gebruiker_id gebruiker;
    safe_html svg;
    url thuis;
    own_path lijst;
    bool ja, nee;
    enum soort soort;
    size_t n_rows;
    struct sample_row *rows;
    size_t n_cells;
    struct sample_row **cells;
    size_t n_getallen;
    int *getallen;
    size_t n_leeg;
    struct sample_row *leeg;
    const struct sample_row *eerste;
    void *geheim;
};

url url_deel(project_id id, const char *deel);
const char *label_soort_sample(enum soort s);

#endif
