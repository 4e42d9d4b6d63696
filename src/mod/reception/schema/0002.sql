-- Receptions by a line (tiếp công dân trực tuyến).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- A day that is held so: people come to the unit `point_id`, which is connected by `link`. The link
-- is for those who work there and stands on no page of the public. `connected_minute` is the one
-- from which the line was open, 0 before it was; `recording` says where sound and picture are kept.
-- `position` is the leaf that says all this.
CREATE TABLE reception_online (
    day_id REF reception_day,
    point_id REF unit,
    link TEXT,
    tested_on DAY NULL,
    connected_minute INT,
    recording TEXT NULL,
    position INT,
    PRIMARY KEY (day_id)
);
CREATE INDEX reception_online_at ON reception_online (point_id, day_id);
