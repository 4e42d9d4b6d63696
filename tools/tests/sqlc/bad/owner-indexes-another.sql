-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID, code TEXT);
-- file: src/b/schema/0001.sql
CREATE INDEX first_by_code ON first (code);
