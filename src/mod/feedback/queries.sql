-- Reports: categories, drafts, lists, acts and events; units and people through public views.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: category_open :many
SELECT id, slug, name, hint, asks_place, respond_unit, respond_amount, extend_max, basis, stop
  FROM category WHERE is_open = 1 ORDER BY position LIMIT 100;

-- name: category_by_slug :one
SELECT id, slug, name, hint, asks_place, respond_unit, respond_amount, extend_max, basis, stop
  FROM category WHERE slug = :slug AND is_open = 1;

-- name: category_get :one
SELECT id, slug, name, hint, asks_place, respond_unit, respond_amount, extend_max, basis, stop
  FROM category WHERE id = :id;

-- name: category_questions :many
SELECT id, label, is_required
  FROM category_question WHERE category_id = :category_id ORDER BY position LIMIT 20;

-- name: feedback_unit_by_code :one
-- The unit of that official code that is alive today, with the prefix of its tracking codes.
-- param today DAY
SELECT id, code, name, prefix
  FROM unit_public
 WHERE code = :code AND from_on <= :today AND (until_on IS NULL OR until_on > :today);

-- name: feedback_unit :one
SELECT id, code, name, prefix, parent_id FROM unit_public WHERE id = :id;

-- name: draft_get :one
SELECT saved_at, unit_code, category_slug, text, place, lat_micro, lon_micro, identity, name, phone,
       email, code
  FROM draft WHERE token_hash = :token_hash;

-- name: draft_put :exec
-- A draft that was sent stays sent.
INSERT INTO draft (token_hash, saved_at, unit_code, category_slug, text, place, lat_micro,
                   lon_micro, identity, name, phone, email, code)
VALUES (:token_hash, :saved_at, :unit_code, :category_slug, :text, :place, :lat_micro,
        :lon_micro, :identity, :name, :phone, :email, NULL)
ON CONFLICT (token_hash) DO UPDATE SET
       saved_at = excluded.saved_at, unit_code = excluded.unit_code,
       category_slug = excluded.category_slug, text = excluded.text, place = excluded.place,
       lat_micro = excluded.lat_micro, lon_micro = excluded.lon_micro,
       identity = excluded.identity, name = excluded.name, phone = excluded.phone,
       email = excluded.email
 WHERE draft.code IS NULL;

-- name: draft_empty :exec
UPDATE draft
   SET code = :code, saved_at = :saved_at, text = NULL, place = NULL, lat_micro = 0, lon_micro = 0,
       name = NULL, phone = NULL, email = NULL
 WHERE token_hash = :token_hash;

-- name: draft_forget :exec
-- param before INSTANT
DELETE FROM draft WHERE token_hash IN
    (SELECT token_hash FROM draft WHERE saved_at < :before ORDER BY saved_at LIMIT 1000);

-- name: report_insert :exec
INSERT INTO report (id, code, object, secret_hash, unit_id, first_unit_id, category_id, state, title,
                    text, place, lat_micro, lon_micro, identity, channel, incoming_number,
                    received_at, entered_at, anchor_at, due_at, paused_at, assignee_id, from_unit_id, is_public,
                    is_open, extended, bounces, reopened, rating, answer, answered_at,
                    merged_into_id, followers, version)
VALUES (:id, :code, :object, :secret_hash, :unit_id, :unit_id, :category_id, :state, :title,
        :text, :place, :lat_micro, :lon_micro, :identity, :channel, :incoming_number,
        :received_at, :entered_at, :received_at, :due_at, NULL, NULL, NULL, :is_public,
        1, 0, 0, 0, 0, NULL, NULL,
        NULL, 0, 1);

-- name: sender_insert :exec
INSERT INTO sender (report_id, name, phone, email) VALUES (:report_id, :name, :phone, :email);

-- name: sender_get :one
SELECT name, phone, email FROM sender WHERE report_id = :report_id;

-- name: report_code_taken :one
SELECT id FROM report WHERE code = :code;

-- name: report_get :one
SELECT r.id, r.code, r.object, r.secret_hash, r.unit_id, u.code AS unit_code, u.name AS unit_name,
       r.first_unit_id, f.name AS first_unit_name, r.category_id, c.slug AS category_slug,
       c.name AS category_name, r.state, r.title, r.text, r.place, r.lat_micro, r.lon_micro,
       r.identity, r.channel, r.incoming_number, r.received_at, r.entered_at, r.anchor_at, r.due_at, r.paused_at,
       r.assignee_id, r.from_unit_id, r.is_public, r.is_open, r.extended, r.bounces, r.reopened,
       r.rating, r.answer, r.answered_at, r.merged_into_id, r.followers, r.version
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN unit_public f ON f.id = r.first_unit_id
  JOIN category c ON c.id = r.category_id
 WHERE r.code = :code;

-- name: report_list :many
-- One unit's public reports, newest first, read from the covering index.
-- param before report.id
SELECT r.id, r.code, r.title, r.state, u.code AS unit_code, u.name AS unit_name,
       c.slug AS category_slug, c.name AS category_name, r.received_at, r.due_at
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE r.unit_id = :unit_id AND r.is_public = 1 AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_in_state :many
-- param before report.id
SELECT r.id, r.code, r.title, r.state, u.code AS unit_code, u.name AS unit_name,
       c.slug AS category_slug, c.name AS category_name, r.received_at, r.due_at
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE r.unit_id = :unit_id AND r.is_public = 1 AND r.state = :state AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_everywhere :many
-- param before report.id
SELECT r.id, r.code, r.title, r.state, u.code AS unit_code, u.name AS unit_name,
       c.slug AS category_slug, c.name AS category_name, r.received_at, r.due_at
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE r.is_public = 1 AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_everywhere_in_state :many
-- param before report.id
SELECT r.id, r.code, r.title, r.state, u.code AS unit_code, u.name AS unit_name,
       c.slug AS category_slug, c.name AS category_name, r.received_at, r.due_at
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE r.is_public = 1 AND r.state = :state AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_event_insert :exec
INSERT INTO report_event (id, report_id, at, act, state, unit_id, other_unit_id, person_id, note,
                          reason, is_internal, was_state, was_due_at, was_assignee_id, is_undone,
                          position)
VALUES (:id, :report_id, :at, :act, :state, :unit_id, :other_unit_id, :person_id, :note,
        :reason, :is_internal, :was_state, :was_due_at, :was_assignee_id, 0, :position);

-- name: report_events :many
SELECT e.id, e.at, e.act, e.state, u.name AS unit_name, o.name AS other_unit_name, e.person_id,
       e.note, e.reason, e.is_internal, e.is_undone, e.position
  FROM report_event e
  JOIN unit_public u ON u.id = e.unit_id
  LEFT JOIN unit_public o ON o.id = e.other_unit_id
 WHERE e.report_id = :report_id
 ORDER BY e.id LIMIT 500;

-- name: report_count_add :exec
-- param by INT
INSERT INTO report_count (unit_id, state, n) VALUES (:unit_id, :state, :by)
ON CONFLICT (unit_id, state) DO UPDATE SET n = report_count.n + excluded.n;

-- name: report_counts :many
SELECT state, n FROM report_count WHERE unit_id = :unit_id ORDER BY state LIMIT 20;

-- name: report_update :exec
-- All that an act may change.
UPDATE report
   SET unit_id = :unit_id, state = :state, anchor_at = :anchor_at, due_at = :due_at,
       paused_at = :paused_at, assignee_id = :assignee_id, from_unit_id = :from_unit_id,
       is_public = :is_public, is_open = :is_open, extended = :extended, bounces = :bounces,
       reopened = :reopened, rating = :rating, answer = :answer, answered_at = :answered_at,
       merged_into_id = :merged_into_id, version = version + 1
 WHERE id = :id;

-- name: report_pause_insert :exec
INSERT INTO report_pause (id, report_id, from_at, to_at, reason)
VALUES (:id, :report_id, :from_at, NULL, :reason);

-- name: report_pause_end :exec
UPDATE report_pause SET to_at = :to_at WHERE report_id = :report_id AND to_at IS NULL;

-- name: report_pauses :many
SELECT from_at, to_at, reason
  FROM report_pause WHERE report_id = :report_id ORDER BY id LIMIT 50;

-- name: report_event_newest :one
-- The last act that was not a note and not taken back: what an undo would undo.
SELECT id, at, act, was_state, was_due_at, was_assignee_id
  FROM report_event
 WHERE report_id = :report_id AND is_undone = 0 AND act <> 'note' AND act <> 'undo'
 ORDER BY id DESC LIMIT 1;

-- name: report_event_undo :exec
UPDATE report_event SET is_undone = 1 WHERE id = :id;

-- name: report_id_of :one
SELECT id, state FROM report WHERE code = :code;

-- name: report_inbox :many
-- What a unit has open, the most urgent first; keyset by due time and id.
-- param after_due INSTANT
-- param after_id report.id
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM report r JOIN category c ON c.id = r.category_id
 WHERE r.unit_id = :unit_id AND r.is_open = 1
   AND (r.due_at > :after_due OR (r.due_at = :after_due AND r.id > :after_id))
 ORDER BY r.due_at, r.id LIMIT :limit;

-- name: report_inbox_in_state :many
-- param after_due INSTANT
-- param after_id report.id
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM report r JOIN category c ON c.id = r.category_id
 WHERE r.unit_id = :unit_id AND r.is_open = 1 AND r.state = :state
   AND (r.due_at > :after_due OR (r.due_at = :after_due AND r.id > :after_id))
 ORDER BY r.due_at, r.id LIMIT :limit;

-- name: report_inbox_mine :many
-- param after_due INSTANT
-- param after_id report.id
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM report r JOIN category c ON c.id = r.category_id
 WHERE r.assignee_id = :assignee_id AND r.is_open = 1
   AND (r.due_at > :after_due OR (r.due_at = :after_due AND r.id > :after_id))
 ORDER BY r.due_at, r.id LIMIT :limit;

-- name: report_to_close :many
-- Answered long enough ago for the clock to close them.
-- param before INSTANT
SELECT code FROM report
 WHERE state = 'answered' AND answered_at < :before ORDER BY answered_at LIMIT 200;

-- name: feedback_colleague :one
-- A person who holds a post today at this unit or one above it.
-- param today DAY
SELECT p.id, p.name
  FROM person_public p
  JOIN post_public o ON o.person_id = p.id
  JOIN unit_above_public a ON a.above_id = o.unit_id
 WHERE p.sign_in = :sign_in AND a.unit_id = :unit_id
   AND o.from_on <= :today AND (o.until_on IS NULL OR o.until_on > :today)
 LIMIT 1;

-- name: feedback_receivers :many
-- The units to which a report can be sent: those whose papers have a prefix.
-- param today DAY
SELECT id, code, name
  FROM unit_public
 WHERE prefix IS NOT NULL AND from_on <= :today AND (until_on IS NULL OR until_on > :today)
 ORDER BY sort_key, code LIMIT 200;

-- name: report_first_event :one
-- The receipt's place in the ledger.
SELECT position FROM report_event WHERE report_id = :report_id ORDER BY id LIMIT 1;

-- name: feedback_person :one
SELECT name FROM person_public WHERE id = :id;

-- name: sender_opening_insert :exec
INSERT INTO sender_opening (id, report_id, at, person_id, reason)
VALUES (:id, :report_id, :at, :person_id, :reason);

-- name: sender_opened :one
-- Has this person opened the sender's name?
SELECT at FROM sender_opening
 WHERE report_id = :report_id AND person_id = :person_id ORDER BY id DESC LIMIT 1;

-- name: report_month_add :exec
INSERT INTO report_month (unit_id, month, received, answered, late, refused, bounced, reopened,
                          rated, rating_sum)
VALUES (:unit_id, :month, :received, :answered, :late, :refused, :bounced, :reopened,
        :rated, :rating_sum)
ON CONFLICT (unit_id, month) DO UPDATE SET
       received = report_month.received + excluded.received,
       answered = report_month.answered + excluded.answered,
       late = report_month.late + excluded.late,
       refused = report_month.refused + excluded.refused,
       bounced = report_month.bounced + excluded.bounced,
       reopened = report_month.reopened + excluded.reopened,
       rated = report_month.rated + excluded.rated,
       rating_sum = report_month.rating_sum + excluded.rating_sum;

-- name: report_months :many
-- The figures of every unit that had any, from one month to another, both included.
-- param from_month INT
-- param to_month INT
-- column received INT
-- column answered INT
-- column late INT
-- column refused INT
-- column bounced INT
-- column reopened INT
-- column rated INT
-- column rating_sum INT
SELECT u.code, u.name, SUM(m.received) AS received, SUM(m.answered) AS answered,
       SUM(m.late) AS late, SUM(m.refused) AS refused, SUM(m.bounced) AS bounced,
       SUM(m.reopened) AS reopened, SUM(m.rated) AS rated, SUM(m.rating_sum) AS rating_sum
  FROM report_month m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.month >= :from_month AND m.month <= :to_month
 GROUP BY u.code, u.name, u.sort_key
 ORDER BY u.sort_key, u.code LIMIT 200;

-- For `kheo check`: reports with what stands around them, in the order of their numbers.

-- name: report_check_page :many
-- param after report.id
SELECT r.id, r.code, r.object, r.unit_id, f.code AS first_unit_code, c.slug AS category_slug,
       r.state, r.text, r.place, r.lat_micro, r.lon_micro, r.identity, r.channel,
       r.incoming_number, r.received_at, r.anchor_at, r.due_at, r.paused_at, r.is_public,
       r.is_open, r.bounces, r.reopened, r.rating, r.answer, r.answered_at, r.version,
       s.name, s.phone, s.email
  FROM report r
  LEFT JOIN unit_public f ON f.id = r.first_unit_id
  LEFT JOIN category c ON c.id = r.category_id
  LEFT JOIN sender s ON s.report_id = r.id
 WHERE r.id > :after
 ORDER BY r.id LIMIT :limit;

-- name: report_check_events :many
SELECT e.id, e.at, e.act, e.state, e.unit_id, u.code AS unit_code, e.person_id, e.note, e.reason,
       e.was_state, e.was_due_at, e.position
  FROM report_event e LEFT JOIN unit_public u ON u.id = e.unit_id
 WHERE e.report_id = :report_id
 ORDER BY e.id LIMIT :limit;

-- name: report_event_at :one
SELECT id FROM report_event WHERE report_id = :report_id AND position = :position;

-- name: report_count_page :many
-- param after_unit report_count.unit_id
-- param after_state report_count.state
SELECT k.unit_id, k.state, k.n
  FROM report_count k
 WHERE (k.unit_id, k.state) > (:after_unit, :after_state)
 ORDER BY k.unit_id, k.state LIMIT :limit;

-- name: report_count_really :one
-- column n INT
SELECT COUNT(*) AS n
  FROM report WHERE unit_id = :unit_id AND is_public IN (0, 1) AND state = :state;

-- name: report_month_totals :one
-- column received INT
-- column answered INT
-- column refused INT
-- column bounced INT
-- column reopened INT
-- column rated INT
SELECT COALESCE(SUM(received), 0) AS received, COALESCE(SUM(answered), 0) AS answered,
       COALESCE(SUM(refused), 0) AS refused, COALESCE(SUM(bounced), 0) AS bounced,
       COALESCE(SUM(reopened), 0) AS reopened, COALESCE(SUM(rated), 0) AS rated
  FROM report_month;
