/* A pack: the core texts in one language of the country, read from the .po file of a translator. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LANGUAGE_PACK_H
#define LANGUAGE_PACK_H

#include "base/arena.h"
#include "law/verdict.h"
#include "text/tongue.h"

/* A pack of so many hundredths of the core is offered to readers; of less, when its keeper says so.
 */
enum {
    PACK_ENOUGH_PERCENT = 90,
    PACK_BYTES_MAX = 1 << 20,
    PACK_TEXT_CHARS_MORE = 60,
    PACK_NAME_CHARS_MAX = 40
};

/* The file is that of `kheo language template`: its header says Language and X-Native-Name, entries
 * are msgid and msgstr (or msgstr[0]: nouns of these languages do not change with number), fuzzy
 * ones count as untranslated. What is no text of the core is left out and counted. */
struct pack {
    struct str code;
    struct str name;
    struct str texts; /* "source\ntext\n" for each in the order of core_texts: NFC */
    size_t translated;
    size_t foreign; /* of another version of the program, or never of the core */
    size_t fault_count;
    struct line_fault faults[LINE_FAULTS_KEPT];
};

/* Every fault with its line: no UTF-8, no .po, signs that cannot be seen or make HTML, other slots
 * (%s) than the source has, more than one line, longer than three times the source, two
 * translations of one text, no language that is known. */
struct pack *pack_read(struct arena *arena, struct str po);

/* Is this translation of that source fit to stand in a page? */
struct verdict pack_text_may(struct str source, struct str text);

/* The texts of a pack that was taken in, ready to be looked up: three pieces of the arena, whatever
 * their number. Sources that the core no longer has do no harm. */
const struct tongue *pack_tongue(struct arena *arena, struct str code, struct str name,
                                 struct str texts);

bool pack_is_enough(size_t translated) PURE;

/* An empty .po of all core texts, for a translator. */
void pack_write_template(struct out *out, struct str code);

#endif
