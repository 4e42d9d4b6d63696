/* Every limit of the program, each with its unit in the name and the reason beside it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

enum {
    /* One request: the largest page we render is about 200 KiB; reports run elsewhere. */
    REQUEST_ARENA_BYTES = 16 << 20,
    /* A form of text: five long fields at 4 bytes a letter. */
    FORM_BODY_BYTES_MAX = 64 << 10,
    /* What is read of a form that comes too often, to be given back: one long field. */
    REFUSED_FORM_BYTES_MAX = 40 << 10,
    /* Five photos of 10 MiB and the form around them. */
    UPLOAD_BODY_BYTES_MAX = 52 << 20,
    UPLOAD_FILE_BYTES_MAX = 10 << 20,
    UPLOAD_FILES_MAX = 5,                  /* pictures */
    FORM_FILES_MAX = UPLOAD_FILES_MAX + 1, /* and a recording beside them */
    /* Parameters of one query or form: the longest form has about 40. */
    FORM_PARAMS_MAX = 100,
    HEADERS_MAX = 64,
    HEADER_BLOCK_BYTES_MAX = 16 << 10,
    URL_BYTES_MAX = 2048,
    /* Open connections: ten thousand phones, and some. */
    CONNECTIONS_MAX = 12000,
    /* Of one /24 or /56. A whole commune may stand behind one carrier's address; to fill the house
     * takes twenty of them. */
    NETWORK_CONNECTIONS_MAX = 600,
    /* What a citizen may write: about three typed pages. */
    TEXT_LONG_CHARS_MAX = 10000,
    TEXT_LINE_CHARS_MAX = 200,
    /* One page body; a page that outgrows it is a bug in its LIMIT. */
    REPLY_BODY_BYTES_MAX = 4 << 20,
    /* Commands waiting for the desk: about two seconds of work; beyond it we answer 503. */
    DESK_QUEUE_MAX = 8192,
    /* Commands in one commit: more only adds latency (measured, docs/decisions). */
    DESK_BATCH_MAX = 500,
    /* How long a server waits for the one that seals: longer than it takes another to take over. */
    DESK_WAIT_MS = 12000,
    /* A leaf of the ledger, docs/LEDGER.md. */
    LEAF_BYTES_MAX = 512,
    /* Fields of one fact: the commitment tree is never deeper than five. */
    FACT_FIELDS_MAX = 32,
    LIST_PAGE_ROWS = 20,
    INBOX_PAGE_ROWS = 50,
};

#endif
