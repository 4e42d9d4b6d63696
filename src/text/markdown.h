/* Markdown to HTML that is safe to show: and the type for what is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TEXT_MARKDOWN_H
#define TEXT_MARKDOWN_H

#include "base/str.h"

struct arena;

/* HTML that a page takes as it is. Templates accept it between tags only. It is made here, and by
 * who puts a drawing of the studio (studio/qr.h) into a page. */
struct safe_html {
    struct str html;
};

/* CommonMark as officials write it: paragraphs, headings, lists, quotes, emphasis, code, links. The
 * output has these elements and no other, whatever the source says:
 *
 *   - HTML in the source is shown as the text that it is;
 *   - a link goes to http, https or mailto, or has no scheme and stays here, and carries
 *     rel="nofollow"; any other shows its text only;
 *   - an image shows its alternative text only: pictures reach a page through the studio;
 *   - headings start at h2, because a page has its own h1.
 *
 * The source is UTF-8 in NFC. Absent gives absent. */
struct safe_html markdown_html(struct arena *arena, struct str source);

#endif
