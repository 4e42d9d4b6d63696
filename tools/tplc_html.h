/* The context machine of tplc: where in a page a byte stands, and what a value may do there. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_TPLC_HTML_H
#define TOOLS_TPLC_HTML_H

#include <stdbool.h>

#include "base/attr.h"
#include "base/str.h"

/* A browser's tokenizer has eighty states (WHATWG HTML 13.2.5). Three are enough here, because a
 * template may be interrupted by a tag of ours only in text, between attributes and in a quoted
 * value: names are read whole, and comments, unquoted values, inline scripts and styles, stray '<'
 * are refused. So what is accepted means the same to every browser. */
enum html_state { HTML_TEXT, HTML_IN_TAG, HTML_VALUE };

/* The innermost element whose body is not read as plain HTML. */
enum html_element { HTML_PLAIN, HTML_PRE, HTML_TITLE, HTML_TEXTAREA, HTML_SCRIPT };

enum html_value { VALUE_PLAIN, VALUE_URL, VALUE_CLOSED /* takes literal text only */ };

/* How far an address has come; EITHER is the end of branches that stopped in different parts. */
enum html_url { URL_START, URL_PATH, URL_QUERY, URL_EITHER };

struct html {
    enum html_state state;
    enum html_element element;
    enum html_value value;
    enum html_url url;
    char quote;
    const char *refusal;    /* the sentence of the last refusal */
};

/* Which escaper a value needs. */
enum html_context {
    CONTEXT_TEXT,
    CONTEXT_RCDATA,
    CONTEXT_ATTR,
    CONTEXT_URL_START,
    CONTEXT_URL_PATH,
    CONTEXT_URL_QUERY,
    CONTEXT_REFUSED,
};

/* Reads the next bytes of a literal (`rest` ends where the literal ends) and returns how many were
 * read; 0 is a refusal. */
size_t html_step(struct html *html, struct str rest) MUST_USE;
/* The escaper for a value that stands here, and the machine after it. */
enum html_context html_hole(struct html *html) MUST_USE;
/* Is white space between words and tags free to shrink here? */
bool html_may_collapse(const struct html *html) PURE;

bool html_same(const struct html *a, const struct html *b) PURE;
/* Where one is after either of two branches: false when they cannot be continued as one. */
bool html_join(struct html *html, const struct html *other) MUST_USE;
/* For people: "in text", "in an address". */
const char *html_place(const struct html *html) PURE;

#endif
