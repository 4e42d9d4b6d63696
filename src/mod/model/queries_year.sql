-- All SQL of the years of models: self-assessment, appraisals, recognition.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_entry_insert :put
INSERT INTO model_entry (id, model_id, unit_id, year, state, is_kept, points, total, words, result,
                         said_by_id, object, position)
VALUES (:id, :model_id, :unit_id, :year, :state, :is_kept, :points, :total, :words, 0,
        :said_by_id, :object, 0);

-- name: model_entry_update :put
-- All that an act may change.
UPDATE model_entry
   SET state = :state, points = :points, total = :total, words = :words, result = :result,
       grade = :grade, level = :level, decision = :decision, decided_on = :decided_on,
       said_by_id = :said_by_id, position = :position
 WHERE id = :id;

-- name: model_entry_get :one
-- param id model_entry.id
SELECT e.id, e.model_id, e.unit_id, e.year, e.state, e.is_kept, e.points, e.total, e.words,
       e.result, e.grade, e.level, e.decision, e.decided_on, e.said_by_id, e.object, e.position,
       m.name AS model_name, u.code AS unit_code, u.name AS unit_name
  FROM model_entry e
  JOIN model m ON m.id = e.model_id
  JOIN unit_public u ON u.id = e.unit_id
 WHERE e.id = :id;

-- name: model_entry_check_rows :many
-- param after model_entry.id
SELECT e.id, e.model_id, e.unit_id, e.year, e.state, e.is_kept, e.points, e.total, e.words,
       e.result, e.grade, e.level, e.decision, e.decided_on, e.said_by_id, e.object, e.position,
       m.name AS model_name, u.code AS unit_code, u.name AS unit_name
  FROM model_entry e
  JOIN model m ON m.id = e.model_id
  JOIN unit_public u ON u.id = e.unit_id
 WHERE e.id > :after ORDER BY e.id LIMIT :limit;

-- name: model_entry_of_year :one
SELECT e.id FROM model_entry e WHERE e.model_id = :model_id AND e.year = :year;

-- name: model_entry_years :many
-- The years of a model, newest first.
SELECT e.id, e.year, e.state, e.is_kept, e.total, e.result, e.grade, e.level, e.decision
  FROM model_entry e WHERE e.model_id = :model_id ORDER BY e.year DESC LIMIT 50;

-- name: model_entry_list :many
-- What the units below one have put forward, newest first.
-- param before model_entry.id
-- param above unit.id
SELECT e.id, e.year, e.state, e.is_kept, e.total, e.result, e.grade, m.name AS model_name,
       u.name AS unit_name
  FROM model_entry e
  JOIN model m ON m.id = e.model_id
  JOIN unit_public u ON u.id = e.unit_id
  JOIN unit_above_public a ON a.unit_id = e.unit_id AND a.above_id = :above
 WHERE e.id < :before
 ORDER BY e.id DESC LIMIT :limit;

-- name: model_measured_between :one
-- Something that was measured of a model in those days.
-- param model_id model.id
-- param since DAY
-- param until DAY
SELECT r.id FROM model_result r
 WHERE r.model_id = :model_id AND r.measured_on >= :since AND r.measured_on <= :until
 ORDER BY r.id LIMIT 1;

-- name: model_appraisal_insert :put
INSERT INTO model_appraisal (id, entry_id, points, total, words, appraiser_id, object, position)
VALUES (:id, :entry_id, :points, :total, :words, :appraiser_id, :object, :position);

-- name: model_appraisals :many
-- In the order in which they came.
SELECT a.id, a.points, a.total, a.words, a.appraiser_id, p.name AS person_name
  FROM model_appraisal a LEFT JOIN person_public p ON p.id = a.appraiser_id
 WHERE a.entry_id = :entry_id ORDER BY a.id LIMIT 10;

-- name: model_appraisal_check_rows :many
-- param after model_appraisal.id
SELECT id, entry_id, points, total, words, appraiser_id, object, position
  FROM model_appraisal WHERE id > :after ORDER BY id LIMIT :limit;

-- name: model_entry_act_insert :put
INSERT INTO model_entry_act (id, entry_id, act, said, at, by_id, object, position)
VALUES (:id, :entry_id, :act, :said, :at, :by_id, :object, :position);

-- name: model_entry_acts :many
-- What was done, newest first.
SELECT a.act, a.said, a.at, p.name AS person_name
  FROM model_entry_act a LEFT JOIN person_public p ON p.id = a.by_id
 WHERE a.entry_id = :entry_id ORDER BY a.id DESC LIMIT 200;

-- name: model_entry_act_check_rows :many
-- param after model_entry_act.id
SELECT id, entry_id, act, said, at, by_id, object, position
  FROM model_entry_act WHERE id > :after ORDER BY id LIMIT :limit;
