/* app/register/register.h: door of the room register: what proves careful handling (besluiten/0032): versions of the
 * confidentiality statement of a regio and who accepted them, the reading log with what is unusual in it, and the
 * register of processing (AVG art. 30). All for the coordinatiepunt. */
#ifndef APP_REGISTER_H
#define APP_REGISTER_H

#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

struct geheimhouding_input {
    const char *tekst;
    datum geldt_vanaf;
    int64_t nr;
};
struct leessignaal_input {
    const char *wie, *dag, *oordeel;
};
struct verwerking_input {
    const char *grondslag, *ontvangers, *verwerkers, *toelichting;
    int64_t versie;
};
extern const struct field geheimhouding_form[], leessignaal_form[], verwerking_form[];

enum result geheimhouding_list_page(struct request *r);
enum result geheimhouding_new_page(struct request *r), geheimhouding_preview(struct request *r),
    geheimhouding_new_post(struct request *r);
enum result geheimhouding_page(struct request *r); /* one version: its text, who accepted it and who has not */
enum result leeslog_page(struct request *r), leeslog_excel(struct request *r);
enum result leessignaal_page(struct request *r), leessignaal_post(struct request *r);
enum result verwerkingsregister_page(struct request *r), verwerkingsregister_excel(struct request *r);
enum result verwerking_page(struct request *r), verwerking_post(struct request *r);

/* Days on which somebody read more persons than the regio's limit and that no coordinator judged yet, for the home
 * page; *sinds: the newest. */
MUST enum result leessignalen_open(struct reader *db, struct arena *a, datum today, int64_t *n, datum *sinds);

#endif
