-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT UNIQUE, parent_id REF unit NULL, valid_from DAY, open YES);
-- file: src/org/queries.sql
-- name: unit_list :many
SELECT id FROM unit WHERE lower(code) = :code OR upper(code) = :code
 ORDER BY code COLLATE "vi_VN", code LIMIT 10;
