-- Terms that were given up when a case ended otherwise, and not done.
-- SPDX-License-Identifier: AGPL-3.0-or-later

ALTER TABLE case_term ADD COLUMN is_lapsed YES DEFAULT 0;
