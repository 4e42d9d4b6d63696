/* For identity officers: giving their share of a name to whoever asked. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/denunciation.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

struct give_form {
    struct str passphrase;
};
static const struct field form_fields[] = {
    FIELD(struct give_form, passphrase, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
};
static const struct record form_record = RECORD("denunciation.give", struct give_form, form_fields);

static bool find(struct visit *v, struct denunciation_of_code_row *ret,
                 struct officer_key_id *ret_key);
static bool seal_share(struct visit *v, const struct denunciation_of_code_row *row,
                       const struct box_key *key, struct bytes to, struct denunciation_give *ret);
static visit_fn after_give;

enum status name_show(struct visit *v)
{
    struct denunciation_of_code_row row;
    struct officer_key_id key;
    struct identity_opening_newest_row opening;
    struct identity_share_of_row given;
    struct conn *conn = &v->snap->conn;
    if (!find(v, &row, &key)) {
        return STATUS_NOT_FOUND;
    }
    struct name_show_view view = {
        .page = page_open(v, N_("Họ tên đang niêm phong")),
        .code = row.code,
        .unit_name = row.unit_name,
        .is_asked = identity_opening_newest(
            conn, &(struct identity_opening_newest){ .denunciation_id = row.id }, &opening),
        .needed = row.needed,
        .passphrase = page_field(v, INPUT_PASSWORD, &form_record, "passphrase"),
        .send_to = route_url(v, "/cb/ho-ten/:code", row.code),
    };
    view.page->back = route_url(v, "/cb/ho-ten");
    if (view.is_asked) {
        struct identity_share_of mine = { .opening_id = opening.id,
                                          .holder_id = { v->visitor.author.person.v } };
        view.asked_by = opening.holder_name;
        view.reason = opening_reason_label(opening.reason);
        view.asked_at = opening.asked_at;
        view.has_given = identity_share_of(conn, &mine, &given);
        view.share_count =
            identity_share_list(conn, &(struct identity_share_list){ .opening_id = opening.id,
                                                                     .limit = ENVELOPE_KEYS_MAX })
                .count;
    }
    denunciation_name_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status name_give(struct visit *v)
{
    struct denunciation_of_code_row row;
    struct officer_key_id key_id;
    struct identity_opening_newest_row opening;
    struct give_form form;
    struct denunciation_give *give = new(v->arena, struct denunciation_give, 1);
    struct officer_keys *keys = new(v->arena, struct officer_keys, 1);
    if (!find(v, &row, &key_id)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form(v, &form_record, &form)) {
        return name_show(v);
    }
    enum status status = officer_keys_open(v, form.passphrase, "passphrase", key_id, keys);
    if (status) {
        return status == STATUS_INVALID ? name_show(v) : status;
    }
    struct identity_opening_newest wanted = { .denunciation_id = row.id };
    *give = (struct denunciation_give){ .code = row.code };
    if (identity_opening_newest(&v->snap->conn, &wanted, &opening) &&
        !seal_share(v, &row, &keys->list[keys->count - 1], opening.public_key, give)) {
        return STATUS_STORE_FAILED;
    }
    return visit_order(v, &denunciation_commands[COMMAND_GIVE], give, after_give);
}

static bool find(struct visit *v, struct denunciation_of_code_row *ret,
                 struct officer_key_id *ret_key)
{
    return denunciation_of(&v->snap->conn, v->params[0], v->visitor.author.person, true, ret,
                           ret_key) &&
           visit_may_over(v, POWER_IDENTITY, ID_OF(ret->unit_id));
}

/* For whoever asked, and nobody else: not even two officers together read the name themselves. */
static bool seal_share(struct visit *v, const struct denunciation_of_code_row *row,
                       const struct box_key *key, struct bytes to, struct denunciation_give *ret)
{
    enum { SEALED_BYTES = SHARED_BYTES + BOX_OVERHEAD_BYTES };
    struct envelope envelope;
    struct share share = { .x = 0 };
    uint8_t *sealed = new(v->arena, uint8_t, SEALED_BYTES);
    bool is_sealed = envelope_parse(str_span(row->identity.p, row->identity.n), &envelope) &&
                     envelope_share(&envelope, key, &share) && to.n == BOX_KEY_BYTES &&
                     box_seal(to.p, str_span(share.y, SHARED_BYTES), sealed);
    ret->place = share.x;
    ret->sealed = (struct bytes){ sealed, SEALED_BYTES };
    secret_wipe(&share, sizeof share);
    return is_sealed;
}

static enum status after_give(struct visit *v)
{
    return visit_refused(v) ? name_show(v) : visit_go(v, route_url(v, "/cb/ho-ten"));
}
