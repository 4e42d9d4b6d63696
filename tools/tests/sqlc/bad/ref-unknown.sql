-- file: src/org/schema/0001.sql
CREATE TABLE word (text TEXT PRIMARY KEY);
CREATE TABLE unit (id ID, word REF word, other REF nothing);
