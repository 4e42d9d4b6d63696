-- Where units lie: a boundary from a day on, simplified three times, in integers of 1e-7 degree.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A unit has one boundary a day. `near`, `middle` and `far` are web/outline.h's bytes, from the
-- finest to the coarsest; `digest` is the hash that the ledger has of the three.
CREATE TABLE boundary (
    id ID,
    unit_id REF unit,
    from_on DAY,
    until_on DAY NULL,
    west INT,
    south INT,
    east INT,
    north INT,
    near BYTES,
    middle BYTES,
    far BYTES,
    digest TEXT,
    source TEXT,
    position INT,
    object TEXT
);
CREATE UNIQUE INDEX boundary_of_unit ON boundary (unit_id, from_on);
