-- The registrar's own books: one sequence of numbers, the ledger and its tree, keys of past orders.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One row. `next_id` numbers the rows of all tables, from 1000: rows that come with a schema have
-- the numbers below. `last_at` is the newest stamp, so that time
-- never goes back.
CREATE TABLE desk_state (
    id ID,
    next_id INT,
    last_at INSTANT
);

-- Every fact in the order it was stated. `leaf` is what the tree commits to; `record` holds the
-- fields with their keys and is the one column that may change: an erasure empties a field.
-- large
CREATE TABLE ledger_leaf (
    position INT,
    object TEXT,
    version INT,
    subject INT,
    leaf BYTES,
    record BYTES,
    PRIMARY KEY (position),
    UNIQUE (object, version)
);

-- The hashes of all complete subtrees, by the storage number of ledger/tree.h.
-- large
CREATE TABLE ledger_node (
    node INT,
    hash BYTES,
    PRIMARY KEY (node)
);

-- One signed head per commit.
-- large
CREATE TABLE ledger_checkpoint (
    size INT,
    at INSTANT,
    note TEXT,
    PRIMARY KEY (size)
);

-- Orders that came with an idempotency key: a retry gets the first answer. `answer` is sealed under
-- the key itself, of which only the hash is kept.
-- large
-- keyed
CREATE TABLE desk_key (
    key_hash BYTES,
    body_hash BYTES,
    at INSTANT,
    subject INT,
    first_position INT,
    leaf_count INT,
    answer BYTES,
    PRIMARY KEY (key_hash)
);
CREATE INDEX desk_key_age ON desk_key (at);

INSERT INTO desk_state (id, next_id, last_at) VALUES (1, 1000, 0);
