/* The questions of a category: asked after the text, answered in a line each, kept in one text. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_QUESTION_H
#define FEEDBACK_QUESTION_H

#include "mod/feedback/feedback.h"
#include "web/page.h"
#include "web/visit.h"

/* A category asks five questions at most, which forms and the API call reply1 to reply5 by the
 * place that each has for good (category.h), in whatever order they are asked. What was said is one
 * text, a line for each reply with the question before it, so that it can be read whatever becomes
 * of the questions:
 *
 *     Số ghi trên cột đèn (nếu thấy): KL 23
 */
enum { QUESTIONS_MAX = 5, REPLY_CHARS_MAX = 200, REPLIES_CHARS_MAX = 2000 };

/* The members of a form's struct that takes replies, their rows, and their values in order. */
#define REPLY_MEMBERS                                                                              \
    struct str reply1;                                                                             \
    struct str reply2;                                                                             \
    struct str reply3;                                                                             \
    struct str reply4;                                                                             \
    struct str reply5;
#define REPLY_FIELDS(type)                                                                         \
    REPLY_FIELD(type, reply1), REPLY_FIELD(type, reply2), REPLY_FIELD(type, reply3),               \
        REPLY_FIELD(type, reply4), REPLY_FIELD(type, reply5)
#define REPLY_FIELD(type, member)                                                                  \
    FIELD(type, member, .rules = FIELD_LINE | FIELD_PERSONAL, .max = REPLY_CHARS_MAX,              \
          .label = N_("Trả lời câu hỏi của loại việc"))
#define REPLIES_OF(form)                                                                           \
    ((const struct str[QUESTIONS_MAX]){ (form)->reply1, (form)->reply2, (form)->reply3,            \
                                        (form)->reply4, (form)->reply5 })
struct replies {
    REPLY_MEMBERS
};
extern const struct record replies_record;
/* What `replies_record` calls the reply to a question, by its place from 0: "reply1". */
const char *reply_field(size_t place);

/* The same of a question, whose place never changes. */
const char *question_field(const struct category_questions_row *question);

struct category_questions_rows questions_of(struct conn *conn, struct str category);
/* What was said to the question of that label; absent when nothing was. */
struct str reply_to(struct str replies, struct str label);

/* --- the rule (question.c), for the desk ------------------------------------------------------ */

/* Is every question answered that must be? */
struct verdict replies_rule(const struct category_questions_rows *questions, struct str replies);
/* Without the replies to other questions than these, of a category that was chosen before; absent
 * when nothing is left. */
struct str replies_keep(struct arena *arena, const struct category_questions_rows *questions,
                        struct str replies);

/* One more reply; `replies` is empty or ends with one. */
void replies_add(struct out *replies, struct str label, struct str reply);

/* --- for pages (question_page.c) -------------------------------------------------------------- */

/* Makes what was typed into the text that is kept. What must be answered and is not, or was not
 * asked, is a problem beside its field; false then, and *ret holds the rest. */
bool replies_read(struct visit *v, struct str category, const struct str typed[QUESTIONS_MAX],
                  struct str *ret);
/* A field for each question of the category, with what was typed, else with what was said before;
 * `ret` has room for QUESTIONS_MAX. Returns how many. */
size_t replies_fields(struct visit *v, struct str category, struct str replies,
                      struct field_view ret[]);

/* What was said, a row for each reply. */
struct summary_view replies_summary(struct visit *v, struct str replies);
/* The category's questions that nobody answered, a line each, for asking the sender: of a letter on
 * paper, of a matter that was split off. Absent when there are none. */
struct str replies_wanting(struct visit *v, struct str category, struct str replies);

#endif
