-- Orders that a server hands on to the one that seals (docs/decisions/0013-many-hosts.md).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One row: the number of the last order that was handed on. Whoever hands on holds it until the
-- commit, so that orders are seen in the order of their numbers, and none appears behind another.
CREATE TABLE desk_hand (
    id ID,
    last INT
);
INSERT INTO desk_hand (id, last) VALUES (1, 0);

-- `parcel` and `outcome` are sealed under the ledger's key (desk/wrap.h). A parcel is emptied when
-- there is an outcome, and the row goes when its host has read that. `host` is drawn by each
-- process at its start, `at` is of its clock until then; `tries` counts the servers that took over.
CREATE TABLE desk_handed (
    id ID,
    host BYTES,
    at INSTANT,
    tries INT,
    parcel BYTES,
    outcome BYTES NULL
);
