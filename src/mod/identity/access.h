/* The page of the access log (web/access.h), and what identity itself puts into it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_ACCESS_H
#define IDENTITY_ACCESS_H

#include "mod/identity/admin.h"
#include "web/access.h"

/* The query of /qt/nhat-ky. */
struct access_form {
    struct str unit;   /* code; none: the first where the visitor manages people */
    struct str person; /* sign-in name */
    struct str kind;
    struct day from;
    struct day until;
    int64_t before; /* the last line of the page before */
};
extern const struct record access_form_record;

/* A line, as the page and the file show it. */
struct access_row {
    struct instant at;
    struct str person;
    struct str post; /* on that day */
    struct str what;
    struct str about;
    struct str unit;
    struct str reason;
    struct local_url url;
};
extern const struct record access_row_record;

enum { ACCESS_FIELDS = 5 };
struct access_view {
    struct page *page;
    struct local_url here;
    struct access_form form;
    struct field_view fields[ACCESS_FIELDS];
    struct str unit_name;
    struct str unit_code;
    const struct access_row *rows;
    size_t count;
    struct local_url first; /* with what was chosen, as the two below */
    struct local_url next;  /* absent on the last page */
    struct local_url file;
};

visit_fn identity_access_page;
extern const struct access_source identity_access;

#endif
