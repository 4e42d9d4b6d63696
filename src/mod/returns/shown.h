/* One return as a page or a file shows it: signed, or as the cases stand now. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RETURNS_SHOWN_H
#define RETURNS_SHOWN_H

#include "mod/returns/returns.h"

struct shown {
    struct return_unit_get_row unit;
    struct period period;
    struct str word;
    struct return_newest_row newest; /* version 0: none was signed */
    bool is_signed;
    struct counted counted;             /* of one that is not */
    struct return_figures_rows figures; /* of one that is */
};

/* `?don-vi=` a unit over which the visitor holds the power; else the one in which they do. */
bool shown_unit(struct visit *v, struct return_unit_get_row *ret);
/* `?ban=` a version that was signed; `?moi=1` what the cases say now, signed or not. */
bool shown_load(struct visit *v, struct shown *ret);
/* The figures of a period of that unit: as they were signed last, else as they are now. */
struct shown shown_of(struct visit *v, const struct return_unit_get_row *unit,
                      const struct period *period);

/* Is the figure one of this return? What was signed keeps the figures that were asked then. */
bool shown_has(const struct shown *shown, const struct figure *figure);
/* False: the return has no such number, which is not 0. */
bool shown_value(const struct shown *shown, const struct figure *figure,
                 const struct column *column, int64_t *ret);

/* "15/06/2026 – 14/09/2026"; "Quý III năm 2026"; "Đã ký · 9/BC-UBND · 20/09/2026 · Lê Thị Mai". */
struct str shown_days(struct visit *v, const struct period *period);
struct str shown_name(struct visit *v, const struct period *period);
struct str shown_status(struct visit *v, const struct return_newest_row *newest);
/* Keeps the unit, and the version, beside the page. */
struct local_url shown_address(struct visit *v, const struct shown *shown, struct local_url page);

enum status shown_csv(struct visit *v, const struct shown *shown);
enum status shown_sheet(struct visit *v, const struct shown *shown);

#endif
