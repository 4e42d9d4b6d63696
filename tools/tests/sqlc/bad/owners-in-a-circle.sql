-- file: src/a/schema/0001.sql
CREATE TABLE first (id ID, second_id REF second);
-- file: src/b/schema/0001.sql
CREATE TABLE second (id ID, first_id REF first);
