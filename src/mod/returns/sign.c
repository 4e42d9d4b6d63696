/* Signing a return: its figures and the cases behind them are kept as they were on that day. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/returns/returns.h"
#include "text/tongue.h"

enum { TEXT_BYTES_MAX = 16 << 10 };

static const struct field sign_fields[] = {
    FIELD(struct returns_sign, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Đơn vị")),
    FIELD(struct returns_sign, period, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 10,
          .label = N_("Kỳ báo cáo")),
    FIELD(struct returns_sign, document, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 60,
          .label = N_("Số, ký hiệu văn bản")),
    FIELD(struct returns_sign, reason, .max = 500, .label = N_("Vì sao sửa báo cáo đã ký")),
};
const struct record returns_sign_record = RECORD("returns_sign", struct returns_sign, sign_fields);

struct signed_return {
    struct str unit;
    struct str period;
    int64_t version;
    struct str document;
    struct str reason;
    struct str figures;
    struct person_id by;
};
static const struct field signed_fields[] = {
    FIELD(struct signed_return, unit),    FIELD(struct signed_return, period),
    FIELD(struct signed_return, version), FIELD(struct signed_return, document),
    FIELD(struct signed_return, reason),  FIELD(struct signed_return, figures),
    FIELD(struct signed_return, by),
};
static const struct record signed_record =
    RECORD("signed_return", struct signed_return, signed_fields);
const struct fact returns_facts[1] = {
    { "returns.signed", &signed_record, "A return on letters was signed, or corrected." },
};

static apply_fn apply_sign;
const struct command returns_commands[1] = {
    { "returns.sign", &returns_sign_record, POWER_SIGN, apply_sign,
      "Sign the return of a unit for a period; figures and cases are kept as they are.", NULL },
};

static void keep(struct deed *deed, struct law_return_id id, const struct counted *counted);
static void keep_cases(struct deed *deed, const struct return_figure_insert *figure,
                       const struct figure *question, const struct counted *counted);
static int64_t state_fact(struct deed *deed, const struct returns_sign *sign, int64_t version,
                          struct law_return_id id, const struct counted *counted,
                          struct str object);

struct verdict returns_may_sign(const struct returns_sign *sign, const struct period *period,
                                int64_t newest, struct day today)
{
    if (day_compare(today, period->until) <= 0) {
        return refuse(N_("Kỳ báo cáo chưa kết thúc."), &PERIOD_GROUND);
    }
    if (newest > 0 && str_is_empty(str_trim(sign->reason))) {
        return invalid("reason", N_("Báo cáo này đã ký. Muốn ký bản sửa, hãy nêu lý do."));
    }
    return VERDICT_OK;
}

static struct verdict apply_sign(struct deed *deed, const void *args, struct answer *ret)
{
    const struct returns_sign *sign = args;
    struct conn *conn = &deed->tx->conn;
    struct period period;
    struct return_unit_row unit;
    struct return_newest_row newest = { .version = 0, .object = STR_NONE };
    struct return_unit wanted = { .code = sign->unit, .on = deed->today };
    if (!period_parse(sign->period, &period) || !return_unit(conn, &wanted, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_SIGN, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    return_newest(conn, &(struct return_newest){ .unit_id = unit.id, .period = sign->period },
                  &newest);
    struct verdict verdict = returns_may_sign(sign, &period, newest.version, deed->today);
    struct counted counted = returns_count(conn, unit.id, period, deed->today);
    if (verdict_is_ok(verdict) && counted.tally.is_cut) {
        verdict =
            refuse(N_("Kỳ này có nhiều hồ sơ hơn một báo cáo chứa được; hãy báo cáo theo từng "
                      "đơn vị trực thuộc."),
                   NULL);
    }
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    char *object = new(deed->arena, char, OBJECT_ID_BYTES);
    deed_new_object(deed, object);
    struct return_insert row = {
        .id = { deed_new_id(deed) },
        .unit_id = unit.id,
        .period = sign->period,
        .version = newest.version + 1,
        .signed_at = deed->now,
        .person_id = { deed->author->person.v },
        .document = sign->document,
        .reason = sign->reason,
        .object = str_of(object),
    };
    row.position = state_fact(deed, sign, row.version, row.id, &counted, row.object);
    return_insert(deed->tx, &row);
    keep(deed, row.id, &counted);
    *ret = (struct answer){ .subject = ID_OF(row.id), .text = sign->period };
    return VERDICT_OK;
}

static int64_t state_fact(struct deed *deed, const struct returns_sign *sign, int64_t version,
                          struct law_return_id id, const struct counted *counted, struct str object)
{
    struct signed_return fact = {
        .unit = sign->unit,
        .period = sign->period,
        .version = version,
        .document = sign->document,
        .reason = sign->reason,
        .figures = returns_text(counted, deed->arena),
        .by = { deed->author->person.v },
    };
    return deed_emit(deed, &returns_facts[0], ID_OF(id), object, sign->unit, &fact);
}

static void keep(struct deed *deed, struct law_return_id id, const struct counted *counted)
{
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        for (size_t i = 0; i < FIGURE_COUNT; i++) {
            if (FIGURES[i].is_past) {
                continue;
            }
            struct return_figure_insert figure = {
                .return_id = id,
                .kind = str_of(COLUMNS[c].kind),
                .figure = str_of(FIGURES[i].key),
                .value = figure_value(&FIGURES[i], &COLUMNS[c], counted),
            };
            return_figure_insert(deed->tx, &figure);
            keep_cases(deed, &figure, &FIGURES[i], counted);
        }
    }
}

static void keep_cases(struct deed *deed, const struct return_figure_insert *figure,
                       const struct figure *question, const struct counted *counted)
{
    for (size_t i = 0; i < counted->tally.count; i++) {
        const struct tally_row *row = &counted->tally.rows[i];
        if (str_equal(row->kind, figure->kind) && question->counts(row, &counted->period)) {
            return_case_insert(deed->tx, &(struct return_case_insert){
                                             .return_id = figure->return_id,
                                             .kind = figure->kind,
                                             .figure = figure->figure,
                                             .code = row->code,
                                             .unit_name = row->unit_name,
                                             .desk_path = row->desk_path,
                                         });
        }
    }
}

struct str returns_text(const struct counted *counted, struct arena *arena)
{
    struct out out = out_open(arena, TEXT_BYTES_MAX);
    for (size_t c = 0; c < COLUMN_COUNT; c++) {
        for (size_t i = 0; i < FIGURE_COUNT; i++) {
            if (FIGURES[i].is_past) {
                continue;
            }
            out_printf(&out, "%s.%s=%lld\n", COLUMNS[c].kind, FIGURES[i].key,
                       (long long)figure_value(&FIGURES[i], &COLUMNS[c], counted));
        }
    }
    return out_str(&out);
}
