-- file: src/a/first.sql
CREATE TABLE first (id ID);
