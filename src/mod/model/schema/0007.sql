-- What people gave and what was made of it, as reports of the movement count it.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Land that they gave up, in square metres, and road that was made or widened, in metres.
ALTER TABLE model ADD COLUMN land INT DEFAULT 0;
ALTER TABLE model ADD COLUMN road INT DEFAULT 0;
