/* Looking one value up in JSON text, for stories: .items[0].code */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_STORY_JSON_H
#define TOOLS_STORY_JSON_H

#include "base/str.h"

struct arena;

/* The value's text: a string without quotes and with its simple escapes undone, anything else as it
 * stands. Absent when the path leads nowhere. The text is JSON that we wrote ourselves. */
struct str json_find(struct arena *arena, struct str text, struct str path);

#endif
