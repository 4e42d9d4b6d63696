/* What the files of this service share: commands, facts, powers, pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_DENUNCIATION_H
#define DENUNCIATION_DENUNCIATION_H

#include "base/envelope.h"
#include "desk/desk.h"
#include "mod/denunciation/rules.h"
#include "sql/denunciation.h"
#include "web/module.h"
#include "web/page.h"

/* To read what was said; to hold a share of who said it. Nobody should have both. */
#define POWER_HANDLE   "denunciation.handle"
#define POWER_IDENTITY "denunciation.identity"
/* To hold a share of colleagues' keys, for the day they are gone. */
#define POWER_RECOVER "denunciation.recover"
/* To find out whether it is so, from a copy in which nothing tells who said it. */
#define POWER_VERIFY "denunciation.verify"

enum {
    COMMAND_SEND,
    COMMAND_WRITE,
    COMMAND_REPLY,
    COMMAND_OPEN,
    COMMAND_ASK,
    COMMAND_GIVE,
    COMMAND_OPEN_NAME,
    COMMAND_HAND,
    COMMAND_OPEN_RENDITION,
    COMMAND_KEY_ADD,
    COMMAND_KEY_REPLACE,
    COMMAND_KEY_ASK,
    COMMAND_KEY_GIVE,
    COMMAND_KEY_TAKE,
    COMMAND_TELL,
    COMMAND_ENTER,
    COMMAND_RECOUNT,
    COMMAND_REMIND,
    COMMAND_FIRST_ACT
};
enum {
#define CASE_ACT(act, needs, effect, about) ACT_##act,
#include "mod/denunciation/acts.def"
#undef CASE_ACT
    ACT_COUNT
};
extern const struct command denunciation_commands[COMMAND_FIRST_ACT + ACT_COUNT];

enum {
    FACT_RECEIVED,
    FACT_MESSAGE,
    FACT_OPENED,
    FACT_NAME_ASKED,
    FACT_NAME_SHARE,
    FACT_NAME_OPENED,
    FACT_HANDED,
    FACT_RENDITION_OPENED,
    FACT_KEY_ADDED,
    FACT_KEY_REPLACED,
    FACT_KEY_ASKED,
    FACT_KEY_SHARE,
    FACT_KEY_RECOVERED,
    FACT_COUNT
};
extern const struct fact denunciation_facts[FACT_COUNT];

/* Sent: everything is sealed before the desk hears of it. It has no key of the desk's (v->key),
 * which would be remembered with the second it came in; the mailbox is the same when it is sent
 * again. */
struct denunciation_send {
    struct unit_id unit;
    struct bytes mailbox_hash;
    struct bytes mailbox_key;
    struct bytes content;
    struct bytes identity;  /* absent: not named */
    struct bytes enclosure; /* its pictures; absent: none */
};
/* More about it, from the sender or to them: words, pictures, or both. `mark` is a keyed hash of
 * what was typed, under the form's token, which is kept nowhere: what is sent twice is one, and
 * nobody can try texts. */
struct denunciation_write {
    struct str code;
    struct bytes mark;
    struct bytes sealed;
    struct bytes enclosure;
};
/* A copy without what tells who denounced, sealed to those who verify and to its readers. */
struct denunciation_hand {
    struct str code;
    struct bytes mark;
    struct bytes sealed;
};
struct rendition_open {
    struct denunciation_message_id id;
};
/* What the envelope of a message holds; denunciation_message.holds. */
enum message_holds { HOLDS_WORDS, HOLDS_PICTURES, HOLDS_RENDITION };
/* Into the book, by one of its readers: how the letter came that its sender signed. */
struct denunciation_enter {
    struct str code;
    struct str channel;     /* "post", "counter", "spoken"; "web": nobody has signed */
    struct day received_on; /* on the stamp; none: today. Of "web" the day on which it was sealed */
};
extern const struct record denunciation_enter_record;
apply_fn apply_denunciation_remind, apply_denunciation_enter, apply_settling_act,
    apply_settling_recount;

/* An act of an officer. */
struct denunciation_act {
    struct str code;
    struct str reason; /* to ask for the name */
};
struct denunciation_give {
    struct str code;
    int64_t place;
    struct bytes sealed;
};
struct officer_key_new {
    struct bytes public_key;
    struct bytes wrapped;
    struct bytes old_wrapped; /* the key before it, sealed to this one */
    struct bytes recovery;    /* its secret half for the custodians; absent: there are too few */
};
/* A key whose holder is gone: asked for, given by shares, taken. */
struct officer_key_ask {
    struct officer_key_id key;
};
struct officer_key_give {
    struct key_recovery_id recovery;
    int64_t place;
    struct bytes sealed;
};
struct officer_key_take {
    struct key_recovery_id recovery;
    struct bytes wrapped; /* its secret half, sealed to the key in use of who takes it */
};
apply_fn apply_denunciation_send, apply_denunciation_write, apply_denunciation_reply;
apply_fn apply_denunciation_open, apply_denunciation_ask, apply_denunciation_give;
apply_fn apply_denunciation_open_name, apply_denunciation_tell;
apply_fn apply_denunciation_hand, apply_rendition_open;
apply_fn apply_officer_key_add, apply_officer_key_replace;
apply_fn apply_officer_key_ask, apply_officer_key_give, apply_officer_key_take;

/* The leaf that says that something sealed was here: the hash of its envelopes. Leaves of no paper
 * at all look the same. */
struct sealed_fact {
    struct bytes sealed;
};
/* What happened to a key, and by whom. */
struct key_fact {
    struct id holder;
    struct bytes public_key;
};
struct hash sealed_hash(struct bytes content, struct bytes identity);
/* The mark of the pictures that came with what has this one. */
struct hash mark_of_pictures(struct bytes mark);

/* The denunciation, when its content was sealed to a key of this person's: else it is not there. */
bool denunciation_of(struct conn *conn, struct str code, struct id person, bool is_identity,
                     struct denunciation_of_code_row *ret, struct officer_key_id *ret_key);

visit_fn denunciation_start, denunciation_form_show, denunciation_form_take;
visit_fn mailbox_show, mailbox_take;
visit_fn recovery_show, recovery_ask, recovery_give, recovery_take;
visit_fn officer_key_show, officer_key_take, officer_key_change;
visit_fn denunciation_list_page, denunciation_show, denunciation_act_take;
visit_fn name_list_page, name_show, name_give;
visit_fn handing_show, handing_take;
visit_fn rendition_list_page, rendition_show, rendition_take;

struct access_source;
extern const struct access_source denunciation_access;
void denunciation_check(struct snap *snap, struct check *check);

#endif
