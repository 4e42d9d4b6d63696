/* Keys whose holders are gone: who asks, what custodians give, and taking one over. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "html/denunciation.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

enum { KEYS_MAX = 200 };

struct recover_form {
    struct str passphrase;
};
static const struct field form_fields[] = {
    FIELD(struct recover_form, passphrase, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
};
static const struct record form_record =
    RECORD("denunciation.recover", struct recover_form, form_fields);

static bool may_see(const struct visit *v);
static void list_keys(struct visit *v, struct recovery_view *view);
static void list_pending(struct visit *v, struct recovery_view *view);
static bool find(struct visit *v, struct key_recovery_get_row *ret,
                 struct officer_key_recovery_row *ret_key);
static enum status open_share(struct visit *v, struct str passphrase,
                              const struct envelope *envelope, struct share *ret);
static enum status join(struct visit *v, struct str passphrase,
                        const struct key_recovery_get_row *recovery,
                        const struct officer_key_recovery_row *key, struct box_key *ret_lost,
                        uint8_t ret_mine[BOX_KEY_BYTES]);
static visit_fn after_act;
static struct str id_str(struct visit *v, int64_t id);

enum status recovery_show(struct visit *v)
{
    if (!may_see(v)) {
        return v->visitor.author.person.v ? STATUS_FORBIDDEN : STATUS_SIGN_IN;
    }
    struct recovery_view view = { .page = page_open(v, N_("Khóa của người đã thôi làm")) };
    view.page->back = route_url(v, "/cb/khoa");
    list_keys(v, &view);
    list_pending(v, &view);
    denunciation_recovery_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status recovery_ask(struct visit *v)
{
    struct officer_key_ask *ask = new(v->arena, struct officer_key_ask, 1);
    if (!str_to_int(v->params[0], &ask->key.v)) {
        return STATUS_NOT_FOUND;
    }
    return visit_order(v, &denunciation_commands[COMMAND_KEY_ASK], ask, after_act);
}

enum status recovery_give(struct visit *v)
{
    enum { SEALED_BYTES = SHARED_BYTES + BOX_OVERHEAD_BYTES };
    struct key_recovery_get_row recovery;
    struct officer_key_recovery_row key;
    struct recover_form form;
    struct envelope envelope;
    struct share share = { .x = 0 };
    struct officer_key_give *give = new(v->arena, struct officer_key_give, 1);
    uint8_t *sealed = new(v->arena, uint8_t, SEALED_BYTES);
    if (!find(v, &recovery, &key) ||
        !envelope_parse(str_span(key.recovery.p, key.recovery.n), &envelope)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form(v, &form_record, &form)) {
        return recovery_show(v);
    }
    enum status status = open_share(v, form.passphrase, &envelope, &share);
    if (status) {
        return status == STATUS_INVALID ? recovery_show(v) : status;
    }
    bool is_sealed = recovery.public_key.n == BOX_KEY_BYTES &&
                     box_seal(recovery.public_key.p, str_span(share.y, SHARED_BYTES), sealed);
    *give = (struct officer_key_give){ recovery.id, share.x, { sealed, SEALED_BYTES } };
    secret_wipe(&share, sizeof share);
    return is_sealed ? visit_order(v, &denunciation_commands[COMMAND_KEY_GIVE], give, after_act)
                     : STATUS_STORE_FAILED;
}

enum status recovery_take(struct visit *v)
{
    enum { SEALED_BYTES = BOX_KEY_BYTES + BOX_OVERHEAD_BYTES };
    struct key_recovery_get_row recovery;
    struct officer_key_recovery_row key;
    struct recover_form form;
    struct box_key lost = { .public = { 0 } };
    uint8_t mine[BOX_KEY_BYTES];
    struct officer_key_take *take = new(v->arena, struct officer_key_take, 1);
    uint8_t *sealed = new(v->arena, uint8_t, SEALED_BYTES);
    if (!find(v, &recovery, &key)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form(v, &form_record, &form)) {
        return recovery_show(v);
    }
    enum status status = join(v, form.passphrase, &recovery, &key, &lost, mine);
    if (status) {
        return status == STATUS_INVALID ? recovery_show(v) : status;
    }
    bool is_sealed = box_seal(mine, str_span(lost.secret, BOX_KEY_BYTES), sealed);
    *take = (struct officer_key_take){ recovery.id, { sealed, SEALED_BYTES } };
    secret_wipe(&lost, sizeof lost);
    return is_sealed ? visit_order(v, &denunciation_commands[COMMAND_KEY_TAKE], take, after_act)
                     : STATUS_STORE_FAILED;
}

static bool may_see(const struct visit *v)
{
    return visit_may(v, POWER_HANDLE) || visit_may(v, POWER_RECOVER);
}

static bool find(struct visit *v, struct key_recovery_get_row *ret,
                 struct officer_key_recovery_row *ret_key)
{
    int64_t id;
    struct conn *conn = &v->snap->conn;
    return str_to_int(v->params[0], &id) &&
           key_recovery_get(conn, &(struct key_recovery_get){ .id = { id } }, ret) &&
           ret->taken_at.s == 0 &&
           officer_key_recovery(conn, &(struct officer_key_recovery){ .id = ret->key_id }, ret_key);
}

/* With whichever of the visitor's keys it was sealed to. INVALID, and said, when to none. */
static enum status open_share(struct visit *v, struct str passphrase,
                              const struct envelope *envelope, struct share *ret)
{
    struct keys_held_rows held =
        keys_held(&v->snap->conn, &(struct keys_held){ .holder_id = { v->visitor.author.person.v },
                                                       .limit = OFFICER_KEYS_MAX });
    struct officer_keys *keys = new(v->arena, struct officer_keys, 1);
    for (size_t i = 0; i < held.count; i++) {
        struct key_id id = key_id_of(held.rows[i].public_key.p);
        if (envelope_place(envelope, id) == envelope->key_count) {
            continue;
        }
        enum status status = officer_keys_open(v, passphrase, "passphrase", held.rows[i].id, keys);
        bool is_open =
            status == STATUS_OK && envelope_share(envelope, &keys->list[keys->count - 1], ret);
        return status || is_open ? status : STATUS_STORE_FAILED;
    }
    visit_problem(v, "passphrase", N_("Anh chị không giữ phần nào của khóa này."));
    return STATUS_INVALID;
}

/* The lost key, and the public half of the one that it will be sealed to. */
static enum status join(struct visit *v, struct str passphrase,
                        const struct key_recovery_get_row *recovery,
                        const struct officer_key_recovery_row *key, struct box_key *ret_lost,
                        uint8_t ret_mine[BOX_KEY_BYTES])
{
    struct envelope envelope;
    struct share shares[ENVELOPE_KEYS_MAX];
    size_t n = 0;
    struct officer_keys *keys = new(v->arena, struct officer_keys, 1);
    struct key_recovery_share_list_rows rows = key_recovery_share_list(
        &v->snap->conn, &(struct key_recovery_share_list){ .recovery_id = recovery->id,
                                                           .limit = ENVELOPE_KEYS_MAX });
    if (!ID_IS(ID_OF(recovery->holder_id), v->visitor.author.person) ||
        (int64_t)rows.count < key->needed) {
        visit_problem(v, "passphrase",
                      N_("Chưa đủ người góp phần khóa, hoặc khóa này người khác "
                         "xin."));
        return STATUS_INVALID;
    }
    enum status status = officer_keys_open(v, passphrase, "passphrase", recovery->for_key_id, keys);
    bool is_open = status == STATUS_OK &&
                   envelope_parse(str_span(key->recovery.p, key->recovery.n), &envelope);
    if (!is_open) {
        return status ? status : STATUS_STORE_FAILED;
    }
    for (size_t i = 0; is_open && i < rows.count; i++) {
        struct bytes given = rows.rows[i].sealed;
        shares[i].x = (uint8_t)rows.rows[i].place;
        is_open = given.n == SHARED_BYTES + BOX_OVERHEAD_BYTES &&
                  box_open(&keys->list[keys->count - 1], str_span(given.p, given.n), shares[i].y);
    }
    uint8_t *plain = arena_raw(v->arena, envelope.class_bytes);
    is_open =
        is_open && envelope_join(&envelope, shares, rows.count, plain, &n) && n == BOX_KEY_BYTES;
    secret_wipe(shares, sizeof shares);
    if (is_open) {
        *ret_lost = box_key_from_secret(plain);
        memcpy(ret_mine, keys->list[0].public, BOX_KEY_BYTES);
        is_open = key->public_key.n == BOX_KEY_BYTES &&
                  memcmp(ret_lost->public, key->public_key.p, BOX_KEY_BYTES) == 0;
    }
    return is_open ? STATUS_OK : STATUS_STORE_FAILED;
}

static enum status after_act(struct visit *v)
{
    return visit_refused(v) ? recovery_show(v) : visit_go(v, route_url(v, "/cb/khoa/phuc-hoi"));
}

static void list_keys(struct visit *v, struct recovery_view *view)
{
    struct recoverable_list wanted = { .holder_id = { v->visitor.author.person.v },
                                       .limit = KEYS_MAX };
    struct recoverable_list_rows rows = { .count = 0 };
    if (visit_may(v, POWER_HANDLE)) {
        rows = recoverable_list(&v->snap->conn, &wanted);
    }
    struct recoverable_item *items = new(v->arena, struct recoverable_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        items[i] = (struct recoverable_item){ rows.rows[i].holder_name, rows.rows[i].made_at,
                                              route_url(v, "/cb/khoa/phuc-hoi/:id/xin",
                                                        id_str(v, rows.rows[i].id.v)) };
    }
    view->keys = items;
    view->key_count = rows.count;
}

static void list_pending(struct visit *v, struct recovery_view *view)
{
    struct conn *conn = &v->snap->conn;
    struct key_recovery_list_rows rows =
        key_recovery_list(conn, &(struct key_recovery_list){ .limit = KEYS_MAX });
    struct recovery_item *items = new(v->arena, struct recovery_item, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct key_recovery_list_row *row = &rows.rows[i];
        struct str id = id_str(v, row->id.v);
        bool is_mine = ID_IS(ID_OF(row->holder_id), v->visitor.author.person);
        struct key_recovery_share_list_rows shares =
            key_recovery_share_list(conn, &(struct key_recovery_share_list){
                                              .recovery_id = row->id, .limit = ENVELOPE_KEYS_MAX });
        items[i] = (struct recovery_item){ .holder_name = row->holder_name,
                                           .asked_by = row->asked_by,
                                           .asked_at = row->asked_at,
                                           .share_count = shares.count,
                                           .needed = row->needed };
        items[i].passphrase = page_field(v, INPUT_PASSWORD, &form_record, "passphrase");
        /* Where an error leads is the first of them. */
        items[i].passphrase.id =
            i > 0 ? str_z(v->arena, str_printf(v->arena, "passphrase-%zu", i + 1)) : NULL;
        if (is_mine && (int64_t)shares.count >= row->needed) {
            items[i].take = route_url(v, "/cb/khoa/phuc-hoi/:id/lay", id);
        } else if (!is_mine && visit_may(v, POWER_RECOVER)) {
            items[i].give = route_url(v, "/cb/khoa/phuc-hoi/:id/gop", id);
        }
    }
    view->pending = items;
    view->pending_count = rows.count;
}

static struct str id_str(struct visit *v, int64_t id)
{
    return str_printf(v->arena, "%lld", (long long)id);
}
