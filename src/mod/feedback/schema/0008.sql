-- What the first telling of a report left out.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Who is responsible after the act, so that the history says to whom a report was given.
ALTER TABLE report_event ADD COLUMN assignee_id REF person NULL;

-- What waits for a superior, wherever it is: few at a time, so each superior looks through all.
CREATE INDEX report_ruling ON report (due_at, id) WHERE state = 'ruling';
