/* app/samenvoegen/samenvoegen.h: door of the room samenvoegen: two organisaties that are one become one. The
 * coordinatiepunt compares and decides; where an opdrachtnemer or intermediair has projects in another regio, that
 * one's coordinatiepunt must agree first. What moves and who may is scope.sql's (samenvoeging). */
#ifndef APP_SAMENVOEGEN_H
#define APP_SAMENVOEGEN_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct samenvoegen_input {
    organisatie_id met;
    const char *blijft, *naam, *adres, *reden;
};
struct samenvoegen_weigeren_input {
    const char *reden;
};
extern const struct field samenvoegen_form[], samenvoegen_weigeren_form[];

enum result samenvoegingen_page(struct request *r); /* look-alikes, what waits, what was */
enum result samenvoegen_page(struct request *r),
    samenvoegen_post(struct request *r); /* of one organisatie: with which, and what stays */
enum result
samenvoeging_page(struct request *r); /* what moves, what to look at, and the question; afterwards the record */
enum result samenvoeging_uitvoeren_post(struct request *r), samenvoeging_intrekken_post(struct request *r),
    samenvoeging_verschillend_post(struct request *r);
enum result samenvoeging_akkoord_page(struct request *r),
    samenvoeging_akkoord_post(struct request *r); /* another regio */
enum result samenvoeging_weigeren_page(struct request *r), samenvoeging_weigeren_post(struct request *r);

#endif
