/* Finds the help of a page among the tables of all services. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/help.h"

#include "text/tongue.h"
#include "web/builtin.h"
#include "web/module.h"

const struct help_guide help_guides[HELP_ROLES] = {
    [HELP_CITIZEN] = { "nguoi-dan", N_("Hướng dẫn cho người dân"),
                       N_("Gửi phản ánh, giữ biên nhận, theo dõi, khiếu nại, tố cáo, gặp lãnh "
                          "đạo.") },
    [HELP_OFFICER] = { "can-bo", N_("Hướng dẫn cho cán bộ xã, phường"),
                       N_("Nhận việc trong hộp thư, giải quyết, trả lời, giữ đúng hạn.") },
    [HELP_COUNTER] = { "mot-cua", N_("Hướng dẫn cho bộ phận tiếp dân, một cửa"),
                       N_("Nhập đơn giấy, đưa biên nhận, tiếp người dân, giữ sổ.") },
    [HELP_LEADER] = { "lanh-dao", N_("Hướng dẫn cho lãnh đạo"),
                      N_("Xem việc chờ mình, duyệt trả lời, ký báo cáo, xét mô hình.") },
    [HELP_READER] = { "to-cao", N_("Hướng dẫn cho người giữ khóa, đọc tố cáo"),
                      N_("Lập khóa, mở đơn niêm phong, giải quyết mà không để lộ ai tố cáo.") },
    [HELP_ADMIN] = { "quan-tri", N_("Hướng dẫn cho người quản trị"),
                     N_("Thêm đơn vị và người dùng, giữ lịch, xem thư và máy chủ.") },
};

/* A last segment `*` stands for what is there and all below it. */
static const struct str ALL_BELOW = STR_INIT("/*");

static bool is_family(struct str path)
{
    return path.n > ALL_BELOW.n &&
           str_equal(str_slice(path, path.n - ALL_BELOW.n, path.n), ALL_BELOW);
}

static bool is_below(struct str path, struct str family)
{
    const struct str top = str_slice(family, 0, family.n - ALL_BELOW.n);
    return str_starts(path, top) && (path.n == top.n || path.p[top.n] == '/');
}

const struct help_row *help_at(const struct module *const *services, size_t index)
{
    const struct help_row *rows = builtin_help;
    for (size_t m = 0; rows; m++) {
        for (; rows && rows->path; rows++) {
            if (index-- == 0) {
                return rows;
            }
        }
        while (services[m] && !services[m]->help) {
            m++;
        }
        rows = services[m] ? services[m]->help : NULL;
    }
    return NULL;
}

static const struct help_row *better_of(const struct help_row *best, const struct help_row *row,
                                        struct str path)
{
    const struct str pattern = str_of(row->path);
    if (str_equal(pattern, path)) {
        return row;
    }
    if (!is_family(pattern) || !is_below(path, pattern)) {
        return best;
    }
    if (!best) {
        return row;
    }
    const struct str other = str_of(best->path);
    return is_family(other) && other.n < pattern.n ? row : best;
}

static const struct help_row *best_of(const struct help_row *best, const struct help_row *rows,
                                      struct str path)
{
    for (; rows && rows->path; rows++) {
        best = better_of(best, rows, path);
    }
    return best;
}

const struct help_row *help_of(const struct module *const *services, struct str path)
{
    const struct help_row *best = best_of(NULL, builtin_help, path);
    for (size_t m = 0; services[m]; m++) {
        best = best_of(best, services[m]->help, path);
    }
    return best;
}

const struct help_row *help_near(const struct module *const *services, struct str path)
{
    const struct help_row *row = help_of(services, path);
    while (!row && path.n > 0) {
        while (path.n > 0 && path.p[path.n - 1] != '/') {
            path.n--;
        }
        path.n -= path.n > 0;
        row = path.n > 0 ? help_of(services, path) : NULL;
    }
    return row;
}

size_t help_step_count(const struct help_row *row)
{
    size_t count = 0;
    while (count < HELP_STEPS_MAX && row->steps[count]) {
        count++;
    }
    return count;
}

const struct help_guide *help_guide_of(const struct help_row *row)
{
    for (size_t role = 0; role < HELP_ROLES; role++) {
        if (row->guides & 1U << role) {
            return &help_guides[role];
        }
    }
    return NULL;
}
