/* app/bericht/bericht.h: door of the room bericht: Beheer › Berichten: what became of the mails of a regio, and sending
 * again what did not arrive. Never shows what stands in a mail: it may hold a personal link. */
#ifndef APP_BERICHT_H
#define APP_BERICHT_H

#include "web/request.h"
#include "web/route.h"

enum result berichten_page(struct request *r);
enum result bericht_again_post(struct request *r);

#endif
