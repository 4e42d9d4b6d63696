/* A letter that came back signed: is it the one that was issued, and who put a signature on it? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_SIGNED_H
#define STUDIO_SIGNED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/str.h"

/* A PDF is signed by what is appended to it: a field with a range of its bytes and, for those, a
 * CMS message with the certificate of whoever signed (ISO 32000-1 section 12.8; ETSI EN 319 142-1).
 * Law: 20/2023/QH15 art. 23, 30/2020/NĐ-CP art. 5: a letter is an original when who
 * may sign it and the office have signed it so.
 *
 * What is not judged: whether the certificate is a true one, since anybody can make one with any
 * name. The State's roots are not on this machine, and whether one was taken back is asked over the
 * network; the programs that sign do both. */
enum signature_state {
    SIGNATURE_WHOLE,   /* what it was put on is as it was */
    SIGNATURE_ALTERED, /* not any more */
    SIGNATURE_UNREAD,  /* by a method that is not known here or too weak, or without certificate */
    SIGNATURE_STATES
};

enum { SIGNATURES_MAX = 4, SIGNATURE_NAME_BYTES = 160, SIGNED_BYTES_MAX = 5 << 20 };

/* Names as the certificate has them, of one line, ending with '\0', cut off where they are longer;
 * "" where none is said. */
struct signature {
    int64_t at; /* seconds since 1970, by the clock of who signed; 0: not said */
    uint32_t state;
    uint32_t end; /* how many bytes of the file it stands for */
    char name[SIGNATURE_NAME_BYTES];
    char organ[SIGNATURE_NAME_BYTES];
    char issuer[SIGNATURE_NAME_BYTES]; /* who gave the certificate */
};

struct signed_letter {
    bool is_same;  /* see signed_read() */
    bool has_more; /* than SIGNATURES_MAX: those are not read */
    uint32_t count;
    struct signature list[SIGNATURES_MAX];
};

/* The signatures of a file, and whether it is `issued`: as many pages, each with the same letters
 * and the same picture, no layers, scripts, attachments, fonts of elsewhere or notes, and fields of
 * signatures only where the issued page is white. What was signed counts, not what the file shows
 * in the end: every signature must be whole, the last one reach the end of the file, and each part
 * that was signed be the letter. So only who signs could still change what others see, by what
 * poppler does not draw. Without any signature the file alone is compared; an absent `issued` is
 * the same as nothing. What looks like a signature and cannot be followed is one that is unread;
 * timestamps of an authority are none.
 *
 * This reads hostile bytes with poppler and libcrypto: only the studio's own process, tests and
 * fuzzers call it. False: the file cannot be read as PDF; its signatures may. */
bool signed_read(struct arena *arena, struct str issued, struct str file,
                 struct signed_letter *ret);
/* Before the sandbox: libcrypto reads settings when it is used for the first time. */
void signed_open(void);

#endif
