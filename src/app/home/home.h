/* app/home/home.h: door of the room home: the first page after login, and the public pages that belong to no room. */
#ifndef APP_HOME_H
#define APP_HOME_H

#include "web/request.h"

enum result home_page(struct request *r);
enum result toegankelijkheid_page(struct request *r), privacy_page(struct request *r);

#endif
