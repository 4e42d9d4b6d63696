/* What each page of calendar is for (web/help.h). */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/calendar/help.h"

#include "text/tongue.h"

const struct help_row calendar_help[] = {
    { "/biet/lich-lam-viec",
      N_("Trang này cho biết ngày nghỉ, ngày làm bù mà mọi thời hạn tính theo."),
      { N_("Chọn một năm khác ở cuối trang để xem.") } },
    { "/qt/lich-lam-viec",
      N_("Trang này giữ lịch mà mọi thời hạn tính theo."),
      { N_("Bấm “Đặt một ngày” khi có quyết định nghỉ bù hoặc làm bù."),
        N_("Bấm “Nhập tệp iCalendar” để nhập nhiều ngày một lần.") },
      N_("Lịch đổi thì các hạn đang chạy được tính lại."),
      HELP_FOR(ADMIN),
      30,
      N_("Lịch làm việc") },
    { "/qt/lich-lam-viec/*",
      N_("Trang này đặt một phần của lịch: một ngày, giờ làm việc hoặc cả năm."),
      { N_("Ghi quyết định làm căn cứ rồi mới bấm nút.") },
      N_("Lịch đổi thì các hạn đang chạy được tính lại.") },
    { "/qt/lich-lam-viec/nhap",
      N_("Trang này đọc một tệp lịch và hiện từng ngày để duyệt."),
      { N_("Chọn tệp rồi bấm “Đọc tệp”."),
        N_("Đánh dấu ngày đúng rồi bấm “Đưa các ngày đã duyệt vào lịch”.") } },
    { "/qt/lich-lam-viec/duyet",
      N_("Trang này đọc một tệp lịch và hiện từng ngày để duyệt."),
      { N_("Chọn tệp rồi bấm “Đọc tệp”."),
        N_("Đánh dấu ngày đúng rồi bấm “Đưa các ngày đã duyệt vào lịch”.") } },
    { 0 },
};
