-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID);
CREATE TRIGGER unit_gone AFTER DELETE ON unit BEGIN SELECT 1; END;
