/* Writing an answer: its parts are put together, and read before they go. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_COMPOSE_H
#define FEEDBACK_COMPOSE_H

#include "mod/feedback/officer.h"
#include "mod/feedback/parts.h"

/* What is sent: the parts, and why an answer that says nothing goes out all the same. */
struct compose_form {
    struct str text; /* instead of the parts: all in one, from the report's page */
    struct str said;
    struct str done;
    struct str plan;
    struct str unhappy;
    struct str reason;
    struct str step; /* "send", or "copy" from the template; anything else shows it again */
    struct answer_template_id template;
    int64_t version;
};
extern const struct record compose_record;

/* One thing to know of an answer before it goes. */
struct compose_hint {
    const char *look; /* of a badge: "on-time", "soon", "late" */
    const char *sign;
    struct str words;
    struct str quote; /* of the answer; absent: none */
};

/* A template that was just poured into the parts, and those whose own words it let stand. */
struct compose_copied {
    struct str title;
    bool kept[ANSWER_PARTS];
};

struct compose_view {
    struct page *page;
    struct str code;
    struct str title;
    struct str text; /* what the sender wrote */
    struct str place;
    struct badge_view badge;
    struct field_view parts[ANSWER_PARTS];
    struct field_view reason; /* shown to who may let an empty answer go */
    bool offers_reason;
    struct field_view template;          /* one choice: there is none to offer */
    const struct compose_copied *copied; /* NULL: none was */
    const struct str *gaps;              /* of the parts, which are still to be written */
    size_t gap_count;
    struct timeline_view news; /* what others did since the page was opened */
    struct local_url here;
    struct local_url letter; /* the same as a letter, for who sends the form there */
    struct local_url report;
    int64_t version;
    bool is_seen; /* there is something to look at */
    struct answer_view answer;
    const struct compose_hint *hints;
    size_t hint_count;
    struct str aloud; /* absent: it is not read out */
    struct str aloud_time;
};

/* answer_letter.c: an answer as a letter of the unit that holds the report, a PDF in the arena; the
 * sender's name stays where names are kept and is written by hand. A draft says that it is one.
 * Absent: the studio could not. Law: 42/2013/QH13 art. 28; 30/2020/NĐ-CP art. 8. */
struct str answer_letter(struct visit *v, const struct report_get_row *report,
                         const struct str parts[ANSWER_PARTS], bool is_draft);
/* compose_template.c: those that fit the report, of its unit and of those above. */
struct field_view compose_templates(struct visit *v, const struct report_get_row *report);
/* Pours one of them into the parts; `begun` is what stands there before anybody writes. False, with
 * a problem beside the field: it is none of them. */
bool compose_copy(struct visit *v, const struct report_get_row *report,
                  struct answer_template_id id, const struct str begun[ANSWER_PARTS],
                  struct str parts[ANSWER_PARTS], struct compose_copied *ret);
/* The first gaps that nobody has filled yet. */
const struct str *compose_gaps(struct visit *v, const struct str parts[ANSWER_PARTS],
                               size_t *ret_count);

#endif
