/* Relating reports: which may be linked by whom, and what is written in the history of both. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/link.h"

#include "text/tongue.h"

static struct verdict find_other_report(struct act_work *work, struct report_get_row *ret);
static bool is_full(struct conn *conn, struct report_id report);
static bool link_kind(struct act_work *work, struct report_id other, struct str *ret);
static void tell_both(struct act_work *work, const struct report_get_row *other);

struct verdict relate_reports(struct act_work *work)
{
    struct report_get_row other = { .code = STR_NONE };
    struct str kind;
    struct verdict verdict = find_other_report(work, &other);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (link_kind(work, other.id, &kind)) {
        return invalid("other", N_("Hai hồ sơ này đã liên kết với nhau."));
    }
    struct conn *conn = &work->deed->tx->conn;
    if (is_full(conn, work->before.id) || is_full(conn, other.id)) {
        return invalid("other", N_("Một trong hai hồ sơ đã có 50 liên kết, không ghi thêm được."));
    }
    link_both(work->deed->tx, work->before.id, other.id, LINK_RELATED);
    tell_both(work, &other);
    return VERDICT_OK;
}

/* What was split stays together: its sender comes to it through the first. */
struct verdict unrelate_reports(struct act_work *work)
{
    struct report_get_row other = { .code = STR_NONE };
    struct str kind;
    struct verdict verdict = find_other_report(work, &other);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (!link_kind(work, other.id, &kind)) {
        return invalid("other", N_("Hai hồ sơ này không liên kết với nhau."));
    }
    if (str_equal(kind, STR(LINK_SPLIT))) {
        return invalid("other", N_("Hai hồ sơ này tách từ một đơn, không bỏ liên kết được."));
    }
    struct tx *tx = work->deed->tx;
    report_link_delete(tx, &(struct report_link_delete){ work->before.id, other.id });
    report_link_delete(tx, &(struct report_link_delete){ other.id, work->before.id });
    tell_both(work, &other);
    return VERDICT_OK;
}

void link_both(struct tx *tx, struct report_id report, struct report_id other, const char *kind)
{
    report_link_insert(tx, &(struct report_link_insert){ report, other, str_of(kind) });
    report_link_insert(tx, &(struct report_link_insert){ other, report, str_of(kind) });
}

/* A report that is withheld elsewhere is to the author as if it did not exist. */
static struct verdict find_other_report(struct act_work *work, struct report_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    bool is_found =
        code_read(work->args->other, code, &doubtful) == CODE_GOOD &&
        report_get(&work->deed->tx->conn, &(struct report_get){ .code = str_of(code) }, ret) &&
        (ret->is_public || deed_may(work->deed, POWER_HANDLE, ID_OF(ret->unit_id)) ||
         deed_may(work->deed, POWER_HANDLE, ID_OF(ret->first_unit_id)));
    if (!is_found) {
        return invalid("other", N_("Không có hồ sơ nào mang mã này. Hãy xem lại từng ký tự."));
    }
    return ID_IS(ret->id, work->before.id)
               ? invalid("other", N_("Đây là mã của chính hồ sơ này. Hãy ghi mã của hồ sơ kia."))
               : VERDICT_OK;
}

static bool link_kind(struct act_work *work, struct report_id other, struct str *ret)
{
    struct report_link_get_row link;
    bool is_linked = report_link_get(&work->deed->tx->conn,
                                     &(struct report_link_get){ work->before.id, other }, &link);
    *ret = is_linked ? link.kind : STR_NONE;
    return is_linked;
}

static bool is_full(struct conn *conn, struct report_id report)
{
    return report_links(conn, &(struct report_links){ report, LINKS_MAX }).count == LINKS_MAX;
}

static void tell_both(struct act_work *work, const struct report_get_row *other)
{
    work->said = other->code;
    event_beside(work->deed, &(struct beside){ .other = other,
                                               .act = work->move->command,
                                               .note = work->before.code,
                                               .is_internal = true });
}

void event_withhold(struct deed *deed, struct str code, struct str reason)
{
    struct report_get_row report;
    /* It is not there when the store has failed; then nothing of all this will be. */
    if (report_get(&deed->tx->conn, &(struct report_get){ .code = code }, &report)) {
        event_beside(deed,
                     &(struct beside){ .other = &report, .act = "withhold", .reason = reason });
    }
}

void event_beside(struct deed *deed, const struct beside *beside)
{
    const struct report_get_row *other = beside->other;
    const struct acted acted = {
        .code = other->code,
        .state = other->state,
        .unit = other->unit_code,
        .text = beside->note,
        .reason = beside->reason,
        .due_at = other->due_at,
        .by = { deed->author->person.v },
        .rating = other->rating,
        .assignee = other->assignee_id,
        .extended = other->extended,
        .merged_into = other->merged_into,
    };
    report_event_insert(
        deed->tx, &(struct report_event_insert){
                      .id = { deed_new_id(deed) },
                      .report_id = other->id,
                      .at = deed->now,
                      .act = str_of(beside->act),
                      .state = other->state,
                      .unit_id = other->unit_id,
                      .person_id = { deed->author->person.v },
                      .note = beside->note,
                      .reason = beside->reason,
                      .is_internal = beside->is_internal,
                      .was_state = other->state,
                      .was_due_at = other->due_at,
                      .was_assignee_id = other->assignee_id,
                      .position = deed_emit(deed, feedback_fact(beside->act), ID_OF(other->id),
                                            other->object, other->unit_code, &acted),
                      .assignee_id = other->assignee_id,
                  });
    report_touch(deed->tx, &(struct report_touch){ .id = other->id });
}
