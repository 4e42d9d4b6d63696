-- Recordings of reports: of drafts, of reports, and nobody's.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: recording_insert :put
INSERT INTO report_recording (id, name, key, report_id, draft_hash, kind, sha256, bytes, is_words,
                              added_at, position)
VALUES (:id, :name, :key, :report_id, :draft_hash, :kind, :sha256, :bytes, :is_words, :added_at,
        :position);

-- name: recording_of :one
-- That of a report, or of a draft: whichever is given.
SELECT id, name, kind, sha256, bytes, is_words
  FROM report_recording
 WHERE report_id = :report_id OR draft_hash = :draft_hash
 ORDER BY id DESC LIMIT 1;

-- name: recording_get :one
-- With what decides who may hear it.
SELECT n.id, n.name, n.key, n.report_id, n.kind, n.sha256, n.bytes, n.is_words, n.added_at,
       n.position, n.draft_hash, r.code, r.object, r.unit_id
  FROM report_recording n
  LEFT JOIN report r ON r.id = n.report_id
 WHERE n.name = :name;

-- name: recording_by_id :one
SELECT name, kind, bytes, sha256 FROM report_recording WHERE id = :id;

-- name: recording_send :put
UPDATE report_recording
   SET report_id = :report_id, draft_hash = NULL, is_words = :is_words, position = :position,
       added_at = :added_at
 WHERE id = :id;

-- name: recording_drop :put
UPDATE report_recording SET draft_hash = NULL WHERE name = :name AND draft_hash = :draft_hash;

-- name: recordings_drop :put
UPDATE report_recording SET draft_hash = NULL WHERE draft_hash = :draft_hash;

-- name: recordings_forget :put
-- Those of the drafts that draft_forget will take.
-- param before INSTANT
UPDATE report_recording SET draft_hash = NULL WHERE draft_hash IN
    (SELECT token_hash FROM draft WHERE saved_at < :before ORDER BY saved_at LIMIT 1000);

-- name: report_recordings_drop :put
-- Of a report that is removed: nobody's now, and its file goes within a minute.
UPDATE report_recording SET report_id = NULL, draft_hash = NULL WHERE report_id = :report_id;

-- name: recordings_unowned :many
-- Of nobody any more: their files go, then their rows.
SELECT id, name FROM report_recording
 WHERE report_id IS NULL AND draft_hash IS NULL ORDER BY id LIMIT 100;

-- name: recording_delete :put
DELETE FROM report_recording WHERE id = :id AND report_id IS NULL AND draft_hash IS NULL;

-- name: recording_check_page :many
-- Every recording of a report, in pages, for `kheo check`.
-- param after report_recording.id
SELECT id, name FROM report_recording
 WHERE id > :after AND report_id IS NOT NULL ORDER BY id LIMIT :limit;

-- name: recording_at :one
-- The recording that a leaf is about.
SELECT id FROM report_recording WHERE report_id = :report_id AND position = :position;

-- name: report_write :put
-- What was said, as it was written down.
UPDATE report SET title = :title, text = :text WHERE id = :id;
