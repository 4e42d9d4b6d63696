-- Pictures that came sealed, and copies for those who verify.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: enclosure_list :many
-- What came or went beside the words, newest first, without the envelopes.
SELECT m.id, m.holds, m.sent_on FROM denunciation_message m
 WHERE m.denunciation_id = :denunciation_id AND m.holds > 0
 ORDER BY m.id DESC
 LIMIT :limit;

-- name: enclosure_get :one
SELECT m.id, m.sealed FROM denunciation_message m
 WHERE m.id = :id AND m.denunciation_id = :denunciation_id AND m.holds = 1;

-- name: rendition_reader_insert :put
INSERT INTO rendition_reader (message_id, key_id) VALUES (:message_id, :key_id);

-- name: rendition_list :many
-- What was handed to a person, newest first; the next page begins before the last row of this one.
-- param before denunciation_message.id
SELECT m.id, m.sent_on, d.code, d.unit_id, u.name AS unit_name
  FROM denunciation_message m
  JOIN denunciation d ON d.id = m.denunciation_id
  JOIN unit_public u ON u.id = d.unit_id
 WHERE m.id < :before AND m.holds = 2
   AND m.id IN (SELECT r.message_id
                  FROM rendition_reader r JOIN officer_key k ON k.id = r.key_id
                 WHERE k.holder_id = :holder_id)
 ORDER BY m.id DESC
 LIMIT :limit;

-- name: rendition_get :one
-- One of them, and the key of that person in its envelope.
-- param id denunciation_message.id
SELECT m.id, m.sent_on, m.sealed, r.key_id, d.id AS denunciation_id, d.code, d.unit_id, d.object,
       u.name AS unit_name
  FROM denunciation_message m
  JOIN rendition_reader r ON r.message_id = m.id
  JOIN officer_key k ON k.id = r.key_id
  JOIN denunciation d ON d.id = m.denunciation_id
  JOIN unit_public u ON u.id = d.unit_id
 WHERE m.id = :id AND m.holds = 2 AND k.holder_id = :holder_id
 ORDER BY r.key_id
 LIMIT 1;

-- name: verifier_choices :many
-- The keys of those who verify for a unit, and do not work in the accused one, nor below it.
-- param unit unit_above_public.unit_id
-- param accused unit_above_public.unit_id
-- param power power_grant_public.power
-- param on DAY
SELECT DISTINCT k.id, k.public_key, p.name, p.name_key
  FROM officer_key k
  JOIN person_public p ON p.id = k.holder_id
  JOIN post_public o ON o.person_id = k.holder_id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE a.unit_id = :unit AND g.power = :power AND k.ended_at IS NULL
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND NOT EXISTS (SELECT 1 FROM post_public q JOIN unit_above_public b ON b.unit_id = q.unit_id
                    WHERE q.person_id = k.holder_id AND b.above_id = :accused
                      AND (q.until_on IS NULL OR q.until_on >= :on))
 ORDER BY p.name_key, k.id
 LIMIT :limit;
