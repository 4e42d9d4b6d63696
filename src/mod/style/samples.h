/* What people may write: long, without a blank, in the letters of every language of the country. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STYLE_SAMPLES_H
#define STYLE_SAMPLES_H

/* Five lines on a telephone. */
#define LONG_UNIT                                                                                  \
    "Ban Chỉ đạo sắp xếp tổ chức bộ máy của hệ thống chính trị "          \
    "tinh gọn, hoạt động hiệu lực, hiệu quả phường Phú Xuân, "                 \
    "thành phố Huế, nhiệm kỳ 2025–2030, bộ phận giúp việc"
#define LONG_NAME "Công Tằng Tôn Nữ Thị Hoàng Nguyễn Phước Bảo Khánh Quỳnh Anh"
#define LONG_MATTER                                                                                \
    "Đường vào tổ dân phố số hai ngập sâu sau mỗi trận mưa, "                  \
    "nắp cống trước nhà sinh hoạt cộng đồng vỡ đã ba tuần, "                  \
    "trẻ em đi học phải lội nước, xe cấp cứu không vào được hẻm trong cùng"
/* Names in Ê-đê. */
#define EDE_NAME  "Y Ŏn Niê Kdăm'"
#define EDE_PLACE "Buôn Akŏ Dhông, xã Čư̆ M'gar"
#define NO_BLANKS                                                                                  \
    "Đườngvàotổdânphốsốhaingậpsâusaumỗitrậnmưanắpcốngtrướcnhàsinhhoạtcộngđồngvỡđãbatuầnrồi"

/* Links of the looks lead back to their own section: the tables are constant, so the address is a
 * literal here and not made by route_url(); the test asks whether the route is there. */
#define STYLE_PATH "/kieu-dang"
#define TO_SECTION(name)                                                                           \
    {                                                                                              \
        STR_INIT(STYLE_PATH "#" name)                                                              \
    }
/* Where the partial itself adds a query. */
#define TO_PAGE                                                                                    \
    {                                                                                              \
        STR_INIT(STYLE_PATH)                                                                       \
    }

#endif
