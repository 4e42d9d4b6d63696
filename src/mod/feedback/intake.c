/* Intake: checks that need no database, each with a sentence that says how to mend it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/intake.h"

#include "base/limits.h"
#include "mod/feedback/spot.h"
#include "text/tongue.h"

enum { MICRO = 1000000, MICRO_DIGITS = 6, EMAIL_CHARS_MAX = 200 };

static const struct field report_form_fields[] = {
    FIELD(struct report_form, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Xã, phường")),
    FIELD(struct report_form, category, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 40,
          .label = N_("Loại việc")),
    FIELD(struct report_form, text, .rules = FIELD_REQUIRED, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nội dung")),
    FIELD(struct report_form, place, .rules = FIELD_LINE, .label = N_("Nơi xảy ra")),
    FIELD(struct report_form, lat, .rules = FIELD_LINE, .max = 20, .label = N_("Vĩ độ")),
    FIELD(struct report_form, lon, .rules = FIELD_LINE, .max = 20, .label = N_("Kinh độ")),
    FIELD(struct report_form, name, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Họ, chữ đệm và tên")),
    FIELD(struct report_form, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE, .max = 20,
          .label = N_("Số điện thoại")),
    FIELD(struct report_form, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = EMAIL_CHARS_MAX,
          .label = N_("Thư điện tử")),
    FIELD(struct report_form, identity, .rules = FIELD_LINE, .max = 12,
          .label = N_("Cách ghi tên")),
    FIELD(struct report_form, draft, .rules = FIELD_LINE | FIELD_SECRET, .max = 32,
          .label = N_("Địa chỉ đơn nháp: 32 chữ số hệ 16 do máy gửi rút ngẫu nhiên, gửi lại trong "
                      "14 ngày thì vẫn là một hồ sơ")),
    REPLY_FIELDS(struct report_form),
};
const struct record report_form_record =
    RECORD("report_form", struct report_form, report_form_fields);

static void read_replies(struct visit *v, const struct report_form *form, struct send *ret);
static struct str absent_if_empty(struct str typed);
static bool micro_degrees(struct str typed, int64_t *ret);

bool intake_read(struct visit *v, const struct report_form *form, const char *channel,
                 struct send *ret)
{
    size_t problems = v->problems.count;
    *ret = (struct send){
        .unit = str_trim(form->unit),
        .category = str_trim(form->category),
        .text = str_trim(form->text),
        .place = absent_if_empty(form->place),
        .identity = absent_if_empty(form->identity),
        .name = absent_if_empty(form->name),
        .phone = form->phone,
        .channel = str_of(channel),
    };
    intake_email(v, form->email, &ret->email);
    intake_point(v, form->lat, form->lon, ret);
    read_replies(v, form, ret);
    if (!ret->identity.p) {
        ret->identity = ret->name.p ? STR("named") : STR("anonymous");
    }
    return v->problems.count == problems;
}

/* Most categories ask nothing, and the desk knows those that do: where a program sends what has
 * nothing else wrong and replies nothing, that is left to it (intake_refused()). */
static void read_replies(struct visit *v, const struct report_form *form, struct send *ret)
{
    const struct str *typed = REPLIES_OF(form);
    bool is_needed = v->problems.count > 0 || !str_equal(ret->channel, STR("api"));
    for (size_t i = 0; i < QUESTIONS_MAX; i++) {
        is_needed |= typed[i].n > 0;
    }
    if (is_needed) {
        replies_read(v, ret->category, typed, &ret->replies);
    }
}

void intake_refused(struct visit *v)
{
    struct report_form form;
    struct str replies;
    if (visit_form(v, &report_form_record, &form)) {
        (void)replies_read(v, str_trim(form.category), REPLIES_OF(&form), &replies);
    }
}

/* One @ with something on both sides and a dot behind it: only the letter that arrives proves more.
 */
bool intake_email(struct visit *v, struct str typed, struct str *ret)
{
    *ret = absent_if_empty(typed);
    size_t at = str_find_byte(*ret, '@');
    struct str domain = str_slice(*ret, at + 1, ret->n);
    bool is_plausible = at > 0 && at < ret->n && str_find_byte(domain, '@') == domain.n &&
                        str_find_byte(domain, '.') > 0 &&
                        str_find_byte(domain, '.') + 1 < domain.n &&
                        str_find_byte(*ret, ' ') == ret->n;
    if (ret->p && !is_plausible) {
        visit_problem(v, "email", N_("Địa chỉ thư phải có dạng ten@noi.vn. Hãy xem lại."));
    }
    return !ret->p || is_plausible;
}

bool intake_point(struct visit *v, struct str lat, struct str lon, struct send *ret)
{
    lat = absent_if_empty(lat);
    lon = absent_if_empty(lon);
    if (!lat.p && !lon.p) {
        return true;
    }
    int64_t north;
    int64_t east;
    if (!micro_degrees(lat, &north) || north < 4 * MICRO || north > 24 * MICRO) {
        visit_problem(v, "lat", N_("Vĩ độ phải là số từ 4 đến 24, ví dụ 16.4637."));
        return false;
    }
    if (!micro_degrees(lon, &east) || east < 101 * MICRO || east > 118 * MICRO) {
        visit_problem(v, "lon", N_("Kinh độ phải là số từ 101 đến 118, ví dụ 107.5909."));
        return false;
    }
    ret->lat_micro = spot_rounded(north);
    ret->lon_micro = spot_rounded(east);
    return true;
}

static struct str absent_if_empty(struct str typed)
{
    struct str trimmed = str_trim(typed);
    return trimmed.n > 0 ? trimmed : STR_NONE;
}

/* "16.4637" or "16,4637", without floating point; digits behind the sixth place are dropped. */
static bool micro_degrees(struct str typed, int64_t *ret)
{
    size_t point = str_find_byte(typed, '.');
    if (point == typed.n) {
        point = str_find_byte(typed, ',');
    }
    struct str decimals = str_slice(typed, point + 1, typed.n);
    int64_t whole;
    if (!str_to_int(str_slice(typed, 0, point), &whole) || whole < 0 || whole > 180 ||
        (point < typed.n && decimals.n == 0)) {
        return false;
    }
    int64_t micro = 0;
    for (size_t i = 0; i < MICRO_DIGITS || i < decimals.n; i++) {
        char digit = i < decimals.n ? decimals.p[i] : '0';
        if (digit < '0' || digit > '9') {
            return false;
        }
        micro = i < MICRO_DIGITS ? micro * 10 + (digit - '0') : micro;
    }
    *ret = whole * MICRO + micro;
    return true;
}
