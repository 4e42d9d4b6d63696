/* Pictures that come with a denunciation, and copies of it for those who verify. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_ENCLOSURE_H
#define DENUNCIATION_ENCLOSURE_H

#include "base/limits.h"
#include "mod/denunciation/seal.h"
#include "studio/picture.h"

/* Photos and pages of PDFs are made into one small JPEG each (studio_scan(): nothing of the file
 * but its pixels is in it) and lie together in one envelope of CONTENT. Five of them always go into
 * one size class, so that its size says neither how many nor how busy they are; they are rows, not
 * files, so that nothing beside the database knows of them.
 *
 * Whoever verifies gets a rendition: words that a reader has gone over, and pictures in which the
 * studio has burnt what the reader marked. It is drawn from the pixels, so what was behind a box is
 * not in it; an overlay would be.
 *
 * Law: 25/2018/QH14 art. 56 cl. 2 (name, address, handwriting and other personal data are left out
 * of the letter and of evidence when they are given to those who verify). */
enum { ENCLOSURE_PICTURES = UPLOAD_FILES_MAX };

/* JPEGs, absent behind the last. Neither may ever lose a member: see denunciation_content. */
struct enclosure {
    struct bytes picture[ENCLOSURE_PICTURES];
};
struct rendition {
    struct str text;
    struct bytes picture[ENCLOSURE_PICTURES];
};
extern const struct record enclosure_record, rendition_record;

/* One more, as the studio draws its first page; when that is good, it stands at `place`. */
enum picture_fault enclosure_draw(struct visit *v, struct str file, size_t place,
                                  struct enclosure *ret);
/* Absent when it cannot be sealed to them. */
struct bytes enclosure_seal(struct visit *v, const struct readers *readers,
                            const struct enclosure *enclosure);

/* The field that asks for them; it stands in no record, since files are in none. */
struct field_view enclosure_field(struct visit *v);
/* The field for the page with which a PDF begins (rules.h). */
struct field_view enclosure_from_page_field(struct visit *v, const struct record *record);
/* Was one too long, so that a first letter asks for it? The mailbox always does. */
bool enclosure_asks_from_page(const struct visit *v);

/* What came under it. */
struct enclosed {
    struct bytes sealed; /* to those readers; absent when nothing came */
    struct hash hash;    /* of the files as they were sent: with others it is another request */
    uint32_t next_page;  /* from 1: where the rest of a PDF begins; 0: all of it was taken */
    uint32_t pages;      /* of that PDF */
};
/* INVALID, and the problem said, when a file is none that is taken, there are more pages than fit,
 * or none can be taken now. On routes that are ROUTE_SLOW. */
enum status enclosure_take(struct visit *v, const struct readers *readers, int64_t from_page,
                           struct enclosed *ret);

/* What is in an envelope of pictures, or in a rendition; false when none of the keys opens it. */
bool enclosure_open(struct visit *v, struct bytes sealed, const struct officer_keys *keys,
                    struct enclosure *ret);
bool rendition_open(struct visit *v, struct bytes sealed, const struct officer_keys *keys,
                    struct rendition *ret);

/* Boxes as they are typed, or drawn by the page's script: a line each, left, top, width and height
 * in thousandths of the picture. False: a line is none, or there are more than SCAN_BOXES_MAX. */
bool scan_boxes_read(struct str lines, struct scan_boxes *ret);

#endif
