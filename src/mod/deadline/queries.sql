-- All SQL of deadline; what was chosen of the law's readings lies in the room case.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: law_roots :many
-- Units at the top: who manages one of them chooses for all.
-- param today DAY
SELECT id FROM unit_public
 WHERE parent_id IS NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY id LIMIT 50;
