/* A paper on its way to the worker: numbers, lengths, then all texts in one run. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "studio/paper_private.h"

enum { HEAD_TEXTS = 5 };

/* Both ends are one program, so numbers go as they lie in memory. */
struct packed_head {
    int64_t at_s;
    uint32_t form;
    uint32_t size;
    uint32_t block_count;
    uint32_t text_bytes[HEAD_TEXTS];
};
struct packed_block {
    uint32_t kind;
    uint32_t label_bytes;
    uint32_t text_bytes;
};

struct reader {
    struct str rest;
    bool is_short;
};

static void read_bytes(struct reader *reader, void *ret, size_t n);
static struct str read_text(struct reader *reader, size_t n);

bool paper_pack(struct out *out, enum paper_form form, const struct paper *paper)
{
    const struct str texts[HEAD_TEXTS] = { paper->title, paper->language, paper->author,
                                           paper->mark, paper->footer };
    struct packed_head head = {
        .at_s = paper->at.s,
        .form = form,
        .size = paper->size,
        .block_count = (uint32_t)paper->block_count,
    };
    size_t total = 0;
    for (size_t i = 0; i < HEAD_TEXTS; i++) {
        head.text_bytes[i] = (uint32_t)texts[i].n;
        total += texts[i].n;
    }
    for (size_t i = 0; i < paper->block_count; i++) {
        total += paper->blocks[i].label.n + paper->blocks[i].text.n;
    }
    if (paper->block_count > PAPER_BLOCKS_MAX || total > PAPER_TEXT_BYTES_MAX) {
        return false;
    }
    out_bytes(out, &head, sizeof head);
    for (size_t i = 0; i < paper->block_count; i++) {
        const struct paper_block *block = &paper->blocks[i];
        struct packed_block packed = { block->kind, (uint32_t)block->label.n,
                                       (uint32_t)block->text.n };
        out_bytes(out, &packed, sizeof packed);
    }
    for (size_t i = 0; i < HEAD_TEXTS; i++) {
        out_str_raw(out, texts[i]);
    }
    for (size_t i = 0; i < paper->block_count; i++) {
        out_str_raw(out, paper->blocks[i].label);
        out_str_raw(out, paper->blocks[i].text);
    }
    return !out->overflowed;
}

bool paper_unpack(struct arena *arena, struct str bytes, enum paper_form *ret_form,
                  struct paper *ret)
{
    struct reader reader = { bytes, false };
    struct packed_head head = { 0 };
    read_bytes(&reader, &head, sizeof head);
    if (head.form >= PAPER_FORMS || head.size >= PAPER_SIZES ||
        head.block_count > PAPER_BLOCKS_MAX) {
        return false;
    }
    struct packed_block *packed = new(arena, struct packed_block, head.block_count + 1);
    struct paper_block *blocks = new(arena, struct paper_block, head.block_count + 1);
    struct paper paper = {
        .size = (enum paper_size)head.size,
        .at = { head.at_s },
        .blocks = blocks,
        .block_count = head.block_count,
    };
    struct str *const texts[HEAD_TEXTS] = { &paper.title, &paper.language, &paper.author,
                                            &paper.mark, &paper.footer };
    read_bytes(&reader, packed, head.block_count * sizeof *packed);
    for (size_t i = 0; i < HEAD_TEXTS; i++) {
        *texts[i] = read_text(&reader, head.text_bytes[i]);
    }
    bool has_kinds = true;
    for (size_t i = 0; i < head.block_count; i++) {
        has_kinds &= packed[i].kind < PAPER_BLOCK_KINDS;
        blocks[i].kind = (enum paper_block_kind)packed[i].kind;
        blocks[i].label = read_text(&reader, packed[i].label_bytes);
        blocks[i].text = read_text(&reader, packed[i].text_bytes);
    }
    if (reader.is_short || reader.rest.n > 0 || !has_kinds) {
        return false;
    }
    *ret_form = (enum paper_form)head.form;
    *ret = paper;
    return true;
}

static void read_bytes(struct reader *reader, void *ret, size_t n)
{
    struct str bytes = read_text(reader, n);
    if (bytes.n > 0) {
        memcpy(ret, bytes.p, bytes.n);
    }
}

static struct str read_text(struct reader *reader, size_t n)
{
    if (reader->is_short || reader->rest.n < n) {
        reader->is_short = true;
        return STR_NONE;
    }
    struct str text = str_slice(reader->rest, 0, n);
    reader->rest = str_slice(reader->rest, n, reader->rest.n);
    return text;
}
