-- Recordings: what people said instead of writing it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One recording: of a draft until that is sent, of a report from then on; of neither when it was
-- taken back, its draft forgotten or its report removed, until its file is gone. `name` is a file
-- sealed under `key`, rid of what told of the telephone (sound.h), and its address too; `kind`,
-- `sha256` and `bytes` are those of what is kept. `is_words`: it stands where no text was written.
-- `position` is the leaf that says so; of a draft it means nothing, and there is no `added_at`.
-- large
CREATE TABLE report_recording (
    id ID,
    name TEXT UNIQUE,
    key BYTES,
    report_id REF report NULL,
    draft_hash BYTES NULL,
    kind TEXT,
    sha256 BYTES,
    bytes INT,
    is_words YES,
    added_at INSTANT NULL,
    position INT
);
CREATE INDEX report_recording_of ON report_recording (report_id, id);
CREATE INDEX report_recording_drafted ON report_recording (draft_hash, id);
