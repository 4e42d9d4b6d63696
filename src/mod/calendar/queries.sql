-- All SQL of the working calendar. `object` is a row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: calendar_revision_get :one
SELECT revision FROM calendar_revision WHERE id = 1;

-- name: calendar_revision_next :put
INSERT INTO calendar_revision (id, revision) VALUES (1, 1)
ON CONFLICT (id) DO UPDATE SET revision = calendar_revision.revision + 1;

-- name: calendar_days :many
SELECT day, kind, name, decision, decided_on FROM calendar_day ORDER BY day LIMIT 5000;

-- name: calendar_years :many
SELECT year FROM calendar_year ORDER BY year LIMIT 200;

-- name: calendar_hours_reaching :many
-- Every unit that has hours of its own or stands below one that has, the nearest first.
SELECT a.unit_id, a.depth, h.hours
  FROM calendar_hours h
  JOIN unit_above_public a ON a.above_id = h.unit_id
 ORDER BY a.unit_id, a.depth LIMIT 20000;

-- name: calendar_day_get :one
SELECT id, day, kind, name, decision, decided_on, object FROM calendar_day WHERE day = :day;

-- name: calendar_day_insert :put
INSERT INTO calendar_day (id, day, kind, name, decision, decided_on, object, position)
VALUES (:id, :day, :kind, :name, :decision, :decided_on, :object, :position);

-- name: calendar_day_update :put
UPDATE calendar_day
   SET kind = :kind, name = :name, decision = :decision, decided_on = :decided_on,
       position = :position
 WHERE id = :id;

-- name: calendar_day_delete :put
DELETE FROM calendar_day WHERE id = :id;

-- name: calendar_year_insert :put
INSERT INTO calendar_year (id, year, decision, decided_on, object, position)
VALUES (:id, :year, :decision, :decided_on, :object, :position);

-- name: calendar_hours_get :one
SELECT id, hours, object FROM calendar_hours WHERE unit_id = :unit_id;

-- name: calendar_hours_insert :put
INSERT INTO calendar_hours (id, unit_id, hours, decision, decided_on, object, position)
VALUES (:id, :unit_id, :hours, :decision, :decided_on, :object, :position);

-- name: calendar_hours_update :put
UPDATE calendar_hours
   SET hours = :hours, decision = :decision, decided_on = :decided_on, position = :position
 WHERE id = :id;

-- name: calendar_hours_delete :put
DELETE FROM calendar_hours WHERE id = :id;

-- name: calendar_hours_any :one
SELECT id FROM calendar_hours ORDER BY id LIMIT 1;

-- name: calendar_hours_list :many
SELECT u.code, u.name, h.hours, h.decision, h.decided_on
  FROM calendar_hours h JOIN unit_public u ON u.id = h.unit_id
 ORDER BY u.sort_key, u.code LIMIT 500;

-- name: calendar_unit :one
-- param today DAY
SELECT id, code, name FROM unit_public
 WHERE code = :code AND from_on <= :today AND (until_on IS NULL OR until_on >= :today);

-- name: calendar_roots :many
-- Units at the top: who manages one of them manages the days of all.
-- param today DAY
SELECT id FROM unit_public
 WHERE parent_id IS NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY id LIMIT 50;

-- name: calendar_change_insert :put
INSERT INTO calendar_change (id, at, person_id, what, was, now, name, reason, position)
VALUES (:id, :at, :person_id, :what, :was, :now, :name, :reason, :position);

-- name: calendar_changes :many
-- Newest first.
-- param before calendar_change.id
SELECT c.id, c.at, p.name AS person_name, c.what, c.was, c.now, c.name, c.reason
  FROM calendar_change c LEFT JOIN person_public p ON p.id = c.person_id
 WHERE c.id < :before
 ORDER BY c.id DESC LIMIT :limit;

-- --- for `kheo check` ---------------------------------------------------------------------------

-- name: calendar_day_check :many
SELECT id, day, kind, name, decision, decided_on, object, position
  FROM calendar_day ORDER BY id LIMIT 5000;

-- name: calendar_year_check :many
SELECT id, year, decision, decided_on, object, position FROM calendar_year ORDER BY id LIMIT 200;

-- name: calendar_hours_check :many
SELECT h.id, u.code, h.hours, h.decision, h.decided_on, h.object, h.position
  FROM calendar_hours h JOIN unit_public u ON u.id = h.unit_id
 ORDER BY h.id LIMIT 20000;

-- name: calendar_change_page :many
-- param after calendar_change.id
SELECT id, at, person_id, what, was, now, name, reason, position
  FROM calendar_change WHERE id > :after ORDER BY id LIMIT :limit;

-- name: calendar_change_at :one
SELECT id FROM calendar_change WHERE position = :position ORDER BY id LIMIT 1;

-- name: calendar_change_newest :one
SELECT position FROM calendar_change WHERE what = :what ORDER BY id DESC LIMIT 1;
