/* The limits that the law sets: one row each, with its article and its days. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "law/acts.h"
#include "law/rule.h"
#include "text/tongue.h"

/* In the table below, the rows of a law stand together with those of the decrees that detail it. */
static const struct act DEMOCRACY = { "10/2022/QH15", N_("Luật Thực hiện dân chủ ở cơ sở"),
                                      DAY(2023, 7, 1), DAY_OPEN };
static const struct act FRONT = { "75/2015/QH13", N_("Luật Mặt trận Tổ quốc Việt Nam"),
                                  DAY(2016, 1, 1), DAY_OPEN };
static const struct act MEDIATION = { "35/2013/QH13", N_("Luật Hòa giải ở cơ sở"), DAY(2014, 1, 1),
                                      DAY_OPEN };
static const struct act DECREE_30 = { "30/2020/NĐ-CP", N_("Nghị định"), DAY(2020, 3, 5), DAY_OPEN };
static const struct act DECREE_185 = { "185/2026/NĐ-CP", N_("Nghị định"), DAY(2026, 5, 26),
                                       DAY_OPEN };
static const struct act DECREE_59 = { "59/2023/NĐ-CP", N_("Nghị định"), DAY(2023, 8, 15), DAY_OPEN,
                                      &DEMOCRACY };
static const struct act DECREE_61 = { "61/2023/NĐ-CP", N_("Nghị định"), DAY(2023, 8, 16), DAY_OPEN,
                                      &DEMOCRACY };
static const struct act JOINT_403 = { "403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
                                      N_("Nghị quyết liên tịch"), DAY(2017, 6, 15), DAY_OPEN,
                                      &FRONT };
static const struct act PARTY_11 = { "11-QĐi/TW", N_("Quy định của Bộ Chính trị"), DAY(2019, 2, 18),
                                     DAY_OPEN };

/* Events that terms run from. */
#define RECEIPT        N_("ngày nhận đơn")
#define ACCEPTANCE     N_("ngày thụ lý")
#define REQUEST        N_("ngày nhận yêu cầu")
#define DECISION_OUT   N_("ngày ban hành quyết định giải quyết")
#define CONCLUSION_OUT N_("ngày ban hành kết luận nội dung tố cáo")
#define SUSPENSION_OUT N_("ngày ban hành quyết định tạm đình chỉ, đình chỉ")
#define MEETING_DAY    N_("ngày họp")
#define RECOMMENDED    N_("ngày nhận kiến nghị")
#define DOCUMENT_OUT   N_("ngày ban hành quyết định, văn bản")
#define POSTED         N_("ngày bắt đầu niêm yết")

#define KN_ACC          N_("Thông báo thụ lý hoặc không thụ lý khiếu nại")
#define KN_RES1         N_("Giải quyết khiếu nại lần đầu")
#define KN_RES2         N_("Giải quyết khiếu nại lần hai")
#define KN_RESD         N_("Giải quyết khiếu nại quyết định kỷ luật cán bộ, công chức")
#define KN_2ND          N_("Khiếu nại lần hai hoặc khởi kiện tại tòa án")
#define KN_EFF          N_("Quyết định giải quyết khiếu nại có hiệu lực pháp luật")
#define TC_INIT         N_("Xử lý ban đầu thông tin tố cáo")
#define TC_RES          N_("Giải quyết tố cáo")
#define KN_STANDS       .pause_cite = ART(DECREE_155, 12, 0)
#define TC_STANDS       .pause_cite = ART(DENUNCIATIONS, 34, 2)
#define TC_EXPERTS      .exclude_cite = ART(DECREE_31, 15, 4), .excluded = EXPERT_DAYS
#define EXPERT_DAYS     N_COUNT("Cộng thêm %s ngày trưng cầu giám định")
#define NUMBER_NOT_READ N_("số điều, khoản chưa được đối chiếu với văn bản")

static const struct term ROWS[] = {
    /* --- complaints: 02/2011/QH13, and the decree of 2026 --- */
    { "KN-LIM", N_("Khiếu nại lần đầu"), CALENDAR_DAYS, 90, .cite = ART(COMPLAINTS, 9, 0),
      .anchor = N_("ngày nhận hoặc biết được quyết định, hành vi hành chính"),
      .exclude_cite = ART(COMPLAINTS, 9, 0) },
    { "KN-LIM-D1", N_("Khiếu nại lần đầu quyết định kỷ luật"), CALENDAR_DAYS, 15,
      .cite = ART(COMPLAINTS, 48, 0), .anchor = N_("ngày nhận quyết định kỷ luật") },
    { "KN-LIM-D2", N_("Khiếu nại lần hai quyết định kỷ luật"), CALENDAR_DAYS, 10,
      .cite = ART(COMPLAINTS, 48, 0), .anchor = N_("ngày nhận quyết định giải quyết lần đầu") },
    { "KN-LIM-D2", N_("Khiếu nại lần hai quyết định kỷ luật"), CALENDAR_DAYS, 30, TERM_DISMISSAL,
      .cite = ART(COMPLAINTS, 48, 0), .anchor = N_("ngày nhận quyết định giải quyết lần đầu") },
    { "KN-ACC", KN_ACC, CALENDAR_DAYS, 10, .to = DAY(2026, 6, 30), .cite = ART(COMPLAINTS, 27, 0),
      .anchor = RECEIPT },
    { "KN-ACC", KN_ACC, WORKING_DAYS, 7, .from = DAY(2026, 7, 1), .cite = ART(DECREE_155, 10, 0),
      .anchor = RECEIPT },
    { "KN-RES1", KN_RES1, CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 28, 0), .anchor = ACCEPTANCE,
      KN_STANDS },
    { "KN-RES1", KN_RES1, CALENDAR_DAYS, 45, TERM_COMPLEX, .cite = ART(COMPLAINTS, 28, 0),
      .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RES1", KN_RES1, CALENDAR_DAYS, 45, TERM_REMOTE, .cite = ART(COMPLAINTS, 28, 0),
      .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RES1", KN_RES1, CALENDAR_DAYS, 60, TERM_REMOTE | TERM_COMPLEX,
      .cite = ART(COMPLAINTS, 28, 0), .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RES2", KN_RES2, CALENDAR_DAYS, 45, .cite = ART(COMPLAINTS, 37, 0), .anchor = ACCEPTANCE,
      KN_STANDS },
    { "KN-RES2", KN_RES2, CALENDAR_DAYS, 60, TERM_COMPLEX, .cite = ART(COMPLAINTS, 37, 0),
      .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RES2", KN_RES2, CALENDAR_DAYS, 60, TERM_REMOTE, .cite = ART(COMPLAINTS, 37, 0),
      .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RES2", KN_RES2, CALENDAR_DAYS, 70, TERM_REMOTE | TERM_COMPLEX,
      .cite = ART(COMPLAINTS, 37, 0), .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-RESD", KN_RESD, CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 50, 0), .anchor = ACCEPTANCE,
      KN_STANDS },
    { "KN-RESD", KN_RESD, CALENDAR_DAYS, 45, TERM_COMPLEX, .cite = ART(COMPLAINTS, 50, 0),
      .anchor = ACCEPTANCE, KN_STANDS },
    { "KN-DOC", N_("Cung cấp thông tin, tài liệu, giải trình"), CALENDAR_DAYS, 7,
      .cite = ART(COMPLAINTS, 15, 0), .anchor = REQUEST },
    { "KN-SEND1", N_("Gửi quyết định giải quyết khiếu nại lần đầu"), WORKING_DAYS, 3,
      .cite = ART(COMPLAINTS, 32, 0), .anchor = DECISION_OUT },
    { "KN-SEND2", N_("Gửi quyết định giải quyết khiếu nại lần hai"), CALENDAR_DAYS, 7,
      .cite = ART(COMPLAINTS, 41, 1), .anchor = DECISION_OUT },
    { "KN-2ND", KN_2ND, CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 33, 0),
      .anchor = N_("ngày nhận quyết định lần đầu, hoặc ngày hết hạn mà không được giải quyết") },
    { "KN-2ND", KN_2ND, CALENDAR_DAYS, 45, TERM_REMOTE, .cite = ART(COMPLAINTS, 33, 0),
      .anchor = N_("ngày nhận quyết định lần đầu, hoặc ngày hết hạn mà không được giải quyết") },
    { "KN-TIEP", N_("Tiếp tục khiếu nại sau thông báo đình chỉ"), CALENDAR_DAYS, 30,
      .cite = ART(COMPLAINTS, 11, 8), .anchor = N_("ngày có thông báo đình chỉ") },
    { "KN-EFF", KN_EFF, CALENDAR_DAYS, 30, .cite = ART(COMPLAINTS, 44, 0), .sense = TERM_EFFECT,
      .anchor = DECISION_OUT },
    { "KN-EFF", KN_EFF, CALENDAR_DAYS, 45, TERM_REMOTE, .cite = ART(COMPLAINTS, 44, 0),
      .sense = TERM_EFFECT, .anchor = DECISION_OUT },
    { "KN-DLG", N_("Thông báo trước ngày đối thoại"), CALENDAR_DAYS, 5,
      .cite = ART(DECREE_155, 11, 0), .sense = TERM_BEFORE, .anchor = N_("ngày đối thoại") },
    { "KN-SUS-S", N_("Gửi quyết định tạm đình chỉ, đình chỉ giải quyết khiếu nại"), WORKING_DAYS, 3,
      .cite = ART(DECREE_155, 12, 0), .anchor = SUSPENSION_OUT },
    { "KN-RSM-S", N_("Gửi quyết định tiếp tục giải quyết khiếu nại"), WORKING_DAYS, 3,
      .cite = ART(DECREE_155, 12, 0), .anchor = N_("ngày ban hành quyết định tiếp tục") },

    /* --- denunciations: 25/2018/QH14 and 31/2019/NĐ-CP --- */
    { "TC-INIT", TC_INIT, WORKING_DAYS, 7, .cite = ART(DENUNCIATIONS, 24, 1), .anchor = RECEIPT },
    { "TC-INIT", TC_INIT, WORKING_DAYS, 10, TERM_DELEGATED, .cite = ART(DENUNCIATIONS, 24, 1),
      .anchor = RECEIPT },
    { "TC-FWD", N_("Chuyển tố cáo không thuộc thẩm quyền và báo người tố cáo"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 24, 2), .anchor = RECEIPT },
    { "TC-NTF", N_("Báo người tố cáo, và báo nội dung cho người bị tố cáo"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 29, 3), .anchor = N_("ngày ban hành quyết định thụ lý") },
    { "TC-RES", TC_RES, CALENDAR_DAYS, 30, .cite = ART(DENUNCIATIONS, 30, 1), .anchor = ACCEPTANCE,
      TC_STANDS, TC_EXPERTS },
    { "TC-RES", TC_RES, CALENDAR_DAYS, 30, TERM_COMPLEX, .cite = ART(DENUNCIATIONS, 30, 1),
      .extension_times = 1, .extension_amount = 30, .extension_cite = ART(DENUNCIATIONS, 30, 2),
      .anchor = ACCEPTANCE, TC_STANDS, TC_EXPERTS },
    { "TC-RES", TC_RES, CALENDAR_DAYS, 30, TERM_VERY_COMPLEX, .cite = ART(DENUNCIATIONS, 30, 1),
      .extension_times = 2, .extension_amount = 30, .extension_cite = ART(DENUNCIATIONS, 30, 3),
      .anchor = ACCEPTANCE, TC_STANDS, TC_EXPERTS },
    { "TC-SUS-S", N_("Gửi quyết định tạm đình chỉ, đình chỉ giải quyết tố cáo"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 34, 4), .anchor = SUSPENSION_OUT },
    { "TC-CON-S", N_("Gửi kết luận nội dung tố cáo"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 35, 3), .anchor = CONCLUSION_OUT },
    { "TC-ACT", N_("Xử lý theo kết luận nội dung tố cáo"), WORKING_DAYS, 7,
      .cite = ART(DENUNCIATIONS, 36, 1), .anchor = CONCLUSION_OUT },
    { "TC-RSL", N_("Báo kết quả xử lý cho người giải quyết tố cáo"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 36, 3), .anchor = N_("ngày có kết quả xử lý") },
    { "TC-PUB", N_("Công khai kết luận, quyết định xử lý"), WORKING_DAYS, 7,
      .cite = ART(DENUNCIATIONS, 40, 1), .anchor = CONCLUSION_OUT },
    { "TC-POST", N_("Niêm yết kết luận nội dung tố cáo liên tục"), CALENDAR_DAYS, 15,
      .cite = ART(DECREE_31, 6, 2), .sense = TERM_LASTS, .anchor = POSTED },
    { "TC-PRESS", N_("Trả lời báo chí, cơ quan đã chuyển thông tin"), CALENDAR_DAYS, 20,
      .cite = ART(DENUNCIATIONS, 26, 2), .anchor = N_("ngày nhận thông tin được chuyển đến") },
    { "TC-CONT", N_("Xem xét việc tố cáo tiếp"), CALENDAR_DAYS, 20,
      .cite = ART(DENUNCIATIONS, 37, 2), .anchor = N_("ngày nhận tố cáo tiếp") },
    { "TC-OVD-1", N_("Yêu cầu báo cáo về tố cáo quá hạn"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 38, 2), .anchor = N_("ngày nhận tố cáo quá hạn") },
    { "TC-OVD-2", N_("Báo cáo cấp trên về tố cáo quá hạn"), WORKING_DAYS, 5,
      .cite = ART(DENUNCIATIONS, 38, 3), .anchor = REQUEST },

    /* --- reception and letters: 42/2013/QH13 and the decree of 2026 --- */
    { "TCD-ANS", N_("Trả lời sau khi tiếp nhận"), WORKING_DAYS, 10, .cite = ART(RECEPTION, 28, 1),
      .anchor = RECEIPT },
    { "TCD-BACK", N_("Báo kết quả cho nơi đã chuyển đến"), WORKING_DAYS, 7,
      .cite = ART(RECEPTION, 27, 2), .anchor = N_("ngày có kết quả giải quyết") },
    { "TCD-TELL", N_("Nơi đã chuyển báo lại cho người dân"), WORKING_DAYS, 5,
      .cite = ART(RECEPTION, 28, 2),
      .anchor = N_("ngày nhận được kết quả, hoặc ngày người dân yêu cầu báo nếu sau đó") },
    { "TCD-SCH", N_("Niêm yết lịch tiếp công dân"), WORKING_DAYS, 5, .cite = ART(RECEPTION, 24, 4),
      .sense = TERM_BEFORE, .anchor = N_("ngày tiếp công dân") },
    { "TCD-REF", N_("Thông báo từ chối tiếp công dân bằng văn bản"), WORKING_DAYS, 3,
      .cite = ART(DECREE_154, 4, 3), .anchor = N_("ngày từ chối") },
    { "TCD-ONL", N_("Thông báo trước buổi tiếp công dân trực tuyến"), WORKING_DAYS, 5,
      .cite = ART(DECREE_154, 23, 0), .sense = TERM_BEFORE, .anchor = N_("ngày tiếp công dân") },
    { "TCD-TEST", N_("Thử đường truyền trước buổi tiếp trực tuyến"), WORKING_DAYS, 1,
      .cite = ART(DECREE_154, 24, 0), .sense = TERM_BEFORE, .anchor = N_("ngày tiếp công dân") },
    { "XLD-45", N_("Xử lý đơn, quá hạn thì bị xem xét kỷ luật"), CALENDAR_DAYS, 45,
      .cite = POINT(DECREE_154, 41, 3, "b"), .anchor = RECEIPT },
    { "XLD-LUU", N_("Giữ đơn đã lưu, trước khi xét hủy"), MONTHS, 12,
      .cite = READING(CIRCULAR_05, 0, 0, NUMBER_NOT_READ), .sense = TERM_LASTS,
      .anchor = N_("ngày lưu đơn") },
    { "BT-ANS", N_("Người đứng đầu cấp ủy trả lời bằng văn bản"), WORKING_DAYS, 10,
      .cite = READING(PARTY_11, 0, 0, NUMBER_NOT_READ), .anchor = RECEIPT },

    /* --- grassroots democracy: 10/2022/QH15, 59/2023 and 61/2023/NĐ-CP --- */
    { "CK-PUB", N_("Công khai thông tin"), WORKING_DAYS, 5, .cite = ART(DEMOCRACY, 12, 3),
      .anchor = DOCUMENT_OUT },
    { "CK-POST", N_("Niêm yết thông tin liên tục"), CALENDAR_DAYS, 30,
      .cite = ART(DEMOCRACY, 13, 0), .sense = TERM_LASTS, .anchor = POSTED },
    { "CK-LOUD", N_("Phát trên hệ thống truyền thanh liên tục"), CALENDAR_DAYS, 3,
      .cite = ART(DEMOCRACY, 13, 0), .sense = TERM_LASTS, .anchor = N_("ngày bắt đầu phát") },
    { "CK-CQ-PUB", N_("Công khai trong cơ quan, đơn vị"), WORKING_DAYS, 5,
      .cite = ART(DEMOCRACY, 47, 0), .anchor = DOCUMENT_OUT },
    { "CK-CQ-POST", N_("Niêm yết trong cơ quan, đơn vị liên tục"), CALENDAR_DAYS, 20,
      .cite = ART(DEMOCRACY, 48, 0), .sense = TERM_LASTS, .anchor = POSTED },
    { "YK-LAY", N_("Lấy ý kiến Nhân dân"), CALENDAR_DAYS, 20, .cite = ART(DEMOCRACY, 28, 2),
      .sense = TERM_LASTS, .anchor = N_("ngày công khai nội dung lấy ý kiến") },
    { "HOP-BAO", N_("Báo trước ngày họp cộng đồng dân cư"), CALENDAR_DAYS, 2,
      .cite = ART(DEMOCRACY, 18, 3), .sense = TERM_BEFORE, .anchor = MEETING_DAY },
    { "PHIEU-BAO", N_("Báo trước ngày phát phiếu lấy ý kiến"), CALENDAR_DAYS, 2,
      .cite = ART(DECREE_59, 4, 0), .sense = TERM_BEFORE, .anchor = N_("ngày phát phiếu") },
    { "HOP-TL", N_("Gửi tài liệu họp đến từng hộ"), CALENDAR_DAYS, 2, .cite = ART(DEMOCRACY, 18, 3),
      .sense = TERM_BEFORE, .anchor = MEETING_DAY },
    { "PHIEU-KH", N_("Gửi kế hoạch lấy phiếu lên xã"), CALENDAR_DAYS, 2,
      .cite = ART(DECREE_59, 4, 0), .anchor = N_("ngày ban hành kế hoạch") },
    { "QD-GUI", N_("Gửi quyết định của cộng đồng dân cư lên xã"), WORKING_DAYS, 5,
      .cite = ART(DEMOCRACY, 21, 2), .anchor = N_("ngày thông qua") },
    { "QD-CN", N_("Công nhận hoặc không công nhận quyết định của cộng đồng dân cư"), WORKING_DAYS,
      5, .cite = ART(DEMOCRACY, 21, 2), .anchor = N_("ngày nhận đủ hồ sơ") },
    { "SK-PHIEU", N_("Phiếu ủng hộ sáng kiến của công dân có giá trị"), MONTHS, 3,
      .cite = ART(DEMOCRACY, 16, 0), .sense = TERM_VALID, .anchor = N_("ngày ủng hộ") },
    { "HU-NY", N_("Niêm yết dự thảo hương ước, quy ước"), CALENDAR_DAYS, 30,
      .cite = READING(DECREE_61, 0, 0, NUMBER_NOT_READ), .sense = TERM_LASTS, .anchor = POSTED },
    { "HU-GUI", N_("Gửi hồ sơ hương ước, quy ước đề nghị công nhận"), WORKING_DAYS, 5,
      .cite = READING(DECREE_61, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày thông qua") },
    { "HU-CN", N_("Công nhận hương ước, quy ước"), WORKING_DAYS, 5,
      .cite = READING(DECREE_61, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày nhận đủ hồ sơ") },
    { "HU-DUNG", N_("Tạm ngừng thực hiện hương ước, quy ước trái luật"), WORKING_DAYS, 3,
      .cite = READING(DECREE_61, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày nhận phản ánh đúng") },
    { "HU-BAI", N_("Bãi bỏ hương ước, quy ước trái luật"), WORKING_DAYS, 5,
      .cite = READING(DECREE_61, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày nhận phản ánh đúng") },
    { "BC-KH", N_("Ban hành kế hoạch bầu trưởng thôn, tổ trưởng tổ dân phố"), CALENDAR_DAYS, 20,
      .cite = ART(DECREE_59, 7, 0), .sense = TERM_BEFORE, .anchor = N_("ngày bầu cử") },
    { "BC-UC", N_("Lập biên bản giới thiệu người ứng cử"), CALENDAR_DAYS, 15,
      .cite = ART(DECREE_59, 7, 0), .sense = TERM_BEFORE, .anchor = N_("ngày bầu cử") },
    { "BC-TO", N_("Thành lập tổ bầu cử"), CALENDAR_DAYS, 10, .cite = ART(DECREE_59, 7, 0),
      .sense = TERM_BEFORE, .anchor = N_("ngày bầu cử") },
    { "BC-NY", N_("Niêm yết danh sách ứng cử"), CALENDAR_DAYS, 7, .cite = ART(DECREE_59, 7, 0),
      .sense = TERM_BEFORE, .anchor = N_("ngày bầu cử") },
    { "BC-CN", N_("Công nhận kết quả bầu"), WORKING_DAYS, 5, .cite = ART(DECREE_59, 8, 0),
      .anchor = N_("ngày nhận đủ hồ sơ") },
    { "BC-LAI", N_("Quyết định bầu trưởng thôn, tổ trưởng mới"), CALENDAR_DAYS, 60,
      .cite = ART(DECREE_59, 9, 0), .anchor = N_("ngày cho thôi làm nhiệm vụ") },
    { "TTND-CQ", N_("Trả lời kiến nghị của Ban Thanh tra nhân dân ở cơ quan"), CALENDAR_DAYS, 15,
      .cite = ART(DEMOCRACY, 63, 0), .anchor = RECOMMENDED },
    { "TTND-ANS", N_("Trả lời kiến nghị của Ban Thanh tra nhân dân"), CALENDAR_DAYS, 15,
      .cite = READING(DEMOCRACY, 0, 0, NUMBER_NOT_READ), .anchor = RECOMMENDED },
    { "GSDT-ANS", N_("Trả lời kiến nghị của Ban Giám sát đầu tư của cộng đồng"), CALENDAR_DAYS, 15,
      .cite = READING(DEMOCRACY, 0, 0, NUMBER_NOT_READ), .anchor = RECOMMENDED },
    { "GSDT-BAO", N_("Báo trước cho chủ đầu tư kế hoạch giám sát"), CALENDAR_DAYS, 45,
      .cite = READING(DEMOCRACY, 0, 0, NUMBER_NOT_READ), .sense = TERM_BEFORE,
      .anchor = N_("ngày bắt đầu giám sát") },
    { "TTND-KH", N_("Gửi kế hoạch kiểm tra của Ban Thanh tra nhân dân"), WORKING_DAYS, 5,
      .cite = READING(DEMOCRACY, 0, 0, NUMBER_NOT_READ), .sense = TERM_BEFORE,
      .anchor = N_("ngày kiểm tra") },
    { "HNCD-TRIEU", N_("Triệu tập hội nghị cộng đồng dân cư"), CALENDAR_DAYS, 5,
      .cite = ART(DECREE_59, 10, 0), .sense = TERM_BEFORE, .anchor = N_("ngày hội nghị") },

    { "HN-CC", N_("Tổ chức hội nghị cán bộ, công chức, viên chức, người lao động"), MONTHS, 3,
      .cite = READING(DEMOCRACY, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày cuối năm công tác") },

    /* --- the Front's supervision and criticism: 75/2015/QH13 and 403/2017 --- */
    { "MT-GS-YC", N_("Gửi kế hoạch, yêu cầu báo cáo cho nơi được giám sát"), CALENDAR_DAYS, 15,
      .cite = ART(JOINT_403, 7, 3), .sense = TERM_BEFORE, .anchor = N_("ngày làm việc") },
    { "MT-GS-BC", N_("Nơi được giám sát gửi báo cáo"), CALENDAR_DAYS, 7,
      .cite = ART(JOINT_403, 7, 3), .sense = TERM_BEFORE, .anchor = N_("ngày làm việc") },
    { "MT-GS-KQ", N_("Đoàn giám sát báo cáo kết quả"), CALENDAR_DAYS, 15,
      .cite = ART(JOINT_403, 9, 1), .anchor = N_("ngày kết thúc làm việc") },
    { "MT-PB", N_("Gửi dự thảo để phản biện xã hội"), CALENDAR_DAYS, 15, .cite = ART(FRONT, 36, 1),
      .sense = TERM_BEFORE, .anchor = N_("ngày trình ban hành") },

    /* --- neighbours: mediation, villages, paperwork --- */
    { "HG-BD", N_("Bắt đầu hòa giải ở cơ sở"), CALENDAR_DAYS, 3,
      .cite = READING(MEDIATION, 0, 0, NUMBER_NOT_READ), .anchor = N_("ngày được phân công") },
    { "BC-TAM", N_("Bầu người thay trưởng thôn, tổ trưởng lâm thời"), MONTHS, 6,
      .cite = READING(DECREE_185, 0, 0, NUMBER_NOT_READ),
      .anchor = N_("ngày chỉ định người lâm thời") },
    { "VB-PH", N_("Phát hành văn bản đi"), WORKING_DAYS, 1, .cite = ART(DECREE_30, 18, 0),
      .anchor = N_("ngày ký văn bản") },
    { "HS-LT", N_("Nộp hồ sơ vào lưu trữ cơ quan"), MONTHS, 12, .cite = ART(DECREE_30, 30, 0),
      .anchor = N_("ngày công việc kết thúc") },
};

const struct term_table RULES = { ROWS, COUNT(ROWS) };
