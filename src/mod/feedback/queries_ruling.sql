-- Reports that two units could not agree on, for those who lead both.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: ruling_inbox :many
-- The columns of an inbox, and both units.
-- param after_due INSTANT
-- param after_id report.id
-- param post_id post_public.id
-- param today DAY
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit, f.name AS from_name,
       u.name AS unit_name
  FROM report r
  JOIN category c ON c.id = r.category_id
  JOIN unit_public f ON f.id = r.from_unit_id
  JOIN unit_public u ON u.id = r.unit_id
 WHERE r.state = 'ruling'
   AND (r.due_at > :after_due OR (r.due_at = :after_due AND r.id > :after_id))
   AND EXISTS (SELECT 1 FROM unit_above_public a
                 JOIN power_grant_public g ON g.unit_id = a.above_id
                WHERE a.unit_id = r.unit_id AND g.post_id = :post_id AND g.power = 'feedback.lead'
                  AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today))
   AND EXISTS (SELECT 1 FROM unit_above_public a
                 JOIN power_grant_public g ON g.unit_id = a.above_id
                WHERE a.unit_id = r.from_unit_id AND g.post_id = :post_id
                  AND g.power = 'feedback.lead'
                  AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today))
 ORDER BY r.due_at, r.id LIMIT :limit;
