/* web/form.h: forms declared as data: fields with name, label, type, limits. From the table come parsing, messages,
 * redisplay and the refusal of what was not declared. Reading is total: every problem is found in one go, and what was
 * typed is kept. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/result.h"
#include "core/text.h"
#include "core/values.h"

enum field_type {
    FIELD_END,
    FIELD_TEXT,
    FIELD_LINES,
    FIELD_EMAIL,
    FIELD_PHONE,
    FIELD_KVK,
    FIELD_POSTCODE,
    FIELD_PASSWORD,
    FIELD_CODE,
    FIELD_DATUM,
    FIELD_GELD,
    FIELD_UREN,
    FIELD_BP,
    FIELD_INT,
    FIELD_ID,
    FIELD_CHOICE,
    FIELD_CHECK,
    FIELD_VERSIE,
    FIELD_ANSWERS,
    FIELD_BUTTON,
    FIELD_HIDDEN,
    FIELD_FILE /* the file itself is r->upload; the form only shows the choice */,
};
/* C type of the member: TEXT..CODE, CHOICE, BUTTON, HIDDEN: const char * (NULL when empty) · DATUM: datum · GELD: geld
 * · UREN: uren · BP: basispunt · INT, VERSIE: int64_t · ID: any id struct · CHECK: bool · ANSWERS: struct answers ·
 * KVK, POSTCODE: const char * normalised */

enum {
    FIELD_REQUIRED = 1,
    FIELD_OLD_ENOUGH = 2 /* date not in the future */,
    FIELD_NEW_PASSWORD = 4,
    FIELD_NO_BSN_CHECK = 8,
    FIELD_KEEP_SPACES = 16,
    FIELD_READONLY = 32 /* shown, never read from the browser */,
    FIELD_NEW_LAST = 64 /* select with "toevoegen…" as last choice */
};

struct choice {
    const char *value, *label;
    bool disabled;
};

struct field {
    enum field_type type;
    const char *name; /* in the HTML; ANSWERS: the prefix */
    const char *label;
    int flags;
    size_t offset, size; /* AT(struct, member) */
    int64_t min, max;    /* TEXT: bytes (0 = 200), LINES (0 = 2000); GELD: cent; UREN: hundredths; BP; INT; 0,0 = type's
                            own bounds,    which begin at 0 (GELD, INT) and end at 168 h (UREN), 100 % (BP) */
    const char *hint;
    const char *autocomplete;
    const char *fieldset; /* a new heading starts here */
    const struct choice
        *choices;       /* CHOICE: fixed list, ends with a NULL value; NULL = given by the page with form_choices */
    int repeat;         /* > 0: rows name.0 … name.N-1 in an array member; size is of one element */
    const char *rows;   /* label of the table the repeated fields with the same text stand in */
    const char *accept; /* FILE: what the chooser shows; NULL = PDF */
    const char *called; /* in messages: "de startdatum", "het bedrag"; NULL = made of the label with its article */
};
#define AT(type, member)         .offset = offsetof(type, member), .size = sizeof(((type *)0)->member)
#define AT_ROWS(type, member, n) .offset = offsetof(type, member), .size = sizeof(((type *)0)->member[0]), .repeat = (n)
#define FORM_END                                                                                                       \
    {                                                                                                                  \
        .type = FIELD_END                                                                                              \
    }

#define FORM_NEW    "nieuw" /* value of the last choice of a FIELD_NEW_LAST select; a FIELD_ID reads it as FORM_NEW_ID */
#define FORM_NEW_ID (-1)

struct answer {
    const char *name, *value;
}; /* name: what follows the prefix; value trimmed, "" when left empty */
struct answers {
    size_t n;
    const struct answer *list;
};

/* ---- raw: what the browser sent ---- */
struct typed {
    const char *name;
    const char *value;
}; /* checked UTF-8 */
struct typed_list {
    size_t n;
    const struct typed *list;
};
const char *typed_value(const struct typed_list *t, const char *name); /* NULL when absent */

/* ---- problems ---- */
struct problem {
    const char *field;
    const char *text;
}; /* field "" = the whole form */
struct problems {
    size_t n, room;
    struct problem *list;
    struct arena *arena;
};
void problem_add(struct problems *p, const char *field, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Reads the typed values into *out (zeroed first; absent dates etc. become …_GEEN). INVALID with problems; FORBIDDEN
 * for an undeclared or a repeated scalar field (400: the page never sent that). Rows that are wholly empty are skipped
 * at the end of a table. */
MUST enum result form_read(const struct field *form, const struct typed_list *typed, datum today, struct arena *a,
                           void *out, struct problems *problems);

/* ---- view: what templates/form.html shows ---- */
struct choice_view {
    const char *value, *label;
    bool chosen, disabled;
};
struct field_view {
    const char *id, *name, *label, *value, *hint, *error, *autocomplete, *inputmode, *input_type, *maxlength, *accept;
    const char *described_by; /* ids of hint and error, "" when none */
    const char *fieldset;     /* heading that starts before this field, or NULL */
    bool required, checked, is_select, is_lines, is_check, is_radio, is_hidden, is_readonly, is_password, is_button,
        is_file;
    size_t n_choices;
    struct choice_view *choices;
};
struct form_row {
    size_t n_cells;
    struct field_view **cells;
    int nr;
};
struct form_table {
    const char *label;
    size_t n_heads;
    const char **heads;
    size_t n_rows;
    struct form_row *rows;
};
struct form_view {
    size_t n;
    struct field_view **fields; /* in the table's order, without the repeated ones */
    size_t n_tables;
    struct form_table *tables;
    size_t n_errors;
    struct problem_view {
        const char *href_id, *text;
    } * errors; /* the summary at the top */
    bool has_required;
};
/* Builds the view: values from `typed` when there is any (redisplay, draft), else from `values` (a filled input
 * struct), else empty. rows_shown: how many rows of the repeated tables to show at least (0 = as many as are filled +
 * 1). */
struct form_view *form_view_new(struct arena *a, const struct field *form, const struct typed_list *typed,
                                const void *values, const struct problems *problems, int rows_shown);
struct field_view *form_field(struct form_view *v, const char *name); /* asserts that it exists */
void form_choices(struct form_view *v, struct arena *a, const char *name, const struct choice *choices, size_t n);
void form_readonly(struct form_view *v, struct arena *a, const char *name, const char *shown);

#endif
