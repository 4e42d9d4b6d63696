-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID);
-- file: src/b/schema/0001.sql
ALTER TABLE first ADD COLUMN code TEXT NULL;
