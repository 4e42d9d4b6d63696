-- The working calendar: days, years and office hours as decided over those that the program knows.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- What a decision made of one day: "holiday", "day-off" in lieu of another, "make-up" for one, or
-- "ordinary", which takes back what the program or the yearly rule says of it. `decision` is the
-- act's number, `position` the leaf that says so.
CREATE TABLE calendar_day (
    id ID,
    day DAY UNIQUE,
    kind TEXT,
    name TEXT CHECK (name <> ''),
    decision TEXT CHECK (decision <> ''),
    decided_on DAY,
    object TEXT,
    position INT
);

-- Years of which every day is decided: what stands in no row is what its weekday makes of it.
CREATE TABLE calendar_year (
    id ID,
    year INT UNIQUE,
    decision TEXT CHECK (decision <> ''),
    decided_on DAY,
    object TEXT,
    position INT
);

-- Office hours, "07:00-11:30 13:30-17:00": of a unit and all below it that have none of their own.
CREATE TABLE calendar_hours (
    id ID,
    unit_id REF unit UNIQUE,
    hours TEXT,
    decision TEXT CHECK (decision <> ''),
    decided_on DAY,
    object TEXT,
    position INT
);

-- What was changed, for those who manage it: `what` is a day (2026-08-31), a year or a unit's code;
-- `was` and `now` are kinds of days or hours.
-- large
CREATE TABLE calendar_change (
    id ID,
    at INSTANT,
    person_id REF person NULL,
    what TEXT,
    was TEXT NULL,
    now TEXT NULL,
    name TEXT NULL,
    reason TEXT,
    position INT
);
CREATE INDEX calendar_change_of ON calendar_change (what, id);
CREATE INDEX calendar_change_position ON calendar_change (position);

-- Grows by one with every change, so that who holds the calendar in memory knows whether it is the
-- newest. One row.
CREATE TABLE calendar_revision (
    id ID,
    revision INT
);
