/* Classes that are too plain to be a partial: buttons, tables, cards, quotes, codes, a receipt. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/style.h"
#include "mod/style/plain.h"
#include "mod/style/samples.h"
#include "mod/style/style.h"
#include "studio/qr.h"

#define DRAWS_PLAIN(part, type)                                                                    \
    static void draw_##part(struct showing *s, const void *view)                                   \
    {                                                                                              \
        const struct type *typed = view;                                                           \
        style_##part##_html(s->out, typed);                                                        \
    }

/* --- buttons ---------------------------------------------------------------------------------- */

DRAWS_PLAIN(buttons, style_buttons)
static const struct look buttons_looks[] = {
    { N_("Thường"), &(const struct style_buttons){ STR_INIT("Gửi"), STR_INIT("Xem lại"),
                                                   STR_INIT("Rút hồ sơ") } },
    { N_("Rất dài"), &(const struct style_buttons){ STR_INIT(LONG_UNIT), STR_INIT(NO_BLANKS),
                                                    STR_INIT(LONG_NAME) } },
};

/* --- a table that becomes cards --------------------------------------------------------------- */

DRAWS_PLAIN(table, style_table)
static const struct style_row rows[] = {
    { STR_INIT("Đèn đường Kim Long tắt ba đêm nay"), STR_INIT("Phường Kim Long"),
      STR_INIT("Đang giải quyết"), STR_INIT("13/03/2026"), STR_INIT("1.204") },
    { STR_INIT("Rác không ai dọn"), STR_INIT(EDE_PLACE), STR_INIT("Đã trả lời"),
      STR_INIT("12/03/2026"), STR_INIT("3") },
    { STR_INIT("Tiếng ồn ban đêm"), { 0 }, STR_INIT("Đã nhận"), STR_INIT("11/03/2026"), { 0 } },
};
static const struct style_row long_rows[] = {
    { STR_INIT(LONG_MATTER), STR_INIT(LONG_UNIT), STR_INIT("Tạm dừng: chờ bà con gửi thêm giấy"),
      STR_INIT("13/03/2026"), STR_INIT("185.600.000") },
    { STR_INIT(NO_BLANKS), STR_INIT(EDE_PLACE), STR_INIT(LONG_NAME), STR_INIT("12/03/2026"),
      STR_INIT("0") },
};
static const struct look table_looks[] = {
    { N_("Một"), &(const struct style_table){ rows, 1 } },
    { N_("Nhiều, có ô trống"), &(const struct style_table){ rows, COUNT(rows) } },
    { N_("Rất dài"), &(const struct style_table){ long_rows, COUNT(long_rows) } },
};

/* --- cards ------------------------------------------------------------------------------------ */

DRAWS_PLAIN(cards, style_cards)
static const struct style_card card_list[] = {
    { STR_INIT("Tổ dân phố 2"), STR_INIT("Họp ngày 15/03/2026, 19 giờ 30"), STR_INIT("Mới") },
    { STR_INIT(EDE_PLACE), STR_INIT("Đã họp"), { 0 } },
};
static const struct style_card long_cards[] = {
    { STR_INIT(LONG_MATTER), STR_INIT(LONG_UNIT), STR_INIT(LONG_NAME) },
    { STR_INIT(NO_BLANKS), STR_INIT(NO_BLANKS), STR_INIT(NO_BLANKS) },
};
static const struct look cards_looks[] = {
    { N_("Một"), &(const struct style_cards){ card_list, 1 } },
    { N_("Nhiều"), &(const struct style_cards){ card_list, COUNT(card_list) } },
    { N_("Rất dài"), &(const struct style_cards){ long_cards, COUNT(long_cards) } },
};

/* --- what people said, and what the house says ------------------------------------------------ */

DRAWS_PLAIN(said, style_said)
static const struct look said_looks[] = {
    { N_("Bà con nói"),
      &(const struct style_said){
          STR_INIT("Đèn trước nhà sinh hoạt tắt ba đêm nay.\n\nMong phường cho thay."), false } },
    { N_("Nhà nói"),
      &(const struct style_said){ STR_INIT(EDE_NAME " cũng đang mở hồ sơ này, từ 15:52."), true } },
    { N_("Rất dài"), &(const struct style_said){ STR_INIT(LONG_MATTER ".\n" LONG_UNIT), false } },
    { N_("Chữ liền"), &(const struct style_said){ STR_INIT(NO_BLANKS NO_BLANKS), true } },
};

/* --- the receipt's card, with its code and picture -------------------------------------------- */

struct receipt_look {
    struct str code;
    struct str secret;
    bool has_picture;
};
static void draw_receipt(struct showing *s, const void *view)
{
    const struct receipt_look *look = view;
    struct style_receipt receipt = { .code = look->code, .secret = look->secret };
    struct out picture = out_open(s->visit->arena, QR_BYTES_MAX);
    if (look->has_picture && qr_write_svg(&picture, STR("HTTPS://KHEO.EXAMPLE/T/HU-7K3Q-92MX"))) {
        receipt.picture = (struct safe_html){ out_str(&picture) };
    }
    style_receipt_html(s->out, &receipt);
}
static const struct look receipt_looks[] = {
    { N_("Có mã bí mật"),
      &(const struct receipt_look){ STR_INIT("HU-7K3Q-92MX"), STR_INIT("K7Q2-M4XD"), true } },
    { N_("Sau 24 giờ: không còn mã bí mật"),
      &(const struct receipt_look){ STR_INIT("HU-7K3Q-92MX"), { 0 }, false } },
};

static const struct partial partials[] = {
    PARTIAL(buttons, N_("Nút: chính, phụ, hệ trọng, lớn, nhỏ, đang gửi, liên kết bên cạnh.")),
    PARTIAL(table, N_("Bảng trên máy tính, thẻ trên điện thoại.")),
    PARTIAL(cards, N_("Thẻ và nhãn.")),
    PARTIAL(said, N_("Lời người dân viết, để nguyên; lời nhắc của nhà.")),
    PARTIAL(receipt, N_("Biên nhận: mã, hình để quét, mã bí mật.")),
};
const struct chapter STYLE_PLAIN = CHAPTER(N_("Lớp dùng thẳng"), partials);
