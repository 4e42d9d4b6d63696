/* poc compiles .po catalogues to sorted C tables that pages look their sentences up in. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/out.h"
#include "file.h"
#include "text.h"

/* poc --out DIR CODE.po…   writes DIR/catalogs.c (text/tongue.h). The base name of a file is its
 * language; all files of a language, the house's and the services', become one table. Untranslated,
 * fuzzy and obsolete entries are left out: the page then shows the Vietnamese source.
 * poc --core DIR CORE.pot  writes DIR/core.c (text/core.h): the source texts of that file. */

enum { ARENA_BYTES = 256 << 20, CATALOGS_BYTES_MAX = 64 << 20, LANGUAGES_MAX = 64 };

struct entry {
    struct str source; /* msgid */
    struct str source_plural;
    struct str text;   /* msgstr or msgstr[0] */
    struct str plural; /* msgstr[1] */
    bool is_fuzzy;
    const char *path;
    size_t line;
    struct entry *next;
};

struct language {
    struct str code;
    struct str name;   /* from the header X-Native-Name, or the code */
    bool is_core;      /* its sources are what is wanted */
    bool has_one_form; /* nplurals=1: nouns do not change with number there either */
    struct entry *entries;
    size_t count;
};

struct poc {
    struct arena *arena;
    struct language languages[LANGUAGES_MAX];
    size_t count;
};

/* One file while it is read: the entry that grows, and the member that the next "…" belongs to. */
struct reader {
    struct poc *poc;
    struct language *language;
    const char *path;
    size_t line;
    struct entry entry;
    struct str *member;
};

static struct language *language_of(struct poc *poc, const char *path);
static void read_catalog(struct poc *poc, const char *path, struct language *language);
static void read_line(struct reader *reader, struct str line);
static void end_entry(struct reader *reader);
static struct entry *sort_entries(const struct poc *poc, const struct language *language,
                                  size_t *ret_count);
static struct str render(const struct poc *poc);
static struct str render_core(const struct poc *poc);
static COLD NORETURN void refuse(const char *path, size_t line, const char *format, ...)
    PRINTF(3, 4);

int main(int argc, char **argv)
{
    const volatile bool is_core = argc == 4 && strcmp(argv[1], "--core") == 0;
    if (argc < 3 || (!is_core && strcmp(argv[1], "--out") != 0)) {
        fputs("usage: poc --out DIR CODE.po... | --core DIR CORE.pot\n", stderr);
        return 2;
    }
    const char *folder = argv[2];
    jmp_buf full;
    struct arena *arena = arena_create(ARENA_BYTES);
    if (!arena || arena_guard(arena, &full)) {
        fputs("poc: out of memory\n", stderr);
        return 2;
    }
    struct poc *poc = new(arena, struct poc, 1);
    poc->arena = arena;
    if (is_core) {
        poc->languages[0] = (struct language){ .is_core = true };
        read_catalog(poc, argv[3], &poc->languages[0]);
    }
    for (int i = 3; i < argc && !is_core; i++) {
        read_catalog(poc, argv[i], language_of(poc, argv[i]));
    }
    const struct str path = str_printf(arena, "%s/%s.c", folder, is_core ? "core" : "catalogs");
    file_write(arena, str_z(arena, path), is_core ? render_core(poc) : render(poc));
    arena_destroy(arena);
    return 0;
}

static struct language *language_of(struct poc *poc, const char *path)
{
    struct str code = str_of(path);
    while (str_find_byte(code, '/') < code.n) {
        code = str_slice(code, str_find_byte(code, '/') + 1, code.n);
    }
    code = str_slice(code, 0, str_find(code, STR(".po")));
    if (!str_ends(str_of(path), STR(".po")) || code.n < 2 || str_equal(code, STR("vi"))) {
        refuse(path, 1, "a catalogue is CODE.po; Vietnamese is the source and has none");
    }
    for (size_t i = 0; i < poc->count; i++) {
        if (str_equal(poc->languages[i].code, code)) {
            return &poc->languages[i];
        }
    }
    if (poc->count == LANGUAGES_MAX) {
        refuse(path, 1, "more than %d languages", LANGUAGES_MAX);
    }
    struct language *language = &poc->languages[poc->count++];
    *language = (struct language){ .code = code, .name = code };
    return language;
}

static void read_catalog(struct poc *poc, const char *path, struct language *language)
{
    struct str rest = file_read(poc->arena, path);
    struct reader reader = { .poc = poc, .language = language, .path = path };
    while (rest.p) {
        reader.line++;
        const struct str line = str_cut(&rest, '\n');
        if (!str_is_utf8(line)) {
            refuse(path, reader.line, "this line is not UTF-8");
        }
        read_line(&reader, str_trim(line));
    }
    end_entry(&reader);
}

static char unescape(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case '"':
    case '\\':
        return c;
    default:
        return '\0';
    }
}

/* Adds what stands between the quotes to the member that is being read. */
static void read_string(struct reader *reader, struct str quoted)
{
    if (quoted.n < 2 || quoted.p[0] != '"' || quoted.p[quoted.n - 1] != '"' || !reader->member) {
        refuse(reader->path, reader->line, "a text in double quotes was expected here");
    }
    const struct str inner = str_slice(quoted, 1, quoted.n - 1);
    struct out text = out_open(reader->poc->arena, CATALOGS_BYTES_MAX);
    out_str_raw(&text, *reader->member);
    for (size_t i = 0; i < inner.n; i++) {
        const bool is_escaped = inner.p[i] == '\\' && i + 1 < inner.n;
        const char c = is_escaped ? unescape(inner.p[++i]) : inner.p[i];
        if (c == '\0' || (!is_escaped && (c == '"' || c == '\\'))) {
            refuse(reader->path, reader->line,
                   "a stray quote, or an escape other than \\n \\t "
                   "\\\" \\\\");
        }
        out_char(&text, c);
    }
    *reader->member = out_str(&text);
}

static struct str *member_of(struct entry *entry, struct str keyword)
{
    const struct {
        struct str keyword;
        struct str *member;
    } members[] = {
        { STR("msgid"), &entry->source },     { STR("msgid_plural"), &entry->source_plural },
        { STR("msgstr"), &entry->text },      { STR("msgstr[0]"), &entry->text },
        { STR("msgstr[1]"), &entry->plural },
    };
    for (size_t i = 0; i < COUNT(members); i++) {
        if (str_equal(members[i].keyword, keyword)) {
            return members[i].member;
        }
    }
    return NULL;
}

static void read_line(struct reader *reader, struct str line)
{
    if (str_starts(line, STR("\""))) {
        read_string(reader, line);
        return;
    }
    const bool is_note = str_starts(line, STR("#"));
    struct str rest = line;
    const struct str keyword = str_cut(&rest, ' ');
    if (is_note || str_is_empty(line) || str_equal(keyword, STR("msgid"))) {
        /* Notes stand above their entry, so what has been read of it so far must not end it. */
        if (reader->entry.source.p) {
            end_entry(reader);
        }
    }
    if (is_note) {
        const bool is_flags = str_starts(line, STR("#,"));
        reader->entry.is_fuzzy |= is_flags && str_find(line, STR("fuzzy")) < line.n;
    } else if (!str_is_empty(line)) {
        reader->member = member_of(&reader->entry, keyword);
        const bool is_in_order = reader->entry.source.p || str_equal(keyword, STR("msgid"));
        if (!reader->member || reader->member->p || !is_in_order) {
            refuse(reader->path, reader->line,
                   "an entry is msgid, at most one msgid_plural, and "
                   "msgstr or msgstr[0] and msgstr[1], each once");
        }
        reader->entry.line = reader->entry.line ? reader->entry.line : reader->line;
        read_string(reader, str_trim(rest));
    }
}

static void read_header(struct reader *reader)
{
    struct str rest = reader->entry.text;
    const struct str one_form = STR("nplurals=1;");
    reader->language->has_one_form |= str_find(rest, one_form) < rest.n;
    while (rest.p) {
        const struct str line = str_cut(&rest, '\n');
        if (str_starts(line, STR("X-Native-Name:"))) {
            reader->language->name = str_trim(str_slice(line, 14, line.n));
        }
    }
}

static bool is_translated(const struct entry *entry)
{
    return !entry->is_fuzzy && entry->text.n > 0 && (!entry->plural.p || entry->plural.n > 0);
}

static void need_agreement(const struct entry *entry, const struct language *language)
{
    const bool wants_plural = entry->source_plural.p && !language->has_one_form;
    if (!entry->text.p || wants_plural != (entry->plural.p != NULL)) {
        refuse(entry->path, entry->line,
               "msgid wants one msgstr; msgid_plural wants msgstr[0] and "
               "msgstr[1], unless the header says nplurals=1;");
    }
    if (entry->source_plural.p && !str_equal(entry->source, entry->source_plural)) {
        refuse(entry->path, entry->line,
               "msgid_plural must be the same text as msgid: Vietnamese "
               "nouns do not change with number");
    }
    const size_t slots = text_slots(entry->source);
    if (is_translated(entry) && (text_slots(entry->text) != slots ||
                                 (entry->plural.p && text_slots(entry->plural) != slots))) {
        refuse(entry->path, entry->line, "the source has %zu slots (%%s), a translation has not",
               slots);
    }
}

static void end_entry(struct reader *reader)
{
    struct entry *entry = &reader->entry;
    entry->path = reader->path;
    if (entry->source.p && entry->source.n == 0) {
        read_header(reader);
    } else if (entry->source.p) {
        need_agreement(entry, reader->language);
    }
    if (entry->source.n > 0 && (reader->language->is_core || is_translated(entry))) {
        struct entry *kept = new(reader->poc->arena, struct entry, 1);
        *kept = *entry;
        kept->next = reader->language->entries;
        reader->language->entries = kept;
        reader->language->count++;
    }
    *entry = (struct entry){ 0 };
    reader->member = NULL;
}

static int compare_entries(const void *a, const void *b)
{
    return str_compare(((const struct entry *)a)->source, ((const struct entry *)b)->source);
}

/* In the order of their bytes; of entries that say the same, one. */
static struct entry *sort_entries(const struct poc *poc, const struct language *language,
                                  size_t *ret_count)
{
    struct entry *sorted = new(poc->arena, struct entry, language->count + 1);
    size_t n = language->count;
    for (const struct entry *entry = language->entries; entry; entry = entry->next) {
        sorted[--n] = *entry; /* the list has the last one first */
    }
    n = language->count;
    qsort(sorted, n, sizeof *sorted, compare_entries);
    size_t kept = n > 0;
    for (size_t i = 1; i < n; i++) {
        const struct entry *twin = &sorted[kept - 1];
        const struct entry *entry = &sorted[i];
        if (!str_equal(twin->source, entry->source)) {
            sorted[kept++] = sorted[i];
        } else if (!str_equal(twin->text, entry->text) || !str_equal(twin->plural, entry->plural)) {
            refuse(entry->path, entry->line, "%s:%zu translates the same text in another way",
                   twin->path, twin->line);
        }
    }
    *ret_count = kept;
    return sorted;
}

static void write_phrases(struct out *out, const struct poc *poc, size_t number, size_t *ret_count)
{
    const struct entry *entries = sort_entries(poc, &poc->languages[number], ret_count);
    if (*ret_count == 0) {
        return;
    }
    out_printf(out, "static const struct phrase phrases_%zu[] = {\n", number);
    for (size_t i = 0; i < *ret_count; i++) {
        out_lit(out, "    { ");
        text_c_string(out, entries[i].source);
        out_lit(out, ", ");
        text_c_string(out, entries[i].text);
        out_lit(out, ", ");
        if (entries[i].plural.p) {
            text_c_string(out, entries[i].plural);
        } else {
            out_lit(out, "NULL");
        }
        out_lit(out, " },\n");
    }
    out_lit(out, "};\n");
}

static struct str render_core(const struct poc *poc)
{
    struct out out = out_open(poc->arena, CATALOGS_BYTES_MAX);
    size_t count;
    const struct entry *entries = sort_entries(poc, &poc->languages[0], &count);
    out_lit(&out, "/* The core texts, made by poc. */\n"
                  "#include \"text/core.h\"\n\n"
                  "const char *const core_texts[] = {\n");
    for (size_t i = 0; i < count; i++) {
        out_lit(&out, "    ");
        text_c_string(&out, entries[i].source);
        out_lit(&out, ",\n");
    }
    out_printf(&out, "    0\n};\nconst size_t core_text_count = %zu;\n", count);
    return out_str(&out);
}

static struct str render(const struct poc *poc)
{
    struct out out = out_open(poc->arena, CATALOGS_BYTES_MAX);
    out_lit(&out, "/* The languages of the pages, made by poc. */\n"
                  "#include \"text/tongue.h\"\n\n"
                  "static const struct tongue tongue_vi = { \"vi\", \"Tiếng Việt\", NULL, 0, "
                  "0 };\n");
    for (size_t i = 0; i < poc->count; i++) {
        size_t count;
        out_char(&out, '\n');
        write_phrases(&out, poc, i, &count);
        out_printf(&out, "static const struct tongue tongue_%zu = { ", i);
        text_c_string(&out, poc->languages[i].code);
        out_lit(&out, ", ");
        text_c_string(&out, poc->languages[i].name);
        if (count > 0) {
            out_printf(&out, ", phrases_%zu, %zu, 0 };\n", i, count);
        } else {
            out_lit(&out, ", NULL, 0, 0 };\n");
        }
    }
    out_lit(&out, "\nconst struct tongue *const tongues[] = { &tongue_vi, ");
    for (size_t i = 0; i < poc->count; i++) {
        out_printf(&out, "&tongue_%zu, ", i);
    }
    out_lit(&out, "NULL };\n");
    return out_str(&out);
}

static void refuse(const char *path, size_t line, const char *format, ...)
{
    fprintf(stderr, "%s:%zu: error: ", path, line);
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}
