-- What a unit passed on or gave back, for the reports that the law asks for.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE INDEX report_event_passed ON report_event (other_unit_id, at, report_id)
 WHERE other_unit_id IS NOT NULL;
