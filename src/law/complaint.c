/* The lists and tables of the law on complaints. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/complaint.h"

#include "base/must.h"
#include "law/acts.h"
#include "text/tongue.h"

#define CLAUSE_NOT_READ N_("số khoản chưa được đối chiếu với văn bản")

static const struct ground refusals[] = {
    { "noi-bo",
      N_("Quyết định, hành vi nội bộ, văn bản quy phạm pháp luật, hoặc thuộc bí mật nhà "
         "nước."),
      ART(COMPLAINTS, 11, 1) },
    { "khong-lien-quan",
      N_("Quyết định, hành vi không liên quan trực tiếp đến quyền, lợi ích của "
         "người khiếu nại."),
      ART(COMPLAINTS, 11, 2) },
    { "nang-luc",
      N_("Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người "
         "đại diện hợp pháp."),
      ART(COMPLAINTS, 11, 3) },
    { "dai-dien", N_("Người đại diện không hợp pháp."), ART(COMPLAINTS, 11, 4) },
    { "chu-ky", N_("Đơn không có chữ ký hoặc điểm chỉ của người khiếu nại."),
      ART(COMPLAINTS, 11, 5) },
    { "het-thoi-hieu", N_("Đã hết thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng."),
      ART(COMPLAINTS, 11, 6) },
    { "lan-hai", N_("Khiếu nại đã có quyết định giải quyết lần hai."), ART(COMPLAINTS, 11, 7) },
    { "dinh-chi", N_("Đã có thông báo đình chỉ mà sau 30 ngày không khiếu nại tiếp."),
      ART(COMPLAINTS, 11, 8) },
    { "toa-an", N_("Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định."),
      ART(COMPLAINTS, 11, 9) },
};
const struct ground_list COMPLAINT_REFUSALS = GROUNDS(refusals);

static const struct ground tests[] = {
    { "nhieu-noi", N_("Phải xác minh tại từ hai nơi trở lên."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "nhieu-noi-dung", N_("Có từ hai nội dung phải xác minh trở lên."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "nhieu-nguoi", N_("Nhiều người khiếu nại, hoặc liên quan đến nhiều người."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "nuoc-ngoai", N_("Có yếu tố nước ngoài."), READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "nhieu-co-quan", N_("Thuộc trách nhiệm của nhiều cơ quan."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "y-kien-khac", N_("Các cơ quan còn ý kiến khác nhau."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
    { "chung-cu", N_("Chứng cứ mâu thuẫn, cần thời gian hoặc cần giám định."),
      READING(DECREE_155, 2, 0, CLAUSE_NOT_READ) },
};
const struct ground_list COMPLAINT_TESTS = GROUNDS(tests);

static const struct ground suspensions[] = {
    { "tro-ngai",
      N_("Sự kiện bất khả kháng hoặc trở ngại khách quan làm người khiếu nại không "
         "tham gia được."),
      ART(DECREE_155, 12, 0) },
    { "cho-ket-qua", N_("Phải chờ kết quả giải quyết của cơ quan khác."), ART(DECREE_155, 12, 0) },
};
const struct ground_list COMPLAINT_SUSPENSIONS = GROUNDS(suspensions);

static const struct ground terminations[] = {
    { "qua-doi", N_("Người khiếu nại đã chết."), ART(DECREE_155, 12, 0) },
    { "giai-the", N_("Cơ quan, tổ chức khiếu nại đã giải thể, phá sản hoặc chấm dứt hoạt động."),
      ART(DECREE_155, 12, 0) },
};
const struct ground_list COMPLAINT_TERMINATIONS = GROUNDS(terminations);

static const struct ground guidance[] = {
    { "noi-khac", N_("Khiếu nại thuộc thẩm quyền giải quyết của cơ quan khác."),
      READING(CIRCULAR_05, 14, 0, CLAUSE_NOT_READ) },
    { "nhieu-noi-dung",
      N_("Đơn có nhiều nội dung thuộc các thủ tục khác nhau; mỗi nội dung viết "
         "một đơn."),
      READING(CIRCULAR_05, 16, 0, CLAUSE_NOT_READ) },
    { "khong-phai-khieu-nai", N_("Nội dung là kiến nghị, phản ánh hoặc tố cáo, có thủ tục riêng."),
      READING(CIRCULAR_05, 13, 0, CLAUSE_NOT_READ) },
};
const struct ground_list COMPLAINT_GUIDANCE = GROUNDS(guidance);

static const struct ground filings[] = {
    { "da-huong-dan", N_("Cùng nội dung đã được cơ quan này hướng dẫn một lần."),
      READING(CIRCULAR_05, 6, 0, CLAUSE_NOT_READ) },
    { "gui-nhieu-noi", N_("Đơn gửi cùng lúc nhiều nơi, trong đó có nơi có thẩm quyền."),
      READING(CIRCULAR_05, 6, 0, CLAUSE_NOT_READ) },
    { "trung", N_("Cùng một việc với một đơn đang được giải quyết."),
      READING(CIRCULAR_05, 6, 0, CLAUSE_NOT_READ) },
    { "khong-doc-duoc", N_("Đơn rách nát, chữ bị tẩy xóa, không đọc được."),
      READING(CIRCULAR_05, 6, 0, CLAUSE_NOT_READ) },
    { "da-giai-quyet", N_("Việc đã có quyết định cuối cùng, không có tình tiết mới."),
      READING(CIRCULAR_05, 6, 0, CLAUSE_NOT_READ) },
};
const struct ground_list LETTER_FILINGS = GROUNDS(filings);

#define NO_DISTRICT DAY(2025, 6, 30)
#define TWO_TIERS   DAY(2025, 7, 1)

const struct competence COMPETENCES[] = {
    { RESPONDENT_COMMUNE, FIRST_ROUND, RESOLVER_COMMUNE, .cite = ART(COMPLAINTS, 17, 0) },
    { RESPONDENT_COMMUNE, SECOND_ROUND, RESOLVER_DISTRICT, .to = NO_DISTRICT,
      .cite = ART(COMPLAINTS, 18, 0) },
    { RESPONDENT_COMMUNE, SECOND_ROUND, RESOLVER_PROVINCE, .from = TWO_TIERS,
      .cite = READING(DECREE_141, 0, 0,
                      N_("nơi giải quyết lần hai của cấp xã khi không còn cấp "
                         "huyện, chưa được đối chiếu với văn bản")) },
    { RESPONDENT_UNIT, FIRST_ROUND, RESOLVER_UNIT, .cite = ART(COMPLAINTS, 19, 0) },
    { RESPONDENT_UNIT, SECOND_ROUND, RESOLVER_DEPARTMENT, .cite = ART(COMPLAINTS, 20, 0) },
    { RESPONDENT_DEPARTMENT, FIRST_ROUND, RESOLVER_DEPARTMENT, .cite = ART(COMPLAINTS, 20, 0) },
    { RESPONDENT_DEPARTMENT, SECOND_ROUND, RESOLVER_PROVINCE, .cite = ART(COMPLAINTS, 21, 0) },
    { RESPONDENT_PROVINCE, FIRST_ROUND, RESOLVER_PROVINCE, .cite = ART(COMPLAINTS, 21, 0) },
    { RESPONDENT_PROVINCE, SECOND_ROUND, RESOLVER_MINISTER, .cite = ART(COMPLAINTS, 23, 0) },
    { RESPONDENT_DISTRICT, FIRST_ROUND, RESOLVER_DISTRICT, .to = NO_DISTRICT,
      .cite = ART(COMPLAINTS, 18, 0) },
    { RESPONDENT_DISTRICT, SECOND_ROUND, RESOLVER_PROVINCE, .to = NO_DISTRICT,
      .cite = ART(COMPLAINTS, 21, 0) },
    { RESPONDENT_DISTRICT, FIRST_ROUND, RESOLVER_SUCCESSOR, .from = TWO_TIERS,
      .cite = READING(DECREE_141, 0, 0,
                      N_("cơ quan nhận lại nhiệm vụ, hoặc xã mới nơi phát sinh "
                         "việc, chủ trì; theo hướng dẫn của Thanh tra Chính "
                         "phủ")) },
    { RESPONDENT_DISTRICT, SECOND_ROUND, RESOLVER_PROVINCE, .from = TWO_TIERS,
      .cite = READING(DECREE_141, 0, 0,
                      N_("nơi giải quyết lần hai của cấp xã khi không còn cấp "
                         "huyện, chưa được đối chiếu với văn bản")) },
};
const size_t COMPETENCE_COUNT = COUNT(COMPETENCES);

static const struct {
    const char *word;
    const char *name;
} respondents[RESPONDENTS] = {
    [RESPONDENT_COMMUNE] = { "commune", N_("Chủ tịch xã, phường hoặc người thuộc quyền") },
    [RESPONDENT_UNIT] = { "unit", N_("Đơn vị thuộc sở") },
    [RESPONDENT_DEPARTMENT] = { "department", N_("Giám đốc sở") },
    [RESPONDENT_PROVINCE] = { "province", N_("Chủ tịch tỉnh, thành phố") },
    [RESPONDENT_DISTRICT] = { "district", N_("Cấp huyện trước 01/07/2025") },
};
static const char *const resolvers[RESOLVERS] = {
    [RESOLVER_COMMUNE] = N_("Chủ tịch Ủy ban nhân dân cấp xã"),
    [RESOLVER_DISTRICT] = N_("Chủ tịch Ủy ban nhân dân cấp huyện"),
    [RESOLVER_UNIT] = N_("Thủ trưởng đơn vị thuộc sở"),
    [RESOLVER_DEPARTMENT] = N_("Giám đốc sở"),
    [RESOLVER_PROVINCE] = N_("Chủ tịch Ủy ban nhân dân tỉnh, thành phố"),
    [RESOLVER_MINISTER] = N_("Bộ trưởng quản lý lĩnh vực"),
    [RESOLVER_SUCCESSOR] = N_("Cơ quan nhận lại nhiệm vụ của cấp huyện"),
};

const struct competence *competence_find(enum respondent respondent, int round, struct day day)
{
    for (size_t i = 0; i < COMPETENCE_COUNT; i++) {
        const struct competence *row = &COMPETENCES[i];
        bool has_begun = day_compare(row->from, day) <= 0;
        bool is_over = !day_is_none(row->to) && day_compare(row->to, day) < 0;
        if (row->respondent == respondent && row->round == round && has_begun && !is_over) {
            return row;
        }
    }
    return NULL;
}

enum respondent respondent_of(struct str word)
{
    enum respondent found = 0;
    while (found < RESPONDENTS && !str_equal(str_of(respondents[found].word), word)) {
        found++;
    }
    return found;
}

const char *respondent_word(enum respondent respondent)
{
    must(respondent < RESPONDENTS);
    return respondents[respondent].word;
}

const char *respondent_name(enum respondent respondent)
{
    must(respondent < RESPONDENTS);
    return respondents[respondent].name;
}

const char *resolver_name(enum resolver resolver)
{
    must(resolver < RESOLVERS);
    return resolvers[resolver];
}

/* --- letters of several people ---------------------------------------------------------------- */

static const struct cite REPRESENTATIVES = ART(RECEPTION, 29, 0);
static const struct cite GROUP_ACCEPTANCE = ART(DECREE_155, 10, 0);

struct verdict group_check_representatives(const struct complaint_group *group)
{
    enum { SMALL_GROUP = 10, SMALL_MAX = 2, LARGE_MAX = 5 };
    int64_t most = group->people <= SMALL_GROUP ? SMALL_MAX : LARGE_MAX;
    if (group->people < GROUP_PEOPLE_MIN) {
        return VERDICT_OK;
    }
    if (group->representatives < 1) {
        return refuse_field("representatives",
                            N_("Đơn của từ 5 người trở lên phải cử người đại diện."),
                            &REPRESENTATIVES);
    }
    if (group->representatives > most && most == SMALL_MAX) {
        return refuse_field("representatives",
                            N_("Từ 5 đến 10 người thì cử một hoặc hai người đại diện."),
                            &REPRESENTATIVES);
    }
    if (group->representatives > most) {
        return refuse_field("representatives",
                            N_("Trên 10 người thì cử nhiều nhất năm người đại diện."),
                            &REPRESENTATIVES);
    }
    return VERDICT_OK;
}

struct verdict group_check_acceptance(const struct complaint_group *group, struct day received_on)
{
    bool is_asked = act_in_force(&DECREE_155, received_on) && group->people >= GROUP_PEOPLE_MIN;
    if (is_asked && !group->has_all_signatures) {
        return refuse(N_("Khiếu nại của nhiều người chỉ được thụ lý khi có đủ chữ ký của mọi "
                         "người."),
                      &GROUP_ACCEPTANCE);
    }
    if (is_asked && !group->has_appointment) {
        return refuse(N_("Khiếu nại của nhiều người chỉ được thụ lý khi có văn bản cử người đại "
                         "diện."),
                      &GROUP_ACCEPTANCE);
    }
    return group_check_representatives(group);
}
