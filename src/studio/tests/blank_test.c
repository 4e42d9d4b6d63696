/* Blanks: each as it looks when filled, what is refused and where, whose words may stand for it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/log.h"
#include "studio/blank.h"
#include "studio/paper_private.h"
#include "studio/tests/ask.h"

enum { ARENA_BYTES = 128 << 20 };

static int open_arena(void **state)
{
    *state = arena_create(ARENA_BYTES);
    must(*state);
    return 0;
}

static int close_arena(void **state)
{
    arena_destroy(*state);
    return 0;
}

/* One value for each name that the forms have, as an officer would write it. */
static const struct blank_value samples[] = {
    { "accepted", STR_INIT("Quyết định số 12/QĐ-UBND ngày 12 tháng 8 năm 2026") },
    { "accepted_on", STR_INIT("12 tháng 8 năm 2026") },
    { "action", STR_INIT("tạm đình chỉ") },
    { "address", STR_INIT("số 15 đường Lê Lợi, phường Phú Xuân, thành phố Huế") },
    { "answer_by", STR_INIT("10 tháng 9 năm 2026") },
    { "assessment", STR_INIT("Nội dung thứ nhất là tố cáo đúng; nội dung thứ hai là tố cáo sai.") },
    { "assigned", STR_INIT("Văn bản số 21/UBND-TTr ngày 13 tháng 8 năm 2026") },
    { "began", STR_INIT("08 giờ 30 phút, ngày 25 tháng 8 năm 2026") },
    { "came_on", STR_INIT("03 tháng 9 năm 2026") },
    { "chair", STR_INIT("Bà Trần Thị Lan, Chủ tịch Ủy ban nhân dân phường Phú Xuân") },
    { "code", STR_INIT("KH-7K3Q-92MX") },
    { "clerk", STR_INIT("Ông Lê Minh, công chức Tư pháp - hộ tịch phường Phú Xuân") },
    { "compensation",
      STR_INIT("Ủy ban nhân dân phường bồi thường 12.500.000 đồng cho hàng rào đã bị "
               "tháo dỡ.") },
    { "competent", STR_INIT("Chủ tịch Ủy ban nhân dân phường Thuận Hóa") },
    { "complainant", STR_INIT("Nguyễn Văn Bình") },
    { "complainant_address", STR_INIT("số 15 đường Lê Lợi, phường Phú Xuân, thành phố Huế") },
    { "complained_on", STR_INIT("03 tháng 8 năm 2026") },
    { "concerned", STR_INIT("Bà Hoàng Thị Mai, địa chỉ: số 17 đường Lê Lợi") },
    { "conclusion", STR_INIT("Khiếu nại của ông Nguyễn Văn Bình là đúng một phần.") },
    { "contact", STR_INIT("điện thoại 0912 345 678") },
    { "content",
      STR_INIT("Người làm việc trình bày quá trình đo đạc thửa đất số 12, tờ bản đồ số 5.\n"
               "Tổ xác minh yêu cầu cung cấp hồ sơ kỹ thuật thửa đất.") },
    { "copies", STR_INIT("03") },
    { "court",
      STR_INIT("khiếu nại lần hai đến Chủ tịch Ủy ban nhân dân thành phố Huế trong thời hạn "
               "30 ngày, hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật "
               "Tố tụng hành chính") },
    { "days", STR_INIT("30 ngày") },
    { "decider", STR_INIT("Chủ tịch Ủy ban nhân dân phường Phú Xuân") },
    { "decision", STR_INIT("Sửa đổi một phần Quyết định số 07/QĐ-UBND ngày 02 tháng 7 năm 2026 về "
                           "việc thu hồi đất.") },
    { "denounced", STR_INIT("ông Phạm Văn Tâm, công chức địa chính phường Phú Xuân") },
    { "dialogue",
      STR_INIT("Ngày 25 tháng 8 năm 2026 đã tổ chức đối thoại; hai bên thống nhất về diện "
               "tích, chưa thống nhất về hàng rào.") },
    { "differences", STR_INIT("Một thành viên đề nghị trưng cầu giám định chữ ký.") },
    { "done", STR_INIT("Đội quản lý đô thị phường đã thay ba bóng đèn ngày 05 tháng 8 năm 2026.") },
    { "due", STR_INIT("11 tháng 9 năm 2026") },
    { "ended", STR_INIT("10 giờ 15 phút cùng ngày") },
    { "enforcer", STR_INIT("Công chức địa chính phường") },
    { "expert", STR_INIT("Trung tâm Kỹ thuật tài nguyên và môi trường thành phố Huế") },
    { "explanation",
      STR_INIT("Người bị tố cáo đã giải trình bằng văn bản ngày 28 tháng 8 năm 2026.") },
    { "findings",
      STR_INIT("Hồ sơ địa chính và đo đạc thực tế cho thấy ranh giới thửa đất lệch 0,4 m so "
               "với bản đồ năm 2018.\nHàng rào nằm trong phần đất của gia đình.") },
    { "first_round",
      STR_INIT("Quyết định số 31/QĐ-UBND ngày 10 tháng 9 năm 2026 không chấp nhận khiếu "
               "nại.") },
    { "founded", STR_INIT("Quyết định số 14/QĐ-UBND ngày 14 tháng 8 năm 2026") },
    { "ground", STR_INIT("điểm h khoản 1") },
    { "grounds", STR_INIT("Điều 17 và Điều 18 Luật Khiếu nại") },
    { "guests", STR_INIT("Ông Võ Đình Nam, Ủy ban Mặt trận Tổ quốc Việt Nam phường") },
    { "head", STR_INIT("Chủ tịch Ủy ban nhân dân phường Phú Xuân") },
    { "id_paper", STR_INIT("căn cước số 046190001234, cấp ngày 02/03/2022, nơi cấp: Bộ Công an") },
    { "inspectorate", STR_INIT("Thanh tra thành phố Huế") },
    { "kind", STR_INIT("khiếu nại") },
    { "matter",
      STR_INIT("Quyết định số 07/QĐ-UBND ngày 02 tháng 7 năm 2026 về việc thu hồi 24 m² đất "
               "của gia đình tại thửa số 12, tờ bản đồ số 5") },
    { "matters", STR_INIT("Đo đạc thiếu chính xác thửa đất số 12, tờ bản đồ số 5\n"
                          "Nhận tiền của người dân trái quy định") },
    { "measures", STR_INIT("Kiểm điểm trách nhiệm trong tháng 9 năm 2026.") },
    { "members", STR_INIT("1\tÔng Lê Minh\tCông chức Tư pháp - hộ tịch\tTổ trưởng\n"
                          "2\tBà Đỗ Thị Hạnh\tCông chức Văn phòng - thống kê\tThành viên") },
    { "officer", STR_INIT("Lê Minh") },
    { "officer_post", STR_INIT("công chức Tư pháp - hộ tịch") },
    { "opinion", STR_INIT("Đồng ý") },
    { "opinions", STR_INIT("Ông Bình đề nghị giữ nguyên hàng rào. Bà Mai không có ý kiến.") },
    { "papers", STR_INIT("1\tĐơn khiếu nại đề ngày 03/8/2026\t03\tBản chính\n"
                         "2\tGiấy chứng nhận quyền sử dụng đất\t04\tBản sao chứng thực") },
    { "parts",
      STR_INIT("1\tThu hồi 24 m² đất\tKhiếu nại\tChủ tịch Ủy ban nhân dân phường Phú Xuân\n"
               "2\tĐèn đường hỏng\tPhản ánh\tCông ty Môi trường đô thị") },
    { "person", STR_INIT("Nguyễn Văn Bình") },
    { "place", STR_INIT("địa điểm tiếp công dân phường Phú Xuân") },
    { "plan", STR_INIT("Phường thay dây trước ngày 20 tháng 9 năm 2026; ông Lê Minh phụ trách.") },
    { "powers", STR_INIT("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025") },
    { "prior_faults", STR_INIT("Bỏ sót hai phiếu thu đã nộp kèm đơn.") },
    { "prior_responsibility",
      STR_INIT("Người giải quyết lần trước chịu trách nhiệm; kiến nghị kiểm điểm.") },
    { "proposal", STR_INIT("Thụ lý đơn để giải quyết theo thẩm quyền") },
    { "proposer", STR_INIT("công chức Tư pháp - hộ tịch") },
    { "purpose", STR_INIT("làm rõ diện tích bị thu hồi và phương án bồi thường.") },
    { "questions", STR_INIT("Chữ ký trên hai phiếu thu có phải của một người không\n"
                            "Ranh giới thửa đất theo bản đồ năm 1990") },
    { "reason", STR_INIT("vụ việc phức tạp, cần trưng cầu giám định") },
    { "received_on", STR_INIT("03 tháng 8 năm 2026") },
    { "receiver", STR_INIT("Ông Nguyễn Văn Bình") },
    { "recommendations", STR_INIT("Đề nghị cơ quan đăng ký đất đai chỉnh lý bản đồ địa chính") },
    { "related", STR_INIT("Công an phường Phú Xuân") },
    { "respondent", STR_INIT("Ủy ban nhân dân phường Phú Xuân") },
    { "respondent_address", STR_INIT("số 2 đường Hà Nội, thành phố Huế") },
    { "responsibility",
      STR_INIT("Ông Phạm Văn Tâm chịu trách nhiệm về việc đo đạc thiếu chính xác.") },
    { "result", STR_INIT("Thống nhất diện tích là 24 m²; còn ý kiến khác nhau về hàng rào.") },
    { "said", STR_INIT("Phản ánh của ông (bà) là đúng.\nĐèn hỏng do dây cũ bị đứt.") },
    { "settled_by", STR_INIT("chưa có") },
    { "subject", STR_INIT("hai phiếu thu ngày 5 và ngày 9 tháng 7 năm 2026 (bản chính)") },
    { "suspended", STR_INIT("Quyết định số 18/QĐ-UBND ngày 20 tháng 8 năm 2026") },
    { "team", STR_INIT("Ông Lê Minh, Tổ trưởng\nBà Đỗ Thị Hạnh, thành viên") },
    { "transferred_by", STR_INIT("Đoàn đại biểu Quốc hội thành phố Huế") },
    { "unhappy", STR_INIT("trả lời trên trang tra cứu hồ sơ trong 30 ngày.") },
    { "unsigned", STR_INIT("không có") },
    { "verifiers", STR_INIT("1\tÔng Lê Minh\tCông chức Tư pháp - hộ tịch\tTrưởng đoàn\n"
                            "2\tBà Đỗ Thị Hạnh\tCông chức Văn phòng - thống kê\tThành viên") },
    { "when", STR_INIT("08 giờ 30 phút, ngày 03 tháng 9 năm 2026") },
};

static struct letter letter_to_fill(enum letter_layout layout)
{
    static const struct letter_signer chairman = { .form = SIGNING_SELF,
                                                   .post = STR_INIT("Chủ tịch"),
                                                   .name = STR_INIT("Trần Thị Lan") };
    static const struct letter_signer secretary = { .on_behalf_of = STR_INIT("Ban Thường vụ"),
                                                    .post = STR_INIT("Bí thư"),
                                                    .name = STR_INIT("Trần Thị Lan") };
    bool is_party = layout == LETTER_PARTY;
    return (struct letter){
        .layout = layout,
        .superior = is_party ? STR("Thành ủy Huế") : STR("Ủy ban nhân dân thành phố Huế"),
        .issuer =
            is_party ? STR("Đảng ủy phường Phú Xuân") : STR("Ủy ban nhân dân phường Phú Xuân"),
        .number = 5,
        .organ = is_party ? STR("ĐU") : STR("UBND"),
        .place = STR("Huế"),
        .on = day_of(2026, 9, 7),
        .signers = is_party ? &secretary : &chairman,
        .signer_count = 1,
        .at = { 1788739200 },
    };
}

static struct blank read_form(struct arena *arena, struct str text)
{
    struct blank blank = { 0 };
    struct blank_fault fault = { 0 };
    if (!blank_parse(arena, text, &blank, &fault)) {
        fail_msg("line %u: fault %u about “%.*s”", fault.line, fault.kind, STR_ARG(fault.about));
    }
    return blank;
}

/* --- how they look ---------------------------------------------------------------------------- */

/* What is kept of a page: its text, line by line, and how dark each piece of 7 mm is, from 0 to 9.
 * A picture of pixels would change with every version of the fonts, of cairo and of poppler; where
 * lines end and what is dark does not, because Liberation Serif keeps the widths of Times. Both are
 * read by the judge that we did not write, from the finished PDF. */
enum { CELLS_WIDE = 30, CELLS_HIGH = 42, DARK_SCALE = 30, PIXELS_MAX = 4 << 20 };

static void write_layer(struct arena *arena, struct out *out, struct str pdf)
{
    struct str rest = ask_tool(arena, "pdftotext -layout %s -", pdf);
    while (rest.p) {
        struct str line = str_trim(str_cut(&rest, '\n'));
        for (size_t i = 0; i < line.n; i++) {
            if (line.p[i] != ' ' || line.p[i - 1] != ' ') {
                out_char(out, line.p[i]);
            }
        }
        if (line.n > 0) {
            out_char(out, '\n');
        }
    }
}

/* "P5\nW H\n255\n" and then a byte a pixel; `at` moves behind the page. */
static size_t read_number(struct str *rest)
{
    size_t number = 0;
    *rest = str_slice(*rest, 0, rest->n);
    while (rest->n > 0 && (rest->p[0] < '0' || rest->p[0] > '9')) {
        *rest = str_slice(*rest, 1, rest->n);
    }
    while (rest->n > 0 && rest->p[0] >= '0' && rest->p[0] <= '9') {
        number = 10 * number + (size_t)(rest->p[0] - '0');
        *rest = str_slice(*rest, 1, rest->n);
    }
    return number;
}

/* How dark one piece of the picture is, 0 to 9; the picture has more pixels than pieces. */
static char darkness(const char *pixels, size_t width, size_t height, size_t row, size_t column)
{
    size_t dark = 0;
    size_t count = 0;
    for (size_t y = row * height / CELLS_HIGH; y < (row + 1) * height / CELLS_HIGH; y++) {
        for (size_t x = column * width / CELLS_WIDE; x < (column + 1) * width / CELLS_WIDE; x++) {
            dark += 255 - (size_t)(unsigned char)pixels[y * width + x];
            count++;
        }
    }
    must(count > 0);
    size_t digit = dark * DARK_SCALE / (255 * count);
    return (char)('0' + (digit < 9 ? digit : 9));
}

static struct str write_grid(struct out *out, struct str picture)
{
    struct str rest = str_slice(picture, 2, picture.n);
    size_t width = read_number(&rest);
    size_t height = read_number(&rest);
    must(read_number(&rest) == 255 && rest.n > width * height && width >= CELLS_WIDE);
    rest = str_slice(rest, 1, rest.n);
    for (size_t row = 0; row < CELLS_HIGH; row++) {
        for (size_t column = 0; column < CELLS_WIDE; column++) {
            out_char(out, darkness(rest.p, width, height, row, column));
        }
        out_char(out, '\n');
    }
    return str_slice(rest, width * height, rest.n);
}

static struct str look_of(struct arena *arena, const struct letter *letter)
{
    struct sheet sheet = { 0 };
    struct out out = out_open(arena, SAID_BYTES_MAX);
    assert_int_equal(letter_draw(arena, letter, &sheet), PAPER_GOOD);
    assert_int_equal(sheet.missing, 0);
    write_layer(arena, &out, sheet.bytes);
    struct str pictures = ask_tool_for(arena, "pdftoppm -r 50 -gray %s", sheet.bytes, PIXELS_MAX);
    for (uint32_t page = 1; page <= sheet.pages; page++) {
        out_printf(&out, "--- %u\n", page);
        pictures = write_grid(&out, pictures);
    }
    return out_str(&out);
}

static struct str read_golden(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = new (arena, char, SAID_BYTES_MAX);
    size_t n = file ? fread(text, 1, SAID_BYTES_MAX, file) : 0;
    if (file) {
        (void)fclose(file);
    }
    return str_span(text, n);
}

/* Text must be equal; a piece may be lighter or darker by two, all together by one in twenty. */
static bool looks_alike(struct str golden, struct str look)
{
    enum { STEP_MAX = 2 };
    bool is_grid = false;
    size_t steps = 0;
    size_t pieces = 0;
    while (golden.p && look.p) {
        struct str a = str_cut(&golden, '\n');
        struct str b = str_cut(&look, '\n');
        is_grid = is_grid || str_starts(a, STR("--- "));
        bool is_row = is_grid && !str_starts(a, STR("--- "));
        if (!is_row || a.n != b.n) {
            if (!str_equal(a, b)) {
                return false;
            }
            continue;
        }
        for (size_t i = 0; i < a.n; i++) {
            int step = abs(a.p[i] - b.p[i]);
            if (step > STEP_MAX) {
                return false;
            }
            steps += (size_t)step;
            pieces++;
        }
    }
    return !golden.p && !look.p && steps * 20 <= pieces;
}

/* WRITE_GOLDENS=1 writes them anew; then look at what changed. */
static void check_look(struct arena *arena, struct str name, const struct letter *letter)
{
    const char *path =
        str_z(arena, str_printf(arena, "src/studio/tests/blanks/%.*s.txt", STR_ARG(name)));
    struct str look = look_of(arena, letter);
    if (getenv("WRITE_GOLDENS")) {
        FILE *file = fopen(path, "w");
        must(file && fwrite(look.p, 1, look.n, file) == look.n && fclose(file) == 0);
        return;
    }
    if (!looks_alike(read_golden(arena, path), look)) {
        fail_msg("%s is not what it was:\n%.*s", path, STR_ARG(look));
    }
}

static void each_looks_as_it_did(void **state)
{
    struct arena *arena = *state;
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct arena_mark mark = arena_mark(arena);
        struct blank blank = read_form(arena, file->text);
        struct letter letter = letter_to_fill(LETTER_STATE);
        struct blank_fault fault = { 0 };
        if (!blank_fill(arena, &blank, samples, COUNT(samples), &letter, &fault)) {
            fail_msg("%s: no value for “%.*s”", file->name, STR_ARG(fault.about));
        }
        check_look(arena, str_slice(str_of(file->name), 0, strlen(file->name) - 4), &letter);
        arena_undo(arena, mark);
    }
}

static void the_party_forwards_in_its_layout(void **state)
{
    struct arena *arena = *state;
    struct blank blank;
    struct blank_fault fault;
    struct letter letter = letter_to_fill(LETTER_PARTY);
    assert_true(blank_open(arena, STR("C05-04"), STR_NONE, &blank, &fault));
    assert_true(blank_fill(arena, &blank, samples, COUNT(samples), &letter, &fault));
    check_look(arena, STR("c05-04-party"), &letter);
}

/* --- what they must say ----------------------------------------------------------------------- */

static void all_are_there(void **state)
{
    struct arena *arena = *state;
    static const char *const codes[] = {
        "C05-01",  "C05-02",  "C05-03",   "C05-04",   "C05-05",  "D124-03", "D124-04",
        "D124-05", "D124-14", "D124-14a", "D124-14b", "D124-15", "D124-16", "D154-01",
        "D154-02", "D31-01",  "D31-02",   "D31-03",   "D31-04",  "D31-05",  "D31-06",
        "D31-07",  "D31-08",  "D31-09",   "D31-10",   "D31-11",  "D31-12",  "PAKN-01",
    };
    size_t count = 0;
    for (const struct blank_file *file = blank_files; file->name; file++, count++) {
        struct blank blank = read_form(arena, file->text);
        assert_true(
            str_equal_nocase(blank.code, str_slice(str_of(file->name), 0, strlen(file->name) - 4)));
    }
    assert_int_equal(count, COUNT(codes));
    for (size_t i = 0; i < COUNT(codes); i++) {
        struct blank blank;
        struct blank_fault fault;
        assert_true(blank_open(arena, str_of(codes[i]), STR_NONE, &blank, &fault));
    }
    struct blank blank;
    struct blank_fault fault;
    assert_false(blank_open(arena, STR("D31-99"), STR_NONE, &blank, &fault));
    assert_int_equal(fault.kind, BLANK_UNKNOWN);
}

static void leave_out(struct blank_value values[COUNT(samples)], struct str name)
{
    memcpy(values, samples, sizeof samples);
    for (size_t i = 0; i < COUNT(samples); i++) {
        if (str_equal(str_of(values[i].name), name)) {
            values[i].text = STR(" ");
        }
    }
}

/* Every value of every form is left out once: what the law wants is refused with the name of its
 * section, the rest goes without. */
static void nothing_mandatory_lacks(void **state)
{
    struct arena *arena = *state;
    struct blank_value values[COUNT(samples)];
    size_t refused = 0;
    for (const struct blank_file *file = blank_files; file->name; file++) {
        struct blank blank = read_form(arena, file->text);
        for (size_t i = 0; i < blank.place_count; i++) {
            struct arena_mark mark = arena_mark(arena);
            leave_out(values, blank.places[i].name);
            struct letter letter = letter_to_fill(LETTER_STATE);
            struct blank_fault fault = { 0 };
            bool is_filled = blank_fill(arena, &blank, values, COUNT(values), &letter, &fault);
            assert_true(is_filled != blank.places[i].is_needed);
            if (!is_filled) {
                assert_int_equal(fault.kind, BLANK_VALUE_LACKS);
                assert_true(fault.about.n > 0 && letter.block_count == 0);
                refused++;
            }
            arena_undo(arena, mark);
        }
    }
    assert_in_range(refused, 150, 300);
}

static void sections_have_names(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *code;
        const char *value;
        const char *about;
    } rows[] = {
        { "D124-15", "findings", "Kết quả xác minh nội dung khiếu nại" },
        { "D124-15", "court", "Quyền khiếu nại lần hai, khởi kiện" },
        { "D124-16", "first_round", "Kết quả giải quyết khiếu nại lần đầu" },
        { "D31-12", "responsibility", "Trách nhiệm của từng cá nhân" },
        { "D31-12", "accepted", "Số, ngày quyết định thụ lý tố cáo" },
        { "D154-01", "reason", "Căn cứ và lý do từ chối" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct blank_value values[COUNT(samples)];
        memcpy(values, samples, sizeof values);
        for (size_t k = 0; k < COUNT(values); k++) {
            values[k].text = strcmp(values[k].name, rows[i].value) == 0 ? STR_NONE : values[k].text;
        }
        struct blank blank;
        struct blank_fault fault;
        struct letter letter = letter_to_fill(LETTER_STATE);
        assert_true(blank_open(arena, str_of(rows[i].code), STR_NONE, &blank, &fault));
        assert_false(blank_fill(arena, &blank, values, COUNT(values), &letter, &fault));
        assert_true(str_equal(fault.about, str_of(rows[i].about)));
    }
}

/* Law: 25/2018/QH14 art. 8 and 56: what goes to others than the denouncer has no place for him. */
static void nobody_who_denounces_is_named(void **state)
{
    struct arena *arena = *state;
    static const char *const codes[] = { "C05-03", "D31-01", "D31-04", "D31-06", "D31-07",
                                         "D31-09", "D31-10", "D31-11", "D31-12" };
    static const char *const names[] = { "person",  "address",     "id_paper",
                                         "contact", "complainant", "receiver" };
    for (size_t i = 0; i < COUNT(codes); i++) {
        struct blank blank;
        struct blank_fault fault;
        assert_true(blank_open(arena, str_of(codes[i]), STR_NONE, &blank, &fault));
        for (size_t k = 0; k < blank.place_count; k++) {
            for (size_t m = 0; m < COUNT(names); m++) {
                assert_false(str_equal(blank.places[k].name, str_of(names[m])));
            }
        }
    }
}

static void a_value_is_no_form(void **state)
{
    struct arena *arena = *state;
    static const struct blank_value values[] = {
        { "a", STR_INIT("{{b}} | \n---\nmust: x") },
        { "b", STR_INIT("hai") },
    };
    static const struct str text =
        STR_INIT("code: X\nname: X\nlaw: x\nwording: ours\nby: office\nneed: a A\nneed: b B\n---\n"
                 "field: Một {{b}}: | {{a}}\npoint: {{b}}\npoint: {{b}}\ntext: x\npoint: y\n");
    struct blank blank = read_form(arena, text);
    struct blank_fault fault;
    struct letter letter = letter_to_fill(LETTER_STATE);
    assert_true(blank_fill(arena, &blank, values, COUNT(values), &letter, &fault));
    assert_int_equal(letter.block_count, 5);
    assert_true(str_equal(letter.blocks[0].label, STR("Một hai:")));
    assert_true(str_equal(letter.blocks[0].text, values[0].text));
    assert_true(str_equal(letter.blocks[2].label, STR("b)")));
    assert_true(str_equal(letter.blocks[4].label, STR("a)")));
}

/* --- what is refused -------------------------------------------------------------------------- */

#define HEAD "code: X\nname: X\nlaw: x\nwording: ours\nby: office\nneed: a A\nmay: b B\n"
static const struct {
    const char *text;
    enum blank_fault_kind kind;
    uint32_t line;
} broken[] = {
    { HEAD "---\ntext: {{a}} {{issuer}}\n# {{c}}\n\n", BLANK_GOOD, 0 },
    { "", BLANK_HEAD_LACKS, 1 },
    { HEAD, BLANK_HEAD_LACKS, 8 },
    { "code: X\n---\n", BLANK_HEAD_LACKS, 2 },
    { HEAD "---\ntext: \xff\n", BLANK_NO_TEXT, 0 },
    { HEAD "---\ntext: \xe2\x80\xae\n", BLANK_NO_TEXT, 0 },
    { HEAD "---\nMột dòng\n", BLANK_NO_WORD, 9 },
    { HEAD "---\ntext:\n", BLANK_NO_WORD, 9 },
    { HEAD "---\nshout: {{a}}\n", BLANK_STRANGE_WORD, 9 },
    { HEAD "colour: red\n---\n", BLANK_STRANGE_WORD, 8 },
    { "wording: mine\n", BLANK_STRANGE_WORD, 1 },
    { "code: X\ncode: Y\n", BLANK_TWICE, 2 },
    { HEAD "may: a A\n", BLANK_TWICE, 8 },
    { HEAD "need: c\n", BLANK_BAD_PLACE, 8 },
    { HEAD "need: Ten Tên\n", BLANK_BAD_PLACE, 8 },
    { HEAD "---\ntext: {{a\n", BLANK_BAD_PLACE, 9 },
    { HEAD "---\ntext: {{A b}}\n", BLANK_BAD_PLACE, 9 },
    { HEAD "---\ntext: a}} {{a}}\n", BLANK_BAD_PLACE, 9 },
    { HEAD "---\nitems: {{a}} và\n", BLANK_BAD_PLACE, 9 },
    { HEAD "---\ntext: {{c}}\n", BLANK_STRANGE_PLACE, 9 },
    { HEAD "subject: {{c}}\n---\n", BLANK_STRANGE_PLACE, 9 },
    { HEAD "---\ntext: {{b}}\n", BLANK_UNUSED_PLACE, 0 },
    { HEAD "---\nmust: Một\ntext: {{a}}\n", BLANK_BAD_SECTION, 11 },
    { HEAD "---\nmust: Một\nend:\ntext: {{a}}\n", BLANK_BAD_SECTION, 10 },
    { HEAD "---\nmust: Một\ntext: {{a}}\nmust: Hai\n", BLANK_BAD_SECTION, 11 },
    { HEAD "---\nend:\n", BLANK_BAD_SECTION, 9 },
    { HEAD "---\nrows: {{a}}\n", BLANK_BAD_TABLE, 9 },
    { HEAD "---\nhead: 1|2|3|4|5|6|7|8|9\nrows: {{a}}\n", BLANK_BAD_TABLE, 9 },
    { HEAD "---\nfield: {{a}}\n", BLANK_BAD_TABLE, 9 },
};

static void what_is_wrong_has_a_line(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct blank blank;
        struct blank_fault fault = { 0 };
        bool is_read = blank_parse(arena, str_of(broken[i].text), &blank, &fault);
        if (is_read != (broken[i].kind == BLANK_GOOD) || fault.kind != broken[i].kind ||
            fault.line != broken[i].line) {
            fail_msg("row %zu: fault %u in line %u", i, fault.kind, fault.line);
        }
    }
    struct out out = out_open(arena, 1 << 20);
    for (size_t i = 0; i <= BLANK_BYTES_MAX; i++) {
        out_char(&out, '\n');
    }
    struct blank blank;
    struct blank_fault fault = { 0 };
    assert_false(blank_parse(arena, out_str(&out), &blank, &fault));
    assert_int_equal(fault.kind, BLANK_TOO_LONG);
    for (unsigned kind = 0; kind < BLANK_FAULTS; kind++) {
        assert_non_null(blank_fault_say((enum blank_fault_kind)kind));
    }
}

/* The built-in text with one piece changed. */
static struct str changed(struct arena *arena, struct str text, const char *from, const char *to)
{
    size_t at = str_find(text, str_of(from));
    assert_true(at < text.n);
    struct str rest = str_slice(text, at + strlen(from), text.n);
    return str_printf(arena, "%.*s%s%.*s", (int)at, text.p, to, STR_ARG(rest));
}

static void a_unit_may_have_its_own_words(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *from;
        const char *to;
        enum blank_fault_kind kind;
    } rows[] = {
        { "text: Vậy thông báo", "text: Xin kính báo", BLANK_GOOD },
        { "code: D124-04", "code: D124-03", BLANK_OTHER_CODE },
        { "by: office", "by: person", BLANK_OTHER_CODE },
        { "need: reason", "may: reason", BLANK_LOST_PLACE },
        { "may: transferred_by", "may: somebody Ai đó\nmay: transferred_by", BLANK_NEW_PLACE },
        { "must: Lý do không thụ lý\n", "must: Lý do\n", BLANK_LOST_SECTION },
        { "không đủ điều kiện để thụ lý giải quyết vì {{reason}}", "không được thụ lý",
          BLANK_UNUSED_PLACE },
    };
    struct str text = STR_NONE;
    for (const struct blank_file *file = blank_files; file->name; file++) {
        text = strcmp(file->name, "d124-04.txt") == 0 ? file->text : text;
    }
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct blank blank;
        struct blank_fault fault = { 0 };
        bool is_fit = blank_open(arena, STR("D124-04"),
                                 changed(arena, text, rows[i].from, rows[i].to), &blank, &fault);
        assert_true(is_fit == (rows[i].kind == BLANK_GOOD));
        assert_int_equal(fault.kind, rows[i].kind);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(each_looks_as_it_did),
        TEST(the_party_forwards_in_its_layout),
        TEST(all_are_there),
        TEST(nothing_mandatory_lacks),
        TEST(sections_have_names),
        TEST(nobody_who_denounces_is_named),
        TEST(a_value_is_no_form),
        TEST(what_is_wrong_has_a_line),
        TEST(a_unit_may_have_its_own_words),
    };
    log_set_level(LEVEL_ERROR);
    paper_open();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
