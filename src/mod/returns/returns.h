/* What the files of this service share: the command, the views. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RETURNS_RETURNS_H
#define RETURNS_RETURNS_H

#include "mod/returns/figures.h"
#include "sql/returns.h"
#include "studio/letter.h"
#include "web/module.h"
#include "web/page.h"

#define POWER_SIGN "returns.sign" /* looks at the returns of a unit and signs them */

struct returns_sign {
    struct str unit;     /* official code */
    struct str period;   /* "2026-q3" */
    struct str document; /* number and sign of the paper */
    struct str reason;   /* why a signed one is corrected; absent for the first */
};
extern const struct record returns_sign_record;
extern const struct command returns_commands[1];
extern const struct fact returns_facts[1];

/* May it be signed? `newest` is the version that stands, 0: none. Law: 01/2024/TT-TTCP. */
struct verdict returns_may_sign(const struct returns_sign *sign, const struct period *period,
                                int64_t newest, struct day today) MUST_USE;
/* One text of all figures, in their order, for the fact: "complaint.nhan=12\n". */
struct str returns_text(const struct counted *counted, struct arena *arena);
/* Of the unit and those below it, as the rows are now. */
struct counted returns_count(struct conn *conn, struct unit_id unit, struct period period,
                             struct day today);

void returns_check(struct snap *snap, struct check *check);

/* Periods that ended not long ago and were not signed. */
waiting_lines_fn returns_waiting;

visit_fn returns_list_page, returns_show_page, returns_cases_page, returns_sign_take;

/* --- views ------------------------------------------------------------------------------------ */

struct return_line {
    struct str name;   /* "Quý III năm 2026" */
    struct str days;   /* "15/06/2026 – 14/09/2026" */
    struct str status; /* signed, when; or not */
    struct local_url url;
    bool has_text;
};
struct return_list_view {
    struct page *page;
    struct str unit_name;
    const struct return_line *lines;
    size_t count;
    struct local_url all; /* only what waits to be signed is shown; absent: all is */
};
struct return_cell {
    struct str value;
    struct local_url url; /* the cases behind it; absent: none */
};
struct return_row {
    const char *label;
    const struct return_cell *cells;
    size_t cell_count;
};
struct return_view {
    struct page *page;
    struct str unit_name;
    struct str name;
    struct str days;
    struct str status;
    struct str reason;
    const struct column *columns;
    size_t column_count;
    const struct return_row *rows;
    size_t row_count;
    struct local_url csv;
    struct local_url xlsx;
    struct local_url pdf;
    const struct letter_block *words; /* headings and paragraphs, in Vietnamese */
    size_t word_count;
    struct local_url sign_to; /* absent: it cannot be signed now */
    struct field_view document;
    struct field_view why;
    bool is_signed;
    bool is_cut;
};
struct return_case {
    struct str code;
    struct str unit_name;
    struct local_url url;
};
struct return_cases_view {
    struct page *page;
    const char *figure;
    const char *kind;
    struct str name;
    const struct return_case *cases;
    size_t count;
    struct empty_view empty;
};

#endif
