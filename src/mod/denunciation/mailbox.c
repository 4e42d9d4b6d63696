/* The mailbox: whoever knows code and secret reads the answers, and writes more. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/denunciation.h"
#include "mod/denunciation/enclosure.h"
#include "mod/denunciation/seal.h"
#include "mod/denunciation/views.h"
#include "text/tongue.h"

enum { MESSAGES_MAX = 200, OPENINGS_MAX = 50 };

struct mailbox_form {
    struct str code;
    struct str secret;
    struct str text;
    int64_t from_page;
};
static const struct field form_fields[] = {
    FIELD(struct mailbox_form, code, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 40,
          .label = N_("Mã đơn")),
    FIELD(struct mailbox_form, secret, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_SECRET,
          .max = 120, .label = N_("Tám âm tiết bí mật")),
    FIELD(struct mailbox_form, text, .max = MESSAGE_CHARS_MAX, .label = N_("Viết thêm")),
    FIELD_FROM_PAGE(struct mailbox_form),
};
static const struct record form_record =
    RECORD("denunciation.mailbox", struct mailbox_form, form_fields);

/* The mailbox as its holder has opened it. */
struct opened_mailbox {
    struct denunciation_write write;
    struct mailbox_form form;
    struct mailbox keys;
    struct denunciation_of_code_row row;
    struct enclosed enclosed;
};

static enum status show(struct visit *v, const struct opened_mailbox *mailbox);
static bool find(struct visit *v, struct opened_mailbox *mailbox);
static enum status seal_written(struct visit *v, struct opened_mailbox *mailbox);
static visit_fn after_write;
static void list_messages(struct visit *v, const struct opened_mailbox *mailbox,
                          struct mailbox_view *view);
static void list_openings(struct visit *v, const struct opened_mailbox *mailbox,
                          struct mailbox_view *view);

enum status mailbox_show(struct visit *v)
{
    return show(v, NULL);
}

enum status mailbox_take(struct visit *v)
{
    struct opened_mailbox *mailbox = new (v->arena, struct opened_mailbox, 1);
    struct mailbox_form *form = &mailbox->form;
    if (!visit_form(v, &form_record, form)) {
        return show(v, NULL);
    }
    struct str wrong = STR_NONE;
    form->code = denunciation_code_read(v->arena, form->code);
    form->secret = mailbox_secret_read(v->arena, form->secret, &wrong);
    if (wrong.p) {
        visit_problem(v, "secret",
                      N_("Có âm tiết không nằm trong danh sách. Hãy xem lại từng âm tiết."));
        return show(v, NULL);
    }
    if (!mailbox_of(form->secret.p ? form->secret : STR("-"), str_of(desk_origin(visit_desk(v))),
                    &mailbox->keys)) {
        return STATUS_BUSY;
    }
    if (!find(v, mailbox)) {
        visit_problem(v, "secret", N_("Mã đơn hoặc âm tiết bí mật không đúng."));
        return show(v, NULL);
    }
    if (str_is_empty(form->text) && v->form.file_count == 0) {
        return show(v, mailbox);
    }
    enum status status = seal_written(v, mailbox);
    if (status) {
        return status == STATUS_INVALID ? show(v, mailbox) : status;
    }
    if (!mailbox->write.sealed.p && !mailbox->write.enclosure.p) {
        return show(v, mailbox);
    }
    forget_sender(v);
    return visit_order(v, &denunciation_commands[COMMAND_WRITE], &mailbox->write, after_write);
}

/* Found by the code, compared by the secret, and both wrong in the same way. */
static bool find(struct visit *v, struct opened_mailbox *mailbox)
{
    struct denunciation_of_code wanted = { .code = mailbox->form.code };
    bool is_there = mailbox->form.code.p && mailbox->form.secret.p &&
                    denunciation_of_code(&v->snap->conn, &wanted, &mailbox->row);
    struct str kept =
        is_there ? str_span(mailbox->row.mailbox_hash.p, mailbox->row.mailbox_hash.n) : STR_NONE;
    return secret_equal(kept, hash_str(&mailbox->keys.hash)) && is_there;
}

/* Words, pictures, or both. */
static enum status seal_written(struct visit *v, struct opened_mailbox *mailbox)
{
    struct denunciation_write *write = &mailbox->write;
    struct str text = mailbox->form.text;
    struct readers readers = readers_of_denunciation(v, mailbox->row.id);
    struct enclosed *enclosed = &mailbox->enclosed;
    if (readers.count == 0) {
        visit_problem(v, NULL, N_("Không còn ai giữ khóa của đơn này để đọc thư."));
        return STATUS_INVALID;
    }
    enum status status = enclosure_take(v, &readers, mailbox->form.from_page, enclosed);
    write->enclosure = enclosed->sealed;
    if (status) {
        return status;
    }
    struct out both = out_open(v->arena, text.n + HASH_BYTES);
    out_str_raw(&both, text);
    out_str_raw(&both, write->enclosure.p ? hash_str(&enclosed->hash) : STR_NONE);
    write->code = mailbox->form.code;
    write->mark = mark_of(v, out_str(&both));
    if (!str_is_empty(text)) {
        write->sealed = seal_for(v, ENVELOPE_CONTENT, &readers, 1, text);
    }
    return write->sealed.p || str_is_empty(text) ? STATUS_OK : STATUS_STORE_FAILED;
}

static enum status after_write(struct visit *v)
{
    const struct opened_mailbox *mailbox = v->order->args;
    return visit_refused(v) ? show(v, NULL) : show(v, mailbox);
}

static enum status show(struct visit *v, const struct opened_mailbox *mailbox)
{
    struct mailbox_view view = {
        .page = page_open(v, N_("Hộp thư của người tố cáo")),
        .code = page_field(v, INPUT_LINE, &form_record, "code"),
        .secret = page_field(v, INPUT_LINE, &form_record, "secret"),
        .text = page_field(v, INPUT_AREA, &form_record, "text"),
        .pictures = enclosure_field(v),
        .from_page = enclosure_from_page_field(v, &form_record),
        .is_open = mailbox != NULL,
    };
    view.page->is_task = true;
    view.page->back = route_url(v, "/to-cao");
    if (mailbox) {
        view.typed_code = mailbox->form.code;
        view.typed_secret = mailbox->form.secret;
        view.unit_name = mailbox->row.unit_name;
        view.received_on = mailbox->row.received_on;
        /* What was sent has been; what was refused is still theirs. */
        view.text.value = v->problems.count > 0 ? view.text.value : STR_NONE;
        if (v->problems.count == 0) {
            uint32_t next = mailbox->enclosed.next_page;
            view.from_page.value = next > 0 ? str_printf(v->arena, "%u", next) : STR_NONE;
            view.next_page = next;
            view.pages = mailbox->enclosed.pages;
        }
        view.settling = settling_view(v, mailbox->row.id);
        list_messages(v, mailbox, &view);
        list_enclosures(v, mailbox->row.id, NULL, (struct denunciation_message_id){ 0 },
                        &view.enclosures, &view.enclosure_count);
        list_openings(v, mailbox, &view);
    }
    denunciation_mailbox_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

/* Answers are sealed to the mailbox too. What the sender wrote is not: whoever is made to give the
 * secret away gives no more than what the officers said. */
static void list_messages(struct visit *v, const struct opened_mailbox *mailbox,
                          struct mailbox_view *view)
{
    struct denunciation_message_list_rows rows = denunciation_message_list(
        &v->snap->conn, &(struct denunciation_message_list){ .denunciation_id = mailbox->row.id,
                                                             .limit = MESSAGES_MAX });
    struct said *list = new (v->arena, struct said, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        const struct denunciation_message_list_row *row = &rows.rows[i];
        list[i] = (struct said){ row->is_from_sender, row->sent_on,
                                 row->is_from_sender
                                     ? STR_NONE
                                     : content_open(v, row->sealed, &mailbox->keys.key, 1) };
    }
    view->messages = list;
    view->message_count = rows.count;
}

static void list_openings(struct visit *v, const struct opened_mailbox *mailbox,
                          struct mailbox_view *view)
{
    struct identity_opening_list_rows rows = identity_opening_list(
        &v->snap->conn, &(struct identity_opening_list){ .denunciation_id = mailbox->row.id,
                                                         .limit = OPENINGS_MAX });
    struct opened *list = new (v->arena, struct opened, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        list[i] = (struct opened){ opening_reason_label(rows.rows[i].reason), rows.rows[i].asked_at,
                                   rows.rows[i].opened_at };
    }
    view->openings = list;
    view->opening_count = rows.count;
}
