-- The year's calendar of models, and who was reminded of it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- By when each step of a year is done, set by a unit for itself and all below it that have set none
-- of their own. Never changed: one that is set again for the same year is a new row.
CREATE TABLE model_calendar (
    id ID,
    unit_id REF unit,
    year INT,
    register_until DAY,
    review_until DAY,
    assess_until DAY,
    appraise_until DAY,
    recognise_until DAY,
    said_by_id REF person,
    object TEXT,
    position INT
);
CREATE INDEX model_calendar_of ON model_calendar (unit_id, year, id);
CREATE INDEX model_calendar_year ON model_calendar (year, id);

-- A unit was told that a step is due soon, and how much of it waited then. Once for each day that a
-- step had as its last.
CREATE TABLE model_reminder (
    id ID,
    unit_id REF unit,
    year INT,
    step TEXT,
    until_on DAY,
    waiting INT,
    at INSTANT,
    object TEXT,
    position INT
);
CREATE UNIQUE INDEX model_reminder_once ON model_reminder (unit_id, year, step, until_on);
