-- Where officials are written to: for letters about their work, and for nothing that is shown.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE VIEW person_mail_public AS
SELECT id, email FROM person WHERE email IS NOT NULL;
