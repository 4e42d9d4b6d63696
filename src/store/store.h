/* The database: snapshots to read, one transaction to write, compiled statements to do it with. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/field.h"
#include "base/status.h"
#include "base/str.h"

/* Services never call what is below here but through the functions that tools/sqlc makes of their
 * queries.sql (docs/internals/sqlc.md):
 *
 *     struct unit_by_code_row unit;
 *     if (!unit_by_code(conn, &(struct unit_by_code){ .code = code }, &unit)) { ...none... }
 *
 * A failure of the database is sticky: the connection's `failed` is set, every later call on it
 * finds nothing and writes nothing, and the boundary (serve, desk) checks once and answers 503. So
 * "no row" needs no second error path, and nothing is ever half believed. */

/* One compiled statement, a constant that sqlc made; `index` is its place in the caches. */
struct statement {
    const char *name;
    const char *sqlite;
    const char *postgres;
    uint16_t index;
    uint16_t param_count;
    uint16_t column_count;
    uint16_t row_size_bytes;
    const struct field *params;  /* offsets into the argument struct */
    const struct field *columns; /* offsets into the row struct */
    bool writes;
    uint64_t tables;  /* a bit for each table that it reads, or, when it writes, that it changes */
    uint64_t touches; /* a bit for each that it reads or changes; none: it may be any */
    uint64_t sums;    /* of a :sum, a bit for each parameter that is added */
};

/* One migration of one folder, in both dialects. Numbers count from 1 without a gap. */
struct migration {
    const char *owner;
    uint16_t number;
    const char *sqlite;
    const char *postgres;
};

/* What sqlc found in all folders: gen/sql/schema.c. Owners that others refer to come first. */
struct schema {
    const struct migration *migrations;
    size_t migration_count;
    size_t statement_count;
};
extern const struct schema schema;
/* Every statement of every folder, both lists ended by NULL: gen/sql/statements.c. */
extern const struct statement *const *const statements[];

/* What readers and the writer have in common: where rows go, and whether it still works. */
struct conn {
    struct arena *arena;
    enum status failed;      /* STATUS_OK while everything worked */
    unsigned queries;        /* statements run since it was opened for this request */
    struct session *session; /* the engine's side */
};

/* One consistent view of the data. Writing through it does not compile. */
struct snap {
    struct conn conn;
};

/* The desk's transaction; the only way to write. */
struct tx {
    struct conn conn;
    bool trusts; /* what a :none asks for is taken to be so: store_none() */
};

/* "sqlite:PATH" or a bare path; "sqlite::memory:" gives a private shared in-memory database for
 * tests (WAL and durability do not apply, and a commit waits until snapshots have ended); or
 * "postgresql://…", version 15 or newer, in UTF-8, whose ?options=-csearch_path%3DNAME names
 * a schema other than public. Creates the file or the schema when `create`. It belongs to one
 * process at a time. STATUS_OK, or why not: BUSY (another server), READ_ONLY, DISK_FULL,
 * STORE_FAILED, and a sentence in *ret_why (a constant). */
struct store;
enum status store_open(const char *url, bool create, struct store **ret,
                       struct str *ret_why) MUST_USE;
/* The same file, to read beside the server that owns it: no writer, no migration. For `kheo check`
 * and backups. */
enum status store_look(const char *url, struct store **ret, struct str *ret_why) MUST_USE;
/* For a file that another program wrote into: from now on its pages are read as they are, though
 * they are not what was written through us (store/page_sum.h); `visit` hears of each of them.
 * Nobody may have the file open. BUSY, NOT_FOUND (no file whose pages have sums), READ_ONLY,
 * DISK_FULL, STORE_FAILED, and a constant sentence. */
enum status store_accept_pages(const char *url, void (*visit)(void *context, int64_t page),
                               void *context, struct str *ret_why) MUST_USE;
/* Do the pages of this file carry sums? Whoever opens and closes the file on their own drops the
 * locks that SQLite holds on it in this process, so nobody does. */
bool store_is_summed(const struct store *store);
/* How often since the start a page of a database was not read because it is not what was
 * written. */
int64_t store_damaged_reads(void);
/* After all its sessions. */
void store_close(struct store *store);

/* Several servers on one PostgreSQL (docs/decisions/0013-many-hosts.md): one seals, the others read
 * and wait for their turn. Like store_open(), but a server that finds another one sealing is not
 * refused: it has no turn yet. On SQLite it is store_open(). */
enum status store_join(const char *url, bool create, struct store **ret,
                       struct str *ret_why) MUST_USE;
/* Others may join: then one thread must keep watch, for as long as the server runs. */
bool store_is_shared(const struct store *store);
/* The number of our turn to seal, larger than of all turns before; 0 when it is not our turn. A
 * writer belongs to the turn in which it was opened: later its transactions fail to begin. */
int64_t store_turn(const struct store *store);

struct store_news {
    bool has_orders;  /* rows of the desk's queue wait */
    bool has_commits; /* somebody committed since, or may have */
};
/* Waits for news, at most `wait_ms`; keeps our turn, or takes one that is free. Who does not call
 * it for STORE_LEASE_S is taken for dead by the database, and loses the turn. A failure is that of
 * the database, which may be away. One thread. */
enum { STORE_LEASE_S = 5 };
enum status store_watch(struct store *store, unsigned wait_ms, struct store_news *ret);
/* Gives the turn back and leaves the next ones to others, for a while. From any thread. */
void store_resign(struct store *store);
/* Writes without having the turn: rows that nobody is promised anything of before the sealer has
 * seen them. NULL on SQLite. */
struct session *store_aside_open(struct store *store);

/* Readers of pages ask this database first: a copy that may be behind, as a standby of PostgreSQL
 * is. A snapshot is taken from it only when it has every batch of the desk that was noted or asked
 * for below; else, or when the copy does not answer, from the store's own. Before the first such
 * reader; `url` lives as long as the store. False on SQLite, which needs none. */
bool store_read_from(struct store *store, const char *url) MUST_USE;
bool store_has_copy(const struct store *store);
/* For pages. Whoever compares, counts or acts on what it reads opens a store_reader_open(). */
struct session *store_page_reader_open(struct store *store);
/* The desk's commits are numbered, those that sign nothing too. Somebody was told how this one
 * ended: no page may be older. Any thread. */
void store_note_batch(struct store *store, int64_t batch);
int64_t store_noted_batch(const struct store *store);
/* The same for this reader's next snapshots alone; 0: nothing special. */
void store_reader_needs(struct session *reader, int64_t batch);
/* For a thread that makes page after page: from now on this reader keeps what it sees from one
 * snapshot to the next, until somebody was told of a commit, or it rests; meanwhile a new snapshot
 * would be the same. It must rest before the thread sleeps, because while it does not the log
 * cannot be cut. Where commits wait for readers (in memory) and on PostgreSQL nothing changes. */
void store_reader_lingers(struct session *reader);
void store_reader_rest(struct session *reader);

/* Brings the schema up to date, each migration in a transaction of its own. What was done before
 * stays done when one fails. STORE_FAILED, and nothing changed, when the database is newer than
 * this program, has a later migration without an earlier one, or one that said something else when
 * it was applied (comments and blanks aside); *ret_why is a constant sentence. Whose turn it is not
 * changes nothing, and is refused where something would have to be. */
enum status store_migrate(struct store *store, const struct schema *what,
                          struct str *ret_why) MUST_USE;
/* The same judgement of a database that may only be looked at; digests are not compared. One that
 * is older than the program is fine. */
enum status store_compare_schema(struct store *store, const struct schema *what,
                                 struct str *ret_why) MUST_USE;

/* A thread's connection for reading: read-only, its statements prepared as they are first used.
 * Belongs to one thread at a time. */
struct session *store_reader_open(struct store *store);
/* The one writer. A second one is refused with NULL. */
struct session *store_writer_open(struct store *store);
void store_session_close(struct session *session);
/* Grows when a transaction was begun over a new connection: the server behind it may be another
 * one, which need not know all that the last one confirmed. */
uint64_t store_session_generation(const struct session *session);

/* Begins a snapshot whose rows live in the arena. A statement that runs longer than `budget_ms`
 * fails the snapshot with STATUS_TIMEOUT (0: no budget). */
void snap_begin(struct session *session, struct arena *arena, unsigned budget_ms, struct snap *ret);
/* Ends it and gives its status, the first failure or STATUS_OK. */
enum status snap_end(struct snap *snap);
/* For a boundary of an arena that lies inside the snapshot: once it has caught an unwinding, this
 * ends what was being read then, and the snapshot can go on. */
void snap_unwound(struct snap *snap);

void tx_begin(struct session *session, struct arena *arena, struct tx *ret);
/* One savepoint at a time: mark, work, then keep or undo. What was put since the mark has been done
 * when keep is through; if `failed` is set then, undo is still to be called. Undo also heals a
 * failed tx when the failure was the statement's own (a constraint), not the disk's. */
void tx_mark(struct tx *tx);
void tx_keep(struct tx *tx);
void tx_undo(struct tx *tx);
/* Durable when it returns STATUS_OK (synchronous=FULL). Otherwise nothing of it will be seen, but
 * for one case that no database can exclude: the process dies before the next commit, and the disk
 * had taken the transaction although it reported an error. */
enum status tx_commit(struct tx *tx) MUST_USE;
void tx_rollback(struct tx *tx);

/* After a commit: folds the log into the file when it passed its size, waiting for no reader; only
 * beyond 64 MiB it waits 50 ms for a gap between them. Returns the log's size in bytes, for the
 * metric and its alarm. */
int64_t store_checkpoint(struct session *writer);
/* All of the log is folded into the file, in which what was deleted is overwritten, and the log is
 * cut to nothing, so that neither holds what was deleted before. True: that is done. False: readers
 * are in the way (it waits 50 ms for them), or the folding thread; call again after a later commit.
 * PostgreSQL keeps its log as it is set to, and this is true there. */
bool store_cut_log(struct session *writer) MUST_USE;
/* From now on most of that is done by a thread, until the session is closed (store/fold.h); where
 * none is to be had, and on PostgreSQL, nothing changes. */
void store_fold_aside(struct session *writer);

/* True when a commit is on the disks of two machines before it is confirmed. Else *ret_why says in
 * a constant sentence what to set. */
bool store_replicates(struct store *store, struct str *ret_why) MUST_USE;
/* A copy of what this snapshot sees in a new file, page by page, on the disk when it returns.
 * CONFLICT when there is a file of that name. The server keeps working meanwhile; `tell` hears how
 * many of how many pages are through, and may end it by false: GONE. NOT_FOUND: this database is no
 * file of ours. DAMAGED: a page is not what was written, and no copy of it is made. */
enum status store_backup(struct snap *snap, const char *path,
                         bool (*tell)(void *context, int64_t done, int64_t total),
                         void *context) MUST_USE;
/* What is wrong inside the file, a sentence each: damaged pages and indexes, references to rows
 * that do not exist. Nothing is when it returns STATUS_OK without a visit. */
enum status store_integrity(struct store *store, void (*visit)(void *context, struct str fault),
                            void *context) MUST_USE;

/* --- for generated code only ------------------------------------------------------------------ */

/* The first row into *ret; false when there is none or the connection failed (*ret is zeroed). */
bool store_one(struct conn *conn, const struct statement *statement, const void *args, void *ret);
/* All rows as an array in the arena. */
struct rows {
    void *rows;
    size_t count;
};
struct rows store_many(struct conn *conn, const struct statement *statement, const void *args);
/* Calls `visit` per row, whose memory is reused for the next; stops when it returns false. */
void store_each(struct conn *conn, const struct statement *statement, const void *args,
                bool (*visit)(void *context, const void *row), void *context);
/* The number of rows changed; 0 after a failure. A violated constraint fails the transaction with
 * STATUS_CONFLICT until tx_undo(). */
int64_t store_exec(struct tx *tx, const struct statement *statement, const void *args);
/* The same without a count, and without waiting for the database where that is another program. */
void store_put(struct tx *tx, const struct statement *statement, const void *args);
/* The same for a statement that adds to a counter: it may wait until the mark is kept, or until
 * somebody asks for its table, and become one with others of the same row (sums.h). */
void store_sum(struct tx *tx, const struct statement *statement, const void *args);
/* Is there no such row? In a transaction that trusts, the database is not waited for: this is true,
 * and if there is one after all, the transaction fails with STATUS_CONFLICT, when tx_keep() is
 * through at the latest. Undone and done again without trust, the same question is answered. True
 * also after a failure, so that a search for what is free ends. */
bool store_none(struct tx *tx, const struct statement *statement, const void *args);

#endif
