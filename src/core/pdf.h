/* core/pdf.h: is this upload a PDF that we keep?
 *
 * Judged by content, never by name or by the type the browser gave. Others in the office open what is kept: so nothing
 * that runs, fetches or hides something gets in. The objects are read by libqpdf, in a child process with little
 * memory, little time and nothing open: the worst a nasty file can do is end that child. */
#ifndef CORE_PDF_H
#define CORE_PDF_H

#include <stddef.h>

enum pdf_verdict {
    PDF_OK,
    PDF_NOT_PDF,    /* does not start with %PDF- */
    PDF_TOO_LARGE,  /* over PDF_MAX_BYTES */
    PDF_POLYGLOT,   /* another kind of file as well: ZIP, HTML, anything after the end */
    PDF_DAMAGED,    /* libqpdf cannot read it, not even after repairing */
    PDF_ENCRYPTED,  /* also with an empty password: what cannot be looked into is not kept */
    PDF_SCRIPT,     /* JavaScript, anywhere */
    PDF_ACTION,     /* starts a program, sends a form, opens another file, or acts by itself */
    PDF_ATTACHMENT, /* other files inside */
    PDF_MEDIA,      /* video, sound, 3D: players of their own, with scripts of their own */
    PDF_XFA,        /* a form in XML beside the pages: what is shown is not what is stored */
    PDF_COMPLEX,    /* more objects, nesting, memory or time than a letter needs */
    PDF_LATER,      /* our side: no process to check it in; the file may be fine */
};

enum { PDF_MAX_BYTES = 1048576 };

/* The verdict over these bytes. Takes milliseconds for an ordinary file, at most some eight seconds: not for a thread
 * that answers others meanwhile. Safe with threads running; the child only calculates and ends. */
enum pdf_verdict pdf_check(const void *bytes, size_t n);
/* The same without the child, so without its limits: for the fuzzer, which has to see where it crashes. */
enum pdf_verdict pdf_check_here(const void *bytes, size_t n);
/* One or two sentences for the person who sent the file: what is wrong and what to do. Never NULL. */
const char *pdf_verdict_text(enum pdf_verdict v);

#endif
