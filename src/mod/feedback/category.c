/* The commands of categories: what the rule must know, the row, and the fact. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/category.h"

#include "text/fold.h"
#include "text/tongue.h"

enum { ORDER_STEP = 10, SLUG_TRIES = 50, REASON_CHARS_MAX = 500 };

#define NAME_FIELD(type)                                                                           \
    FIELD(type, name, .rules = FIELD_REQUIRED | FIELD_LINE, .max = CATEGORY_NAME_CHARS_MAX,        \
          .label = N_("Tên loại việc"))
#define HINT_FIELD(type)                                                                           \
    FIELD(type, hint, .rules = FIELD_REQUIRED | FIELD_LINE, .max = CATEGORY_HINT_CHARS_MAX,        \
          .label = N_("Gồm những việc gì"))
#define PARENT_FIELD(type)                                                                         \
    FIELD(type, parent, .rules = FIELD_LINE, .max = CATEGORY_SLUG_CHARS_MAX,                       \
          .label = N_("Nằm dưới loại"))
#define PLACE_FIELD(type) FIELD(type, asks_place, .label = N_("Hỏi nơi xảy ra"))
#define SLUG_FIELD(type)                                                                           \
    FIELD(type, slug, .rules = FIELD_REQUIRED | FIELD_LINE, .max = CATEGORY_SLUG_CHARS_MAX)
#define AMOUNT_FIELD(type)                                                                         \
    FIELD(type, respond_amount, .rules = FIELD_REQUIRED, .max = ORDER_MAX,                         \
          .label = N_("Hạn trả lời lần đầu"))
#define EXTEND_FIELD(type)                                                                         \
    FIELD(type, extend_max, .rules = FIELD_REQUIRED, .max = ORDER_MAX,                             \
          .label = N_("Được gia hạn thêm nhiều nhất"))

static const struct field category_add_fields[] = {
    PARENT_FIELD(struct category_add),
    NAME_FIELD(struct category_add),
    HINT_FIELD(struct category_add),
    PLACE_FIELD(struct category_add),
    FIELD(struct category_add, respond_unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Hạn tính bằng")),
    AMOUNT_FIELD(struct category_add),
    EXTEND_FIELD(struct category_add),
};
static const struct field category_change_fields[] = {
    SLUG_FIELD(struct category_change),
    FIELD(struct category_change, version),
    PARENT_FIELD(struct category_change),
    NAME_FIELD(struct category_change),
    HINT_FIELD(struct category_change),
    PLACE_FIELD(struct category_change),
    FIELD(struct category_change, position, .rules = FIELD_REQUIRED, .max = ORDER_MAX,
          .label = N_("Thứ tự")),
};
static const struct field category_limit_set_fields[] = {
    SLUG_FIELD(struct category_limit_set),
    FIELD(struct category_limit_set, version),
    AMOUNT_FIELD(struct category_limit_set),
    EXTEND_FIELD(struct category_limit_set),
    FIELD(struct category_limit_set, reason, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = REASON_CHARS_MAX, .label = N_("Văn bản quyết định")),
};
static const struct field category_use_fields[] = {
    SLUG_FIELD(struct category_use),
    FIELD(struct category_use, version),
    FIELD(struct category_use, is_open),
};
static const struct field category_says_fields[] = {
    FIELD(struct category_says, slug),           FIELD(struct category_says, parent),
    FIELD(struct category_says, name),           FIELD(struct category_says, hint),
    FIELD(struct category_says, asks_place),     FIELD(struct category_says, respond_unit),
    FIELD(struct category_says, respond_amount), FIELD(struct category_says, extend_max),
    FIELD(struct category_says, basis),          FIELD(struct category_says, position),
    FIELD(struct category_says, is_open),        FIELD(struct category_says, by),
};
static const struct field category_limit_says_fields[] = {
    FIELD(struct category_limit_says, slug),
    FIELD(struct category_limit_says, from_on),
    FIELD(struct category_limit_says, respond_amount),
    FIELD(struct category_limit_says, extend_max),
    FIELD(struct category_limit_says, basis),
    FIELD(struct category_limit_says, reason),
    FIELD(struct category_limit_says, by),
};
const struct record category_add_record =
    RECORD("category_add", struct category_add, category_add_fields);
const struct record category_change_record =
    RECORD("category_change", struct category_change, category_change_fields);
const struct record category_limit_set_record =
    RECORD("category_limit_set", struct category_limit_set, category_limit_set_fields);
const struct record category_use_record =
    RECORD("category_use", struct category_use, category_use_fields);
const struct record category_says_record =
    RECORD("category_says", struct category_says, category_says_fields);
const struct record category_limit_says_record =
    RECORD("category_limit_says", struct category_limit_says, category_limit_says_fields);

static struct verdict find(struct deed *deed, struct str slug, int64_t version,
                           struct category_full_row *ret);
static struct category_facts facts_of(struct conn *conn, const struct category_full_row *as);
static struct str new_slug(struct deed *deed, struct str name);
static void keep(struct deed *deed, struct category_full_row *as, const char *fact,
                 struct answer *ret);
static int64_t state(struct deed *deed, const struct category_full_row *as, const char *fact);
static void take_object(struct deed *deed, struct category_full_row *as);

struct verdict apply_category_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct category_add *add = args;
    if (!deed_may_for_all(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    struct category_full_row as = {
        .parent_slug = str_trim(add->parent),
        .name = str_trim(add->name),
        .hint = str_trim(add->hint),
        .asks_place = add->asks_place,
        .respond_unit = add->respond_unit,
        .respond_amount = add->respond_amount,
        .extend_max = add->extend_max,
        .basis = category_basis(add->respond_unit, add->respond_amount),
        .is_open = true,
    };
    struct category_facts facts = facts_of(&deed->tx->conn, &as);
    struct verdict verdict = category_may_open(&facts);
    if (verdict_is_ok(verdict)) {
        verdict = category_limit_rule(add->respond_unit, add->respond_amount, add->extend_max);
    }
    as.slug = new_slug(deed, as.name);
    if (verdict_is_ok(verdict) && as.slug.n == 0) {
        verdict = invalid("name", N_("Tên phải có chữ hoặc số, và khác hẳn các tên đã có."));
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    as.id = (struct category_id){ deed_new_id(deed) };
    as.position = (int64_t)(facts.others + 1) * ORDER_STEP;
    take_object(deed, &as);
    struct category_full_row parent = { .id = { 0 } };
    category_full(&deed->tx->conn, &(struct category_full){ .slug = as.parent_slug }, &parent);
    category_insert(deed->tx, &(struct category_insert){
                                  .id = as.id,
                                  .slug = as.slug,
                                  .parent_id = parent.id,
                                  .name = as.name,
                                  .hint = as.hint,
                                  .asks_place = as.asks_place,
                                  .respond_unit = as.respond_unit,
                                  .respond_amount = as.respond_amount,
                                  .extend_max = as.extend_max,
                                  .basis = as.basis,
                                  .position = as.position,
                                  .object = as.object,
                                  .leaf = state(deed, &as, "category_added"),
                              });
    *ret = (struct answer){ .subject = ID_OF(as.id), .text = as.slug };
    return VERDICT_OK;
}

struct verdict apply_category_change(struct deed *deed, const void *args, struct answer *ret)
{
    const struct category_change *change = args;
    struct category_full_row as;
    struct verdict verdict = find(deed, change->slug, change->version, &as);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    as.parent_slug = str_trim(change->parent);
    as.name = str_trim(change->name);
    as.hint = str_trim(change->hint);
    as.asks_place = change->asks_place;
    as.position = change->position;
    struct category_facts facts = facts_of(&deed->tx->conn, &as);
    verdict = as.is_open ? category_may_open(&facts) : category_rule(&facts);
    if (verdict_is_ok(verdict)) {
        keep(deed, &as, "category_changed", ret);
    }
    return verdict;
}

struct verdict apply_category_use(struct deed *deed, const void *args, struct answer *ret)
{
    const struct category_use *use = args;
    struct category_full_row as;
    struct verdict verdict = find(deed, use->slug, use->version, &as);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct category_facts facts = facts_of(&deed->tx->conn, &as);
    verdict = use->is_open ? category_may_open(&facts) : category_may_close(&facts);
    if (verdict_is_ok(verdict)) {
        as.is_open = use->is_open;
        keep(deed, &as, use->is_open ? "category_opened" : "category_closed", ret);
    }
    return verdict;
}

/* From tomorrow on, so that whoever sends today was told the same as everybody today. */
struct verdict apply_category_limit_set(struct deed *deed, const void *args, struct answer *ret)
{
    const struct category_limit_set *set = args;
    struct category_full_row as;
    struct verdict verdict = find(deed, set->slug, set->version, &as);
    if (verdict_is_ok(verdict) && as.stop.p) {
        verdict = refuse(N_("Loại này chỉ đường tới nơi khác, không nhận phản ánh nên không có "
                            "hạn trả lời."),
                         NULL);
    }
    if (verdict_is_ok(verdict)) {
        verdict = category_limit_rule(as.respond_unit, set->respond_amount, set->extend_max);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct category_limit_says says = {
        .slug = as.slug,
        .from_on = day_after(deed->today),
        .respond_amount = set->respond_amount,
        .extend_max = set->extend_max,
        .basis = category_basis(as.respond_unit, set->respond_amount),
        .reason = str_trim(set->reason),
        .by = { deed->author->person.v },
    };
    take_object(deed, &as);
    category_touch(deed->tx, &(struct category_touch){ .id = as.id, .object = as.object });
    int64_t position = deed_emit(deed, feedback_fact("category_limited"), ID_OF(as.id), as.object,
                                 STR_NONE, &says);
    category_deadline_put(deed->tx, &(struct category_deadline_put){
                                        .id = { deed_new_id(deed) },
                                        .category_id = as.id,
                                        .from_on = says.from_on,
                                        .respond_amount = says.respond_amount,
                                        .extend_max = says.extend_max,
                                        .basis = says.basis,
                                        .position = position,
                                    });
    *ret = (struct answer){ .subject = ID_OF(as.id), .text = as.slug };
    return VERDICT_OK;
}

/* --- helpers ---------------------------------------------------------------------------------- */

static struct verdict find(struct deed *deed, struct str slug, int64_t version,
                           struct category_full_row *ret)
{
    if (!deed_may_for_all(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!category_full(&deed->tx->conn, &(struct category_full){ .slug = slug }, ret)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    return version == ret->version ? VERDICT_OK : (struct verdict){ .status = STATUS_CONFLICT };
}

bool deed_may_for_all(struct deed *deed)
{
    struct feedback_roots_rows rows =
        feedback_roots(&deed->tx->conn, &(struct feedback_roots){ .today = deed->today });
    for (size_t i = 0; i < rows.count; i++) {
        if (deed_may(deed, POWER_ADMIN, ID_OF(rows.rows[i].id))) {
            return true;
        }
    }
    return false;
}

/* Of the category as it is wished for, among the others as they are. */
static struct category_facts facts_of(struct conn *conn, const struct category_full_row *as)
{
    struct category_tree_rows rows = category_tree(conn);
    struct category_facts facts = { .has_parent = as->parent_slug.n > 0,
                                    .is_elsewhere = as->stop.p != NULL };
    for (size_t i = 0; i < rows.count; i++) {
        const struct category_tree_row *row = &rows.rows[i];
        bool is_other = row->id.v != as->id.v;
        bool is_below = is_other && as->id.v != 0 && ID_IS(row->parent_id, as->id);
        facts.is_parent_good |= is_other && row->is_open && ID_NONE(row->parent_id) &&
                                !row->stop.p && str_equal(row->slug, as->parent_slug);
        facts.has_any_below |= is_below;
        facts.has_open_below |= is_below && row->is_open;
        facts.has_same_name |= is_other && row->is_open && str_equal(row->name, as->name);
        facts.others += is_other && row->is_open;
        facts.others_taking += is_other && row->is_open && !row->stop.p;
    }
    return facts;
}

/* "Đèn đường" is "den-duong", and the next one "den-duong-2". Absent when nothing is left of the
 * name, or all such slugs are taken. */
static struct str new_slug(struct deed *deed, struct str name)
{
    enum { ROOM_FOR_NUMBER = 3 };
    struct str rest = text_fold(deed->arena, name);
    struct out base = out_open(deed->arena, CATEGORY_SLUG_CHARS_MAX);
    while (rest.p) {
        struct str word = str_cut(&rest, ' ');
        bool is_plain = word.n > 0;
        for (size_t i = 0; i < word.n; i++) {
            is_plain &=
                (word.p[i] >= 'a' && word.p[i] <= 'z') || (word.p[i] >= '0' && word.p[i] <= '9');
        }
        if (is_plain && base.n + word.n + 1 + ROOM_FOR_NUMBER <= CATEGORY_SLUG_CHARS_MAX) {
            out_printf(&base, "%s%.*s", base.n > 0 ? "-" : "", STR_ARG(word));
        }
    }
    struct str slug = out_str(&base);
    for (int i = 2; slug.n > 0 && i < SLUG_TRIES; i++) {
        struct category_named_row taken;
        /* "moi" is the address of the form of a new one. */
        if (!str_equal(slug, STR("moi")) &&
            !category_named(&deed->tx->conn, &(struct category_named){ .slug = slug }, &taken)) {
            return slug;
        }
        slug = str_printf(deed->arena, "%.*s-%d", (int)base.n, out_str(&base).p, i);
    }
    return STR_NONE;
}

static void keep(struct deed *deed, struct category_full_row *as, const char *fact,
                 struct answer *ret)
{
    struct category_full_row parent = { .id = { 0 } };
    category_full(&deed->tx->conn, &(struct category_full){ .slug = as->parent_slug }, &parent);
    take_object(deed, as);
    category_update(deed->tx, &(struct category_update){
                                  .id = as->id,
                                  .parent_id = parent.id,
                                  .name = as->name,
                                  .hint = as->hint,
                                  .asks_place = as->asks_place,
                                  .position = as->position,
                                  .is_open = as->is_open,
                                  .object = as->object,
                                  .leaf = state(deed, as, fact),
                              });
    *ret = (struct answer){ .subject = ID_OF(as->id), .text = as->slug };
}

static int64_t state(struct deed *deed, const struct category_full_row *as, const char *fact)
{
    struct category_says says = {
        .slug = as->slug,
        .parent = as->parent_slug.n > 0 ? as->parent_slug : STR_NONE,
        .name = as->name,
        .hint = as->hint,
        .asks_place = as->asks_place,
        .respond_unit = as->respond_unit,
        .respond_amount = as->respond_amount,
        .extend_max = as->extend_max,
        .basis = as->basis,
        .position = as->position,
        .is_open = as->is_open,
        .by = { deed->author->person.v },
    };
    return deed_emit(deed, feedback_fact(fact), ID_OF(as->id), as->object, STR_NONE, &says);
}

/* What came with a schema has none until the ledger first speaks of it. */
static void take_object(struct deed *deed, struct category_full_row *as)
{
    if (!as->object.p) {
        char object[OBJECT_ID_BYTES];
        deed_new_object(deed, object);
        as->object = str_copy(deed->arena, str_of(object));
    }
}
