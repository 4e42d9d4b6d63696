/* The desk: the one place where anything is changed. Commands queue, one registrar stamps them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/crypt.h"
#include "base/field.h"
#include "base/id.h"
#include "desk/almanac.h"
#include "desk/books.h"
#include "desk/fact.h"
#include "law/verdict.h"
#include "ledger/leaf.h"
#include "store/store.h"

/* A command is a wish with typed fields and an author. The desk takes all that is queued, and for
 * each: savepoint, the command's `apply` (load, rule, write, emit facts), the services that listen,
 * keep or undo. Then the leaves go into the ledger's tree, the head is signed, one COMMIT makes the
 * batch durable, the anchor file is written, and only then are the senders woken. So what a sender
 * was told is on disk, in the ledger, and under a signature.
 *
 *     struct order *order = new(arena, struct order, 1);
 *     *order = (struct order){ .command = &command_give, .args = &give, .author = author };
 *     if (!desk_submit(desk, order)) { ...503, Retry-After... }
 */

struct receipt; /* ledger/receipt.h */

/* Who asks. All zero: nobody (a citizen without an account); `clock` acts for the passing of time;
 * a founder holds every power while nobody has been added, and none from then on (web/start.h). */
struct author {
    struct id person;
    struct id post;
    struct id unit;
    bool is_clock;
    bool is_founder;
};

/* What apply() works with: the transaction and everything a rule may know of the world. */
struct deed {
    struct tx *tx;
    struct arena *arena; /* until the end of this command */
    struct instant now;  /* stamped by the desk; never goes back */
    struct day today;
    const struct author *author;
    const struct order *order;
    struct desk *desk;
    uint64_t draws;              /* how often randomness was asked for */
    char fresh[OBJECT_ID_BYTES]; /* the object drawn last, until it has its first leaf */
};

/* What a command gives back to its sender, beside its verdict. It is kept sealed for 24 hours under
 * the sender's idempotency key, so that a retry gets the same answer, secrets included. */
struct answer {
    struct id subject; /* the row that it made or changed */
    struct str text;   /* what the page or the API needs, in the command's own form */
};

typedef struct verdict apply_fn(struct deed *deed, const void *args, struct answer *ret);

/* One kind of command: a const row of its service. */
struct command {
    const char *name;           /* "feedback.send" */
    const struct record *takes; /* the fields of args */
    const char *power;          /* what the author must hold; NULL: anyone may */
    apply_fn *apply;
    const char *about; /* one English sentence */
    /* Members of args beside those, for the way to the server that seals: what is drawn for each
     * sending, and so may differ when the same is sent twice. NULL: none. */
    const struct record *besides;
    /* Who sends it asks for a receipt at once: it comes with the outcome. */
    bool gives_receipt;
};

/* How it ended. Texts are in the order's arena. After a failure nothing was written; but for
 * STATUS_UNCONFIRMED: committed, and the anchor file could not be written. Whoever sends the same
 * again under the same key is answered when that has been done. */
struct outcome {
    struct verdict verdict; /* OK, a refusal with its ground, or a failure */
    struct answer answer;
    bool is_repeat;         /* the same key and body came before: this is that answer */
    int64_t first_position; /* its leaves in the ledger are [first, first + leaf_count) */
    int64_t leaf_count;
    int64_t tree_size; /* of the signed head that was committed with it */
    int64_t batch;     /* the number of that commit; grows also where nothing is signed */
    bool is_cut; /* the sender's arena had no room for the answer's text; then it is UNCONFIRMED */
    const struct receipt *receipt; /* NULL: not at hand, see desk_receipt() */
};

/* A command on its way. It and all that it points to must live until `outcome_ready`. */
struct order {
    const struct command *command;
    const void *args;
    struct author author;
    struct arena *arena; /* the sender's; the desk writes the outcome into it */
    struct str key;      /* idempotency key of the sender, or absent */
    uint8_t seed[32];    /* drawn by desk_submit unless `seed_given` (replays) */
    bool seed_given;
    /* Called by the desk's thread once the batch is durable, or has failed. */
    void (*ready)(struct order *order);
    void *waiter;
    struct outcome outcome;
    /* The desk's. */
    struct order *next;
    int64_t number;   /* of one that was handed on */
    int64_t until_ms; /* it is waited for, by a clock that nobody sets */
};

struct desk_settings {
    struct store *store;
    struct files *files;            /* what is too large for a row; NULL: no such commands here */
    const struct service *services; /* commands, facts and listeners of all modules */
    size_t service_count;
    const char *origin;      /* the ledger's name, docs/LEDGER.md */
    const char *anchor_path; /* NULL: no anchor (tests in memory) */
    struct sign_key key;
    struct instant (*clock)(void *context); /* instant_now, or a test's */
    void *clock_context;
    /* Seconds of a clock that nobody sets (uptime_s), so that jumps ahead are seen (clock.h); NULL:
     * only those back. */
    int64_t (*uptime_s)(void *context);
    /* Hears of every batch once it is committed, before its senders do. False: the database's log
     * may not be folded yet, because the batch is in no other place. NULL: nobody. */
    bool (*archive)(void *context, const struct books_place *place);
    void *archive_context;
    /* Of several servers on one database: asked when it is our turn to seal, also in the middle of
     * serving, after the tree was found to be what the anchor knows. NULL: yes. */
    bool (*may_seal)(void *context);
    void *may_seal_context;
    /* `kheo accept-loss`: a tree that is smaller than its anchor is opened all the same. */
    bool accepts_loss;
};

/* What a service tells the desk. */
struct service {
    const char *name;
    const struct command *commands;
    size_t command_count;
    const struct fact *facts;
    size_t fact_count;
    const struct hear *hears;
    size_t hear_count;
    /* One service (identity) answers for all: does this author hold the power over this unit today?
     * A unit of 0 asks for "anywhere". */
    bool (*holds)(struct conn *conn, const struct author *author, const char *power, struct id unit,
                  struct day today);
    /* And one (calendar) what the working calendar is. None: CALENDAR_VIETNAM. */
    almanac_fn *almanac;
};

/* Loads the tree's edge and compares it with the anchor file and the newest checkpoint: a smaller,
 * different or forked tree is refused with the sentence in *ret_why. Starts no thread.
 *
 * On a store that others may join (store_join) it is one desk of several. While another seals, it
 * hands its orders on to that one, over a table, and gives back how they ended: for a caller there
 * is no difference but that an order may end UNCONFIRMED when the other does not answer. When that
 * one is gone it seals itself. */
enum status desk_open(const struct desk_settings *settings, struct desk **ret,
                      struct str *ret_why) MUST_USE;
void desk_close(struct desk *desk);
/* The desk's thread. Without it, call desk_run_once() (stories, replays). */
bool desk_start(struct desk *desk) MUST_USE;
/* Finishes what is queued, then stops the thread. */
void desk_stop(struct desk *desk);
/* Takes what is queued and commits it as one batch; the number of orders. */
size_t desk_run_once(struct desk *desk);

/* From any thread. False: the queue is full (or the desk is stopping) and the order was not taken.
 */
bool desk_submit(struct desk *desk, struct order *order) MUST_USE;
/* Submits and waits; for places that may block. The outcome is in the order. */
void desk_do(struct desk *desk, struct order *order);
/* The same for a tick, as the clock; true when it was done. Its snapshot ends before and begins
 * anew: in memory a commit waits for all of them (store.h), and on the disk a long one lets the log
 * grow. Rows that were read stay in its arena. */
bool desk_do_by_clock(struct desk *desk, struct snap *snap, const struct command *command,
                      const void *args);

/* The answer that this key of that command got in the last 24 hours, for a page that shows it once
 * more; absent when there was none. Reads only. */
struct str desk_recall(struct conn *conn, const struct command *command, struct str key,
                       struct instant now, struct arena *arena);

/* The receipt of the first fact that it stated (ledger/receipt.h): at hand where its command gives
 * one and this server sealed it just now, else it is read. False: it stated none. */
bool desk_receipt(const struct order *order, struct conn *conn, struct out *out) MUST_USE;

const struct command *desk_command(const struct desk *desk, struct str name);
/* Is it this server that seals? The others' clocks and letters rest. */
bool desk_seals(const struct desk *desk);
/* The newest signed head that may be shown to strangers, who keep it; absent while there is none.
 * Among several servers it is one whose commit was confirmed (books.h). */
struct str desk_head(const struct desk *desk, struct conn *conn, int64_t *ret_size);
/* Grows with every commit, also of others; pages that did not change between two values may be
 * served from a cache. */
uint64_t desk_commits(const struct desk *desk);
const struct sign_key *desk_key(const struct desk *desk);
const char *desk_origin(const struct desk *desk);
/* The size that the anchor knows, when a loss is to be accepted; 0 when it knows no more than the
 * tree. */
int64_t desk_anchor_ahead(const struct desk *desk);
/* The desk itself never opens a file (store/files.h): whoever queues a command puts first what its
 * row names, and whoever was told that a row is gone removes what it named. */
struct files *desk_files(const struct desk *desk);

/* --- inside apply() --------------------------------------------------------------------------- */

/* A new identifier: one sequence for all tables, so that it can be given before the row exists. */
int64_t deed_new_id(struct deed *deed);
/* Random bytes that a replay draws again (from the order's seed). */
void deed_random(struct deed *deed, void *ret, size_t n);
/* A new random object name for the ledger, 26 signs and a NUL. */
void deed_new_object(struct deed *deed, char ret[OBJECT_ID_BYTES]);

/* Does the author of this command hold the power over the unit (or above it)? The clock does. */
bool deed_may(struct deed *deed, const char *power, struct id unit);

/* States a fact: appends its leaf (next version of `object`), then tells the listeners in the order
 * of the services' names. `unit_code` is public and may be absent. `subject` is the row it is
 * about. Returns the leaf's position in the ledger. */
int64_t deed_emit(struct deed *deed, const struct fact *fact, struct id subject, struct str object,
                  struct str unit_code, const void *record);

/* Forgets for good what all facts about that object say, values and keys, and the answers that
 * commands about that row gave. The leaves stay, and with them what is in them: type, hour, unit,
 * object; and 32 bytes for each field that tell nothing. Receipts still prove that something was
 * received, to whoever has its words. The database's log is cut after the commit; what backups,
 * replicas and PostgreSQL's own files hold is beyond it (docs/OPERATIONS.md). Rows of the service's
 * own are its own to delete, letters with outbox_forget(), words of the index by `is_forgotten`
 * (web/finder.h). Afterwards the service states a fact about the object, so that the index hears
 * of it and `kheo check` knows. */
void deed_forget(struct deed *deed, struct str object, struct id subject);
/* The last part of it, for rows of which no fact speaks: what this command deletes is in no byte of
 * the database's files after the commit. */
void deed_forget_rows(struct deed *deed);

#endif
