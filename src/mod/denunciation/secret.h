/* The sender's code and secret: eight syllables that open a mailbox, and nobody else can. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_SECRET_H
#define DENUNCIATION_SECRET_H

#include "base/box.h"
#include "base/out.h"
#include "case/code.h"

/* 8 of 2,048 syllables are 88 bits: a stolen database, two argon2id a guess, does not give one
 * back. They are written as Vietnamese is without its marks, so that they can be read over the
 * telephone and typed on any keyboard; the list is not kept but follows from the rules of spelling
 * (secret.c), and not all of them are words. */
enum {
    SYLLABLES = 2048,
    SYLLABLE_CHARS_MAX = 8,
    SECRET_SYLLABLES = 8,
    SECRET_BYTES_MAX = SECRET_SYLLABLES * (SYLLABLE_CHARS_MAX + 1),
    SECRET_RANDOM_BYTES = 11,
    CODE_RANDOM_BYTES = 8,
};

/* The syllable of that number, 0 … SYLLABLES - 1; each has another. */
void syllable_write(struct out *out, unsigned number);
/* "bao nghieng …", eight of them with a space between. */
struct str mailbox_secret_make(struct arena *arena, const uint8_t bits[SECRET_RANDOM_BYTES]);
/* The same text from what somebody typed: any case, with or without marks, anything between the
 * syllables. Absent when it is not eight syllables of the list; *ret_wrong is then the first that
 * is not in it, or absent. */
struct str mailbox_secret_read(struct arena *arena, struct str typed, struct str *ret_wrong);

/* "TC-7K3Q-92MX": forty bits, and a name for one denunciation that says nothing. */
struct str denunciation_code(struct arena *arena, const uint8_t bits[CODE_RANDOM_BYTES]);
/* The same from what was typed; absent when it is none. */
struct str denunciation_code_read(struct arena *arena, struct str typed);

/* What the server keeps of a secret: by which it knows the mailbox, and to which answers are
 * sealed. The halves come of two argon2id with salts that are the site's (`origin`, the ledger's
 * name), so that the one says nothing of the other and no table made for one site is of use for
 * another. */
struct mailbox {
    struct hash hash;
    struct box_key key;
};
/* Slow, twice password_stretch(). False: no memory for it now. */
bool mailbox_of(struct str secret, struct str origin, struct mailbox *ret) MUST_USE;

#endif
