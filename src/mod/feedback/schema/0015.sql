-- Paper at the counter: slips that bear a code before anybody wrote on them.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One slip. Whoever takes it home has its code and secret at once; `report_id` once it was written
-- into the books, NULL before. `object` and `secret_hash` become the report's; `position` is the
-- leaf of all that were printed with it.
-- large
CREATE TABLE slip (
    id ID,
    code TEXT UNIQUE,
    object TEXT UNIQUE,
    secret_hash BYTES,
    unit_id REF unit,
    printed_at INSTANT,
    person_id REF person,
    report_id REF report NULL,
    position INT
);
CREATE INDEX slip_list ON slip (unit_id, id);
CREATE INDEX slip_used ON slip (report_id);

-- A page of the paper itself, which an officer scanned: for those who handle the report, and never
-- public, for it bears a hand, a name and an address.
ALTER TABLE report_photo ADD COLUMN is_paper YES DEFAULT 0;
