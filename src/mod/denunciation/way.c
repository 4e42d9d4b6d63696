/* The way up from the accused unit, and sealing along it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/way.h"

#include "desk/wrap.h"
#include "text/tongue.h"

enum { UNITS_ABOVE_MAX = 8, UNIT_CHOICES_MAX = 1000 };

void way_find(struct visit *v, struct str accused, struct way *ret)
{
    struct accused_unit wanted = { .code = accused, .on = instant_day(v->now) };
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

bool way_seal(struct visit *v, const struct way *way, const struct denunciation_content *content,
              const struct denunciation_identity *identity, struct str secret,
              struct denunciation_send *ret)
{
    struct mailbox *mailbox = new(v->arena, struct mailbox, 1);
    if (!mailbox_of(secret, str_of(desk_origin(visit_desk(v))), mailbox)) {
        return false;
    }
    *ret = (struct denunciation_send){
        .enclosure = ret->enclosure,
        .unit = way->unit.id,
        .mailbox_hash = { mailbox->hash.b, HASH_BYTES },
        .mailbox_key = { mailbox->key.public, BOX_KEY_BYTES },
        .content = seal_for(v, ENVELOPE_CONTENT, &way->handlers, 1,
                            wrap_record(&denunciation_content_record, content, v->arena)),
    };
    if (identity) {
        ret->identity = seal_for(v, ENVELOPE_IDENTITY, &way->identity, IDENTITY_NEEDED,
                                 wrap_record(&denunciation_identity_record, identity, v->arena));
    }
    return ret->content.p && (!identity || ret->identity.p);
}

struct field_view unit_field(struct visit *v, const struct record *record)
{
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

struct field_view position_field(struct visit *v, const struct record *record)
{
    struct field_view field = page_field(v, INPUT_RADIOS, record, "position");
    struct choice *choices = new(v->arena, struct choice, JURISDICTION_COUNT);
    for (size_t i = 0; i < JURISDICTION_COUNT; i++) {
        choices[i] = (struct choice){ .value = str_of(JURISDICTIONS[i].position),
                                      .label = tongue_text(v->tongue, JURISDICTIONS[i].label) };
    }
    page_choices(v, &field, choices, JURISDICTION_COUNT);
    return field;
}
