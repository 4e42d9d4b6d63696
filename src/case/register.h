/* The books of an office: the letters that came to it in some days, and those that went out. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_REGISTER_H
#define CASE_REGISTER_H

#include "case/page.h"

/* `?don-vi=` a unit below the officer's own, `?tu=` and `?den=` the first and last day; none: this
 * year so far. As a page, and as a spreadsheet of sixteen columns (studio/xlsx.h). Not for a kind
 * whose senders nobody may list. */
enum status case_register_show(struct visit *v, const struct case_pages *pages);
/* The unit's letters with numbers, of whatever kind of case, as a spreadsheet. */
enum status case_letters_register(struct visit *v, const struct case_pages *pages);

struct register_period {
    struct day tu;
    struct day den;
};
extern const struct record register_period_record;

/* In the order of xlsx_petition_register. */
struct petition_row {
    int64_t number;
    struct day received_on;
    struct str source;
    struct str sender;
    struct str kind;
    struct str summary;
    int64_t people;
    struct str settled_by;
    struct str is_own;
    struct str handling;
    struct str document;
    struct day document_on;
    struct day due_on;
    struct day result_on;
    struct str result;
    struct str note;
};
/* In the order of xlsx_letter_register. */
struct letter_out_row {
    struct str number;
    struct day issued_on;
    struct str about;
    struct str signer;
    struct str receiver;
    struct str keeper;
    int64_t copies;
    struct str note;
};

struct register_view {
    struct page *page;
    struct str unit_name;
    struct str unit_code;
    struct str from;
    struct str until;
    struct local_url here;
    struct local_url xlsx;
    struct local_url letters;
    struct field_view from_field;
    struct field_view until_field;
    const struct petition_row *rows;
    size_t row_count;
    bool is_cut;      /* the file has more than the page */
    bool is_file_cut; /* and the days have more than the file */
    struct empty_view empty;
};

#endif
