/* Values into HTML: the escaper is chosen by place (the function) and by type (the compiler). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_HTML_H
#define TEXT_HTML_H

#include <stdint.h>

#include "base/day.h"
#include "base/out.h"
#include "base/str.h"
#include "text/markdown.h"
#include "text/tongue.h"

/* An address of this server, already percent-encoded. Made by the router's reverse table only
 * (web/route.h), so a link to nowhere or to another site cannot come from a value. */
struct local_url {
    struct str url;
};

/* A JPEG that stands in the page itself, as a data: address: for what no address may lead to. */
struct inline_jpeg {
    struct str bytes;
};

/* What templates call; tools/tplc knows the place of every {{value}} and picks one:
 *
 *     tpl_text(o, v->title)        between tags
 *     tpl_rcdata(o, v->title)      in <title> and <textarea>, where no markup may appear
 *     tpl_attr(o, v->title)        in a quoted attribute
 *     tpl_url_start(o, v->back)    at the start of href, src, action: a local_url; an inline_jpeg
 *     tpl_url_path(o, v->code)     a segment of a path
 *     tpl_url_query(o, v->query)   a value of a query
 *
 * People read text and rcdata: there, numbers, days and instants are written in the reader's way
 * (text/format.h), 1.234 or 22/11/2026. A number that is a name, such as a year or an account, is a
 * `struct str` in the view. Machines read attributes and addresses: 1234 and 2026-11-22. The id of
 * a row is written as its number, `v->unit.v`. Absent values write nothing. A type that may not
 * stand in a place is a compile error with a sentence. */
#define tpl_text(o, x)                                                                            \
    _Generic((x), TPL_READ, struct safe_html: html_safe, default: tpl_refuses_in_text)((o), (x))
#define tpl_rcdata(o, x)                                                                          \
    _Generic((x), struct str: html_rcdata, TPL_Z(html_rcdata_z), TPL_COUNTED,                     \
             default: tpl_refuses_in_rcdata)((o), (x))
#define tpl_attr(o, x)                                                                            \
    _Generic((x), struct str: html_attr, TPL_Z(html_attr_z), TPL_INT(out_int),                    \
             size_t: html_attr_size, struct day: out_day, struct instant: html_attr_instant,      \
             struct local_url: html_url, default: tpl_refuses_in_attribute)((o), (x))
/* A sentence of the template itself, without a sign that `write` (one of the above) would escape:
 * most readers get it as it stands, which is half of all that a page of rows writes. */
#define tpl_sentence(o, write, source)                                                            \
    (tongue_is_source((o)->tongue) ? out_lit((o), source)                                         \
                                   : write((o), tongue_text((o)->tongue, source)))
/* The same in an attribute, which has no language of its own. */
#define tpl_label(o, source)                                                                      \
    (tongue_is_source(tongue_of_page((o)->tongue))                                                \
         ? out_lit((o), source)                                                                   \
         : html_attr((o), tongue_text(tongue_of_page((o)->tongue), source)))
#define tpl_url_start(o, x)                                                                       \
    _Generic((x), struct local_url: html_url, struct inline_jpeg: html_inline_jpeg,               \
             default: tpl_refuses_as_url)((o), (x))
#define tpl_url_path(o, x)                                                                        \
    _Generic((x), struct str: out_percent, TPL_Z(html_percent_z), TPL_INT(out_int),               \
             size_t: html_attr_size, struct day: out_day, default: tpl_refuses_in_url)((o), (x))
#define tpl_url_query(o, x) tpl_url_path(o, x)

/* What people read, in text and in rcdata. */
#define TPL_READ struct str: html_text, TPL_Z(html_text_z), TPL_COUNTED
#define TPL_COUNTED                                                                               \
    TPL_INT(html_text_int), size_t: html_text_size, struct day: html_text_day,                    \
        struct instant: html_text_instant, struct local_url: html_text_url
#define TPL_Z(function) char *: function, const char *: function
/* No bool: a page says it in words. */
#define TPL_INT(function)                                                                         \
    signed char: function, unsigned char: function, short: function, unsigned short: function,    \
        int: function, unsigned: function, long: function, long long: function

/* Escaped as text between tags, as what stands in <title>, and as the value of a quoted attribute.
 */
void html_rcdata(struct out *out, struct str s);
void html_rcdata_z(struct out *out, const char *z);
void html_text(struct out *out, struct str s);
void html_text_z(struct out *out, const char *z);
void html_text_int(struct out *out, int64_t value);
void html_text_size(struct out *out, size_t value);
void html_text_day(struct out *out, struct day day);
void html_text_instant(struct out *out, struct instant instant);
void html_text_url(struct out *out, struct local_url url);
void html_safe(struct out *out, struct safe_html html);
void html_attr(struct out *out, struct str s);
void html_attr_z(struct out *out, const char *z);
void html_attr_size(struct out *out, size_t value);
void html_attr_instant(struct out *out, struct instant instant);
void html_url(struct out *out, struct local_url url);
void html_inline_jpeg(struct out *out, struct inline_jpeg jpeg);
void html_percent_z(struct out *out, const char *z);

/* Defined nowhere: a call that is not optimised away is the error. */
#define TPL_REFUSES(name, sentence) void name(struct out *out, ...) __attribute__((error(sentence)))
TPL_REFUSES(tpl_refuses_in_text, "this type is not text; write a member of it");
TPL_REFUSES(tpl_refuses_in_rcdata, "only text, numbers and dates go into a title or textarea");
TPL_REFUSES(tpl_refuses_in_attribute, "this type may not be written into an attribute");
TPL_REFUSES(tpl_refuses_as_url, "an address is a struct local_url; build it with route_url()");
TPL_REFUSES(tpl_refuses_in_url, "this type may not go into a URL; build it with route_url()");

#endif
