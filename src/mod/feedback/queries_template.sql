-- Templates of answers: kept by a unit, offered to it and to the units below it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: template_get :one
-- param id answer_template.id
SELECT t.id, t.object, t.unit_id, u.code AS unit_code, u.name AS unit_name, t.category_id,
       c.slug AS category_slug, t.occasion, t.title, t.said, t.done, t.plan, t.unhappy, t.is_open,
       t.version
  FROM answer_template t
  JOIN unit_public u ON u.id = t.unit_id
  LEFT JOIN category c ON c.id = t.category_id
 WHERE t.id = :id;

-- name: template_insert :put
INSERT INTO answer_template (id, object, unit_id, category_id, occasion, title, title_key, said,
                             done, plan, unhappy, is_open, version, position)
VALUES (:id, :object, :unit_id, :category_id, :occasion, :title, :title_key, :said, :done, :plan,
        :unhappy, 1, 1, :position);

-- name: template_update :put
UPDATE answer_template
   SET category_id = :category_id, occasion = :occasion, title = :title, title_key = :title_key,
       said = :said, done = :done, plan = :plan, unhappy = :unhappy, is_open = :is_open,
       version = version + 1, position = :position
 WHERE id = :id;

-- name: template_in_use :many
-- What a unit has in use itself.
SELECT id, title FROM answer_template
 WHERE unit_id = :unit_id AND is_open = 1 ORDER BY title_key, id LIMIT :limit;

-- name: template_list :many
-- What a unit has and what it gets from above, its own first.
-- param unit_id unit_above_public.unit_id
SELECT t.id, t.title, t.occasion, t.is_open, c.name AS category_name, t.unit_id,
       u.name AS unit_name
  FROM unit_above_public a
  JOIN answer_template t ON t.unit_id = a.above_id
  JOIN unit_public u ON u.id = t.unit_id
  LEFT JOIN category c ON c.id = t.category_id
 WHERE a.unit_id = :unit_id
 ORDER BY a.depth, t.is_open DESC, t.title_key, t.id LIMIT 1000;

-- name: template_offers :many
-- For an answer to a report of that unit and category: the unit's own first, and of them those that
-- were made for the category.
-- param unit_id unit_above_public.unit_id
-- param category_id category.id
SELECT t.id, t.title, u.name AS unit_name, t.said, t.done, t.plan, t.unhappy
  FROM unit_above_public a
  JOIN answer_template t ON t.unit_id = a.above_id
  JOIN unit_public u ON u.id = t.unit_id
 WHERE a.unit_id = :unit_id AND t.is_open = 1
   AND (t.category_id IS NULL OR t.category_id = :category_id)
   AND (t.occasion = 'any' OR t.occasion = :occasion)
 ORDER BY a.depth, t.category_id IS NULL, t.title_key, t.id LIMIT 500;

-- --- for `kheo check` ---------------------------------------------------------------------------

-- name: template_check_page :many
-- param after answer_template.id
SELECT t.id, t.object, u.code AS unit_code, c.slug AS category_slug, t.occasion, t.title, t.said,
       t.done, t.plan, t.unhappy, t.is_open, t.title_key, t.version, t.position
  FROM answer_template t
  JOIN unit_public u ON u.id = t.unit_id
  LEFT JOIN category c ON c.id = t.category_id
 WHERE t.id > :after ORDER BY t.id LIMIT :limit;

-- name: template_position :one
SELECT position FROM answer_template WHERE id = :id;
