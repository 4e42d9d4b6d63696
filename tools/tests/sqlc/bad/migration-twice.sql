-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID);
-- file: src/org/schema/001.sql
CREATE TABLE post (id ID);
