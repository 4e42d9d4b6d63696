-- All SQL of copies of models. `object` is a row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_copy_insert :put
INSERT INTO model_copy (id, source_id, parent_id, unit_id, state, begins_on, metric, measure,
                        amount_before, source, contact, checked_month, due_on, verified_month,
                        object, position)
VALUES (:id, :source_id, :parent_id, :unit_id, :state, :begins_on, :metric, :measure,
        :amount_before, :source, :contact, 0, :due_on, 0, :object, 0);

-- name: model_copy_update :put
-- All that an act may change.
UPDATE model_copy
   SET state = :state, checked_month = :checked_month, due_on = :due_on, asked_on = :asked_on,
       verified_month = :verified_month, verified_on = :verified_on, verifier_id = :verifier_id,
       ended_on = :ended_on, position = :position
 WHERE id = :id;

-- name: model_copy_get :one
-- param id model_copy.id
SELECT c.id, c.source_id, c.parent_id, c.unit_id, c.state, c.begins_on, c.metric, c.measure,
       c.amount_before, c.source, c.contact, c.checked_month, c.due_on, c.asked_on,
       c.verified_month, c.verified_on, c.verifier_id, c.ended_on, c.object, c.position,
       m.name AS model_name, m.unit_id AS model_unit_id, u.code AS unit_code, u.name AS unit_name
  FROM model_copy c
  JOIN model m ON m.id = c.source_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE c.id = :id;

-- name: model_copy_check_rows :many
-- param after model_copy.id
SELECT c.id, c.source_id, c.parent_id, c.unit_id, c.state, c.begins_on, c.metric, c.measure,
       c.amount_before, c.source, c.contact, c.checked_month, c.due_on, c.asked_on,
       c.verified_month, c.verified_on, c.verifier_id, c.ended_on, c.object, c.position,
       m.name AS model_name, m.unit_id AS model_unit_id, u.code AS unit_code, u.name AS unit_name
  FROM model_copy c
  JOIN model m ON m.id = c.source_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE c.id > :after ORDER BY c.id LIMIT :limit;

-- name: model_copy_now :one
-- The copy that a unit is at, of one model.
-- param source_id model.id
-- param unit_id unit.id
SELECT c.id FROM model_copy c
 WHERE c.source_id = :source_id AND c.unit_id = :unit_id AND c.ended_on IS NULL;

-- name: model_copy_teachers :many
-- From whom else a model may be learned: who copies it now.
-- param source_id model.id
SELECT c.id, c.verified_month, u.name AS unit_name
  FROM model_copy c JOIN unit_public u ON u.id = c.unit_id
 WHERE c.source_id = :source_id AND c.ended_on IS NULL
 ORDER BY c.verified_month DESC, c.id LIMIT 300;

-- name: model_copy_tree :many
-- The copies of a model that had begun by a day, and how far they were verified by then. A copy
-- comes after the one that it was learned from.
-- param source_id model.id
-- param on DAY
-- param before INSTANT
-- column verified INT
SELECT c.id, c.parent_id, c.unit_id, c.state, c.begins_on, c.ended_on, c.verified_month,
       u.code AS unit, u.name AS unit_name,
       COALESCE((SELECT MAX(a.month) FROM model_copy_act a
                  WHERE a.copy_id = c.id AND a.act = 'copy_verify' AND a.at < :before), 0)
       AS verified
  FROM model_copy c JOIN unit_public u ON u.id = c.unit_id
 WHERE c.source_id = :source_id AND c.begins_on <= :on
 ORDER BY c.id LIMIT :limit;

-- name: model_copy_first :one
-- When the first of them began.
-- param source_id model.id
SELECT c.begins_on FROM model_copy c
 WHERE c.source_id = :source_id ORDER BY c.begins_on, c.id LIMIT 1;

-- name: model_copy_credit :many
-- Those that were verified, the longest first.
-- param source_id model.id
SELECT c.id, c.verified_month, c.verified_on, u.name AS unit_name, w.name AS verifier_name
  FROM model_copy c
  JOIN unit_public u ON u.id = c.unit_id
  LEFT JOIN unit_public w ON w.id = c.verifier_id
 WHERE c.source_id = :source_id AND c.verified_month > 0
 ORDER BY c.verified_month DESC, c.id LIMIT 100;

-- name: model_copy_ours :many
-- What the units below one copy, newest first.
-- param before model_copy.id
-- param above unit.id
SELECT c.id, c.state, c.checked_month, c.verified_month, c.due_on, m.name AS model_name,
       u.name AS unit_name
  FROM model_copy c
  JOIN model m ON m.id = c.source_id
  JOIN unit_public u ON u.id = c.unit_id
  JOIN unit_above_public a ON a.unit_id = c.unit_id AND a.above_id = :above
 WHERE c.id < :before
 ORDER BY c.id DESC LIMIT :limit;

-- name: model_copy_waiting :many
-- Those below a unit with a check that nobody has verified yet.
-- param before model_copy.id
-- param above unit.id
SELECT c.id, c.state, c.checked_month, c.verified_month, c.due_on, m.name AS model_name,
       u.name AS unit_name
  FROM model_copy c
  JOIN model m ON m.id = c.source_id
  JOIN unit_public u ON u.id = c.unit_id
  JOIN unit_above_public a ON a.unit_id = c.unit_id AND a.above_id = :above
 WHERE c.id < :before AND c.ended_on IS NULL AND c.checked_month > c.verified_month
 ORDER BY c.id DESC LIMIT :limit;

-- name: model_copy_waiting_count :one
-- How many those are.
-- param above unit.id
-- column n INT
SELECT COUNT(*) AS n
  FROM model_copy c
  JOIN unit_above_public a ON a.unit_id = c.unit_id AND a.above_id = :above
 WHERE c.ended_on IS NULL AND c.checked_month > c.verified_month;

-- name: model_copy_due :many
-- Of that state, with a check that is due and was not asked for yet.
-- param today DAY
SELECT c.id FROM model_copy c
 WHERE c.state = :state AND c.due_on <= :today AND c.asked_on IS NULL
 ORDER BY c.due_on, c.id LIMIT 100;

-- name: model_copy_unanswered :many
-- Of that state, asked on that day at the latest.
-- param since DAY
SELECT c.id FROM model_copy c
 WHERE c.state = :state AND c.asked_on <= :since
 ORDER BY c.due_on, c.id LIMIT 100;

-- name: model_copy_post :one
-- A post that someone holds at one of two units.
-- param person_id person.id
-- param one unit.id
-- param other unit.id
-- param on DAY
SELECT o.id, o.unit_id FROM post_public o
 WHERE o.person_id = :person_id AND (o.unit_id = :one OR o.unit_id = :other)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
 ORDER BY o.id LIMIT 1;

-- name: model_copy_check_insert :put
INSERT INTO model_copy_check (id, copy_id, month, amount, measured_on, source, difficulties,
                              said_by_id, object, position)
VALUES (:id, :copy_id, :month, :amount, :measured_on, :source, :difficulties, :said_by_id,
        :object, :position);

-- name: model_copy_checks :many
-- What was measured of a copy, newest first.
SELECT id, copy_id, month, amount, measured_on, source, difficulties, said_by_id, object, position
  FROM model_copy_check WHERE copy_id = :copy_id ORDER BY id DESC LIMIT 100;

-- name: model_copy_check_checks :many
-- param after model_copy_check.id
SELECT id, copy_id, month, amount, measured_on, source, difficulties, said_by_id, object, position
  FROM model_copy_check WHERE id > :after ORDER BY id LIMIT :limit;

-- name: model_copy_act_insert :put
INSERT INTO model_copy_act (id, copy_id, act, month, said, at, by_id, object, position)
VALUES (:id, :copy_id, :act, :month, :said, :at, :by_id, :object, :position);

-- name: model_copy_acts :many
-- What was done with a copy, newest first.
SELECT a.act, a.month, a.said, a.at, p.name AS person_name
  FROM model_copy_act a LEFT JOIN person_public p ON p.id = a.by_id
 WHERE a.copy_id = :copy_id ORDER BY a.id DESC LIMIT 200;

-- name: model_copy_check_acts :many
-- param after model_copy_act.id
SELECT id, copy_id, act, month, said, at, by_id, object, position
  FROM model_copy_act WHERE id > :after ORDER BY id LIMIT :limit;

-- name: model_standing_add :exec
UPDATE model_standing
   SET copies = copies + :copies, verified = verified + :verified, held = held + :held,
       ended = ended + :ended
 WHERE model_id = :model_id;

-- name: model_standing_insert :put
INSERT INTO model_standing (model_id, copies, verified, held, ended)
VALUES (:model_id, :copies, :verified, :held, :ended);

-- name: model_standing_get :one
SELECT copies, verified, held, ended FROM model_standing WHERE model_id = :model_id;

-- name: model_standing_recount :many
-- The counters of every model, and what they should be.
-- param after model.id
-- column copies INT
-- column verified INT
-- column held INT
-- column ended INT
-- column copies_are INT
-- column verified_are INT
-- column held_are INT
-- column ended_are INT
SELECT m.id, COALESCE(s.copies, 0) AS copies, COALESCE(s.verified, 0) AS verified,
       COALESCE(s.held, 0) AS held, COALESCE(s.ended, 0) AS ended,
       (SELECT COUNT(*) FROM model_copy c WHERE c.source_id = m.id) AS copies_are,
       (SELECT COUNT(*) FROM model_copy c WHERE c.source_id = m.id AND c.verified_month > 0)
       AS verified_are,
       (SELECT COUNT(*) FROM model_copy c WHERE c.source_id = m.id AND c.verified_month = 12)
       AS held_are,
       (SELECT COUNT(*) FROM model_copy c WHERE c.source_id = m.id AND c.ended_on IS NOT NULL)
       AS ended_are
  FROM model m LEFT JOIN model_standing s ON s.model_id = m.id
 WHERE m.id > :after ORDER BY m.id LIMIT :limit;

-- name: model_ranking :many
-- Models that are copied: by verified copies, then by those that lasted, then the older first.
-- param after model.id
-- param from_start YES
-- param verified INT
-- param held INT
SELECT m.id, m.name, m.field, m.state, u.code AS unit, u.name AS unit_name, s.verified, s.held,
       s.copies, s.ended
  FROM model_standing s
  JOIN model m ON m.id = s.model_id
  JOIN unit_public u ON u.id = m.unit_id
 WHERE m.listed_on IS NOT NULL
   AND (:from_start = 1 OR s.verified < :verified
        OR (s.verified = :verified AND s.held < :held)
        OR (s.verified = :verified AND s.held = :held AND s.model_id > :after))
 ORDER BY s.verified DESC, s.held DESC, s.model_id LIMIT :limit;
