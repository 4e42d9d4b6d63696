/* Sending: what is typed is sealed before the desk hears of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "case/setting.h"
#include "desk/wrap.h"
#include "html/denunciation.h"
#include "mod/denunciation/handover.h"
#include "mod/denunciation/views.h"
#include "mod/denunciation/way.h"
#include "text/tongue.h"

enum {
    GROUND_BYTES_MAX = 1024,
    PROMISE_BYTES_MAX = 1024,
};

/* On its way: what the page after it shows. */
struct sending {
    struct denunciation_send send;
    struct way way;
    const struct jurisdiction *by_law;
    struct str secret;
    struct enclosed enclosed;
};

static bool seal_form(struct visit *v, const struct denunciation_form *form,
                      struct sending *ret_sending);
static visit_fn after_send;
static struct str promise_of(struct visit *v, const struct denunciation_of_code_row *row,
                             struct bytes pictures);
static enum status show_form(struct visit *v, struct str text);

enum status denunciation_start(struct visit *v)
{
    struct officer_key_any_row any;
    struct conn *conn = &v->snap->conn;
    struct str online = case_setting(conn, LAW_DENUNCIATION_ONLINE, instant_day(v->now));
    struct denunciation_start_view view = {
        .page = page_open(v, N_("Tố cáo")),
        .is_open = officer_key_any(conn, &any),
        .is_denunciation = str_equal(online, STR(ONLINE_IS_DENUNCIATION)),
    };
    denunciation_start_html(page_body(v), &view);
    return STATUS_OK;
}

static struct field_view identity_field(struct visit *v)
{
    struct choice *choices = new(v->arena, struct choice, 2);
    choices[0] = (struct choice){
        .value = STR("named"),
        .label = tongue_text(v->tongue, N_("Có. Họ tên được niêm phong riêng")),
        .hint = tongue_text(v->tongue, N_("Phải có hai cán bộ giữ khóa cùng mở, và một lý do được "
                                          "ghi vào sổ cái, thì mới đọc được họ tên. Nơi nhận có "
                                          "thể hẹn bà con ký đơn để thụ lý theo Luật Tố cáo.")),
    };
    choices[1] = (struct choice){
        .value = STR("unnamed"),
        .label = tongue_text(v->tongue, N_("Không")),
        .hint = tongue_text(v->tongue,
                            N_("Theo Điều 25 Luật Tố cáo, đơn không nêu tên không được thụ lý, "
                               "nhưng nếu nêu rõ người vi phạm và có chứng cứ kiểm tra được thì "
                               "nơi nhận phải kiểm tra.")),
    };
    struct field_view field = page_field(v, INPUT_RADIOS, &denunciation_form_record, "identity");
    page_choices(v, &field, choices, 2);
    return field;
}

enum status denunciation_form_show(struct visit *v)
{
    return show_form(v, STR_NONE);
}

enum status denunciation_form_begin(struct visit *v, struct str text)
{
    return show_form(v, text);
}

/* With the words that were typed before somebody saw what they are. */
static enum status show_form(struct visit *v, struct str text)
{
    const struct record *record = &denunciation_form_record;
    struct denunciation_form_view view = {
        .page = page_open(v, N_("Gửi đơn tố cáo niêm phong")),
        .about = { page_field(v, INPUT_LINE, record, "accused"), position_field(v, record),
                   unit_field(v, record), page_field(v, INPUT_AREA, record, "text") },
        .pictures = enclosure_field(v),
        .from_page = enclosure_from_page_field(v, record),
        .identity = identity_field(v),
        .sender = { page_field(v, INPUT_LINE, record, "name"),
                    page_field(v, INPUT_LINE, record, "address"),
                    page_field(v, INPUT_LINE, record, "contact") },
    };
    if (text.p) {
        view.about[COUNT(view.about) - 1].value = text;
    }
    view.asks_from_page = enclosure_asks_from_page(v) || view.from_page.value.n > 0;
    /* The page says when they are needed. */
    for (size_t i = 0; i < COUNT(view.sender); i++) {
        view.sender[i].is_optional = false;
    }
    view.page->is_task = true;
    view.page->back = route_url(v, "/to-cao");
    denunciation_form_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status denunciation_form_take(struct visit *v)
{
    struct denunciation_form *form = new(v->arena, struct denunciation_form, 1);
    struct sending *sending = new(v->arena, struct sending, 1);
    if (!visit_form(v, &denunciation_form_record, form)) {
        return denunciation_form_show(v);
    }
    way_find(v, form->unit, &sending->way);
    struct verdict verdict = denunciation_may_send(form, &sending->way.facts);
    if (!verdict_is_ok(verdict)) {
        say_refusal(v, &verdict);
        return denunciation_form_show(v);
    }
    struct enclosed *enclosed = &sending->enclosed;
    enum status status = enclosure_take(v, &sending->way.handlers, form->from_page, enclosed);
    sending->send.enclosure = enclosed->sealed;
    if (status == STATUS_INVALID) {
        return denunciation_form_show(v);
    }
    if (status || !seal_form(v, form, sending)) {
        return status ? status : STATUS_BUSY;
    }
    forget_sender(v);
    return visit_order(v, &denunciation_commands[COMMAND_SEND], &sending->send, after_send);
}

/* False: no memory for it now. */
static bool seal_form(struct visit *v, const struct denunciation_form *form,
                      struct sending *ret_sending)
{
    const struct denunciation_content content = { form->accused, form->position, form->unit,
                                                  form->text };
    const struct denunciation_identity who = { form->name, form->address, form->contact };
    struct str said = wrap_record(&denunciation_content_record, &content, v->arena);
    struct str sender = wrap_record(&denunciation_identity_record, &who, v->arena);
    bool is_named = str_equal(form->identity, STR("named"));
    const struct str all[] = { said, is_named ? sender : STR_NONE };
    const struct str parts[] = { STR("kheo denunciation secret\n"), all[0], all[1],
                                 hash_str(&ret_sending->enclosed.hash) };
    struct hash drawn = hash_hmac(v->key, parts, COUNT(parts));
    ret_sending->by_law = jurisdiction_of(form->position);
    ret_sending->secret = mailbox_secret_make(v->arena, drawn.b);
    return way_seal(v, &ret_sending->way, &content, is_named ? &who : NULL, ret_sending->secret,
                    &ret_sending->send);
}

/* From the row: what was sent again under the same token was sealed anew, and is not kept. */
static enum status after_send(struct visit *v)
{
    const struct sending *sending = v->order->args;
    struct denunciation_of_code_row row;
    if (visit_refused(v)) {
        return denunciation_form_show(v);
    }
    struct denunciation_of_code wanted = { .code = v->order->outcome.answer.text };
    if (!denunciation_of_code(&v->snap->conn, &wanted, &row)) {
        return STATUS_STORE_FAILED;
    }
    struct denunciation_message_marked_row pictures = { .sealed = { NULL, 0 } };
    struct hash mark = mark_of_pictures(row.mailbox_hash);
    (void)denunciation_message_marked(
        &v->snap->conn, &(struct denunciation_message_marked){ .mark = { mark.b, HASH_BYTES } },
        &pictures);
    struct out ground = out_open(v->arena, GROUND_BYTES_MAX);
    ground.tongue = v->tongue;
    cite_write(&ground, &sending->by_law->cite);
    struct denunciation_sent_view view = {
        .page = page_open(v, N_("Đã niêm phong và nhận đơn")),
        .code = row.code,
        .secret = sending->secret,
        .unit_name = row.unit_name,
        .told_by = day_after(row.received_on),
        .by_law = sending->by_law,
        .ground = out_str(&ground),
        .is_named = row.is_named,
        .has_pictures = pictures.sealed.p != NULL,
        .next_page = sending->enclosed.next_page,
        .pages = sending->enclosed.pages,
        .promise = promise_of(v, &row, pictures.sealed),
    };
    view.page->is_task = true;
    denunciation_sent_html(page_body(v), &view);
    return STATUS_OK;
}

/* Signed with the ledger's key: by tomorrow night there is a leaf that commits to these envelopes,
 * and one to that of the pictures, if any came.
 * A promise that is not kept is evidence by itself. */
static struct str promise_of(struct visit *v, const struct denunciation_of_code_row *row,
                             struct bytes pictures)
{
    struct desk *desk = visit_desk(v);
    struct hash sealed = sealed_hash(row->content, row->identity);
    uint8_t signature[SIGN_BYTES];
    struct out out = out_open(v->arena, PROMISE_BYTES_MAX);
    out_printf(&out, "kheo-promise/v1\n%s\no=%.*s\nsealed=", desk_origin(desk),
               STR_ARG(row->object));
    out_base64url(&out, sealed.b, HASH_BYTES);
    if (pictures.p) {
        struct hash enclosed = sealed_hash(pictures, (struct bytes){ NULL, 0 });
        out_lit(&out, "\nenclosed=");
        out_base64url(&out, enclosed.b, HASH_BYTES);
    }
    out_lit(&out, "\nby=");
    out_day(&out, day_after(row->received_on));
    out_char(&out, '\n');
    sign_bytes(desk_key(desk), out_str(&out), signature);
    out_lit(&out, "signed=");
    out_base64url(&out, signature, sizeof signature);
    out_char(&out, '\n');
    return out_str(&out);
}
