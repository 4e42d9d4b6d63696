/* Phrases of empty answers, words of concrete ones, and heavy words with their plain twins. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/answer_words.h"

#include <stddef.h>

/* clang-format off */
const char *const STOCK_PHRASES[] = {
    "đã ghi nhận",
    "xin ghi nhận",
    "ghi nhận ý kiến",
    "xin tiếp thu",
    "tiếp thu ý kiến",
    "sẽ xem xét",
    "đang xem xét",
    "xem xét giải quyết",
    "nghiên cứu xem xét",
    "xử lý theo quy định",
    "giải quyết theo quy định",
    "thực hiện theo quy định",
    "theo quy định của pháp luật",
    "theo quy định hiện hành",
    "theo đúng quy định",
    "theo quy định",
    "đúng quy định",
    "đã chuyển đơn vị liên quan",
    "chuyển các đơn vị liên quan",
    "chuyển đơn vị liên quan",
    "chuyển cơ quan chức năng",
    "các đơn vị liên quan",
    "đơn vị liên quan",
    "các cơ quan liên quan",
    "các ngành chức năng",
    "các cơ quan chức năng",
    "cơ quan chức năng",
    "cơ quan có thẩm quyền",
    "trong thời gian tới",
    "trong thời gian sớm nhất",
    "sớm nhất có thể",
    "tiếp tục theo dõi",
    "tiếp tục quan tâm",
    "tăng cường công tác",
    "tăng cường phối hợp",
    "kịp thời giải quyết",
    "kịp thời xử lý",
    "rà soát tham mưu",
    "phối hợp xử lý",
    NULL,
};

const char *const COURTESIES[] = {
    "chân thành cảm ơn", "trân trọng cảm ơn", "trân trọng thông báo", "trân trọng", "xin cảm ơn",
    "cảm ơn", "cám ơn", "xin", "rất", "mong", "ông", "bà con", "bà", "anh", "chị", "quý vị", "quý",
    "người dân", "công dân", "ý kiến", "phản ánh", "kiến nghị", "nội dung", "vấn đề", "đóng góp",
    "quan tâm", "chúng tôi", "đơn vị", "đã", "đang", "sẽ", "được", "của", "và", "về", "việc", "các",
    "này", "nêu trên", "trên", "để", "để biết", "cho", "đến", "tới", "với", "là", "thì", "nhận",
    "phường", "xã", NULL,
};

const char *const UNITS[] = {
    "ủy ban", "uỷ ban", "ubnd", "công an", "phòng", "đội", "tổ", "ban quản lý", "ban chỉ huy",
    "trung tâm", "trạm", "công ty", "hợp tác xã", "điện lực", "thanh tra", "hạt kiểm lâm", "sở",
    "bệnh viện", "trường", "mặt trận", "hội", "chi cục", "văn phòng", NULL,
};

const char *const TITLES[] = { "ông", "bà", "anh", "chị", "cô", "chú", "đồng chí", NULL };

const char *const ACTIONS[] = {
    "sửa", "vá", "lắp", "thay", "dọn", "thu gom", "nạo vét", "khơi thông", "thông cống", "kiểm tra",
    "xử phạt", "phạt", "lập biên bản", "chi trả", "trả tiền", "cấp giấy", "cấp", "hỗ trợ",
    "tháo dỡ", "di dời", "khắc phục", "hoàn thành", "xác minh", "nhắc nhở", "yêu cầu", "đo đạc",
    "đo", "cắm", "phun", "đình chỉ", "tạm dừng", "xây", "làm việc với", "bàn giao", "cắt tỉa",
    "chặt", "trồng", "bổ sung", "hoàn trả", "san lấp", "gia cố", "đóng", "mở", "gửi lại", "in lại",
    "xin lỗi", NULL,
};

const char *const REASONS[] = { "vì", "do", "bởi", "nguyên nhân", "lý do", "căn cứ", NULL };

const char *const TIME_UNITS[] = { "giờ", "ngày", "tuần", "tháng", NULL };

const struct heavy_word HEAVY_WORDS[] = {
    { "tiếp nhận", "đã nhận" },
    { "thụ lý", "bắt đầu giải quyết" },
    { "bổ sung hồ sơ", "gửi thêm giấy tờ" },
    { "không thuộc thẩm quyền", "việc này do nơi khác giải quyết" },
    { "niêm yết", "dán thông báo" },
    { "đề xuất", "xin, đề nghị" },
    { "tham mưu", "góp ý với" },
    { "triển khai", "làm" },
    { "quán triệt", "nói rõ với" },
    { "trên địa bàn", "ở" },
    { "tiến hành", "làm" },
    { NULL, NULL },
};
/* clang-format on */
