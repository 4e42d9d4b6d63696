-- The leader's board: what became of what came to a unit and those below it in some time.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- Each figure is a condition on one report, said once for the sums and once for the list that it
-- opens.

-- `counted_on` says where a unit that has ended is counted: itself on a day before all others, and
-- its heir, if it has one, today.

-- name: leader_units :many
-- The units right below one with all that is below them, and the one itself with what it holds.
-- param above unit_public.id
-- param from INSTANT
-- param until INSTANT
-- param now INSTANT
-- column received INT
-- column answered INT
-- column on_time INT
-- column late INT
-- column bounced INT
-- column reopened INT
-- column rated INT
-- column rating_sum INT
-- param counted_on DAY
SELECT u.id, u.code, u.name, u.kind, u.sort_key, u.until_on, COUNT(*) AS received,
       SUM(CASE WHEN r.answered_at IS NOT NULL AND r.state IN ('answered', 'closed')
                THEN 1 ELSE 0 END) AS answered,
       SUM(CASE WHEN r.answered_at <= r.due_at AND r.state IN ('answered', 'closed')
                THEN 1 ELSE 0 END) AS on_time,
       SUM(CASE WHEN r.answered_at > r.due_at
                  OR (r.is_open = 1 AND r.paused_at IS NULL AND r.due_at < :now)
                THEN 1 ELSE 0 END) AS late,
       SUM(CASE WHEN r.bounces >= 2 THEN 1 ELSE 0 END) AS bounced,
       SUM(CASE WHEN r.reopened > 0 THEN 1 ELSE 0 END) AS reopened,
       SUM(CASE WHEN r.rating > 0 THEN 1 ELSE 0 END) AS rated,
       SUM(r.rating) AS rating_sum
  FROM unit_counted_public a
  JOIN unit_above_public l
    ON l.unit_id = a.counted_id AND l.depth = CASE WHEN a.depth = 0 THEN 0 ELSE a.depth - 1 END
  JOIN unit_public u ON u.id = l.above_id
  JOIN report r ON r.unit_id = a.unit_id
 WHERE a.above_id = :above AND a.after_on < :counted_on AND a.until_on >= :counted_on
   AND r.received_at >= :from AND r.received_at < :until
 GROUP BY u.id, u.code, u.name, u.kind, u.sort_key, u.until_on
 ORDER BY u.sort_key, u.id LIMIT 400;

-- name: leader_sum :one
-- The same of all of them together.
-- param above unit_public.id
-- param counted_on DAY
-- param from INSTANT
-- param until INSTANT
-- param now INSTANT
-- column received INT
-- column answered INT
-- column on_time INT
-- column late INT
-- column bounced INT
-- column reopened INT
-- column rated INT
-- column rating_sum INT
SELECT COUNT(*) AS received,
       COALESCE(SUM(CASE WHEN r.answered_at IS NOT NULL AND r.state IN ('answered', 'closed')
                         THEN 1 ELSE 0 END), 0) AS answered,
       COALESCE(SUM(CASE WHEN r.answered_at <= r.due_at AND r.state IN ('answered', 'closed')
                         THEN 1 ELSE 0 END), 0) AS on_time,
       COALESCE(SUM(CASE WHEN r.answered_at > r.due_at
                           OR (r.is_open = 1 AND r.paused_at IS NULL AND r.due_at < :now)
                         THEN 1 ELSE 0 END), 0) AS late,
       COALESCE(SUM(CASE WHEN r.bounces >= 2 THEN 1 ELSE 0 END), 0) AS bounced,
       COALESCE(SUM(CASE WHEN r.reopened > 0 THEN 1 ELSE 0 END), 0) AS reopened,
       COALESCE(SUM(CASE WHEN r.rating > 0 THEN 1 ELSE 0 END), 0) AS rated,
       COALESCE(SUM(r.rating), 0) AS rating_sum
  FROM unit_counted_public a JOIN report r ON r.unit_id = a.unit_id
 WHERE a.above_id = :above AND a.after_on < :counted_on AND a.until_on >= :counted_on
   AND r.received_at >= :from AND r.received_at < :until;

-- name: leader_list :many
-- Those that make up a figure, newest first; `own`: what the unit itself holds.
-- param above unit_public.id
-- param counted_on DAY
-- param from INSTANT
-- param until INSTANT
-- param now INSTANT
-- param before report.id
-- param figure TEXT
-- param own YES
-- param category category.slug
SELECT r.id, r.code, r.title, r.place, r.state, r.unit_id, r.received_at, r.due_at, r.anchor_at,
       r.paused_at, r.is_open, r.is_public, r.first_unit_id, u.name AS unit_name,
       c.name AS category_name, c.respond_unit
  FROM unit_counted_public a
  JOIN report r ON r.unit_id = a.unit_id
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE a.above_id = :above AND a.after_on < :counted_on AND a.until_on >= :counted_on
   AND (:own = 0 OR a.depth = 0)
   AND r.received_at >= :from AND r.received_at < :until AND r.id < :before
   AND (:category IS NULL OR c.slug = :category)
   AND (:figure = 'received'
        OR (:figure = 'answered' AND r.answered_at IS NOT NULL
            AND r.state IN ('answered', 'closed'))
        OR (:figure = 'on_time' AND r.answered_at <= r.due_at
            AND r.state IN ('answered', 'closed'))
        OR (:figure = 'late' AND (r.answered_at > r.due_at
                                  OR (r.is_open = 1 AND r.paused_at IS NULL AND r.due_at < :now)))
        OR (:figure = 'bounced' AND r.bounces >= 2)
        OR (:figure = 'reopened' AND r.reopened > 0)
        OR (:figure = 'rated' AND r.rating > 0))
 ORDER BY r.id DESC LIMIT :limit;

-- name: leader_open_counts :one
-- What waits now, whenever it came. A long time ago is an instant.
-- param above unit_public.id
-- param now INSTANT
-- param long_ago INSTANT
-- column drafted INT
-- column ruling INT
-- column overdue INT
-- column long_overdue INT
SELECT COALESCE(SUM(CASE WHEN r.state = 'drafted' THEN 1 ELSE 0 END), 0) AS drafted,
       COALESCE(SUM(CASE WHEN r.state = 'ruling' THEN 1 ELSE 0 END), 0) AS ruling,
       COALESCE(SUM(CASE WHEN r.paused_at IS NULL AND r.due_at < :now THEN 1 ELSE 0 END), 0)
           AS overdue,
       COALESCE(SUM(CASE WHEN r.paused_at IS NULL AND r.due_at < :long_ago THEN 1 ELSE 0 END), 0)
           AS long_overdue
  FROM unit_above_public a JOIN report r ON r.unit_id = a.unit_id
 WHERE a.above_id = :above AND r.is_open = 1;

-- name: leader_open_list :many
-- Those of them in a state, or due before an instant, the most urgent first.
-- param above unit_public.id
-- param state report.state
-- param due_before INSTANT
-- param after_due INSTANT
-- param after_id report.id
SELECT r.id, r.code, r.title, r.place, r.state, r.unit_id, r.received_at, r.due_at, r.anchor_at,
       r.paused_at, r.is_open, r.is_public, r.first_unit_id, u.name AS unit_name,
       c.name AS category_name, c.respond_unit
  FROM unit_above_public a
  JOIN report r ON r.unit_id = a.unit_id
  JOIN unit_public u ON u.id = r.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE a.above_id = :above AND r.is_open = 1
   AND (r.due_at > :after_due OR (r.due_at = :after_due AND r.id > :after_id))
   AND (:state IS NULL OR r.state = :state)
   AND (:due_before IS NULL OR (r.paused_at IS NULL AND r.due_at < :due_before))
 ORDER BY r.due_at, r.id LIMIT :limit;

-- name: leader_categories :many
-- By what they are about.
-- param above unit_public.id
-- param counted_on DAY
-- param from INSTANT
-- param until INSTANT
-- column received INT
SELECT c.id, c.slug, c.name, COUNT(*) AS received
  FROM unit_counted_public a
  JOIN report r ON r.unit_id = a.unit_id
  JOIN category c ON c.id = r.category_id
 WHERE a.above_id = :above AND a.after_on < :counted_on AND a.until_on >= :counted_on
   AND r.received_at >= :from AND r.received_at < :until
 GROUP BY c.id, c.slug, c.name
 ORDER BY c.id LIMIT 100;

-- name: leader_late_units :many
-- Those that hold most late ones.
-- param above unit_public.id
-- param counted_on DAY
-- param from INSTANT
-- param until INSTANT
-- param now INSTANT
-- column n INT
SELECT u.id, u.code, u.name, COUNT(*) AS n
  FROM unit_counted_public a
  JOIN report r ON r.unit_id = a.unit_id
  JOIN unit_public u ON u.id = r.unit_id
 WHERE a.above_id = :above AND a.after_on < :counted_on AND a.until_on >= :counted_on
   AND r.received_at >= :from AND r.received_at < :until
   AND (r.answered_at > r.due_at
        OR (r.is_open = 1 AND r.paused_at IS NULL AND r.due_at < :now))
 GROUP BY u.id, u.code, u.name
 ORDER BY COUNT(*) DESC, u.id LIMIT :limit;

-- name: leader_late :many
-- The late ones that a unit holds, by what they are about and who has them; whom, no page says.
-- param unit report.unit_id
-- param from INSTANT
-- param until INSTANT
-- param now INSTANT
-- column n INT
SELECT c.name AS category, r.assignee_id, r.is_open, COUNT(*) AS n
  FROM report r
  JOIN category c ON c.id = r.category_id
 WHERE r.unit_id = :unit AND r.received_at >= :from AND r.received_at < :until
   AND (r.answered_at > r.due_at
        OR (r.is_open = 1 AND r.paused_at IS NULL AND r.due_at < :now))
 GROUP BY c.name, r.assignee_id, r.is_open
 ORDER BY c.name, r.assignee_id, r.is_open LIMIT 1000;

-- name: leader_way :many
-- The units above one, the topmost first, and it last.
SELECT u.id, u.code, u.name FROM unit_above_public a JOIN unit_public u ON u.id = a.above_id
 WHERE a.unit_id = :unit_id
 ORDER BY a.depth DESC LIMIT 10;

-- name: leader_mergers :many
-- The days on which units below one ended, or such as are counted there today, and how many each.
-- param above unit_public.id
-- param from DAY
-- param until DAY
-- column n INT
-- column first_name unit_public.name
SELECT u.until_on, COUNT(*) AS n, MIN(u.name) AS first_name
  FROM unit_public u
 WHERE u.until_on >= :from AND u.until_on < :until
   AND EXISTS (SELECT 1 FROM unit_successor_public s WHERE s.unit_id = u.id)
   AND EXISTS (SELECT 1 FROM unit_counted_public c WHERE c.unit_id = u.id AND c.above_id = :above)
 GROUP BY u.until_on
 ORDER BY u.until_on LIMIT 13;

-- name: leader_successors :many
-- Who took over from a unit.
-- param unit_id unit_public.id
SELECT e.until_on, u.code, u.name
  FROM unit_successor_public s
  JOIN unit_public e ON e.id = s.unit_id
  JOIN unit_public u ON u.id = s.successor_id
 WHERE s.unit_id = :unit_id
 ORDER BY u.sort_key, u.id LIMIT 100;

-- name: leader_before :many
-- The units whose figures are counted with one today.
-- param unit_id unit_public.id
-- param today DAY
SELECT u.code, u.name, u.until_on
  FROM unit_heir_public h JOIN unit_public u ON u.id = h.unit_id
 WHERE h.heir_id = :unit_id AND u.until_on < :today
 ORDER BY u.sort_key, u.id LIMIT 100;

-- name: leader_places :many
-- Governments right below one on a day: those that a map shows.
-- param above unit_public.id
-- param on DAY
SELECT u.id, u.code, u.name, u.prefix, p.kind AS above_kind
  FROM unit_public u JOIN unit_public p ON p.id = u.parent_id
 WHERE u.parent_id = :above AND u.kind = 'government' AND u.from_on <= :on
   AND (u.until_on IS NULL OR u.until_on >= :on)
 ORDER BY u.sort_key, u.id LIMIT 400;
