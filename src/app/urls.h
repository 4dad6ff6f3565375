/* app/urls.h: the addresses of the house, one function each; made nowhere else. Tested against the sheet of pages. */
#ifndef APP_URLS_H
#define APP_URLS_H

#include "core/values.h"
#include "out/html.h"

url url_home(void);                        /* / */
url url_login(void);                       /* /inloggen */
url url_login_code(void);                  /* /inloggen/code */
url url_logout(void);                      /* /uitloggen */
url url_forgotten(void);                   /* /wachtwoord-vergeten: also the page behind the welkomstmail */
url url_welcome(const char *token);        /* /welkom/:token */
url url_activate(const char *token);       /* /activeren/:token */
url url_activate_step(const char *step);   /* /activeren/wachtwoord, /activeren/code: step is a fixed word */
url url_statement(void);                   /* /geheimhouding */
url url_help_public(void);                 /* /hulp */
url url_hulpvraag(void);                   /* /hulpvraag */
url url_handleidingen(void);               /* /handleidingen */
url url_handleiding(const char *rol);      /* /handleidingen/opdrachtgever */
url url_hulpvragen(void);                  /* /beheer/hulpvragen (CP) */
url url_hulpvraag_beheer(hulpvraag_id id); /* /beheer/hulpvragen/:hulpvraag */
url url_hulpvraag_part(hulpvraag_id id, const char *part);   /* /beheer/hulpvragen/:hulpvraag/<part>: staat, notitie */
url url_mijn_hulpvragen(void);                               /* /mijn-gegevens/hulpvragen */
url url_mijn_hulpvraag(hulpvraag_id id);                     /* /mijn-gegevens/hulpvragen/:hulpvraag */
url url_steekproeven(void);                                  /* /steekproef (ON, IM, AM, CP) */
url url_steekproef(steekproef_id id);                        /* /steekproef/:steekproef */
url url_steekproef_part(steekproef_id id, const char *part); /* …/populatie, excel, sluiten, intrekken */
url url_steekproef_item(steekproef_id id, steekproef_item_id item); /* /steekproef/:steekproef/items/:item */
url url_steekproef_item_part(steekproef_id id, steekproef_item_id item,
                             const char *part); /* …/gezien, oordeel, antwoord */
url url_gezien_intrekken(steekproef_id id, steekproef_item_id item, gezien_id gezien); /* …/gezien/:gezien/intrekken */
url url_bewijs_intrekken(project_id project, inzet_id inzet,
                         bewijs_id bewijs); /* /projecten/:project/inzet/:inzet/bewijs/:bewijs/intrekken */
url url_huisstijl(void);                    /* /beheer/huisstijl (CP) */
url url_huisstijl_part(const char *part);   /* /beheer/huisstijl/<part>: voorbeeld, publiceren, standaard, weggooien */
url url_huisstijl_thema(const char *kenmerk); /* /huisstijl/thema/:token: the theme of a regio, by its hash */
url url_huisstijl_logo(const char *kenmerk);  /* /huisstijl/logo/:token */
url url_beleid_list(void);
url url_beleid(inhoud_id id);
url url_beleid_versie(inhoud_id id, inhoudversie_id versie);
url url_nieuws_list(void);
url url_nieuws(inhoud_id id);
url url_nieuws_atom(regio_id regio);
url url_informatie_list(void);
url url_informatie(inhoud_id id);
url url_contactgegevens(void);
url url_vragen(void);
url url_teksten(void);
url url_tekst(inhoud_id id);
url url_tekst_part(inhoud_id id, const char *part);
url url_tekst_versie(inhoud_id id, inhoudversie_id versie);
url url_onderhoud(void);
url url_profile(void);                      /* /mijn-gegevens */
url url_profile_password(void);             /* /mijn-gegevens/wachtwoord */
url url_sessions(void);                     /* /mijn-gegevens/sessies */
url url_colleagues(void);                   /* /collegas */
url url_colleague_new(void);                /* /collegas/nieuw */
url url_accounts(void);                     /* /beheer/accounts (CP) */
url url_account(gebruiker_id id);           /* /beheer/accounts/:gebruiker */
url url_account_reset_2fa(gebruiker_id id); /* /beheer/accounts/:gebruiker/twee-factor */
url url_account_welcome(gebruiker_id id);   /* /beheer/accounts/:gebruiker/welkomstmail */
url url_organisaties(void);                 /* /beheer/organisaties (CP) */
url url_organisatie(organisatie_id id);     /* /beheer/organisaties/:organisatie */
url url_organisatie_new(void);              /* /beheer/organisaties/nieuw (CP) */
url url_opdrachtnemer_new(void);            /* /opdrachtnemers/nieuw (OG, CP; with ?concept=) */
url url_contact_new(organisatie_id id);     /* /opdrachtnemers/:organisatie/contact/nieuw (with ?concept=) */
url url_projects(void);                     /* /projecten */
url url_projects_done(void);                /* /projecten/afgerond */
url url_project_new(void);                  /* /projecten/nieuw */
url url_project(project_id id);             /* /projecten/:project = Projectgegevens */
url url_project_part(
    project_id id,
    const char *part); /* /projecten/:project/<part>: wijzigen, perioden, verantwoording, contactpersonen, historie */
url url_contact_remove(project_id id,
                       gebruiker_id contact);         /* /projecten/:project/contactpersonen/:gebruiker/verwijderen */
url url_notitie(project_id project, notitie_id id);   /* /projecten/:project/notities/:notitie/wijzigen */
url url_document(project_id project, document_id id); /* /projecten/:project/documenten/:document: the download */
url url_document_remove(project_id project, document_id id); /* /projecten/:project/documenten/:document/verwijderen */
url url_pso(organisatie_id id); /* /opdrachtnemers/:organisatie/pso: certificates of an opdrachtnemer (ON, CP) */
url url_pso_edit(organisatie_id id, pso_id pso);            /* /opdrachtnemers/:organisatie/pso/:pso/wijzigen */
url url_pso_remove(organisatie_id id, pso_id pso);          /* /opdrachtnemers/:organisatie/pso/:pso/verwijderen */
url url_plan(project_id project, plan_id id);               /* /projecten/:project/plan/:plan: one version */
url url_simulator(void);                                    /* /simulator (public) */
url url_akkoord_check(void);                                /* /akkoordverklaring (public) */
url url_regio(void);                                        /* /beheer/regio (CP) */
url url_sets(void);                                         /* /beheer/bouwblokken (CP) */
url url_kenmerken(void);                                    /* /beheer/bouwblokken/kenmerken (CP) */
url url_set(bouwblokkenset_id id);                          /* /beheer/bouwblokken/:set */
url url_set_part(bouwblokkenset_id id, const char *part);   /* /beheer/bouwblokken/:set/doorrekenen and the like */
url url_blok(bouwblokkenset_id set, bouwblok_id id);        /* /beheer/bouwblokken/:set/blokken/:blok */
url url_blok_remove(bouwblokkenset_id set, bouwblok_id id); /* …/verwijderen */
url url_werk(const char *part); /* /mijn-gegevens/werk, with "", "/overdragen" or "/waarnemen" */
url url_account_werk(gebruiker_id id, const char *part); /* /beheer/accounts/:gebruiker/werk (CP) */
url url_waarneming_eind(waarneming_id id);               /* /waarnemingen/:waarneming/beeindigen */
url url_account_part(gebruiker_id id, const char *part); /* /beheer/accounts/:gebruiker/blokkeren and the like */
url url_samenvoegen(organisatie_id id);                  /* /beheer/organisaties/:organisatie/samenvoegen (CP) */
url url_samenvoegingen(void);                            /* /beheer/samenvoegingen (CP) */
url url_samenvoeging(samenvoeging_id id);                /* /beheer/samenvoegingen/:samenvoeging */
url url_samenvoeging_part(samenvoeging_id id, const char *part); /* …/uitvoeren, akkoord and the like */
url url_toegangen(void);                                         /* /beheer/toegang (CP) */
url url_toegang(toegang_id id);                                  /* /beheer/toegang/:toegang */
url url_toegang_part(toegang_id id, const char *part);           /* …/blokkeren and the like */
url url_vernietigen(void);                                       /* /beheer/vernietigen (CP) */
url url_vernietigen_part(const char *part);                      /* …/lijst */
url url_vernietiging(vernietiging_id id);                        /* /beheer/vernietigen/:vernietiging */
url url_vernietiging_part(vernietiging_id id, const char *part); /* …/akkoord, weigeren */
url url_uitstel(kandidaat_id id);                                /* /beheer/vernietigen/uitstel/:kandidaat */
url url_project_uitstel(project_id id);                          /* /beheer/vernietigen/project-uitstel/:project */
url url_vernietigen_soort(const char *soort);                    /* /beheer/vernietigen/lijst?soort=… */
url url_bewaartermijnen(void);                                   /* /beheer/bewaartermijnen (CP) */
url url_inzien(void);              /* /mijn-gegevens-inzien (public): with the code of a kandidatenbrief */
url url_kandidaten(void);          /* /kandidaten */
url url_geheimhoudingen(void);     /* /beheer/geheimhouding (CP) */
url url_geheimhouding(int64_t id); /* /beheer/geheimhouding/:geheimhouding: one version */
url url_leeslog(void);             /* /beheer/leeslog (CP) */
url url_verwerkingsregister(void); /* /beheer/verwerkingsregister (CP) */
url url_verwerking(int64_t id);    /* /beheer/verwerkingsregister/:verwerking */
url url_verzoeken(void);           /* /beheer/betrokkenen (CP) */
url url_verzoek_new(void);         /* /beheer/betrokkenen/nieuw */
url url_verzoek(verzoek_id id);    /* /beheer/betrokkenen/:verzoek */
url url_verzoek_part(verzoek_id id, const char *part); /* …/zoeken, personen, verlengen, sluiten */
url url_verzoek_persoon(
    verzoek_id id, kandidaat_id who,
    const char *part);             /* …/personen/:kandidaat/<part>: inzage, json, blokkeren, deblokkeren, wissen */
url url_logboek(void);             /* /beheer/logboek (CP) */
url url_werklijst(void);           /* /werklijst (AM, CP) */
url url_rapport(const char *what); /* /rapportage/<what>: projecten, kandidaten, kosten, jaar (CP), verschil */
url url_te_beoordelen(void);       /* /te-beoordelen (AM) */
url url_inzet_part(project_id project, inzet_id id,
                   const char *part); /* /projecten/:project/inzet/:inzet/<part>: goedkeuren, terugsturen, verlengen,
                                         uit-dienst, uren … */
url url_berichten(void);              /* /beheer/berichten (CP) */
url url_bericht_again(bericht_id id); /* /beheer/berichten/:bericht/opnieuw */
url url_kandidaat_new(project_id id); /* /projecten/:project/kandidaten/nieuw */
url url_verantwoording(void);         /* /verantwoording: start page of ON and IM */
url url_inzet(project_id project, inzet_id id);         /* /projecten/:project/inzet/:inzet */
url url_inzet_who(project_id project, inzet_id id);     /* /projecten/:project/inzet/:inzet/wie */
url url_inzet_correct(project_id project, inzet_id id); /* /projecten/:project/inzet/:inzet/corrigeren */
url url_with(url base, const char *query);              /* base + "?" + query (already encoded); asserts that it fits */
url url_static(const char *name);                       /* /static/<hash>/<name>; name as in static/ */
url url_page(const char *fixed); /* a fixed page of ours, given as a literal path: /toegankelijkheid, /privacy */

#endif
