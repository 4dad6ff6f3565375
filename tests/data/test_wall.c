/* The wall (data/scope.c): what a viewer's statement may and may not, and what each viewer sees. */
#include "small.h"

#include "data/reader.h"

SQL(t_wijzig, "UPDATE project SET naam = :naam WHERE id = :id AND versie = :versie RETURNING 1");
SQL(t_wie, "SELECT gebruiker, soort, organisatie, regio, cp, dag, moment, gevouwen FROM wie");
SQL(t_project, "SELECT id, naam, kleur, start, versie FROM project WHERE id = :id");

/* ---- what a reader answers ---- */

enum answer { REFUSED = -2, NO_ROW = -1 };

/* First column of the first row. */
static int64_t ask(struct reader *db, const char *text)
{
    struct arena *a = arena_new();
    int64_t answer = REFUSED;
    {
        struct query q CLEAN = query_composed(db, a, text, BIND_NONE);
        if (next_row(&q))
            answer = sqlite3_column_int64(q.stmt, 0);
        else if (query_result(&q) == OK)
            answer = NO_ROW;
    }
    arena_free(a);
    return answer;
}

struct question {
    const char *text;
    int64_t anna, bep, nobody;
};

static const struct question questions[] = {
    {"SELECT count(*) FROM project", 2, 3, 0},
    {"SELECT id FROM project ORDER BY id", 42, 42, NO_ROW},
    {"SELECT id FROM project ORDER BY id DESC", 43, 44, NO_ROW},
    {"SELECT sum(versie) FROM project", 2, 3, 0},
    {"SELECT id FROM project WHERE id = 44", NO_ROW, 44, NO_ROW},
    {"SELECT id FROM project WHERE id = 45", NO_ROW, NO_ROW, NO_ROW},
    {"SELECT count(*) FROM project a WHERE EXISTS (SELECT 1 FROM project b WHERE b.id > a.id)", 1, 2, 0},
    {"SELECT count(*) FROM project a, project b", 4, 9, 0},
    {"SELECT (SELECT count(*) FROM project)", 2, 3, 0},
    {"SELECT count(*) FROM (SELECT id FROM project UNION SELECT id FROM project)", 2, 3, 0},
    {"SELECT count(*) FROM project WHERE naam = 'alle_project; WITH \"x\"'", 0, 0, 0},
    {"SELECT max(id) FROM project;", 43, 44, 0},
};

static void test_accepted(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    const struct viewer *viewers[] = {&OG_ANNA, &CP_BEP, NULL};
    for (size_t v = 0; v < 3; v++)
        for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
            int64_t expected[] = {questions[i].anna, questions[i].bep, questions[i].nobody};
            int64_t answer = ask(readers_for(r, viewers[v]), questions[i].text);
            if (answer != expected[v])
                fail_msg("viewer %zu: %s: %lld", v, questions[i].text, (long long)answer);
            readers_clear(r);
        }
    readers_close(r);
}

/* ---- what nobody may, reader or desk ---- */

static const char *const refused[] = {
    "SELECT count(*) FROM alle_project",
    "SELECT (SELECT count(*) FROM alle_project)",
    "SELECT id FROM project WHERE id IN (SELECT project_id FROM alle_koppeling)",
    "SELECT count(*) FROM ALLE_PROJECT",
    "SELECT count(*) FROM \"alle_project\"",
    "SELECT count(*) FROM [alle_project]",
    "SELECT count(*) FROM `alle_project`",
    "SELECT count(*) FROM main.alle_project",
    "SELECT alle_project.naam FROM alle_project",
    "WITH project AS (SELECT * FROM wie) SELECT count(*) FROM project",
    "SELECT count(*) FROM (WITH x AS (SELECT 1) SELECT * FROM x)",
    "SELECT count(*) FROM sqlite_schema",
    "SELECT count(*) FROM sqlite_temp_master",
    "SELECT count(*) FROM pragma_table_list",
    "SELECT count(*) FROM dbstat",
    "SELECT * FROM json_each('[1]')",
    "SELECT sqlite_version()",
    "PRAGMA table_list",
    "PRAGMA query_only = OFF",
    "CREATE TEMP VIEW x AS SELECT 1",
    "CREATE TABLE x (y)",
    "DROP VIEW project",
    "ATTACH 'x' AS y",
    "DETACH main",
    "VACUUM",
    "ANALYZE",
    "REINDEX",
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT x",
    "SELECT load_extension('x')",
    "SELECT noteer(1)",
    "SELECT randomblob(1000)",
    "SELECT writefile('x', 'y')",
    "SELECT 1; SELECT 2",
    "SELECT 1 -- comment",
    "SELECT /* alle */ 1",
    "SELECT 'no end",
    "SELECT id FROM projecten",
    "SELECT kolom FROM project",
    "INSERT INTO alle_project (naam) VALUES ('x')",
    "UPDATE alle_project SET naam = 'x'",
    "DELETE FROM alle_project",
    "UPDATE project SET afgerond = 1",
    "UPDATE project SET naam = 'x', afgerond = 1 WHERE afgerond = 7 AND id = alle_project.id",
    "DELETE FROM project",
    "INSERT INTO project (naam) VALUES ('x')",
    "INSERT INTO wie (gebruiker) VALUES (1)",
};

static enum result all_refused(struct small_task *t, struct desk_job *job)
{
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
        if (ask(job_reader(job), refused[i]) != REFUSED) {
            t->text = refused[i];
            return FAILED;
        }
    return OK;
}

static void test_refused(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    const struct viewer *viewers[] = {&OG_ANNA, &CP_BEP, NULL};
    for (size_t v = 0; v < 3; v++) {
        for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
            if (ask(readers_for(r, viewers[v]), refused[i]) != REFUSED)
                fail_msg("a reader let through: %s", refused[i]);
        readers_clear(r);
    }
    readers_close(r);
    struct desk *desk;
    struct small_task t;
    assert_int_equal(desk_start(s->base, &desk), OK);
    enum result ended = DESK_RUN(desk, t, .fn = all_refused, .viewer = &CP_BEP);
    desk_stop(desk);
    if (ended != OK)
        fail_msg("the desk let through: %s", t.text);
    assert_int_equal(small_number(s, "SELECT count(*) FROM alle_project"), 4);
}

/* On a reader every write is refused, also one the desk would do. */
static void test_reader_never_writes(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    static const char *const writes[] = {"UPDATE project SET naam = 'x' WHERE id = 42 RETURNING 1",
                                         "INSERT INTO nieuw_project (regio_id, naam) VALUES (1, 'x')",
                                         "UPDATE project SET goedgekeurd = 1"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(ask(readers_for(r, &CP_BEP), writes[i]), REFUSED);
    readers_close(r);
}

/* The second line: the authorizer alone, as if the check of the text had missed something. */
static void test_authorizer_alone(void **state)
{
    struct small *s = *state;
    static const char *const texts[] = {
        "SELECT naam FROM alle_project",
        "SELECT p.id, k.wijzigen FROM project p JOIN alle_koppeling k ON k.project_id = p.id",
        "SELECT name FROM sqlite_schema",
        "PRAGMA table_info(alle_project)",
        "UPDATE alle_project SET naam = 'x'",
        "DELETE FROM alle_project",
        "CREATE TEMP TABLE x (y)",
        "SELECT noteer(1)",
        "SELECT count(*) FROM dbstat",
        "SELECT count(*) FROM json_each('[1]')",
        "SELECT load_extension('x')"};
    static const enum conn_kind kinds[] = {CONN_LINKED, CONN_REGIO, CONN_DESK};
    for (size_t k = 0; k < 3; k++) {
        struct conn *c;
        assert_int_equal(conn_open(s->base, kinds[k], false, &c), OK);
        for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
            sqlite3_stmt *q = NULL;
            c->wall = true;
            if (sqlite3_prepare_v2(c->db, texts[i], -1, &q, NULL) == SQLITE_OK)
                fail_msg("prepared: %s", texts[i]);
        }
        conn_close(c);
    }
}

/* ---- writes through the views ---- */

static enum result write_text(struct small_task *t, struct desk_job *job)
{
    struct arena *a = arena_new();
    int rows = 0;
    enum result ended;
    {
        struct query q CLEAN = query_composed(job_reader(job), a, t->text, BIND_NONE);
        while (next_row(&q))
            rows++;
        ended = query_result(&q);
    }
    arena_free(a);
    t->number = rows;
    small_log_line(job, "project.wijzigen");
    return ended;
}

static void test_writes(void **state)
{
    struct small *s = *state;
    static const struct {
        const struct viewer *viewer;
        const char *text;
        enum result ended;
        int rows;
        const char *problem;
    } table[] = {
        {&OG_ANNA, "UPDATE project SET naam = 'brug 2' WHERE id = 42 AND versie = 1 RETURNING 1", OK, 1, ""},
        {&OG_ANNA, "UPDATE project SET naam = 'brug 3' WHERE id = 42 AND versie = 1 RETURNING 1", OK, 0, ""},
        {&OG_ANNA, "UPDATE project SET naam = 'x' WHERE id = 43 RETURNING 1", FORBIDDEN, 0, "mag niet"},
        {&OG_ANNA, "UPDATE project SET naam = 'x' WHERE id = 44 RETURNING 1", OK, 0, ""},
        {&OG_ANNA, "UPDATE project SET naam = 'x', goedgekeurd = 1 WHERE id = 42 RETURNING 1", FORBIDDEN, 0,
         "mag niet"},
        {&OG_ANNA, "UPDATE project SET naam = 'x' RETURNING 1", FORBIDDEN, 0, "mag niet"},
        {&OG_ANNA, "UPDATE project SET naam = 'botsing' WHERE id = 42 RETURNING 1", CONFLICT, 0, "conflict"},
        {&OG_ANNA, "UPDATE project SET naam = 'x.' WHERE id = 42 RETURNING 1", INVALID, 0,
         "Een naam eindigt niet op een punt."},
        {&OG_ANNA, "UPDATE project SET naam = '123456789012345678901' WHERE id = 42 RETURNING 1", INVALID, 0,
         "CHECK constraint failed: length(naam) < 20"},
        {&CP_BEP, "UPDATE project SET kleur = 'rood' WHERE id = 44 RETURNING 1", OK, 1, ""},
        {&CP_BEP, "UPDATE project SET kleur = 'rood' WHERE id = 42 RETURNING 1", INVALID, 0,
         "UNIQUE constraint failed: alle_project.kleur"},
        {&CP_BEP, "UPDATE project SET goedgekeurd = 1 RETURNING 1", OK, 3, ""},
        {NULL, "UPDATE project SET naam = 'x' RETURNING 1", OK, 0, ""},
    };
    struct desk *desk;
    assert_int_equal(desk_start(s->base, &desk), OK);
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct small_task t;
        enum result ended = DESK_RUN(desk, t, .fn = write_text, .viewer = table[i].viewer, .text = table[i].text);
        if (ended != table[i].ended || t.number != table[i].rows || strcmp(t.problem, table[i].problem) != 0)
            fail_msg("%s: %s, %lld rows, \"%s\"", table[i].text, result_name(ended), (long long)t.number, t.problem);
    }
    desk_stop(desk);
    assert_int_equal(
        small_number(s, "SELECT count(*) FROM alle_project WHERE naam IN ('brug 2', 'school', 'sluis', 'dijk')"), 4);
    assert_int_equal(small_number(s, "SELECT sum(goedgekeurd) FROM alle_project"), 3);
    assert_int_equal(small_number(s, "SELECT goedgekeurd FROM alle_project WHERE id = 45"), 0);
}

static void test_text_check(void **state)
{
    (void)state;
    assert_null(scope_text_refused("SELECT naam FROM project WHERE naam LIKE 'alle_%' AND id = :alle_id"));
    assert_null(scope_text_refused("SELECT 'it''s with', :with FROM balle_x, wither ; \n"));
    assert_null(scope_text_refused(""));
    assert_non_null(scope_text_refused("SELECT 1 FROM x, alle_y"));
    assert_non_null(scope_text_refused("SELECT 1 FROM(alle_y)"));
    assert_non_null(scope_text_refused("SELECT 1 FROM x WHERE a=1 AND'x'<alle_y"));
    assert_non_null(scope_text_refused("wItH x AS (SELECT 1) SELECT 1"));
    assert_non_null(scope_text_refused("SELECT '' || '''alle_"));
}

/* ---- who looks ---- */

static void test_functions(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    clock_set(tijdstip_at(datum_from_ymd(2026, 3, 7), 0, 30));
    static const struct {
        const struct viewer *viewer;
        int64_t who, kind, organisatie, regio, cp;
    } table[] = {{&OG_ANNA, 1, SOORT_OG, 11, 1, 0},
                 {&ON_CAS, 2, SOORT_ON, 12, 0, 0},
                 {&CP_BEP, 9, SOORT_CP, 19, 1, 1},
                 {NULL, 0, 0, 0, 0, 0}};
    for (size_t i = 0; i < 4; i++) {
        struct query q = query(readers_for(r, table[i].viewer), s->arena, t_wie, BIND_NONE);
        assert_int_equal(one_row(&q), OK);
        static const char *const names[] = {"gebruiker", "soort", "organisatie", "regio", "cp"};
        int64_t expected[] = {table[i].who, table[i].kind, table[i].organisatie, table[i].regio, table[i].cp};
        for (size_t k = 0; k < 5; k++) {
            assert_int_equal(row_int(&q, names[k]), expected[k]);
            assert_int_equal(row_is_null(&q, names[k]), expected[k] == 0); /* none is NULL, never 0 */
        }
        assert_string_equal(row_text(&q, "dag"), "2026-03-07");
        assert_in_range(row_int(&q, "moment"), clock_now().sec - 2, clock_now().sec);
        assert_string_equal(row_text(&q, "gevouwen"), "een");
        query_end(&q);
        readers_clear(r);
    }
    clock_reset();
    readers_close(r);
}

/* Between two requests the viewer is gone, also on a statement that is already prepared. */
static void test_viewer_is_cleared(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    static const char text[] = "SELECT count(*) FROM project";
    struct reader *db = readers_for(r, &OG_ANNA);
    assert_int_equal(ask(db, text), 2);
    readers_clear(r);
    assert_int_equal(ask(db, text), 0);
    assert_int_equal(ask(readers_for(r, &ON_CAS), text), 1);
    readers_close(r);
}

static void test_columns(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    struct reader *db = readers_for(r, &OG_ANNA);
    {
        struct query q CLEAN = query(db, s->arena, t_project, BIND(B("id", ((project_id){42}))));
        assert_int_equal(one_row(&q), OK);
        assert_int_equal(row_id(&q, "id", project_id).id, 42);
        assert_string_equal(row_text(&q, "naam"), "brug");
        assert_int_equal(row_datum(&q, "start").dag, datum_from_ymd(2026, 3, 7).dag);
        assert_null(row_text(&q, "kleur"));
        assert_string_equal(row_text_or(&q, "kleur", "-"), "-");
        assert_null(row_blob(&q, "kleur").p);
        assert_true(geld_is_none(row_geld(&q, "kleur")));
        assert_true(uren_is_none(row_uren(&q, "kleur")));
        assert_true(bp_is_none(row_bp(&q, "kleur")));
        struct query again CLEAN = query(db, s->arena, t_project, BIND(B("id", 43))); /* inside its own loop */
        assert_int_equal(one_row(&again), OK);
        assert_true(datum_is_none(row_datum(&again, "start")));
        assert_string_equal(row_text(&q, "naam"), "brug");
    }
    {
        struct query q CLEAN = query(db, s->arena, t_project, BIND(B("id", 99)));
        assert_int_equal(one_row(&q), NOT_FOUND);
    }
#ifndef SRM_PARANOID
    struct query q = query(db, s->arena, t_project, BIND(B("idd", 1)));
    assert_int_equal(one_row(&q), FAILED);
    query_end(&q);
    q = query(db, s->arena, t_project, BIND_NONE);
    assert_int_equal(one_row(&q), FAILED);
    query_end(&q);
#endif
    (void)t_wijzig;
    readers_close(r);
}

/* More composed lists than the LRU keeps, some of them running. */
static void test_composed(void **state)
{
    struct small *s = *state;
    struct readers *r;
    assert_int_equal(readers_open(s->base, &r), OK);
    struct reader *db = readers_for(r, &OG_ANNA);
    struct query open[3];
    char text[3][100];
    for (int i = 0; i < 3; i++) {
        snprintf(text[i], sizeof(text[i]), "SELECT id AS id%d FROM project ORDER BY id", i);
        open[i] = query_composed(db, s->arena, text[i], BIND_NONE);
        assert_true(next_row(&open[i]));
    }
    for (int i = 0; i < 60; i++) {
        char list[100];
        snprintf(list, sizeof(list), "SELECT count(*) + %d FROM project", i % 20);
        assert_int_equal(ask(db, list), 2 + i % 20);
    }
    for (int i = 0; i < 3; i++) {
        assert_true(next_row(&open[i]));
        assert_int_equal(sqlite3_column_int64(open[i].stmt, 0), 43);
        assert_false(next_row(&open[i]));
        query_end(&open[i]);
    }
    readers_close(r);
}

static int tests(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, small_setup, small_teardown)
    const struct CMUnitTest list[] = {T(test_accepted),
                                      T(test_refused),
                                      T(test_reader_never_writes),
                                      T(test_authorizer_alone),
                                      T(test_writes),
                                      cmocka_unit_test(test_text_check),
                                      T(test_functions),
                                      T(test_viewer_is_cleared),
                                      T(test_columns),
                                      T(test_composed)};
    return cmocka_run_group_tests_name("wall", list, NULL, NULL);
}

int main(void)
{
    return small_main(tests);
}
