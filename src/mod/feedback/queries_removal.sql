-- Removing a report: every row that says anything of it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: draft_delete :put
DELETE FROM draft WHERE token_hash = :token_hash;

-- name: report_merged_here :one
SELECT id FROM report WHERE merged_into_id = :id LIMIT 1;

-- name: report_removed_insert :put
INSERT INTO report_removed (id, code, object, secret_object, position)
VALUES (:id, :code, :object, :secret_object, :position);

-- name: report_removed_get :one
SELECT id, object, secret_object, position FROM report_removed WHERE code = :code;

-- name: report_removed_of_secret :one
-- For `kheo check`: is one gone that had this secret?
SELECT id FROM report_removed WHERE secret_object = :secret_object LIMIT 1;

-- name: report_removed_by_id :one
SELECT code, object, position FROM report_removed WHERE id = :id;

-- name: report_removed_page :many
-- param after report_removed.id
SELECT id, code, object, secret_object, position FROM report_removed
 WHERE id > :after ORDER BY id LIMIT :limit;

-- name: report_removed_between :many
-- For the search index, which forgets their words.
-- param from report_removed.position
-- param until report_removed.position
SELECT id FROM report_removed
 WHERE position >= :from AND position < :until ORDER BY position LIMIT 1000;

-- name: report_voice_objects :many
-- param after report_voice.id
SELECT id, object FROM report_voice
 WHERE report_id = :report_id AND id > :after ORDER BY id LIMIT :limit;

-- name: report_follower_ids :many
-- param after report_follower.id
SELECT id FROM report_follower
 WHERE report_id = :report_id AND id > :after ORDER BY id LIMIT :limit;

-- name: report_voices_delete :put
DELETE FROM report_voice WHERE report_id = :report_id;

-- name: sender_delete :put
DELETE FROM sender WHERE report_id = :report_id;

-- name: sender_openings_delete :put
DELETE FROM sender_opening WHERE report_id = :report_id;

-- name: report_pauses_delete :put
DELETE FROM report_pause WHERE report_id = :report_id;

-- name: report_events_delete :put
DELETE FROM report_event WHERE report_id = :report_id;

-- name: consults_delete :put
DELETE FROM report_consult WHERE report_id = :report_id;

-- name: photo_openings_delete :put
DELETE FROM photo_opening WHERE photo_id IN
    (SELECT id FROM report_photo WHERE report_id = :report_id);

-- name: report_photos_drop :put
-- Nobody's now: their files go within a minute, and then their keys (photos_unowned).
UPDATE report_photo SET report_id = NULL, draft_hash = NULL WHERE report_id = :report_id;

-- name: recount_start_again :put
-- Counting what was counted already changes nothing.
-- param report_id report.id
UPDATE report_recount SET after_id = NULL WHERE after_id = :report_id;

-- name: report_delete :put
DELETE FROM report WHERE id = :id;
