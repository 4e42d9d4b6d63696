/* Reading a blank: head, places, lines; and whether one text may stand for another. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/blank.h"

#include "text/fold.h"
#include "text/tongue.h"

static const struct str words[BLANK_WORDS] = {
    [BLANK_TO] = STR_INIT("to"),           [BLANK_CENTER] = STR_INIT("center"),
    [BLANK_BASIS] = STR_INIT("basis"),     [BLANK_TEXT] = STR_INIT("text"),
    [BLANK_HEADING] = STR_INIT("heading"), [BLANK_ARTICLE] = STR_INIT("article"),
    [BLANK_ITEM] = STR_INIT("item"),       [BLANK_POINT] = STR_INIT("point"),
    [BLANK_FIELD] = STR_INIT("field"),     [BLANK_ITEMS] = STR_INIT("items"),
    [BLANK_HEAD] = STR_INIT("head"),       [BLANK_ROWS] = STR_INIT("rows"),
    [BLANK_NOTE] = STR_INIT("note"),       [BLANK_MUST] = STR_INIT("must"),
    [BLANK_END] = STR_INIT("end"),         [BLANK_COPY] = STR_INIT("copy"),
    [BLANK_HAND] = STR_INIT("hand"),
};

enum head_word {
    HEAD_CODE,
    HEAD_NAME,
    HEAD_LAW,
    HEAD_WORDING,
    HEAD_BY,
    HEAD_SIGN,
    HEAD_TYPE,
    HEAD_SUBJECT,
    HEAD_WORDS
};
static const struct {
    struct str word;
    bool is_needed;
} heads[HEAD_WORDS] = {
    [HEAD_CODE] = { STR_INIT("code"), true },  [HEAD_NAME] = { STR_INIT("name"), true },
    [HEAD_LAW] = { STR_INIT("law"), true },    [HEAD_WORDING] = { STR_INIT("wording"), true },
    [HEAD_BY] = { STR_INIT("by"), true },      [HEAD_SIGN] = { STR_INIT("sign"), false },
    [HEAD_TYPE] = { STR_INIT("type"), false }, [HEAD_SUBJECT] = { STR_INIT("subject"), false },
};

struct reading {
    struct str head[HEAD_WORDS];
    struct blank_place *places;
    size_t place_count;
    bool *is_used; /* of each place */
    struct str *sections;
    size_t section_count;
    struct blank_line *lines;
    size_t line_count;
    size_t columns;   /* of the table that is open; 0: none */
    uint32_t section; /* that is open */
    uint32_t number;  /* of the line */
    bool is_body;
    struct blank_fault fault;
};

static void read_line(struct reading *reading, struct str line);
static void read_head(struct reading *reading, struct str word, struct str rest);
static void add_place(struct reading *reading, struct str rest, bool is_needed);
static void end_head(struct reading *reading);
static void read_body(struct reading *reading, struct str word, struct str rest);
static void check_line(struct reading *reading, const struct blank_line *line);
static void use_places(struct reading *reading, struct str text);
static bool is_one_place(struct str text);
static void move_section(struct reading *reading, enum blank_word word, struct str rest);
static void check_end(struct reading *reading);
static bool is_name(struct str name);
static size_t cells_of(struct str text);
static size_t find_place(const struct blank_place *places, size_t count, struct str name);
static void fail(struct reading *reading, enum blank_fault_kind kind, struct str about);
static bool has_section(const struct blank *blank, struct str name);

bool blank_parse(struct arena *arena, struct str text, struct blank *ret,
                 struct blank_fault *ret_fault)
{
    struct reading reading = {
        .places = new(arena, struct blank_place, BLANK_VALUES_MAX),
        .is_used = new(arena, bool, BLANK_VALUES_MAX),
        .sections = new(arena, struct str, BLANK_SECTIONS_MAX),
        .lines = new(arena, struct blank_line, BLANK_LINES_MAX),
    };
    if (text.n > BLANK_BYTES_MAX) {
        fail(&reading, BLANK_TOO_LONG, STR_NONE);
    } else if (!str_is_utf8(text) || !text_is_clean(text)) {
        fail(&reading, BLANK_NO_TEXT, STR_NONE);
    }
    for (struct str rest = text; rest.p && !reading.fault.kind;) {
        reading.number++;
        read_line(&reading, str_trim(str_cut(&rest, '\n')));
    }
    if (!reading.fault.kind) {
        check_end(&reading);
    }
    if (reading.fault.kind) {
        *ret_fault = reading.fault;
        return false;
    }
    *ret = (struct blank){
        .code = reading.head[HEAD_CODE],
        .name = reading.head[HEAD_NAME],
        .law = reading.head[HEAD_LAW],
        .sign = reading.head[HEAD_SIGN],
        .type = reading.head[HEAD_TYPE],
        .subject = reading.head[HEAD_SUBJECT],
        .is_official = str_equal(reading.head[HEAD_WORDING], STR("official")),
        .is_by_person = str_equal(reading.head[HEAD_BY], STR("person")),
        .places = reading.places,
        .place_count = reading.place_count,
        .sections = reading.sections,
        .section_count = reading.section_count,
        .lines = reading.lines,
        .line_count = reading.line_count,
    };
    return true;
}

static void read_line(struct reading *reading, struct str line)
{
    if (line.n == 0 || line.p[0] == '#') {
        return;
    }
    if (str_equal(line, STR("---")) && !reading->is_body) {
        end_head(reading);
        return;
    }
    size_t colon = str_find_byte(line, ':');
    struct str word = str_slice(line, 0, colon);
    struct str rest = str_trim(str_slice(line, colon + 1, line.n));
    if (colon == line.n || !is_name(word)) {
        fail(reading, BLANK_NO_WORD, STR_NONE);
    } else if (reading->is_body) {
        read_body(reading, word, rest);
    } else {
        read_head(reading, word, rest);
    }
}

/* --- the head --------------------------------------------------------------------------------- */

static void read_head(struct reading *reading, struct str word, struct str rest)
{
    if (str_equal(word, STR("need")) || str_equal(word, STR("may"))) {
        add_place(reading, rest, str_equal(word, STR("need")));
        return;
    }
    for (size_t i = 0; i < HEAD_WORDS; i++) {
        if (!str_equal(word, heads[i].word)) {
            continue;
        }
        bool is_choice = i == HEAD_WORDING || i == HEAD_BY;
        struct str first = i == HEAD_BY ? STR("office") : STR("official");
        struct str second = i == HEAD_BY ? STR("person") : STR("ours");
        if (reading->head[i].n > 0) {
            fail(reading, BLANK_TWICE, word);
        } else if (is_choice && !str_equal(rest, first) && !str_equal(rest, second)) {
            fail(reading, BLANK_STRANGE_WORD, rest);
        }
        reading->head[i] = rest;
        return;
    }
    fail(reading, BLANK_STRANGE_WORD, word);
}

/* "complainant Người khiếu nại" */
static void add_place(struct reading *reading, struct str rest, bool is_needed)
{
    struct str label = rest;
    struct str name = str_cut(&label, ' ');
    label = str_trim(label);
    if (!is_name(name) || label.n == 0) {
        fail(reading, BLANK_BAD_PLACE, name);
    } else if (find_place(reading->places, reading->place_count, name) < reading->place_count) {
        fail(reading, BLANK_TWICE, name);
    } else if (reading->place_count == BLANK_VALUES_MAX) {
        fail(reading, BLANK_TOO_LONG, STR_NONE);
    } else {
        reading->places[reading->place_count++] =
            (struct blank_place){ name, label, is_needed, reading->number };
    }
}

static void end_head(struct reading *reading)
{
    for (size_t i = 0; i < HEAD_WORDS; i++) {
        if (heads[i].is_needed && reading->head[i].n == 0) {
            fail(reading, BLANK_HEAD_LACKS, heads[i].word);
            return;
        }
    }
    use_places(reading, reading->head[HEAD_SUBJECT]);
    reading->is_body = true;
}

/* --- the body --------------------------------------------------------------------------------- */

static void read_body(struct reading *reading, struct str word, struct str rest)
{
    size_t at = 0;
    while (at < BLANK_WORDS && !str_equal(words[at], word)) {
        at++;
    }
    if (at == BLANK_WORDS) {
        fail(reading, BLANK_STRANGE_WORD, word);
        return;
    }
    enum blank_word found = (enum blank_word)at;
    if (found == BLANK_MUST || found == BLANK_END) {
        move_section(reading, found, rest);
        return;
    }
    if (reading->line_count == BLANK_LINES_MAX) {
        fail(reading, BLANK_TOO_LONG, STR_NONE);
        return;
    }
    struct blank_line *line = &reading->lines[reading->line_count++];
    *line = (struct blank_line){ found, rest, reading->number, reading->section };
    check_line(reading, line);
    use_places(reading, rest);
}

static void check_line(struct reading *reading, const struct blank_line *line)
{
    size_t cells = cells_of(line->text);
    bool is_list = line->word == BLANK_ITEMS || line->word == BLANK_ROWS;
    if (line->text.n == 0) {
        fail(reading, BLANK_NO_WORD, STR_NONE);
    } else if (is_list && !is_one_place(line->text)) {
        fail(reading, BLANK_BAD_PLACE, line->text);
    } else if ((line->word == BLANK_ROWS && reading->columns == 0) ||
               (line->word == BLANK_HEAD && cells > LETTER_CELLS_MAX) ||
               (line->word == BLANK_FIELD && cells != 2) ||
               (line->word == BLANK_HAND && cells > 3)) {
        fail(reading, BLANK_BAD_TABLE, STR_NONE);
    }
    reading->columns = line->word == BLANK_HEAD   ? cells
                       : line->word == BLANK_ROWS ? reading->columns
                                                  : 0;
}

static void move_section(struct reading *reading, enum blank_word word, struct str rest)
{
    bool is_open = reading->section > 0;
    bool is_empty =
        is_open && (reading->line_count == 0 ||
                    reading->lines[reading->line_count - 1].section != reading->section);
    reading->columns = 0;
    if (is_open != (word == BLANK_END) || is_empty || (word == BLANK_END) != (rest.n == 0)) {
        fail(reading, BLANK_BAD_SECTION, rest);
    } else if (word == BLANK_END) {
        reading->section = 0;
    } else if (reading->section_count == BLANK_SECTIONS_MAX) {
        fail(reading, BLANK_TOO_LONG, STR_NONE);
    } else {
        reading->sections[reading->section_count++] = rest;
        reading->section = (uint32_t)reading->section_count;
    }
}

/* Marks what stands in the text; braces that are no place are a fault. */
static void use_places(struct reading *reading, struct str text)
{
    struct str rest = text;
    while (rest.n > 0) {
        size_t open = str_find(rest, STR("{{"));
        size_t stray = str_find(rest, STR("}}"));
        if (open == rest.n && stray == rest.n) {
            return;
        }
        struct str behind = str_slice(rest, open + 2, rest.n);
        size_t close = str_find(behind, STR("}}"));
        struct str name = str_slice(behind, 0, close);
        size_t at = find_place(reading->places, reading->place_count, name);
        if (stray < open || close == behind.n || !is_name(name)) {
            fail(reading, BLANK_BAD_PLACE, text);
            return;
        }
        if (at < reading->place_count) {
            reading->is_used[at] = true;
        } else if (!str_equal(name, STR("issuer"))) {
            fail(reading, BLANK_STRANGE_PLACE, name);
            return;
        }
        rest = str_slice(behind, close + 2, behind.n);
    }
}

static bool is_one_place(struct str text)
{
    return text.n > 4 && str_starts(text, STR("{{")) && str_ends(text, STR("}}")) &&
           is_name(str_slice(text, 2, text.n - 2));
}

static void check_end(struct reading *reading)
{
    if (!reading->is_body) {
        fail(reading, BLANK_HEAD_LACKS, STR("---"));
    } else if (reading->section > 0) {
        fail(reading, BLANK_BAD_SECTION, reading->sections[reading->section - 1]);
    }
    reading->number = 0;
    for (size_t i = 0; i < reading->place_count && !reading->fault.kind; i++) {
        if (reading->places[i].is_needed && !reading->is_used[i]) {
            fail(reading, BLANK_UNUSED_PLACE, reading->places[i].name);
        }
    }
}

static bool is_name(struct str name)
{
    bool is_plain = name.n > 0 && name.n <= 40;
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        is_plain &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }
    return is_plain;
}

static size_t cells_of(struct str text)
{
    size_t count = 0;
    for (struct str rest = text; rest.p; count++) {
        str_cut(&rest, '|');
    }
    return count;
}

static size_t find_place(const struct blank_place *places, size_t count, struct str name)
{
    size_t at = 0;
    while (at < count && !str_equal(places[at].name, name)) {
        at++;
    }
    return at;
}

/* The first fault stays. */
static void fail(struct reading *reading, enum blank_fault_kind kind, struct str about)
{
    if (!reading->fault.kind) {
        reading->fault = (struct blank_fault){ kind, reading->number, about };
    }
}

/* --- replacement ------------------------------------------------------------------------------ */

bool blank_open(struct arena *arena, struct str code, struct str replacement, struct blank *ret,
                struct blank_fault *ret_fault)
{
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct blank original;
        struct blank other;
        if (!blank_parse(arena, file->text, &original, ret_fault)) {
            return false;
        }
        if (!str_equal(original.code, code)) {
            continue;
        }
        if (replacement.n == 0) {
            *ret = original;
            return true;
        }
        bool is_fit = blank_parse(arena, replacement, &other, ret_fault) &&
                      blank_may_replace(&original, &other, ret_fault);
        if (is_fit) {
            *ret = other;
        }
        return is_fit;
    }
    *ret_fault = (struct blank_fault){ BLANK_UNKNOWN, 0, code };
    return false;
}

struct str blank_text_of(const struct blank_texts *texts, struct str unit, struct str code)
{
    struct str found = STR_NONE;
    for (size_t i = 0; texts && i < texts->count; i++) {
        const struct blank_text *row = &texts->rows[i];
        bool is_own = row->unit.n > 0 && str_equal(row->unit, unit);
        if (str_equal(row->code, code) && (is_own || (row->unit.n == 0 && found.n == 0))) {
            found = row->text;
        }
        if (is_own && str_equal(row->code, code)) {
            break;
        }
    }
    return found;
}

bool blank_may_replace(const struct blank *original, const struct blank *other,
                       struct blank_fault *ret_fault)
{
    struct blank_fault fault = { BLANK_GOOD };
    if (!str_equal(original->code, other->code) || original->is_by_person != other->is_by_person) {
        fault = (struct blank_fault){ BLANK_OTHER_CODE, 0, original->code };
    }
    for (size_t i = 0; i < original->place_count && !fault.kind; i++) {
        struct str name = original->places[i].name;
        size_t at = find_place(other->places, other->place_count, name);
        if (original->places[i].is_needed &&
            (at == other->place_count || !other->places[at].is_needed)) {
            fault = (struct blank_fault){ BLANK_LOST_PLACE, 0, name };
        }
    }
    for (size_t i = 0; i < other->place_count && !fault.kind; i++) {
        struct str name = other->places[i].name;
        if (find_place(original->places, original->place_count, name) == original->place_count) {
            fault = (struct blank_fault){ BLANK_NEW_PLACE, other->places[i].number, name };
        }
    }
    for (size_t i = 0; i < original->section_count && !fault.kind; i++) {
        if (!has_section(other, original->sections[i])) {
            fault = (struct blank_fault){ BLANK_LOST_SECTION, 0, original->sections[i] };
        }
    }
    if (fault.kind) {
        *ret_fault = fault;
    }
    return !fault.kind;
}

static bool has_section(const struct blank *blank, struct str name)
{
    bool is_there = false;
    for (size_t i = 0; i < blank->section_count; i++) {
        is_there |= str_equal(blank->sections[i], name);
    }
    return is_there;
}

const char *blank_fault_say(enum blank_fault_kind kind)
{
    static const char *const sentences[BLANK_FAULTS] = {
        [BLANK_GOOD] = N_("Mẫu này dùng được."),
        [BLANK_TOO_LONG] = N_("Mẫu dài quá mức cho phép."),
        [BLANK_NO_TEXT] = N_("Tệp không phải văn bản UTF-8, hoặc có ký tự không nhìn thấy được."),
        [BLANK_NO_WORD] =
            N_("Dòng này phải bắt đầu bằng một từ khóa và dấu hai chấm, rồi nội dung."),
        [BLANK_STRANGE_WORD] = N_("Không có từ khóa “%s”."),
        [BLANK_TWICE] = N_("“%s” đã được khai một lần rồi."),
        [BLANK_HEAD_LACKS] = N_("Phần đầu của mẫu còn thiếu dòng “%s”."),
        [BLANK_BAD_PLACE] = N_("Chỗ điền phải viết dạng {{ten}}: “%s”."),
        [BLANK_STRANGE_PLACE] = N_("Chỗ điền “%s” chưa được khai ở phần đầu của mẫu."),
        [BLANK_UNUSED_PLACE] = N_("Chỗ điền bắt buộc “%s” không có trong nội dung mẫu."),
        [BLANK_BAD_SECTION] = N_("Phần bắt buộc “%s” mở hoặc đóng không đúng chỗ, hay còn trống."),
        [BLANK_BAD_TABLE] = N_("Số cột của dòng này không đúng."),
        [BLANK_OTHER_CODE] = N_("Mẫu thay thế phải là mẫu %s và cùng người lập."),
        [BLANK_LOST_PLACE] = N_("Mẫu thay thế phải giữ chỗ điền bắt buộc “%s”."),
        [BLANK_NEW_PLACE] = N_("Mẫu gốc không có chỗ điền “%s”."),
        [BLANK_LOST_SECTION] = N_("Mẫu thay thế phải giữ phần “%s” mà pháp luật bắt buộc."),
        [BLANK_VALUE_LACKS] = N_("Văn bản chưa lập được vì còn thiếu: %s."),
        [BLANK_TOO_MANY] = N_("Văn bản dài quá mức cho phép."),
        [BLANK_UNKNOWN] = N_("Không có mẫu mang mã “%s”."),
    };
    return sentences[kind];
}
