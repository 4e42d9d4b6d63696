/* What the files of the desk share among themselves; no other room includes it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_PRIVATE_H
#define DESK_PRIVATE_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/limits.h"
#include "desk/clock.h"
#include "desk/desk.h"
#include "ledger/tree.h"

enum { DESK_HOST_BYTES = 16, HAND_ARENA_BYTES = 64 << 20 };

/* The batch under way: what will be sealed when all its commands are through. */
struct batch {
    struct tx tx;
    struct instant now;
    struct clock_reading clock;
    int64_t next_id;
    struct hash *leaf_hashes; /* of the facts stated so far, in order */
    struct str *leaf_texts;   /* of those whose command gives a receipt; else absent */
    size_t leaf_count;
    size_t leaf_capacity;
    /* Once it is sealed: the tree in front of it, the nodes that it completed, the signed head. */
    struct tree before;
    struct hash *nodes;
    size_t node_count;
    struct str note;
    size_t handed_count; /* rows of the queue that were looked at */
    bool almanac_changed; /* by one of its commands, which may have been undone */
};

struct desk {
    struct desk_settings settings;
    struct session *writer;
    struct arena *arena;      /* of the command under way, then of the sealing */
    struct arena *leaf_arena; /* the batch's leaves and nodes */

    /* The committed state; the desk's thread alone touches it. */
    struct tree tree;
    int64_t next_id;
    int64_t batches; /* committed so far */
    int64_t confirmed; /* the tree that the database calls confirmed (schema/0004.sql) */
    struct instant last_at;
    struct clock_reading clock; /* at the last commit */
    struct batch batch;
    int anchor_file; /* -1: none */
    unsigned anchor_place;
    int64_t anchor_ahead; /* the size that it knew, of a loss that is to be accepted; else 0 */
    bool is_stale;        /* a commit failed, and what came of it the store must tell */
    uint64_t generation;  /* of the writer's connection, at the last look at the books */
    bool keeps_log;       /* the archive does not have all of it yet */
    bool anchor_is_due;   /* the newest commit is not in the anchor file yet */
    bool has_forgotten;   /* something that is still in the log */

    /* Of one of several servers (many.c, hand.c); the desk's thread alone touches it. */
    atomic_llong turn; /* the one in which we seal; 0: another does */
    uint8_t host[DESK_HOST_BYTES];
    struct session *aside; /* writes into the queue of orders */
    struct tx aside_tx;
    struct arena *hand_arena; /* of what others get as outcomes of this batch */
    struct order *handed;     /* ours, on their way */
    size_t handed_count;
    int64_t looked_ms; /* for outcomes */

    pthread_t thread;
    bool has_thread;
    pthread_t keeper; /* keeps watch over whose turn it is */
    bool has_keeper;
    atomic_bool keeper_stops;
    atomic_uint_fast64_t commits;

    pthread_mutex_t almanac_lock; /* guards the two that follow */
    struct held_almanac *almanac; /* the newest that was read; NULL: none */
    uint64_t almanac_known;       /* the commit with which it was compared last */

    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t arrived;
    struct order *first;
    struct order *last;
    size_t queued;
    bool is_stopping;
    bool has_handed; /* orders of other servers may wait */
    bool has_ends;   /* some of ours may have ended there */
};

/* queue.c: at most DESK_BATCH_MAX orders as a list; waits for the first when `wait`. NULL: none, or
 * the desk is stopping and the queue is empty. */
struct order *desk_take(struct desk *desk, bool wait);
/* The same for who holds the lock; never waits. */
struct order *desk_take_some(struct desk *desk);

/* sequencer.c: runs a list of orders as one batch, with those that other servers handed on, and
 * tells each how it ended. False, and none was touched: it is another server's turn. */
bool desk_commit_batch(struct desk *desk, struct order *orders);
/* What an order's sender is told when the batch is durable. */
void desk_confirm(struct order *order, int64_t tree_size, int64_t batch);

/* many.c: one of several servers. */
enum status many_open(struct desk *desk, struct str *ret_why);
void many_close(struct desk *desk);
bool many_start(struct desk *desk);
void many_stop(struct desk *desk);
/* One round of the desk's thread; false when it was asked to stop and nothing is left. */
bool many_round(struct desk *desk);

/* hand.c: in front of the sealer. Every order is told in the end. */
void hand_on(struct desk *desk, struct order *orders);
void hand_collect(struct desk *desk);
void hand_give_up(struct desk *desk); /* those whose time is over */
/* hand.c: inside the sealer's batch. Their memory is the batch's. */
struct order *hand_take(struct desk *desk);
void hand_settle(struct desk *desk, struct order *orders, int64_t tree_size);

/* apply.c: commands inside the batch; fills the outcomes. One that does not come through leaves no
 * trace, and the others are as if it had never been there. */
void desk_apply_all(struct desk *desk, struct order *orders);
void desk_apply(struct desk *desk, struct order *order);
/* Absent when the sender's memory is full. */
struct str desk_copy_for_sender(const struct order *order, struct str text);

/* proofs.c: a receipt for each order of the committed batch whose command gives one. */
void proofs_give(const struct desk *desk, struct order *orders);

/* keys.c: answers an order whose key came before (true), or refuses a key used for another body. */
bool key_recall(struct desk *desk, struct order *order, struct hash body);
/* `text` is the answer's, which the sender's copy may lack. */
void key_remember(struct desk *desk, const struct order *order, struct hash body, struct str text);
void keys_forget(struct desk *desk); /* those of more than a day ago */
void keys_forget_about(struct deed *deed, struct id subject);
struct hash key_body_hash(const struct order *order, struct arena *arena);

/* almanac.c: the working calendar. Read at the start, so that no page has to. */
void almanac_open(struct desk *desk, struct conn *conn);
void almanac_close(struct desk *desk);
/* What the batch under way makes of it; NULL when it changes nothing, or there is no memory. Ends
 * with one of the next two, before the commit is counted: committed, or nobody knows. */
struct held_almanac *almanac_of_batch(struct desk *desk, struct conn *conn);
void almanac_committed(struct desk *desk, struct held_almanac *next, bool is_changed);
void almanac_in_doubt(struct desk *desk, struct held_almanac *next);

/* seal.c: the tree, the signed head and the anchor. */
enum status seal_open(struct desk *desk, struct conn *conn, struct str *ret_why);
/* That the store still holds the tree which we knew; see seal_reload(). */
void seal_recall(struct desk *desk, struct conn *conn);
/* What the store holds, in place of what we remember: a commit whose answer was lost on the way may
 * be in it all the same. A failure is the connection's. A store that does not hold what was
 * committed ends the process: a failover lost papers that their senders have receipts for, and to
 * go on would sign another history over them. */
void seal_reload(struct desk *desk, struct conn *conn);
/* Appends the batch's leaves to *tree and writes its new nodes and its signed head. */
void seal_batch(struct desk *desk, struct tree *tree);
/* After the commit: tells the second place how far the tree has grown. Due again when it fails. */
enum status seal_anchor(struct desk *desk);

#endif
