/* Pure: the year of a model. No law orders it; each row says whose practice it is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/year_rules.h"

#include "law/rule.h"
#include "mod/model/flow.h"
#include "text/tongue.h"

static guard_fn is_settled;

static const struct state year_states[YEAR_STATES] = {
    [YEAR_ASSESSED] = { "assessed", N_("Đã tự chấm, chờ thẩm định"),
                        N_("Đơn vị đã tự chấm; hai người ngoài đơn vị đang thẩm định."), false },
    [YEAR_APPRAISED] = { "appraised", N_("Đã thẩm định, chờ công nhận"),
                         N_("Đã có điểm thẩm định; người có thẩm quyền đang xem xét."), false },
    [YEAR_RECOGNISED] = { "recognised", N_("Được công nhận"),
                          N_("Mô hình được công nhận trong năm này."), false },
    [YEAR_OUTSTANDING] = { "outstanding", N_("Tiêu biểu"),
                           N_("Mô hình được chọn là tiêu biểu trong năm này."), false },
    [YEAR_PROPOSED] = { "proposed", N_("Đã đề nghị khen thưởng"),
                        N_("Mô hình được đề nghị khen thưởng."), true },
    [YEAR_TURNED_DOWN] = { "turned_down", N_("Không công nhận"),
                           N_("Năm này mô hình không được công nhận; lý do ghi ở bên dưới."),
                           true },
};

#define SELF  PRACTICE(N_("Đơn vị tự chấm mô hình của mình trước, theo phiếu điểm"))
#define LOOK  PRACTICE(N_("Hai người ngoài đơn vị thẩm định; lệch quá 10 điểm thì cần thêm một"))
#define GRANT PRACTICE(N_("Cấp trên công nhận mô hình sau khi thẩm định"))
#define BEST  PRACTICE(N_("Tiêu biểu chọn trong số được công nhận, khen thưởng trong số tiêu biểu"))

static const struct move year_moves[] = {
    { .to = YEAR_ASSESSED,
      .command = "year_assess",
      .by = POWER_REGISTER,
      .label = N_("Tự chấm"),
      .cite = SELF },
    { IN(YEAR_ASSESSED), STAY, "year_assess", POWER_REGISTER, .label = N_("Tự chấm"),
      .cite = SELF },
    { IN(YEAR_ASSESSED), YEAR_APPRAISED, "year_appraise", POWER_APPRAISE, is_settled,
      .label = N_("Thẩm định"), .cite = LOOK },
    { IN(YEAR_ASSESSED), STAY, "year_appraise", POWER_APPRAISE, .label = N_("Thẩm định"),
      .cite = LOOK },
    { IN(YEAR_APPRAISED), YEAR_RECOGNISED, "year_recognise", POWER_LEAD, .label = N_("Công nhận"),
      .cite = GRANT },
    { IN(YEAR_APPRAISED), YEAR_TURNED_DOWN, "year_turn_down", POWER_LEAD,
      .label = N_("Không công nhận"), .cite = GRANT },
    { IN(YEAR_RECOGNISED), YEAR_OUTSTANDING, "year_choose", POWER_LEAD,
      .label = N_("Chọn là tiêu biểu"), .cite = BEST },
    { IN(YEAR_OUTSTANDING), YEAR_PROPOSED, "year_propose", POWER_LEAD,
      .label = N_("Đề nghị khen thưởng"), .cite = BEST },
};

static const struct party year_parties[] = {
    { POWER_REGISTER, N_("Cán bộ ghi mô hình của đơn vị") },
    { POWER_APPRAISE, N_("Người thẩm định, ngoài đơn vị") },
    { POWER_LEAD, N_("Người công nhận, ngoài đơn vị") },
};

const struct workflow model_year_flow = {
    .name = "model-year",
    .title = N_("Xét công nhận mô hình"),
    .states = year_states,
    .state_count = COUNT(year_states),
    .moves = year_moves,
    .move_count = COUNT(year_moves),
    .parties = year_parties,
    .party_count = COUNT(year_parties),
    .terms = &RULES,
};

const struct model_word model_levels[YEAR_LEVELS] = {
    { "commune", N_("Cấp xã") },
    { "province", N_("Cấp tỉnh, thành phố") },
    { "central", N_("Cấp trung ương") },
};

/* --- points ----------------------------------------------------------------------------------- */

const char *const model_points_names[YEAR_CRITERIA] = { "points_1", "points_2", "points_3",
                                                        "points_4", "points_5", "points_6",
                                                        "points_7", "points_8" };

struct verdict model_sheet_is_other(void)
{
    return invalid(model_points_names[0],
                   N_("Năm này dùng một phiếu khác, đang hiện ở đây. Hãy xem "
                      "lại từng tiêu chí rồi cho điểm."));
}

struct verdict model_points_fit(const int64_t points[YEAR_CRITERIA], int64_t seen,
                                const struct model_sheet_known *known)
{
    size_t outside = model_points_outside(known->sheet, points);
    if (seen != known->id) {
        return model_sheet_is_other();
    }
    return outside < known->sheet->criterion_count
               ? invalid(model_points_names[outside],
                         N_("Điểm này vượt mức tối đa của tiêu chí, ghi ngay dưới "
                            "tên. Hãy cho từ 0 đến mức đó."))
               : VERDICT_OK;
}

static struct verdict is_settled(const void *facts)
{
    const struct model_appraise_facts *known = facts;
    int64_t points;
    return model_totals_settle(known->totals, known->count, &points)
               ? VERDICT_OK
               : (struct verdict){ .status = STATUS_FORBIDDEN };
}

/* --- may it be done? -------------------------------------------------------------------------- */

struct verdict model_may_assess(const struct model_assess_form *form,
                                const struct model_assess_facts *facts, struct day today)
{
    enum { MARCH = 3 };
    int year;
    int month;
    int day;
    day_split(today, &year, &month, &day);
    int state = workflow_state(&model_flow, facts->model->state);
    if (state != MODEL_RUNNING && state != MODEL_STALE) {
        return refuse(N_("Chỉ mô hình đang chạy, đã vào danh sách mới được xét. Hãy đợi duyệt danh "
                         "sách."),
                      &year_moves[0].cite);
    }
    if (form->year != year && (form->year != year - 1 || month > MARCH)) {
        return invalid("year", N_("Chỉ xét cho năm nay; năm trước chỉ xét đến hết tháng 3. Hãy "
                                  "chọn lại năm."));
    }
    if (form->year < model_year_of(facts->model->begins_on)) {
        return invalid("year", N_("Năm này mô hình chưa bắt đầu. Hãy chọn năm sau đó."));
    }
    if (form->year < model_year_of(facts->model->listed_on)) {
        return invalid("year", N_("Năm này mô hình chưa vào danh sách được duyệt. Hãy chọn năm sau "
                                  "đó."));
    }
    if (!facts->is_measured) {
        return invalid("year", N_("Năm này chưa có kết quả nào được đo. Hãy báo kết quả đo được "
                                  "trước, rồi tự chấm."));
    }
    if (facts->is_appraised) {
        return refuse(N_("Đã có người thẩm định nên không tự chấm lại được nữa. Hãy nói với người "
                         "thẩm định điều cần sửa."),
                      &year_moves[1].cite);
    }
    return model_points_fit(form->points, form->sheet, &facts->sheet);
}

struct verdict model_may_appraise(const struct model_appraise_form *form,
                                  const struct model_appraise_facts *facts)
{
    if (facts->is_party) {
        return refuse(N_("Anh chị có chức vụ ở đơn vị có mô hình nên không thẩm định được. Hãy "
                         "nhờ người của đơn vị khác."),
                      &year_moves[2].cite);
    }
    if (facts->has_appraised) {
        return refuse(N_("Anh chị đã thẩm định mô hình này rồi; mỗi người một lần. Hãy nhờ người "
                         "khác."),
                      &year_moves[2].cite);
    }
    return model_points_fit(form->points, form->sheet, &facts->sheet);
}

struct verdict model_may_recognise(const struct model_entry_get_row *entry,
                                   const struct model_entry_act_form *form, bool is_party)
{
    if (is_party) {
        return refuse(N_("Anh chị có chức vụ ở đơn vị có mô hình nên không tự công nhận được. Hãy "
                         "để cấp trên công nhận."),
                      &year_moves[4].cite);
    }
    if (!model_grade_is_enough(entry->grade)) {
        return refuse(N_("Điểm thẩm định dưới mức trung bình nên không công nhận được. Hãy chọn "
                         "“Không công nhận” và nêu lý do."),
                      &year_moves[4].cite);
    }
    if (*model_label(model_levels, YEAR_LEVELS, form->level) == '\0') {
        return invalid("level", N_("Chưa chọn cấp công nhận. Hãy chọn một cấp trong danh sách."));
    }
    if (str_is_empty(str_trim(form->decision))) {
        return invalid("decision", N_("Chưa có số quyết định. Hãy ghi số của văn bản công nhận."));
    }
    return VERDICT_OK;
}
