/* The workflow of a model. No law orders it: each row says from where its practice is known. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/flow.h"

#include "law/rule.h"
#include "text/tongue.h"

static const struct state flow_states[MODEL_STATES] = {
    [MODEL_DRAFT] = { "draft", N_("Bản nháp"),
                      N_("Đơn vị đang viết bản đăng ký; chưa ai khác đọc được."), false },
    [MODEL_REGISTERED] = { "registered", N_("Đã đăng ký, chờ duyệt"),
                           N_("Bản đăng ký đang chờ vào danh sách được duyệt."), false },
    [MODEL_RUNNING] = { "running", N_("Đang chạy"),
                        N_("Mô hình đang làm; kết quả mới nhất ở bên dưới."), false },
    [MODEL_STALE] = { "stale", N_("Chưa cập nhật"),
                      N_("Đã hỏi mà đơn vị chưa báo tin mới: số liệu có thể đã cũ."), false },
    [MODEL_STOPPED] = { "stopped", N_("Đã dừng"),
                        N_("Mô hình không còn làm; điều rút ra được giữ lại ở đây."), true },
    [MODEL_DROPPED] = { "dropped", N_("Đã bỏ"), N_("Bản nháp đã bỏ, chưa từng được đăng ký."),
                        true },
};

#define FORM PRACTICE(N_("Bản đăng ký mô hình “Dân vận khéo” gồm chín ô bắt buộc"))
#define LIST PRACTICE(N_("Danh sách mô hình của năm do người lãnh đạo đơn vị duyệt"))
#define LIVE PRACTICE(N_("Mô hình chỉ ở lại danh sách khi còn hiệu quả"))
#define NEWS PRACTICE(N_("Một năm không có tin thì hỏi, một tháng không trả lời thì ghi là cũ"))

static const struct move flow_moves[] = {
    { .to = MODEL_DRAFT,
      .command = "draft",
      .by = POWER_REGISTER,
      .label = N_("Lưu nháp"),
      .cite = FORM },
    { .to = MODEL_REGISTERED,
      .command = "register",
      .by = POWER_REGISTER,
      .label = N_("Đăng ký"),
      .cite = FORM },
    { IN(MODEL_DRAFT), STAY, "draft", POWER_REGISTER, .label = N_("Lưu nháp"), .cite = FORM },
    { IN(MODEL_DRAFT), MODEL_REGISTERED, "register", POWER_REGISTER, .label = N_("Đăng ký"),
      .cite = FORM },
    { IN(MODEL_DRAFT), MODEL_DROPPED, "drop", POWER_REGISTER, .label = N_("Bỏ bản nháp"),
      .cite = FORM },
    { IN(MODEL_REGISTERED), MODEL_RUNNING, "approve", POWER_LEAD,
      .label = N_("Duyệt vào danh sách"), .cite = LIST },
    { IN(MODEL_REGISTERED), MODEL_DRAFT, "send_back", POWER_LEAD, .label = N_("Trả lại để sửa"),
      .cite = LIST },
    { IN(MODEL_RUNNING), STAY, "measure", POWER_REGISTER, .label = N_("Báo kết quả đo được"),
      .cite = LIVE },
    { IN(MODEL_STALE), MODEL_RUNNING, "measure", POWER_REGISTER, .label = N_("Báo kết quả đo được"),
      .cite = LIVE },
    { IN(MODEL_RUNNING) | IN(MODEL_STALE), MODEL_STOPPED, "stop", POWER_REGISTER,
      .label = N_("Dừng mô hình"), .cite = LIVE },
    { IN(MODEL_RUNNING), STAY, "ask", BY_CLOCK, .label = N_("Hỏi tin mới"), .cite = NEWS },
    { IN(MODEL_RUNNING), MODEL_STALE, "lapse", BY_CLOCK, .label = N_("Ghi là chưa cập nhật"),
      .cite = NEWS },
};

static const struct party flow_parties[] = {
    { POWER_REGISTER, N_("Cán bộ ghi mô hình của đơn vị") },
    { POWER_LEAD, N_("Người duyệt danh sách") },
};

const struct workflow model_flow = {
    .name = "model",
    .title = N_("Mô hình “Dân vận khéo”"),
    .states = flow_states,
    .state_count = COUNT(flow_states),
    .moves = flow_moves,
    .move_count = COUNT(flow_moves),
    .parties = flow_parties,
    .party_count = COUNT(flow_parties),
    .terms = &RULES,
};
