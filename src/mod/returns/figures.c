/* The figures of a return, each a question to one case. Pure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/figures.h"

#include "base/attr.h"
#include "law/complaint.h"
#include "text/tongue.h"

static bool is_within(struct day day, const struct period *period)
{
    return !day_is_none(day) && day_compare(day, period->from) >= 0 &&
           day_compare(day, period->until) <= 0;
}

static bool is_after(struct day day, const struct period *period)
{
    return day_is_none(day) || day_compare(day, period->until) > 0;
}

static bool was_carried_over(const struct tally_row *row, const struct period *period)
{
    return day_compare(row->received_on, period->from) < 0;
}

static bool was_received(const struct tally_row *row, const struct period *period)
{
    return is_within(row->received_on, period);
}

static bool was_in_hand(const struct tally_row *row, const struct period *period)
{
    (void)row;
    (void)period;
    return true;
}

static bool was_of_a_letter(const struct tally_row *row, const struct period *period)
{
    return was_received(row, period) && row->is_letter;
}

static bool was_of_a_new_matter(const struct tally_row *row, const struct period *period)
{
    return was_received(row, period) && row->is_matter;
}

static bool was_of_an_old_matter(const struct tally_row *row, const struct period *period)
{
    return was_carried_over(row, period) && row->is_matter;
}

static bool was_of_many(const struct tally_row *row, const struct period *period)
{
    return was_received(row, period) && row->people >= GROUP_PEOPLE_MIN;
}

static bool was_accepted(const struct tally_row *row, const struct period *period)
{
    return is_within(row->accepted_on, period);
}

static bool was_settled(const struct tally_row *row, const struct period *period)
{
    return is_within(row->settled_on, period);
}

/* What was settled first has that fate, whatever ended the case behind it. */
static bool was_ended(const struct tally_row *row, const struct period *period)
{
    return is_within(row->ended_on, period) && is_after(row->settled_on, period);
}

static bool ended_as(const struct tally_row *row, const struct period *period, const char *state)
{
    return was_ended(row, period) && str_equal(row->state, str_of(state));
}

static bool was_refused(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "refused") || ended_as(row, period, "turned_away");
}

static bool was_forwarded(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "forwarded");
}

static bool was_guided(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "guided");
}

static bool was_returned(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "returned");
}

static bool was_guided_or_returned(const struct tally_row *row, const struct period *period)
{
    return was_guided(row, period) || was_returned(row, period);
}

static bool was_filed(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "filed");
}

/* Law: 25/2018/QH14 art. 25: no denunciation, and looked into all the same. */
static bool was_inspected(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "inspected");
}

static bool was_given_to_police(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "crime");
}

static bool was_withdrawn(const struct tally_row *row, const struct period *period)
{
    return ended_as(row, period, "withdrawn");
}

static bool ended_otherwise(const struct tally_row *row, const struct period *period)
{
    return was_ended(row, period) && !was_refused(row, period) && !was_forwarded(row, period) &&
           !was_guided_or_returned(row, period) && !was_filed(row, period) &&
           !was_inspected(row, period) && !was_given_to_police(row, period) &&
           !was_withdrawn(row, period);
}

static bool was_settled_as(const struct tally_row *row, const struct period *period,
                           const char *outcome)
{
    return was_settled(row, period) && str_equal(row->outcome, str_of(outcome));
}

static bool was_right(const struct tally_row *row, const struct period *period)
{
    return was_settled_as(row, period, "right");
}

static bool was_partly_right(const struct tally_row *row, const struct period *period)
{
    return was_settled_as(row, period, "partly");
}

static bool was_wrong(const struct tally_row *row, const struct period *period)
{
    return was_settled_as(row, period, "wrong");
}

static bool was_late(const struct tally_row *row, const struct period *period)
{
    (void)period;
    return row->late > 0;
}

static bool is_left(const struct tally_row *row, const struct period *period)
{
    return is_after(row->ended_on, period) && is_after(row->settled_on, period);
}

/* A key stands in the ledger: none is ever used for another question. */
const struct figure FIGURES[] = {
    { "ky-truoc", N_("Kỳ trước chuyển sang"), MEASURE_CASES, was_carried_over },
    { "nhan", N_("Nhận trong kỳ"), MEASURE_CASES, was_received },
    { "tong", N_("Tổng số phải xử lý"), MEASURE_CASES, was_in_hand },
    { "don", N_("Số đơn, số lượt tiếp trong kỳ"), MEASURE_LETTERS, was_of_a_letter },
    { "nguoi", N_("Số người trong đơn, lượt nhận trong kỳ"), MEASURE_PEOPLE, was_received },
    { "vu", N_("Số vụ việc mới, không tính đơn trùng"), MEASURE_MATTERS, was_of_a_new_matter },
    { "vu-cu", N_("Số vụ việc kỳ trước chuyển sang"), MEASURE_MATTERS, was_of_an_old_matter },
    { "doan", N_("Của nhiều người, từ 5 người trở lên"), MEASURE_CASES, was_of_many },
    { "thu-ly", N_("Đã thụ lý"), MEASURE_CASES, was_accepted },
    { "khong-thu-ly", N_("Không thụ lý"), MEASURE_CASES, was_refused },
    { "huong-dan", N_("Hướng dẫn, trả lại nơi chuyển"), MEASURE_CASES, was_guided_or_returned,
      .is_past = true },
    { "chuyen", N_("Chuyển nơi có thẩm quyền"), MEASURE_CASES, was_forwarded },
    { "chi-dan", N_("Hướng dẫn người gửi"), MEASURE_CASES, was_guided },
    { "tra-lai", N_("Trả lại nơi chuyển"), MEASURE_CASES, was_returned },
    { "luu", N_("Lưu đơn"), MEASURE_CASES, was_filed },
    { "thanh-tra", N_("Chuyển thanh tra, kiểm tra"), MEASURE_CASES, was_inspected },
    { "dieu-tra", N_("Chuyển cơ quan điều tra, viện kiểm sát"), MEASURE_CASES,
      was_given_to_police },
    { "rut", N_("Người gửi rút"), MEASURE_CASES, was_withdrawn },
    { "khac", N_("Kết thúc cách khác"), MEASURE_CASES, ended_otherwise },
    { "giai-quyet", N_("Đã giải quyết"), MEASURE_CASES, was_settled },
    { "dung", N_("Trong đó đúng"), MEASURE_CASES, was_right },
    { "dung-mot-phan", N_("Trong đó đúng một phần"), MEASURE_CASES, was_partly_right },
    { "sai", N_("Trong đó sai"), MEASURE_CASES, was_wrong },
    { "qua-han", N_("Có bước quá hạn"), MEASURE_CASES, was_late },
    { "con-lai", N_("Còn lại cuối kỳ"), MEASURE_CASES, is_left },
};
const size_t FIGURE_COUNT = COUNT(FIGURES);

const struct column COLUMNS[] = {
    { "reception", N_("Tiếp công dân") },
    { "complaint", N_("Khiếu nại") },
    { "denunciation", N_("Tố cáo"), .is_sealed = true },
    { "feedback", N_("Phản ánh, kiến nghị") },
};
const size_t COLUMN_COUNT = COUNT(COLUMNS);

const struct figure *figure_find(struct str key)
{
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        if (str_equal(str_of(FIGURES[i].key), key)) {
            return &FIGURES[i];
        }
    }
    return NULL;
}

const struct column *column_find(struct str kind)
{
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        if (str_equal(str_of(COLUMNS[i].kind), kind)) {
            return &COLUMNS[i];
        }
    }
    return NULL;
}

bool figure_counts(const struct figure *figure, const struct column *column,
                   const struct tally_row *row, const struct period *period)
{
    return str_equal(row->kind, str_of(column->kind)) && figure->counts(row, period);
}

int64_t figure_value(const struct figure *figure, const struct column *column,
                     const struct counted *counted)
{
    int64_t value = 0;
    for (size_t i = 0; i < counted->tally.count; i++) {
        const struct tally_row *row = &counted->tally.rows[i];
        if (figure_counts(figure, column, row, &counted->period)) {
            value += figure->measure == MEASURE_PEOPLE ? row->people : 1;
        }
    }
    return value;
}
