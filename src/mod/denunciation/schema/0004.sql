-- Evidence: pictures that came sealed, and copies in which what tells who denounced is blacked out.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- What is in the envelope: 0 words, 1 pictures (enclosure.h), 2 a rendition for those who verify.
ALTER TABLE denunciation_message ADD COLUMN holds INT DEFAULT 0;

-- Whose boxes are in the envelope of a rendition.
-- keyed
CREATE TABLE rendition_reader (
    message_id REF denunciation_message,
    key_id REF officer_key,
    PRIMARY KEY (message_id, key_id)
);
CREATE INDEX rendition_reader_key ON rendition_reader (key_id, message_id);
