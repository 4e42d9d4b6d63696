/* The commands of a category's questions. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"

#include "text/tongue.h"

enum { ORDER_STEP = 10 };

#define LABEL_FIELD(type)                                                                          \
    FIELD(type, label, .rules = FIELD_REQUIRED | FIELD_LINE, .max = QUESTION_LABEL_CHARS_MAX,      \
          .label = N_("Câu hỏi"))
#define REQUIRED_FIELD(type) FIELD(type, is_required, .label = N_("Bắt buộc trả lời"))

static const struct field question_add_fields[] = {
    FIELD(struct question_add, slug, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = CATEGORY_SLUG_CHARS_MAX),
    LABEL_FIELD(struct question_add),
    REQUIRED_FIELD(struct question_add),
};
static const struct field question_change_fields[] = {
    FIELD(struct question_change, id),
    FIELD(struct question_change, version),
    LABEL_FIELD(struct question_change),
    REQUIRED_FIELD(struct question_change),
    FIELD(struct question_change, position, .rules = FIELD_REQUIRED, .max = ORDER_MAX,
          .label = N_("Thứ tự")),
};
static const struct field question_use_fields[] = {
    FIELD(struct question_use, id),
    FIELD(struct question_use, version),
    FIELD(struct question_use, is_open),
};
static const struct field question_says_fields[] = {
    FIELD(struct question_says, category),    FIELD(struct question_says, place),
    FIELD(struct question_says, position),    FIELD(struct question_says, label),
    FIELD(struct question_says, is_required), FIELD(struct question_says, is_open),
    FIELD(struct question_says, closed_on),   FIELD(struct question_says, by),
};
const struct record question_add_record =
    RECORD("question_add", struct question_add, question_add_fields);
const struct record question_change_record =
    RECORD("question_change", struct question_change, question_change_fields);
const struct record question_use_record =
    RECORD("question_use", struct question_use, question_use_fields);
const struct record question_says_record =
    RECORD("question_says", struct question_says, question_says_fields);

static struct verdict find(struct deed *deed, struct category_question_id id, int64_t version,
                           struct question_get_row *ret);
static struct verdict ask_rule(struct deed *deed, struct question_get_row *as);
static void keep(struct deed *deed, struct question_get_row *as, const char *fact,
                 struct answer *ret);
static int64_t state(struct deed *deed, const struct question_get_row *as, const char *fact);
static void take_object(struct deed *deed, struct question_get_row *as);

struct verdict apply_question_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct question_add *add = args;
    struct category_full_row category;
    if (!deed_may_for_all(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!category_full(&deed->tx->conn, &(struct category_full){ .slug = add->slug }, &category)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct question_get_row as = {
        .category_id = category.id,
        .category_slug = category.slug,
        .label = str_trim(add->label),
        .is_required = add->is_required,
        .is_open = true,
    };
    struct verdict verdict = ask_rule(deed, &as);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    as.id = (struct category_question_id){ deed_new_id(deed) };
    take_object(deed, &as);
    question_insert(deed->tx, &(struct question_insert){
                                  .id = as.id,
                                  .category_id = as.category_id,
                                  .position = as.position,
                                  .label = as.label,
                                  .is_required = as.is_required,
                                  .place = as.place,
                                  .object = as.object,
                                  .leaf = state(deed, &as, "question_added"),
                              });
    *ret = (struct answer){ .subject = ID_OF(as.id), .text = as.category_slug };
    return VERDICT_OK;
}

struct verdict apply_question_change(struct deed *deed, const void *args, struct answer *ret)
{
    const struct question_change *change = args;
    struct question_get_row as;
    struct verdict verdict = find(deed, change->id, change->version, &as);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    as.label = str_trim(change->label);
    as.is_required = change->is_required;
    verdict = as.is_open ? ask_rule(deed, &as) : VERDICT_OK;
    as.position = change->position;
    if (verdict_is_ok(verdict)) {
        keep(deed, &as, "question_changed", ret);
    }
    return verdict;
}

struct verdict apply_question_use(struct deed *deed, const void *args, struct answer *ret)
{
    const struct question_use *use = args;
    struct question_get_row as;
    struct verdict verdict = find(deed, use->id, use->version, &as);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    as.is_open = use->is_open;
    as.closed_on = use->is_open ? DAY_NONE : deed->today;
    int64_t position = as.position;
    verdict = use->is_open ? ask_rule(deed, &as) : VERDICT_OK;
    as.position = position;
    if (verdict_is_ok(verdict)) {
        keep(deed, &as, use->is_open ? "question_opened" : "question_closed", ret);
    }
    return verdict;
}

static struct verdict find(struct deed *deed, struct category_question_id id, int64_t version,
                           struct question_get_row *ret)
{
    if (!deed_may_for_all(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!question_get(&deed->tx->conn, &(struct question_get){ .id = id }, ret)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    return version == ret->version ? VERDICT_OK : (struct verdict){ .status = STATUS_CONFLICT };
}

/* Gives a place, and to a new one the last in order too. */
static struct verdict ask_rule(struct deed *deed, struct question_get_row *as)
{
    struct conn *conn = &deed->tx->conn;
    struct category_get_row category;
    struct question_rows_rows rows =
        question_rows(conn, &(struct question_rows){ .category_id = as->category_id });
    struct question_beside *others = new(deed->arena, struct question_beside, rows.count + 1);
    category_get(conn, &(struct category_get){ .id = as->category_id }, &category);
    struct question_facts facts = { .is_elsewhere = category.stop.p != NULL,
                                    .others = others,
                                    .own_place = as->place };
    int64_t last = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct question_rows_row *row = &rows.rows[i];
        last = row->position > last ? row->position : last;
        if (row->id.v != as->id.v) {
            others[facts.count++] =
                (struct question_beside){ row->label, row->place, row->is_open, row->closed_on };
        }
    }
    as->position = last + ORDER_STEP < ORDER_MAX ? last + ORDER_STEP : ORDER_MAX;
    return question_rule(as->label, &facts, deed->today, &as->place);
}

static void keep(struct deed *deed, struct question_get_row *as, const char *fact,
                 struct answer *ret)
{
    take_object(deed, as);
    question_update(deed->tx, &(struct question_update){
                                  .id = as->id,
                                  .position = as->position,
                                  .label = as->label,
                                  .is_required = as->is_required,
                                  .place = as->place,
                                  .is_open = as->is_open,
                                  .closed_on = as->closed_on,
                                  .object = as->object,
                                  .leaf = state(deed, as, fact),
                              });
    *ret = (struct answer){ .subject = ID_OF(as->id), .text = as->category_slug };
}

static int64_t state(struct deed *deed, const struct question_get_row *as, const char *fact)
{
    struct question_says says = {
        .category = as->category_slug,
        .place = as->place,
        .position = as->position,
        .label = as->label,
        .is_required = as->is_required,
        .is_open = as->is_open,
        .closed_on = as->closed_on,
        .by = { deed->author->person.v },
    };
    return deed_emit(deed, feedback_fact(fact), ID_OF(as->id), as->object, STR_NONE, &says);
}

/* What came with a schema has none until the ledger first speaks of it. */
static void take_object(struct deed *deed, struct question_get_row *as)
{
    if (!as->object.p) {
        char object[OBJECT_ID_BYTES];
        deed_new_object(deed, object);
        as->object = str_copy(deed->arena, str_of(object));
    }
}
