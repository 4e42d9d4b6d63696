/* Rules of units: kinds, codes, periods, and what may change when. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/rules.h"

#include "text/tongue.h"

const struct unit_kind UNIT_KINDS[] = {
    { "government", N_("Chính quyền") },
    { "office", N_("Cơ quan, phòng ban") },
    { "company", N_("Doanh nghiệp dịch vụ") },
    { "residential-group", N_("Tổ dân phố") },
    { "village", N_("Thôn, bản") },
    { "council", N_("Hội đồng nhân dân") },
    { "party", N_("Tổ chức Đảng") },
    { "front", N_("Mặt trận Tổ quốc") },
    { "union", N_("Công đoàn") },
    { "farmers", N_("Hội Nông dân") },
    { "youth", N_("Đoàn Thanh niên") },
    { "women", N_("Hội Phụ nữ") },
    { "veterans", N_("Hội Cựu chiến binh") },
    { "board", N_("Ban") },
    { "team", N_("Tổ, đội") },
};
const size_t UNIT_KIND_COUNT = COUNT(UNIT_KINDS);

const struct unit_kind LINK_KINDS[] = {
    { "dan-van", N_("Đầu mối dân vận") },
    { "tiep-dan", N_("Đầu mối tiếp công dân") },
    { "phoi-hop", N_("Phối hợp") },
};
const size_t LINK_KIND_COUNT = COUNT(LINK_KINDS);

static bool is_code(struct str code);
static bool is_prefix(struct str prefix);
static const struct unit_kind *kind_in(const struct unit_kind *kinds, size_t count,
                                       struct str text);

const struct unit_kind *unit_kind_of(struct str text)
{
    return kind_in(UNIT_KINDS, UNIT_KIND_COUNT, text);
}

const struct unit_kind *link_kind_of(struct str text)
{
    return kind_in(LINK_KINDS, LINK_KIND_COUNT, text);
}

bool period_holds(struct period period, struct day day)
{
    return day_compare(period.from, day) <= 0 &&
           (day_is_none(period.until) || day_compare(day, period.until) <= 0);
}

bool periods_meet(struct period a, struct period b)
{
    return period_holds(a, b.from) || period_holds(b, a.from);
}

bool period_within(struct period inner, struct period outer)
{
    return day_compare(outer.from, inner.from) <= 0 &&
           (day_is_none(outer.until) ||
            (!day_is_none(inner.until) && day_compare(inner.until, outer.until) <= 0));
}

struct verdict unit_claim_rule(const struct unit_claim *claim)
{
    if (str_is_empty(claim->code)) {
        return invalid("code", N_("Thiếu mã đơn vị."));
    }
    if (!is_code(claim->code)) {
        return verdict_about(
            invalid("code", N_("Mã “%s” không đúng: chỉ gồm 1 đến 20 chữ không dấu, chữ số, dấu "
                               "chấm hoặc gạch nối.")),
            claim->code);
    }
    if (str_is_empty(claim->name)) {
        return invalid("name", N_("Thiếu tên đơn vị."));
    }
    if (str_chars(claim->name) > UNIT_NAME_CHARS_MAX) {
        return invalid("name", N_("Tên đơn vị dài quá 200 chữ."));
    }
    if (!unit_kind_of(claim->kind)) {
        return verdict_about(invalid("kind", N_("Không có loại đơn vị “%s”.")), claim->kind);
    }
    if (claim->prefix.n > 0 && !is_prefix(claim->prefix)) {
        return verdict_about(
            invalid("prefix", N_("Tiền tố “%s” không đúng: hai chữ cái hoa, không dùng I, L, O, "
                                 "U.")),
            claim->prefix);
    }
    if (day_is_none(claim->period.from)) {
        return invalid("from", N_("Thiếu ngày bắt đầu."));
    }
    if (!day_is_none(claim->period.until) &&
        day_compare(claim->period.until, claim->period.from) < 0) {
        return invalid("until", N_("Ngày kết thúc đứng trước ngày bắt đầu."));
    }
    return VERDICT_OK;
}

struct verdict unit_place_rule(struct period period, struct period parent)
{
    if (!period_holds(parent, period.from)) {
        return invalid("from", N_("Đơn vị cấp trên không hoạt động vào ngày bắt đầu."));
    }
    if (!period_within(period, parent)) {
        return invalid("until", N_("Đơn vị cấp trên kết thúc trước đơn vị này."));
    }
    return VERDICT_OK;
}

struct verdict unit_change_rule(const struct unit_now *unit, struct day on, struct day today)
{
    if (day_is_none(on)) {
        return invalid("on", N_("Hãy ghi ngày thay đổi có hiệu lực."));
    }
    if (day_compare(on, today) > 0) {
        return invalid("on", N_("Ngày thay đổi chưa tới. Hãy nhập khi thay đổi đã có hiệu lực."));
    }
    if (day_compare(on, unit->since) < 0) {
        return invalid("on", N_("Ngày thay đổi đứng trước lần thay đổi gần nhất của đơn vị."));
    }
    if (!period_holds(unit->period, on)) {
        return invalid("on", N_("Đơn vị đã kết thúc trước ngày đó."));
    }
    return VERDICT_OK;
}

struct verdict unit_move_rule(const struct unit_now *unit, struct period parent,
                              bool parent_is_below, struct day on, struct day today)
{
    struct verdict verdict = unit_change_rule(unit, on, today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (parent_is_below) {
        return invalid("parent", N_("Đơn vị không thể đứng dưới chính nó."));
    }
    return unit_place_rule((struct period){ on, unit->period.until }, parent);
}

struct verdict unit_end_rule(const struct unit_now *unit, struct day until, bool has_child_after)
{
    if (day_is_none(until)) {
        return invalid("until", N_("Hãy ghi ngày hoạt động cuối cùng."));
    }
    if (!day_is_none(unit->period.until)) {
        return refuse(N_("Đơn vị này đã có ngày kết thúc."), NULL);
    }
    if (day_compare(until, unit->since) < 0) {
        return invalid("until", N_("Ngày kết thúc đứng trước lần thay đổi gần nhất của đơn vị."));
    }
    if (has_child_after) {
        return refuse(N_("Còn đơn vị trực thuộc hoạt động sau ngày đó. Hãy chuyển hoặc kết thúc "
                         "các đơn vị ấy trước."),
                      NULL);
    }
    return VERDICT_OK;
}

/* What the ledger's leaves take as a unit: docs/LEDGER.md. */
static bool is_code(struct str code)
{
    if (code.n == 0 || code.n > UNIT_CODE_CHARS_MAX) {
        return false;
    }
    for (size_t i = 0; i < code.n; i++) {
        char c = code.p[i];
        bool is_sign = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '.' || c == '-';
        if (!is_sign) {
            return false;
        }
    }
    return true;
}

/* Letters of the tracking code's alphabet. */
static bool is_prefix(struct str prefix)
{
    static const struct str letters = { "ABCDEFGHJKMNPQRSTVWXYZ", 22 };
    if (prefix.n != UNIT_PREFIX_CHARS) {
        return false;
    }
    for (size_t i = 0; i < prefix.n; i++) {
        if (str_find_byte(letters, prefix.p[i]) == letters.n) {
            return false;
        }
    }
    return true;
}

static const struct unit_kind *kind_in(const struct unit_kind *kinds, size_t count, struct str text)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(text, str_of(kinds[i].name)) || str_equal(text, str_of(kinds[i].label))) {
            return &kinds[i];
        }
    }
    return NULL;
}
