-- What senders reply to a category's questions, and when photos came.
-- SPDX-License-Identifier: AGPL-3.0-or-later

-- One text (question.h): a line for each question that was answered, "label: reply". The label
-- stands in it, so that a question may be worded otherwise later; it holds no colon. Replies may
-- name a person's papers: they stay in the house and with the sender.
ALTER TABLE draft ADD COLUMN replies TEXT NULL;
ALTER TABLE report ADD COLUMN replies TEXT NULL;

-- When the photo came to the report; NULL while it is a draft's.
ALTER TABLE report_photo ADD COLUMN added_at INSTANT NULL;

-- Nobody can look into "the application" without its name.
INSERT INTO category_question (id, category_id, position, label, is_required)
VALUES
(5, 15, 1, 'Trang web, ứng dụng hoặc nhà mạng nào', 1),
(6, 15, 2, 'Máy báo lỗi gì', 0);
