-- Reflections and recommendations (phản ánh, kiến nghị), from first word to verdict.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- What a report can be about: a tree kept as data. `respond_amount` in `respond_unit`
-- ("working-hours", "working-days") is the time for the first answer, `extend_max` the most that
-- may be added to it, in the same unit. `stop` is said instead of a form: this belongs elsewhere,
-- go there.
CREATE TABLE category (
    id ID,
    slug TEXT UNIQUE,
    parent_id REF category NULL,
    name TEXT,
    hint TEXT,
    asks_place YES,
    respond_unit TEXT,
    respond_amount INT,
    extend_max INT,
    basis TEXT,
    stop TEXT NULL,
    position INT,
    is_open YES
);

-- Questions of one category, asked after the text.
CREATE TABLE category_question (
    id ID,
    category_id REF category,
    position INT,
    label TEXT,
    is_required YES
);

-- A paper being written. Its address is its token, of which only the hash is kept; no cookie, no
-- account. Forgotten after 14 days, or when it was sent.
-- large
-- keyed
CREATE TABLE draft (
    token_hash BYTES,
    saved_at INSTANT,
    unit_code TEXT NULL,
    category_slug TEXT NULL,
    text TEXT NULL,
    place TEXT NULL,
    lat_micro INT,
    lon_micro INT,
    identity TEXT NULL,
    name TEXT NULL,
    phone TEXT NULL,
    email TEXT NULL,
    code TEXT NULL,
    PRIMARY KEY (token_hash)
);
CREATE INDEX draft_age ON draft (saved_at);

-- One report. `unit_id` holds it now; `first_unit_id` got it first and `received_at` never changes,
-- however often it is passed on. A report on paper has an incoming number, and was received before
-- it was entered. The clock runs from `anchor_at`: the receipt, or the reopening. `secret_hash`
-- opens the report to its sender.
-- large
CREATE TABLE report (
    id ID,
    code TEXT UNIQUE,
    object TEXT,
    secret_hash BYTES,
    unit_id REF unit,
    first_unit_id REF unit,
    category_id REF category,
    state TEXT,
    title TEXT,
    text TEXT,
    place TEXT NULL,
    lat_micro INT,
    lon_micro INT,
    identity TEXT,
    channel TEXT,
    incoming_number TEXT NULL,
    received_at INSTANT,
    entered_at INSTANT,
    anchor_at INSTANT,
    due_at INSTANT,
    paused_at INSTANT NULL,
    assignee_id REF person NULL,
    from_unit_id REF unit NULL,
    is_public YES,
    is_open YES,
    extended INT,
    bounces INT,
    reopened INT,
    rating INT,
    answer TEXT NULL,
    answered_at INSTANT NULL,
    merged_into_id REF report NULL,
    followers INT,
    version INT
);
-- Lists read from the index alone (docs/decisions, covering lists).
CREATE INDEX report_public_list ON report
    (unit_id, is_public, id, code, title, state, category_id, received_at, due_at);
CREATE INDEX report_public_state ON report
    (unit_id, is_public, state, id, code, title, category_id, received_at, due_at);
CREATE INDEX report_state_list ON report (is_public, state, id);
CREATE INDEX report_inbox ON report (unit_id, is_open, due_at, id);
CREATE INDEX report_answered ON report (answered_at) WHERE state = 'answered';
CREATE INDEX report_mine ON report (assignee_id, is_open, due_at, id);

-- Who sent it, apart from the report itself: shown masked, opened with a reason, erased alone.
-- large
CREATE TABLE sender (
    report_id REF report,
    name TEXT NULL,
    phone TEXT NULL,
    email TEXT NULL,
    PRIMARY KEY (report_id)
);

-- What happened, in order. `note` is what was said, `is_internal` keeps it in the house; `position`
-- is its leaf in the ledger. The `was_` columns are what an undo puts back.
-- large
CREATE TABLE report_event (
    id ID,
    report_id REF report,
    at INSTANT,
    act TEXT,
    state TEXT,
    unit_id REF unit,
    other_unit_id REF unit NULL,
    person_id REF person NULL,
    note TEXT NULL,
    reason TEXT NULL,
    is_internal YES,
    was_state TEXT,
    was_due_at INSTANT NULL,
    was_assignee_id REF person NULL,
    is_undone YES,
    position INT
);
CREATE INDEX report_event_of ON report_event (report_id, id);

-- Times in which the clock stood still: the days after `from_at` up to and including `to_at`.
CREATE TABLE report_pause (
    id ID,
    report_id REF report,
    from_at INSTANT,
    to_at INSTANT NULL,
    reason TEXT
);
CREATE INDEX report_pause_of ON report_pause (report_id, id);

-- Counts kept with the rows, never counted on a request.
-- keyed
CREATE TABLE report_count (
    unit_id REF unit,
    state TEXT,
    n INT,
    PRIMARY KEY (unit_id, state)
);

-- What a unit did in a month (202611): the public figures, kept with the rows.
-- keyed
CREATE TABLE report_month (
    unit_id REF unit,
    month INT,
    received INT,
    answered INT,
    late INT,
    refused INT,
    bounced INT,
    reopened INT,
    rated INT,
    rating_sum INT,
    PRIMARY KEY (unit_id, month)
);

-- Who opened a sender's name, and why: shown to the sender.
CREATE TABLE sender_opening (
    id ID,
    report_id REF report,
    at INSTANT,
    person_id REF person,
    reason TEXT
);
CREATE INDEX sender_opening_of ON sender_opening (report_id, person_id, id);

CREATE VIEW report_public AS
    SELECT id, code, unit_id, category_id, state, title, received_at, due_at, is_open
      FROM report WHERE is_public = 1;
