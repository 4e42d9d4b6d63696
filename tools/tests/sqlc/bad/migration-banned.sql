-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID AUTOINCREMENT, code TEXT COLLATE NOCASE, made INSTANT DEFAULT (unixepoch()));
