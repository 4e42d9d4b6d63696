/* Forms: parameters of a query or a body, decoded once, checked by field descriptors. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>

#include "base/field.h"
#include "base/status.h"
#include "base/str.h"

struct visit;

/* One parameter. Text is valid UTF-8 in NFC without control characters (but newline and tab);
 * what is not is a problem of that field, and what was typed is kept as far as it can be shown. */
struct form_param {
    struct str name;
    struct str value;
};
/* One uploaded file: the name is the sender's claim and is shown, never used as a path. */
struct form_file {
    struct str field;
    struct str name;
    struct str type;
    struct str bytes;
    bool is_too_large; /* for UPLOAD_FILE_BYTES_MAX: its bytes are left out */
};
struct form {
    const struct form_param *params;
    size_t param_count;
    const struct form_file *files;
    size_t file_count;
    size_t files_left_out; /* beyond FORM_FILES_MAX */
    bool is_json; /* numbers are written for machines */
};

/* The value of a parameter, absent when it was not sent. A doubled name is refused at the door. */
struct str form_get(const struct form *form, const char *name);

struct problem {
    const char *field;   /* NULL: the whole form */
    struct str sentence; /* in the visitor's language: what is wrong and how to mend it */
};
enum { PROBLEMS_MAX = 32 };
struct problems {
    struct problem list[PROBLEMS_MAX];
    size_t count;
};
/* Keeps one more, if there is room. */
void problems_add(struct problems *problems, const char *field, struct str sentence);
/* The sentence for a field, absent when it has no problem. */
struct str problem_of(const struct problems *problems, const char *field);

/* application/x-www-form-urlencoded, multipart/form-data (RFC 7578) and JSON objects of one level
 * (numbers, strings, true, false, null; lists and objects are refused by name) all become the same
 * parameters; a JPEG or PNG that is the whole body is the file of a field `photo`, and what says
 * that it is a sound, of a field `recording`. BAD_REQUEST,
 * TOO_LARGE, MEDIA_TYPE or OK; *ret_why names the byte or the field. */
enum status form_parse(struct arena *arena, struct str content_type, struct str body,
                       struct form *ret, struct str *ret_why);
enum status form_parse_query(struct arena *arena, struct str query, struct form *ret,
                             struct str *ret_why);

#endif
