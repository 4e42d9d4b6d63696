/* Without a network: a report written on one page, and the page of those that wait to be sent. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "html/feedback.h"
#include "mod/feedback/gui_point.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/question.h"
#include "text/tongue.h"
#include "web/sealing.h"

/* Browsers fetch both pages beforehand (ROUTE_KEPT), and the script of the pages does the rest: it
 * keeps what is written and sends it through the API (ui/js/outbox.js). So all that a report may
 * need stands on one page, the questions of every category too. */

static void offer_categories(struct visit *v, const struct category_open_rows *open,
                             struct field_view *field);
static void ask_questions(struct visit *v, const struct category_open_rows *open,
                          struct later_view *view);
static struct field_view optional_field(struct visit *v, enum input_kind kind, const char *name);

enum status later_write_show(struct visit *v)
{
    struct category_open_rows open = category_open(&v->snap->conn);
    struct later_view view = {
        .page = page_open(v, N_("Viết đơn khi không có mạng")),
        .unit = page_field(v, INPUT_SELECT, &report_form_record, "unit"),
        .category = page_field(v, INPUT_SELECT, &report_form_record, "category"),
        .text = page_field(v, INPUT_AREA, &report_form_record, "text"),
        .place = optional_field(v, INPUT_LINE, "place"),
        .point = point_view(v, 0, 0),
        .identity = page_field(v, INPUT_RADIOS, &report_form_record, "identity"),
        .name = optional_field(v, INPUT_LINE, "name"),
        .phone = optional_field(v, INPUT_PHONE, "phone"),
        .email = optional_field(v, INPUT_EMAIL, "email"),
        .photos = { .kind = INPUT_PHOTOS,
                    .name = "photos",
                    .label = N_("Ảnh"),
                    .is_optional = true,
                    .hint = N_("Tối đa 5 ảnh. Chữ được gửi trước, ảnh gửi sau từng tấm một.") },
    };
    view.page->back = route_url(v, "/gui");
    view.text.label = N_("Việc gì, ở đâu, từ khi nào, bà con mong xã, phường làm gì?");
    view.place.hint = N_("Thôn, tổ dân phố, số nhà hoặc mốc gần đó");
    view.phone.hint = N_("Để nhắn kết quả, ví dụ 0912 345 678");
    view.identity.label = N_("Ai gửi?");
    sender_choices(v, &view.identity);
    unit_choices(v, &view.unit);
    offer_categories(v, &open, &view.category);
    ask_questions(v, &open, &view);
    const struct sealing *sealing = service_that_seals();
    if (sealing && sealing->is_open(v) && route_is_there(v, "/to-cao")) {
        view.sealed_url = route_url(v, "/to-cao");
    }
    feedback_later_write_html(page_body(v), &view);
    return STATUS_OK;
}

enum status later_queue_show(struct visit *v)
{
    struct later_view view = { .page = page_open(v, N_("Đơn chờ gửi")) };
    feedback_later_queue_html(page_body(v), &view);
    return STATUS_OK;
}

/* What belongs elsewhere would be refused when nobody is looking any more, so it is not offered. */
static void offer_categories(struct visit *v, const struct category_open_rows *open,
                             struct field_view *field)
{
    struct choice *choices = new(v->arena, struct choice, open->count + 1);
    size_t count = 0;
    choices[count++] = (struct choice){ .label = tongue_text(v->tongue, N_("Chọn loại việc")) };
    for (size_t i = 0; i < open->count; i++) {
        if (!open->rows[i].stop.p) {
            choices[count++] =
                (struct choice){ .value = open->rows[i].slug,
                                 .label = category_label(v, open->rows[i].parent_name,
                                                         open->rows[i].name) };
        }
    }
    page_choices(v, field, choices, count);
}

/* Each has an id with its category in it, since two categories may both have a first question. */
static void ask_questions(struct visit *v, const struct category_open_rows *open,
                          struct later_view *view)
{
    struct later_questions *asked = new(v->arena, struct later_questions, open->count);
    for (size_t i = 0; i < open->count; i++) {
        struct str category = open->rows[i].slug;
        struct field_view *fields = new(v->arena, struct field_view, QUESTIONS_MAX);
        size_t count = replies_fields(v, category, STR_NONE, fields);
        if (count == 0 || open->rows[i].stop.p) {
            continue;
        }
        for (size_t k = 0; k < count; k++) {
            fields[k].id =
                str_z(v->arena, str_printf(v->arena, "%.*s-%s", STR_ARG(category), fields[k].name));
        }
        asked[view->question_count++] = (struct later_questions){ category, fields, count };
    }
    view->questions = asked;
}

static struct field_view optional_field(struct visit *v, enum input_kind kind, const char *name)
{
    struct field_view field = page_field(v, kind, &report_form_record, name);
    field.is_optional = true;
    return field;
}
