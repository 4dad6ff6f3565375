/* data/database_scripts.h: opening with scripts of one's own, for tests of the data floor. */
#ifndef DATA_DATABASE_SCRIPTS_H
#define DATA_DATABASE_SCRIPTS_H

#include "core/embedded.h"
#include "data/database.h"

MUST enum result database_open_with(const char *file, bool may_create, bool serve, const struct embedded_file *scripts,
                                    size_t n, struct text *problems, struct database **out);

#endif
