-- Finding: what the search index is fed by, what staff look for, and people who say "same for me".
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- What changed since a position of the ledger: the search index follows it.
CREATE INDEX report_event_position ON report_event (position, report_id);

-- Staff search by telephone and name, in SQL and never in the search index. The name is kept folded
-- (text/fold.h), and once more with its words turned round, because people are called by the last
-- one; both only when the sender signed openly: whom a hidden name belongs to is opened with a
-- reason, or not at all. `unit_id` is the unit that holds the report now.
ALTER TABLE sender ADD COLUMN unit_id REF unit NULL;
ALTER TABLE sender ADD COLUMN name_folded TEXT NULL;
ALTER TABLE sender ADD COLUMN name_turned TEXT NULL;
CREATE INDEX sender_phone ON sender (phone, report_id) WHERE name_folded IS NOT NULL;
CREATE INDEX sender_name ON sender (unit_id, name_folded, report_id);
CREATE INDEX sender_turned ON sender (unit_id, name_turned, report_id);

-- Somebody for whom it is the same matter: their own words, kept beside the report and never shown
-- in public, with a secret and a place in the ledger of their own. It is counted in
-- report.followers; no row of report_event, because a thousand neighbours must not hide what was
-- done.
-- large
CREATE TABLE report_voice (
    id ID,
    report_id REF report,
    object TEXT UNIQUE,
    secret_hash BYTES,
    at INSTANT,
    text TEXT,
    position INT
);
CREATE INDEX report_voice_of ON report_voice (report_id, id);
