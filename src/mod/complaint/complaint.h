/* What the files of this service share: receiving, its acts, views. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef COMPLAINT_COMPLAINT_H
#define COMPLAINT_COMPLAINT_H

#include "case/letter.h"
#include "case/register.h"
#include "mod/complaint/flow.h"
#include "web/module.h"

/* A complaint as it comes, on paper, spoken at the office or written here first. Of several people
 * `name` is the first; all stand in the letter. */
struct complaint_form {
    struct str unit;        /* official code of the office that receives it */
    struct str channel;     /* "post", "counter", "forwarded", "spoken"; "web" of a pre-filing */
    struct day received_on; /* on the stamp; none: today */
    struct str from_body;   /* who passed it on */
    int64_t round;          /* 1 or 2 */
    struct str first_code;  /* of the first round's case, if it was here */
    struct str name;
    struct str address;
    struct str identity_number;
    struct str phone;
    struct str email;
    struct str representative;
    struct str respondent;      /* of law/complaint.h */
    struct str respondent_unit; /* official code: whose decision it is */
    struct str respondent_name;
    bool is_discipline;
    bool is_dismissal;
    struct str contested;    /* which decision, or what was done or left undone */
    struct day contested_on; /* when the sender had it or knew */
    struct str content;
    struct str request;
    int64_t people;
    int64_t representatives;
    bool has_all_signatures;
    bool has_appointment;
    bool is_remote;
    int64_t excluded_days;
};
extern const struct record complaint_form_record;
apply_fn apply_receive, apply_prefile, apply_complaint_act, apply_complaint_recount,
    apply_complaint_letter;
/* Does what is written on the web that day wait for its signed letter, or is it one already? */
bool complaint_online_waits(struct conn *conn, struct day day);

enum {
    COMMAND_RECEIVE,
    COMMAND_PREFILE,
    COMMAND_RECOUNT,
    COMMAND_FIRST_LETTER,
    COMMAND_FIRST_ACT = COMMAND_FIRST_LETTER + LETTER_STEPS
};
enum {
#define CASE_ACT(act, needs, effect, about) ACT_##act,
#include "mod/complaint/acts.def"
#undef CASE_ACT
    ACT_COUNT
};
extern const struct command complaint_commands[COMMAND_FIRST_ACT + ACT_COUNT];
enum {
    FACT_RECEIVED = ACT_COUNT,
    FACT_FIRST_LETTER,
    FACT_COUNT = FACT_FIRST_LETTER + LETTER_STEPS
};
extern const struct fact complaint_facts[FACT_COUNT];

/* rules.c: pure. */
/* What a letter must hold to be entered. Law: 02/2011/QH13 art. 8. */
struct verdict complaint_may_enter(const struct complaint_form *form, struct day today) MUST_USE;
/* Is the office that holds it the one to settle it? */
struct unit_level {
    bool is_government;
    bool has_superior;       /* of a government: a commune */
    bool is_department;      /* an office directly under the province */
    bool is_respondent;      /* it is complained of itself */
    bool is_over_respondent; /* or the unit right below it is */
};
struct verdict complaint_is_competent(const struct complaint_get_row *row, struct day received_on,
                                      struct unit_level level) MUST_USE;
/* Did it come in time? `last` is the last day on which it could. */
struct verdict complaint_is_in_time(const struct complaint_get_row *row, struct day received_on,
                                    struct day last) MUST_USE;
/* The name of the term in which it must be sent: KN-LIM of the first round, … */
const char *complaint_sending_term(const struct complaint_get_row *row);

/* check.c: content and people of a receipt against its fact. */
void complaint_check(struct conn *conn, struct check *check, const struct case_check_page_row *file,
                     const struct audited_fact *fact);

/* effects.c */
case_effect take_signed_letter, complete_letter, check_proposal, check_acceptance, check_refusal,
    check_guidance, check_filing, keep_findings, call_dialogue, hold_dialogue, record_test,
    stay_enforcement, lift_stay, check_suspension, withdraw_part, check_termination, keep_decision,
    check_delivery, begin_right, date_effect;

/* letters.c: the forms of the law, and what of them is known. */
extern const struct case_letters complaint_letters;
visit_fn complaint_letter_new, complaint_letter_draft, complaint_letter_show, complaint_letter_file,
    complaint_letter_take, complaint_register_page, complaint_letters_register;

/* pages.c, officer.c */
visit_fn complaint_start_show, complaint_find, complaint_new_show, complaint_new_take,
    complaint_list_page, complaint_case_page, complaint_case_act, complaint_prefile_show,
    complaint_prefile_take, complaint_track_show, complaint_track_open, complaint_proof;

waiting_lines_fn complaint_waiting;

#endif
