-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID);

CREATE INDEX unit_by_code
    ON unit (code);
