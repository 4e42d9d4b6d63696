-- Slips of paper that bear a code (slip.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: slip_insert :put
INSERT INTO slip (id, code, object, secret_hash, unit_id, printed_at, person_id, report_id,
                  position)
VALUES (:id, :code, :object, :secret_hash, :unit_id, :printed_at, :person_id, NULL, :position);

-- name: slip_get :one
SELECT s.id, s.code, s.object, s.secret_hash, s.unit_id, u.code AS unit_code, u.name AS unit_name,
       s.printed_at, s.report_id, s.position
  FROM slip s JOIN unit_public u ON u.id = s.unit_id
 WHERE s.code = :code;

-- name: slip_unit_is_heir :none
-- param unit unit_heir_public.heir_id
-- param printed_for unit_heir_public.unit_id
SELECT unit_id FROM unit_heir_public WHERE unit_id = :printed_for AND heir_id = :unit;

-- name: slip_use :put
UPDATE slip SET report_id = :report_id WHERE id = :id;

-- name: slips_delete :put
-- Of a report that is removed.
DELETE FROM slip WHERE report_id = :report_id;

-- name: slips_of :many
-- A unit's, newest first.
SELECT s.code, s.printed_at, s.report_id, p.name AS person_name
  FROM slip s JOIN person_public p ON p.id = s.person_id
 WHERE s.unit_id = :unit_id ORDER BY s.id DESC LIMIT :limit;

-- name: slip_check_page :many
-- param after slip.id
SELECT s.id, s.code, s.object, s.secret_hash, u.code AS unit_code, s.printed_at, s.person_id,
       s.report_id, s.position
  FROM slip s JOIN unit_public u ON u.id = s.unit_id
 WHERE s.id > :after ORDER BY s.id LIMIT :limit;

-- name: slip_at :one
-- The slip that a leaf is about.
SELECT code FROM slip WHERE id = :id AND position = :position;
