/* The books that are exported, as columns. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "studio/xlsx.h"

static const struct xlsx_column reception[] = {
    { "STT", XLSX_NUMBER, 6 },
    { "Ngày tiếp", XLSX_DAY, 12 },
    { "Họ tên, địa chỉ", XLSX_TEXT, 30 },
    { "CCCD/CMND/Hộ chiếu", XLSX_TEXT, 18 },
    { "Nội dung đơn", XLSX_TEXT, 44 },
    { "Loại đơn (KN/TC/KN/PA)", XLSX_TEXT, 13 },
    { "Số người cùng nội dung", XLSX_NUMBER, 11 },
    { "Cơ quan đã giải quyết", XLSX_TEXT, 24 },
    { "Thuộc thẩm quyền (x)", XLSX_TEXT, 11 },
    { "Hướng dẫn công dân đến cơ quan có thẩm quyền", XLSX_TEXT, 28 },
    { "Cơ quan, đơn vị thụ lý", XLSX_TEXT, 24 },
    { "Theo dõi kết quả giải quyết", XLSX_TEXT, 28 },
    { "Ghi chú", XLSX_TEXT, 20 },
};
const struct xlsx_table xlsx_reception_book = { "Sổ tiếp công dân", reception, COUNT(reception),
                                                .has_numbers = true };

static const struct xlsx_column petitions[] = {
    { "STT", XLSX_NUMBER, 6 },
    { "Ngày nhận", XLSX_DAY, 12 },
    { "Nguồn đơn", XLSX_TEXT, 18 },
    { "Họ tên, địa chỉ người gửi", XLSX_TEXT, 30 },
    { "Loại đơn", XLSX_TEXT, 14 },
    { "Tóm tắt nội dung", XLSX_TEXT, 44 },
    { "Số người", XLSX_NUMBER, 9 },
    { "Cơ quan đã giải quyết", XLSX_TEXT, 24 },
    { "Thuộc thẩm quyền (x)", XLSX_TEXT, 11 },
    { "Hướng xử lý", XLSX_TEXT, 22 },
    { "Văn bản xử lý", XLSX_TEXT, 20 },
    { "Ngày văn bản", XLSX_DAY, 12 },
    { "Hạn giải quyết", XLSX_DAY, 12 },
    { "Ngày có kết quả", XLSX_DAY, 12 },
    { "Kết quả", XLSX_TEXT, 28 },
    { "Ghi chú", XLSX_TEXT, 20 },
};
const struct xlsx_table xlsx_petition_register = { "Sổ theo dõi đơn", petitions, COUNT(petitions),
                                                   .has_numbers = true };

static const struct xlsx_column letters[] = {
    { "Số, ký hiệu văn bản", XLSX_TEXT, 20 },
    { "Ngày, tháng văn bản", XLSX_DAY, 12 },
    { "Tên loại và trích yếu nội dung văn bản", XLSX_TEXT, 50 },
    { "Người ký", XLSX_TEXT, 22 },
    { "Nơi nhận văn bản", XLSX_TEXT, 34 },
    { "Đơn vị, người nhận bản lưu", XLSX_TEXT, 24 },
    { "Số lượng bản", XLSX_NUMBER, 9 },
    { "Ghi chú", XLSX_TEXT, 20 },
};
const struct xlsx_table xlsx_letter_register = { "Sổ đăng ký văn bản đi", letters, COUNT(letters),
                                                 .has_numbers = true };
