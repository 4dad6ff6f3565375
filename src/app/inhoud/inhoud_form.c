#include "app/inhoud/inhoud.h"
#include "out/markdown.h"

/* clang-format off */
/* All fields of all kinds; the page shows those of the kind (inhoud_edit.c). */
const struct field inhoud_form[] = {
    {FIELD_HIDDEN, "soort", "Soort", 0, AT(struct inhoud_input, soort)},
    {FIELD_TEXT, "titel", "Titel", FIELD_REQUIRED, AT(struct inhoud_input, titel), .max = 150},
    {FIELD_LINES, "tekst", "Tekst", FIELD_REQUIRED, AT(struct inhoud_input, tekst), .max = MARKDOWN_MOST, .called = "de tekst",
     .hint = "Gewone tekst; een lege regel begint een nieuwe alinea. ## maakt een kopje, een regel met - een opsomming, **vet** en [woorden](https://adres) een link. Geen gegevens van kandidaten."},
    {FIELD_DATUM, "van", "Vanaf", 0, AT(struct inhoud_input, van), .called = "de eerste dag"},
    {FIELD_DATUM, "tm", "Tot en met", 0, AT(struct inhoud_input, tm), .hint = "Leeg: het bericht blijft staan.", .called = "de laatste dag"},
    {FIELD_CHECK, "openbaar", "Ook voor wie niet is ingelogd", 0, AT(struct inhoud_input, openbaar), .hint = "Het bericht staat dan ook op de openbare nieuwspagina en in de feed."},
    {FIELD_CHECK, "vast", "Boven aan de lijst zetten", 0, AT(struct inhoud_input, vast)},
    {FIELD_TEXT, "rubriek", "Rubriek", 0, AT(struct inhoud_input, rubriek), .max = 60, .hint = "Vragen met dezelfde rubriek staan bij elkaar, bijvoorbeeld Inloggen."},
    {FIELD_CHECK, "voor_og", "Opdrachtgevers", 0, AT(struct inhoud_input, voor_og), .fieldset = "Voor wie is deze vraag?"},
    {FIELD_CHECK, "voor_on", "Opdrachtnemers", 0, AT(struct inhoud_input, voor_on)},
    {FIELD_CHECK, "voor_im", "SR-intermediairs", 0, AT(struct inhoud_input, voor_im)},
    {FIELD_CHECK, "voor_am", "Accountmanagers", 0, AT(struct inhoud_input, voor_am)},
    {FIELD_INT, "volgorde", "Volgorde", FIELD_REQUIRED, AT(struct inhoud_input, volgorde), .min = 1, .max = 9999, .hint = "Een laag getal staat hoger in de lijst."},
    {FIELD_TEXT, "wijziging", "Wat is er gewijzigd?", 0, AT(struct inhoud_input, wijziging), .max = 300, .hint = "Een korte zin bij deze versie, bijvoorbeeld: percentage aangepast. Bij beleid leest iedereen dit."},
    {FIELD_BUTTON, "actie", "Actie", 0, AT(struct inhoud_input, actie)},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct inhoud_input, versie)},
    FORM_END,
};
const struct field inhoud_staat_form[] = {
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct inhoud_staat_input, versie)},
    FORM_END,
};
const struct field onderhoud_form[] = {
    {FIELD_TEXT, "tekst", "Melding", FIELD_REQUIRED, AT(struct onderhoud_input, tekst), .max = 200, .hint = "Eén zin, bijvoorbeeld: donderdag van 18 tot 20 uur is de monitor niet bereikbaar."},
    {FIELD_DATUM, "van", "Tonen vanaf", FIELD_REQUIRED, AT(struct onderhoud_input, van), .called = "de dag waarop de melding begint"},
    {FIELD_TEXT, "van_tijd", "Vanaf hoe laat", FIELD_REQUIRED, AT(struct onderhoud_input, van_tijd), .max = 10, .hint = "Bijvoorbeeld 9:00.", .called = "de tijd waarop de melding begint"},
    {FIELD_DATUM, "tot", "Tonen tot", FIELD_REQUIRED, AT(struct onderhoud_input, tot), .called = "de dag waarop de melding ophoudt"},
    {FIELD_TEXT, "tot_tijd", "Tot hoe laat", FIELD_REQUIRED, AT(struct onderhoud_input, tot_tijd), .max = 10, .called = "de tijd waarop de melding ophoudt"},
    {FIELD_VERSIE, "versie", "Versie", FIELD_REQUIRED, AT(struct onderhoud_input, versie)},      /* one more than the one that was seen, which is 0 when there was none */
    FORM_END,
};
/* clang-format on */
