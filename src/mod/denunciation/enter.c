/* Entering a denunciation in the book: from then on it is a case with the clocks of the law. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "case/recount.h"
#include "case/setting.h"
#include "desk/audit.h"
#include "mod/denunciation/settle.h"
#include "text/tongue.h"

static const struct field enter_fields[] = {
    FIELD(struct denunciation_enter, code),
    FIELD(struct denunciation_enter, channel, .rules = FIELD_LINE, .max = 12,
          .label = N_("Người tố cáo đã")),
    FIELD(struct denunciation_enter, received_on, .label = N_("Ngày nhận ghi trên dấu đến")),
};
const struct record denunciation_enter_record =
    RECORD("denunciation.enter", struct denunciation_enter, enter_fields);

static const struct case_act_rule acts[] = {
#define CASE_ACT(act, needs, effect, about) { #act, needs, effect },
#include "mod/denunciation/acts.def"
#undef CASE_ACT
};
static const char *const rights[] = { "TC-POST", NULL };

const struct case_kind denunciation_kind = {
    .name = "denunciation",
    .workflow = &denunciation_flow,
    .acts = acts,
    .act_count = COUNT(acts),
    .commands = &denunciation_commands[COMMAND_FIRST_ACT],
    .recount = &denunciation_commands[COMMAND_RECOUNT],
    .load = settling_load,
    .when = settling_when,
    .check = settling_check,
    .sealed = settling_sealed,
    .is_known = settling_is_known,
    .handle = POWER_HANDLE,
    .lead = POWER_DECIDE,
    .rights = rights,
    .path = "/cb/to-cao/hs/",
};

const struct case_word ENTERING_WAYS[] = {
    { "web", N_("Chỉ gửi qua mạng, chưa ký đơn") },
    { "post", N_("Gửi đơn có chữ ký qua bưu chính") },
    { "counter", N_("Nộp đơn có chữ ký tại trụ sở") },
    { "spoken", N_("Trình bày trực tiếp, đã ký hoặc điểm chỉ vào biên bản") },
};

static bool is_information(struct conn *conn, const struct denunciation_of_code_row *row);
static struct verdict check_form(const struct denunciation_enter *form, struct day today);

struct verdict apply_denunciation_enter(struct deed *deed, const void *args, struct answer *ret)
{
    const struct denunciation_enter *form = args;
    struct conn *conn = &deed->tx->conn;
    struct denunciation_of_code_row row;
    struct denunciation_settling_of_row known;
    struct officer_key_id key;
    struct case_wish wish = { .channel = form->channel, .signed_by = 1 };
    if (!denunciation_of(conn, form->code, deed->author->person, false, &row, &key) ||
        !deed_may(deed, POWER_HANDLE, ID_OF(row.unit_id))) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (denunciation_settling_of(
            conn, &(struct denunciation_settling_of){ .denunciation_id = row.id }, &known)) {
        return invalid("channel", N_("Đơn này đã vào sổ rồi."));
    }
    struct verdict verdict = check_form(form, deed->today);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct case_unit wanted = { .code = row.unit, .on = deed->today };
    if (!case_unit(conn, &wanted, &wish.unit)) {
        return invalid("channel", N_("Đơn vị giữ đơn không còn hoạt động."));
    }
    bool is_web = str_equal(form->channel, STR("web"));
    wish.command = is_web && is_information(conn, &row) ? "inform" : "receive";
    wish.received_on = is_web                           ? row.received_on
                       : day_is_none(form->received_on) ? deed->today
                                                        : form->received_on;
    struct case_names names = case_open(&denunciation_kind, deed, &wish);
    denunciation_settling_insert(deed->tx, &(struct denunciation_settling_insert){
                                               .case_id = names.id, .denunciation_id = row.id });
    *ret = (struct answer){ .subject = ID_OF(names.id), .text = names.code };
    return case_enter(&denunciation_kind, deed, &wish, &names, NULL, NULL);
}

/* What nobody has signed is information with a denunciation in it: always where nobody gave a name,
 * else unless the setting of its day says otherwise. Law: 25/2018/QH14 art. 22, 25. */
static bool is_information(struct conn *conn, const struct denunciation_of_code_row *row)
{
    struct str online = case_setting(conn, LAW_DENUNCIATION_ONLINE, row->received_on);
    return !row->is_named || str_equal(online, STR(ONLINE_IS_INFORMATION));
}

static struct verdict check_form(const struct denunciation_enter *form, struct day today)
{
    bool is_way = false;
    for (size_t i = 0; i < COUNT(ENTERING_WAYS); i++) {
        is_way = is_way || str_equal(form->channel, str_of(ENTERING_WAYS[i].word));
    }
    if (!is_way) {
        return invalid("channel", N_("Hãy chọn đơn đã có chữ ký hay chưa."));
    }
    return day_compare(form->received_on, today) > 0
               ? invalid("received_on", N_("Ngày nhận không thể sau hôm nay."))
               : VERDICT_OK;
}

/* What an act does not ask for is not kept: nothing of the matter comes in beside it. */
struct verdict apply_settling_act(struct deed *deed, const void *args, struct answer *ret)
{
    struct case_args asked = *(const struct case_args *)args;
    unsigned needs = acts[deed->order->command - denunciation_kind.commands].needs;
    asked.said = STR_NONE;
    asked.other = STR_NONE;
    asked.told = needs & CASE_TELLS ? asked.told : STR_NONE;
    asked.reason = needs & CASE_GROUND ? asked.reason : STR_NONE;
    asked.document = needs & CASE_DOCUMENT ? asked.document : STR_NONE;
    return case_carry_out(&denunciation_kind, deed, &asked, ret);
}

struct verdict apply_settling_recount(struct deed *deed, const void *args, struct answer *ret)
{
    (void)ret;
    return case_recount_some(&denunciation_kind, deed, args);
}

/* Of the event, and of the envelopes that the case settles: both are by the object of their own
 * leaf, so a case cannot be hung onto another denunciation. */
struct hash settling_sealed(struct conn *conn, struct case_event_id event)
{
    struct case_event_whole_row row;
    struct denunciation_settling_get_row own = { .object = STR_NONE };
    if (case_event_whole(conn, &(struct case_event_whole){ .id = event }, &row)) {
        struct denunciation_settling_get wanted = { .case_id = row.case_id };
        (void)denunciation_settling_get(conn, &wanted, &own);
    }
    struct hash said = case_event_hash(conn, event);
    return hash_of(
        str_printf(conn->arena, "%.*s%.*s", STR_ARG(own.object), STR_ARG(hash_str(&said))));
}

/* Whose envelopes a case settles, and since when it counts. */
void settling_check(struct conn *conn, struct check *check, const struct case_check_page_row *file,
                    const struct audited_fact *fact)
{
    struct denunciation_settling_get_row row;
    struct case_event_find_row sign;
    struct case_event_first_row first;
    struct case_event_find signing = { .case_id = file->id, .act = STR("sign") };
    (void)fact;
    if (!denunciation_settling_get(conn, &(struct denunciation_settling_get){ .case_id = file->id },
                                   &row)) {
        check_fault(check, "denunciation_settling: thiếu dòng của case_file %lld",
                    (long long)file->id.v);
    }
    bool is_signed = case_event_find(conn, &signing, &sign);
    bool is_begun =
        case_event_first(conn, &(struct case_event_first){ .case_id = file->id }, &first);
    if (!is_begun ||
        day_compare(is_signed ? sign.happened_on : first.happened_on, file->received_on) != 0) {
        check_fault(check, "case_file %lld: cột received_on khác với việc nhận đơn",
                    (long long)file->id.v);
    }
}
