-- file: src/org/schema/0001.sql
-- The units.
-- large
CREATE TABLE unit (
    id ID,
    code TEXT UNIQUE,
    parent_id REF unit NULL,
    valid_from DAY,
    valid_to DAY NULL,
    open YES DEFAULT 1
);
CREATE INDEX unit_by_parent ON unit (parent_id, id);

-- keyed
CREATE TABLE setting (name TEXT PRIMARY KEY, value BYTES NULL, n INT CHECK (n > 0), at INSTANT);
-- column depth INT
CREATE VIEW unit_public AS SELECT u.id, u.code, u.valid_from, u.open + 1 AS depth FROM unit u WHERE u.open = 1;
INSERT INTO setting (name, n, at) VALUES ('a;b', 1, 5), ('b -- c', 2, 6);
CREATE VIEW setting_public AS SELECT name, value, at FROM setting;
-- file: src/org/queries.sql
-- Queries of org.

-- name: unit_by_code :one
-- The unit with this
-- code.
SELECT u.id, u.parent_id, u.valid_to, u.open, u.code
  FROM unit u
 WHERE u.code = :code;

-- name: unit_insert :exec
INSERT INTO unit (id, code, parent_id, valid_from, valid_to)
VALUES (:id, :code, :parent_id, :valid_from, NULL);

-- name: setting_add :sum
INSERT INTO setting (name, n, at) VALUES (:name, :n, 0)
ON CONFLICT (name) DO UPDATE SET n = setting.n + excluded.n;

-- name: unit_code_is_free :none
SELECT id FROM unit WHERE code = :code;

-- name: unit_each :each
SELECT id, code FROM unit WHERE id > 0 ORDER BY id;

-- name: unit_bump :one
UPDATE setting SET n = n + 1 WHERE name = :name RETURNING n, at;

-- name: setting_count :one
-- column n INT
SELECT count(*) AS n FROM setting;
-- file: src/mod/paper/schema/0001.sql
CREATE TABLE paper (id ID, unit_id REF unit, title TEXT, sent INSTANT);
-- file: src/mod/paper/queries.sql
-- name: paper_list :many
-- param before paper.id
SELECT p.id, p.title, u.code AS unit_code, u.depth
  FROM paper p LEFT JOIN unit_public u ON u.id = p.unit_id
 WHERE p.id < :before AND p.unit_id = :unit_id
 ORDER BY p.id DESC
 LIMIT :limit;
-- file: src/mod/paper/queries_more.sql
-- name: paper_setting :one
SELECT name, value, at FROM setting_public WHERE name = :name;
-- postgres:
SELECT name, value, at FROM setting_public WHERE name = :name::text;
