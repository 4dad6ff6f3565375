/* out/markdown.h: a text in Markdown (CommonMark, libcmark) as markup for between our tags. Never lets anything through
 * but paragraphs, headings, lists, quotes, code, emphasis, lines and links: HTML is shown as it was typed, a picture is
 * its description, a link that is not http(s), mailto or a page of ours is its text. Everything lives in the arena
 * given. */
#ifndef OUT_MARKDOWN_H
#define OUT_MARKDOWN_H

#include "core/arena.h"
#include "out/html.h"

enum { MARKDOWN_MOST = 60000 /* bytes of source */, MARKDOWN_DEEP = 16 /* lists and quotes in each other */ };

/* NULL when it can be shown whole; else the reason, a sentence for who wrote it. */
const char *markdown_problem(const char *source);
/* top: the level (2..6) its first heading gets; the others follow without a gap. base: what stands before the address
 * of a page of ours ("https://host", for a feed), NULL = nothing. What is too long or too deep is left out: ask
 * markdown_problem before keeping a text. */
safe_html markdown_html(struct arena *a, const char *source, int top, const char *base);
/* The first words without any mark-up, at most `most` bytes, "…" behind them when there is more. */
const char *markdown_begin(struct arena *a, const char *source, size_t most);

#endif
