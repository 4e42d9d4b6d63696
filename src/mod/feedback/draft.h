/* Drafts: a report being written, kept on the server at an address that cannot be guessed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_DRAFT_H
#define FEEDBACK_DRAFT_H

#include "mod/feedback/feedback.h"

enum { DRAFT_DAYS = 14 };

/* What was typed so far; absent where nothing was. The token is the address, and the idempotency
 * key under which the report is sent at last, so that no draft becomes two reports. No cookie is
 * needed, and Back, a second tab or a dead battery lose nothing. */
struct draft {
    struct str token;
    struct str unit;     /* code */
    struct str category; /* slug */
    struct str text;
    struct str place;
    int64_t lat_micro;
    int64_t lon_micro;
    struct str identity;
    struct str name;
    struct str phone;
    struct str email;
    struct str replies; /* question.h */
    struct str code;    /* of the report that it became; absent: still a draft */
    /* What this saving adds and takes away; absent when loaded (photo.h, photos_of). */
    struct bytes photos; /* photos_bytes() */
    struct str dropped;  /* name of a photo, or of the recording */
    struct bytes recording;
};

/* Saving takes a struct draft. None of these states a fact: a draft is nobody's business but its
 * writer's. */
extern const struct record draft_record, draft_drawn_record, draft_drop_record;
struct draft_drop {
    struct str token;
};
apply_fn apply_draft_save, apply_draft_drop;
apply_fn apply_draft_sweep;

/* What is kept of a token: the rows cannot be turned into addresses. */
struct hash draft_hash(struct str token);
bool draft_load(struct conn *conn, struct str token, struct draft *ret) MUST_USE;
/* An address as this service draws them: 32 digits and small letters of base 16. A program may draw
 * one itself, from a good source, for a report that has never been a draft here. */
bool draft_token_is_good(struct str token) PURE;
/* What is sent when a draft is, by its page or by the API: the same under the same key. */
struct send draft_sending(const struct draft *draft);
/* Inside the sending: empties the draft and leaves the code of the report where it was, for as long
 * as drafts are kept; one that never was here begins like that. Photos that the report did not take
 * are let go. */
void draft_sent(struct deed *deed, struct str token, struct str code);

#endif
