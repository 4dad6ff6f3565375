/* web/form_value.h: one typed value by its field's type, and what is wrong with it in the user's words. Each returns
 * the value, or what stands for none after it has added a problem. Private to web/form*.c. */
#ifndef WEB_FORM_VALUE_H
#define WEB_FORM_VALUE_H

#include "web/form.h"

enum { TEXT_MAX = 200 };

/* One value under way: its field, its row (-1 = no row) and where problems go. */
struct reading {
    const struct field *field;
    int row;
    const char *name;
    struct arena *arena;
    struct problems *problems;
    datum today;
    bool refused; /* the page never sent this */
};

void value_say_missing(struct reading *r);
bool value_has_bsn(struct reading *r, const char *value);
bool value_length_is_right(struct reading *r, const char *value, int64_t standard);
const char *value_text(struct reading *r, const char *value);
const char *value_email(struct reading *r, const char *value);
const char *value_phone(struct reading *r, const char *value);
const char *value_kvk(struct reading *r, const char *value);
const char *value_postcode(struct reading *r, const char *value);
const char *value_password(struct reading *r, const char *value);
const char *value_code(struct reading *r, const char *value);
const char *value_choice(struct reading *r, const char *value);
datum value_datum(struct reading *r, const char *value);
geld value_geld(struct reading *r, const char *value);
uren value_uren(struct reading *r, const char *value);
basispunt value_bp(struct reading *r, const char *value);
int64_t value_int(struct reading *r, const char *value);
int64_t value_id(struct reading *r, const char *value);
int64_t value_versie(struct reading *r, const char *value);

#endif
