/* A category's questions as people and programs meet them: asked, read from forms, and shown. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/question.h"

#include "mod/feedback/pages.h"
#include "text/message.h"
#include "text/tongue.h"

enum { REPLIES_BYTES_MAX = 8 << 10 };

static const struct category_questions_row *at_place(
    const struct category_questions_rows *questions, size_t place);
static void tell(struct visit *v, size_t place, const char *sentence, struct str about);

bool replies_read(struct visit *v, struct str category, const struct str typed[QUESTIONS_MAX],
                  struct str *ret)
{
    size_t problems = v->problems.count;
    struct category_questions_rows questions = questions_of(&v->snap->conn, category);
    struct out said = out_open(v->arena, REPLIES_BYTES_MAX);
    for (size_t i = 0; i < QUESTIONS_MAX; i++) {
        const struct category_questions_row *question = at_place(&questions, i + 1);
        bool is_missing = question && question->is_required && typed[i].n == 0;
        if (is_missing && !problem_of(&v->problems, reply_field(i)).p) {
            tell(v, i, N_("Loại việc này cần thêm một câu trả lời: %s."),
                 translated(v, question->label));
        } else if (question && typed[i].n > 0) {
            replies_add(&said, question->label, typed[i]);
        } else if (typed[i].n > 0) {
            tell(v, i, N_("Loại việc này không có câu hỏi thứ %s. Hãy bỏ câu trả lời đó."),
                 str_printf(v->arena, "%zu", i + 1));
        }
    }
    *ret = said.n > 0 ? out_str(&said) : STR_NONE;
    return v->problems.count == problems;
}

/* NULL: no question in use has that place. */
static const struct category_questions_row *at_place(
    const struct category_questions_rows *questions, size_t place)
{
    for (size_t i = 0; i < questions->count; i++) {
        if ((size_t)questions->rows[i].place == place) {
            return &questions->rows[i];
        }
    }
    return NULL;
}

static void tell(struct visit *v, size_t place, const char *sentence, struct str about)
{
    struct str message = tongue_text(v->tongue, sentence);
    struct str before = message_part(message, 0);
    struct str behind = message_part(message, 1);
    problems_add(
        &v->problems, reply_field(place),
        str_printf(v->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(about), STR_ARG(behind)));
}

size_t replies_fields(struct visit *v, struct str category, struct str replies,
                      struct field_view ret[])
{
    struct category_questions_rows questions = questions_of(&v->snap->conn, category);
    for (size_t i = 0; i < questions.count; i++) {
        ret[i] = page_field(v, INPUT_LINE, &replies_record, question_field(&questions.rows[i]));
        ret[i].label = str_z(v->arena, questions.rows[i].label);
        ret[i].is_optional = !questions.rows[i].is_required;
        if (!ret[i].value.p) {
            ret[i].value = reply_to(replies, questions.rows[i].label);
        }
    }
    return questions.count;
}

struct summary_view replies_summary(struct visit *v, struct str replies)
{
    struct summary_row *rows = new(v->arena, struct summary_row, QUESTIONS_MAX);
    size_t count = 0;
    for (struct str rest = replies; rest.p && count < QUESTIONS_MAX;) {
        struct str line = str_cut(&rest, '\n');
        size_t colon = str_find_byte(line, ':');
        rows[count++] =
            (struct summary_row){ .label = str_z(v->arena, str_slice(line, 0, colon)),
                                  .value = str_trim(str_slice(line, colon + 1, line.n)) };
    }
    return (struct summary_view){ rows, count };
}

struct str replies_wanting(struct visit *v, struct str category, struct str replies)
{
    struct category_questions_rows questions = questions_of(&v->snap->conn, category);
    struct out out = out_open(v->arena, REPLIES_BYTES_MAX);
    for (size_t i = 0; i < questions.count; i++) {
        if (!reply_to(replies, questions.rows[i].label).p) {
            out_lit(&out, "- ");
            out_str_raw(&out, questions.rows[i].label);
            out_char(&out, '\n');
        }
    }
    struct str wanting = out_str(&out);
    return wanting.n > 0 ? wanting : STR_NONE;
}
