/* By night the ledger is told what came in: leaves in no order, and some that stand for nothing. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/denunciation.h"

#include <string.h>

#include "mod/denunciation/tell.h"

/* So many leaves at least each night, so that a night without any is not seen. */
enum { LEAVES_A_NIGHT_MIN = 16, LEAVES_A_NIGHT_MAX = 2000 };

/* One leaf to come. Without a subject it stands for nothing. */
struct telling {
    int fact;
    struct id subject;
    struct str object;
    struct hash sealed;
};

static size_t gather(struct deed *deed, struct telling *ret);
static void shuffle(struct deed *deed, struct telling *list, size_t count);

/* Whoever sees leaves appear would see the hour in which something came in, and whoever counts
 * them, on which days. So they wait for the night, come mixed, and are never fewer than sixteen. */
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
        deed_emit(deed, &denunciation_facts[list[i].fact], list[i].subject, list[i].object,
                  STR_NONE, &says);
    }
    denunciation_telling_insert(deed->tx,
                                &(struct denunciation_telling_insert){ .id = { deed_new_id(deed) },
                                                                       .told_on = deed->today });
    return VERDICT_OK;
}

static size_t gather(struct deed *deed, struct telling *ret)
{
    enum { HALF = LEAVES_A_NIGHT_MAX / 2 };
    struct conn *conn = &deed->tx->conn;
    size_t count = 0;
    struct denunciation_untold_rows papers = denunciation_untold(
        conn, &(struct denunciation_untold){ .before = deed->today, .limit = HALF });
    for (size_t i = 0; i < papers.count; i++) {
        const struct denunciation_untold_row *row = &papers.rows[i];
        ret[count++] = (struct telling){ FACT_RECEIVED, ID_OF(row->id), row->object,
                                         sealed_hash(row->content, row->identity) };
        denunciation_set_told(deed->tx, &(struct denunciation_set_told){ .id = row->id });
    }
    struct denunciation_message_untold_rows messages = denunciation_message_untold(
        conn, &(struct denunciation_message_untold){ .before = deed->today, .limit = HALF });
    for (size_t i = 0; i < messages.count; i++) {
        const struct denunciation_message_untold_row *row = &messages.rows[i];
        ret[count++] = (struct telling){ FACT_MESSAGE, ID_OF(row->id), row->object,
                                         sealed_hash(row->sealed, (struct bytes){ NULL, 0 }) };
        denunciation_message_set_told(deed->tx,
                                      &(struct denunciation_message_set_told){ .id = row->id });
    }
    while (count < LEAVES_A_NIGHT_MIN) {
        ret[count] = (struct telling){ .fact = FACT_RECEIVED };
        deed_random(deed, ret[count++].sealed.b, HASH_BYTES);
    }
    return count;
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
