-- Batches have numbers, so that an archive can tell which is missing; and what a restore lost.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- How many batches were committed, those that stated nothing among them.
ALTER TABLE desk_state ADD COLUMN batches INT DEFAULT 0;
UPDATE desk_state SET batches = (SELECT count(*) FROM ledger_checkpoint);

-- The ledger was put back to its first `kept` leaves, although a head of `known` had been signed:
-- what the leaf at `position` says, for whoever shows a receipt from between.
CREATE TABLE ledger_loss (
    position INT,
    kept INT,
    known INT,
    at INSTANT,
    PRIMARY KEY (position)
);
