-- Categories as those who administer them see them: in use or not, with questions and limits.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: category_full :one
-- param slug category.slug
SELECT c.id, c.slug, c.parent_id, p.slug AS parent_slug, p.name AS parent_name,
       p.is_open AS parent_is_open, c.name, c.hint, c.asks_place, c.respond_unit,
       c.respond_amount, c.extend_max, c.basis, c.stop, c.position, c.is_open, c.object, c.version
  FROM category c
  LEFT JOIN category p ON p.id = c.parent_id
 WHERE c.slug = :slug;

-- name: category_tree :many
-- A category, then those below it.
SELECT c.id, c.slug, c.parent_id, p.name AS parent_name, c.name, c.hint, c.asks_place,
       c.respond_unit, c.respond_amount, c.extend_max, c.stop, c.position, c.is_open
  FROM category c
  LEFT JOIN category p ON p.id = c.parent_id
 ORDER BY COALESCE(p.position, c.position), COALESCE(p.id, c.id), c.parent_id IS NOT NULL,
          c.position, c.id
 LIMIT 500;

-- name: category_insert :put
INSERT INTO category (id, slug, parent_id, name, hint, asks_place, respond_unit, respond_amount,
                      extend_max, basis, stop, position, is_open, object, version, leaf)
VALUES (:id, :slug, :parent_id, :name, :hint, :asks_place, :respond_unit, :respond_amount,
        :extend_max, :basis, NULL, :position, 1, :object, 1, :leaf);

-- name: category_update :put
UPDATE category
   SET parent_id = :parent_id, name = :name, hint = :hint, asks_place = :asks_place,
       position = :position, is_open = :is_open, object = :object, version = version + 1,
       leaf = :leaf
 WHERE id = :id;

-- name: category_touch :put
-- Something beside it changed: whoever has it open is to see that first.
UPDATE category SET object = :object, version = version + 1 WHERE id = :id;

-- name: category_deadlines :many
-- The newest first.
SELECT category_id, from_on, respond_amount, extend_max, basis
  FROM category_deadline WHERE category_id = :category_id ORDER BY from_on DESC LIMIT 50;

-- name: category_deadline_on :one
-- param day DAY
SELECT respond_amount, extend_max, basis
  FROM category_deadline
 WHERE category_id = :category_id AND from_on <= :day
 ORDER BY from_on DESC LIMIT 1;

-- name: category_deadlines_all :many
-- param day DAY
SELECT category_id, respond_amount, extend_max
  FROM category_deadline WHERE from_on <= :day ORDER BY category_id, from_on LIMIT 5000;

-- name: category_deadline_put :put
INSERT INTO category_deadline (id, category_id, from_on, respond_amount, extend_max, basis,
                               position)
VALUES (:id, :category_id, :from_on, :respond_amount, :extend_max, :basis, :position)
ON CONFLICT (category_id, from_on) DO UPDATE SET
       respond_amount = excluded.respond_amount, extend_max = excluded.extend_max,
       basis = excluded.basis, position = excluded.position;

-- name: question_rows :many
-- All that a category ever asked, those in use first.
-- param category_id category.id
SELECT id, place, position, label, is_required, is_open, closed_on, version
  FROM category_question WHERE category_id = :category_id
 ORDER BY is_open DESC, position, id LIMIT 200;

-- name: question_get :one
-- param id category_question.id
SELECT q.id, q.category_id, c.slug AS category_slug, c.name AS category_name, q.place, q.position,
       q.label, q.is_required, q.is_open, q.closed_on, q.object, q.version
  FROM category_question q JOIN category c ON c.id = q.category_id
 WHERE q.id = :id;

-- name: question_insert :put
INSERT INTO category_question (id, category_id, position, label, is_required, place, is_open,
                               closed_on, object, version, leaf)
VALUES (:id, :category_id, :position, :label, :is_required, :place, 1, NULL, :object, 1, :leaf);

-- name: question_update :put
UPDATE category_question
   SET position = :position, label = :label, is_required = :is_required, place = :place,
       is_open = :is_open, closed_on = :closed_on, object = :object, version = version + 1,
       leaf = :leaf
 WHERE id = :id;

-- name: feedback_roots :many
-- Units at the top: who administers one of them keeps what is the same for all.
-- param today DAY
SELECT id FROM unit_public
 WHERE parent_id IS NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY id LIMIT 50;

-- --- for `kheo check` ---------------------------------------------------------------------------

-- name: category_check_rows :many
SELECT c.id, c.slug, p.slug AS parent_slug, c.name, c.hint, c.asks_place, c.respond_unit,
       c.respond_amount, c.extend_max, c.basis, c.position, c.is_open, c.object, c.version, c.leaf
  FROM category c LEFT JOIN category p ON p.id = c.parent_id
 ORDER BY c.id LIMIT 500;

-- name: question_check_rows :many
SELECT q.id, c.slug AS category_slug, q.place, q.position, q.label, q.is_required, q.is_open,
       q.closed_on, q.object, q.version, q.leaf
  FROM category_question q JOIN category c ON c.id = q.category_id
 ORDER BY q.id LIMIT 5000;

-- name: category_deadline_check_rows :many
SELECT d.id, d.category_id, c.object, d.from_on, d.respond_amount, d.extend_max, d.basis,
       d.position
  FROM category_deadline d JOIN category c ON c.id = d.category_id
 ORDER BY d.id LIMIT 5000;

-- name: category_leaf :one
SELECT leaf FROM category WHERE id = :id;

-- name: question_leaf :one
SELECT leaf FROM category_question WHERE id = :id;

-- name: category_deadline_leaf :one
SELECT position FROM category_deadline WHERE category_id = :category_id AND from_on = :from_on;

-- name: category_limited_last :one
SELECT position FROM category_deadline
 WHERE category_id = :category_id ORDER BY position DESC LIMIT 1;
