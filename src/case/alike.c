/* Letters that came before from a sender of the same name: is this one about the same matter? */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/alike.h"

#include "text/fold.h"
#include "text/format.h"
#include "web/route.h"

enum {
    LOOKED_AT_MAX = 500, /* of what the unit received before, the newest */
    SENDERS_MAX = 10,
};

static size_t senders_of(struct visit *v, struct case_file_id id, struct str ret[SENDERS_MAX]);
static bool is_one_of(struct str name, const struct str *senders, size_t count);

struct alike_view case_alike_of(struct visit *v, const struct case_pages *pages,
                                const struct case_get_row *file)
{
    struct str senders[SENDERS_MAX];
    struct alike_view view = { 0 };
    /* Whoever may know one case of a kind that is known to few need not know the others. */
    if (!file->is_open || !day_is_none(file->accepted_on) || pages->kind->is_known) {
        return view;
    }
    size_t count = senders_of(v, file->id, senders);
    if (count == 0) {
        return view;
    }
    const struct case_before before = { .kind = str_of(pages->kind->name),
                                        .unit_id = file->unit_id,
                                        .received_on = file->received_on,
                                        .id = file->id,
                                        .limit = LOOKED_AT_MAX };
    struct case_before_rows rows = case_before(&v->snap->conn, &before);
    for (size_t i = 0; i < rows.count && view.count < ALIKE_MAX; i++) {
        const struct case_before_row *row = &rows.rows[i];
        bool is_there = view.count > 0 && str_equal(view.items[view.count - 1].code, row->code);
        if (!is_there && is_one_of(text_fold(v->arena, row->name), senders, count)) {
            int state = workflow_state(pages->kind->workflow, row->state);
            view.items[view.count++] = (struct alike_item){
                .where = route_url(v, pages->case_path, row->code),
                .code = row->code,
                .subject = row->subject,
                .received_on = row->received_on,
                .state =
                    state == WORKFLOW_NOWHERE ? NULL : pages->kind->workflow->states[state].label,
            };
        }
    }
    return view;
}

static size_t senders_of(struct visit *v, struct case_file_id id, struct str ret[SENDERS_MAX])
{
    size_t count = 0;
    struct case_parties_rows parties =
        case_parties(&v->snap->conn, &(struct case_parties){ .case_id = id });
    for (size_t i = 0; i < parties.count && count < SENDERS_MAX; i++) {
        struct str name = text_fold(v->arena, parties.rows[i].name);
        if (str_equal(parties.rows[i].role, STR("sender")) && name.n > 0) {
            ret[count++] = name;
        }
    }
    return count;
}

static bool is_one_of(struct str name, const struct str *senders, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_equal(name, senders[i])) {
            return true;
        }
    }
    return false;
}
