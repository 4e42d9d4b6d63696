/* QR codes, drawn as one path of squares: sharp on any screen and on paper. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_QR_H
#define STUDIO_QR_H

#include <stdbool.h>

#include "base/out.h"
#include "base/str.h"

/* An SVG image of its own (no <?xml?>), four modules of quiet zone around it. Text of capitals,
 * digits and $%*+-./: takes the dense mode, which leaves room for level Q: a quarter may be torn
 * off. False when the text is longer than a code can hold. */
enum { QR_BYTES_MAX = 256 << 10 };
bool qr_write_svg(struct out *out, struct str text) MUST_USE;

/* The code itself, row by row, without the quiet zone that whoever draws it must leave. */
enum { QR_SIDE_MAX = 177, QR_QUIET_MODULES = 4 };
struct qr {
    size_t side;
    bool is_dark[QR_SIDE_MAX * QR_SIDE_MAX];
};
bool qr_make(struct str text, struct qr *ret) MUST_USE;

#endif
