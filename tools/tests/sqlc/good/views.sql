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
-- file: src/z/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT);
-- column words INT
CREATE VIEW unit_public AS SELECT id, code, length(code) AS words FROM unit;
