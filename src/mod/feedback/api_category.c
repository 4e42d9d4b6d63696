/* The API's list of what a report can be about, with the questions that each category asks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "base/json.h"
#include "mod/feedback/question.h"
#include "text/tongue.h"

/* With `stop`, nothing is taken under it: the sentence says where it belongs. */
struct category_given {
    struct str slug;
    struct str name;
    struct str hint;
    bool asks_place;
    struct str respond_unit;
    int64_t respond_amount;
    int64_t extend_max;
    struct str stop;
};
static const struct field category_fields[] = {
    FIELD(struct category_given, slug, .rules = FIELD_REQUIRED, .label = N_("Loại việc")),
    FIELD(struct category_given, name, .rules = FIELD_REQUIRED, .label = N_("Tên loại việc")),
    FIELD(struct category_given, hint, .label = N_("Gồm những việc gì")),
    FIELD(struct category_given, asks_place, .label = N_("Có hỏi nơi xảy ra")),
    FIELD(struct category_given, respond_unit, .rules = FIELD_REQUIRED,
          .label = N_("Hạn trả lời tính bằng gì")),
    FIELD(struct category_given, respond_amount, .label = N_("Hạn trả lời lần đầu")),
    FIELD(struct category_given, extend_max, .label = N_("Được gia hạn thêm nhiều nhất")),
    FIELD(struct category_given, stop, .max = 1000, .label = N_("Việc này gửi ở nơi khác")),
};
const struct record api_category_record =
    RECORD("category", struct category_given, category_fields);

/* `field` is what the reply is called in the body of POST /api/v1/reports. */
struct question_given {
    struct str field;
    struct str label;
    bool is_required;
};
static const struct field question_fields[] = {
    FIELD(struct question_given, field, .rules = FIELD_REQUIRED, .label = N_("Tên ô trả lời")),
    FIELD(struct question_given, label, .rules = FIELD_REQUIRED, .label = N_("Câu hỏi")),
    FIELD(struct question_given, is_required, .label = N_("Bắt buộc trả lời")),
};
const struct record api_question_record =
    RECORD("question", struct question_given, question_fields);

static void set_limit(struct category_given *given, struct category_id id,
                      const struct category_deadlines_all_rows *limits);
static void write_questions(struct visit *v, struct str category, struct json *json);

/* All on one page: a form needs them together, and there are few. */
enum status api_category_list(struct visit *v)
{
    struct category_open_rows open = category_open(&v->snap->conn);
    struct category_deadlines_all_rows limits = category_deadlines_all(
        &v->snap->conn, &(struct category_deadlines_all){ .day = instant_day(v->now) });
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < open.count; i++) {
        const struct category_open_row *row = &open.rows[i];
        struct category_given given = {
            .slug = row->slug,
            .name = category_label(v, row->parent_name, row->name),
            .hint = translated(v, row->hint),
            .asks_place = row->asks_place,
            .respond_unit = row->respond_unit,
            .respond_amount = row->respond_amount,
            .extend_max = row->extend_max,
            .stop = row->stop.p ? translated(v, row->stop) : STR_NONE,
        };
        set_limit(&given, row->id, &limits);
        json_object(&json, NULL);
        json_fields(&json, &api_category_record, &given);
        write_questions(v, row->slug, &json);
        json_end(&json);
    }
    json_end(&json);
    json_null(&json, "next");
    json_end(&json);
    return STATUS_OK;
}

/* Of a category's limits the last that has begun. */
static void set_limit(struct category_given *given, struct category_id id,
                      const struct category_deadlines_all_rows *limits)
{
    for (size_t i = 0; i < limits->count; i++) {
        if (ID_IS(limits->rows[i].category_id, id)) {
            given->respond_amount = limits->rows[i].respond_amount;
            given->extend_max = limits->rows[i].extend_max;
        }
    }
}

static void write_questions(struct visit *v, struct str category, struct json *json)
{
    struct category_questions_rows questions = questions_of(&v->snap->conn, category);
    json_list(json, "questions");
    for (size_t i = 0; i < questions.count; i++) {
        json_record(json, NULL, &api_question_record,
                    &(struct question_given){ str_of(question_field(&questions.rows[i])),
                                              translated(v, questions.rows[i].label),
                                              questions.rows[i].is_required });
    }
    json_end(json);
}
