-- All SQL of map. `object` is the row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: boundary_insert :exec
INSERT INTO boundary (id, unit_id, from_on, until_on, west, south, east, north, near, middle, far,
                      digest, source, position, object)
VALUES (:id, :unit_id, :from_on, NULL, :west, :south, :east, :north, :near, :middle, :far,
        :digest, :source, :position, :object);

-- name: boundary_end :exec
-- The day before the next one begins.
UPDATE boundary SET until_on = :until_on WHERE id = :id;

-- name: boundary_newest :one
SELECT id, from_on, digest FROM boundary WHERE unit_id = :unit_id ORDER BY from_on DESC LIMIT 1;

-- name: boundary_unit :one
-- The unit of that code on that day.
-- param code unit_public.code
-- param on DAY
SELECT u.id, u.code, u.name FROM unit_public u
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on);

-- name: boundary_around :many
-- Those whose frame holds the point that day; which of them do is for the outline to say.
-- param east INT
-- param north INT
-- param on DAY
SELECT u.id, u.code, u.name, u.prefix, b.near
  FROM boundary b JOIN unit_public u ON u.id = b.unit_id
 WHERE b.west <= :east AND b.east >= :east AND b.south <= :north AND b.north >= :north
   AND b.from_on <= :on AND (b.until_on IS NULL OR b.until_on >= :on)
   AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.sort_key, u.id
 LIMIT 50;

-- name: boundary_of_code :one
-- The finest boundary of the unit of that code on that day.
-- param code unit_public.code
-- param on DAY
SELECT u.code, u.name, b.near
  FROM boundary b JOIN unit_public u ON u.id = b.unit_id
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
   AND b.from_on <= :on AND (b.until_on IS NULL OR b.until_on >= :on);

-- name: boundary_spread :one
-- How far the boundaries of that day reach from west to east, of all units from one id to another.
-- param first unit_public.id
-- param last unit_public.id
-- param on DAY
-- column west INT
-- column east INT
SELECT COALESCE(MIN(west), 0) AS west, COALESCE(MAX(east), 0) AS east
  FROM boundary
 WHERE unit_id >= :first AND unit_id <= :last
   AND from_on <= :on AND (until_on IS NULL OR until_on >= :on);

-- name: boundary_shapes :many
-- param first unit_public.id
-- param last unit_public.id
-- param on DAY
-- param level INT
-- column shape boundary.near
SELECT unit_id, CASE :level WHEN 0 THEN near WHEN 1 THEN middle ELSE far END AS shape
  FROM boundary
 WHERE unit_id >= :first AND unit_id <= :last
   AND from_on <= :on AND (until_on IS NULL OR until_on >= :on)
 ORDER BY unit_id
 LIMIT 5000;

-- name: boundary_check :many
-- param after boundary.id
-- column next_on boundary.until_on
SELECT b.id, b.from_on, b.until_on, b.west, b.south, b.east, b.north, b.near, b.middle, b.far,
       b.digest, b.source, b.position, b.object, u.code,
       (SELECT min(n.from_on) FROM boundary n
         WHERE n.unit_id = b.unit_id AND n.from_on > b.from_on) AS next_on
  FROM boundary b JOIN unit_public u ON u.id = b.unit_id
 WHERE b.id > :after
 ORDER BY b.id
 LIMIT :limit;
