-- The desk's statements: its state, the ledger and its tree, keys of past orders.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: desk_state_get :one
SELECT next_id, last_at, batches, confirmed FROM desk_state WHERE id = 1;

-- name: desk_state_set :put
UPDATE desk_state SET next_id = :next_id, last_at = :last_at, batches = :batches,
                      confirmed = :confirmed
 WHERE id = 1;

-- name: desk_state_confirm :put
UPDATE desk_state SET confirmed = :confirmed WHERE id = 1;

-- name: ledger_leaf_insert :put
INSERT INTO ledger_leaf (position, object, version, subject, leaf, record)
VALUES (:position, :object, :version, :subject, :leaf, :record);

-- name: ledger_leaf_get :one
SELECT position, object, version, subject, leaf, record
  FROM ledger_leaf WHERE position = :position;

-- name: ledger_leaf_newest :one
-- The last version of an object: what its next leaf points back to.
SELECT version, leaf
  FROM ledger_leaf WHERE object = :object ORDER BY version DESC LIMIT 1;

-- name: ledger_leaf_of_object :many
-- All versions of an object, in order.
-- param after ledger_leaf.version
SELECT position, version, record
  FROM ledger_leaf WHERE object = :object AND version > :after ORDER BY version LIMIT :limit;

-- name: ledger_leaf_forget :put
UPDATE ledger_leaf SET record = :record WHERE position = :position;

-- name: ledger_leaf_range :many
-- Leaves in order, for entry bundles and for re-reading the whole ledger.
-- param from INT
SELECT position, object, version, subject, leaf, record
  FROM ledger_leaf WHERE position >= :from ORDER BY position LIMIT :limit;

-- name: ledger_node_insert :put
INSERT INTO ledger_node (node, hash) VALUES (:node, :hash);

-- name: ledger_nodes_insert :put
-- Eight that follow each other.
-- param node ledger_node.node
-- param hash_0 BYTES
-- param hash_1 BYTES
-- param hash_2 BYTES
-- param hash_3 BYTES
-- param hash_4 BYTES
-- param hash_5 BYTES
-- param hash_6 BYTES
-- param hash_7 BYTES
INSERT INTO ledger_node (node, hash)
VALUES (:node, :hash_0), (:node + 1, :hash_1), (:node + 2, :hash_2), (:node + 3, :hash_3),
       (:node + 4, :hash_4), (:node + 5, :hash_5), (:node + 6, :hash_6), (:node + 7, :hash_7);

-- name: ledger_node_get :one
SELECT hash FROM ledger_node WHERE node = :node;

-- name: ledger_nodes_get :many
-- A proof takes some twenty: asked for by eights, they are three questions.
-- param a INT
-- param b INT
-- param c INT
-- param d INT
-- param e INT
-- param f INT
-- param g INT
-- param h INT
SELECT node, hash FROM ledger_node
 WHERE node IN (:a, :b, :c, :d, :e, :f, :g, :h) ORDER BY node LIMIT 8;

-- name: ledger_checkpoint_insert :put
INSERT INTO ledger_checkpoint (size, at, note) VALUES (:size, :at, :note);

-- name: ledger_checkpoint_newest :one
SELECT size, at, note FROM ledger_checkpoint WHERE size > 0 ORDER BY size DESC LIMIT 1;

-- name: ledger_checkpoint_confirmed :one
-- The newest that no failover can take back.
SELECT size, at, note FROM ledger_checkpoint
 WHERE size > 0 AND size <= (SELECT confirmed FROM desk_state WHERE id = 1)
 ORDER BY size DESC LIMIT 1;

-- name: ledger_checkpoint_get :one
SELECT size, at, note FROM ledger_checkpoint WHERE size = :size;

-- name: ledger_checkpoint_covering :one
-- The first head that was signed over this leaf: its receipt is made with that one for ever.
-- param position INT
SELECT size, at, note
  FROM ledger_checkpoint WHERE size > :position ORDER BY size LIMIT 1;

-- name: desk_key_get :one
SELECT body_hash, at, subject, first_position, leaf_count, answer
  FROM desk_key WHERE key_hash = :key_hash;

-- name: desk_key_insert :put
INSERT INTO desk_key (key_hash, body_hash, at, subject, first_position, leaf_count, answer)
VALUES (:key_hash, :body_hash, :at, :subject, :first_position, :leaf_count, :answer);

-- name: desk_key_forget_about :put
-- Few know what row an answer was about: all of a day are looked through.
-- param since INSTANT
DELETE FROM desk_key WHERE at >= :since AND subject = :subject;

-- name: desk_key_forget :put
-- Keys older than `before` are forgotten, a few thousand at a time.
-- param before INSTANT
DELETE FROM desk_key WHERE key_hash IN
    (SELECT key_hash FROM desk_key WHERE at < :before ORDER BY at LIMIT 2000);

-- name: ledger_leaf_version :one
SELECT position, leaf FROM ledger_leaf WHERE object = :object AND version = :version;

-- name: ledger_node_from :one
-- The first stored node from there on: beyond the tree there must be none.
SELECT node FROM ledger_node WHERE node >= :node ORDER BY node LIMIT 1;

-- name: ledger_loss_insert :put
INSERT INTO ledger_loss (position, kept, known, at) VALUES (:position, :kept, :known, :at);

-- name: ledger_loss_list :many
SELECT position, kept, known, at FROM ledger_loss ORDER BY position LIMIT :limit;

-- name: desk_hand_raise :exec
-- param count INT
UPDATE desk_hand SET last = last + :count WHERE id = 1;

-- name: desk_hand_last :one
SELECT last FROM desk_hand WHERE id = 1;

-- name: desk_handed_insert :put
INSERT INTO desk_handed (id, host, at, tries, parcel) VALUES (:id, :host, :at, 0, :parcel);

-- name: desk_handed_take :many
-- What waits, for the sealer's transaction. What its host is taking back just now is passed over.
SELECT id, host, tries, parcel FROM desk_handed WHERE outcome IS NULL ORDER BY id LIMIT :limit;
-- postgres:
SELECT id, host, tries, parcel FROM desk_handed WHERE outcome IS NULL ORDER BY id LIMIT :limit
   FOR UPDATE SKIP LOCKED;

-- name: desk_handed_settle :put
-- What was asked for is forgotten with it; its age is now counted by the clock of the sealer.
-- param nothing BYTES
UPDATE desk_handed SET outcome = :outcome, parcel = :nothing, at = :at WHERE id = :id;

-- name: desk_handed_retry :exec
-- A new sealer: what waits outlived the last one.
UPDATE desk_handed SET tries = tries + 1 WHERE outcome IS NULL;

-- name: desk_handed_forget :put
-- param before INSTANT
DELETE FROM desk_handed WHERE outcome IS NOT NULL AND at < :before;

-- name: desk_handed_settled :many
SELECT id, outcome FROM desk_handed
 WHERE host = :host AND outcome IS NOT NULL ORDER BY id LIMIT :limit;

-- name: desk_handed_collect :put
-- param until desk_handed.id
DELETE FROM desk_handed WHERE host = :host AND outcome IS NOT NULL AND id <= :until;

-- name: desk_handed_withdraw :exec
-- One that nobody has done, and now nobody will.
DELETE FROM desk_handed WHERE id = :id AND outcome IS NULL;
