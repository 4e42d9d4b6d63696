-- People, their posts, the powers of those posts, and how a person shows who they are.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `object` names a person in the ledger; it is drawn, never derived from anything about them.
CREATE TABLE person (
    id ID,
    sign_in TEXT,
    name TEXT,
    name_key BYTES,
    phone TEXT NULL,
    email TEXT NULL,
    object TEXT,
    UNIQUE (sign_in)
);
CREATE INDEX person_order ON person (name_key, id);

-- argon2id, as libsodium writes it. `is_first`: an administrator gave it, the person has yet to
-- choose one.
-- keyed
CREATE TABLE credential (
    person_id REF person,
    hash TEXT,
    changed_at INSTANT,
    is_first YES,
    PRIMARY KEY (person_id)
);

-- The second factor, sealed under a key of the server. A code is good once: `last_step` only grows.
-- keyed
CREATE TABLE totp (
    person_id REF person,
    secret BYTES,
    last_step INT,
    since_at INSTANT,
    PRIMARY KEY (person_id)
);

-- For the day the telephone is lost: each works once.
-- keyed
CREATE TABLE recovery_code (
    person_id REF person,
    hash BYTES,
    used_at INSTANT NULL,
    PRIMARY KEY (person_id, hash)
);

-- A term of office. A person may hold several posts, and acts in one of them at a time.
CREATE TABLE post (
    id ID,
    person_id REF person,
    unit_id REF unit,
    title TEXT,
    from_on DAY,
    until_on DAY NULL,
    object TEXT
);
CREATE INDEX post_person ON post (person_id, from_on, id);
CREATE INDEX post_unit ON post (unit_id, from_on, id);

-- What a post may do, over a unit and all below it.
CREATE TABLE power_grant (
    id ID,
    post_id REF post,
    power TEXT,
    unit_id REF unit,
    from_on DAY,
    until_on DAY NULL,
    object TEXT
);
CREATE INDEX power_grant_post ON power_grant (post_id, power, unit_id);
CREATE INDEX power_grant_power ON power_grant (power, unit_id);

-- Who is signed in where. Only the token's hash is here, so a stolen copy of this table opens
-- nothing. `is_half`: the password was right, the second factor is still to come. `browser` is a
-- constant of ours ("Chrome, Android"), never what the browser said.
CREATE TABLE session (
    id ID,
    token_hash BYTES,
    person_id REF person,
    post_id REF post NULL,
    created_at INSTANT,
    seen_at INSTANT,
    factor_at INSTANT NULL,
    is_half YES,
    wrong_codes INT,
    browser TEXT,
    UNIQUE (token_hash)
);
CREATE INDEX session_person ON session (person_id, id);
CREATE INDEX session_age ON session (created_at);

-- Browsers in which a person has signed in: a stranger's wrong guesses do not slow these down.
-- keyed
CREATE TABLE known_device (
    token_hash BYTES,
    person_id REF person,
    used_at INSTANT,
    PRIMARY KEY (token_hash, person_id)
);
CREATE INDEX known_device_age ON known_device (used_at);

-- Wrong passwords, counted by account and by where they come from: a keyed hash of both, so that no
-- name and no address is kept. README.md says why this cannot lock its owner out.
-- keyed
CREATE TABLE sign_in_failure (
    bucket BYTES,
    failures INT,
    last_at INSTANT,
    PRIMARY KEY (bucket)
);
CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

CREATE VIEW person_public AS
SELECT id, sign_in, name, name_key FROM person;

CREATE VIEW post_public AS
SELECT id, person_id, unit_id, title, from_on, until_on FROM post;

CREATE VIEW power_grant_public AS
SELECT post_id, power, unit_id, from_on, until_on FROM power_grant;
