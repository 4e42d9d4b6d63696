/* Splitting a report that names two matters: the second gets a life, a date and a receipt. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/link.h"
#include "mod/feedback/sender.h"
#include "mod/feedback/sift.h"
#include "text/tongue.h"

static struct send second_matter(struct act_work *work, struct str category);
static struct verdict second_due(struct act_work *work, struct category_id category,
                                 struct instant *ret);
static struct str withheld_of(struct deed *deed, const struct report_get_row *first,
                              struct str text);
static struct str enter(struct act_work *work, const struct send *send,
                        const struct category_by_slug_row *category, struct instant due_at);
static void copy_pauses(struct act_work *work, struct report_id second);
static void tell_second(struct act_work *work, const struct report_get_row *second);

/* Nobody has to write again, and nobody loses days: the second matter was received when the first
 * was, and the time that the sender was waited for counts for neither. */
struct verdict split_matter(struct act_work *work)
{
    struct deed *deed = work->deed;
    struct conn *conn = &deed->tx->conn;
    struct category_by_slug_row category;
    if (!category_by_slug(conn, &(struct category_by_slug){ .slug = work->args->category },
                          &category)) {
        return invalid("category", N_("Không có loại việc này. Hãy chọn lại trong danh sách."));
    }
    if (report_links(conn, &(struct report_links){ work->before.id, LINKS_MAX }).count ==
        LINKS_MAX) {
        return refuse(N_("Hồ sơ đã có 50 liên kết, không tách thêm được."), NULL);
    }
    struct send send = second_matter(work, category.slug);
    struct instant due_at = INSTANT_NONE;
    struct verdict verdict = report_rule(&send, &category, deed->today);
    if (verdict_is_ok(verdict)) {
        verdict = second_due(work, category.id, &due_at);
    }
    if (verdict_is_ok(verdict)) {
        struct report_get_row second;
        work->made = enter(work, &send, &category, due_at);
        work->said = work->made;
        /* It is not there when the store has failed; then nothing of all this will be. */
        if (report_get(conn, &(struct report_get){ .code = work->said }, &second)) {
            link_both(deed->tx, work->before.id, second.id, LINK_SPLIT);
            tell_second(work, &second);
        }
    }
    return verdict;
}

/* The officer's words for the sender's matter; who sent it, how and where is the first's. */
static struct send second_matter(struct act_work *work, struct str category)
{
    const struct report_get_row *first = &work->before;
    bool is_same_place = str_is_empty(str_trim(work->args->place));
    struct sender_get_row sender = { .name = STR_NONE };
    sender_get(&work->deed->tx->conn, &(struct sender_get){ .report_id = first->id }, &sender);
    return (struct send){
        .unit = first->unit_code,
        .category = category,
        .text = work->args->text,
        .place = is_same_place ? first->place : work->args->place,
        .lat_micro = is_same_place ? first->lat_micro : 0,
        .lon_micro = is_same_place ? first->lon_micro : 0,
        .identity = first->identity,
        .name = sender.name,
        .phone = sender.phone,
        .email = sender.email,
        .channel = first->channel,
        .incoming_number = first->incoming_number,
    };
}

static struct verdict second_due(struct act_work *work, struct category_id category,
                                 struct instant *ret)
{
    struct report_get_row second = work->before;
    struct due due;
    second.category_id = category;
    second.extended = 0;
    /* The second report begins where the first one is now. */
    second.first_unit_id = work->before.unit_id;
    struct verdict verdict =
        report_due(&work->deed->tx->conn, &second,
                   deed_calendar(work->deed, ID_OF(second.first_unit_id)), &due);
    if (verdict_is_ok(verdict)) {
        *ret = due.at;
    } else {
        verdict.field = "category";
    }
    return verdict;
}

/* The code of the new report. */
static struct str enter(struct act_work *work, const struct send *send,
                        const struct category_by_slug_row *category, struct instant due_at)
{
    struct deed *deed = work->deed;
    const struct report_get_row *first = &work->before;
    struct feedback_unit_row unit;
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    feedback_unit(&deed->tx->conn, &(struct feedback_unit){ .id = first->unit_id }, &unit);
    struct report_insert second = report_of(deed, send);
    second.code = report_new_code(deed, unit.prefix);
    second.object = str_of(object);
    second.secret_hash = first->secret_hash;
    second.secret_object = first->secret_object;
    second.unit_id = first->unit_id;
    second.category_id = category->id;
    second.received_at = first->received_at;
    second.due_at = due_at;
    second.withheld = withheld_of(deed, first, send->text);
    second.is_public = !second.withheld.p;
    report_enter(deed, &second, send, "split_received");
    copy_pauses(work, second.id);
    return second.code;
}

/* As the first one. Where that waits for its words to be written down, these are written: they are
 * looked at as any others. */
static struct str withheld_of(struct deed *deed, const struct report_get_row *first,
                              struct str text)
{
    if (!str_equal(first->withheld, STR(SPOKEN))) {
        return first->withheld;
    }
    return sift_may_denounce(deed->arena, text) ? STR(READ_FIRST) : STR_NONE;
}

static void copy_pauses(struct act_work *work, struct report_id second)
{
    struct report_pauses_rows pauses = report_pauses(
        &work->deed->tx->conn, &(struct report_pauses){ .report_id = work->before.id });
    for (size_t i = 0; i < pauses.count; i++) {
        report_pause_copy(work->deed->tx, &(struct report_pause_copy){
                                              .id = { deed_new_id(work->deed) },
                                              .report_id = second,
                                              .from_at = pauses.rows[i].from_at,
                                              .to_at = pauses.rows[i].to_at,
                                              .reason = pauses.rows[i].reason,
                                          });
    }
}

/* What keeps the first from the public keeps its second matter too. */
static void tell_second(struct act_work *work, const struct report_get_row *second)
{
    if (!second->is_public) {
        event_beside(
            work->deed,
            &(struct beside){ .other = second, .act = "withhold", .reason = second->withheld });
    }
    event_beside(work->deed,
                 &(struct beside){ .other = second, .act = "split", .note = work->before.code });
}
