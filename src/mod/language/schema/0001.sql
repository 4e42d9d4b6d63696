-- Packs of core texts in the languages of the country, and narrations of core pages.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- `texts` is pack.h's: a source and its translation on a line each, in the order of the core. What
-- is taken in again takes the place of the one before.
CREATE TABLE language (
    id ID,
    code TEXT,
    name TEXT,
    texts TEXT,
    digest TEXT,
    translated INT,
    is_offered YES,
    position INT,
    object TEXT,
    UNIQUE (code)
);

-- The bytes stand in the row: a few hundred kilobytes, which go with backups and to every server.
CREATE TABLE narration (
    id ID,
    language TEXT,
    page TEXT,
    kind TEXT,
    seconds INT,
    bytes BYTES,
    digest TEXT,
    position INT,
    object TEXT,
    UNIQUE (language, page)
);
