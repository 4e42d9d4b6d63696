/* Denunciations of the demonstration: in their main states, sealed to keys that it prints. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include <stdio.h>
#include <string.h>

#include "desk/wrap.h"
#include "main/demo_folder.h"
#include "mod/denunciation/enclosure.h"
#include "mod/denunciation/flow.h"
#include "mod/denunciation/secret.h"
#include "studio/studio.h"

/* In the open on purpose, as the password is: good for made-up letters only. */
#define PASSPHRASE "chìa khóa để xem thử"

enum { ACTS_MAX = 8, PRINT_ARENA_BYTES = 1 << 20 };
/* Of the mailbox that a visitor may open: any bits do, the syllables follow from them. */
static const uint8_t MAILBOX_BITS[SECRET_RANDOM_BYTES] = { 'k', 'h', 'e', 'o', ' ', 'm',
                                                           'i', 'n', 'h', ' ', 'h' };

/* What was done with it, so many days ago. */
struct done {
    unsigned days_ago;
    const char *act;
    struct case_args args;
};
struct told {
    const char *position; /* of JURISDICTIONS */
    const char *accused;
    const char *text;
    const char *name;    /* of who denounces; NULL: not named */
    const char *channel; /* by which it is entered in the book; NULL: it lies sealed */
    unsigned days_ago;   /* on its stamp */
    struct done acts[ACTS_MAX];
    bool has_mailbox; /* whose secret is printed */
    enum scene scene; /* of the photo that came with it */
    const char *copy; /* what whoever verifies is told, with half of the photo; NULL: nothing */
};

#define PAPER(number) .document = STR_INIT(number)
#define TOLD(body)    .told = STR_INIT(body)

static const struct told stories[] = {
    { .position = "leader",
      .accused = "Ông Lê Văn Mẫu, Phó Chủ tịch",
      .text = "Minh họa: nhận tiền để cấp giấy phép xây dựng nhà số 12 ngày 5 tháng trước; có "
              "biên lai viết tay và hai người thấy.",
      .name = "Nguyễn Thị Ví Dụ" },
    { .position = "leader",
      .accused = "Bà Trần Thị Mẫu, Trưởng phòng",
      .text = "Minh họa: kê khống ngày công làm đường; ảnh đoạn đường kèm theo.",
      .channel = "web",
      .scene = SCENE_HOLE },
    { .position = "leader",
      .accused = "Ông Phạm Văn Mẫu, Chủ tịch",
      .text = "Minh họa: giao đất công không đấu giá cho người thân; trích lục kèm theo.",
      .name = "Trần Văn Ví Dụ",
      .channel = "post",
      .days_ago = 16,
      .acts = { { 9, "accept", { PAPER("201/QĐ-UBND") } },
                { 7, "tell_sender", { .version = 0 } },
                { 6, "tell_accused", { .version = 0 } },
                { 6,
                  "ask_protection",
                  { .choice = STR_INIT("written"), .reason = STR_INIT("tru-dap") } },
                { 4, "protect", { PAPER("205/QĐ-UBND"), .choice = STR_INIT("work") } },
                { 4, "verify", { PAPER("206/QĐ-UBND"), .amount = 3, .choice = STR_INIT("clear") } },
                { 2, "ask_experts", { PAPER("88/CV-UBND"), TOLD("Trung tâm Giám định") } } },
      .scene = SCENE_TREE,
      .copy = "Minh họa, đã lược: ông Phạm Văn Mẫu giao đất công không đấu giá cho người thân. Cần "
              "đối chiếu trích lục và hiện trạng thửa đất." },
    { .position = "leader",
      .accused = "Ông Đỗ Văn Mẫu, Phó Chủ tịch",
      .text = "Minh họa: thu quỹ hai lần của cùng một hộ trong năm; có phiếu thu.",
      .channel = "post",
      .days_ago = 58,
      .acts = { { 50, "accept", { PAPER("150/QĐ-UBND") } },
                { 48, "tell_sender", { .version = 0 } },
                { 48, "tell_accused", { .version = 0 } },
                { 45,
                  "verify",
                  { PAPER("155/QĐ-UBND"), .amount = 2, .choice = STR_INIT("clear") } },
                { 2, "demanded", { PAPER("300/TTCP-C2") } } },
      .has_mailbox = true },
    { .position = "leader",
      .accused = "Bà Lý Thị Mẫu, Chủ tịch",
      .text = "Minh họa: chi sai tiền hỗ trợ sau bão; danh sách nhận tiền kèm theo.",
      .channel = "counter",
      .days_ago = 40,
      .acts = { { 34, "accept", { PAPER("170/QĐ-UBND") } },
                { 32, "tell_sender", { .version = 0 } },
                { 31, "tell_accused", { .version = 0 } },
                { 30,
                  "verify",
                  { PAPER("172/QĐ-UBND"), .amount = 2, .choice = STR_INIT("clear") } },
                { 10, "report", { PAPER("20/BC-TXM") } },
                { 5, "conclude", { PAPER("31/KL-UBND"), .choice = STR_INIT("partly") } },
                { 2, "deliver", { .version = 0 } } } },
    { .position = "settler",
      .accused = "Ông Hồ Văn Mẫu, Trưởng phòng",
      .text = "Minh họa, tố cáo tiếp: kết luận của phường bỏ sót hai phiếu thu đã nộp kèm đơn.",
      .channel = "post",
      .days_ago = 9,
      .acts = { { 7, "again", { .version = 0 } },
                { 6, "call_file", { PAPER("90/CV-UBND"), TOLD("Ủy ban nhân dân phường") } } } },
    { .position = "settler",
      .accused = "Bà Võ Thị Mẫu, công chức",
      .text = "Minh họa, tố cáo tiếp: phường đã thụ lý hơn hai tháng mà chưa kết luận.",
      .channel = "counter",
      .days_ago = 8,
      .acts = { { 7, "late", { .version = 0 } },
                { 6, "demand", { PAPER("91/CV-UBND"), TOLD("Ủy ban nhân dân phường") } },
                { 5, "serve", { .version = 0 } },
                { 4, "tell_review", { PAPER("92/TB-UBND") } } } },
    { .position = "leader",
      .accused = "Ông Mai Văn Mẫu, Phó Chủ tịch",
      .text = "Minh họa: báo chuyển đơn về việc đổ đất lấn sông; ảnh đăng ngày 2.",
      .channel = "post",
      .days_ago = 6,
      .acts = { { 6, "passed_on", { PAPER("45/CV-BTH"), TOLD("Báo Thừa Thiên Huế") } },
                { 2, "refuse", { PAPER("93/TB-UBND"), .reason = STR_INIT("co-so") } } } },
};

/* The public halves, of whoever reads what was said, and of those who keep names. */
struct keys {
    uint8_t reader[1][BOX_KEY_BYTES];
    uint8_t keepers[DEMO_KEEPERS][BOX_KEY_BYTES];
    uint8_t verifiers[2][BOX_KEY_BYTES]; /* whoever verifies, and the reader again */
};

static bool make_key(struct demo *demo, struct author holder, uint8_t ret[BOX_KEY_BYTES]);
static bool tell_one(struct demo *demo, const struct told *told, const struct keys *keys);
static bool seal(struct demo *demo, const struct told *told, const struct keys *keys,
                 struct denunciation_send *ret);
static bool tell_act(struct demo *demo, const struct done *done, struct str code);
static struct bytes photo_of(struct demo *demo, const struct told *told,
                             const struct scan_order *order);
static void hand_copy(struct demo *demo, const struct told *told, const struct keys *keys,
                      struct str code);

/* Keys and envelopes follow from the seed, as everything in the demonstration does: the test that
 * compares two databases line by line compares these too. */
void demo_denunciations_tell(struct demo *demo)
{
    struct keys keys = { 0 };
    uint8_t seed[32] = "denunciations";
    memcpy(seed + sizeof seed - sizeof demo->seed, &demo->seed, sizeof demo->seed);
    random_feign(seed);
    bool has_keys = make_key(demo, demo->city, keys.reader[0]);
    for (size_t i = 0; i < DEMO_KEEPERS && has_keys; i++) {
        has_keys = make_key(demo, demo->keepers[i], keys.keepers[i]);
    }
    has_keys = has_keys && make_key(demo, demo->verifier, keys.verifiers[0]);
    memcpy(keys.verifiers[1], keys.reader[0], BOX_KEY_BYTES);
    for (size_t i = 0; i < COUNT(stories) && has_keys; i++) {
        struct arena_mark mark = arena_mark(demo->page);
        tell_one(demo, &stories[i], &keys);
        arena_undo(demo->page, mark);
    }
    random_feign(NULL);
}

static bool make_key(struct demo *demo, struct author holder, uint8_t ret[BOX_KEY_BYTES])
{
    struct box_key key = box_key_draw();
    struct officer_key_new *fresh = new(demo->page, struct officer_key_new, 1);
    uint8_t *wrapped = new(demo->page, uint8_t, KEY_WRAP_BYTES);
    if (!box_key_wrap(&key, STR(PASSPHRASE), wrapped)) {
        return false;
    }
    memcpy(ret, key.public, BOX_KEY_BYTES);
    fresh->public_key = (struct bytes){ ret, BOX_KEY_BYTES };
    fresh->wrapped = (struct bytes){ wrapped, KEY_WRAP_BYTES };
    return demo_do(demo, demo_order(demo, &denunciation_commands[COMMAND_KEY_ADD], fresh, holder));
}

static struct day days_ago(const struct demo *demo, unsigned days)
{
    return instant_day((struct instant){ demo->now.s - (int64_t)days * DAY_S });
}

static bool tell_one(struct demo *demo, const struct told *told, const struct keys *keys)
{
    struct denunciation_send *send = new(demo->page, struct denunciation_send, 1);
    const struct author nobody = { .is_clock = false };
    if (!seal(demo, told, keys, send)) {
        return false;
    }
    struct order *order = demo_order(demo, &denunciation_commands[COMMAND_SEND], send, nobody);
    if (!demo_do(demo, order) || !told->channel) {
        return true;
    }
    if (told->copy) {
        hand_copy(demo, told, keys, order->outcome.answer.text);
    }
    if (told->has_mailbox) {
        demo->mailbox_code = str_copy(demo->arena, order->outcome.answer.text);
    }
    struct denunciation_enter enter = {
        .code = order->outcome.answer.text,
        .channel = str_of(told->channel),
        .received_on = days_ago(demo, told->days_ago),
    };
    order = demo_order(demo, &denunciation_commands[COMMAND_ENTER], &enter, demo->city);
    bool is_told = demo_do(demo, order);
    struct str code = order->outcome.answer.text;
    for (size_t i = 0; i < ACTS_MAX && told->acts[i].act && is_told; i++) {
        is_told = tell_act(demo, &told->acts[i], code);
    }
    return is_told;
}

static bool seal_part(struct demo *demo, enum envelope_kind kind, const struct envelope_to *to,
                      struct str plain, struct bytes *ret)
{
    size_t n = envelope_bytes(to->count, plain.n);
    uint8_t *sealed = arena_raw(demo->page, n);
    *ret = (struct bytes){ sealed, n };
    return envelope_seal(kind, to, plain, sealed);
}

/* A secret takes two argon2id to make; of those whose mailbox nobody opens nobody needs one. */
static bool seal(struct demo *demo, const struct told *told, const struct keys *keys,
                 struct denunciation_send *ret)
{
    const struct denunciation_content content = { str_of(told->accused), str_of(told->position),
                                                  STR("19753"), str_of(told->text) };
    const struct denunciation_identity who = { str_of(told->name), STR("7 kiệt Minh Họa"),
                                               STR("Gặp tại nhà") };
    const struct envelope_to reader = { keys->reader, 1, 1 };
    const struct envelope_to keepers = { keys->keepers, DEMO_KEEPERS, IDENTITY_NEEDED };
    struct mailbox *mailbox = new(demo->page, struct mailbox, 1);
    if (told->has_mailbox &&
        !mailbox_of(mailbox_secret_make(demo->page, MAILBOX_BITS), STR(DEMO_ORIGIN), mailbox)) {
        return false;
    }
    if (!told->has_mailbox) {
        mailbox->key = box_key_draw();
        mailbox->hash = hash_of(str_span(mailbox->key.secret, BOX_KEY_BYTES));
    }
    *ret = (struct denunciation_send){
        .unit = { demo->city.unit.v },
        .mailbox_hash = { mailbox->hash.b, HASH_BYTES },
        .mailbox_key = { mailbox->key.public, BOX_KEY_BYTES },
    };
    const struct enclosure enclosure = { { photo_of(demo, told, NULL) } };
    return seal_part(demo, ENVELOPE_CONTENT, &reader,
                     wrap_record(&denunciation_content_record, &content, demo->page),
                     &ret->content) &&
           (!enclosure.picture[0].p ||
            seal_part(demo, ENVELOPE_CONTENT, &reader,
                      wrap_record(&enclosure_record, &enclosure, demo->page), &ret->enclosure)) &&
           (!told->name || seal_part(demo, ENVELOPE_IDENTITY, &keepers,
                                     wrap_record(&denunciation_identity_record, &who, demo->page),
                                     &ret->identity));
}

/* Absent when it has none, or the studio draws nothing. */
static struct bytes photo_of(struct demo *demo, const struct told *told,
                             const struct scan_order *order)
{
    struct studio *studio = demo->house.studio;
    struct scan scan = { .width = 0 };
    struct str drawing = told->scene == SCENE_NONE || demo->has_no_studio
                             ? STR_NONE
                             : studio_draw_scene(studio, demo->page, told->scene, demo->seed);
    bool is_drawn =
        drawing.p && studio_scan(studio, demo->page, drawing, order, &scan) == PICTURE_GOOD;
    return is_drawn ? (struct bytes){ (const void *)scan.jpeg.p, scan.jpeg.n }
                    : (struct bytes){ NULL, 0 };
}

/* Without its left half. */
static void hand_copy(struct demo *demo, const struct told *told, const struct keys *keys,
                      struct str code)
{
    static const struct scan_order half = {
        .boxes = { .list = { { 0, 0, 500, SCAN_GRID } }, .count = 1 },
    };
    const struct rendition rendition = { str_of(told->copy), { photo_of(demo, told, &half) } };
    const struct envelope_to verifiers = { keys->verifiers, COUNT(keys->verifiers), 1 };
    struct denunciation_hand *hand = new(demo->page, struct denunciation_hand, 1);
    struct hash *mark = new(demo->page, struct hash, 1);
    struct str plain = wrap_record(&rendition_record, &rendition, demo->page);
    *mark = hash_of(code);
    hand->code = code;
    hand->mark = (struct bytes){ mark->b, HASH_BYTES };
    if (seal_part(demo, ENVELOPE_CONTENT, &verifiers, plain, &hand->sealed)) {
        demo_do(demo, demo_order(demo, &denunciation_commands[COMMAND_HAND], hand, demo->city));
    }
}

static bool tell_act(struct demo *demo, const struct done *done, struct str code)
{
    const struct case_act_rule *act = case_act_rule(&denunciation_kind, str_of(done->act));
    struct case_args *args = new(demo->page, struct case_args, 1);
    *args = done->args;
    args->code = code;
    args->on = days_ago(demo, done->days_ago);
    return demo_do(demo, demo_order(demo, &denunciation_kind.commands[act - denunciation_kind.acts],
                                    args, demo->city));
}

void demo_denunciations_print(const char *dir)
{
    char buffer[DEMO_CODE_BYTES];
    struct arena *arena = arena_create(PRINT_ARENA_BYTES);
    struct str code = demo_folder_mailbox(dir, buffer, sizeof buffer);
    printf("Tố cáo niêm phong: cụm mật khẩu của các khóa là “%s”.\n", PASSPHRASE);
    if (arena && code.p) {
        struct str secret = mailbox_secret_make(arena, MAILBOX_BITS);
        printf("  Hộp thư của một người tố cáo, ở /to-cao/hop-thu: mã %.*s, bí mật “%.*s”\n",
               STR_ARG(code), STR_ARG(secret));
    }
    printf("\n");
    arena_destroy(arena);
}
