/* iCalendar read line by line, and written. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/ical.h"

#include "base/attr.h"
#include "text/fold.h"
#include "text/tongue.h"

enum {
    EVENT_DAYS_MAX = 31,
    LINE_OCTETS_MAX = 75, /* RFC 5545 section 3.1, without the line's end */
    LINE_BYTES_MAX = 1 << 12,
};

/* A file being read. */
struct reading {
    struct arena *arena;
    struct str rest;
    size_t line;  /* of what was cut last */
    size_t ahead; /* lines that belonged to it */
    struct ical_item *items;
    struct ical *ical;
};
/* What an event says; `begins` is its line. */
struct event {
    size_t begins;
    struct day from;
    struct day until; /* its DTEND: the day after the last; none: one day */
    struct str summary;
    struct str categories;
    bool has_time;
    bool repeats;
};

static struct str cut_line(struct reading *r);
static void read_event(struct reading *r);
static void read_property(struct reading *r, struct event *event, struct str line);
static struct day read_day(struct event *event, struct str value);
static struct str plain_text(struct arena *arena, struct str value);
static void take_event(struct reading *r, const struct event *event);
static bool is_before(struct day day, struct day until);
static void add(struct reading *r, const struct ical_item *item);
static bool kind_of(struct arena *arena, const struct event *event, enum special_kind *ret);
static void write_line(struct out *out, struct str line);
static void write_text(struct out *out, const char *name, const char *value);

struct ical ical_read(struct str file, struct arena *arena)
{
    struct ical ical = { .problem = NULL };
    struct reading r = { .arena = arena, .rest = file, .ical = &ical };
    r.items = new(arena, struct ical_item, DAYS_AT_ONCE_MAX);
    bool is_one = false;
    while (r.rest.p && !ical.problem) {
        struct str line = cut_line(&r);
        is_one |= str_equal_nocase(line, STR("BEGIN:VCALENDAR"));
        if (is_one && str_equal_nocase(line, STR("BEGIN:VEVENT"))) {
            read_event(&r);
        }
    }
    if (!is_one) {
        ical.problem = N_("Đây không phải là tệp iCalendar: thiếu dòng BEGIN:VCALENDAR.");
    } else if (!ical.problem && ical.count == 0) {
        ical.problem = N_("Tệp này không có ngày nào.");
    }
    ical.items = r.items;
    return ical;
}

/* A logical line: what follows on lines that begin with a blank belongs to it. */
static struct str cut_line(struct reading *r)
{
    r->line += 1 + r->ahead;
    r->ahead = 0;
    struct str line = str_cut(&r->rest, '\n');
    struct out whole = out_open(r->arena, LINE_BYTES_MAX);
    out_str_raw(&whole, str_trim(line));
    while (r->rest.n > 0 && (r->rest.p[0] == ' ' || r->rest.p[0] == '\t')) {
        struct str more = str_cut(&r->rest, '\n');
        more = str_slice(more, 1, more.n);
        out_str_raw(&whole, str_ends(more, STR("\r")) ? str_slice(more, 0, more.n - 1) : more);
        r->ahead++;
    }
    return out_str(&whole);
}

static void read_event(struct reading *r)
{
    struct event event = { .begins = r->line };
    while (r->rest.p) {
        struct str line = cut_line(r);
        if (str_equal_nocase(line, STR("END:VEVENT"))) {
            take_event(r, &event);
            return;
        }
        read_property(r, &event, line);
    }
    add(r, &(struct ical_item){ { .line = event.begins },
                                N_("Mục này không có dòng kết thúc END:VEVENT.") });
}

/* NAME;PARAMETER=…:VALUE */
static void read_property(struct reading *r, struct event *event, struct str line)
{
    struct str value = line;
    struct str name = str_cut(&value, ':');
    name = str_cut(&name, ';');
    if (!value.p) {
        return;
    }
    if (str_equal_nocase(name, STR("DTSTART"))) {
        event->from = read_day(event, value);
    } else if (str_equal_nocase(name, STR("DTEND"))) {
        event->until = read_day(event, value);
    } else if (str_equal_nocase(name, STR("SUMMARY"))) {
        event->summary = plain_text(r->arena, value);
    } else if (str_equal_nocase(name, STR("CATEGORIES"))) {
        event->categories = value;
    } else if (str_equal_nocase(name, STR("RRULE")) || str_equal_nocase(name, STR("RDATE"))) {
        event->repeats = true;
    }
}

/* 20270205; whatever stands behind it is an hour. */
static struct day read_day(struct event *event, struct str value)
{
    enum { DIGITS = 8 };
    char text[] = "0000-00-00";
    struct str digits = str_trim(value);
    event->has_time |= digits.n != DIGITS;
    if (digits.n < DIGITS) {
        return DAY_NONE;
    }
    for (size_t i = 0, at = 0; i < DIGITS; i++, at++) {
        at += i == 4 || i == 6;
        text[at] = digits.p[i];
    }
    return day_parse(str_of(text));
}

/* RFC 5545 section 3.3.11; a newline becomes a blank. Absent when it is no text. */
static struct str plain_text(struct arena *arena, struct str value)
{
    struct out out = out_open(arena, LINE_BYTES_MAX);
    for (size_t i = 0; i < value.n; i++) {
        bool is_escape = value.p[i] == '\\' && i + 1 < value.n;
        i += is_escape;
        bool is_newline = is_escape && (value.p[i] == 'n' || value.p[i] == 'N');
        out_char(&out, is_newline || value.p[i] == '\t' ? ' ' : value.p[i]);
    }
    struct str text = text_nfc(arena, str_trim(out_str(&out)));
    return text.p && text_is_clean(text) ? text : STR_NONE;
}

static void take_event(struct reading *r, const struct event *event)
{
    struct ical_item item = {
        .row = { .line = event->begins, .day = event->from, .name = event->summary }
    };
    if (event->repeats) {
        item.problem = N_("Mục này lặp lại. Hãy ghi từng ngày của từng năm.");
    } else if (event->has_time) {
        item.problem = N_("Mục này có giờ. Chỉ nhập được mục trọn ngày.");
    } else if (day_is_none(event->from)) {
        item.problem = N_("Mục này không có ngày, hoặc ngày không có thật.");
    } else if (str_is_empty(event->summary) || str_chars(event->summary) > NAME_CHARS_MAX) {
        item.problem = N_("Mục này không có tên, hoặc tên dài quá 120 ký tự.");
    } else if (!kind_of(r->arena, event, &item.row.kind)) {
        item.problem = N_("Không rõ là ngày nghỉ hay ngày làm bù. Hãy ghi rõ trong tên.");
    }
    if (item.problem) {
        add(r, &item);
        return;
    }
    struct day until = day_is_none(event->until) ? day_after(event->from) : event->until;
    /* Behind the last day of all there is none. */
    struct day day = event->from;
    for (size_t days = 0; days == 0 || (days < EVENT_DAYS_MAX && is_before(day, until)); days++) {
        item.row.day = day;
        add(r, &item);
        day = day_after(day);
    }
    if (is_before(day, until)) {
        item.row.day = day;
        item.problem = N_("Mục này dài hơn một tháng; các ngày sau đó không nhập.");
        add(r, &item);
    }
}

static bool is_before(struct day day, struct day until)
{
    return !day_is_none(day) && day_compare(day, until) < 0;
}

static void add(struct reading *r, const struct ical_item *item)
{
    if (r->ical->count == DAYS_AT_ONCE_MAX) {
        r->ical->problem = N_("Tệp này có quá 90 ngày. Hãy nhập từng năm.");
        return;
    }
    r->items[r->ical->count++] = *item;
}

/* The tag that we write ourselves, else the words that people use; what is named after a feast is
 * one. "Nghỉ bù" stands before "nghỉ": the first row that is met says it. */
static bool kind_of(struct arena *arena, const struct event *event, enum special_kind *ret)
{
    static const struct {
        struct str word;
        enum special_kind kind;
    } tags[] = {
        { STR_INIT("NGHI-LE"), SPECIAL_HOLIDAY },
        { STR_INIT("NGHI-BU"), SPECIAL_COMPENSATORY },
        { STR_INIT("LAM-BU"), SPECIAL_MAKE_UP_WORK },
    }, words[] = {
        { STR_INIT(" nghi bu"), SPECIAL_COMPENSATORY },
        { STR_INIT(" nghi hoan doi"), SPECIAL_COMPENSATORY },
        { STR_INIT(" lam bu"), SPECIAL_MAKE_UP_WORK },
        { STR_INIT(" di lam"), SPECIAL_MAKE_UP_WORK },
        { STR_INIT(" nghi"), SPECIAL_HOLIDAY },
        { STR_INIT(" tet"), SPECIAL_HOLIDAY },
        { STR_INIT(" quoc khanh"), SPECIAL_HOLIDAY },
        { STR_INIT(" gio to"), SPECIAL_HOLIDAY },
        { STR_INIT(" chien thang"), SPECIAL_HOLIDAY },
        { STR_INIT(" quoc te lao dong"), SPECIAL_HOLIDAY },
        { STR_INIT(" van hoa viet nam"), SPECIAL_HOLIDAY },
    };
    for (size_t i = 0; i < COUNT(tags); i++) {
        if (str_equal_nocase(str_trim(event->categories), tags[i].word)) {
            *ret = tags[i].kind;
            return true;
        }
    }
    struct str folded = text_fold(arena, event->summary);
    struct str text = str_printf(arena, " %.*s", STR_ARG(folded));
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_find(text, words[i].word) < text.n) {
            *ret = words[i].kind;
            return true;
        }
    }
    return false;
}

/* --- writing ---------------------------------------------------------------------------------- */

void ical_begin(struct out *out)
{
    write_line(out, STR("BEGIN:VCALENDAR"));
    write_line(out, STR("VERSION:2.0"));
    write_line(out, STR("PRODID:-//Kheo//Lich lam viec//VI"));
}

void ical_day(struct out *out, struct day day, const struct day_status *status, struct str host)
{
    static const char *const tags[] = {
        [WORK_MAKE_UP] = "LAM-BU", [REST_HOLIDAY] = "NGHI-LE", [REST_COMPENSATORY] = "NGHI-BU"
    };
    int year = 0;
    int month = 0;
    int day_of_month = 0;
    char text[LINE_OCTETS_MAX + 1];
    struct out line = out_fixed(text, sizeof text);
    day_split(day, &year, &month, &day_of_month);
    write_line(out, STR("BEGIN:VEVENT"));
    out_printf(out, "UID:%04d%02d%02d@%.*s\r\n", year, month, day_of_month, STR_ARG(host));
    out_printf(&line, "DTSTAMP:%04d%02d%02dT000000Z", year, month, day_of_month);
    write_line(out, out_str(&line));
    line.n = 0;
    out_printf(&line, "DTSTART;VALUE=DATE:%04d%02d%02d", year, month, day_of_month);
    write_line(out, out_str(&line));
    write_text(out, "SUMMARY", status->name);
    write_text(out, "DESCRIPTION", status->decision);
    write_text(out, "CATEGORIES", tags[status->work]);
    write_line(out, STR("TRANSP:TRANSPARENT"));
    write_line(out, STR("END:VEVENT"));
}

void ical_end(struct out *out)
{
    write_line(out, STR("END:VCALENDAR"));
}

static void write_text(struct out *out, const char *name, const char *value)
{
    char text[LINE_BYTES_MAX];
    struct out line = out_fixed(text, sizeof text);
    out_printf(&line, "%s:", name);
    for (const char *p = value ? value : ""; *p; p++) {
        if (*p == ',' || *p == ';' || *p == '\\') {
            out_char(&line, '\\');
        }
        out_char(&line, *p);
    }
    write_line(out, out_str(&line));
}

/* Folded after 75 octets, never inside a letter. */
static void write_line(struct out *out, struct str line)
{
    enum { CONTINUES = 0x80, CONTINUES_MASK = 0xC0 };
    size_t octets = 0;
    for (size_t i = 0; i < line.n; i++) {
        size_t letter = 1;
        while (i + letter < line.n &&
               ((unsigned char)line.p[i + letter] & CONTINUES_MASK) == CONTINUES) {
            letter++;
        }
        if (octets + letter > LINE_OCTETS_MAX) {
            out_lit(out, "\r\n ");
            octets = 1;
        }
        out_str_raw(out, str_slice(line, i, i + letter));
        octets += letter;
        i += letter - 1;
    }
    out_lit(out, "\r\n");
}
