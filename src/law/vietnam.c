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

/* New Year and the tenth of the third month by the lunar calendar at UTC+7. */
/* clang-format off */
static const struct lunar_feasts FEASTS[] = {
    { DAY(2012, 1, 23), DAY(2012, 3, 31) }, { DAY(2013, 2, 10), DAY(2013, 4, 19) },
    { DAY(2014, 1, 31), DAY(2014, 4, 9) },  { DAY(2015, 2, 19), DAY(2015, 4, 28) },
    { DAY(2016, 2, 8), DAY(2016, 4, 16) },  { DAY(2017, 1, 28), DAY(2017, 4, 6) },
    { DAY(2018, 2, 16), DAY(2018, 4, 25) }, { DAY(2019, 2, 5), DAY(2019, 4, 14) },
    { DAY(2020, 1, 25), DAY(2020, 4, 2) },  { DAY(2021, 2, 12), DAY(2021, 4, 21) },
    { DAY(2022, 2, 1), DAY(2022, 4, 10) },  { DAY(2023, 1, 22), DAY(2023, 4, 29) },
    { DAY(2024, 2, 10), DAY(2024, 4, 18) }, { DAY(2025, 1, 29), DAY(2025, 4, 7) },
    { DAY(2026, 2, 17), DAY(2026, 4, 26) }, { DAY(2027, 2, 6), DAY(2027, 4, 16) },
    { DAY(2028, 1, 26), DAY(2028, 4, 4) },  { DAY(2029, 2, 13), DAY(2029, 4, 23) },
    { DAY(2030, 2, 2), DAY(2030, 4, 12) },  { DAY(2031, 1, 23), DAY(2031, 4, 1) },
    { DAY(2032, 2, 11), DAY(2032, 4, 19) }, { DAY(2033, 1, 31), DAY(2033, 4, 9) },
    { DAY(2034, 2, 19), DAY(2034, 4, 28) }, { DAY(2035, 2, 8), DAY(2035, 4, 17) },
    { DAY(2036, 1, 28), DAY(2036, 4, 6) },  { DAY(2037, 2, 15), DAY(2037, 4, 24) },
    { DAY(2038, 2, 4), DAY(2038, 4, 13) },  { DAY(2039, 1, 24), DAY(2039, 4, 3) },
    { DAY(2040, 2, 12), DAY(2040, 4, 20) },
};
/* clang-format on */

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
    .feasts = FEASTS,
    .feast_count = COUNT(FEASTS),
};
