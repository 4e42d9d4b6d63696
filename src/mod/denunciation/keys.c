/* An officer's key: made here, kept under a passphrase that is kept nowhere. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/denunciation.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

enum { OLDER_MAX = 64, FINGERPRINT_BYTES = 16, CUSTODIANS_MAX = 200 };

struct key_form {
    struct str old;
    struct str passphrase;
    struct str again;
};
static const struct field form_fields[] = {
    FIELD(struct key_form, old, .rules = FIELD_LINE | FIELD_SECRET, .max = PASSPHRASE_CHARS_MAX,
          .label = N_("Cụm mật khẩu đang dùng")),
    FIELD(struct key_form, passphrase, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu mới của khóa")),
    FIELD(struct key_form, again, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Gõ lại cụm mật khẩu")),
};
static const struct record form_record = RECORD("officer_key", struct key_form, form_fields);

static bool may_have_key(const struct visit *v);
static bool read_form(struct visit *v, struct key_form *ret);
static struct officer_key_new *draw(struct visit *v, struct str passphrase,
                                    struct box_key *ret_key);
static struct bytes seal_for_custodians(struct visit *v, const struct box_key *key);
static visit_fn after_key;
static struct str fingerprint_of(struct visit *v, struct bytes public_key);
static void list_older(struct visit *v, struct officer_key_view *view);

enum status officer_key_show(struct visit *v)
{
    struct officer_key_in_use_row key;
    struct officer_key_in_use mine = { .holder_id = { v->visitor.author.person.v } };
    if (!may_have_key(v)) {
        return v->visitor.author.person.v ? STATUS_FORBIDDEN : STATUS_SIGN_IN;
    }
    struct officer_key_view view = {
        .page = page_open(v, N_("Khóa đọc đơn tố cáo")),
        .has_key = officer_key_in_use(&v->snap->conn, &mine, &key),
        .old = page_field(v, INPUT_PASSWORD, &form_record, "old"),
        .passphrase = page_field(v, INPUT_NEW_PASSWORD, &form_record, "passphrase"),
        .again = page_field(v, INPUT_NEW_PASSWORD, &form_record, "again"),
    };
    view.old.is_optional = false;
    if (view.has_key) {
        view.fingerprint = fingerprint_of(v, key.public_key);
        view.made_at = key.made_at;
        view.is_recoverable = key.needed > 0;
        list_older(v, &view);
    }
    denunciation_key_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status officer_key_take(struct visit *v)
{
    struct key_form form;
    struct box_key key;
    if (!may_have_key(v) || !read_form(v, &form)) {
        return officer_key_show(v);
    }
    struct officer_key_new *fresh = draw(v, form.passphrase, &key);
    secret_wipe(&key, sizeof key);
    return fresh ? visit_order(v, &denunciation_commands[COMMAND_KEY_ADD], fresh, after_key)
                 : STATUS_BUSY;
}

/* The old secret half goes along, sealed to the new one: what was sealed to it can still be opened,
 * with the new passphrase only. Envelopes cannot be sealed anew for one of their readers, because
 * each of their bytes vouches for all others. */
enum status officer_key_change(struct visit *v)
{
    struct key_form form;
    struct officer_keys *old = new(v->arena, struct officer_keys, 1);
    struct box_key key;
    const struct officer_key_id in_use = { 0 };
    if (!may_have_key(v) || !read_form(v, &form)) {
        return officer_key_show(v);
    }
    enum status status = officer_keys_open(v, form.old, "old", in_use, old);
    if (status) {
        return status == STATUS_INVALID ? officer_key_show(v) : status;
    }
    struct officer_key_new *fresh = draw(v, form.passphrase, &key);
    enum { SEALED_BYTES = BOX_KEY_BYTES + BOX_OVERHEAD_BYTES };
    uint8_t *sealed = new(v->arena, uint8_t, SEALED_BYTES);
    bool is_sealed =
        fresh && box_seal(key.public, str_span(old->list[0].secret, BOX_KEY_BYTES), sealed);
    secret_wipe(&key, sizeof key);
    if (!is_sealed) {
        return STATUS_BUSY;
    }
    fresh->old_wrapped = (struct bytes){ sealed, SEALED_BYTES };
    return visit_order(v, &denunciation_commands[COMMAND_KEY_REPLACE], fresh, after_key);
}

static bool may_have_key(const struct visit *v)
{
    return visit_may(v, POWER_HANDLE) || visit_may(v, POWER_IDENTITY) ||
           visit_may(v, POWER_RECOVER) || visit_may(v, POWER_VERIFY);
}

static bool read_form(struct visit *v, struct key_form *ret)
{
    if (!visit_form(v, &form_record, ret)) {
        return false;
    }
    struct verdict verdict = passphrase_may_be(ret->passphrase, ret->again);
    if (!verdict_is_ok(verdict)) {
        say_refusal(v, &verdict);
    }
    return verdict_is_ok(verdict);
}

/* NULL: no memory for it now. */
static struct officer_key_new *draw(struct visit *v, struct str passphrase, struct box_key *ret_key)
{
    struct officer_key_new *fresh = new(v->arena, struct officer_key_new, 1);
    uint8_t *wrapped = new(v->arena, uint8_t, KEY_WRAP_BYTES);
    *ret_key = box_key_draw();
    if (!box_key_wrap(ret_key, passphrase, wrapped)) {
        return NULL;
    }
    struct str public = str_copy(v->arena, str_span(ret_key->public, BOX_KEY_BYTES));
    fresh->public_key = (struct bytes){ public.p, public.n };
    fresh->wrapped = (struct bytes){ wrapped, KEY_WRAP_BYTES };
    fresh->recovery = seal_for_custodians(v, ret_key);
    return fresh;
}

/* One of each unit, so that no office has enough of them. */
static struct bytes seal_for_custodians(struct visit *v, const struct box_key *key)
{
    struct readers custodians = { .count = 0 };
    struct custodians_over_rows rows = custodians_over(
        &v->snap->conn, &(struct custodians_over){ .unit = { v->visitor.author.unit.v },
                                                   .not_person = { v->visitor.author.person.v },
                                                   .on = instant_day(v->now),
                                                   .limit = CUSTODIANS_MAX });
    for (size_t i = 0; i < rows.count; i++) {
        bool is_other = true;
        for (size_t before = 0; before < i; before++) {
            is_other = is_other && !ID_IS(rows.rows[before].unit_id, rows.rows[i].unit_id) &&
                       !ID_IS(rows.rows[before].id, rows.rows[i].id);
        }
        if (is_other) {
            readers_add(&custodians, rows.rows[i].public_key);
        }
    }
    return custodians.count >= CUSTODIANS_MIN
               ? seal_for(v, ENVELOPE_KEY, &custodians, RECOVERY_NEEDED,
                          str_span(key->secret, BOX_KEY_BYTES))
               : (struct bytes){ NULL, 0 };
}

static enum status after_key(struct visit *v)
{
    return visit_refused(v) ? officer_key_show(v) : visit_go(v, route_url(v, "/cb/khoa"));
}

/* For comparing with what stands on paper: of the hash, in groups of four. */
static struct str fingerprint_of(struct visit *v, struct bytes public_key)
{
    struct hash hash = hash_of(str_span(public_key.p, public_key.n));
    struct out out = out_open(v->arena, 4 * FINGERPRINT_BYTES);
    for (size_t i = 0; i < FINGERPRINT_BYTES; i += 2) {
        if (i > 0) {
            out_char(&out, ' ');
        }
        out_hex(&out, hash.b + i, 2);
    }
    return out_str(&out);
}

static void list_older(struct visit *v, struct officer_key_view *view)
{
    struct officer_keys_older wanted = { .holder_id = { v->visitor.author.person.v },
                                         .limit = OLDER_MAX };
    struct officer_keys_older_rows rows = officer_keys_older(&v->snap->conn, &wanted);
    struct officer_key_item *list = new(v->arena, struct officer_key_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        list[i] = (struct officer_key_item){ rows.rows[i].made_at, rows.rows[i].ended_at };
    }
    view->older = list;
    view->older_count = rows.count;
}
