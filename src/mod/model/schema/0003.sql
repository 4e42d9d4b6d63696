-- The year of a model: what its unit says, what others find, whether it is recognised.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A model that a unit puts forward in a year. `points` are those that the unit gives itself, one of
-- each criterion of the sheet, in its order; `result` and `grade` are what the appraisers came to.
-- `is_kept`: its list is of an earlier year, so it is there because it is still effective.
CREATE TABLE model_entry (
    id ID,
    model_id REF model,
    unit_id REF unit,
    year INT,
    state TEXT,
    is_kept YES,
    points TEXT,
    total INT,
    words TEXT,
    result INT,
    grade TEXT NULL,
    level TEXT NULL,
    decision TEXT NULL,
    decided_on DAY NULL,
    said_by_id REF person,
    object TEXT,
    position INT
);
CREATE UNIQUE INDEX model_entry_once ON model_entry (model_id, year);
CREATE INDEX model_entry_unit ON model_entry (unit_id, id);
CREATE INDEX model_entry_year ON model_entry (year, state, id);

-- What one appraiser found. Never changed, and one from each.
CREATE TABLE model_appraisal (
    id ID,
    entry_id REF model_entry,
    points TEXT,
    total INT,
    words TEXT,
    appraiser_id REF person,
    object TEXT,
    position INT
);
CREATE UNIQUE INDEX model_appraisal_once ON model_appraisal (entry_id, appraiser_id);

-- What was done with it, in its order.
CREATE TABLE model_entry_act (
    id ID,
    entry_id REF model_entry,
    act TEXT,
    said TEXT NULL,
    at INSTANT,
    by_id REF person,
    object TEXT,
    position INT
);
CREATE INDEX model_entry_act_of ON model_entry_act (entry_id, id);
