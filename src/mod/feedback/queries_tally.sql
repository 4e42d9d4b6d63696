-- Reports as the law counts letters (web/tally.h).
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: report_tally :many
-- What a unit and those below it hold, and what had not ended before `from`. `came_at` is when it
-- last came to them from elsewhere, 0 never; `is_first` says that it was sent to one of them,
-- `parts` that it was split off another, `voices` who joined before `after`.
-- param unit_id unit_above_public.above_id
-- param from INSTANT
-- param after INSTANT
-- column came_at INSTANT
-- column is_first INT
-- column taken_at INSTANT
-- column left_at INSTANT
-- column parts INT
-- column voices INT
SELECT r.id, r.code, u.name AS unit_name, r.state, r.received_at, r.answered_at, r.due_at,
       r.paused_at,
       COALESCE((SELECT MAX(e.at) FROM report_event e
                  WHERE e.report_id = r.id AND e.act IN ('transfer', 'rule') AND e.is_undone = 0
                    AND e.other_unit_id NOT IN (SELECT b.unit_id FROM unit_above_public b
                                                 WHERE b.above_id = :unit_id)), 0) AS came_at,
       (SELECT count(*) FROM unit_above_public f
         WHERE f.unit_id = r.first_unit_id AND f.above_id = :unit_id) AS is_first,
       COALESCE((SELECT MAX(e.at) FROM report_event e
                  WHERE e.report_id = r.id AND e.act IN ('accept', 'take')
                    AND e.is_undone = 0), 0) AS taken_at,
       COALESCE((SELECT MAX(e.at) FROM report_event e
                  WHERE e.report_id = r.id AND e.act IN ('withdraw', 'merge')
                    AND e.is_undone = 0), 0) AS left_at,
       (SELECT count(*) FROM report_link l
         WHERE l.report_id = r.id AND l.kind = 'split' AND l.other_id < r.id) AS parts,
       (SELECT count(*) FROM report_voice w WHERE w.report_id = r.id AND w.at < :after) AS voices
  FROM unit_above_public a
  JOIN report r ON r.unit_id = a.unit_id
  JOIN unit_public u ON u.id = r.unit_id
 WHERE a.above_id = :unit_id AND r.received_at < :after
   AND (r.is_open = 1 OR r.answered_at >= :from
        OR (r.answered_at IS NULL
            AND EXISTS (SELECT 1 FROM report_event e
                         WHERE e.report_id = r.id AND e.act IN ('withdraw', 'merge')
                           AND e.is_undone = 0 AND e.at >= :from)))
 ORDER BY r.id LIMIT :limit;

-- name: report_tally_passed :many
-- What left them for elsewhere and is there now: passed on, or given back to who passed it on.
-- param unit_id unit_above_public.above_id
-- param from INSTANT
-- param after INSTANT
-- column voices INT
SELECT r.id, r.code, u.name AS unit_name, e.act, e.at, e.was_due_at, r.received_at,
       (SELECT count(*) FROM report_voice w WHERE w.report_id = r.id AND w.at < :after) AS voices
  FROM unit_above_public a
  JOIN report_event e ON e.other_unit_id = a.unit_id AND e.at >= :from
  JOIN report r ON r.id = e.report_id
  JOIN unit_public u ON u.id = e.other_unit_id
 WHERE a.above_id = :unit_id AND e.act IN ('transfer', 'return', 'rule') AND e.is_undone = 0
   AND e.unit_id <> e.other_unit_id AND r.received_at < :after
   AND r.unit_id NOT IN (SELECT b.unit_id FROM unit_above_public b WHERE b.above_id = :unit_id)
 ORDER BY r.id, e.id LIMIT :limit;
