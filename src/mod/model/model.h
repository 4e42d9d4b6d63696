/* What the files of model share: its commands, its facts, its pages and what they show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include "mod/model/flow.h"
#include "mod/model/rules.h"
#include "web/module.h"
#include "web/page.h"

enum {
    COMMAND_DRAFT,
    COMMAND_REGISTER,
    COMMAND_MEASURE,
    COMMAND_APPROVE,
    COMMAND_SEND_BACK,
    COMMAND_DROP,
    COMMAND_STOP,
    COMMAND_ASK,
    COMMAND_LAPSE,
    COMMAND_COPY,
    COMMAND_COPY_CHECK,
    COMMAND_COPY_VERIFY,
    COMMAND_COPY_TURN_DOWN,
    COMMAND_COPY_END,
    COMMAND_COPY_ASK,
    COMMAND_COPY_LAPSE,
    COMMAND_YEAR_ASSESS,
    COMMAND_YEAR_APPRAISE,
    COMMAND_YEAR_RECOGNISE,
    COMMAND_YEAR_TURN_DOWN,
    COMMAND_YEAR_CHOOSE,
    COMMAND_YEAR_PROPOSE,
    COMMAND_COUNT_FIGURES,
    COMMAND_SHEET_SET,
    COMMAND_CALENDAR_SET,
    COMMAND_REMIND,
    COMMAND_COUNT
};
/* Each says all that a row of its table says now; so `kheo check` needs the newest leaf alone. */
enum {
    FACT_SAID,
    FACT_MEASURED,
    FACT_DONE,
    FACT_COPY_SAID,
    FACT_COPY_CHECKED,
    FACT_COPY_DONE,
    FACT_YEAR_SAID,
    FACT_YEAR_APPRAISED,
    FACT_YEAR_DONE,
    FACT_SHEET_SAID,
    FACT_CALENDAR_SAID,
    FACT_REMINDED,
    FACT_STATED,
    FACT_COUNT
};
extern const struct command model_commands[COMMAND_COUNT];
extern const struct fact model_facts[FACT_COUNT];
extern const struct record model_draft_record, model_register_record, model_measure_record,
    model_act_record, model_shown_record, model_result_record;
extern const struct finding model_finding;
enum { FIND_MODELS = 2, MODEL_BOXES = 9, MODEL_MEASURE_FIELDS = 9 };

void model_check(struct snap *snap, struct check *check);
/* A row that its newest leaf says, for `kheo check`. */
struct model_said_row {
    const char *table;
    struct id id;
    int64_t position;
    struct str object;
    int fact;
    const void *row;
};
void model_check_row(struct conn *conn, struct check *check, const struct model_said_row *said);

/* The unit of that code today, or the sentence why there is none. */
struct verdict model_unit_named(struct deed *deed, struct str code, struct model_unit_row *ret);
/* One letter to each of those who hold a power over a unit, the nearest of them. Recipients and
 * channel are filled in; `key` must say what it is about and when. */
struct outbox_letter;
void model_write_to(struct deed *deed, struct unit_id unit, const char *power,
                    const struct outbox_letter *letter);
/* Asks for news where there are none, and says so where nobody answered. */
void model_ask_unit(struct deed *deed, const struct model_get_row *row);
void model_hear_news(struct snap *snap, struct desk *desk, struct instant now);

visit_fn model_list_page, model_show_page, model_desk_page, model_new_page, model_new_take,
    model_edit_page, model_edit_take, model_file_page, model_measure_page, model_measure_take,
    model_act_take;

/* --- the public gallery ----------------------------------------------------------------------- */

struct model_card {
    struct model_list_row row;
    const char *field;
    const char *subject;
    const char *sign; /* of the state, beside its words */
    const char *state;
    struct str each;   /* what it cost a household, in words; absent when nobody says */
    struct str before; /* of the newest result */
    struct str after;
    struct local_url url;
};

struct model_list_view {
    struct page *page;
    struct local_url here;
    struct local_url ranking;
    struct local_url figures;
    struct local_url csv;
    struct local_url atom;
    struct str figure; /* whose models these are, "Tiêu biểu, năm 2026"; absent: all */
    struct field_view words;
    struct field_view unit;
    struct field_view field;
    struct field_view subject;
    struct field_view state;
    struct field_view each_max;
    const struct model_card *cards;
    size_t card_count;
    bool is_late;
    struct pages_view pages;
    struct empty_view empty;
};

struct model_result_view {
    struct model_results_row row;
    struct str before;
    struct str after;
};

struct model_button {
    const char *label;
    struct local_url send_to;
    struct field_view said;
    bool has_said; /* it asks for words */
    bool is_grave;
};

/* A copy that was verified, named on the page of the model that it copies. */
struct model_credit {
    struct model_copy_credit_row row;
    struct str months;
};

/* A year in which it was put forward. */
struct model_year {
    struct model_entry_years_row row;
    struct str year;
    const char *state;
    const char *grade;
    const char *level;
    struct str result;
    struct local_url url; /* of the officer's page */
};

struct model_acts_view {
    struct page *page;
    const struct model_button *buttons;
    size_t button_count;
    struct timeline_view done;
};

struct model_show_view {
    struct page *page;
    struct model_get_row row;
    const char *field;
    const char *subject;
    const char *sign;
    const char *state;
    const char *about_state;
    struct str lesson; /* why it was stopped, and what was learned; absent when it was not */
    struct str money;  /* these four absent when nobody says */
    struct str households;
    struct str workdays;
    struct str land;
    struct str road;
    struct str each;
    const struct model_result_view *results;
    size_t result_count;
    bool has_evidence;
    /* Of the public page (copy_ranking.c). */
    bool has_copies;
    struct model_standing_get_row standing;
    const struct model_credit *credits;
    size_t credit_count;
    struct local_url tree;
    struct local_url wish;          /* none for a model that is done no more */
    const struct model_year *years; /* on the public page those that were recognised */
    size_t year_count;
    /* Of the officer's page. */
    struct local_url public_url;
    struct local_url assess;
    struct local_url edit;
    struct local_url measure;
    struct model_acts_view acts;
};

/* --- the desk --------------------------------------------------------------------------------- */

struct model_desk_item {
    struct model_desk_list_row row;
    const char *field;
    const char *state;
    struct local_url url;
};

struct model_desk_view {
    struct page *page;
    struct local_url add;
    struct local_url calendar;
    struct tabs_view tabs;
    const struct model_desk_item *items;
    size_t item_count;
    struct pages_view pages;
    struct empty_view empty;
};

struct model_form_view {
    struct page *page;
    struct local_url send_to;
    struct field_view unit;
    struct field_view field;
    struct field_view subject;
    struct field_view person;
    struct field_view boxes[MODEL_BOXES];
    struct field_view begins_on;
    struct field_view contact;
    struct field_view cost;
    struct field_view households;
    struct field_view workdays;
    struct field_view land;
    struct field_view road;
};

struct model_measure_view {
    struct page *page;
    struct str name;
    struct local_url send_to;
    struct field_view fields[MODEL_MEASURE_FIELDS];
};

/* --- words that several pages need ------------------------------------------------------------ */

/* The unit for which someone may enter models; of several grants the first. */
struct unit_id model_own_unit(const struct visit *v);
/* That over which someone holds a power; of several the first, 0 of none. */
struct unit_id model_unit_of(const struct visit *v, const char *power);
/* The one whose code the parameter `unit` is, if someone holds one of the powers over it; else the
 * first over which he holds one. False: it is not the one that was asked for. */
bool model_unit_shown(struct visit *v, const char *const *powers, size_t count,
                      struct unit_id *ret);
/* Those over which someone holds a power, with all below them, to choose from. */
void model_offer_units(struct visit *v, struct field_view *field, const char *power);
const char *model_state_label(struct str state);
const char *model_state_sign(struct str state);
/* What a row of the history says was done; "" for what the workflow does not know. */
const char *model_act_label(const struct workflow *flow, struct str act);
struct str model_number(struct visit *v, int64_t number);
struct str model_id_str(struct visit *v, int64_t id);
/* "1.200.000 đồng mỗi hộ", absent without households. */
struct str model_cost_each(struct visit *v, int64_t cost, int64_t households);
/* The choices of a word, the first of which stands for none or for all. */
void model_word_choices(struct visit *v, struct field_view *field, const struct model_word *words,
                        size_t count, const char *none);
/* The units that have a model, the first choice for all of them. */
void model_unit_choices(struct visit *v, struct field_view *field);
/* "Hội Phụ nữ": what an organisation is. */
const char *model_kind_label(struct str kind);
bool model_of_path(struct visit *v, struct model_get_row *ret);
/* The years in which it was put forward, or those alone in which it was recognised. */
void model_show_years(struct visit *v, struct model_show_view *view, bool only_recognised);
/* Where it is copied: the part of its public page that says so. */
void model_show_copies(struct visit *v, struct model_show_view *view);

#endif
