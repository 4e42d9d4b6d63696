-- Returns: the reports on letters that the law asks for, as they were signed.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A return of a unit for a period ("2026-q3") is signed once, and corrected by a new version that
-- says why. What was signed never changes: its figures and the cases behind each stand below.
CREATE TABLE law_return (
    id ID,
    unit_id REF unit,
    period TEXT,
    version INT,
    signed_at INSTANT,
    person_id REF person,
    document TEXT,
    reason TEXT NULL,
    object TEXT,
    position INT
);
CREATE UNIQUE INDEX law_return_of ON law_return (unit_id, period, version);

-- keyed
CREATE TABLE law_return_figure (
    return_id REF law_return,
    kind TEXT,
    figure TEXT,
    value INT,
    PRIMARY KEY (return_id, kind, figure)
);
-- large
-- keyed
CREATE TABLE law_return_case (
    return_id REF law_return,
    kind TEXT,
    figure TEXT,
    code TEXT,
    unit_name TEXT,
    desk_path TEXT,
    PRIMARY KEY (return_id, kind, figure, code)
);
