/* Sentences with slots: a translated text such as "Còn %s ngày, hạn %s", written part by part. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_MESSAGE_H
#define TEXT_MESSAGE_H

#include <stddef.h>

#include "base/attr.h"
#include "base/str.h"

/* What stands before slot number `slot` (from 0) and behind the one before; after the last slot,
 * the end of the sentence; beyond that, an empty text. So a page is written without a copy, and
 * each value passes through the escaper of its own type:
 *
 *     struct str message = tongue_text(tongue, "Còn %s ngày, hạn %s");
 *     tpl_text(o, message_part(message, 0));  tpl_text(o, days);
 *     tpl_text(o, message_part(message, 1));  tpl_text(o, due);
 *     tpl_text(o, message_part(message, 2));
 *
 * Only "%s" is a slot; any other '%' is itself. tools/poc sees to it that translations have as many
 * slots as the source text. */
struct str message_part(struct str message, size_t slot) PURE;

#endif
