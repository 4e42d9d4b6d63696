/* Commands on one who is there already: corrected, ended, let in again; who must not be last. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/acts.h"

#include "text/collate.h"
#include "text/tongue.h"

enum { POSTS_MAX = 100 };

static struct verdict find_person(struct deed *deed, struct person_id id,
                                  struct person_get_row *ret);
static void end_posts(struct deed *deed, struct person_id person);
static void state_person(struct deed *deed, enum identity_fact fact,
                         const struct person_get_row *person, struct str note);

struct verdict identity_person_change(struct deed *deed, const void *args, struct answer *ret)
{
    const struct person_change *change = args;
    struct person_get_row person = { 0 };
    struct verdict verdict = find_person(deed, change->person, &person);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (person.version != change->version) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    verdict = person_rule(person.sign_in, change->name);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct person_change_says says = { change->name, change->phone, change->email };
    person_edit(deed->tx,
                &(struct person_edit){ .id = person.id,
                                       .name = change->name,
                                       .name_key = collate_person(deed->arena, change->name),
                                       .phone = change->phone.n ? change->phone : STR_NONE,
                                       .email = change->email.n ? change->email : STR_NONE,
                                       .version = person.version + 1 });
    deed_emit(deed, &IDENTITY_FACTS[FACT_PERSON_CHANGED], ID_OF(person.id), person.object, STR_NONE,
              &says);
    bool is_renamed = !str_equal(change->name, person.name);
    note_event(deed, FACT_PERSON_CHANGED, person.id, STR_NONE,
               is_renamed ? str_printf(deed->arena, "%.*s → %.*s", STR_ARG(person.name),
                                       STR_ARG(change->name))
                          : STR_NONE);
    ret->subject = ID_OF(person.id);
    return VERDICT_OK;
}

struct verdict identity_person_end(struct deed *deed, const void *args, struct answer *ret)
{
    const struct person_end *end = args;
    struct person_get_row person = { 0 };
    struct verdict verdict = find_person(deed, end->person, &person);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (deed->author->person.v == person.id.v) {
        return refuse(N_("Không ai tự cho mình thôi việc. Hãy nhờ một người quản trị khác."), NULL);
    }
    if (person.ended_at.s != 0) {
        return refuse(N_("Người này đã thôi làm việc."), NULL);
    }
    verdict = leaves_someone(deed, person.id, (struct post_id){ 0 }, (struct power_grant_id){ 0 });
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    end_posts(deed, person.id);
    person_set_ended(deed->tx,
                     &(struct person_set_ended){ .id = person.id, .ended_at = deed->now });
    session_delete_others(deed->tx, &(struct session_delete_others){ .person_id = person.id });
    state_person(deed, FACT_PERSON_ENDED, &person, end->note);
    ret->subject = ID_OF(person.id);
    return VERDICT_OK;
}

struct verdict identity_person_return(struct deed *deed, const void *args, struct answer *ret)
{
    const struct person_return *back = args;
    struct person_get_row person = { 0 };
    struct verdict verdict = find_person(deed, back->person, &person);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    if (person.ended_at.s == 0) {
        return refuse(N_("Người này vẫn đang làm việc."), NULL);
    }
    person_set_ended(deed->tx, &(struct person_set_ended){ .id = person.id });
    state_person(deed, FACT_PERSON_RETURNED, &person, STR_NONE);
    ret->subject = ID_OF(person.id);
    return VERDICT_OK;
}

struct verdict leaves_someone(struct deed *deed, struct person_id person, struct post_id post,
                              struct power_grant_id grant)
{
    struct last_held_row last;
    if (!last_held(&deed->tx->conn,
                   &(struct last_held){
                       .person_id = person, .post = post, .grant = grant, .on = deed->today },
                   &last)) {
        return VERDICT_OK;
    }
    return verdict_about(refuse(N_("Đây là người quản trị cuối cùng của “%s”. Hãy cấp quyền quản "
                                   "trị cho một người khác trước."),
                                NULL),
                         last.unit_name);
}

void note_event(struct deed *deed, enum identity_fact fact, struct person_id person,
                struct str power, struct str said)
{
    person_event_insert(deed->tx,
                        &(struct person_event_insert){ .id = { deed_new_id(deed) },
                                                       .person_id = person,
                                                       .fact = str_of(IDENTITY_FACTS[fact].name),
                                                       .power = power,
                                                       .said = said,
                                                       .by_id = { deed->author->person.v },
                                                       .at = deed->now });
}

/* Only by one who manages every place where the person works: an act on a person reaches them all.
 */
static struct verdict find_person(struct deed *deed, struct person_id id,
                                  struct person_get_row *ret)
{
    struct person_get_row person;
    if (!person_get(&deed->tx->conn, &(struct person_get){ .id = id }, &person)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!may_change_sign_in(deed, id)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    *ret = person;
    return VERDICT_OK;
}

/* Yesterday was their last day, as with powers that are taken back. */
static void end_posts(struct deed *deed, struct person_id person)
{
    struct posts_of_person_rows posts = posts_of_person(
        &deed->tx->conn,
        &(struct posts_of_person){ .person_id = person, .on = deed->today, .limit = POSTS_MAX });
    for (size_t i = 0; i < posts.count; i++) {
        post_set_until(deed->tx, &(struct post_set_until){ .id = posts.rows[i].id,
                                                           .until_on = day_before(deed->today) });
        state_post(deed, FACT_POST_ENDED, posts.rows[i].id);
    }
}

static void state_person(struct deed *deed, enum identity_fact fact,
                         const struct person_get_row *person, struct str note)
{
    struct person_end_says says = { note };
    deed_emit(deed, &IDENTITY_FACTS[fact], ID_OF(person->id), person->object, STR_NONE, &says);
    note_event(deed, fact, person->id, STR_NONE, note.n ? note : STR_NONE);
}
