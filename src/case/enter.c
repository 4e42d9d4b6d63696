/* How a case begins: names drawn, a number in the unit's book, people, and the first clocks. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include "base/must.h"

static struct case_names draw(struct deed *deed, const struct case_wish *wish);
static struct str draw_code(struct deed *deed, struct str prefix);
static void put_people(struct deed *deed, const struct case_wish *wish, struct case_file_id id);
static const struct move *first_move(const struct case_kind *kind, const struct case_wish *wish);

struct case_names case_open(const struct case_kind *kind, struct deed *deed,
                            const struct case_wish *wish)
{
    struct case_names names = draw(deed, wish);
    const struct move *move = first_move(kind, wish);
    case_insert(deed->tx, &(struct case_insert){
                              .id = names.id,
                              .kind = str_of(kind->name),
                              .code = names.code,
                              .object = names.object,
                              .secret_hash = { names.secret_hash.b, HASH_BYTES },
                              .unit_id = wish->unit.id,
                              .state = str_of(kind->workflow->states[move->to].name),
                              .subject = wish->subject,
                              .received_on = wish->received_on,
                              .entered_at = deed->now,
                              .channel = wish->channel,
                              .from_body = wish->from_body,
                              .people = wish->signed_by > 0 ? wish->signed_by : 1,
                              .book_year = names.book_year,
                              .book_number = names.book_number,
                              .due_at = CASE_NEVER,
                              .desk_path = str_of(kind->path),
                          });
    put_people(deed, wish, names.id);
    return names;
}

struct verdict case_enter(const struct case_kind *kind, struct deed *deed,
                          const struct case_wish *wish, const struct case_names *names,
                          const struct fact *fact, const void *record)
{
    const struct case_act_rule receipt = { .name = wish->command };
    struct case_work *work = new(deed->arena, struct case_work, 1);
    *work = (struct case_work){ .deed = deed,
                                .kind = kind,
                                .act = &receipt,
                                .args = new(deed->arena, struct case_args, 1),
                                .on = wish->received_on,
                                .move = first_move(kind, wish) };
    struct case_get wanted = { .code = names->code, .kind = str_of(kind->name) };
    if (!case_get(&deed->tx->conn, &wanted, &work->before)) {
        must(deed->tx->conn.failed);
        return VERDICT_OK; /* the batch ends with what failed */
    }
    work->after = case_unchanged(&work->before);
    work->own = kind->load(&deed->tx->conn, &work->before);
    struct verdict verdict = clocks_move(work);
    if (!verdict_is_ok(verdict)) {
        verdict.field = "received_on";
        return verdict;
    }
    clocks_next_due(&deed->tx->conn, &work->after);
    case_begin(deed->tx, &(struct case_begin){ .id = names->id,
                                               .due_at = work->after.due_at,
                                               .due_rule = work->after.due_rule });
    work->document = case_book_words(deed->arena, names->book_number, names->book_year);
    int64_t position = kind->sealed ? CASE_UNTOLD
                                    : deed_emit(deed, fact, ID_OF(names->id), names->object,
                                                wish->unit.code, record);
    case_notice_received(deed, kind, &work->before, case_put_event(work, position));
    return VERDICT_OK;
}

/* Which command begins a case is the program's, not the sender's. */
static const struct move *first_move(const struct case_kind *kind, const struct case_wish *wish)
{
    const struct move *move = NULL;
    must(verdict_is_ok(
        workflow_check(kind->workflow, WORKFLOW_NOWHERE, wish->command, NULL, &move)));
    return move;
}

static struct case_names draw(struct deed *deed, const struct case_wish *wish)
{
    char *object = new(deed->arena, char, OBJECT_ID_BYTES);
    char *secret = new(deed->arena, char, SECRET_SIGNS + 1);
    uint8_t bits[8];
    deed_new_object(deed, object);
    deed_random(deed, bits, sizeof bits);
    secret_make(bits, secret);
    struct case_names names = {
        .id = { deed_new_id(deed) },
        .code = draw_code(deed, wish->unit.prefix),
        .object = str_of(object),
        .secret = str_of(secret),
        .secret_hash = secret_hash(str_of(object), str_of(secret)),
    };
    if (!wish->is_unnumbered) {
        case_book_draw(deed, wish->unit.id, wish->received_on, &names.book_year,
                       &names.book_number);
    }
    return names;
}

void case_book_draw(struct deed *deed, struct unit_id unit, struct day day, int64_t *ret_year,
                    int64_t *ret_number)
{
    int year;
    int month;
    int day_of_month;
    struct case_book_last_row book = { .last = 0 };
    day_split(day, &year, &month, &day_of_month);
    case_book_next(deed->tx, &(struct case_book_next){ .unit_id = unit, .year = year });
    must(case_book_last(&deed->tx->conn, &(struct case_book_last){ .unit_id = unit, .year = year },
                        &book) ||
         deed->tx->conn.failed);
    *ret_year = year;
    *ret_number = book.last;
}

/* A code that is taken is drawn again. */
static struct str draw_code(struct deed *deed, struct str prefix)
{
    char *code = new(deed->arena, char, CODE_CHARS + 1);
    do {
        uint8_t bits[8];
        deed_random(deed, bits, sizeof bits);
        code_make(prefix.n == 2 ? prefix : STR("VN"), bits, code);
    } while (!case_code_is_free(deed->tx, &(struct case_code_is_free){ .code = str_of(code) }));
    return str_of(code);
}

static void put_people(struct deed *deed, const struct case_wish *wish, struct case_file_id id)
{
    for (size_t i = 0; i < wish->people_count; i++) {
        const struct case_person *person = &wish->people[i];
        case_party_insert(deed->tx, &(struct case_party_insert){
                                        .id = { deed_new_id(deed) },
                                        .case_id = id,
                                        .role = str_of(person->role),
                                        .name = person->name,
                                        .address = person->address,
                                        .identity_number = person->identity_number,
                                        .phone = person->phone,
                                        .email = person->email,
                                    });
    }
}

struct str case_book_words(struct arena *arena, int64_t number, int64_t year)
{
    return number > 0 ? str_printf(arena, "%lld/%lld", (long long)number, (long long)year)
                      : STR_NONE;
}
