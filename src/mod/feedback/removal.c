/* Removing: what was sealed is kept, every row and word of the report goes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/removal.h"

#include "law/workflow.h"
#include "mod/feedback/change.h"
#include "mod/feedback/link.h"
#include "outbox/outbox.h"
#include "text/tongue.h"
#include "web/sealing.h"

/* Before every row: 0 would be no id at all, which compares with nothing. */
enum { EVENTS_MAX = 10000, ROWS_AT_ONCE = 100, BEFORE_ALL = -1 };

static const struct field removal_fields[] = {
    FIELD(struct removal, code, .rules = FIELD_REQUIRED, .max = 20),
    FIELD(struct removal, version),
};
const struct record removal_record = RECORD("removal", struct removal, removal_fields);
static const struct field removal_drawn_fields[] = {
    FIELD(struct removal, parcel, .rules = FIELD_SECRET),
};
const struct record removal_drawn_record = RECORD("removal", struct removal, removal_drawn_fields);

struct removed {
    struct str code;
    struct str secret_object;
    struct person_id by;
};
static const struct field removed_fields[] = {
    FIELD(struct removed, code),
    FIELD(struct removed, secret_object),
    FIELD(struct removed, by),
};
const struct record removed_record = RECORD("removed", struct removed, removed_fields);

static struct verdict may_remove(struct deed *deed, const struct removal *removal,
                                 const struct report_get_row *report);
static void take_figures_back(struct deed *deed, const struct report_get_row *report,
                              const struct report_check_events_rows *events);
static void forget_letters(struct deed *deed, const struct report_get_row *report,
                           const struct report_check_events_rows *events);
static void forget_words(struct deed *deed, const struct report_get_row *report);
static void unlink_others(struct deed *deed, struct report_id report);
static void end_consults(struct deed *deed, struct report_id report);
static void delete_rows(struct tx *tx, struct report_id report);

struct verdict apply_removal(struct deed *deed, const void *args, struct answer *ret)
{
    const struct removal *removal = args;
    struct conn *conn = &deed->tx->conn;
    struct report_get_row report;
    if (!report_get(conn, &(struct report_get){ .code = removal->code }, &report)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct verdict verdict = may_remove(deed, removal, &report);
    if (verdict_is_ok(verdict) && removal->parcel.p) {
        verdict = service_that_seals()->keep(deed, removal->parcel);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct report_check_events_rows events = report_check_events(
        conn, &(struct report_check_events){ .report_id = report.id, .limit = EVENTS_MAX });
    take_figures_back(deed, &report, &events);
    forget_letters(deed, &report, &events);
    forget_words(deed, &report);
    unlink_others(deed, report.id);
    end_consults(deed, report.id);
    delete_rows(deed->tx, report.id);
    const struct removed says = { report.code, report.secret_object, { deed->author->person.v } };
    report_removed_insert(
        deed->tx, &(struct report_removed_insert){
                      .id = { report.id.v },
                      .code = report.code,
                      .object = report.object,
                      .secret_object = report.secret_object,
                      .position = deed_emit(deed, feedback_fact("removed"), ID_OF(report.id),
                                            report.object, STR_NONE, &says),
                  });
    ret->text = report.code;
    return VERDICT_OK;
}

static struct verdict may_remove(struct deed *deed, const struct removal *removal,
                                 const struct report_get_row *report)
{
    struct report_merged_here_row merged;
    const char *power = removal->parcel.p ? POWER_HANDLE : POWER_APPROVE;
    if (!deed_may(deed, power, ID_OF(report->unit_id)) ||
        (removal->parcel.p && !service_that_seals())) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (removal->version && removal->version != report->version) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    if (report_merged_here(&deed->tx->conn, &(struct report_merged_here){ .id = report->id },
                           &merged)) {
        return refuse(N_("Có hồ sơ khác đã gộp vào hồ sơ này. Hãy gỡ từng hồ sơ đó trước."), NULL);
    }
    if (removal->parcel.p && str_is_empty(report->text)) {
        return refuse(N_("Hãy nghe và ghi lại lời nói trước, chọn “Nơi nhận đọc trước khi công "
                         "khai”: bản ghi âm bị xóa hẳn, chỉ chữ được niêm phong."),
                      NULL);
    }
    return removal->parcel.p ? VERDICT_OK : removal_may_erase(report);
}

/* Somebody else than the officer has asked for it: the sender, with the secret. */
struct verdict removal_may_erase(const struct report_get_row *report)
{
    bool is_withdrawn = workflow_state(&feedback_flow, report->state) == REPORT_WITHDRAWN;
    return is_withdrawn ? VERDICT_OK
                        : refuse(N_("Chỉ xóa nội dung của hồ sơ mà người gửi đã rút."), NULL);
}

/* A unit's figures count the reports that are there; each event gave what change_figures() says. */
static void take_figures_back(struct deed *deed, const struct report_get_row *report,
                              const struct report_check_events_rows *events)
{
    struct report_update before = { .unit_id = { 0 } };
    report_count_add(deed->tx, &(struct report_count_add){
                                   .unit_id = report->unit_id, .state = report->state, .by = -1 });
    for (size_t i = 0; i < events->count; i++) {
        const struct report_check_events_row *event = &events->rows[i];
        const struct command *act = feedback_act(event->act);
        const struct change change = {
            .act = act ? (int)(act - &feedback_commands[COMMAND_FIRST_ACT]) : ACT_COUNT,
            .at = event->at,
            .rating = report->rating,
        };
        before.due_at = event->was_due_at;
        struct report_month_add given = change_figures(&before, &change);
        before.unit_id = event->unit_id;
        report_month_add(deed->tx, &(struct report_month_add){
                                       .unit_id = i == 0 ? event->unit_id : given.unit_id,
                                       .month = given.month,
                                       .received = i == 0 ? -1 : 0,
                                       .answered = -given.answered,
                                       .late = -given.late,
                                       .refused = -given.refused,
                                       .bounced = -given.bounced,
                                       .reopened = -given.reopened,
                                       .rated = -given.rated,
                                       .rating_sum = -given.rating_sum,
                                   });
    }
}

/* Of each event, and those that ask a follower whether the address is theirs. */
static void forget_letters(struct deed *deed, const struct report_get_row *report,
                           const struct report_check_events_rows *events)
{
    struct report_follower_ids wanted = { .report_id = report->id,
                                          .after = { BEFORE_ALL },
                                          .limit = ROWS_AT_ONCE };
    struct report_follower_ids_rows followers;
    for (size_t i = 0; i < events->count; i++) {
        outbox_forget(deed, ID_OF(events->rows[i].id));
    }
    do {
        followers = report_follower_ids(&deed->tx->conn, &wanted);
        for (size_t i = 0; i < followers.count; i++) {
            outbox_forget(deed, ID_OF(followers.rows[i].id));
            wanted.after = followers.rows[i].id;
        }
    } while (followers.count == ROWS_AT_ONCE);
}

/* What the ledger holds of the report and of those who joined it. */
static void forget_words(struct deed *deed, const struct report_get_row *report)
{
    struct report_voice_objects wanted = { .report_id = report->id,
                                           .after = { BEFORE_ALL },
                                           .limit = ROWS_AT_ONCE };
    struct report_voice_objects_rows voices;
    deed_forget(deed, report->object, ID_OF(report->id));
    do {
        voices = report_voice_objects(&deed->tx->conn, &wanted);
        for (size_t i = 0; i < voices.count; i++) {
            deed_forget(deed, voices.rows[i].object, ID_OF(voices.rows[i].id));
            outbox_forget(deed, ID_OF(voices.rows[i].id));
            wanted.after = voices.rows[i].id;
        }
    } while (voices.count == ROWS_AT_ONCE);
}

static void unlink_others(struct deed *deed, struct report_id report)
{
    struct report_links_rows links =
        report_links(&deed->tx->conn, &(struct report_links){ report, LINKS_MAX });
    for (size_t i = 0; i < links.count; i++) {
        report_link_delete(deed->tx,
                           &(struct report_link_delete){ report, links.rows[i].other_id });
        report_link_delete(deed->tx,
                           &(struct report_link_delete){ links.rows[i].other_id, report });
    }
}

static void end_consults(struct deed *deed, struct report_id report)
{
    struct consults_of_rows consults = consults_of(
        &deed->tx->conn, &(struct consults_of){ .report_id = report, .limit = EVENTS_MAX });
    for (size_t i = 0; i < consults.count; i++) {
        if (consults.rows[i].ended_at.s == 0) {
            consult_count_add(deed->tx, &(struct consult_count_add){
                                            .unit_id = consults.rows[i].unit_id, .by = -1 });
        }
    }
    consults_delete(deed->tx, &(struct consults_delete){ .report_id = report });
}

static void delete_rows(struct tx *tx, struct report_id report)
{
    report_voices_delete(tx, &(struct report_voices_delete){ .report_id = report });
    sender_delete(tx, &(struct sender_delete){ .report_id = report });
    sender_openings_delete(tx, &(struct sender_openings_delete){ .report_id = report });
    report_pauses_delete(tx, &(struct report_pauses_delete){ .report_id = report });
    report_followers_unlink(tx, &(struct report_followers_unlink){ .report_id = report });
    report_followers_delete(tx, &(struct report_followers_delete){ .report_id = report });
    photo_openings_delete(tx, &(struct photo_openings_delete){ .report_id = report });
    report_photos_drop(tx, &(struct report_photos_drop){ .report_id = report });
    report_recordings_drop(tx, &(struct report_recordings_drop){ .report_id = report });
    recount_start_again(tx, &(struct recount_start_again){ .report_id = report });
    report_events_delete(tx, &(struct report_events_delete){ .report_id = report });
    slips_delete(tx, &(struct slips_delete){ .report_id = report });
    report_delete(tx, &(struct report_delete){ .id = report });
}
