/* Sending a report on the web: one question per page, nothing lost, no account, no cookie. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/pages.h"

#include "html/feedback.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/gui_point.h"
#include "mod/feedback/gui_similar.h"
#include "mod/feedback/intake.h"
#include "mod/feedback/question.h"
#include "mod/feedback/sift.h"
#include "text/format.h"
#include "web/sealing.h"

enum { REVIEW_ROWS = 8 }; /* beside the category's questions */

/* One question: what its page shows, and what it takes of an answer into the draft (false:
 * problems). One that is not asked of this draft is passed over, forwards and backwards. */
struct send_step {
    const char *name;
    const char *title;
    void (*fill)(struct visit *v, struct send_view *view);
    bool (*take)(struct visit *v, struct draft *draft);
    void (*write)(struct out *out, const struct send_view *view);
    bool (*is_asked)(struct visit *v, const struct draft *draft); /* NULL: always */
    bool is_rare; /* asked of few, and has no number */
};

static void fill_category(struct visit *v, struct send_view *view);
static void fill_text(struct visit *v, struct send_view *view);
static void fill_place(struct visit *v, struct send_view *view);
static void fill_sender(struct visit *v, struct send_view *view);
static void fill_review(struct visit *v, struct send_view *view);
static bool take_category(struct visit *v, struct draft *draft);
static bool take_text(struct visit *v, struct draft *draft);
static bool take_place(struct visit *v, struct draft *draft);
static bool take_similar(struct visit *v, struct draft *draft);
static bool take_sender(struct visit *v, struct draft *draft);
static bool place_is_asked(struct visit *v, const struct draft *draft);
static void fill_sift(struct visit *v, struct send_view *view);
static bool take_sift(struct visit *v, struct draft *draft);
static bool sounds_like_denunciation(struct visit *v, const struct draft *draft);
static void fill_questions(struct visit *v, struct send_view *view);
static bool take_questions(struct visit *v, struct draft *draft);
static bool questions_are_there(struct visit *v, const struct draft *draft);

static const struct send_step steps[] = {
    { "viec", N_("Việc gì?"), fill_category, take_category, feedback_send_question_html },
    { "noi-dung", N_("Kể việc của bà con"), fill_text, take_text, feedback_send_text_html },
    { "to-cao", N_("Đây có phải là tố cáo?"), fill_sift, take_sift, feedback_send_sift_html,
      sounds_like_denunciation, true },
    { "hoi-them", N_("Hỏi thêm về việc này"), fill_questions, take_questions,
      feedback_send_more_html, questions_are_there, true },
    { "o-dau", N_("Ở đâu?"), fill_place, take_place, feedback_send_place_html, place_is_asked },
    { "xa-nao", N_("Gửi tới xã, phường nào?"), point_elsewhere_fill, point_elsewhere_take,
      feedback_send_elsewhere_html, point_is_elsewhere, true },
    { "giong-nhau", N_("Có phải việc này không?"), similar_fill, take_similar,
      feedback_send_similar_html, similar_is_there, true },
    { "ai-gui", N_("Ai gửi?"), fill_sender, take_sender, feedback_send_sender_html },
    { "xem-lai", N_("Xem lại trước khi gửi"), fill_review, NULL, feedback_send_review_html },
};
enum {
    STEP_CATEGORY,
    STEP_TEXT,
    STEP_SIFT,
    STEP_QUESTIONS,
    STEP_PLACE,
    STEP_ELSEWHERE,
    STEP_SIMILAR,
    STEP_SENDER,
    STEP_REVIEW,
    STEPS
};

/* A draft that goes, and its words, which the page after it shows. */
struct dropping {
    struct draft_drop drop;
    struct str text;
};

static visit_fn after_start;
static visit_fn after_step;
static visit_fn after_text;
static visit_fn after_send;
static visit_fn after_join;
static visit_fn after_drop;
static enum status show_step(struct visit *v, size_t step, const struct draft *draft);
static enum status go_to_step(struct visit *v, size_t step, struct str token);
static enum status go_to_receipt(struct visit *v, const struct draft *draft);
static enum status go_to_voice(struct visit *v, struct str answer_text);
static enum status go_with_token(struct visit *v, struct local_url receipt);
static bool is_asked(struct visit *v, size_t step, const struct draft *draft);
static size_t step_after(struct visit *v, size_t step, const struct draft *draft);
static bool find_step(struct visit *v, size_t *ret_step, struct draft *ret_draft);
static struct field_view stored_field(struct visit *v, enum input_kind kind, const char *name,
                                      struct str stored);
static struct report_form typed_form(struct visit *v);
static struct str unit_asked_for(struct visit *v);
static struct str typed(struct visit *v, const char *name);
static struct str kept_point(struct visit *v, const struct draft *draft);
static struct summary_row *add_row(struct visit *v, struct summary_row *row, size_t step,
                                   const char *label, struct str value);

/* --- the first page: what can be sent, how long it takes, who reads it -------------------------
 */

enum status send_start(struct visit *v)
{
    struct send_view view = { .page = page_open(v, N_("Gửi phản ánh, kiến nghị")) };
    view.unit_code = typed(v, "don-vi");
    page_listen(view.page, "gui", STR_NONE);
    feedback_send_start_html(page_body(v), &view);
    return STATUS_OK;
}

/* The draft gets its address before anything is typed, so that the very first answer is kept. */
enum status send_begin(struct visit *v)
{
    struct draft *draft = new(v->arena, struct draft, 1);
    draft->unit = unit_asked_for(v);
    return visit_order(v, &feedback_commands[COMMAND_DRAFT_SAVE], draft, after_start);
}

static enum status after_start(struct visit *v)
{
    if (visit_refused(v)) {
        return v->order->outcome.verdict.status;
    }
    return go_to_step(v, STEP_CATEGORY, v->order->outcome.answer.text);
}

/* --- the questions -----------------------------------------------------------------------------
 */

enum status send_step_show(struct visit *v)
{
    struct draft draft;
    size_t step;
    if (!find_step(v, &step, &draft)) {
        return STATUS_NOT_FOUND;
    }
    if (draft.code.p) {
        return go_to_receipt(v, &draft);
    }
    if (!is_asked(v, step, &draft)) {
        return go_to_step(v, step_after(v, step, &draft), draft.token);
    }
    return show_step(v, step, &draft);
}

/* The last page has nothing to take: its button sends, under the draft's own key, so that a second
 * click or a second tab gets the first receipt. */
enum status send_step_take(struct visit *v)
{
    struct draft *draft = new(v->arena, struct draft, 1);
    size_t step;
    if (!find_step(v, &step, draft)) {
        return STATUS_NOT_FOUND;
    }
    if (draft->code.p) {
        return go_to_receipt(v, draft);
    }
    if (step == STEP_REVIEW) {
        struct send *send = new(v->arena, struct send, 1);
        *send = draft_sending(draft);
        v->key = draft->token;
        return visit_order(v, &feedback_commands[COMMAND_SEND], send, after_send);
    }
    if (!steps[step].take(v, draft)) {
        show_step(v, step, draft);
        return STATUS_INVALID;
    }
    if (step == STEP_SIFT && str_equal(typed(v, "chon"), STR("niem-phong"))) {
        struct dropping *dropping = new(v->arena, struct dropping, 1);
        *dropping = (struct dropping){ { draft->token }, draft->text };
        v->key = STR_NONE;
        return visit_order(v, &feedback_commands[COMMAND_DRAFT_DROP], &dropping->drop, after_drop);
    }
    const struct join *join = step == STEP_SIMILAR ? similar_chosen(v, draft) : NULL;
    if (join) {
        v->key = draft->token;
        return visit_order(v, &feedback_commands[COMMAND_JOIN], join, after_join);
    }
    v->key = STR_NONE;
    return visit_order(v, &feedback_commands[COMMAND_DRAFT_SAVE], draft, after_step);
}

/* The text and its photos. What could be opened is kept even if something else needs mending:
 * photos took long to send, and no browser sends them again by itself. */
enum status send_text_take(struct visit *v)
{
    struct draft *draft = new(v->arena, struct draft, 1);
    struct photos *photos = new(v->arena, struct photos, 1);
    struct recording *recording = new(v->arena, struct recording, 1);
    size_t step;
    v->params[1] = str_of(steps[STEP_TEXT].name);
    if (!find_step(v, &step, draft)) {
        return STATUS_NOT_FOUND;
    }
    if (draft->code.p) {
        return go_to_receipt(v, draft);
    }
    enum status status = recording_take(v, "recording", recording);
    status = status ? status : photos_take(v, "photos", photos);
    if (status) {
        return status;
    }
    photos_fit(v, draft, photos);
    draft->photos = photos_bytes(photos);
    draft->recording = recording_bytes(recording);
    if (!take_text(v, draft) && !draft->photos.p && !draft->recording.p) {
        show_step(v, step, draft);
        return STATUS_INVALID;
    }
    v->key = STR_NONE;
    return visit_order(v, &feedback_commands[COMMAND_DRAFT_SAVE], draft, after_text);
}

static enum status after_text(struct visit *v)
{
    struct draft draft;
    size_t step;
    bool is_refused = visit_refused(v);
    if (!find_step(v, &step, &draft)) {
        return STATUS_NOT_FOUND;
    }
    if (draft.code.p) {
        return go_to_receipt(v, &draft);
    }
    if (v->problems.count > 0) {
        show_step(v, step, &draft);
        return is_refused ? v->order->outcome.verdict.status : STATUS_INVALID;
    }
    bool is_writing = typed(v, "bo-anh").p || typed(v, "bo-ghi-am").p;
    return go_to_step(v, is_writing ? step : step_after(v, step, &draft), draft.token);
}

static enum status after_step(struct visit *v)
{
    struct draft draft;
    size_t step;
    if (visit_refused(v) || !find_step(v, &step, &draft)) {
        return v->order->outcome.verdict.status;
    }
    return go_to_step(v, step_after(v, step, &draft), draft.token);
}

static enum status after_send(struct visit *v)
{
    if (visit_refused(v)) {
        struct draft draft;
        size_t step;
        if (find_step(v, &step, &draft)) {
            show_step(v, step, &draft);
        }
        return v->order->outcome.verdict.status;
    }
    struct sent sent = sent_parse(v->order->outcome.answer.text);
    return go_with_token(v, route_url(v, "/bien-nhan/:code", sent.code));
}

static enum status after_join(struct visit *v)
{
    if (visit_refused(v)) {
        struct draft draft;
        size_t step;
        if (find_step(v, &step, &draft)) {
            show_step(v, step, &draft);
        }
        return v->order->outcome.verdict.status;
    }
    return go_to_voice(v, v->order->outcome.answer.text);
}

/* The words go on in the answer to this very request, and are kept nowhere. */
static enum status after_drop(struct visit *v)
{
    const struct dropping *dropping = v->order->args;
    return visit_refused(v) ? v->order->outcome.verdict.status
                            : service_that_seals()->begin(v, dropping->text);
}

/* A draft became a report, or a voice that joined one: the desk remembers which for a day. */
static enum status go_to_receipt(struct visit *v, const struct draft *draft)
{
    struct str joined = desk_recall(&v->snap->conn, &feedback_commands[COMMAND_JOIN], draft->token,
                                    v->now, v->arena);
    return joined.p ? go_to_voice(v, joined)
                    : go_with_token(v, route_url(v, "/bien-nhan/:code", draft->code));
}

static enum status go_to_voice(struct visit *v, struct str answer_text)
{
    struct joined_answer joined = joined_parse(answer_text);
    return go_with_token(v, route_url(v, "/bien-nhan/:code/gop/:voice", joined.code, joined.voice));
}

/* Only whoever has the draft's address sees the secret on its receipt. */
static enum status go_with_token(struct visit *v, struct local_url receipt)
{
    return visit_go(v,
                    (struct local_url){ str_printf(v->arena, "%.*s?nhap=%.*s", STR_ARG(receipt.url),
                                                   STR_ARG(v->params[0])) });
}

static enum status show_step(struct visit *v, size_t step, const struct draft *draft)
{
    struct send_view view = { .page = page_open(v, steps[step].title), .draft = draft };
    view.page->is_task = true;
    size_t before = step;
    while (before > 0 && (before == step || !is_asked(v, before, draft))) {
        before--;
    }
    view.page->back =
        before < step ? route_url(v, "/gui/:draft/:step", draft->token, str_of(steps[before].name))
                      : route_url(v, "/gui");
    view.send_to = route_url(v, "/gui/:draft/:step", draft->token, str_of(steps[step].name));
    for (size_t i = 0; i < STEPS; i++) {
        view.step += i <= step && !steps[i].is_rare;
        view.steps += !steps[i].is_rare;
    }
    steps[step].fill(v, &view);
    steps[step].write(page_body(v), &view);
    return STATUS_OK;
}

static enum status go_to_step(struct visit *v, size_t step, struct str token)
{
    return visit_go(v, route_url(v, "/gui/:draft/:step", token, str_of(steps[step].name)));
}

static bool is_asked(struct visit *v, size_t step, const struct draft *draft)
{
    return !steps[step].is_asked || steps[step].is_asked(v, draft);
}

/* The last one is asked of everybody. */
static size_t step_after(struct visit *v, size_t step, const struct draft *draft)
{
    do {
        step++;
    } while (!is_asked(v, step, draft));
    return step;
}

static bool find_step(struct visit *v, size_t *ret_step, struct draft *ret_draft)
{
    for (size_t i = 0; i < STEPS; i++) {
        if (str_equal(v->params[1], str_of(steps[i].name))) {
            *ret_step = i;
            return draft_load(&v->snap->conn, v->params[0], ret_draft);
        }
    }
    return false;
}

/* --- one question after the other ---------------------------------------------------------------
 */

static void fill_category(struct visit *v, struct send_view *view)
{
    view->first = stored_field(v, INPUT_RADIOS, "category", view->draft->category);
    view->first.label = steps[STEP_CATEGORY].title;
    view->first.is_question = true;
    category_choices(v, &view->first);
}

static bool take_category(struct visit *v, struct draft *draft)
{
    struct category_by_slug_row category;
    struct str slug = typed(v, "category");
    if (!category_by_slug(&v->snap->conn, &(struct category_by_slug){ .slug = slug }, &category)) {
        visit_problem(v, "category",
                      N_("Hãy chọn một loại việc. Không biết chọn gì thì chọn “Việc khác”."));
        return false;
    }
    if (category.stop.p) {
        visit_problem(v, "category", str_z(v->arena, category.stop));
        return false;
    }
    draft->category = category.slug;
    return true;
}

static void fill_text(struct visit *v, struct send_view *view)
{
    view->first = stored_field(v, INPUT_AREA, "text", view->draft->text);
    view->first.label = N_("Việc gì, ở đâu, từ khi nào, bà con mong xã, phường làm gì?");
    view->first.is_question = true;
    view->first.hint =
        N_("Ví dụ: Đường trước nhà văn hóa thôn có ổ gà sâu từ tháng trước, xe máy hay "
           "ngã. Mong phường vá lại.");
    view->second = (struct field_view){
        .kind = INPUT_PHOTOS,
        .name = "photos",
        .label = N_("Ảnh"),
        .is_optional = true,
        .hint = N_("Tối đa 5 ảnh JPEG hoặc PNG, mỗi ảnh không quá 10 MB. Ảnh hiện trên trang công "
                   "khai; nơi chụp và tên máy ghi trong ảnh thì được bỏ đi."),
        .problem = problem_of(&v->problems, "photos"),
    };
    struct hash hash = draft_hash(view->draft->token);
    struct photos_of whose = { .draft_hash = { hash.b, HASH_BYTES } };
    view->photos = photos_view(v, &whose, true);
    recording_offer(v, view);
}

/* Who takes a photo away has not finished writing; who speaks need not write. */
static bool take_text(struct visit *v, struct draft *draft)
{
    struct report_form form = typed_form(v);
    draft->text = form.text;
    draft->dropped = typed(v, typed(v, "bo-anh").p ? "bo-anh" : "bo-ghi-am");
    bool is_spoken =
        draft->recording.p || recording_speaks(&v->snap->conn, draft->text, draft->token);
    bool is_silent =
        str_chars(draft->text) < 10 && !(is_spoken && str_is_empty(str_trim(draft->text)));
    if (!draft->dropped.p && is_silent) {
        visit_problem(v, "text", N_("Bà con chưa viết nội dung. Hãy kể việc gì, ở đâu."));
    }
    return v->problems.count == 0;
}

static void fill_sift(struct visit *v, struct send_view *view)
{
    (void)v;
    (void)view;
}

static bool take_sift(struct visit *v, struct draft *draft)
{
    (void)v;
    (void)draft;
    return true;
}

/* Where nothing can be sealed there is nothing to choose. */
static bool sounds_like_denunciation(struct visit *v, const struct draft *draft)
{
    const struct sealing *sealing = service_that_seals();
    return sealing && sealing->is_open(v) && sift_may_denounce(v->arena, draft->text);
}

static void fill_questions(struct visit *v, struct send_view *view)
{
    struct field_view *fields = new(v->arena, struct field_view, QUESTIONS_MAX);
    view->more_count = replies_fields(v, view->draft->category, view->draft->replies, fields);
    view->more = fields;
}

static bool take_questions(struct visit *v, struct draft *draft)
{
    struct replies form;
    bool is_read = visit_form_part(v, &replies_record, &form);
    return replies_read(v, draft->category, REPLIES_OF(&form), &draft->replies) && is_read;
}

static bool questions_are_there(struct visit *v, const struct draft *draft)
{
    return questions_of(&v->snap->conn, draft->category).count > 0;
}

static void fill_place(struct visit *v, struct send_view *view)
{
    view->first = stored_field(v, INPUT_SELECT, "unit", view->draft->unit);
    unit_choices(v, &view->first);
    view->second = stored_field(v, INPUT_LINE, "place", view->draft->place);
    view->second.hint = N_("Thôn, tổ dân phố, số nhà hoặc mốc gần đó");
    view->second.is_optional = true;
    view->point = point_view(v, view->draft->lat_micro, view->draft->lon_micro);
}

static bool take_place(struct visit *v, struct draft *draft)
{
    struct report_form form = typed_form(v);
    struct feedback_unit_by_code_row unit;
    draft->unit = form.unit;
    draft->place = form.place;
    bool is_point_good = point_take(v, draft);
    if (!feedback_unit_by_code(
            &v->snap->conn,
            &(struct feedback_unit_by_code){ .code = form.unit, .today = instant_day(v->now) },
            &unit)) {
        visit_problem(v, "unit", N_("Hãy chọn xã, phường nơi xảy ra việc."));
    }
    return is_point_good && v->problems.count == 0;
}

static bool place_is_asked(struct visit *v, const struct draft *draft)
{
    return category_asks_place(v, draft->category) || !draft->unit.p;
}

static bool take_similar(struct visit *v, struct draft *draft)
{
    (void)draft;
    if (str_is_empty(typed(v, "chon"))) {
        visit_problem(v, "chon", N_("Hãy chọn một hồ sơ, hoặc bấm “Không, việc khác”."));
    }
    return v->problems.count == 0;
}

void sender_choices(struct visit *v, struct field_view *field)
{
    static const struct {
        const char *value, *label, *hint;
    } ways[] = {
        { "named", N_("Ghi tên tôi"),
          N_("Cán bộ xử lý biết tên; trang công khai chỉ hiện chữ cái đầu.") },
        { "hidden", N_("Giấu tên với nơi bị phản ánh"),
          N_("Chỉ người tiếp nhận biết tên. Mỗi lần mở tên đều ghi lại, bà con xem được.") },
        { "anonymous", N_("Không nêu tên"),
          N_("Xã, phường vẫn xem xét. Bà con theo dõi bằng mã hồ sơ và mã bí mật.") },
    };
    struct choice *choices = new(v->arena, struct choice, COUNT(ways));
    for (size_t i = 0; i < COUNT(ways); i++) {
        choices[i] = (struct choice){ .value = str_of(ways[i].value),
                                      .label = tongue_text(v->tongue, ways[i].label),
                                      .hint = tongue_text(v->tongue, ways[i].hint) };
    }
    page_choices(v, field, choices, COUNT(ways));
}

static void fill_sender(struct visit *v, struct send_view *view)
{
    view->first = stored_field(v, INPUT_RADIOS, "identity", view->draft->identity);
    view->first.label = steps[STEP_SENDER].title;
    view->first.is_question = true;
    sender_choices(v, &view->first);
    view->second = stored_field(v, INPUT_LINE, "name", view->draft->name);
    view->second.is_optional = true;
    view->third = stored_field(v, INPUT_PHONE, "phone", view->draft->phone);
    view->third.is_optional = true;
    view->third.hint = N_("Để nhắn kết quả, ví dụ 0912 345 678");
    view->fourth = stored_field(v, INPUT_EMAIL, "email", view->draft->email);
    view->fourth.is_optional = true;
}

static bool take_sender(struct visit *v, struct draft *draft)
{
    struct report_form form = typed_form(v);
    bool is_anonymous = str_equal(form.identity, STR("anonymous"));
    draft->identity = form.identity;
    draft->name = is_anonymous ? STR_NONE : form.name;
    if (!identity_is_known(form.identity)) {
        visit_problem(v, "identity", N_("Hãy chọn một cách ghi tên."));
    } else if (!is_anonymous && draft->name.n == 0) {
        visit_problem(v, "name", N_("Hãy ghi họ tên, hoặc chọn “Không nêu tên”."));
    }
    draft->phone = form.phone;
    bool is_email_good = intake_email(v, form.email, &draft->email);
    return is_email_good && v->problems.count == 0;
}

static void fill_review(struct visit *v, struct send_view *view)
{
    const struct draft *draft = view->draft;
    struct category_named_row category = { .name = STR_NONE };
    struct feedback_unit_by_code_row unit;
    category_named(&v->snap->conn, &(struct category_named){ .slug = draft->category }, &category);
    feedback_unit_by_code(
        &v->snap->conn,
        &(struct feedback_unit_by_code){ .code = draft->unit, .today = instant_day(v->now) },
        &unit);
    struct str sender = str_equal(draft->identity, STR("anonymous"))
                            ? tongue_text(v->tongue, N_("Không nêu tên"))
                            : draft->name;
    struct hash hash = draft_hash(draft->token);
    struct photos_of_rows photos =
        photos_of(&v->snap->conn, &(struct photos_of){ .draft_hash = { hash.b, HASH_BYTES } });
    struct field_view questions[QUESTIONS_MAX];
    size_t question_count = replies_fields(v, draft->category, draft->replies, questions);
    struct summary_row *rows = new(v->arena, struct summary_row, REVIEW_ROWS + QUESTIONS_MAX);
    view->summary.rows = rows;
    rows = add_row(v, rows, STEP_CATEGORY, N_("Loại việc"), translated(v, category.name));
    struct recording_view recording = recording_drafted(v, draft->token);
    if (draft->text.n > 0) {
        rows = add_row(v, rows, STEP_TEXT, N_("Nội dung"), draft->text);
    }
    if (recording.name.p) {
        rows = add_row(v, rows, STEP_TEXT, N_("Lời nói ghi âm"), recording.size);
    }
    rows = add_row(v, rows, STEP_TEXT, N_("Số ảnh"), str_printf(v->arena, "%zu", photos.count));
    for (size_t i = 0; i < question_count; i++) {
        rows = add_row(v, rows, STEP_QUESTIONS, questions[i].label, questions[i].value);
    }
    rows = add_row(v, rows, STEP_PLACE, N_("Nơi nhận"), unit.name);
    rows = add_row(v, rows, STEP_PLACE, N_("Nơi xảy ra"), draft->place);
    if (draft->lat_micro) {
        rows = add_row(v, rows, STEP_PLACE, N_("Điểm trên bản đồ"), kept_point(v, draft));
    }
    rows = add_row(v, rows, STEP_SENDER, N_("Người gửi"), sender);
    rows = add_row(v, rows, STEP_SENDER, N_("Số điện thoại"), draft->phone);
    view->summary.count = (size_t)(rows - view->summary.rows);
    view->point = point_view(v, draft->lat_micro, draft->lon_micro);
}

/* As it will be kept, which depends on who sends. */
static struct str kept_point(struct visit *v, const struct draft *draft)
{
    struct str lat = spot_degrees(v->arena, spot_kept(draft->lat_micro, draft->identity));
    struct str lon = spot_degrees(v->arena, spot_kept(draft->lon_micro, draft->identity));
    return str_printf(v->arena, "%.*s, %.*s", STR_ARG(lat), STR_ARG(lon));
}

/* Returns where the next one goes. */
static struct summary_row *add_row(struct visit *v, struct summary_row *row, size_t step,
                                   const char *label, struct str value)
{
    struct local_url page =
        route_url(v, "/gui/:draft/:step", v->params[0], str_of(steps[step].name));
    *row = (struct summary_row){ label, value, page };
    return row + 1;
}

/* --- helpers ------------------------------------------------------------------------------------
 */

/* What was typed wins over what was kept, so that an answer with a mistake stays on the page. */
static struct field_view stored_field(struct visit *v, enum input_kind kind, const char *name,
                                      struct str stored)
{
    struct field_view field = page_field(v, kind, &report_form_record, name);
    if (!field.value.p) {
        field.value = stored;
    }
    return field;
}

/* One page asks for a few of the fields; what is wrong with them is in the visit's problems. */
static struct report_form typed_form(struct visit *v)
{
    struct report_form form;
    bool is_good = visit_form_part(v, &report_form_record, &form);
    (void)is_good;
    return form;
}

/* A link may name the unit; one that there is not is asked for like any other answer. */
static struct str unit_asked_for(struct visit *v)
{
    struct feedback_unit_by_code_row unit;
    struct feedback_unit_by_code wanted = { .code = typed(v, "don-vi"),
                                            .today = instant_day(v->now) };
    return feedback_unit_by_code(&v->snap->conn, &wanted, &unit) ? unit.code : STR_NONE;
}

static struct str typed(struct visit *v, const char *name)
{
    return form_get(&v->form, name);
}
