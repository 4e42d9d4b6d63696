-- Models of "Dân vận khéo": what was registered, what was measured, and what was done with it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One way of working that a unit registers. Until it is registered a box may be empty. `field` and
-- `subject` are words of words.c, `person` is whom an individual one is about. `cost` is in đồng,
-- `workdays` are the people's. `listed_on` is when the list was approved that has it: from then on
-- everybody may read it. `news_on` is when it was last heard of, `asked_on` when news were asked
-- for since. `position` is the leaf that says all this.
CREATE TABLE model (
    id ID,
    unit_id REF unit,
    state TEXT,
    field TEXT NULL,
    subject TEXT NULL,
    person TEXT NULL,
    begins_on DAY NULL,
    name TEXT NULL,
    reason TEXT NULL,
    goal TEXT NULL,
    way TEXT NULL,
    place TEXT NULL,
    forces TEXT NULL,
    resources TEXT NULL,
    product TEXT NULL,
    upkeep TEXT NULL,
    contact TEXT NULL,
    cost INT,
    households INT,
    workdays INT,
    listed_on DAY NULL,
    news_on DAY NULL,
    asked_on DAY NULL,
    object TEXT,
    position INT
);
CREATE INDEX model_of_unit ON model (unit_id, id);
CREATE INDEX model_listed ON model (id) WHERE listed_on IS NOT NULL;
CREATE INDEX model_news ON model (state, news_on, id);
CREATE INDEX model_position ON model (position);

-- What was measured on a day, against what was before, and where the numbers can be seen; with what
-- was difficult. Nothing here is ever changed: what is new is a new row.
CREATE TABLE model_result (
    id ID,
    model_id REF model,
    metric TEXT,
    amount_before INT,
    amount_after INT,
    measure TEXT,
    measured_on DAY,
    source TEXT,
    failures TEXT,
    needs TEXT NULL,
    evidence TEXT NULL,
    said_by_id REF person,
    object TEXT,
    position INT
);
CREATE INDEX model_result_of ON model_result (model_id, id);

-- What was done with it, in its order. `act` is a command of the workflow; by the clock there is no
-- person.
CREATE TABLE model_act (
    id ID,
    model_id REF model,
    act TEXT,
    said TEXT NULL,
    at INSTANT,
    by_id REF person NULL,
    object TEXT,
    position INT
);
CREATE INDEX model_act_of ON model_act (model_id, id);
