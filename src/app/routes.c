/* app/routes.c: THE SHEET OF PAGES: every page of the house, once. From here come routing, rights, limits, lanes,
 * docs/routes.md, the audit name and tests/walk, which asks every line × every role × an own and a foreign object. In
 * the order of the permission table (spec 1). */
#include "app/routes.h"

#include "app/account/account.h"
#include "app/akkoord/akkoord.h"
#include "app/bericht/bericht.h"
#include "app/bestand/bestand.h"
#include "app/bewaren/bewaren.h"
#include "app/betrokkene/betrokkene.h"
#include "app/bouwblokken/bouwblokken.h"
#include "app/dossier/dossier.h"
#include "app/eindoordeel/eindoordeel.h"
#include "app/home/home.h"
#include "app/huisstijl/huisstijl.h"
#include "app/hulpvraag/hulpvraag.h"
#include "app/info/info.h"
#include "app/inhoud/inhoud.h"
#include "app/logboek/logboek.h"
#include "app/organisatie/organisatie.h"
#include "app/overdracht/overdracht.h"
#include "app/plan/plan.h"
#include "app/project/project.h"
#include "app/pso/pso.h"
#include "app/rapportage/rapportage.h"
#include "app/regio/regio.h"
#include "app/samenvoegen/samenvoegen.h"
#include "app/register/register.h"
#include "app/steekproef/steekproef.h"
#include "app/toegang/toegang.h"
#include "app/verantwoording/verantwoording.h"
#include "app/zoek/zoek.h"

/* clang-format off */
SQL(may_see_project,        "SELECT 1 AS mag FROM project WHERE id = :id");
SQL(may_wijzigen,           "SELECT mag_wijzigen OR mag_extra_wsp OR mag_intermediair AS mag FROM project WHERE id = :id");
SQL(may_wijzigen_data,      "SELECT mag_wijzigen AS mag FROM project WHERE id = :id");
SQL(may_see_vernietiging,   "SELECT 1 AS mag FROM vernietiging WHERE id = :id");
SQL(may_besluiten,          "SELECT mag_besluiten AS mag FROM vernietiging WHERE id = :id");
SQL(may_weigeren,           "SELECT mag_weigeren AS mag FROM vernietiging WHERE id = :id");
SQL(may_uitstellen,         "SELECT 1 AS mag FROM bewaren WHERE kandidaat_id = :id");
SQL(may_uitstellen_project, "SELECT 1 AS mag FROM bewaren_stuk WHERE project_id = :id LIMIT 1");
SQL(may_see_geheimhouding,  "SELECT 1 AS mag FROM geheimhouding WHERE id = :id");
SQL(may_see_verwerking,     "SELECT 1 AS mag FROM verwerking WHERE id = :id");
SQL(may_see_verzoek,        "SELECT 1 AS mag FROM verzoek WHERE id = :id");
SQL(may_verzoek,            "SELECT mag_wijzigen AS mag FROM verzoek WHERE id = :id");
SQL(may_verzoek_persoon,    "SELECT max(v.mag_wijzigen) AS mag FROM verzoek_kandidaat t JOIN verzoek v ON v.id = t.verzoek_id WHERE t.kandidaat_id = :id HAVING count(*) > 0");     /* which of them: the handler */
SQL(may_verbeteren,         "SELECT max(mag_verbeteren) AS mag FROM verzoek_kandidaat WHERE kandidaat_id = :id HAVING count(*) > 0");
SQL(may_verzoek_brief,      "SELECT max(mag_wissen AND geblokkeerd_op IS NULL) AS mag FROM verzoek_kandidaat WHERE kandidaat_id = :id HAVING count(*) > 0");
SQL(may_verlengen_verzoek,  "SELECT mag_wijzigen AND verlengd_reden = '' AS mag FROM verzoek WHERE id = :id");
SQL(may_eindoordeel,        "SELECT mag_eindoordeel AS mag FROM project WHERE id = :id");
SQL(may_goedkeuren,         "SELECT mag_goedkeuren AS mag FROM project WHERE id = :id");
SQL(may_intrekken,          "SELECT mag_intrekken AS mag FROM project WHERE id = :id");
SQL(may_afronden,           "SELECT mag_afronden AS mag FROM project WHERE id = :id");
SQL(may_heropenen,          "SELECT mag_heropenen AS mag FROM project WHERE id = :id");
SQL(may_see_notities,       "SELECT 1 AS mag FROM project WHERE id = :id AND mag_notities");
SQL(may_notitie,            "SELECT mag_notitie AS mag FROM project WHERE id = :id AND mag_notities");
SQL(may_document,           "SELECT mag_document AS mag FROM project WHERE id = :id");
SQL(may_perioden,           "SELECT mag_perioden AS mag FROM project WHERE id = :id");
SQL(may_contact,            "SELECT mag_contact AS mag FROM project WHERE id = :id");
SQL(may_inzet,              "SELECT mag_inzet AS mag FROM project WHERE id = :id");
SQL(may_see_inzet,          "SELECT 1 AS mag FROM inzet WHERE id = :id");
SQL(may_brief,              "SELECT mag_brief AS mag FROM inzet WHERE id = :id");
SQL(may_correct_inzet,      "SELECT mag_inzet AS mag FROM inzet WHERE id = :id");
SQL(may_intrekken_inzet,    "SELECT mag_intrekken AS mag FROM inzet WHERE id = :id");
SQL(may_beoordelen,         "SELECT mag_beoordelen AS mag FROM inzet WHERE id = :id");
SQL(may_beheren,            "SELECT mag_beheren AS mag FROM gebruiker WHERE id = :id");
SQL(may_blokkeren,          "SELECT mag_beheren AND id <> kijker() AS mag FROM gebruiker WHERE id = :id");
SQL(may_verplaatsen,        "SELECT mag_beheren AND organisatie_soort <> 'coordinatiepunt' AS mag FROM gebruiker WHERE id = :id");
SQL(may_waarneming,         "SELECT mag_beeindigen AS mag FROM waarneming WHERE id = :id");
SQL(may_bericht,            "SELECT mag_opnieuw AS mag FROM bericht WHERE id = :id");
SQL(may_behandelen,         "SELECT mag_behandelen AS mag FROM hulpvraag WHERE id = :id AND mag_behandelen");
SQL(may_own_hulpvraag,      "SELECT 1 AS mag FROM hulpvraag WHERE id = :id AND gebruiker_id = kijker()");
SQL(may_see_organisatie,    "SELECT 1 AS mag FROM organisatie WHERE id = :id");
SQL(may_change_organisatie, "SELECT mag_wijzigen AS mag FROM organisatie WHERE id = :id");
SQL(may_samenvoegen,        "SELECT soort <> 'coordinatiepunt' AND samengevoegd_met IS NULL AS mag FROM organisatie WHERE id = :id");
SQL(may_see_samenvoeging,   "SELECT 1 AS mag FROM samenvoeging WHERE id = :id");
SQL(may_samenvoeging,       "SELECT mag_uitvoeren AS mag FROM samenvoeging WHERE id = :id");
SQL(may_samenvoeging_weg,   "SELECT mag_intrekken AS mag FROM samenvoeging WHERE id = :id");
SQL(may_samenvoeging_akkoord, "SELECT mag_besluiten AS mag FROM samenvoeging WHERE id = :id");
SQL(may_see_toegang,        "SELECT 1 AS mag FROM toegang WHERE id = :id");
SQL(may_toegang,            "SELECT mag_wijzigen AS mag FROM toegang WHERE id = :id");
SQL(may_choose_organisatie, "SELECT soort IN ('opdrachtnemer', 'intermediair') AS mag FROM keuze_organisatie WHERE id = :id");

SQL(may_see_beleid,         "SELECT 1 AS mag FROM inhoud_lezen WHERE id = :id AND soort = 'beleid'");
SQL(may_see_beleidversie,   "SELECT 1 AS mag FROM beleid_versie WHERE id = :id");
SQL(may_see_nieuws,         "SELECT 1 AS mag FROM inhoud_lezen WHERE id = :id AND soort = 'nieuws'");
SQL(may_see_feed,           "SELECT 1 AS mag FROM regio_contact WHERE id = :id");
SQL(may_see_informatie,     "SELECT 1 AS mag FROM inhoud_lezen WHERE id = :id AND soort = 'informatie'");
SQL(may_tekst,              "SELECT 1 AS mag FROM inhoud WHERE id = :id");
SQL(may_tekst_versie,       "SELECT 1 AS mag FROM inhoud_versie WHERE id = :id");
SQL(may_tekst_publiceren,   "SELECT mag_publiceren AS mag FROM inhoud WHERE id = :id");
SQL(may_tekst_intrekken,    "SELECT mag_intrekken AS mag FROM inhoud WHERE id = :id");

SQL(may_see_pso,            "SELECT 1 AS mag FROM pso_houder WHERE id = :id");
SQL(may_pso,                "SELECT mag_wijzigen AS mag FROM pso_houder WHERE id = :id");
SQL(may_plan,               "SELECT mag_plan AS mag FROM plan_feiten WHERE project_id = :id");
SQL(may_plan_beoordelen,    "SELECT mag_plan_beoordelen AS mag FROM plan_feiten WHERE project_id = :id");

SQL(may_see_steekproef,     "SELECT 1 AS mag FROM steekproef WHERE id = :id");
SQL(may_steekproef_sluiten, "SELECT mag_sluiten AS mag FROM steekproef WHERE id = :id");
SQL(may_see_item,           "SELECT 1 AS mag FROM steekproef_item WHERE id = :id");
SQL(may_item_oordeel,       "SELECT mag_oordeel AS mag FROM steekproef_item WHERE id = :id");
SQL(may_item_antwoord,      "SELECT mag_antwoord AS mag FROM steekproef_item WHERE id = :id");
SQL(may_gezien,             "SELECT mag_intrekken AS mag FROM gezien WHERE id = :id");
SQL(may_bewijs,             "SELECT mag_bewijs AS mag FROM inzet WHERE id = :id");
SQL(may_bewijs_intrekken,   "SELECT mag_intrekken AS mag FROM bewijs WHERE id = :id");

SQL(may_see_set,            "SELECT 1 AS mag FROM set_beheer WHERE id = :id");
SQL(may_set,                "SELECT mag_wijzigen AS mag FROM set_beheer WHERE id = :id");
SQL(may_blok,               "SELECT mag_wijzigen AS mag FROM blok_beheer WHERE id = :id");
SQL(may_publiceren,         "SELECT mag_publiceren AS mag FROM set_beheer WHERE id = :id");
SQL(may_set_intrekken,      "SELECT mag_intrekken AS mag FROM set_beheer WHERE id = :id");
SQL(may_herwaarderen,       "SELECT mag_herwaarderen AS mag FROM set_beheer WHERE id = :id");

#define NOTHING            { NULL, NULL, NULL }
#define SEE(x)             { &may_see_##x, #x, NULL }
#define MAY(x, stmt, why)  { &(stmt), #x, why }
/* Room beyond the maximum, so that a document that is somewhat too large is refused on its page, with its size. */
enum { DOCUMENT_BODY = 4 * DOCUMENT_MAX };
#define SET(stmt, why)     { &(stmt), "set", why }
#define WRITES(type, f)    .form = f, .input_size = sizeof(struct type)

/* inzet with perhaps a PDF; and the acts on an overeenkomst, which look at whose it is before what was typed */
#define EFFORT(f, shows)   WRITES(overig_input, f), .form_page = shows, .form_partial = true, .slow = overig_check, .body = DOCUMENT_BODY
#define LIFE(type, f, shows) WRITES(type, f), .form_page = shows, .form_partial = true

static const char only_og[] = "Dat kan alleen de opdrachtgever van dit project, zolang het niet is afgerond.";
static const char only_parties[] = "Dat kan alleen zolang het project niet is afgerond.";
static const char only_on[] = "Dat kan alleen de opdrachtnemer of de SR-intermediair van dit project, zolang de SR verantwoording niet is goedgekeurd en het project niet is afgerond.";
static const char only_on_intrekken[] = "Intrekken kan alleen de opdrachtnemer of de SR-intermediair van dit project, zolang de inzet nog nooit is goedgekeurd. Klopt goedgekeurde inzet niet? Corrigeer haar dan.";
static const char only_am_inzet[] = "Dat kan alleen de accountmanager van dit project, zolang de inzet op beoordeling wacht.";
static const char only_cp[] = "Dat kan alleen het coördinatiepunt.";
static const char only_raam[] = "Perioden horen bij een raamovereenkomst. De opdrachtgever kan ze aanpassen zolang het project niet is afgerond.";
static const char only_og_wijzigen[] = "Dat kan alleen de opdrachtgever van dit project of het coördinatiepunt, zolang het niet is afgerond.";
static const char only_am[] = "Dat kan alleen de accountmanager van dit project, vanaf de laatste dag en zolang de verantwoording nog niet is goedgekeurd.";
static const char only_other_cp[] = "Over een vernietigingslijst besluit een andere coördinator dan wie haar voorstelde, en maar één keer.";
static const char only_brief[] = "Een kandidatenbrief maakt de opdrachtnemer of de SR-intermediair, zolang het project niet is afgerond. Daarna, of als de gegevens zijn afgeschermd, doet het coördinatiepunt dat.";
static const char only_brief_cp[] = "Dat kan alleen in een open verzoek, zolang de gegevens niet zijn gewist of afgeschermd.";
static const char only_correctie[] = "Verbeteren kan alleen in een open verzoek om correctie, zolang de gegevens niet zijn gewist.";
static const char only_open_toegang[] = "Deze controle is gesloten. Begin een nieuwe.";
static const char only_one_organisatie[] = "Een coördinatiepunt wordt niet samengevoegd, en wat al is samengevoegd ook niet.";
static const char only_concept_samenvoeging[] = "Dat kan alleen het coördinatiepunt dat dit samenvoegen voorbereidt, zolang er nog niet over is besloten.";
static const char only_asked_samenvoeging[] = "Akkoord geeft het coördinatiepunt van een andere regio waar een van de organisaties projecten heeft, één keer en zolang er nog niet is besloten.";
static const char only_open_verzoek[] = "Dit verzoek is gesloten, of dit is al gedaan.";
static const char only_am_eind[] = "Dat kan alleen de accountmanager van dit project, vanaf de laatste dag en zolang het project niet is afgerond.";
static const char only_am_back[] = "Dat kan alleen de accountmanager, nadat de verantwoording is goedgekeurd en zolang het project niet is afgerond.";
static const char only_og_afronden[] = "Dat kan alleen de opdrachtgever, vanaf de laatste dag en nadat de SR verantwoording is goedgekeurd.";
static const char only_cp_heropenen[] = "Alleen het coördinatiepunt kan een afgerond project heropenen.";
static const char only_pso[] = "Dat kan alleen de opdrachtnemer zelf, of het coördinatiepunt van een regio waar de opdrachtnemer een lopend project heeft.";

static const char only_drawer[] = "Dat kan alleen zolang de steekproef open is: het coördinatiepunt, of een accountmanager die aan alle projecten van deze steekproef is gekoppeld als een accountmanager haar trok.";
static const char only_judge[] = "Dat kan alleen de accountmanager van dit project of het coördinatiepunt, zolang de steekproef open is.";
static const char only_on_item[] = "Dat kan alleen de opdrachtnemer of de SR-intermediair van dit project, zolang de steekproef open is.";
static const char only_on_bewijs[] = "Dat kan alleen de opdrachtnemer of de SR-intermediair van dit project, zolang het project niet is afgerond.";
static const char only_with_concept[] = "Er is geen concept van deze tekst. Wijzig de tekst eerst.";
static const char only_published_text[] = "Alleen wat is gepubliceerd kan worden ingetrokken.";
static const char only_concept[] = "Alleen een concept kan worden gewijzigd. Een gepubliceerde set blijft zoals hij is: maak een nieuwe versie.";
static const char only_second[] = "Een concept wordt gepubliceerd door een andere coördinator dan wie het maakte of het laatst wijzigde. Vraag een collega.";
static const char only_unused[] = "Een set kan alleen worden ingetrokken zolang geen project hem heeft en er geen latere set is.";
static const char only_published[] = "Projecten kunnen alleen naar een gepubliceerde set.";
static const char not_self[] = "Uw eigen account kunt u niet blokkeren. Een andere coördinator kan dat.";
static const char only_links[] = "Een coördinator ziet alle projecten van de regio: daar is niets over te dragen of te verplaatsen.";
static const char only_running_waarneming[] = "Deze waarneming is al voorbij, of is door een ander vastgelegd.";
static const char only_on_plan[] = "Dat kan alleen de opdrachtnemer of de SR-intermediair van dit project, zolang het niet is afgerond en er geen plan wacht op de accountmanager.";
static const char only_am_plan[] = "Dat kan alleen de accountmanager van dit project, als er een plan van aanpak is ingediend dat nog niet is beoordeeld.";

enum { OG = SOORT_OG, ON = SOORT_ON, IM = SOORT_IM, AM = SOORT_AM, CP = SOORT_CP, ALL = WHO_ALL, PUBLIC = WHO_PUBLIC, HALF = WHO_HALF, UNSIGNED = WHO_UNSIGNED };

const struct route routes[] = {
/*  method path                                              who                    may                                    page */
  { .method = GET, "/inloggen",                                       PUBLIC,                NOTHING, login_page },
  { .method = POST,"/inloggen",                                       PUBLIC,                NOTHING, login_post, WRITES(login_input, login_form), .form_page = login_page, .slow = login_hash, .no_once = true },
  { .method = GET, "/inloggen/code",                                  HALF,                  NOTHING, login_code_page },
  { .method = POST,"/inloggen/code",                                  HALF,                  NOTHING, login_code_post, WRITES(code_input, code_form), .form_page = login_code_page, .no_once = true },
  { .method = POST,"/uitloggen",                                      ALL | HALF | UNSIGNED, NOTHING, logout_post, .no_once = true },
  { .method = GET, "/wachtwoord-vergeten",                            PUBLIC,                NOTHING, forgotten_page },
  { .method = POST,"/wachtwoord-vergeten",                            PUBLIC,                NOTHING, forgotten_post, WRITES(forgotten_input, forgotten_form), .form_page = forgotten_page },
  { .method = GET, "/welkom/:token",                                  PUBLIC,                NOTHING, welcome_page },
  { .method = GET, "/activeren/:token",                               PUBLIC,                NOTHING, activate_page },
  { .method = GET, "/activeren/wachtwoord",                           PUBLIC,                NOTHING, activate_password_page },
  { .method = POST,"/activeren/wachtwoord",                           PUBLIC,                NOTHING, activate_password_post, WRITES(password_set_input, password_set_form), .form_page = activate_password_page, .slow = activate_password_hash },
  { .method = GET, "/activeren/code",                                 PUBLIC,                NOTHING, activate_code_page },
  { .method = POST,"/activeren/code",                                 PUBLIC,                NOTHING, activate_code_post, WRITES(code_input, code_form), .form_page = activate_code_page, .no_once = true },
  { .method = GET, "/hulp",                                           PUBLIC,                NOTHING, help_page },
  { .method = GET, "/akkoordverklaring",                              PUBLIC,                NOTHING, akkoord_check_page, .door = true },
  { .method = GET, "/mijn-gegevens-inzien",                           PUBLIC,                NOTHING, inzien_page },
  { .method = POST,"/mijn-gegevens-inzien",                           PUBLIC,                NOTHING, inzien_post, WRITES(inzien_input, inzien_form), .form_page = inzien_page, .no_once = true },
  { .method = POST,"/mijn-gegevens-inzien/verzoek",                   PUBLIC,                NOTHING, inzien_verzoek_post, WRITES(inzien_verzoek_input, inzien_verzoek_form), .form_page = inzien_verzoek_page },
  { .method = POST,"/mijn-gegevens-inzien/klaar",                     PUBLIC,                NOTHING, inzien_klaar_post, WRITES(inzien_verzoek_input, inzien_klaar_form), .form_page = inzien_page, .no_once = true },
  { .method = GET, "/huisstijl/thema/:token",                         PUBLIC,                NOTHING, huisstijl_blad },
  { .method = GET, "/huisstijl/logo/:token",                          PUBLIC,                NOTHING, huisstijl_beeld },
  { .method = GET, "/nieuws",                                         PUBLIC,                NOTHING, nieuws_page },
  { .method = GET, "/nieuws/:inhoud",                                 PUBLIC,                { &may_see_nieuws, "inhoud", NULL }, nieuws_one_page },
  { .method = GET, "/nieuws/atom/:regio",                             PUBLIC,                { &may_see_feed, "regio", NULL }, nieuws_atom },
  { .method = GET, "/simulator",                                      PUBLIC,                NOTHING, simulator_page },
  { .method = GET, "/toegankelijkheid",                               PUBLIC,                NOTHING, toegankelijkheid_page },
  { .method = GET, "/privacy",                                        PUBLIC,                NOTHING, privacy_page },
  { .method = GET, "/geheimhouding",                                  UNSIGNED | ALL,        NOTHING, statement_page },
  { .method = POST,"/geheimhouding",                                  UNSIGNED | ALL,        NOTHING, statement_post, WRITES(statement_input, statement_form), .form_page = statement_page },

  { .method = GET, "/",                                               ALL,                   NOTHING, home_page },
  { .method = GET, "/zoeken",                                         ALL,                   NOTHING, zoek_page },
  { .method = GET, "/beleid",                                         ALL,                   NOTHING, beleid_page },
  { .method = GET, "/beleid/:inhoud",                                 ALL,                   { &may_see_beleid, "inhoud", NULL }, beleid_one_page },
  { .method = GET, "/beleid/:inhoud/versies/:inhoudversie",           ALL,                   { &may_see_beleidversie, "inhoudversie", NULL }, beleid_versie_page },
  { .method = GET, "/informatie",                                     ALL,                   NOTHING, informatie_page },
  { .method = GET, "/informatie/:inhoud",                             ALL,                   { &may_see_informatie, "inhoud", NULL }, informatie_one_page },
  { .method = GET, "/contactgegevens",                                ALL,                   NOTHING, contactgegevens_page },
  { .method = GET, "/veelgestelde-vragen",                            ALL,                   NOTHING, vragen_page },
  { .method = GET, "/handleidingen",                                  ALL,                   NOTHING, handleidingen_page },
  { .method = GET, "/handleidingen/opdrachtgever",                    ALL,                   NOTHING, handleiding_og_page },
  { .method = GET, "/handleidingen/opdrachtnemer",                    ALL,                   NOTHING, handleiding_on_page },
  { .method = GET, "/handleidingen/accountmanager",                   ALL,                   NOTHING, handleiding_am_page },
  { .method = GET, "/handleidingen/coordinatiepunt",                  ALL,                   NOTHING, handleiding_cp_page },
  { .method = GET, "/hulpvraag",                                      ALL,                   NOTHING, hulpvraag_page },
  { .method = POST,"/hulpvraag",                                      ALL,                   NOTHING, hulpvraag_post, WRITES(help_input, hulpvraag_form), .form_page = hulpvraag_page },
  { .method = GET, "/mijn-gegevens",                                  ALL,                   NOTHING, profile_page },
  { .method = POST,"/mijn-gegevens",                                  ALL,                   NOTHING, profile_post, WRITES(profile_input, profile_form), .form_page = profile_page },
  { .method = GET, "/mijn-gegevens/wachtwoord",                       ALL,                   NOTHING, password_change_page },
  { .method = POST,"/mijn-gegevens/wachtwoord",                       ALL,                   NOTHING, password_change_post, WRITES(password_change_input, password_change_form), .form_page = password_change_page, .slow = password_change_hash },
  { .method = GET, "/mijn-gegevens/sessies",                          ALL,                   NOTHING, sessions_page },
  { .method = POST,"/mijn-gegevens/sessies/beeindigen",               ALL,                   NOTHING, session_end_post, WRITES(session_end_input, session_end_form), .form_page = sessions_page },
  { .method = POST,"/mijn-gegevens/sessies/andere-beeindigen",        ALL,                   NOTHING, sessions_end_others_post },
  { .method = GET, "/mijn-gegevens/hulpvragen",                       ALL,                   NOTHING, mijn_hulpvragen_page },
  { .method = GET, "/mijn-gegevens/hulpvragen/:hulpvraag",            ALL,                   { &may_own_hulpvraag, "hulpvraag", NULL }, mijn_hulpvraag_page },
  { .method = POST,"/mijn-gegevens/hulpvragen/:hulpvraag",            ALL,                   { &may_own_hulpvraag, "hulpvraag", NULL }, mijn_hulpvraag_reactie_post, WRITES(hulpvraag_regel_input, hulpvraag_reactie_form), .form_page = mijn_hulpvraag_page },
  { .method = GET, "/mijn-gegevens/werk",                             OG | ON | IM | AM,     NOTHING, werk_page },
  { .method = GET, "/mijn-gegevens/werk/overdragen",                  OG | ON | IM | AM,     NOTHING, overdragen_page },
  { .method = POST,"/mijn-gegevens/werk/overdragen",                  OG | ON | IM | AM,     NOTHING, overdragen_post, WRITES(overdragen_input, overdragen_form), .form_page = overdragen_page },
  { .method = GET, "/mijn-gegevens/werk/waarnemen",                   OG | ON | IM | AM,     NOTHING, waarnemen_page },
  { .method = POST,"/mijn-gegevens/werk/waarnemen",                   OG | ON | IM | AM,     NOTHING, waarnemen_post, WRITES(waarnemen_input, waarnemen_form), .form_page = waarnemen_page },
  { .method = POST,"/waarnemingen/:waarneming/beeindigen",            ALL,                   MAY(waarneming, may_waarneming, only_running_waarneming), waarneming_eind_post },
  { .method = GET, "/collegas",                                       ALL,                   NOTHING, colleagues_page },
  { .method = GET, "/collegas/nieuw",                                 ALL,                   NOTHING, colleague_new_page },
  { .method = POST,"/collegas/nieuw",                                 ALL,                   NOTHING, colleague_new_post, WRITES(colleague_input, colleague_form), .form_page = colleague_new_page },

  { .method = GET, "/projecten",                                      ALL,                   NOTHING, projects_page },
  { .method = GET, "/projecten/afgerond",                             ALL,                   NOTHING, projects_done_page },
  { .method = GET, "/projecten/nieuw",                                OG | CP,               NOTHING, project_new_page },
  { .method = POST,"/projecten/nieuw",                                OG | CP,               NOTHING, project_new_post, WRITES(project_input, project_new_form), .form_page = project_new_page, .form_partial = true },
  { .method = GET, "/projecten/:project",                             ALL,                   SEE(project), project_page },
  { .method = GET, "/projecten/:project/wijzigen",                    OG | ON | AM | CP,     MAY(project, may_wijzigen, only_parties), project_edit_page },
  { .method = POST,"/projecten/:project/wijzigen",                    OG | ON | AM | CP,     MAY(project, may_wijzigen, only_parties), project_edit_post, WRITES(project_input, project_edit_form), .form_page = project_edit_page, .form_partial = true },
  { .method = GET, "/projecten/:project/perioden",                    ALL,                   SEE(project), perioden_page },
  { .method = POST,"/projecten/:project/perioden",                    OG | CP,               MAY(project, may_perioden, only_raam), perioden_post, WRITES(perioden_input, perioden_form), .form_page = perioden_page, .form_partial = true },
  { .method = GET, "/projecten/:project/contactpersonen",             ALL,                   SEE(project), contacten_page },
  { .method = POST,"/projecten/:project/contactpersonen",             ALL,                   MAY(project, may_contact, only_parties), contact_add_post, WRITES(contact_add_input, contact_add_form), .form_page = contacten_page },
  { .method = GET, "/projecten/:project/contactpersonen/:gebruiker/verwijderen", ALL,        MAY(project, may_contact, only_parties), contact_remove_page },
  { .method = POST,"/projecten/:project/contactpersonen/:gebruiker/verwijderen", ALL,        MAY(project, may_contact, only_parties), contact_remove_post, .form_page = contact_remove_page },
  { .method = GET, "/projecten/:project/contactpersonen/nieuw",       ALL,                   MAY(project, may_contact, only_parties), contact_invite_page },
  { .method = POST,"/projecten/:project/contactpersonen/nieuw",       ALL,                   MAY(project, may_contact, only_parties), contact_invite_post, WRITES(contact_invite_input, contact_invite_form), .form_page = contact_invite_page },
  { .method = GET, "/projecten/:project/verlengen",                   OG | CP,               MAY(project, may_wijzigen_data, only_og_wijzigen), verlengen_page },
  { .method = POST,"/projecten/:project/verlengen",                   OG | CP,               MAY(project, may_wijzigen_data, only_og_wijzigen), verlengen_post, WRITES(verlengen_input, verlengen_form), .form_page = verlengen_page },
  { .method = GET, "/projecten/:project/verlengen/controleren",       OG | CP,               MAY(project, may_wijzigen_data, only_og_wijzigen), verlengen_controle_page },
  { .method = POST,"/projecten/:project/verlengen/controleren",       OG | CP,               MAY(project, may_wijzigen_data, only_og_wijzigen), verlengen_controle_post, WRITES(verlengen_controle_input, verlengen_controle_form), .form_page = verlengen_controle_page, .form_partial = true },
  { .method = GET, "/projecten/:project/akkoordverklaring",           ALL,                   SEE(project), akkoord_page },
  { .method = POST,"/projecten/:project/goedkeuren",                  AM,                    MAY(project, may_goedkeuren, only_am), goedkeuren_post },
  { .method = GET, "/projecten/:project/eindoordeel",                 ALL,                   SEE(project), eindoordeel_page },
  { .method = POST,"/projecten/:project/eindoordeel",                 AM,                    MAY(project, may_eindoordeel, only_am_eind), eindoordeel_post, WRITES(eindoordeel_input, eindoordeel_form), .form_page = eindoordeel_page },
  { .method = GET, "/projecten/:project/eindoordeel/afwikkelen",      AM,                    MAY(project, may_eindoordeel, only_am_eind), afwikkelen_page },
  { .method = POST,"/projecten/:project/eindoordeel/afwikkelen",      AM,                    MAY(project, may_eindoordeel, only_am_eind), afwikkelen_post, WRITES(afwikkelen_input, afwikkelen_form), .form_page = afwikkelen_page },
  { .method = GET, "/projecten/:project/ontbreekt",                   AM,                    MAY(project, may_goedkeuren, only_am), ontbreekt_page },
  { .method = POST,"/projecten/:project/ontbreekt",                   AM,                    MAY(project, may_goedkeuren, only_am), ontbreekt_post, WRITES(reden_input, ontbreekt_form), .form_page = ontbreekt_page },
  { .method = GET, "/projecten/:project/goedkeuring-intrekken",       AM,                    MAY(project, may_intrekken, only_am_back), intrekken_page },
  { .method = POST,"/projecten/:project/goedkeuring-intrekken",       AM,                    MAY(project, may_intrekken, only_am_back), intrekken_post, WRITES(reden_input, intrekken_form), .form_page = intrekken_page },
  { .method = GET, "/projecten/:project/afronden",                    OG | CP,               MAY(project, may_afronden, only_og_afronden), afronden_page },
  { .method = POST,"/projecten/:project/afronden",                    OG | CP,               MAY(project, may_afronden, only_og_afronden), afronden_post },
  { .method = GET, "/projecten/:project/heropenen",                   CP,                    MAY(project, may_heropenen, only_cp_heropenen), heropenen_page },
  { .method = POST,"/projecten/:project/heropenen",                   CP,                    MAY(project, may_heropenen, only_cp_heropenen), heropenen_post, WRITES(reden_input, heropenen_form), .form_page = heropenen_page },
  { .method = GET, "/projecten/:project/notities",                    OG | AM,               { &may_see_notities, "project", NULL }, notities_page },
  { .method = POST,"/projecten/:project/notities",                    OG | AM,               MAY(project, may_notitie, only_parties), notitie_new_post, WRITES(notitie_input, notitie_form), .form_page = notities_page },
  { .method = GET, "/projecten/:project/notities/:notitie/wijzigen",  OG | AM,               MAY(project, may_notitie, only_parties), notitie_edit_page },
  { .method = POST,"/projecten/:project/notities/:notitie/wijzigen",  OG | AM,               MAY(project, may_notitie, only_parties), notitie_edit_post, WRITES(notitie_input, notitie_form), .form_page = notitie_edit_page, .form_partial = true },
  { .method = GET, "/projecten/:project/documenten",                  ALL,                   SEE(project), documenten_page },
  { .method = POST,"/projecten/:project/documenten",                  ALL,                   MAY(project, may_document, only_parties), document_new_post, WRITES(document_input, document_form), .form_page = documenten_page, .slow = document_check, .body = DOCUMENT_BODY },
  { .method = GET, "/projecten/:project/documenten/:document",        ALL,                   SEE(project), document_page },
  { .method = GET, "/projecten/:project/documenten/:document/verwijderen", ALL,              MAY(project, may_document, only_parties), document_remove_page },
  { .method = POST,"/projecten/:project/documenten/:document/verwijderen", ALL,              MAY(project, may_document, only_parties), document_remove_post, .form_page = document_remove_page },
  { .method = GET, "/projecten/:project/plan",                        ALL,                   SEE(project), plan_page },
  { .method = GET, "/projecten/:project/plan/wijzigen",               ON | IM,               MAY(project, may_plan, only_on_plan), plan_edit_page },
  { .method = POST,"/projecten/:project/plan/wijzigen",               ON | IM,               MAY(project, may_plan, only_on_plan), plan_edit_post, WRITES(plan_input, plan_form), .form_page = plan_edit_page, .form_partial = true },
  { .method = GET, "/projecten/:project/plan/beoordelen",             AM,                    MAY(project, may_plan_beoordelen, only_am_plan), plan_beoordelen_page },
  { .method = POST,"/projecten/:project/plan/beoordelen",             AM,                    MAY(project, may_plan_beoordelen, only_am_plan), plan_beoordelen_post, WRITES(plan_oordeel_input, plan_oordeel_form), .form_page = plan_beoordelen_page },
  { .method = GET, "/projecten/:project/plan/:plan",                  ALL,                   SEE(project), plan_versie_page },
  { .method = GET, "/projecten/:project/agenda.ics",                  ALL,                   SEE(project), agenda_page },
  { .method = GET, "/projecten/:project/historie",                    ALL,                   SEE(project), historie_page },
  { .method = GET, "/opdrachtnemers/nieuw",                           OG | CP,               NOTHING, opdrachtnemer_new_page },
  { .method = POST,"/opdrachtnemers/nieuw",                           OG | CP,               NOTHING, opdrachtnemer_new_post, WRITES(opdrachtnemer_new_input, opdrachtnemer_new_form), .form_page = opdrachtnemer_new_page, .form_partial = true },
  { .method = GET, "/opdrachtnemers/:organisatie/contact/nieuw",      OG | ON | CP,          MAY(organisatie, may_choose_organisatie, only_og), contact_new_page },
  { .method = POST,"/opdrachtnemers/:organisatie/contact/nieuw",      OG | ON | CP,          MAY(organisatie, may_choose_organisatie, only_og), contact_new_post, WRITES(contact_new_input, contact_new_form), .form_page = contact_new_page },

  { .method = GET, "/opdrachtnemers/:organisatie/pso",                ON | CP,               { &may_see_pso, "organisatie", NULL }, pso_page },
  { .method = POST,"/opdrachtnemers/:organisatie/pso",                ON | CP,               MAY(organisatie, may_pso, only_pso), pso_new_post, WRITES(pso_input, pso_form), .form_page = pso_page },
  { .method = GET, "/opdrachtnemers/:organisatie/pso/:pso/wijzigen",  ON | CP,               MAY(organisatie, may_pso, only_pso), pso_edit_page },
  { .method = POST,"/opdrachtnemers/:organisatie/pso/:pso/wijzigen",  ON | CP,               MAY(organisatie, may_pso, only_pso), pso_edit_post, WRITES(pso_input, pso_edit_form), .form_page = pso_edit_page, .form_partial = true },
  { .method = GET, "/opdrachtnemers/:organisatie/pso/:pso/verwijderen", ON | CP,             MAY(organisatie, may_pso, only_pso), pso_remove_page },
  { .method = POST,"/opdrachtnemers/:organisatie/pso/:pso/verwijderen", ON | CP,             MAY(organisatie, may_pso, only_pso), pso_remove_post, WRITES(pso_remove_input, pso_remove_form), .form_page = pso_remove_page, .form_partial = true },

  { .method = GET, "/verantwoording",                                 ON | IM,               NOTHING, verantwoording_start_page },
  { .method = GET, "/projecten/:project/verantwoording",              ALL,                   SEE(project), verantwoording_page },
  { .method = GET, "/projecten/:project/kandidaten/nieuw",            ON | IM,               MAY(project, may_inzet, only_on), kandidaat_new_page },
  { .method = POST,"/projecten/:project/kandidaten/nieuw",            ON | IM,               MAY(project, may_inzet, only_on), kandidaat_new_post, WRITES(kandidaat_input, kandidaat_new_form), .form_page = kandidaat_new_page, .form_partial = true },
  { .method = GET, "/projecten/:project/inzet/:inzet",                ALL,                   SEE(inzet), inzet_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/wie",            AM | CP,               SEE(inzet), inzet_wie_post, .no_once = true },
  { .method = GET, "/kandidaten",                                     ON | IM,               NOTHING, kandidaten_page },
  { .method = GET, "/kandidaten/brieven",                             ON | IM,               NOTHING, brieven_page },
  { .method = POST,"/kandidaten/brieven",                             ON | IM,               NOTHING, brieven_post, WRITES(brieven_input, brieven_form), .form_page = brieven_page },
  { .method = GET, "/projecten/:project/inzet/:inzet/brief",          ON | IM,               MAY(inzet, may_brief, only_brief), brief_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/brief",          ON | IM,               MAY(inzet, may_brief, only_brief), brief_post },
  { .method = GET, "/projecten/:project/inkoop/nieuw",                ON | IM,               MAY(project, may_inzet, only_on), inkoop_new_page },
  { .method = POST,"/projecten/:project/inkoop/nieuw",                ON | IM,               MAY(project, may_inzet, only_on), inkoop_new_post, EFFORT(inkoop_form, inkoop_new_page) },
  { .method = GET, "/projecten/:project/activiteiten/nieuw",          ON | IM,               MAY(project, may_inzet, only_on), activiteit_new_page },
  { .method = POST,"/projecten/:project/activiteiten/nieuw",          ON | IM,               MAY(project, may_inzet, only_on), activiteit_new_post, EFFORT(activiteit_form, activiteit_new_page) },
  { .method = GET, "/projecten/:project/fonds/nieuw",                 ON | IM,               MAY(project, may_inzet, only_on), fonds_new_page },
  { .method = POST,"/projecten/:project/fonds/nieuw",                 ON | IM,               MAY(project, may_inzet, only_on), fonds_new_post, EFFORT(fonds_form, fonds_new_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/inkoop-wijzigen", ON | IM,              MAY(inzet, may_correct_inzet, only_on), inkoop_edit_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/inkoop-wijzigen", ON | IM,              MAY(inzet, may_correct_inzet, only_on), inkoop_edit_post, EFFORT(inkoop_wijzigen_form, inkoop_edit_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/activiteit-wijzigen", ON | IM,          MAY(inzet, may_correct_inzet, only_on), activiteit_edit_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/activiteit-wijzigen", ON | IM,          MAY(inzet, may_correct_inzet, only_on), activiteit_edit_post, EFFORT(activiteit_wijzigen_form, activiteit_edit_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/fonds-wijzigen", ON | IM,               MAY(inzet, may_correct_inzet, only_on), fonds_edit_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/fonds-wijzigen", ON | IM,               MAY(inzet, may_correct_inzet, only_on), fonds_edit_post, EFFORT(fonds_wijzigen_form, fonds_edit_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/verlengen",      ON | IM,               MAY(inzet, may_correct_inzet, only_on), overeenkomst_verlengen_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/verlengen",      ON | IM,               MAY(inzet, may_correct_inzet, only_on), overeenkomst_verlengen_post, LIFE(overeenkomst_verlengen_input, overeenkomst_verlengen_form, overeenkomst_verlengen_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/uit-dienst",     ON | IM,               MAY(inzet, may_correct_inzet, only_on), uit_dienst_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/uit-dienst",     ON | IM,               MAY(inzet, may_correct_inzet, only_on), uit_dienst_post, LIFE(uit_dienst_input, uit_dienst_form, uit_dienst_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/intrekken",      ON | IM,               MAY(inzet, may_intrekken_inzet, only_on_intrekken), inzet_intrekken_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/intrekken",      ON | IM,               MAY(inzet, may_intrekken_inzet, only_on_intrekken), inzet_intrekken_post, LIFE(terugsturen_input, inzet_intrekken_form, inzet_intrekken_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/uren",           ON | IM,               MAY(inzet, may_correct_inzet, only_on), uren_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/uren",           ON | IM,               MAY(inzet, may_correct_inzet, only_on), uren_post, LIFE(uren_input, uren_form, uren_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/kandidaat",      ON | IM,               MAY(inzet, may_correct_inzet, only_on), kandidaat_data_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/kandidaat",      ON | IM,               MAY(inzet, may_correct_inzet, only_on), kandidaat_data_post, LIFE(kandidaat_input, kandidaat_data_form, kandidaat_data_page) },
  { .method = GET, "/werklijst",                                      AM | CP,               NOTHING, werklijst_page },
  { .method = GET, "/projecten/:project/inlezen",                     ON | IM,               MAY(project, may_inzet, only_on), inlezen_page },
  { .method = POST,"/projecten/:project/inlezen",                     ON | IM,               MAY(project, may_inzet, only_on), inlezen_post, WRITES(inlezen_input, inlezen_form), .form_page = inlezen_page, .slow = inlezen_check, .body = INLEZEN_MAX + 65536, .upload_in_memory = true },
  { .method = GET, "/projecten/:project/inlezen/voorbeeld",           ON | IM,               MAY(project, may_inzet, only_on), inlezen_voorbeeld_page },
  { .method = GET, "/projecten/:project/inlezen/controle",            ON | IM,               MAY(project, may_inzet, only_on), inlezen_controle_page, .slow_get = true },
  { .method = POST,"/projecten/:project/inlezen/controle",            ON | IM,               MAY(project, may_inzet, only_on), inlezen_bevestig_post, WRITES(inlezen_nr_input, inlezen_nr_form), .form_page = inlezen_page, .slow = inlezen_again },
  { .method = GET, "/te-beoordelen",                                  AM,                    NOTHING, te_beoordelen_page },
  { .method = POST,"/te-beoordelen",                                  AM,                    NOTHING, te_beoordelen_post, WRITES(beoordelen_input, beoordelen_form), .form_page = te_beoordelen_page, .no_once = true },
  { .method = POST,"/te-beoordelen/goedkeuren",                       AM,                    NOTHING, te_beoordelen_goedkeuren_post, WRITES(beoordelen_input, beoordelen_form), .form_page = te_beoordelen_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/goedkeuren",     AM,                    MAY(inzet, may_beoordelen, only_am_inzet), inzet_goedkeuren_post, WRITES(versie_input, versie_form), .form_page = inzet_page },
  { .method = GET, "/projecten/:project/inzet/:inzet/terugsturen",    AM,                    MAY(inzet, may_beoordelen, only_am_inzet), inzet_terugsturen_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/terugsturen",    AM,                    MAY(inzet, may_beoordelen, only_am_inzet), inzet_terugsturen_post, WRITES(terugsturen_input, terugsturen_form), .form_page = inzet_terugsturen_page, .form_partial = true },
  { .method = GET, "/projecten/:project/inzet/:inzet/corrigeren",     ON | IM,               MAY(inzet, may_correct_inzet, only_on), inzet_correct_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/corrigeren",     ON | IM,               MAY(inzet, may_correct_inzet, only_on), inzet_correct_post, WRITES(kandidaat_input, inzet_correct_form), .form_page = inzet_correct_page, .form_partial = true },

  { .method = GET, "/beheer/accounts",                                CP,                    NOTHING, accounts_page },
  { .method = GET, "/beheer/accounts/:gebruiker",                     CP,                    MAY(gebruiker, may_beheren, only_cp), account_page },
  { .method = GET, "/beheer/accounts/:gebruiker/twee-factor",         CP,                    MAY(gebruiker, may_beheren, only_cp), account_reset_2fa_page },
  { .method = POST,"/beheer/accounts/:gebruiker/twee-factor",         CP,                    MAY(gebruiker, may_beheren, only_cp), account_reset_2fa_post, WRITES(reset_2fa_input, reset_2fa_form), .form_page = account_reset_2fa_page },
  { .method = POST,"/beheer/accounts/:gebruiker/welkomstmail",        CP,                    MAY(gebruiker, may_beheren, only_cp), account_welcome_again_post },
  { .method = GET, "/beheer/accounts/:gebruiker/blokkeren",           CP,                    { &may_blokkeren, "gebruiker", not_self }, account_block_page },
  { .method = POST,"/beheer/accounts/:gebruiker/blokkeren",           CP,                    { &may_blokkeren, "gebruiker", not_self }, account_block_post, WRITES(blokkeren_input, blokkeren_form), .form_page = account_block_page },
  { .method = POST,"/beheer/accounts/:gebruiker/deblokkeren",         CP,                    { &may_blokkeren, "gebruiker", not_self }, account_unblock_post },
  { .method = GET, "/beheer/accounts/:gebruiker/werk",                CP,                    MAY(gebruiker, may_verplaatsen, only_links), werk_page },
  { .method = GET, "/beheer/accounts/:gebruiker/werk/overdragen",     CP,                    MAY(gebruiker, may_verplaatsen, only_links), overdragen_page },
  { .method = POST,"/beheer/accounts/:gebruiker/werk/overdragen",     CP,                    MAY(gebruiker, may_verplaatsen, only_links), overdragen_post, WRITES(overdragen_input, overdragen_form), .form_page = overdragen_page },
  { .method = GET, "/beheer/accounts/:gebruiker/werk/waarnemen",      CP,                    MAY(gebruiker, may_verplaatsen, only_links), waarnemen_page },
  { .method = POST,"/beheer/accounts/:gebruiker/werk/waarnemen",      CP,                    MAY(gebruiker, may_verplaatsen, only_links), waarnemen_post, WRITES(waarnemen_input, waarnemen_form), .form_page = waarnemen_page },
  { .method = GET, "/beheer/accounts/:gebruiker/verplaatsen",         CP,                    MAY(gebruiker, may_verplaatsen, only_links), account_move_page },
  { .method = POST,"/beheer/accounts/:gebruiker/verplaatsen",         CP,                    MAY(gebruiker, may_verplaatsen, only_links), account_move_post, WRITES(verplaatsen_input, verplaatsen_form), .form_page = account_move_page },
  { .method = POST,"/beheer/accounts/:gebruiker/sessies-beeindigen",  CP,                    MAY(gebruiker, may_beheren, only_cp), account_sessions_end_post },
  { .method = GET, "/beheer/berichten",                               CP,                    NOTHING, berichten_page },
  { .method = POST,"/beheer/berichten/:bericht/opnieuw",              CP,                    MAY(bericht, may_bericht, "Dit bericht is al verzonden, of de persoonlijke link die erin staat is verlopen."), bericht_again_post },
  { .method = GET, "/beheer/hulpvragen",                              CP,                    NOTHING, hulpvragen_page },
  { .method = GET, "/beheer/hulpvragen/:hulpvraag",                   CP,                    MAY(hulpvraag, may_behandelen, only_cp), hulpvraag_one_page },
  { .method = POST,"/beheer/hulpvragen/:hulpvraag",                   CP,                    MAY(hulpvraag, may_behandelen, only_cp), hulpvraag_antwoord_post, WRITES(hulpvraag_regel_input, hulpvraag_antwoord_form), .form_page = hulpvraag_one_page },
  { .method = POST,"/beheer/hulpvragen/:hulpvraag/staat",             CP,                    MAY(hulpvraag, may_behandelen, only_cp), hulpvraag_staat_post, WRITES(hulpvraag_staat_input, hulpvraag_staat_form), .form_page = hulpvraag_one_page },
  { .method = GET, "/beheer/hulpvragen/:hulpvraag/notitie",           CP,                    MAY(hulpvraag, may_behandelen, only_cp), hulpvraag_notitie_page },
  { .method = POST,"/beheer/hulpvragen/:hulpvraag/notitie",           CP,                    MAY(hulpvraag, may_behandelen, only_cp), hulpvraag_notitie_post, WRITES(hulpvraag_regel_input, hulpvraag_notitie_form), .form_page = hulpvraag_notitie_page },
  { .method = GET, "/beheer/bouwblokken",                                CP,                    NOTHING, sets_page },
  { .method = GET, "/beheer/bouwblokken/nieuw",                          CP,                    NOTHING, set_new_page },
  { .method = POST,"/beheer/bouwblokken/nieuw",                          CP,                    NOTHING, set_new_post, WRITES(set_new_input, set_new_form), .form_page = set_new_page, .slow = set_new_check, .body = 4 * SET_BESTAND_MOST },
  { .method = GET, "/beheer/bouwblokken/kenmerken",                      CP,                    NOTHING, kenmerken_page },
  { .method = POST,"/beheer/bouwblokken/kenmerken",                      CP,                    NOTHING, kenmerken_post, WRITES(kenmerk_input, kenmerk_form), .form_page = kenmerken_page },
  { .method = GET, "/beheer/bouwblokken/:set",                           CP,                    SET(may_see_set, NULL), set_page },
  { .method = GET, "/beheer/bouwblokken/:set/csv",                       CP,                    SET(may_see_set, NULL), set_csv_page },
  { .method = GET, "/beheer/bouwblokken/:set/instellingen",              CP,                    SET(may_set, only_concept), set_edit_page },
  { .method = POST,"/beheer/bouwblokken/:set/instellingen",              CP,                    SET(may_set, only_concept), set_edit_post, WRITES(set_input, set_form), .form_page = set_edit_page },
  { .method = GET, "/beheer/bouwblokken/:set/blokken/nieuw",             CP,                    SET(may_set, only_concept), blok_new_page },
  { .method = POST,"/beheer/bouwblokken/:set/blokken/nieuw",             CP,                    SET(may_set, only_concept), blok_new_post, WRITES(blok_input, blok_form), .form_page = blok_new_page },
  { .method = GET, "/beheer/bouwblokken/:set/blokken/:blok",             CP,                    { &may_blok, "blok", only_concept }, blok_page },
  { .method = POST,"/beheer/bouwblokken/:set/blokken/:blok",             CP,                    { &may_blok, "blok", only_concept }, blok_post, WRITES(blok_input, blok_form), .form_page = blok_page, .form_partial = true },
  { .method = GET, "/beheer/bouwblokken/:set/blokken/:blok/verwijderen",  CP,                    { &may_blok, "blok", only_concept }, blok_remove_page },
  { .method = POST,"/beheer/bouwblokken/:set/blokken/:blok/verwijderen",  CP,                    { &may_blok, "blok", only_concept }, blok_remove_post, WRITES(bewerking_input, bewerking_form), .form_page = blok_remove_page, .form_partial = true },
  { .method = GET, "/beheer/bouwblokken/:set/doorrekenen",               CP,                    SET(may_see_set, NULL), doorrekenen_page, .slow_get = true },
  { .method = GET, "/beheer/bouwblokken/:set/publiceren",                CP,                    SET(may_publiceren, only_second), publiceren_page },
  { .method = POST,"/beheer/bouwblokken/:set/publiceren",                CP,                    SET(may_publiceren, only_second), publiceren_post, WRITES(bewerking_input, bewerking_form), .form_page = publiceren_page },
  { .method = GET, "/beheer/bouwblokken/:set/intrekken",                 CP,                    SET(may_set_intrekken, only_unused), set_intrekken_page },
  { .method = POST,"/beheer/bouwblokken/:set/intrekken",                 CP,                    SET(may_set_intrekken, only_unused), set_intrekken_post, WRITES(intrekken_input, set_intrekken_form), .form_page = set_intrekken_page },
  { .method = GET, "/beheer/bouwblokken/:set/herwaarderen",              CP,                    SET(may_herwaarderen, only_published), herwaarderen_page },
  { .method = POST,"/beheer/bouwblokken/:set/herwaarderen",              CP,                    SET(may_herwaarderen, only_published), herwaarderen_preview, WRITES(herwaarderen_input, herwaarderen_form), .form_page = herwaarderen_page, .no_once = true },
  { .method = POST,"/beheer/bouwblokken/:set/herwaarderen/bevestigen",   CP,                    SET(may_herwaarderen, only_published), herwaarderen_post, WRITES(herwaarderen_input, herwaarderen_form), .form_page = herwaarderen_page, .form_partial = true },
  { .method = GET, "/beheer/huisstijl",                               CP,                    NOTHING, huisstijl_page },
  { .method = GET, "/beheer/huisstijl/thema",                         CP,                    NOTHING, huisstijl_thema_page },
  { .method = POST,"/beheer/huisstijl/thema",                         CP,                    NOTHING, huisstijl_thema_post, WRITES(huisstijl_input, huisstijl_thema_form), .form_page = huisstijl_thema_page, .slow = huisstijl_thema_check, .body = 4 * THEMA_MOST },
  { .method = GET, "/beheer/huisstijl/logo",                          CP,                    NOTHING, huisstijl_logo_page },
  { .method = POST,"/beheer/huisstijl/logo",                          CP,                    NOTHING, huisstijl_logo_post, WRITES(huisstijl_input, huisstijl_logo_form), .form_page = huisstijl_logo_page, .slow = huisstijl_logo_check, .body = 4 * LOGO_MOST },
  { .method = POST,"/beheer/huisstijl/zonder-thema",                  CP,                    NOTHING, huisstijl_thema_weg_post, WRITES(huisstijl_input, huisstijl_basis_form), .form_page = huisstijl_page },
  { .method = POST,"/beheer/huisstijl/zonder-logo",                   CP,                    NOTHING, huisstijl_logo_weg_post, WRITES(huisstijl_input, huisstijl_basis_form), .form_page = huisstijl_page },
  { .method = GET, "/beheer/huisstijl/voorbeeld",                     CP,                    NOTHING, huisstijl_voorbeeld_page },
  { .method = POST,"/beheer/huisstijl/publiceren",                    CP,                    NOTHING, huisstijl_publiceren_post, WRITES(huisstijl_input, huisstijl_basis_form), .form_page = huisstijl_page },
  { .method = GET, "/beheer/huisstijl/weggooien",                     CP,                    NOTHING, huisstijl_weggooien_page },
  { .method = POST,"/beheer/huisstijl/weggooien",                     CP,                    NOTHING, huisstijl_weggooien_post, WRITES(huisstijl_input, huisstijl_basis_form), .form_page = huisstijl_weggooien_page },
  { .method = GET, "/beheer/huisstijl/standaard",                     CP,                    NOTHING, huisstijl_standaard_page },
  { .method = POST,"/beheer/huisstijl/standaard",                     CP,                    NOTHING, huisstijl_standaard_post, WRITES(huisstijl_input, huisstijl_basis_form), .form_page = huisstijl_standaard_page },
  { .method = GET, "/beheer/organisaties/:organisatie/samenvoegen",   CP,                    MAY(organisatie, may_samenvoegen, only_one_organisatie), samenvoegen_page },
  { .method = POST,"/beheer/organisaties/:organisatie/samenvoegen",   CP,                    MAY(organisatie, may_samenvoegen, only_one_organisatie), samenvoegen_post, WRITES(samenvoegen_input, samenvoegen_form), .form_page = samenvoegen_page },
  { .method = GET, "/beheer/samenvoegingen",                          CP,                    NOTHING, samenvoegingen_page },
  { .method = GET, "/beheer/samenvoegingen/:samenvoeging",            CP,                    SEE(samenvoeging), samenvoeging_page },
  { .method = POST,"/beheer/samenvoegingen/:samenvoeging/uitvoeren",  CP,                    MAY(samenvoeging, may_samenvoeging, only_concept_samenvoeging), samenvoeging_uitvoeren_post, .form_page = samenvoeging_page },
  { .method = POST,"/beheer/samenvoegingen/:samenvoeging/verschillend", CP,                  MAY(samenvoeging, may_samenvoeging, only_concept_samenvoeging), samenvoeging_verschillend_post, .form_page = samenvoeging_page },
  { .method = POST,"/beheer/samenvoegingen/:samenvoeging/intrekken",  CP,                    MAY(samenvoeging, may_samenvoeging_weg, only_concept_samenvoeging), samenvoeging_intrekken_post, .form_page = samenvoeging_page },
  { .method = GET, "/beheer/samenvoegingen/:samenvoeging/akkoord",    CP,                    MAY(samenvoeging, may_samenvoeging_akkoord, only_asked_samenvoeging), samenvoeging_akkoord_page },
  { .method = POST,"/beheer/samenvoegingen/:samenvoeging/akkoord",    CP,                    MAY(samenvoeging, may_samenvoeging_akkoord, only_asked_samenvoeging), samenvoeging_akkoord_post, .form_page = samenvoeging_akkoord_page },
  { .method = GET, "/beheer/samenvoegingen/:samenvoeging/weigeren",   CP,                    MAY(samenvoeging, may_samenvoeging_akkoord, only_asked_samenvoeging), samenvoeging_weigeren_page },
  { .method = POST,"/beheer/samenvoegingen/:samenvoeging/weigeren",   CP,                    MAY(samenvoeging, may_samenvoeging_akkoord, only_asked_samenvoeging), samenvoeging_weigeren_post, WRITES(samenvoegen_weigeren_input, samenvoegen_weigeren_form), .form_page = samenvoeging_weigeren_page },
  { .method = GET, "/beheer/teksten",                                 CP,                    NOTHING, teksten_page },
  { .method = GET, "/beheer/teksten/nieuw",                           CP,                    NOTHING, tekst_new_page },
  { .method = POST,"/beheer/teksten/nieuw",                           CP,                    NOTHING, tekst_new_post, WRITES(inhoud_input, inhoud_form), .form_page = tekst_new_page, .form_partial = true, .body = INHOUD_BODY },
  { .method = GET, "/beheer/teksten/:inhoud",                         CP,                    { &may_tekst, "inhoud", NULL }, tekst_page },
  { .method = GET, "/beheer/teksten/:inhoud/wijzigen",                CP,                    { &may_tekst, "inhoud", NULL }, tekst_edit_page },
  { .method = POST,"/beheer/teksten/:inhoud/wijzigen",                CP,                    { &may_tekst, "inhoud", NULL }, tekst_edit_post, WRITES(inhoud_input, inhoud_form), .form_page = tekst_edit_page, .form_partial = true, .body = INHOUD_BODY },
  { .method = GET, "/beheer/teksten/:inhoud/versies/:inhoudversie",   CP,                    { &may_tekst_versie, "inhoudversie", NULL }, tekst_versie_page },
  { .method = POST,"/beheer/teksten/:inhoud/publiceren",              CP,                    { &may_tekst_publiceren, "inhoud", only_with_concept }, tekst_publiceren_post, WRITES(inhoud_staat_input, inhoud_staat_form), .form_page = tekst_page },
  { .method = GET, "/beheer/teksten/:inhoud/weggooien",               CP,                    { &may_tekst_publiceren, "inhoud", only_with_concept }, tekst_weggooien_page },
  { .method = POST,"/beheer/teksten/:inhoud/weggooien",               CP,                    { &may_tekst_publiceren, "inhoud", only_with_concept }, tekst_weggooien_post, WRITES(inhoud_staat_input, inhoud_staat_form), .form_page = tekst_weggooien_page },
  { .method = GET, "/beheer/teksten/:inhoud/intrekken",               CP,                    { &may_tekst_intrekken, "inhoud", only_published_text }, tekst_intrekken_page },
  { .method = POST,"/beheer/teksten/:inhoud/intrekken",               CP,                    { &may_tekst_intrekken, "inhoud", only_published_text }, tekst_intrekken_post, WRITES(inhoud_staat_input, inhoud_staat_form), .form_page = tekst_intrekken_page },
  { .method = GET, "/beheer/onderhoud",                               CP,                    NOTHING, onderhoud_page },
  { .method = POST,"/beheer/onderhoud",                               CP,                    NOTHING, onderhoud_post, WRITES(onderhoud_input, onderhoud_form), .form_page = onderhoud_page, .form_partial = true },
  { .method = GET, "/beheer/onderhoud/weghalen",                      CP,                    NOTHING, onderhoud_weg_page },
  { .method = POST,"/beheer/onderhoud/weghalen",                      CP,                    NOTHING, onderhoud_weg_post, WRITES(inhoud_staat_input, inhoud_staat_form), .form_page = onderhoud_weg_page },
  { .method = GET, "/beheer/toegang",                                 CP,                    NOTHING, toegangen_page },
  { .method = POST,"/beheer/toegang",                                 CP,                    NOTHING, toegang_new_post, .form_page = toegangen_page },
  { .method = GET, "/beheer/toegang/:toegang",                        CP,                    SEE(toegang), toegang_page },
  { .method = POST,"/beheer/toegang/:toegang/oordeel",                CP,                    MAY(toegang, may_toegang, only_open_toegang), toegang_oordeel_post, WRITES(toegang_oordeel_input, toegang_oordeel_form), .form_page = toegang_page },
  { .method = GET, "/beheer/toegang/:toegang/blokkeren",              CP,                    MAY(toegang, may_toegang, only_open_toegang), toegang_blokkeren_page },
  { .method = POST,"/beheer/toegang/:toegang/blokkeren",              CP,                    MAY(toegang, may_toegang, only_open_toegang), toegang_blokkeren_post, .form_page = toegang_blokkeren_page },
  { .method = GET, "/beheer/toegang/:toegang/sluiten",                CP,                    MAY(toegang, may_toegang, only_open_toegang), toegang_sluiten_page },
  { .method = POST,"/beheer/toegang/:toegang/sluiten",                CP,                    MAY(toegang, may_toegang, only_open_toegang), toegang_sluiten_post, WRITES(toegang_sluiten_input, toegang_sluiten_form), .form_page = toegang_sluiten_page },
  { .method = GET, "/beheer/vernietigen",                             CP,                    NOTHING, bewaren_page },
  { .method = GET, "/beheer/vernietigen/lijst",                       CP,                    NOTHING, vernietiging_new_page },
  { .method = POST,"/beheer/vernietigen/lijst",                       CP,                    NOTHING, vernietiging_new_post, WRITES(lijst_input, lijst_form), .form_page = vernietiging_new_page },
  { .method = GET, "/beheer/vernietigen/project-uitstel/:project",    CP,                    { &may_uitstellen_project, "project", NULL }, project_uitstel_page },
  { .method = POST,"/beheer/vernietigen/project-uitstel/:project",    CP,                    { &may_uitstellen_project, "project", NULL }, project_uitstel_post, WRITES(uitstel_input, uitstel_form), .form_page = project_uitstel_page },
  { .method = GET, "/beheer/vernietigen/uitstel/:kandidaat",          CP,                    { &may_uitstellen, "kandidaat", NULL }, uitstel_page },
  { .method = POST,"/beheer/vernietigen/uitstel/:kandidaat",          CP,                    { &may_uitstellen, "kandidaat", NULL }, uitstel_post, WRITES(uitstel_input, uitstel_form), .form_page = uitstel_page },
  { .method = GET, "/beheer/vernietigen/:vernietiging",               CP,                    SEE(vernietiging), vernietiging_page },
  { .method = GET, "/beheer/vernietigen/:vernietiging/akkoord",       CP,                    MAY(vernietiging, may_besluiten, only_other_cp), vernietiging_akkoord_page },
  { .method = POST,"/beheer/vernietigen/:vernietiging/akkoord",       CP,                    MAY(vernietiging, may_besluiten, only_other_cp), vernietiging_akkoord_post, .form_page = vernietiging_akkoord_page },
  { .method = GET, "/beheer/vernietigen/:vernietiging/weigeren",      CP,                    MAY(vernietiging, may_weigeren, only_other_cp), vernietiging_weigeren_page },
  { .method = POST,"/beheer/vernietigen/:vernietiging/weigeren",      CP,                    MAY(vernietiging, may_weigeren, only_other_cp), vernietiging_weigeren_post, WRITES(weigeren_input, weigeren_form), .form_page = vernietiging_weigeren_page },
  { .method = GET, "/beheer/bewaartermijnen",                         CP,                    NOTHING, bewaartermijnen_page },
  { .method = POST,"/beheer/bewaartermijnen",                         CP,                    NOTHING, bewaartermijnen_post, WRITES(termijnen_input, termijnen_form), .form_page = bewaartermijnen_page },
  { .method = GET, "/beheer/betrokkenen",                             CP,                    NOTHING, verzoeken_page },
  { .method = GET, "/beheer/betrokkenen/nieuw",                       CP,                    NOTHING, verzoek_new_page },
  { .method = POST,"/beheer/betrokkenen/nieuw",                       CP,                    NOTHING, verzoek_new_post, WRITES(verzoek_input, verzoek_form), .form_page = verzoek_new_page },
  { .method = GET, "/beheer/betrokkenen/:verzoek",                    CP,                    SEE(verzoek), verzoek_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/zoeken",             CP,                    MAY(verzoek, may_verzoek, only_open_verzoek), verzoek_zoeken_post, WRITES(verzoek_zoek_input, verzoek_zoek_form), .form_page = verzoek_page, .no_once = true },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen",           CP,                    MAY(verzoek, may_verzoek, only_open_verzoek), verzoek_persoon_post, WRITES(verzoek_persoon_input, verzoek_persoon_form), .form_page = verzoek_page },
  { .method = GET, "/beheer/betrokkenen/:verzoek/verlengen",          CP,                    MAY(verzoek, may_verlengen_verzoek, only_open_verzoek), verzoek_verleng_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/verlengen",          CP,                    MAY(verzoek, may_verlengen_verzoek, only_open_verzoek), verzoek_verleng_post, WRITES(verzoek_reden_input, verzoek_verleng_form), .form_page = verzoek_verleng_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/bericht",            CP,                    SEE(verzoek), verzoek_bericht_post, .no_once = true },
  { .method = GET, "/beheer/betrokkenen/:verzoek/sluiten",            CP,                    MAY(verzoek, may_verzoek, only_open_verzoek), verzoek_sluit_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/sluiten",            CP,                    MAY(verzoek, may_verzoek, only_open_verzoek), verzoek_sluit_post, WRITES(verzoek_reden_input, verzoek_sluit_form), .form_page = verzoek_sluit_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/inzage", CP,            { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_inzage_post, .no_once = true },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/json", CP,              { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_json_post, .no_once = true },
  { .method = GET, "/beheer/betrokkenen/:verzoek/personen/:kandidaat/blokkeren", CP,         { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_blokkeer_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/blokkeren", CP,         { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_blokkeer_post, WRITES(verzoek_reden_input, verzoek_blokkeer_form), .form_page = verzoek_blokkeer_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/deblokkeren", CP,       { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_deblokkeer_post },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/gegevens", CP,          { &may_verbeteren, "kandidaat", only_correctie }, verzoek_gegevens_post, .no_once = true },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/verbeteren", CP,        { &may_verbeteren, "kandidaat", only_correctie }, verzoek_verbeter_post, WRITES(kandidaat_verbeter_input, kandidaat_verbeter_form), .form_page = verzoek_verbeter_page },
  { .method = GET, "/beheer/betrokkenen/:verzoek/personen/:kandidaat/brief", CP,             { &may_verzoek_brief, "kandidaat", only_brief_cp }, verzoek_brief_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/brief", CP,             { &may_verzoek_brief, "kandidaat", only_brief_cp }, verzoek_brief_post },
  { .method = GET, "/beheer/betrokkenen/:verzoek/personen/:kandidaat/wissen", CP,            { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_wissen_page },
  { .method = POST,"/beheer/betrokkenen/:verzoek/personen/:kandidaat/wissen", CP,            { &may_verzoek_persoon, "kandidaat", only_open_verzoek }, verzoek_wissen_post, WRITES(verzoek_wissen_input, verzoek_wissen_form), .form_page = verzoek_wissen_page },
  { .method = GET, "/beheer/geheimhouding",                           CP,                    NOTHING, geheimhouding_list_page },
  { .method = GET, "/beheer/geheimhouding/nieuw",                     CP,                    NOTHING, geheimhouding_new_page },
  { .method = POST,"/beheer/geheimhouding/nieuw",                     CP,                    NOTHING, geheimhouding_new_post, WRITES(geheimhouding_input, geheimhouding_form), .form_page = geheimhouding_new_page },
  { .method = POST,"/beheer/geheimhouding/nieuw/voorbeeld",           CP,                    NOTHING, geheimhouding_preview, WRITES(geheimhouding_input, geheimhouding_form), .form_page = geheimhouding_new_page, .no_once = true },
  { .method = GET, "/beheer/geheimhouding/:geheimhouding",            CP,                    SEE(geheimhouding), geheimhouding_page },
  { .method = GET, "/beheer/leeslog",                                 CP,                    NOTHING, leeslog_page },
  { .method = GET, "/beheer/leeslog/excel",                           CP,                    NOTHING, leeslog_excel, .slow_get = true },
  { .method = GET, "/beheer/leeslog/signaal",                         CP,                    NOTHING, leessignaal_page },
  { .method = POST,"/beheer/leeslog/signaal",                         CP,                    NOTHING, leessignaal_post, WRITES(leessignaal_input, leessignaal_form), .form_page = leessignaal_page },
  { .method = GET, "/beheer/verwerkingsregister",                     CP,                    NOTHING, verwerkingsregister_page },
  { .method = GET, "/beheer/verwerkingsregister/excel",               CP,                    NOTHING, verwerkingsregister_excel, .slow_get = true },
  { .method = GET, "/beheer/verwerkingsregister/:verwerking",         CP,                    SEE(verwerking), verwerking_page },
  { .method = POST,"/beheer/verwerkingsregister/:verwerking",         CP,                    SEE(verwerking), verwerking_post, WRITES(verwerking_input, verwerking_form), .form_page = verwerking_page },
  { .method = GET, "/beheer/logboek",                                 CP,                    NOTHING, logboek_page },
  { .method = GET, "/beheer/logboek/excel",                           CP,                    NOTHING, logboek_excel, .slow_get = true },
  { .method = GET, "/beheer/regio",                                   CP,                    NOTHING, regio_page },
  { .method = POST,"/beheer/regio",                                   CP,                    NOTHING, regio_post, WRITES(regio_input, regio_form), .form_page = regio_page },
  { .method = GET, "/beheer/organisaties",                            CP,                    NOTHING, organisaties_page },
  { .method = GET, "/beheer/organisaties/nieuw",                      CP,                    NOTHING, organisatie_new_page },
  { .method = POST,"/beheer/organisaties/nieuw",                      CP,                    NOTHING, organisatie_new_post, WRITES(organisatie_new_input, organisatie_new_form), .form_page = organisatie_new_page, .form_partial = true },
  { .method = GET, "/beheer/organisaties/:organisatie",               CP,                    SEE(organisatie), organisatie_page },
  { .method = POST,"/beheer/organisaties/:organisatie",               CP,                    MAY(organisatie, may_change_organisatie, only_cp), organisatie_post, WRITES(organisatie_input, organisatie_form), .form_page = organisatie_page },

  { .method = GET, "/steekproef",                                     ON | IM | AM | CP,     NOTHING, steekproeven_page },
  { .method = GET, "/steekproef/nieuw",                               AM | CP,               NOTHING, steekproef_new_page },
  { .method = POST,"/steekproef/nieuw",                               AM | CP,               NOTHING, steekproef_preview, WRITES(steekproef_input, steekproef_form), .form_page = steekproef_new_page, .no_once = true },
  { .method = POST,"/steekproef/nieuw/trekken",                       AM | CP,               NOTHING, steekproef_draw_post, WRITES(steekproef_input, steekproef_form), .form_page = steekproef_new_page },
  { .method = GET, "/steekproef/:steekproef",                         ON | IM | AM | CP,     SEE(steekproef), steekproef_page },
  { .method = GET, "/steekproef/:steekproef/populatie",               ON | IM | AM | CP,     SEE(steekproef), steekproef_populatie_page },
  { .method = GET, "/steekproef/:steekproef/excel",                   ON | IM | AM | CP,     SEE(steekproef), steekproef_excel, .slow_get = true },
  { .method = GET, "/steekproef/:steekproef/sluiten",                 AM | CP,               MAY(steekproef, may_steekproef_sluiten, only_drawer), steekproef_sluiten_page },
  { .method = POST,"/steekproef/:steekproef/sluiten",                 AM | CP,               MAY(steekproef, may_steekproef_sluiten, only_drawer), steekproef_sluiten_post, WRITES(conclusie_input, steekproef_sluiten_form), .form_page = steekproef_sluiten_page },
  { .method = GET, "/steekproef/:steekproef/intrekken",               AM | CP,               MAY(steekproef, may_steekproef_sluiten, only_drawer), steekproef_intrekken_page },
  { .method = POST,"/steekproef/:steekproef/intrekken",               AM | CP,               MAY(steekproef, may_steekproef_sluiten, only_drawer), steekproef_intrekken_post, WRITES(conclusie_input, steekproef_intrekken_form), .form_page = steekproef_intrekken_page },
  { .method = GET, "/steekproef/:steekproef/items/:item",             ON | IM | AM | CP,     SEE(item), steekproef_item_page },
  { .method = POST,"/steekproef/:steekproef/items/:item/gezien",      AM | CP,               MAY(item, may_item_oordeel, only_judge), gezien_post, LIFE(gezien_input, gezien_form, steekproef_item_page) },
  { .method = GET, "/steekproef/:steekproef/items/:item/gezien/:gezien/intrekken", AM | CP,  MAY(gezien, may_gezien, only_judge), gezien_intrekken_page },
  { .method = POST,"/steekproef/:steekproef/items/:item/gezien/:gezien/intrekken", AM | CP,  MAY(gezien, may_gezien, only_judge), gezien_intrekken_post, .form_page = gezien_intrekken_page },
  { .method = GET, "/steekproef/:steekproef/items/:item/oordeel",     AM | CP,               MAY(item, may_item_oordeel, only_judge), oordeel_page },
  { .method = POST,"/steekproef/:steekproef/items/:item/oordeel",     AM | CP,               MAY(item, may_item_oordeel, only_judge), oordeel_post, LIFE(oordeel_input, oordeel_form, oordeel_page) },
  { .method = POST,"/steekproef/:steekproef/items/:item/antwoord",    ON | IM,               MAY(item, may_item_antwoord, only_on_item), antwoord_post, LIFE(antwoord_input, antwoord_form, steekproef_item_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/bewijs",         ON | IM | AM | CP,     SEE(inzet), bewijs_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/bewijs",         ON | IM,               MAY(inzet, may_bewijs, only_on_bewijs), bewijs_post, LIFE(bewijs_input, bewijs_form, bewijs_page) },
  { .method = GET, "/projecten/:project/inzet/:inzet/bewijs/:bewijs/intrekken", ON | IM,     MAY(bewijs, may_bewijs_intrekken, only_on_bewijs), bewijs_intrekken_page },
  { .method = POST,"/projecten/:project/inzet/:inzet/bewijs/:bewijs/intrekken", ON | IM,     MAY(bewijs, may_bewijs_intrekken, only_on_bewijs), bewijs_intrekken_post, LIFE(bewijs_intrekken_input, bewijs_intrekken_form, bewijs_intrekken_page) },

  { .method = GET, "/rapportage/projecten",                           ALL,                   NOTHING, rapport_projecten_page, .slow_get = true },
  { .method = GET, "/rapportage/projecten/excel",                     ALL,                   NOTHING, rapport_projecten_excel, .slow_get = true },
  { .method = GET, "/rapportage/kandidaten",                          ALL,                   NOTHING, rapport_kandidaten_page, .slow_get = true },
  { .method = GET, "/rapportage/kandidaten/excel",                    ALL,                   NOTHING, rapport_kandidaten_excel, .slow_get = true },
  { .method = GET, "/rapportage/kosten",                              ALL,                   NOTHING, rapport_kosten_page, .slow_get = true },
  { .method = GET, "/rapportage/kosten/excel",                        ALL,                   NOTHING, rapport_kosten_excel, .slow_get = true },
  { .method = GET, "/rapportage/jaar",                                CP,                    NOTHING, rapport_jaar_page, .slow_get = true },
  { .method = GET, "/rapportage/jaar/excel",                          CP,                    NOTHING, rapport_jaar_excel, .slow_get = true },
  { .method = GET, "/rapportage/verschil",                            ALL,                   NOTHING, rapport_verschil_page, .slow_get = true },
  { .method = GET, "/rapportage/verschil/excel",                      ALL,                   NOTHING, rapport_verschil_excel, .slow_get = true },
  { .method = GET, "/rapportage/bestand/:token",                      ALL,                   NOTHING, rapport_bestand_page, .slow_get = true },
  { .method = GET, "/rapportage/bestand/:token/ophalen",              ALL,                   NOTHING, rapport_bestand_ophalen, .slow_get = true },
  { .method = GET, "/projecten/:project/detailoverzicht",             ALL,                   SEE(project), detailoverzicht_page, .slow_get = true },
};
/* clang-format on */
const size_t n_routes = sizeof(routes) / sizeof(routes[0]);
