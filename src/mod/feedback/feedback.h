/* What the files of this service share: arguments of commands, facts, loading a report. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_FEEDBACK_H
#define FEEDBACK_FEEDBACK_H

#include "case/code.h"
#include "desk/desk.h"
#include "mod/feedback/flow.h"
#include "sql/feedback.h"

/* The wish to send a report, however it came: web, counter, paper or API. Texts are NFC.
 * Coordinates are millionths of a degree (WGS 84), both 0 when no place was marked. For a paper,
 * `received_on` is the day on its stamp; otherwise none, and the desk's clock says. */
struct send {
    struct str unit;     /* official code */
    struct str category; /* slug */
    struct str text;
    struct str place;
    int64_t lat_micro;
    int64_t lon_micro;
    struct str identity; /* "named", "hidden" or "anonymous" */
    struct str name;
    struct str phone;
    struct str email;
    struct str channel; /* "web", "api", "counter", "paper" */
    struct str incoming_number;
    struct day received_on;
    struct str draft;   /* token of the draft that it was, or absent */
    struct str slip;    /* what was read off the slip that it was written on (slip.h), or absent */
    struct str replies; /* to the category's questions (question.h) */
};
extern const struct record send_record;
bool identity_is_known(struct str identity) PURE;
apply_fn apply_send;

/* Of which receiving a report is made, in whichever way it comes to be (send.c, split.c). */
struct verdict report_rule(const struct send *send, const struct category_by_slug_row *category,
                           struct day today);
/* What the wish says of the report; code, secret, unit, category and dates are for the caller. */
struct report_insert report_of(struct deed *deed, const struct send *send);
/* The first sentence of what was said or written, or its beginning. */
struct str report_title(struct arena *arena, struct str text);
struct str report_new_code(struct deed *deed, struct str prefix);
/* The row, its fact, sender, counts, first event, and the letter named `news` (notices.c). */
void report_enter(struct deed *deed, const struct report_insert *report, const struct send *send,
                  const char *news);

/* What a send answers with: code, secret and the first due time, a space between. It is kept with
 * the sender's key, so that a retry gets the same answer whatever has become of the report since.
 */
struct sent {
    struct str code;
    struct str secret;
    struct instant due_at;
};
struct sent sent_parse(struct str answer_text) PURE;

/* Any act on a report that exists. Each uses some of the fields (acts.c says which); `version`,
 * when it is not 0, must still be the report's, or somebody else was faster. */
struct act_on_report {
    struct str code;
    int64_t version;
    struct str text;     /* what is said: question, answer, note, reply */
    struct str reason;   /* a coded reason, or the reason in words */
    struct str unit;     /* official code of another unit */
    struct str person;   /* sign-in name of a colleague */
    struct str other;    /* code of another report */
    struct str category; /* slug: of the second matter */
    struct str place;    /* of the second matter; absent: the same */
    struct str secret;   /* the sender's, for the sender's acts */
    int64_t amount;      /* days or hours to extend by or reply in; 1 to 5 for a rating */
    struct str sha256;   /* of the photos, photos_sha256() */
    struct bytes photos; /* that come with the sender's supply: photos_bytes() */
    struct str spoken;   /* the language of a recording that is written down, if another */
};
extern const struct record act_record, act_drawn_record;
apply_fn apply_act;

/* commands.c; the acts of acts.def follow from COMMAND_FIRST_ACT on, in its order. */
enum {
    COMMAND_SEND,
    COMMAND_JOIN,
    COMMAND_DRAFT_SAVE,
    COMMAND_DRAFT_SWEEP,
    COMMAND_PHOTO_ADD,
    COMMAND_PHOTO_FORGET,
    COMMAND_ORIGINAL_OPEN,
    COMMAND_FOLLOW,
    COMMAND_FOLLOW_CONFIRM,
    COMMAND_FOLLOW_LEAVE,
    COMMAND_FOLLOW_SWEEP,
    COMMAND_RECOUNT,
    COMMAND_DRAFT_DROP,
    COMMAND_REMOVE,
    COMMAND_TOGETHER,
    COMMAND_SLIPS,
    COMMAND_TEMPLATE_ADD,
    COMMAND_TEMPLATE_CHANGE,
    COMMAND_TEMPLATE_USE,
    COMMAND_CATEGORY_ADD,
    COMMAND_CATEGORY_CHANGE,
    COMMAND_CATEGORY_LIMIT_SET,
    COMMAND_CATEGORY_USE,
    COMMAND_QUESTION_ADD,
    COMMAND_QUESTION_CHANGE,
    COMMAND_QUESTION_USE,
    COMMAND_RECORDING_ADD,
    COMMAND_RECORDING_FORGET,
    COMMAND_FIRST_ACT
};
enum {
#define ACT(act, needs, effect, label, about) ACT_##act,
#include "mod/feedback/acts.def"
#undef ACT
    ACT_COUNT
};
extern const struct command feedback_commands[COMMAND_FIRST_ACT + ACT_COUNT];
/* The command of an act, "accept"; NULL when there is none. */
const struct command *feedback_act(struct str name);

/* What people call the act, Vietnamese source text; of "received" too. */
const char *act_label(struct str name);

enum { FEEDBACK_FACTS = ACT_COUNT + 21 };
extern const struct fact feedback_facts[FEEDBACK_FACTS];
const struct fact *feedback_fact(const char *act);

/* 202611 for a day of November 2026. */
int64_t month_of(struct day day) PURE;

/* What the guards of the workflow ask about a report. */
struct report_facts report_facts_of(struct conn *conn, const struct report_get_row *report,
                                    struct instant now);

/* Is the act (of acts.def) for colleagues only? */
bool act_is_internal(int act) PURE;
/* May the act be taken back for UNDO_SECONDS? Letters about it wait for so long. */
bool act_can_be_undone(struct str act) PURE;

/* The clock of a report as it stands: its term, its pauses and extensions, and the explained date.
 * The calendar is that of the unit which got it first (first_unit_id): the date was told to the
 * sender then, and passing a report on does not change it. */
struct verdict report_due(struct conn *conn, const struct report_get_row *report,
                          const struct calendar *calendar, struct due *ret_due);

#endif
