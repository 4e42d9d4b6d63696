-- What came to a unit in some time, for its leaders: read from the index alone.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE INDEX report_cohort ON report
    (unit_id, received_at, state, answered_at, due_at, is_open, paused_at, bounces, reopened,
     rating, category_id);
