-- Reports of which nothing is left but that they were received.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- The number and code that a report had; no other gets that code. `secret_object` with the secret
-- on its receipt finds what became of it, if anything did (web/sealing.h); why it went is not here.
-- `position` is the leaf that says so.
CREATE TABLE report_removed (
    id ID,
    code TEXT UNIQUE,
    object TEXT,
    secret_object TEXT,
    position INT
);
CREATE INDEX report_removed_position ON report_removed (position, id);

-- A report into which others went cannot be removed before them.
CREATE INDEX report_merged ON report (merged_into_id, id) WHERE merged_into_id IS NOT NULL;
