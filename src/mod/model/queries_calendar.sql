-- All SQL of the year's calendar: the one in force, what waits at a step, reminders.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_calendar_in_force :one
-- Of that unit in that year: its own, or that of the nearest above it; of those the newest.
-- param unit_id unit.id
-- param year INT
SELECT c.register_until, c.review_until, c.assess_until, c.appraise_until, c.recognise_until,
       u.name AS unit_name
  FROM model_calendar c
  JOIN unit_above_public a ON a.above_id = c.unit_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE a.unit_id = :unit_id AND c.year = :year
 ORDER BY a.depth, c.id DESC LIMIT 1;

-- name: model_calendar_near :one
-- Which steps of that year are due in those days by some calendar.
-- param from DAY
-- param until DAY
-- column register_near INT
-- column review_near INT
-- column assess_near INT
-- column appraise_near INT
-- column recognise_near INT
SELECT COALESCE(MAX(CASE WHEN c.register_until >= :from AND c.register_until <= :until
                         THEN 1 ELSE 0 END), 0) AS register_near,
       COALESCE(MAX(CASE WHEN c.review_until >= :from AND c.review_until <= :until
                         THEN 1 ELSE 0 END), 0) AS review_near,
       COALESCE(MAX(CASE WHEN c.assess_until >= :from AND c.assess_until <= :until
                         THEN 1 ELSE 0 END), 0) AS assess_near,
       COALESCE(MAX(CASE WHEN c.appraise_until >= :from AND c.appraise_until <= :until
                         THEN 1 ELSE 0 END), 0) AS appraise_near,
       COALESCE(MAX(CASE WHEN c.recognise_until >= :from AND c.recognise_until <= :until
                         THEN 1 ELSE 0 END), 0) AS recognise_near
  FROM model_calendar c WHERE c.year = :year;

-- name: model_calendar_insert :put
INSERT INTO model_calendar (id, unit_id, year, register_until, review_until, assess_until,
                            appraise_until, recognise_until, said_by_id, object, position)
VALUES (:id, :unit_id, :year, :register_until, :review_until, :assess_until, :appraise_until,
        :recognise_until, :said_by_id, :object, :position);

-- name: model_calendar_check_rows :many
-- param after model_calendar.id
SELECT c.id, c.unit_id, c.year, c.register_until, c.review_until, c.assess_until,
       c.appraise_until, c.recognise_until, c.said_by_id, c.object, c.position
  FROM model_calendar c WHERE c.id > :after ORDER BY c.id LIMIT :limit;

-- name: model_calendar_units :many
-- The units over which somebody in office holds that power.
-- param on DAY
-- param after unit.id
SELECT DISTINCT g.unit_id
  FROM power_grant_public g
  JOIN post_public o ON o.id = g.post_id
  JOIN unit_public u ON u.id = g.unit_id
 WHERE g.power = :power AND g.unit_id > :after
   AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
 ORDER BY g.unit_id LIMIT :limit;

-- name: model_waiting_units :many
-- Units below one for which somebody may register, and none did in those days.
-- param above unit.id
-- param on DAY
-- param since INSTANT
-- param before INSTANT
-- param after unit.id
SELECT DISTINCT u.id, u.name, u.name AS unit_name
  FROM unit_above_public a
  JOIN unit_public u ON u.id = a.unit_id
  JOIN power_grant_public g ON g.unit_id = a.unit_id
  JOIN post_public o ON o.id = g.post_id
 WHERE a.above_id = :above AND g.power = :power AND u.id > :after
   AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND NOT EXISTS (SELECT 1 FROM model m
                     JOIN unit_above_public b ON b.unit_id = m.unit_id AND b.above_id = u.id
                     JOIN model_act t ON t.model_id = m.id
                    WHERE t.act = 'register' AND t.at >= :since AND t.at < :before)
 ORDER BY u.id LIMIT :limit;

-- name: model_waiting_results :many
-- Models of units below one that were listed in time, have begun and are still done, and of which
-- nothing was measured in those days.
-- param above unit.id
-- param since DAY
-- param until DAY
-- param listed_by DAY
-- param begun_on DAY
-- param stopped model.state
-- param after model.id
SELECT m.id, m.name, u.name AS unit_name
  FROM model m
  JOIN unit_public u ON u.id = m.unit_id
  JOIN unit_above_public a ON a.unit_id = m.unit_id AND a.above_id = :above
 WHERE m.id > :after AND m.listed_on <= :listed_by AND m.begins_on <= :begun_on
   AND m.state <> :stopped
   AND NOT EXISTS (SELECT 1 FROM model_result r WHERE r.model_id = m.id
                      AND r.measured_on >= :since AND r.measured_on <= :until)
 ORDER BY m.id LIMIT :limit;

-- name: model_waiting_entries :many
-- Models of units below one that were listed in time, have begun and are still done, and were not
-- put forward in that year.
-- param above unit.id
-- param listed_by DAY
-- param begun_on DAY
-- param stopped model.state
-- param after model.id
SELECT m.id, m.name, u.name AS unit_name
  FROM model m
  JOIN unit_public u ON u.id = m.unit_id
  JOIN unit_above_public a ON a.unit_id = m.unit_id AND a.above_id = :above
 WHERE m.id > :after AND m.listed_on <= :listed_by AND m.begins_on <= :begun_on
   AND m.state <> :stopped
   AND NOT EXISTS (SELECT 1 FROM model_entry e WHERE e.model_id = m.id AND e.year = :year)
 ORDER BY m.id LIMIT :limit;

-- name: model_waiting_judges :many
-- What was put forward in that year by units below one and stands in that state: all of it, or what
-- somebody may judge who holds the power over that very unit. Nobody judges what is of the unit at
-- which he holds a post.
-- param above unit.id
-- param every_one YES
-- param on DAY
-- param after model_entry.id
SELECT e.id, m.name, u.name AS unit_name
  FROM model_entry e
  JOIN model m ON m.id = e.model_id
  JOIN unit_public u ON u.id = e.unit_id
  JOIN unit_above_public a ON a.unit_id = e.unit_id AND a.above_id = :above
 WHERE e.year = :year AND e.state = :state AND e.id > :after
   AND (:every_one = 1 OR EXISTS (SELECT 1 FROM power_grant_public g
                                    JOIN post_public o ON o.id = g.post_id
                                   WHERE g.unit_id = :above AND g.power = :power
                                     AND o.unit_id <> e.unit_id
                                     AND g.from_on <= :on
                                     AND (g.until_on IS NULL OR g.until_on >= :on)
                                     AND o.from_on <= :on
                                     AND (o.until_on IS NULL OR o.until_on >= :on)))
 ORDER BY e.id LIMIT :limit;

-- name: model_reminder_there :one
SELECT r.id FROM model_reminder r
 WHERE r.unit_id = :unit_id AND r.year = :year AND r.step = :step AND r.until_on = :until_on;

-- name: model_reminder_insert :put
INSERT INTO model_reminder (id, unit_id, year, step, until_on, waiting, at, object, position)
VALUES (:id, :unit_id, :year, :step, :until_on, :waiting, :at, :object, :position);

-- name: model_reminder_check_rows :many
-- param after model_reminder.id
SELECT r.id, r.unit_id, r.year, r.step, r.until_on, r.waiting, r.at, r.object, r.position
  FROM model_reminder r WHERE r.id > :after ORDER BY r.id LIMIT :limit;
