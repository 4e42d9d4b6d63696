-- Keys whose holders are gone.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: custodians_over :many
-- Who holds shares of keys made by somebody who works in that unit, and where each works.
-- param unit unit_above_public.unit_id
-- param not_person officer_key.holder_id
-- param on DAY
SELECT k.id, k.public_key, o.unit_id
  FROM officer_key k
  JOIN post_public o ON o.person_id = k.holder_id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE a.unit_id = :unit AND g.power = 'denunciation.recover' AND k.ended_at IS NULL
   AND k.holder_id <> :not_person
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
 ORDER BY k.id, o.unit_id
 LIMIT :limit;

-- name: officer_key_set_recovery :put
UPDATE officer_key SET recovery = :recovery, needed = :needed WHERE id = :id;

-- name: officer_key_recovery :one
-- param id officer_key.id
SELECT k.id, k.holder_id, k.public_key, k.recovery, k.needed, k.ended_at, k.object
  FROM officer_key k WHERE k.id = :id AND k.recovery IS NOT NULL;

-- name: recoverable_list :many
-- Keys in use of others.
SELECT k.id, k.made_at, p.name AS holder_name
  FROM officer_key k JOIN person_public p ON p.id = k.holder_id
 WHERE k.holder_id <> :holder_id AND k.ended_at IS NULL AND k.recovery IS NOT NULL
 ORDER BY p.name_key, k.id
 LIMIT :limit;

-- name: key_recovery_insert :exec
INSERT INTO key_recovery (id, key_id, for_key_id, asked_at)
VALUES (:id, :key_id, :for_key_id, :asked_at);

-- name: key_recovery_get :one
-- param id key_recovery.id
SELECT r.id, r.key_id, r.for_key_id, r.taken_at, f.public_key, f.holder_id
  FROM key_recovery r JOIN officer_key f ON f.id = r.for_key_id
 WHERE r.id = :id;

-- name: key_recovery_open :one
-- Is somebody at it?
SELECT r.id FROM key_recovery r WHERE r.key_id = :key_id AND r.taken_at IS NULL
 ORDER BY r.id LIMIT 1;

-- name: key_recovery_list :many
-- Not taken yet: whose key, who wants it.
SELECT r.id, r.key_id, r.asked_at, k.needed, k.recovery, p.name AS holder_name,
       q.name AS asked_by, f.holder_id
  FROM key_recovery r JOIN officer_key k ON k.id = r.key_id
  JOIN officer_key f ON f.id = r.for_key_id
  JOIN person_public p ON p.id = k.holder_id JOIN person_public q ON q.id = f.holder_id
 WHERE r.taken_at IS NULL
 ORDER BY r.id
 LIMIT :limit;

-- name: key_recovery_set_taken :exec
UPDATE key_recovery SET taken_at = :taken_at WHERE id = :id AND taken_at IS NULL;

-- name: key_recovery_share_insert :exec
INSERT INTO key_recovery_share (recovery_id, key_id, place, sealed, given_at)
VALUES (:recovery_id, :key_id, :place, :sealed, :given_at);

-- name: key_recovery_share_list :many
SELECT s.place, s.sealed FROM key_recovery_share s
 WHERE s.recovery_id = :recovery_id
 ORDER BY s.place
 LIMIT :limit;

-- name: key_recovery_share_of :one
SELECT s.place FROM key_recovery_share s JOIN officer_key k ON k.id = s.key_id
 WHERE s.recovery_id = :recovery_id AND k.holder_id = :holder_id
 LIMIT 1;

-- name: keys_held :many
SELECT k.id, k.public_key FROM officer_key k
 WHERE k.holder_id = :holder_id
 ORDER BY k.id DESC
 LIMIT :limit;

-- name: shares_in_common :one
-- A name of which both hold a share: whoever had both would need nobody else.
-- param mine officer_key.holder_id
-- param theirs officer_key.holder_id
SELECT a.denunciation_id
  FROM denunciation_reader a JOIN officer_key k ON k.id = a.key_id
  JOIN denunciation_reader b ON b.denunciation_id = a.denunciation_id
  JOIN officer_key l ON l.id = b.key_id
 WHERE a.is_identity = 1 AND b.is_identity = 1 AND k.holder_id = :mine AND l.holder_id = :theirs
 ORDER BY a.denunciation_id
 LIMIT 1;

-- name: officer_key_end :exec
UPDATE officer_key SET wrapped = :wrapped, ended_at = :ended_at, next_id = :next_id
 WHERE id = :id AND ended_at IS NULL;

-- name: officer_keys_hand_over :exec
-- param to_id officer_key.holder_id
UPDATE officer_key SET holder_id = :to_id WHERE holder_id = :holder_id;
