-- All SQL of a year's figures. What they follow from, what was counted, and the sums.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_entry_facts :many
-- The years in which a model was put forward.
SELECT year, state, is_kept, result, grade, level
  FROM model_entry WHERE model_id = :model_id ORDER BY year LIMIT 200;

-- name: model_stopped :one
SELECT at, said FROM model_act WHERE model_id = :model_id AND act = 'stop'
 ORDER BY id DESC LIMIT 1;

-- name: model_first_verified :many
-- When each copy was verified for the first time.
-- param model_id model.id
-- column at INSTANT
SELECT c.id, MIN(a.at) AS at
  FROM model_copy c JOIN model_copy_act a ON a.copy_id = c.id
 WHERE c.source_id = :model_id AND a.act = 'copy_verify'
 GROUP BY c.id ORDER BY c.id LIMIT 1000;

-- name: model_counted_of :many
SELECT year, figure, unit_id, n
  FROM model_counted WHERE model_id = :model_id ORDER BY year, figure LIMIT 5000;

-- name: model_counted_insert :put
INSERT INTO model_counted (model_id, year, figure, unit_id, n)
VALUES (:model_id, :year, :figure, :unit_id, :n);

-- name: model_counted_delete :put
DELETE FROM model_counted WHERE model_id = :model_id AND year = :year AND figure = :figure;

-- name: model_set_counted :put
UPDATE model SET is_counted = 1 WHERE id = :id AND is_counted = 0;

-- name: model_uncounted :many
SELECT id FROM model WHERE is_counted = 0 ORDER BY id LIMIT 100;

-- name: model_tally_add :sum
INSERT INTO model_tally (year, unit_id, figure, n) VALUES (:year, :unit_id, :figure, :n)
ON CONFLICT (year, unit_id, figure) DO UPDATE SET n = model_tally.n + excluded.n;

-- name: model_tallies :each
-- The sums of a year, unit by unit, of one unit and those below it, or (none) of all. Units that
-- have ended stand there too.
-- param above unit_public.id
SELECT u.id, u.code, u.name, u.kind, u.until_on, u.sort_key, t.figure, t.n
  FROM model_tally t JOIN unit_public u ON u.id = t.unit_id
 WHERE t.year = :year AND t.n > 0
   AND (:above IS NULL OR EXISTS (SELECT 1 FROM unit_above_public a
                                   WHERE a.unit_id = t.unit_id AND a.above_id = :above))
 ORDER BY u.sort_key, u.code, u.id, t.figure;

-- name: model_tally_years :many
-- The years of which there is anything, the newest first.
SELECT DISTINCT year FROM model_tally WHERE n > 0 ORDER BY year DESC LIMIT 50;

-- name: model_counted_list :many
-- Those that make up a figure of a year, newest first; `above` with those of units below it.
-- param before model.id
-- param above unit_public.id
-- param every_unit YES
-- param every_kind YES
-- column verified_copies INT
SELECT m.id, m.name, m.field, m.subject, m.state, m.begins_on, m.listed_on, m.news_on, m.cost,
       m.households, m.workdays, m.land, m.road, u.code AS unit, u.name AS unit_name, r.metric,
       r.amount_before, r.amount_after, r.measure, r.measured_on,
       COALESCE(s.verified, 0) AS verified_copies, m.position
  FROM model_counted c
  JOIN model m ON m.id = c.model_id
  JOIN unit_public u ON u.id = c.unit_id
  LEFT JOIN model_standing s ON s.model_id = m.id
  LEFT JOIN model_result r ON r.id = (SELECT MAX(n.id) FROM model_result n WHERE n.model_id = m.id)
 WHERE c.year = :year AND c.figure = :figure AND c.model_id < :before
   AND (:every_unit = 1 OR c.unit_id = :unit_id)
   AND (:every_kind = 1 OR u.kind = :kind)
   AND (:above IS NULL OR EXISTS (SELECT 1 FROM unit_above_public a
                                   WHERE a.unit_id = c.unit_id AND a.above_id = :above))
 ORDER BY c.model_id DESC LIMIT :limit;

-- name: model_tally_check :many
-- Every sum and every group of rows, against each other.
-- param after_year INT
-- param after_unit unit.id
-- param after_figure TEXT
-- column n_is INT
SELECT t.year, t.unit_id, t.figure, t.n,
       COALESCE((SELECT SUM(c.n) FROM model_counted c
                  WHERE c.year = t.year AND c.figure = t.figure AND c.unit_id = t.unit_id), 0)
       AS n_is
  FROM model_tally t
 WHERE t.year > :after_year OR (t.year = :after_year AND t.unit_id > :after_unit)
    OR (t.year = :after_year AND t.unit_id = :after_unit AND t.figure > :after_figure)
 ORDER BY t.year, t.unit_id, t.figure LIMIT :limit;

-- name: model_tally_missing :one
-- A row that is in no sum.
SELECT c.model_id, c.year, c.figure
  FROM model_counted c
 WHERE NOT EXISTS (SELECT 1 FROM model_tally t
                    WHERE t.year = c.year AND t.unit_id = c.unit_id AND t.figure = c.figure)
 ORDER BY c.model_id LIMIT 1;

-- name: model_counted_ids :many
-- Those that were counted.
-- param after model.id
SELECT id FROM model WHERE is_counted = 1 AND id > :after ORDER BY id LIMIT :limit;
