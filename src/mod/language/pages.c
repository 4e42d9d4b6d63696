/* The administration of languages: what is there, one language, taking in and taking away. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "html/language.h"

#include "mod/language/language.h"
#include "text/core.h"
#include "text/tongue.h"

#define ONE_PATH "/qt/ngon-ngu/:code"

static enum status show_one(struct visit *v, const struct pack *tried);
static const char *state_of(const struct known_language *known, bool has_pack, bool is_offered,
                            int64_t translated);
static struct str of_core(struct visit *v, int64_t translated);
static visit_fn after_act;

/* --- all -------------------------------------------------------------------------------------- */

static const struct language_list_row *find_pack(const struct language_list_rows *rows,
                                                 const char *code)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (str_equal(rows->rows[i].code, str_of(code))) {
            return &rows->rows[i];
        }
    }
    return NULL;
}

static int64_t narrations_in(const struct narration_list_rows *rows, const char *code)
{
    int64_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        count += str_equal(rows->rows[i].language, str_of(code));
    }
    return count;
}

enum status language_list_show(struct visit *v)
{
    const struct language_list_rows packs = language_list(&v->snap->conn);
    const struct narration_list_rows narrations = narration_list(&v->snap->conn);
    size_t count = 0;
    while (known_languages[count].code) {
        count++;
    }
    struct languages_item *items = new(v->arena, struct languages_item, count);
    for (size_t i = 0; i < count; i++) {
        const struct known_language *known = &known_languages[i];
        const struct language_list_row *pack = find_pack(&packs, known->code);
        const int64_t translated = pack ? pack->translated : 0;
        items[i] = (struct languages_item){
            .label = known->label,
            .code = str_of(known->code),
            .texts = known->is_built_in ? STR_NONE : of_core(v, translated),
            .state = state_of(known, pack, pack && pack->is_offered, translated),
            .narrations = narrations_in(&narrations, known->code),
            .url = route_url(v, ONE_PATH, str_of(known->code)),
        };
    }
    const struct languages_view view = {
        .page = page_open(v, N_("Ngôn ngữ và bản đọc")),
        .items = items,
        .count = count,
        .core = (int64_t)core_text_count,
    };
    language_list_html(page_body(v), &view);
    return STATUS_OK;
}

static const char *state_of(const struct known_language *known, bool has_pack, bool is_offered,
                            int64_t translated)
{
    if (known->is_built_in) {
        return N_("Có sẵn trong chương trình");
    }
    if (!has_pack) {
        return N_("Chưa có bộ chữ");
    }
    if (!is_offered) {
        return N_("Chưa đủ để bà con chọn");
    }
    return pack_is_enough((size_t)translated) ? N_("Bà con chọn được")
                                              : N_("Bà con chọn được dù chưa đủ");
}

static struct str of_core(struct visit *v, int64_t translated)
{
    return str_printf(v->arena, "%lld/%zu", (long long)translated, core_text_count);
}

/* --- one -------------------------------------------------------------------------------------- */

static void show_narrations(struct visit *v, struct language_view *view)
{
    const struct narration_list_rows rows = narration_list(&v->snap->conn);
    size_t count = 0;
    while (listen_pages[count].key) {
        count++;
    }
    struct narration_item *items = new(v->arena, struct narration_item, count);
    struct choice *choices = new(v->arena, struct choice, count);
    for (size_t i = 0; i < count; i++) {
        const struct str key = str_of(listen_pages[i].key);
        items[i].page = &listen_pages[i];
        choices[i].value = key;
        choices[i].label = tongue_text(v->tongue, listen_pages[i].label);
        for (size_t k = 0; k < rows.count; k++) {
            const struct narration_list_row *row = &rows.rows[k];
            if (str_equal(row->language, view->code) && str_equal(row->page, key)) {
                items[i].sound = route_url(v, "/nghe/:language/:page/:digest", row->language, key,
                                           str_slice(row->digest, 0, 16));
                items[i].seconds = str_printf(v->arena, "%lld", (long long)row->seconds);
                items[i].remove = route_url(v, ONE_PATH "/xoa-ban-doc", view->code);
            }
        }
    }
    view->narrations = items;
    view->narration_count = count;
    view->record_page =
        page_field(v, INPUT_SELECT, language_commands[COMMAND_RECORD].takes, "page");
    page_choices(v, &view->record_page, choices, count);
}

static void show_tried(struct visit *v, const struct pack *pack, struct language_view *view)
{
    const size_t count =
        pack->fault_count < LINE_FAULTS_KEPT ? pack->fault_count : LINE_FAULTS_KEPT;
    struct fault_item *faults = new(v->arena, struct fault_item, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct out sentence = out_open(v->arena, 4096);
        sentence.tongue = v->tongue;
        verdict_write(&sentence, &pack->faults[i].verdict);
        faults[i].line = str_printf(v->arena, "%zu", pack->faults[i].line);
        faults[i].sentence = out_str(&sentence);
    }
    view->tried = pack;
    view->tried_texts = of_core(v, (int64_t)pack->translated);
    view->faults = faults;
    view->fault_count = count;
}

static enum status show_one(struct visit *v, const struct pack *tried)
{
    const struct known_language *known = known_language(v->params[0]);
    struct language_get_row pack;
    if (!known) {
        return STATUS_NOT_FOUND;
    }
    const struct str code = str_of(known->code);
    struct language_view view = {
        .page = page_open(v, known->label),
        .code = code,
        .may_have_pack = !known->is_built_in,
        .has_pack = language_get(&v->snap->conn, &(struct language_get){ .code = code }, &pack),
        .install_to = route_url(v, ONE_PATH "/bo-chu", code),
        .remove_to = route_url(v, ONE_PATH "/bo-bo-chu", code),
        .template = route_url(v, ONE_PATH "/mau.po", code),
        .record_to = route_url(v, ONE_PATH "/ban-doc", code),
        .offer = page_field(v, INPUT_TICK, language_commands[COMMAND_INSTALL].takes, "offer"),
        .file_problem = problem_of(&v->problems, "file"),
        .sound_problem = problem_of(&v->problems, "sound"),
    };
    view.page->back = route_url(v, "/qt/ngon-ngu");
    view.state = state_of(known, view.has_pack, view.has_pack && pack.is_offered,
                          view.has_pack ? pack.translated : 0);
    if (view.has_pack) {
        view.name = pack.name;
        view.texts = of_core(v, pack.translated);
    }
    if (tried) {
        show_tried(v, tried, &view);
    }
    show_narrations(v, &view);
    language_one_html(page_body(v), &view);
    return v->problems.count > 0 || (tried && tried->fault_count > 0) ? STATUS_INVALID : STATUS_OK;
}

enum status language_one_show(struct visit *v)
{
    return show_one(v, NULL);
}

enum status language_template_show(struct visit *v)
{
    const struct known_language *known = known_language(v->params[0]);
    if (!known || known->is_built_in) {
        return STATUS_NOT_FOUND;
    }
    reply_header(v->reply, "Content-Type", STR("text/x-gettext-translation; charset=utf-8"));
    reply_header(v->reply, "Content-Disposition",
                 str_printf(v->arena, "attachment; filename=\"%s.po\"", known->code));
    pack_write_template(page_body(v), str_of(known->code));
    return STATUS_OK;
}

/* --- acts ------------------------------------------------------------------------------------- */

static struct bytes file_of(const struct visit *v, const char *field)
{
    for (size_t i = 0; i < v->form.file_count; i++) {
        const struct form_file *file = &v->form.files[i];
        if (str_equal(file->field, str_of(field)) && file->bytes.n > 0) {
            return (struct bytes){ (const void *)file->bytes.p, file->bytes.n };
        }
    }
    return (struct bytes){ NULL, 0 };
}

/* Tried first, always: a file with faults changes nothing, and each is named with its line. */
enum status language_install_send(struct visit *v)
{
    struct language_install *wish = new(v->arena, struct language_install, 1);
    *wish = (struct language_install){ .file = file_of(v, "file"),
                                       .code = v->params[0],
                                       .offer = form_get(&v->form, "offer").n > 0 };
    if (wish->file.n == 0) {
        visit_problem(v, "file", N_("Hãy chọn tệp .po của người dịch."));
        return show_one(v, NULL);
    }
    const struct pack *pack =
        wish->file.n > PACK_BYTES_MAX
            ? NULL
            : pack_read(v->arena, str_span((const char *)wish->file.p, wish->file.n));
    if (pack && (pack->fault_count > 0 || form_get(&v->form, "thu").p)) {
        return show_one(v, pack);
    }
    return visit_order(v, &language_commands[COMMAND_INSTALL], wish, after_act);
}

enum status language_remove_send(struct visit *v)
{
    struct language_remove *wish = new(v->arena, struct language_remove, 1);
    wish->code = v->params[0];
    return visit_order(v, &language_commands[COMMAND_REMOVE], wish, after_act);
}

enum status language_record_send(struct visit *v)
{
    struct language_record *wish = new(v->arena, struct language_record, 1);
    *wish = (struct language_record){ .language = v->params[0],
                                      .page = form_get(&v->form, "page"),
                                      .sound = file_of(v, "sound") };
    if (wish->sound.n == 0) {
        visit_problem(v, "sound", N_("Hãy chọn tệp ghi âm."));
        return show_one(v, NULL);
    }
    return visit_order(v, &language_commands[COMMAND_RECORD], wish, after_act);
}

enum status language_silence_send(struct visit *v)
{
    struct language_silence *wish = new(v->arena, struct language_silence, 1);
    *wish = (struct language_silence){ v->params[0], form_get(&v->form, "page") };
    return visit_order(v, &language_commands[COMMAND_SILENCE], wish, after_act);
}

static enum status after_act(struct visit *v)
{
    return visit_refused(v) ? show_one(v, NULL) : visit_go(v, route_url(v, ONE_PATH, v->params[0]));
}
