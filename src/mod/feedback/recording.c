/* The desk's side of recordings: rows, facts, and the words that an officer writes down. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/recording.h"

#include <string.h>

#include "mod/feedback/acts.h"
#include "mod/feedback/draft.h"
#include "mod/feedback/sift.h"
#include "text/tongue.h"

static const struct field recording_add_fields[] = {
    FIELD(struct recording_add, code, .rules = FIELD_REQUIRED, .max = 20, .label = N_("Mã hồ sơ")),
    FIELD(struct recording_add, secret, .rules = FIELD_REQUIRED | FIELD_SECRET, .max = 20,
          .label = N_("Mã bí mật")),
    FIELD(struct recording_add, sha256, .rules = FIELD_REQUIRED),
};
const struct record recording_add_record =
    RECORD("recording_add", struct recording_add, recording_add_fields);
static const struct field recording_add_drawn_fields[] = {
    FIELD(struct recording_add, recording, .rules = FIELD_SECRET),
};
const struct record recording_add_drawn_record =
    RECORD("recording_add", struct recording_add, recording_add_drawn_fields);

static const struct field recording_forget_fields[] = { FIELD(struct recording_forget, id) };
const struct record recording_forget_record =
    RECORD("recording_forget", struct recording_forget, recording_forget_fields);

/* What the ledger commits to: that something was said, and the hash of the sound. */
struct recording_fact {
    struct str code;
    struct str sha256; /* in hex, as sha256sum prints it */
    int64_t bytes;
    struct str kind;
    bool is_words;
};
static const struct field recording_fact_fields[] = {
    FIELD(struct recording_fact, code),
    FIELD(struct recording_fact, sha256, .rules = FIELD_PERSONAL),
    FIELD(struct recording_fact, bytes),
    FIELD(struct recording_fact, kind),
    FIELD(struct recording_fact, is_words),
};
const struct record recording_fact_record =
    RECORD("recording", struct recording_fact, recording_fact_fields);

static struct recording_insert row_of(struct deed *deed, const struct recording *recording);
static struct str hex_of(struct arena *arena, struct bytes bytes);
static struct verdict show_or_withhold(struct deed *deed, const struct act_on_report *args,
                                       struct answer *ret);

struct bytes recording_bytes(const struct recording *recording)
{
    return recording->name[0] ? (struct bytes){ (const void *)recording, sizeof *recording }
                              : (struct bytes){ 0 };
}

const struct recording *recording_read(struct arena *arena, struct bytes bytes)
{
    if (bytes.n != sizeof(struct recording)) {
        return NULL;
    }
    struct recording *recording = new(arena, struct recording, 1);
    memcpy(recording, bytes.p, sizeof *recording);
    return recording;
}

/* --- of a draft ------------------------------------------------------------------------------- */

/* The same one again, because a phone lost the answer and sent it twice, takes its own place. */
void recording_draft(struct deed *deed, struct hash draft, struct bytes more, struct str dropped)
{
    struct bytes hash = { draft.b, HASH_BYTES };
    const struct recording *recording = recording_read(deed->arena, more);
    if (dropped.p) {
        recording_drop(deed->tx, &(struct recording_drop){ .name = dropped, .draft_hash = hash });
    }
    if (recording) {
        struct recording_insert row = row_of(deed, recording);
        row.draft_hash = hash;
        recordings_drop(deed->tx, &(struct recordings_drop){ .draft_hash = hash });
        recording_insert(deed->tx, &row);
    }
}

bool recording_speaks(struct conn *conn, struct str text, struct str draft_token)
{
    struct recording_of_row row;
    struct hash hash = draft_hash(draft_token);
    return draft_token.p && str_is_empty(str_trim(text)) &&
           recording_of(conn, &(struct recording_of){ .draft_hash = { hash.b, HASH_BYTES } }, &row);
}

void recording_send_on(struct deed *deed, const struct report_insert *report, struct str unit_code,
                       struct hash draft, bool is_words)
{
    struct recording_of_row row;
    if (!recording_of(&deed->tx->conn,
                      &(struct recording_of){ .draft_hash = { draft.b, HASH_BYTES } }, &row)) {
        return;
    }
    const struct recording_fact fact = { report->code, hex_of(deed->arena, row.sha256), row.bytes,
                                         row.kind, is_words };
    recording_send(deed->tx,
                   &(struct recording_send){
                       .id = row.id,
                       .report_id = report->id,
                       .is_words = is_words,
                       .added_at = deed->now,
                       .position = deed_emit(deed, feedback_fact("recorded"), ID_OF(report->id),
                                             report->object, unit_code, &fact),
                   });
}

/* --- of a report ------------------------------------------------------------------------------ */

struct verdict apply_recording_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct recording_add *add = args;
    struct conn *conn = &deed->tx->conn;
    struct report_get_row report;
    struct recording_of_row kept;
    if (!report_get(conn, &(struct report_get){ .code = add->code }, &report)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!secret_opens(report.secret_object, report.secret_hash, add->secret)) {
        return invalid("secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    if (!report.is_open) {
        return refuse(N_("Hồ sơ đã giải quyết xong nên không nhận thêm lời nói."), NULL);
    }
    const struct recording *recording = recording_read(deed->arena, add->recording);
    if (!recording) {
        return (struct verdict){ .status = STATUS_INVALID };
    }
    struct recording_insert row = row_of(deed, recording);
    if (recording_of(conn, &(struct recording_of){ .report_id = report.id }, &kept)) {
        if (!str_equal(str_span(kept.sha256.p, kept.sha256.n), hash_str(&recording->sha256))) {
            return invalid("recording", N_("Hồ sơ đã có một bản ghi âm. Mỗi hồ sơ nhận một bản."));
        }
        recording_insert(deed->tx, &row);
        ret->subject = ID_OF(kept.id);
        return VERDICT_OK;
    }
    const struct recording_fact fact = { report.code, add->sha256, row.bytes, row.kind, false };
    row.report_id = report.id;
    row.added_at = deed->now;
    row.position = deed_emit(deed, feedback_fact("recorded"), ID_OF(report.id), report.object,
                             report.unit_code, &fact);
    recording_insert(deed->tx, &row);
    ret->subject = ID_OF(row.id);
    return VERDICT_OK;
}

struct verdict apply_recording_forget(struct deed *deed, const void *args, struct answer *ret)
{
    const struct recording_forget *forget = args;
    (void)ret;
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    recording_delete(deed->tx, &(struct recording_delete){ .id = forget->id });
    return VERDICT_OK;
}

/* --- written down ----------------------------------------------------------------------------- */

struct str recording_words(struct arena *arena, const struct act_on_report *args)
{
    struct str words = str_trim(args->text);
    struct str language = str_trim(args->spoken);
    return str_is_empty(language) ? words
                                  : str_printf(arena, "%.*s\n\n(Người gửi nói tiếng %.*s.)",
                                               STR_ARG(words), STR_ARG(language));
}

/* The effect of the act. */
struct verdict write_words_down(struct act_work *work)
{
    work->said = recording_words(work->deed->arena, work->args);
    report_write(work->deed->tx, &(struct report_write){
                                     .id = work->before.id,
                                     .title = report_title(work->deed->arena, work->said),
                                     .text = work->said,
                                 });
    return VERDICT_OK;
}

/* The reason is the second act's: the first says what was said and nothing else. */
struct verdict recording_write_down(struct deed *deed, const struct act_on_report *args,
                                    struct answer *ret)
{
    struct act_on_report words = *args;
    struct str reason = str_trim(args->reason);
    bool is_listed = reason_find(withhold_reasons, withhold_reason_count, reason);
    if (reason.n > 0 && (!is_listed || str_equal(reason, STR(SPOKEN)))) {
        return invalid("reason", N_("Hãy chọn công khai, hoặc một lý do trong danh sách."));
    }
    words.reason = STR_NONE;
    struct verdict verdict = act_do(deed, ACT_write_down, &words, ret);
    return verdict_is_ok(verdict) ? show_or_withhold(deed, args, ret) : verdict;
}

static struct verdict show_or_withhold(struct deed *deed, const struct act_on_report *args,
                                       struct answer *ret)
{
    struct report_get_row report;
    struct act_on_report next = { .code = args->code, .reason = str_trim(args->reason) };
    /* It is not there when the store has failed; then nothing of all this will be. */
    if (!report_get(&deed->tx->conn, &(struct report_get){ .code = args->code }, &report)) {
        return VERDICT_OK;
    }
    if (next.reason.n == 0 && sift_may_denounce(deed->arena, args->text)) {
        next.reason = STR(READ_FIRST);
    }
    bool has_waited = str_equal(report.withheld, STR(SPOKEN));
    if (next.reason.n > 0) {
        return has_waited || report.is_public ? act_do(deed, ACT_withhold, &next, ret) : VERDICT_OK;
    }
    return has_waited ? act_do(deed, ACT_publish, &next, ret) : VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static struct recording_insert row_of(struct deed *deed, const struct recording *recording)
{
    return (struct recording_insert){
        .id = { deed_new_id(deed) },
        .name = str_of(recording->name),
        .key = { recording->key, SECRET_KEY_BYTES },
        .kind = str_of(recording->kind),
        .sha256 = { recording->sha256.b, HASH_BYTES },
        .bytes = recording->bytes,
    };
}

static struct str hex_of(struct arena *arena, struct bytes bytes)
{
    struct out hex = out_open(arena, 2 * bytes.n);
    out_hex(&hex, bytes.p, bytes.n);
    return out_str(&hex);
}

/* --- its file --------------------------------------------------------------------------------- */

enum status recording_open(struct files *files, struct arena *arena,
                           const struct recording_get_row *recording, struct str *ret)
{
    struct str sealed = STR_NONE;
    enum status status = files_get(files, recording->name, arena, &sealed);
    if (status) {
        return status;
    }
    if (sealed.n < SECRET_OVERHEAD_BYTES || recording->key.n != SECRET_KEY_BYTES) {
        return STATUS_STORE_FAILED;
    }
    size_t n = sealed.n - SECRET_OVERHEAD_BYTES;
    uint8_t *bytes = new(arena, uint8_t, n);
    if (!secret_open(recording->key.p, sealed, recording_seal(), bytes)) {
        return STATUS_STORE_FAILED;
    }
    *ret = str_span(bytes, n);
    return STATUS_OK;
}

struct str recording_seal(void)
{
    return STR("kheo recording");
}
