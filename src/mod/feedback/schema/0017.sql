-- Categories that an administrator adds and changes, with their questions and limits.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `object` and `leaf`, the newest position, are of the ledger: absent while nobody has changed what
-- came with a schema. `respond_amount`, `extend_max` and `basis` are those of the beginning.
ALTER TABLE category ADD COLUMN object TEXT NULL;
ALTER TABLE category ADD COLUMN version INT DEFAULT 0;
ALTER TABLE category ADD COLUMN leaf INT DEFAULT 0;

-- A question has the same `place` from 1 to 5 for ever: forms and programs call its reply by it,
-- and a form that was opened before the order was changed still means what it says. `closed_on` is
-- the day it went out of use; its place is another's after a rest.
ALTER TABLE category_question ADD COLUMN place INT DEFAULT 0;
ALTER TABLE category_question ADD COLUMN is_open YES DEFAULT 1;
ALTER TABLE category_question ADD COLUMN closed_on DAY NULL;
ALTER TABLE category_question ADD COLUMN object TEXT NULL;
ALTER TABLE category_question ADD COLUMN version INT DEFAULT 0;
ALTER TABLE category_question ADD COLUMN leaf INT DEFAULT 0;
UPDATE category_question SET place = position;

-- The limits from a day on: what was received or reopened before it keeps those that it had.
CREATE TABLE category_deadline (
    id ID,
    category_id REF category,
    from_on DAY,
    respond_amount INT,
    extend_max INT,
    basis TEXT,
    position INT,
    UNIQUE (category_id, from_on)
);
