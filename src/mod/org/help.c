/* What each page of org is for (web/help.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/help.h"

#include "text/tongue.h"

const struct help_row org_help[] = {
    { "/don-vi",
      N_("Trang này liệt kê các đơn vị và nơi trực thuộc."),
      { N_("Gõ tên hoặc mã đơn vị rồi bấm “Tìm”."),
        N_("Bấm vào một đơn vị để xem điện thoại, địa chỉ, giờ làm việc.") } },
    { "/don-vi/:code",
      N_("Trang này là một đơn vị: liên hệ, cấp trên, nơi trực thuộc, tên cũ."),
      { N_("Bấm vào một đơn vị khác để xem tiếp.") } },
    { "/qt/don-vi",
      N_("Trang này giữ cây đơn vị của cả hệ thống."),
      { N_("Bấm “Thêm đơn vị”, hoặc gõ tên đơn vị rồi bấm “Tìm” để sửa.") },
      NULL,
      HELP_FOR(ADMIN),
      10,
      N_("Đơn vị") },
    { "/qt/don-vi/moi",
      N_("Trang này thêm một đơn vị."),
      { N_("Điền mã, loại, tên, cấp trên và ngày bắt đầu.") },
      N_("Đơn vị hiện ngay trên trang công khai.") },
    { "/qt/don-vi/nhap/*",
      N_("Trang này nhập đơn vị từ tệp CSV và tải danh sách hiện có."),
      { N_("Tải danh sách, sửa trong bảng tính, lưu thành tệp CSV."),
        N_("Bấm “Đọc tệp và xem trước”, rồi đồng ý với từng việc hiện ra.") },
      N_("Dòng lỗi được bỏ qua và nói rõ vì sao.") },
    { "/qt/don-vi/:code/*",
      N_("Trang này đổi tên, chuyển cấp trên, kết thúc hoặc ghi liên hệ của đơn vị."),
      { N_("Ghi điện thoại, địa chỉ và giờ làm việc để dân liên hệ được."),
        N_("Ghi đúng ngày có hiệu lực khi đổi tên, chuyển hoặc kết thúc.") },
      N_("Lịch sử cũ của đơn vị vẫn được giữ."),
      HELP_FOR(ADMIN),
      11 },
    { "/qt/dau-moi/:id",
      N_("Trang này kết thúc việc một đơn vị làm đầu mối."),
      { N_("Ghi ngày cuối cùng rồi bấm nút.") } },
    { 0 },
};
