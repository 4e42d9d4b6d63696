/* Recordings of reports as the desk knows them: rows, facts, and what becomes of the words. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_RECORDING_H
#define FEEDBACK_RECORDING_H

#include "mod/feedback/feedback.h"
#include "store/files.h"

struct check;

/* Three minutes of a browser are 700 kB; old telephones that record AAC need four times as much. */
enum { RECORDING_MINUTES_MAX = 3, RECORDING_BYTES_MAX = 3 << 20 };

/* One that was taken in: a sealed file on the disk, which no row names yet. */
struct recording {
    char name[FILE_NAME_CHARS + 1]; /* also the recording's address */
    uint8_t key[SECRET_KEY_BYTES];
    char kind[8];       /* sound_name() */
    struct hash sha256; /* of what is kept, in the clear */
    int64_t bytes;
};

/* As an argument of a command, which may be carried out by another server: there is no pointer in
 * it. Absent when there is none (an empty name), and then read as NULL. */
struct bytes recording_bytes(const struct recording *recording);
const struct recording *recording_read(struct arena *arena, struct bytes bytes);

/* What a draft gets with its next saving, in place of the one that it had; and the name of the one
 * that it loses. Either may be nothing. */
void recording_draft(struct deed *deed, struct hash draft, struct bytes more, struct str dropped);
/* Was nothing written, but something said? */
bool recording_speaks(struct conn *conn, struct str text, struct str draft_token);
/* Inside the sending: the draft's recording becomes the report's, with a fact of its own. */
void recording_send_on(struct deed *deed, const struct report_insert *report, struct str unit_code,
                       struct hash draft, bool is_words);

/* The sender adds one to a report that it has sent; one in all. */
struct recording_add {
    struct str code;
    struct str secret;
    struct str sha256; /* in hex: what makes two requests the same */
    struct bytes recording;
};
extern const struct record recording_add_record, recording_add_drawn_record;
apply_fn apply_recording_add;

/* The clock forgets one that is nobody's, once its file is gone. */
struct recording_forget {
    struct report_recording_id id;
};
extern const struct record recording_forget_record;
apply_fn apply_recording_forget;

/* The title of a report that was spoken, until its words are written down. */
#define SPOKEN_TITLE "Lời nói ghi âm, chờ nghe và ghi lại"

/* The act `write_down` (acts.def): an officer has listened and writes. The words become the
 * report's text and title for everybody. A report that waited for them is public from then on,
 * unless the officer gives a reason against it, or the words sound like a denunciation (sift.h):
 * that is another act, stated by itself. Whoever mends the words does it by the same act. */
struct verdict recording_write_down(struct deed *deed, const struct act_on_report *args,
                                    struct answer *ret);
/* The text of a report after that act: what was said, and in which language if it was another. */
struct str recording_words(struct arena *arena, const struct act_on_report *args);

/* The bytes, in the arena; NOT_FOUND when the file is not there. */
enum status recording_open(struct files *files, struct arena *arena,
                           const struct recording_get_row *recording, struct str *ret);
/* What it is sealed as: no other file can be heard in its place. */
struct str recording_seal(void);

/* For `kheo check` (recording_check.c): each recording of a report against its fact and its file;
 * and the other way round, a fact against its row, true when it is such a fact. */
void recording_check(struct conn *conn, struct check *check);
bool recording_check_leaf(struct conn *conn, struct check *check, int64_t position,
                          const struct leaf *leaf, struct report_id report);

extern const struct record recording_fact_record;

#endif
