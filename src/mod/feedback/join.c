/* Joining a report: the rule, the voice's row, the fact, and what the citizen holds of it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/join.h"

#include "base/limits.h"
#include "mod/feedback/draft.h"
#include "text/tongue.h"

static const struct field join_fields[] = {
    FIELD(struct join, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct join, text, .rules = FIELD_REQUIRED, .max = TEXT_LONG_CHARS_MAX,
          .label = N_("Nội dung")),
    FIELD(struct join, draft, .rules = FIELD_REQUIRED | FIELD_SECRET),
};
const struct record join_record = RECORD("join", struct join, join_fields);

/* What the ledger commits to: whose matter it is too, and the words. */
struct joined {
    struct str code;
    struct str text;
    struct instant at;
    struct bytes secret_hash;
};
static const struct field joined_fields[] = {
    FIELD(struct joined, code),
    FIELD(struct joined, text, .rules = FIELD_PERSONAL),
    FIELD(struct joined, at),
    FIELD(struct joined, secret_hash, .rules = FIELD_PERSONAL),
};
const struct record joined_record = RECORD("joined", struct joined, joined_fields);

struct verdict apply_join(struct deed *deed, const void *args, struct answer *ret)
{
    const struct join *join = args;
    struct report_get_row report;
    if (!report_get(&deed->tx->conn, &(struct report_get){ .code = join->code }, &report)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!report.is_public || !report.is_open) {
        return invalid("chon",
                       N_("Hồ sơ này vừa đóng. Mời bà con chọn lại, hoặc gửi việc của mình."));
    }
    if (str_is_empty(str_trim(join->text))) {
        return invalid("chon", N_("Bà con chưa viết nội dung. Hãy kể việc gì, ở đâu."));
    }
    char object[OBJECT_ID_BYTES];
    char secret[SECRET_SIGNS + 1];
    uint8_t bits[8];
    deed_new_object(deed, object);
    deed_random(deed, bits, sizeof bits);
    secret_make(bits, secret);
    struct hash hash = secret_hash(str_of(object), str_of(secret));
    struct report_voice_insert voice = {
        .id = { deed_new_id(deed) },
        .report_id = report.id,
        .object = str_of(object),
        .secret_hash = { hash.b, HASH_BYTES },
        .at = deed->now,
        .text = join->text,
    };
    struct joined fact = { report.code, join->text, deed->now, voice.secret_hash };
    voice.position = deed_emit(deed, feedback_fact("joined"), ID_OF(report.id), voice.object,
                               report.unit_code, &fact);
    report_voice_insert(deed->tx, &voice);
    report_followed(deed->tx, &(struct report_followed){ .id = report.id });
    draft_sent(deed, join->draft, report.code);
    ret->subject = ID_OF(voice.id);
    ret->text = str_printf(deed->arena, "%.*s %s %s", STR_ARG(report.code), object, secret);
    return VERDICT_OK;
}

struct joined_answer joined_parse(struct str answer_text)
{
    struct str rest = answer_text;
    struct joined_answer answer = { 0 };
    answer.code = str_cut(&rest, ' ');
    answer.voice = str_cut(&rest, ' ');
    answer.secret = rest;
    return answer;
}
