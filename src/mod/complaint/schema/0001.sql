-- Complaints (khiếu nại): what is known of one beside its case.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `round` 1 or 2; a second one knows the first, if that is here. `respondent` says who made the
-- decision (law/complaint.h) and of which unit, `contested` which one, and `contested_on` the day
-- on which the sender had it: of a second round, the first one's decision. `people` signed, with so
-- many representatives. `excluded_days` are proven days of obstacle that do not count against the
-- sender. `findings` ("agree", "differ") say whether what was found is what is asked for.
-- large
CREATE TABLE complaint (
    case_id REF case_file,
    round INT,
    first_id REF case_file NULL,
    respondent TEXT,
    respondent_unit TEXT NULL,
    is_discipline YES,
    is_dismissal YES,
    contested TEXT,
    contested_on DAY,
    content TEXT,
    request TEXT,
    people INT,
    representatives INT,
    has_all_signatures YES,
    has_appointment YES,
    is_remote YES,
    is_complex YES,
    excluded_days INT,
    findings TEXT NULL,
    dialogue_on DAY NULL,
    outcome TEXT NULL,
    stayed_on DAY NULL,
    PRIMARY KEY (case_id)
);
CREATE INDEX complaint_second ON complaint (first_id);
