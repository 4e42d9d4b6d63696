-- The sheets by which models are appraised.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A sheet that a unit has set, for itself and all below it that have none of their own, from a year
-- on. `criteria` has a line for each: its most points, a blank, its name. Whoever reaches as many
-- points as `excellent` says has that grade, and so on. Never changed: one that is set again for
-- the same year is a new row. Points of model_entry and model_appraisal that are by one of these
-- end with @ and its number.
CREATE TABLE model_sheet (
    id ID,
    unit_id REF unit,
    from_year INT,
    criteria TEXT,
    excellent INT,
    good INT,
    fair INT,
    average INT,
    said_by_id REF person,
    object TEXT,
    position INT
);
CREATE INDEX model_sheet_of ON model_sheet (unit_id, from_year, id);
