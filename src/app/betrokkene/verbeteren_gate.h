/* app/betrokkene/verbeteren_gate.h: telling the contractor that the coordinatiepunt corrected data. */
#ifndef VERBETEREN_GATE_H
#define VERBETEREN_GATE_H

#include "web/request.h"

/* A mail to each contact of the opdrachtnemer and the SR-intermediair of the projects on which this person has inzet,
 * in every regio: that the data of this number was corrected, never what. Nobody else. nummer: "K-000123". At the desk.
 */
MUST enum result verbeterd_mail(struct request *r, kandidaat_id who, const char *nummer);

#endif
