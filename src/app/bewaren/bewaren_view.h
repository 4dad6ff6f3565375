/* app/bewaren/bewaren_view.h: what the pages of the room show. A person is a number. */
#ifndef BEWAREN_VIEW_H
#define BEWAREN_VIEW_H

#include "app/layout.h"

struct bewaar_row { kandidaat_id id; const char *opdrachtnemer, *uitstel_reden; datum afgerond, vervalt, uitstel_tot; bool voorbij, uitgesteld; };
struct lijst_row { vernietiging_id id; const char *grond, *wie, *besloten_wie, *reden; tijdstip op, besloten_op, klaar_op; int64_t aantal, gewist, overgeslagen; bool besloten, akkoord, klaar, mag_besluiten, mag_weigeren; };
struct lijst_regel { kandidaat_id id; datum vervalt; const char *uitkomst; };
struct bewaren_view { struct page *page; size_t n_rows, n_lijsten; struct bewaar_row *rows; struct lijst_row *lijsten; int64_t voorbij, aantal; int64_t jaren; bool open_lijst; };
struct lijst_view { struct page *page; struct lijst_row *lijst; size_t n_rows; struct lijst_regel *rows; };
struct bewaar_act_view { struct page *page; struct form_view *form; const char *what, *button; own_path cancel; bool danger; };

#endif
