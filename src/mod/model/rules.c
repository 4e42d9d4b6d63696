/* The rules of models. No law orders them; the practice stands in the workflow's rows. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/model/rules.h"

#include "text/tongue.h"

const struct model_word model_fields[MODEL_FIELDS] = {
    { "economy", N_("Kinh tế") },
    { "culture", N_("Văn hóa – xã hội") },
    { "defence", N_("Quốc phòng – an ninh") },
    { "politics", N_("Xây dựng hệ thống chính trị") },
};
const struct model_word model_subjects[MODEL_SUBJECTS] = {
    { "collective", N_("Tập thể") },
    { SUBJECT_INDIVIDUAL, N_("Cá nhân") },
};

const char *model_label(const struct model_word *words, size_t count, struct str word)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(word, str_of(words[i].word))) {
            return words[i].label;
        }
    }
    return "";
}

static bool is_word(const struct model_word *words, size_t count, struct str word)
{
    return model_label(words, count, word)[0] != '\0';
}

struct verdict model_may_write(const struct model_form *form, struct day today)
{
    if (!str_is_empty(form->field) && !is_word(model_fields, MODEL_FIELDS, form->field)) {
        return invalid("field", N_("Hãy chọn một trong bốn lĩnh vực."));
    }
    if (!str_is_empty(form->subject) && !is_word(model_subjects, MODEL_SUBJECTS, form->subject)) {
        return invalid("subject", N_("Hãy chọn tập thể hoặc cá nhân."));
    }
    if (str_equal(form->subject, STR(SUBJECT_INDIVIDUAL)) && str_is_empty(form->person)) {
        return invalid("person",
                       N_("Mô hình của cá nhân thì ghi họ tên người đó, sau khi họ đồng ý "
                          "cho nêu tên."));
    }
    int year = 0;
    int begins = 0;
    int month;
    int day;
    day_split(today, &year, &month, &day);
    if (!day_is_none(form->begins_on)) {
        day_split(form->begins_on, &begins, &month, &day);
    }
    if (begins > year + BEGINS_AHEAD_YEARS) {
        return invalid("begins_on", N_("Năm bắt đầu còn quá xa. Hãy xem lại năm."));
    }
    if (form->cost > 0 && form->households == 0) {
        return invalid("households",
                       N_("Đã ghi số tiền thì ghi cả số hộ hưởng lợi, để tính ra tiền "
                          "mỗi hộ."));
    }
    return VERDICT_OK;
}

struct verdict model_may_measure(const struct model_get_row *model,
                                 const struct model_measure_form *form, struct day today)
{
    if (day_compare(form->measured_on, today) > 0) {
        return invalid("measured_on", N_("Ngày đo này chưa tới. Hãy ghi ngày đã đo."));
    }
    if (day_compare(form->measured_on, model->begins_on) < 0) {
        return invalid("measured_on",
                       N_("Ngày đo sớm hơn ngày mô hình bắt đầu. Số trước khi làm thì "
                          "ghi vào ô “Trước khi làm”."));
    }
    return VERDICT_OK;
}

int64_t model_year_of(struct day day)
{
    int year;
    int month;
    int day_of_month;
    day_split(day, &year, &month, &day_of_month);
    return year;
}
