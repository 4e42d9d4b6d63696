/* Sealing for a unit's officers, and opening with the key of one of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_SEAL_H
#define DENUNCIATION_SEAL_H

#include "mod/denunciation/denunciation.h"
#include "mod/denunciation/secret.h"

/* The keys of those who may read. */
struct readers {
    uint8_t keys[ENVELOPE_KEYS_MAX][BOX_KEY_BYTES];
    size_t count;
};
/* Who holds the power over the unit and does not work in the accused one. */
struct readers readers_over(struct visit *v, struct unit_id unit, struct unit_id accused,
                            const char *power);
/* Of one that is there already: whoever was given it and is still in office; with room for one key
 * more, the mailbox's. */
struct readers readers_of_denunciation(struct visit *v, struct denunciation_id id);
void readers_add(struct readers *readers, struct bytes key);

/* The bytes of an envelope in the visit's arena; absent when it cannot be sealed to them. */
struct bytes seal_for(struct visit *v, enum envelope_kind kind, const struct readers *readers,
                      unsigned needed, struct str plain);
/* What was typed, under the form's token: the mark of a command. */
struct bytes mark_of(struct visit *v, struct str plain);

/* A person's keys, the one in use first, each of the others opened with the one before it. */
enum { OFFICER_KEYS_MAX = 64 };
struct officer_keys {
    struct box_key list[OFFICER_KEYS_MAX];
    size_t count;
};
/* The key in use of whoever visits, opened with the passphrase, and those that it replaced, back to
 * the one that is wanted (none: that one alone), which is the last. In the visit's memory only,
 * which its route wipes. INVALID, and the problem said, when there is no such key or the
 * passphrase, typed into `field`, is wrong; STORE_FAILED when a row of it is damaged. Slow. */
enum status officer_keys_open(struct visit *v, struct str passphrase, const char *field,
                              struct officer_key_id wanted, struct officer_keys *ret);
/* Before a sender's command: it has no key that the desk would remember with the second, and no
 * author, whoever may be signed in on that browser. */
void forget_sender(struct visit *v);
/* A rule's refusal before there is a command, as visit_refused() says one. */
void say_refusal(struct visit *v, const struct verdict *verdict);
/* What is in an envelope of CONTENT for one of the keys; absent when none of them opens it. */
struct str content_open(struct visit *v, struct bytes sealed, const struct box_key *keys,
                        size_t key_count);

#endif
