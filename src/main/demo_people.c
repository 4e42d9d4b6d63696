/* People of the demonstration: one whom a visitor may be per role, and their colleagues. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include <stdio.h>

#include "base/must.h"
#include "mod/feedback/flow.h"
#include "mod/identity/commands.h"
#include "mod/org/commands.h"
#include "mod/org/hue.h"
#include "sql/identity.h"

/* In the open on purpose: it is printed at every start, and good for made-up papers only. */
#define PASSWORD "hue-minh-hoa-2026"

#define HANDLES       POWER_HANDLE
#define LEADS         POWER_HANDLE " " POWER_APPROVE " report.read"
#define COORDINATES   POWER_HANDLE " " POWER_LEAD " report.read"
#define LETTERS       " complaint.handle reception.handle"
#define DENUNCIATIONS " denunciation.handle denunciation.decide"
#define NAMES         "denunciation.identity"
#define VERIFIES      "denunciation.verify"
#define SETTLES       LETTERS " complaint.decide reception.lead"
#define MODELS        " model.register"
#define MODELS_LED    MODELS " model.lead"
#define COPIES        " model.verify"
#define APPRAISES     " model.appraise"
#define RETURNS       " returns.sign"

struct role {
    const char *sign_in;
    const char *name;
    const char *unit;
    const char *title;
    const char *powers;
    const char *about;
};
static const struct role ROLES[] = {
    { "canbo", "Nguyễn Thị Minh Hương", "19753", "Công chức Phòng Kinh tế, Hạ tầng và Đô thị",
      HANDLES LETTERS MODELS, "cán bộ giải quyết của phường Phú Xuân" },
    { "lanhdao", "Trần Đình Quang", "19753", "Phó Chủ tịch Ủy ban nhân dân",
      LEADS SETTLES MODELS_LED RETURNS, "lãnh đạo phường Phú Xuân, duyệt trả lời" },
    { "chuyenvien", "Lê Hữu Khoa", "46.SXD", "Chuyên viên", LEADS,
      "chuyên viên Sở Xây dựng, nơi nhận hồ sơ chuyển tới" },
    { "thanhpho", "Hoàng Thị Diệu Lan", "46", "Phó Chánh Văn phòng",
      COORDINATES SETTLES DENUNCIATIONS MODELS_LED COPIES APPRAISES RETURNS,
      "điều phối của thành phố, phân định giữa các đơn vị, đọc và giải quyết tố cáo" },
    { "giuten1", "Tôn Nữ Ngọc Hoa", "46", "Chánh Văn phòng", NAMES APPRAISES,
      "giữ phần khóa họ tên người tố cáo; thẩm định mô hình" },
    { "giuten2", "Bùi Quang Minh", "46", "Trưởng ban Tiếp công dân", NAMES APPRAISES,
      "giữ phần khóa còn lại: hai người cùng mở; thẩm định mô hình" },
    { "xacminh", "Đặng Văn Toàn", "46", "Thanh tra viên", VERIFIES,
      "xác minh tố cáo, chỉ đọc bản đã che" },
    { "quantri", "Phan Viết Sơn", "46", "Quản trị hệ thống",
      POWER_ADMIN " " POWER_IDENTITY_MANAGE " " POWER_ORG_MANAGE " calendar.manage",
      "quản trị đơn vị, người, quyền và lịch làm việc" },
};

static bool import_units(struct demo *demo);
static bool make_roles(struct demo *demo, struct str hash);
static bool make_staff(struct demo *demo, struct str hash);
static struct str sign_in_of(struct arena *arena, const char *prefix, struct str unit);
static bool make_person(struct demo *demo, const struct person_add *add, struct author *ret);
static bool post_of(struct demo *demo, struct id person, struct author *ret);

bool demo_people_make(struct demo *demo)
{
    char known[PASSWORD_HASH_BYTES];
    char unknown[PASSWORD_HASH_BYTES];
    uint8_t bits[32];
    random_bytes(bits, sizeof bits);
    demo->staff = new(demo->arena, struct staff, demo_place_count);
    /* Colleagues cannot sign in: nobody knows their password, and one hash does for all of them. */
    if (!password_hash(STR(PASSWORD), known) ||
        !password_hash(str_span(bits, sizeof bits), unknown)) {
        fprintf(stderr, "kheo: máy không còn đủ bộ nhớ để băm mật khẩu\n");
        return false;
    }
    return import_units(demo) && make_staff(demo, str_of(unknown)) &&
           make_roles(demo, str_of(known));
}

void demo_people_print(void)
{
    printf("\nĐăng nhập để xem thử (dữ liệu minh họa, mật khẩu chung: %s)\n", PASSWORD);
    for (size_t i = 0; i < COUNT(ROLES); i++) {
        printf("  %-12s %s\n", ROLES[i].sign_in, ROLES[i].about);
    }
    printf("  (người dân)  không cần đăng nhập\n\n");
}

static bool import_units(struct demo *demo)
{
    struct org_import *args = new(demo->page, struct org_import, 1);
    args->rows = org_hue_csv();
    return demo_do(demo, demo_order(demo, &ORG_COMMANDS[ORG_IMPORT], args,
                                    (struct author){ .is_clock = true }));
}

/* An officer and a leader for every place. */
static bool make_staff(struct demo *demo, struct str hash)
{
    struct chance chance = { demo->seed ^ 0x5a };
    bool is_made = true;
    for (size_t i = 0; is_made && i < demo_place_count; i++) {
        struct staff *staff = &demo->staff[i];
        struct str unit = str_of(demo_places[i].unit);
        staff->officer_name = demo_person_name(&chance, demo->arena);
        struct person_add officer = {
            .sign_in = sign_in_of(demo->page, "cb.", unit),
            .name = staff->officer_name,
            .unit = unit,
            .title = STR("Chuyên viên"),
            .powers = STR(HANDLES MODELS),
            .hash = hash,
        };
        struct person_add leader = {
            .sign_in = sign_in_of(demo->page, "ld.", unit),
            .name = demo_person_name(&chance, demo->arena),
            .unit = unit,
            .title = STR("Lãnh đạo"),
            .powers = STR(LEADS MODELS_LED),
            .hash = hash,
        };
        is_made = make_person(demo, &officer, &staff->officer) &&
                  make_person(demo, &leader, &staff->leader);
    }
    return is_made;
}

/* "cb.46.sxd": names to sign in with are in small letters. */
static struct str sign_in_of(struct arena *arena, const char *prefix, struct str unit)
{
    struct out out = out_open(arena, SIGN_IN_CHARS_MAX);
    out_str_raw(&out, str_of(prefix));
    for (size_t i = 0; i < unit.n; i++) {
        bool is_capital = unit.p[i] >= 'A' && unit.p[i] <= 'Z';
        out_char(&out, is_capital ? (char)(unit.p[i] - 'A' + 'a') : unit.p[i]);
    }
    return out_str(&out);
}

/* Those whom a visitor may be also do the work of their place. */
static bool make_roles(struct demo *demo, struct str hash)
{
    size_t keepers = 0;
    for (size_t i = 0; i < COUNT(ROLES); i++) {
        struct author author;
        struct person_add add = {
            .sign_in = str_of(ROLES[i].sign_in),
            .name = str_of(ROLES[i].name),
            .unit = str_of(ROLES[i].unit),
            .title = str_of(ROLES[i].title),
            .powers = str_of(ROLES[i].powers),
            .hash = hash,
        };
        if (!make_person(demo, &add, &author)) {
            return false;
        }
        if (str_equal(add.unit, STR("46"))) {
            demo->city = demo->city.person.v ? demo->city : author;
            if (str_starts(add.powers, STR(NAMES)) && keepers < DEMO_KEEPERS) {
                demo->keepers[keepers++] = author;
            }
            if (str_equal(add.powers, STR(VERIFIES))) {
                demo->verifier = author;
            }
            continue;
        }
        struct staff *staff = &demo->staff[demo_place_of(add.unit)];
        bool approves = str_starts(add.powers, STR(LEADS));
        if (approves) {
            staff->leader = author;
        }
        if (!approves || !str_equal(add.unit, STR("19753"))) {
            staff->officer = author;
            staff->officer_name = add.name;
        }
    }
    must(keepers == DEMO_KEEPERS);
    return true;
}

static bool make_person(struct demo *demo, const struct person_add *add, struct author *ret)
{
    struct order *order = demo_order(demo, &IDENTITY_COMMANDS[IDENTITY_PERSON_ADD], add,
                                     (struct author){ .is_clock = true });
    return demo_do(demo, order) && post_of(demo, order->outcome.answer.subject, ret);
}

/* Whoever acts, acts in a post: the one that came with the person. */
static bool post_of(struct demo *demo, struct id person, struct author *ret)
{
    struct session *session = store_reader_open(demo->house.store);
    if (!session) {
        return false;
    }
    struct snap snap;
    snap_begin(session, demo->page, 0, &snap);
    struct posts_of_person_rows posts = posts_of_person(
        &snap.conn, &(struct posts_of_person){
                        .person_id = { person.v }, .on = instant_day(demo->now), .limit = 1 });
    bool is_found = posts.count == 1;
    if (is_found) {
        *ret = (struct author){ .person = person,
                                .post = ID_OF(posts.rows[0].id),
                                .unit = ID_OF(posts.rows[0].unit_id) };
    }
    is_found &= snap_end(&snap) == STATUS_OK;
    store_session_close(session);
    return is_found;
}
