-- Returns that were signed; what is not signed yet is counted from the cases (case/tally.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: return_insert :put
INSERT INTO law_return (id, unit_id, period, version, signed_at, person_id, document, reason,
                        object, position)
VALUES (:id, :unit_id, :period, :version, :signed_at, :person_id, :document, :reason, :object,
        :position);

-- name: return_newest :one
SELECT r.id, r.version, r.signed_at, r.document, r.reason, r.object, p.name AS person_name
  FROM law_return r JOIN person_public p ON p.id = r.person_id
 WHERE r.unit_id = :unit_id AND r.period = :period ORDER BY r.version DESC LIMIT 1;

-- name: return_version :one
SELECT r.id, r.version, r.signed_at, r.document, r.reason, r.object, p.name AS person_name
  FROM law_return r JOIN person_public p ON p.id = r.person_id
 WHERE r.unit_id = :unit_id AND r.period = :period AND r.version = :version;

-- name: return_figure_insert :put
INSERT INTO law_return_figure (return_id, kind, figure, value)
VALUES (:return_id, :kind, :figure, :value);

-- name: return_figures :many
SELECT kind, figure, value FROM law_return_figure
 WHERE return_id = :return_id ORDER BY kind, figure LIMIT 500;

-- name: return_case_insert :put
INSERT INTO law_return_case (return_id, kind, figure, code, unit_name, desk_path)
VALUES (:return_id, :kind, :figure, :code, :unit_name, :desk_path);

-- name: return_cases :many
SELECT code, unit_name, desk_path FROM law_return_case
 WHERE return_id = :return_id AND kind = :kind AND figure = :figure ORDER BY code LIMIT 50001;

-- name: return_unit :one
-- param on DAY
SELECT id, code, name FROM unit_public
 WHERE code = :code AND from_on <= :on AND (until_on IS NULL OR until_on >= :on);

-- name: return_unit_get :one
SELECT id, code, name FROM unit_public WHERE id = :id;

-- name: return_check_page :many
-- param after law_return.id
SELECT r.id, r.unit_id, u.code AS unit_code, r.period, r.version, r.signed_at, r.person_id,
       r.document, r.reason, r.object, r.position
  FROM law_return r JOIN unit_public u ON u.id = r.unit_id
 WHERE r.id > :after ORDER BY r.id LIMIT :limit;

-- name: return_case_count :one
-- column n INT
SELECT count(*) AS n FROM law_return_case
 WHERE return_id = :return_id AND kind = :kind AND figure = :figure;
