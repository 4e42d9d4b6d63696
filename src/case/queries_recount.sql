-- Counting open cases again after the working calendar has changed.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: case_recount_insert :put
INSERT INTO case_recount (id, kind, from_on, until_on, unit_id, reason, after_id)
VALUES (:id, :kind, :from_on, :until_on, :unit_id, :reason, NULL);

-- name: case_recount_waiting :one
-- Of everybody, and not begun yet.
SELECT id, from_on, until_on, reason
  FROM case_recount
 WHERE kind = :kind AND unit_id IS NULL AND after_id IS NULL ORDER BY id DESC LIMIT 1;

-- name: case_recount_first :one
SELECT id, from_on, until_on, unit_id, reason, after_id
  FROM case_recount WHERE kind = :kind ORDER BY id LIMIT 1;

-- name: case_recount_get :one
SELECT id, reason FROM case_recount WHERE id = :id;

-- name: case_recount_passed :put
UPDATE case_recount SET after_id = :after_id WHERE id = :id;

-- name: case_recount_done :put
DELETE FROM case_recount WHERE id = :id;

-- name: case_to_recount :many
-- Open cases with a clock that runs on one of the days, in the order of their numbers: begun before
-- their end, and not over before their beginning. The rest of them is found by the next call.
-- param after case_file.id
-- param from INSTANT
-- param until DAY
-- param unit unit.id
SELECT c.id, c.code
  FROM case_file c
 WHERE c.kind = :kind AND c.is_open = 1 AND c.id > :after
   AND EXISTS (SELECT 1 FROM case_term t
                WHERE t.case_id = c.id AND t.stopped_on IS NULL AND t.due_at >= :from
                  AND t.anchor_on <= :until)
   AND (:unit IS NULL OR EXISTS (SELECT 1 FROM unit_above_public a
                                  WHERE a.unit_id = c.unit_id AND a.above_id = :unit))
 ORDER BY c.id LIMIT :limit;
