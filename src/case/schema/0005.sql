-- Letters of the office about a case, and the numbers that it gives them.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `form` is a code of studio/blank.h, `filled` what stands in its places (case/letter.h). `number`
-- is of the unit's series `sign` in that year, of the organ `organ`. `signing`, `head`, `post` and
-- `name` say who signs; `issuer`, `superior` and `place` what the unit was called that day.
-- `is_same`: the signed file begins with the issued one. `position` is the leaf of the last step,
-- `version` its place among the letter's leaves.
-- large
CREATE TABLE case_letter (
    id ID,
    case_id REF case_file,
    object TEXT,
    form TEXT,
    state TEXT,
    filled TEXT,
    note TEXT NULL,
    drafted_by REF person,
    changed_at INSTANT,
    unit_id REF unit,
    sign TEXT NULL,
    organ TEXT NULL,
    year INT,
    number INT,
    issued_on DAY NULL,
    issued_at INSTANT NULL,
    signing TEXT NULL,
    head TEXT NULL,
    post TEXT NULL,
    name TEXT NULL,
    issuer TEXT NULL,
    superior TEXT NULL,
    place TEXT NULL,
    sha256 BYTES NULL,
    is_same YES,
    sent_on DAY NULL,
    version INT,
    position INT
);
CREATE INDEX case_letter_of ON case_letter (case_id, id);
CREATE INDEX case_letter_book ON case_letter (unit_id, issued_on);

-- The signed file, as it came back.
-- large
CREATE TABLE case_letter_file (
    letter_id REF case_letter,
    bytes BYTES,
    PRIMARY KEY (letter_id)
);

-- The last number of a unit's series of a type of letter in a year.
-- keyed
CREATE TABLE case_series (
    unit_id REF unit,
    sign TEXT,
    year INT,
    last INT,
    PRIMARY KEY (unit_id, sign, year)
);
