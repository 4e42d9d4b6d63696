/* What people type into a box: days of any precision, whole numbers, numbers of identity papers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_TYPED_H
#define TEXT_TYPED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/day.h"
#include "base/str.h"

struct arena;

/* A day as exactly as somebody knows it: from and until are the same day, or the first and the
 * last of a month or a year. */
enum typed_precision { TYPED_NOTHING, TYPED_YEAR, TYPED_MONTH, TYPED_DAY };
struct typed_day {
    enum typed_precision precision;
    struct day from;
    struct day until;
};

/* 5/9/1978, 05-09-1978, 5.9.1978, 5/9/78, 1978-09-05, "ngày 5 tháng 9 năm 1978", "tháng 9/1978",
 * 9/1978, "tháng 9 năm 1978", "năm 1978", 1978. The day stands first, as here everybody writes it;
 * only four digits in front are a machine's order. A year of two digits is the last one that ends
 * so and is not more than ten years after today: 78 is 1978, 27 is 2027. TYPED_NOTHING for
 * anything else, days that do not exist included. */
struct typed_day typed_day_read(struct str typed, struct day today) PURE;

/* A whole number as people write it: 185600000, 185.600.000, "185 600 000", "185,6 triệu",
 * "1 tỷ 2" (1.200.000.000), "2 triệu rưỡi", "300 nghìn", "300 ngàn đồng", "300.000 đ". A dot stands
 * before three digits and nowhere else; a comma only where a word of size behind it makes the
 * number whole. False for anything else, and for what does not fit. */
bool typed_number_read(struct str typed, int64_t *ret) MUST_USE;

/* The number of an identity paper. Law: 26/2023/QH15 art. 12: a citizen's has twelve digits;
 * those of before had nine. Other papers (a passport) have letters or fewer digits, and are taken
 * as they are: nobody is sent away for a paper that we do not know. */
enum typed_identity {
    TYPED_CITIZEN, /* twelve digits; the first three are no place when they are 000 */
    TYPED_OTHER_PAPER,
    TYPED_MISTYPED, /* ten, eleven or more than twelve digits, or 000 in front */
};
/* *ret is the digits without what parts them, or the text as it is. */
enum typed_identity typed_identity_read(struct arena *arena, struct str typed, struct str *ret);

#endif
