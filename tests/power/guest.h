/* A citizen at a house on the disk that forgets: sends, keeps what was promised, and holds it to that. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_GUEST_H
#define POWER_GUEST_H

#include <stdbool.h>
#include <stdint.h>

#include "main/house.h"
#include "disk.h"

enum {
    REPORTS_MAX = 600,
    PHOTOS_MAX = 200,
    KEY_BYTES = 32,
    CODE_BYTES = 32,
    URL_BYTES = 80,
    RECEIPT_BYTES = 2560,
    FAULT_BYTES = 500,
};

/* A report that was sent under a key, which makes its text; what was answered, if anything was. */
struct report_sent {
    char key[KEY_BYTES];
    bool is_acked;
    int status; /* the last answer; 0: none came */
    int64_t tree_size;
    int64_t at; /* of its leaf */
    char code[CODE_BYTES];
    char secret[CODE_BYTES];
    char receipt[RECEIPT_BYTES];
};
struct photo_sent {
    size_t report;
    char url[URL_BYTES];
    uint8_t sha256[32]; /* of what was served right after */
};
/* In memory that outlives each process of a house: a promise counts from the moment it is there. */
struct promises {
    bool is_born; /* the house was made, and said so */
    struct instant now;
    size_t report_count;
    struct report_sent reports[REPORTS_MAX];
    size_t photo_count;
    struct photo_sent photos[PHOTOS_MAX];
    int64_t acked;
    int64_t unknown;       /* sent, and no answer came */
    int64_t unknown_there; /* of those: were there all the same */
    int64_t refused;       /* answered with 503 */
    int64_t checks;
    bool is_closed; /* it did not open, because of a fault that was made */
    bool is_broken; /* a promise was not kept; `fault` says which */
    char fault[FAULT_BYTES];
};

struct guest {
    struct promises *promises;
    const char *folder; /* the house's */
    struct house house;
    struct house_settings settings;
    struct worker *worker;
    uint64_t randomness;
};

/* Randomness, ours and the program's, and time follow from the seed. */
void guest_begin(struct guest *guest, struct promises *promises, const char *folder, uint64_t seed);
/* Opens the house, or makes it when it is not born; false, and a fault, when it does not open. */
bool guest_open(struct guest *guest);
void guest_close(struct guest *guest);
/* A new house gets its units. */
bool guest_import(struct guest *guest, const char *csv);

/* Some reports at once: one batch of the desk. True when all were acknowledged. */
bool guest_send(struct guest *guest, size_t count);
/* A photo to a report that was acknowledged; true when the photo was too. */
bool guest_add_photo(struct guest *guest, const char *path);
/* Folds the log as the desk does when it is long: another connection, for the engine's own limit is
 * thousands of pages. */
void guest_fold(struct guest *guest, const char *how);
/* Reads each report and photo; false, and a fault, when one is answered with something else than
 * itself or a 503. */
bool guest_read(struct guest *guest);
/* Everything that was promised: kheo check, receipts, reports, photos, the anchor; what was sent
 * without an answer is sent again. False, and a fault, when a promise is broken. */
bool guest_verify(struct guest *guest);
/* The same before a house is opened by whoever may write: what the anchor must know. */
bool guest_verify_anchor(struct guest *guest);

#endif
