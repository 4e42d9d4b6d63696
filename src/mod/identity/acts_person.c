/* Commands on people, posts and powers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/acts.h"

#include "text/collate.h"
#include "text/tongue.h"

enum { GRANTS_MAX = 200 };

/* A unit that the author may put people into. */
static struct verdict find_managed(struct deed *deed, struct str code, struct unit_known_row *ret);
static struct verdict may_grant(struct deed *deed, const char *field, struct str power,
                                struct unit_id unit);
static struct verdict may_grant_again(struct deed *deed, struct post_id post);
static bool has_ended(const struct deed *deed, struct day until);
static bool is_before(struct day a, struct day b);
static struct post_id write_post(struct deed *deed, const struct post_give *give,
                                 struct unit_id unit);
static void write_grant(struct deed *deed, struct post_id post, struct str power,
                        struct unit_id unit);
static struct verdict may_grant_all(struct deed *deed, const struct person_add *add,
                                    struct unit_id unit);
static void write_grants(struct deed *deed, const struct person_add *add, struct post_id post,
                         struct unit_id unit);
static void state_grant(struct deed *deed, enum identity_fact fact, struct power_grant_id id);
static struct verdict person_write(struct deed *deed, const struct person_add *add,
                                   struct person_id *ret);

struct verdict identity_person_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct person_add *add = args;
    struct unit_known_row unit = { 0 };
    struct verdict verdict = find_managed(deed, add->unit, &unit);
    if (verdict_is_ok(verdict)) {
        verdict = post_rule(add->title, deed->today, DAY_NONE);
    }
    /* Before anything is written: a founder's powers end with the first person. */
    if (verdict_is_ok(verdict)) {
        verdict = may_grant_all(deed, add, unit.id);
    }
    struct person_id person = { 0 };
    if (verdict_is_ok(verdict)) {
        verdict = person_write(deed, add, &person);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct post_give first = { .person = person, .title = add->title, .from = deed->today };
    struct post_id post = write_post(deed, &first, unit.id);
    write_grants(deed, add, post, unit.id);
    *ret = (struct answer){ .subject = ID_OF(person), .text = add->password };
    return VERDICT_OK;
}

struct verdict identity_post_give(struct deed *deed, const void *args, struct answer *ret)
{
    const struct post_give *give = args;
    struct person_get_row person;
    if (!person_get(&deed->tx->conn, &(struct person_get){ .id = give->person }, &person)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct unit_known_row unit = { 0 };
    struct verdict verdict = find_managed(deed, give->unit, &unit);
    if (verdict_is_ok(verdict)) {
        verdict = post_rule(give->title, give->from, give->until);
    }
    if (verdict_is_ok(verdict) && person.ended_at.s != 0) {
        verdict = refuse(N_("Người này đã thôi làm việc. Hãy cho làm việc lại trước."), NULL);
    }
    if (verdict_is_ok(verdict)) {
        (void)write_post(deed, give, unit.id);
        ret->subject = ID_OF(give->person);
    }
    return verdict;
}

/* More days for a post are more days for its powers, so they are given as powers are given. */
struct verdict identity_post_change(struct deed *deed, const void *args, struct answer *ret)
{
    const struct post_change *change = args;
    struct post_get_row post;
    if (!post_get(&deed->tx->conn, &(struct post_get){ .id = change->post }, &post)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_IDENTITY_MANAGE, ID_OF(post.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (has_ended(deed, post.until_on)) {
        return refuse(N_("Chức vụ này đã kết thúc. Hãy giao một chức vụ mới."), NULL);
    }
    struct verdict verdict = post_rule(change->title, change->from, change->until);
    bool is_longer = is_before(change->from, post.from_on) ||
                     (!day_is_none(post.until_on) &&
                      (day_is_none(change->until) || is_before(post.until_on, change->until)));
    bool is_shorter = is_before(post.from_on, change->from) ||
                      (!day_is_none(change->until) &&
                       (day_is_none(post.until_on) || is_before(change->until, post.until_on)));
    if (verdict_is_ok(verdict) && is_longer) {
        verdict = may_grant_again(deed, post.id);
    }
    if (verdict_is_ok(verdict) && is_shorter) {
        verdict = leaves_someone(deed, post.person_id, post.id, (struct power_grant_id){ 0 });
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    post_edit(deed->tx, &(struct post_edit){ .id = post.id,
                                             .title = change->title,
                                             .from_on = change->from,
                                             .until_on = change->until });
    state_post(deed, FACT_POST_CHANGED, post.id);
    ret->subject = ID_OF(post.person_id);
    return VERDICT_OK;
}

struct verdict identity_post_end(struct deed *deed, const void *args, struct answer *ret)
{
    const struct post_end *end = args;
    struct post_get_row post;
    if (!post_get(&deed->tx->conn, &(struct post_get){ .id = end->post }, &post)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_IDENTITY_MANAGE, ID_OF(post.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (has_ended(deed, post.until_on)) {
        return refuse(N_("Chức vụ này đã kết thúc."), NULL);
    }
    if (!day_is_none(post.until_on) && day_compare(post.until_on, end->until) < 0) {
        return invalid("until",
                       N_("Chức vụ này hết trước ngày ấy. Muốn kéo dài, hãy sửa chức vụ."));
    }
    struct verdict verdict = post_rule(post.title, post.from_on, end->until);
    if (verdict_is_ok(verdict)) {
        verdict = leaves_someone(deed, post.person_id, post.id, (struct power_grant_id){ 0 });
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    post_set_until(deed->tx, &(struct post_set_until){ .id = post.id, .until_on = end->until });
    state_post(deed, FACT_POST_ENDED, post.id);
    ret->subject = ID_OF(post.person_id);
    return VERDICT_OK;
}

struct verdict identity_grant(struct deed *deed, const void *args, struct answer *ret)
{
    const struct power_give *give = args;
    struct post_get_row post;
    if (!post_get(&deed->tx->conn, &(struct post_get){ .id = give->post }, &post)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    struct unit_known_row unit = { 0 };
    struct verdict verdict = find_managed(deed, give->unit, &unit);
    if (verdict_is_ok(verdict)) {
        verdict = may_grant(deed, "power", give->power, unit.id);
    }
    if (verdict_is_ok(verdict) && has_ended(deed, post.until_on)) {
        verdict = refuse(N_("Chức vụ này đã kết thúc."), NULL);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct grant_same_row same;
    if (grant_same(
            &deed->tx->conn,
            &(struct grant_same){
                .post_id = post.id, .power = give->power, .unit_id = unit.id, .on = deed->today },
            &same)) {
        return refuse(N_("Chức vụ này đã có quyền ấy."), NULL);
    }
    write_grant(deed, post.id, give->power, unit.id);
    ret->subject = ID_OF(post.person_id);
    return VERDICT_OK;
}

/* Yesterday was its last day: powers end at once. */
struct verdict identity_revoke(struct deed *deed, const void *args, struct answer *ret)
{
    const struct power_take *take = args;
    struct grant_get_row grant;
    if (!grant_get(&deed->tx->conn, &(struct grant_get){ .id = take->grant }, &grant)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_IDENTITY_MANAGE, ID_OF(grant.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (has_ended(deed, grant.until_on)) {
        return refuse(N_("Quyền này đã được thu hồi."), NULL);
    }
    struct verdict verdict = leaves_someone(deed, grant.person_id, grant.post_id, grant.id);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    grant_set_until(
        deed->tx, &(struct grant_set_until){ .id = grant.id, .until_on = day_before(deed->today) });
    state_grant(deed, FACT_POWER_REVOKED, grant.id);
    ret->subject = ID_OF(grant.person_id);
    return VERDICT_OK;
}

static struct verdict find_managed(struct deed *deed, struct str code, struct unit_known_row *ret)
{
    struct unit_known_row unit;
    if (!unit_known(&deed->tx->conn, &(struct unit_known){ .code = code, .on = deed->today },
                    &unit)) {
        return verdict_about(invalid("unit", N_("Không có đơn vị mã “%s”.")), code);
    }
    if (!deed_may(deed, POWER_IDENTITY_MANAGE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    *ret = unit;
    return VERDICT_OK;
}

/* Nobody gives what they do not have, but an administrator of the place. */
static struct verdict may_grant(struct deed *deed, const char *field, struct str power,
                                struct unit_id unit)
{
    struct verdict verdict = power_rule(field, power);
    if (!verdict_is_ok(verdict) || deed_may(deed, POWER_ADMIN, ID_OF(unit)) ||
        deed_may(deed, str_z(deed->arena, power), ID_OF(unit))) {
        return verdict;
    }
    return verdict_about(invalid(field, N_("Người cấp quyền phải có quyền “%s” ở đơn vị này.")),
                         power);
}

static struct verdict may_grant_again(struct deed *deed, struct post_id post)
{
    struct verdict verdict = VERDICT_OK;
    struct grants_of_post_rows grants = grants_of_post(
        &deed->tx->conn,
        &(struct grants_of_post){ .post_id = post, .on = deed->today, .limit = GRANTS_MAX });
    for (size_t i = 0; i < grants.count && verdict_is_ok(verdict); i++) {
        verdict = may_grant(deed, "until", grants.rows[i].power, grants.rows[i].unit_id);
    }
    return verdict;
}

static bool has_ended(const struct deed *deed, struct day until)
{
    return !day_is_none(until) && is_before(until, deed->today);
}

static bool is_before(struct day a, struct day b)
{
    return day_compare(a, b) < 0;
}

static struct verdict person_write(struct deed *deed, const struct person_add *add,
                                   struct person_id *ret)
{
    struct verdict verdict = person_rule(add->sign_in, add->name);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct person_of_sign_in_row other;
    if (person_of_sign_in(&deed->tx->conn, &(struct person_of_sign_in){ .sign_in = add->sign_in },
                          &other)) {
        return verdict_about(invalid("sign_in", N_("Tên đăng nhập “%s” đã có người dùng.")),
                             add->sign_in);
    }
    struct person_id person = { deed_new_id(deed) };
    char object[27];
    deed_new_object(deed, object);
    person_insert(deed->tx, &(struct person_insert){
                                .id = person,
                                .sign_in = add->sign_in,
                                .name = add->name,
                                .name_key = collate_person(deed->arena, add->name),
                                .phone = add->phone.n ? add->phone : STR_NONE,
                                .email = add->email.n ? add->email : STR_NONE,
                                .object = str_of(object),
                            });
    if (add->hash.n > 0) {
        credential_set(deed->tx, &(struct credential_set){ .person_id = person,
                                                           .hash = add->hash,
                                                           .changed_at = deed->now,
                                                           .is_first = add->is_first });
    }
    struct person_says says = { add->name, add->sign_in };
    deed_emit(deed, &IDENTITY_FACTS[FACT_PERSON_ADDED], ID_OF(person), str_of(object), STR_NONE,
              &says);
    note_event(deed, FACT_PERSON_ADDED, person, STR_NONE, STR_NONE);
    *ret = person;
    return VERDICT_OK;
}

static struct verdict may_grant_all(struct deed *deed, const struct person_add *add,
                                    struct unit_id unit)
{
    struct verdict verdict = VERDICT_OK;
    struct str rest = add->powers;
    while (rest.p && verdict_is_ok(verdict)) {
        struct str power = str_cut(&rest, ' ');
        verdict = power.n > 0 ? may_grant(deed, "powers", power, unit) : VERDICT_OK;
    }
    return verdict;
}

static void write_grants(struct deed *deed, const struct person_add *add, struct post_id post,
                         struct unit_id unit)
{
    struct str rest = add->powers;
    while (rest.p) {
        struct str power = str_cut(&rest, ' ');
        if (power.n > 0) {
            write_grant(deed, post, power, unit);
        }
    }
}

static struct post_id write_post(struct deed *deed, const struct post_give *give,
                                 struct unit_id unit)
{
    struct post_id id = { deed_new_id(deed) };
    char object[27];
    deed_new_object(deed, object);
    post_insert(deed->tx, &(struct post_insert){ .id = id,
                                                 .person_id = give->person,
                                                 .unit_id = unit,
                                                 .title = give->title,
                                                 .from_on = give->from,
                                                 .until_on = give->until,
                                                 .object = str_of(object) });
    state_post(deed, FACT_POST_GIVEN, id);
    return id;
}

static void write_grant(struct deed *deed, struct post_id post, struct str power,
                        struct unit_id unit)
{
    struct power_grant_id id = { deed_new_id(deed) };
    char object[27];
    deed_new_object(deed, object);
    grant_insert(deed->tx, &(struct grant_insert){ .id = id,
                                                   .post_id = post,
                                                   .power = power,
                                                   .unit_id = unit,
                                                   .from_on = deed->today,
                                                   .object = str_of(object) });
    state_grant(deed, FACT_POWER_GRANTED, id);
}

void state_post(struct deed *deed, enum identity_fact fact, struct post_id id)
{
    struct post_get_row post;
    if (post_get(&deed->tx->conn, &(struct post_get){ .id = id }, &post)) {
        struct post_says says = { post.person_object, post.unit_code, post.title, post.from_on,
                                  post.until_on };
        deed_emit(deed, &IDENTITY_FACTS[fact], ID_OF(id), post.object, post.unit_code, &says);
        note_event(
            deed, fact, post.person_id, STR_NONE,
            str_printf(deed->arena, "%.*s, %.*s", STR_ARG(post.title), STR_ARG(post.unit_name)));
    }
}

static void state_grant(struct deed *deed, enum identity_fact fact, struct power_grant_id id)
{
    struct grant_get_row grant;
    if (grant_get(&deed->tx->conn, &(struct grant_get){ .id = id }, &grant)) {
        struct grant_says says = { grant.post_object, grant.power, grant.unit_code, grant.from_on,
                                   grant.until_on };
        deed_emit(deed, &IDENTITY_FACTS[fact], ID_OF(id), grant.object, grant.unit_code, &says);
        note_event(deed, fact, grant.person_id, grant.power, grant.unit_name);
    }
}
