/* Commands on one unit: load, rule, write, and say in the ledger how the unit stands now. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/acts.h"

#include "sql/org.h"
#include "text/collate.h"
#include "text/fold.h"
#include "text/tongue.h"

static struct unit_now now_of(const struct unit_get_row *unit);
static bool may_change(struct deed *deed, const struct unit_get_row *unit);
static void keep_past(struct deed *deed, const struct unit_get_row *unit, struct day on);
static struct verdict find_successors(struct deed *deed, const struct org_unit_end *end);
static struct verdict no_such_unit(const char *field, struct str code);
static struct str successors_of(struct deed *deed, struct unit_id unit);

struct unit_id unit_write(struct deed *deed, const struct unit_claim *claim, struct unit_id parent)
{
    struct unit_id id = { deed_new_id(deed) };
    char object[27];
    deed_new_object(deed, object);
    unit_insert(deed->tx, &(struct unit_insert){
                              .id = id,
                              .code = claim->code,
                              .kind = str_of(unit_kind_of(claim->kind)->name),
                              .name = claim->name,
                              .name_folded = text_fold(deed->arena, claim->name),
                              .sort_key = collate_text(deed->arena, claim->name),
                              .parent_id = parent,
                              .from_on = claim->period.from,
                              .since_on = claim->period.from,
                              .until_on = claim->period.until,
                              .prefix = claim->prefix.n ? claim->prefix : STR_NONE,
                              .object = str_of(object),
                          });
    unit_above_self(deed->tx, &(struct unit_above_self){ .unit_id = id });
    unit_above_parent(deed->tx, &(struct unit_above_parent){ .unit_id = id, .parent_id = parent });
    return id;
}

void unit_state(struct deed *deed, enum org_fact fact, struct unit_id id)
{
    struct unit_get_row unit;
    if (!unit_get(&deed->tx->conn, &(struct unit_get){ .id = id }, &unit)) {
        return;
    }
    struct unit_says says = {
        .code = unit.code,
        .kind = unit.kind,
        .name = unit.name,
        .parent = unit.parent_code,
        .prefix = unit.prefix,
        .from = unit.from_on,
        .since = unit.since_on,
        .until = unit.until_on,
        .successor = day_is_none(unit.until_on) ? STR_NONE : successors_of(deed, id),
    };
    deed_emit(deed, &ORG_FACTS[fact], ID_OF(id), unit.object, unit.code, &says);
}

bool unit_of(struct conn *conn, struct str code, struct day on, struct unit_alive_row *ret)
{
    return unit_alive(conn, &(struct unit_alive){ .code = code, .on = on }, ret);
}

struct verdict org_unit_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_unit_add *add = args;
    struct conn *conn = &deed->tx->conn;
    struct unit_claim claim = {
        add->code, add->kind, add->name, add->prefix, { add->from, { 0 } }
    };
    struct verdict verdict = unit_claim_rule(&claim);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct unit_alive_row parent;
    if (!unit_of(conn, add->parent, add->from, &parent)) {
        return no_such_unit("parent", add->parent);
    }
    if (!deed_may(deed, POWER_ORG_MANAGE, ID_OF(parent.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    verdict = unit_place_rule(claim.period, (struct period){ parent.from_on, parent.until_on });
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct unit_clash_row clash;
    if (unit_clash(conn, &(struct unit_clash){ .code = add->code, .from = add->from }, &clash)) {
        return verdict_about(invalid("code", N_("Mã đang thuộc đơn vị “%s”.")), clash.name);
    }
    struct unit_id id = unit_write(deed, &claim, parent.id);
    unit_state(deed, FACT_UNIT_ADDED, id);
    *ret = (struct answer){ .subject = ID_OF(id), .text = str_copy(deed->arena, add->code) };
    return VERDICT_OK;
}

struct verdict org_unit_rename(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_unit_rename *rename = args;
    struct unit_get_row unit;
    if (!unit_get(&deed->tx->conn, &(struct unit_get){ .id = rename->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!may_change(deed, &unit)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct unit_now now = now_of(&unit);
    struct unit_claim claim = { unit.code, rename->kind, rename->name, STR_NONE, now.period };
    struct verdict verdict = unit_claim_rule(&claim);
    if (verdict_is_ok(verdict)) {
        verdict = unit_change_rule(&now, rename->on, deed->today);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    keep_past(deed, &unit, rename->on);
    unit_set_name(deed->tx, &(struct unit_set_name){
                                .id = unit.id,
                                .name = rename->name,
                                .name_folded = text_fold(deed->arena, rename->name),
                                .sort_key = collate_text(deed->arena, rename->name),
                                .kind = str_of(unit_kind_of(rename->kind)->name),
                                .since_on = rename->on,
                            });
    unit_state(deed, FACT_UNIT_RENAMED, unit.id);
    *ret = (struct answer){ .subject = ID_OF(unit.id), .text = unit.code };
    return VERDICT_OK;
}

struct verdict org_unit_move(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_unit_move *move = args;
    struct conn *conn = &deed->tx->conn;
    struct unit_get_row unit;
    if (!unit_get(conn, &(struct unit_get){ .id = move->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct unit_alive_row parent;
    if (!unit_of(conn, move->parent, move->on, &parent)) {
        return no_such_unit("parent", move->parent);
    }
    if (!may_change(deed, &unit) || !deed_may(deed, POWER_ORG_MANAGE, ID_OF(parent.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct unit_now now = now_of(&unit);
    struct unit_is_above_row above;
    bool parent_is_below =
        unit_is_above(conn, &(struct unit_is_above){ .unit = parent.id, .above = unit.id }, &above);
    struct verdict verdict =
        unit_move_rule(&now, (struct period){ parent.from_on, parent.until_on }, parent_is_below,
                       move->on, deed->today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    keep_past(deed, &unit, move->on);
    unit_set_parent(deed->tx, &(struct unit_set_parent){
                                  .id = unit.id, .parent_id = parent.id, .since_on = move->on });
    unit_above_cut(deed->tx, &(struct unit_above_cut){ .branch = unit.id });
    unit_above_graft(deed->tx,
                     &(struct unit_above_graft){ .branch = unit.id, .parent = parent.id });
    unit_state(deed, FACT_UNIT_MOVED, unit.id);
    *ret = (struct answer){ .subject = ID_OF(unit.id), .text = unit.code };
    return VERDICT_OK;
}

struct verdict org_unit_end(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_unit_end *end = args;
    struct conn *conn = &deed->tx->conn;
    struct unit_get_row unit;
    if (!unit_get(conn, &(struct unit_get){ .id = end->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!may_change(deed, &unit)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct unit_now now = now_of(&unit);
    struct unit_child_after_row child;
    bool has_child_after = unit_child_after(
        conn, &(struct unit_child_after){ .parent = unit.id, .day = end->until }, &child);
    struct verdict verdict = unit_end_rule(&now, end->until, has_child_after);
    if (verdict_is_ok(verdict)) {
        verdict = find_successors(deed, end);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    unit_set_until(deed->tx, &(struct unit_set_until){ .id = unit.id, .until_on = end->until });
    unit_pass_on(deed, unit.id);
    unit_state(deed, FACT_UNIT_ENDED, unit.id);
    *ret = (struct answer){ .subject = ID_OF(unit.id), .text = unit.code };
    return VERDICT_OK;
}

void unit_pass_on(struct deed *deed, struct unit_id unit)
{
    unit_heir_insert(deed->tx, &(struct unit_heir_insert){ .unit_id = unit });
    unit_heir_pass_on(deed->tx, &(struct unit_heir_pass_on){ .unit_id = unit });
}

/* All are looked for before one is written: of many acts in one command, a refused one writes
 * nothing. */
static struct verdict find_successors(struct deed *deed, const struct org_unit_end *end)
{
    struct day first = day_after(end->until);
    struct unit_id found[SUCCESSORS_MAX];
    size_t count = 0;
    struct str rest = end->successor;
    while (rest.p) {
        struct str code = str_cut(&rest, ' ');
        if (code.n == 0) {
            continue;
        }
        struct unit_alive_row successor;
        if (count == SUCCESSORS_MAX || !unit_of(&deed->tx->conn, code, first, &successor) ||
            ID_IS(end->unit, successor.id)) {
            return no_such_unit("successor", code);
        }
        bool is_named_before = false;
        for (size_t i = 0; i < count; i++) {
            is_named_before = is_named_before || found[i].v == successor.id.v;
        }
        if (!is_named_before) {
            found[count++] = successor.id;
        }
    }
    for (size_t i = 0; i < count; i++) {
        unit_successor_insert(deed->tx, &(struct unit_successor_insert){
                                            .unit_id = end->unit,
                                            .successor_id = found[i],
                                            .note = end->note.n ? end->note : STR_NONE,
                                        });
    }
    return VERDICT_OK;
}

struct verdict org_unit_contact(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_unit_contact *contact = args;
    struct unit_get_row unit;
    if (!unit_get(&deed->tx->conn, &(struct unit_get){ .id = contact->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_ORG_MANAGE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct unit_claim claim = {
        unit.code, unit.kind, unit.name, contact->prefix, { unit.from_on, unit.until_on }
    };
    struct verdict verdict = unit_claim_rule(&claim);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    unit_set_contact(deed->tx, &(struct unit_set_contact){
                                   .id = unit.id,
                                   .prefix = contact->prefix.n ? contact->prefix : STR_NONE,
                                   .phone = contact->phone,
                                   .email = contact->email,
                                   .address = contact->address,
                                   .hours = contact->hours,
                               });
    deed_emit(deed, &ORG_FACTS[FACT_UNIT_CONTACT], ID_OF(unit.id), unit.object, unit.code, contact);
    *ret = (struct answer){ .subject = ID_OF(unit.id), .text = unit.code };
    return VERDICT_OK;
}

static struct unit_now now_of(const struct unit_get_row *unit)
{
    return (struct unit_now){ { unit->from_on, unit->until_on }, unit->since_on };
}

/* A unit does not rename, move or end itself: who manages what stands above it does. Only the top
 * has nobody above. */
static bool may_change(struct deed *deed, const struct unit_get_row *unit)
{
    struct unit_id above = ID_NONE(unit->parent_id) ? unit->id : unit->parent_id;
    return deed_may(deed, POWER_ORG_MANAGE, ID_OF(above));
}

/* A state that lasted no day leaves no trace: two changes of one day are one. */
static void keep_past(struct deed *deed, const struct unit_get_row *unit, struct day on)
{
    if (day_compare(on, unit->since_on) > 0) {
        unit_past_insert(deed->tx, &(struct unit_past_insert){
                                       .unit_id = unit->id,
                                       .from_on = unit->since_on,
                                       .until_on = day_before(on),
                                       .kind = unit->kind,
                                       .name = unit->name,
                                       .parent_id = unit->parent_id,
                                   });
    }
}

static struct verdict no_such_unit(const char *field, struct str code)
{
    return verdict_about(invalid(field, N_("Không có đơn vị mã “%s” vào ngày đó.")), code);
}

static struct str successors_of(struct deed *deed, struct unit_id unit)
{
    struct unit_successors_rows rows = unit_successors(
        &deed->tx->conn, &(struct unit_successors){ .unit = unit, .limit = SUCCESSORS_MAX });
    struct out codes = out_open(deed->arena, 4096);
    for (size_t i = 0; i < rows.count; i++) {
        out_printf(&codes, "%s%.*s", i ? " " : "", STR_ARG(rows.rows[i].code));
    }
    return codes.n ? out_str(&codes) : STR_NONE;
}
