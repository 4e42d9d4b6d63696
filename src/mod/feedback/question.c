/* The rule about a category's questions, and the one text in which replies are kept. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/question.h"

#include "base/must.h"
#include "text/tongue.h"

static const struct field replies_fields_of_form[] = {
    REPLY_FIELDS(struct replies),
};
const struct record replies_record = RECORD("replies", struct replies, replies_fields_of_form);

const char *reply_field(size_t place)
{
    must(place < QUESTIONS_MAX);
    return replies_fields_of_form[place].name;
}

const char *question_field(const struct category_questions_row *question)
{
    return reply_field((size_t)question->place - 1);
}

struct category_questions_rows questions_of(struct conn *conn, struct str category)
{
    return category_questions(conn, &(struct category_questions){ .slug = category });
}

struct str reply_to(struct str replies, struct str label)
{
    for (struct str rest = replies; rest.p;) {
        struct str line = str_cut(&rest, '\n');
        struct str said = str_slice(line, label.n, line.n);
        if (str_starts(line, label) && str_starts(said, STR(": "))) {
            return str_slice(said, 2, said.n);
        }
    }
    return STR_NONE;
}

struct verdict replies_rule(const struct category_questions_rows *questions, struct str replies)
{
    for (size_t i = 0; i < questions->count; i++) {
        const struct category_questions_row *question = &questions->rows[i];
        if (question->is_required && str_is_empty(reply_to(replies, question->label))) {
            return verdict_about(invalid(question_field(question),
                                         N_("Loại việc này cần thêm một câu trả lời: %s.")),
                                 question->label);
        }
    }
    return VERDICT_OK;
}

struct str replies_keep(struct arena *arena, const struct category_questions_rows *questions,
                        struct str replies)
{
    struct out kept = out_open(arena, replies.n + 1);
    for (size_t i = 0; i < questions->count; i++) {
        struct str label = questions->rows[i].label;
        struct str reply = reply_to(replies, label);
        if (!str_is_empty(reply)) {
            replies_add(&kept, label, reply);
        }
    }
    return kept.n > 0 ? out_str(&kept) : STR_NONE;
}

void replies_add(struct out *replies, struct str label, struct str reply)
{
    if (replies->n > 0) {
        out_char(replies, '\n');
    }
    out_str_raw(replies, label);
    out_lit(replies, ": ");
    out_str_raw(replies, reply);
}
