/* The rules read as a jurist would: what is missing, doubled, or without its ground. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/rule.h"

#include <string.h>

static const char *fault_of(const struct term *row);
static bool stands_elsewhere(struct term_table rules, size_t i);
static bool law_stands_elsewhere(struct term_table rules, size_t i);
static bool stand_together(const struct term *a, const struct term *b);

size_t rules_audit(struct term_table rules, struct out *faults)
{
    size_t count = 0;
    for (size_t i = 0; i < rules.count; i++) {
        const struct term *row = &rules.rows[i];
        const char *fault = fault_of(row);
        if (fault) {
            out_printf(faults, "%s %x: %s\n", row->name ? row->name : "?", row->when, fault);
            count++;
        }
        if (!fault && stands_elsewhere(rules, i)) {
            out_printf(faults, "%s %x: its other rows are elsewhere\n", row->name, row->when);
            count++;
        }
        if (!fault && law_stands_elsewhere(rules, i)) {
            out_printf(faults, "%s %x: the other rows of its law are elsewhere\n", row->name,
                       row->when);
            count++;
        }
        for (size_t n = 0; !fault && n < i; n++) {
            if (rules.rows[n].name && stand_together(row, &rules.rows[n])) {
                out_printf(faults, "%s %x: two rows for the same day\n", row->name, row->when);
                count++;
            }
        }
    }
    return count;
}

static const char *fault_of(const struct term *row)
{
    bool extends = row->extension_times > 0;
    if (!row->name || !row->about || !row->anchor || row->amount <= 0) {
        return "no name, no deed, no event or no amount";
    }
    if (!cite_is_given(&row->cite)) {
        return "no ground";
    }
    if (extends != (row->extension_amount > 0) || extends != cite_is_given(&row->extension_cite)) {
        return "an extension without amount, number or ground";
    }
    if (row->sense != TERM_BY && (extends || cite_is_given(&row->pause_cite))) {
        return "what is counted back, or lasts, is neither extended nor suspended";
    }
    if (!day_is_none(rule_to(row)) && day_compare(rule_to(row), rule_from(row)) < 0) {
        return "it ends before it begins";
    }
    return NULL;
}

/* Lists show a name once, where its rows are. */
static bool stands_elsewhere(struct term_table rules, size_t i)
{
    const char *name = rules.rows[i].name;
    bool is_next = i > 0 && rules.rows[i - 1].name && strcmp(rules.rows[i - 1].name, name) == 0;
    for (size_t n = 0; !is_next && n < i; n++) {
        if (rules.rows[n].name && strcmp(rules.rows[n].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* And a law once, with its decrees. */
static bool law_stands_elsewhere(struct term_table rules, size_t i)
{
    const struct act *law = act_law(rules.rows[i].cite.act);
    bool is_next = i > 0 && act_law(rules.rows[i - 1].cite.act) == law;
    for (size_t n = 0; !is_next && n < i; n++) {
        if (act_law(rules.rows[n].cite.act) == law) {
            return true;
        }
    }
    return false;
}

static bool stand_together(const struct term *a, const struct term *b)
{
    bool ends_before = !day_is_none(rule_to(a)) && day_compare(rule_to(a), rule_from(b)) < 0;
    bool begins_after = !day_is_none(rule_to(b)) && day_compare(rule_to(b), rule_from(a)) < 0;
    return strcmp(a->name, b->name) == 0 && a->when == b->when && !ends_before && !begins_after;
}
