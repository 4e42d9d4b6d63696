/* By night the ledger is told what came in: leaves in no order, and some that stand for nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/denunciation.h"

#include <string.h>

#include "mod/denunciation/flow.h"
#include "mod/denunciation/tell.h"

/* Their number is always a multiple of this one, and never 0, so that neither a night without any
 * is seen nor how many there were. */
enum {
    LEAVES_STEP = 16,
    LEAVES_A_NIGHT_MAX = 192 * LEAVES_STEP,
    KIND_MAX = LEAVES_A_NIGHT_MAX / 3
};

/* One leaf to come. Without a subject it stands for nothing. `event`: of settling one. */
struct telling {
    struct id subject;
    struct str object;
    struct hash sealed;
    struct case_event_id event;
};

static size_t gather(struct deed *deed, struct telling *ret);
static size_t gather_papers(struct deed *deed, struct telling *ret);
static size_t gather_messages(struct deed *deed, struct telling *ret);
static struct hash hash_of_message(struct deed *deed, struct denunciation_message_id id);
static size_t gather_events(struct deed *deed, struct telling *ret);
static void shuffle(struct deed *deed, struct telling *list, size_t count);

/* Whoever sees leaves appear would see the hour in which something came in, and whoever counts
 * them, on which days. So they wait for the night and come mixed, letters, messages and acts of
 * settling alike. */
void denunciation_tell(struct snap *snap, struct desk *desk, struct instant now)
{
    struct denunciation_telling_newest_row newest;
    struct officer_key_any_row any;
    struct day today = instant_day(now);
    bool is_told = denunciation_telling_newest(&snap->conn, &newest) &&
                   day_compare(newest.told_on, today) >= 0;
    if (is_told || !officer_key_any(&snap->conn, &any)) {
        return;
    }
    desk_do_by_clock(desk, snap, &denunciation_commands[COMMAND_TELL], "");
}

struct verdict apply_denunciation_tell(struct deed *deed, const void *args, struct answer *ret)
{
    struct telling *list = new(deed->arena, struct telling, LEAVES_A_NIGHT_MAX);
    size_t count = gather(deed, list);
    (void)args;
    (void)ret;
    shuffle(deed, list, count);
    for (size_t i = 0; i < count; i++) {
        char object[OBJECT_ID_BYTES];
        struct sealed_fact says = { { list[i].sealed.b, HASH_BYTES } };
        if (!list[i].object.p) {
            deed_new_object(deed, object);
            list[i].object = str_of(object);
        }
        int64_t position = deed_emit(deed, &denunciation_facts[FACT_RECEIVED], list[i].subject,
                                     list[i].object, STR_NONE, &says);
        if (list[i].event.v > 0) {
            case_event_tell(deed->tx,
                            &(struct case_event_tell){ .position = position, .id = list[i].event });
        }
    }
    denunciation_telling_insert(deed->tx,
                                &(struct denunciation_telling_insert){ .id = { deed_new_id(deed) },
                                                                       .told_on = deed->today });
    return VERDICT_OK;
}

static size_t gather(struct deed *deed, struct telling *ret)
{
    size_t count = gather_papers(deed, ret);
    count += gather_messages(deed, ret + count);
    count += gather_events(deed, ret + count);
    while (count == 0 || count % LEAVES_STEP != 0) {
        ret[count] = (struct telling){ .object = STR_NONE };
        deed_random(deed, ret[count++].sealed.b, HASH_BYTES);
    }
    return count;
}

static size_t gather_papers(struct deed *deed, struct telling *ret)
{
    struct denunciation_untold_rows papers = denunciation_untold(
        &deed->tx->conn, &(struct denunciation_untold){ .before = deed->today, .limit = KIND_MAX });
    for (size_t i = 0; i < papers.count; i++) {
        const struct denunciation_untold_row *row = &papers.rows[i];
        ret[i] = (struct telling){ .subject = ID_OF(row->id),
                                   .object = row->object,
                                   .sealed = sealed_hash(row->content, row->identity) };
        denunciation_set_told(deed->tx, &(struct denunciation_set_told){ .id = row->id });
    }
    return papers.count;
}

/* Under an object of its own, as everything but the letter itself: two leaves of one denunciation
 * cannot be put together. */
static size_t gather_messages(struct deed *deed, struct telling *ret)
{
    struct denunciation_message_untold_rows messages = denunciation_message_untold(
        &deed->tx->conn,
        &(struct denunciation_message_untold){ .before = deed->today, .limit = KIND_MAX });
    for (size_t i = 0; i < messages.count; i++) {
        struct denunciation_message_id id = messages.rows[i].id;
        ret[i] = (struct telling){ .subject = ID_OF(id), .sealed = hash_of_message(deed, id) };
        denunciation_message_set_told(deed->tx,
                                      &(struct denunciation_message_set_told){ .id = id });
    }
    return messages.count;
}

static struct hash hash_of_message(struct deed *deed, struct denunciation_message_id id)
{
    struct conn *conn = &deed->tx->conn;
    struct arena_mark mark = arena_mark(conn->arena);
    struct denunciation_message_body_row row;
    struct hash hash = { { 0 } };
    if (denunciation_message_body(conn, &(struct denunciation_message_body){ .id = id }, &row)) {
        hash = sealed_hash(row.sealed, (struct bytes){ NULL, 0 });
    }
    arena_undo(conn->arena, mark);
    return hash;
}

static size_t gather_events(struct deed *deed, struct telling *ret)
{
    struct case_untold_rows events =
        case_untold(&deed->tx->conn, &(struct case_untold){ .kind = str_of(denunciation_kind.name),
                                                            .before = instant_of_day(deed->today),
                                                            .limit = KIND_MAX });
    for (size_t i = 0; i < events.count; i++) {
        struct case_event_id id = events.rows[i].id;
        ret[i] = (struct telling){ .subject = ID_OF(id),
                                   .sealed = settling_sealed(&deed->tx->conn, id),
                                   .event = id };
    }
    return events.count;
}

static void shuffle(struct deed *deed, struct telling *list, size_t count)
{
    for (size_t left = count; left > 1; left--) {
        uint64_t drawn;
        deed_random(deed, &drawn, sizeof drawn);
        size_t place = (size_t)(drawn % left);
        struct telling kept = list[place];
        list[place] = list[left - 1];
        list[left - 1] = kept;
    }
}
