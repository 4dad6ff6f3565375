/* Cases computed by hand over the three real tables, one line each. `hoe` is the arithmetic: whoever computes it again
 * finds the amount. Days are counted from the first day to the last, both included; a year or a month that is not whole
 * is days / days of the period it lies in, measured from the start of the placement. */
#include "app/verantwoording/kandidaat_rules.h"
#include "waarde.h"

struct geval {
    const char *set, *code, *start, *tm; /* tm "" = open-ended */
    int64_t cent;
    const char *hoe;
    const char *op; /* actueel on this day (so through the day before); none = prognose */
    int week;       /* hours; 0 = not asked */
    struct {
        const char *vanaf;
        int week;
    } later[3];
    const char *uit;  /* last day, when it ended early */
    const char *veld; /* last day of training or wage-cost subsidy */
    const char *project_van, *project_tm;
    int64_t bedrag;
    int honderdsten, personen; /* hours of an activity */
    const char *geboren;
    struct antwoord weet[2];
    int aandeel; /* basis points */
    struct {
        const char *van, *tm;
        int week, aandeel;
    } eerder[2];
    const char *bonus; /* this bonus has this rate */
    int64_t bonus_tarief, dagmax;
    enum opbouw opbouw;
    int min_uren;
    bool goedgekeurd, los, fte; /* los: days outside the project count too; fte: caps weighed by hours */
};

#define G(set_, code_, start_, tm_, cent_, ...)                                                                        \
    {                                                                                                                  \
        .set = set_, .code = code_, .start = start_, .tm = tm_, .cent = cent_, .hoe = __VA_ARGS__                      \
    }

static const struct geval gevallen[] = {
    /* ---- per year ---- */
    G("D", "PW-KORT", "2024-03-01", "2024-08-31", 1008219, "30000 * 24/36 * 184/365",
      .week = 24), /* Mar..Aug 31+30+31+30+31+31; the year from 1-3-2024 has no 29-2 */
    G("D", "WIA-WAO", "2024-01-01", "2024-12-31", 4000000, "40000 * 366/366", .week = 36),
    G("D", "WIA-WAO", "2024-02-29", "2025-02-28", 4000000, "40000 * 1", .week = 36), /* 29-2 + a year is 1-3-2025 */
    G("D", "WIA-WAO", "2024-02-29", "2025-03-01", 4010959, "40000 * (1 + 1/365)", .week = 36),
    G("D", "WIA-WAO", "2023-03-01", "2024-02-28", 3989071, "40000 * 365/366",
      .week = 36), /* one day short: 29-2-2024 */
    G("D", "NUG", "2023-06-15", "2023-06-15", 2732, "10000 * 1/366",
      .week = 36), /* the year from 15-6-2023 has a 29-2 */
    G("U", "PWET", "2023-05-15", "2025-08-14", 9008219, "40000 * (2 + 92/365)",
      .week = 36), /* 15-5 up to 15-8-2025: 17+30+31+14 = 92 */
    G("U", "WW", "2023-01-01", "2023-03-31", 273973, "20000 * 20/36 * 90/365", .week = 20), /* 31+28+31 */
    G("U", "BANEN", "2023-01-01", "2023-12-31", 5000000, "50000 * 36/36",
      .week = 40), /* more than full time is full time */
    G("U", "BBL", "2023-08-01", "2024-07-31", 3111111, "35000 * 32/36", .week = 32),
    G("U", "PRO", "2024-03-01", "2024-12-31", 2934247, "35000 * 306/365", .week = 36), /* 366 - 31 - 29 = 306 */
    G("H", "REG", "2023-07-01", "2027-06-30", 17777778, "50000 * 32/36 * 4", .week = 32),
    G("H", "ZU", "2024-09-01", "2024-11-30", 62329, "5000 * 18/36 * 91/365", .week = 18), /* 30+31+30 */
    /* ---- per month ---- */
    G("D", "WEP", "2024-01-15", "2024-04-30", 265000,
      "750 * (3 + 16/30)"),                                      /* 15-4..30-4 is 16 of the 30 days up to 15-5 */
    G("D", "WEP", "2023-01-31", "2023-02-28", 75000, "750 * 1"), /* 31-1 + a month is 1-3 */
    G("D", "WEP", "2023-01-31", "2023-03-31", 152419,
      "750 * (2 + 1/31)"), /* two months: 31-3; the third ends 1-5: 31 days */
    G("D", "WEP", "2024-02-29", "2024-02-29", 2586, "750 * 1/29"),
    G("D", "WEP", "2023-05-01", "2023-06-30", 150000, "750 * 2", .week = 8), /* whatever the hours */
    G("D", "WEP", "2023-11-10", "2024-02-09", 120968, "750 * (1 + 19/31)",
      .uit = "2023-12-28"), /* 10-12..28-12 is 19 of the 31 days up to 10-1 */
    G("D", "BBL-12", "2023-08-01", "2025-07-31", 1163934, "20000 * 213/366", .op = "2024-03-01",
      .veld = "2025-07-31"), /* 31+30+31+30+31+31+29 */
    /* ---- a piece: linear, at the start, at the end ---- */
    G("D", "BOL-12", "2024-09-01", "2025-01-31", 299020, "7500 * 61/153",
      .uit = "2024-10-31"), /* 30+31 of 30+31+30+31+31 */
    G("D", "BOL-34", "2024-02-01", "2024-06-30", 201987, "5000 * 61/151",
      .op = "2024-04-02"), /* 29+31+1 of 29+31+30+31+30 */
    G("D", "VSO-STAGE", "2024-02-01", "2024-06-30", 500000, "5000 * 151/151"),
    G("D", "BOL-12", "2024-02-01", "2024-06-30", 298013, "7500 * 60/151",
      .project_tm = "2024-03-31"), /* only 29+31 days within the project */
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 0, "25000 * 0", .op = "2024-05-01"), /* begins today: not yet */
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 2500000, "25000 * 1", .op = "2024-05-02"),
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 2500000, "25000 * 1", .uit = "2024-05-10"),
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 0, "25000 * 0", .opbouw = OPBOUW_EINDE, .op = "2025-04-30"),
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 2500000, "25000 * 1", .opbouw = OPBOUW_EINDE, .op = "2025-05-01"),
    G("D", "VSO-WERK", "2024-05-01", "2025-04-30", 0, "25000 * 0", .opbouw = OPBOUW_EINDE,
      .uit = "2025-04-29"), /* the end was not reached */
    G("H", "PW", "2024-01-01", "2024-12-31", 6500000, "40000 * 1; 25000 * 1", .week = 36,
      .weet = {{"stage_vooraf_mnd", "6"}}),
    G("H", "PW", "2024-01-01", "2024-12-31", 2510929, "40000 * 1/366; 25000 * 1", .week = 36,
      .weet = {{"stage_vooraf_mnd", "6"}}, .op = "2024-01-02"),
    G("H", "PW", "2024-01-01", "2024-12-31", 4000000, "40000 * 1", .week = 36, .weet = {{"stage_vooraf_mnd", "5"}}),
    /* ---- hours of an activity, with and without a maximum a day ---- */
    G("D", "MVO-UUR", "2024-05-01", "2024-05-01", 300000, "100 * 7.5 * 4", .honderdsten = 750, .personen = 4),
    G("U", "KENNIS-UUR", "2024-05-01", "", 7500, "100 * 0.25 * 3", .honderdsten = 25, .personen = 3),
    G("U", "KENNIS-UUR", "2024-05-01", "2024-05-01", 100000, "1000 * 1", .honderdsten = 3000,
      .dagmax = 100000), /* 30 hours would be 3.000 */
    G("U", "KENNIS-UUR", "2024-05-01", "2024-05-03", 300000, "1000 * 3", .honderdsten = 4000,
      .dagmax = 100000), /* three days; 40 hours would be 4.000 */
    G("U", "KENNIS-UUR", "2024-05-01", "2024-05-03", 299000, "100 * 29.9", .honderdsten = 2990,
      .dagmax = 100000), /* just below three times the maximum */
    G("D", "MVO-UUR", "2024-05-01", "2024-05-01", 0, "100 * 0", .honderdsten = 750, .op = "2024-05-01"),
    /* ---- part of an invoice ---- */
    G("D", "INK-100", "2024-05-01", "", 123456, "1234.56 * 100/100", .bedrag = 123456),
    G("D", "INK-50", "2024-05-01", "", 617284, "12345.67 * 50/100", .bedrag = 1234567), /* 6.172,835: half up */
    G("D", "INK-P3", "2024-05-01", "", 370370, "12345.67 * 30/100", .bedrag = 1234567),
    G("D", "INK-P2", "2024-05-01", "", 2, "0.12 * 20/100", .bedrag = 12),         /* 2,4 cents */
    G("D", "INK-P1", "2024-05-01", "", 9877, "987.65 * 10/100", .bedrag = 98765), /* 98,765: half up */
    G("D", "FONDS", "2024-05-01", "", 2500, "25 * 100/100", .bedrag = 2500),
    G("D", "INK-100", "2023-12-31", "", 0, "5000 * 0", .bedrag = 500000, .project_van = "2024-01-01",
      .project_tm = "2024-12-31"),
    G("D", "INK-100", "2023-12-31", "", 500000, "5000 * 1", .bedrag = 500000, .project_van = "2024-01-01",
      .project_tm = "2024-12-31", .los = true),
    G("H", "PW", "2024-01-01", "2024-12-31", 4234567, "40000 * 1; 2345.67 * 100/100", .week = 36,
      .bedrag = 234567), /* training costs are a bonus */
    /* ---- tailor-made ---- */
    G("D", "MVO-MAAT", "2024-05-01", "", 0, "1234.56 * 0", .bedrag = 123456), /* only once approved */
    G("D", "MVO-MAAT", "2024-05-01", "", 123456, "1234.56 * 1", .bedrag = 123456, .goedgekeurd = true),
    G("U", "ONTW", "2024-05-01", "2024-05-02", 500000, "2500 * 2", .bedrag = 700000, .goedgekeurd = true,
      .dagmax = 250000),
    /* ---- how long it counts: by placed days ---- */
    G("D", "PW-KORT", "2023-01-01", "2025-12-31", 6000000, "30000 * 2", .week = 36),
    G("D", "PW-KORT", "2022-10-01", "2025-09-30", 4500000, "30000 * (1 + 183/366)", .week = 36,
      .eerder = {{"2022-01-01", "2022-06-30", 36, 0}}), /* 18 of 24 months left: up to 1-4-2024 */
    G("D", "PW-KORT", "2022-12-31", "2025-09-30", 4500000, "30000 * (1 + 183/366)", .week = 36,
      .eerder = {{"2022-01-01", "2022-06-30", 36, 0}}), /* a day short of six months between: up to 1-7-2024 */
    G("D", "PW-KORT", "2023-01-01", "2025-12-31", 6000000, "30000 * 2", .week = 36,
      .eerder = {{"2022-01-01", "2022-06-30", 36, 0}}), /* six months between: anew */
    G("D", "WW-KORT", "2023-04-01", "2024-12-31", 748634, "10000 * 274/366", .week = 36,
      .project_tm = "2023-12-30"), /* 30+31+30+31+31+30+31+30+30; the year from 1-4-2023 has a 29-2 */
    G("D", "WW-KORT", "2023-04-01", "2024-12-31", 751366, "10000 * 275/366", .week = 36,
      .eerder = {{"2023-01-01", "2024-03-31", 18,
                  0}}), /* three months used before; days at the same time count once: up to 1-1-2024 */
    G("D", "WW-LANG", "2024-01-01", "2025-12-31", 0, "15000 * 0", .week = 36,
      .eerder = {{"2022-06-01", "2023-12-31", 12, 0}}), /* used up */
    /* ---- by the calendar ---- */
    G("H", "PW", "2022-10-01", "2025-09-30", 5005464, "40000 * (1 + 92/366)", .week = 36,
      .eerder = {{"2022-01-01", "2022-06-30", 36, 0}}), /* 24 months from 1-1-2022 */
    G("H", "PW", "2023-01-01", "2025-12-31", 8000000, "40000 * 2", .week = 36,
      .eerder = {{"2022-01-01", "2022-06-30", 36, 0}}),
    G("H", "BBL3", "2023-08-01", "2027-07-31", 4500000, "15000 * 3", .week = 36),
    G("H", "STVSO", "2023-09-01", "2026-06-30", 1000000, "7500 * 24/36 * 2", .week = 24),
    /* ---- weighed by hours ---- */
    G("D", "WW-KORT", "2023-01-01", "2026-12-31", 1000000, "10000 * 18/36 * 2", .week = 18,
      .fte = true), /* half time lasts twice as long */
    G("D", "WW-KORT", "2023-01-01", "2026-12-31", 997268, "10000 * (18/36 * 1 + 182/366)", .week = 18,
      .later = {{"2024-01-01", 36}}, .fte = true), /* 6 months are left on 1-1-2024 */
    G("D", "PW-KORT", "2023-01-01", "2026-12-31", 5245902, "30000 * (1 + 274/366)", .week = 36,
      .eerder = {{"2022-01-01", "2022-12-31", 9, 0}}, .fte = true), /* 3 months used: up to 1-10-2024 */
    G("D", "WW-KORT", "2023-01-01", "2026-12-31", 1000000, "10000 * 2 * 50/100", .week = 36, .aandeel = 5000,
      .fte = true),
    G("D", "WW-KORT", "2023-01-01", "2026-12-31", 600000, "10000 * 60/100", .week = 36, .aandeel = 6000,
      .eerder = {{"2023-01-01", "2026-12-31", 36, 4000}}, .fte = true),
    /* ---- until the training or the subsidy ends, the later of both ---- */
    G("D", "BBL-34", "2023-08-01", "2027-07-31", 1500000, "15000 * 1", .veld = "2024-07-31"),
    G("H", "WW", "2024-01-01", "2026-12-31", 2991781, "20000 * (1 + 181/365)", .week = 36, .veld = "2025-06-30"),
    G("H", "WW", "2024-01-01", "2026-12-31", 2000000, "20000 * 1", .week = 36,
      .veld = "2024-06-30"), /* the twelve months last longer */
    G("H", "PW", "2023-07-01", "2027-06-30", 12000000, "40000 * 3", .week = 36, .veld = "2026-06-30"),
    /* ---- ages: whole years at the start ---- */
    G("D", "WW-KORT", "2026-03-01", "2026-08-31", 756165, "10000 * 184/365; 5000 * 184/365", .week = 40,
      .geboren = "1971-02-14"),
    G("D", "WW-KORT", "2026-03-01", "2026-08-31", 756165, "10000 * 184/365; 5000 * 184/365", .week = 36,
      .geboren = "1976-03-01"), /* 50 that very day */
    G("D", "WW-KORT", "2026-03-01", "2026-08-31", 504110, "10000 * 184/365", .week = 36,
      .geboren = "1976-03-02"), /* 49 */
    G("D", "WW-KORT", "2026-02-28", "2026-08-30", 504110, "10000 * 184/365", .week = 36,
      .geboren = "1976-02-29"), /* 50 on 1-3 */
    G("U", "WW", "2023-01-01", "2023-12-31", 2000000, "20000 * 1", .week = 36,
      .geboren = "1973-01-01"), /* Utrecht: older than 50 */
    G("U", "WW", "2023-01-01", "2023-12-31", 3000000, "20000 * 1; 10000 * 1", .week = 36, .geboren = "1972-01-01"),
    G("H", "WIA", "2024-01-01", "2024-12-31", 2666667, "30000 * 24/36; 10000 * 24/36", .week = 24,
      .geboren = "1969-01-01"), /* 55 */
    /* ---- bonuses: twelve months, with the basis, of a group the highest ---- */
    G("D", "PW-LANG", "2023-01-01", "2024-12-31", 10000000, "40000 * 2; 5000 * 1; 10000 * 1; 5000 * 1", .week = 36,
      .geboren = "1970-06-30", .weet = {{"contractvorm", "vast"}, {"statushouder", "ja"}}),
    G("D", "WW-KORT", "2023-01-01", "2024-12-31", 743835, "10000 * 181/365; 5000 * 181/365", .week = 36,
      .geboren = "1960-01-01", .uit = "2023-06-30"),
    G("D", "BBL-34", "2023-08-01", "2024-07-31", 1500000, "15000 * 1", .veld = "2024-07-31",
      .weet = {{"contractvorm", "vast"}}), /* a bonus of ARBEID does not go with LEREN */
    G("U", "PWET", "2023-01-01", "2023-12-31", 2500000, "40000 * 18/36; 10000 * 18/36", .week = 18,
      .weet = {{"contractvorm", "vast"}}),
    G("U", "WW", "2023-01-01", "2024-12-31", 5000000, "20000 * 2; 10000 * 1", .week = 36,
      .weet = {{"contractvorm", "vast"}}),
    G("U", "PWET", "2023-01-01", "2023-12-31", 5000000, "40000 * 1; 10000 * 1", .week = 36,
      .weet = {{"statushouder", "ja"}, {"taalachterstand", "ja"}}),
    G("U", "PWET", "2023-01-01", "2023-12-31", 5200000, "40000 * 1; 12000 * 1", .week = 36,
      .weet = {{"statushouder", "ja"}, {"taalachterstand", "ja"}}, .bonus = "BON-TAAL", .bonus_tarief = 1200000),
    G("U", "PWET", "2023-01-01", "2023-12-31", 5000000, "40000 * 1; 10000 * 1", .week = 36,
      .weet = {{"statushouder", "ja"}}, .bonus = "BON-TAAL", .bonus_tarief = 1200000), /* the higher one is not met */
    G("H", "REG", "2024-01-01", "2024-12-31", 4666667, "50000 * 24/36; 10000 * 24/36; 10000 * 24/36", .week = 24,
      .geboren = "1960-01-01", .weet = {{"ips", "ja"}}),
    /* ---- other hours from a date ---- */
    G("D", "PW-LANG", "2024-04-01", "2026-03-31", 5778995, "40000 * (32/36 * 183/365 + 24/36 * (182/365 + 1))",
      .week = 32, .later = {{"2024-10-01", 24}}),
    G("D", "PW-LANG", "2024-04-01", "2026-03-31", 2228311, "40000 * (32/36 * 183/365 + 24/36 * 61/365)", .week = 32,
      .later = {{"2024-10-01", 24}}, .op = "2024-12-01"),
    G("U", "PWET", "2023-01-01", "2023-12-31", 1983562, "40000 * (120/365 + 0 * 123/365 + 18/36 * 122/365)", .week = 36,
      .later = {{"2023-05-01", 0}, {"2023-09-01", 18}}),
    G("U", "PWET", "2023-01-01", "2023-12-31", 1344292, "40000 * 24/36 * 184/365", .week = 10,
      .later = {{"2023-07-01", 24}}, .min_uren = 12), /* ten hours are too few there */
    G("D", "WIA-WAO", "2024-01-01", "2024-12-31", 2994536, "40000 * (182/366 + 18/36 * 184/366)", .week = 36,
      .later = {{"2024-07-01", 18}}),
    G("D", "NUG", "2023-01-01", "2024-12-31", 1747268, "10000 * (1 + 18/36 * 1/366 + 273/366 + 0 * 92/366)", .week = 36,
      .later = {{"2024-01-01", 18}, {"2024-01-02", 40}, {"2024-10-01", 0}}),
    /* ---- ended early, open-ended, within the project ---- */
    G("D", "WIA-WAO", "2023-01-01", "2023-12-31", 1983562, "40000 * 181/365", .week = 36, .uit = "2023-06-30"),
    G("D", "WIA-WAO", "2023-01-01", "2023-12-31", 986301, "40000 * 90/365", .week = 36, .uit = "2023-06-30",
      .op = "2023-04-01"),
    G("D", "WIA-WAO", "2023-01-01", "2023-12-31", 0, "40000 * 0", .week = 36, .uit = "2022-12-31"), /* never came */
    G("U", "PWET", "2023-07-01", "", 6016438, "40000 * (1 + 184/365)", .week = 36,
      .project_tm = "2024-12-31"), /* to the end of the project */
    G("U", "WW", "2023-01-01", "2024-12-31", 2994536, "20000 * (1 + 182/366)", .week = 36, .project_van = "2023-01-01",
      .project_tm = "2024-06-30"),
    G("U", "WW", "2023-01-01", "2024-12-31", 4000000, "20000 * 2", .week = 36, .project_van = "2023-01-01",
      .project_tm = "2024-06-30", .los = true),
    G("D", "PW-DGR", "2022-12-31", "2024-12-31", 0, "40000 * 0", .week = 36,
      .project_van = "2023-01-01"), /* a day before the project: Deventer has no aanloop */
    G("H", "WIA", "2023-01-01", "2025-12-31", 3000000, "30000 * 1", .week = 36,
      .project_van = "2024-01-01"), /* Haaglanden has twelve months; they use the duration: 2024 is left */
    G("H", "WIA", "2022-12-31", "2025-12-31", 0, "30000 * 0", .week = 36,
      .project_van = "2024-01-01"), /* a day too long before */
    /* ---- a share, rounded line by line ---- */
    G("D", "PW-LANG", "2023-01-01", "2023-12-31", 2400000, "40000 * 60/100", .week = 36, .aandeel = 6000),
    G("D", "PW-LANG", "2024-01-01", "2024-01-01", 3643, "109.29 * 3333/10000", .week = 36,
      .aandeel = 3333), /* the day is 40.000/366 = 109,29 */
    G("D", "WW-KORT", "2026-03-01", "2026-08-31", 378083, "5041.10 * 50/100; 2520.55 * 50/100", .week = 40,
      .geboren = "1971-02-14", .aandeel = 5000),
};
enum { N_GEVALLEN = sizeof(gevallen) / sizeof(gevallen[0]) };

static struct arena *a;
static struct bouwblokkenset *D, *U, *H;

static int setup(void **state)
{
    (void)state;
    a = arena_new();
    D = set_load(a, "deventer-2023.csv");
    U = set_load(a, "utrecht.csv");
    H = set_load(a, "haaglanden-2023.csv");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_free(a);
    return 0;
}

/* The set as the case has it; the block of the case too. */
static struct bouwblokkenset *set_of(const struct geval *g)
{
    struct bouwblokkenset *s = ARENA_NEW(a, struct bouwblokkenset);
    const struct bouwblokkenset *from = g->set[0] == 'D' ? D : g->set[0] == 'U' ? U : H;
    *s = *from;
    s->blokken = ARENA_ARRAY(a, struct bouwblok, s->n_blokken);
    memcpy(s->blokken, from->blokken, s->n_blokken * sizeof(*s->blokken));
    s->min_uren.honderdste = g->min_uren * 100;
    s->binnen_project = !g->los;
    s->cap_basis = g->fte ? CAP_FTE : s->cap_basis;
    for (size_t i = 0; i < s->n_blokken; i++) {
        struct bouwblok *b = &s->blokken[i];
        if (g->bonus && strcmp(b->code, g->bonus) == 0)
            b->tarief = g->bonus_tarief;
        if (strcmp(b->code, g->code) != 0)
            continue;
        if (g->dagmax > 0)
            b->dagmax.cent = g->dagmax;
        if (g->opbouw != OPBOUW_GEEN)
            b->opbouw = g->opbouw;
    }
    return s;
}

static void people_of(const struct geval *g, struct inzet_invoer *e)
{
    struct plaatsing *before = ARENA_ARRAY(a, struct plaatsing, 2);
    struct antwoord *known = ARENA_ARRAY(a, struct antwoord, 3);
    for (size_t i = 0; i < 2 && g->eerder[i].van; i++)
        before[e->n_eerder++] =
            (struct plaatsing){.van = d(g->eerder[i].van),
                               .tot = tm_of(g->eerder[i].tm),
                               .week = {g->eerder[i].week * 100},
                               .aandeel = g->eerder[i].aandeel ? (basispunt){g->eerder[i].aandeel} : BP_GEEN,
                               .begin = DATUM_GEEN};
    for (size_t i = 0; i < 2 && g->weet[i].naam; i++)
        known[e->n_antwoorden++] = g->weet[i];
    if (g->geboren)
        known[e->n_antwoorden++] =
            (struct antwoord){"leeftijd", arena_printf(a, "%d", kandidaat_leeftijd(d(g->geboren), e->start))};
    e->eerder = before;
    e->antwoorden = known;
}

static struct inzet_invoer invoer_of(const struct geval *g)
{
    struct inzet_invoer e = entry(set_of(g), g->code, g->start, g->tm);
    struct uren_deel *h = ARENA_ARRAY(a, struct uren_deel, 4);
    if (g->week > 0)
        h[e.n_uren++] = (struct uren_deel){e.start, {g->week * 100}};
    for (size_t i = 0; i < 3 && g->later[i].vanaf; i++)
        h[e.n_uren++] = (struct uren_deel){d(g->later[i].vanaf), {g->later[i].week * 100}};
    e.uren = h;
    e.uit_dienst_tot = g->uit ? tm_of(g->uit) : DATUM_GEEN;
    e.cap_veld_tot = g->veld ? tm_of(g->veld) : DATUM_GEEN;
    e.project_start = g->project_van ? d(g->project_van) : e.project_start;
    e.project_tot = g->project_tm ? tm_of(g->project_tm) : e.project_tot;
    e.bedrag = g->bedrag > 0 ? (geld){g->bedrag} : GELD_GEEN;
    e.aantal = g->honderdsten > 0 ? (uren){g->honderdsten} : UREN_GEEN;
    e.personen = g->personen;
    e.aandeel = g->aandeel > 0 ? (basispunt){g->aandeel} : BP_GEEN;
    e.goedgekeurd = g->goedgekeurd;
    people_of(g, &e);
    return e;
}

static void every_case(void **state)
{
    int wrong = 0;
    (void)state;
    for (size_t i = 0; i < N_GEVALLEN; i++) {
        const struct geval *g = &gevallen[i];
        struct inzet_invoer e = invoer_of(g);
        struct waarde w = waarde_bereken(a, &e, g->op ? d(g->op) : GEEN_GRENS);
        int64_t sum = 0;
        size_t lines = 1;
        for (const char *p = g->hoe; *p; p++)
            lines += *p == ';';
        for (size_t k = 0; k < w.n_regels; k++)
            sum += w.regels[k].bedrag.cent;
        if (w.totaal.cent == g->cent && sum == g->cent && w.n_regels == lines)
            continue;
        wrong++;
        print_error("case %zu, %s %s %s..%s: %lld, by hand %lld = %s; said: %s\n", i + 1, g->set, g->code, g->start,
                    g->tm, (long long)w.totaal.cent, (long long)g->cent, g->hoe, w.regels[0].berekening);
    }
    assert_int_equal(wrong, 0);
}

/* ---- the discount by certificates: the steps are blocks of the table ---- */

static const struct {
    int64_t bruto, cent;
    const char *hoe;
    struct {
        const char *blok, *van, *tm;
    } c[3];
    bool hele;
} kortingen[] = {
    /* the project is the year 2024: 366 days */
    {10000000, 1000000, "100000 * 10/100", {{"PSO-1", "2024-01-01", "2024-12-31"}}, false},
    {10000000,
     1000000,
     "100000 * 10/100",
     {{"PSO-1", "2022-05-01", "2025-04-30"}},
     false}, /* longer than the project */
    {10000000, 1243169, "100000 * 25/100 * 182/366", {{"PSO-2", "2024-01-01", "2024-06-30"}}, false},
    {10000000,
     2005464,
     "100000 * (10/100 * 274 + 50/100 * 92)/366",
     {{"PSO-1", "2024-01-01", "2024-12-31"}, {"PSO-3", "2024-10-01", "2024-12-31"}},
     false}, /* overlap: the highest, not both */
    {10000000,
     1959016,
     "100000 * (10/100 * 182 + 25/100 * 154 + 50/100 * 30)/366",
     {{"PSO-1", "2024-01-01", "2024-12-31"},
      {"PSO-2", "2024-03-01", "2024-08-31"},
      {"PSO-3", "2024-06-01", "2024-06-30"}},
     false}, /* 366-184; 184-30; 30 */
    {10000000, 846995, "100000 * 31/366", {{"PSO-30", "2024-12-01", "2025-11-30"}}, false},
    {10000000,
     1754098,
     "100000 * (10/100 * 182 + 25/100 * 184)/366",
     {{"PSO-1", "2023-07-01", "2024-06-30"}, {"PSO-2", "2024-07-01", "2025-06-30"}},
     false},
    {10000000,
     1754098,
     "100000 * (10/100 * 182 + 25/100 * 184)/366",
     {{"PSO-1", "2023-07-01", "2024-06-30"}, {"PSO-2", "2024-07-01", "2025-06-30"}},
     true},
    {10000000,
     0,
     "100000 * 0",
     {{"PSO-1", "2023-07-01", "2024-06-29"}, {"PSO-2", "2024-07-01", "2025-06-30"}},
     true}, /* 30-6 is open */
    {10000000,
     10000000,
     "100000 * 100/100",
     {{"PSO-30", "2024-01-01", "2024-12-31"}, {"PSO-3", "2024-01-01", "2024-12-31"}},
     false}, /* at most all */
    {10000000, 0, "100000 * 0", {{"PSO-3", "2025-01-01", "2027-12-31"}}, false},
    {1, 1, "0.01 * 50/100", {{"PSO-3", "2024-01-01", "2024-12-31"}}, false}, /* half a cent: up */
};

static void every_discount(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(kortingen) / sizeof(kortingen[0]); i++) {
        struct certificaat c[3];
        size_t n = 0;
        for (; n < 3 && kortingen[i].c[n].blok; n++)
            c[n] = (struct certificaat){{(int32_t)blok_find_code(D, kortingen[i].c[n].blok)->tarief},
                                        d(kortingen[i].c[n].van),
                                        tm_of(kortingen[i].c[n].tm)};
        int64_t cent =
            verplichting_korting((geld){kortingen[i].bruto}, d("2024-01-01"), d("2025-01-01"), n, c, kortingen[i].hele)
                .cent;
        if (cent != kortingen[i].cent)
            fail_msg("discount %zu: %lld, by hand %lld = %s", i + 1, (long long)cent, (long long)kortingen[i].cent,
                     kortingen[i].hoe);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_case), cmocka_unit_test(every_discount)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
