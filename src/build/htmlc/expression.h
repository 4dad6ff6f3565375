/* build/htmlc/expression.h: the few expressions a template may hold. What is not in this grammar is a rule, and rules
 * stand in C where they are tested: value      name { .name | ->name | [index] }     url_…(arguments)
 * label_…(arguments) condition  values, numbers and enum names with ! && || == != < > <= >= and brackets arguments
 * values, &values, numbers, "literals", separated by commas Types are not known here: the C compiler checks them, at
 * the template's line. */
#ifndef HTMLC_EXPRESSION_H
#define HTMLC_EXPRESSION_H

#include <ctype.h>
#include <stdbool.h>

enum expression { VALUE, CONDITION, ARGUMENTS };

/* NULL when e is one; else why not, and *at is where in e. */
const char *expression_check(const char *e, enum expression kind, const char **at);

static inline bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

#endif
