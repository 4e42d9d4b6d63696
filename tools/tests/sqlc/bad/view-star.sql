-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID);
CREATE VIEW first_public AS SELECT * FROM first;
