-- Complaints beside their cases.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- name: complaint_insert :put
INSERT INTO complaint (case_id, round, first_id, respondent, respondent_unit, is_discipline,
                       is_dismissal, contested, contested_on, content, request, people,
                       representatives, has_all_signatures, has_appointment, is_remote,
                       is_complex, excluded_days, findings, dialogue_on, outcome, stayed_on)
VALUES (:case_id, :round, :first_id, :respondent, :respondent_unit, :is_discipline,
        :is_dismissal, :contested, :contested_on, :content, :request, :people, :representatives,
        :has_all_signatures, :has_appointment, :is_remote, 0, :excluded_days, NULL, NULL, NULL,
        NULL);

-- name: complaint_get :one
SELECT case_id, round, first_id, respondent, respondent_unit, is_discipline, is_dismissal,
       contested, contested_on, content, request, people, representatives, has_all_signatures,
       has_appointment, is_remote, is_complex, excluded_days, findings, dialogue_on, outcome,
       stayed_on
  FROM complaint WHERE case_id = :case_id;

-- name: complaint_update :put
-- All that an act may change.
UPDATE complaint
   SET content = :content, people = :people, representatives = :representatives,
       has_all_signatures = :has_all_signatures, has_appointment = :has_appointment,
       is_complex = :is_complex, findings = :findings, dialogue_on = :dialogue_on,
       outcome = :outcome, stayed_on = :stayed_on
 WHERE case_id = :case_id;

-- name: complaint_seconds :many
-- The complaints of the second round that name this one as their first.
SELECT case_id FROM complaint WHERE first_id = :first_id ORDER BY case_id LIMIT 20;
