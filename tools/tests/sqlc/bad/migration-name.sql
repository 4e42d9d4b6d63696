-- file: src/org/schema/0001.sql
CREATE TABLE Unit (id ID);
CREATE TABLE post (id ID);
CREATE TABLE post (id ID);
