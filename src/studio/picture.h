/* Pictures: a photo as it was sent, made into two small JPEGs without anything but the picture. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_PICTURE_H
#define STUDIO_PICTURE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum {
    /* More is refused by the header, before anything is decoded. */
    PICTURE_PIXELS_MAX = 40000000,
    PICTURE_SIDE_MAX = 65535,
    PICTURE_LARGE_SIDE = 1600,
    PICTURE_SMALL_SIDE = 320,
    PICTURE_QUALITY = 80,
    /* What either of the two may become; four times what the busiest photo needs. */
    PICTURE_BYTES_MAX = 4 << 20,
};

enum picture_fault {
    PICTURE_GOOD,
    PICTURE_UNKNOWN,    /* neither JPEG nor PNG */
    PICTURE_NO_SCAN,    /* of picture_scan(): nor PDF */
    PICTURE_TOO_LARGE,  /* its header claims more pixels than we decode */
    PICTURE_LOCKED,     /* a PDF that opens with a password */
    PICTURE_NO_PAGE,    /* of a PDF that has fewer; how many stands in struct scan */
    PICTURE_NO_LETTERS, /* a PDF that leaves its letters to the fonts of whoever opens it */
    PICTURE_BROKEN,     /* cut off, damaged, or of a kind that nobody's camera makes */
    PICTURE_KILLED,     /* by studio.h: the process did not survive it */
    PICTURE_NO_STUDIO,  /* by studio.h: no process could be started; try again later */
    PICTURE_FAULTS
};

enum picture_kind { PICTURE_JPEG, PICTURE_PNG };

/* Both are JPEG, turned the right way up; neither is ever larger than the photo was. Nothing of the
 * file but its pixels is in them: no EXIF, no place, no camera, no profile, no thumbnail. */
struct pictures {
    enum picture_kind kind; /* of the file */
    struct str large;
    struct str small;
    uint32_t width; /* of the large one */
    uint32_t height;
};

/* Decodes, scales by area average in whole numbers (so the same file gives the same bytes on every
 * machine), turns by the EXIF orientation, encodes. Transparent parts become white. Needs up to 64
 * MiB of the arena beside what the decoders take. This reads hostile bytes with libjpeg and libpng:
 * only the studio's own process, tests and fuzzers call it. */
enum picture_fault picture_make(struct arena *arena, struct str file, struct pictures *ret);

/* A photo or a scanned page as evidence: one picture, however busy in so few bytes, and what is
 * blacked out in it is gone. Boxes are in thousandths of the picture as it is shown; what reaches
 * beyond it is cut off. A file may also be a PDF, as scanners make it: a page of it is drawn, and
 * nothing else of it is kept, be it text behind the picture, an attachment or a script. */
enum { SCAN_BYTES_MAX = 200 << 10, SCAN_BOXES_MAX = 32, SCAN_GRID = 1000, SCAN_PAGES_MAX = 100000 };
struct scan_box {
    uint16_t left;
    uint16_t top;
    uint16_t width;
    uint16_t height;
};
struct scan_boxes {
    struct scan_box list[SCAN_BOXES_MAX];
    uint32_t count;
};
struct scan_order {
    struct scan_boxes boxes;
    uint32_t page; /* of a PDF, from 0 */
};
struct scan {
    struct str jpeg;
    uint32_t width;
    uint32_t height;
    uint32_t pages; /* of the file: 1 when it is a picture */
};
/* As picture_make(). A box grows to whole blocks of the code, so that none holds a pixel of what
 * was behind it beside one that is shown. A busy picture loses sharpness, and then size. */
enum picture_fault picture_scan(struct arena *arena, struct str file,
                                const struct scan_order *order, struct scan *ret);
/* Before the sandbox: what opens PDFs reads its tables of names from the disk. */
void picture_open(void);

/* How large a picture of that size is once no side is longer than `side_max`; at least one
 * pixel. */
void picture_fit(uint32_t width, uint32_t height, uint32_t side_max, uint32_t *ret_width,
                 uint32_t *ret_height);

#endif
