-- What was chosen where the law leaves a choice (law/setting.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: case_setting_at :one
-- The choice that holds for what came on that day.
-- param on DAY
SELECT value
  FROM law_chosen_public
 WHERE name = :name AND from_on <= :on ORDER BY from_on DESC, id DESC LIMIT 1;

-- name: case_setting_all :many
SELECT value, from_on FROM law_chosen_public WHERE name = :name ORDER BY from_on, id LIMIT 1000;
