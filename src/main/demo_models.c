/* The models of the demonstration: their moments are told in time, between those of the papers. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

#include <string.h>

#include "base/must.h"

enum { SEED_BYTES = 32, TICK_S = 600, BATCH_MOST = 64 };

static void tell_batch(struct demo_models *models, struct demo_moment_of_model *first,
                       size_t count);
static bool is_there(const struct demo_models *models, const struct demo_moment_of_model *moment);
static void tick(struct demo_models *models);
static struct order *order_of(struct demo_models *models,
                              const struct demo_moment_of_model *moment);
static const void *args_of(struct demo_models *models, const struct demo_moment_of_model *moment,
                           struct author *ret_author);
static const struct model_form *form_of(struct demo_models *models, uint16_t index);
static const struct model_measure_form *measure_of(struct demo_models *models,
                                                   const struct demo_moment_of_model *moment);
static const struct model_act_form *act_of(struct demo_models *models,
                                           const struct demo_moment_of_model *moment);
static const struct model_copy_form *copy_of(struct demo_models *models, uint16_t index);
static const struct model_copy_check_form *check_of(struct demo_models *models,
                                                    const struct demo_moment_of_model *moment);
static const struct model_copy_act_form *copy_act_of(struct demo_models *models,
                                                     const struct demo_moment_of_model *moment);
static const struct model_assess_form *assess_of(struct demo_models *models,
                                                 const struct demo_moment_of_model *moment);
static const struct model_appraise_form *appraise_of(struct demo_models *models,
                                                     const struct demo_moment_of_model *moment);
static const struct model_entry_act_form *entry_act_of(struct demo_models *models,
                                                       const struct demo_moment_of_model *moment);
static void keep(struct demo_models *models, const struct demo_moment_of_model *moment,
                 struct id subject);

bool demo_models_open(struct demo *demo)
{
    struct demo_models *models = new(demo->arena, struct demo_models, 1);
    models->demo = demo;
    models->session = store_reader_open(demo->house.store);
    models->next_tick = day_after(instant_day(demo->now));
    demo->models = models;
    demo_models_draw(models);
    return models->session != NULL;
}

void demo_models_close(struct demo *demo)
{
    store_session_close(demo->models->session);
}

void demo_models_tell(struct demo *demo, struct instant until)
{
    struct demo_models *models = demo->models;
    for (;;) {
        struct demo_moment_of_model *first = &models->moments[models->next];
        struct instant tick_at = { instant_of_day(models->next_tick).s + TICK_S };
        bool has_act =
            models->next < models->count && first->at.s <= until.s && first->at.s < demo->end.s;
        bool has_tick = tick_at.s <= until.s && tick_at.s < demo->end.s;
        if (has_tick && (!has_act || tick_at.s < first->at.s)) {
            demo->now = tick_at;
            tick(models);
            continue;
        }
        if (!has_act) {
            return;
        }
        size_t count = 1;
        while (models->next + count < models->count && count < BATCH_MOST &&
               first[count].at.s == first->at.s) {
            count++;
        }
        demo->now = first->at;
        tell_batch(models, first, count);
        models->next += count;
    }
}

/* What happens in one instant is one batch: a commit costs a disk write. */
static void tell_batch(struct demo_models *models, struct demo_moment_of_model *first, size_t count)
{
    struct demo *demo = models->demo;
    const struct demo_moment_of_model *of[BATCH_MOST];
    struct order *orders[BATCH_MOST];
    size_t given = 0;
    struct arena_mark mark = arena_mark(demo->page);
    for (size_t i = 0; i < count; i++) {
        if (is_there(models, &first[i])) {
            of[given] = &first[i];
            orders[given++] = order_of(models, &first[i]);
        }
    }
    demo_do_all(demo, orders, given);
    for (size_t i = 0; i < given; i++) {
        keep(models, of[i], orders[i]->outcome.answer.subject);
    }
    arena_undo(demo->page, mark);
}

/* What was refused was said; what would have followed from it is not told. */
static bool is_there(const struct demo_models *models, const struct demo_moment_of_model *moment)
{
    uint16_t index = moment->index;
    if (moment->command == COMMAND_DRAFT || moment->command == COMMAND_REGISTER) {
        return true;
    }
    if (moment->command < COMMAND_COPY) {
        return models->models[index].id.v != 0;
    }
    if (moment->command == COMMAND_COPY) {
        int32_t parent = models->copies[index].parent;
        return models->models[models->copies[index].model].id.v != 0 &&
               (parent < 0 || models->copies[parent].id.v != 0);
    }
    if (moment->command < COMMAND_YEAR_ASSESS) {
        return models->copies[index].id.v != 0;
    }
    return moment->command == COMMAND_YEAR_ASSESS
               ? models->models[models->entries[index].model].id.v != 0
               : models->entries[index].id.v != 0;
}

/* The server's own ticks, once a day: whoever is silent is asked, and said to be silent. What they
 * draw follows from the seed too. */
static void tick(struct demo_models *models)
{
    struct demo *demo = models->demo;
    struct arena_mark mark = arena_mark(demo->page);
    uint8_t seed[SEED_BYTES] = "models";
    memcpy(seed + sizeof seed - sizeof demo->seed, &demo->seed, sizeof demo->seed);
    memcpy(seed + sizeof seed - 2 * sizeof demo->seed, &models->ticks, sizeof models->ticks);
    models->ticks++;
    models->next_tick = day_after(models->next_tick);
    struct snap snap;
    random_feign(seed);
    snap_begin(models->session, demo->page, 0, &snap);
    model_hear_news(&snap, demo->house.desk, demo->now);
    model_copies_hear(&snap, demo->house.desk, demo->now);
    snap_end(&snap);
    random_feign(NULL);
    arena_undo(demo->page, mark);
}

/* --- who does what ---------------------------------------------------------------------------- */

static struct order *order_of(struct demo_models *models, const struct demo_moment_of_model *moment)
{
    struct author author = models->demo->city;
    const void *args = args_of(models, moment, &author);
    return demo_order(models->demo, &model_commands[moment->command], args, author);
}

static const struct staff *staff_of(const struct demo_models *models, const char *unit)
{
    return &models->demo->staff[demo_place_of(str_of(unit))];
}

/* The author stays who verifies and decides, where nobody else is said to do it. */
static const void *args_of(struct demo_models *models, const struct demo_moment_of_model *moment,
                           struct author *ret_author)
{
    uint16_t index = moment->index;
    switch (moment->command) {
    case COMMAND_DRAFT:
    case COMMAND_REGISTER:
        *ret_author = staff_of(models, models->models[index].row->unit)->officer;
        return form_of(models, index);
    case COMMAND_APPROVE:
        *ret_author = staff_of(models, models->models[index].row->unit)->leader;
        return act_of(models, moment);
    case COMMAND_STOP:
        *ret_author = staff_of(models, models->models[index].row->unit)->officer;
        return act_of(models, moment);
    case COMMAND_MEASURE:
        *ret_author = staff_of(models, models->models[index].row->unit)->officer;
        return measure_of(models, moment);
    case COMMAND_COPY:
        *ret_author = staff_of(models, demo_copies[index].unit)->officer;
        return copy_of(models, index);
    case COMMAND_COPY_CHECK:
        *ret_author = staff_of(models, demo_copies[index].unit)->officer;
        return check_of(models, moment);
    case COMMAND_COPY_END:
        *ret_author = staff_of(models, demo_copies[index].unit)->officer;
        return copy_act_of(models, moment);
    case COMMAND_COPY_VERIFY:
    case COMMAND_COPY_TURN_DOWN:
        return copy_act_of(models, moment);
    case COMMAND_YEAR_ASSESS:
        *ret_author =
            staff_of(models, models->models[models->entries[index].model].row->unit)->officer;
        return assess_of(models, moment);
    case COMMAND_YEAR_APPRAISE:
        /* Who decides looks only where the two others differ. */
        if (moment->step < DEMO_KEEPERS) {
            *ret_author = models->demo->keepers[moment->step];
        }
        return appraise_of(models, moment);
    default:
        return entry_act_of(models, moment);
    }
}

/* What later moments name by its id. */
static void keep(struct demo_models *models, const struct demo_moment_of_model *moment,
                 struct id subject)
{
    switch (moment->command) {
    case COMMAND_REGISTER:
        models->models[moment->index].id.v = subject.v;
        break;
    case COMMAND_COPY:
        models->copies[moment->index].id.v = subject.v;
        break;
    case COMMAND_YEAR_ASSESS:
        models->entries[moment->index].id.v = subject.v;
        break;
    default:
        break;
    }
}

/* The same for the same thing, however many were told before. */
static struct chance chance_of(const struct demo_models *models, uint64_t salt, uint16_t index,
                               uint8_t step)
{
    enum { INDEX_BITS = 8, SALT_BITS = 24 };
    struct chance chance = { models->demo->seed ^ (salt << SALT_BITS) ^
                             ((uint64_t)index << INDEX_BITS) ^ step };
    chance_next(&chance);
    return chance;
}

/* --- models ----------------------------------------------------------------------------------- */

static struct str contact_of(struct demo_models *models, const char *who, struct chance *chance)
{
    struct str phone = demo_phone(chance, models->demo->page);
    return str_printf(models->demo->page, "%s, %.*s", who, STR_ARG(phone));
}

static const struct model_form *form_of(struct demo_models *models, uint16_t index)
{
    struct demo *demo = models->demo;
    const struct demo_told_model *model = &models->models[index];
    const struct demo_model *row = model->row;
    struct chance chance = chance_of(models, COMMAND_REGISTER, index, 0);
    struct model_form *form = new(demo->page, struct model_form, 1);
    *form = (struct model_form){
        .unit = str_of(row->unit),
        .field = str_of(model_fields[index % MODEL_FIELDS].word),
        .subject = str_of(model_subjects[row->is_of_one].word),
        .person = row->is_of_one ? demo_person_name(&chance, demo->page) : STR_NONE,
        .name = str_of(row->name),
        .reason = str_printf(demo->page, "Minh họa. %s", row->reason),
        .goal = str_of(row->goal),
        .way = str_of(row->way),
        .place = str_of(row->place),
        .forces = str_of(row->forces),
        .resources = str_of(row->resources),
        .begins_on = model->begins_on,
        .product = str_of(row->product),
        .upkeep = str_of(row->upkeep),
        .contact = contact_of(models, row->contact, &chance),
        .cost = row->cost,
        .households = row->households,
        .workdays = row->workdays,
        .land = row->land,
        .road = row->road,
    };
    return form;
}

static const struct model_measure_form *measure_of(struct demo_models *models,
                                                   const struct demo_moment_of_model *moment)
{
    const struct demo_told_model *model = &models->models[moment->index];
    const struct demo_model *row = model->row;
    const struct demo_matter *matter = model->matter;
    struct model_measure_form *form = new(models->demo->page, struct model_measure_form, 1);
    *form = (struct model_measure_form){
        .model = model->id,
        .metric = str_of(row->metric ? row->metric : matter->metric),
        .amount_before = row->before,
        .amount_after = row->after[moment->step],
        .measure = str_of(row->measure ? row->measure : matter->measure),
        .measured_on = moment->on,
        .source = str_of(row->source ? row->source : matter->source),
        .failures = str_of(row->failures[moment->step]),
    };
    if (moment->step == 0) {
        form->needs = str_of(row->needs ? row->needs : matter->needs);
    }
    return form;
}

static const struct model_act_form *act_of(struct demo_models *models,
                                           const struct demo_moment_of_model *moment)
{
    const struct demo_told_model *model = &models->models[moment->index];
    struct model_act_form *form = new(models->demo->page, struct model_act_form, 1);
    bool is_end = moment->command == COMMAND_STOP;
    *form = (struct model_act_form){
        .model = model->id,
        .said = is_end ? str_of(model->row->learned) : STR_NONE,
    };
    return form;
}

/* --- copies ----------------------------------------------------------------------------------- */

static const struct model_copy_form *copy_of(struct demo_models *models, uint16_t index)
{
    const struct demo_copy *row = &demo_copies[index];
    const struct demo_told_copy *copy = &models->copies[index];
    const struct demo_told_model *model = &models->models[copy->model];
    struct chance chance = chance_of(models, COMMAND_COPY, index, 0);
    const char *metric = model->row->metric;
    const char *measure = model->row->measure;
    struct model_copy_form *form = new(models->demo->page, struct model_copy_form, 1);
    *form = (struct model_copy_form){
        .model = model->id,
        .unit = str_of(row->unit),
        .begins_on = copy->begins_on,
        .metric = str_of(metric ? metric : model->matter->metric),
        .measure = str_of(measure ? measure : model->matter->measure),
        .amount_before = row->before,
        .source = STR("Minh họa: đếm lúc bắt đầu, hai người ghi"),
        .contact = contact_of(models, "Chuyên viên phụ trách dân vận", &chance),
    };
    if (copy->parent >= 0) {
        form->parent = models->copies[copy->parent].id;
    }
    return form;
}

static const struct model_copy_check_form *check_of(struct demo_models *models,
                                                    const struct demo_moment_of_model *moment)
{
    static const char SOURCES[] = "Sổ của tổ, đối chiếu một phần tư số dòng|Đếm lại tại chỗ, hai "
                                  "người ghi riêng rồi so|Biên bản kiểm tra có chữ ký người dân";
    const struct demo_copy *row = &demo_copies[moment->index];
    struct chance chance = chance_of(models, COMMAND_COPY_CHECK, moment->index, moment->step);
    struct model_copy_check_form *form = new(models->demo->page, struct model_copy_check_form, 1);
    *form = (struct model_copy_check_form){
        .copy = models->copies[moment->index].id,
        .month = moment->month,
        .amount = row->amounts[moment->step],
        .measured_on = moment->on,
        .source = chance_part(&chance, SOURCES),
        .difficulties = str_of(row->difficulties[moment->step]),
    };
    return form;
}

static const struct model_copy_act_form *copy_act_of(struct demo_models *models,
                                                     const struct demo_moment_of_model *moment)
{
    bool is_verified = moment->command == COMMAND_COPY_VERIFY;
    struct model_copy_act_form *form = new(models->demo->page, struct model_copy_act_form, 1);
    *form = (struct model_copy_act_form){
        .copy = models->copies[moment->index].id,
        .said = is_verified ? STR_NONE : str_of(demo_copies[moment->index].said),
    };
    return form;
}

/* --- years ------------------------------------------------------------------------------------ */

static const struct model_assess_form *assess_of(struct demo_models *models,
                                                 const struct demo_moment_of_model *moment)
{
    const struct demo_told_entry *entry = &models->entries[moment->index];
    struct chance chance = chance_of(models, COMMAND_YEAR_ASSESS, moment->index, 0);
    struct model_assess_form *form = new(models->demo->page, struct model_assess_form, 1);
    form->model = models->models[entry->model].id;
    form->year = entry->year;
    demo_points(demo_entries[moment->index].self, &chance, form->points);
    form->words = demo_assess_words(&chance);
    return form;
}

static const struct model_appraise_form *appraise_of(struct demo_models *models,
                                                     const struct demo_moment_of_model *moment)
{
    int64_t found = demo_entries[moment->index].found[moment->step];
    struct chance chance = chance_of(models, COMMAND_YEAR_APPRAISE, moment->index, moment->step);
    struct model_appraise_form *form = new(models->demo->page, struct model_appraise_form, 1);
    form->entry = models->entries[moment->index].id;
    demo_points(found, &chance, form->points);
    form->words = demo_appraise_words(found, &chance);
    return form;
}

/* What is recognised by the city bears one number for each, as its decisions do. */
static const struct model_entry_act_form *entry_act_of(struct demo_models *models,
                                                       const struct demo_moment_of_model *moment)
{
    enum { COMMUNE, PROVINCE, FIRST_NUMBER = 31 };
    const struct demo_entry *row = &demo_entries[moment->index];
    struct model_entry_act_form *form = new(models->demo->page, struct model_entry_act_form, 1);
    form->entry = models->entries[moment->index].id;
    if (moment->command == COMMAND_YEAR_TURN_DOWN) {
        form->said = str_of(row->said);
    } else if (moment->command == COMMAND_YEAR_RECOGNISE) {
        size_t level = row->ends == YEAR_RECOGNISED ? COMMUNE : PROVINCE;
        form->level = str_of(model_levels[level].word);
        form->decision =
            str_printf(models->demo->page, "%d/QĐ-BCĐ", FIRST_NUMBER + (int)moment->index);
    }
    return form;
}
