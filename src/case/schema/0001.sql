-- Cases: letters that a law says how to settle, their clocks, people and history.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `kind` is the service whose table has a row of the same id beside this one. `unit_id` holds the
-- case now. `due_at` is the next day by which an office must have done something, and `due_rule`
-- says what; a day far away when nothing is due. `was_state` is where a suspended case goes on.
-- `subject` is absent where even that would tell too much. `people` came or signed. `same_as_id`:
-- it tells of a matter that another case is about already. `secret_hash` opens the case to its
-- sender. Letters that come in are numbered by unit and year, whatever becomes of them. What
-- reports count stands here too: when it was accepted, settled and how, and when it ended.
-- `desk_path` is where colleagues find it.
-- large
CREATE TABLE case_file (
    id ID,
    kind TEXT,
    code TEXT UNIQUE,
    object TEXT,
    secret_hash BYTES,
    unit_id REF unit,
    state TEXT,
    was_state TEXT NULL,
    subject TEXT NULL,
    received_on DAY,
    entered_at INSTANT,
    channel TEXT,
    from_body TEXT NULL,
    people INT,
    same_as_id REF case_file NULL,
    book_year INT,
    book_number INT,
    handler_id REF person NULL,
    due_at INSTANT,
    due_rule TEXT NULL,
    is_open YES,
    accepted_on DAY NULL,
    settled_on DAY NULL,
    outcome TEXT NULL,
    ended_on DAY NULL,
    desk_path TEXT,
    version INT
);
CREATE INDEX case_received ON case_file (unit_id, received_on, id);
CREATE INDEX case_inbox ON case_file (kind, unit_id, is_open, due_at, id);
CREATE INDEX case_due ON case_file (kind, is_open, due_at, id);
CREATE INDEX case_state ON case_file (kind, state, id);

-- Who sent it, whom they authorised, who answers for it: shown to those who work on it, erased
-- alone. `role` is sender, representative or respondent.
-- large
CREATE TABLE case_party (
    id ID,
    case_id REF case_file,
    role TEXT,
    name TEXT,
    address TEXT NULL,
    identity_number TEXT NULL,
    phone TEXT NULL,
    email TEXT NULL
);
CREATE INDEX case_party_of ON case_party (case_id, id);

-- What was done, in order: by whom, on which day, with which paper, who was told, which other
-- case it names, and which rule began to run until when. `position` is its leaf in the ledger.
-- large
CREATE TABLE case_event (
    id ID,
    case_id REF case_file,
    at INSTANT,
    act TEXT,
    state TEXT,
    unit_id REF unit,
    person_id REF person NULL,
    happened_on DAY,
    said TEXT NULL,
    reason TEXT NULL,
    choice TEXT NULL,
    document TEXT NULL,
    told TEXT NULL,
    other TEXT NULL,
    rule TEXT NULL,
    due_at INSTANT NULL,
    is_internal YES,
    position INT
);
CREATE INDEX case_event_of ON case_event (case_id, id);
CREATE INDEX case_event_position ON case_event (position);

-- The clocks of the law that ran or run. `facts` is the set of circumstances under which its row
-- was chosen (enum term_case). `due_at` is absent while it stands still, `stopped_on` until it did
-- its service. `is_duty`: an office must act by then; else the day has an effect of itself.
-- large
CREATE TABLE case_term (
    id ID,
    case_id REF case_file,
    name TEXT,
    anchor_on DAY,
    facts INT,
    due_at INSTANT NULL,
    due_on DAY NULL,
    is_duty YES,
    stopped_on DAY NULL
);
CREATE INDEX case_term_of ON case_term (case_id, id);
CREATE INDEX case_term_ripe ON case_term (name, due_at) WHERE stopped_on IS NULL;

CREATE TABLE case_pause (
    id ID,
    term_id REF case_term,
    from_on DAY,
    to_on DAY NULL,
    reason TEXT
);
CREATE INDEX case_pause_of ON case_pause (term_id, id);

CREATE TABLE case_extension (
    id ID,
    term_id REF case_term,
    amount INT,
    reason TEXT
);
CREATE INDEX case_extension_of ON case_extension (term_id, id);

-- The last number given in each unit's book of a year. Law: 05/2021/TT-TTCP.
-- keyed
CREATE TABLE case_book (
    unit_id REF unit,
    year INT,
    last INT,
    PRIMARY KEY (unit_id, year)
);
