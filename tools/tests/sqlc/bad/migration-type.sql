-- file: src/org/schema/0001.sql
CREATE TABLE unit (
    id ID,
    code VARCHAR(20),
    size INTEGER
);
