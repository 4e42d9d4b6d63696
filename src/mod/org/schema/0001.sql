-- Units of the network: where each stands today, what it was before, and what became of it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A unit is alive on a day d when from_on <= d and (until_on is none or d <= until_on). A code
-- names one unit a day: the state gives the code of an ended commune to its successor the day
-- after. `since_on` is when its present name, kind and parent began; what came before is in
-- unit_past.
CREATE TABLE unit (
    id ID,
    code TEXT,
    kind TEXT,
    name TEXT,
    name_folded TEXT,
    sort_key BYTES,
    parent_id REF unit NULL,
    from_on DAY,
    since_on DAY,
    until_on DAY NULL,
    prefix TEXT NULL,
    phone TEXT NULL,
    email TEXT NULL,
    address TEXT NULL,
    hours TEXT NULL,
    object TEXT
);
CREATE UNIQUE INDEX unit_open ON unit (code) WHERE until_on IS NULL;
CREATE INDEX unit_code ON unit (code, from_on);
CREATE INDEX unit_parent ON unit (parent_id, sort_key, id);
CREATE INDEX unit_sort ON unit (sort_key, id);

-- Its names, kinds and parents of before, each until a day (included).
-- keyed
CREATE TABLE unit_past (
    unit_id REF unit,
    from_on DAY,
    until_on DAY,
    kind TEXT,
    name TEXT,
    parent_id REF unit NULL,
    PRIMARY KEY (unit_id, until_on)
);

-- Who took over from a unit that ended: several after a split.
-- keyed
CREATE TABLE unit_successor (
    unit_id REF unit,
    successor_id REF unit,
    note TEXT NULL,
    PRIMARY KEY (unit_id, successor_id)
);
CREATE INDEX unit_successor_back ON unit_successor (successor_id, unit_id);

-- The closure of the tree as it stands: every unit above another, and itself at depth 0. "Does a
-- power over A reach B?" is one look.
-- keyed
CREATE TABLE unit_above (
    unit_id REF unit,
    above_id REF unit,
    depth INT,
    PRIMARY KEY (unit_id, above_id)
);
CREATE INDEX unit_below ON unit_above (above_id, unit_id, depth);

-- Coordination beside the tree: who is the focal unit of a commune for a kind of work.
CREATE TABLE unit_link (
    id ID,
    kind TEXT,
    unit_id REF unit,
    other_id REF unit,
    from_on DAY,
    until_on DAY NULL,
    object TEXT
);
CREATE INDEX unit_link_unit ON unit_link (unit_id, kind);
CREATE INDEX unit_link_other ON unit_link (other_id, kind);

CREATE VIEW unit_public AS
SELECT id, code, name, name_folded, kind, prefix, parent_id, sort_key, from_on, until_on FROM unit;

CREATE VIEW unit_above_public AS
SELECT unit_id, above_id, depth FROM unit_above;

CREATE VIEW unit_successor_public AS
SELECT unit_id, successor_id FROM unit_successor;

CREATE VIEW unit_link_public AS
SELECT kind, unit_id, other_id, from_on, until_on FROM unit_link;
