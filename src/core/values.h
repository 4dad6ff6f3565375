/* core/values.h: the value types of the house.
 *
 * Money, dates, hours and ids are one-member structs, so that the compiler refuses to mix a project's id with a
 * user's id, or cents with days, and so that _Generic can choose a printer by type. Parse functions understand what
 * Dutch office people type; format functions write what they expect to read. Nothing here allocates or looks at a
 * clock. */
#ifndef CORE_VALUES_H
#define CORE_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct geld {
    int64_t cent;
} geld; /* money in cents; GELD_GEEN = not filled in */
typedef struct datum {
    int32_t dag;
} datum; /* civil date: days since 1970-01-01; DATUM_GEEN = none */
typedef struct tijdstip {
    int64_t sec;
} tijdstip; /* moment: seconds since 1970-01-01 UTC; 0 = none */
typedef struct uren {
    int32_t honderdste;
} uren; /* hours in hundredths: 36 h = 3600; UREN_GEEN = none */
typedef struct basispunt {
    int32_t bp;
} basispunt; /* percentage: 10000 = 100 %; BP_GEEN = none */

#define GELD_GEEN     ((geld){INT64_MIN})
#define DATUM_GEEN    ((datum){INT32_MIN})
#define TIJDSTIP_GEEN ((tijdstip){0})
#define UREN_GEEN     ((uren){-1})
#define BP_GEEN       ((basispunt){-1})

static inline bool geld_is_none(geld g)
{
    return g.cent == INT64_MIN;
}
static inline bool datum_is_none(datum d)
{
    return d.dag == INT32_MIN;
}
static inline bool uren_is_none(uren u)
{
    return u.honderdste < 0;
}
static inline bool bp_is_none(basispunt b)
{
    return b.bp < 0;
}

/* ids: > 0; 0 = none. All have the one member `id`. */
typedef struct regio_id {
    int64_t id;
} regio_id;
typedef struct organisatie_id {
    int64_t id;
} organisatie_id;
typedef struct gebruiker_id {
    int64_t id;
} gebruiker_id;
typedef struct project_id {
    int64_t id;
} project_id;
typedef struct periode_id {
    int64_t id;
} periode_id;
typedef struct inzet_id {
    int64_t id;
} inzet_id;
typedef struct kandidaat_id {
    int64_t id;
} kandidaat_id; /* shown as K-000001 */
typedef struct bouwblokkenset_id {
    int64_t id;
} bouwblokkenset_id;
typedef struct bouwblok_id {
    int64_t id;
} bouwblok_id;
typedef struct notitie_id {
    int64_t id;
} notitie_id;
typedef struct document_id {
    int64_t id;
} document_id;
typedef struct plan_id {
    int64_t id;
} plan_id; /* one version of a plan van aanpak */
typedef struct bericht_id {
    int64_t id;
} bericht_id; /* a mail in the outbox */
typedef struct pso_id {
    int64_t id;
} pso_id; /* a PSO certificate of an opdrachtnemer */
typedef struct hulpvraag_id {
    int64_t id;
} hulpvraag_id;
typedef struct vernietiging_id {
    int64_t id;
} vernietiging_id; /* a list of persons whose retention term is over */
typedef struct toegang_id {
    int64_t id;
} toegang_id; /* a review of who has access */
typedef struct samenvoeging_id {
    int64_t id;
} samenvoeging_id; /* two organisaties that become one */
typedef struct waarneming_id {
    int64_t id;
} waarneming_id; /* deputising for somebody */
typedef struct verzoek_id {
    int64_t id;
} verzoek_id; /* of a betrokkene */
typedef struct steekproef_id {
    int64_t id;
} steekproef_id;
typedef struct steekproef_item_id {
    int64_t id;
} steekproef_item_id; /* one inzet of a steekproef */
typedef struct gezien_id {
    int64_t id;
} gezien_id; /* evidence seen of an item */
typedef struct bewijs_id {
    int64_t id;
} bewijs_id; /* evidence registered beforehand */
typedef struct inhoud_id {
    int64_t id;
} inhoud_id; /* a text of a regio: policy, news, information, question */
typedef struct inhoudversie_id {
    int64_t id;
} inhoudversie_id; /* one version of it */
typedef struct huisstijl_id {
    int64_t id;
} huisstijl_id; /* a theme and logo of a regio, concept or published */
typedef struct concept_id {
    int64_t id;
} concept_id; /* a form as typed, kept for its author */

/* ---- dates ---- */
datum datum_from_ymd(int year, int month, int day); /* DATUM_GEEN when that day does not exist */
void datum_to_ymd(datum d, int *year, int *month, int *day);
datum datum_from_iso(const char *iso);            /* "2026-03-07", exactly; else DATUM_GEEN */
void datum_to_iso(datum d, char out[11]);         /* "" for none. Years 1900..2199 */
void datum_to_text(datum d, char out[11]);        /* "07-03-2026"; "" for none */
void datum_to_long(datum d, char *out, size_t n); /* "7 maart 2026" */
/* Understands 7-3-26, 7/3/2026, 7 3 2026, 07032026, 7 mrt 2026, 7 maart 2026, 2026-03-07 (spec 2, libraries 1.3).
 * Two-digit years are 2000..2079. False when not understood or the day does not exist. */
bool datum_parse(const char *typed, datum *out);
static inline datum datum_plus_days(datum d, int32_t days)
{
    return (datum){d.dag + days};
}
/* A(s, k) of spec 3: s plus k months; where that day does not exist, the first of the next month. */
datum datum_plus_months(datum s, int32_t months);

/* ---- moments (zone Europe/Amsterdam, set once by clock_init) ---- */
datum tijdstip_to_datum(tijdstip t);                    /* civil date in Amsterdam */
void tijdstip_to_text(tijdstip t, char *out, size_t n); /* "07-03-2026 14:05" Amsterdam; "" for none; n >= 17 */
void tijdstip_to_hm(tijdstip t, char out[6]);           /* "14:05" Amsterdam */
void tijdstip_to_iso(tijdstip t, char out[21]);         /* "2026-03-07T13:05:00Z" */
tijdstip tijdstip_at(datum d, int hour, int minute);    /* that civil time in Amsterdam */

/* ---- money, hours, percentages ---- */
/* "€ 1.234,56" with U+00A0 after the sign, negative "€ -1.234,56"; "" for none. n >= 48 */
void geld_to_text(geld g, char *out, size_t n);
void geld_to_input(geld g, char *out, size_t n);     /* "1234,56", for a form field; "" for none */
enum parse { PARSE_OK, PARSE_BAD, PARSE_AMBIGUOUS }; /* ambiguous: "1,234": 1234 or 1,23? */
enum parse geld_parse(const char *typed, geld *out); /* forms of libraries 1.3; may be negative; |x| < 10^15 cent */
void uren_to_text(uren u, char *out, size_t n);      /* "32,5"; "36" */
bool uren_parse(const char *typed, uren *out);     /* "32,5" "32.5" "32:30"; 0..168 h for a week: range is the form's */
void bp_to_text(basispunt b, char *out, size_t n); /* "5 %", "2,5 %" */
bool bp_parse(const char *typed, basispunt *out);  /* "5", "5%", "2,5 %"; 0..1000 % */
bool int_parse(const char *typed, int64_t *out);   /* "12", " 1.200 " */
void kandidaat_to_text(kandidaat_id k, char *out, size_t n); /* "K-000001" */

/* ---- checked text ---- */
bool kvk_parse(const char *typed, char out[9]);      /* 8 digits; spaces and dots ignored */
bool postcode_parse(const char *typed, char out[8]); /* "9712 AB" normalised */
/* Strict: ASCII local part of atom characters, one @, a host with a dot; no CR, LF, brackets; <= 254. out: domain lower
 * case, local part kept; n >= 255. email_key lower-cases the whole address: one address is one account. */
bool email_parse(const char *typed, char *out, size_t n);
void email_key(const char *email, char *out, size_t n);
/* True when the text holds a run of 9 digits (spaces and dots between them ignored) that passes the eleven-test: a BSN
 * must never be stored (spec 5). */
bool text_has_bsn(const char *s);

#endif
