-- Letters on their way out of the house, and what the sender can deliver.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `state` is waiting, failed (it will be tried again), sent or given_up. `about` is the row whose
-- happening the letter tells: a number of the desk's sequence, of any table. `key_hash` names the
-- letter for good: the same one is never queued twice, and whoever gets it twice can tell. A letter
-- that arrived keeps neither address nor text.
-- large
CREATE TABLE outbox_message (
    id ID,
    key_hash BYTES UNIQUE,
    channel TEXT,
    recipient TEXT NULL,
    subject TEXT,
    body TEXT NULL,
    link TEXT NULL,
    leave_link TEXT NULL,
    about INT,
    state TEXT,
    created_at INSTANT,
    next_try_at INSTANT,
    first_try_at INSTANT NULL,
    sent_at INSTANT NULL,
    tries INT,
    last_error TEXT NULL
);
CREATE INDEX outbox_message_ripe ON outbox_message (next_try_at, id)
 WHERE state IN ('waiting', 'failed');
CREATE INDEX outbox_message_state ON outbox_message (state, id);
CREATE INDEX outbox_message_about ON outbox_message (about);
CREATE INDEX outbox_message_age ON outbox_message (created_at);

-- One row a channel: can the server that runs now, or ran last, deliver through it?
-- keyed
CREATE TABLE outbox_channel (
    channel TEXT,
    is_open YES,
    PRIMARY KEY (channel)
);
INSERT INTO outbox_channel (channel, is_open) VALUES ('mail', 0), ('hook', 0);
