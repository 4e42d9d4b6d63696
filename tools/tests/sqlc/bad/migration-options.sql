-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID) STRICT;
