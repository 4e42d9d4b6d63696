-- Receiving citizens (tiếp công dân): the days that are posted, and what is known of each visit.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One reception, as it is posted. Minutes are those of the day. `unscheduled` is the law's ground
-- of one that is beside the schedule, `reason` says it in words. One that was moved knows the day
-- that stands for it. `outcome` says who received: "head" (in person), "deputy", or "none".
-- `last_number` was given last in its queue. `position` is the leaf that says all this.
CREATE TABLE reception_day (
    id ID,
    unit_id REF unit,
    held_on DAY,
    from_minute INT,
    until_minute INT,
    place TEXT,
    is_by_head YES,
    unscheduled TEXT NULL,
    reason TEXT NULL,
    seats INT,
    posted_on DAY,
    moved_to_id REF reception_day NULL,
    moved_reason TEXT NULL,
    outcome TEXT NULL,
    outcome_by TEXT NULL,
    outcome_reason TEXT NULL,
    last_number INT,
    object TEXT,
    position INT
);
CREATE INDEX reception_day_of ON reception_day (unit_id, held_on, id);
CREATE INDEX reception_day_on ON reception_day (held_on, id);

-- One visit, under its case's id. `number` is its place in the queue, 0 before it came. `content`
-- is what brings it, `heard` what was said; `matter` and `route` are words of law/reception.h,
-- `sent_to` who is competent. `came_of` is the code of what was made of it.
-- large
CREATE TABLE reception_visit (
    case_id REF case_file,
    day_id REF reception_day,
    number INT,
    people INT,
    representatives INT,
    content TEXT,
    settled_by TEXT NULL,
    heard TEXT NULL,
    matter TEXT NULL,
    route TEXT NULL,
    sent_to TEXT NULL,
    answer TEXT NULL,
    handling TEXT NULL,
    answered_on DAY NULL,
    conclude_by DAY NULL,
    came_of TEXT NULL,
    PRIMARY KEY (case_id)
);
CREATE INDEX reception_visit_of ON reception_visit (day_id, number, case_id);
