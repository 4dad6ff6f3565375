/* app/logboek/logboek.h: door of the room logboek: the audit log of a regio, for its coordinatiepunt. Who did what,
 * when, on what; never who a kandidaat is. */
#ifndef APP_LOGBOEK_H
#define APP_LOGBOEK_H

#include "web/request.h"

enum result logboek_page(struct request *r);  /* CP */
enum result logboek_excel(struct request *r); /* CP: the same, all of it, as a file */

#endif
