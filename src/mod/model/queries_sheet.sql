-- All SQL of the sheets by which models are appraised.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_sheet_in_force :one
-- Of that unit in that year: its own, or that of the nearest above it; of those the newest.
-- param unit_id unit.id
-- param year INT
SELECT s.id, s.unit_id, s.from_year, s.criteria, s.excellent, s.good, s.fair, s.average,
       u.name AS unit_name
  FROM model_sheet s
  JOIN unit_above_public a ON a.above_id = s.unit_id
  JOIN unit_public u ON u.id = s.unit_id
 WHERE a.unit_id = :unit_id AND s.from_year <= :year
 ORDER BY a.depth, s.from_year DESC, s.id DESC LIMIT 1;

-- name: model_sheet_get :one
-- param id model_sheet.id
SELECT s.id, s.unit_id, s.from_year, s.criteria, s.excellent, s.good, s.fair, s.average,
       u.name AS unit_name
  FROM model_sheet s JOIN unit_public u ON u.id = s.unit_id WHERE s.id = :id;

-- name: model_sheets :many
-- Those that a unit has set, the newest first.
SELECT s.id, s.from_year, s.criteria, s.excellent, s.good, s.fair, s.average,
       p.name AS person_name
  FROM model_sheet s JOIN person_public p ON p.id = s.said_by_id
 WHERE s.unit_id = :unit_id ORDER BY s.from_year DESC, s.id DESC LIMIT 30;

-- name: model_sheet_insert :put
INSERT INTO model_sheet (id, unit_id, from_year, criteria, excellent, good, fair, average,
                         said_by_id, object, position)
VALUES (:id, :unit_id, :from_year, :criteria, :excellent, :good, :fair, :average, :said_by_id,
        :object, :position);

-- name: model_sheet_check_rows :many
-- param after model_sheet.id
SELECT s.id, s.unit_id, s.from_year, s.criteria, s.excellent, s.good, s.fair, s.average,
       s.said_by_id, s.object, s.position
  FROM model_sheet s WHERE s.id > :after ORDER BY s.id LIMIT :limit;

-- name: model_entry_since :one
-- Something that was put forward by a unit or below it, in that year or later.
-- param above unit.id
SELECT e.id, e.year
  FROM model_entry e JOIN unit_above_public a ON a.unit_id = e.unit_id AND a.above_id = :above
 WHERE e.year >= :year ORDER BY e.year, e.id LIMIT 1;
