/* A setting of law is chosen: the rule, a new row, the fact. Nothing that was chosen is changed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/commands.h"

#include "case/setting.h"
#include "text/tongue.h"

enum { VALUE_CHARS_MAX = 20, DECISION_CHARS_MAX = 200, REASON_CHARS_MAX = 500 };

static const struct field choose_fields[] = {
    FIELD(struct setting_choose, name), /* the address's */
    FIELD(struct setting_choose, value, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = VALUE_CHARS_MAX, .label = N_("Chọn")),
    FIELD(struct setting_choose, from, .rules = FIELD_REQUIRED, .label = N_("Áp dụng từ ngày")),
    FIELD(struct setting_choose, decision, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = DECISION_CHARS_MAX, .label = N_("Văn bản làm căn cứ")),
    FIELD(struct setting_choose, decided_on, .rules = FIELD_REQUIRED,
          .label = N_("Ngày ký văn bản")),
    FIELD(struct setting_choose, reason, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = REASON_CHARS_MAX, .label = N_("Vì sao chọn như vậy")),
};
static const struct record choose_record =
    RECORD("deadline.setting_choose", struct setting_choose, choose_fields);

static apply_fn apply_setting_choose;

const struct command deadline_commands[COMMAND_COUNT] = {
    [COMMAND_SETTING_CHOOSE] = { "deadline.setting_choose", &choose_record, POWER_ADMIN,
                                 apply_setting_choose,
                                 "Chooses a reading of the law from a day on." },
};

/* The leaf commits to these fields in this order: another list is another fact. */
static const struct field says_fields[] = {
    FIELD(struct setting_says, name),     FIELD(struct setting_says, value),
    FIELD(struct setting_says, from),     FIELD(struct setting_says, was),
    FIELD(struct setting_says, decision), FIELD(struct setting_says, decided_on),
    FIELD(struct setting_says, reason),   FIELD(struct setting_says, by),
};
static const struct record says_record =
    RECORD("deadline.setting", struct setting_says, says_fields);

const struct fact deadline_facts[FACT_COUNT] = {
    [FACT_SETTING_CHOSEN] = { "deadline.setting_chosen", &says_record,
                              "From a day on the law is read so." },
};

static bool may_choose(struct deed *deed);
static void keep(struct deed *deed, const struct setting_choose *choose, struct str was);

static struct verdict apply_setting_choose(struct deed *deed, const void *args, struct answer *ret)
{
    const struct setting_choose *choose = args;
    enum law_setting_id id = law_setting_find(choose->name);
    if (!may_choose(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (id == LAW_SETTING_NONE) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    const struct law_setting *setting = law_setting(id);
    struct str was = case_setting(&deed->tx->conn, id, choose->from);
    const struct law_setting_wish wish = { choose->value, choose->from, choose->decided_on };
    struct verdict verdict = law_setting_check(setting, &wish, was, deed->today, deed->arena);
    if (verdict_is_ok(verdict)) {
        keep(deed, choose, was);
        ret->text = choose->name;
    }
    return verdict;
}

static void keep(struct deed *deed, const struct setting_choose *choose, struct str was)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    const struct law_chosen_id id = { deed_new_id(deed) };
    const struct person_id by = { deed->author->person.v };
    struct setting_says says = { choose->name,     choose->value,      choose->from,   was,
                                 choose->decision, choose->decided_on, choose->reason, by };
    int64_t position = deed_emit(deed, &deadline_facts[FACT_SETTING_CHOSEN], ID_OF(id),
                                 str_of(object), STR_NONE, &says);
    law_chosen_insert(deed->tx, &(struct law_chosen_insert){
                                    .id = id,
                                    .name = choose->name,
                                    .value = choose->value,
                                    .from_on = choose->from,
                                    .decision = choose->decision,
                                    .decided_on = choose->decided_on,
                                    .reason = choose->reason,
                                    .at = deed->now,
                                    .person_id = by,
                                    .object = str_of(object),
                                    .position = position,
                                });
}

static bool may_choose(struct deed *deed)
{
    struct law_roots_rows rows =
        law_roots(&deed->tx->conn, &(struct law_roots){ .today = deed->today });
    for (size_t i = 0; i < rows.count; i++) {
        if (deed_may(deed, POWER_ADMIN, ID_OF(rows.rows[i].id))) {
            return true;
        }
    }
    return false;
}
