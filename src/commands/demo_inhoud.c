/* commands/demo_inhoud.c: what the coordinatiepunten of the demo tell: beleid with an older and a coming version, news
 * of which one is public, information and questions. All made up. */
#include "commands/demo_make.h"
#include "data/steward.h"

enum { HOOGSTE = 31, ZONDER_OG = 30, ALLEEN_ON = 6 }; /* kinds of organisatie that read it */

static const char beleid_oud[] =
    "Dit is voorbeeldtekst bij de demo.\n\n## Wanneer vragen wij social return?\n\nBij opdrachten vanaf € 200.000 vragen wij 5 % van de opdrachtwaarde aan inzet voor mensen met afstand tot de arbeidsmarkt.\n\n"
    "## Hoe vult u dat in?\n\n- werk of een leerwerkplek;\n- sociaal inkopen;\n- activiteiten.\n\n## Wanneer verantwoordt u?\n\nMinstens één keer per half jaar.\n";
static const char beleid_nu[] =
    "Dit is voorbeeldtekst bij de demo.\n\n## Wanneer vragen wij social return?\n\nBij opdrachten vanaf € 250.000 vragen wij 5 % van de opdrachtwaarde aan inzet voor mensen met afstand tot de arbeidsmarkt.\n\n"
    "## Hoe vult u dat in?\n\n- werk of een leerwerkplek;\n- sociaal inkopen;\n- activiteiten, in overleg met de accountmanager.\n\n## Wanneer verantwoordt u?\n\nMinstens één keer per kwartaal. "
    "Hoe dat gaat, leest u in de [handleiding](/handleidingen).\n";
static const char beleid_straks[] =
    "Dit is voorbeeldtekst bij de demo.\n\n## Wanneer vragen wij social return?\n\nBij opdrachten vanaf € 250.000 vragen wij 5 % van de opdrachtwaarde aan inzet voor mensen met afstand tot de arbeidsmarkt. "
    "Bij raamovereenkomsten telt de geschatte waarde.\n\n"
    "## Hoe vult u dat in?\n\n- werk of een leerwerkplek;\n- sociaal inkopen;\n- activiteiten, in overleg met de accountmanager.\n\n## Wanneer verantwoordt u?\n\nMinstens één keer per kwartaal. "
    "Hoe dat gaat, leest u in de [handleiding](/handleidingen).\n";

/* regio: its number, -1 = each. van, tm: days beside today; tm 0 = none. nr 1 begins a new text, the others are
 * versions of the one before. */
static const struct {
    int regio;
    const char *soort;
    int nr;
    const char *titel, *tekst;
    int van, tm;
    bool openbaar, vast;
    int voor;
    const char *rubriek;
    int volgorde;
    const char *wijziging;
} table[] = {
    {-1, "beleid", 1, "Uitvoeringsvoorwaarden social return", beleid_oud, -700, 0, false, false, HOOGSTE, "", 10, ""},
    {-1, "beleid", 2, "Uitvoeringsvoorwaarden social return", beleid_nu, -200, 0, false, false, HOOGSTE, "", 10,
     "Drempel van € 200.000 naar € 250.000, verantwoorden per kwartaal"},
    {0, "beleid", 3, "Uitvoeringsvoorwaarden social return", beleid_straks, 60, 0, false, false, HOOGSTE, "", 10,
     "Raamovereenkomsten toegevoegd"},
    {0, "beleid", 1, "Bijlage: wat telt als sociaal inkopen",
     "Dit is voorbeeldtekst bij de demo.\n\n1. Inkoop bij een sociaal ontwikkelbedrijf.\n2. Inkoop bij een onderneming met een PSO-certificaat.\n",
     -200, 0, false, false, HOOGSTE, "", 20, ""},
    {-1, "nieuws", 1, "Spreekuur voor opdrachtnemers",
     "Elke eerste dinsdag van de maand is er spreekuur. U kunt dan al uw vragen stellen over het verantwoorden van inzet.\n\nAanmelden hoeft niet.\n",
     -12, 0, true, false, HOOGSTE, "", 100, ""},
    {-1, "nieuws", 1, "De kwartaalcijfers komen eraan",
     "Controleer voor het einde van het kwartaal of uw **verantwoording** bij is. Bij [Verantwoording](/verantwoording) ziet u wat er nog openstaat.\n",
     -3, 80, false, true, HOOGSTE, "", 100, ""},
    {0, "nieuws", 1, "Nieuwe contactpersoon",
     "Het coördinatiepunt heeft een nieuwe collega. De gegevens staan bij [Contactgegevens](/contactgegevens).\n", -40,
     0, false, false, HOOGSTE, "", 100, ""},
    {-1, "informatie", 1, "Zo werken wij samen",
     "Dit is voorbeeldtekst bij de demo.\n\n## Wie doet wat\n\n- De **opdrachtgever** registreert het project.\n- De **opdrachtnemer** verantwoordt de inzet.\n"
     "- De **accountmanager** kijkt mee en keurt goed.\n- Het **coördinatiepunt** helpt en bewaakt.\n",
     -300, 0, false, false, HOOGSTE, "", 10, ""},
    {-1, "vraag", 1, "Mijn code werkt niet. Wat nu?",
     "Wacht op de volgende code: elke code werkt één keer. Werkt die ook niet? Kijk of de klok van uw telefoon gelijk loopt.\n",
     -300, 0, false, false, HOOGSTE, "Inloggen", 10, ""},
    {-1, "vraag", 1, "Ik heb een nieuwe telefoon",
     "Vraag het coördinatiepunt uw twee-factor te resetten. Daarna stelt u die opnieuw in via *Wachtwoord vergeten*.\n",
     -300, 0, false, false, HOOGSTE, "Inloggen", 20, ""},
    {-1, "vraag", 1, "Mag ik een burgerservicenummer invullen?", "Nee. De monitor vraagt er nooit om en weigert het.\n",
     -250, 0, false, false, ZONDER_OG, "Kandidaten", 10, ""},
    {-1, "vraag", 1, "Wanneer telt mijn inzet mee?",
     "Dat verschilt per regio: meteen, of pas na goedkeuring door de accountmanager. Bij uw project ziet u beide bedragen.\n",
     -250, 0, false, false, ALLEEN_ON, "Verantwoorden", 10, ""},
};

enum result demo_inhoud(struct demo *d)
{
    for (int r = 0; r < DEMO_REGIOS; r++)
        for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
            if (table[i].regio >= 0 && table[i].regio != r)
                continue;
            if (table[i].nr == 1)
                TRY(demo_inhoud_insert(d->s, d->regio[r].id, table[i].soort));
            datum van = datum_plus_days(d->today, table[i].van);
            struct demo_tekst t = {
                .nr = table[i].nr,
                .titel = table[i].titel,
                .tekst = table[i].tekst,
                .van = van,
                .tm = table[i].tm ? datum_plus_days(d->today, table[i].tm) : DATUM_GEEN,
                .openbaar = table[i].openbaar,
                .vast = table[i].vast,
                .voor = table[i].voor,
                .rubriek = table[i].rubriek,
                .volgorde = table[i].volgorde,
                .wijziging = table[i].wijziging,
                .op = tijdstip_at(van.dag > d->today.dag ? datum_plus_days(d->today, -5) : van, 10, 0)};
            TRY(demo_tekst_insert(d->s, d->regio[r].id, &t));
        }
    return OK;
}
