-- Denunciations that are settled by law: each a case beside its envelopes.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- What was done, and by when the rest must be, is the case's (case_event, case_term). Nothing that
-- was said is there.
CREATE TABLE denunciation_settling (
    case_id REF case_file,
    denunciation_id REF denunciation,
    PRIMARY KEY (case_id)
);
CREATE UNIQUE INDEX denunciation_settling_of ON denunciation_settling (denunciation_id);

-- Its readers were told that it waits to be entered in the book.
ALTER TABLE denunciation ADD COLUMN is_reminded YES DEFAULT 0;
