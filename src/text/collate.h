/* Vietnamese order: keys whose bytes compare as the texts do, to be stored beside them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_COLLATE_H
#define TEXT_COLLATE_H

#include "base/str.h"

struct arena;

/* Stored keys must outlive every upgrade of a library, so the weights are ours and never change; a
 * new order would be a migration.
 *
 * First the letters decide: a ă â b c d đ e ê f … o ô ơ … u ư … z, digits before letters, a number
 * by its value ("Tổ 2" before "Tổ 10"), spaces and punctuation before all. Then the tones, word by
 * word: none, huyền, hỏi, ngã, sắc, nặng; so "hòa" and "hoà" stand side by side. Then case, small
 * first. Last the bytes, so that only equal texts have equal keys. This is CLDR's order for "vi"
 * but for numbers, and for tones that count by word. Absent when the bytes are not UTF-8. */
struct bytes collate_text(struct arena *arena, struct str s);

/* The order of lists of people: by given name, which is the last word, then family name, the first,
 * then the names between; each by letters, then tones. */
struct bytes collate_person(struct arena *arena, struct str name);

#endif
