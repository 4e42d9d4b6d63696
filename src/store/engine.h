/* The waist of the store: what a database must be able to do. One table per database. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <stdatomic.h>

#include "store/store.h"

/* store.c gives these verbs their meaning (stickiness, memory, who may write); an engine only does
 * them. A failure is a status that the engine has logged already if it is the database's own. */

enum session_use {
    SESSION_READ,    /* cannot write, however it is asked */
    SESSION_WRITE,   /* rows only: no change of the schema, no change of the ledger's past */
    SESSION_MIGRATE, /* anything */
    SESSION_ASIDE,   /* rows beside the ledger, written without having the turn to seal */
};

enum verb { VERB_BEGIN, VERB_COMMIT, VERB_ROLLBACK, VERB_MARK, VERB_KEEP, VERB_UNDO, VERB_COUNT };

/* One connection. The engine's own struct begins with it. */
struct session {
    struct store *store;
    enum session_use use;
    unsigned budget_ms; /* for each statement; 0 is none */
    bool is_marked;
    bool streams;        /* the next run() is of a list that no memory holds */
    uint64_t generation; /* of its connection: store_session_generation() */
    struct memo *memo;   /* of the writer; NULL: it asks every time */
    struct sums *sums;   /* of the writer; NULL: nothing waits */
    bool may_lag;        /* a reader of pages: it may ask the copy */
    bool lingers;        /* store_reader_lingers() */
    int64_t needs_batch; /* store_reader_needs() */
};

struct engine {
    /* Opens the file (and makes it when store->creates), takes it for this process when
     * store->owns. What it needs until close() hangs on store->ground. */
    enum status (*open)(struct store *store, struct str *ret_why);
    void (*close)(struct store *store);
    struct session *(*session_open)(struct store *store, enum session_use use);
    void (*session_close)(struct session *session);

    /* COMMIT, ROLLBACK and UNDO also end statements that an unwinding left half-way. ROLLBACK and
     * UNDO cannot fail. */
    enum status (*verb)(struct session *session, enum verb verb);
    /* Starts the statement with its arguments bound; they must live until end(). */
    enum status (*run)(struct session *session, const struct statement *statement,
                       const void *args);
    /* The next row into *ret_row: its texts are copied to the arena, or, without one, lent until
     * the next step. No row is read when ret_row is NULL. *ret_found is false after the last. */
    enum status (*step)(struct session *session, const struct statement *statement,
                        struct arena *arena, void *ret_row, bool *ret_found);
    /* Ends the statement; the number of rows it changed. */
    int64_t (*end)(struct session *session, const struct statement *statement);

    /* run(), step() and end() of a statement that gives no rows and whose count nobody wants. It
     * may be on its way when this returns: what goes wrong with it a later call says, VERB_KEEP or
     * VERB_COMMIT at the latest. */
    enum status (*put)(struct session *session, const struct statement *statement,
                       const void *args);

    /* Like put(), for a statement that reads: CONFLICT, also later, if it gives a row. NULL where
     * waiting costs nothing. */
    enum status (*expect_none)(struct session *session, const struct statement *statement,
                               const void *args);

    /* Ends statements that an unwinding left half-way, and nothing else. */
    void (*unwound)(struct session *session);
    /* Lets go of what a reader that lingers sees; NULL where none lingers. */
    void (*rest)(struct session *session);

    enum status (*script)(struct session *session, const struct migration *migration);
    int64_t (*checkpoint)(struct session *session);
    /* NULL where no log is folded by us. */
    bool (*cut_log)(struct session *session);
    void (*fold_aside)(struct session *session);
    /* Does a commit of this database outlive the machine that it is on? Else a sentence why not. */
    bool (*replicates)(struct store *store, struct str *ret_why);
    enum status (*backup)(struct session *session, const char *path,
                          bool (*tell)(void *context, int64_t done, int64_t total), void *context);
    enum status (*check)(struct store *store, void (*visit)(void *context, struct str fault),
                         void *context);
    /* store_watch(); NULL where a database belongs to one process. */
    enum status (*watch)(struct store *store, unsigned wait_ms, struct store_news *ret);
};

/* The n-th call from now that fails (fault.h). */
struct fault {
    atomic_uint calls_left; /* 0: none is waiting */
    enum status status;
    struct engine engine; /* the database's, with failing functions in front */
};

struct store {
    const struct engine *engine; /* what store.c calls: the database, or fault.c around it */
    const struct engine *database;
    struct arena *arena;        /* lives as long as the store */
    const char *path;           /* NULL: in memory; the URL of a PostgreSQL */
    const char *copy_url;       /* what readers of pages ask first; NULL: nothing else */
    atomic_llong noted_batch;   /* of the desk: what every page must show */
    atomic_llong away_until_ms; /* a copy that did not answer is left alone until then */
    bool creates;
    bool owns;            /* may write: at once, or when its turn comes */
    bool joins;           /* may wait for its turn */
    atomic_llong turn;    /* 0: another process seals, or nobody */
    atomic_bool is_tired; /* it gave its turn back and does not want another one soon */
    void *ground;         /* the engine's */
    bool is_summed;       /* its pages carry sums: as of the start */
    int lock;             /* a descriptor; -1 when there is none */
    atomic_bool has_writer;
    struct fault fault;
};

extern const struct engine sqlite_engine;
/* store_accept_pages() of a path. */
enum status sqlite_accept_pages(const char *path, void (*visit)(void *context, int64_t page),
                                void *context, struct str *ret_why) MUST_USE;
extern const struct engine postgres_engine;

#endif
