/* What the templates of this service show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_VIEWS_H
#define DENUNCIATION_VIEWS_H

#include "mod/denunciation/enclosure.h"
#include "mod/denunciation/settle_pages.h"

struct denunciation_start_view {
    struct page *page;
    bool is_open;         /* somebody has a key */
    bool is_denunciation; /* what comes today with a name, by the setting of law */
};

struct denunciation_form_view {
    struct page *page;
    struct field_view about[4];
    struct field_view pictures;
    struct field_view from_page;
    bool asks_from_page;
    struct field_view identity;
    struct field_view sender[3];
};

struct denunciation_sent_view {
    struct page *page;
    struct str code;
    struct str secret;
    struct str unit_name;
    struct day told_by;
    const struct jurisdiction *by_law;
    struct str ground;
    bool is_named;
    bool has_pictures;
    uint32_t next_page; /* enclosure.h */
    uint32_t pages;
    struct str promise;
};

struct said {
    bool is_from_sender;
    struct day on;
    struct str text; /* absent: sealed to others */
};
/* Pictures of one envelope that are shown now; none: it is still sealed. */
struct picture_item {
    struct inline_jpeg jpeg;
    size_t number; /* from 1 */
};
struct enclosure_item {
    struct denunciation_message_id id;
    struct day on;
    bool is_rendition; /* that went to those who verify; its pictures are never among these */
    const struct picture_item *pictures;
    size_t picture_count;
};
struct opened {
    const char *reason;
    struct instant asked_at;
    struct instant opened_at;
};

struct mailbox_view {
    struct page *page;
    struct field_view code;
    struct field_view secret;
    struct field_view text;
    bool is_open;
    struct str typed_code;
    struct str typed_secret;
    struct str unit_name;
    struct day received_on;
    const struct said *messages;
    size_t message_count;
    struct field_view pictures;
    struct field_view from_page;
    uint32_t next_page; /* enclosure.h */
    uint32_t pages;
    const struct enclosure_item *enclosures;
    size_t enclosure_count;
    const struct opened *openings;
    size_t opening_count;
    const struct settling_view *settling; /* NULL: it is not in the book yet */
};

struct officer_key_item {
    struct instant made_at;
    struct instant ended_at;
};
struct officer_key_view {
    struct page *page;
    bool has_key;
    bool is_recoverable;
    struct str fingerprint;
    struct instant made_at;
    struct field_view old;
    struct field_view passphrase;
    struct field_view again;
    const struct officer_key_item *older;
    size_t older_count;
};

struct recoverable_item {
    struct str holder_name;
    struct instant made_at;
    struct local_url ask;
};
struct recovery_item {
    struct str holder_name;
    struct str asked_by;
    struct instant asked_at;
    size_t share_count;
    int64_t needed;
    struct field_view passphrase;
    struct local_url give; /* for a custodian */
    struct local_url take; /* for who asked, when there is enough */
};
struct recovery_view {
    struct page *page;
    const struct recoverable_item *keys;
    size_t key_count;
    const struct recovery_item *pending;
    size_t pending_count;
};

struct denunciation_item {
    struct str code;
    struct str unit_name;
    struct day received_on;
    bool is_named;
    struct local_url url;
};
struct denunciation_list_view {
    struct page *page;
    const struct denunciation_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
    bool has_key;
};

struct denunciation_show_view {
    struct page *page;
    struct str code;
    struct str unit_name;
    struct day received_on;
    bool is_named;
    struct field_view passphrase;
    /* What was opened just now; absent before. */
    struct denunciation_content content;
    const char *position;
    struct str accused_unit_name; /* as it was when the letter came; else its code */
    const struct said *messages;
    size_t message_count;
    const struct enclosure_item *enclosures;
    size_t enclosure_count;
    struct local_url hand_url;
    struct denunciation_identity identity;
    /* Answering, and the name. */
    struct field_view text;
    struct field_view reason;
    struct field_view name_passphrase;
    bool is_asked;
    const char *asked_reason;
    size_t share_count;
    int64_t needed;
    bool is_enough;
    struct local_url open_url;
    struct local_url reply_url;
    struct local_url ask_url;
    struct local_url name_url;
    const struct settling_view *settling; /* NULL: it is not in the book yet, and these are asked */
    struct field_view channel;
    struct field_view letter_on;
    struct local_url enter_url;
};

struct name_show_view {
    struct page *page;
    struct str code;
    struct str unit_name;
    bool is_asked;
    struct str asked_by;
    const char *reason;
    struct instant asked_at;
    size_t share_count;
    int64_t needed;
    bool has_given;
    struct field_view passphrase;
    struct local_url send_to;
};

/* A copy for those who verify, first its door and then the page on which it is made. */
struct handed_picture {
    struct picture_item picture;
    const char *boxes_name;
    struct field_view is_given;
    struct field_view boxes;
};
enum { VERIFIERS_MAX = 3 };
struct handing_view {
    struct page *page;
    struct str code;
    bool is_open;          /* the words and pictures are on the page */
    bool is_being_written; /* there is a text already */
    bool has_verifiers;
    struct local_url send_to;
    struct local_url script;
    struct field_view enclosure;
    struct field_view text;
    const struct handed_picture *pictures;
    size_t picture_count;
    const struct form_param *kept; /* marks of pictures that are not on the page */
    size_t kept_count;
    struct field_view is_clean;
    struct field_view verifiers[VERIFIERS_MAX];
    struct field_view passphrase;
};

struct rendition_item {
    struct str code;
    struct str unit_name;
    struct day handed_on;
    struct local_url url;
};
struct rendition_list_view {
    struct page *page;
    const struct rendition_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
};
struct rendition_show_view {
    struct page *page;
    struct str code;
    struct str unit_name;
    struct day handed_on;
    struct str text; /* absent: still sealed */
    const struct picture_item *pictures;
    size_t picture_count;
    struct field_view passphrase;
    struct local_url send_to;
};

/* Those of JPEGs that are there. */
const struct picture_item *picture_items(struct visit *v, const struct bytes *list,
                                         size_t *ret_count);
/* What came beside the words, newest first. With keys the pictures of `wanted` are shown (0: those
 * of the letter and the newest, as many as one page surely holds). */
void list_enclosures(struct visit *v, struct denunciation_id about, const struct officer_keys *keys,
                     struct denunciation_message_id wanted, const struct enclosure_item **ret,
                     size_t *ret_count);

#endif
