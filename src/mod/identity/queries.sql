-- People, posts, powers and sessions. Units are org's: read through its views.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: person_insert :put
INSERT INTO person (id, sign_in, name, name_key, phone, email, object)
VALUES (:id, :sign_in, :name, :name_key, :phone, :email, :object);

-- name: person_any :one
-- Has anybody been added yet?
SELECT p.id FROM person p LIMIT 1;

-- name: person_second :one
-- A second person, beside whom a house began with.
SELECT p.id FROM person p ORDER BY p.id LIMIT 1 OFFSET 1;

-- name: unit_first_known :one
-- The unit at the top that a house began with.
-- param on DAY
SELECT u.code, u.name FROM unit_public u
 WHERE u.parent_id IS NULL AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.id
 LIMIT 1;

-- name: person_get :one
SELECT p.id, p.sign_in, p.name, p.name_key, p.phone, p.email, p.object, p.version, p.ended_at
  FROM person p WHERE p.id = :id;

-- name: person_edit :put
UPDATE person SET name = :name, name_key = :name_key, phone = :phone, email = :email,
                  version = :version
 WHERE id = :id;

-- name: person_set_ended :put
UPDATE person SET ended_at = :ended_at WHERE id = :id;

-- name: person_event_insert :put
INSERT INTO person_event (id, person_id, fact, power, said, by_id, at)
VALUES (:id, :person_id, :fact, :power, :said, :by_id, :at);

-- name: person_event_list :many
-- Newest first.
SELECT e.fact, e.power, e.said, e.at, b.name AS by_name
  FROM person_event e LEFT JOIN person b ON b.id = e.by_id
 WHERE e.person_id = :person_id
 ORDER BY e.id DESC
 LIMIT :limit;

-- name: person_of_sign_in :one
SELECT p.id FROM person p WHERE p.sign_in = :sign_in;

-- name: person_list :many
-- People who hold a post at the unit or below it, each once, in the order of given names; or those
-- who did and do no more. `is_closed`: only those who were never given a password.
-- param above unit_above_public.above_id
-- param on DAY
-- param is_past YES
-- param is_closed YES
-- param after_key person.name_key
-- param after_id INT
SELECT p.id, p.sign_in, p.name, p.name_key
  FROM person p
 WHERE p.id IN (SELECT o.person_id
                  FROM post o JOIN unit_above_public a ON a.unit_id = o.unit_id
                 WHERE a.above_id = :above
                   AND (:is_past = 1 OR o.until_on IS NULL OR o.until_on >= :on))
   AND NOT (:is_past = 1
            AND EXISTS (SELECT 1
                          FROM post o JOIN unit_above_public a ON a.unit_id = o.unit_id
                         WHERE o.person_id = p.id AND a.above_id = :above
                           AND (o.until_on IS NULL OR o.until_on >= :on)))
   AND (:is_closed = 0
        OR (p.ended_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id)))
   AND (p.name_key, p.id) > (:after_key, :after_id)
 ORDER BY p.name_key, p.id
 LIMIT :limit;

-- name: credential_set :put
INSERT INTO credential (person_id, hash, changed_at, is_first)
VALUES (:person_id, :hash, :changed_at, :is_first)
ON CONFLICT (person_id) DO UPDATE
   SET hash = excluded.hash, changed_at = excluded.changed_at, is_first = excluded.is_first;

-- name: credential_of_sign_in :one
-- All that a sign-in is checked against.
SELECT p.id, p.name, c.hash, c.is_first, t.since_at
  FROM person p JOIN credential c ON c.person_id = p.id LEFT JOIN totp t ON t.person_id = p.id
 WHERE p.sign_in = :sign_in AND p.ended_at IS NULL;

-- name: credential_get :one
SELECT c.hash, c.changed_at, c.is_first FROM credential c WHERE c.person_id = :person_id;

-- name: totp_set :put
INSERT INTO totp (person_id, secret, last_step, since_at)
VALUES (:person_id, :secret, :last_step, :since_at)
ON CONFLICT (person_id) DO UPDATE
   SET secret = excluded.secret, last_step = excluded.last_step, since_at = excluded.since_at;

-- name: totp_get :one
SELECT t.secret, t.last_step, t.since_at FROM totp t WHERE t.person_id = :person_id;

-- name: totp_step :exec
-- param step INT
-- A code counts once: no row changes when this step or a later one was used.
UPDATE totp SET last_step = :step WHERE person_id = :person_id AND last_step < :step;

-- name: totp_delete :exec
DELETE FROM totp WHERE person_id = :person_id;

-- name: recovery_insert :put
INSERT INTO recovery_code (person_id, hash) VALUES (:person_id, :hash);

-- name: recovery_use :exec
UPDATE recovery_code SET used_at = :used_at
 WHERE person_id = :person_id AND hash = :hash AND used_at IS NULL;

-- name: recovery_delete :put
DELETE FROM recovery_code WHERE person_id = :person_id;

-- name: recovery_left :one
-- column left INT
SELECT count(*) AS left FROM recovery_code r WHERE r.person_id = :person_id AND r.used_at IS NULL;

-- name: post_insert :put
INSERT INTO post (id, person_id, unit_id, title, from_on, until_on, object)
VALUES (:id, :person_id, :unit_id, :title, :from_on, :until_on, :object);

-- name: post_set_until :put
UPDATE post SET until_on = :until_on WHERE id = :id;

-- name: post_edit :put
UPDATE post SET title = :title, from_on = :from_on, until_on = :until_on WHERE id = :id;

-- name: post_get :one
-- param id post.id
SELECT o.id, o.person_id, o.unit_id, o.title, o.from_on, o.until_on, o.object,
       p.object AS person_object, p.name AS person_name, u.code AS unit_code,
       u.name AS unit_name
  FROM post o JOIN person p ON p.id = o.person_id JOIN unit_public u ON u.id = o.unit_id
 WHERE o.id = :id;

-- name: posts_of_person :many
-- Those that have not ended before the day, oldest first: the first is the one to act in.
-- param on DAY
SELECT o.id, o.unit_id, o.title, o.from_on, o.until_on, u.code AS unit_code, u.name AS unit_name
  FROM post o JOIN unit_public u ON u.id = o.unit_id
 WHERE o.person_id = :person_id AND (o.until_on IS NULL OR o.until_on >= :on)
 ORDER BY o.from_on, o.id
 LIMIT :limit;

-- name: post_table :many
-- All posts at a unit and below it that have not ended, of people who still work.
-- param above unit_above_public.above_id
-- param on DAY
SELECT o.id, o.title, o.from_on, o.until_on, p.sign_in, p.name, p.phone, p.email,
       u.code AS unit_code
  FROM unit_above_public a JOIN post o ON o.unit_id = a.unit_id
  JOIN person p ON p.id = o.person_id JOIN unit_public u ON u.id = o.unit_id
 WHERE a.above_id = :above AND (o.until_on IS NULL OR o.until_on >= :on) AND p.ended_at IS NULL
 ORDER BY p.name_key, p.id, o.from_on, o.id
 LIMIT :limit;

-- name: person_place :one
-- The unit of the post that runs longest.
SELECT o.unit_id FROM post o
 WHERE o.person_id = :person_id
 ORDER BY o.until_on IS NOT NULL, o.until_on DESC, o.id DESC
 LIMIT 1;

-- name: grant_insert :put
INSERT INTO power_grant (id, post_id, power, unit_id, from_on, until_on, object)
VALUES (:id, :post_id, :power, :unit_id, :from_on, :until_on, :object);

-- name: grant_set_until :put
UPDATE power_grant SET until_on = :until_on WHERE id = :id;

-- name: grant_get :one
-- param id power_grant.id
SELECT g.id, g.post_id, g.power, g.unit_id, g.from_on, g.until_on, g.object,
       o.object AS post_object, o.unit_id AS post_unit_id, u.code AS unit_code,
       u.name AS unit_name, o.person_id
  FROM power_grant g JOIN post o ON o.id = g.post_id JOIN unit_public u ON u.id = g.unit_id
 WHERE g.id = :id;

-- name: grants_of_post :many
-- param on DAY
SELECT g.id, g.power, g.unit_id, g.from_on, g.until_on, u.code AS unit_code, u.name AS unit_name
  FROM power_grant g JOIN unit_public u ON u.id = g.unit_id
 WHERE g.post_id = :post_id AND (g.until_on IS NULL OR g.until_on >= :on)
 ORDER BY g.power, g.id
 LIMIT :limit;

-- name: grant_same :one
-- The same power over the same unit, still running.
-- param on DAY
SELECT g.id FROM power_grant g
 WHERE g.post_id = :post_id AND g.power = :power AND g.unit_id = :unit_id
   AND (g.until_on IS NULL OR g.until_on >= :on)
 LIMIT 1;

-- name: power_held :one
-- Does the post hold the power over the unit, today? Without a unit: over any.
-- param post post.id
-- param unit unit_above_public.unit_id
-- param on DAY
SELECT g.id
  FROM power_grant g JOIN post o ON o.id = g.post_id
 WHERE o.id = :post AND g.power = :power
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND (:unit IS NULL OR g.unit_id IN (SELECT a.above_id FROM unit_above_public a
                                        WHERE a.unit_id = :unit))
 LIMIT 1;

-- name: last_held :one
-- A unit over which nobody else would hold a power that others' powers hang on, if this person (or
-- only this post, this grant of theirs) held it no more.
-- param post post.id
-- param grant power_grant.id
-- param on DAY
SELECT g.power, u.name AS unit_name
  FROM power_grant g JOIN post o ON o.id = g.post_id JOIN unit_public u ON u.id = g.unit_id
 WHERE o.person_id = :person_id AND (:post IS NULL OR o.id = :post)
   AND (:grant IS NULL OR g.id = :grant) AND g.power IN ('admin', 'identity.manage')
   AND o.from_on <= :on AND (o.until_on IS NULL OR o.until_on >= :on)
   AND g.from_on <= :on AND (g.until_on IS NULL OR g.until_on >= :on)
   AND NOT EXISTS (SELECT 1
                     FROM power_grant h JOIN post q ON q.id = h.post_id
                     JOIN unit_above_public a ON a.above_id = h.unit_id
                    WHERE a.unit_id = g.unit_id AND h.power = g.power
                      AND q.from_on <= :on AND (q.until_on IS NULL OR q.until_on >= :on)
                      AND h.from_on <= :on AND (h.until_on IS NULL OR h.until_on >= :on)
                      AND NOT (q.person_id = :person_id AND (:post IS NULL OR q.id = :post)
                               AND (:grant IS NULL OR h.id = :grant)))
 LIMIT 1;

-- name: person_beyond :one
-- A place where the person works or has powers, over which that post does not hold the power:
-- whoever resets a password takes over all of it.
-- param manager post.id
-- param on DAY
SELECT x.unit_id
  FROM (SELECT o.unit_id FROM post o
         WHERE o.person_id = :person_id AND (o.until_on IS NULL OR o.until_on >= :on)
        UNION
        SELECT g.unit_id FROM power_grant g JOIN post o ON o.id = g.post_id
         WHERE o.person_id = :person_id AND (o.until_on IS NULL OR o.until_on >= :on)
           AND (g.until_on IS NULL OR g.until_on >= :on)) AS x
 WHERE NOT EXISTS (SELECT 1
                     FROM power_grant m JOIN unit_above_public a ON a.above_id = m.unit_id
                    WHERE m.post_id = :manager AND m.power = :power AND a.unit_id = x.unit_id
                      AND m.from_on <= :on AND (m.until_on IS NULL OR m.until_on >= :on))
 LIMIT 1;

-- name: session_insert :put
INSERT INTO session (id, token_hash, person_id, post_id, created_at, seen_at, factor_at, is_half,
                     wrong_codes, browser)
VALUES (:id, :token_hash, :person_id, :post_id, :created_at, :seen_at, :factor_at, :is_half, 0,
        :browser);

-- name: session_of_token :one
SELECT s.id, s.person_id, s.post_id, s.created_at, s.seen_at, s.factor_at, s.is_half,
       s.wrong_codes, s.browser, p.name, c.is_first
  FROM session s JOIN person p ON p.id = s.person_id JOIN credential c ON c.person_id = p.id
 WHERE s.token_hash = :token_hash;

-- name: session_get :one
SELECT s.id, s.person_id, s.post_id, s.created_at, s.is_half, s.wrong_codes, s.browser
  FROM session s WHERE s.id = :id;

-- name: session_seen :put
UPDATE session SET seen_at = :seen_at WHERE id = :id AND seen_at < :seen_at;

-- name: session_complete :put
-- The second factor came: another token, and a whole session from here on.
UPDATE session SET token_hash = :token_hash, is_half = 0, seen_at = :seen_at,
                   factor_at = :factor_at, wrong_codes = 0
 WHERE id = :id;

-- name: session_wrong_code :put
UPDATE session SET wrong_codes = wrong_codes + 1 WHERE id = :id;

-- name: session_set_post :put
UPDATE session SET post_id = :post_id, token_hash = :token_hash WHERE id = :id;

-- name: session_delete :put
DELETE FROM session WHERE id = :id;

-- name: session_delete_others :put
-- All of a person but one; `keep` none: all.
-- param keep session.id
DELETE FROM session WHERE person_id = :person_id AND (:keep IS NULL OR id <> :keep);

-- name: sessions_of_person :many
-- param after INSTANT
SELECT s.id, s.created_at, s.seen_at, s.browser
  FROM session s
 WHERE s.person_id = :person_id AND s.is_half = 0 AND s.seen_at > :after
 ORDER BY s.seen_at DESC, s.id DESC
 LIMIT :limit;

-- name: session_prune :put
-- param before INSTANT
DELETE FROM session WHERE created_at < :before;

-- name: device_set :put
INSERT INTO known_device (token_hash, person_id, used_at)
VALUES (:token_hash, :person_id, :used_at)
ON CONFLICT (token_hash, person_id) DO UPDATE SET used_at = excluded.used_at;

-- name: device_get :one
SELECT d.used_at FROM known_device d
 WHERE d.token_hash = :token_hash AND d.person_id = :person_id;

-- name: device_prune :put
-- param before INSTANT
DELETE FROM known_device WHERE used_at < :before;

-- name: failure_get :one
SELECT f.failures, f.last_at FROM sign_in_failure f WHERE f.bucket = :bucket;

-- name: failure_set :put
INSERT INTO sign_in_failure (bucket, failures, last_at)
VALUES (:bucket, :failures, :last_at)
ON CONFLICT (bucket) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at;

-- name: failure_delete :put
DELETE FROM sign_in_failure WHERE bucket = :bucket;

-- name: failure_prune :put
-- param before INSTANT
DELETE FROM sign_in_failure WHERE last_at < :before;

-- name: unit_known :one
-- A unit that lives on the day, by its code.
-- param on DAY
SELECT u.id, u.code, u.name
  FROM unit_public u
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on);

-- name: unit_label :one
SELECT u.code, u.name FROM unit_public u WHERE u.id = :id;
