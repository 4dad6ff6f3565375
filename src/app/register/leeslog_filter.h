/* app/register/leeslog_filter.h: what was asked of the reading log: the same for the page and the file. Private to the
 * room. */
#ifndef LEESLOG_FILTER_H
#define LEESLOG_FILTER_H

#include "app/register/register_store.h"

/* In arena a. woorden: how the file says them. not_read: the label of a filter that was not understood and is not
 * applied, or NULL. */
void leeslog_filter_read(struct request *r, struct arena *a, struct lees_filter *f, const char **woorden,
                         const char **not_read);

#endif
