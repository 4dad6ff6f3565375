/* Uploads that look like a PDF: small files made here by hand, each with one thing that is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/pdf.h"

#undef fail
#include <cmocka.h>

#include "core/pdf_file.h"

/* With the child and without: the same. */
static void expect_at(int line, enum pdf_verdict want)
{
    enum pdf_verdict got = pdf_check(file.p, file.n), here = pdf_check_here(file.p, file.n);
    if (got != want || here != want)
        fail_msg("line %d: verdict %d, without child %d, expected %d", line, (int)got, (int)here, (int)want);
}
#define expect(want) expect_at(__LINE__, want)

/* ---- one thing at a time ---- */

static const struct {
    const char *catalog, *page, *fifth, *sixth;
    enum pdf_verdict want;
} cases[] = {
    {"", "", NULL, NULL, PDF_OK},
    {"", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.nl/) >> >>]",
     NULL, NULL, PDF_OK},
    {"", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ( JavaScript:alert\\(1\\)) >> >>]",
     NULL, NULL, PDF_SCRIPT},
    {"", "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [3 0 R /Fit] >>]", NULL, NULL, PDF_OK},
    {"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>", "", NULL, NULL, PDF_OK},
    {"/OpenAction [3 0 R /Fit]", "", NULL, NULL, PDF_OK},
    {"/OpenAction 5 0 R", "", "<< /S /GoTo /D [3 0 R /Fit] >>", NULL, PDF_OK},
    {"/OpenAction 5 0 R", "", "<< /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://example.nl/) >> >>", NULL,
     PDF_ACTION},
    {"/OpenAction << /S /URI /URI (https://example.nl/) >>", "", NULL, NULL, PDF_ACTION},
    {"/OpenAction 5 0 R", "", "<< /S 6 0 R /URI (https://example.nl/) >>", "/URI", PDF_ACTION},
    {"/Open#41ction << /S /URI /URI (https://example.nl/) >>", "", NULL, NULL, PDF_ACTION},
    {"/OpenAction << /S /JavaScript /JS (app.alert) >>", "", NULL, NULL, PDF_SCRIPT},
    {"/OpenAction 5 0 R", "", "<< /S /JavaScript /JS (app.alert) >>", NULL, PDF_SCRIPT},
    {"/Names << /JavaScript << /Names [(a) 5 0 R] >> >>", "", "<< /S /JavaScript /JS (app.alert) >>", NULL, PDF_SCRIPT},
    {"", "/Annots [<< /Subtype /Link /A << /S /J#61vaScript /Foo (app.alert) >> >>]", NULL, NULL, PDF_SCRIPT},
    {"", "/Annots [<< /Subtype /Link /A << /S /#4a#61#76#61#53#63#72#69#70#74 /Foo (app.alert) >> >>]", NULL, NULL,
     PDF_SCRIPT},
    {"", "/Annots [<< /Subtype /Link /A << /S /Foo /#4AS (app.alert) >> >>]", NULL, NULL, PDF_SCRIPT},
    {"", "", "<< /JS (app.alert) >>", NULL, PDF_SCRIPT}, /* nobody refers to it */
    {"", "", "[[[<< /A [<< /JS (app.alert) >>] >>]]]", NULL, PDF_SCRIPT},
    {"", "", "<< /S 6 0 R >>", "/J#61vaScript", PDF_SCRIPT},
    {"", "", "<< /OnInstantiate 6 0 R >>", "(x)", PDF_SCRIPT},
    {"", "/Contents (/JavaScript is here a text) ", NULL, NULL,
     PDF_SCRIPT}, /* strict: nobody writes that in a letter */
    {"", "/A << /S /Launch /F (cmd.exe) >>", NULL, NULL, PDF_ACTION},
    {"", "/A << /S /L#61unch /F (cmd.exe) >>", NULL, NULL, PDF_ACTION},
    {"", "", "<< /Type /Action /S 6 0 R /F (cmd.exe) >>", "/Launch", PDF_ACTION},
    {"", "/A << /S /SubmitForm /F (https://example.nl/) >>", NULL, NULL, PDF_ACTION},
    {"", "/A << /S /ImportData /F (a.fdf) >>", NULL, NULL, PDF_ACTION},
    {"", "/A << /S /GoToR /F (a.pdf) >>", NULL, NULL, PDF_ACTION},
    {"", "/A << /S /GoToE /F (a.pdf) >>", NULL, NULL, PDF_ACTION},
    {"", "/A << /S /GoTo /D (x) /Next [<< /S /Launch >>] >>", NULL, NULL, PDF_ACTION},
    {"", "/AA << /O << /S /URI /URI (https://example.nl/) >> >>", NULL, NULL, PDF_ACTION},
    {"", "/AA 5 0 R", "<< /O 6 0 R >>", "<< /S /URI /URI (https://example.nl/) >>", PDF_ACTION},
    {"/AA << >>", "", NULL, NULL, PDF_OK},
    {"/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", "", "<< /Type /Filespec >>", NULL, PDF_ATTACHMENT},
    {"", "", "<< /Type /Filespec /F (a.exe) /#45F << /F 4 0 R >> >>", NULL, PDF_ATTACHMENT},
    {"", "/Annots [<< /Type /Annot /Subtype /FileAttachment /FS 5 0 R >>]", "<< /Type /Filespec >>", NULL,
     PDF_ATTACHMENT},
    {"", "/Annots [<< /Type /Annot /Subtype /Rich#4dedia >>]", NULL, NULL, PDF_MEDIA},
    {"", "/Annots [<< /Type /Annot /Subtype /Screen >>]", NULL, NULL, PDF_MEDIA},
    {"/AcroForm << /Fields [] /XFA [(a) 4 0 R] >>", "", NULL, NULL, PDF_XFA},
    {"/AcroForm << /Fields [5 0 R] >>", "", "<< /FT /Tx /T (naam) /V (Jansen) >>", NULL, PDF_OK},
    {"", "", "[6 0 R]", "[5 0 R]", PDF_OK},
    {"", "", "5 0 R", "<< /A 6 0 R >>", PDF_OK},
    {"", "/Title (obj:1 0 R \"obj:99 0 R\")", NULL, NULL, PDF_OK},
};

static void one_thing_each(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        begin();
        pages(cases[i].catalog, cases[i].page);
        if (cases[i].fifth)
            object(cases[i].fifth);
        if (cases[i].sixth)
            object(cases[i].sixth);
        end("");
        enum pdf_verdict got = pdf_check(file.p, file.n), here = pdf_check_here(file.p, file.n);
        if (got != cases[i].want || here != got)
            fail_msg("case %zu (%s %s %s): verdict %d, without child %d, expected %d", i, cases[i].catalog,
                     cases[i].page, cases[i].fifth ? cases[i].fifth : "", (int)got, (int)here, (int)cases[i].want);
    }
}

static void in_other_places(void **state)
{
    (void)state;
    begin();
    pages("", "");
    end("/Eigen << /JS (app.alert) >>");
    expect(PDF_SCRIPT);
    begin();
    pages("", "");
    stream("/Type /Embedded#46ile", "MZ", 2);
    end("");
    expect(PDF_ATTACHMENT);
}

/* ---- not a PDF, or not only ---- */

static void what_is_no_pdf(void **state)
{
    (void)state;
    assert_int_equal(pdf_check(NULL, 0), PDF_NOT_PDF);
    assert_int_equal(pdf_check("", 0), PDF_NOT_PDF);
    assert_int_equal(pdf_check("%PDF", 4), PDF_NOT_PDF);
    assert_int_equal(pdf_check("Dit is een brief.\n", 18), PDF_NOT_PDF);
    assert_int_equal(pdf_check("%PDF-1.4\n", 9), PDF_DAMAGED);
    plain();
    memmove(file.p + 1, file.p, file.n++);
    file.p[0] = '\n';
    expect(PDF_NOT_PDF);
    plain();
    memset(file.p + file.n, ' ', PDF_MAX_BYTES);
    file.n = PDF_MAX_BYTES + 1;
    expect(PDF_TOO_LARGE);
    file.n = PDF_MAX_BYTES;
    expect(PDF_OK);
}

static void two_kinds_in_one(void **state)
{
    (void)state;
    plain();
    put("\0\r\n\t\f ", 6);
    expect(PDF_OK);
    put("x", 1);
    expect(PDF_POLYGLOT);
    plain();
    put("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\0%%EOF", 27); /* the comment of the ZIP is the end of a PDF */
    expect(PDF_POLYGLOT);
    begin();
    pages("", "");
    stream("", "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\5\0", 22);
    end("");
    expect(PDF_POLYGLOT);
    begin();
    puts_("%<ScRiPt>alert(1)</script>\n");
    pages("", "");
    end("");
    expect(PDF_POLYGLOT);
    begin();
    pages("/Lang (<HTML>)", "");
    end("");
    expect(PDF_POLYGLOT);
    begin();
    printf_("%%%400s", "");
    printf_("%400s", "");
    printf_("%400s\n", "");
    pages("/Lang (<html>)", "");
    end("");
    expect(PDF_OK);
}

/* A later version replaces object 3; the first still stands in the file, for a reader that does not trust the table. */
static void what_the_table_left_out(void **state)
{
    (void)state;
    begin();
    pages("", "");
    puts_("9 0 obj << /S /Java#53cript /X (app.alert) >> endobj\n");
    end("");
    expect(PDF_SCRIPT);
    begin();
    pages("", "");
    puts_("9 0 obj << /Type /EmbeddedFile >> endobj\n");
    end("");
    expect(PDF_ATTACHMENT);
}

static void half_and_slightly_damaged(void **state)
{
    (void)state;
    plain();
    file.n /= 2;
    expect(PDF_DAMAGED);
    plain();
    uint8_t *at = memmem(file.p, file.n, "startxref\n", 10);
    at[10] = '9'; /* points nowhere: the table is rebuilt from the objects */
    expect(PDF_OK);
    begin();
    pages("", "/Annots [<< /A << /S /Launch >> >>]");
    end("");
    at = memmem(file.p, file.n, "startxref\n", 10);
    at[10] = '9';
    expect(PDF_ACTION);
    begin();
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
    end("");
    expect(PDF_DAMAGED);
    begin();
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [] /Count 0 >>");
    end("");
    expect(PDF_DAMAGED);
}

/* ---- objects inside a stream ---- */

static void objects_in_streams(void **state)
{
    (void)state;
    in_object_stream("<< /A (rustig) >>", 0, 1);
    expect(PDF_OK);
    in_object_stream("<< /A (rustig) >>", 0, 2);
    expect(PDF_OK);
    in_object_stream("<< /JS (app.alert) >>", 0, 1);
    expect(PDF_SCRIPT);
    in_object_stream("<< /S /J#61vaScript >>", 0, 2);
    expect(PDF_SCRIPT);
    in_object_stream("<< /S /Launch >>", 0, 1);
    expect(PDF_ACTION);
    in_object_stream("<< /EF << /F 4 0 R >> >>", 0, 1);
    expect(PDF_ATTACHMENT);
    in_object_stream("<< /JS (app.alert) >>", 0, 1);
    file.at[6].type = 0; /* in the stream, not in the table */
    in_object_stream("(a) 7 0 obj << /S /J#61vaScript >>", 0, 1);
    expect(PDF_SCRIPT);
    in_object_stream("<< /JS (app.alert) >>", 0, 1);
    memcpy(memmem(file.p, file.n, "FlateDecode", 11), "DCTDecode  ",
           11); /* cannot be unpacked: not seen, so not kept */
    expect(PDF_DAMAGED);
    type = "/Foo"; /* libqpdf still reads the objects in it; only the walk over them sees this */
    in_object_stream("<< /S /J#61vaScript >>", 0, 1);
    expect(PDF_SCRIPT);
    in_object_stream("<< /J#61vaScript (a) >>", 0, 1);
    expect(PDF_SCRIPT);
    in_object_stream("<< /Embedded#46iles [(a)] >>", 0, 1);
    expect(PDF_ATTACHMENT);
    in_object_stream("<< /Type /Embedded#46ile >>", 0, 1);
    expect(PDF_ATTACHMENT);
    type = "/ObjStm";
}

/* ---- encrypted ---- */

static void encrypt(const char *how)
{
    char in[] = "/tmp/srm-pdf-XXXXXX", out[64], command[500];
    int fd = mkstemp(in);
    assert_true(fd >= 0 && write(fd, file.p, file.n) == (ssize_t)file.n);
    close(fd);
    snprintf(out, sizeof(out), "%s.pdf", in);
    snprintf(command, sizeof(command), "qpdf %s -- %s %s", how, in, out);
    assert_int_equal(system(command), 0);
    FILE *f = fopen(out, "rb");
    assert_non_null(f);
    file.n = fread(file.p, 1, ROOM, f);
    fclose(f);
    unlink(in);
    unlink(out);
}

static void encrypted(void **state)
{
    (void)state;
    static const char *const ways[] = {
        "--encrypt geheim eigenaar 256", "--encrypt '' eigenaar 256", "--encrypt '' '' 256 --allow-insecure",
        "--allow-weak-crypto --encrypt '' eigenaar 128 --use-aes=y", "--allow-weak-crypto --encrypt geheim '' 40"};
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        plain();
        encrypt(ways[i]);
        expect(PDF_ENCRYPTED);
    }
    begin();
    pages("", "");
    end("/Encrypt << /Filter /Eigen /V 9 >> /ID [(a) (b)]");
    expect(PDF_ENCRYPTED);
    begin();
    pages("/OpenAction << /S /JavaScript /JS (app.alert) >>", "");
    end("");
    encrypt("--object-streams=generate");
    expect(PDF_SCRIPT);
    begin();
    pages("", "/A << /S /J#61vaScript /JS (app.alert) >>");
    end("");
    encrypt("--object-streams=generate --linearize");
    expect(PDF_SCRIPT);
    plain();
    encrypt("--object-streams=generate --linearize");
    expect(PDF_OK);
}

/* ---- too much ---- */

static void nested(size_t depth)
{
    begin();
    pages("", "");
    number();
    for (size_t i = 0; i < depth; i++)
        puts_("[");
    puts_("<< /JS (app.alert) >>");
    for (size_t i = 0; i < depth; i++)
        puts_("]");
    puts_("\nendobj\n");
    end("");
}

static void too_much(void **state)
{
    (void)state;
    nested(90);
    expect(PDF_SCRIPT);
    nested(150);
    expect(PDF_COMPLEX);
    begin();
    pages("", "");
    object("<< /A ) /B ) /C ) /D ) /E ) /F ) /G ) /H ) /I ) /J ) /K ) /L ) /M ) /N ) /O ) /P ) /Q ) >>"); /* libqpdf
                                                                                                             gives up */
    end("");
    expect(PDF_DAMAGED);
    nested(600); /* here libqpdf sees nothing any more */
    expect(PDF_COMPLEX);
    nested(400000);
    expect(PDF_COMPLEX);
    for (int n = 19990; n <= 20010; n += 20) {
        begin();
        pages("", "");
        while (file.objects < n)
            object("1");
        end("");
        expect(n > 20000 ? PDF_COMPLEX : PDF_OK);
    }
    begin();
    object("<< /Type /Catalog /Pages 2 0 R >>");
    for (int i = 2; i < 12000; i++) {
        char s[100];
        snprintf(s, sizeof(s), "<</Type/Pages/Kids[%d 0 R]>>", i + 1);
        object(s);
    }
    object("<< /Type /Page >>");
    end("");
    assert_int_not_equal(pdf_check(file.p, file.n), PDF_LATER); /* whatever it says: it ends */
}

static void sentences(void **state)
{
    (void)state;
    for (int v = PDF_OK; v <= PDF_LATER; v++) {
        const char *s = pdf_verdict_text((enum pdf_verdict)v);
        assert_true(strlen(s) > 20 && s[strlen(s) - 1] == '.');
        for (int other = PDF_OK; other < v; other++)
            assert_string_not_equal(s, pdf_verdict_text((enum pdf_verdict)other));
    }
    assert_non_null(strstr(pdf_verdict_text(PDF_ENCRYPTED), "versleuteld"));
    assert_string_equal(pdf_verdict_text((enum pdf_verdict)99), pdf_verdict_text(PDF_LATER));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_thing_each),
                                       cmocka_unit_test(in_other_places),
                                       cmocka_unit_test(what_is_no_pdf),
                                       cmocka_unit_test(two_kinds_in_one),
                                       cmocka_unit_test(what_the_table_left_out),
                                       cmocka_unit_test(half_and_slightly_damaged),
                                       cmocka_unit_test(objects_in_streams),
                                       cmocka_unit_test(encrypted),
                                       cmocka_unit_test(too_much),
                                       cmocka_unit_test(sentences)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(file.p);
    return failed;
}
