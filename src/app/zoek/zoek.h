/* app/zoek/zoek.h: door of the room zoek: one box over what the viewer may see: projects, organisaties, K-numbers. */
#ifndef APP_ZOEK_H
#define APP_ZOEK_H

#include "core/result.h"
#include "web/request.h"

enum result zoek_page(struct request *r); /* /zoeken?q= */

#endif
