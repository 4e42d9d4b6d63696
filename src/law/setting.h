/* Where the law leaves a choice: what an installation may choose, and what holds without a word. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef LAW_SETTING_H
#define LAW_SETTING_H

#include <stddef.h>
#include <stdint.h>

#include "law/act.h"
#include "law/verdict.h"

/* A reading of the law that an administrator may choose otherwise, or a number of days that the
 * house sets itself. What is chosen holds from a day on, and the day of the case decides, as with
 * every rule: of a letter the day on which it came. That day is always one to come, so a choice
 * changes no deadline that runs and nothing that was told to anybody.
 *
 *     struct str online = case_setting(conn, LAW_COMPLAINT_ONLINE, deed->today);
 *     if (str_equal(online, STR(ONLINE_IS_LETTER))) { … }
 *
 * The service *deadline* keeps what was chosen; case/setting.h reads it. */
enum law_setting_id {
    LAW_SETTING_NONE,
    LAW_COMPLAINT_ONLINE,
    LAW_COMPLAINT_SIGNING,
    LAW_COMPLAINT_FIRST_ALARM,
    LAW_COMPLAINT_SECOND_ALARM,
    LAW_DENUNCIATION_ONLINE,
    LAW_RECEPTION_RESULT,
    LAW_SETTINGS
};

/* The words of the choices, as the store has them. */
#define ONLINE_WAITS           "cho-ban-ky"
#define ONLINE_IS_LETTER       "nhan-ngay"
#define ONLINE_IS_INFORMATION  "thong-tin"
#define ONLINE_IS_DENUNCIATION "to-cao"
#define RESULT_TOLD_ALWAYS     "luon-bao"
#define RESULT_TOLD_WHEN_ASKED "khi-yeu-cau"

struct law_choice {
    const char *word;
    const char *label; /* Vietnamese source text */
    struct cite cite;
};
enum { LAW_CHOICES_MAX = 2 };

struct law_setting {
    const char *name;     /* stable: rows of the store and addresses use it */
    const char *about;    /* the regime: Vietnamese source text */
    const char *question; /* Vietnamese source text */
    const char *anchor;   /* the event whose day decides: Vietnamese source text */
    struct law_choice choices[LAW_CHOICES_MAX]; /* the usual one first; none: a number of days … */
    int32_t least;                              /* … between these two */
    int32_t most;
    const char *usual; /* what holds while nothing is chosen: a word, or days in figures */
    struct cite cite;  /* of a number of days */
};
/* By id; LAW_SETTING_NONE has no row. */
const struct law_setting *law_setting(enum law_setting_id id) PURE;
/* The one of that name, or LAW_SETTING_NONE. */
enum law_setting_id law_setting_find(struct str name) PURE;

bool law_setting_is_days(const struct law_setting *setting) PURE;
/* The choice of that word; NULL: none. */
const struct law_choice *law_setting_choice(const struct law_setting *setting,
                                            struct str word) PURE;
/* The days that `value` says, and the usual ones where it says none that may be chosen. */
int32_t law_setting_days(const struct law_setting *setting, struct str value) PURE;
/* "Đơn khiếu nại: vào sổ, tính hạn từ ngày gửi"; "30 ngày". In the tongue of the writer. */
void law_setting_write(struct out *out, const struct law_setting *setting, struct str value);

/* May that be chosen, from that day on, by a paper signed on `decided_on`? `held` is what would
 * hold on `from` otherwise. */
struct law_setting_wish {
    struct str value;
    struct day from;
    struct day decided_on;
};
struct verdict law_setting_check(const struct law_setting *setting,
                                 const struct law_setting_wish *wish, struct str held,
                                 struct day today, struct arena *arena) MUST_USE;

#endif
