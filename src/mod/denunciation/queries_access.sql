-- What the access log is told of (web/access.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: access_openings :many
-- For the access log: who asked for the names of those who denounced at a unit and below it, for
-- somebody to whom the denunciation was sealed; whom it is about is not among them. Of which
-- denunciation is not in it.
-- param visitor officer_key.holder_id
-- param unit unit_above_public.above_id
-- param person officer_key.holder_id
-- param from INSTANT
-- param until INSTANT
-- param before identity_opening.id
SELECT o.id, o.asked_at, o.opened_at, k.holder_id, d.unit_id, u.name AS unit_name
  FROM identity_opening o JOIN officer_key k ON k.id = o.key_id
  JOIN denunciation d ON d.id = o.denunciation_id
  JOIN unit_above_public a ON a.unit_id = d.unit_id JOIN unit_public u ON u.id = d.unit_id
 WHERE a.above_id = :unit AND o.id < :before AND o.asked_at >= :from AND o.asked_at < :until
   AND (:person IS NULL OR k.holder_id = :person)
   AND EXISTS (SELECT 1 FROM denunciation_reader r JOIN officer_key x ON x.id = r.key_id
                WHERE r.denunciation_id = d.id AND x.holder_id = :visitor)
 ORDER BY o.id DESC
 LIMIT :limit;
