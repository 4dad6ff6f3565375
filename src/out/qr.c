/* out/qr.c: a QR code as one path of runs: about 10 KB, read back by a scanner in the tests. */
#include <qrencode.h>
#include <string.h>

#include "out/svg.h"

enum { QUIET = 4 };

static void runs(struct text *t, const QRcode *qr)
{
    for (int y = 0; y < qr->width; y++)
        for (int x = 0; x < qr->width;) {
            int n = 0;
            while (x + n < qr->width && (qr->data[y * qr->width + x + n] & 1))
                n++;
            if (n > 0)
                text_printf(t, "M%d %dh%dv1h-%dz", x + QUIET, y + QUIET, n, n);
            x += n > 0 ? n : 1;
        }
}

safe_html svg_qr(struct arena *a, const char *text, const char *label)
{
    QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!qr)
        return (safe_html){"", 0};
    struct text t;
    int side = qr->width + 2 * QUIET;
    text_init(&t, 200000);
    text_printf(
        &t,
        "<svg class=\"sr-qr\" viewBox=\"0 0 %d %d\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"%s\">",
        side, side, label);
    text_printf(&t, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/><path fill=\"#000\" d=\"", side, side);
    runs(&t, qr);
    text_str(&t, "\"/></svg>");
    memset(qr->data, 0, (size_t)qr->width * (size_t)qr->width);
    QRcode_free(qr);
    size_t n;
    char *p = text_take(&t, a, &n);
    return (safe_html){p, n};
}
