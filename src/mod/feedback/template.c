/* The commands of templates: what the rule must know, the row, and the fact. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/template.h"

#include "text/collate.h"
#include "text/tongue.h"

#define PART_FIELD(member, words)                                                                  \
    FIELD(struct template_put, member, .max = TEMPLATE_PART_CHARS_MAX, .label = (words))

static const struct field template_fields[] = {
    FIELD(struct template_put, id),
    FIELD(struct template_put, version),
    FIELD(struct template_put, unit, .rules = FIELD_LINE, .max = 20, .label = N_("Mã đơn vị")),
    FIELD(struct template_put, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = TEMPLATE_TITLE_CHARS_MAX, .label = N_("Tên mẫu")),
    FIELD(struct template_put, category, .rules = FIELD_LINE, .max = 40, .label = N_("Loại việc")),
    FIELD(struct template_put, occasion, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Dùng cho")),
    PART_FIELD(said, N_("Kết luận")),
    PART_FIELD(done, N_("Việc đã làm")),
    PART_FIELD(plan, N_("Việc sẽ làm")),
    PART_FIELD(unhappy, N_("Nếu bà con chưa đồng ý")),
};
const struct record template_record = RECORD("template", struct template_put, template_fields);

static const struct field template_use_fields[] = {
    FIELD(struct template_use, id),
    FIELD(struct template_use, version),
    FIELD(struct template_use, is_open),
};
const struct record template_use_record =
    RECORD("template_use", struct template_use, template_use_fields);

/* The leaf commits to these fields in this order: another list is another fact. */
static const struct field template_says_fields[] = {
    FIELD(struct template_says, unit),     FIELD(struct template_says, title),
    FIELD(struct template_says, category), FIELD(struct template_says, occasion),
    FIELD(struct template_says, said),     FIELD(struct template_says, done),
    FIELD(struct template_says, plan),     FIELD(struct template_says, unhappy),
    FIELD(struct template_says, is_open),  FIELD(struct template_says, by),
};
const struct record template_says_record =
    RECORD("template_says", struct template_says, template_says_fields);

/* A template as it will be: the wish with its texts trimmed, and where it belongs. */
struct putting {
    struct deed *deed;
    struct template_put put;
    struct unit_id unit;
    struct category_id category;
    bool is_open;
};

static struct verdict find(struct deed *deed, struct answer_template_id id, int64_t version,
                           struct template_get_row *ret);
static struct template_put trimmed(const struct template_put *put);
static struct verdict ask_rule(struct putting *putting);
static struct verdict change(struct deed *deed, const struct template_get_row *row,
                             struct putting *putting, const char *fact, struct answer *ret);
static int64_t state(const struct putting *putting, const char *fact, struct id subject,
                     struct str object);

struct verdict apply_template_add(struct deed *deed, const void *args, struct answer *ret)
{
    struct putting putting = { .deed = deed, .put = trimmed(args), .is_open = true };
    struct feedback_unit_by_code_row unit;
    if (!feedback_unit_by_code(
            &deed->tx->conn,
            &(struct feedback_unit_by_code){ .code = putting.put.unit, .today = deed->today },
            &unit)) {
        return verdict_about(invalid("unit", N_("Không tìm thấy đơn vị mang mã “%s”.")),
                             putting.put.unit);
    }
    if (!deed_may(deed, POWER_ADMIN, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    putting.unit = unit.id;
    putting.put.unit = unit.code;
    putting.put.id = (struct answer_template_id){ 0 };
    struct verdict verdict = ask_rule(&putting);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    const struct template_put *put = &putting.put;
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct template_insert row = {
        .id = { deed_new_id(deed) },
        .object = str_of(object),
        .unit_id = unit.id,
        .category_id = putting.category,
        .occasion = put->occasion,
        .title = put->title,
        .title_key = collate_text(deed->arena, put->title),
        .said = put->said,
        .done = put->done,
        .plan = put->plan,
        .unhappy = put->unhappy,
    };
    row.position = state(&putting, "template_added", ID_OF(row.id), row.object);
    template_insert(deed->tx, &row);
    *ret = (struct answer){ .subject = ID_OF(row.id), .text = unit.code };
    return VERDICT_OK;
}

struct verdict apply_template_change(struct deed *deed, const void *args, struct answer *ret)
{
    struct putting putting = { .deed = deed, .put = trimmed(args) };
    struct template_get_row row;
    struct verdict verdict = find(deed, putting.put.id, putting.put.version, &row);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    putting.is_open = row.is_open;
    return change(deed, &row, &putting, "template_changed", ret);
}

struct verdict apply_template_use(struct deed *deed, const void *args, struct answer *ret)
{
    const struct template_use *use = args;
    struct template_get_row row;
    struct verdict verdict = find(deed, use->id, use->version, &row);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct putting putting = {
        .deed = deed,
        .put = { .id = row.id,
                 .title = row.title,
                 .category = row.category_slug,
                 .occasion = row.occasion,
                 .said = row.said,
                 .done = row.done,
                 .plan = row.plan,
                 .unhappy = row.unhappy },
        .is_open = use->is_open,
    };
    return change(deed, &row, &putting, use->is_open ? "template_opened" : "template_closed", ret);
}

/* One that the author may not keep is forbidden before it is said to have changed. */
static struct verdict find(struct deed *deed, struct answer_template_id id, int64_t version,
                           struct template_get_row *ret)
{
    if (!template_get(&deed->tx->conn, &(struct template_get){ .id = id }, ret)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_ADMIN, ID_OF(ret->unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return version == ret->version ? VERDICT_OK : (struct verdict){ .status = STATUS_CONFLICT };
}

static struct str without_ends(struct str text)
{
    struct str words = str_trim(text);
    return words.n > 0 ? words : STR("");
}

static struct template_put trimmed(const struct template_put *put)
{
    return (struct template_put){
        .id = put->id,
        .version = put->version,
        .unit = str_trim(put->unit),
        .title = str_trim(put->title),
        .category = put->category,
        .occasion = put->occasion,
        .said = without_ends(put->said),
        .done = without_ends(put->done),
        .plan = without_ends(put->plan),
        .unhappy = without_ends(put->unhappy),
    };
}

/* One that goes out of use harms nobody, whatever was decided about its category meanwhile. */
static struct verdict ask_rule(struct putting *putting)
{
    struct conn *conn = &putting->deed->tx->conn;
    const struct template_put *put = &putting->put;
    struct category_named_row category = { .id = { 0 } };
    struct template_facts facts = {
        .has_category =
            str_is_empty(put->category) ||
            category_named(conn, &(struct category_named){ .slug = put->category }, &category),
    };
    putting->category = category.id;
    struct template_in_use_rows rows = template_in_use(
        conn, &(struct template_in_use){ .unit_id = putting->unit, .limit = TEMPLATES_MAX + 1 });
    for (size_t i = 0; putting->is_open && i < rows.count; i++) {
        bool is_other = rows.rows[i].id.v != put->id.v;
        facts.others += is_other;
        facts.has_same_name |= is_other && str_equal(rows.rows[i].title, put->title);
    }
    return template_rule(put, &facts);
}

static struct verdict change(struct deed *deed, const struct template_get_row *row,
                             struct putting *putting, const char *fact, struct answer *ret)
{
    struct template_put *put = &putting->put;
    putting->unit = row->unit_id;
    put->unit = row->unit_code;
    struct verdict verdict = ask_rule(putting);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    template_update(deed->tx, &(struct template_update){
                                  .id = row->id,
                                  .category_id = putting->category,
                                  .occasion = put->occasion,
                                  .title = put->title,
                                  .title_key = collate_text(deed->arena, put->title),
                                  .said = put->said,
                                  .done = put->done,
                                  .plan = put->plan,
                                  .unhappy = put->unhappy,
                                  .is_open = putting->is_open,
                                  .position = state(putting, fact, ID_OF(row->id), row->object),
                              });
    *ret = (struct answer){ .subject = ID_OF(row->id), .text = row->unit_code };
    return VERDICT_OK;
}

static int64_t state(const struct putting *putting, const char *fact, struct id subject,
                     struct str object)
{
    const struct template_put *put = &putting->put;
    struct template_says says = {
        .unit = put->unit,
        .title = put->title,
        .category = put->category.n > 0 ? put->category : STR_NONE,
        .occasion = put->occasion,
        .said = put->said,
        .done = put->done,
        .plan = put->plan,
        .unhappy = put->unhappy,
        .is_open = putting->is_open,
        .by = { putting->deed->author->person.v },
    };
    return deed_emit(putting->deed, feedback_fact(fact), subject, object, put->unit, &says);
}
