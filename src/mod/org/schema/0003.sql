-- Where the figures of a unit that has ended are counted today, if that is one place.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- The last in the chain of sole successors. A unit that was divided among several has none, nor has
-- one that nobody took over from: what it did belongs to no single unit that is there now.
-- keyed
CREATE TABLE unit_heir (
    unit_id REF unit,
    heir_id REF unit,
    PRIMARY KEY (unit_id)
);
CREATE INDEX unit_heir_back ON unit_heir (heir_id, unit_id);

INSERT INTO unit_heir (unit_id, heir_id)
SELECT s.unit_id, s.successor_id FROM unit_successor s
 WHERE (SELECT count(*) FROM unit_successor o WHERE o.unit_id = s.unit_id) = 1;
-- Each time what was reached is twice as far away.
UPDATE unit_heir SET heir_id =
    (SELECT n.heir_id FROM unit_heir n WHERE n.unit_id = unit_heir.heir_id)
 WHERE heir_id IN (SELECT n.unit_id FROM unit_heir n);
UPDATE unit_heir SET heir_id =
    (SELECT n.heir_id FROM unit_heir n WHERE n.unit_id = unit_heir.heir_id)
 WHERE heir_id IN (SELECT n.unit_id FROM unit_heir n);
UPDATE unit_heir SET heir_id =
    (SELECT n.heir_id FROM unit_heir n WHERE n.unit_id = unit_heir.heir_id)
 WHERE heir_id IN (SELECT n.unit_id FROM unit_heir n);

CREATE VIEW unit_heir_public AS
SELECT unit_id, heir_id FROM unit_heir;

-- Where a unit is counted on a day, `counted_id`, below whom that stands, and between which days:
-- after `after_on`, until `until_on`, included. With a day before all others each is counted where
-- it is itself; with today, where its heir is.
-- column after_on DAY
-- column until_on DAY
CREATE VIEW unit_counted_public AS
SELECT a.unit_id, a.unit_id AS counted_id, a.above_id, a.depth, 0 AS after_on,
       COALESCE((SELECT u.until_on FROM unit_heir h JOIN unit u ON u.id = h.unit_id
                  WHERE h.unit_id = a.unit_id), 99999999) AS until_on
  FROM unit_above a
UNION ALL
SELECT h.unit_id, h.heir_id AS counted_id, a.above_id, a.depth, u.until_on AS after_on,
       99999999 AS until_on
  FROM unit_above a
  JOIN unit_heir h ON h.heir_id = a.unit_id
  JOIN unit u ON u.id = h.unit_id;
