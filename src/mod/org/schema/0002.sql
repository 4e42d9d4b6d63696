-- The units that receive papers, in their order, without a look at the table: every list's filter.
-- SPDX-License-Identifier: AGPL-3.0-or-later
CREATE INDEX unit_receiving ON unit (sort_key, code, id, name, prefix, from_on, until_on)
 WHERE prefix IS NOT NULL;
