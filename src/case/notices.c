/* Letters about a case: to its sender what happened and by when, to colleagues what is due. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/case_private.h"

#include "outbox/outbox.h"
#include "text/format.h"
#include "text/tongue.h"

enum { LETTER_BYTES_MAX = 4096 };

static void put_to_sender(struct deed *deed, const struct case_kind *kind, struct case_file_id file,
                          struct outbox_letter letter);
static void put_to_colleagues(const struct case_work *work, struct outbox_letter letter);
static bool put_to_handler(const struct case_work *work, struct outbox_letter letter);
static void put_to_holders(const struct case_work *work, const char *power,
                           struct outbox_letter letter);
static void write_due(struct out *out, const struct case_kind *kind, struct str rule,
                      struct instant due);
static struct str path_of(struct arena *arena, const char *path, struct str code);
static struct str key_of(struct deed *deed, struct case_event_id event);

/* Letters are in Vietnamese: nobody asked their readers for a language. What was said stays on the
 * page, which asks for the secret. */
void case_notices_put(const struct case_work *work, struct case_event_id event)
{
    const struct case_kind *kind = work->kind;
    struct deed *deed = work->deed;
    int state = workflow_state(kind->workflow, work->after.state);
    struct out body = out_open(deed->arena, LETTER_BYTES_MAX);
    struct outbox_letter letter = {
        .channel = OUTBOX_MAIL,
        .subject =
            str_printf(deed->arena, "%.*s: %s", STR_ARG(work->before.code), work->move->label),
        .about = ID_OF(event),
        .key = key_of(deed, event),
    };
    out_printf(&body, "%.*s: %s. ", STR_ARG(work->before.unit_name), work->move->label);
    if (!(work->act->needs & CASE_INSIDE)) {
        struct out to_sender = out_open(deed->arena, LETTER_BYTES_MAX);
        out_str_raw(&to_sender, out_str(&body));
        out_str_raw(&to_sender, str_of(kind->workflow->states[state].citizen));
        write_due(&to_sender, kind, work->after.due_rule, work->after.due_at);
        struct outbox_letter copy = letter;
        copy.body = out_str(&to_sender);
        put_to_sender(deed, kind, work->before.id, copy);
    }
    write_due(&body, kind, work->after.due_rule, work->after.due_at);
    letter.body = out_str(&body);
    letter.link = path_of(deed->arena, kind->path, work->before.code);
    put_to_colleagues(work, letter);
}

void case_notice_received(struct deed *deed, const struct case_kind *kind,
                          const struct case_get_row *file, struct case_event_id event)
{
    int state = workflow_state(kind->workflow, file->state);
    struct out body = out_open(deed->arena, LETTER_BYTES_MAX);
    out_printf(&body, "%.*s: %s %s", STR_ARG(file->unit_name), kind->workflow->title,
               kind->workflow->states[state].citizen);
    struct outbox_letter letter = {
        .channel = OUTBOX_MAIL,
        .subject = str_printf(deed->arena, "%.*s: đã nhận", STR_ARG(file->code)),
        .body = out_str(&body),
        .about = ID_OF(event),
        .key = key_of(deed, event),
    };
    put_to_sender(deed, kind, file->id, letter);
}

static void put_to_sender(struct deed *deed, const struct case_kind *kind, struct case_file_id file,
                          struct outbox_letter letter)
{
    struct case_of_id_row row;
    if (!kind->public_path) {
        return;
    }
    struct case_parties_rows people =
        case_parties(&deed->tx->conn, &(struct case_parties){ .case_id = file });
    if (!case_of_id(&deed->tx->conn, &(struct case_of_id){ .id = file }, &row)) {
        return;
    }
    letter.link = path_of(deed->arena, kind->public_path, row.code);
    for (size_t i = 0; i < people.count; i++) {
        if (people.rows[i].email.n > 0 && !str_equal(people.rows[i].role, STR("respondent"))) {
            letter.recipient = people.rows[i].email;
            outbox_put(deed, &letter);
        }
    }
}

static void put_to_colleagues(const struct case_work *work, struct outbox_letter letter)
{
    unsigned needs = work->act->needs;
    if ((needs & CASE_TO_HANDLERS) && !put_to_handler(work, letter)) {
        put_to_holders(work, work->kind->handle, letter);
    }
    if (needs & CASE_TO_LEADERS) {
        put_to_holders(work, work->kind->lead, letter);
    }
}

/* False when there is none, or no address, or the handler has left: somebody else must know then.
 * Nobody is told what they did themselves. */
static bool put_to_handler(const struct case_work *work, struct outbox_letter letter)
{
    struct case_mail_of_row row;
    struct person_id handler = work->after.handler_id;
    if (handler.v != 0 && handler.v == work->deed->author->person.v) {
        return true;
    }
    struct case_mail_of wanted = { .id = handler,
                                   .unit_id = work->after.unit_id,
                                   .handle = str_of(work->kind->handle),
                                   .lead = str_of(work->kind->lead),
                                   .on = work->deed->today };
    if (!case_mail_of(&work->deed->tx->conn, &wanted, &row) ||
        !case_is_known(work->kind, &work->deed->tx->conn, &work->before, ID_OF(handler))) {
        return false;
    }
    letter.recipient = row.email;
    outbox_put(work->deed, &letter);
    return true;
}

/* The unit's own people; where none of them has that power and may know of it, those of the nearest
 * unit above. */
static void put_to_holders(const struct case_work *work, const char *power,
                           struct outbox_letter letter)
{
    struct case_mail_holders_rows holders = case_mail_holders(
        &work->deed->tx->conn, &(struct case_mail_holders){ .unit_id = work->after.unit_id,
                                                            .power = str_of(power),
                                                            .on = work->deed->today });
    int64_t nearest = -1;
    for (size_t i = 0; i < holders.count; i++) {
        const struct case_mail_holders_row *row = &holders.rows[i];
        struct id holder = ID_OF(row->id);
        if (!case_is_known(work->kind, &work->deed->tx->conn, &work->before, holder)) {
            continue;
        }
        nearest = nearest < 0 ? row->depth : nearest;
        if (row->depth == nearest && !ID_IS(holder, work->deed->author->person)) {
            letter.recipient = row->email;
            outbox_put(work->deed, &letter);
        }
    }
}

static void write_due(struct out *out, const struct case_kind *kind, struct str rule,
                      struct instant due)
{
    struct term_table terms = *kind->workflow->terms;
    for (size_t i = 0; i < terms.count && rule.p; i++) {
        if (str_equal(str_of(terms.rows[i].name), rule)) {
            out_printf(out, " %s: chậm nhất hết ngày ", terms.rows[i].about);
            format_day(out, instant_day(due));
            out_char(out, '.');
            return;
        }
    }
}

static struct str path_of(struct arena *arena, const char *path, struct str code)
{
    return str_printf(arena, "%s%.*s", path, STR_ARG(code));
}

static struct str key_of(struct deed *deed, struct case_event_id event)
{
    return str_printf(deed->arena, "case %lld", (long long)event.v);
}
