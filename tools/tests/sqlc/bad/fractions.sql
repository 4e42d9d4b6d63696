-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT UNIQUE, parent_id REF unit NULL, valid_from DAY, open YES);
-- file: src/org/queries.sql
-- name: unit_list :many
SELECT id FROM unit
 WHERE valid_from > 1.5 AND valid_from > .5 AND valid_from < 2e3 AND valid_from < 0xe1
 ORDER BY id LIMIT 10;
-- name: unit_average :one
-- column average NUMBER
SELECT round(avg(valid_from)) AS average FROM unit;
