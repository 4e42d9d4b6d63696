/* Pages that can be listened to: a narration by the house, else a voice of the reader's machine. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_LISTEN_H
#define WEB_LISTEN_H

#include "web/tongues.h"

/* The pages of the core, by the keys that narrations are kept under. */
struct listen_page {
    const char *key;
    const char *label; /* Vietnamese source text */
    const char *path;  /* where it can be read; NULL: of one paper, or of one who signs in */
};
/* Ends with a zero row. */
extern const struct listen_page listen_pages[];
const struct listen_page *listen_page_of(struct str key) PURE;

/* The part web_listen. First a narration; below it, hidden until a script has found that the
 * machine itself has a voice of the page's language, a button. A voice that sends the text to some
 * other machine is never taken: what is on the page may be somebody's own matter. */
struct listen_view {
    struct narration narration; /* no address: there is none */
    const char *language;       /* of the voice, BCP 47 */
    struct str spoken; /* what the voice reads; absent: the page's headings and paragraphs */
    bool may_speak;    /* the page is whole in one language, and not sealed */
};

struct page;
/* Offers both above the content of the page; nothing on a sealed route. `text` is what a voice
 * should read, Vietnamese, as eyes read it (text/spoken.h); absent: what stands on the page. */
void page_listen(struct page *page, const char *key, struct str text);

#endif
