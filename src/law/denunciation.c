/* The lists of the law on denunciations. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/denunciation.h"

#include "law/acts.h"
#include "text/tongue.h"

#define POINT_NOT_READ N_("thứ tự điểm chưa được đối chiếu với văn bản")

static const struct ground filings[] = {
    { "khong-ten", N_("Không rõ họ tên, địa chỉ của người tố cáo."), ART(DENUNCIATIONS, 25, 1) },
    { "khong-xac-dinh", N_("Qua kiểm tra, xác minh không xác định được người tố cáo."),
      ART(DENUNCIATIONS, 25, 1) },
    { "mao-ten", N_("Sử dụng họ tên của người khác để tố cáo."), ART(DENUNCIATIONS, 25, 1) },
    { "hinh-thuc",
      N_("Không gửi bằng đơn hoặc trình bày trực tiếp, và không có chứng cứ để kiểm tra."),
      ART(DENUNCIATIONS, 25, 1) },
};
const struct ground_list DENUNCIATION_FILINGS = GROUNDS(filings);

static const struct ground passed_over[] = {
    { "gui-nhieu-noi",
      N_("Không thuộc thẩm quyền, và đã gửi đồng thời cho nơi có thẩm quyền giải quyết."),
      ART(DENUNCIATIONS, 24, 3) },
    { "da-huong-dan", N_("Không thuộc thẩm quyền, và đã được hướng dẫn một lần về nội dung này."),
      ART(DENUNCIATIONS, 24, 3) },
};
const struct ground_list DENUNCIATION_PASSED_OVER = GROUNDS(passed_over);

static const struct ground refusals[] = {
    { "hinh-thuc", N_("Đơn hoặc lời tố cáo chưa có đủ nội dung mà luật yêu cầu."),
      ART(DENUNCIATIONS, 29, 1) },
    { "nang-luc",
      N_("Người tố cáo không có đủ năng lực hành vi dân sự mà không có người đại diện."),
      ART(DENUNCIATIONS, 29, 1) },
    { "co-so", N_("Không có cơ sở để xác định người vi phạm, hành vi vi phạm pháp luật."),
      ART(DENUNCIATIONS, 29, 1) },
    { "khieu-nai",
      N_("Xuất phát từ khiếu nại đã giải quyết đúng thẩm quyền, không có chứng cứ mới về vi phạm "
         "của người giải quyết."),
      ART(DENUNCIATIONS, 29, 1) },
};
const struct ground_list DENUNCIATION_REFUSALS = GROUNDS(refusals);

static const struct ground tests[] = {
    { "nhieu-noi", N_("Phải xác minh tại từ hai địa điểm trở lên."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "nhieu-noi-dung", N_("Có từ hai nội dung tố cáo phải xác minh trở lên."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "nhieu-nguoi", N_("Nhiều người tố cáo một nội dung, hoặc liên quan đến nhiều người."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "nuoc-ngoai", N_("Có yếu tố nước ngoài."), READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "nhieu-co-quan", N_("Liên quan đến trách nhiệm quản lý của nhiều cơ quan."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "y-kien-khac", N_("Các cơ quan, cá nhân còn ý kiến khác nhau."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
    { "chung-cu", N_("Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra hoặc giám định."),
      READING(DECREE_31, 3, 1, POINT_NOT_READ) },
};
const struct ground_list DENUNCIATION_TESTS = GROUNDS(tests);

static const struct ground suspensions[] = {
    { "cho-ket-qua",
      N_("Phải đợi kết quả giải quyết của cơ quan, tổ chức khác hoặc của vụ việc khác có liên "
         "quan."),
      ART(DENUNCIATIONS, 34, 1) },
    { "giam-dinh", N_("Cần giám định bổ sung, giám định lại."), ART(DENUNCIATIONS, 34, 1) },
};
const struct ground_list DENUNCIATION_SUSPENSIONS = GROUNDS(suspensions);

static const struct ground terminations[] = {
    { "qua-doi",
      N_("Người bị tố cáo đã chết, và nội dung tố cáo chỉ liên quan đến trách nhiệm của người "
         "đó."),
      ART(DENUNCIATIONS, 34, 3) },
    { "da-giai-quyet",
      N_("Vụ việc đã được giải quyết bằng bản án, quyết định có hiệu lực của tòa án hoặc của cơ "
         "quan có thẩm quyền."),
      ART(DENUNCIATIONS, 34, 3) },
};
const struct ground_list DENUNCIATION_TERMINATIONS = GROUNDS(terminations);

static const struct ground resettlings[] = {
    { "thieu-chinh-xac",
      N_("Kết quả xác minh hoặc kết luận nội dung tố cáo thiếu chính xác hoặc thiếu khách quan."),
      POINT(DENUNCIATIONS, 37, 3, "a") },
    { "bo-sot",
      N_("Bỏ sót, bỏ lọt thông tin, tài liệu, chứng cứ quan trọng khi xác minh hoặc kết luận."),
      POINT(DENUNCIATIONS, 37, 3, "b") },
    { "ap-dung-sai",
      N_("Áp dụng không đúng pháp luật trong quá trình xác minh hoặc kết luận nội dung tố cáo."),
      POINT(DENUNCIATIONS, 37, 3, "c") },
};
const struct ground_list DENUNCIATION_RESETTLINGS = GROUNDS(resettlings);

static const struct ground takeovers[] = {
    { "trinh-tu",
      N_("Vi phạm trình tự, thủ tục dẫn đến kết luận không chính xác, khách quan, hoặc làm sai "
         "lệch "
         "hồ sơ."),
      POINT(DECREE_31, 5, 1, "a") },
    { "can-cu-giai-quyet-lai",
      N_("Có một trong các căn cứ để giải quyết lại: thiếu chính xác, bỏ sót chứng cứ, áp dụng sai "
         "pháp luật."),
      POINT(DECREE_31, 5, 1, "b") },
    { "than-thich",
      N_("Người bị tố cáo là người thân thích của người xác minh hoặc người giải quyết tố cáo."),
      POINT(DECREE_31, 5, 2, "a") },
    { "lien-quan-than-thich",
      N_("Nội dung tố cáo liên quan trực tiếp đến người thân thích của người xác minh hoặc người "
         "giải quyết tố cáo."),
      POINT(DECREE_31, 5, 2, "b") },
    { "loi-ich",
      N_("Người xác minh hoặc người giải quyết có lợi ích liên quan trực tiếp với người bị tố "
         "cáo."),
      POINT(DECREE_31, 5, 2, "c") },
};
const struct ground_list DENUNCIATION_TAKEOVERS = GROUNDS(takeovers);

static const struct ground appraisals[] = {
    { APPRAISAL, N_("Trưng cầu giám định."), ART(DECREE_31, 15, 4) },
};
const struct ground_list DENUNCIATION_APPRAISALS = GROUNDS(appraisals);

static const struct ground dangers[] = {
    { "dang-bi-xam-hai",
      N_("Vị trí công tác, việc làm, tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm đang bị xâm "
         "hại."),
      ART(DENUNCIATIONS, 47, 3) },
    { "nguy-co", N_("Có nguy cơ bị xâm hại ngay tức khắc."), ART(DENUNCIATIONS, 47, 3) },
    { "tru-dap", N_("Bị trù dập, phân biệt đối xử do việc tố cáo."), ART(DENUNCIATIONS, 47, 3) },
};
const struct ground_list DENUNCIATION_DANGERS = GROUNDS(dangers);

static const struct ground unprotected[] = {
    { "khong-can-cu", N_("Đề nghị bảo vệ không có căn cứ."), ART(DENUNCIATIONS, 51, 3) },
    { "khong-can-thiet", N_("Xét thấy không cần thiết áp dụng biện pháp bảo vệ."),
      ART(DENUNCIATIONS, 51, 3) },
};
const struct ground_list DENUNCIATION_UNPROTECTED = GROUNDS(unprotected);

static const struct ground protection_ends[] = {
    { "het-can-cu", N_("Căn cứ áp dụng biện pháp bảo vệ không còn."),
      POINT(DENUNCIATIONS, 54, 2, "b") },
    { "theo-de-nghi", N_("Theo đề nghị bằng văn bản của người được bảo vệ."),
      POINT(DENUNCIATIONS, 54, 2, "b") },
    { "khong-chap-hanh", N_("Người được bảo vệ cố ý không thực hiện nghĩa vụ của mình."),
      READING(LAW_136, 0, 0, N_("số điều, khoản chưa được đối chiếu với văn bản")) },
};
const struct ground_list DENUNCIATION_PROTECTION_ENDS = GROUNDS(protection_ends);
