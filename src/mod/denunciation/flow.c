/* The workflow of denunciations: each row is a sentence of the law, with its article. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/flow.h"

#include <string.h>

#include "base/must.h"
#include "law/acts.h"
#include "law/denunciation.h"
#include "law/rule.h"
#include "text/tongue.h"

static guard_fn accused_is_told;
static guard_fn accused_is_untold;
static guard_fn sender_is_told;
static guard_fn sender_is_untold;
static guard_fn was_accepted;
static guard_fn was_verifying;
static guard_fn was_verified;
static guard_fn has_to_tell;
static guard_fn has_to_send;
static guard_fn all_is_done;
static guard_fn is_undelegated;
static guard_fn asks_no_protection;
static guard_fn asks_protection;
static guard_fn is_protected;
static guard_fn is_not_passed_on;
static guard_fn owes_body;
static guard_fn owes_no_body;
static guard_fn was_inspected;
static guard_fn was_filed;
static guard_fn was_forwarded;
static guard_fn was_refused;
static guard_fn was_handed_on;
static guard_fn was_upheld;
static guard_fn is_not_with_experts;
static guard_fn is_with_experts;
static guard_fn waits_for_no_result;
static guard_fn is_unserved;
static guard_fn review_is_over;
static guard_fn has_no_report_due;
static guard_fn has_to_report;
static guard_fn has_to_account;

static const struct state flow_states[DENUNCIATION_STATES] = {
    [DENUNCIATION_INFORMED] = { "informed", N_("Thông tin có nội dung tố cáo"),
                                N_("Nơi nhận đã đọc. Muốn được thụ lý theo Luật Tố cáo, bà con ký "
                                   "đơn hoặc đến trình bày trực tiếp; nếu không, nơi nhận xem có "
                                   "kiểm tra được không."),
                                false },
    [DENUNCIATION_RECEIVED] = { "received", N_("Đã vào sổ tố cáo"),
                                N_("Tố cáo đã vào sổ; nơi nhận đang kiểm tra điều kiện thụ lý."),
                                false },
    [DENUNCIATION_CONTINUED] = { "continued", N_("Tố cáo tiếp, đang xem xét"),
                                 N_("Cấp trên đang xem hồ sơ đã giải quyết, có thể mời bà con làm "
                                    "việc. Giải quyết đúng luật thì không giải quyết lại và báo "
                                    "bằng văn bản, nêu rõ lý do; không đúng thì giải quyết lại."),
                                 false },
    [DENUNCIATION_LATE] = { "late", N_("Tố cáo tiếp vì quá hạn"),
                            N_("Nơi giải quyết để quá hạn: cấp trên sẽ yêu cầu nơi đó báo cáo quá "
                               "trình, lý do chậm và trách nhiệm."),
                            false },
    [DENUNCIATION_DEMANDED] = { "demanded", N_("Đã yêu cầu nơi giải quyết báo cáo"),
                                N_("Cấp trên đã yêu cầu nơi giải quyết báo cáo; nơi đó có 5 ngày "
                                   "làm việc từ ngày nhận yêu cầu."),
                                false },
    [DENUNCIATION_WATCHED] = { "watched", N_("Đang đôn đốc nơi giải quyết"),
                               N_("Nơi giải quyết phải giải quyết tiếp và báo cáo kết quả; cấp "
                                  "trên đang theo dõi, đôn đốc."),
                               false },
    [DENUNCIATION_TAKEN] = { "taken", N_("Lấy lên giải quyết, chờ hồ sơ"),
                             N_("Cấp trên tự giải quyết vụ việc: nơi cũ phải dừng và chuyển hồ sơ; "
                                "thời hạn tính từ ngày cấp trên quyết định thụ lý."),
                             false },
    [DENUNCIATION_ACCEPTED] = { "accepted", N_("Đã thụ lý"),
                                N_("Tố cáo đã được thụ lý để giải quyết."), false },
    [DENUNCIATION_VERIFYING] = { "verifying", N_("Đang xác minh"),
                                 N_("Tổ xác minh đang làm rõ nội dung tố cáo."), false },
    [DENUNCIATION_VERIFIED] = { "verified", N_("Đã xác minh"),
                                N_("Đã có báo cáo xác minh; bước sau là kết luận."), false },
    [DENUNCIATION_SUSPENDED] = { "suspended", N_("Tạm đình chỉ"),
                                 N_("Việc giải quyết tạm dừng; thời hạn không tính tiếp cho đến "
                                    "khi có quyết định tiếp tục."),
                                 false },
    [DENUNCIATION_CONCLUDED] = { "concluded", N_("Đã có kết luận"),
                                 N_("Đã có kết luận nội dung tố cáo; nơi giải quyết đang gửi, xử "
                                    "lý và công khai kết luận."),
                                 false },
    [DENUNCIATION_TELLING] = { "telling", N_("Đã xử lý, chờ báo nơi chuyển đơn"),
                               N_("Đã xử lý xong, kết quả ghi bên dưới; nơi nhận còn phải báo cho "
                                  "cơ "
                                  "quan đã chuyển đơn."),
                               false },
    [DENUNCIATION_TERMINATED] = { "terminated", N_("Đã đình chỉ, chờ gửi"),
                                  N_("Việc giải quyết tố cáo đã được đình chỉ."), false },
    [DENUNCIATION_CLOSED] = { "closed", N_("Đã kết thúc"), N_("Việc giải quyết đã kết thúc."),
                              true },
    [DENUNCIATION_INSPECTED] = { "inspected", N_("Đã chuyển thanh tra, kiểm tra"),
                                 N_("Không thụ lý thành tố cáo; thông tin được dùng để thanh tra, "
                                    "kiểm tra."),
                                 true },
    [DENUNCIATION_FILED] = { "filed", N_("Lưu đơn"),
                             N_("Đơn được lưu, không xử lý tiếp; lý do ghi bên dưới."), true },
    [DENUNCIATION_FORWARDED] = { "forwarded", N_("Đã chuyển nơi có thẩm quyền"),
                                 N_("Tố cáo đã được chuyển đến cơ quan có thẩm quyền giải quyết."),
                                 true },
    [DENUNCIATION_PASSED_BY] = { "passed_by", N_("Không xử lý"),
                                 N_("Tố cáo không thuộc thẩm quyền và không được xử lý; lý do ghi "
                                    "bên dưới."),
                                 true },
    [DENUNCIATION_REFUSED] = { "refused", N_("Không thụ lý"),
                               N_("Tố cáo không được thụ lý; lý do ghi bên dưới."), true },
    [DENUNCIATION_UPHELD] = { "upheld", N_("Không giải quyết lại"),
                              N_("Cấp trên đã xem hồ sơ: việc giải quyết trước đó đúng luật nên "
                                 "không giải quyết lại; lý do ghi trong văn bản gửi bà con."),
                              true },
    [DENUNCIATION_HANDED_OVER] = { "handed_over", N_("Cấp trên lấy lên giải quyết"),
                                   N_("Cấp trên trực tiếp đã lấy vụ việc lên giải quyết và sẽ báo "
                                      "bà con khi thụ lý."),
                                   true },
    [DENUNCIATION_CRIME] = { "crime", N_("Đã chuyển cơ quan điều tra, viện kiểm sát"),
                             N_("Có dấu hiệu tội phạm: hồ sơ đã được chuyển cho cơ quan điều tra "
                                "hoặc viện kiểm sát."),
                             true },
};

#define CHECKING (IN(DENUNCIATION_INFORMED) | IN(DENUNCIATION_RECEIVED))
#define REVIEWING                                                                                  \
    (IN(DENUNCIATION_CONTINUED) | IN(DENUNCIATION_LATE) | IN(DENUNCIATION_DEMANDED) |              \
     IN(DENUNCIATION_WATCHED) | IN(DENUNCIATION_TAKEN))
#define SETTLING                                                                                   \
    (IN(DENUNCIATION_ACCEPTED) | IN(DENUNCIATION_VERIFYING) | IN(DENUNCIATION_VERIFIED))
#define ACCEPTED   (SETTLING | IN(DENUNCIATION_SUSPENDED))
#define PROTECTING (IN(DENUNCIATION_RECEIVED) | REVIEWING | ACCEPTED)
#define UNFINISHED                                                                                 \
    (CHECKING | REVIEWING | ACCEPTED | IN(DENUNCIATION_CONCLUDED) | IN(DENUNCIATION_TERMINATED) |  \
     IN(DENUNCIATION_TELLING))

#define TELLS_BODY                                                                                 \
    .label = N_("Đã báo kết quả cho nơi chuyển đơn"), .cite = ART(DENUNCIATIONS, 26, 2)

static const struct move flow_moves[] = {
    { .to = DENUNCIATION_INFORMED,
      .command = "inform",
      .by = POWER_HANDLE,
      .starts = { "TC-INIT" },
      .label = N_("Ghi là thông tin có nội dung tố cáo"),
      .cite = READING(DENUNCIATIONS, 25, 0,
                      N_("gửi qua mạng không phải là đơn hoặc trình bày trực tiếp; thành tố cáo "
                         "khi có bản ký")) },
    { .to = DENUNCIATION_RECEIVED,
      .command = "receive",
      .by = POWER_HANDLE,
      .starts = { "TC-INIT" },
      .label = N_("Vào sổ tố cáo"),
      .cite = ART(DENUNCIATIONS, 24, 1) },
    { IN(DENUNCIATION_INFORMED), DENUNCIATION_RECEIVED, "sign", POWER_HANDLE,
      .starts = { "TC-INIT" }, .stops = { "TC-INIT" },
      .label = N_("Nhận đơn có chữ ký, hoặc lời trình bày trực tiếp"),
      .cite = ART(DENUNCIATIONS, 23, 0) },
    { IN(DENUNCIATION_FILED) | IN(DENUNCIATION_INSPECTED), DENUNCIATION_RECEIVED, "sign",
      POWER_HANDLE, .starts = { "TC-INIT" }, .is_undo = true,
      .label = N_("Nhận đơn có chữ ký, hoặc lời trình bày trực tiếp"),
      .cite = ART(DENUNCIATIONS, 23, 0) },
    /* Passed on by the press or a body: whatever is done with it, that body is told. */
    { CHECKING, STAY, "passed_on", POWER_HANDLE, is_not_passed_on, .starts = { "TC-PRESS" },
      .label = N_("Đơn do báo chí, cơ quan có thẩm quyền chuyển đến"),
      .cite = ART(DENUNCIATIONS, 26, 1) },
    { CHECKING, DENUNCIATION_TELLING, "inspect", POWER_DECIDE, owes_body, .stops = { "TC-INIT" },
      .label = N_("Thanh tra, kiểm tra theo thông tin"), .cite = POINT(DENUNCIATIONS, 26, 1, "b") },
    { CHECKING, DENUNCIATION_TELLING, "file", POWER_DECIDE, owes_body, .stops = { "TC-INIT" },
      .label = N_("Lưu đơn"), .cite = POINT(DENUNCIATIONS, 26, 1, "b") },
    { CHECKING | IN(DENUNCIATION_CONTINUED), DENUNCIATION_TELLING, "forward", POWER_DECIDE,
      owes_body, .stops = { "TC-INIT", "TC-CONT" }, .label = N_("Chuyển nơi có thẩm quyền"),
      .cite = POINT(DENUNCIATIONS, 26, 1, "a") },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_TELLING, "refuse", POWER_DECIDE, owes_body,
      .stops = { "TC-INIT" }, .label = N_("Không thụ lý"),
      .cite = POINT(DENUNCIATIONS, 26, 1, "b") },
    { CHECKING | REVIEWING | ACCEPTED, DENUNCIATION_TELLING, "crime", POWER_DECIDE, owes_body,
      .stops = { "TC-INIT", "TC-CONT", "TC-OVD-1", "TC-OVD-2", "TC-RES", "TC-NTF", "TC-SUS-S" },
      .is_lapse = true, .label = N_("Chuyển cơ quan điều tra, viện kiểm sát"),
      .cite = ART(DENUNCIATIONS, 27, 0) },
    { CHECKING | REVIEWING, DENUNCIATION_TELLING, "withdraw", POWER_DECIDE, owes_body,
      .stops = { "TC-INIT", "TC-CONT", "TC-OVD-1", "TC-OVD-2" }, .is_lapse = true,
      .label = N_("Người tố cáo rút toàn bộ"), .cite = ART(DENUNCIATIONS, 33, 0) },
    { IN(DENUNCIATION_CONTINUED), DENUNCIATION_TELLING, "uphold", POWER_DECIDE, owes_body,
      .stops = { "TC-CONT" }, .label = N_("Không giải quyết lại, báo người tố cáo"),
      .cite = POINT(DENUNCIATIONS, 37, 2, "a") },
    { REVIEWING | ACCEPTED | IN(DENUNCIATION_CONCLUDED) | IN(DENUNCIATION_TERMINATED), STAY,
      "tell_body", POWER_HANDLE, owes_body, .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_INSPECTED, "tell_body", POWER_HANDLE, was_inspected,
      .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_FILED, "tell_body", POWER_HANDLE, was_filed,
      .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_FORWARDED, "tell_body", POWER_HANDLE, was_forwarded,
      .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_REFUSED, "tell_body", POWER_HANDLE, was_refused,
      .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_CRIME, "tell_body", POWER_HANDLE, was_handed_on,
      .stops = { "TC-PRESS" }, TELLS_BODY },
    { IN(DENUNCIATION_TELLING), DENUNCIATION_UPHELD, "tell_body", POWER_HANDLE, was_upheld,
      .stops = { "TC-PRESS" }, TELLS_BODY },

    { CHECKING, DENUNCIATION_INSPECTED, "inspect", POWER_DECIDE, .stops = { "TC-INIT", "TC-PRESS" },
      .label = N_("Thanh tra, kiểm tra theo thông tin"), .cite = ART(DENUNCIATIONS, 25, 2) },
    { CHECKING, DENUNCIATION_FILED, "file", POWER_DECIDE, .stops = { "TC-INIT", "TC-PRESS" },
      .label = N_("Lưu đơn"), .cite = ART(DENUNCIATIONS, 25, 1) },
    { IN(DENUNCIATION_RECEIVED), STAY, "delegate", POWER_HANDLE, is_undelegated,
      .label = N_("Kiểm tra ở nhiều nơi hoặc ủy quyền kiểm tra"),
      .cite = ART(DENUNCIATIONS, 24, 1) },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_FORWARDED, "forward", POWER_DECIDE,
      .stops = { "TC-INIT", "TC-PRESS" }, .label = N_("Chuyển nơi có thẩm quyền"),
      .cite = ART(DENUNCIATIONS, 24, 2) },
    { IN(DENUNCIATION_INFORMED), DENUNCIATION_FORWARDED, "forward", POWER_DECIDE,
      .stops = { "TC-INIT", "TC-PRESS" }, .label = N_("Chuyển nơi có thẩm quyền"),
      .cite = ART(DENUNCIATIONS, 25, 2) },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_PASSED_BY, "pass_by", POWER_DECIDE, is_not_passed_on,
      .stops = { "TC-INIT", "TC-PRESS" }, .label = N_("Không xử lý"),
      .cite = ART(DENUNCIATIONS, 24, 3) },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_ACCEPTED, "accept", POWER_DECIDE,
      .starts = { "TC-RES", "TC-NTF" }, .stops = { "TC-INIT" }, .label = N_("Thụ lý tố cáo"),
      .cite = ART(DENUNCIATIONS, 29, 2) },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_REFUSED, "refuse", POWER_DECIDE,
      .stops = { "TC-INIT", "TC-PRESS" }, .label = N_("Không thụ lý"),
      .cite = ART(DENUNCIATIONS, 24, 1) },
    { CHECKING, DENUNCIATION_CRIME, "crime", POWER_DECIDE, .stops = { "TC-INIT", "TC-PRESS" },
      .label = N_("Chuyển cơ quan điều tra, viện kiểm sát"), .cite = ART(DENUNCIATIONS, 27, 0) },
    { REVIEWING, DENUNCIATION_CRIME, "crime", POWER_DECIDE,
      .stops = { "TC-CONT", "TC-OVD-1", "TC-OVD-2", "TC-PRESS" }, .is_lapse = true,
      .label = N_("Chuyển cơ quan điều tra, viện kiểm sát"), .cite = ART(DENUNCIATIONS, 27, 0) },
    { ACCEPTED, DENUNCIATION_CRIME, "crime", POWER_DECIDE,
      .stops = { "TC-RES", "TC-NTF", "TC-SUS-S", "TC-OVD-2", "TC-PRESS" }, .is_lapse = true,
      .label = N_("Chuyển cơ quan điều tra, viện kiểm sát"), .cite = ART(DENUNCIATIONS, 27, 0) },

    /* One that continues: what was settled is looked at again, or is settled at last. */
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_CONTINUED, "again", POWER_HANDLE,
      .starts = { "TC-CONT" }, .stops = { "TC-INIT" },
      .label = N_("Là tố cáo tiếp: vụ việc đã giải quyết"), .cite = ART(DENUNCIATIONS, 37, 1) },
    { IN(DENUNCIATION_CONTINUED), STAY, "call_file", POWER_HANDLE,
      .label = N_("Yêu cầu chuyển hồ sơ đã giải quyết"), .cite = ART(DENUNCIATIONS, 37, 2) },
    { IN(DENUNCIATION_CONTINUED), DENUNCIATION_UPHELD, "uphold", POWER_DECIDE,
      .stops = { "TC-CONT", "TC-PRESS" }, .label = N_("Không giải quyết lại, báo người tố cáo"),
      .cite = POINT(DENUNCIATIONS, 37, 2, "a") },
    { IN(DENUNCIATION_CONTINUED), DENUNCIATION_FORWARDED, "forward", POWER_DECIDE,
      .stops = { "TC-CONT", "TC-PRESS" }, .label = N_("Chuyển nơi có thẩm quyền"),
      .cite = POINT(DENUNCIATIONS, 37, 2, "b") },
    { IN(DENUNCIATION_CONTINUED), DENUNCIATION_ACCEPTED, "accept", POWER_DECIDE,
      .starts = { "TC-RES", "TC-NTF" }, .stops = { "TC-CONT" }, .label = N_("Thụ lý tố cáo"),
      .cite = POINT(DENUNCIATIONS, 37, 2, "b") },
    { IN(DENUNCIATION_CONTINUED), DENUNCIATION_ACCEPTED, "resettle", POWER_DECIDE,
      .starts = { "TC-RES", "TC-NTF" }, .stops = { "TC-CONT" },
      .label = N_("Giải quyết lại vụ việc tố cáo"), .cite = POINT(DENUNCIATIONS, 37, 2, "c") },
    { IN(DENUNCIATION_RECEIVED), DENUNCIATION_LATE, "late", POWER_HANDLE, .starts = { "TC-OVD-1" },
      .stops = { "TC-INIT" }, .label = N_("Là tố cáo tiếp: quá hạn chưa giải quyết"),
      .cite = ART(DENUNCIATIONS, 38, 1) },
    { IN(DENUNCIATION_LATE), DENUNCIATION_DEMANDED, "demand", POWER_DECIDE, .stops = { "TC-OVD-1" },
      .label = N_("Yêu cầu nơi giải quyết báo cáo"), .cite = ART(DENUNCIATIONS, 38, 2) },
    { IN(DENUNCIATION_DEMANDED), STAY, "serve", POWER_HANDLE, is_unserved, .starts = { "TC-OVD-2" },
      .label = N_("Nơi giải quyết đã nhận yêu cầu"), .cite = ART(DENUNCIATIONS, 38, 3) },
    { IN(DENUNCIATION_DEMANDED), STAY, "no_report", BY_CLOCK,
      .label = N_("Nơi giải quyết quá hạn báo cáo"),
      .cite = PRACTICE(N_("Quá hạn báo cáo thì nhắc người đôn đốc, một lần")) },
    { IN(DENUNCIATION_DEMANDED), DENUNCIATION_WATCHED, "hear", POWER_HANDLE,
      .stops = { "TC-OVD-2" }, .label = N_("Nhận báo cáo của nơi giải quyết"),
      .cite = ART(DENUNCIATIONS, 38, 3) },
    { IN(DENUNCIATION_DEMANDED) | IN(DENUNCIATION_WATCHED), STAY, "order", POWER_DECIDE,
      .label = N_("Yêu cầu giải quyết tiếp, đôn đốc"), .cite = ART(DENUNCIATIONS, 38, 4) },
    { IN(DENUNCIATION_LATE) | IN(DENUNCIATION_DEMANDED) | IN(DENUNCIATION_WATCHED), STAY,
      "tell_review", POWER_HANDLE, .label = N_("Đã báo người tố cáo việc xem xét"),
      .cite = ART(DENUNCIATIONS, 38, 4) },
    { IN(DENUNCIATION_DEMANDED) | IN(DENUNCIATION_WATCHED), STAY, "sanction", POWER_DECIDE,
      .label = N_("Xử lý người để quá hạn, hoặc kiến nghị xử lý"),
      .cite = ART(DENUNCIATIONS, 38, 4) },
    { IN(DENUNCIATION_DEMANDED) | IN(DENUNCIATION_WATCHED), DENUNCIATION_WATCHED, "settled_there",
      POWER_HANDLE, .stops = { "TC-OVD-2" }, .label = N_("Nơi giải quyết đã báo cáo kết quả"),
      .cite = ART(DENUNCIATIONS, 38, 3) },
    { IN(DENUNCIATION_WATCHED), DENUNCIATION_CLOSED, "close", POWER_DECIDE, review_is_over,
      .stops = { "TC-PRESS" }, .label = N_("Kết thúc hồ sơ"), .cite = ART(DENUNCIATIONS, 39, 0) },
    { IN(DENUNCIATION_LATE) | IN(DENUNCIATION_DEMANDED) | IN(DENUNCIATION_WATCHED),
      DENUNCIATION_TAKEN, "take_over", POWER_DECIDE, .stops = { "TC-OVD-1", "TC-OVD-2" },
      .is_lapse = true, .label = N_("Lấy vụ việc lên giải quyết"),
      .cite = ART(DENUNCIATIONS, 38, 5) },
    { IN(DENUNCIATION_TAKEN), DENUNCIATION_ACCEPTED, "accept", POWER_DECIDE,
      .starts = { "TC-RES", "TC-NTF" }, .label = N_("Thụ lý tố cáo"),
      .cite = ART(DECREE_31, 5, 3) },

    /* The superior's demand, in the file of who has not settled it in time. */
    { ACCEPTED, STAY, "demanded", POWER_HANDLE, has_no_report_due, .starts = { "TC-OVD-2" },
      .label = N_("Nhận yêu cầu báo cáo của cấp trên"), .cite = ART(DENUNCIATIONS, 38, 3) },
    { ACCEPTED, STAY, "account", POWER_HANDLE, has_to_report, .stops = { "TC-OVD-2" },
      .label = N_("Đã báo cáo cấp trên"), .cite = ART(DENUNCIATIONS, 38, 3) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "account", POWER_HANDLE, has_to_account,
      .stops = { "TC-OVD-2" }, .label = N_("Đã báo cáo cấp trên"),
      .cite = ART(DENUNCIATIONS, 38, 3) },
    { ACCEPTED, DENUNCIATION_HANDED_OVER, "hand_over", POWER_DECIDE, owes_no_body,
      .stops = { "TC-RES", "TC-NTF", "TC-SUS-S", "TC-OVD-2", "TC-PRESS" }, .is_lapse = true,
      .label = N_("Chuyển hồ sơ cho cấp trên giải quyết"), .cite = ART(DECREE_31, 5, 3) },

    { ACCEPTED | IN(DENUNCIATION_CONCLUDED), STAY, "tell_sender", POWER_HANDLE, accused_is_told,
      .stops = { "TC-NTF" }, .label = N_("Đã báo người tố cáo việc thụ lý"),
      .cite = ART(DENUNCIATIONS, 29, 3) },
    { ACCEPTED | IN(DENUNCIATION_CONCLUDED), STAY, "tell_sender", POWER_HANDLE, sender_is_untold,
      .label = N_("Đã báo người tố cáo việc thụ lý"), .cite = ART(DENUNCIATIONS, 29, 3) },
    { ACCEPTED | IN(DENUNCIATION_CONCLUDED), STAY, "tell_accused", POWER_HANDLE, sender_is_told,
      .stops = { "TC-NTF" }, .label = N_("Đã báo nội dung cho người bị tố cáo"),
      .cite = ART(DENUNCIATIONS, 29, 3) },
    { ACCEPTED | IN(DENUNCIATION_CONCLUDED), STAY, "tell_accused", POWER_HANDLE, accused_is_untold,
      .label = N_("Đã báo nội dung cho người bị tố cáo"), .cite = ART(DENUNCIATIONS, 29, 3) },
    { IN(DENUNCIATION_ACCEPTED), DENUNCIATION_VERIFYING, "verify", POWER_DECIDE,
      .label = N_("Lập Tổ xác minh"), .cite = ART(DENUNCIATIONS, 31, 0) },
    { IN(DENUNCIATION_VERIFYING), DENUNCIATION_VERIFIED, "report", POWER_HANDLE,
      .label = N_("Báo cáo kết quả xác minh"), .cite = ART(DENUNCIATIONS, 31, 0) },
    { SETTLING, STAY, "ask_experts", POWER_DECIDE, is_not_with_experts, .pauses = { "TC-RES" },
      .label = N_("Trưng cầu giám định"), .cite = ART(DECREE_31, 15, 1) },
    { SETTLING, STAY, "experts_say", POWER_HANDLE, is_with_experts, .resumes = { "TC-RES" },
      .label = N_("Nhận kết luận giám định"), .cite = ART(DECREE_31, 15, 4) },
    { SETTLING, STAY, "complex", POWER_DECIDE, .label = N_("Ghi nhận tiêu chí phức tạp"),
      .cite = ART(DECREE_31, 3, 0) },
    { SETTLING, STAY, "extend", POWER_DECIDE, .label = N_("Gia hạn giải quyết"),
      .cite = ART(DENUNCIATIONS, 30, 0) },

    { SETTLING, DENUNCIATION_SUSPENDED, "suspend", POWER_DECIDE, is_not_with_experts,
      .starts = { "TC-SUS-S" }, .pauses = { "TC-RES" }, .label = N_("Tạm đình chỉ giải quyết"),
      .cite = ART(DENUNCIATIONS, 34, 1) },
    { IN(DENUNCIATION_SUSPENDED), DENUNCIATION_ACCEPTED, "resume", POWER_DECIDE, was_accepted,
      .resumes = { "TC-RES" }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DENUNCIATIONS, 34, 2) },
    { IN(DENUNCIATION_SUSPENDED), DENUNCIATION_VERIFYING, "resume", POWER_DECIDE, was_verifying,
      .resumes = { "TC-RES" }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DENUNCIATIONS, 34, 2) },
    { IN(DENUNCIATION_SUSPENDED), DENUNCIATION_VERIFIED, "resume", POWER_DECIDE, was_verified,
      .resumes = { "TC-RES" }, .label = N_("Tiếp tục giải quyết"),
      .cite = ART(DENUNCIATIONS, 34, 2) },

    { ACCEPTED, STAY, "narrow", POWER_HANDLE, .label = N_("Rút một phần, hoặc một số người rút"),
      .cite = ART(DENUNCIATIONS, 33, 0) },
    { CHECKING, DENUNCIATION_FILED, "withdraw", POWER_DECIDE, .stops = { "TC-INIT", "TC-PRESS" },
      .is_lapse = true, .label = N_("Người tố cáo rút toàn bộ"),
      .cite = ART(DENUNCIATIONS, 33, 0) },
    { REVIEWING, DENUNCIATION_FILED, "withdraw", POWER_DECIDE,
      .stops = { "TC-CONT", "TC-OVD-1", "TC-OVD-2", "TC-PRESS" }, .is_lapse = true,
      .label = N_("Người tố cáo rút toàn bộ"), .cite = ART(DENUNCIATIONS, 33, 0) },
    { ACCEPTED, DENUNCIATION_TERMINATED, "withdraw", POWER_DECIDE, .starts = { "TC-SUS-S" },
      .stops = { "TC-RES", "TC-NTF", "TC-OVD-2" }, .is_lapse = true,
      .label = N_("Người tố cáo rút toàn bộ"), .cite = ART(DENUNCIATIONS, 34, 3) },
    { ACCEPTED, DENUNCIATION_TERMINATED, "terminate", POWER_DECIDE, .starts = { "TC-SUS-S" },
      .stops = { "TC-RES", "TC-NTF", "TC-OVD-2" }, .is_lapse = true,
      .label = N_("Đình chỉ giải quyết"), .cite = ART(DENUNCIATIONS, 34, 3) },
    { ACCEPTED | IN(DENUNCIATION_CONCLUDED), STAY, "tell_both", POWER_HANDLE, has_to_tell,
      .stops = { "TC-SUS-S" }, .label = N_("Đã gửi quyết định cho hai bên"),
      .cite = ART(DENUNCIATIONS, 34, 4) },
    { IN(DENUNCIATION_TERMINATED), DENUNCIATION_CLOSED, "tell_both", POWER_HANDLE, owes_no_body,
      .stops = { "TC-SUS-S", "TC-PRESS" }, .label = N_("Đã gửi quyết định cho hai bên"),
      .cite = ART(DENUNCIATIONS, 34, 4) },

    { IN(DENUNCIATION_VERIFIED), DENUNCIATION_CONCLUDED, "conclude", POWER_DECIDE,
      is_not_with_experts, .starts = { "TC-CON-S", "TC-ACT", "TC-PUB" }, .stops = { "TC-RES" },
      .label = N_("Kết luận nội dung tố cáo"), .cite = ART(DENUNCIATIONS, 35, 1) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "deliver", POWER_HANDLE, has_to_send,
      .stops = { "TC-CON-S" }, .label = N_("Đã gửi kết luận"), .cite = ART(DENUNCIATIONS, 35, 3) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "act_on", POWER_DECIDE, .stops = { "TC-ACT" },
      .label = N_("Xử lý theo kết luận"), .cite = ART(DENUNCIATIONS, 36, 1) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "handled", POWER_HANDLE, waits_for_no_result,
      .starts = { "TC-RSL" }, .label = N_("Nơi được kiến nghị đã có kết quả xử lý"),
      .cite = ART(DENUNCIATIONS, 36, 3) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "result", POWER_HANDLE, .stops = { "TC-RSL" },
      .label = N_("Nhận thông báo kết quả xử lý"), .cite = ART(DENUNCIATIONS, 36, 3) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "no_result", BY_CLOCK,
      .label = N_("Nơi được kiến nghị quá hạn báo kết quả"),
      .cite = PRACTICE(N_("Quá hạn báo kết quả thì nhắc người theo dõi, một lần")) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "post", POWER_HANDLE, .starts = { "TC-POST" },
      .stops = { "TC-PUB", "TC-POST" }, .label = N_("Niêm yết, đăng cổng thông tin kết luận"),
      .cite = ART(DENUNCIATIONS, 40, 1) },
    { IN(DENUNCIATION_CONCLUDED), STAY, "announce", POWER_HANDLE, .stops = { "TC-PUB" },
      .label = N_("Công bố kết luận tại cuộc họp, trên báo chí"),
      .cite = ART(DENUNCIATIONS, 40, 1) },
    { IN(DENUNCIATION_CONCLUDED), DENUNCIATION_CLOSED, "close", POWER_DECIDE, all_is_done,
      .stops = { "TC-POST", "TC-CON-S", "TC-ACT", "TC-PUB", "TC-NTF", "TC-SUS-S", "TC-OVD-2",
                 "TC-PRESS", "TC-RSL" },
      .label = N_("Kết thúc hồ sơ"), .cite = ART(DENUNCIATIONS, 39, 0) },

    /* Protection, until there is a conclusion, or it is terminated: with that it ends. */
    { PROTECTING, STAY, "ask_protection", POWER_HANDLE, asks_no_protection,
      .label = N_("Người tố cáo đề nghị bảo vệ"), .cite = ART(DENUNCIATIONS, 50, 1) },
    { PROTECTING, STAY, "protect_at_once", POWER_HANDLE,
      .label = N_("Yêu cầu bảo vệ ngay, vì khẩn cấp"), .cite = ART(DECREE_31, 7, 2) },
    { PROTECTING, STAY, "pass_protection", POWER_DECIDE,
      .label = N_("Yêu cầu cơ quan có thẩm quyền bảo vệ"), .cite = ART(DENUNCIATIONS, 51, 1) },
    { PROTECTING, STAY, "protect", POWER_DECIDE, .label = N_("Áp dụng biện pháp bảo vệ"),
      .cite = ART(DENUNCIATIONS, 52, 1) },
    { PROTECTING, STAY, "refuse_protection", POWER_DECIDE, asks_protection,
      .label = N_("Không áp dụng biện pháp bảo vệ"), .cite = ART(DENUNCIATIONS, 51, 3) },
    { PROTECTING, STAY, "change_protection", POWER_DECIDE, is_protected,
      .label = N_("Thay đổi, bổ sung biện pháp bảo vệ"), .cite = ART(DENUNCIATIONS, 54, 1) },
    { PROTECTING, STAY, "end_protection", POWER_DECIDE, is_protected,
      .label = N_("Chấm dứt biện pháp bảo vệ"), .cite = ART(DENUNCIATIONS, 54, 2) },

    { UNFINISHED, STAY, "assign", POWER_DECIDE, .label = N_("Giao người giữ hồ sơ"),
      .cite = PRACTICE(N_("Giao một người chịu trách nhiệm hồ sơ")) },
    { UNFINISHED, STAY, "recount", BY_CLOCK, .label = N_("Tính lại hạn theo lịch làm việc mới"),
      .cite = PRACTICE(N_("Lịch làm việc đổi thì tính lại hạn đang chạy, có lý do, báo cho "
                          "người gửi")) },
    { UNFINISHED, STAY, "remind", BY_CLOCK, .label = N_("Nhắc sắp đến hạn"),
      .cite = PRACTICE(N_("Nhắc người giữ hồ sơ khi còn hai ngày làm việc")) },
    { UNFINISHED, STAY, "overdue", BY_CLOCK, .label = N_("Đã quá hạn"),
      .cite = PRACTICE(N_("Quá hạn thì báo người có thẩm quyền, mỗi hạn một lần")) },
};

static const struct party flow_parties[] = {
    { POWER_HANDLE, N_("Người được đọc đơn") },
    { POWER_DECIDE, N_("Người giải quyết tố cáo") },
};

const struct workflow denunciation_flow = {
    .name = "denunciation",
    .title = N_("Giải quyết tố cáo"),
    .states = flow_states,
    .state_count = COUNT(flow_states),
    .moves = flow_moves,
    .move_count = COUNT(flow_moves),
    .parties = flow_parties,
    .party_count = COUNT(flow_parties),
    .terms = &RULES,
    .suspensions = &DENUNCIATION_SUSPENSIONS,
    .exclusions = &DENUNCIATION_APPRAISALS,
};

/* --- what is known ---------------------------------------------------------------------------- */

/* The newest event of that act; 0: it was not done. */
static int64_t newest(struct case_acts_done_rows acts, const char *act)
{
    for (size_t i = 0; i < acts.count; i++) {
        if (str_equal(acts.rows[i].act, str_of(act))) {
            return acts.rows[i].newest;
        }
    }
    return 0;
}

/* What ended it, of the acts by which one ends short of settling it. */
static const char *ending_of(struct case_acts_done_rows acts)
{
    static const char *const endings[] = { "inspect", "file",     "forward", "refuse",
                                           "crime",   "withdraw", "uphold" };
    const char *found = NULL;
    for (size_t i = 0; i < COUNT(endings); i++) {
        bool is_newer = newest(acts, endings[i]) > (found ? newest(acts, found) : 0);
        found = is_newer ? endings[i] : found;
    }
    return found;
}

static void load_acts(struct settling *own, struct case_acts_done_rows acts)
{
    own->is_delegated = newest(acts, "delegate") > 0;
    own->is_sender_told = newest(acts, "tell_sender") > 0;
    own->is_accused_told = newest(acts, "tell_accused") > 0;
    own->is_passed_on = newest(acts, "passed_on") > 0;
    own->ending = ending_of(acts);
    own->is_with_experts = newest(acts, "ask_experts") > newest(acts, "experts_say");
    own->is_protected = newest(acts, "protect") > newest(acts, "end_protection");
    own->asks_protection = newest(acts, "ask_protection") > newest(acts, "protect") &&
                           newest(acts, "ask_protection") > newest(acts, "refuse_protection");
    own->owes_writing = newest(acts, "protect_at_once") > newest(acts, "pass_protection");
    own->is_again = newest(acts, "again") > 0;
    own->is_late = newest(acts, "late") > 0;
    own->is_served = newest(acts, "serve") > 0;
    own->is_review_told = newest(acts, "tell_review") > 0;
    own->is_settled_there = newest(acts, "settled_there") > 0;
    own->has_to_account =
        newest(acts, "demanded") > 0 && newest(acts, "account") < newest(acts, "conclude");
    own->has_to_do |= own->has_to_account;
}

void *settling_load(struct conn *conn, const struct case_get_row *file)
{
    static const struct str after_conclusion[] = { STR_INIT("TC-CON-S"), STR_INIT("TC-ACT"),
                                                   STR_INIT("TC-PUB"),   STR_INIT("TC-NTF"),
                                                   STR_INIT("TC-SUS-S"), STR_INIT("TC-OVD-2"),
                                                   STR_INIT("TC-PRESS"), STR_INIT("TC-RSL") };
    struct settling *own = new(conn->arena, struct settling, 1);
    own->file = *file;
    must(denunciation_settling_get(conn, &(struct denunciation_settling_get){ .case_id = file->id },
                                   &own->row) ||
         conn->failed);
    own->test_count =
        (int64_t)case_event_reasons(
            conn, &(struct case_event_reasons){ .case_id = file->id, .act = STR("complex") })
            .count;
    load_acts(own, case_acts_done(conn, &(struct case_acts_done){ .case_id = file->id }));
    struct case_terms_rows terms = case_terms(conn, &(struct case_terms){ .case_id = file->id });
    for (size_t i = 0; i < terms.count; i++) {
        bool runs = day_is_none(terms.rows[i].stopped_on);
        own->has_to_send |= runs && str_equal(terms.rows[i].name, STR("TC-CON-S"));
        own->has_to_tell |= runs && str_equal(terms.rows[i].name, STR("TC-SUS-S"));
        own->owes_body |= runs && str_equal(terms.rows[i].name, STR("TC-PRESS"));
        own->waits_for_result |= runs && str_equal(terms.rows[i].name, STR("TC-RSL"));
        own->has_to_report |= runs && str_equal(terms.rows[i].name, STR("TC-OVD-2"));
        for (size_t k = 0; k < COUNT(after_conclusion); k++) {
            own->has_to_do |= runs && str_equal(terms.rows[i].name, after_conclusion[k]);
        }
    }
    return own;
}

unsigned settling_when(const void *facts)
{
    const struct settling *own = facts;
    return (own->is_delegated ? TERM_DELEGATED : 0U) | (own->test_count == 1 ? TERM_COMPLEX : 0U) |
           (own->test_count > 1 ? TERM_VERY_COMPLEX : 0U);
}

bool settling_is_known(struct conn *conn, const struct case_get_row *file, struct id person)
{
    struct denunciation_settling_get_row row;
    struct reader_of_row reader;
    return denunciation_settling_get(
               conn, &(struct denunciation_settling_get){ .case_id = file->id }, &row) &&
           reader_of(conn,
                     &(struct reader_of){ .denunciation_id = row.denunciation_id,
                                          .is_identity = false,
                                          .holder_id = { person.v } },
                     &reader);
}

/* --- guards ----------------------------------------------------------------------------------- */

static struct verdict accused_is_told(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->is_accused_told && !own->is_sender_told,
                     N_("Đã báo người tố cáo việc thụ lý."));
}

static struct verdict sender_is_untold(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_sender_told, N_("Đã báo người tố cáo việc thụ lý."));
}

static struct verdict sender_is_told(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->is_sender_told && !own->is_accused_told,
                     N_("Đã báo nội dung cho người bị tố cáo."));
}

static struct verdict accused_is_untold(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_accused_told, N_("Đã báo nội dung cho người bị tố cáo."));
}

static struct verdict was(const void *facts, int state)
{
    const struct settling *own = facts;
    return case_was(&denunciation_kind, &own->file, state);
}

static struct verdict was_accepted(const void *facts)
{
    return was(facts, DENUNCIATION_ACCEPTED);
}

static struct verdict was_verifying(const void *facts)
{
    return was(facts, DENUNCIATION_VERIFYING);
}

static struct verdict was_verified(const void *facts)
{
    return was(facts, DENUNCIATION_VERIFIED);
}

static struct verdict has_to_tell(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->has_to_tell, N_("Không có quyết định nào đang chờ gửi."));
}

static struct verdict has_to_send(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->has_to_send, N_("Kết luận đã được gửi."));
}

static struct verdict all_is_done(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->has_to_do,
                     N_("Còn việc luật yêu cầu chưa xong: báo thụ lý, gửi quyết định tạm đình chỉ, "
                        "gửi, xử lý, công khai kết luận, báo cáo cấp trên, báo nơi chuyển đơn, "
                        "hoặc nhận kết quả xử lý."));
}

static struct verdict is_undelegated(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_delegated, N_("Đã ghi việc này rồi."));
}

static struct verdict is_unserved(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_served, N_("Đã ghi ngày nơi giải quyết nhận yêu cầu."));
}

/* Law: 25/2018/QH14 art. 38 cl. 3 and 4. */
static struct verdict review_is_over(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->is_settled_there && own->is_review_told && !own->owes_body,
                     N_("Chỉ kết thúc khi nơi giải quyết đã báo cáo kết quả, và đã báo người tố "
                        "cáo và nơi chuyển đơn việc xem xét."));
}

static struct verdict has_no_report_due(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->has_to_report, N_("Đã ghi yêu cầu này, chưa báo cáo xong."));
}

static struct verdict has_to_report(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->has_to_report, N_("Không có yêu cầu báo cáo nào của cấp trên."));
}

static struct verdict has_to_account(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->has_to_account, N_("Không có yêu cầu báo cáo nào của cấp trên."));
}

static struct verdict is_not_passed_on(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_passed_on,
                     N_("Đơn do báo chí, cơ quan có thẩm quyền chuyển đến: đã ghi, và phải thụ lý, "
                        "chuyển nơi có thẩm quyền, hoặc báo vì sao không."));
}

static struct verdict owes_body(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->owes_body, N_("Không còn phải báo nơi nào đã chuyển đơn."));
}

static struct verdict owes_no_body(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->owes_body, N_("Hãy báo kết quả cho nơi chuyển đơn trước."));
}

static struct verdict ended_by(const void *facts, const char *act)
{
    const struct settling *own = facts;
    return case_when(own->ending && strcmp(own->ending, act) == 0,
                     N_("Đơn đã được xử lý cách khác."));
}

static struct verdict was_inspected(const void *facts)
{
    return ended_by(facts, "inspect");
}

static struct verdict was_filed(const void *facts)
{
    struct verdict verdict = ended_by(facts, "withdraw");
    return verdict_is_ok(verdict) ? verdict : ended_by(facts, "file");
}

static struct verdict was_forwarded(const void *facts)
{
    return ended_by(facts, "forward");
}

static struct verdict was_refused(const void *facts)
{
    return ended_by(facts, "refuse");
}

static struct verdict was_handed_on(const void *facts)
{
    return ended_by(facts, "crime");
}

static struct verdict was_upheld(const void *facts)
{
    return ended_by(facts, "uphold");
}

static struct verdict is_not_with_experts(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->is_with_experts, N_("Đang chờ kết luận giám định; thời hạn đang dừng."));
}

static struct verdict is_with_experts(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->is_with_experts, N_("Không có giám định nào đang chờ."));
}

static struct verdict waits_for_no_result(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->waits_for_result, N_("Đã ghi ngày có kết quả, đang chờ thông báo."));
}

static struct verdict asks_no_protection(const void *facts)
{
    const struct settling *own = facts;
    return case_when(!own->asks_protection, N_("Đã ghi đề nghị bảo vệ, đang chờ quyết định."));
}

static struct verdict asks_protection(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->asks_protection, N_("Không có đề nghị bảo vệ nào đang chờ."));
}

static struct verdict is_protected(const void *facts)
{
    const struct settling *own = facts;
    return case_when(own->is_protected, N_("Không có biện pháp bảo vệ nào đang áp dụng."));
}
