-- All SQL of models; units and people through public views. `object` is a row's name in the ledger.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: model_insert :put
INSERT INTO model (id, unit_id, state, cost, households, workdays, object, position)
VALUES (:id, :unit_id, :state, 0, 0, 0, :object, 0);

-- name: model_update :put
-- All that an act may change.
UPDATE model
   SET unit_id = :unit_id, state = :state, field = :field, subject = :subject, person = :person,
       begins_on = :begins_on, name = :name, reason = :reason, goal = :goal, way = :way,
       place = :place, forces = :forces, resources = :resources, product = :product,
       upkeep = :upkeep, contact = :contact, cost = :cost, households = :households,
       workdays = :workdays, land = :land, road = :road, listed_on = :listed_on,
       news_on = :news_on, asked_on = :asked_on, position = :position
 WHERE id = :id;

-- name: model_get :one
-- param id model.id
SELECT m.id, m.unit_id, m.state, m.field, m.subject, m.person, m.begins_on, m.name, m.reason,
       m.goal, m.way, m.place, m.forces, m.resources, m.product, m.upkeep, m.contact, m.cost,
       m.households, m.workdays, m.land, m.road, m.listed_on, m.news_on, m.asked_on, m.object,
       m.position, u.code AS unit_code, u.name AS unit_name
  FROM model m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.id = :id;

-- name: model_check_rows :many
-- param after model.id
SELECT m.id, m.unit_id, m.state, m.field, m.subject, m.person, m.begins_on, m.name, m.reason,
       m.goal, m.way, m.place, m.forces, m.resources, m.product, m.upkeep, m.contact, m.cost,
       m.households, m.workdays, m.land, m.road, m.listed_on, m.news_on, m.asked_on, m.object,
       m.position, u.code AS unit_code, u.name AS unit_name
  FROM model m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.id > :after ORDER BY m.id LIMIT :limit;

-- name: model_list :many
-- What everybody may read, newest first.
-- param before model.id
-- param every_unit YES
-- param every_field YES
-- param every_state YES
-- param every_subject YES
-- param each_max INT
-- column verified_copies INT
SELECT m.id, m.name, m.field, m.subject, m.state, m.begins_on, m.listed_on, m.news_on, m.cost,
       m.households, m.workdays, m.land, m.road, u.code AS unit, u.name AS unit_name, r.metric,
       r.amount_before, r.amount_after, r.measure, r.measured_on,
       COALESCE(s.verified, 0) AS verified_copies, m.position
  FROM model m
  JOIN unit_public u ON u.id = m.unit_id
  LEFT JOIN model_standing s ON s.model_id = m.id
  LEFT JOIN model_result r ON r.id = (SELECT MAX(n.id) FROM model_result n WHERE n.model_id = m.id)
 WHERE m.listed_on IS NOT NULL AND m.id < :before
   AND (:every_unit = 1 OR m.unit_id = :unit_id)
   AND (:every_field = 1 OR m.field = :field)
   AND (:every_state = 1 OR m.state = :state)
   AND (:every_subject = 1 OR m.subject = :subject)
   AND (:each_max = 0 OR (m.households > 0 AND m.cost <= :each_max * m.households))
 ORDER BY m.id DESC LIMIT :limit;

-- name: model_found :one
-- One row of that list, for what a search has found.
-- param id model.id
-- param every_unit YES
-- param every_field YES
-- param every_state YES
-- param every_subject YES
-- param each_max INT
-- column verified_copies INT
SELECT m.id, m.name, m.field, m.subject, m.state, m.begins_on, m.listed_on, m.news_on, m.cost,
       m.households, m.workdays, m.land, m.road, u.code AS unit, u.name AS unit_name, r.metric,
       r.amount_before, r.amount_after, r.measure, r.measured_on,
       COALESCE(s.verified, 0) AS verified_copies, m.position
  FROM model m
  JOIN unit_public u ON u.id = m.unit_id
  LEFT JOIN model_standing s ON s.model_id = m.id
  LEFT JOIN model_result r ON r.id = (SELECT MAX(n.id) FROM model_result n WHERE n.model_id = m.id)
 WHERE m.listed_on IS NOT NULL AND m.id = :id
   AND (:every_unit = 1 OR m.unit_id = :unit_id)
   AND (:every_field = 1 OR m.field = :field)
   AND (:every_state = 1 OR m.state = :state)
   AND (:every_subject = 1 OR m.subject = :subject)
   AND (:each_max = 0 OR (m.households > 0 AND m.cost <= :each_max * m.households));

-- name: model_desk_list :many
-- What the units below one have entered, drafts too.
-- param before model.id
-- param above unit.id
-- param every_state YES
SELECT m.id, m.name, m.field, m.state, m.news_on, u.name AS unit_name
  FROM model m
  JOIN unit_public u ON u.id = m.unit_id
  JOIN unit_above_public a ON a.unit_id = m.unit_id AND a.above_id = :above
 WHERE m.id < :before AND (:every_state = 1 OR m.state = :state)
 ORDER BY m.id DESC LIMIT :limit;

-- name: model_changed :each
-- param from INT
-- param until INT
SELECT m.id, m.unit_id, m.listed_on, m.name, m.reason, m.goal, m.way, m.place, m.product,
       u.name AS unit_name
  FROM model m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.position >= :from AND m.position < :until
 ORDER BY m.position;

-- name: model_unit :one
-- The unit of that code on that day.
-- param code unit_public.code
-- param on DAY
SELECT u.id, u.code, u.name FROM unit_public u
 WHERE u.code = :code AND u.from_on <= :on AND (u.until_on IS NULL OR u.until_on >= :on);

-- name: model_unit_ended :one
-- The last one that bore that code and is no more.
-- param code unit_public.code
SELECT u.name, u.until_on FROM unit_public u
 WHERE u.code = :code AND u.until_on < :today
 ORDER BY u.until_on DESC LIMIT 1;

-- name: model_unit_get :one
-- param id unit.id
SELECT u.code, u.name FROM unit_public u WHERE u.id = :id;

-- name: model_units_below :many
-- The units for which someone may enter a model.
-- param above unit.id
SELECT u.code, u.name
  FROM unit_above_public a JOIN unit_public u ON u.id = a.unit_id
 WHERE a.above_id = :above AND u.from_on <= :today
   AND (u.until_on IS NULL OR u.until_on >= :today)
 ORDER BY a.depth, u.sort_key, u.code LIMIT 300;

-- name: model_units :many
-- The units with a model that everybody may read.
SELECT DISTINCT u.code, u.name, u.sort_key
  FROM model m JOIN unit_public u ON u.id = m.unit_id
 WHERE m.listed_on IS NOT NULL
 ORDER BY u.sort_key, u.code LIMIT 300;

-- name: model_silent :many
-- Of that state, not heard of since a day.
-- param since DAY
SELECT m.id FROM model m
 WHERE m.state = :state AND m.news_on <= :since AND m.asked_on IS NULL
 ORDER BY m.news_on, m.id LIMIT 100;

-- name: model_unanswered :many
-- Of that state, asked on that day at the latest and not heard of since.
-- param since DAY
SELECT m.id FROM model m
 WHERE m.state = :state AND m.asked_on <= :since
 ORDER BY m.news_on, m.id LIMIT 100;

-- name: model_mail_holders :many
-- Who holds the power over this unit, the nearest first.
-- param unit_id unit.id
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

-- name: model_result_insert :put
INSERT INTO model_result (id, model_id, metric, amount_before, amount_after, measure,
                          measured_on, source, failures, needs, evidence, said_by_id, object,
                          position)
VALUES (:id, :model_id, :metric, :amount_before, :amount_after, :measure, :measured_on,
        :source, :failures, :needs, :evidence, :said_by_id, :object, :position);

-- name: model_results :many
-- What was measured, newest first.
SELECT id, model_id, metric, amount_before, amount_after, measure, measured_on, source,
       failures, needs, evidence, said_by_id, object, position
  FROM model_result WHERE model_id = :model_id ORDER BY id DESC LIMIT 100;

-- name: model_check_results :many
-- param after model_result.id
SELECT id, model_id, metric, amount_before, amount_after, measure, measured_on, source,
       failures, needs, evidence, said_by_id, object, position
  FROM model_result WHERE id > :after ORDER BY id LIMIT :limit;

-- name: model_act_insert :put
INSERT INTO model_act (id, model_id, act, said, at, by_id, object, position)
VALUES (:id, :model_id, :act, :said, :at, :by_id, :object, :position);

-- name: model_acts :many
-- What was done with it, newest first.
SELECT a.act, a.said, a.at, p.name AS person_name
  FROM model_act a LEFT JOIN person_public p ON p.id = a.by_id
 WHERE a.model_id = :model_id ORDER BY a.id DESC LIMIT 200;

-- name: model_check_acts :many
-- param after model_act.id
SELECT id, model_id, act, said, at, by_id, object, position
  FROM model_act WHERE id > :after ORDER BY id LIMIT :limit;
