-- All SQL of language. `object` is the row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: language_insert :exec
INSERT INTO language (id, code, name, texts, digest, translated, is_offered, position, object)
VALUES (:id, :code, :name, :texts, :digest, :translated, :is_offered, :position, :object);

-- name: language_update :exec
UPDATE language
   SET name = :name, texts = :texts, digest = :digest, translated = :translated,
       is_offered = :is_offered, position = :position
 WHERE id = :id;

-- name: language_delete :exec
DELETE FROM language WHERE id = :id;

-- name: language_get :one
SELECT id, code, name, texts, translated, is_offered, object FROM language WHERE code = :code;

-- name: language_list :many
SELECT id, code, name, translated, is_offered FROM language ORDER BY code LIMIT 100;

-- name: language_check :many
SELECT id, code, name, texts, digest, translated, is_offered, position, object
  FROM language ORDER BY id LIMIT 100;

-- name: narration_insert :exec
INSERT INTO narration (id, language, page, kind, seconds, bytes, digest, position, object)
VALUES (:id, :language, :page, :kind, :seconds, :bytes, :digest, :position, :object);

-- name: narration_update :exec
UPDATE narration
   SET kind = :kind, seconds = :seconds, bytes = :bytes, digest = :digest, position = :position
 WHERE id = :id;

-- name: narration_delete :exec
DELETE FROM narration WHERE id = :id;

-- name: narration_get :one
SELECT id, language, page, kind, seconds, bytes, digest, object
  FROM narration WHERE language = :language AND page = :page;

-- name: narration_find :one
-- The same without its bytes.
SELECT id, object FROM narration WHERE language = :language AND page = :page;

-- name: narration_list :many
SELECT id, language, page, kind, seconds, digest
  FROM narration ORDER BY language, page LIMIT 300;

-- name: narration_check :many
-- param after narration.id
SELECT id, language, page, kind, seconds, bytes, digest, position, object
  FROM narration WHERE id > :after ORDER BY id LIMIT 1;

-- name: language_roots :many
-- Units at the top: who administers one of them keeps the languages of the house.
-- param today DAY
SELECT id FROM unit_public
 WHERE parent_id IS NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY id LIMIT 50;
