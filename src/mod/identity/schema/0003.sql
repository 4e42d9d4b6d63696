-- Changing a person: which state a form saw, when their service ended, and what happened to them.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `version` counts changes of name and contact. Somebody whose service ended cannot sign
-- in; their posts ended with it.
ALTER TABLE person ADD COLUMN version INT DEFAULT 0;
ALTER TABLE person ADD COLUMN ended_at INSTANT NULL;

-- What was done to a person, their posts and powers, by the name of its fact. `by_id`: none is the
-- house itself. `power` and `said` are what a page shows beside it.
CREATE TABLE person_event (
    id ID,
    person_id REF person,
    fact TEXT,
    power TEXT NULL,
    said TEXT NULL,
    by_id REF person NULL,
    at INSTANT
);
CREATE INDEX person_event_person ON person_event (person_id, id);
