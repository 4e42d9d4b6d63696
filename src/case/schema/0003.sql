-- The working calendar may change while cases are open.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A change of which the open cases of a kind were not all looked at yet: what may count otherwise
-- now are the days from `from_on` to `until_on` (NULL: all that follow), of all units or of one and
-- those below it. `after_id` is the last case that was looked at. The row goes when none is left.
CREATE TABLE case_recount (
    id ID,
    kind TEXT,
    from_on DAY,
    until_on DAY NULL,
    unit_id REF unit NULL,
    reason TEXT,
    after_id REF case_file NULL
);
