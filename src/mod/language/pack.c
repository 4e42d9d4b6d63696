/* Reading a pack: one pass over the lines of a .po file, and a table of the core beside it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/pack.h"

#include <string.h>

#include "mod/language/known.h"
#include "text/core.h"
#include "text/fold.h"
#include "text/tongue.h"

/* The entry that grows, and the member that the next "…" belongs to. */
struct reader {
    struct arena *arena;
    struct pack *pack;
    size_t line;
    struct str source;
    struct str text;
    struct str other; /* msgid_plural, msgstr[1]: read over */
    struct str *member;
    size_t entry_line;
    bool is_fuzzy;
    struct str *texts; /* of the core, by its place; absent: untranslated */
};

static void read_line(struct reader *reader, struct str line);
static void end_entry(struct reader *reader);
static void add_fault(struct reader *reader, size_t line, struct verdict verdict);
static void close_pack(struct reader *reader);

struct pack *pack_read(struct arena *arena, struct str po)
{
    struct pack *pack = new(arena, struct pack, 1);
    struct reader reader = { .arena = arena,
                             .pack = pack,
                             .texts = new(arena, struct str, core_text_count + 1) };
    for (struct str rest = po; rest.p && pack->fault_count < LINE_FAULTS_KEPT;) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        reader.line++;
        if (!str_is_utf8(line)) {
            add_fault(&reader, reader.line, refuse(N_("Dòng này không phải chữ UTF-8."), NULL));
            continue;
        }
        read_line(&reader, line);
    }
    end_entry(&reader);
    close_pack(&reader);
    return pack;
}

static void add_fault(struct reader *reader, size_t line, struct verdict verdict)
{
    struct pack *pack = reader->pack;
    if (pack->fault_count < LINE_FAULTS_KEPT) {
        pack->faults[pack->fault_count] = (struct line_fault){ line, verdict };
    }
    pack->fault_count++;
}

/* Adds what stands between the quotes; false: a stray quote, or an escape that .po has not. */
static bool add_string(struct reader *reader, struct str quoted)
{
    if (quoted.n < 2 || quoted.p[0] != '"' || quoted.p[quoted.n - 1] != '"' || !reader->member) {
        return false;
    }
    struct out text = out_open(reader->arena, reader->member->n + quoted.n);
    out_str_raw(&text, *reader->member);
    for (size_t i = 1; i + 1 < quoted.n; i++) {
        char c = quoted.p[i];
        if (c == '\\' && i + 2 < quoted.n) {
            c = quoted.p[++i];
            c = (char)(c == 'n' ? '\n' : c == 't' ? '\t' : c);
        } else if (c == '"' || c == '\\') {
            return false;
        }
        out_char(&text, c);
    }
    *reader->member = text.n > 0 ? out_str(&text) : STR("");
    return true;
}

static struct str *member_of(struct reader *reader, struct str keyword)
{
    const struct {
        struct str keyword;
        struct str *member;
    } members[] = {
        { STR("msgid"), &reader->source },    { STR("msgstr"), &reader->text },
        { STR("msgstr[0]"), &reader->text },  { STR("msgid_plural"), &reader->other },
        { STR("msgstr[1]"), &reader->other },
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
    struct str rest = line;
    const bool is_string = str_starts(line, STR("\""));
    const struct str keyword = is_string ? STR_NONE : str_cut(&rest, ' ');
    const bool is_note = str_starts(line, STR("#"));
    const bool is_begin = str_equal(keyword, STR("msgid"));
    if ((line.n == 0 || is_note || is_begin) && reader->source.p) {
        end_entry(reader);
    }
    if (is_note) {
        reader->is_fuzzy |= str_starts(line, STR("#,")) && str_find(line, STR("fuzzy")) < line.n;
        return;
    }
    if (line.n == 0) {
        return;
    }
    if (!is_string) {
        reader->member = member_of(reader, keyword);
        reader->entry_line = is_begin ? reader->line : reader->entry_line;
    }
    if (!add_string(reader, is_string ? line : str_trim(rest))) {
        add_fault(reader, reader->line,
                  refuse(N_("Dòng này không đọc được: tệp .po chỉ có msgid, msgstr và chữ trong "
                            "dấu nháy kép."),
                         NULL));
        reader->member = NULL;
    }
}

static void read_header(struct reader *reader)
{
    for (struct str rest = reader->text; rest.p;) {
        struct str value = str_cut(&rest, '\n');
        const struct str name = str_cut(&value, ':');
        const struct str said = text_nfc(reader->arena, str_trim(value));
        if (str_equal(name, STR("Language"))) {
            reader->pack->code = said;
        } else if (str_equal(name, STR("X-Native-Name")) && text_is_clean(said) &&
                   str_chars(said) <= PACK_NAME_CHARS_MAX) {
            reader->pack->name = said;
        }
    }
}

/* Where that text stands in the core; core_text_count: nowhere. */
static size_t place_of(struct str source)
{
    size_t low = 0;
    size_t high = core_text_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = str_compare(source, str_of(core_texts[middle]));
        if (order == 0) {
            return middle;
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return core_text_count;
}

static void take_text(struct reader *reader)
{
    const size_t place = place_of(reader->source);
    if (place == core_text_count) {
        reader->pack->foreign++;
        return;
    }
    const struct str text = text_nfc(reader->arena, reader->text);
    const struct verdict verdict = pack_text_may(reader->source, text);
    if (!verdict_is_ok(verdict)) {
        add_fault(reader, reader->entry_line, verdict);
    } else if (reader->texts[place].p && !str_equal(reader->texts[place], text)) {
        add_fault(reader, reader->entry_line,
                  verdict_about(refuse(N_("Câu này đã dịch cách khác ở phía trên: “%s”."), NULL),
                                reader->source));
    } else {
        reader->texts[place] = text;
    }
}

static void end_entry(struct reader *reader)
{
    if (reader->source.p && reader->source.n == 0) {
        read_header(reader);
    } else if (reader->source.n > 0 && reader->text.n > 0 && !reader->is_fuzzy) {
        take_text(reader);
    }
    reader->source = reader->text = reader->other = STR_NONE;
    reader->member = NULL;
    reader->is_fuzzy = false;
}

static void close_pack(struct reader *reader)
{
    struct pack *pack = reader->pack;
    const struct known_language *known = known_language(pack->code);
    struct out texts = out_open(reader->arena, 2 * PACK_BYTES_MAX);
    if (!known || known->is_built_in) {
        add_fault(reader, 1,
                  refuse(N_("Đầu tệp phải có dòng Language với mã của một tiếng trong danh sách, "
                            "ví dụ tyz."),
                         NULL));
    } else if (pack->name.n == 0) {
        pack->name = str_of(known->label);
    }
    for (size_t i = 0; i < core_text_count; i++) {
        if (reader->texts[i].n > 0) {
            out_str_raw(&texts, str_of(core_texts[i]));
            out_char(&texts, '\n');
            out_str_raw(&texts, reader->texts[i]);
            out_char(&texts, '\n');
            pack->translated++;
        }
    }
    if (pack->translated == 0 && pack->fault_count == 0) {
        add_fault(reader, 1, refuse(N_("Tệp chưa dịch câu nào của bộ lõi."), NULL));
    }
    pack->texts = out_str(&texts);
}

static size_t count_slots(struct str text)
{
    size_t slots = 0;
    for (size_t i = 0; i + 1 < text.n; i++) {
        slots += text.p[i] == '%' && text.p[i + 1] == 's';
    }
    return slots;
}

static bool has_tag(struct str text)
{
    return str_find_byte(text, '<') < text.n || str_find_byte(text, '>') < text.n;
}

struct verdict pack_text_may(struct str source, struct str text)
{
    if (!text_is_clean(text) || str_find_byte(text, '\n') < text.n ||
        str_find_byte(text, '\t') < text.n) {
        return verdict_about(
            refuse(N_("Câu dịch phải là một dòng, không có ký tự ẩn: “%s”."), NULL), source);
    }
    if (has_tag(text) && !has_tag(source)) {
        return verdict_about(refuse(N_("Câu dịch không được có dấu < hay >, vì nó là chữ chứ không "
                                       "phải HTML: “%s”."),
                                    NULL),
                             source);
    }
    if (count_slots(text) != count_slots(source)) {
        return verdict_about(
            refuse(N_("Câu dịch phải có đủ các chỗ điền như câu gốc: “%s”."), NULL), source);
    }
    if (str_chars(text) > 3 * str_chars(source) + PACK_TEXT_CHARS_MORE) {
        return verdict_about(refuse(N_("Câu dịch dài quá ba lần câu gốc: “%s”."), NULL), source);
    }
    return VERDICT_OK;
}

bool pack_is_enough(size_t translated)
{
    return translated * 100 >= core_text_count * PACK_ENOUGH_PERCENT;
}

/* Each piece of a text between its signs; a slot's value is not of that language. */
static char *mark_text(char *to, struct str text)
{
    for (struct str rest = text; rest.p;) {
        const size_t slot = str_find(rest, STR("%s"));
        if (slot > 0) {
            *to++ = TONGUE_BEGIN;
            memcpy(to, rest.p, slot);
            to += slot;
            *to++ = TONGUE_END;
        }
        if (slot == rest.n) {
            break;
        }
        *to++ = '%';
        *to++ = 's';
        rest = str_slice(rest, slot + 2, rest.n);
    }
    *to++ = '\0';
    return to;
}

const struct tongue *pack_tongue(struct arena *arena, struct str code, struct str name,
                                 struct str texts)
{
    size_t lines = 0;
    for (size_t i = 0; i < texts.n; i++) {
        lines += texts.p[i] == '\n';
    }
    struct tongue *tongue = new(arena, struct tongue, 1);
    struct phrase *phrases = new(arena, struct phrase, lines / 2 + 1);
    /* A slot of two bytes may have two signs on each side. */
    char *to = new(arena, char, 3 * texts.n + 2 * lines + code.n + name.n + 2);
    *tongue = (struct tongue){ .phrases = phrases, .is_marked = true };
    tongue->code = code.n > 0 ? memcpy(to, code.p, code.n) : to;
    to += code.n + 1;
    tongue->name = name.n > 0 ? memcpy(to, name.p, name.n) : to;
    to += name.n + 1;
    for (struct str rest = texts; tongue->count < lines / 2;) {
        const struct str source = str_cut(&rest, '\n');
        phrases[tongue->count].source = memcpy(to, source.p, source.n);
        to += source.n + 1;
        phrases[tongue->count++].text = to;
        to = mark_text(to, str_cut(&rest, '\n'));
    }
    return tongue;
}

static void write_string(struct out *out, const char *text)
{
    out_char(out, '"');
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\') {
            out_char(out, '\\');
        }
        out_char(out, *c);
    }
    out_lit(out, "\"\n");
}

void pack_write_template(struct out *out, struct str code)
{
    out_lit(out, "msgid \"\"\nmsgstr \"\"\n\"Language: ");
    out_str_raw(out, code);
    out_lit(out, "\\n\"\n\"X-Native-Name: \\n\"\n"
                 "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                 "\"Plural-Forms: nplurals=1; plural=0;\\n\"\n");
    for (size_t i = 0; i < core_text_count; i++) {
        out_lit(out, "\nmsgid ");
        write_string(out, core_texts[i]);
        out_lit(out, "msgstr \"\"\n");
    }
}
