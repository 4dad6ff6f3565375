/* app/logboek/logboek_filter.h: what was asked of the log: the same for the page and the file. Private to the room. */
#ifndef LOGBOEK_FILTER_H
#define LOGBOEK_FILTER_H

#include "app/logboek/logboek_store.h"
#include "web/request.h"

/* The filters of the address, in arena a. woorden: how the file says them. False when the days were not understood:
 * then all days. */
bool logboek_filter_read(struct request *r, struct arena *a, struct logboek_filter *f, const char **woorden);

#endif
