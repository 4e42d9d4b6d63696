/* The context machine of tplc: reads literal HTML and says what a value may do where it stands. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "tplc_html.h"

#include <string.h>

static size_t step_text(struct html *html, struct str rest);
static size_t step_open_tag(struct html *html, struct str rest);
static size_t step_end_tag(struct html *html, struct str rest);
static size_t step_tag(struct html *html, struct str rest);
static size_t step_attribute(struct html *html, struct str rest);
static size_t step_url(struct html *html, struct str rest);

/* Elements with a body of their own, by enum html_element. */
static const char *const element_names[] = {
    [HTML_PLAIN] = "",        [HTML_PRE] = "pre",
    [HTML_TITLE] = "title",   [HTML_TEXTAREA] = "textarea",
    [HTML_SCRIPT] = "script",
};
/* Their bodies are not HTML, they bring in other pages or rewrite addresses; nobody needs one. */
static const char *const refused_elements[] = { "animate",   "base",    "embed",    "frame",
                                                "iframe",    "noembed", "noframes", "object",
                                                "plaintext", "set",     "style",    "xmp",
                                                NULL };
static const char *const refused_attributes[] = { "srcdoc", "style", NULL };
static const char *const url_attributes[] = { "action", "cite",     "data",   "formaction", "href",
                                              "src",    "manifest", "poster", "xlink:href", NULL };
/* Lists of addresses, which no escaper of ours can write. */
static const char *const closed_attributes[] = { "imagesrcset", "ping", "srcset", NULL };

static size_t refuse(struct html *html, const char *sentence)
{
    html->refusal = sentence;
    return 0;
}

static bool is_among(struct str name, const char *const *names)
{
    while (*names && !str_equal_nocase(name, str_of(*names))) {
        names++;
    }
    return *names != NULL;
}

/* What stands before the first byte of `stops`, or all. */
static struct str before_any(struct str s, const char *stops)
{
    size_t n = 0;
    while (n < s.n && !strchr(stops, s.p[n])) {
        n++;
    }
    return str_slice(s, 0, n);
}

size_t html_step(struct html *html, struct str rest)
{
    if (html->state == HTML_TEXT) {
        return step_text(html, rest);
    }
    if (html->state == HTML_IN_TAG) {
        return step_tag(html, rest);
    }
    if (rest.p[0] == html->quote) {
        html->state = HTML_IN_TAG;
        return 1;
    }
    return html->value == VALUE_URL ? step_url(html, rest) : 1;
}

static size_t step_text(struct html *html, struct str rest)
{
    if (rest.p[0] != '<') {
        return 1;
    }
    const struct str doctype = STR("<!doctype html>");
    if (str_equal_nocase(str_slice(rest, 0, doctype.n), doctype)) {
        return doctype.n;
    }
    if (str_starts(rest, STR("<!--"))) {
        return refuse(html, "comments are not sent to readers: write {{# … }}");
    }
    if (str_starts(rest, STR("</"))) {
        return step_end_tag(html, rest);
    }
    if (html->element == HTML_TITLE || html->element == HTML_TEXTAREA) {
        return refuse(html, "here '<' can only begin the end tag; write &lt; for the sign itself");
    }
    return step_open_tag(html, rest);
}

static size_t step_open_tag(struct html *html, struct str rest)
{
    const struct str name = before_any(str_slice(rest, 1, rest.n), " \n\t/>");
    if (name.n == 0 || name.n + 1 == rest.n) {
        return refuse(html, "this '<' begins no whole tag: behind the name is a space, / or >, no "
                            "value or branch may touch it, and the sign itself is &lt;");
    }
    if (is_among(name, refused_elements)) {
        return refuse(html, "this element is not used here: styles are files in ui/css, and other "
                            "pages are linked, not included");
    }
    for (size_t i = HTML_PRE; i < COUNT(element_names); i++) {
        if (str_equal_nocase(name, str_of(element_names[i]))) {
            html->element = (enum html_element)i;
        }
    }
    html->state = HTML_IN_TAG;
    return 1 + name.n;
}

static size_t step_end_tag(struct html *html, struct str rest)
{
    const struct str name = before_any(str_slice(rest, 2, rest.n), "> \n\t/<");
    const bool ends_element = str_equal_nocase(name, str_of(element_names[html->element]));
    if (name.n == 0 || 2 + name.n == rest.n || rest.p[2 + name.n] != '>' ||
        (html->element > HTML_PRE && !ends_element)) {
        return refuse(html, "this is no whole end tag: write </NAME>, of the element that is open");
    }
    html->element = ends_element ? HTML_PLAIN : html->element;
    return 2 + name.n + 1;
}

static size_t step_tag(struct html *html, struct str rest)
{
    if (strchr(" \n\t/", rest.p[0])) {
        return 1;
    }
    if (rest.p[0] != '>') {
        return step_attribute(html, rest);
    }
    html->state = HTML_TEXT;
    if (html->element != HTML_SCRIPT) {
        return 1;
    }
    const struct str end = STR("></script>");
    html->element = HTML_PLAIN;
    return str_equal_nocase(str_slice(rest, 0, end.n), end)
               ? end.n
               : refuse(html, "a script is a file: put it into ui/js, name it in src=\"…\", and "
                              "pass values in data- attributes");
}

static size_t step_attribute(struct html *html, struct str rest)
{
    const struct str name = before_any(rest, "= \n\t/>\"'<");
    if (name.n == 0 || name.n == rest.n || strchr("\"'<", rest.p[name.n])) {
        return refuse(html, "this is no whole attribute: write NAME=\"…\"; a value or a branch may "
                            "not cut the name, but {{attr NAME if …}} writes one such as checked");
    }
    if (str_equal_nocase(str_slice(name, 0, 2), STR("on")) || is_among(name, refused_attributes)) {
        return refuse(html, "no script or style in attributes: the site's policy forbids them; use "
                            "a class, and a file in ui/");
    }
    if (rest.p[name.n] != '=') {
        return name.n;
    }
    const char quote = name.n + 1 < rest.n ? rest.p[name.n + 1] : ' ';
    if (quote != '"' && quote != '\'') {
        return refuse(html, "put the value into quotes, without spaces around '='");
    }
    html->state = HTML_VALUE;
    html->quote = quote;
    html->url = URL_START;
    html->value = is_among(name, url_attributes)      ? VALUE_URL
                  : is_among(name, closed_attributes) ? VALUE_CLOSED
                                                      : VALUE_PLAIN;
    return name.n + 2;
}

/* An address begins so that no value can change where it leads: other schemes than these run code
 * or hold whole documents, and // takes whatever scheme the page has. */
static size_t step_url_start(struct html *html, struct str rest)
{
    const char stops[] = { '/', '?', '#', ':', html->quote, '\0' };
    const struct str head = before_any(rest, stops);
    const struct str tail = str_slice(rest, head.n, rest.n);
    const struct str scheme = str_slice(rest, 0, head.n + 1);
    const bool has_host = str_equal(scheme, STR("https:")) || str_equal(scheme, STR("http:"));
    html->url = URL_PATH;
    if (has_host && str_starts(tail, STR("://"))) {
        const char host_stops[] = { '/', '?', '#', html->quote, '\0' };
        const struct str host = before_any(str_slice(tail, 3, tail.n), host_stops);
        if (3 + host.n < tail.n) {
            return head.n + 3 + host.n;
        }
        return refuse(html, "a value may not name the host of an address");
    }
    if (str_equal(scheme, STR("mailto:")) || str_equal(scheme, STR("tel:"))) {
        return scheme.n;
    }
    if (tail.n == 0 || tail.p[0] == ':' || str_starts(rest, STR("//"))) {
        return refuse(html, "begin the address with /, ?, #, https://HOST/, mailto: or tel:");
    }
    if (head.n > 0) {
        return head.n;
    }
    html->url = tail.p[0] == '/' ? URL_PATH : URL_QUERY;
    return 1;
}

static size_t step_url(struct html *html, struct str rest)
{
    if (html->url == URL_START) {
        return step_url_start(html, rest);
    }
    if (rest.p[0] == '?' || rest.p[0] == '#') {
        html->url = URL_QUERY;
    }
    return 1;
}

enum html_context html_hole(struct html *html)
{
    if (html->state == HTML_TEXT) {
        return html->element > HTML_PRE ? CONTEXT_RCDATA : CONTEXT_TEXT;
    }
    if (html->state == HTML_IN_TAG) {
        refuse(html,
               "a value may not name an attribute: write NAME=\"{{…}}\", or {{attr NAME if …}} "
               "for one such as checked");
        return CONTEXT_REFUSED;
    }
    if (html->value == VALUE_PLAIN) {
        return CONTEXT_ATTR;
    }
    if (html->value == VALUE_CLOSED) {
        refuse(html, "this attribute is a list of addresses and takes no values: write it out");
        return CONTEXT_REFUSED;
    }
    switch (html->url) {
    case URL_START:
        html->url = URL_PATH;
        return CONTEXT_URL_START;
    case URL_PATH:
        return CONTEXT_URL_PATH;
    case URL_QUERY:
        return CONTEXT_URL_QUERY;
    case URL_EITHER:
        break;
    }
    refuse(html, "after these branches the value may stand in the path or in the query: put it "
                 "into each branch");
    return CONTEXT_REFUSED;
}

bool html_may_collapse(const struct html *html)
{
    return html->state == HTML_TEXT && html->element == HTML_PLAIN;
}

bool html_same(const struct html *a, const struct html *b)
{
    if (a->state != b->state || a->element != b->element) {
        return false;
    }
    return a->state != HTML_VALUE || (a->quote == b->quote && a->value == b->value &&
                                      (a->value != VALUE_URL || a->url == b->url));
}

bool html_join(struct html *html, const struct html *other)
{
    struct html twin = *html;
    twin.url = other->url;
    if (!html_same(&twin, other)) {
        return false;
    }
    html->url = html->url == other->url ? html->url : URL_EITHER;
    return true;
}

const char *html_place(const struct html *html)
{
    switch (html->state) {
    case HTML_TEXT:
        return html->element == HTML_PLAIN ? "in text" : "in an element such as textarea";
    case HTML_IN_TAG:
        return "between the attributes of a tag";
    case HTML_VALUE:
        if (html->value != VALUE_URL) {
            return "in the value of an attribute";
        }
        return html->url == URL_QUERY ? "in the query of an address" : "in an address";
    }
    return "";
}
