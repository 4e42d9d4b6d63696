-- file: src/org/schema/0001.sql
CREATE TABLE unit (id ID, code TEXT UNIQUE, parent_id REF unit NULL, valid_from DAY, open YES);
CREATE VIEW unit_public AS SELECT id, code FROM unit WHERE open = 1;
CREATE VIEW unit_inner AS SELECT id, code FROM unit;
-- large
CREATE TABLE paper (id ID, unit_id REF unit, title TEXT, sent INSTANT, words INT);
CREATE VIEW paper_public AS SELECT p.id, p.title AS title FROM paper p;
-- file: src/org/queries.sql
-- name: paper_add :sum
-- param by TEXT
INSERT INTO paper (id, unit_id, title, sent, words) VALUES (:id, 1, :by, 0, 0)
ON CONFLICT (id) DO UPDATE SET title = paper.title + excluded.title;
