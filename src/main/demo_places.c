/* Places of the demonstration: communes of Huế with streets, and offices beside them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include "base/must.h"

enum { HOUSE_NUMBER_MAX = 180, LANE_NUMBER_MAX = 60 };

/* Spots of a place without streets of its own here. */
static const char VILLAGE_SPOTS[] =
    "trên đường liên thôn, đoạn trước nhà văn hóa thôn|ở đường bê tông sau trường tiểu học|"
    "ở ngã ba đầu thôn, gần miếu|trên đường ra đồng, đoạn qua cống ba cửa|"
    "trước cổng trạm y tế xã|ở đoạn đường dọc kênh tưới, gần trạm bơm|"
    "trên đường ra chợ, cách chợ khoảng 200 mét|ở xóm dưới, cạnh sân bóng của thôn|"
    "trước trường mầm non của thôn|trên đường liên xã, đoạn dốc trước đình làng|"
    "ở đầu cầu nhỏ giữa thôn|ở khu dân cư mới sau ủy ban xã";

/* clang-format off */
const struct place demo_places[] = {
    { "19753", "phường Phú Xuân", 300,
      "Đinh Tiên Hoàng|Mai Thúc Loan|Chi Lăng|Bạch Đằng|Huỳnh Thúc Kháng|Trần Hưng Đạo|Phan Đăng Lưu|"
      "Đào Duy Từ|Nguyễn Chí Thanh|Nguyễn Trãi|Lê Thánh Tôn|Nhật Lệ|Đặng Dung|Thái Phiên|"
      "Triệu Quang Phục|Tô Hiến Thành|Đoàn Thị Điểm|Ngô Đức Kế|Hàn Thuyên|Đặng Thái Thân",
      "chợ Đông Ba|cửa Đông Ba|hồ Tịnh Tâm|chợ Tây Lộc|cầu Gia Hội|cửa Chánh Tây|cống Lương Y|"
      "trường Nguyễn Tri Phương", 16475000, 107580000 },
    { "19789", "phường Thuận Hóa", 130,
      "Hùng Vương|Lê Lợi|Nguyễn Huệ|Bến Nghé|Trần Cao Vân|Đội Cung|Hà Nội|Lý Thường Kiệt|Phan Bội Châu|"
      "Đống Đa|Nguyễn Tri Phương|Võ Thị Sáu|Chu Văn An|Phạm Ngũ Lão",
      "chợ Bến Ngự|ga Huế|cầu Trường Tiền|công viên 3 tháng 2|trường Quốc Học", 16462000, 107590000 },
    { "19777", "phường Vỹ Dạ", 90,
      "Nguyễn Sinh Cung|Phạm Văn Đồng|Lâm Hoằng|Tùng Thiện Vương|Hàn Mặc Tử|Tuy Lý Vương|"
      "Nguyễn Minh Vỹ|Trương Gia Mô|Thanh Tịnh|Lưu Hữu Phước",
      "chợ Vỹ Dạ|Đập Đá|cầu Vỹ Dạ|cầu Chợ Dinh", 16478000, 107605000 },
    { "19774", "phường Kim Long", 70,
      "Kim Long|Nguyễn Phúc Nguyên|Nguyễn Hoàng|Vạn Xuân|Lý Nam Đế|Phạm Thị Liên|Nguyễn Phúc Thái",
      "chùa Thiên Mụ|chợ Kim Long|cầu Bạch Hổ|ga An Hòa", 16463000, 107556000 },
    { "19815", "phường An Cựu", 80,
      "An Dương Vương|Ngự Bình|Hoàng Quốc Việt|Tố Hữu|Trường Chinh|Nguyễn Lộ Trạch|Dương Văn An|"
      "Đặng Văn Ngữ|Hải Triều|Phan Chu Trinh",
      "chợ An Cựu|cầu An Cựu|núi Ngự Bình|khu đô thị An Vân Dương", 16451000, 107604000 },
    { "19813", "phường Thủy Xuân", 60,
      "Điện Biên Phủ|Lê Ngô Cát|Minh Mạng|Bùi Thị Xuân|Huyền Trân Công Chúa|Đoàn Nhữ Hải|Tam Thai|"
      "Xuân 68", "đàn Nam Giao|đồi Vọng Cảnh|lăng Tự Đức|làng hương Thủy Xuân", 16434000, 107576000 },
    { "19975", "phường Hương Thủy", 45,
      "Nguyễn Tất Thành|Sóng Hồng|Thân Nhân Trung|Dạ Lê|Võ Trác|Khúc Thừa Dụ",
      "chợ Dạ Lê|cầu vượt Thủy Dương|cầu ngói Thanh Toàn", 0, 0 },
    { "19960", "phường Phú Bài", 45,
      "Nguyễn Khoa Văn|Lê Đình Mộng|Thuận Hóa|Vân Dương|Trưng Nữ Vương|Tân Trào",
      "chợ Phú Bài|khu công nghiệp Phú Bài|sân bay Phú Bài", 0, 0 },
    { "19996", "phường Hương Trà", 30, "Cách Mạng Tháng Tám|Lý Bôn|Trần Trung Lập|Kim Trà",
      "chợ Tứ Hạ|cầu Tứ Phú", 0, 0 },
    { "20014", "phường Hóa Châu", 30, "Tản Đà|Đặng Tất|Nguyễn Văn Linh|Lý Thái Tổ",
      "chợ Bao Vinh|phố cổ Bao Vinh", 0, 0 },
    { "19909", "phường Dương Nỗ", 30, "Nguyễn Chí Diểu|Phạm Văn Đồng nối dài|Thanh Lam Bồ",
      "nhà lưu niệm Bác Hồ ở làng Dương Nỗ|chợ Nọ", 0, 0 },
    { "19900", "phường Thuận An", 30, "Kinh Dương Vương|Hoàng Sa|Thái Văn Toản|Nguyễn Văn Tuyết",
      "bãi tắm Thuận An|cầu Thuận An|cảng Thuận An", 0, 0 },
    { "19804", "phường Hương An", 24, NULL, NULL, 0, 0 },
    { "19819", "phường Phong Điền", 20, NULL, NULL, 0, 0 },
    { "19828", "phường Phong Phú", 12, NULL, NULL, 0, 0 },
    { "19831", "phường Phong Dinh", 12, NULL, NULL, 0, 0 },
    { "19858", "phường Phong Thái", 12, NULL, NULL, 0, 0 },
    { "19867", "xã Quảng Điền", 26, NULL, NULL, 0, 0 },
    { "19873", "phường Phong Quảng", 12, NULL, NULL, 0, 0 },
    { "19885", "xã Đan Điền", 16, NULL, NULL, 0, 0 },
    { "19918", "xã Phú Hồ", 14, NULL, NULL, 0, 0 },
    { "19930", "phường Mỹ Thượng", 18, NULL, NULL, 0, 0 },
    { "19942", "xã Phú Vang", 18, NULL, NULL, 0, 0 },
    { "19945", "xã Phú Vinh", 16, NULL, NULL, 0, 0 },
    { "19969", "phường Thanh Thủy", 18, NULL, NULL, 0, 0 },
    { "20017", "phường Kim Trà", 14, NULL, NULL, 0, 0 },
    { "20035", "xã Bình Điền", 12, NULL, NULL, 0, 0 },
    { "20056", "xã A Lưới 1", 10, NULL, NULL, 0, 0 },
    { "20044", "xã A Lưới 2", 16, NULL, NULL, 0, 0 },
    { "20071", "xã A Lưới 3", 8, NULL, NULL, 0, 0 },
    { "20101", "xã A Lưới 4", 8, NULL, NULL, 0, 0 },
    { "20050", "xã A Lưới 5", 8, NULL, NULL, 0, 0 },
    { "20107", "xã Phú Lộc", 20, NULL, NULL, 0, 0 },
    { "20122", "xã Vinh Lộc", 16, NULL, NULL, 0, 0 },
    { "20131", "xã Hưng Lộc", 14, NULL, NULL, 0, 0 },
    { "20137", "xã Chân Mây - Lăng Cô", 22, NULL, NULL, 0, 0 },
    { "20140", "xã Lộc An", 16, NULL, NULL, 0, 0 },
    { "20161", "xã Khe Tre", 12, NULL, NULL, 0, 0 },
    { "20179", "xã Nam Đông", 10, NULL, NULL, 0, 0 },
    { "20182", "xã Long Quảng", 8, NULL, NULL, 0, 0 },

    { .unit = "46.VP", .name = "Văn phòng Ủy ban nhân dân thành phố" },
    { .unit = "46.HCC", .name = "Trung tâm Phục vụ hành chính công thành phố" },
    { .unit = "46.SXD", .name = "Sở Xây dựng" },
    { .unit = "46.SNNMT", .name = "Sở Nông nghiệp và Môi trường" },
    { .unit = "46.SVHTT", .name = "Sở Văn hóa và Thể thao" },
    { .unit = "46.SKHCN", .name = "Sở Khoa học và Công nghệ" },
    { .unit = "46.SGDDT", .name = "Sở Giáo dục và Đào tạo" },
    { .unit = "46.SYT", .name = "Sở Y tế" },
    { .unit = "46.CA", .name = "Công an thành phố" },
    { .unit = "46.MTDT", .name = "Công ty Môi trường và Công trình đô thị Huế" },
    { .unit = "46.CN", .name = "Công ty Cấp nước Huế" },
    { .unit = "46.DL", .name = "Công ty Điện lực Huế" },
};
/* clang-format on */
const size_t demo_place_count = COUNT(demo_places);

size_t demo_place_of(struct str unit)
{
    size_t i = 0;
    while (i < COUNT(demo_places) && !str_equal(str_of(demo_places[i].unit), unit)) {
        i++;
    }
    must(i < COUNT(demo_places));
    return i;
}

struct str demo_spot(const struct place *place, struct chance chance, struct arena *arena)
{
    if (!place->streets) {
        return chance_part(&chance, VILLAGE_SPOTS);
    }
    struct str street = chance_part(&chance, place->streets);
    struct str other = chance_part(&chance, place->streets);
    struct str mark = chance_part(&chance, place->marks);
    int number = (int)chance_between(&chance, 2, HOUSE_NUMBER_MAX);
    int lane = (int)chance_between(&chance, 1, LANE_NUMBER_MAX);
    switch (chance_below(&chance, 6)) {
    case 0:
        return str_printf(arena, "ở kiệt %d đường %.*s", lane, STR_ARG(street));
    case 1:
        return str_printf(arena, "ở kiệt %d đường %.*s, nhà số %d", lane, STR_ARG(street),
                          number % 20 + 1);
    case 2:
        if (!str_equal(street, other)) {
            return str_printf(arena, "ở ngã tư %.*s và %.*s", STR_ARG(street), STR_ARG(other));
        }
        break;
    case 3:
        return str_printf(arena, "trên đường %.*s, đoạn gần %.*s", STR_ARG(street), STR_ARG(mark));
    default:
        break;
    }
    return str_printf(arena, "trước nhà số %d đường %.*s", number, STR_ARG(street));
}
