-- Reports that have to do with each other, and opinions of other units.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Reports that have to do with each other.

-- name: report_touch :put
-- Something happened to it that changes nothing of its own.
UPDATE report SET version = version + 1 WHERE id = :id;

-- name: report_link_insert :put
INSERT INTO report_link (report_id, other_id, kind) VALUES (:report_id, :other_id, :kind);

-- name: report_link_delete :put
DELETE FROM report_link WHERE report_id = :report_id AND other_id = :other_id;

-- name: report_link_get :one
SELECT kind FROM report_link WHERE report_id = :report_id AND other_id = :other_id;

-- name: report_links :many
SELECT l.other_id, l.kind, r.code, r.object, r.secret_object, r.secret_hash, r.title, r.state,
       r.unit_id, r.first_unit_id, r.is_public
  FROM report_link l JOIN report r ON r.id = l.other_id
 WHERE l.report_id = :report_id
 ORDER BY l.other_id LIMIT :limit;

-- name: report_pause_copy :put
INSERT INTO report_pause (id, report_id, from_at, to_at, reason)
VALUES (:id, :report_id, :from_at, :to_at, :reason);

-- name: report_withheld_at :one
-- Since when a report is kept from the public.
SELECT at FROM report_event
 WHERE report_id = :report_id AND act = 'withhold' ORDER BY id DESC LIMIT 1;

-- Opinions of other units.

-- name: consult_insert :put
INSERT INTO report_consult (id, report_id, asker_id, unit_id, asked_at, due_at, question,
                            reminded_at, escalated_at, ended_at, outcome, reply)
VALUES (:id, :report_id, :asker_id, :unit_id, :asked_at, :due_at, :question, NULL, NULL, NULL,
        NULL, NULL);

-- name: consult_open :one
-- The question that waits for the unit of that code, whether the unit still exists or not.
-- param unit_code unit_public.code
SELECT c.id, c.unit_id, u.name AS unit_name, c.asked_at, c.due_at, c.question, c.reminded_at,
       c.escalated_at
  FROM report_consult c JOIN unit_public u ON u.id = c.unit_id
 WHERE c.report_id = :report_id AND u.code = :unit_code AND c.ended_at IS NULL
 ORDER BY c.id LIMIT 1;

-- name: consults_of :many
-- All questions about a report, in their order.
SELECT c.id, c.asker_id, c.unit_id, u.code AS unit_code, u.name AS unit_name, c.asked_at, c.due_at,
       c.question, c.reminded_at, c.escalated_at, c.ended_at, c.outcome, c.reply
  FROM report_consult c JOIN unit_public u ON u.id = c.unit_id
 WHERE c.report_id = :report_id
 ORDER BY c.id LIMIT :limit;

-- name: consult_end :put
UPDATE report_consult SET ended_at = :ended_at, outcome = :outcome, reply = :reply WHERE id = :id;

-- name: consult_told :put
UPDATE report_consult SET reminded_at = :reminded_at, escalated_at = :escalated_at WHERE id = :id;

-- name: consult_count_add :sum
-- param by INT
INSERT INTO report_consult_count (unit_id, n) VALUES (:unit_id, :by)
ON CONFLICT (unit_id) DO UPDATE SET n = report_consult_count.n + excluded.n;

-- name: consult_count :one
SELECT n FROM report_consult_count WHERE unit_id = :unit_id;

-- name: consult_inbox :many
-- What a unit is asked, the most urgent first: the columns of an inbox, with the question's times.
-- param after_due INSTANT
-- param after_id report.id
-- column respond_unit TEXT
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at,
       k.asked_at AS anchor_at, k.due_at, k.ended_at AS paused_at, r.assignee_id, r.version,
       'working-days' AS respond_unit
  FROM report_consult k
  JOIN report r ON r.id = k.report_id
  JOIN category c ON c.id = r.category_id
 WHERE k.unit_id = :unit_id AND k.ended_at IS NULL
   AND (k.due_at > :after_due OR (k.due_at = :after_due AND k.report_id > :after_id))
 ORDER BY k.due_at, k.report_id LIMIT :limit;

-- name: consult_to_remind :many
-- Questions whose time ends soon, asked before today, of which nobody was reminded.
-- param after INSTANT
-- param until INSTANT
-- param asked_before INSTANT
SELECT r.code, u.code AS unit_code
  FROM report_consult c
  JOIN report r ON r.id = c.report_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE c.ended_at IS NULL AND c.due_at > :after AND c.due_at <= :until
   AND c.asked_at < :asked_before AND c.reminded_at IS NULL
 ORDER BY c.due_at, c.id LIMIT 200;

-- name: consult_to_escalate :many
-- param until INSTANT
SELECT r.code, u.code AS unit_code
  FROM report_consult c
  JOIN report r ON r.id = c.report_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE c.ended_at IS NULL AND c.due_at <= :until AND c.escalated_at IS NULL
 ORDER BY c.due_at, c.id LIMIT 200;

-- name: consult_count_page :many
-- For `kheo check`: each count, beside what there is to count.
-- param after report_consult_count.unit_id
-- column really INT
SELECT k.unit_id, k.n,
       (SELECT COUNT(*) FROM report_consult c
         WHERE c.unit_id = k.unit_id AND c.ended_at IS NULL) AS really
  FROM report_consult_count k
 WHERE k.unit_id > :after
 ORDER BY k.unit_id LIMIT :limit;

-- name: consult_waiting :one
-- column n INT
SELECT COUNT(*) AS n FROM report_consult WHERE ended_at IS NULL;

-- name: feedback_handling_units :many
-- The units with somebody who handles reports there.
-- param today DAY
SELECT u.code, u.name
  FROM unit_public u
 WHERE u.id IN (SELECT g.unit_id FROM power_grant_public g
                 WHERE g.power = 'feedback.handle' AND g.from_on <= :today
                   AND (g.until_on IS NULL OR g.until_on >= :today))
   AND u.from_on <= :today AND (u.until_on IS NULL OR u.until_on >= :today)
 ORDER BY u.sort_key, u.code LIMIT :limit;
