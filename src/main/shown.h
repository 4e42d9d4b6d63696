/* Receipts that are shown to a house when it opens: files named by the operator, and a folder. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_SHOWN_H
#define MAIN_SHOWN_H

#include "desk/shown.h"
#include "main/house.h"

/* What came of one file; `size` is that of its head. `path` and `why` live until it returns. */
typedef void shown_fn(void *context, const char *path, enum shown shown, bool is_named,
                      int64_t size, struct str why);

/* Each file of settings->receipts (`is_named`), then each in the folder receipts/ of the data
 * folder, if there is one: whoever is shown a receipt puts it there, and it is compared at every
 * start. A file that cannot be read is SHOWN_UNPROVEN. The failure of the store, or STATUS_OK. */
enum status shown_each(const struct house_settings *settings, struct store *store,
                       struct str origin, const uint8_t public[SIGN_PUBLIC_BYTES], shown_fn *tell,
                       void *context) MUST_USE;

#endif
