-- All SQL of the settings of law. `object` is a row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: law_chosen_insert :put
INSERT INTO law_chosen (id, name, value, from_on, decision, decided_on, reason, at, person_id,
                        object, position)
VALUES (:id, :name, :value, :from_on, :decision, :decided_on, :reason, :at, :person_id, :object,
        :position);

-- name: law_chosen_list :many
-- Each choice that was ever made, of each setting in the order in which they come to hold.
SELECT l.id, l.name, l.value, l.from_on, l.decision, l.decided_on, l.reason, l.at,
       p.name AS person_name
  FROM law_chosen l LEFT JOIN person_public p ON p.id = l.person_id
 ORDER BY l.name, l.from_on, l.id LIMIT 5000;

-- name: law_chosen_at :one
-- The choice that holds for what comes on that day.
-- param on DAY
SELECT value
  FROM law_chosen
 WHERE name = :name AND from_on <= :on ORDER BY from_on DESC, id DESC LIMIT 1;

-- name: law_roots :many
-- Units at the top: who manages one of them chooses for all.
-- param today DAY
SELECT id FROM unit_public
 WHERE parent_id IS NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY id LIMIT 50;

-- --- for `kheo check` ---------------------------------------------------------------------------

-- name: law_chosen_check :many
SELECT id, name, value, from_on, decision, decided_on, reason, at, person_id, object, position
  FROM law_chosen ORDER BY id LIMIT 5000;

-- name: law_chosen_position :one
SELECT id FROM law_chosen WHERE position = :position ORDER BY id LIMIT 1;
