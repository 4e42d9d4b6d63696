/* What a batch of the desk has read: not asked for again while nobody wrote to its tables. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_MEMO_H
#define STORE_MEMO_H

#include "store/store.h"

/* Five hundred reports of a batch ask for the same forty units and ten categories, and every
 * question to a database elsewhere is a journey. The writer's transaction is alone with the rows,
 * so what it was told stays true until it writes to one of the statement's tables itself (`tables`,
 * which sqlc found; none: a statement that it has not seen), or undoes something. Answers of a few
 * rows are kept, as many as there is room for; they live until the next transaction begins.
 *
 * All functions do nothing, or find nothing, where memo is NULL. */
struct memo;
/* NULL: no memory for one. */
struct memo *memo_open(void);
void memo_close(struct memo *memo);

void memo_begin(struct memo *memo);
void memo_forget(struct memo *memo);
void memo_note_write(struct memo *memo, const struct statement *statement);

bool memo_find(struct memo *memo, const struct statement *statement, const void *args,
               struct rows *ret);
void memo_keep(struct memo *memo, const struct statement *statement, const void *args,
               struct rows rows);

#endif
