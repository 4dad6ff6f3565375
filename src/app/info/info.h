/* app/info/info.h: door of the room info: Algemene informatie › Handleidingen: per role what its people do, with
 * pictures. */
#ifndef APP_INFO_H
#define APP_INFO_H

#include "core/result.h"
#include "web/request.h"

enum result handleidingen_page(struct request *r); /* which there are: the viewer's own first */
enum result handleiding_og_page(struct request *r), handleiding_on_page(struct request *r),
    handleiding_am_page(struct request *r), handleiding_cp_page(struct request *r);

#endif
