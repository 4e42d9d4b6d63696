/* An engine around another one that does the same, but fails when it was asked to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/fault.h"

#include "store/engine.h"

/* STATUS_OK, or the failure whose turn it is. */
static enum status take_turn(struct store *store)
{
    unsigned left = atomic_load(&store->fault.calls_left);
    while (left && !atomic_compare_exchange_weak(&store->fault.calls_left, &left, left - 1)) {
    }
    return left == 1 ? store->fault.status : STATUS_OK;
}

/* Going back always works: that is what makes a failure bearable. */
static enum status fault_verb(struct session *session, enum verb verb)
{
    bool goes_back = verb == VERB_ROLLBACK || verb == VERB_UNDO;
    enum status status = goes_back ? STATUS_OK : take_turn(session->store);
    return status ? status : session->store->database->verb(session, verb);
}

static enum status fault_run(struct session *session, const struct statement *statement,
                             const void *args)
{
    enum status status = take_turn(session->store);
    return status ? status : session->store->database->run(session, statement, args);
}

static enum status fault_put(struct session *session, const struct statement *statement,
                             const void *args)
{
    enum status status = take_turn(session->store);
    return status ? status : session->store->database->put(session, statement, args);
}

static enum status fault_expect_none(struct session *session, const struct statement *statement,
                                     const void *args)
{
    enum status status = take_turn(session->store);
    return status ? status : session->store->database->expect_none(session, statement, args);
}

static enum status fault_script(struct session *session, const struct migration *migration)
{
    enum status status = take_turn(session->store);
    return status ? status : session->store->database->script(session, migration);
}

void store_fault_after(struct store *store, unsigned n, enum status status)
{
    struct fault *fault = &store->fault;
    fault->engine = *store->database;
    fault->engine.verb = fault_verb;
    fault->engine.run = fault_run;
    fault->engine.put = fault_put;
    fault->engine.expect_none = store->database->expect_none ? fault_expect_none : NULL;
    fault->engine.script = fault_script;
    fault->status = status;
    store->engine = &fault->engine;
    atomic_store(&fault->calls_left, n);
}

bool store_fault_waits(const struct store *store)
{
    return store_fault_left(store) > 0;
}

unsigned store_fault_left(const struct store *store)
{
    return atomic_load(&store->fault.calls_left);
}
