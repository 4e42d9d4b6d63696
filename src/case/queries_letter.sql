-- Letters of the office about a case.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: case_letter_insert :put
INSERT INTO case_letter (id, case_id, object, form, state, filled, note, drafted_by, changed_at,
                         unit_id, sign, organ, year, number, issued_on, issued_at, signing, head,
                         post, name, issuer, superior, place, sha256, is_same, sent_on, version,
                         position)
VALUES (:id, :case_id, :object, :form, :state, :filled, NULL, :drafted_by, :changed_at, :unit_id,
        NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, 1,
        :position);

-- name: case_letter_get :one
-- param id case_letter.id
-- param case_id case_letter.case_id
SELECT l.id, l.case_id, l.object, l.form, l.state, l.filled, l.note, l.drafted_by, l.changed_at,
       l.unit_id, l.sign, l.organ, l.year, l.number, l.issued_on, l.issued_at, l.signing, l.head,
       l.post, l.name, l.issuer, l.superior, l.place, l.sha256, l.is_same, l.sent_on, l.version,
       l.position,
       p.name AS drafter_name
  FROM case_letter l LEFT JOIN person_public p ON p.id = l.drafted_by
 WHERE l.id = :id AND l.case_id = :case_id;

-- name: case_letter_update :put
-- All that a step may change.
UPDATE case_letter
   SET state = :state, filled = :filled, note = :note, changed_at = :changed_at, sign = :sign,
       organ = :organ, year = :year, number = :number, issued_on = :issued_on,
       issued_at = :issued_at, signing = :signing, head = :head, post = :post, name = :name,
       issuer = :issuer, superior = :superior, place = :place, sha256 = :sha256,
       is_same = :is_same, sent_on = :sent_on, version = version + 1, position = :position
 WHERE id = :id;

-- name: case_letters_list :many
SELECT id, form, state, sign, organ, number, year, issued_on, sent_on, changed_at
  FROM case_letter WHERE case_id = :case_id AND state <> 'dropped' ORDER BY id DESC LIMIT 100;

-- name: case_letter_newest :one
-- The newest of that form that has a number.
SELECT id, sign, organ, number, year, issued_on
  FROM case_letter
 WHERE case_id = :case_id AND form = :form AND number > 0 AND state <> 'revoked'
 ORDER BY issued_at DESC, id DESC LIMIT 1;

-- name: case_letter_said :one
-- Does an act of the case bear that number already?
SELECT id FROM case_event WHERE case_id = :case_id AND document = :document LIMIT 1;

-- name: case_letter_taken :one
SELECT id FROM case_letter
 WHERE unit_id = :unit_id AND sign = :sign AND year = :year AND number = :number LIMIT 1;

-- name: case_letter_last :one
-- The largest number of a series, and its day.
SELECT number, issued_on FROM case_letter
 WHERE unit_id = :unit_id AND sign = :sign AND year = :year ORDER BY number DESC LIMIT 1;

-- name: case_letter_file_put :put
INSERT INTO case_letter_file (letter_id, bytes) VALUES (:letter_id, :bytes)
ON CONFLICT (letter_id) DO UPDATE SET bytes = :bytes;

-- name: case_letter_file_get :one
SELECT bytes FROM case_letter_file WHERE letter_id = :letter_id;

-- name: case_series_next :put
INSERT INTO case_series (unit_id, sign, year, last) VALUES (:unit_id, :sign, :year, 1)
ON CONFLICT (unit_id, sign, year) DO UPDATE SET last = case_series.last + 1;

-- name: case_series_set :put
-- The registry gave that one.
-- param number case_series.last
INSERT INTO case_series (unit_id, sign, year, last) VALUES (:unit_id, :sign, :year, :number)
ON CONFLICT (unit_id, sign, year)
DO UPDATE SET last = CASE WHEN case_series.last < :number THEN :number ELSE case_series.last END;

-- name: case_series_last :one
SELECT last FROM case_series WHERE unit_id = :unit_id AND sign = :sign AND year = :year;

-- name: case_letter_known :one
SELECT case_id FROM case_letter WHERE id = :id;

-- name: case_letter_check_page :many
-- param after case_letter.id
SELECT l.id, l.object, l.form, l.state, l.filled, l.note, l.sign, l.organ, l.number, l.issued_on,
       l.name, l.sha256, l.sent_on, l.version, l.position, c.code, f.bytes
  FROM case_letter l JOIN case_file c ON c.id = l.case_id
  LEFT JOIN case_letter_file f ON f.letter_id = l.id
 WHERE c.kind = :kind AND l.id > :after ORDER BY l.id LIMIT :limit;

-- name: case_letters_out :many
-- A unit's letters with numbers of some days, series by series.
-- param from_on DAY
-- param until_on DAY
SELECT l.form, l.state, l.sign, l.organ, l.number, l.issued_on, l.name, l.note, c.code,
       p.name AS drafter_name
  FROM case_letter l
  JOIN case_file c ON c.id = l.case_id
  LEFT JOIN person_public p ON p.id = l.drafted_by
 WHERE l.unit_id = :unit_id AND l.number > 0
   AND l.issued_on >= :from_on AND l.issued_on <= :until_on
 ORDER BY l.sign, l.year, l.number LIMIT :limit;
