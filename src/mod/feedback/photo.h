/* Photos of reports as the desk knows them: rows, facts, and who may do what. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_PHOTO_H
#define FEEDBACK_PHOTO_H

#include "base/limits.h"
#include "mod/feedback/feedback.h"
#include "store/files.h"
#include "studio/studio.h"

struct check;

/* One that was taken in: three sealed files on the disk, which no row names yet. */
struct photo {
    char name[FILE_NAME_CHARS + 1]; /* the large picture; the photo's address */
    char small_name[FILE_NAME_CHARS + 1];
    char original_name[FILE_NAME_CHARS + 1];
    uint8_t key[SECRET_KEY_BYTES];
    char kind[8];       /* of the original: "jpeg", "png" */
    struct hash sha256; /* of the original, as it was sent */
    int64_t bytes;
    int64_t width; /* of the large picture */
    int64_t height;
};
struct photos {
    struct photo list[UPLOAD_FILES_MAX];
    size_t count;
};

/* As an argument of a command, which may be carried out by another server: there is no pointer in
 * them. Absent when there are none, and then read as NULL. */
struct bytes photos_bytes(const struct photos *photos);
const struct photos *photos_read(struct arena *arena, struct bytes bytes);

/* One file made into pictures by the studio, sealed and stored with the original (photo_take.c). A
 * fault says what is wrong with it; anything but OK is a failure, and the studio's is BUSY. The
 * names of what was stored stand in *ret even then. */
enum status photo_take(struct studio *studio, struct files *files, struct arena *arena,
                       struct str file, struct photo *ret, enum picture_fault *ret_fault);

/* What a draft gets and loses with its next saving; either may be nothing. */
struct verdict photos_draft(struct deed *deed, struct hash draft, const struct photos *more,
                            struct str dropped);
/* Inside the sending: the draft's photos become the report's, each with a fact of its own. What an
 * officer brought is the paper itself, "scan", and for those who handle the report alone. */
void photos_send(struct deed *deed, const struct report_insert *report, struct str unit_code,
                 struct hash draft);

/* The sender adds some to a report that it has sent. */
struct photo_add {
    struct str code;
    struct str secret;
    struct str sha256;   /* photos_sha256(): what makes two requests the same */
    struct bytes photos; /* photos_bytes() */
};
extern const struct record photo_add_record, photo_add_drawn_record;
apply_fn apply_photo_add;
/* Inside a command of the sender's: each gets a number and a fact of its own. One that is there
 * already is not kept twice. *ret_last is the row of the last one. */
struct verdict photos_add(struct deed *deed, const struct report_get_row *report,
                          const struct photos *more, struct report_photo_id *ret_last);

/* An officer takes out an original, with a reason that the sender will read. */
struct original_open {
    struct str name;
    struct str reason;
};
extern const struct record original_open_record;
apply_fn apply_original_open;

/* The clock forgets one that is nobody's, once its files are gone. */
struct photo_forget {
    struct report_photo_id id;
};
extern const struct record photo_forget_record;
apply_fn apply_photo_forget;

/* May that person read a page of the paper that a report came on? It bears the sender's name: of
 * one who hides it, only who has opened the name with a reason, which the sender reads; `leads`
 * says that the person holds POWER_LEAD over the unit. */
bool paper_is_open_to(struct conn *conn, struct report_id report, struct str identity,
                      struct id person, bool leads);

/* The bytes of one of a photo's three files, in the arena; NOT_FOUND when it is not there. */
enum photo_size { PHOTO_LARGE, PHOTO_SMALL, PHOTO_ORIGINAL };
enum status photo_open(struct files *files, struct arena *arena, const struct photo_get_row *photo,
                       enum photo_size size, struct str *ret);
/* What each is sealed as: none can be shown for another. */
struct str photo_seal(enum photo_size size);

/* For `kheo check` (photo_check.c): each photo of a report against its fact and its files; and the
 * other way round, a fact about a photo against its row, true when it is such a fact. */
void photo_check(struct conn *conn, struct check *check);
bool photo_check_leaf(struct conn *conn, struct check *check, int64_t position,
                      const struct leaf *leaf, struct report_id report);

extern const struct record photo_fact_record, original_opened_record;

#endif
