/* The people of a table, row by row: each added or changed by the acts that do it alone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/acts.h"

#include "mod/identity/powers.h"
#include "text/tongue.h"
#include "web/import.h"

enum { WHY_BYTES_MAX = 2000, POSTS_MAX = 100, GRANTS_MAX = 200, POWER_BYTES_MAX = 64 };

/* One file, and the row that is being taken. */
struct taking {
    struct deed *deed;
    struct import_rows open;
    struct person_row row;
    struct import_line line;
    struct person_get_row person;
    struct posts_of_person_row post;
};

static void take_row(struct taking *taking, const struct person_row *before, size_t count);
static bool contradicts(const struct taking *taking, const struct person_row *before, size_t count);
static struct verdict add_person(struct taking *taking);
static struct verdict change_person(struct taking *taking);
static bool may_see(struct taking *taking);
static struct verdict change_name(struct taking *taking);
static struct verdict give_post(struct taking *taking);
static bool find_post(struct taking *taking);
static struct verdict change_days(struct taking *taking);
static struct verdict change_powers(struct taking *taking);
static struct verdict give_power(struct taking *taking, struct str token);
static struct verdict take_powers(struct taking *taking, struct str wanted);
static bool is_listed(struct str tokens, const struct grants_of_post_row *grant,
                      struct str own_unit);
static void cut_token(struct str token, struct str own_unit, struct str *ret_power,
                      struct str *ret_unit);
static struct str kept(const struct taking *taking, const char *field, struct str given,
                       struct str there);
static void say(struct taking *taking, const char *what, struct str before, struct str after);
static void settle(struct taking *taking, struct verdict verdict);
static struct str day_text(struct arena *arena, struct day day);

struct verdict identity_table_take(struct deed *deed, const void *args, struct answer *ret)
{
    const struct import_take *take = args;
    struct taking taking = { .deed = deed, .open = import_rows_open(take->rows) };
    struct person_row *before = new(deed->arena, struct person_row, IMPORT_ROWS_MAX);
    struct out answer = out_open(deed->arena, IMPORT_ROWS_MAX * WHY_BYTES_MAX);
    size_t count = 0;
    while (count < IMPORT_ROWS_MAX &&
           import_rows_next(&taking.open, &person_row_record, &taking.line.line, &before[count])) {
        taking.row = before[count];
        taking.line = (struct import_line){ .line = taking.line.line,
                                            .end = IMPORT_SAME,
                                            .key = taking.row.sign_in,
                                            .name = taking.row.name };
        take_row(&taking, before, count++);
        import_line_write(&answer, &taking.line);
    }
    ret->text = out_str(&answer);
    return take->is_trial ? import_trial_ends() : VERDICT_OK;
}

static void take_row(struct taking *taking, const struct person_row *before, size_t count)
{
    struct conn *conn = &taking->deed->tx->conn;
    struct person_of_sign_in_row known;
    if (contradicts(taking, before, count)) {
        settle(taking, invalid("name", N_("Họ tên, điện thoại hoặc thư điện tử khác với dòng trên "
                                          "của cùng tên đăng nhập.")));
    } else if (person_of_sign_in(
                   conn, &(struct person_of_sign_in){ .sign_in = taking->row.sign_in }, &known) &&
               person_get(conn, &(struct person_get){ .id = known.id }, &taking->person)) {
        settle(taking, change_person(taking));
    } else {
        settle(taking, add_person(taking));
    }
}

/* Of one person in several rows, each would undo what the one before said. */
static bool contradicts(const struct taking *taking, const struct person_row *before, size_t count)
{
    const struct person_row *row = &taking->row;
    for (size_t i = 0; i < count; i++) {
        if (str_equal(before[i].sign_in, row->sign_in) &&
            !(str_equal(before[i].name, row->name) && str_equal(before[i].phone, row->phone) &&
              str_equal(before[i].email, row->email))) {
            return true;
        }
    }
    return false;
}

/* Without a password: a manager gives the first one out by hand, on the person's page. */
static struct verdict add_person(struct taking *taking)
{
    const struct person_row *row = &taking->row;
    struct answer answer = { .text = STR_NONE };
    struct person_add add = {
        .sign_in = row->sign_in,
        .name = row->name,
        .phone = row->phone,
        .email = row->email,
        .unit = row->unit,
        .title = row->title,
    };
    struct verdict verdict = identity_person_add(taking->deed, &add, &answer);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    taking->line.end = IMPORT_ADDED;
    (void)person_get(&taking->deed->tx->conn, &(struct person_get){ .id = { answer.subject.v } },
                     &taking->person);
    if (find_post(taking)) {
        verdict = change_days(taking);
    }
    return verdict_is_ok(verdict) ? change_powers(taking) : verdict;
}

static struct verdict change_person(struct taking *taking)
{
    if (!may_see(taking)) {
        return refuse(N_("Tên đăng nhập này đã có người dùng ở nơi khác."), NULL);
    }
    struct verdict verdict = change_name(taking);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    verdict = find_post(taking) ? change_days(taking) : give_post(taking);
    return verdict_is_ok(verdict) ? change_powers(taking) : verdict;
}

/* What is written of a person is shown to those only who manage a place where they work. */
static bool may_see(struct taking *taking)
{
    struct posts_of_person_rows posts = posts_of_person(
        &taking->deed->tx->conn, &(struct posts_of_person){ .person_id = taking->person.id,
                                                            .on = { INT32_MIN },
                                                            .limit = POSTS_MAX });
    for (size_t i = 0; i < posts.count; i++) {
        if (deed_may(taking->deed, POWER_IDENTITY_MANAGE, ID_OF(posts.rows[i].unit_id))) {
            return true;
        }
    }
    return false;
}

static struct verdict change_name(struct taking *taking)
{
    const struct person_get_row *person = &taking->person;
    const struct person_row *row = &taking->row;
    struct answer answer = { .text = STR_NONE };
    struct person_change change = {
        .person = person->id,
        .version = person->version,
        .name = row->name,
        .phone = kept(taking, "phone", row->phone, person->phone),
        .email = kept(taking, "email", row->email, person->email),
    };
    if (str_equal(change.name, person->name) && str_equal(change.phone, person->phone) &&
        str_equal(change.email, person->email)) {
        return VERDICT_OK;
    }
    struct verdict verdict = identity_person_change(taking->deed, &change, &answer);
    if (verdict_is_ok(verdict)) {
        say(taking, N_("Họ và tên"), person->name, change.name);
        say(taking, N_("Điện thoại"), person->phone, change.phone);
        say(taking, N_("Thư điện tử"), person->email, change.email);
    }
    return verdict;
}

static struct verdict give_post(struct taking *taking)
{
    const struct person_row *row = &taking->row;
    struct answer answer = { .text = STR_NONE };
    struct post_give give = {
        .person = taking->person.id,
        .unit = row->unit,
        .title = row->title,
        .from = day_is_none(row->from) ? taking->deed->today : row->from,
        .until = row->until,
    };
    struct verdict verdict = identity_post_give(taking->deed, &give, &answer);
    if (verdict_is_ok(verdict)) {
        say(taking, N_("Chức vụ"), STR_NONE, row->title);
        (void)find_post(taking);
    }
    return verdict;
}

static bool find_post(struct taking *taking)
{
    struct posts_of_person_rows posts = posts_of_person(
        &taking->deed->tx->conn, &(struct posts_of_person){ .person_id = taking->person.id,
                                                            .on = taking->deed->today,
                                                            .limit = POSTS_MAX });
    taking->post = (struct posts_of_person_row){ .title = STR_NONE };
    for (size_t i = 0; i < posts.count; i++) {
        if (str_equal(posts.rows[i].unit_code, taking->row.unit) &&
            str_equal(posts.rows[i].title, taking->row.title)) {
            taking->post = posts.rows[i];
            return true;
        }
    }
    return false;
}

static struct verdict change_days(struct taking *taking)
{
    const struct person_row *row = &taking->row;
    struct arena *arena = taking->deed->arena;
    struct answer answer = { .text = STR_NONE };
    bool says_until = import_has(&taking->open, &person_row_record, "until");
    struct post_change change = {
        .post = taking->post.id,
        .title = taking->post.title,
        .from = day_is_none(row->from) ? taking->post.from_on : row->from,
        .until = says_until ? row->until : taking->post.until_on,
    };
    if (day_compare(change.from, taking->post.from_on) == 0 &&
        day_compare(change.until, taking->post.until_on) == 0) {
        return VERDICT_OK;
    }
    struct verdict verdict = identity_post_change(taking->deed, &change, &answer);
    if (verdict_is_ok(verdict)) {
        say(taking, N_("Từ ngày"), day_text(arena, taking->post.from_on),
            day_text(arena, change.from));
        say(taking, N_("Đến hết ngày"), day_text(arena, taking->post.until_on),
            day_text(arena, change.until));
    }
    return verdict;
}

/* The cell is the whole: what it names and is not there is given, what it does not name is taken
 * back. */
static struct verdict change_powers(struct taking *taking)
{
    if (!import_has(&taking->open, &person_row_record, "powers") || ID_NONE(taking->post.id)) {
        return VERDICT_OK;
    }
    struct str wanted = powers_of_text(taking->row.powers);
    struct verdict verdict = VERDICT_OK;
    struct str rest = wanted;
    while (rest.p && verdict_is_ok(verdict)) {
        struct str token = str_cut(&rest, ' ');
        verdict = token.n > 0 ? give_power(taking, token) : VERDICT_OK;
    }
    return verdict_is_ok(verdict) ? take_powers(taking, wanted) : verdict;
}

static struct verdict give_power(struct taking *taking, struct str token)
{
    struct deed *deed = taking->deed;
    struct answer answer = { .text = STR_NONE };
    struct power_give give = { .post = taking->post.id };
    cut_token(token, taking->post.unit_code, &give.power, &give.unit);
    struct grants_of_post_rows grants = grants_of_post(
        &deed->tx->conn, &(struct grants_of_post){
                             .post_id = taking->post.id, .on = deed->today, .limit = GRANTS_MAX });
    for (size_t i = 0; i < grants.count; i++) {
        if (is_listed(token, &grants.rows[i], taking->post.unit_code)) {
            return VERDICT_OK;
        }
    }
    if (!power_is_known(deed->arena, give.power)) {
        return verdict_about(invalid("powers", N_("Không có quyền “%s”.")), give.power);
    }
    struct verdict verdict = identity_grant(deed, &give, &answer);
    if (verdict_is_ok(verdict)) {
        say(taking, N_("Được cấp quyền"), STR_NONE, token);
    }
    return verdict;
}

static struct verdict take_powers(struct taking *taking, struct str wanted)
{
    struct deed *deed = taking->deed;
    struct grants_of_post_rows grants = grants_of_post(
        &deed->tx->conn, &(struct grants_of_post){
                             .post_id = taking->post.id, .on = deed->today, .limit = GRANTS_MAX });
    struct verdict verdict = VERDICT_OK;
    for (size_t i = 0; i < grants.count && verdict_is_ok(verdict); i++) {
        struct answer answer = { .text = STR_NONE };
        if (is_listed(wanted, &grants.rows[i], taking->post.unit_code)) {
            continue;
        }
        struct power_take take = { grants.rows[i].id };
        verdict = identity_revoke(deed, &take, &answer);
        if (verdict_is_ok(verdict)) {
            say(taking, N_("Bị thu hồi quyền"), STR_NONE, grants.rows[i].power);
        }
    }
    return verdict;
}

static bool is_listed(struct str tokens, const struct grants_of_post_row *grant,
                      struct str own_unit)
{
    struct str rest = tokens;
    while (rest.p) {
        struct str power;
        struct str unit;
        cut_token(str_cut(&rest, ' '), own_unit, &power, &unit);
        if (str_equal(power, grant->power) && str_equal(unit, grant->unit_code)) {
            return true;
        }
    }
    return false;
}

static void cut_token(struct str token, struct str own_unit, struct str *ret_power,
                      struct str *ret_unit)
{
    struct str rest = token;
    *ret_power = str_cut(&rest, '@');
    *ret_unit = rest.p ? rest : own_unit;
}

/* A column that the file lacks leaves what is there; a cell without a word takes it away. */
static struct str kept(const struct taking *taking, const char *field, struct str given,
                       struct str there)
{
    return import_has(&taking->open, &person_row_record, field) ? given : there;
}

static void say(struct taking *taking, const char *what, struct str before, struct str after)
{
    if (str_equal(before, after)) {
        return;
    }
    struct str said = taking->line.said;
    struct str nothing = STR("(trống)");
    struct str is = after.n ? after : nothing;
    taking->line.said =
        before.n ? str_printf(taking->deed->arena, "%.*s%s%s: %.*s → %.*s", STR_ARG(said),
                              said.n ? "; " : "", what, STR_ARG(before), STR_ARG(is))
                 : str_printf(taking->deed->arena, "%.*s%s%s: %.*s", STR_ARG(said),
                              said.n ? "; " : "", what, STR_ARG(is));
    taking->line.end = taking->line.end == IMPORT_SAME ? IMPORT_CHANGED : taking->line.end;
}

/* What was done before the act that was refused stays done, and is said before it. */
static void settle(struct taking *taking, struct verdict verdict)
{
    if (verdict_is_ok(verdict)) {
        return;
    }
    struct out why = out_open(taking->deed->arena, 2 * WHY_BYTES_MAX);
    if (taking->line.end != IMPORT_SAME) {
        out_str_raw(&why,
                    taking->line.end == IMPORT_ADDED ? STR("Đã thêm người. ") : STR("Đã sửa: "));
        out_str_raw(&why, taking->line.said);
        out_str_raw(&why, taking->line.said.n ? STR(". ") : STR(""));
    }
    verdict_write_full(&why, &verdict);
    taking->line.said = out_str(&why);
    taking->line.end = IMPORT_BAD;
}

static struct str day_text(struct arena *arena, struct day day)
{
    struct out out = out_open(arena, 16);
    out_day(&out, day);
    return out_str(&out);
}
