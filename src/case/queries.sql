-- Cases, their clocks, people and history; units and people of the house through public views.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: case_insert :put
INSERT INTO case_file (id, kind, code, object, secret_hash, unit_id, state, was_state, subject,
                       received_on, entered_at, channel, from_body, people, same_as_id, book_year,
                       book_number, handler_id, due_at, due_rule, is_open, accepted_on, settled_on,
                       outcome, ended_on, desk_path, version)
VALUES (:id, :kind, :code, :object, :secret_hash, :unit_id, :state, NULL, :subject, :received_on,
        :entered_at, :channel, :from_body, :people, NULL, :book_year, :book_number, NULL, :due_at,
        :due_rule, 1, NULL, NULL, NULL, NULL, :desk_path, 1);

-- name: case_get :one
SELECT c.id, c.kind, c.code, c.object, c.secret_hash, c.unit_id, c.state, c.was_state, c.subject,
       c.received_on, c.entered_at, c.channel, c.from_body, c.people, c.same_as_id, c.book_year,
       c.book_number, c.handler_id, c.due_at, c.due_rule, c.is_open, c.accepted_on,
       c.settled_on, c.outcome, c.ended_on, c.version, u.code AS unit_code,
       u.name AS unit_name, p.name AS handler_name, o.code AS same_as
  FROM case_file c
  JOIN unit_public u ON u.id = c.unit_id
  LEFT JOIN person_public p ON p.id = c.handler_id
  LEFT JOIN case_file o ON o.id = c.same_as_id
 WHERE c.code = :code AND c.kind = :kind;

-- name: case_of_id :one
SELECT code, kind, is_open FROM case_file WHERE id = :id;

-- name: case_code_is_free :none
SELECT id FROM case_file WHERE code = :code;

-- name: case_update :put
-- All that an act may change.
UPDATE case_file
   SET unit_id = :unit_id, state = :state, was_state = :was_state, received_on = :received_on,
       handler_id = :handler_id, same_as_id = :same_as_id, due_at = :due_at,
       due_rule = :due_rule, is_open = :is_open, accepted_on = :accepted_on,
       settled_on = :settled_on, outcome = :outcome, ended_on = :ended_on, version = version + 1
 WHERE id = :id;

-- name: case_number :put
UPDATE case_file SET book_year = :book_year, book_number = :book_number WHERE id = :id;

-- name: case_begin :put
-- What the first clocks say of it.
UPDATE case_file SET due_at = :due_at, due_rule = :due_rule WHERE id = :id;

-- name: case_list :many
-- What a unit has open, the most urgent first; keyset by due time and id. In a state, or due before
-- an instant, or (none) all.
-- param after_due INSTANT
-- param after_id case_file.id
-- param state case_file.state
-- param due_before INSTANT
SELECT id, code, state, subject, received_on, due_at, due_rule, handler_id, book_year, book_number
  FROM case_file
 WHERE kind = :kind AND unit_id = :unit_id AND is_open = :is_open
   AND (due_at > :after_due OR (due_at = :after_due AND id > :after_id))
   AND (:state IS NULL OR state = :state) AND (:due_before IS NULL OR due_at < :due_before)
 ORDER BY due_at, id LIMIT :limit;

-- name: case_open_count :one
-- How many that list has.
-- param state case_file.state
-- param due_before INSTANT
-- column n INT
SELECT COUNT(*) AS n
  FROM case_file
 WHERE kind = :kind AND unit_id = :unit_id AND is_open = 1
   AND (:state IS NULL OR state = :state) AND (:due_before IS NULL OR due_at < :due_before);

-- name: case_due_between :many
-- Duties of open cases whose day falls in that time, and of which that act has not told yet. Each
-- clock is looked at, so that one that nobody stopped does not hide another.
-- param after INSTANT
-- param until INSTANT
-- param act case_event.act
SELECT c.code, t.name, t.due_at
  FROM case_term t JOIN case_file c ON c.id = t.case_id
 WHERE c.kind = :kind AND c.is_open = 1 AND t.is_duty = 1 AND t.stopped_on IS NULL
   AND t.due_at > :after AND t.due_at <= :until
   AND NOT EXISTS (SELECT 1 FROM case_event e
                    WHERE e.case_id = c.id AND e.act = :act AND e.rule = t.name
                      AND e.due_at = t.due_at)
 ORDER BY t.due_at, t.id LIMIT 200;

-- name: case_ripe :many
-- Open cases in which a clock of that name has run out, and that act was not done yet.
-- param now INSTANT
-- param act case_event.act
SELECT c.code, c.state
  FROM case_term t JOIN case_file c ON c.id = t.case_id
 WHERE t.name = :name AND t.stopped_on IS NULL AND t.due_at <= :now AND c.is_open = 1
   AND c.kind = :kind
   AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.act = :act)
 ORDER BY t.due_at, t.id LIMIT 200;

-- name: case_waiting :many
-- Open cases in that state that came between these days, and were not yet told of with this mark.
-- param since DAY
-- param before DAY
-- param act case_event.act
-- param mark case_event.choice
SELECT c.code
  FROM case_file c
 WHERE c.kind = :kind AND c.state = :state AND c.received_on >= :since
   AND c.received_on <= :before AND c.is_open = 1
   AND NOT EXISTS (SELECT 1 FROM case_event e
                    WHERE e.case_id = c.id AND e.act = :act AND e.choice = :mark)
 ORDER BY c.id LIMIT 200;

-- name: case_event_insert :put
INSERT INTO case_event (id, case_id, at, act, state, unit_id, person_id, happened_on, said, reason,
                        choice, document, told, other, rule, due_at, is_internal, position)
VALUES (:id, :case_id, :at, :act, :state, :unit_id, :person_id, :happened_on, :said, :reason,
        :choice, :document, :told, :other, :rule, :due_at, :is_internal, :position);

-- name: case_untold :many
-- Events of a kind's cases, done before that moment, of which the ledger was not told yet.
-- param before INSTANT
SELECT e.id
  FROM case_event e JOIN case_file c ON c.id = e.case_id
 WHERE e.position = -1 AND c.kind = :kind AND e.at < :before
 ORDER BY e.id LIMIT :limit;

-- name: case_event_tell :put
UPDATE case_event SET position = :position WHERE id = :id;

-- name: case_told_count :one
-- column events INT
SELECT count(*) AS events
  FROM case_event e JOIN case_file c ON c.id = e.case_id
 WHERE e.position >= 0 AND c.kind = :kind;

-- name: case_event_whole :one
-- All that an event says, and the names of its case, which never change.
-- param id case_event.id
SELECT c.kind, c.code, c.object, c.secret_hash, c.channel, e.case_id, e.at, e.act, e.state,
       e.unit_id, e.person_id, e.happened_on, e.said, e.reason, e.choice, e.document, e.told,
       e.other, e.rule, e.due_at, e.is_internal, e.position
  FROM case_event e JOIN case_file c ON c.id = e.case_id
 WHERE e.id = :id;

-- name: case_events :many
-- The newest first.
SELECT e.id, e.at, e.act, e.state, u.name AS unit_name, e.person_id, p.name AS person_name,
       e.happened_on, e.said, e.reason, e.choice, e.document, e.told, e.other, e.rule, e.due_at,
       e.is_internal, e.position
  FROM case_event e
  JOIN unit_public u ON u.id = e.unit_id
  LEFT JOIN person_public p ON p.id = e.person_id
 WHERE e.case_id = :case_id
 ORDER BY e.id DESC LIMIT 500;

-- name: case_event_told :one
-- Has that act told of this day of this rule?
SELECT id FROM case_event
 WHERE case_id = :case_id AND act = :act AND rule = :rule AND due_at = :due_at LIMIT 1;

-- name: case_event_find :one
-- The newest event of that act.
SELECT id, happened_on, choice, document, said, reason, due_at
  FROM case_event
 WHERE case_id = :case_id AND act = :act ORDER BY id DESC LIMIT 1;

-- name: case_event_reasons :many
-- The grounds on which that act was done, each once.
SELECT DISTINCT reason FROM case_event
 WHERE case_id = :case_id AND act = :act AND reason IS NOT NULL ORDER BY reason LIMIT 50;

-- name: case_acts_done :many
-- Each act that was done, with its newest event.
-- column newest INT
SELECT act, MAX(id) AS newest FROM case_event WHERE case_id = :case_id
 GROUP BY act ORDER BY act LIMIT 200;

-- name: case_event_first :one
SELECT position, happened_on FROM case_event WHERE case_id = :case_id ORDER BY id LIMIT 1;

-- name: case_term_insert :put
INSERT INTO case_term (id, case_id, name, anchor_on, facts, due_at, due_on, is_duty, stopped_on)
VALUES (:id, :case_id, :name, :anchor_on, :facts, :due_at, :due_on, :is_duty, NULL);

-- name: case_terms :many
SELECT id, name, anchor_on, facts, due_at, due_on, is_duty, stopped_on, is_lapsed
  FROM case_term WHERE case_id = :case_id ORDER BY id LIMIT 1000;

-- name: case_term_set :put
UPDATE case_term SET facts = :facts, due_at = :due_at, due_on = :due_on WHERE id = :id;

-- name: case_term_stop :put
UPDATE case_term SET stopped_on = :stopped_on, is_lapsed = :is_lapsed WHERE id = :id;

-- name: case_pause_insert :put
INSERT INTO case_pause (id, term_id, from_on, to_on, reason)
VALUES (:id, :term_id, :from_on, NULL, :reason);

-- name: case_pause_end :put
UPDATE case_pause SET to_on = :to_on WHERE term_id = :term_id AND to_on IS NULL;

-- name: case_pauses :many
SELECT from_on, to_on, reason FROM case_pause WHERE term_id = :term_id ORDER BY id LIMIT 50;

-- name: case_extension_insert :put
INSERT INTO case_extension (id, term_id, amount, reason) VALUES (:id, :term_id, :amount, :reason);

-- name: case_extensions :many
SELECT amount, reason FROM case_extension WHERE term_id = :term_id ORDER BY id LIMIT 10;

-- name: case_party_insert :put
INSERT INTO case_party (id, case_id, role, name, address, identity_number, phone, email)
VALUES (:id, :case_id, :role, :name, :address, :identity_number, :phone, :email);

-- name: case_parties :many
SELECT id, role, name, address, identity_number, phone, email
  FROM case_party WHERE case_id = :case_id ORDER BY id LIMIT 200;

-- name: case_before :many
-- The senders of what a unit received before a case, the newest first.
-- param id case_file.id
SELECT c.code, c.subject, c.received_on, c.state, p.name
  FROM case_file c
  JOIN case_party p ON p.case_id = c.id
 WHERE c.unit_id = :unit_id AND c.received_on <= :received_on
   AND (c.received_on < :received_on OR c.id < :id) AND c.kind = :kind AND p.role = 'sender'
 ORDER BY c.received_on DESC, c.id DESC, p.id LIMIT :limit;

-- name: case_book_next :put
INSERT INTO case_book (unit_id, year, last) VALUES (:unit_id, :year, 1)
ON CONFLICT (unit_id, year) DO UPDATE SET last = case_book.last + 1;

-- name: case_book_last :one
SELECT last FROM case_book WHERE unit_id = :unit_id AND year = :year;

-- name: case_unit :one
-- The unit of that official code that is alive that day.
-- param on DAY
SELECT id, code, name, kind, prefix, parent_id
  FROM unit_public
 WHERE code = :code AND from_on <= :on AND (until_on IS NULL OR until_on >= :on);

-- name: case_unit_get :one
SELECT id, code, name, kind, prefix, parent_id FROM unit_public WHERE id = :id;

-- name: case_colleague :one
-- A person who holds that power over the unit that day.
-- param on DAY
SELECT p.id, p.name
  FROM person_public p
  JOIN post_public o ON o.person_id = p.id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE p.sign_in = :sign_in AND a.unit_id = :unit_id AND g.power = :power
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
 LIMIT 1;

-- name: case_mail_of :one
-- The address of a person who holds one of the powers over the unit that day.
-- param on DAY
-- param id person_mail_public.id
-- param handle power_grant_public.power
-- param lead power_grant_public.power
SELECT m.email
  FROM person_mail_public m
  JOIN post_public o ON o.person_id = m.id
  JOIN power_grant_public g ON g.post_id = o.id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE m.id = :id AND a.unit_id = :unit_id AND (g.power = :handle OR g.power = :lead)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
 LIMIT 1;

-- name: case_mail_holders :many
-- Who holds the power over this unit, the nearest first.
-- param on DAY
SELECT DISTINCT m.id, m.email, a.depth
  FROM power_grant_public g
  JOIN post_public o ON o.id = g.post_id
  JOIN person_mail_public m ON m.id = o.person_id
  JOIN unit_above_public a ON a.above_id = g.unit_id
 WHERE a.unit_id = :unit_id AND g.power = :power
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
 ORDER BY a.depth, m.id LIMIT 50;

-- name: case_receivers :many
-- The offices to which a letter can be addressed: government at both levels, and departments.
-- param on DAY
SELECT u.id, u.code, u.name
  FROM unit_public u LEFT JOIN unit_public p ON p.id = u.parent_id
 WHERE (u.kind = 'government' OR (u.kind = 'office' AND p.kind = 'government'
                                  AND p.parent_id IS NULL))
   AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.sort_key, u.code LIMIT 400;

-- name: case_check_page :many
-- param after case_file.id
SELECT id, code, object, secret_hash, unit_id, state, subject, received_on, channel, from_body,
       people, book_year, book_number, due_at, due_rule, is_open, version
  FROM case_file WHERE kind = :kind AND id > :after ORDER BY id LIMIT :limit;

-- name: case_check_events :many
SELECT e.id, e.at, e.act, e.state, u.code AS unit_code, e.person_id, e.happened_on, e.said,
       e.reason, e.choice, e.document, e.told, e.other, e.rule, e.due_at, e.position
  FROM case_event e JOIN unit_public u ON u.id = e.unit_id
 WHERE e.case_id = :case_id ORDER BY e.id LIMIT 10000;

-- name: case_check_event_at :one
SELECT case_id FROM case_event WHERE position = :position;

-- name: case_tally_rows :many
-- What a unit and those below it had in hand in a period, its first and last day included. `late`
-- counts the duties that were done after their day, or were not done by the period's end or today.
-- What was only announced is not among them: a letter that nobody signed, a visit nobody made.
-- param unit_id unit_above_public.above_id
-- param from DAY
-- param until DAY
-- param by DAY
-- column late INT
SELECT c.id, c.kind, c.code, u.name AS unit_name, c.state, c.received_on, c.people, c.same_as_id,
       c.accepted_on, c.settled_on, c.outcome, c.ended_on, c.desk_path,
       (SELECT count(*) FROM case_term t
         WHERE t.case_id = c.id AND t.is_duty = 1 AND t.due_on < :by
           AND (t.stopped_on IS NULL OR t.stopped_on > t.due_on)) AS late
  FROM unit_above_public a
  JOIN case_file c ON c.unit_id = a.unit_id
  JOIN unit_public u ON u.id = c.unit_id
 WHERE a.above_id = :unit_id AND c.received_on <= :until
   AND (c.ended_on IS NULL OR c.ended_on >= :from)
   AND (c.settled_on IS NULL OR c.settled_on >= :from)
   AND c.state NOT IN ('prefiled', 'dropped', 'booked', 'missed', 'cancelled')
 ORDER BY c.id LIMIT :limit;

-- name: case_register :many
-- The letters that came to a unit in some days, in the order of its book, each with the newest
-- paper about it.
-- param from_on DAY
-- param until_on DAY
SELECT c.code, c.received_on, c.channel, c.from_body, c.subject, c.people, c.state, c.is_open,
       c.due_at, c.accepted_on, c.settled_on, c.ended_on, c.outcome, p.name AS sender, p.address,
       e.document, e.happened_on AS document_on
  FROM case_file c
  LEFT JOIN case_party p ON p.id = (SELECT MIN(q.id) FROM case_party q
                                     WHERE q.case_id = c.id AND q.role = 'sender')
  LEFT JOIN case_event e ON e.id = (SELECT MAX(f.id) FROM case_event f
                                     WHERE f.case_id = c.id AND f.document IS NOT NULL
                                       AND f.act <> 'receive' AND f.act <> 'sign')
 WHERE c.unit_id = :unit_id AND c.kind = :kind AND c.book_number > 0
   AND c.received_on >= :from_on AND c.received_on <= :until_on
 ORDER BY c.received_on, c.id LIMIT :limit;

-- name: case_holder :one
-- Who answers for a case: the officer with the post held that day, first one at that unit, and
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
