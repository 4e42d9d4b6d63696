/* A letter on its way to the worker: its shape, lengths, then all texts in one run. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "studio/letter_private.h"

/* Both ends are one program, so numbers go as they lie in memory. */
struct packed_shape {
    int64_t number;
    int64_t at_s;
    int32_t on;
    uint32_t layout;
    uint32_t addressees;
    uint32_t recipients;
    uint32_t signers;
    uint32_t blocks;
    uint32_t texts;
    uint32_t signing[LETTER_SIGNERS_MAX];
};
struct packed_block {
    uint32_t kind;
    uint32_t cells;
};

static bool has_short_names(const struct letter *letter);
static size_t count_texts(const struct letter *letter);
static void head_of(struct letter *letter, struct str *ret[LETTER_HEAD_TEXTS]);
static void signer_of(struct letter_signer *signer, struct str *ret[LETTER_SIGNER_TEXTS]);
static void list_texts(const struct letter *letter, struct str *ret);
static struct letter with_texts(struct arena *arena, const struct letter *shape,
                                const struct str *texts);
static bool read_bytes(struct str *rest, void *ret, size_t n);
static bool unpack_shape(struct arena *arena, struct str *rest, struct letter *ret,
                         size_t *ret_texts);

bool letter_pack(struct out *out, const struct letter *letter)
{
    if (!letter_is_small(letter)) {
        return false;
    }
    struct packed_shape shape = {
        .number = letter->number,
        .at_s = letter->at.s,
        .on = letter->on.n,
        .layout = letter->layout,
        .addressees = (uint32_t)letter->addressee_count,
        .recipients = (uint32_t)letter->recipient_count,
        .signers = (uint32_t)letter->signer_count,
        .blocks = (uint32_t)letter->block_count,
        .texts = (uint32_t)count_texts(letter),
    };
    for (size_t i = 0; i < letter->signer_count; i++) {
        shape.signing[i] = letter->signers[i].form;
    }
    struct str *texts = new(out->arena, struct str, shape.texts);
    list_texts(letter, texts);
    out_bytes(out, &shape, sizeof shape);
    for (size_t i = 0; i < letter->block_count; i++) {
        struct packed_block block = { letter->blocks[i].kind,
                                      (uint32_t)letter->blocks[i].cell_count };
        out_bytes(out, &block, sizeof block);
    }
    size_t total = 0;
    for (size_t i = 0; i < shape.texts; i++) {
        uint32_t n = (uint32_t)texts[i].n;
        total += texts[i].n;
        out_bytes(out, &n, sizeof n);
    }
    for (size_t i = 0; i < shape.texts; i++) {
        out_str_raw(out, texts[i]);
    }
    return total <= LETTER_TEXT_BYTES_MAX && !out->overflowed;
}

bool letter_unpack(struct arena *arena, struct str bytes, struct letter *ret)
{
    struct letter shape = { 0 };
    struct str rest = bytes;
    size_t count = 0;
    if (!unpack_shape(arena, &rest, &shape, &count)) {
        return false;
    }
    uint32_t *lengths = new(arena, uint32_t, count);
    struct str *texts = new(arena, struct str, count);
    if (!read_bytes(&rest, lengths, count * sizeof *lengths)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (lengths[i] > rest.n) {
            return false;
        }
        texts[i] = str_slice(rest, 0, lengths[i]);
        rest = str_slice(rest, lengths[i], rest.n);
    }
    if (rest.n > 0) {
        return false;
    }
    *ret = with_texts(arena, &shape, texts);
    return true;
}

bool letter_clean(struct arena *arena, const struct letter *letter, struct letter *ret)
{
    size_t count = count_texts(letter);
    struct str *texts = new(arena, struct str, count);
    list_texts(letter, texts);
    for (size_t i = 0; i < count; i++) {
        if (!paper_clean(arena, &texts[i])) {
            return false;
        }
    }
    *ret = with_texts(arena, letter, texts);
    return true;
}

/* --- its shape -------------------------------------------------------------------------------- */

bool letter_is_small(const struct letter *letter)
{
    size_t cells = 0;
    for (size_t i = 0; i < letter->block_count && i < LETTER_BLOCKS_MAX; i++) {
        cells += letter->blocks[i].cell_count;
        if (letter->blocks[i].cell_count > LETTER_CELLS_MAX) {
            return false;
        }
    }
    return letter->block_count <= LETTER_BLOCKS_MAX && cells <= LETTER_CELLS_TOTAL_MAX &&
           letter->signer_count <= LETTER_SIGNERS_MAX &&
           letter->addressee_count <= LETTER_RECIPIENTS_MAX &&
           letter->recipient_count <= LETTER_RECIPIENTS_MAX && has_short_names(letter);
}

/* All but the blocks. A shape that is still without its texts has none that is long. */
static bool has_short_names(const struct letter *letter)
{
    struct letter copy = *letter;
    struct str *head[LETTER_HEAD_TEXTS];
    bool is_short = true;
    head_of(&copy, head);
    for (size_t i = 0; i < LETTER_HEAD_TEXTS; i++) {
        is_short &= head[i]->n <= LETTER_NAME_BYTES_MAX;
    }
    for (size_t i = 0; letter->addressees && i < letter->addressee_count; i++) {
        is_short &= letter->addressees[i].n <= LETTER_NAME_BYTES_MAX;
    }
    for (size_t i = 0; letter->recipients && i < letter->recipient_count; i++) {
        is_short &= letter->recipients[i].n <= LETTER_NAME_BYTES_MAX;
    }
    for (size_t i = 0; i < letter->signer_count; i++) {
        struct letter_signer signer = letter->signers[i];
        struct str *texts[LETTER_SIGNER_TEXTS];
        signer_of(&signer, texts);
        for (size_t k = 0; k < LETTER_SIGNER_TEXTS; k++) {
            is_short &= texts[k]->n <= LETTER_NAME_BYTES_MAX;
        }
    }
    return is_short;
}

static size_t count_texts(const struct letter *letter)
{
    size_t count = LETTER_HEAD_TEXTS + letter->addressee_count + letter->recipient_count +
                   LETTER_SIGNER_TEXTS * letter->signer_count + 2 * letter->block_count;
    for (size_t i = 0; i < letter->block_count; i++) {
        count += letter->blocks[i].cell_count;
    }
    return count;
}

static bool unpack_shape(struct arena *arena, struct str *rest, struct letter *ret,
                         size_t *ret_texts)
{
    struct packed_shape shape;
    if (!read_bytes(rest, &shape, sizeof shape) || shape.layout >= LETTER_LAYOUTS ||
        shape.blocks > LETTER_BLOCKS_MAX || shape.signers > LETTER_SIGNERS_MAX) {
        return false;
    }
    struct packed_block *packed = new(arena, struct packed_block, shape.blocks + 1);
    struct letter_block *blocks = new(arena, struct letter_block, shape.blocks + 1);
    struct letter_signer *signers = new(arena, struct letter_signer, shape.signers + 1);
    bool is_right = read_bytes(rest, packed, shape.blocks * sizeof *packed);
    for (size_t i = 0; is_right && i < shape.blocks; i++) {
        is_right = packed[i].kind < LETTER_BLOCK_KINDS;
        blocks[i].kind = (enum letter_block_kind)packed[i].kind;
        blocks[i].cell_count = packed[i].cells;
    }
    for (size_t i = 0; is_right && i < shape.signers; i++) {
        is_right = shape.signing[i] < SIGNING_FORMS;
        signers[i].form = (enum letter_signing)shape.signing[i];
    }
    struct letter letter = {
        .layout = (enum letter_layout)shape.layout,
        .number = shape.number,
        .on = { shape.on },
        .at = { shape.at_s },
        .addressee_count = shape.addressees,
        .recipient_count = shape.recipients,
        .signers = signers,
        .signer_count = shape.signers,
        .blocks = blocks,
        .block_count = shape.blocks,
    };
    if (!is_right || !letter_is_small(&letter) || count_texts(&letter) != shape.texts) {
        return false;
    }
    *ret = letter;
    *ret_texts = shape.texts;
    return true;
}

static bool read_bytes(struct str *rest, void *ret, size_t n)
{
    if (rest->n < n) {
        return false;
    }
    if (n > 0) {
        memcpy(ret, rest->p, n);
    }
    *rest = str_slice(*rest, n, rest->n);
    return true;
}

/* --- its texts -------------------------------------------------------------------------------- */

static void head_of(struct letter *letter, struct str *ret[LETTER_HEAD_TEXTS])
{
    struct str *const texts[LETTER_HEAD_TEXTS] = {
        &letter->superior, &letter->issuer, &letter->sign,    &letter->organ,
        &letter->place,    &letter->type,   &letter->subject, &letter->secrecy,
        &letter->urgency,  &letter->draft,  &letter->title,   &letter->mark,
    };
    memcpy(ret, texts, sizeof texts);
}

static void signer_of(struct letter_signer *signer, struct str *ret[LETTER_SIGNER_TEXTS])
{
    struct str *const texts[LETTER_SIGNER_TEXTS] = { &signer->on_behalf_of, &signer->head,
                                                     &signer->post, &signer->note, &signer->name };
    memcpy(ret, texts, sizeof texts);
}

static void list_texts(const struct letter *letter, struct str *ret)
{
    struct letter copy = *letter;
    struct str *head[LETTER_HEAD_TEXTS];
    head_of(&copy, head);
    for (size_t i = 0; i < LETTER_HEAD_TEXTS; i++) {
        *ret++ = *head[i];
    }
    for (size_t i = 0; i < letter->addressee_count; i++) {
        *ret++ = letter->addressees[i];
    }
    for (size_t i = 0; i < letter->recipient_count; i++) {
        *ret++ = letter->recipients[i];
    }
    for (size_t i = 0; i < letter->signer_count; i++) {
        struct letter_signer signer = letter->signers[i];
        struct str *texts[LETTER_SIGNER_TEXTS];
        signer_of(&signer, texts);
        for (size_t k = 0; k < LETTER_SIGNER_TEXTS; k++) {
            *ret++ = *texts[k];
        }
    }
    for (size_t i = 0; i < letter->block_count; i++) {
        const struct letter_block *block = &letter->blocks[i];
        *ret++ = block->label;
        *ret++ = block->text;
        for (size_t k = 0; k < block->cell_count; k++) {
            *ret++ = block->cells[k];
        }
    }
}

/* The shape's numbers and kinds, and these texts in the order of list_texts(). */
static struct letter with_texts(struct arena *arena, const struct letter *shape,
                                const struct str *texts)
{
    struct letter letter = *shape;
    struct letter_block *blocks = new(arena, struct letter_block, shape->block_count + 1);
    struct letter_signer *signers = new(arena, struct letter_signer, shape->signer_count + 1);
    struct str *head[LETTER_HEAD_TEXTS];
    head_of(&letter, head);
    for (size_t i = 0; i < LETTER_HEAD_TEXTS; i++) {
        *head[i] = *texts++;
    }
    letter.addressees = texts;
    letter.recipients = letter.addressees + letter.addressee_count;
    texts = letter.recipients + letter.recipient_count;
    for (size_t i = 0; i < shape->signer_count; i++) {
        struct str *members[LETTER_SIGNER_TEXTS];
        signers[i] = shape->signers[i];
        signer_of(&signers[i], members);
        for (size_t k = 0; k < LETTER_SIGNER_TEXTS; k++) {
            *members[k] = *texts++;
        }
    }
    for (size_t i = 0; i < shape->block_count; i++) {
        blocks[i] = shape->blocks[i];
        blocks[i].label = *texts++;
        blocks[i].text = *texts++;
        blocks[i].cells = texts;
        texts += blocks[i].cell_count;
    }
    letter.signers = signers;
    letter.blocks = blocks;
    return letter;
}
