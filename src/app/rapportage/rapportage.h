/* app/rapportage/rapportage.h: door of the room rapportage: Projecten, Kandidaten (anonymised for everybody), Kosten,
 * for CP the regio by year, each as it is today or as it was on a past day, and as an Excel file of exactly what is
 * filtered; what made the difference between two days; all of one project as Excel. Only reads. One path for page,
 * chart and file: they cannot differ (besluiten/0016). */
#ifndef APP_RAPPORTAGE_H
#define APP_RAPPORTAGE_H

#include "core/result.h"
#include "core/values.h"
#include "web/request.h"
#include "web/route.h"

enum result rapport_projecten_page(struct request *r), rapport_kandidaten_page(struct request *r),
    rapport_kosten_page(struct request *r);
enum result rapport_projecten_excel(struct request *r), rapport_kandidaten_excel(struct request *r),
    rapport_kosten_excel(struct request *r);
enum result rapport_jaar_page(struct request *r), rapport_jaar_excel(struct request *r); /* CP: the regio by year */
enum result rapport_verschil_page(struct request *r), rapport_verschil_excel(struct request *r); /* between two days */
enum result detailoverzicht_page(struct request *r); /* all of one project as Excel */

#endif
