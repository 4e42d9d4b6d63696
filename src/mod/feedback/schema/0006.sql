-- Reports that have to do with each other, and opinions of other units.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A report split off another opens with the other's secret, of which only the hash is kept, and a
-- hash is of an object and a secret together: so the object goes with it. NULL: the report's own.
ALTER TABLE report ADD COLUMN secret_object TEXT NULL;

-- Each link is kept twice, once for each report. `kind` is "split" (of the two the later was split
-- off the earlier) or "related".
-- keyed
CREATE TABLE report_link (
    report_id REF report,
    other_id REF report,
    kind TEXT,
    PRIMARY KEY (report_id, other_id)
);

-- What the unit that holds a report (`asker_id`) asks another, and by when; the report's own clock
-- runs on. `outcome` is "replied", "recalled", or "lapsed" when the report left or was settled
-- first. One open question for a report and unit at a time.
-- large
CREATE TABLE report_consult (
    id ID,
    report_id REF report,
    asker_id REF unit,
    unit_id REF unit,
    asked_at INSTANT,
    due_at INSTANT,
    question TEXT,
    reminded_at INSTANT NULL,
    escalated_at INSTANT NULL,
    ended_at INSTANT NULL,
    outcome TEXT NULL,
    reply TEXT NULL
);
CREATE INDEX report_consult_of ON report_consult (report_id, id);
CREATE INDEX report_consult_inbox ON report_consult (unit_id, due_at, report_id)
 WHERE ended_at IS NULL;
CREATE INDEX report_consult_due ON report_consult (due_at, id) WHERE ended_at IS NULL;

-- How many questions wait for each unit, kept with the rows.
-- keyed
CREATE TABLE report_consult_count (
    unit_id REF unit,
    n INT,
    PRIMARY KEY (unit_id)
);
