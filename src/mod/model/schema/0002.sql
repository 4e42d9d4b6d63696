-- Copies of a model: who tries it too, what came of it, and who has verified that.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A unit that does what a model does. `parent_id` is the copy that it was learned from, when it was
-- not learned from the unit that has the model. `amount_before` of `measure` is what it began with.
-- `checked_month` is the month (3, 6, 12) of the last check that nobody has turned down,
-- `verified_month` that of the last one that somebody has verified, `verifier_id` for which unit;
-- 0: none yet. `due_on` is when the next check may be made, `asked_on` when it was asked for since.
CREATE TABLE model_copy (
    id ID,
    source_id REF model,
    parent_id REF model_copy NULL,
    unit_id REF unit,
    state TEXT,
    begins_on DAY,
    metric TEXT,
    measure TEXT,
    amount_before INT,
    source TEXT,
    contact TEXT,
    checked_month INT,
    due_on DAY NULL,
    asked_on DAY NULL,
    verified_month INT,
    verified_on DAY NULL,
    verifier_id REF unit NULL,
    ended_on DAY NULL,
    object TEXT,
    position INT
);
CREATE INDEX model_copy_of ON model_copy (source_id, id);
CREATE INDEX model_copy_unit ON model_copy (unit_id, id);
CREATE INDEX model_copy_next ON model_copy (state, due_on, id);
CREATE UNIQUE INDEX model_copy_live ON model_copy (source_id, unit_id) WHERE ended_on IS NULL;

-- What was measured three, six and twelve months after a copy began. Never changed: one that was
-- turned down is followed by another of the same month.
CREATE TABLE model_copy_check (
    id ID,
    copy_id REF model_copy,
    month INT,
    amount INT,
    measured_on DAY,
    source TEXT,
    difficulties TEXT,
    said_by_id REF person,
    object TEXT,
    position INT
);
CREATE INDEX model_copy_check_of ON model_copy_check (copy_id, id);

-- What was done with a copy, in its order; `month` of the check that it was about, or 0.
CREATE TABLE model_copy_act (
    id ID,
    copy_id REF model_copy,
    act TEXT,
    month INT,
    said TEXT NULL,
    at INSTANT,
    by_id REF person NULL,
    object TEXT,
    position INT
);
CREATE INDEX model_copy_act_of ON model_copy_act (copy_id, id);

-- How often a model was copied: all copies, those ever verified, those verified after twelve
-- months, those that were given up. Kept by the acts; `kheo check` counts again.
-- keyed
CREATE TABLE model_standing (
    model_id REF model,
    copies INT,
    verified INT,
    held INT,
    ended INT,
    PRIMARY KEY (model_id)
);
CREATE INDEX model_standing_rank ON model_standing (verified, held, model_id);
