-- What was chosen where the law leaves a choice (law/setting.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: case_setting_at :one
-- The choice that holds for what came on that day.
-- param on DAY
SELECT value
  FROM law_chosen
 WHERE name = :name AND from_on <= :on ORDER BY from_on DESC, id DESC LIMIT 1;

-- name: case_setting_all :many
SELECT value, from_on FROM law_chosen WHERE name = :name ORDER BY from_on, id LIMIT 1000;

-- --- for the service that keeps them, deadline -------------------------------------------------

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

-- name: law_chosen_check :many
SELECT id, name, value, from_on, decision, decided_on, reason, at, person_id, object, position
  FROM law_chosen ORDER BY id LIMIT 5000;

-- name: law_chosen_position :one
SELECT id FROM law_chosen WHERE position = :position ORDER BY id LIMIT 1;
