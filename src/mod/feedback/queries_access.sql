-- What the access log is told of (web/access.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: access_names :many
-- For the access log: who opened senders' names of reports at a unit and below it, newest first.
-- param unit unit_above_public.above_id
-- param person sender_opening.person_id
-- param from INSTANT
-- param until INSTANT
-- param before sender_opening.id
SELECT o.id, o.at, o.person_id, o.reason, r.code, r.unit_id, u.name AS unit_name
  FROM sender_opening o JOIN report r ON r.id = o.report_id
  JOIN unit_above_public a ON a.unit_id = r.unit_id JOIN unit_public u ON u.id = r.unit_id
 WHERE a.above_id = :unit AND o.id < :before AND o.at >= :from AND o.at < :until
   AND (:person IS NULL OR o.person_id = :person)
 ORDER BY o.id DESC
 LIMIT :limit;

-- name: access_photos :many
-- The same of photos as they were sent.
-- param unit unit_above_public.above_id
-- param person photo_opening.person_id
-- param from INSTANT
-- param until INSTANT
-- param before photo_opening.id
SELECT o.id, o.at, o.person_id, o.reason, r.code, r.unit_id, u.name AS unit_name
  FROM photo_opening o JOIN report_photo p ON p.id = o.photo_id JOIN report r ON r.id = p.report_id
  JOIN unit_above_public a ON a.unit_id = r.unit_id JOIN unit_public u ON u.id = r.unit_id
 WHERE a.above_id = :unit AND o.id < :before AND o.at >= :from AND o.at < :until
   AND (:person IS NULL OR o.person_id = :person)
 ORDER BY o.id DESC
 LIMIT :limit;
