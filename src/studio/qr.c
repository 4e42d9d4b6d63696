/* QR codes by libqrencode. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/qr.h"

#include <qrencode.h>

enum { TEXT_BYTES_MAX = 1024 };

static QRcode *encode(struct str text);

bool qr_make(struct str text, struct qr *ret)
{
    QRcode *code = encode(text);
    if (!code) {
        return false;
    }
    ret->side = (size_t)code->width;
    for (size_t i = 0; i < ret->side * ret->side; i++) {
        ret->is_dark[i] = code->data[i] & 1;
    }
    QRcode_free(code);
    return true;
}

bool qr_write_svg(struct out *out, struct str text)
{
    QRcode *code = encode(text);
    if (!code) {
        return false;
    }
    int side = code->width + 2 * QR_QUIET_MODULES;
    out_printf(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
               "shape-rendering=\"crispEdges\"><rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>"
               "<path d=\"",
               side, side, side, side);
    for (int i = 0; i < code->width * code->width; i++) {
        if (code->data[i] & 1) {
            out_printf(out, "M%d %dh1v1h-1z", i % code->width + QR_QUIET_MODULES,
                       i / code->width + QR_QUIET_MODULES);
        }
    }
    out_lit(out, "\"/></svg>");
    QRcode_free(code);
    return true;
}

static QRcode *encode(struct str text)
{
    char z[TEXT_BYTES_MAX + 1];
    struct out copy = out_fixed(z, sizeof z);
    out_str_raw(&copy, text);
    out_char(&copy, '\0');
    return copy.overflowed ? NULL : QRcode_encodeString(z, 0, QR_ECLEVEL_Q, QR_MODE_8, 1);
}
