/* A denunciation that came as something else: sealed here, forgotten there (web/sealing.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/handover.h"

#include <string.h>

#include "desk/wrap.h"
#include "mod/denunciation/views.h"
#include "mod/denunciation/way.h"
#include "text/tongue.h"

static bool is_open(struct visit *v);
static void ask(struct visit *v, struct field_view ret[SEALING_FIELDS]);
static enum status seal(struct visit *v, const struct sealing_matter *matter,
                        struct bytes *ret_parcel);
static bool seal_pictures(struct visit *v, const struct sealing_matter *matter,
                          const struct way *way, struct denunciation_send *ret);
static struct verdict keep(struct deed *deed, struct bytes parcel);
static enum status find(struct visit *v, struct hash secret, struct sealing_found *ret);
static bool mailbox_secret_from(struct visit *v, struct hash secret, struct str *ret);

const struct sealing denunciation_sealing = { is_open, denunciation_form_begin, ask, seal, keep,
                                              find };

static bool is_open(struct visit *v)
{
    struct officer_key_any_row any;
    return officer_key_any(&v->snap->conn, &any);
}

static void ask(struct visit *v, struct field_view ret[SEALING_FIELDS])
{
    const struct record *record = &sealing_form_record;
    ret[0] = page_field(v, INPUT_LINE, record, "accused");
    ret[1] = position_field(v, record);
    ret[2] = unit_field(v, record);
}

/* Whoever did not write an address could not know that one is asked for here, and is met by the
 * telephone that they left. */
static enum status seal(struct visit *v, const struct sealing_matter *matter,
                        struct bytes *ret_parcel)
{
    struct way *way = new(v->arena, struct way, 1);
    const struct denunciation_form about = {
        .position = matter->position,
        .identity = matter->name.n > 0 ? STR("named") : STR("unnamed"),
    };
    way_find(v, matter->unit, way);
    struct verdict verdict = denunciation_may_be_sealed(&about, &way->facts);
    if (!verdict_is_ok(verdict)) {
        say_refusal(v, &verdict);
        return STATUS_INVALID;
    }
    const struct denunciation_content content = { matter->accused, matter->position, matter->unit,
                                                  matter->text };
    const struct denunciation_identity identity = { matter->name, matter->address,
                                                    matter->contact };
    struct denunciation_send send = { .enclosure = { NULL, 0 } };
    struct str secret = STR_NONE;
    if (matter->picture_count > 0 && !seal_pictures(v, matter, way, &send)) {
        return STATUS_BUSY;
    }
    if (!mailbox_secret_from(v, matter->secret, &secret) ||
        !way_seal(v, way, &content, matter->name.n > 0 ? &identity : NULL, secret, &send)) {
        return STATUS_BUSY;
    }
    struct str parcel = wrap_record(denunciation_commands[COMMAND_SEND].takes, &send, v->arena);
    *ret_parcel = (struct bytes){ (const uint8_t *)parcel.p, parcel.n };
    return STATUS_OK;
}

/* False too when one of them is none: what is not sealed would be gone. */
static bool seal_pictures(struct visit *v, const struct sealing_matter *matter,
                          const struct way *way, struct denunciation_send *ret)
{
    struct enclosure *enclosure = new(v->arena, struct enclosure, 1);
    for (size_t i = 0; i < matter->picture_count; i++) {
        if (enclosure_draw(v, matter->pictures[i], i, enclosure) != PICTURE_GOOD) {
            return false;
        }
    }
    ret->enclosure = enclosure_seal(v, &way->handlers, enclosure);
    return ret->enclosure.p != NULL;
}

static struct verdict keep(struct deed *deed, struct bytes parcel)
{
    struct denunciation_send send = { .unit = { 0 } };
    struct str rest = str_span(parcel.p, parcel.n);
    struct answer answer;
    if (!unwrap_record(&rest, denunciation_commands[COMMAND_SEND].takes, &send) || rest.n > 0) {
        return (struct verdict){ .status = STATUS_INVALID };
    }
    return apply_denunciation_send(deed, &send, &answer);
}

static enum status find(struct visit *v, struct hash secret, struct sealing_found *ret)
{
    struct mailbox *mailbox = new(v->arena, struct mailbox, 1);
    struct denunciation_of_mailbox_row row;
    if (!mailbox_secret_from(v, secret, &ret->secret) ||
        !mailbox_of(ret->secret, str_of(desk_origin(visit_desk(v))), mailbox)) {
        return STATUS_BUSY;
    }
    struct denunciation_of_mailbox wanted = { .mailbox_hash = { mailbox->hash.b, HASH_BYTES } };
    if (!denunciation_of_mailbox(&v->snap->conn, &wanted, &row)) {
        return STATUS_NOT_FOUND;
    }
    ret->code = row.code;
    ret->mailbox = route_url(v, "/to-cao/hop-thu");
    return STATUS_OK;
}

/* The paper's secret has forty bits. Each guess at the mailbox takes three argon2id, and whoever
 * holds a copy of the house from before has read the paper anyway. */
static bool mailbox_secret_from(struct visit *v, struct hash secret, struct str *ret)
{
    const struct str parts[] = { STR("kheo handed-over mailbox\n"),
                                 str_of(desk_origin(visit_desk(v))) };
    struct hash salt = hash_of_parts(parts, COUNT(parts));
    uint8_t drawn[SECRET_KEY_BYTES] = { 0 };
    bool is_drawn = password_stretch(hash_str(&secret), salt.b, drawn);
    if (is_drawn) {
        *ret = mailbox_secret_make(v->arena, drawn);
    }
    secret_wipe(drawn, sizeof drawn);
    return is_drawn;
}
