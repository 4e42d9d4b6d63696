/* Numbers, dates, telephones and names as people here read and write them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_FORMAT_H
#define TEXT_FORMAT_H

#include <stdint.h>

#include "base/day.h"
#include "base/out.h"
#include "base/str.h"

/* All follow out->tongue. English has its own ways; every other language of the country writes
 * numbers and dates as Vietnamese does, in Vietnamese words. Absent values write nothing. */

/* 1.234.567, in English 1,234,567. */
void format_number(struct out *out, int64_t value);
/* 22/11/2026, in both. */
void format_day(struct out *out, struct day day);
/* "ngày 05 tháng 02 năm 2026", in English "5 February 2026". Law: 30/2020/ND-CP annex I: days below
 * 10 and the months 1 and 2 take a zero. */
void format_day_long(struct out *out, struct day day);
/* "thứ Hai" … "Chủ nhật", in English "Monday". Law: 30/2020/ND-CP annex II: so it is spelt. */
void format_weekday(struct out *out, struct day day);
/* 08:30. */
void format_clock(struct out *out, struct instant instant);
/* "08 giờ 30", in English 08:30. */
void format_clock_long(struct out *out, struct instant instant);
/* "08:30 ngày 22/11/2026", in English "08:30, 22/11/2026". */
void format_instant(struct out *out, struct instant instant);

/* "Một trăm tám mươi lăm triệu sáu trăm nghìn đồng", for receipts, always in Vietnamese. The amount
 * is not negative. */
void format_money_words(struct out *out, int64_t dong);

/* The digits of a telephone in Vietnam, 0912345678 or 02343822222, from any usual way of writing
 * it: spaces, dots, hyphens and brackets, +84 or 84 for the first 0. Absent when it is none: a
 * mobile has 10 digits and starts 03, 05, 07, 08 or 09; a land line has 11 and starts 02. */
struct str phone_digits(struct arena *arena, struct str written);
/* The digits that took the place of a mobile's eleven of before: 0167… is 037… since 2018. Absent
 * when the text is no such number. */
struct str phone_moved(struct arena *arena, struct str written);
/* 0912 345 678, 024 3825 3333, 0234 382 2222 from such digits; anything else as it is. */
void format_phone(struct out *out, struct str digits);

/* 91,4 from 914 tenths, in English 91.4. */
void format_tenths(struct out *out, int64_t tenths);

/* The first line of a text, as many of its words as `chars_max` characters hold, and "…" where a
 * sentence was broken off; a first word that is longer is cut. Borrows or is in the arena. */
struct str line_beginning(struct arena *arena, struct str text, size_t chars_max);

/* A person on a public page: the first letter of each word in capitals with a dot, so that
 * "Nguyễn Thị Hường" is "N.T.H." and "H’ Niê" is "H.N.". Letters keep their marks. */
void format_masked_name(struct out *out, struct str name);

#endif
