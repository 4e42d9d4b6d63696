-- Denunciations: sealed when they come in, to keys whose secret halves are not here.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A pair of keys of an officer. `wrapped` is the secret half: of the key in use under a passphrase
-- (base/box.h), of one that was replaced, sealed to the key that took its place, `next_id`.
-- `holder_id` can open it. `key_name` is what envelopes call it.
CREATE TABLE officer_key (
    id ID,
    holder_id REF person,
    public_key BYTES,
    key_name BYTES,
    wrapped BYTES,
    next_id REF officer_key NULL,
    made_at INSTANT,
    ended_at INSTANT NULL,
    object TEXT,
    UNIQUE (public_key),
    UNIQUE (key_name)
);
CREATE UNIQUE INDEX officer_key_in_use ON officer_key (holder_id) WHERE ended_at IS NULL;
CREATE INDEX officer_key_next ON officer_key (next_id);

-- `content` and `identity` are envelopes (base/envelope.h); `needed` so many identity officers open
-- the second together. Whom it is about, and where they work, is inside. `unit_id` is where it was
-- sealed to. The day, never the hour. `mailbox_hash` is found by who knows the secret, and
-- `mailbox_key` is what answers are sealed to. `is_told`: its leaf is in the ledger.
CREATE TABLE denunciation (
    id ID,
    code TEXT,
    unit_id REF unit,
    state TEXT,
    is_named YES,
    received_on DAY,
    mailbox_hash BYTES,
    mailbox_key BYTES,
    content BYTES,
    identity BYTES NULL,
    needed INT,
    is_told YES,
    object TEXT,
    UNIQUE (code),
    UNIQUE (mailbox_hash)
);
CREATE INDEX denunciation_untold ON denunciation (id) WHERE is_told = 0;

-- The nights on which the ledger was told of what had come in.
CREATE TABLE telling (
    id ID,
    told_on DAY
);

-- Whose boxes are in its envelopes.
-- keyed
CREATE TABLE denunciation_reader (
    denunciation_id REF denunciation,
    key_id REF officer_key,
    is_identity YES,
    PRIMARY KEY (denunciation_id, key_id, is_identity)
);
CREATE INDEX denunciation_reader_key ON denunciation_reader (key_id, denunciation_id);

-- `mark` is a keyed hash under the token of the form that it came in: sent twice, it is one.
CREATE TABLE denunciation_message (
    id ID,
    denunciation_id REF denunciation,
    is_from_sender YES,
    sent_on DAY,
    mark BYTES,
    sealed BYTES,
    is_told YES,
    UNIQUE (mark)
);
CREATE INDEX denunciation_message_of ON denunciation_message (denunciation_id, id);
CREATE INDEX denunciation_message_untold ON denunciation_message (id) WHERE is_told = 0;

-- A name that somebody asked to be opened: to which key, why, and when it was.
CREATE TABLE identity_opening (
    id ID,
    denunciation_id REF denunciation,
    key_id REF officer_key,
    reason TEXT,
    asked_at INSTANT,
    opened_at INSTANT NULL
);
CREATE INDEX identity_opening_of ON identity_opening (denunciation_id, id);

-- What an identity officer gave for it: the share of their own box, sealed to the key of who asked.
-- keyed
CREATE TABLE identity_share (
    opening_id REF identity_opening,
    key_id REF officer_key,
    place INT,
    sealed BYTES,
    given_at INSTANT,
    PRIMARY KEY (opening_id, key_id)
);
