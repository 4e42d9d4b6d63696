-- Counting open reports again after the working calendar has changed.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: recount_insert :put
INSERT INTO report_recount (id, from_on, until_on, unit_id, reason, after_id)
VALUES (:id, :from_on, :until_on, :unit_id, :reason, NULL);

-- name: recount_waiting :one
-- Of everybody, and not begun yet.
SELECT id, from_on, until_on, reason
  FROM report_recount WHERE unit_id IS NULL AND after_id IS NULL ORDER BY id DESC LIMIT 1;

-- name: recount_first :one
SELECT id, from_on, until_on, unit_id, reason, after_id
  FROM report_recount ORDER BY id LIMIT 1;

-- name: recount_get :one
SELECT id, reason FROM report_recount WHERE id = :id;

-- name: recount_passed :put
UPDATE report_recount SET after_id = :after_id WHERE id = :id;

-- name: recount_done :put
DELETE FROM report_recount WHERE id = :id;

-- name: report_to_recount :many
-- Open reports whose time runs on one of the days, in the order of their numbers: begun before
-- their end, and not over before their beginning. The rest of them is found by the next call.
-- param after report.id
-- param from INSTANT
-- param until INSTANT
-- param unit unit.id
SELECT r.id, r.code
  FROM report_count c CROSS JOIN report r
 WHERE c.n > 0 AND r.unit_id = c.unit_id AND r.state = c.state
   AND r.is_open = 1 AND r.due_at >= :from AND r.paused_at IS NULL
   AND r.anchor_at <= :until AND r.id > :after
   AND (:unit IS NULL OR EXISTS (SELECT 1 FROM unit_above_public a
                                  WHERE a.unit_id = r.first_unit_id AND a.above_id = :unit))
 ORDER BY r.id LIMIT :limit;
