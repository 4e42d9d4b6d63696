/* Wrapping by field descriptors: canonical bytes, each with its length in front, sealed as one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/wrap.h"

#include <string.h>

#include "base/must.h"

enum { LENGTH_BYTES_MAX = 24 };

struct wrapped_order {
    struct str command;
    struct id person;
    struct id post;
    struct id unit;
    bool is_clock;
    bool is_founder;
    struct bytes key;
    struct bytes seed;
};
static const struct field order_fields[] = {
    FIELD(struct wrapped_order, command),  FIELD(struct wrapped_order, person),
    FIELD(struct wrapped_order, post),     FIELD(struct wrapped_order, unit),
    FIELD(struct wrapped_order, is_clock), FIELD(struct wrapped_order, is_founder),
    FIELD(struct wrapped_order, key),      FIELD(struct wrapped_order, seed),
};
static const struct record order_record = RECORD("order", struct wrapped_order, order_fields);

/* Sentences travel as their source text: the tongue is the reader's. */
struct wrapped_outcome {
    struct str status;
    struct str field;
    struct str sentence;
    struct str word;
    struct bytes detail;
    bool has_ground;
    struct str act_number;
    struct str act_title;
    struct day act_from;
    struct day act_to;
    bool has_act;
    struct str article;
    struct str clause;
    struct str point;
    struct str practice;
    struct str reading;
    struct id subject;
    struct bytes text;
    bool is_repeat;
    int64_t first_position;
    int64_t leaf_count;
    int64_t tree_size;
    int64_t batch;
};
#define OF(member) FIELD(struct wrapped_outcome, member)
static const struct field outcome_fields[] = {
    OF(status),     OF(field),          OF(sentence),   OF(word),      OF(detail),  OF(has_ground),
    OF(act_number), OF(act_title),      OF(act_from),   OF(act_to),    OF(has_act), OF(article),
    OF(clause),     OF(point),          OF(practice),   OF(reading),   OF(subject), OF(text),
    OF(is_repeat),  OF(first_position), OF(leaf_count), OF(tree_size), OF(batch),
};
static const struct record outcome_record =
    RECORD("outcome", struct wrapped_outcome, outcome_fields);

static struct str seal(const struct sign_key *key, const char *kind, const struct wrap_place *place,
                       struct str plain, struct arena *arena);
static bool open_parcel(const struct sign_key *key, const char *kind,
                        const struct wrap_place *place, struct str parcel, struct arena *arena,
                        struct str *ret);
static struct str place_text(const char *kind, const struct wrap_place *place, struct arena *arena);
static struct str join(struct str a, struct str b, struct str c, struct arena *arena);
static bool find_status(struct str name, enum status *ret);
static const struct cite *ground_of(const struct wrapped_outcome *w, struct arena *arena);
static const char *z_or_null(struct arena *arena, struct str text);

struct str wrap_order(const struct sign_key *key, const struct wrap_place *place,
                      const struct order *order, struct arena *arena)
{
    const struct command *command = order->command;
    const struct wrapped_order head = {
        .command = str_of(command->name),
        .person = order->author.person,
        .post = order->author.post,
        .unit = order->author.unit,
        .is_clock = order->author.is_clock,
        .is_founder = order->author.is_founder,
        .key = { (const void *)order->key.p, order->key.n },
        .seed = { order->seed, sizeof order->seed },
    };
    struct str besides =
        command->besides ? wrap_record(command->besides, order->args, arena) : STR("");
    struct str plain = join(wrap_record(&order_record, &head, arena),
                            wrap_record(command->takes, order->args, arena), besides, arena);
    return seal(key, "order", place, plain, arena);
}

bool unwrap_order(const struct desk *desk, const struct wrap_place *place, struct str parcel,
                  struct arena *arena, struct order *ret)
{
    struct wrapped_order head = { 0 };
    struct str rest;
    if (!open_parcel(desk_key(desk), "order", place, parcel, arena, &rest) ||
        !unwrap_record(&rest, &order_record, &head) || head.seed.n != sizeof ret->seed) {
        return false;
    }
    const struct command *command = desk_command(desk, head.command);
    if (!command) {
        return false;
    }
    char *args = arena_alloc(arena, 1, (size_t)command->takes->size_bytes + 1);
    bool is_whole = unwrap_record(&rest, command->takes, args) &&
                    (!command->besides || unwrap_record(&rest, command->besides, args)) &&
                    rest.n == 0;
    *ret = (struct order){
        .command = command,
        .args = args,
        .author = { head.person, head.post, head.unit, head.is_clock, head.is_founder },
        .key = { (const void *)head.key.p, head.key.n },
        .seed_given = true,
    };
    memcpy(ret->seed, head.seed.p, sizeof ret->seed);
    return is_whole;
}

struct str wrap_outcome(const struct sign_key *key, const struct wrap_place *place,
                        const struct outcome *outcome, struct arena *arena)
{
    static const struct cite no_ground;
    static const struct act no_act;
    const struct verdict *verdict = &outcome->verdict;
    const struct cite *ground = verdict->because ? verdict->because : &no_ground;
    const struct act *act = ground->act ? ground->act : &no_act;
    const struct wrapped_outcome wrapped = {
        .status = str_of(status_name(verdict->status)),
        .field = str_of(verdict->field),
        .sentence = str_of(verdict->sentence),
        .word = str_of(verdict->word),
        .detail = { (const void *)verdict->detail.p, verdict->detail.n },
        .has_ground = verdict->because != NULL,
        .act_number = str_of(act->number),
        .act_title = str_of(act->title),
        .act_from = act->from,
        .act_to = act->to,
        .has_act = ground->act != NULL,
        .article = str_of(ground->article),
        .clause = str_of(ground->clause),
        .point = str_of(ground->point),
        .practice = str_of(ground->practice),
        .reading = str_of(ground->reading),
        .subject = outcome->answer.subject,
        .text = { (const void *)outcome->answer.text.p, outcome->answer.text.n },
        .is_repeat = outcome->is_repeat,
        .first_position = outcome->first_position,
        .leaf_count = outcome->leaf_count,
        .tree_size = outcome->tree_size,
        .batch = outcome->batch,
    };
    return seal(key, "outcome", place, wrap_record(&outcome_record, &wrapped, arena), arena);
}

bool unwrap_outcome(const struct sign_key *key, const struct wrap_place *place, struct str parcel,
                    struct arena *arena, struct outcome *ret)
{
    struct wrapped_outcome w = { 0 };
    struct str rest;
    enum status status;
    if (!open_parcel(key, "outcome", place, parcel, arena, &rest) ||
        !unwrap_record(&rest, &outcome_record, &w) || rest.n > 0 ||
        !find_status(w.status, &status)) {
        return false;
    }
    *ret = (struct outcome){
        .verdict = { .status = status,
                     .field = z_or_null(arena, w.field),
                     .sentence = z_or_null(arena, w.sentence),
                     .word = z_or_null(arena, w.word),
                     .detail = { (const void *)w.detail.p, w.detail.n },
                     .because = w.has_ground ? ground_of(&w, arena) : NULL },
        .answer = { w.subject, { (const void *)w.text.p, w.text.n } },
        .is_repeat = w.is_repeat,
        .first_position = w.first_position,
        .leaf_count = w.leaf_count,
        .tree_size = w.tree_size,
        .batch = w.batch,
    };
    return true;
}

/* "12:bytes", or "-" for what is absent. */
struct str wrap_record(const struct record *record, const void *value, struct arena *arena)
{
    struct str *parts = new(arena, struct str, (size_t)record->count + 1);
    size_t bytes_max = 0;
    for (size_t i = 0; i < record->count; i++) {
        parts[i] = field_canonical(&record->fields[i], value, arena);
        bytes_max += LENGTH_BYTES_MAX + parts[i].n;
    }
    struct out out = out_open(arena, bytes_max + 1);
    for (size_t i = 0; i < record->count; i++) {
        if (parts[i].p) {
            out_int(&out, (int64_t)parts[i].n);
            out_char(&out, ':');
            out_str_raw(&out, parts[i]);
        } else {
            out_char(&out, '-');
        }
    }
    must(!out.overflowed);
    return out_str(&out);
}

bool unwrap_record(struct str *rest, const struct record *record, void *ret)
{
    for (size_t i = 0; i < record->count; i++) {
        struct str value = STR_NONE;
        int64_t n = 0;
        size_t colon = str_find_byte(*rest, ':');
        if (str_starts(*rest, STR("-"))) {
            *rest = str_slice(*rest, 1, rest->n);
        } else if (colon < rest->n && str_to_int(str_slice(*rest, 0, colon), &n) && n >= 0 &&
                   (size_t)n <= rest->n - colon - 1) {
            value = str_slice(*rest, colon + 1, colon + 1 + (size_t)n);
            *rest = str_slice(*rest, colon + 1 + (size_t)n, rest->n);
        } else {
            return false;
        }
        if (!field_parse_canonical(&record->fields[i], value, ret)) {
            return false;
        }
    }
    return true;
}

static struct str seal(const struct sign_key *key, const char *kind, const struct wrap_place *place,
                       struct str plain, struct arena *arena)
{
    const struct str purpose = STR("kheo handed on\n");
    struct hash derived = hash_hmac(str_span(key->secret, sizeof key->secret), &purpose, 1);
    size_t n = plain.n + SECRET_OVERHEAD_BYTES;
    uint8_t *sealed = new(arena, uint8_t, n);
    secret_seal(derived.b, plain, place_text(kind, place, arena), sealed);
    secret_wipe(&derived, sizeof derived);
    return str_span(sealed, n);
}

static bool open_parcel(const struct sign_key *key, const char *kind,
                        const struct wrap_place *place, struct str parcel, struct arena *arena,
                        struct str *ret)
{
    const struct str purpose = STR("kheo handed on\n");
    if (parcel.n < SECRET_OVERHEAD_BYTES) {
        return false;
    }
    struct hash derived = hash_hmac(str_span(key->secret, sizeof key->secret), &purpose, 1);
    size_t n = parcel.n - SECRET_OVERHEAD_BYTES;
    uint8_t *plain = new(arena, uint8_t, n + 1);
    bool is_open = secret_open(derived.b, parcel, place_text(kind, place, arena), plain);
    secret_wipe(&derived, sizeof derived);
    *ret = str_span(plain, n);
    return is_open;
}

static struct str place_text(const char *kind, const struct wrap_place *place, struct arena *arena)
{
    struct out out = out_open(arena, 2 * place->host.n + 2 * LENGTH_BYTES_MAX);
    out_printf(&out, "%s %lld ", kind, (long long)place->number);
    out_hex(&out, place->host.p, place->host.n);
    must(!out.overflowed);
    return out_str(&out);
}

static struct str join(struct str a, struct str b, struct str c, struct arena *arena)
{
    struct out out = out_open(arena, a.n + b.n + c.n + 1);
    out_str_raw(&out, a);
    out_str_raw(&out, b);
    out_str_raw(&out, c);
    return out_str(&out);
}

/* By name: another version of the program may have another order. */
static bool find_status(struct str name, enum status *ret)
{
    for (unsigned i = 0; i < STATUS_COUNT; i++) {
        if (str_equal(str_of(status_name((enum status)i)), name)) {
            *ret = (enum status)i;
            return true;
        }
    }
    return false;
}

static const struct cite *ground_of(const struct wrapped_outcome *w, struct arena *arena)
{
    struct act *act = new(arena, struct act, 1);
    struct cite *cite = new(arena, struct cite, 1);
    *act = (struct act){ z_or_null(arena, w->act_number), z_or_null(arena, w->act_title),
                         w->act_from, w->act_to };
    *cite = (struct cite){
        .act = w->has_act ? act : NULL,
        .article = z_or_null(arena, w->article),
        .clause = z_or_null(arena, w->clause),
        .point = z_or_null(arena, w->point),
        .practice = z_or_null(arena, w->practice),
        .reading = z_or_null(arena, w->reading),
    };
    return cite;
}

static const char *z_or_null(struct arena *arena, struct str text)
{
    return text.p ? str_z(arena, text) : NULL;
}
