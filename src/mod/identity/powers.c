/* Powers collected from the services' tables, and words for those that come with the house. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/powers.h"

#include "text/tongue.h"
#include "web/module.h"

enum { POWERS_MAX = 200 };

static const struct {
    const char *power;
    const char *label;
} LABELS[] = {
    { "admin", N_("Quản trị toàn phần, cấp được mọi quyền") },
    { "org.manage", N_("Quản lý đơn vị") },
    { "identity.manage", N_("Quản lý người dùng") },
    { "calendar.manage", N_("Sửa lịch làm việc") },
    { "feedback.handle", N_("Xử lý phản ánh, kiến nghị") },
    { "feedback.lead", N_("Phân công, chuyển phản ánh, kiến nghị") },
    { "feedback.approve", N_("Duyệt văn bản trả lời") },
    { "complaint.handle", N_("Nhận và xử lý đơn khiếu nại") },
    { "complaint.decide", N_("Giải quyết khiếu nại") },
    { "returns.sign", N_("Xem và ký báo cáo theo luật") },
    { "report.read", N_("Xem báo cáo, số liệu") },
    { "denunciation.handle", N_("Đọc đơn tố cáo niêm phong") },
    { "denunciation.identity", N_("Giữ phần khóa của họ tên người tố cáo") },
    { "denunciation.decide", N_("Giải quyết tố cáo") },
    { "denunciation.verify", N_("Xác minh tố cáo, chỉ đọc bản đã lược") },
    { "denunciation.recover", N_("Giữ phần khóa của đồng nghiệp") },
};

const struct role ROLES[] = {
    { N_("Cán bộ xử lý"), "feedback.handle" },
    { N_("Lãnh đạo"), "feedback.handle feedback.lead feedback.approve report.read" },
    { N_("Người xem số liệu"), "report.read" },
    { N_("Quản trị đơn vị"), "org.manage identity.manage" },
};
const size_t ROLE_COUNT = COUNT(ROLES);

static void add_power(struct arena *arena, struct power_choice *list, size_t *count,
                      const char *power);

struct power_choices powers_all(struct arena *arena)
{
    struct power_choice *list = new(arena, struct power_choice, POWERS_MAX);
    size_t count = 0;
    add_power(arena, list, &count, "admin");
    for (size_t m = 0; modules[m]; m++) {
        for (size_t i = 0; i < modules[m]->routes_count; i++) {
            add_power(arena, list, &count, modules[m]->routes[i].power);
        }
        for (size_t i = 0; i < modules[m]->commands_count; i++) {
            add_power(arena, list, &count, modules[m]->commands[i].power);
        }
    }
    return (struct power_choices){ list, count };
}

const char *power_label(struct arena *arena, struct str power)
{
    for (size_t i = 0; i < COUNT(LABELS); i++) {
        if (str_equal(str_of(LABELS[i].power), power)) {
            return LABELS[i].label;
        }
    }
    return str_z(arena, power);
}

/* Some are asked for by the moves of a workflow alone. */
bool power_is_known(struct arena *arena, struct str power)
{
    struct power_choices all = powers_all(arena);
    bool is_known = false;
    for (size_t i = 0; i < all.count; i++) {
        is_known = is_known || str_equal(all.choices[i].power, power);
    }
    for (size_t i = 0; i < COUNT(LABELS); i++) {
        is_known = is_known || str_equal(str_of(LABELS[i].power), power);
    }
    return is_known;
}

struct str powers_of_text(struct str text)
{
    for (size_t r = 0; r < ROLE_COUNT; r++) {
        for (size_t t = 0; tongues[t]; t++) {
            if (str_equal_nocase(text, tongue_text(tongues[t], ROLES[r].label))) {
                return str_of(ROLES[r].powers);
            }
        }
    }
    return text;
}

static void add_power(struct arena *arena, struct power_choice *list, size_t *count,
                      const char *power)
{
    bool is_there = !power || *count == POWERS_MAX;
    for (size_t i = 0; i < *count && !is_there; i++) {
        is_there = str_equal(list[i].power, str_of(power));
    }
    if (!is_there) {
        list[(*count)++] =
            (struct power_choice){ str_of(power), power_label(arena, str_of(power)) };
    }
}
