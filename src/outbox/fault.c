/* The list of faults, read by number and by word. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "outbox/fault.h"

#include "text/tongue.h"

static const struct outbox_fault_row rows[FAULT_COUNT] = {
#define FAULT(name, word, is_final, sentence) { word, is_final, sentence },
#include "outbox/fault.def"
#undef FAULT
};

const struct outbox_fault_row *outbox_fault_row(enum outbox_fault fault)
{
    return &rows[fault];
}

enum outbox_fault outbox_fault_of(struct str word)
{
    enum outbox_fault found = FAULT_NONE;
    for (enum outbox_fault i = FAULT_NONE; i < FAULT_COUNT; i++) {
        found = str_equal(str_of(rows[i].word), word) ? i : found;
    }
    return found;
}
