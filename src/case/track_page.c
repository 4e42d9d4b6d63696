/* A case for its sender: opened by the secret, in plain words; and the receipt that proves it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/letter.h"

#include "desk/books.h"
#include "html/case.h"
#include "text/tongue.h"
#include "web/route.h"

static bool load(struct visit *v, const struct case_pages *pages, struct case_get_row *ret);
static void show_opened(struct visit *v, const struct case_pages *pages,
                        const struct case_get_row *file, struct track_case_view *view);
static void show(struct visit *v, const struct case_pages *pages, const struct case_get_row *file,
                 bool is_opened);

enum status case_track_show(struct visit *v, const struct case_pages *pages)
{
    struct case_get_row file;
    if (!load(v, pages, &file)) {
        return STATUS_NOT_FOUND;
    }
    show(v, pages, &file, false);
    return STATUS_OK;
}

/* The secret is never in an address: the page with the sender's own words is the answer to a POST.
 */
enum status case_track_open(struct visit *v, const struct case_pages *pages)
{
    struct case_get_row file;
    if (!load(v, pages, &file)) {
        return STATUS_NOT_FOUND;
    }
    bool is_opened = secret_opens(file.object, file.secret_hash, form_get(&v->form, "secret"));
    if (!is_opened) {
        visit_problem(v, "secret", N_("Mã bí mật không đúng. Mã có 8 ký tự, ghi trên biên nhận."));
    }
    show(v, pages, &file, is_opened);
    return is_opened ? STATUS_OK : STATUS_INVALID;
}

enum status case_proof(struct visit *v, const struct case_pages *pages)
{
    struct case_get_row file;
    struct case_event_first_row first;
    if (!load(v, pages, &file) ||
        !case_event_first(&v->snap->conn, &(struct case_event_first){ .case_id = file.id },
                          &first) ||
        !books_receipt(&v->snap->conn, first.position, page_body(v))) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"bien-nhan-%lld.tlog-proof\"",
                            (long long)first.position));
    return STATUS_OK;
}

static bool load(struct visit *v, const struct case_pages *pages, struct case_get_row *ret)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    return code_read(v->params[0], code, &doubtful) == CODE_GOOD &&
           case_get(&v->snap->conn,
                    &(struct case_get){ .code = str_of(code), .kind = str_of(pages->kind->name) },
                    ret);
}

static void show(struct visit *v, const struct case_pages *pages, const struct case_get_row *file,
                 bool is_opened)
{
    struct track_case_view view = {
        .page = page_open(v, pages->kind->workflow->title),
        .code = file->code,
        .unit_name = file->unit_name,
        .open_to = route_url(v, pages->track_path, file->code),
        .proof = route_url(v, pages->proof_path, file->code),
        .secret_field = { .kind = INPUT_LINE,
                          .name = "secret",
                          .label = N_("Mã bí mật"),
                          .hint = N_("8 ký tự, ghi trên giấy biên nhận"),
                          .problem = problem_of(&v->problems, "secret"),
                          .chars_max = 20 },
    };
    if (is_opened) {
        show_opened(v, pages, file, &view);
    }
    case_track_html(page_body(v), &view);
}

static void show_opened(struct visit *v, const struct case_pages *pages,
                        const struct case_get_row *file, struct track_case_view *view)
{
    const struct case_kind *kind = pages->kind;
    const void *own = kind->load(&v->snap->conn, file);
    struct case_clocks clocks = case_clocks(&v->snap->conn, kind->workflow,
                                            visit_calendar(v, ID_OF(file->unit_id)), file->id);
    struct summary_row *rows = new(v->arena, struct summary_row, CASE_SUMMARY_MAX);
    struct str *advice = new(v->arena, struct str, CASE_SUMMARY_MAX);
    view->sentence = kind->workflow->states[workflow_state(kind->workflow, file->state)].citizen;
    view->holder = case_holder_of(v, file);
    view->summary = (struct summary_view){ rows, pages->summary(v, own, true, rows) };
    view->terms = case_terms_of(v, clocks);
    view->advice = advice;
    view->advice_count = pages->advice(v, own, clocks, advice);
    view->timeline = case_timeline(v, pages, file, true);
    view->letters = case_letters_sent(v, kind, file->id);
    reply_header(v->reply, "Cache-Control", STR("no-store"));
}

/* --- after a command that began one ----------------------------------------------------------- */

struct case_given case_given(struct str answer_text)
{
    struct str rest = answer_text;
    struct case_given given = { .code = str_cut(&rest, ' ') };
    given.secret = rest;
    return given;
}

enum status case_given_show(struct visit *v, const struct case_pages *pages,
                            struct case_given given)
{
    struct case_get_row file;
    struct case_get wanted = { .code = given.code, .kind = str_of(pages->kind->name) };
    if (!case_get(&v->snap->conn, &wanted, &file)) {
        return STATUS_NOT_FOUND;
    }
    struct given_view view = {
        .page = page_open(v, N_("Biên nhận")),
        .code = given.code,
        .secret = given.secret,
        .book = case_book_words(v->arena, file.book_number, file.book_year),
        .unit_name = file.unit_name,
        .received_on = file.received_on,
        .track = route_url(v, pages->track_path, file.code),
        .proof = route_url(v, pages->proof_path, file.code),
    };
    if (visit_may_over(v, pages->kind->handle, ID_OF(file.unit_id))) {
        view.file = route_url(v, pages->case_path, file.code);
    }
    reply_header(v->reply, "Cache-Control", STR("no-store"));
    case_given_html(page_body(v), &view);
    return STATUS_CREATED;
}
