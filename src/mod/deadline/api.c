/* The same for programs. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/deadline/pages.h"

#include "base/attr.h"
#include "base/json.h"

/* What rule_write_json() and rule_write_row_json() write, for OpenAPI. */
struct answered {
    struct str rule;
    struct day anchor;
    struct day due;
    struct instant at;
    struct day nominal;
    struct str cite;
    struct str lunar;
};
static const struct field answered_fields[] = {
    FIELD(struct answered, rule),  FIELD(struct answered, anchor),  FIELD(struct answered, due),
    FIELD(struct answered, at),    FIELD(struct answered, nominal), FIELD(struct answered, cite),
    FIELD(struct answered, lunar),
};
const struct record answer_record = RECORD("deadline", struct answered, answered_fields);

struct step_given {
    struct str kind;
    struct day from;
    struct day to;
    struct str text;
};
static const struct field step_fields[] = {
    FIELD(struct step_given, kind),
    FIELD(struct step_given, from),
    FIELD(struct step_given, to),
    FIELD(struct step_given, text),
};
static const struct record step_record = RECORD("step", struct step_given, step_fields);

struct neighbour_given {
    struct str text;
    struct day due;
};
static const struct field neighbour_fields[] = {
    FIELD(struct neighbour_given, text),
    FIELD(struct neighbour_given, due),
};
static const struct record neighbour_record =
    RECORD("neighbour", struct neighbour_given, neighbour_fields);
const struct route_rows answer_rows[] = { { "steps", &step_record },
                                          { "neighbours", &neighbour_record },
                                          { NULL, NULL } };

struct rule_given {
    struct str rule;
    struct str about;
    struct str anchor;
    struct str sense;
    struct str unit;
    int64_t amount;
    struct str when;
    int64_t extensions;
    int64_t extension_amount;
    struct day from;
    struct day to;
    struct str cite;
};
static const struct field rule_fields[] = {
    FIELD(struct rule_given, rule),
    FIELD(struct rule_given, about),
    FIELD(struct rule_given, anchor),
    FIELD(struct rule_given, sense),
    FIELD(struct rule_given, unit),
    FIELD(struct rule_given, amount),
    FIELD(struct rule_given, when),
    FIELD(struct rule_given, extensions),
    FIELD(struct rule_given, extension_amount),
    FIELD(struct rule_given, from),
    FIELD(struct rule_given, to),
    FIELD(struct rule_given, cite),
};
const struct record rule_record = RECORD("rule", struct rule_given, rule_fields);

enum status deadline_api(struct visit *v)
{
    struct due due;
    struct neighbours beside;
    if (!ask_answer(v, &due, &beside)) {
        return STATUS_INVALID;
    }
    struct json json = page_json(v);
    json_object(&json, NULL);
    rule_write_json(&json, &due, beside);
    json_end(&json);
    return STATUS_OK;
}

enum status rules_api(struct visit *v)
{
    struct json json = page_json(v);
    json_object(&json, NULL);
    json_list(&json, "items");
    for (size_t i = 0; i < RULES.count; i++) {
        rule_write_row_json(&json, &RULES.rows[i]);
    }
    json_end(&json);
    json_null(&json, "next");
    json_end(&json);
    return STATUS_OK;
}
