/* Sending: what is typed is sealed before the desk hears of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/limits.h"
#include "desk/wrap.h"
#include "html/denunciation.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

enum {
    UNITS_ABOVE_MAX = 8,
    UNIT_CHOICES_MAX = 1000,
    GROUND_BYTES_MAX = 1024,
    PROMISE_BYTES_MAX = 1024,
};

/* Where it goes, and to whose keys. */
struct way {
    struct accused_unit_row accused;
    struct accused_units_above_row unit;
    struct readers handlers;
    struct readers identity;
    struct denunciation_facts facts;
};

/* On its way: what the page after it shows. */
struct sending {
    struct denunciation_send send;
    struct way way;
    const struct jurisdiction *by_law;
    struct str secret;
};

static void find_way(struct visit *v, const struct denunciation_form *form, struct way *ret);
static bool seal_form(struct visit *v, const struct denunciation_form *form,
                      struct sending *ret_sending);
static visit_fn after_send;
static struct str promise_of(struct visit *v, const struct denunciation_of_code_row *row);
static struct field_view words_field(struct visit *v, const char *name, size_t count,
                                     struct choice *choices);

enum status denunciation_start(struct visit *v)
{
    struct officer_key_any_row any;
    struct denunciation_start_view view = { .page = page_open(v, N_("Tố cáo")),
                                            .is_open = officer_key_any(&v->snap->conn, &any) };
    denunciation_start_html(page_body(v), &view);
    return STATUS_OK;
}

static struct field_view unit_field(struct visit *v)
{
    const struct record *record = &denunciation_form_record;
    struct field_view field = page_field(v, INPUT_SELECT, record, "unit");
    struct accused_unit_choices_rows units = accused_unit_choices(
        &v->snap->conn,
        &(struct accused_unit_choices){ .on = instant_day(v->now), .limit = UNIT_CHOICES_MAX });
    struct choice *choices = new(v->arena, struct choice, units.count + 1);
    choices[0] = (struct choice){ .label = tongue_text(v->tongue, N_("Chọn đơn vị")) };
    for (size_t i = 0; i < units.count; i++) {
        choices[i + 1] =
            (struct choice){ .value = units.rows[i].code, .label = units.rows[i].name };
    }
    page_choices(v, &field, choices, units.count + 1);
    return field;
}

static struct field_view position_field(struct visit *v)
{
    struct choice *choices = new(v->arena, struct choice, JURISDICTION_COUNT);
    for (size_t i = 0; i < JURISDICTION_COUNT; i++) {
        choices[i] = (struct choice){ .value = str_of(JURISDICTIONS[i].position),
                                      .label = tongue_text(v->tongue, JURISDICTIONS[i].label) };
    }
    return words_field(v, "position", JURISDICTION_COUNT, choices);
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
    return words_field(v, "identity", 2, choices);
}

static struct field_view words_field(struct visit *v, const char *name, size_t count,
                                     struct choice *choices)
{
    struct field_view field = page_field(v, INPUT_RADIOS, &denunciation_form_record, name);
    page_choices(v, &field, choices, count);
    return field;
}

enum status denunciation_form_show(struct visit *v)
{
    const struct record *record = &denunciation_form_record;
    struct denunciation_form_view view = {
        .page = page_open(v, N_("Gửi đơn tố cáo niêm phong")),
        .about = { page_field(v, INPUT_LINE, record, "accused"), position_field(v), unit_field(v),
                   page_field(v, INPUT_AREA, record, "text") },
        .identity = identity_field(v),
        .sender = { page_field(v, INPUT_LINE, record, "name"),
                    page_field(v, INPUT_LINE, record, "address"),
                    page_field(v, INPUT_LINE, record, "contact") },
    };
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
    find_way(v, form, &sending->way);
    struct verdict verdict = denunciation_may_send(form, &sending->way.facts);
    if (!verdict_is_ok(verdict)) {
        say_refusal(v, &verdict);
        return denunciation_form_show(v);
    }
    if (!seal_form(v, form, sending)) {
        return STATUS_BUSY;
    }
    forget_sender(v);
    return visit_order(v, &denunciation_commands[COMMAND_SEND], &sending->send, after_send);
}

/* The nearest unit above the accused one where somebody has a key: each of them forwards what is
 * not its own (Law: 25/2018/QH14 art. 24). */
static void find_way(struct visit *v, const struct denunciation_form *form, struct way *ret)
{
    struct accused_unit wanted = { .code = form->unit, .on = instant_day(v->now) };
    ret->facts.is_unit_known = accused_unit(&v->snap->conn, &wanted, &ret->accused);
    if (!ret->facts.is_unit_known) {
        return;
    }
    struct accused_units_above_rows above = accused_units_above(
        &v->snap->conn,
        &(struct accused_units_above){ .unit_id = ret->accused.id, .limit = UNITS_ABOVE_MAX });
    ret->facts.has_superior = above.count > 0;
    for (size_t i = 0; i < above.count && ret->handlers.count == 0; i++) {
        ret->unit = above.rows[i];
        ret->handlers = readers_over(v, ret->unit.id, ret->accused.id, POWER_HANDLE);
        ret->identity = readers_over(v, ret->unit.id, ret->accused.id, POWER_IDENTITY);
    }
    ret->facts.handler_count = ret->handlers.count;
    ret->facts.identity_count = ret->identity.count;
}

/* False: no memory for it now. */
static bool seal_form(struct visit *v, const struct denunciation_form *form,
                      struct sending *ret_sending)
{
    struct denunciation_send *send = &ret_sending->send;
    const struct way *way = &ret_sending->way;
    const struct denunciation_content content = { form->accused, form->position, form->unit,
                                                  form->text };
    const struct denunciation_identity who = { form->name, form->address, form->contact };
    struct str said = wrap_record(&denunciation_content_record, &content, v->arena);
    struct str sender = wrap_record(&denunciation_identity_record, &who, v->arena);
    bool is_named = str_equal(form->identity, STR("named"));
    const struct str all[] = { said, is_named ? sender : STR_NONE };
    const struct str parts[] = { STR("kheo denunciation secret\n"), all[0], all[1] };
    struct hash drawn = hash_hmac(v->key, parts, COUNT(parts));
    struct mailbox *mailbox = new(v->arena, struct mailbox, 1);
    ret_sending->by_law = jurisdiction_of(form->position);
    ret_sending->secret = mailbox_secret_make(v->arena, drawn.b);
    if (!mailbox_of(ret_sending->secret, str_of(desk_origin(visit_desk(v))), mailbox)) {
        return false;
    }
    send->unit = way->unit.id;
    send->mailbox_hash = (struct bytes){ mailbox->hash.b, HASH_BYTES };
    send->mailbox_key = (struct bytes){ mailbox->key.public, BOX_KEY_BYTES };
    send->content = seal_for(v, ENVELOPE_CONTENT, &way->handlers, 1, said);
    if (is_named) {
        send->identity = seal_for(v, ENVELOPE_IDENTITY, &way->identity, IDENTITY_NEEDED, sender);
    }
    return send->content.p && (!is_named || send->identity.p);
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
        .promise = promise_of(v, &row),
    };
    view.page->is_task = true;
    denunciation_sent_html(page_body(v), &view);
    return STATUS_OK;
}

/* Signed with the ledger's key: by tomorrow night there is a leaf that commits to these envelopes.
 * A promise that is not kept is evidence by itself. */
static struct str promise_of(struct visit *v, const struct denunciation_of_code_row *row)
{
    struct desk *desk = visit_desk(v);
    struct hash sealed = sealed_hash(row->content, row->identity);
    uint8_t signature[SIGN_BYTES];
    struct out out = out_open(v->arena, PROMISE_BYTES_MAX);
    out_printf(&out, "kheo-promise/v1\n%s\no=%.*s\nsealed=", desk_origin(desk),
               STR_ARG(row->object));
    out_base64url(&out, sealed.b, HASH_BYTES);
    out_lit(&out, "\nby=");
    out_day(&out, day_after(row->received_on));
    out_char(&out, '\n');
    sign_bytes(desk_key(desk), out_str(&out), signature);
    out_lit(&out, "signed=");
    out_base64url(&out, signature, sizeof signature);
    out_char(&out, '\n');
    return out_str(&out);
}
