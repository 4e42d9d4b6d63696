/* The fact that says what a restore lost, and looking it up. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/loss.h"

#include "desk/audit.h"
#include "sql/desk.h"

enum { LOSSES_MAX = 1000, NUMBER_BYTES_MAX = 24 };

static apply_fn accept;

static const struct field loss_fields[] = { FIELD(struct loss, kept), FIELD(struct loss, known) };
static const struct record loss_record = RECORD("loss", struct loss, loss_fields);
static const struct fact facts[] = {
    { "ledger.restored", &loss_record, "The ledger was put back to an earlier point." },
};
static const struct command commands[] = {
    { "ledger.accept_loss", &loss_record, NULL, accept, "Go on from a restored ledger." },
};
const struct service loss_service = {
    .name = "ledger",
    .commands = commands,
    .command_count = COUNT(commands),
    .facts = facts,
    .fact_count = COUNT(facts),
};

static struct verdict accept(struct deed *deed, const void *args, struct answer *ret)
{
    const struct loss *loss = args;
    char object[OBJECT_ID_BYTES];
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    deed_new_object(deed, object);
    int64_t position = deed_emit(deed, &facts[0], (struct id){ 0 }, str_of(object), STR_NONE, args);
    ledger_loss_insert(deed->tx, &(struct ledger_loss_insert){ .position = position,
                                                               .kept = loss->kept,
                                                               .known = loss->known,
                                                               .at = deed->now });
    return VERDICT_OK;
}

bool loss_explains(struct conn *conn, int64_t size, const struct receipt_content *receipt,
                   struct instant *ret_at)
{
    struct ledger_loss_list_rows list =
        ledger_loss_list(conn, &(struct ledger_loss_list){ .limit = LOSSES_MAX });
    for (size_t i = 0; i < list.count; i++) {
        const struct ledger_loss_list_row *loss = &list.rows[i];
        bool is_older =
            receipt ? receipt->receipt.index >= loss->kept && receipt->leaf.at.s < loss->at.s
                    : size <= loss->known;
        if (size > loss->kept && is_older) {
            *ret_at = loss->at;
            return true;
        }
    }
    return false;
}

bool loss_is_leaf(struct str type)
{
    return str_equal(type, str_of(facts[0].name));
}

static bool says(const struct audited_fact *fact, const char *name, int64_t value)
{
    char text[NUMBER_BYTES_MAX];
    struct out out = out_fixed(text, sizeof text);
    out_int(&out, value);
    return audit_field_is(fact, name, out_str(&out));
}

void loss_check(struct conn *conn, int64_t leaf_count,
                void (*fault)(void *context, struct str sentence), void *context)
{
    struct ledger_loss_list_rows list =
        ledger_loss_list(conn, &(struct ledger_loss_list){ .limit = LOSSES_MAX });
    if ((int64_t)list.count != leaf_count) {
        fault(context, STR("ledger_loss: số dòng khác với số lá ledger.restored"));
    }
    for (size_t i = 0; i < list.count; i++) {
        const struct ledger_loss_list_row *loss = &list.rows[i];
        const struct audited_fact *fact = audit_fact(conn, loss->position);
        if (!fact || !loss_is_leaf(fact->leaf.type) || fact->leaf.at.s != loss->at.s ||
            !says(fact, "kept", loss->kept) || !says(fact, "known", loss->known)) {
            fault(context, STR("ledger_loss: một dòng khác với lá của nó"));
        }
    }
}
