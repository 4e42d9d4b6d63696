-- file: src/org/schema/0001.sql
CREATE TABLE unit (
    id ID,
    code TEXT NOT NULL,
    size INT NULL,
    open YES NULL DEFAULT NULL
);
