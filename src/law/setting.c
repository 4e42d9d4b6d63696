/* The settings of law: readings that may be chosen otherwise, and days that the house sets. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/setting.h"

#include "base/attr.h"
#include "base/must.h"
#include "law/acts.h"
#include "law/say.h"
#include "text/tongue.h"

enum { YEARS_AHEAD = 2, MONTHS_OF_YEAR = 12 };

#define COMPLAINT    N_("Khiếu nại")
#define DENUNCIATION N_("Tố cáo")
#define RECEIVING    N_("Tiếp công dân")
#define SENT_ON      N_("ngày gửi qua mạng")
#define CAME_ON      N_("ngày nhận đơn")

static const struct law_setting SETTINGS[LAW_SETTINGS] = {
    [LAW_COMPLAINT_ONLINE] = {
        .name = "khieu-nai-qua-mang",
        .about = COMPLAINT,
        .question = N_("Khiếu nại viết qua mạng, chưa có bản ký, được coi là gì?"),
        .anchor = SENT_ON,
        .choices = {
            { ONLINE_WAITS, N_("Bản ghi trước: chờ bản có chữ ký, tới lúc đó mới tính hạn"),
              READING(COMPLAINTS, 8, 0,
                      N_("mẫu điện tử không được nêu là một hình thức khiếu nại; "
                         "đơn gửi qua mạng chờ bản có chữ ký")) },
            { ONLINE_IS_LETTER, N_("Đơn khiếu nại: vào sổ, tính hạn từ ngày gửi"),
              READING(COMPLAINTS, 8, 0,
                      N_("đơn gửi qua mạng được nhận như đơn; chữ ký bổ sung trước khi thụ lý")) },
        },
        .usual = ONLINE_WAITS,
    },
    [LAW_COMPLAINT_SIGNING] = {
        .name = "khieu-nai-cho-ky",
        .about = COMPLAINT,
        .question = N_("Bản ghi khiếu nại qua mạng chờ bản có chữ ký bao nhiêu ngày?"),
        .anchor = SENT_ON,
        .least = 10,
        .most = 90,
        .usual = "30",
        .cite = PRACTICE(N_("Luật không nói bản ghi qua mạng chờ chữ ký bao lâu")),
    },
    [LAW_COMPLAINT_FIRST_ALARM] = {
        .name = "don-bao-dong-lan-mot",
        .about = COMPLAINT,
        .question = N_("Đơn chưa được xử lý thì báo động lần đầu khi đã bao nhiêu ngày?"),
        .anchor = CAME_ON,
        .least = 5,
        .most = 34,
        .usual = "30",
        .cite = READING(DECREE_154, 41, 3,
                        N_("ngày 45 là mức xử lý kỷ luật; báo trước là việc của nơi nhận đơn")),
    },
    [LAW_COMPLAINT_SECOND_ALARM] = {
        .name = "don-bao-dong-lan-hai",
        .about = COMPLAINT,
        .question = N_("Đơn vẫn chưa được xử lý thì báo động lần hai khi đã bao nhiêu ngày?"),
        .anchor = CAME_ON,
        .least = 35,
        .most = 44,
        .usual = "40",
        .cite = READING(DECREE_154, 41, 3,
                        N_("ngày 45 là mức xử lý kỷ luật; báo trước là việc của nơi nhận đơn")),
    },
    [LAW_DENUNCIATION_ONLINE] = {
        .name = "to-cao-qua-mang",
        .about = DENUNCIATION,
        .question = N_("Tố cáo có họ tên nhưng chỉ gửi qua mạng, chưa ký, được vào sổ là gì?"),
        .anchor = SENT_ON,
        .choices = {
            { ONLINE_IS_INFORMATION, N_("Thông tin có nội dung tố cáo, thành tố cáo khi có bản ký"),
              READING(DENUNCIATIONS, 25, 0,
                      N_("gửi qua mạng không phải là đơn hoặc trình bày trực tiếp; thành tố cáo "
                         "khi có bản ký")) },
            { ONLINE_IS_DENUNCIATION, N_("Tố cáo: kiểm tra điều kiện thụ lý ngay"),
              READING(DENUNCIATIONS, 22, 0,
                      N_("gửi qua mạng có đủ họ tên được nhận như đơn; chữ ký xem khi kiểm tra "
                         "điều kiện thụ lý")) },
        },
        .usual = ONLINE_IS_INFORMATION,
    },
    [LAW_RECEPTION_RESULT] = {
        .name = "tiep-dan-bao-ket-qua",
        .about = RECEIVING,
        .question = N_("Nơi được chuyển báo kết quả về thì báo cho người dân khi nào?"),
        .anchor = N_("ngày tiếp"),
        .choices = {
            { RESULT_TOLD_ALWAYS, N_("Lần nào cũng báo, trong 5 ngày làm việc"),
              READING(RECEPTION, 28, 2,
                      N_("luật buộc báo khi người dân yêu cầu; ở đây lần nào cũng báo")) },
            { RESULT_TOLD_WHEN_ASKED,
              N_("Khi người dân yêu cầu, trong 5 ngày làm việc từ lúc yêu cầu"),
              READING(RECEPTION, 28, 2,
                      N_("luật buộc báo khi người dân yêu cầu; hạn tính từ lúc yêu cầu, nếu kết "
                         "quả đã về")) },
        },
        .usual = RESULT_TOLD_ALWAYS,
    },
};

static struct verdict check_value(const struct law_setting *setting, struct str value,
                                  struct arena *arena);

const struct law_setting *law_setting(enum law_setting_id id)
{
    must(id > LAW_SETTING_NONE && id < LAW_SETTINGS);
    return &SETTINGS[id];
}

enum law_setting_id law_setting_find(struct str name)
{
    enum law_setting_id id = LAW_SETTING_NONE + 1;
    while (id < LAW_SETTINGS && !str_equal(str_of(SETTINGS[id].name), name)) {
        id++;
    }
    return id < LAW_SETTINGS ? id : LAW_SETTING_NONE;
}

bool law_setting_is_days(const struct law_setting *setting)
{
    return !setting->choices[0].word;
}

const struct law_choice *law_setting_choice(const struct law_setting *setting, struct str word)
{
    for (size_t i = 0; i < LAW_CHOICES_MAX && setting->choices[i].word; i++) {
        if (str_equal(str_of(setting->choices[i].word), word)) {
            return &setting->choices[i];
        }
    }
    return NULL;
}

int32_t law_setting_days(const struct law_setting *setting, struct str value)
{
    int64_t days = 0;
    bool is_good = str_to_int(value, &days) && days >= setting->least && days <= setting->most;
    must(is_good || str_to_int(str_of(setting->usual), &days));
    return (int32_t)days;
}

void law_setting_write(struct out *out, const struct law_setting *setting, struct str value)
{
    const struct law_choice *choice = law_setting_choice(setting, value);
    if (choice) {
        out_str_raw(out, say_word(out, choice->label));
    } else {
        say_count(out, N_COUNT("%s ngày"), law_setting_days(setting, value));
    }
}

struct verdict law_setting_check(const struct law_setting *setting,
                                 const struct law_setting_wish *wish, struct str held,
                                 struct day today, struct arena *arena)
{
    struct day last = day_add_months(today, YEARS_AHEAD * MONTHS_OF_YEAR);
    struct verdict verdict = check_value(setting, wish->value, arena);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (day_compare(wish->from, today) <= 0) {
        return invalid("from", N_("Chỉ chọn được từ ngày mai trở đi: việc đã nhận giữ cách hiểu "
                                  "của ngày nhận."));
    }
    if (day_compare(wish->from, last) > 0) {
        return invalid("from", N_("Ngày này xa hơn hai năm. Hãy xem lại năm."));
    }
    if (day_compare(wish->decided_on, today) > 0) {
        return invalid("decided_on", N_("Văn bản này chưa ban hành: ngày ký sau hôm nay."));
    }
    return str_equal(wish->value, held)
               ? invalid("value", N_("Từ ngày đó đã dùng đúng cách này rồi."))
               : VERDICT_OK;
}

static struct verdict check_value(const struct law_setting *setting, struct str value,
                                  struct arena *arena)
{
    int64_t days = 0;
    if (!law_setting_is_days(setting)) {
        return law_setting_choice(setting, value)
                   ? VERDICT_OK
                   : invalid("value", N_("Hãy chọn một cách trong danh sách."));
    }
    bool is_good = str_to_int(value, &days) && days >= setting->least && days <= setting->most;
    return is_good ? VERDICT_OK
                   : verdict_about(invalid("value", N_("Hãy ghi một số ngày trong khoảng %s.")),
                                   str_printf(arena, "%d–%d", setting->least, setting->most));
}
