-- Days of reception and visits; units and cases through public views.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: reception_day_insert :put
INSERT INTO reception_day (id, unit_id, held_on, from_minute, until_minute, place, is_by_head,
                           unscheduled, reason, seats, posted_on, moved_to_id, moved_reason,
                           outcome, outcome_by, outcome_reason, last_number, object, position)
VALUES (:id, :unit_id, :held_on, :from_minute, :until_minute, :place, :is_by_head, :unscheduled,
        :reason, :seats, :posted_on, NULL, NULL, NULL, NULL, NULL, 0, :object, :position);

-- name: reception_day_get :one
-- param id reception_day.id
SELECT d.id, d.unit_id, d.held_on, d.from_minute, d.until_minute, d.place, d.is_by_head,
       d.unscheduled, d.reason, d.seats, d.posted_on, d.moved_to_id, d.moved_reason, d.outcome,
       d.outcome_by, d.outcome_reason, d.last_number, d.object, d.position, u.code AS unit_code,
       u.name AS unit_name, o.point_id, o.link, o.tested_on, o.connected_minute, o.recording,
       p.code AS point_code, p.name AS point_name
  FROM reception_day d
  JOIN unit_public u ON u.id = d.unit_id
  LEFT JOIN reception_online o ON o.day_id = d.id
  LEFT JOIN unit_public p ON p.id = o.point_id
 WHERE d.id = :id;

-- name: reception_online_insert :put
INSERT INTO reception_online (day_id, point_id, link, tested_on, connected_minute, recording,
                              position)
VALUES (:day_id, :point_id, :link, NULL, 0, NULL, :position);

-- name: reception_online_update :put
-- All that is noted of the line.
UPDATE reception_online
   SET tested_on = :tested_on, connected_minute = :connected_minute, recording = :recording,
       position = :position
 WHERE day_id = :day_id;

-- name: reception_check_online :one
SELECT o.link, o.tested_on, o.connected_minute, o.recording, o.position, p.code AS point_code
  FROM reception_online o JOIN unit_public p ON p.id = o.point_id
 WHERE o.day_id = :day_id;

-- name: reception_day_update :put
-- All that an act may change.
UPDATE reception_day
   SET moved_to_id = :moved_to_id, moved_reason = :moved_reason, outcome = :outcome,
       outcome_by = :outcome_by, outcome_reason = :outcome_reason, position = :position
 WHERE id = :id;

-- name: reception_day_count_on :put
UPDATE reception_day SET last_number = last_number + 1 WHERE id = :id;

-- name: reception_day_number :one
SELECT last_number FROM reception_day WHERE id = :id;

-- name: reception_day_find :one
-- The first of that unit on that day which still stands.
SELECT id FROM reception_day
 WHERE unit_id = :unit_id AND held_on = :held_on AND moved_to_id IS NULL AND outcome IS NULL
 ORDER BY from_minute, id LIMIT 1;

-- name: reception_taken :one
-- How many have booked this day, or came to it.
-- column taken INT
SELECT COUNT(*) AS taken
  FROM reception_visit v JOIN case_public c ON c.id = v.case_id
 WHERE v.day_id = :day_id AND c.state <> 'cancelled';

-- name: reception_booked :many
-- Who has booked this day and did not come yet.
SELECT c.code
  FROM reception_visit v JOIN case_public c ON c.id = v.case_id
 WHERE v.day_id = :day_id AND c.state = 'booked'
 ORDER BY v.case_id LIMIT 1000;

-- name: reception_missed :many
-- Booked for a day that is over, since that one.
-- param since DAY
SELECT c.code
  FROM reception_day d
  JOIN reception_visit v ON v.day_id = d.id
  JOIN case_public c ON c.id = v.case_id
 WHERE d.held_on < :today AND d.held_on >= :since AND c.state = 'booked'
 ORDER BY v.case_id LIMIT 200;

-- name: reception_coming :many
-- Days that are posted, of one unit or of every one, those that were moved too.
-- param every YES
-- column taken INT
SELECT d.id, d.held_on, d.from_minute, d.until_minute, d.place, d.is_by_head, d.unscheduled,
       d.seats, d.moved_reason, n.held_on AS moved_on, u.code AS unit_code, u.name AS unit_name,
       p.name AS point_name,
       (SELECT COUNT(*) FROM reception_visit v JOIN case_public c ON c.id = v.case_id
         WHERE v.day_id = d.id AND c.state <> 'cancelled') AS taken
  FROM reception_day d
  JOIN unit_public u ON u.id = d.unit_id
  LEFT JOIN reception_day n ON n.id = d.moved_to_id
  LEFT JOIN reception_online o ON o.day_id = d.id
  LEFT JOIN unit_public p ON p.id = o.point_id
 WHERE d.held_on >= :today AND d.outcome IS NULL AND (:every = 1 OR d.unit_id = :unit_id)
 ORDER BY d.held_on, u.sort_key, d.from_minute, d.id LIMIT :limit;

-- name: reception_days_of :many
-- A unit's days, and those of others for which people come to it; the newest first.
-- param since DAY
SELECT d.id, d.unit_id, d.held_on, d.from_minute, d.until_minute, d.place, d.is_by_head,
       d.unscheduled, d.seats, d.moved_to_id, d.outcome, d.last_number, u.name AS unit_name,
       o.link
  FROM reception_day d
  JOIN unit_public u ON u.id = d.unit_id
  LEFT JOIN reception_online o ON o.day_id = d.id
 WHERE (d.unit_id = :unit_id
        OR d.id IN (SELECT q.day_id FROM reception_online q WHERE q.point_id = :unit_id))
   AND d.held_on >= :since
 ORDER BY d.held_on DESC, d.from_minute DESC, d.id DESC LIMIT :limit;

-- name: reception_days_between :many
-- What was posted and held everywhere, for the measure of offices.
-- param from_on DAY
-- param until_on DAY
SELECT unit_id, held_on, outcome, moved_to_id
  FROM reception_day
 WHERE held_on >= :from_on AND held_on <= :until_on
 ORDER BY unit_id, held_on, id LIMIT 10000;

-- name: reception_offices :many
-- Those that receive citizens: units with papers of their own, and whom they stand under.
-- param on DAY
SELECT id, code, name, kind, parent_id
  FROM unit_public
 WHERE (prefix IS NOT NULL OR (kind = 'government' AND parent_id IS NULL))
   AND from_on <= :on AND (until_on IS NULL OR until_on >= :on)
 ORDER BY sort_key, code LIMIT 300;

-- name: reception_visit_insert :put
INSERT INTO reception_visit (case_id, day_id, number, people, representatives, content, settled_by,
                             heard, matter, route, sent_to, answer, handling, answered_on,
                             conclude_by, came_of)
VALUES (:case_id, :day_id, :number, :people, :representatives, :content, :settled_by, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL);

-- name: reception_visit_get :one
SELECT case_id, day_id, number, people, representatives, content, settled_by, heard, matter, route,
       sent_to, answer, handling, answered_on, conclude_by, came_of
  FROM reception_visit WHERE case_id = :case_id;

-- name: reception_visit_update :put
-- All that an act may change.
UPDATE reception_visit
   SET day_id = :day_id, number = :number, heard = :heard, matter = :matter, route = :route,
       sent_to = :sent_to, answer = :answer, handling = :handling, answered_on = :answered_on,
       conclude_by = :conclude_by, came_of = :came_of
 WHERE case_id = :case_id;

-- name: reception_queue :many
-- The visits of a day: those in the queue in its order, then those who booked.
SELECT c.code, c.subject, c.state, v.number, v.people, p.name AS visitor
  FROM reception_visit v
  JOIN case_public c ON c.id = v.case_id
  LEFT JOIN case_party_public p ON p.case_id = v.case_id AND p.role = 'sender'
 WHERE v.day_id = :day_id
 ORDER BY CASE WHEN v.number = 0 THEN 1 ELSE 0 END, v.number, v.case_id LIMIT 500;

-- name: reception_entries :many
-- The book of a unit for some days: who was received, in order. Law: 154/2026/NĐ-CP form 03/TCD.
-- param from_on DAY
-- param until_on DAY
SELECT d.held_on, c.code, p.name AS visitor, p.address, p.identity_number, v.content, v.heard,
       v.matter, v.people, v.settled_by, v.route, v.sent_to, v.handling, v.answer, v.answered_on,
       v.came_of, v.conclude_by, c.state, n.name AS point_name
  FROM reception_day d
  JOIN reception_visit v ON v.day_id = d.id
  JOIN case_public c ON c.id = v.case_id
  LEFT JOIN case_party_public p ON p.case_id = v.case_id AND p.role = 'sender'
  LEFT JOIN reception_online o ON o.day_id = d.id
  LEFT JOIN unit_public n ON n.id = o.point_id
 WHERE d.unit_id = :unit_id AND d.held_on >= :from_on AND d.held_on <= :until_on AND v.number > 0
 ORDER BY d.held_on, d.id, v.number LIMIT :limit;

-- name: reception_check_days :many
-- param after reception_day.id
SELECT d.id, d.unit_id, d.held_on, d.from_minute, d.until_minute, d.place, d.is_by_head,
       d.unscheduled, d.reason, d.seats, d.posted_on, d.moved_to_id, d.moved_reason, d.outcome,
       d.outcome_by, d.outcome_reason, d.last_number, d.object, d.position, u.code AS unit_code
  FROM reception_day d JOIN unit_public u ON u.id = d.unit_id
 WHERE d.id > :after ORDER BY d.id LIMIT :limit;

-- name: reception_check_queue :one
-- The last number that somebody has, and how many there are.
-- column last INT
-- column given INT
SELECT COALESCE(MAX(number), 0) AS last,
       COUNT(DISTINCT CASE WHEN number > 0 THEN number END) AS given
  FROM reception_visit WHERE day_id = :day_id;

-- name: reception_check_visits :many
-- param after case_file.id
SELECT v.case_id, v.day_id, v.number, v.people, v.representatives, v.content, v.settled_by, v.heard,
       v.matter, v.route, v.sent_to, v.answer, v.handling, v.answered_on, v.conclude_by, v.came_of,
       d.held_on
  FROM reception_visit v JOIN reception_day d ON d.id = v.day_id
 WHERE v.case_id > :after ORDER BY v.case_id LIMIT :limit;
