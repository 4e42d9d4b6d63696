/* Steps of a letter: who may, in which state, with what; then the row, its number, its leaf. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"

#include <string.h>

#include "base/must.h"
#include "text/tongue.h"

static const struct field args_fields[] = {
    FIELD(struct case_letter_args, code, .rules = FIELD_REQUIRED, .max = 20,
          .label = N_("Mã hồ sơ")),
    FIELD(struct case_letter_args, letter),
    FIELD(struct case_letter_args, version, .label = N_("Bản đã xem")),
    FIELD(struct case_letter_args, form, .max = 20, .label = N_("Mẫu văn bản")),
    FIELD(struct case_letter_args, filled, .max = LETTER_FILLED_BYTES_MAX,
          .label = N_("Nội dung văn bản")),
    FIELD(struct case_letter_args, note, .max = 1000, .label = N_("Ghi chú")),
    FIELD(struct case_letter_args, signing, .rules = FIELD_LINE, .max = 8,
          .label = N_("Hình thức ký")),
    FIELD(struct case_letter_args, head, .rules = FIELD_LINE, .max = 100,
          .label = N_("Ký thay hoặc thừa lệnh chức danh")),
    FIELD(struct case_letter_args, post, .rules = FIELD_LINE, .max = 100,
          .label = N_("Chức vụ của người ký")),
    FIELD(struct case_letter_args, name, .rules = FIELD_LINE, .max = 100,
          .label = N_("Họ và tên người ký")),
    FIELD(struct case_letter_args, number, .max = 99999, .label = N_("Số do văn thư cấp")),
    FIELD(struct case_letter_args, on, .label = N_("Ngày")),
    FIELD(struct case_letter_args, sha256, .rules = FIELD_LINE, .max = 64),
    FIELD(struct case_letter_args, is_compared,
          .label = N_("Tôi đã đối chiếu từng trang: nội dung như bản đã ban hành")),
};
const struct record case_letter_record =
    RECORD("case_letter", struct case_letter_args, args_fields);

static const struct field drawn_fields[] = {
    FIELD(struct case_letter_args, file),
    FIELD(struct case_letter_args, is_same),
};
const struct record case_letter_drawn =
    RECORD("case_letter", struct case_letter_args, drawn_fields);

static const struct field lettered_fields[] = {
    FIELD(struct case_lettered, code),
    FIELD(struct case_lettered, form),
    FIELD(struct case_lettered, state),
    FIELD(struct case_lettered, number, .rules = FIELD_PERSONAL),
    FIELD(struct case_lettered, issued_on),
    FIELD(struct case_lettered, filled, .rules = FIELD_PERSONAL),
    FIELD(struct case_lettered, signer, .rules = FIELD_PERSONAL),
    FIELD(struct case_lettered, note, .rules = FIELD_PERSONAL),
    FIELD(struct case_lettered, sent_on),
    FIELD(struct case_lettered, sha256, .rules = FIELD_PERSONAL),
    FIELD(struct case_lettered, by),
};
const struct record case_lettered_record =
    RECORD("case_lettered", struct case_lettered, lettered_fields);

/* One step under way. */
struct lettering {
    const struct case_kind *kind;
    struct deed *deed;
    const struct case_letter_args *args;
    enum case_letter_step step;
    struct case_get_row file;
    struct case_letter_get_row before;
    struct case_letter_update after;
    struct blank blank;
    bool leads;
};

/* From which states a step goes, and to which. */
static const struct {
    const char *from[3];
    const char *to; /* NULL: it stays */
} ways[LETTER_STEPS] = {
    [LETTER_draft] = { { "draft" }, "draft" },
    [LETTER_ask] = { { "draft" }, "asked" },
    [LETTER_back] = { { "asked" }, "draft" },
    [LETTER_issue] = { { "draft", "asked" }, "issued" },
    [LETTER_sign] = { { "issued", "signed", "sent" }, NULL },
    [LETTER_send] = { { "issued", "signed", "sent" }, "sent" },
    [LETTER_revoke] = { { "issued", "signed", "sent" }, "revoked" },
    [LETTER_drop] = { { "draft", "asked" }, "dropped" },
};

static struct verdict load(struct lettering *l);
static struct verdict load_letter(struct lettering *l);
static struct verdict begin(struct lettering *l, struct answer *ret);
static struct verdict go_on(struct lettering *l);
static struct verdict check_filled(const struct lettering *l);
static struct verdict issue(struct lettering *l);
static struct verdict check_signer(const struct case_letter_args *args);
static struct verdict draw_number(struct lettering *l);
static struct verdict take_signed(struct lettering *l);
static struct verdict note_sending(struct lettering *l);
static struct str note_behind(const struct lettering *l);
static int64_t state(const struct lettering *l, const struct case_letter_update *row,
                     struct str object, struct str form, struct id subject);

struct verdict case_letter_do(const struct case_kind *kind, struct deed *deed,
                              const struct case_letter_args *args, struct answer *ret)
{
    struct lettering *l = new(deed->arena, struct lettering, 1);
    *l = (struct lettering){
        .kind = kind,
        .deed = deed,
        .args = args,
        .step = (enum case_letter_step)(deed->order->command - kind->letters->commands),
    };
    must((unsigned)l->step < LETTER_STEPS);
    struct verdict verdict = load(l);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (l->step == LETTER_draft && args->letter == 0) {
        return begin(l, ret);
    }
    verdict = load_letter(l);
    verdict = verdict_is_ok(verdict) ? go_on(l) : verdict;
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    l->after.position = state(l, &l->after, l->before.object, l->before.form, ID_OF(l->before.id));
    case_letter_update(deed->tx, &l->after);
    *ret = (struct answer){ .subject = ID_OF(l->before.id), .text = l->file.code };
    return VERDICT_OK;
}

static struct verdict load(struct lettering *l)
{
    static const bool is_by_lead[LETTER_STEPS] = {
#define LETTER_STEP(step, by_lead, about) [LETTER_##step] = (by_lead),
#include "case/letter.def"
#undef LETTER_STEP
    };
    struct conn *conn = &l->deed->tx->conn;
    struct case_get wanted = { .code = l->args->code, .kind = str_of(l->kind->name) };
    if (!case_get(conn, &wanted, &l->file)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct id unit = ID_OF(l->file.unit_id);
    l->leads = deed_may(l->deed, l->kind->lead, unit);
    bool may = l->leads || ((!is_by_lead[l->step] || l->step == LETTER_issue) &&
                            deed_may(l->deed, l->kind->handle, unit));
    return may && case_is_known(l->kind, conn, &l->file, l->deed->author->person)
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

static struct verdict load_letter(struct lettering *l)
{
    struct case_letter_get wanted = { .id = { l->args->letter }, .case_id = l->file.id };
    struct blank_fault fault;
    if (!case_letter_get(&l->deed->tx->conn, &wanted, &l->before) ||
        !blank_open(l->deed->arena, l->before.form, STR_NONE, &l->blank, &fault)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    /* What is signed by hand on the spot needs no head. */
    if (l->step == LETTER_issue && !l->leads && !case_has_hands(&l->blank)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    bool is_allowed = false;
    for (size_t i = 0; i < COUNT(ways[l->step].from); i++) {
        const char *from = ways[l->step].from[i];
        is_allowed = is_allowed || (from && str_equal(l->before.state, str_of(from)));
    }
    if (!is_allowed || (l->args->version && l->args->version != l->before.version)) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    const struct case_letter_get_row *row = &l->before;
    l->after = (struct case_letter_update){
        .state = ways[l->step].to ? str_of(ways[l->step].to) : row->state,
        .filled = row->filled,
        .note = row->note,
        .changed_at = l->deed->now,
        .sign = row->sign,
        .organ = row->organ,
        .year = row->year,
        .number = row->number,
        .issued_on = row->issued_on,
        .issued_at = row->issued_at,
        .signing = row->signing,
        .head = row->head,
        .post = row->post,
        .name = row->name,
        .sha256 = row->sha256,
        .is_same = row->is_same,
        .sent_on = row->sent_on,
        .issuer = row->issuer,
        .superior = row->superior,
        .place = row->place,
        .id = row->id,
    };
    return VERDICT_OK;
}

bool case_letter_is_of(const struct case_kind *kind, struct str form)
{
    for (size_t i = 0; i < kind->letters->form_count; i++) {
        if (str_equal(form, str_of(kind->letters->forms[i].blank))) {
            return true;
        }
    }
    return false;
}

static struct verdict begin(struct lettering *l, struct answer *ret)
{
    struct deed *deed = l->deed;
    char object[OBJECT_ID_BYTES];
    struct case_letter_update row = { .state = STR("draft"), .filled = l->args->filled };
    if (!case_letter_is_of(l->kind, l->args->form)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    deed_new_object(deed, object);
    struct case_letter_id id = { deed_new_id(deed) };
    case_letter_insert(deed->tx,
                       &(struct case_letter_insert){
                           .id = id,
                           .case_id = l->file.id,
                           .object = str_of(object),
                           .form = l->args->form,
                           .state = row.state,
                           .filled = row.filled.p ? row.filled : STR(""),
                           .drafted_by = { deed->author->person.v },
                           .changed_at = deed->now,
                           .unit_id = l->file.unit_id,
                           .position = state(l, &row, str_of(object), l->args->form, ID_OF(id)),
                       });
    *ret = (struct answer){ .subject = ID_OF(id), .text = l->file.code };
    return VERDICT_OK;
}

static struct verdict go_on(struct lettering *l)
{
    switch (l->step) {
    case LETTER_draft:
        l->after.filled = l->args->filled.p ? l->args->filled : STR("");
        return VERDICT_OK;
    case LETTER_ask:
        return check_filled(l);
    case LETTER_back:
        l->after.note = l->args->note;
        return str_is_empty(str_trim(l->args->note))
                   ? invalid("note", N_("Hãy ghi cần sửa điều gì."))
                   : VERDICT_OK;
    case LETTER_issue:
        return issue(l);
    case LETTER_revoke:
        l->after.note = note_behind(l);
        return str_is_empty(str_trim(l->args->note))
                   ? invalid("note", N_("Hãy ghi vì sao thu hồi, văn bản nào thay thế."))
                   : VERDICT_OK;
    case LETTER_sign:
        return take_signed(l);
    case LETTER_send:
        return note_sending(l);
    case LETTER_drop:
    case LETTER_STEPS:
        break;
    }
    return VERDICT_OK;
}

/* What the form wants must be there, in the program's own words or in the unit's: these want no
 * more. */
static struct verdict check_filled(const struct lettering *l)
{
    for (size_t i = 0; i < l->blank.place_count; i++) {
        const struct blank_place *place = &l->blank.places[i];
        const char *name = str_z(l->deed->arena, place->name);
        if (place->is_needed && str_is_empty(case_filled_get(l->before.filled, name))) {
            return verdict_about(invalid(NULL, N_("Văn bản còn thiếu: %s. Hãy điền rồi lưu.")),
                                 place->label);
        }
    }
    return VERDICT_OK;
}

static struct verdict issue(struct lettering *l)
{
    const struct case_letter_args *args = l->args;
    struct day today = l->deed->today;
    struct verdict verdict = check_filled(l);
    if (verdict_is_ok(verdict) && !case_has_hands(&l->blank)) {
        verdict = check_signer(args);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    l->after.issued_on = day_is_none(args->on) ? today : args->on;
    if (day_compare(l->after.issued_on, today) > 0) {
        return invalid("on", N_("Ngày này chưa tới. Hãy ghi ngày ký, ban hành."));
    }
    if (day_compare(l->after.issued_on, l->file.received_on) < 0) {
        return invalid("on", N_("Ngày này trước ngày nhận đơn. Hãy xem lại."));
    }
    l->after.issued_at = l->deed->now;
    l->after.note = STR_NONE;
    l->after.signing = args->signing;
    l->after.head = args->head;
    l->after.post = args->post;
    l->after.name = args->name;
    struct case_head head = case_letter_head(&l->deed->tx->conn, l->file.unit_id);
    l->after.issuer = head.issuer;
    l->after.superior = head.superior;
    l->after.place = head.place;
    l->after.organ = head.organ;
    return l->blank.sign.n > 0 ? draw_number(l) : VERDICT_OK;
}

static struct verdict check_signer(const struct case_letter_args *args)
{
    static const struct str for_heads[] = { STR_INIT("kt"), STR_INIT("tmkt"), STR_INIT("tl"),
                                            STR_INIT("tuq") };
    bool is_known = str_equal(args->signing, STR("self")) || str_equal(args->signing, STR("tm")) ||
                    str_equal(args->signing, STR("q"));
    bool is_for_head = false;
    for (size_t i = 0; i < COUNT(for_heads); i++) {
        is_for_head = is_for_head || str_equal(args->signing, for_heads[i]);
    }
    if (!is_known && !is_for_head) {
        return invalid("signing", N_("Hãy chọn hình thức ký."));
    }
    if (is_for_head && str_is_empty(str_trim(args->head))) {
        return invalid("head", N_("Ký thay, thừa lệnh hay thừa ủy quyền thì ghi chức danh được ký "
                                  "thay, ví dụ Chủ tịch."));
    }
    if (str_is_empty(str_trim(args->post))) {
        return invalid("post", N_("Hãy ghi chức vụ của người ký, ví dụ Chủ tịch."));
    }
    return str_is_empty(str_trim(args->name)) ? invalid("name", N_("Hãy ghi họ và tên người ký."))
                                              : VERDICT_OK;
}

/* From 01 on the first day of the year, by type of letter, in the order of their days; the office
 * has one series on paper and here, so its registry may say the number. Law: 30/2020/NĐ-CP art.
 * 15. */
static struct verdict draw_number(struct lettering *l)
{
    int year;
    int month;
    int day;
    struct conn *conn = &l->deed->tx->conn;
    struct case_letter_taken_row taken;
    struct case_letter_last_row last;
    struct case_series_last_row series = { .last = 0 };
    day_split(l->after.issued_on, &year, &month, &day);
    l->after.sign = str_copy(l->deed->arena, l->blank.sign);
    l->after.year = year;
    struct case_letter_taken same = { l->file.unit_id, l->after.sign, year, l->args->number };
    struct case_letter_last newest = { l->file.unit_id, l->after.sign, year };
    if (l->args->number > 0 && case_letter_taken(conn, &same, &taken)) {
        return invalid("number", N_("Số này đã có văn bản khác. Hãy xem lại sổ văn bản đi."));
    }
    if (l->args->number == 0 && case_letter_last(conn, &newest, &last) &&
        day_compare(l->after.issued_on, last.issued_on) < 0) {
        return invalid("on", N_("Văn bản cùng loại ban hành sau ngày này đã có số. Hãy ghi ngày "
                                "khác, hoặc số do văn thư cấp."));
    }
    struct case_series_set given = { l->file.unit_id, l->after.sign, year, l->args->number };
    struct case_series_next next = { l->file.unit_id, l->after.sign, year };
    struct case_series_last wanted = { l->file.unit_id, l->after.sign, year };
    if (l->args->number > 0) {
        case_series_set(l->deed->tx, &given);
    } else {
        case_series_next(l->deed->tx, &next);
    }
    must(case_series_last(conn, &wanted, &series) || conn->failed);
    l->after.number = l->args->number > 0 ? l->args->number : series.last;
    return VERDICT_OK;
}

static struct verdict take_signed(struct lettering *l)
{
    const struct case_letter_args *args = l->args;
    struct str file = str_span(args->file.p, args->file.n);
    if (!str_starts(file, STR("%PDF-"))) {
        return invalid("file", N_("Hãy chọn tệp PDF đã ký."));
    }
    if (!args->is_same && !args->is_compared) {
        return invalid("is_compared",
                       N_("Máy chủ không thấy đây là bản đã ban hành có chữ ký số (bản quét, bản "
                          "chụp, kiểu chữ ký lạ, hoặc có chỗ khác). Hãy đối chiếu từng trang rồi "
                          "đánh dấu vào ô này."));
    }
    if (str_equal(l->after.state, STR("issued"))) {
        l->after.state = STR("signed");
    }
    struct hash hash = hash_of(file);
    uint8_t *kept = new(l->deed->arena, uint8_t, HASH_BYTES);
    memcpy(kept, hash.b, HASH_BYTES);
    l->after.sha256 = (struct bytes){ kept, HASH_BYTES };
    l->after.is_same = args->is_same;
    case_letter_file_put(l->deed->tx, &(struct case_letter_file_put){ .letter_id = l->before.id,
                                                                      .bytes = args->file });
    return VERDICT_OK;
}

/* What proves an earlier sending stays: a letter goes to several, and may be taken back after. */
static struct str note_behind(const struct lettering *l)
{
    return str_equal(l->before.state, STR("sent"))
               ? str_printf(l->deed->arena, "%.*s\n%.*s", STR_ARG(l->before.note),
                            STR_ARG(l->args->note))
               : l->args->note;
}

static struct verdict note_sending(struct lettering *l)
{
    struct day on = day_is_none(l->args->on) ? l->deed->today : l->args->on;
    if (str_is_empty(str_trim(l->args->note))) {
        return invalid("note", N_("Hãy ghi đã gửi cho ai, bằng cách nào, bằng chứng gì."));
    }
    if (day_compare(on, l->deed->today) > 0 || day_compare(on, l->before.issued_on) < 0) {
        return invalid("on", N_("Ngày gửi phải từ ngày ban hành đến hôm nay."));
    }
    l->after.note = note_behind(l);
    l->after.sent_on = on;
    return VERDICT_OK;
}

static int64_t state(const struct lettering *l, const struct case_letter_update *row,
                     struct str object, struct str form, struct id subject)
{
    struct case_unit_get_row unit = { .code = STR_NONE };
    struct case_letter_get_row numbered = { .number = row->number,
                                            .sign = row->sign,
                                            .organ = row->organ };
    case_unit_get(&l->deed->tx->conn, &(struct case_unit_get){ .id = l->file.unit_id }, &unit);
    struct case_lettered says = {
        .code = l->file.code,
        .form = form,
        .state = row->state,
        .number = case_letter_number(l->deed->arena, &numbered),
        .issued_on = row->issued_on,
        .filled = row->filled.p ? row->filled : STR(""),
        .signer = row->name,
        .note = row->note,
        .sent_on = row->sent_on,
        .sha256 = case_letter_hex(l->deed->arena, row->sha256),
        .by = { l->deed->author->person.v },
    };
    return deed_emit(l->deed, &l->kind->letters->facts[l->step], subject, object, unit.code, &says);
}
