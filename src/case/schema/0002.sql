-- What services read of cases beside their own rows: lists and books of theirs.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE VIEW case_public AS
SELECT id, kind, code, unit_id, state, subject, received_on, handler_id, due_at, due_rule, is_open
  FROM case_file;

CREATE VIEW case_party_public AS
SELECT id, case_id, role, name, address, identity_number FROM case_party;
