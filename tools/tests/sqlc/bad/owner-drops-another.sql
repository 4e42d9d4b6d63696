-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID);
-- file: src/b/schema/0001.sql
DROP TABLE first;
