#include "app/urls.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/embedded.h"
#include "core/log.h"

static url made(const char *format, ...) __attribute__((format(printf, 1, 2)));
static url made(const char *format, ...)
{
    url u;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(u.path, sizeof(u.path), format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof(u.path)) {
        log_error("an address does not fit: %s", format);
        abort();
    }
    return u;
}

#define ID(x) ((long long)(x).id)

url url_home(void)
{
    return made("/");
}
url url_login(void)
{
    return made("/inloggen");
}
url url_login_code(void)
{
    return made("/inloggen/code");
}
url url_logout(void)
{
    return made("/uitloggen");
}
url url_forgotten(void)
{
    return made("/wachtwoord-vergeten");
}
url url_welcome(const char *token)
{
    return made("/welkom/%s", token);
}
url url_activate(const char *token)
{
    return made("/activeren/%s", token);
}
url url_activate_step(const char *step)
{
    return made("/activeren/%s", step);
}
url url_statement(void)
{
    return made("/geheimhouding");
}
url url_help_public(void)
{
    return made("/hulp");
}
url url_handleidingen(void)
{
    return made("/handleidingen");
}
url url_handleiding(const char *rol)
{
    return made("/handleidingen/%s", rol);
}
url url_hulpvraag(void)
{
    return made("/hulpvraag");
}
url url_hulpvragen(void)
{
    return made("/beheer/hulpvragen");
}
url url_hulpvraag_beheer(hulpvraag_id id)
{
    return made("/beheer/hulpvragen/%lld", ID(id));
}
url url_hulpvraag_part(hulpvraag_id id, const char *part)
{
    return made("/beheer/hulpvragen/%lld/%s", ID(id), part);
}
url url_mijn_hulpvragen(void)
{
    return made("/mijn-gegevens/hulpvragen");
}
url url_mijn_hulpvraag(hulpvraag_id id)
{
    return made("/mijn-gegevens/hulpvragen/%lld", ID(id));
}
url url_huisstijl(void)
{
    return made("/beheer/huisstijl");
}
url url_huisstijl_part(const char *part)
{
    return made("/beheer/huisstijl/%s", part);
}
url url_huisstijl_thema(const char *kenmerk)
{
    return made("/huisstijl/thema/%s", kenmerk);
}
url url_huisstijl_logo(const char *kenmerk)
{
    return made("/huisstijl/logo/%s", kenmerk);
}
url url_beleid_list(void)
{
    return made("/beleid");
}
url url_beleid(inhoud_id id)
{
    return made("/beleid/%lld", ID(id));
}
url url_beleid_versie(inhoud_id id, inhoudversie_id versie)
{
    return made("/beleid/%lld/versies/%lld", ID(id), ID(versie));
}
url url_nieuws_list(void)
{
    return made("/nieuws");
}
url url_nieuws(inhoud_id id)
{
    return made("/nieuws/%lld", ID(id));
}
url url_nieuws_atom(regio_id regio)
{
    return made("/nieuws/atom/%lld", ID(regio));
}
url url_informatie_list(void)
{
    return made("/informatie");
}
url url_informatie(inhoud_id id)
{
    return made("/informatie/%lld", ID(id));
}
url url_contactgegevens(void)
{
    return made("/contactgegevens");
}
url url_vragen(void)
{
    return made("/veelgestelde-vragen");
}
url url_teksten(void)
{
    return made("/beheer/teksten");
}
url url_tekst(inhoud_id id)
{
    return made("/beheer/teksten/%lld", ID(id));
}
url url_tekst_part(inhoud_id id, const char *part)
{
    return made("/beheer/teksten/%lld/%s", ID(id), part);
}
url url_tekst_versie(inhoud_id id, inhoudversie_id versie)
{
    return made("/beheer/teksten/%lld/versies/%lld", ID(id), ID(versie));
}
url url_onderhoud(void)
{
    return made("/beheer/onderhoud");
}
url url_profile(void)
{
    return made("/mijn-gegevens");
}
url url_profile_password(void)
{
    return made("/mijn-gegevens/wachtwoord");
}
url url_sessions(void)
{
    return made("/mijn-gegevens/sessies");
}
url url_colleagues(void)
{
    return made("/collegas");
}
url url_colleague_new(void)
{
    return made("/collegas/nieuw");
}
url url_accounts(void)
{
    return made("/beheer/accounts");
}
url url_account(gebruiker_id id)
{
    return made("/beheer/accounts/%lld", ID(id));
}
url url_account_reset_2fa(gebruiker_id id)
{
    return made("/beheer/accounts/%lld/twee-factor", ID(id));
}
url url_account_welcome(gebruiker_id id)
{
    return made("/beheer/accounts/%lld/welkomstmail", ID(id));
}
url url_organisaties(void)
{
    return made("/beheer/organisaties");
}
url url_organisatie(organisatie_id id)
{
    return made("/beheer/organisaties/%lld", ID(id));
}
url url_organisatie_new(void)
{
    return made("/beheer/organisaties/nieuw");
}
url url_opdrachtnemer_new(void)
{
    return made("/opdrachtnemers/nieuw");
}
url url_contact_new(organisatie_id id)
{
    return made("/opdrachtnemers/%lld/contact/nieuw", ID(id));
}
url url_projects(void)
{
    return made("/projecten");
}
url url_projects_done(void)
{
    return made("/projecten/afgerond");
}
url url_project_new(void)
{
    return made("/projecten/nieuw");
}
url url_project(project_id id)
{
    return made("/projecten/%lld", ID(id));
}
url url_project_part(project_id id, const char *part)
{
    return made("/projecten/%lld/%s", ID(id), part);
}
url url_contact_remove(project_id id, gebruiker_id contact)
{
    return made("/projecten/%lld/contactpersonen/%lld/verwijderen", ID(id), ID(contact));
}
url url_notitie(project_id project, notitie_id id)
{
    return made("/projecten/%lld/notities/%lld/wijzigen", ID(project), ID(id));
}
url url_document(project_id project, document_id id)
{
    return made("/projecten/%lld/documenten/%lld", ID(project), ID(id));
}
url url_document_remove(project_id project, document_id id)
{
    return made("/projecten/%lld/documenten/%lld/verwijderen", ID(project), ID(id));
}
url url_pso(organisatie_id id)
{
    return made("/opdrachtnemers/%lld/pso", ID(id));
}
url url_pso_edit(organisatie_id id, pso_id pso)
{
    return made("/opdrachtnemers/%lld/pso/%lld/wijzigen", ID(id), ID(pso));
}
url url_pso_remove(organisatie_id id, pso_id pso)
{
    return made("/opdrachtnemers/%lld/pso/%lld/verwijderen", ID(id), ID(pso));
}
url url_plan(project_id project, plan_id id)
{
    return made("/projecten/%lld/plan/%lld", ID(project), ID(id));
}
url url_simulator(void)
{
    return made("/simulator");
}
url url_akkoord_check(void)
{
    return made("/akkoordverklaring");
}
url url_regio(void)
{
    return made("/beheer/regio");
}
url url_sets(void)
{
    return made("/beheer/bouwblokken");
}
url url_kenmerken(void)
{
    return made("/beheer/bouwblokken/kenmerken");
}
url url_set(bouwblokkenset_id id)
{
    return made("/beheer/bouwblokken/%lld", ID(id));
}
url url_set_part(bouwblokkenset_id id, const char *part)
{
    return made("/beheer/bouwblokken/%lld/%s", ID(id), part);
}
url url_blok(bouwblokkenset_id set, bouwblok_id id)
{
    return made("/beheer/bouwblokken/%lld/blokken/%lld", ID(set), ID(id));
}
url url_blok_remove(bouwblokkenset_id set, bouwblok_id id)
{
    return made("/beheer/bouwblokken/%lld/blokken/%lld/verwijderen", ID(set), ID(id));
}
url url_account_part(gebruiker_id id, const char *part)
{
    return made("/beheer/accounts/%lld/%s", ID(id), part);
}
url url_werk(const char *part)
{
    return made("/mijn-gegevens/werk%s", part);
}
url url_account_werk(gebruiker_id id, const char *part)
{
    return made("/beheer/accounts/%lld/werk%s", ID(id), part);
}
url url_waarneming_eind(waarneming_id id)
{
    return made("/waarnemingen/%lld/beeindigen", ID(id));
}
url url_samenvoegen(organisatie_id id)
{
    return made("/beheer/organisaties/%lld/samenvoegen", ID(id));
}
url url_samenvoegingen(void)
{
    return made("/beheer/samenvoegingen");
}
url url_samenvoeging(samenvoeging_id id)
{
    return made("/beheer/samenvoegingen/%lld", ID(id));
}
url url_samenvoeging_part(samenvoeging_id id, const char *part)
{
    return made("/beheer/samenvoegingen/%lld/%s", ID(id), part);
}
url url_toegangen(void)
{
    return made("/beheer/toegang");
}
url url_toegang(toegang_id id)
{
    return made("/beheer/toegang/%lld", ID(id));
}
url url_toegang_part(toegang_id id, const char *part)
{
    return made("/beheer/toegang/%lld/%s", ID(id), part);
}
url url_vernietigen(void)
{
    return made("/beheer/vernietigen");
}
url url_vernietigen_part(const char *part)
{
    return made("/beheer/vernietigen/%s", part);
}
url url_vernietiging(vernietiging_id id)
{
    return made("/beheer/vernietigen/%lld", ID(id));
}
url url_vernietiging_part(vernietiging_id id, const char *part)
{
    return made("/beheer/vernietigen/%lld/%s", ID(id), part);
}
url url_uitstel(kandidaat_id id)
{
    return made("/beheer/vernietigen/uitstel/%lld", ID(id));
}
url url_steekproeven(void)
{
    return made("/steekproef");
}
url url_steekproef(steekproef_id id)
{
    return made("/steekproef/%lld", ID(id));
}
url url_steekproef_part(steekproef_id id, const char *part)
{
    return made("/steekproef/%lld/%s", ID(id), part);
}
url url_steekproef_item(steekproef_id id, steekproef_item_id item)
{
    return made("/steekproef/%lld/items/%lld", ID(id), ID(item));
}
url url_steekproef_item_part(steekproef_id id, steekproef_item_id item, const char *part)
{
    return made("/steekproef/%lld/items/%lld/%s", ID(id), ID(item), part);
}
url url_gezien_intrekken(steekproef_id id, steekproef_item_id item, gezien_id gezien)
{
    return made("/steekproef/%lld/items/%lld/gezien/%lld/intrekken", ID(id), ID(item), ID(gezien));
}
url url_bewijs_intrekken(project_id project, inzet_id inzet, bewijs_id bewijs)
{
    return made("/projecten/%lld/inzet/%lld/bewijs/%lld/intrekken", ID(project), ID(inzet), ID(bewijs));
}
url url_project_uitstel(project_id id)
{
    return made("/beheer/vernietigen/project-uitstel/%lld", ID(id));
}
url url_vernietigen_soort(const char *soort)
{
    return made("/beheer/vernietigen/lijst?soort=%s", soort);
}
url url_bewaartermijnen(void)
{
    return made("/beheer/bewaartermijnen");
}
url url_inzien(void)
{
    return made("/mijn-gegevens-inzien");
}
url url_kandidaten(void)
{
    return made("/kandidaten");
}
url url_geheimhoudingen(void)
{
    return made("/beheer/geheimhouding");
}
url url_geheimhouding(int64_t id)
{
    return made("/beheer/geheimhouding/%lld", (long long)id);
}
url url_leeslog(void)
{
    return made("/beheer/leeslog");
}
url url_verwerkingsregister(void)
{
    return made("/beheer/verwerkingsregister");
}
url url_verwerking(int64_t id)
{
    return made("/beheer/verwerkingsregister/%lld", (long long)id);
}
url url_verzoeken(void)
{
    return made("/beheer/betrokkenen");
}
url url_verzoek_new(void)
{
    return made("/beheer/betrokkenen/nieuw");
}
url url_verzoek(verzoek_id id)
{
    return made("/beheer/betrokkenen/%lld", ID(id));
}
url url_verzoek_part(verzoek_id id, const char *part)
{
    return made("/beheer/betrokkenen/%lld/%s", ID(id), part);
}
url url_verzoek_persoon(verzoek_id id, kandidaat_id who, const char *part)
{
    return made("/beheer/betrokkenen/%lld/personen/%lld/%s", ID(id), ID(who), part);
}
url url_logboek(void)
{
    return made("/beheer/logboek");
}
url url_werklijst(void)
{
    return made("/werklijst");
}
url url_rapport(const char *what)
{
    return made("/rapportage/%s", what);
}
url url_te_beoordelen(void)
{
    return made("/te-beoordelen");
}
url url_inzet_part(project_id project, inzet_id id, const char *part)
{
    return made("/projecten/%lld/inzet/%lld/%s", ID(project), ID(id), part);
}
url url_berichten(void)
{
    return made("/beheer/berichten");
}
url url_bericht_again(bericht_id id)
{
    return made("/beheer/berichten/%lld/opnieuw", ID(id));
}
url url_kandidaat_new(project_id id)
{
    return made("/projecten/%lld/kandidaten/nieuw", ID(id));
}
url url_verantwoording(void)
{
    return made("/verantwoording");
}
url url_inzet(project_id project, inzet_id id)
{
    return made("/projecten/%lld/inzet/%lld", ID(project), ID(id));
}
url url_inzet_who(project_id project, inzet_id id)
{
    return made("/projecten/%lld/inzet/%lld/wie", ID(project), ID(id));
}
url url_inzet_correct(project_id project, inzet_id id)
{
    return made("/projecten/%lld/inzet/%lld/corrigeren", ID(project), ID(id));
}
url url_with(url base, const char *query)
{
    return made("%s?%s", base.path, query);
}
url url_page(const char *fixed)
{
    return made("%s", fixed);
}

url url_static(const char *name)
{
    for (size_t i = 0; i < embedded_static_count; i++)
        if (strcmp(embedded_static[i].name, name) == 0)
            return made("/static/%s/%s", embedded_static[i].hash, name);
    log_error("no static file %s", name);
    return made("/static/-/%s", name);
}
