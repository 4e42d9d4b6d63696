-- What was chosen where the law leaves a choice. Once released, this file is never edited.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `name` and `value` are those of law/setting.h, a number of days in figures. Each choice is a row
-- of its own and none is ever changed: of a case that came on a day, the row with the last
-- `from_on` up to it counts, and of two with the same day the later. `position` is the leaf that
-- says so.
CREATE TABLE law_chosen (
    id ID,
    name TEXT CHECK (name <> ''),
    value TEXT CHECK (value <> ''),
    from_on DAY,
    decision TEXT CHECK (decision <> ''),
    decided_on DAY,
    reason TEXT CHECK (reason <> ''),
    at INSTANT,
    person_id REF person NULL,
    object TEXT,
    position INT
);
CREATE INDEX law_chosen_of ON law_chosen (name, from_on, id);
CREATE INDEX law_chosen_position ON law_chosen (position);
