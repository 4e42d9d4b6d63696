/* What the parsers of forms share: parameters as they are collected, and how text is cleaned. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_FORM_PRIVATE_H
#define WEB_FORM_PRIVATE_H

#include "base/limits.h"
#include "web/form.h"

/* A form being parsed. */
struct form_draft {
    struct arena *arena;
    struct form_param params[FORM_PARAMS_MAX];
    size_t param_count;
    struct form_file files[FORM_FILES_MAX];
    size_t file_count;
    size_t files_left_out;
    bool is_json;
    struct str why; /* why the form was refused */
};

/* BAD_REQUEST for a name that is no name, one that came before, or one too many. `value` is cleaned
 * here and nowhere else. */
enum status form_add(struct form_draft *draft, struct str name, struct str value);
/* TOO_LARGE for a file that is, or one too many. */
enum status form_add_file(struct form_draft *draft, struct form_file file);
/* Refuses with a sentence in which %.*s stands for a piece of the request, cut to what can be
 * shown. */
enum status form_refuse(struct form_draft *draft, enum status status, const char *sentence,
                        struct str about);

/* Text as the program keeps it: line ends are LF, the rest NFC; U+FFFD stands for each byte that is
 * not UTF-8 and for each control character, so that a field's check can name it (form_read.c). */
struct str form_clean(struct arena *arena, struct str raw);
/* True when the text was sent with something in it that nobody could read. */
bool form_is_broken(struct str cleaned);

/* What a field's text becomes beyond its length (form_typed.c): text of an old font, a telephone or
 * the number of a paper that is mistyped is a problem with what was probably meant, which then
 * stands in the field and in *ret, so that nobody complains of it a second time. */
struct visit;
struct field;
bool form_read_typed(struct visit *v, const struct field *field, struct str given, struct str *ret);
/* A problem of the field; the sentence's %s are the field's name for people and then the details,
 * of which there may be two, each absent. */
void form_complain(struct visit *v, const struct field *field, const char *sentence,
                   const struct str details[2]);

enum status form_parse_urlencoded(struct form_draft *draft, struct str body);
enum status form_parse_multipart(struct form_draft *draft, struct str content_type,
                                 struct str body);
enum status form_parse_json(struct form_draft *draft, struct str body);

#endif
