-- Lists show that a report is withheld, and why.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- The coded reason for which the public does not see it; NULL when it does.
ALTER TABLE report ADD COLUMN withheld TEXT NULL;
UPDATE report SET withheld =
    (SELECT e.reason FROM report_event e
      WHERE e.report_id = report.id AND e.act = 'withhold' ORDER BY e.id DESC LIMIT 1)
 WHERE is_public = 0;

-- Public lists are read from the index alone, withheld reports among the others.
DROP INDEX report_public_list;
DROP INDEX report_public_state;
DROP INDEX report_state_list;
CREATE INDEX report_unit_list ON report
    (unit_id, id, code, title, state, category_id, received_at, due_at, is_public, withheld);
CREATE INDEX report_unit_state_list ON report
    (unit_id, state, id, code, title, category_id, received_at, due_at, is_public, withheld);
CREATE INDEX report_state_list ON report (state, id);
