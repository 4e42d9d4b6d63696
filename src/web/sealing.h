/* What came in the open and should have been sealed: how the service that has it hands it on. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_SEALING_H
#define WEB_SEALING_H

#include "desk/desk.h"
#include "web/page.h"

/* People write a denunciation where reports are sent. Two services that do not know each other then
 * do one thing: the one seals, the other forgets, in one command. So what is sealed passes between
 * them as bytes that only the first can read:
 *
 *     const struct sealing *sealing = service_that_seals();        NULL: none in this house
 *     enum status status = sealing->seal(v, &matter, &parcel);     before the command
 *     ...in the command: sealing->keep(deed, parcel), and then deed_forget(…)
 *
 * Law: 25/2018/QH14 art. 56 cl. 1 (what would reveal a denouncer is kept secret). */
struct sealing_matter {
    struct str accused;  /* who, in the words of whoever hands it on */
    struct str position; /* a choice of its fields */
    struct str unit;     /* official code: where they work */
    struct str text;     /* what was said */
    struct str name;     /* who said it; absent: nobody knows */
    struct str address;  /* perhaps absent although there is a name */
    struct str contact;
    const struct str *pictures; /* JPEGs */
    size_t picture_count;       /* at most UPLOAD_FILES_MAX */
    struct hash secret;         /* follows from the secret of the paper, which its sender has */
};

/* Where whoever sent it reads on. */
struct sealing_found {
    struct str code;
    struct str secret;
    struct local_url mailbox; /* the page that takes both */
};

/* The answers that an officer gives beside the paper, under their names in a form. */
struct sealing_form {
    struct str accused;
    struct str position;
    struct str unit;
};
enum { SEALING_FIELDS = 3, SEALING_ACCUSED_CHARS_MAX = 300 };
extern const struct record sealing_form_record;

/* Of one service (denunciation), in its struct module. */
struct sealing {
    /* Does anybody hold a key? */
    bool (*is_open)(struct visit *v);
    /* The page on which one is sent sealed, with the words that were typed already. */
    enum status (*begin)(struct visit *v, struct str text);
    /* The fields of sealing_form_record, with their choices. */
    void (*ask)(struct visit *v, struct field_view ret[SEALING_FIELDS]);
    /* To those above the accused one's unit, never to anyone in it. INVALID and the problem said:
     * the answers, or nobody holds a key; BUSY: no memory for it now. Slow. */
    enum status (*seal)(struct visit *v, const struct sealing_matter *matter,
                        struct bytes *ret_parcel);
    /* Inside a command: kept from now on. Sent twice, it is one. */
    struct verdict (*keep)(struct deed *deed, struct bytes parcel);
    /* By the same `secret`. NOT_FOUND: nothing was sealed under it; BUSY. Slow. */
    enum status (*find)(struct visit *v, struct hash secret, struct sealing_found *ret);
};
const struct sealing *service_that_seals(void);

#endif
