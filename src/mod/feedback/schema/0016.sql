-- Templates of answers, which a unit keeps for itself and for the units below it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- The four parts of an answer with gaps in double braces (gap.h). `category_id` absent: for
-- every category; `occasion` is "any", "first" or "again", for a report that was opened once more.
-- What is out of use stays, because drafts may have come from it. `position` is the newest leaf.
CREATE TABLE answer_template (
    id ID,
    object TEXT UNIQUE,
    unit_id REF unit,
    category_id REF category NULL,
    occasion TEXT,
    title TEXT,
    title_key BYTES,
    said TEXT,
    done TEXT,
    plan TEXT,
    unhappy TEXT,
    is_open YES,
    version INT,
    position INT
);
CREATE INDEX answer_template_of ON answer_template (unit_id, is_open, title_key, id);
