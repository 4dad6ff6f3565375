/* commands/demo_make.c: organisaties, accounts and projects of the demo. */
#include "commands/demo_make.h"

#include <stdio.h>
#include <string.h>

#include "app/account/account.h"
#include "app/account/account_password.h"
#include "app/waardering/waardering_rules.h"
#include "commands/demo.h"
#include "core/text.h"
#include "data/database.h"
#include "data/steward.h"

uint32_t demo_random(struct demo *d, uint32_t below)
{
    d->random = d->random * 1664525u + 1013904223u;
    return (uint32_t)(((uint64_t)d->random * below) >> 32);
}

bool demo_database(const struct config *c)
{
    struct text problems;
    text_init(&problems, 1 << 16);
    struct database *base = NULL;
    bool good =
        database_open(c->database, true, false, &problems, &base) == OK && database_migrate(base, &problems) == OK;
    if (base)
        database_close(base);
    if (!good)
        fputs(text_c(&problems), stderr);
    text_free(&problems);
    return good;
}

static int regio_by_name(const struct demo *d, const char *naam, size_t n)
{
    for (int i = 0; i < DEMO_REGIOS; i++)
        if (strlen(d->regio[i].naam) == n && memcmp(d->regio[i].naam, naam, n) == 0)
            return i;
    return -1;
}

/* One line of opdrachtgevers.csv: regio;soort;naam */
static enum result og_line(struct demo *d, const char *line, size_t n)
{
    const char *a = memchr(line, ';', n), *b = a ? memchr(a + 1, ';', (size_t)(line + n - a - 1)) : NULL;
    int regio = b ? regio_by_name(d, line, (size_t)(a - line)) : -1;
    if (regio < 0 || d->n_og >= DEMO_OG)
        return OK;
    struct demo_og *og = &d->og[d->n_og++];
    og->naam = arena_text(d->arena, b + 1, (size_t)(line + n - b - 1));
    og->regio = regio;
    struct organisatie_seed o = {.soort = "opdrachtgever",
                                 .naam = og->naam,
                                 .regio = d->regio[regio].id,
                                 .wsp = d->regio[regio].wsp,
                                 .og_soort = arena_text(d->arena, a + 1, (size_t)(b - a - 1)),
                                 .plaats = d->regio[regio].plaats};
    if (strcmp(o.og_soort, "gemeente") == 0)
        o.naam = og->naam = arena_printf(d->arena, "Gemeente %s", og->naam);
    return organisatie_make(d->s, &o, d->now, &og->id);
}

static enum result on_make(struct demo *d, int nr)
{
    static const char *const first[] = {"Noorderlicht", "Waddenwind", "Hondsrug", "Veenland", "Terpen",
                                        "Lauwers",      "Reiderland", "Eelde",    "Fivel",    "Bolderdak"};
    static const char *const second[] = {"Bouw", "Groen", "Schoonmaak", "Infra", "ICT", "Zorgvervoer"};
    struct demo_on *on = &d->on[nr];
    on->naam = arena_printf(d->arena, "Demo %s %s B.V.", first[nr % 10], second[nr / 10]);
    on->regio = nr % DEMO_REGIOS;
    struct organisatie_seed o = {.soort = "opdrachtnemer",
                                 .naam = on->naam,
                                 .kvk = arena_printf(d->arena, "%08d", 90000001 + nr),
                                 .adres = arena_printf(d->arena, "Voorbeeldweg %d", nr + 1),
                                 .postcode = "9999 ZZ",
                                 .plaats = d->regio[on->regio].plaats};
    return organisatie_make(d->s, &o, d->now, &on->id);
}

enum result demo_organisaties(struct demo *d, const char *csv, size_t n)
{
    const char *end = csv + n;
    for (const char *p = csv; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        size_t length = (size_t)((stop ? stop : end) - p);
        TRY(og_line(d, p, length));
        p += length + 1;
    }
    for (int i = 0; i < DEMO_ON; i++)
        TRY(on_make(d, i));
    /* one that stands there twice, for merging */
    organisatie_id twice;
    struct organisatie_seed dubbel = {
        .soort = "opdrachtnemer", .naam = "Demo Fivel Bouw BV", .kvk = "92000001", .plaats = d->regio[0].plaats};
    TRY(organisatie_make(d->s, &dubbel, d->now, &twice));
    for (int i = 0; i < DEMO_REGIOS; i++) {
        struct organisatie_seed im = {.soort = "intermediair",
                                      .naam = arena_printf(d->arena, "Demo SR-intermediair %d", i + 1),
                                      .kvk = arena_printf(d->arena, "%08d", 91000001 + i)};
        TRY(organisatie_make(d->s, &im, d->now, &d->regio[i].im));
    }
    return OK;
}

/* role, role2, role3 with the regio's suffix: "og2.fryslan@example.nl" */
static enum result team_make(struct demo *d, const char *role, const char *functie, int regio, organisatie_id where,
                             int n, gebruiker_id *out)
{
    for (int i = 0; i < n; i++) {
        char nr[16] = "";
        if (i > 0)
            snprintf(nr, sizeof(nr), "%d", i + 1);
        struct account_seed who = {
            .organisatie = where,
            .functie = functie,
            .telefoon = "",
            .hash = d->hash,
            .totp_base32 = DEMO_TOTP,
            .email = arena_printf(d->arena, "%s%s%s@example.nl", role, nr, d->regio[regio].suffix),
            .naam = arena_printf(d->arena, "Demo %s %d (%s)", functie, i + 1, d->regio[regio].plaats)};
        const char *link;
        TRY(account_add(d->s, d->seal, d->config, d->arena, &who, d->now, &out[i], &link));
    }
    return OK;
}

/* Those without a known password: contacts who have not yet activated their account. */
static enum result contact_make(struct demo *d, const char *role, int nr, organisatie_id where, gebruiker_id *out)
{
    struct demo_user u = {.organisatie = where,
                          .functie = "Contactpersoon",
                          .email = arena_printf(d->arena, "%s-%02d@example.nl", role, nr),
                          .naam = arena_printf(d->arena, "Contact Voorbeeld %s-%02d", role, nr)};
    return demo_user_insert(d->s, d->arena, &u, d->now, out);
}

static int first_og(const struct demo *d, int regio)
{
    static const char *const wanted[DEMO_REGIOS] = {"Gemeente Groningen", "Gemeente Leeuwarden", "Gemeente Emmen"};
    for (int i = 0; i < d->n_og; i++)
        if (d->og[i].regio == regio && strcmp(d->og[i].naam, wanted[regio]) == 0)
            return i;
    return -1;
}

enum result demo_accounts(struct demo *d)
{
    TRY(password_hash(DEMO_PASSWORD,
                      d->hash)); /* one for all: each takes a tenth of a second, and everybody knows it */
    for (int i = 0; i < DEMO_REGIOS; i++) {
        struct demo_regio *r = &d->regio[i];
        gebruiker_id made[DEMO_TEAM];
        int og = first_og(d, i);
        if (og < 0)
            return fail("demo: no first opdrachtgever for regio %d", i);
        TRY(team_make(d, "og", "Contractmanager", i, d->og[og].id, DEMO_TEAM, d->og[og].contact));
        d->og[og].n_contacts = DEMO_TEAM;
        TRY(team_make(d, "on", "Projectleider", i, d->on[i].id, DEMO_TEAM, d->on[i].contact));
        d->on[i].n_contacts = DEMO_TEAM;
        TRY(team_make(d, "im", "SR-adviseur", i, r->im, 2, made));
        r->im_user = made[0];
        TRY(team_make(d, "am", "Accountmanager", i, r->wsp, DEMO_TEAM, r->am));
        TRY(team_make(d, "cp", "Coördinator", i, r->cp, DEMO_TEAM, made));
    }
    for (int i = 0; i < d->n_og; i++)
        if (d->og[i].n_contacts == 0) {
            TRY(contact_make(d, "opdrachtgever", i + 1, d->og[i].id, &d->og[i].contact[0]));
            d->og[i].n_contacts = 1;
        }
    for (int i = 0; i < DEMO_ON; i++)
        if (d->on[i].n_contacts == 0) {
            TRY(contact_make(d, "opdrachtnemer", i + 1, d->on[i].id, &d->on[i].contact[0]));
            d->on[i].n_contacts = 1;
        }
    return demo_user_sign(d->s, GEHEIMHOUDING_VERSIE, d->now);
}
