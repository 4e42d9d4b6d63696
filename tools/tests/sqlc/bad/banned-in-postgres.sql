-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT UNIQUE, parent_id REF unit NULL, valid_from DAY, open YES);
-- file: src/org/queries.sql
-- name: unit_list :many
SELECT id FROM unit WHERE valid_from < :today ORDER BY id LIMIT 10;
-- postgres:
SELECT id FROM unit WHERE valid_from < :today AND clock_timestamp() > LOCALTIMESTAMP
   AND code <> gen_random_uuid() AND id > nextval('unit_id') ORDER BY id, code COLLATE "C" LIMIT 10;
