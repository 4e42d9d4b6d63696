/* Vietnam's calendar as data: what was decided for 2024 to 2026, and the rule for other years. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "law/act.h"
#include "law/calendar.h"
#include "text/tongue.h"

/* The Labour Code names the holidays; the Prime Minister fixes Tết, the second day of National Day
 * and the days that are exchanged each year. Law: 45/2019/QH14 art. 111-112. */
#define CODE      N_("Điều 112 Bộ luật Lao động số 45/2019/QH14")
#define MOVED     N_("khoản 3 Điều 111 Bộ luật Lao động số 45/2019/QH14")
#define YEAR_2024 N_("Lịch nghỉ Tết, Quốc khánh năm 2024 do Thủ tướng Chính phủ quyết định")
#define YEAR_2025 N_("Lịch nghỉ Tết, Quốc khánh năm 2025 do Thủ tướng Chính phủ quyết định")
#define YEAR_2026 N_("Lịch nghỉ Tết, Quốc khánh năm 2026 do Thủ tướng Chính phủ quyết định")
#define SWAP_2024 N_("Hoán đổi ngày làm việc dịp 30/4 năm 2024 do Thủ tướng Chính phủ quyết định")
#define SWAP_2025 N_("Hoán đổi ngày làm việc dịp 30/4 năm 2025 do Thủ tướng Chính phủ quyết định")
#define SWAP_2026 N_("Hoán đổi ngày làm việc năm 2026 do Thủ tướng Chính phủ quyết định")
#define CULTURE   N_("Nghị quyết số 28/2026/QH16 của Quốc hội")

#define NEW_YEAR         N_("Tết Dương lịch")
#define TET              N_("Tết Nguyên đán")
#define ANCESTORS        N_("Giỗ Tổ Hùng Vương")
#define REUNIFICATION    N_("Ngày Chiến thắng 30/4")
#define LABOUR           N_("Ngày Quốc tế lao động 1/5")
#define NATIONAL         N_("Quốc khánh 2/9")
#define CULTURE_DAY_NAME N_("Ngày Văn hóa Việt Nam 24/11")

#define OFF(y, m, d, name, decision)                                                               \
    {                                                                                              \
        DAY(y, m, d), SPECIAL_HOLIDAY, name, decision                                              \
    }
#define INSTEAD(y, m, d, name, decision)                                                           \
    {                                                                                              \
        DAY(y, m, d), SPECIAL_COMPENSATORY, name, decision                                         \
    }
#define WORK(y, m, d, name, decision)                                                              \
    {                                                                                              \
        DAY(y, m, d), SPECIAL_MAKE_UP_WORK, name, decision                                         \
    }

static const struct special_day DAYS[] = {
    OFF(2024, 1, 1, NEW_YEAR, CODE),
    OFF(2024, 2, 8, TET, YEAR_2024),
    OFF(2024, 2, 9, TET, YEAR_2024),
    OFF(2024, 2, 10, TET, YEAR_2024),
    OFF(2024, 2, 11, TET, YEAR_2024),
    OFF(2024, 2, 12, TET, YEAR_2024),
    INSTEAD(2024, 2, 13, N_("nghỉ bù Tết Nguyên đán"), YEAR_2024),
    INSTEAD(2024, 2, 14, N_("nghỉ bù Tết Nguyên đán"), YEAR_2024),
    OFF(2024, 4, 18, ANCESTORS, CODE),
    INSTEAD(2024, 4, 29, N_("nghỉ hoán đổi, làm bù ngày 04/05/2024"), SWAP_2024),
    OFF(2024, 4, 30, REUNIFICATION, CODE),
    OFF(2024, 5, 1, LABOUR, CODE),
    WORK(2024, 5, 4, N_("làm bù cho ngày 29/04/2024"), SWAP_2024),
    OFF(2024, 9, 2, NATIONAL, YEAR_2024),
    OFF(2024, 9, 3, NATIONAL, YEAR_2024),

    OFF(2025, 1, 1, NEW_YEAR, CODE),
    OFF(2025, 1, 27, TET, YEAR_2025),
    OFF(2025, 1, 28, TET, YEAR_2025),
    OFF(2025, 1, 29, TET, YEAR_2025),
    OFF(2025, 1, 30, TET, YEAR_2025),
    OFF(2025, 1, 31, TET, YEAR_2025),
    OFF(2025, 4, 7, ANCESTORS, CODE),
    WORK(2025, 4, 26, N_("làm bù cho ngày 02/05/2025"), SWAP_2025),
    OFF(2025, 4, 30, REUNIFICATION, CODE),
    OFF(2025, 5, 1, LABOUR, CODE),
    INSTEAD(2025, 5, 2, N_("nghỉ hoán đổi, làm bù ngày 26/04/2025"), SWAP_2025),
    OFF(2025, 9, 1, NATIONAL, YEAR_2025),
    OFF(2025, 9, 2, NATIONAL, YEAR_2025),

    OFF(2026, 1, 1, NEW_YEAR, CODE),
    INSTEAD(2026, 1, 2, N_("nghỉ hoán đổi, làm bù ngày 10/01/2026"), SWAP_2026),
    WORK(2026, 1, 10, N_("làm bù cho ngày 02/01/2026"), SWAP_2026),
    OFF(2026, 2, 16, TET, YEAR_2026),
    OFF(2026, 2, 17, TET, YEAR_2026),
    OFF(2026, 2, 18, TET, YEAR_2026),
    OFF(2026, 2, 19, TET, YEAR_2026),
    OFF(2026, 2, 20, TET, YEAR_2026),
    OFF(2026, 4, 26, ANCESTORS, CODE),
    INSTEAD(2026, 4, 27, N_("nghỉ bù Giỗ Tổ Hùng Vương"), MOVED),
    OFF(2026, 4, 30, REUNIFICATION, CODE),
    OFF(2026, 5, 1, LABOUR, CODE),
    WORK(2026, 8, 22, N_("làm bù cho ngày 31/08/2026"), SWAP_2026),
    INSTEAD(2026, 8, 31, N_("nghỉ hoán đổi, làm bù ngày 22/08/2026"), SWAP_2026),
    OFF(2026, 9, 1, NATIONAL, YEAR_2026),
    OFF(2026, 9, 2, NATIONAL, YEAR_2026),
    OFF(2026, 11, 24, CULTURE_DAY_NAME, CULTURE),
};

static const struct yearly_holiday YEARLY[] = {
    { 1, 1, DAY_OPEN, NEW_YEAR },
    { 4, 30, DAY_OPEN, REUNIFICATION },
    { 5, 1, DAY_OPEN, LABOUR },
    { 9, 2, DAY_OPEN, NATIONAL },
    /* One day before or after, as decided each year; after, until it is. */
    { 9, 3, DAY(2021, 1, 1), NATIONAL },
    { 11, 24, DAY(2026, 7, 1), CULTURE_DAY_NAME },
};

/* Eight hours: the working day of the Labour Code. Offices with other hours have a calendar of
 * their own, which differs in nothing else. */
#define HOURS                                                                                      \
    {                                                                                              \
        { 7 * 3600, 11 * 3600 + 1800 },                                                            \
        {                                                                                          \
            13 * 3600 + 1800, 17 * 3600                                                            \
        }                                                                                          \
    }

const struct calendar CALENDAR_VIETNAM = {
    .days = DAYS,
    .day_count = COUNT(DAYS),
    .decided_from = DAY(2024, 1, 1),
    .decided_to = DAY(2026, 12, 31),
    .rest_weekdays = REST_ON(SATURDAY) | REST_ON(SUNDAY),
    .hours = HOURS,
    .yearly = YEARLY,
    .yearly_count = COUNT(YEARLY),
    .keeps_lunar_feasts = true,
};
