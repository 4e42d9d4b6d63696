-- Photos of reports, before and after they are sent.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One photo: of a draft until that is sent, of a report from then on; of neither when it was taken
-- back or its draft forgotten, until its files are removed. Three files, all sealed under `key`, so
-- that the folder alone opens nothing: `name`, the large picture, is its address too; `small_name`;
-- and `original_name`, the photo as it was sent, with whatever the camera wrote into it. `kind` is
-- the original's, "jpeg" or "png"; width and height are the large picture's. A report's photos are
-- numbered from 1, and `position` is the leaf that says so; in a draft both mean nothing.
-- large
CREATE TABLE report_photo (
    id ID,
    name TEXT UNIQUE,
    small_name TEXT UNIQUE,
    original_name TEXT UNIQUE,
    key BYTES,
    report_id REF report NULL,
    draft_hash BYTES NULL,
    number INT,
    kind TEXT,
    original_sha256 BYTES,
    original_bytes INT,
    width INT,
    height INT,
    position INT
);
CREATE INDEX report_photo_of ON report_photo (report_id, id);
CREATE INDEX report_photo_drafted ON report_photo (draft_hash, id);

-- Who took out an original, and why: shown to the sender.
CREATE TABLE photo_opening (
    id ID,
    photo_id REF report_photo,
    at INSTANT,
    person_id REF person,
    reason TEXT,
    position INT
);
CREATE INDEX photo_opening_of ON photo_opening (photo_id, id);
