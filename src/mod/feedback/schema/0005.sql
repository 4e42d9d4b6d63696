-- Following a report by e-mail, and what the clock looks for.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Somebody who wants to be written to when something happens; confirmed when the letter to that
-- address was answered. Forgotten with the report's end, or after a week without an answer.
CREATE TABLE report_follower (
    id ID,
    report_id REF report,
    email TEXT,
    asked_at INSTANT,
    confirmed_at INSTANT NULL,
    UNIQUE (report_id, email)
);
CREATE INDEX report_follower_email ON report_follower (email, asked_at);
CREATE INDEX report_follower_asked ON report_follower (asked_at) WHERE confirmed_at IS NULL;

-- The links in letters to followers. Every letter has one of its own, of which only the hash is
-- kept: the way out of the oldest letter still works, and a stolen copy opens nothing.
-- keyed
CREATE TABLE report_follower_link (
    token_hash BYTES,
    follower_id REF report_follower,
    PRIMARY KEY (token_hash)
);
CREATE INDEX report_follower_link_of ON report_follower_link (follower_id);
