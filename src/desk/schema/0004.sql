-- Heads that are on two machines (docs/decisions/0013-many-hosts.md).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- The size of a tree whose commit was confirmed: told by the batch after it, or by the sealer when
-- it has nothing else to do. A newer head may be seen before that, and may be lost with a leader
-- that is deposed.
ALTER TABLE desk_state ADD COLUMN confirmed INT DEFAULT 0;
UPDATE desk_state SET confirmed = (SELECT coalesce(max(size), 0) FROM ledger_checkpoint);
