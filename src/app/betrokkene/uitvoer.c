#include "app/betrokkene/uitvoer.h"

#include <string.h>

#include "core/text.h"

enum { JSON_MOST = 4 << 20 };

/* Text as a JSON string; NULL as null. */
static void string(struct text *t, const char *s)
{
    if (!s) {
        text_str(t, "null");
        return;
    }
    text_char(t, '"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c == '"' || c == '\\')
            text_printf(t, "\\%c", c);
        else if (c < 0x20)
            text_printf(t, "\\u%04x", c);
        else
            text_char(t, (char)c);
    }
    text_char(t, '"');
}

static void member(struct text *t, const char *name, const char *value, bool last)
{
    text_printf(t, "\"%s\":", name);
    string(t, value);
    if (!last)
        text_char(t, ',');
}

static void member_day(struct text *t, const char *name, datum d, bool last)
{
    char iso[11];
    datum_to_iso(d, iso);
    member(t, name, datum_is_none(d) ? NULL : iso, last);
}

static void member_moment(struct text *t, const char *name, tijdstip op, bool last)
{
    char s[24];
    datum_to_iso(tijdstip_to_datum(op), s);
    s[10] = 'T';
    tijdstip_to_hm(op, s + 11);
    member(t, name, s, last);
}

static void person(struct text *t, const struct vastgelegd *v)
{
    char nummer[24];
    kandidaat_to_text(v->id, nummer, sizeof(nummer));
    text_str(t, "\"persoon\":{");
    member(t, "nummer", nummer, false);
    member(t, "naam", v->wie.naam, false);
    member(t, "initialen", v->wie.initialen, false);
    member(t, "adres", v->wie.adres, false);
    member(t, "postcode", v->wie.postcode, false);
    member(t, "woonplaats", v->wie.plaats, false);
    member_day(t, "geboortedatum", v->wie.geboren, false);
    member(t, "leeftijdsklasse", v->klasse, false);
    member_day(t, "geinformeerd_op", v->wie.geinformeerd, false);
    member_day(t, "toestemming_op", v->wie.toestemming, true);
    text_str(t, "},");
}

static void version(struct text *t, const struct vastgelegd_versie *v, bool last)
{
    text_printf(t, "{\"versie\":%lld,", (long long)v->nr);
    member_moment(t, "vastgelegd", v->op, false);
    member(t, "doelgroep", v->blok, false);
    member(t, "overeenkomst", v->overeenkomst, false);
    member(t, "functie", v->functie, false);
    member(t, "toelichting", v->toelichting, false);
    member(t, "reden_van_wijziging", v->reden, false);
    member_day(t, "start", v->start, false);
    member_day(t, "eind", v->eind, false);
    member_day(t, "uit_dienst", v->uit_dienst, false);
    text_str(t, "\"uren_per_week\":[");
    for (size_t i = 0; i < v->n_uren; i++) {
        text_char(t, '{');
        member_day(t, "vanaf", v->uren[i].vanaf, false);
        text_printf(t, "\"uren\":%lld.%02lld}%s", (long long)v->uren[i].week.honderdste / 100,
                    (long long)v->uren[i].week.honderdste % 100, i + 1 < v->n_uren ? "," : "");
    }
    text_str(t, "],\"antwoorden\":[");
    for (size_t i = 0; i < v->n_antwoorden; i++) {
        text_char(t, '{');
        member(t, "vraag", v->antwoorden[i].name, false);
        member(t, "antwoord", v->antwoorden[i].value, true);
        text_str(t, i + 1 < v->n_antwoorden ? "}," : "}");
    }
    text_str(t, last ? "]}" : "]},");
}

static void effort(struct text *t, const struct vastgelegd_inzet *i, bool last)
{
    text_printf(t, "{\"nummer\":%lld,", (long long)i->id.id);
    member(t, "project", i->project, false);
    member(t, "opdrachtgever", i->opdrachtgever, false);
    member(t, "opdrachtnemer", i->opdrachtnemer, false);
    member(t, "stand", i->status, false);
    text_printf(t, "\"sr_waarde_euro\":%s%lld.%02lld,\"versies\":[", i->prognose.cent < 0 ? "-" : "",
                (long long)(i->prognose.cent < 0 ? -i->prognose.cent : i->prognose.cent) / 100,
                (long long)(i->prognose.cent < 0 ? -i->prognose.cent : i->prognose.cent) % 100);
    for (size_t k = 0; k < i->n_versies; k++)
        version(t, &i->versies[k], k + 1 == i->n_versies);
    text_str(t, last ? "]}" : "]},");
}

static void checked(struct text *t, const struct vastgelegd_controle *c, bool last)
{
    text_printf(t, "{\"inzet\":%lld,", (long long)c->inzet.id);
    member_moment(t, "op", c->op, false);
    member(t, "wat", c->wat, false);
    member(t, "gezien", c->gezien, false);
    member(t, "uitkomst", c->uitkomst, false);
    member(t, "opmerking", c->opmerking, false);
    member(t, "antwoord", c->antwoord, false);
    member(t, "sha256", c->sha256, true);
    text_str(t, last ? "}" : "},");
}

const char *vastgelegd_json(struct arena *a, const struct vastgelegd *v, tijdstip now, size_t *n)
{
    struct text t;
    text_init(&t, JSON_MOST);
    text_char(&t, '{');
    member_moment(&t, "gemaakt_op", now, false);
    member(&t, "regio", v->regio, false);
    member(&t, "grondslag", v->grondslag, false);
    text_printf(&t, "\"bewaartermijn_jaren\":%lld,", (long long)v->bewaar_jaren);
    member(&t, "vastgelegd_door", v->opdrachtnemer, false);
    person(&t, v);
    text_str(&t, "\"inzet\":[");
    for (size_t i = 0; i < v->n_inzet; i++)
        effort(&t, &v->inzet[i], i + 1 == v->n_inzet);
    text_str(&t, "],\"wie_het_is_bekeken\":[");
    for (size_t i = 0; i < v->n_lezingen; i++) {
        text_char(&t, '{');
        member_moment(&t, "op", v->lezingen[i].op, false);
        member(&t, "door", v->lezingen[i].organisatie, true);
        text_str(&t, i + 1 < v->n_lezingen ? "}," : "}");
    }
    text_str(&t, "],\"controle\":[");
    for (size_t i = 0; i < v->n_controles; i++)
        checked(&t, &v->controles[i], i + 1 == v->n_controles);
    text_str(&t, "]}\n");
    if (text_failed(&t)) {
        text_free(&t);
        return NULL;
    }
    return text_take(&t, a, n);
}
