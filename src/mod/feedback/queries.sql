-- Reports: categories, drafts, lists, acts and events; units and people through public views.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: category_open :many
-- A category, then those below it.
SELECT c.id, c.slug, p.name AS parent_name, c.name, c.hint, c.asks_place, c.respond_unit,
       c.respond_amount, c.extend_max, c.basis, c.stop
  FROM category c
  LEFT JOIN category p ON p.id = c.parent_id
 WHERE c.is_open = 1
 ORDER BY COALESCE(p.position, c.position), COALESCE(p.id, c.id), c.parent_id IS NOT NULL,
          c.position, c.id
 LIMIT 100;

-- name: category_names :many
-- All that were ever open: few enough to be kept (visit_kept).
SELECT id, slug, name FROM category ORDER BY id LIMIT 500;

-- name: category_by_slug :one
SELECT id, slug, name, hint, asks_place, respond_unit, respond_amount, extend_max, basis, stop
  FROM category WHERE slug = :slug AND is_open = 1;

-- name: category_named :one
-- In use or not: of what is kept beside reports.
SELECT id, name FROM category WHERE slug = :slug;

-- name: category_get :one
SELECT id, slug, name, hint, asks_place, respond_unit, respond_amount, extend_max, basis, stop
  FROM category WHERE id = :id;

-- name: category_questions :many
-- Five are asked at most (question.h); `place` is what its reply is called by.
SELECT q.id, q.place, q.label, q.is_required
  FROM category_question q JOIN category c ON c.id = q.category_id
 WHERE c.slug = :slug AND q.is_open = 1 ORDER BY q.position, q.id LIMIT 5;

-- name: feedback_unit_by_code :one
-- The unit of that official code that is alive today, with the prefix of its tracking codes.
-- param today DAY
SELECT id, code, name, prefix
  FROM unit_public
 WHERE code = :code AND from_on <= :today AND (until_on IS NULL OR until_on >= :today);

-- name: feedback_unit :one
SELECT id, code, name, prefix, parent_id FROM unit_public WHERE id = :id;

-- name: draft_get :one
SELECT saved_at, unit_code, category_slug, text, place, lat_micro, lon_micro, identity, name, phone,
       email, code, replies
  FROM draft WHERE token_hash = :token_hash;

-- name: draft_put :put
-- A draft that was sent stays sent.
INSERT INTO draft (token_hash, saved_at, unit_code, category_slug, text, place, lat_micro,
                   lon_micro, identity, name, phone, email, code, replies)
VALUES (:token_hash, :saved_at, :unit_code, :category_slug, :text, :place, :lat_micro,
        :lon_micro, :identity, :name, :phone, :email, NULL, :replies)
ON CONFLICT (token_hash) DO UPDATE SET
       saved_at = excluded.saved_at, unit_code = excluded.unit_code,
       category_slug = excluded.category_slug, text = excluded.text, place = excluded.place,
       lat_micro = excluded.lat_micro, lon_micro = excluded.lon_micro,
       identity = excluded.identity, name = excluded.name, phone = excluded.phone,
       email = excluded.email, replies = excluded.replies
 WHERE draft.code IS NULL;

-- name: draft_empty :put
UPDATE draft
   SET code = :code, saved_at = :saved_at, text = NULL, place = NULL, lat_micro = 0, lon_micro = 0,
       name = NULL, phone = NULL, email = NULL, replies = NULL
 WHERE token_hash = :token_hash;

-- name: draft_forget :put
-- param before INSTANT
DELETE FROM draft WHERE token_hash IN
    (SELECT token_hash FROM draft WHERE saved_at < :before ORDER BY saved_at LIMIT 1000);

-- name: report_insert :put
INSERT INTO report (id, code, object, secret_hash, secret_object, unit_id, first_unit_id,
                    category_id, state, title, text, place, lat_micro, lon_micro, identity, channel,
                    incoming_number, received_at, entered_at, anchor_at, due_at, paused_at,
                    assignee_id, from_unit_id, is_public, is_open, extended, bounces, reopened,
                    rating, answer, answered_at, merged_into_id, followers, version, replies,
                    withheld)
VALUES (:id, :code, :object, :secret_hash, :secret_object, :unit_id, :unit_id, :category_id,
        :state, :title, :text, :place, :lat_micro, :lon_micro, :identity, :channel,
        :incoming_number, :received_at, :entered_at, :received_at, :due_at, NULL, NULL, NULL,
        :is_public, 1, 0, 0, 0, 0, NULL, NULL, NULL, 0, 1, :replies, :withheld);

-- name: sender_insert :put
INSERT INTO sender (report_id, name, phone, email, unit_id, name_folded, name_turned)
VALUES (:report_id, :name, :phone, :email, :unit_id, :name_folded, :name_turned);

-- name: sender_move :put
UPDATE sender SET unit_id = :unit_id WHERE report_id = :report_id;

-- name: sender_get :one
SELECT name, phone, email FROM sender WHERE report_id = :report_id;

-- name: report_code_is_free :none
-- Those of removed reports are not, nor those that stand on slips.
SELECT id FROM report WHERE code = :code
UNION ALL SELECT id FROM report_removed WHERE code = :code
UNION ALL SELECT id FROM slip WHERE code = :code LIMIT 1;

-- name: report_get :one
-- `secret_object` is what its secret opens together with `secret_hash` (secret_opens).
-- column secret_object TEXT
-- column is_spoken YES
SELECT r.id, r.code, r.object, r.secret_hash,
       COALESCE(r.secret_object, r.object) AS secret_object, r.unit_id, u.code AS unit_code,
       u.name AS unit_name,
       r.first_unit_id, f.name AS first_unit_name, r.category_id, c.slug AS category_slug,
       c.name AS category_name, r.state, r.title, r.text, r.place, r.lat_micro, r.lon_micro,
       r.identity, r.channel, r.incoming_number, r.received_at, r.entered_at, r.anchor_at,
       r.due_at, r.paused_at,
       r.assignee_id, r.from_unit_id, r.is_public, r.withheld, r.is_open, r.extended, r.bounces,
       r.reopened,
       r.rating, r.answer, r.answered_at, r.merged_into_id, m.code AS merged_into, r.followers,
       r.version, r.replies,
       CASE WHEN EXISTS (SELECT 1 FROM report_recording n
                          WHERE n.report_id = r.id AND n.is_words = 1)
            THEN 1 ELSE 0 END AS is_spoken
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
  JOIN unit_public f ON f.id = r.first_unit_id
  JOIN category c ON c.id = r.category_id
  LEFT JOIN report m ON m.id = r.merged_into_id
 WHERE r.code = :code;

-- name: report_list :many
-- One unit's reports, newest first, read from the covering index alone: whoever asks knows whose
-- they are. Of one that is withheld only the mark: its title does not leave the store.
-- param before report.id
-- column title TEXT
SELECT r.id, r.code, CASE WHEN r.is_public = 1 THEN r.title END AS title, r.state, r.category_id,
       r.received_at, r.due_at, r.is_public, r.withheld
  FROM report r
 WHERE r.unit_id = :unit_id AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_in_state :many
-- param before report.id
-- column title TEXT
SELECT r.id, r.code, CASE WHEN r.is_public = 1 THEN r.title END AS title, r.state, r.category_id,
       r.received_at, r.due_at, r.is_public, r.withheld
  FROM report r
 WHERE r.unit_id = :unit_id AND r.state = :state AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_everywhere :many
-- param before report.id
-- column title TEXT
SELECT r.id, r.code, CASE WHEN r.is_public = 1 THEN r.title END AS title, r.state,
       u.code AS unit_code, u.name AS unit_name, r.category_id, r.received_at, r.due_at,
       r.is_public, r.withheld
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
 WHERE r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_list_everywhere_in_state :many
-- param before report.id
-- column title TEXT
SELECT r.id, r.code, CASE WHEN r.is_public = 1 THEN r.title END AS title, r.state,
       u.code AS unit_code, u.name AS unit_name, r.category_id, r.received_at, r.due_at,
       r.is_public, r.withheld
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
 WHERE r.state = :state AND r.id < :before
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_event_insert :put
INSERT INTO report_event (id, report_id, at, act, state, unit_id, other_unit_id, person_id, note,
                          reason, is_internal, was_state, was_due_at, was_assignee_id, is_undone,
                          position, assignee_id)
VALUES (:id, :report_id, :at, :act, :state, :unit_id, :other_unit_id, :person_id, :note,
        :reason, :is_internal, :was_state, :was_due_at, :was_assignee_id, 0, :position,
        :assignee_id);

-- name: report_events :many
SELECT e.id, e.at, e.act, e.state, u.name AS unit_name, o.name AS other_unit_name, e.person_id,
       p.name AS person_name, e.assignee_id, e.was_assignee_id, a.name AS assignee_name, e.note,
       e.reason, e.is_internal, e.is_undone, e.position
  FROM report_event e
  JOIN unit_public u ON u.id = e.unit_id
  LEFT JOIN unit_public o ON o.id = e.other_unit_id
  LEFT JOIN person_public p ON p.id = e.person_id
  LEFT JOIN person_public a ON a.id = e.assignee_id
 WHERE e.report_id = :report_id
 ORDER BY e.id LIMIT 500;

-- name: report_count_add :sum
-- param by INT
INSERT INTO report_count (unit_id, state, n) VALUES (:unit_id, :state, :by)
ON CONFLICT (unit_id, state) DO UPDATE SET n = report_count.n + excluded.n;

-- name: report_counts :many
SELECT state, n FROM report_count WHERE unit_id = :unit_id ORDER BY state LIMIT 20;

-- name: report_update :put
-- All that an act may change.
UPDATE report
   SET unit_id = :unit_id, state = :state, anchor_at = :anchor_at, due_at = :due_at,
       paused_at = :paused_at, assignee_id = :assignee_id, from_unit_id = :from_unit_id,
       is_public = :is_public, withheld = :withheld, is_open = :is_open, extended = :extended,
       bounces = :bounces, reopened = :reopened, rating = :rating, answer = :answer,
       answered_at = :answered_at, merged_into_id = :merged_into_id, version = version + 1
 WHERE id = :id;

-- name: report_pause_insert :put
INSERT INTO report_pause (id, report_id, from_at, to_at, reason)
VALUES (:id, :report_id, :from_at, NULL, :reason);

-- name: report_pause_end :put
UPDATE report_pause SET to_at = :to_at WHERE report_id = :report_id AND to_at IS NULL;

-- name: report_pauses :many
SELECT from_at, to_at, reason
  FROM report_pause WHERE report_id = :report_id ORDER BY id LIMIT 500;

-- name: report_event_newest :one
-- The last act that was neither a note, nor a link, nor another unit's or the clock's, nor taken
-- back: what an undo would undo.
SELECT id, at, act, was_state, was_due_at, was_assignee_id, position
  FROM report_event
 WHERE report_id = :report_id AND is_undone = 0
   AND act NOT IN ('note', 'undo', 'remind', 'escalate', 'relate', 'unrelate', 'reply',
                   'remind_consult', 'escalate_consult', 'recount')
 ORDER BY id DESC LIMIT 1;

-- name: report_event_undo :put
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
   AND o.from_on <= :today AND (o.until_on IS NULL OR o.until_on >= :today)
 LIMIT 1;

-- name: feedback_colleagues :many
-- Who can be made responsible at a unit: they work there today, and handle reports.
-- param unit post_public.unit_id
-- param power power_grant_public.power
-- param today DAY
SELECT DISTINCT p.sign_in, p.name, p.name_key, o.title
  FROM post_public o
  JOIN person_public p ON p.id = o.person_id
  JOIN power_grant_public g ON g.post_id = o.id AND g.power = :power
   AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
 WHERE o.unit_id = :unit AND o.from_on <= :today AND (o.until_on IS NULL OR o.until_on >= :today)
 ORDER BY p.name_key, p.sign_in
 LIMIT :limit;

-- name: feedback_receivers :many
-- The units to which a report can be sent: those whose papers have a prefix.
-- param today DAY
SELECT id, code, name
  FROM unit_public
 WHERE prefix IS NOT NULL AND from_on <= :today AND (until_on IS NULL OR until_on >= :today)
 ORDER BY sort_key, code LIMIT 200;

-- name: report_first_event :one
-- The receipt's place in the ledger.
SELECT position FROM report_event WHERE report_id = :report_id ORDER BY id LIMIT 1;

-- name: feedback_person :one
SELECT name FROM person_public WHERE id = :id;

-- name: report_holder :one
-- Who answers for a report: the officer with the post held that day, first one at that unit, and
-- the unit's telephone.
-- param unit_id unit_public.id
-- param person_id person_public.id
-- param on DAY
-- column name TEXT
-- column post TEXT
SELECT u.phone, p.name,
       (SELECT o.title FROM post_public o
         WHERE o.person_id = :person_id AND o.from_on <= :on
           AND (o.until_on IS NULL OR o.until_on >= :on)
         ORDER BY CASE WHEN o.unit_id = :unit_id THEN 0 ELSE 1 END, o.id
         LIMIT 1) AS post
  FROM unit_phone_public u
  LEFT JOIN person_public p ON p.id = :person_id
 WHERE u.id = :unit_id;

-- name: sender_opening_insert :put
INSERT INTO sender_opening (id, report_id, at, person_id, reason)
VALUES (:id, :report_id, :at, :person_id, :reason);

-- name: sender_opened :one
-- Has this person opened the sender's name?
SELECT at FROM sender_opening
 WHERE report_id = :report_id AND person_id = :person_id ORDER BY id DESC LIMIT 1;

-- name: report_changed :each
-- Reports whose facts stand at these places of the ledger, for the search index.
-- param from report_event.position
-- param until report_event.position
SELECT r.id, r.code, r.unit_id, r.state, r.is_public, r.text, r.place, r.answer, r.answered_at
  FROM report r
 WHERE r.id IN (SELECT e.report_id FROM report_event e
                 WHERE e.position >= :from AND e.position < :until)
 ORDER BY r.id;

-- name: report_found :one
-- One row of a public list, by the id that the search index gave.
-- param id report.id
SELECT r.id, r.code, r.title, r.state, u.code AS unit_code, u.name AS unit_name,
       r.category_id, r.received_at, r.due_at, r.is_public, r.withheld
  FROM report r
  JOIN unit_public u ON u.id = r.unit_id
 WHERE r.id = :id AND r.is_public = 1;

-- name: report_alike :one
-- An open public report that a new one may be about, by the id that the search index gave.
-- param since INSTANT
SELECT id, code, title, text, place, category_id, state, received_at, followers
  FROM report
 WHERE id = :id AND unit_id = :unit_id AND is_public = 1 AND is_open = 1 AND received_at >= :since;

-- name: report_voice_insert :put
INSERT INTO report_voice (id, report_id, object, secret_hash, at, text, position)
VALUES (:id, :report_id, :object, :secret_hash, :at, :text, :position);

-- name: report_followed :put
UPDATE report SET followers = followers + 1 WHERE id = :id;

-- name: report_voice_get :one
SELECT report_id, object, secret_hash, at, text, position FROM report_voice WHERE object = :object;

-- name: report_voices :many
-- What others said about the same matter, the newest first.
SELECT at, text FROM report_voice WHERE report_id = :report_id ORDER BY id DESC LIMIT 50;

-- name: report_seen_by_code :many
-- Staff search, the columns of an inbox: one code, within the desk's unit and below.
-- param desk_id unit.id
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM report r JOIN category c ON c.id = r.category_id
 WHERE r.code = :code
   AND EXISTS (SELECT 1 FROM unit_above_public a
                WHERE a.above_id = :desk_id AND a.unit_id IN (r.unit_id, r.first_unit_id))
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_seen_by_phone :many
-- param desk_id unit.id
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM sender s
  JOIN report r ON r.id = s.report_id
  JOIN category c ON c.id = r.category_id
 WHERE s.phone = :phone AND s.name_folded IS NOT NULL
   AND EXISTS (SELECT 1 FROM unit_above_public a
                WHERE a.above_id = :desk_id AND a.unit_id IN (r.unit_id, r.first_unit_id))
 ORDER BY s.report_id DESC LIMIT :limit;

-- name: report_seen_by_name :many
-- Names that begin with the words typed, or end with them: [from, until) are their beginnings.
-- param desk_id unit.id
-- param name_from TEXT
-- param name_until TEXT
-- param turned_from TEXT
-- param turned_until TEXT
SELECT r.id, r.code, r.title, r.state, c.name AS category_name, r.place, r.received_at, r.anchor_at,
       r.due_at, r.paused_at, r.assignee_id, r.version, c.respond_unit
  FROM report r JOIN category c ON c.id = r.category_id
 WHERE r.id IN (SELECT s.report_id
                  FROM unit_above_public a JOIN sender s ON s.unit_id = a.unit_id
                 WHERE a.above_id = :desk_id
                   AND s.name_folded >= :name_from AND s.name_folded < :name_until
                UNION
                SELECT s.report_id
                  FROM unit_above_public a JOIN sender s ON s.unit_id = a.unit_id
                 WHERE a.above_id = :desk_id
                   AND s.name_turned >= :turned_from AND s.name_turned < :turned_until)
 ORDER BY r.id DESC LIMIT :limit;

-- name: report_month_add :sum
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
-- The figures of every unit that had any, from one month to another, both included; of one unit and
-- what is below it, or (none) of all.
-- param above unit_public.id
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
SELECT u.code, u.name, u.until_on, SUM(m.received) AS received, SUM(m.answered) AS answered,
       SUM(m.late) AS late, SUM(m.refused) AS refused, SUM(m.bounced) AS bounced,
       SUM(m.reopened) AS reopened, SUM(m.rated) AS rated, SUM(m.rating_sum) AS rating_sum
  FROM report_month m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.month >= :from_month AND m.month <= :to_month
   AND (:above IS NULL OR EXISTS (SELECT 1 FROM unit_above_public a
                               WHERE a.unit_id = m.unit_id AND a.above_id = :above))
 GROUP BY u.id, u.code, u.name, u.until_on, u.sort_key
 ORDER BY u.sort_key, u.code LIMIT 200;

-- name: stats_areas :many
-- For the map: governments right below one, or those that nothing stands above, with what was
-- received there and below.
-- param parent_id unit_public.id
-- param today DAY
-- param from_month INT
-- param to_month INT
-- column received INT
-- column is_above INT
SELECT u.id, u.code, u.name, u.prefix,
       (SELECT COALESCE(SUM(m.received), 0)
          FROM unit_above_public a JOIN report_month m ON m.unit_id = a.unit_id
         WHERE a.above_id = u.id AND m.month >= :from_month AND m.month <= :to_month) AS received,
       CASE WHEN EXISTS (SELECT 1 FROM unit_public b
                          WHERE b.parent_id = u.id AND b.kind = 'government'
                            AND b.from_on <= :today
                            AND (b.until_on IS NULL OR b.until_on >= :today))
            THEN 1 ELSE 0 END AS is_above
  FROM unit_public u
 WHERE (u.parent_id = :parent_id OR (:parent_id IS NULL AND u.parent_id IS NULL))
   AND u.kind = 'government' AND u.from_on <= :today
   AND (u.until_on IS NULL OR u.until_on >= :today)
 ORDER BY u.sort_key, u.code LIMIT 200;

-- For `kheo check`: reports with what stands around them, in the order of their numbers.

-- name: report_check_page :many
-- param after report.id
SELECT r.id, r.code, r.object, r.secret_hash, r.secret_object, r.unit_id,
       f.code AS first_unit_code, c.slug AS category_slug, r.state, r.title, r.text,
       r.place, r.lat_micro, r.lon_micro, r.identity, r.channel, r.incoming_number,
       r.received_at, r.entered_at, r.anchor_at, r.due_at, r.paused_at, r.assignee_id,
       r.from_unit_id, r.is_public, r.withheld, r.is_open, r.extended, r.bounces, r.reopened,
       r.rating, r.answer, r.answered_at, r.merged_into_id, r.version, r.followers, r.replies,
       s.report_id AS sender_of, s.name, s.phone, s.email, s.unit_id AS sender_unit_id,
       s.name_folded, s.name_turned
  FROM report r
  LEFT JOIN unit_public f ON f.id = r.first_unit_id
  LEFT JOIN category c ON c.id = r.category_id
  LEFT JOIN sender s ON s.report_id = r.id
 WHERE r.id > :after
 ORDER BY r.id LIMIT :limit;

-- name: report_check_events :many
SELECT e.id, e.at, e.act, e.state, e.unit_id, u.code AS unit_code, e.other_unit_id,
       o.code AS other_unit_code, e.person_id, e.assignee_id, e.note, e.reason, e.is_internal,
       e.was_state, e.was_due_at, e.was_assignee_id, e.is_undone, e.position
  FROM report_event e
  LEFT JOIN unit_public u ON u.id = e.unit_id
  LEFT JOIN unit_public o ON o.id = e.other_unit_id
 WHERE e.report_id = :report_id
 ORDER BY e.id LIMIT :limit;

-- name: report_check_openings :many
SELECT at, person_id, reason FROM sender_opening
 WHERE report_id = :report_id ORDER BY id LIMIT :limit;

-- name: report_event_at :one
SELECT id FROM report_event WHERE report_id = :report_id AND position = :position;

-- name: report_voice_at :one
SELECT id, object, secret_hash, at, text
  FROM report_voice WHERE report_id = :report_id AND position = :position;

-- name: report_voice_count :one
-- column n INT
SELECT COUNT(*) AS n FROM report_voice WHERE report_id = :report_id;

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
  FROM report WHERE unit_id = :unit_id AND state = :state;

-- name: report_month_rows :one
-- column n INT
SELECT COUNT(*) AS n FROM report_month;

-- name: report_month_page :many
-- param after_unit report_month.unit_id
-- param after_month report_month.month
SELECT unit_id, month, received, answered, late, refused, bounced, reopened, rated, rating_sum
  FROM report_month
 WHERE (unit_id, month) > (:after_unit, :after_month)
 ORDER BY unit_id, month LIMIT :limit;

-- name: photo_insert :put
INSERT INTO report_photo (id, name, small_name, original_name, key, report_id, draft_hash, number,
                          kind, original_sha256, original_bytes, width, height, position,
                          added_at)
VALUES (:id, :name, :small_name, :original_name, :key, :report_id, :draft_hash, :number,
        :kind, :original_sha256, :original_bytes, :width, :height, :position, :added_at);

-- name: photos_of :many
-- Those of a report, or of a draft: whichever is given; pages of its paper apart.
SELECT id, name, number, kind, original_sha256, original_bytes, width, height, position,
       added_at
  FROM report_photo
 WHERE (report_id = :report_id OR draft_hash = :draft_hash) AND is_paper = :is_paper
 ORDER BY id LIMIT 20;

-- name: photo_get :one
-- With what decides who may see it.
SELECT p.id, p.name, p.small_name, p.original_name, p.key, p.report_id, p.draft_hash, p.number,
       p.kind, p.original_sha256, p.original_bytes, p.width, p.height, r.code, r.object,
       r.is_public, r.unit_id, r.first_unit_id, u.code AS unit_code, p.position,
       p.added_at, p.is_paper, r.identity
  FROM report_photo p
  LEFT JOIN report r ON r.id = p.report_id
  LEFT JOIN unit_public u ON u.id = r.unit_id
 WHERE p.name = :name;

-- name: photo_name :one
SELECT name FROM report_photo WHERE id = :id;

-- name: photo_check_page :many
-- Every photo of a report, in pages, for `kheo check`.
-- param after report_photo.id
SELECT id, name FROM report_photo
 WHERE id > :after AND report_id IS NOT NULL ORDER BY id LIMIT :limit;

-- name: photo_send :put
UPDATE report_photo
   SET report_id = :report_id, draft_hash = NULL, number = :number, position = :position,
       added_at = :added_at, is_paper = :is_paper
 WHERE id = :id;

-- name: photo_drop :put
UPDATE report_photo SET draft_hash = NULL WHERE name = :name AND draft_hash = :draft_hash;

-- name: photos_drop :put
UPDATE report_photo SET draft_hash = NULL WHERE draft_hash = :draft_hash;

-- name: photos_forget :put
-- Those of the drafts that draft_forget will take.
-- param before INSTANT
UPDATE report_photo SET draft_hash = NULL WHERE draft_hash IN
    (SELECT token_hash FROM draft WHERE saved_at < :before ORDER BY saved_at LIMIT 1000);

-- name: photos_unowned :many
-- Of nobody any more: their files go, then their rows.
SELECT id, name, small_name, original_name
  FROM report_photo
 WHERE report_id IS NULL AND draft_hash IS NULL
 ORDER BY id LIMIT 100;

-- name: photo_delete :put
DELETE FROM report_photo WHERE id = :id AND report_id IS NULL AND draft_hash IS NULL;

-- name: photo_at :one
-- The photo that a leaf is about.
SELECT id, number, original_sha256, original_bytes
  FROM report_photo WHERE report_id = :report_id AND position = :position;

-- name: photo_named :one
-- Does a row name this file?
-- param file TEXT
SELECT id FROM report_photo
 WHERE name = :file OR small_name = :file OR original_name = :file LIMIT 1;

-- name: photo_opening_insert :put
INSERT INTO photo_opening (id, photo_id, at, person_id, reason, position)
VALUES (:id, :photo_id, :at, :person_id, :reason, :position);

-- name: photo_opening_at :one
SELECT o.id, o.at, o.person_id, o.reason, p.number
  FROM photo_opening o JOIN report_photo p ON p.id = o.photo_id
 WHERE p.report_id = :report_id AND o.position = :position;

-- name: photo_openings :many
-- Who took out originals of a report, newest first.
SELECT o.at, p.number, n.name AS person_name, o.reason
  FROM photo_opening o
  JOIN report_photo p ON p.id = o.photo_id
  JOIN person_public n ON n.id = o.person_id
 WHERE p.report_id = :report_id
 ORDER BY o.id DESC LIMIT 20;

-- name: report_due_between :many
-- Open reports whose time ends after one instant and until another, whose clock runs, and of which
-- the act (remind, escalate) has not been done for that end. Along the inbox's index, for each unit
-- and state that has any.
-- param after INSTANT
-- param until INSTANT
-- param anchored_before INSTANT
SELECT r.code
  FROM report_count c CROSS JOIN report r
 WHERE c.n > 0 AND r.unit_id = c.unit_id AND r.state = c.state
   AND r.is_open = 1 AND r.due_at > :after AND r.due_at <= :until AND r.paused_at IS NULL
   AND r.anchor_at < :anchored_before
   AND NOT EXISTS (SELECT 1 FROM report_event e
                    WHERE e.report_id = r.id AND e.act = :act AND e.was_due_at = r.due_at)
 ORDER BY r.due_at, r.id LIMIT 200;

-- name: report_told_of_due :one
SELECT id FROM report_event
 WHERE report_id = :report_id AND act = :act AND was_due_at = :was_due_at LIMIT 1;

-- name: feedback_mail_of :one
SELECT email FROM person_mail_public WHERE id = :id;

-- name: feedback_mail_holders :many
-- Those who hold the power over the unit today and have an address, the nearest first.
-- param today DAY
SELECT DISTINCT a.depth, m.id, m.email
  FROM unit_above_public a
  JOIN power_grant_public g ON g.unit_id = a.above_id
  JOIN post_public o ON o.id = g.post_id
  JOIN person_mail_public m ON m.id = o.person_id
 WHERE a.unit_id = :unit_id AND g.power = :power
   AND g.from_on <= :today AND (g.until_on IS NULL OR g.until_on >= :today)
   AND o.from_on <= :today AND (o.until_on IS NULL OR o.until_on >= :today)
 ORDER BY a.depth, m.id LIMIT 20;

-- name: report_follower_insert :put
INSERT INTO report_follower (id, report_id, email, asked_at, confirmed_at)
VALUES (:id, :report_id, :email, :asked_at, NULL);

-- name: report_follower_get :one
SELECT id, asked_at, confirmed_at FROM report_follower
 WHERE report_id = :report_id AND email = :email;

-- name: report_follower_ask :put
UPDATE report_follower SET asked_at = :asked_at WHERE id = :id;

-- name: report_follower_asks :many
-- Letters that an address was sent to confirm, of late.
-- param after INSTANT
SELECT id FROM report_follower
 WHERE email = :email AND asked_at > :after ORDER BY asked_at LIMIT :limit;

-- name: report_follower_confirm :put
UPDATE report_follower SET confirmed_at = :confirmed_at WHERE id = :id AND confirmed_at IS NULL;

-- name: report_followers :each
SELECT id, email FROM report_follower
 WHERE report_id = :report_id AND confirmed_at IS NOT NULL ORDER BY id;

-- name: report_follower_link_insert :put
INSERT INTO report_follower_link (token_hash, follower_id) VALUES (:token_hash, :follower_id);

-- name: report_follower_of_link :one
SELECT f.id, f.confirmed_at, r.code, r.state
  FROM report_follower_link l
  JOIN report_follower f ON f.id = l.follower_id
  JOIN report r ON r.id = f.report_id
 WHERE l.token_hash = :token_hash;

-- name: report_follower_links_delete :put
DELETE FROM report_follower_link WHERE follower_id = :follower_id;

-- name: report_follower_delete :put
DELETE FROM report_follower WHERE id = :id;

-- name: report_followers_unlink :put
DELETE FROM report_follower_link WHERE follower_id IN
    (SELECT id FROM report_follower WHERE report_id = :report_id);

-- name: report_followers_delete :put
DELETE FROM report_follower WHERE report_id = :report_id;

-- name: report_followers_stale :many
-- Asked before, and never answered.
-- param before INSTANT
SELECT id FROM report_follower
 WHERE confirmed_at IS NULL AND asked_at < :before ORDER BY asked_at LIMIT 1000;
