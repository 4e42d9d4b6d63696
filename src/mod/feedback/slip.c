/* Printing slips: codes and secrets are drawn, rows and leaves written. And finding one again. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/slip.h"

#include "text/tongue.h"

static const struct field slips_fields[] = {
    FIELD(struct slips, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Đơn vị nhận")),
    FIELD(struct slips, amount, .rules = FIELD_REQUIRED, .max = 100, .label = N_("Số phiếu")),
};
const struct record slips_record = RECORD("slips", struct slips, slips_fields);

/* What the ledger commits to: which code was given out, and the hash of its secret. */
struct slip_fact {
    struct str code;
    struct str unit;
    struct bytes secret_hash;
    struct person_id by;
};
static const struct field slip_fact_fields[] = {
    FIELD(struct slip_fact, code),
    FIELD(struct slip_fact, unit),
    FIELD(struct slip_fact, secret_hash, .rules = FIELD_PERSONAL),
    FIELD(struct slip_fact, by),
};
const struct record slip_fact_record = RECORD("slip", struct slip_fact, slip_fact_fields);

static void print_one(struct deed *deed, const struct feedback_unit_by_code_row *unit,
                      struct out *answer);
static bool is_heir(struct deed *deed, struct unit_id unit, struct unit_id printed_for);
static struct str code_of(struct str typed);

struct verdict apply_slips(struct deed *deed, const void *args, struct answer *ret)
{
    const struct slips *slips = args;
    struct feedback_unit_by_code_row unit;
    struct feedback_unit_by_code wanted = { .code = slips->unit, .today = deed->today };
    if (!feedback_unit_by_code(&deed->tx->conn, &wanted, &unit) || !unit.prefix.p) {
        return invalid("unit",
                       N_("Không có xã, phường nào mang mã này. Hãy chọn lại trong danh sách."));
    }
    if (!deed_may(deed, POWER_HANDLE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (slips->amount < 1 || slips->amount > SLIPS_MAX) {
        return invalid("amount", N_("Mỗi lần in từ 1 đến 10 phiếu. Hãy ghi lại số phiếu."));
    }
    struct out answer = out_open(deed->arena, SLIPS_MAX * SLIP_LINE_BYTES);
    for (int64_t i = 0; i < slips->amount; i++) {
        print_one(deed, &unit, &answer);
    }
    ret->subject = ID_OF(unit.id);
    ret->text = out_str(&answer);
    return VERDICT_OK;
}

static void print_one(struct deed *deed, const struct feedback_unit_by_code_row *unit,
                      struct out *answer)
{
    char object[OBJECT_ID_BYTES];
    char secret[SECRET_SIGNS + 1];
    uint8_t bits[8];
    struct slip_id id = { deed_new_id(deed) };
    struct person_id by = { deed->author->person.v };
    struct str code = report_new_code(deed, unit->prefix);
    deed_new_object(deed, object);
    deed_random(deed, bits, sizeof bits);
    secret_make(bits, secret);
    struct hash hash = secret_hash(str_of(object), str_of(secret));
    struct bytes kept = { hash.b, HASH_BYTES };
    struct slip_fact fact = { code, unit->code, kept, by };
    slip_insert(deed->tx, &(struct slip_insert){
                              .id = id,
                              .code = code,
                              .object = str_of(object),
                              .secret_hash = kept,
                              .unit_id = unit->id,
                              .printed_at = deed->now,
                              .person_id = by,
                              .position = deed_emit(deed, feedback_fact("slip"), ID_OF(id),
                                                    str_of(object), unit->code, &fact),
                          });
    out_printf(answer, "%.*s %s\n", STR_ARG(code), secret);
}

/* --- finding one again ------------------------------------------------------------------------ */

bool slip_for(struct deed *deed, struct str typed, struct unit_id unit, struct slip_get_row *ret,
              struct verdict *ret_verdict)
{
    char code[CODE_CHARS + 1];
    char doubtful;
    if (code_read(code_of(typed), code, &doubtful) != CODE_GOOD) {
        *ret_verdict = invalid("slip", N_("Mã trên phiếu có ký tự bị nhầm. Mã có 10 ký tự, ví dụ "
                                          "PX-7K3Q-92MX; hãy so lại với phiếu."));
    } else if (!slip_get(&deed->tx->conn, &(struct slip_get){ .code = str_of(code) }, ret)) {
        *ret_verdict = invalid("slip", N_("Không có phiếu in sẵn nào mang mã này. Phiếu thường thì "
                                          "để trống ô này."));
    } else if (!ID_NONE(ret->report_id)) {
        *ret_verdict = invalid("slip", N_("Phiếu này đã nhập rồi. Hãy tìm mã ấy trong hộp thư."));
    } else if (ret->unit_id.v != unit.v && !is_heir(deed, unit, ret->unit_id)) {
        *ret_verdict = verdict_about(
            invalid("slip", N_("Phiếu này in cho đơn vị khác: %s. Hãy chọn đơn vị ấy.")),
            ret->unit_name);
    } else {
        return true;
    }
    return false;
}

/* Slips outlive the unit that printed them. */
static bool is_heir(struct deed *deed, struct unit_id unit, struct unit_id printed_for)
{
    struct slip_unit_is_heir asked = { .unit = unit, .printed_for = printed_for };
    return !slip_unit_is_heir(deed->tx, &asked);
}

/* Behind the last stroke of an address; a telephone's reader types all of it. */
static struct str code_of(struct str typed)
{
    struct str rest = str_trim(typed);
    struct str last = rest;
    while (rest.n > 0) {
        struct str part = str_cut(&rest, '/');
        last = part.n > 0 ? part : last;
    }
    return last;
}

bool slip_waits(struct conn *conn, struct str code, struct slip_get_row *ret)
{
    return slip_get(conn, &(struct slip_get){ .code = code }, ret) && ID_NONE(ret->report_id);
}
