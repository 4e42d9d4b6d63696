-- The settling of denunciations; envelopes are in queries.sql.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: denunciation_settling_insert :put
INSERT INTO denunciation_settling (case_id, denunciation_id) VALUES (:case_id, :denunciation_id);

-- name: denunciation_settling_get :one
SELECT s.case_id, s.denunciation_id, d.code, d.object, d.is_named, d.received_on
  FROM denunciation_settling s JOIN denunciation d ON d.id = s.denunciation_id
 WHERE s.case_id = :case_id;

-- name: denunciation_settling_of :one
-- The case of a denunciation.
SELECT c.id, c.code, c.state, c.due_at, c.due_rule, c.is_open, c.received_on
  FROM denunciation_settling s JOIN case_public c ON c.id = s.case_id
 WHERE s.denunciation_id = :denunciation_id;

-- name: denunciation_unread :many
-- What came by that day, is not in the book, and of which nobody was reminded.
-- param before DAY
SELECT d.id, d.received_on
  FROM denunciation d
 WHERE d.is_reminded = 0 AND d.received_on <= :before
   AND NOT EXISTS (SELECT 1 FROM denunciation_settling s WHERE s.denunciation_id = d.id)
 ORDER BY d.id LIMIT 100;

-- name: denunciation_set_reminded :put
UPDATE denunciation SET is_reminded = 1 WHERE id = :id;

-- name: denunciation_reader_mails :many
-- Those whose key opens it, and who still hold the power over its unit.
-- param on DAY
SELECT DISTINCT m.id, m.email
  FROM denunciation_reader r
  JOIN denunciation d ON d.id = r.denunciation_id
  JOIN officer_key k ON k.id = r.key_id
  JOIN person_mail_public m ON m.id = k.holder_id
  JOIN post_public o ON o.person_id = k.holder_id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id AND a.unit_id = d.unit_id
 WHERE r.denunciation_id = :denunciation_id AND r.is_identity = 0
   AND g.power = 'denunciation.handle'
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
 ORDER BY m.id LIMIT 50;
