-- All SQL of denunciations.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: officer_key_insert :exec
INSERT INTO officer_key (id, holder_id, public_key, key_name, wrapped, made_at, object)
VALUES (:id, :holder_id, :public_key, :key_name, :wrapped, :made_at, :object);

-- name: officer_key_in_use :one
SELECT k.id, k.public_key, k.wrapped, k.made_at, k.needed, k.object FROM officer_key k
 WHERE k.holder_id = :holder_id AND k.ended_at IS NULL;

-- name: officer_key_get :one
SELECT k.id, k.holder_id, k.public_key, k.wrapped, k.next_id, k.ended_at, k.object
  FROM officer_key k WHERE k.id = :id;

-- name: officer_key_of_name :one
SELECT k.id FROM officer_key k WHERE k.key_name = :key_name;

-- name: officer_key_replace :exec
UPDATE officer_key SET wrapped = :wrapped, ended_at = :ended_at
 WHERE id = :id AND ended_at IS NULL;

-- name: officer_key_any :one
-- Is anybody here who can be written to? From then on there are leaves each night.
SELECT k.id FROM officer_key k ORDER BY k.id LIMIT 1;

-- name: officer_keys_older :many
-- What can be opened with the key in use, besides it.
SELECT k.id, k.made_at, k.ended_at FROM officer_key k
 WHERE k.holder_id = :holder_id AND k.ended_at IS NOT NULL
 ORDER BY k.id DESC
 LIMIT :limit;

-- name: accused_unit :one
-- param on DAY
SELECT u.id, u.code, u.name FROM unit_public u
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on);

-- name: accused_units_above :many
-- The nearest first; never the unit itself.
SELECT u.id, u.code, u.name FROM unit_above_public a JOIN unit_public u ON u.id = a.above_id
 WHERE a.unit_id = :unit_id AND a.depth > 0
 ORDER BY a.depth
 LIMIT :limit;

-- name: accused_unit_choices :many
-- param on DAY
SELECT u.code, u.name FROM unit_public u
 WHERE u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on) AND u.parent_id IS NOT NULL
 ORDER BY u.sort_key, u.id
 LIMIT :limit;

-- name: reader_keys_over :many
-- The keys of those who hold the power over the unit and do not work in the accused one, nor below
-- it.
-- param unit unit_above_public.unit_id
-- param accused unit_above_public.unit_id
-- param on DAY
SELECT DISTINCT k.id, k.public_key
  FROM officer_key k
  JOIN post_public o ON o.person_id = k.holder_id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE a.unit_id = :unit AND g.power = :power AND k.ended_at IS NULL
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND NOT EXISTS (SELECT 1 FROM post_public q JOIN unit_above_public b ON b.unit_id = q.unit_id
                    WHERE q.person_id = k.holder_id AND b.above_id = :accused
                      AND (q.until_on IS NULL OR q.until_on >= :on))
 ORDER BY k.id
 LIMIT :limit;

-- name: denunciation_insert :exec
INSERT INTO denunciation (id, code, unit_id, state, is_named, received_on, mailbox_hash,
                          mailbox_key, content, identity, needed, is_told, object)
VALUES (:id, :code, :unit_id, 'received', :is_named, :received_on, :mailbox_hash, :mailbox_key,
        :content, :identity, :needed, 0, :object);

-- name: denunciation_of_mailbox :one
SELECT d.id, d.code FROM denunciation d WHERE d.mailbox_hash = :mailbox_hash;

-- name: denunciation_reader_insert :put
INSERT INTO denunciation_reader (denunciation_id, key_id, is_identity)
VALUES (:denunciation_id, :key_id, :is_identity);

-- name: denunciation_of_code :one
SELECT d.id, d.code, d.unit_id, d.state, d.is_named, d.received_on, d.mailbox_hash, d.mailbox_key,
       d.content, d.identity, d.needed, d.object, u.code AS unit, u.name AS unit_name
  FROM denunciation d JOIN unit_public u ON u.id = d.unit_id
 WHERE d.code = :code;

-- name: denunciation_list :many
-- What was sealed to a person, newest first; the next page begins before the last row of this one.
-- param before denunciation.id
SELECT d.id, d.code, d.received_on, d.is_named, u.name AS unit_name
  FROM denunciation d JOIN unit_public u ON u.id = d.unit_id
 WHERE d.id < :before
   AND d.id IN (SELECT r.denunciation_id
                  FROM denunciation_reader r JOIN officer_key k ON k.id = r.key_id
                 WHERE k.holder_id = :holder_id AND r.is_identity = :is_identity)
 ORDER BY d.id DESC
 LIMIT :limit;

-- name: reader_of :one
-- The key of a person in one of its envelopes.
SELECT r.key_id FROM denunciation_reader r JOIN officer_key k ON k.id = r.key_id
 WHERE r.denunciation_id = :denunciation_id AND r.is_identity = :is_identity
   AND k.holder_id = :holder_id
 ORDER BY r.key_id
 LIMIT 1;

-- name: reader_keys_of :many
-- The keys to which more about it is sealed: of each of its readers who still holds the power over
-- its unit, the one in use.
-- param denunciation_id denunciation.id
-- param on DAY
SELECT DISTINCT n.id, n.public_key
  FROM denunciation d
  JOIN denunciation_reader r ON r.denunciation_id = d.id
  JOIN officer_key k ON k.id = r.key_id
  JOIN officer_key n ON n.holder_id = k.holder_id AND n.ended_at IS NULL
  JOIN post_public o ON o.person_id = n.holder_id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id AND a.unit_id = d.unit_id
 WHERE d.id = :denunciation_id AND r.is_identity = 0 AND g.power = 'denunciation.handle'
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
 ORDER BY n.id
 LIMIT :limit;

-- name: denunciation_message_insert :exec
INSERT INTO denunciation_message (id, denunciation_id, is_from_sender, sent_on, mark, sealed,
                                  is_told, holds)
VALUES (:id, :denunciation_id, :is_from_sender, :sent_on, :mark, :sealed, 0, :holds);

-- name: denunciation_message_same :one
SELECT m.id FROM denunciation_message m WHERE m.mark = :mark;

-- name: denunciation_message_marked :one
SELECT m.id, m.sealed FROM denunciation_message m WHERE m.mark = :mark;

-- name: denunciation_message_list :many
-- The words.
SELECT m.id, m.is_from_sender, m.sent_on, m.sealed FROM denunciation_message m
 WHERE m.denunciation_id = :denunciation_id AND m.holds = 0
 ORDER BY m.id
 LIMIT :limit;

-- name: denunciation_telling_newest :one
SELECT t.told_on FROM telling t ORDER BY t.id DESC LIMIT 1;

-- name: denunciation_telling_insert :exec
INSERT INTO telling (id, told_on) VALUES (:id, :told_on);

-- name: denunciation_untold :many
-- param before DAY
SELECT d.id, d.object, d.content, d.identity FROM denunciation d
 WHERE d.is_told = 0 AND d.received_on < :before
 ORDER BY d.id
 LIMIT :limit;

-- name: denunciation_set_told :put
UPDATE denunciation SET is_told = 1 WHERE id = :id;

-- name: denunciation_message_untold :many
-- param before DAY
-- Without the envelopes: pictures are a megabyte each.
SELECT m.id FROM denunciation_message m
 WHERE m.is_told = 0 AND m.sent_on < :before
 ORDER BY m.id
 LIMIT :limit;

-- name: denunciation_message_body :one
SELECT m.id, m.sealed FROM denunciation_message m WHERE m.id = :id;

-- name: denunciation_message_set_told :put
UPDATE denunciation_message SET is_told = 1 WHERE id = :id;

-- name: identity_opening_insert :exec
INSERT INTO identity_opening (id, denunciation_id, key_id, reason, asked_at)
VALUES (:id, :denunciation_id, :key_id, :reason, :asked_at);

-- name: identity_opening_newest :one
SELECT o.id, o.key_id, o.reason, o.asked_at, o.opened_at, k.public_key, k.holder_id,
       p.name AS holder_name
  FROM identity_opening o JOIN officer_key k ON k.id = o.key_id
  JOIN person_public p ON p.id = k.holder_id
 WHERE o.denunciation_id = :denunciation_id
 ORDER BY o.id DESC
 LIMIT 1;

-- name: identity_opening_list :many
SELECT o.id, o.reason, o.asked_at, o.opened_at FROM identity_opening o
 WHERE o.denunciation_id = :denunciation_id
 ORDER BY o.id DESC
 LIMIT :limit;

-- name: identity_opening_set_opened :exec
UPDATE identity_opening SET opened_at = :opened_at WHERE id = :id AND opened_at IS NULL;

-- name: identity_share_insert :exec
INSERT INTO identity_share (opening_id, key_id, place, sealed, given_at)
VALUES (:opening_id, :key_id, :place, :sealed, :given_at);

-- name: identity_share_list :many
SELECT s.key_id, s.place, s.sealed FROM identity_share s
 WHERE s.opening_id = :opening_id
 ORDER BY s.place
 LIMIT :limit;

-- name: identity_share_of :one
SELECT s.place FROM identity_share s JOIN officer_key k ON k.id = s.key_id
 WHERE s.opening_id = :opening_id AND k.holder_id = :holder_id
 LIMIT 1;

-- name: officer_key_follow :exec
UPDATE officer_key SET next_id = :next_id WHERE id = :id;

-- name: denunciation_told_count :one
-- column papers INT
-- column messages INT
-- column keys INT
SELECT (SELECT count(*) FROM denunciation d WHERE d.is_told = 1) AS papers,
       (SELECT count(*) FROM denunciation_message m WHERE m.is_told = 1) AS messages,
       (SELECT count(*) FROM officer_key k) AS keys;

-- name: denunciation_sealed :one
SELECT d.content, d.identity FROM denunciation d WHERE d.id = :id AND d.is_told = 1;

-- name: denunciation_message_sealed :one
SELECT m.sealed FROM denunciation_message m WHERE m.id = :id AND m.is_told = 1;

-- name: officer_key_public :one
SELECT k.public_key, k.key_name FROM officer_key k WHERE k.id = :id;
