/* For those who handle them: one of them, opening it, answering, asking for the name. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/wrap.h"
#include "html/denunciation.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

enum { MESSAGES_MAX = 200 };

struct handle_form {
    struct str passphrase;
    struct str text;
    struct str reason;
    struct str name_passphrase;
    struct str channel;
    int64_t enclosure; /* whose pictures are wanted; 0: the first */
    struct day received_on;
};
static const struct field form_fields[] = {
    FIELD(struct handle_form, passphrase, .rules = FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
    FIELD(struct handle_form, text, .max = MESSAGE_CHARS_MAX,
          .label = N_("Trả lời hoặc hỏi thêm người tố cáo")),
    FIELD(struct handle_form, reason, .rules = FIELD_LINE, .label = N_("Lý do mở họ tên")),
    FIELD(struct handle_form, name_passphrase, .rules = FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
    FIELD(struct handle_form, channel, .rules = FIELD_LINE, .max = 12,
          .label = N_("Người tố cáo đã")),
    FIELD(struct handle_form, enclosure),
    FIELD(struct handle_form, received_on, .label = N_("Ngày nhận ghi trên dấu đến")),
};
static const struct record form_record =
    RECORD("denunciation.handle", struct handle_form, form_fields);

/* An act on its way, with the key that was opened for it. */
struct handling {
    union {
        struct denunciation_act act;
        struct denunciation_write write;
        struct denunciation_enter enter;
    } args;
    struct handle_form form;
    struct denunciation_of_code_row row;
    struct officer_key_id key_id;
    struct officer_keys keys;
};

static bool find(struct visit *v, struct handling *ret);
static enum status show(struct visit *v, const struct handling *handling,
                        struct denunciation_show_view *view);
static enum status open_it(struct visit *v, struct handling *handling);
static enum status reply_to_it(struct visit *v, struct handling *handling);
static enum status ask_for_name(struct visit *v, struct handling *handling);
static enum status open_name(struct visit *v, struct handling *handling);
static enum status enter_in_book(struct visit *v, struct handling *handling);
static visit_fn after_entering;
static void show_settling(struct visit *v, const struct handling *handling,
                          struct denunciation_show_view *view);
static visit_fn after_open, after_act, after_name;
static struct field_view reason_field(struct visit *v);
static void show_opening(struct visit *v, const struct handling *handling,
                         struct denunciation_show_view *view);
static void list_messages(struct visit *v, const struct handling *handling,
                          struct denunciation_show_view *view);
static bool join_name(struct visit *v, const struct handling *handling,
                      struct denunciation_identity *ret);
static struct local_url act_url(struct visit *v, struct str code, const char *act);

enum status denunciation_show(struct visit *v)
{
    struct handling *handling = new(v->arena, struct handling, 1);
    struct denunciation_show_view view = { .page = NULL };
    return find(v, handling) ? show(v, handling, &view) : STATUS_NOT_FOUND;
}

enum status denunciation_act_take(struct visit *v)
{
    static const struct {
        const char *name;
        enum status (*take)(struct visit *v, struct handling *handling);
    } acts[] = {
        { "mo", open_it },       { "tra-loi", reply_to_it },  { "hoi-ten", ask_for_name },
        { "mo-ten", open_name }, { "vao-so", enter_in_book },
    };
    struct handling *handling = new(v->arena, struct handling, 1);
    struct denunciation_show_view view = { .page = NULL };
    if (!find(v, handling)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &form_record, &handling->form)) {
        return show(v, handling, &view);
    }
    for (size_t i = 0; i < COUNT(acts); i++) {
        if (str_equal(str_of(acts[i].name), v->params[1])) {
            enum status status = acts[i].take(v, handling);
            return status == STATUS_INVALID ? show(v, handling, &view) : status;
        }
    }
    return STATUS_NOT_FOUND;
}

static bool find(struct visit *v, struct handling *ret)
{
    return denunciation_of(&v->snap->conn, v->params[0], v->visitor.author.person, false, &ret->row,
                           &ret->key_id) &&
           visit_may_over(v, POWER_HANDLE, ID_OF(ret->row.unit_id));
}

static enum status open_it(struct visit *v, struct handling *handling)
{
    enum status status = officer_keys_open(v, handling->form.passphrase, "passphrase",
                                           handling->key_id, &handling->keys);
    if (status) {
        return status;
    }
    handling->args.act = (struct denunciation_act){ .code = handling->row.code };
    return visit_order(v, &denunciation_commands[COMMAND_OPEN], &handling->args.act, after_open);
}

static enum status reply_to_it(struct visit *v, struct handling *handling)
{
    struct readers readers = readers_of_denunciation(v, handling->row.id);
    readers_add(&readers, handling->row.mailbox_key);
    if (str_is_empty(handling->form.text)) {
        visit_problem(v, "text", N_("Anh chị chưa viết gì."));
        return STATUS_INVALID;
    }
    handling->args.write = (struct denunciation_write){
        .code = handling->row.code,
        .mark = mark_of(v, handling->form.text),
        .sealed = seal_for(v, ENVELOPE_CONTENT, &readers, 1, handling->form.text),
    };
    v->key = STR_NONE;
    return handling->args.write.sealed.p ? visit_order(v, &denunciation_commands[COMMAND_REPLY],
                                                       &handling->args.write, after_act)
                                         : STATUS_STORE_FAILED;
}

static enum status ask_for_name(struct visit *v, struct handling *handling)
{
    handling->args.act =
        (struct denunciation_act){ .code = handling->row.code, .reason = handling->form.reason };
    return visit_order(v, &denunciation_commands[COMMAND_ASK], &handling->args.act, after_act);
}

/* The leaf is in the ledger before the name is in this process's memory. */
static enum status open_name(struct visit *v, struct handling *handling)
{
    struct identity_opening_newest_row opening;
    struct identity_opening_newest wanted = { .denunciation_id = handling->row.id };
    if (!identity_opening_newest(&v->snap->conn, &wanted, &opening) ||
        !ID_IS(ID_OF(opening.holder_id), v->visitor.author.person)) {
        visit_problem(v, "name_passphrase", N_("Chỉ người đã xin mở họ tên mới mở được."));
        return STATUS_INVALID;
    }
    struct identity_share_list_rows shares = identity_share_list(
        &v->snap->conn,
        &(struct identity_share_list){ .opening_id = opening.id, .limit = ENVELOPE_KEYS_MAX });
    if ((int64_t)shares.count < handling->row.needed) {
        visit_problem(v, "name_passphrase", N_("Chưa đủ người giữ khóa đồng ý mở họ tên."));
        return STATUS_INVALID;
    }
    enum status status = officer_keys_open(v, handling->form.name_passphrase, "name_passphrase",
                                           opening.key_id, &handling->keys);
    if (status) {
        return status;
    }
    handling->args.act = (struct denunciation_act){ .code = handling->row.code };
    return visit_order(v, &denunciation_commands[COMMAND_OPEN_NAME], &handling->args.act,
                       after_name);
}

static enum status enter_in_book(struct visit *v, struct handling *handling)
{
    handling->args.enter = (struct denunciation_enter){
        .code = handling->row.code,
        .channel = handling->form.channel,
        .received_on = handling->form.received_on,
    };
    return visit_order(v, &denunciation_commands[COMMAND_ENTER], &handling->args.enter,
                       after_entering);
}

static enum status after_entering(struct visit *v)
{
    const struct handling *handling = v->order->args;
    struct denunciation_show_view view = { .page = NULL };
    return visit_refused(v)
               ? show(v, handling, &view)
               : visit_go(v, route_url(v, "/cb/to-cao/hs/:code", v->order->outcome.answer.text));
}

static enum status after_open(struct visit *v)
{
    const struct handling *handling = v->order->args;
    struct denunciation_show_view view = { .page = NULL };
    if (visit_refused(v)) {
        return show(v, handling, &view);
    }
    struct str plain =
        content_open(v, handling->row.content, handling->keys.list, handling->keys.count);
    if (!unwrap_record(&plain, &denunciation_content_record, &view.content)) {
        return STATUS_STORE_FAILED;
    }
    const struct jurisdiction *by_law = jurisdiction_of(view.content.position);
    view.position = by_law ? by_law->label : NULL;
    struct accused_unit_row accused = { .name = view.content.unit };
    struct accused_unit wanted = { .code = view.content.unit, .on = handling->row.received_on };
    (void)accused_unit(&v->snap->conn, &wanted, &accused);
    view.accused_unit_name = accused.name;
    list_messages(v, handling, &view);
    list_enclosures(v, handling->row.id, &handling->keys,
                    (struct denunciation_message_id){ handling->form.enclosure }, &view.enclosures,
                    &view.enclosure_count);
    return show(v, handling, &view);
}

static enum status after_act(struct visit *v)
{
    const struct handling *handling = v->order->args;
    struct denunciation_show_view view = { .page = NULL };
    return visit_refused(v) ? show(v, handling, &view)
                            : visit_go(v, route_url(v, "/cb/to-cao/:code", handling->row.code));
}

static enum status after_name(struct visit *v)
{
    const struct handling *handling = v->order->args;
    struct denunciation_show_view view = { .page = NULL };
    if (!visit_refused(v) && !join_name(v, handling, &view.identity)) {
        return STATUS_STORE_FAILED;
    }
    return show(v, handling, &view);
}

static enum status show(struct visit *v, const struct handling *handling,
                        struct denunciation_show_view *view)
{
    const struct denunciation_of_code_row *row = &handling->row;
    view->page = page_open(v, N_("Đơn tố cáo niêm phong"));
    view->page->back = route_url(v, "/cb/to-cao");
    view->code = row->code;
    view->unit_name = row->unit_name;
    view->received_on = row->received_on;
    view->is_named = row->is_named;
    view->needed = row->needed;
    view->passphrase = page_field(v, INPUT_PASSWORD, &form_record, "passphrase");
    view->text = page_field(v, INPUT_AREA, &form_record, "text");
    view->reason = reason_field(v);
    view->name_passphrase = page_field(v, INPUT_PASSWORD, &form_record, "name_passphrase");
    /* Each form asks for one of them, and for that one surely. */
    view->passphrase.is_optional = false;
    view->text.is_optional = false;
    view->reason.is_optional = false;
    view->name_passphrase.is_optional = false;
    view->hand_url = route_url(v, "/cb/to-cao/:code/giao", row->code);
    view->open_url = act_url(v, row->code, "mo");
    view->reply_url = act_url(v, row->code, "tra-loi");
    view->ask_url = act_url(v, row->code, "hoi-ten");
    view->name_url = act_url(v, row->code, "mo-ten");
    if (!view->enclosures) {
        list_enclosures(v, row->id, NULL, (struct denunciation_message_id){ 0 }, &view->enclosures,
                        &view->enclosure_count);
    }
    show_settling(v, handling, view);
    show_opening(v, handling, view);
    denunciation_show_html(page_body(v), view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static void show_settling(struct visit *v, const struct handling *handling,
                          struct denunciation_show_view *view)
{
    struct choice *ways = new(v->arena, struct choice, COUNT(ENTERING_WAYS));
    for (size_t i = 0; i < COUNT(ENTERING_WAYS); i++) {
        ways[i] = (struct choice){ .value = str_of(ENTERING_WAYS[i].word),
                                   .label = tongue_text(v->tongue, ENTERING_WAYS[i].label) };
    }
    view->settling = settling_view(v, handling->row.id);
    view->channel = page_field(v, INPUT_RADIOS, &form_record, "channel");
    view->channel.is_optional = false;
    page_choices(v, &view->channel, ways, COUNT(ENTERING_WAYS));
    view->letter_on = page_field(v, INPUT_DAY, &form_record, "received_on");
    view->letter_on.hint = N_("Của đơn có chữ ký; để trống nếu là hôm nay");
    view->enter_url = act_url(v, handling->row.code, "vao-so");
}

static struct field_view reason_field(struct visit *v)
{
    struct field_view field = page_field(v, INPUT_RADIOS, &form_record, "reason");
    struct choice *choices = new(v->arena, struct choice, OPENING_REASON_COUNT);
    for (size_t i = 0; i < OPENING_REASON_COUNT; i++) {
        choices[i] = (struct choice){ .value = str_of(OPENING_REASONS[i].name),
                                      .label = tongue_text(v->tongue, OPENING_REASONS[i].label) };
    }
    page_choices(v, &field, choices, OPENING_REASON_COUNT);
    return field;
}

static void show_opening(struct visit *v, const struct handling *handling,
                         struct denunciation_show_view *view)
{
    struct identity_opening_newest_row opening;
    struct identity_opening_newest wanted = { .denunciation_id = handling->row.id };
    view->is_asked = identity_opening_newest(&v->snap->conn, &wanted, &opening) &&
                     ID_IS(ID_OF(opening.holder_id), v->visitor.author.person);
    if (view->is_asked) {
        struct identity_share_list_rows shares = identity_share_list(
            &v->snap->conn,
            &(struct identity_share_list){ .opening_id = opening.id, .limit = ENVELOPE_KEYS_MAX });
        view->asked_reason = opening_reason_label(opening.reason);
        view->share_count = shares.count;
        view->is_enough = (int64_t)shares.count >= handling->row.needed;
    }
}

/* What came after a key was replaced was sealed to the one in its place. */
static void list_messages(struct visit *v, const struct handling *handling,
                          struct denunciation_show_view *view)
{
    struct denunciation_message_list_rows rows = denunciation_message_list(
        &v->snap->conn, &(struct denunciation_message_list){ .denunciation_id = handling->row.id,
                                                             .limit = MESSAGES_MAX });
    struct said *list = new(v->arena, struct said, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct denunciation_message_list_row *row = &rows.rows[i];
        list[i] = (struct said){ row->is_from_sender, row->sent_on,
                                 content_open(v, row->sealed, handling->keys.list,
                                              handling->keys.count) };
    }
    view->messages = list;
    view->message_count = rows.count;
}

static bool join_name(struct visit *v, const struct handling *handling,
                      struct denunciation_identity *ret)
{
    struct identity_opening_newest_row opening;
    struct envelope envelope;
    struct share shares[ENVELOPE_KEYS_MAX];
    size_t n = 0;
    const struct box_key *key = &handling->keys.list[handling->keys.count - 1];
    struct identity_opening_newest wanted = { .denunciation_id = handling->row.id };
    struct bytes sealed = handling->row.identity;
    if (!identity_opening_newest(&v->snap->conn, &wanted, &opening) ||
        !envelope_parse(str_span(sealed.p, sealed.n), &envelope)) {
        return false;
    }
    struct identity_share_list_rows rows = identity_share_list(
        &v->snap->conn,
        &(struct identity_share_list){ .opening_id = opening.id, .limit = ENVELOPE_KEYS_MAX });
    bool is_open = true;
    for (size_t i = 0; is_open && i < rows.count; i++) {
        struct bytes given = rows.rows[i].sealed;
        shares[i].x = (uint8_t)rows.rows[i].place;
        is_open = given.n == SHARED_BYTES + BOX_OVERHEAD_BYTES &&
                  box_open(key, str_span(given.p, given.n), shares[i].y);
    }
    uint8_t *plain = arena_raw(v->arena, envelope.class_bytes);
    is_open = is_open && envelope_join(&envelope, shares, rows.count, plain, &n);
    secret_wipe(shares, sizeof shares);
    struct str rest = str_span(plain, n);
    return is_open && unwrap_record(&rest, &denunciation_identity_record, ret);
}

static struct local_url act_url(struct visit *v, struct str code, const char *act)
{
    return route_url(v, "/cb/to-cao/:code/:act", code, str_of(act));
}
