-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID);
CREATE VIEW first_public AS SELECT id FROM first;
-- file: src/b/schema/0001.sql
CREATE VIEW second_public AS WITH first_public AS (SELECT id FROM first) SELECT id FROM first_public;
