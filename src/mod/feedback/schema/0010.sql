-- A category's questions are found without reading all of them.
-- SPDX-License-Identifier: AGPL-3.0-or-later

CREATE INDEX category_question_list ON category_question (category_id, position);
