/* What tplc knows of its templates, and how it reads and refuses them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_TPLC_H
#define TOOLS_TPLC_H

#include "base/arena.h"
#include "base/out.h"
#include "base/str.h"
#include "tplc_html.h"

enum { BLOCKS_MAX = 32, SOURCE_BYTES_MAX = 1 << 20, CODE_BYTES_MAX = 16 << 20 };

/* An {{if}} or {{each}} that waits for its {{end}}. */
struct block {
    bool is_each;
    bool has_else;
    bool has_ended_branch;
    unsigned number;            /* makes the loop's C names its own */
    size_t at;                  /* offset of its tag */
    struct html before;
    struct html after;          /* where the branches that have ended are, once there is one */
};

/* What stands between {{ and }}. */
struct tag {
    size_t at;                  /* offset of the {{ */
    struct str rest;            /* what is still to be read, trimmed */
};

/* One template. `code` is the body of its function, `includes` what that needs; `literal` is HTML
 * that was read and not yet put into the code. */
struct page {
    const struct site *site;
    const char *path;
    struct str source;
    struct str owner;
    struct str name;
    struct str view;            /* the tag of its struct, absent when it shows nothing of its own */
    struct str view_name;
    size_t at;                  /* where reading stands */
    struct tag tag;             /* the last one */
    struct html html;
    struct block blocks[BLOCKS_MAX];
    size_t depth;
    unsigned blocks_made;
    struct out literal;
    struct out code;
    struct out includes;
};

/* All templates of one run, because they may call each other across folders. */
struct site {
    struct arena *arena;
    struct page *pages;
    size_t count;
};

/* Translates the source into `code` and `includes`. Whatever is wrong goes through refuse(). */
void page_read(struct page *page);
/* Says "path:line:column: error: …" on stderr and ends the program with status 1. Columns count
 * characters, from 1. */
COLD NORETURN PRINTF(3, 4) void refuse(const struct page *page, size_t at, const char *format, ...);

/* Reads the tag that begins at page->at and writes its code. True for one that shows nothing
 * where it stands, so that a line which holds nothing else leaves no trace in the page. */
bool tag_read(struct page *page);

/* Puts the literal HTML that was collected into the code. */
void literal_flush(struct page *page);

#endif
