/* A copy for those who verify: opened, written anew, blacked out, and sealed to them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "desk/wrap.h"
#include "html/denunciation.h"
#include "mod/denunciation/views.h"
#include "studio/studio.h"
#include "text/format.h"
#include "text/tongue.h"
#include "web/asset.h"

enum {
    VERIFIER_CHOICES_MAX = 100,
    HANDED_CHARS_MAX = TEXT_LONG_CHARS_MAX + 2 * ACCUSED_CHARS_MAX,
    BOXES_CHARS_MAX = SCAN_BOXES_MAX * 20,
    BYTES_A_CHAR = 4,
};

struct handing_form {
    struct str passphrase;
    int64_t enclosure; /* whose pictures; 0: none */
    struct str text;   /* absent: it is opened first */
    struct str verifier_1, verifier_2, verifier_3;
    bool gives_1, gives_2, gives_3, gives_4, gives_5;
    bool is_clean; /* the reader has looked for what tells who denounced */
    bool is_shut;  /* it comes from a page without the pictures: they are shown first */
    struct str boxes_1, boxes_2, boxes_3, boxes_4, boxes_5;
};
#define VERIFIER(member, what)                                                                     \
    FIELD(struct handing_form, member, .rules = FIELD_LINE, .max = 20, .label = (what))
#define GIVES(member) FIELD(struct handing_form, member, .label = N_("Giao ảnh này"))
#define BOXES(member)                                                                              \
    FIELD(struct handing_form, member, .max = BOXES_CHARS_MAX, .label = N_("Ô che đen"))
static const struct field form_fields[] = {
    FIELD(struct handing_form, passphrase, .rules = FIELD_LINE | FIELD_SECRET,
          .max = PASSPHRASE_CHARS_MAX, .label = N_("Cụm mật khẩu của khóa")),
    FIELD(struct handing_form, enclosure, .label = N_("Kèm ảnh nào?")),
    FIELD(struct handing_form, text, .max = HANDED_CHARS_MAX,
          .label = N_("Nội dung giao xác minh")),
    VERIFIER(verifier_1, N_("Người xác minh")),
    VERIFIER(verifier_2, N_("Người xác minh thứ hai")),
    VERIFIER(verifier_3, N_("Người xác minh thứ ba")),
    FIELD(struct handing_form, is_clean,
          .label = N_("Tôi đã đọc lại lời và xem lại từng ảnh: không còn gì để lộ ai tố cáo")),
    FIELD(struct handing_form, is_shut),
    GIVES(gives_1),
    GIVES(gives_2),
    GIVES(gives_3),
    GIVES(gives_4),
    GIVES(gives_5),
    BOXES(boxes_1),
    BOXES(boxes_2),
    BOXES(boxes_3),
    BOXES(boxes_4),
    BOXES(boxes_5),
};
static const struct record form_record =
    RECORD("denunciation.handing", struct handing_form, form_fields);
static const char *const VERIFIERS[VERIFIERS_MAX] = { "verifier_1", "verifier_2", "verifier_3" };
static const char *const GIVES_NAMES[ENCLOSURE_PICTURES] = { "gives_1", "gives_2", "gives_3",
                                                             "gives_4", "gives_5" };
static const char *const BOXES_NAMES[ENCLOSURE_PICTURES] = { "boxes_1", "boxes_2", "boxes_3",
                                                             "boxes_4", "boxes_5" };

/* A copy on its way, with what was opened for it. */
struct handing {
    union {
        struct denunciation_act act;
        struct denunciation_hand hand;
    } args;
    struct handing_form form;
    struct denunciation_of_code_row row;
    struct officer_key_id key_id;
    struct officer_keys keys;
    bool is_open;
    struct denunciation_content content;
    struct enclosure enclosure;
};

static bool find(struct visit *v, struct handing *ret);
static enum status open_sealed(struct visit *v, struct handing *handing);
static enum status open_stated(struct visit *v, struct handing *handing);
static visit_fn after_open, after_hand;
static enum status hand_over(struct visit *v, struct handing *handing);
static enum status black_out(struct visit *v, const struct handing *handing, struct rendition *ret);
static struct str plain_and_readers(struct visit *v, struct str plain,
                                    const struct readers *readers);
static void choose_verifiers(struct visit *v, const struct handing *handing, struct readers *ret);
static struct verifier_choices_rows verifiers_for(struct visit *v, const struct handing *handing);
static enum status show(struct visit *v, const struct handing *handing);
static struct field_view enclosure_choice(struct visit *v, const struct handing *handing);
static struct str text_to_begin_with(struct visit *v, const struct handing *handing);
static void show_verifiers(struct visit *v, const struct handing *handing,
                           struct handing_view *view);
static void show_pictures(struct visit *v, const struct handing *handing,
                          struct handing_view *view);
static void keep_marks(struct visit *v, const struct handing *handing, struct handing_view *view);

enum status handing_show(struct visit *v)
{
    struct handing *handing = new(v->arena, struct handing, 1);
    return find(v, handing) ? show(v, handing) : STATUS_NOT_FOUND;
}

enum status handing_take(struct visit *v)
{
    struct handing *handing = new(v->arena, struct handing, 1);
    if (!find(v, handing)) {
        return STATUS_NOT_FOUND;
    }
    if (!visit_form_part(v, &form_record, &handing->form)) {
        return show(v, handing);
    }
    enum status status = officer_keys_open(v, handing->form.passphrase, "passphrase",
                                           handing->key_id, &handing->keys);
    if (status) {
        return status == STATUS_INVALID ? show(v, handing) : status;
    }
    if (!str_is_empty(handing->form.text) && !handing->form.is_shut) {
        status = open_sealed(v, handing);
        return status ? status : hand_over(v, handing);
    }
    return open_stated(v, handing);
}

/* Whoever is shown it has opened it, and the ledger says so before, each time. */
static enum status open_stated(struct visit *v, struct handing *handing)
{
    handing->args.act = (struct denunciation_act){ .code = handing->row.code };
    return visit_order(v, &denunciation_commands[COMMAND_OPEN], &handing->args.act, after_open);
}

static bool find(struct visit *v, struct handing *ret)
{
    return denunciation_of(&v->snap->conn, v->params[0], v->visitor.author.person, false, &ret->row,
                           &ret->key_id) &&
           visit_may_over(v, POWER_HANDLE, ID_OF(ret->row.unit_id));
}

static enum status open_sealed(struct visit *v, struct handing *handing)
{
    struct enclosure_get_row enclosure;
    struct str plain =
        content_open(v, handing->row.content, handing->keys.list, handing->keys.count);
    if (!unwrap_record(&plain, &denunciation_content_record, &handing->content)) {
        return STATUS_STORE_FAILED;
    }
    const struct enclosure_get wanted = { .id = { handing->form.enclosure },
                                          .denunciation_id = handing->row.id };
    if (wanted.id.v > 0 && enclosure_get(&v->snap->conn, &wanted, &enclosure) &&
        !enclosure_open(v, enclosure.sealed, &handing->keys, &handing->enclosure)) {
        return STATUS_STORE_FAILED;
    }
    handing->is_open = true;
    return STATUS_OK;
}

static enum status after_open(struct visit *v)
{
    struct handing *handing = new(v->arena, struct handing, 1);
    *handing = *(const struct handing *)v->order->args;
    enum status status = visit_refused(v) ? STATUS_OK : open_sealed(v, handing);
    return status ? status : show(v, handing);
}

static enum status hand_over(struct visit *v, struct handing *handing)
{
    struct readers readers = { .count = 0 };
    struct rendition *rendition = new(v->arena, struct rendition, 1);
    enum status status = black_out(v, handing, rendition);
    if (status) {
        return status;
    }
    choose_verifiers(v, handing, &readers);
    if (!handing->form.is_clean) {
        visit_problem(v, "is_clean", N_("Hãy đọc lại lời và xem lại từng ảnh rồi đánh dấu."));
    }
    if (v->problems.count > 0) {
        return open_stated(v, handing);
    }
    struct readers own = readers_of_denunciation(v, handing->row.id);
    for (size_t i = 0; i < own.count; i++) {
        readers_add(&readers, (struct bytes){ own.keys[i], BOX_KEY_BYTES });
    }
    rendition->text = handing->form.text;
    struct str plain = wrap_record(&rendition_record, rendition, v->arena);
    handing->args.hand = (struct denunciation_hand){
        .code = handing->row.code,
        .mark = mark_of(v, plain_and_readers(v, plain, &readers)),
        .sealed = seal_for(v, ENVELOPE_CONTENT, &readers, 1, plain),
    };
    v->key = STR_NONE;
    return handing->args.hand.sealed.p ? visit_order(v, &denunciation_commands[COMMAND_HAND],
                                                     &handing->args.hand, after_hand)
                                       : STATUS_STORE_FAILED;
}

/* The same copy to somebody else is another. */
static struct str plain_and_readers(struct visit *v, struct str plain,
                                    const struct readers *readers)
{
    size_t bytes = readers->count * BOX_KEY_BYTES;
    struct out out = out_open(v->arena, plain.n + bytes);
    out_str_raw(&out, plain);
    out_bytes(&out, readers->keys, bytes);
    return out_str(&out);
}

/* Each that is given is drawn anew, also one without a box: the reader's copy and theirs have no
 * byte in common. */
static enum status black_out(struct visit *v, const struct handing *handing, struct rendition *ret)
{
    const struct handing_form *form = &handing->form;
    const bool gives[] = { form->gives_1, form->gives_2, form->gives_3, form->gives_4,
                           form->gives_5 };
    const struct str boxes[] = { form->boxes_1, form->boxes_2, form->boxes_3, form->boxes_4,
                                 form->boxes_5 };
    size_t count = 0;
    for (size_t i = 0; i < ENCLOSURE_PICTURES; i++) {
        struct bytes original = handing->enclosure.picture[i];
        struct scan_order *order = new(v->arena, struct scan_order, 1);
        struct scan scan;
        if (!gives[i] || !original.p) {
            continue;
        }
        if (!scan_boxes_read(boxes[i], &order->boxes)) {
            visit_problem(v, BOXES_NAMES[i],
                          N_("Mỗi dòng là một ô: bốn số từ 0 đến 1000, cách nhau một dấu cách, là "
                             "trái, trên, rộng, cao. Tối đa 32 ô."));
            continue;
        }
        struct studio *studio = visit_studio(v);
        struct str file = str_span(original.p, original.n);
        if (!studio || studio_scan(studio, v->arena, file, order, &scan) != PICTURE_GOOD) {
            return STATUS_BUSY;
        }
        ret->picture[count++] = (struct bytes){ (const void *)scan.jpeg.p, scan.jpeg.n };
    }
    return STATUS_OK;
}

static void choose_verifiers(struct visit *v, const struct handing *handing, struct readers *ret)
{
    const struct handing_form *form = &handing->form;
    const struct str chosen[] = { form->verifier_1, form->verifier_2, form->verifier_3 };
    struct verifier_choices_rows rows = verifiers_for(v, handing);
    for (size_t i = 0; i < rows.count; i++) {
        struct str id = str_printf(v->arena, "%lld", (long long)rows.rows[i].id.v);
        bool is_chosen = false;
        for (size_t k = 0; k < COUNT(chosen); k++) {
            is_chosen = is_chosen || str_equal(chosen[k], id);
        }
        if (is_chosen) {
            readers_add(ret, rows.rows[i].public_key);
        }
    }
    if (ret->count == 0) {
        visit_problem(v, VERIFIERS[0], N_("Hãy chọn ít nhất một người xác minh."));
    }
}

/* Nobody who works where the accused one does; before it was opened, nobody knows where that is. */
static struct verifier_choices_rows verifiers_for(struct visit *v, const struct handing *handing)
{
    struct accused_unit_row accused = { .id = { 0 } };
    struct accused_unit wanted = { .code = handing->content.unit, .on = handing->row.received_on };
    if (handing->is_open) {
        (void)accused_unit(&v->snap->conn, &wanted, &accused);
    }
    return verifier_choices(&v->snap->conn,
                            &(struct verifier_choices){ .unit = handing->row.unit_id,
                                                        .accused = accused.id,
                                                        .power = STR(POWER_VERIFY),
                                                        .on = instant_day(v->now),
                                                        .limit = VERIFIER_CHOICES_MAX });
}

static enum status after_hand(struct visit *v)
{
    const struct handing *handing = v->order->args;
    return visit_refused(v) ? show(v, handing)
                            : visit_go(v, route_url(v, "/cb/to-cao/:code", handing->row.code));
}

/* --- its page --------------------------------------------------------------------------------- */

static enum status show(struct visit *v, const struct handing *handing)
{
    struct handing_view view = {
        .page = page_open(v, N_("Bản giao xác minh")),
        .code = handing->row.code,
        .is_open = handing->is_open,
        .is_being_written = handing->is_open || !str_is_empty(handing->form.text),
        .send_to = route_url(v, "/cb/to-cao/:code/giao", handing->row.code),
        .enclosure = enclosure_choice(v, handing),
        .text = page_field(v, INPUT_AREA, &form_record, "text"),
        .is_clean = page_field(v, INPUT_TICK, &form_record, "is_clean"),
        .passphrase = page_field(v, INPUT_PASSWORD, &form_record, "passphrase"),
    };
    view.page->back = route_url(v, "/cb/to-cao/:code", handing->row.code);
    view.page->js = asset_url("redact.js");
    view.passphrase.is_optional = false;
    view.text.is_optional = false;
    view.is_clean.is_optional = false;
    view.text.hint = N_("Xóa mọi chỗ để lộ ai tố cáo: họ tên, địa chỉ, quan hệ, việc chỉ người đó "
                        "biết. Chép thêm phần cần xác minh trong thư bổ sung, nếu có.");
    if (handing->is_open && str_is_empty(handing->form.text)) {
        view.text.value = text_to_begin_with(v, handing);
    }
    show_verifiers(v, handing, &view);
    show_pictures(v, handing, &view);
    keep_marks(v, handing, &view);
    denunciation_handing_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

static struct field_view enclosure_choice(struct visit *v, const struct handing *handing)
{
    const struct enclosure_item *items;
    size_t count;
    size_t choices = 0;
    struct field_view field = page_field(v, INPUT_RADIOS, &form_record, "enclosure");
    list_enclosures(v, handing->row.id, NULL, (struct denunciation_message_id){ 0 }, &items,
                    &count);
    struct choice *list = new(v->arena, struct choice, count + 1);
    for (size_t i = 0; i < count; i++) {
        struct out label = out_open(v->arena, FORM_PARAMS_MAX);
        label.tongue = v->tongue;
        if (items[i].is_rendition) {
            continue;
        }
        out_str_raw(&label, tongue_text(v->tongue, N_("Ảnh nhận ngày")));
        out_char(&label, ' ');
        format_day(&label, items[i].on);
        list[choices++] = (struct choice){
            .value = str_printf(v->arena, "%lld", (long long)items[i].id.v),
            .label = out_str(&label),
        };
    }
    list[choices++] =
        (struct choice){ .value = STR("0"), .label = tongue_text(v->tongue, N_("Không kèm ảnh")) };
    field.is_optional = false;
    /* The newest first, and the letter's own the last before none. */
    field.value = field.value.n > 0 ? field.value : list[choices > 1 ? choices - 2 : 0].value;
    page_choices(v, &field, list, choices);
    return field;
}

static struct str text_to_begin_with(struct visit *v, const struct handing *handing)
{
    struct out out = out_open(v->arena, HANDED_CHARS_MAX * BYTES_A_CHAR);
    out_str_raw(&out, tongue_text(v->tongue, N_("Người bị tố cáo")));
    out_lit(&out, ": ");
    out_str_raw(&out, handing->content.accused);
    out_lit(&out, "\n\n");
    out_str_raw(&out, handing->content.text);
    return out_str(&out);
}

static void show_verifiers(struct visit *v, const struct handing *handing,
                           struct handing_view *view)
{
    struct verifier_choices_rows rows = verifiers_for(v, handing);
    view->has_verifiers = rows.count > 0;
    for (size_t i = 0; i < VERIFIERS_MAX; i++) {
        struct choice *choices = new(v->arena, struct choice, rows.count);
        for (size_t k = 0; k < rows.count; k++) {
            choices[k] = (struct choice){
                .value = str_printf(v->arena, "%lld", (long long)rows.rows[k].id.v),
                .label = rows.rows[k].name,
            };
        }
        view->verifiers[i] = page_field(v, INPUT_SELECT, &form_record, VERIFIERS[i]);
        page_choices(v, &view->verifiers[i], choices, rows.count);
    }
    view->verifiers[0].is_optional = false;
}

static void show_pictures(struct visit *v, const struct handing *handing, struct handing_view *view)
{
    const struct picture_item *items =
        picture_items(v, handing->enclosure.picture, &view->picture_count);
    struct handed_picture *pictures = new(v->arena, struct handed_picture, view->picture_count);
    for (size_t i = 0; i < view->picture_count; i++) {
        pictures[i] = (struct handed_picture){
            .picture = items[i],
            .boxes_name = BOXES_NAMES[i],
            .is_given = page_field(v, INPUT_TICK, &form_record, GIVES_NAMES[i]),
            .boxes = page_field(v, INPUT_AREA, &form_record, BOXES_NAMES[i]),
        };
        pictures[i].boxes.hint = N_("Kéo trên ảnh để che. Hoặc gõ mỗi dòng một ô: trái, trên, "
                                    "rộng, cao, tính bằng phần nghìn của ảnh.");
    }
    view->pictures = pictures;
}

/* What was marked in pictures that a page without them cannot ask for. */
static void keep_marks(struct visit *v, const struct handing *handing, struct handing_view *view)
{
    struct form_param *kept = new(v->arena, struct form_param, 2 * ENCLOSURE_PICTURES);
    for (size_t i = 0; i < ENCLOSURE_PICTURES && !handing->is_open; i++) {
        const char *const names[] = { GIVES_NAMES[i], BOXES_NAMES[i] };
        for (size_t k = 0; k < COUNT(names); k++) {
            struct str value = form_get(&v->form, names[k]);
            if (value.n > 0) {
                kept[view->kept_count++] = (struct form_param){ str_of(names[k]), value };
            }
        }
    }
    view->kept = kept;
}
