/* A table in a file, brought in by a browser: shown as it would be, done by a second click. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_IMPORT_H
#define WEB_IMPORT_H

#include "web/page.h"

/* A service says in a const row which columns there are and which command takes them; the three
 * handlers of its routes are one line each:
 *
 *     static const struct import_kind units = { …, .row = &unit_row_record,
 *                                               .command = &ORG_COMMANDS[ORG_TABLE_TAKE] };
 *     enum status org_table_show(struct visit *v) { return import_show(v, &units); }
 *     enum status org_table_read(struct visit *v) { return import_read_file(v, &units); }
 *     enum status org_table_take(struct visit *v) { return import_take_file(v, &units); }
 *
 * A row is read as a form is: each cell by the rules of its field, all problems of it at once, in
 * the visitor's language. What is good goes to the command, once as a trial and once in earnest, so
 * what the page foretells was found by the very rules that do it later. Between the two nothing is
 * kept: the second form brings the file along, and so must fit into one (IMPORT_BYTES_MAX). */
enum { IMPORT_BYTES_MAX = 40 << 10, IMPORT_ROWS_MAX = 1000, IMPORT_COLUMNS_MAX = 16 };

/* What the command takes. `rows` is not the file but what was read of it: import_rows_next(). */
struct import_take {
    struct str rows;
    bool is_trial; /* do all, say what was done, and refuse: then nothing was */
    struct day on; /* from when changes are in force; none: the service does not ask */
};
extern const struct record import_record; /* of such a command */

struct import_kind {
    const char *path;     /* GET asks for a file, POST shows what it would do */
    const char *approval; /* POST does it */
    const char *back;     /* the list that it is about */
    const char *file;     /* that list as such a file (.csv) and as a spreadsheet (.xlsx) */
    const char *title;
    const char *about;
    const char *columns_note; /* what a reader of the columns must know beside their names */
    bool asks_day;
    const struct record *row; /* one column each, by name or label; FIELD_REQUIRED must be there */
    const struct command *command;
    /* The page of a row by its key; NULL: none. */
    struct local_url (*url)(struct visit *v, struct str key);
};
enum status import_show(struct visit *v, const struct import_kind *kind);
enum status import_read_file(struct visit *v, const struct import_kind *kind);
enum status import_take_file(struct visit *v, const struct import_kind *kind);

/* --- inside apply() --------------------------------------------------------------------------- */

/* The rows in the order of the file. `has` bit k: the file has the column of field k; what it lacks
 * is to be left as it is. False behind the last. */
struct import_rows {
    struct str rest;
    uint32_t has;
};
struct import_rows import_rows_open(struct str rows);
bool import_rows_next(struct import_rows *rows, const struct record *record, size_t *ret_line,
                      void *ret_row);
bool import_has(const struct import_rows *rows, const struct record *record, const char *field);

/* How each row ended; the answer's text is these, one after the other. No text has a tab or a line
 * end. `said`: what was changed, or why not. */
enum import_end { IMPORT_ADDED, IMPORT_CHANGED, IMPORT_SAME, IMPORT_BAD, IMPORT_ENDS };
struct import_line {
    size_t line;
    enum import_end end;
    struct str key;
    struct str name;
    struct str said;
};
void import_line_write(struct out *out, const struct import_line *line);
bool import_line_next(struct str *answer, struct import_line *ret);
/* What a trial ends with: the desk undoes it, and the sender still gets the answer. */
struct verdict import_trial_ends(void);

/* --- the page (html/import.html) -------------------------------------------------------------- */

struct import_item {
    size_t number; /* of the line */
    struct str line;
    const char *end; /* source text */
    bool is_bad;
    struct str key;
    struct str name;
    struct str said;
    struct local_url url;
};
struct import_column {
    struct str name;
    const char *label;
    bool is_required;
};
struct import_view {
    struct page *page;
    const char *about;
    const char *columns_note;
    struct local_url send_to;
    struct local_url file;
    struct local_url approval; /* absent: no plan, or nothing in it that could be done */
    const struct import_column *columns;
    size_t column_count;
    struct field_view on; /* .name NULL: not asked */
    struct str rows;      /* the file as it came */
    struct str day;       /* what was typed in `on` */
    struct str ignored;   /* columns that were not known */
    const struct import_item *items;
    size_t count;
    size_t ends[IMPORT_ENDS];
    bool is_plan;
    bool is_done;
};

#endif
