-- Units: read by the public pages, written by the commands only.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: unit_insert :put
INSERT INTO unit (id, code, kind, name, name_folded, sort_key, parent_id, from_on, since_on,
                  until_on, prefix, phone, email, address, hours, object)
VALUES (:id, :code, :kind, :name, :name_folded, :sort_key, :parent_id, :from_on, :since_on,
        :until_on, :prefix, :phone, :email, :address, :hours, :object);

-- name: unit_set_name :put
UPDATE unit SET name = :name, name_folded = :name_folded, sort_key = :sort_key, kind = :kind,
                since_on = :since_on
 WHERE id = :id;

-- name: unit_set_parent :put
UPDATE unit SET parent_id = :parent_id, since_on = :since_on WHERE id = :id;

-- name: unit_set_until :put
UPDATE unit SET until_on = :until_on WHERE id = :id;

-- name: unit_set_contact :put
UPDATE unit SET prefix = :prefix, phone = :phone, email = :email, address = :address,
                hours = :hours
 WHERE id = :id;

-- name: unit_past_insert :put
INSERT INTO unit_past (unit_id, from_on, until_on, kind, name, parent_id)
VALUES (:unit_id, :from_on, :until_on, :kind, :name, :parent_id);

-- name: unit_successor_insert :put
INSERT INTO unit_successor (unit_id, successor_id, note)
VALUES (:unit_id, :successor_id, :note);

-- name: unit_heir_insert :put
-- Of a unit with one successor: that, or where its own figures went meanwhile.
INSERT INTO unit_heir (unit_id, heir_id)
SELECT s.unit_id, COALESCE((SELECT h.heir_id FROM unit_heir h WHERE h.unit_id = s.successor_id),
                           s.successor_id)
  FROM unit_successor s
 WHERE s.unit_id = :unit_id
   AND (SELECT count(*) FROM unit_successor o WHERE o.unit_id = s.unit_id) = 1;

-- name: unit_heir_pass_on :put
-- What was counted with the unit goes where its own figures go.
-- param unit_id unit.id
UPDATE unit_heir SET heir_id = (SELECT n.heir_id FROM unit_heir n WHERE n.unit_id = :unit_id)
 WHERE heir_id = :unit_id AND EXISTS (SELECT 1 FROM unit_heir n WHERE n.unit_id = :unit_id);

-- name: unit_above_self :put
INSERT INTO unit_above (unit_id, above_id, depth) VALUES (:unit_id, :unit_id, 0);

-- name: unit_above_parent :put
-- A new unit stands below all that its parent stands below.
-- param parent_id unit.id
INSERT INTO unit_above (unit_id, above_id, depth)
SELECT :unit_id, a.above_id, a.depth + 1 FROM unit_above a WHERE a.unit_id = :parent_id;

-- name: unit_above_cut :put
-- Takes a whole branch off what is above it; within the branch nothing changes.
-- param branch unit.id
DELETE FROM unit_above
 WHERE unit_id IN (SELECT b.unit_id FROM unit_above b WHERE b.above_id = :branch)
   AND above_id NOT IN (SELECT b.unit_id FROM unit_above b WHERE b.above_id = :branch);

-- name: unit_above_graft :put
-- Puts it below another unit: every unit of the branch under every unit above the new place.
-- param branch unit.id
-- param parent unit.id
INSERT INTO unit_above (unit_id, above_id, depth)
SELECT b.unit_id, a.above_id, a.depth + b.depth + 1
  FROM unit_above b, unit_above a
 WHERE b.above_id = :branch AND a.unit_id = :parent;

-- name: unit_link_insert :put
INSERT INTO unit_link (id, kind, unit_id, other_id, from_on, until_on, object)
VALUES (:id, :kind, :unit_id, :other_id, :from_on, NULL, :object);

-- name: unit_link_end :put
UPDATE unit_link SET until_on = :until_on WHERE id = :id;

-- name: unit_get :one
SELECT u.id, u.code, u.kind, u.name, u.sort_key, u.parent_id, u.from_on, u.since_on, u.until_on,
       u.prefix, u.phone, u.email, u.address, u.hours, u.object,
       p.code AS parent_code, p.name AS parent_name
  FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
 WHERE u.id = :id;

-- name: unit_alive :one
-- The unit of that code on that day.
-- param on DAY
SELECT u.id, u.code, u.name, u.from_on, u.until_on
  FROM unit u
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on);

-- name: unit_newest :one
-- The last unit that bore the code, whether it still lives or not.
SELECT u.id, u.until_on FROM unit u WHERE u.code = :code ORDER BY u.from_on DESC LIMIT 1;

-- name: unit_of_code :many
-- All units that ever bore the code, for imports.
SELECT u.id, u.code, u.kind, u.name, u.from_on, u.until_on, p.code AS parent_code
  FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
 WHERE u.code = :code
 ORDER BY u.from_on
 LIMIT :limit;

-- name: unit_clash :one
-- Another unit of that code whose time meets these days; `until` none is without end.
-- param from DAY
-- param until DAY
SELECT u.id, u.name
  FROM unit u
 WHERE u.code = :code
   AND (u.until_on IS NULL OR u.until_on >= :from)
   AND (:until IS NULL OR u.from_on <= :until)
 LIMIT 1;

-- name: unit_is_above :one
-- A row when `above` is the unit itself or stands above it.
-- param unit unit.id
-- param above unit.id
SELECT a.depth FROM unit_above a WHERE a.unit_id = :unit AND a.above_id = :above;

-- name: unit_child_after :one
-- A unit directly below that lives on after the day.
-- param parent unit.id
-- param day DAY
SELECT u.id FROM unit u
 WHERE u.parent_id = :parent AND (u.until_on IS NULL OR u.until_on > :day)
 LIMIT 1;

-- name: unit_roots :many
-- Units without a parent that live on the day, in alphabetical order.
-- param on DAY
SELECT u.id, u.code, u.kind, u.name, u.until_on
  FROM unit u
 WHERE u.parent_id IS NULL AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.sort_key, u.id
 LIMIT :limit;

-- name: unit_table :many
-- The units at or below one that live on the day, those above first.
-- param above unit.id
-- param on DAY
SELECT u.id, u.code, u.kind, u.name, u.from_on, u.until_on, u.prefix, u.phone, u.email, u.address,
       u.hours, p.code AS parent_code
  FROM unit_above a JOIN unit u ON u.id = a.unit_id LEFT JOIN unit p ON p.id = u.parent_id
 WHERE a.above_id = :above AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY a.depth, u.sort_key, u.id
 LIMIT :limit;

-- name: unit_any :one
SELECT id FROM unit LIMIT 1;

-- name: unit_first :one
-- The one at the top that a house began with.
-- param on DAY
SELECT u.id, u.code, u.name, u.phone
  FROM unit u
 WHERE u.parent_id IS NULL AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.id
 LIMIT 1;

-- name: unit_children :many
-- Units directly below that live on the day, of one kind or (kind none) of all.
-- param parent unit.id
-- param on DAY
-- param kind unit.kind
-- param after_key unit.sort_key
-- param after_id INT
SELECT u.id, u.code, u.kind, u.name, u.until_on
  FROM unit u
 WHERE u.parent_id = :parent AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
   AND (:kind IS NULL OR u.kind = :kind)
   AND (u.sort_key, u.id) > (:after_key, :after_id)
 ORDER BY u.sort_key, u.id
 LIMIT :limit;

-- name: unit_child_kinds :many
-- param parent unit.id
-- param on DAY
-- column kind TEXT
SELECT DISTINCT u.kind
  FROM unit u
 WHERE u.parent_id = :parent AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.kind
 LIMIT :limit;

-- name: unit_key :one
-- Where a list goes on.
-- column letters INT
SELECT u.sort_key, length(u.name_folded) AS letters FROM unit u WHERE u.id = :id;

-- name: unit_search :many
-- By a folded part of the name, or the whole code; the shorter the name, the nearer it is to what
-- was typed. Ended units are found too: people know old names.
-- param pattern TEXT
-- param after_letters INT
-- param after_key unit.sort_key
-- param after_id INT
SELECT u.id, u.code, u.kind, u.name, u.until_on, p.name AS parent_name
  FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
 WHERE (u.name_folded LIKE :pattern OR u.code = :code)
   AND (length(u.name_folded), u.sort_key, u.id) > (:after_letters, :after_key, :after_id)
 ORDER BY length(u.name_folded), u.sort_key, u.id
 LIMIT :limit;

-- name: unit_path :many
-- The units above it, from the top down, itself last.
-- param unit unit.id
SELECT u.id, u.code, u.name, a.depth
  FROM unit_above a JOIN unit u ON u.id = a.above_id
 WHERE a.unit_id = :unit
 ORDER BY a.depth DESC
 LIMIT :limit;

-- name: unit_successors :many
-- param unit unit.id
SELECT u.id, u.code, u.name, u.from_on, s.note
  FROM unit_successor s JOIN unit u ON u.id = s.successor_id
 WHERE s.unit_id = :unit
 ORDER BY u.sort_key, u.id
 LIMIT :limit;

-- name: unit_predecessors :many
-- param unit unit.id
SELECT u.id, u.code, u.name, u.until_on
  FROM unit_successor s JOIN unit u ON u.id = s.unit_id
 WHERE s.successor_id = :unit
 ORDER BY u.sort_key, u.id
 LIMIT :limit;

-- name: unit_pasts :many
-- param unit unit.id
SELECT h.from_on, h.until_on, h.kind, h.name, p.name AS parent_name
  FROM unit_past h LEFT JOIN unit p ON p.id = h.parent_id
 WHERE h.unit_id = :unit
 ORDER BY h.until_on DESC
 LIMIT :limit;

-- name: unit_links :many
-- param unit unit.id
SELECT l.id, l.kind, l.from_on, l.until_on, u.code, u.name
  FROM unit_link l JOIN unit u ON u.id = l.other_id
 WHERE l.unit_id = :unit
 ORDER BY l.kind, l.from_on, l.id
 LIMIT :limit;

-- name: unit_link_get :one
-- param id unit_link.id
SELECT l.id, l.kind, l.unit_id, l.other_id, l.from_on, l.until_on, l.object,
       u.code AS unit_code, o.code AS other_code
  FROM unit_link l JOIN unit u ON u.id = l.unit_id JOIN unit o ON o.id = l.other_id
 WHERE l.id = :id;

-- name: unit_link_open :one
-- The same link, still in force.
SELECT l.id FROM unit_link l
 WHERE l.kind = :kind AND l.unit_id = :unit_id AND l.other_id = :other_id AND l.until_on IS NULL
 LIMIT 1;

-- name: unit_above_faults :one
-- For `kheo check`: pairs that the tree has and the closure lacks, and the other way round.
-- column faults INT
WITH RECURSIVE climb (unit_id, above_id, depth) AS (
    SELECT u.id, u.id, 0 FROM unit u
    UNION ALL
    SELECT c.unit_id, u.parent_id, c.depth + 1
      FROM climb c JOIN unit u ON u.id = c.above_id
     WHERE u.parent_id IS NOT NULL
)
SELECT (SELECT count(*) FROM (SELECT unit_id, above_id, depth FROM climb
                              EXCEPT SELECT unit_id, above_id, depth FROM unit_above) AS lacking)
     + (SELECT count(*) FROM (SELECT unit_id, above_id, depth FROM unit_above
                              EXCEPT SELECT unit_id, above_id, depth FROM climb) AS extra)
    AS faults;

-- name: unit_heir_faults :one
-- For `kheo check`: units of one successor that lack an heir, heirs of others, and heirs that have
-- one themselves.
-- column faults INT
SELECT (SELECT count(*) FROM unit_successor s
         WHERE (SELECT count(*) FROM unit_successor o WHERE o.unit_id = s.unit_id) = 1
           AND NOT EXISTS (SELECT 1 FROM unit_heir h WHERE h.unit_id = s.unit_id))
     + (SELECT count(*) FROM unit_heir h
         WHERE (SELECT count(*) FROM unit_successor o WHERE o.unit_id = h.unit_id) <> 1
            OR EXISTS (SELECT 1 FROM unit_heir n WHERE n.unit_id = h.heir_id)) AS faults;
