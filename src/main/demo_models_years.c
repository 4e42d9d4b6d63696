/* The years of the demonstration's models: who put what forward, what was found, what was said. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

const struct demo_entry demo_entries[] = {
    /* The year before the one that is told. */
    { "vyda-rac", true, YEAR_PROPOSED, 91, { 90, 87 }, NULL },
    { "phongquang-boi", true, YEAR_OUTSTANDING, 88, { 85, 89 }, NULL },
    { "hoachau-lu", true, YEAR_PROPOSED, 93, { 92, 94 }, NULL },
    { "thuanhoa-chay", true, YEAR_RECOGNISED, 82, { 78, 81 }, NULL },
    { "aluoi4-bo", true, YEAR_RECOGNISED, 84, { 80, 76 }, NULL },
    { "kimlong-nhavuon", true, YEAR_RECOGNISED, 80, { 69, 82, 80 }, NULL },
    { "binhdien-rung", true, YEAR_OUTSTANDING, 86, { 83, 88 }, NULL },
    { "huongan-ranhdat",
      true,
      YEAR_TURNED_DOWN,
      78,
      { 62, 58 },
      "Mới có số vụ thành, chưa theo dõi vụ nào có nhổ cọc lại hay không. Năm sau ghi thêm số vụ "
      "còn giữ sau sáu tháng rồi gửi lại." },

    /* The year that is told. */
    { "phuxuan-rac", false, YEAR_ASSESSED, 79, { 0 }, NULL },
    { "hoachau-rau", false, YEAR_ASSESSED, 85, { 0 }, NULL },
    { "thuanan-toghe", false, YEAR_ASSESSED, 88, { 0 }, NULL },
    { "kimtra-congkhai", false, YEAR_ASSESSED, 90, { 0 }, NULL },
    { "phuxuan-hoso", false, YEAR_ASSESSED, 89, { 86 }, NULL },
    { "ancuu-camera", false, YEAR_ASSESSED, 74, { 66 }, NULL },
    { "phuho-motgiong", false, YEAR_ASSESSED, 83, { 81 }, NULL },
    { "phuvinh-bao", false, YEAR_ASSESSED, 92, { 91, 76 }, NULL },
    { "aluoi2-nhatieu", false, YEAR_ASSESSED, 86, { 70, 84 }, NULL },
    { "quangdien-xenghep", false, YEAR_APPRAISED, 84, { 82, 79 }, NULL },
    { "phongdinh-sen", false, YEAR_APPRAISED, 77, { 71, 74 }, NULL },
    { "aluoi5-hoptieng", false, YEAR_APPRAISED, 88, { 90, 86 }, NULL },
    { "binhdien-hiendat", false, YEAR_APPRAISED, 85, { 88, 72, 83 }, NULL },
    { "kimlong-tang", false, YEAR_RECOGNISED, 83, { 80, 84 }, NULL },
    { "phubai-matbang", false, YEAR_RECOGNISED, 81, { 76, 79 }, NULL },
    { "thuyxuan-thanhtra", false, YEAR_RECOGNISED, 87, { 85, 72, 86 }, NULL },
    { "aluoi1-cotmoc", false, YEAR_RECOGNISED, 85, { 83, 81 }, NULL },
    { "dandien-trave", false, YEAR_RECOGNISED, 78, { 74, 77 }, NULL },
    { "hoachau-lu", false, YEAR_OUTSTANDING, 92, { 91, 90 }, NULL },
    { "aluoi3-zeng", false, YEAR_OUTSTANDING, 87, { 88, 85 }, NULL },
    { "phongquang-boi", false, YEAR_PROPOSED, 92, { 93, 91 }, NULL },
    { "phuxuan-cuaso", false, YEAR_PROPOSED, 90, { 89, 92 }, NULL },
    { "phuvang-caloc",
      false,
      YEAR_TURNED_DOWN,
      72,
      { 48, 45 },
      "Giấy giãn nợ chỉ có ở mười hai hộ trong số đã ghi. Đối chiếu lại với đại lý rồi gửi vào "
      "năm sau." },
    { "mythuong-hoagiay",
      false,
      YEAR_TURNED_DOWN,
      76,
      { 67, 70 },
      "Thu nhập tính trong ba tháng giáp tết nên chưa nói được là bán quanh năm. Xin đo thêm hai "
      "quý." },
};
const size_t demo_entry_count = COUNT(demo_entries);

static const char ASSESSED[] =
    "Số đo ba lần, sổ còn đủ; phần sáng tạo tự thấy vừa phải vì học cách của nơi khác.|"
    "Người dân tự giữ được, nhưng chưa qua một mùa lũ nên phần bền vững không dám cho cao.|"
    "Kết quả rõ, hồ sơ còn thiếu ảnh trước khi làm; đã trừ ở mục minh chứng.|"
    "Bà con góp công nhiều hơn dự tính. Phần nhân rộng mới có một nơi hỏi.|"
    "Chỉ tiêu đạt, nhưng ba hộ xin thôi; chúng tôi ghi cả lý do trong sổ.|"
    "Tự chấm ở buổi họp có hai mươi người, ai cũng được cho điểm rồi lấy số giữa.|"
    "Cách làm giản dị, không mới; cái được là làm đều cả năm không đứt.|"
    "Còn một việc chưa xong là tiền duy trì từ năm thứ ba, đã nói rõ ở bản đăng ký.";
static const char GOOD[] = "Xem tận nơi, hỏi năm nhà bất kỳ thì bốn nhà kể đúng như hồ sơ.|"
                           "Sổ ghi đều, có cả ngày thất bại; đáng tin hơn nhiều bản báo cáo đẹp.|"
                           "Người dân làm là chính. Nơi khác học được ngay mà không cần thêm tiền.|"
                           "Đã đi một mình, không báo trước; việc vẫn đang chạy.|"
                           "Kết quả rõ. Nên viết lại một trang cách làm cho người mới.";
static const char FAIR[] =
    "Việc có thật, số tăng; còn dựa nhiều vào một người, người ấy nghỉ là lúng túng.|"
    "Đạt chỉ tiêu. Hồ sơ nên kèm danh sách đã đối chiếu chứ không chỉ con số.|"
    "Cách làm tốt, phạm vi còn nhỏ; chờ thêm một vụ để thấy có bền không.|"
    "Hai nhà được hỏi chưa biết mô hình; cần nói lại với bà con ở xa.|"
    "Điểm sáng tạo thấp hơn đơn vị tự cho, các mục khác tôi đồng ý.";
static const char POOR[] = "Số trong sổ và số ở nơi làm lệch nhau, chưa ai giải thích được.|"
                           "Phần dân tham gia còn mỏng: chủ yếu là tổ làm thay.|"
                           "Có làm, nhưng đo một lần lúc thuận nhất thì chưa nói được kết quả.";

struct str demo_assess_words(struct chance *chance)
{
    return chance_part(chance, ASSESSED);
}

struct str demo_appraise_words(int64_t points, struct chance *chance)
{
    enum { GOOD_FROM = 80, FAIR_FROM = 68 };
    return chance_part(chance, points >= GOOD_FROM ? GOOD : points >= FAIR_FROM ? FAIR : POOR);
}

/* Each criterion its share; then one or two points go from one to another, where there is room. */
void demo_points(int64_t total, struct chance *chance, int64_t ret_points[YEAR_CRITERIA])
{
    const struct model_criterion *criteria = model_usual_sheet.criteria;
    int64_t most = 0;
    int64_t given = 0;
    for (size_t i = 0; i < YEAR_CRITERIA; i++) {
        most += criteria[i].max;
        ret_points[i] = most * total / SHEET_POINTS - given;
        given += ret_points[i];
    }
    for (size_t shift = 0; shift < YEAR_CRITERIA; shift++) {
        size_t from = chance_below(chance, YEAR_CRITERIA);
        size_t to = chance_below(chance, YEAR_CRITERIA);
        if (ret_points[from] > 1 && ret_points[to] < criteria[to].max) {
            ret_points[from]--;
            ret_points[to]++;
        }
    }
}
