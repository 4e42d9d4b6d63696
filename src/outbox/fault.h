/* What can keep a letter from leaving, as a list. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef OUTBOX_FAULT_H
#define OUTBOX_FAULT_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/str.h"

enum outbox_fault {
#define FAULT(name, word, is_final, sentence) FAULT_##name,
#include "outbox/fault.def"
#undef FAULT
    FAULT_COUNT
};

struct outbox_fault_row {
    const char *word; /* as the queue keeps it */
    bool is_final;    /* another try would end the same way */
    const char *sentence;
};
const struct outbox_fault_row *outbox_fault_row(enum outbox_fault fault) PURE;
/* By its word; FAULT_NONE for a word that is none. */
enum outbox_fault outbox_fault_of(struct str word) PURE;

#endif
