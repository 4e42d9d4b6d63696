/* What sounds like a denunciation, and what only shares its letters. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "mod/feedback/sift.h"

static const struct {
    const char *text;
    bool sounds;
} texts[] = {
    { "Tôi tố cáo ông A, Phó Chủ tịch phường.", true },
    { "toi to cao ong A pho chu tich phuong", true },
    { "ĐƠN TỐ CÁO. Kính gửi Ủy ban nhân dân phường.", true },
    { "Đơn tố  cáo\nngười thu thuế chợ", true },
    { "Cán bộ địa chính vòi vĩnh, phải lót tay mới làm.", true },
    { "Trưởng thôn ăn chặn tiền cứu trợ của bà con.", true },
    { "Kế toán tham ô quỹ của thôn", true },
    { "Bí thư nhận tiền của người trúng thầu", true },
    { "Công trình bị rút ruột.", true },
    { "Nhà to cao che hết nắng của xóm.", false },
    { "Cây to, cao, sắp đổ vào dây điện.", false },
    { "Cột đèn số 12 tắt ba tuần nay.", false },
    { "Tôi nhận tiền trợ cấp chậm hai tháng.", false },
    { "Ổ gà sâu, xe máy hay ngã.", false },
    { "Thái độ cán bộ một cửa chưa tốt, hẹn lần hẹn lữa.", false },
    { "", false },
};

static void phrases_are_whole_words(void **state)
{
    struct arena *arena = arena_create(1 << 20);
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (sift_may_denounce(arena, str_of(texts[i].text)) != texts[i].sounds) {
            fail_msg("%s", texts[i].text);
        }
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(phrases_are_whole_words) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
