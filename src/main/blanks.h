/* Forms of the law in the words of an installation or of a unit. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_BLANKS_H
#define MAIN_BLANKS_H

#include "studio/blank.h"

/* Files in the folder blanks/ of the data folder: "d124-03.txt" for all units, "19753.d124-03.txt"
 * for the unit of that code, which goes before. They are read once, when the house opens; after a
 * change the server is started again. A text that has a fault, or does not keep what the law wants,
 * is passed over: EVENT_BLANK_REFUSED has the line, `kheo blank FILE` the sentence. So is one whose
 * name is that of no form. */
struct blanks;

enum { BLANK_TEXTS_MAX = 4000 };

/* NULL when there is no memory. */
struct blanks *blanks_open(const char *dir) MUST_USE;
void blanks_close(struct blanks *blanks);
const struct blank_texts *blanks_texts(const struct blanks *blanks) PURE;

/* Of "19753.d124-03.txt" the unit, absent when there is none, and the form's own text; NULL: no
 * form is called so. Only the last part of a path counts. */
const struct blank_file *blanks_name(struct str path, struct str *ret_unit);

/* The text of a file, when it may stand for the form that it is named after; else what is wrong,
 * BLANK_NO_TEXT too where it cannot be read. Needs three times BLANK_BYTES_MAX of the arena. */
bool blanks_check(struct arena *arena, const char *path, struct blank_text *ret,
                  struct blank_fault *ret_fault) MUST_USE;

#endif
