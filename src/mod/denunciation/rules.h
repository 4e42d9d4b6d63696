/* What may be sent, who is competent, and why a name may be opened: pure. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DENUNCIATION_RULES_H
#define DENUNCIATION_RULES_H

#include "base/field.h"
#include "law/verdict.h"

enum {
    ACCUSED_CHARS_MAX = 300,
    ADDRESS_CHARS_MAX = 300,
    PASSPHRASE_CHARS_MIN = 16,
    PASSPHRASE_CHARS_MAX = 200,
    MESSAGE_CHARS_MAX = 4000,
    /* So many of the identity officers open a name together, and so many there must be. */
    IDENTITY_NEEDED = 2,
    /* So many custodians, each of another unit, give a lost key back, and so many there must be. */
    RECOVERY_NEEDED = 2,
    CUSTODIANS_MIN = 3,
};

/* What the form asks. Nothing of it goes to the desk but inside an envelope. */
struct denunciation_form {
    struct str accused;  /* who, and in which post */
    struct str position; /* of JURISDICTIONS */
    struct str unit;     /* official code: where they work */
    struct str text;
    struct str identity; /* "named" or "unnamed" */
    struct str name;
    struct str address;
    struct str contact;
    int64_t from_page; /* of a PDF that is longer than what one letter takes (enclosure.h) */
};
extern const struct record denunciation_form_record;

/* The page with which a PDF begins this time, from 1; 0: not said. In each record whose form asks
 * for files. */
#define FIELD_FROM_PAGE(TYPE)                                                                      \
    FIELD(TYPE, from_page, .max = 999, .label = N_("Gửi tệp PDF từ trang"))

/* What is sealed, and so what a handler reads. Neither may ever lose a member: old envelopes hold
 * records of this shape. */
struct denunciation_content {
    struct str accused;
    struct str position;
    struct str unit;
    struct str text;
};
struct denunciation_identity {
    struct str name;
    struct str address;
    struct str contact;
};
extern const struct record denunciation_content_record, denunciation_identity_record;

/* Who settles it by law, by what the accused is there. `is_law_within`: the law names the head of
 * the accused one's own unit. We seal to the unit above all the same, which forwards it: nobody
 * who works in the accused unit is to have the key. */
struct jurisdiction {
    const char *position;
    const char *label;
    const char *resolver;
    bool is_law_within;
    struct cite cite;
};
extern const struct jurisdiction JURISDICTIONS[];
extern const size_t JURISDICTION_COUNT;
const struct jurisdiction *jurisdiction_of(struct str position);

/* The reasons for opening a name; coded, so that the reason itself tells nothing. */
struct opening_reason {
    const char *name;
    const char *label;
};
extern const struct opening_reason OPENING_REASONS[];
extern const size_t OPENING_REASON_COUNT;
/* Vietnamese source text; NULL: no such reason. */
const char *opening_reason_label(struct str name);

struct denunciation_facts {
    bool is_unit_known;
    bool has_superior;     /* within this house */
    size_t handler_count;  /* keys that the content goes to */
    size_t identity_count; /* keys that the name goes to */
};
struct verdict denunciation_may_send(const struct denunciation_form *form,
                                     const struct denunciation_facts *facts);
/* The part of it that is asked whoever sends it on: where it goes, and whether keys are there. */
struct verdict denunciation_may_be_sealed(const struct denunciation_form *form,
                                          const struct denunciation_facts *facts);
/* A passphrase for a key: long, and twice the same. */
struct verdict passphrase_may_be(struct str passphrase, struct str again);

#endif
