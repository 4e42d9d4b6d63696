/* What a letter is made of: values typed into a form, its number, its head, and the whole of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"
#include "case/letter_rows.h"

/* Neither can be typed: controls are refused at the door (web/form.h). */
enum { UNIT_SEPARATOR = 0x1f, RECORD_SEPARATOR = 0x1e };

static struct str issuer_of(struct arena *arena, const struct case_unit_get_row *unit);
static struct str place_of(struct str name);
static size_t values_of(struct visit *v, const struct blank *blank, struct str filled,
                        bool is_draft, struct blank_value ret[BLANK_VALUES_MAX]);
static struct letter_signer *signer_of(struct visit *v, const struct case_letter_get_row *row);

struct str case_filled_write(struct arena *arena, const struct blank_value *values, size_t count)
{
    struct out out = out_open(arena, LETTER_FILLED_BYTES_MAX);
    for (size_t i = 0; i < count; i++) {
        if (values[i].text.n > 0) {
            out_str_raw(&out, str_of(values[i].name));
            out_char(&out, UNIT_SEPARATOR);
            out_str_raw(&out, values[i].text);
            out_char(&out, RECORD_SEPARATOR);
        }
    }
    return out_str(&out);
}

size_t case_filled_read(struct arena *arena, struct str filled,
                        struct blank_value ret[BLANK_VALUES_MAX])
{
    size_t count = 0;
    struct str rest = filled;
    while (rest.n > 0 && count < BLANK_VALUES_MAX) {
        struct str text = str_cut(&rest, RECORD_SEPARATOR);
        struct str name = str_cut(&text, UNIT_SEPARATOR);
        ret[count++] = (struct blank_value){ str_z(arena, name), text };
    }
    return count;
}

struct str case_filled_get(struct str filled, const char *name)
{
    struct str rest = filled;
    while (rest.n > 0) {
        struct str text = str_cut(&rest, RECORD_SEPARATOR);
        if (str_equal(str_cut(&text, UNIT_SEPARATOR), str_of(name))) {
            return text;
        }
    }
    return STR_NONE;
}

struct str case_letter_number(struct arena *arena, const struct case_letter_get_row *row)
{
    return row->number > 0 ? str_printf(arena, "%02lld/%.*s-%.*s", (long long)row->number,
                                        STR_ARG(row->sign), STR_ARG(row->organ))
                           : STR_NONE;
}

struct str case_letter_hex(struct arena *arena, struct bytes hash)
{
    struct out hex = out_open(arena, 2 * HASH_BYTES + 1);
    out_hex(&hex, hash.p, hash.n);
    return hash.n > 0 ? out_str(&hex) : STR_NONE;
}

/* What an act bears already was for an earlier one of its kind. */
bool case_letter_of_act(struct conn *conn, const struct case_kind *kind, struct case_file_id id,
                        const char *act, struct case_letter_newest_row *ret)
{
    for (size_t i = 0; kind->letters && i < kind->letters->form_count; i++) {
        const struct case_form *form = &kind->letters->forms[i];
        struct case_letter_newest wanted = { .case_id = id, .form = str_of(form->blank) };
        struct case_letter_said_row said;
        if (!case_form_is_for(form, act) || !case_letter_newest(conn, &wanted, ret)) {
            continue;
        }
        struct case_letter_get_row numbered = { .number = ret->number,
                                                .sign = ret->sign,
                                                .organ = ret->organ };
        struct case_letter_said same = { id, case_letter_number(conn->arena, &numbered) };
        if (!case_letter_said(conn, &same, &said)) {
            return true;
        }
    }
    return false;
}

bool case_form_is_for(const struct case_form *form, const char *act)
{
    struct str rest = form->acts ? str_of(form->acts) : STR_NONE;
    while (rest.n > 0) {
        if (str_equal(str_cut(&rest, ' '), str_of(act))) {
            return true;
        }
    }
    return false;
}

/* --- the letter itself ------------------------------------------------------------------------ */

/* The organ of a unit that is no government is what its code says behind the last stroke: "VP".
 * Law: 30/2020/NĐ-CP annex I. */
struct case_head case_letter_head(struct conn *conn, struct unit_id id)
{
    struct case_unit_get_row unit = { .code = STR_NONE };
    struct case_unit_get_row parent = { .code = STR_NONE };
    case_unit_get(conn, &(struct case_unit_get){ .id = id }, &unit);
    struct case_head head = { .issuer = issuer_of(conn->arena, &unit),
                              .organ = STR("UBND"),
                              .place = place_of(unit.name),
                              .is_of_party = str_equal(unit.kind, STR("party")) };
    if (str_equal(unit.kind, STR("government"))) {
        head.post = str_printf(conn->arena, "Chủ tịch %.*s", STR_ARG(head.issuer));
        head.powers = STR("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025");
        return head;
    }
    struct str rest = unit.code;
    while (rest.n > 0) {
        head.organ = str_cut(&rest, '/');
    }
    if (case_unit_get(conn, &(struct case_unit_get){ .id = unit.parent_id }, &parent)) {
        head.superior = issuer_of(conn->arena, &parent);
        head.place = place_of(parent.name);
    }
    head.post = str_printf(conn->arena, "Thủ trưởng %.*s", STR_ARG(unit.name));
    return head;
}

bool case_letter_write(struct visit *v, const struct case_get_row *file,
                       const struct case_letter_get_row *row, struct letter *ret,
                       struct blank_fault *ret_fault)
{
    struct blank blank;
    struct case_head head = case_letter_head(&v->snap->conn, file->unit_id);
    struct blank_value *values = new(v->arena, struct blank_value, BLANK_VALUES_MAX);
    bool is_draft = day_is_none(row->issued_on);
    struct str words = visit_blank_text(v, file->unit_code, row->form);
    if (!blank_open(v->arena, row->form, words, &blank, ret_fault)) {
        return false;
    }
    *ret = (struct letter){
        .layout = head.is_of_party ? LETTER_PARTY : LETTER_STATE,
        .superior = is_draft ? head.superior : row->superior,
        .issuer = is_draft ? head.issuer : row->issuer,
        .number = row->number,
        .organ = row->organ.p ? row->organ : head.organ,
        .place = is_draft ? head.place : row->place,
        .on = row->issued_on,
        .draft = is_draft ? STR("Dự thảo") : STR_NONE,
        .signers = signer_of(v, row),
        .signer_count = 1,
        .mark =
            visit_is_demo(v) ? STR("Đây là dữ liệu minh họa, không phải hồ sơ thật.") : STR_NONE,
        .at = is_draft ? row->changed_at : row->issued_at,
    };
    size_t count = values_of(v, &blank, row->filled, is_draft, values);
    return blank_fill(v->arena, &blank, values, count, ret, ret_fault);
}

/* What a place is, as its name begins with it, and within a sentence. */
static const struct {
    struct str title;
    struct str word;
} places[] = {
    { STR_INIT("Thành phố "), STR_INIT("thành phố ") },
    { STR_INIT("Đặc khu "), STR_INIT("đặc khu ") },
    { STR_INIT("Phường "), STR_INIT("phường ") },
    { STR_INIT("Tỉnh "), STR_INIT("tỉnh ") },
    { STR_INIT("Xã "), STR_INIT("xã ") },
};

/* "Ủy ban nhân dân phường Phú Xuân". */
static struct str issuer_of(struct arena *arena, const struct case_unit_get_row *unit)
{
    struct str what = STR("");
    struct str name = unit->name;
    if (!str_equal(unit->kind, STR("government"))) {
        return unit->name;
    }
    for (size_t i = 0; i < COUNT(places); i++) {
        if (str_starts(unit->name, places[i].title)) {
            what = places[i].word;
            name = str_slice(unit->name, places[i].title.n, unit->name.n);
        }
    }
    return str_printf(arena, "Ủy ban nhân dân %.*s%.*s", STR_ARG(what), STR_ARG(name));
}

/* "Phú Xuân", and "Phường 1" in full. Law: 30/2020/NĐ-CP annex I. */
static struct str place_of(struct str name)
{
    for (size_t i = 0; i < COUNT(places); i++) {
        struct str own = str_slice(name, places[i].title.n, name.n);
        if (str_starts(name, places[i].title) && own.n > 0 && (own.p[0] < '0' || own.p[0] > '9')) {
            return own;
        }
    }
    return name;
}

/* Of a draft what lacks is seen. */
static size_t values_of(struct visit *v, const struct blank *blank, struct str filled,
                        bool is_draft, struct blank_value ret[BLANK_VALUES_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < blank->place_count; i++) {
        const struct blank_place *place = &blank->places[i];
        struct blank_value value = { str_z(v->arena, place->name), STR_NONE };
        value.text = case_filled_get(filled, value.name);
        if (value.text.n == 0 && place->is_needed && is_draft) {
            value.text = STR("…………");
        }
        if (case_place_use(blank, place->name) == PLACE_OF_ROWS) {
            value.text = case_rows_tabs(v->arena, value.text);
        }
        ret[count++] = value;
    }
    return count;
}

enum place_use case_place_use(const struct blank *blank, struct str name)
{
    enum place_use use = PLACE_IN_LINE;
    for (size_t i = 0; i < blank->line_count; i++) {
        const struct blank_line *line = &blank->lines[i];
        if (case_is_place(line, name)) {
            use = line->word == BLANK_ROWS    ? PLACE_OF_ROWS
                  : line->word == BLANK_ITEMS ? PLACE_OF_ITEMS
                  : line->word == BLANK_TEXT  ? PLACE_OF_TEXT
                                              : use;
        }
    }
    return use;
}

bool case_has_hands(const struct blank *blank)
{
    for (size_t i = 0; i < blank->line_count; i++) {
        if (blank->lines[i].word == BLANK_HAND) {
            return true;
        }
    }
    return false;
}

static struct letter_signer *signer_of(struct visit *v, const struct case_letter_get_row *row)
{
    static const struct {
        const char *word;
        enum letter_signing form;
    } forms[] = { { "kt", SIGNING_KT },
                  { "tmkt", SIGNING_KT },
                  { "tl", SIGNING_TL },
                  { "tuq", SIGNING_TUQ },
                  { "q", SIGNING_Q } };
    struct letter_signer *signer = new(v->arena, struct letter_signer, 1);
    *signer =
        (struct letter_signer){ .post = row->post.p ? row->post : STR("…………"), .name = row->name };
    for (size_t i = 0; i < COUNT(forms); i++) {
        if (str_equal(row->signing, str_of(forms[i].word))) {
            signer->form = forms[i].form;
            signer->head = forms[i].form == SIGNING_Q ? STR_NONE : row->head;
        }
    }
    if (str_starts(row->signing, STR("tm"))) {
        signer->on_behalf_of = STR("Ủy ban nhân dân");
    }
    return signer;
}
