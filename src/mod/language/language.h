/* What the files of language share: packs and narrations as commands, facts, views and hooks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "base/sound.h"
#include "mod/language/known.h"
#include "mod/language/pack.h"
#include "sql/language.h"
#include "web/module.h"
#include "web/page.h"

#define POWER_ADMIN "admin"

/* A whole .po file, all of it or nothing. */
struct language_install {
    struct bytes file;
    struct str code; /* what it must be; absent: what its header says */
    bool offer;      /* to readers too while it is not enough (pack_is_enough) */
};
struct language_remove {
    struct str code;
};
/* Takes the place of the narration that is there. */
struct language_record {
    struct str language;
    struct str page; /* web/listen.h */
    struct bytes sound;
};
struct language_silence {
    struct str language;
    struct str page;
};

enum { COMMAND_INSTALL, COMMAND_REMOVE, COMMAND_RECORD, COMMAND_SILENCE, COMMAND_COUNT };
enum { FACT_INSTALLED, FACT_REMOVED, FACT_RECORDED, FACT_SILENCED, FACT_COUNT };
extern const struct command language_commands[COMMAND_COUNT];
extern const struct fact language_facts[FACT_COUNT];

/* As the ledger has it: the hash in hexadecimal digits. */
struct str language_digest(struct arena *arena, struct str bytes);

/* A narration is Opus in Ogg (16 to 24 kbit/s are enough for a voice) or an MP4, as telephones
 * record: what every browser plays. */
enum { NARRATION_BYTES_MAX = 1 << 20, NARRATION_SECONDS_MAX = 180 };
struct narration_sound {
    enum sound_fault fault;
    enum sound_kind kind;
    int64_t seconds; /* sound_seconds() */
};

/* May this be the narration of that page in that language? Pure. */
struct verdict narration_may(const struct language_record *wish,
                             const struct narration_sound *sound);

extern const struct languages language_hooks; /* public.c */
void language_check_rows(struct snap *snap, struct check *check);
int language_console(struct console *console, int argc, char **argv);
#define LANGUAGE_CONSOLE_ABOUT                                                                     \
    "import FILE.po [--offer] [--try] | record FILE LANGUAGE PAGE | template LANGUAGE "            \
    "[--lang vi|en]: texts and narrations in a language of the country"

/* --- pages ------------------------------------------------------------------------------------ */

struct languages_item {
    const char *label;
    struct str code;
    struct str texts; /* "212/231" */
    const char *state;
    int64_t narrations;
    struct local_url url;
};
struct languages_view {
    struct page *page;
    const struct languages_item *items;
    size_t count;
    int64_t core;
};

struct narration_item {
    const struct listen_page *page;
    struct local_url sound; /* absent: none */
    struct str seconds;
    struct local_url remove;
};
struct fault_item {
    struct str line;
    struct str sentence;
};
struct language_view {
    struct page *page;
    struct str code;
    bool may_have_pack;
    bool has_pack;
    struct str name;
    struct str texts;
    const char *state;
    const struct pack *tried; /* what a file would bring; NULL: none was tried */
    struct str tried_texts;
    const struct fault_item *faults;
    size_t fault_count;
    struct local_url install_to;
    struct local_url remove_to;
    struct local_url template;
    struct field_view offer;
    struct str file_problem;
    const struct narration_item *narrations;
    size_t narration_count;
    struct local_url record_to;
    struct field_view record_page;
    struct str sound_problem;
};
visit_fn language_list_show, language_one_show, language_install_send, language_remove_send;
visit_fn language_record_send, language_silence_send, language_template_show;
visit_fn language_sound_show;

#endif
