-- The queue of letters: put, take, what became of it, and looking at it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: outbox_insert :put
-- A letter whose key came before is the same letter.
INSERT INTO outbox_message (id, key_hash, channel, recipient, subject, body, link, leave_link,
                            about, state, created_at, next_try_at, tries, last_error)
VALUES (:id, :key_hash, :channel, :recipient, :subject, :body, :link, :leave_link,
        :about, :state, :created_at, :next_try_at, 0, :last_error)
ON CONFLICT (key_hash) DO NOTHING;

-- name: outbox_get :one
SELECT id, key_hash, channel, recipient, subject, body, link, leave_link, state, next_try_at, tries
  FROM outbox_message WHERE id = :id;

-- name: outbox_ripe :many
-- What may be tried now through the open channels, the longest due first.
-- param mail YES
-- param hook YES
SELECT id
  FROM outbox_message
 WHERE state IN ('waiting', 'failed') AND next_try_at <= :now
   AND ((channel = 'mail' AND :mail = 1) OR (channel = 'hook' AND :hook = 1))
 ORDER BY next_try_at, id LIMIT :limit;

-- name: outbox_next :one
-- When the next letter ripens.
SELECT next_try_at
  FROM outbox_message
 WHERE state IN ('waiting', 'failed') AND next_try_at > :now
 ORDER BY next_try_at, id LIMIT 1;

-- name: outbox_set_taken :put
UPDATE outbox_message
   SET tries = tries + 1, next_try_at = :next_try_at,
       first_try_at = coalesce(first_try_at, :now)
 WHERE id = :id;

-- name: outbox_set_sent :put
UPDATE outbox_message
   SET state = 'sent', sent_at = :sent_at, recipient = NULL, body = NULL, link = NULL,
       leave_link = NULL, last_error = NULL
 WHERE id = :id;

-- name: outbox_set_failed :put
UPDATE outbox_message SET state = :state, last_error = :last_error WHERE id = :id;

-- name: outbox_set_again :put
-- Given up, and now to be tried as if it were new.
UPDATE outbox_message
   SET state = 'waiting', tries = 0, next_try_at = :next_try_at
 WHERE id = :id;

-- name: outbox_delete_about :put
-- What has not begun to leave is as if it had never been written.
DELETE FROM outbox_message WHERE about = :about AND first_try_at IS NULL;

-- name: outbox_delete_all_about :put
DELETE FROM outbox_message WHERE about = :about;

-- name: outbox_left_about :one
SELECT first_try_at FROM outbox_message
 WHERE about = :about AND first_try_at IS NOT NULL LIMIT 1;

-- name: outbox_of_state :many
-- param before outbox_message.id
SELECT id, channel, recipient, subject, created_at, next_try_at, sent_at, tries, last_error
  FROM outbox_message
 WHERE state = :state AND id < :before ORDER BY id DESC LIMIT :limit;

-- name: outbox_forget_old :put
-- param before INSTANT
DELETE FROM outbox_message WHERE id IN
    (SELECT id FROM outbox_message WHERE created_at < :before ORDER BY created_at LIMIT 1000);

-- name: outbox_channel_get :one
SELECT is_open FROM outbox_channel WHERE channel = :channel;

-- name: outbox_channel_set :put
UPDATE outbox_channel SET is_open = :is_open WHERE channel = :channel;
