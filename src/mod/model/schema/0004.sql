-- What is reported of a year: each number, and the models that make it up.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Zero: its figures were not counted yet; the clock sees to it.
ALTER TABLE model ADD COLUMN is_counted YES DEFAULT 0;
CREATE INDEX model_uncounted ON model (id) WHERE is_counted = 0;

-- How much a model adds to a figure of a year: a word of figures.def. Follows from its other rows;
-- `kheo check` counts again.
-- keyed
CREATE TABLE model_counted (
    model_id REF model,
    year INT,
    figure TEXT,
    unit_id REF unit,
    n INT,
    PRIMARY KEY (model_id, year, figure)
);
CREATE INDEX model_counted_list ON model_counted (year, figure, model_id, unit_id);
CREATE INDEX model_counted_unit ON model_counted (year, figure, unit_id, model_id, n);

-- The sums of those, so that no page adds them up.
-- keyed
CREATE TABLE model_tally (
    year INT,
    unit_id REF unit,
    figure TEXT,
    n INT,
    PRIMARY KEY (year, unit_id, figure)
);
