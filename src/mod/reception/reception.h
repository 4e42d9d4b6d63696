/* What the files of this service share: days, visits, their rules and acts. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RECEPTION_RECEPTION_H
#define RECEPTION_RECEPTION_H

#include "case/letter.h"
#include "law/reception.h"
#include "mod/reception/flow.h"
#include "web/module.h"

/* A day to be posted. Times are "07:30" as people write them. Beside the schedule it needs a ground
 * of the law (RECEPTION_UNSCHEDULED) and words. */
struct reception_post_form {
    struct str unit; /* official code */
    struct day on;
    struct str from;
    struct str until;
    struct str place;
    bool is_by_head;
    int64_t seats; /* that can be booked; 0: none, one comes and takes a number */
    struct str unscheduled;
    struct str reason;
    struct str
        point; /* official code of the unit to which people come; none: it is held at `place` */
    struct str link; /* by which that unit is connected; for those who work there */
};
/* What was done about the line of a day that is held by one. */
#define LINE_TEST    "test"
#define LINE_CONNECT "connect"
#define LINE_RECORD  "record"
struct reception_line_form {
    struct reception_day_id day;
    struct str step;
    struct day on;   /* of the test; none: today */
    struct str at;   /* since when it is connected */
    struct str note; /* where the recording is kept */
};
/* The day on which it is held instead. */
struct reception_move_form {
    struct reception_day_id day;
    struct day on;
    struct str from;
    struct str until;
    struct str reason;
};
/* That it was held, by whom, or why not. */
struct reception_hold_form {
    struct reception_day_id day;
    struct str outcome; /* BY_HEAD, BY_DEPUTY, BY_NOBODY */
    struct str by;
    struct str reason;
};
/* Somebody who wants to be received, or stands there. Of several `name` is the first. */
struct reception_visit_form {
    struct reception_day_id day;
    struct str name;
    struct str address;
    struct str identity_number;
    struct str phone;
    struct str email;
    int64_t people;
    int64_t representatives;
    struct str representative; /* their names */
    struct str content;
    struct str settled_by; /* the body that settled it before */
};
struct reception_give_up_form {
    struct str code;
    struct str secret;
};
extern const struct record reception_post_record, reception_move_record, reception_hold_record,
    reception_line_record, reception_visit_record, reception_give_up_record;

apply_fn apply_post, apply_move, apply_hold, apply_book, apply_walk_in, apply_give_up, apply_line,
    apply_reception_act, apply_reception_recount, apply_reception_letter;

enum {
    COMMAND_POST,
    COMMAND_MOVE,
    COMMAND_HOLD,
    COMMAND_BOOK,
    COMMAND_WALK_IN,
    COMMAND_LINE,
    COMMAND_RECOUNT,
    COMMAND_FIRST_LETTER,
    COMMAND_FIRST_ACT = COMMAND_FIRST_LETTER + LETTER_STEPS
};
enum {
#define VISIT_ACT(act, needs, effect, about) ACT_##act,
#include "mod/reception/acts.def"
#undef VISIT_ACT
    ACT_COUNT
};
extern const struct command reception_commands[COMMAND_FIRST_ACT + ACT_COUNT];
enum {
    FACT_RECEIVED = ACT_COUNT,
    FACT_POSTED,
    FACT_MOVED,
    FACT_HELD,
    FACT_ONLINE,
    FACT_LINE,
    FACT_FIRST_LETTER,
    FACT_COUNT = FACT_FIRST_LETTER + LETTER_STEPS
};
extern const struct fact reception_facts[FACT_COUNT];

/* What a leaf says of a day: all of it, so that the newest is enough. Its facts are named
 * reception_day.*, because those of the kind's own name are acts on cases. */
struct day_said {
    struct str unit;
    struct day held_on;
    int64_t from_minute;
    int64_t until_minute;
    struct str place;
    bool is_by_head;
    struct str unscheduled;
    struct str reason;
    int64_t seats;
    struct day posted_on;
    struct reception_day_id moved_to;
    struct str moved_reason;
    struct str outcome;
    struct str outcome_by;
    struct str outcome_reason;
    struct person_id by;
};
extern const struct record day_said_record;
struct day_said day_said_of(const struct reception_day_get_row *day, struct person_id by);
/* Of the line of one that is held by a line: likewise all. */
struct online_said {
    struct str unit;
    struct str point;
    struct str link;
    struct day tested_on;
    int64_t connected_minute;
    struct str recording;
    struct person_id by;
};
extern const struct record online_said_record;
/* And of a visit that was booked or began. */
struct visit_said {
    struct str code;
    struct str unit;
    struct day received_on;
    struct str channel;
    int64_t book_year;
    int64_t book_number;
    struct day day;
    int64_t number;
    struct str name;
    struct str address;
    struct str identity_number;
    int64_t people;
    int64_t representatives;
    struct str content;
    struct str settled_by;
    struct bytes secret_hash;
    struct person_id by;
};
extern const struct record visit_said_record;

/* --- rules.c: pure ---------------------------------------------------------------------------- */

/* "7:30", "07h30", "13 giờ 30" as a minute of the day; -1: no time. */
int64_t reception_minute(struct str written) PURE;
/* May it be posted on that day? `arena` keeps what the sentence names. Law: 42/2013/QH13 art. 18,
 * 24. */
struct verdict reception_may_post(const struct reception_post_form *form, struct day today,
                                  const struct calendar *calendar, struct arena *arena) MUST_USE;
/* A day that is not kept needs another. Law: 42/2013/QH13 art. 24 cl. 4. */
struct verdict reception_may_move(const struct reception_day_get_row *day,
                                  const struct reception_move_form *form,
                                  struct day today) MUST_USE;
/* `booked`: how many are booked and did not come. */
struct verdict reception_may_hold(const struct reception_day_get_row *day,
                                  const struct reception_hold_form *form, struct day today,
                                  size_t booked) MUST_USE;
/* By a line, from a unit that is connected. Law: 154/2026/NĐ-CP art. 23, 24. */
struct verdict reception_may_connect(const struct reception_post_form *form, struct day today,
                                     const struct calendar *calendar, struct arena *arena) MUST_USE;
/* What is noted of the line; what was done late is noted as it was. */
struct verdict reception_may_note(const struct reception_day_get_row *day,
                                  const struct reception_line_form *form,
                                  struct day today) MUST_USE;
/* Before it, while there are seats. */
struct verdict reception_may_book(const struct reception_day_get_row *day,
                                  const struct reception_visit_form *form, struct day today,
                                  int64_t taken) MUST_USE;
/* From the day on, while the book is written. */
struct verdict reception_may_walk_in(const struct reception_day_get_row *day,
                                     const struct reception_visit_form *form,
                                     struct day today) MUST_USE;

/* online.c */
/* The new day is held by a line; its fact. */
void reception_put_online(struct deed *deed, const struct reception_day_get_row *day);

/* effects.c */
case_effect check_result, begin_telling, give_number, keep_hearing, keep_refusal, keep_answer,
    keep_conclusion, keep_referral, move_booking, leave_missed;
/* The next number of a day's queue. */
int64_t reception_next_number(struct tx *tx, struct reception_day_id day);

/* check.c */
/* letters.c */
extern const struct case_letters reception_letters;
visit_fn reception_letter_new, reception_letter_draft, reception_letter_show, reception_letter_file,
    reception_letter_take;

void reception_check(struct snap *snap, struct check *check);

/* pages */
visit_fn reception_coming_page, reception_book_show, reception_book_take, reception_find,
    reception_track_show, reception_track_open, reception_proof, reception_give_up_show,
    reception_give_up_take, reception_measure_page, reception_desk_page, reception_post_show,
    reception_post_take, reception_day_page, reception_move_take, reception_hold_take,
    reception_line_take, reception_walk_in_show, reception_walk_in_take, reception_file_page,
    reception_act_take, reception_register_page;

#endif
