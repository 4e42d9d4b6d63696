-- The telephone of a unit, for pages of other services that say who holds a paper.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE VIEW unit_phone_public AS
SELECT id, phone FROM unit;
