-- What the access log is told of (web/access.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: access_events :many
-- For the access log: what somebody else did to those who work, or worked, at a unit and below it.
-- param unit unit_above_public.above_id
-- param person person.id
-- param kind TEXT
-- param from INSTANT
-- param until INSTANT
-- param before person_event.id
SELECT e.id, e.at, e.by_id, e.person_id, e.fact, e.power, e.said, p.name
  FROM person_event e JOIN person p ON p.id = e.person_id
 WHERE e.person_id IN (SELECT o.person_id FROM post o
                         JOIN unit_above_public a ON a.unit_id = o.unit_id
                        WHERE a.above_id = :unit)
   AND e.id < :before AND e.at >= :from AND e.at < :until
   AND (:person IS NULL OR e.by_id = :person)
   AND (e.by_id IS NULL OR e.by_id <> e.person_id)
   AND e.fact <> 'identity.person_changed'
   AND (:kind IS NULL
        OR (:kind = 'power') = (e.fact IN ('identity.power_granted', 'identity.power_revoked')))
 ORDER BY e.id DESC
 LIMIT :limit;
