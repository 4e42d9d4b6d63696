-- file: src/b/schema/0001.sql
-- What is dropped, filled and grown later.
CREATE TABLE old (id ID, word TEXT);
CREATE TABLE post (
    unit_id REF unit,
    number INT DEFAULT 1 CHECK (number BETWEEN 1 AND 99),
    title TEXT DEFAULT 'a, b (c)',
    note TEXT NULL, -- why; or nothing
    PRIMARY KEY (unit_id, number),
    CONSTRAINT titled CHECK (title <> '' OR note IS NOT NULL)
);
CREATE UNIQUE INDEX post_by_title ON post (title) WHERE note IS NULL;
CREATE VIEW post_view AS SELECT p.title FROM post p JOIN unit_public u ON u.id = p.unit_id;
INSERT INTO old (id, word) VALUES (1, 'it''s'), (2, 'x -- y');
UPDATE old SET word = 'z' WHERE id = 1;
-- file: src/b/schema/0002.sql
DROP TABLE old;
DROP VIEW post_view;
ALTER TABLE post ADD COLUMN seen DAY NULL;
ALTER TABLE post ADD COLUMN open YES DEFAULT 1;
DELETE FROM post WHERE number = 99;
-- file: src/z/schema/0001.sql
-- large
CREATE TABLE unit (id ID, code TEXT UNIQUE);
CREATE VIEW unit_public AS SELECT id, code FROM unit;
-- file: src/z/queries.sql
-- file: src/b/queries.sql
-- name: post_list :many
-- Newest first.
WITH RECURSIVE up (id, code) AS (
    SELECT u.id, u.code FROM unit_public u WHERE u.id = :unit_id
)
SELECT p.unit_id, p.number, p.seen, p.open, up.code
  FROM up JOIN post AS p ON p.unit_id = up.id
 WHERE p.number < :number
 ORDER BY p.number DESC
 LIMIT :limit;

-- name: post_upsert :exec
INSERT INTO post (unit_id, number, title, seen)
VALUES (:unit_id, :number, :title, :today)
ON CONFLICT (unit_id, number) DO UPDATE SET title = excluded.title, seen = :today;

-- name: post_export :each
-- column lines INT
SELECT p.title, length(p.title) AS lines FROM post p WHERE p.unit_id = :unit_id ORDER BY p.title;
-- file: src/z/schema/0002.sql
CREATE TABLE page (id ID, text TEXT);
INSERT INTO page (id, text) VALUES (1, 'A "text" of
  several lines:
-- none of them is a comment, nor a \ backslash

');
