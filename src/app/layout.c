/* app/layout.c: the frame: menu per role (spec 2, "Menu"), messages, error pages. */
#include "app/layout.h"

#include <string.h>

#include "app/urls.h"
#include "templates.h"
#include "web/route.h"

/* The menu of one page while it is made: items follow each other, a group holds a run of them. */
struct menu_maker {
    struct page *page;
    const struct request *r;
};

static void menu_group(struct menu_maker m, const char *label, const char *prefix)
{
    struct page *p = m.page;
    struct menu_item *next = p->menu[p->n_menu - 1].items + p->menu[p->n_menu - 1].n_items;
    if (p->menu[p->n_menu - 1].n_items > 0) /* a group this role has nothing in leaves no heading */
        p->n_menu++;
    p->menu[p->n_menu - 1] = (struct menu_group){.label = label, .prefix = prefix, .items = next};
}

static void menu_add(struct menu_maker m, int who, const char *label, url href)
{
    if (!((int)m.r->viewer->soort & who))
        return;
    struct menu_group *g = &m.page->menu[m.page->n_menu - 1];
    g->items[g->n_items++] =
        (struct menu_item){.label = label, .href = href, .current = strcmp(m.r->path, href.path) == 0};
}

static void menu_beheer(struct menu_maker m)
{
    menu_group(m, "Beheer", "Beheer: ");
    menu_add(m, SOORT_CP, "Accounts", url_accounts());
    menu_add(m, SOORT_CP, "Wie heeft toegang", url_toegangen());
    menu_add(m, SOORT_CP, "Organisaties", url_organisaties());
    menu_add(m, SOORT_CP, "Hulpvragen", url_hulpvragen());
    menu_add(m, SOORT_CP, "Berichten", url_berichten());
    menu_add(m, SOORT_CP, "Logboek", url_logboek());
    menu_group(m, "Beheer van de regio", "Beheer: ");
    menu_add(m, SOORT_CP, "Regio-instellingen", url_regio());
    menu_add(m, SOORT_CP, "Bouwblokken", url_sets());
    menu_add(m, SOORT_CP, "Teksten", url_teksten());
    menu_add(m, SOORT_CP, "Onderhoudsmelding", url_onderhoud());
    menu_add(m, SOORT_CP, "Huisstijl", url_huisstijl());
    menu_group(m, "Beheer van privacy", "Beheer: ");
    menu_add(m, SOORT_CP, "Betrokkenen", url_verzoeken());
    menu_add(m, SOORT_CP, "Vernietigen", url_vernietigen());
    menu_add(m, SOORT_CP, "Bewaartermijnen", url_bewaartermijnen());
    menu_add(m, SOORT_CP, "Verwerkingsregister", url_verwerkingsregister());
    menu_add(m, SOORT_CP, "Geheimhouding", url_geheimhoudingen());
    menu_add(m, SOORT_CP, "Leeslog", url_leeslog());
}

static void menu_make(struct page *p, const struct request *r)
{
    enum { MOST = 48, GROUPS = 8 };
    p->menu = ARENA_ARRAY(r->arena, struct menu_group, GROUPS);
    p->menu[p->n_menu++] = (struct menu_group){.items = ARENA_ARRAY(r->arena, struct menu_item, MOST)};
    struct menu_maker m = {.page = p, .r = r};
    menu_add(m, WHO_ALL, "Start", url_home());
    menu_add(m, WHO_ALL, "Projecten", url_projects());
    menu_add(m, WHO_ALL, "Afgeronde projecten", url_projects_done());
    menu_add(m, SOORT_ON | SOORT_IM, "Verantwoording", url_verantwoording());
    menu_add(m, SOORT_ON, "PSO-certificaat", url_pso(r->viewer->organisatie));
    menu_add(m, SOORT_AM, "Te beoordelen", url_te_beoordelen());
    menu_add(m, SOORT_AM | SOORT_CP, "Werklijst", url_werklijst());
    menu_add(m, SOORT_ON | SOORT_IM | SOORT_AM | SOORT_CP, "Steekproef", url_steekproeven());
    menu_add(m, WHO_ALL, "Simulator", url_simulator());
    menu_group(m, "Rapportage", "Rapportage: ");
    menu_add(m, WHO_ALL, "Projecten", url_rapport("projecten"));
    menu_add(m, WHO_ALL, "Kandidaten", url_rapport("kandidaten"));
    menu_add(m, WHO_ALL, "Kosten", url_rapport("kosten"));
    menu_add(m, SOORT_CP, "Per jaar", url_rapport("jaar"));
    menu_group(m, "Beleid en informatie", NULL);
    menu_add(m, WHO_ALL, "Beleid", url_beleid_list());
    menu_add(m, WHO_ALL, "Nieuwsberichten", url_nieuws_list());
    menu_add(m, WHO_ALL, "Algemene informatie", url_informatie_list());
    menu_add(m, WHO_ALL, "Handleidingen", url_handleidingen());
    menu_add(m, WHO_ALL, "Contactgegevens", url_contactgegevens());
    menu_add(m, WHO_ALL, "Veelgestelde vragen", url_vragen());
    menu_beheer(m);
    menu_group(m, "Uzelf", NULL);
    menu_add(m, WHO_ALL, "Collega’s", url_colleagues());
    menu_add(m, WHO_ALL, "Mijn gegevens", url_profile());
}

struct page *layout_page(struct request *r, const char *title)
{
    struct page *p = ARENA_NEW(r->arena, struct page);
    *p = (struct page){
        .title = title,
        .heading = title,
        .flash = r->flash,
        .maintenance = r->site->config->maintenance[0] ? r->site->config->maintenance : NULL,
        .onderhoud = r->viewer->onderhoud,
        .demo = r->site->config->demo,
        .logged_in = r->viewer->gebruiker.id > 0,
        .user = r->viewer->naam,
        .organisatie = r->viewer->organisatie_naam,
        .stylesheet = url_static("srm.css"),
        .script = url_static("srm.js"),
        .icon = url_static("icon.svg"),
        .from_draft = r->from_draft,
        .here = r->path,
    };
    if (p->logged_in && r->session_until.sec > 0) {
        char hm[6];
        tijdstip_to_hm(r->session_until, hm);
        p->until = arena_strdup(r->arena, hm);
        p->until_sec = r->session_until.sec;
    }
    layout_huisstijl(p, r->viewer->thema, r->viewer->logo, r->viewer->logo_alt);
    if (p->logged_in)
        menu_make(p, r);
    return p;
}

void layout_huisstijl(struct page *p, const char *thema, const char *logo, const char *logo_alt)
{
    p->has_thema = thema != NULL;
    if (thema)
        p->thema = url_huisstijl_thema(thema);
    p->logo_alt = logo ? logo_alt : NULL;
    if (logo)
        p->logo = url_huisstijl_logo(logo);
}

void layout_form(struct page *p, const struct form_view *form)
{
    p->form = form;
    p->has_errors = form->n_errors > 0;
}

void layout_back(struct page *p, url to, const char *label)
{
    p->back = to;
    p->back_label = label;
}

static const struct {
    int status;
    const char *title, *what;
} errors[] = {
    {400, "Dit verzoek klopt niet",
     "De pagina heeft iets gestuurd wat wij niet verwachten. Ga terug, herlaad de pagina met CTRL+F5 en probeer het opnieuw."},
    {403, "Dat mag u niet", "U mag deze pagina zien, maar dit niet doen."},
    {404, "Deze pagina is er niet",
     "De pagina bestaat niet, of u mag haar niet zien. Controleer het adres of ga terug naar de startpagina."},
    {405, "Dit kan hier niet", "Deze pagina kent dit soort verzoek niet. Ga terug en probeer het opnieuw."},
    {408, "Dit duurde te lang", "Uw verzoek kwam te langzaam binnen. Probeer het opnieuw."},
    {409, "Iemand anders was u voor",
     "Intussen is hier iets gewijzigd. Ga terug, bekijk de nieuwe gegevens en probeer het opnieuw."},
    {411, "Dit verzoek klopt niet", "De lengte van het verzoek ontbreekt. Herlaad de pagina en probeer het opnieuw."},
    {413, "Dit is te groot", "Wat u stuurt is groter dan hier mag. Maak het kleiner en probeer het opnieuw."},
    {415, "Dit soort bericht kennen wij niet", "De browser heeft het formulier in een onbekende vorm gestuurd."},
    {429, "Even wachten", "U probeert het te vaak achter elkaar. Wacht een minuut en probeer het dan opnieuw."},
    {500, "Er ging iets mis",
     "Dat ligt aan ons. Wat u net opsloeg is niet opgeslagen. Probeer het opnieuw, of bel het coördinatiepunt en noem het nummer hieronder."},
    {503, "Het is even te druk", "Er is niets opgeslagen. Wacht een halve minuut en probeer het opnieuw."},
    {507, "Er kan nu niets worden opgeslagen",
     "De schijf van de server is vol. Er is niets opgeslagen en niets verloren gegaan. De beheerder is nodig."},
};

void layout_error(struct request *r, int status, const char *sentence, uint32_t incident)
{
    size_t at = 0;
    enum { LAST_KNOWN = sizeof(errors) / sizeof(errors[0]) };
    while (at < LAST_KNOWN && errors[at].status != status)
        at++;
    if (at == LAST_KNOWN)
        at = LAST_KNOWN - 3; /* 500 */
    struct error_view v = {
        .page = layout_page(r, errors[at].title), .what = errors[at].what, .sentence = sentence, .incident = incident};
    v.page->narrow = !v.page->logged_in;
    struct html o = page_begin(r);
    error_page(&o, &v);
}
