-- file: src/a/schema/0001.sql
-- Reads an expression of a view of z, which comes first although its name is later.
-- column size INT
CREATE VIEW size_public AS
    SELECT u.id, u.words + 1 AS size, u.code AS title FROM unit_public u;
-- file: src/a/queries.sql
-- name: size_get :one
-- column date INT
SELECT s.size, s.title, now.words AS date, now.words
  FROM size_public s, unit_public AS now WHERE s.id = :id;

-- name: size_total :one
-- param extra INT
-- PostgreSQL's sum is of a wider type.
-- column total INT
-- column most INT
SELECT COALESCE(SUM(s.size * (s.size + :extra)), 0) AS total, SUM(s.size) AS most
  FROM size_public s WHERE s.id = :id;
-- file: src/z/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT);
-- column words INT
CREATE VIEW unit_public AS SELECT id, code, length(code) AS words FROM unit;
