-- For the day an officer is gone: shares of a secret key, with officers of three different units.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- An envelope of the secret half (ENVELOPE_KEY), which `needed` custodians open together. None:
-- there were too few of them when the key was made.
ALTER TABLE officer_key ADD COLUMN recovery BYTES NULL;
ALTER TABLE officer_key ADD COLUMN needed INT DEFAULT 0;

-- Somebody wants a key that its holder does not use any more: to which key of theirs.
CREATE TABLE key_recovery (
    id ID,
    key_id REF officer_key,
    for_key_id REF officer_key,
    asked_at INSTANT,
    taken_at INSTANT NULL
);
CREATE INDEX key_recovery_key ON key_recovery (key_id, id);

-- keyed
CREATE TABLE key_recovery_share (
    recovery_id REF key_recovery,
    key_id REF officer_key,
    place INT,
    sealed BYTES,
    given_at INSTANT,
    PRIMARY KEY (recovery_id, key_id)
);
