/* When what happens to the models of the demonstration: all moments are drawn beforehand. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo_models.h"

#include <stdlib.h>
#include <string.h>

#include "base/must.h"
#include "law/calendar.h"

enum {
    EARLY_DAYS = 18,   /* in which units enter what they did already */
    EARLY_MONTHS = 20, /* whatever is older than that was there before */
    LIST_DAYS = 3,
    LAST_DAYS = 8, /* before the end; what waits then was entered in them */
    FIRST_HOUR = 8,
    HOUR_S = 3600,
    MINUTE_S = 60,
};

/* The days between which the story is told, and the year that it tells. */
struct times {
    struct day first;
    struct day end;
    struct day years_from; /* on which models are put forward */
    int year;
};

static struct times times_of(const struct demo *demo);
static void draw_models(struct demo_models *models, const struct times *times);
static void draw_model(struct demo_models *models, const struct times *times, uint16_t index,
                       struct chance *chance);
static struct day draw_results(struct demo_models *models, const struct times *times,
                               uint16_t index, struct chance *chance);
static void draw_copies(struct demo_models *models, const struct times *times);
static void draw_checks(struct demo_models *models, uint16_t index, struct chance *chance);
static void draw_entries(struct demo_models *models, const struct times *times);
static void draw_year(struct demo_models *models, const struct times *times, uint16_t index);
static const struct demo_entry *entry_of(const struct demo_model *row, bool is_before,
                                         size_t *ret_place);
static struct day entry_day(const struct times *times, size_t place);
static uint16_t model_of(const struct demo_models *models, const char *key);
static struct demo_moment_of_model *add(struct demo_models *models, int command, uint16_t index,
                                        struct day day);
static struct day later(struct day a, struct day b);
static struct day sooner(struct day a, struct day b);
static int32_t days_between(struct day from, struct day until);
static int compare(const void *a, const void *b);

void demo_models_draw(struct demo_models *models)
{
    struct times times = times_of(models->demo);
    draw_models(models, &times);
    draw_copies(models, &times);
    draw_entries(models, &times);
    qsort(models->moments, models->count, sizeof models->moments[0], compare);
}

/* Models are put forward for a year until the end of March of the next one, so in these months it
 * is still the year before of which there is most to tell. */
static struct times times_of(const struct demo *demo)
{
    enum { MONTHS_FOR_LAST_YEAR = 3, DAYS_FOR_YEAR = 150, DAYS_BEFORE = 45, JANUARY_DAY = 15 };
    struct times times = { .first = instant_day(demo->now), .end = instant_day(demo->end) };
    int month;
    int day;
    day_split(day_add_months(times.end, -MONTHS_FOR_LAST_YEAR), &times.year, &month, &day);
    times.years_from =
        later(later(day_add(times.first, DAYS_BEFORE), day_of(times.year, 1, JANUARY_DAY)),
              day_add(times.end, -DAYS_FOR_YEAR));
    return times;
}

/* --- models ----------------------------------------------------------------------------------- */

static void draw_models(struct demo_models *models, const struct times *times)
{
    const struct demo_matter *const fields[MODEL_FIELDS] = {
        demo_matters_economy, demo_matters_culture, demo_matters_defence, demo_matters_politics
    };
    struct chance chance = { models->demo->seed ^ 0x6d };
    for (size_t i = 0; i < DEMO_MODELS; i++) {
        /* One of each field in turn, as they come in. */
        const struct demo_matter *matter =
            &fields[i % MODEL_FIELDS][i / MODEL_FIELDS % DEMO_MATTERS];
        struct demo_told_model *model = &models->models[i];
        model->matter = matter;
        model->row = &matter->told[i / MODEL_FIELDS / DEMO_MATTERS];
        model->begins_on = day_add(day_add_months(times->end, -(int32_t)model->row->begun),
                                   -(int32_t)chance_below(&chance, EARLY_DAYS));
        draw_model(models, times, (uint16_t)i, &chance);
    }
}

/* What is done with one: it is entered, goes onto the list, is measured, and may be stopped. */
static void draw_model(struct demo_models *models, const struct times *times, uint16_t index,
                       struct chance *chance)
{
    enum { AFTER_LAST = 20, BEFORE_LIST = 100 };
    struct demo_told_model *model = &models->models[index];
    const struct demo_model *row = model->row;
    size_t place;
    struct day day = times->first;
    bool is_early = row->begun >= EARLY_MONTHS || entry_of(row, false, &place);
    if (row->life == WAITS || row->life == IS_DRAFT) {
        day = day_add(times->end, -(int32_t)chance_between(chance, 2, LAST_DAYS));
        while (!calendar_works_on(&CALENDAR_VIETNAM, day)) {
            day = day_before(day);
        }
        int command = row->life == WAITS ? COMMAND_REGISTER : COMMAND_DRAFT;
        add(models, command, index, day);
        return;
    }
    if (row->life == GOES_SILENT) {
        /* All on the first day: a year and a month later it is found to be silent. */
        add(models, COMMAND_REGISTER, index, day);
        add(models, COMMAND_APPROVE, index, day)->at.s += HOUR_S;
        struct demo_moment_of_model *measured = add(models, COMMAND_MEASURE, index, day);
        measured->at.s += 2 * HOUR_S;
        measured->on = later(day_add(day, -LIST_DAYS), model->begins_on);
        model->listed_on = day;
        return;
    }
    day = day_add(day, (int32_t)chance_below(chance, EARLY_DAYS));
    if (!is_early) {
        int32_t room = days_between(times->first, times->end) - BEFORE_LIST;
        day = later(day_add(times->first, (int32_t)chance_between(chance, EARLY_DAYS, room)),
                    day_add(model->begins_on, LIST_DAYS));
    }
    day = instant_day(add(models, COMMAND_REGISTER, index, day)->at);
    day = day_add(day, (int32_t)chance_between(chance, 1, LIST_DAYS));
    model->listed_on = instant_day(add(models, COMMAND_APPROVE, index, day)->at);
    day = draw_results(models, times, index, chance);
    if (row->life == IS_STOPPED) {
        day = day_add(day, AFTER_LAST + (int32_t)chance_below(chance, AFTER_LAST));
        add(models, COMMAND_STOP, index, day);
    }
}

/* Its results, at equal distances; those of a year in which it is put forward in that year. The day
 * of the last one. */
static struct day draw_results(struct demo_models *models, const struct times *times,
                               uint16_t index, struct chance *chance)
{
    enum { AFTER_LIST = 5, BEFORE_ENTRY = 6, BEFORE_STOP = 100, YEAR_END = 30, SPREAD = 40 };
    const struct demo_told_model *model = &models->models[index];
    size_t before;
    size_t now;
    bool was_put = entry_of(model->row, true, &before);
    bool is_put = entry_of(model->row, false, &now);
    struct day from = day_add(model->listed_on, AFTER_LIST);
    struct day until = day_add(times->end, -LAST_DAYS - (int32_t)chance_below(chance, SPREAD));
    if (is_put) {
        until = day_add(entry_day(times, now), -BEFORE_ENTRY);
    } else if (model->row->life == IS_STOPPED) {
        until = day_add(times->end, -BEFORE_STOP);
    }
    size_t count = 0;
    while (count < COUNT(model->row->after) && model->row->failures[count]) {
        count++;
    }
    struct day day = from;
    for (size_t i = 0; i < count; i++) {
        /* The last is at the end where a year asks for it, else each is amid its part. */
        int32_t halves = 2 * (int32_t)i + (is_put ? 2 : 1);
        int32_t part = days_between(from, until) * halves / (2 * (int32_t)count);
        day = i == 0 && was_put ? from : later(day_add(from, part), day_after(day));
        struct demo_moment_of_model *moment = add(models, COMMAND_MEASURE, index, day);
        day = instant_day(moment->at);
        moment->step = (uint8_t)i;
        moment->on = day_add(day, -(int32_t)chance_between(chance, 0, 2));
        if ((i == 0 && was_put) || (i + 1 == count && is_put)) {
            int year = times->year - (i == 0 && was_put);
            moment->on = sooner(moment->on, day_of(year, 12, YEAR_END));
        }
        moment->on = later(moment->on, model->begins_on);
    }
    return day;
}

/* --- copies ----------------------------------------------------------------------------------- */

static int32_t parent_of(const struct demo_copy *copy)
{
    int32_t i = (int32_t)demo_copy_count - 1;
    while (i >= 0 && (!copy->parent || strcmp(demo_copies[i].model, copy->model) != 0 ||
                      strcmp(demo_copies[i].unit, copy->parent) != 0)) {
        i--;
    }
    must(i >= 0 || !copy->parent);
    return i;
}

static void draw_copies(struct demo_models *models, const struct times *times)
{
    enum { AFTER_LIST = 5, AFTER_PARENT = 4, FROM_DAY = 28, SPREAD = 25 };
    struct chance chance = { models->demo->seed ^ 0xc0 };
    must(demo_copy_count <= COUNT(models->copies));
    for (uint16_t i = 0; i < demo_copy_count; i++) {
        const struct demo_copy *row = &demo_copies[i];
        struct demo_told_copy *copy = &models->copies[i];
        copy->model = model_of(models, row->model);
        copy->parent = parent_of(row);
        copy->begins_on = day_add(day_add_months(times->end, -(int32_t)row->begun),
                                  -(int32_t)chance_below(&chance, EARLY_DAYS));
        struct day day = day_add(times->first, FROM_DAY + (int32_t)chance_below(&chance, SPREAD));
        day = later(day, day_add(models->models[copy->model].listed_on, AFTER_LIST));
        day = later(day, copy->begins_on);
        if (copy->parent >= 0) {
            must((uint16_t)copy->parent < i); /* rows stand behind those that they name */
            day = later(day, day_add(models->copies[copy->parent].told_on, AFTER_PARENT));
        }
        copy->told_on = instant_day(add(models, COMMAND_COPY, i, day)->at);
        draw_checks(models, i, &chance);
    }
}

static void draw_checks(struct demo_models *models, uint16_t index, struct chance *chance)
{
    enum { MEASURED_AFTER = 2, REPORTED_AFTER = 4, SPREAD = 10, LOOKED_AFTER = 6, LEFT_AFTER = 35 };
    const struct demo_told_copy *copy = &models->copies[index];
    struct day day = copy->told_on;
    int64_t verified = 0;
    uint8_t step = 0;
    bool is_again = false;
    for (const char *sign = demo_copies[index].plan; *sign; sign++) {
        if (*sign == 'E') {
            day = day_add(day, LEFT_AFTER + (int32_t)chance_below(chance, SPREAD));
            add(models, COMMAND_COPY_END, index, day);
            return;
        }
        int64_t month = model_copy_next_month(verified);
        struct day opens_on = model_copy_opens_on(copy->begins_on, month);
        day = later(day_add(opens_on, REPORTED_AFTER), day_add(day, REPORTED_AFTER));
        day = day_add(day, (int32_t)chance_below(chance, SPREAD));
        struct demo_moment_of_model *check = add(models, COMMAND_COPY_CHECK, index, day);
        check->on = day_add(opens_on, (int32_t)chance_below(chance, MEASURED_AFTER));
        if (is_again) {
            check->on = day_before(instant_day(check->at));
        }
        check->month = month;
        check->step = step++;
        day = instant_day(check->at);
        if (*sign == 'W') {
            return;
        }
        day = day_add(day, LOOKED_AFTER + (int32_t)chance_below(chance, SPREAD));
        int command = *sign == 'V' ? COMMAND_COPY_VERIFY : COMMAND_COPY_TURN_DOWN;
        day = instant_day(add(models, command, index, day)->at);
        is_again = *sign != 'V';
        verified = is_again ? verified : month;
    }
}

/* --- years ------------------------------------------------------------------------------------ */

static void draw_entries(struct demo_models *models, const struct times *times)
{
    must(demo_entry_count <= COUNT(models->entries));
    for (uint16_t i = 0; i < demo_entry_count; i++) {
        models->entries[i].model = model_of(models, demo_entries[i].model);
        models->entries[i].year = times->year - demo_entries[i].is_before;
        draw_year(models, times, i);
    }
}

/* Put forward, looked at by one after the other, decided. */
static void draw_year(struct demo_models *models, const struct times *times, uint16_t index)
{
    static const int decides[YEAR_STATES] = { [YEAR_RECOGNISED] = COMMAND_YEAR_RECOGNISE,
                                              [YEAR_OUTSTANDING] = COMMAND_YEAR_CHOOSE,
                                              [YEAR_PROPOSED] = COMMAND_YEAR_PROPOSE };
    enum { STEPS_MOST = 8, STEP_DAYS_MOST = 12, STEP_DAYS_LEAST = 1 };
    const struct demo_entry *row = &demo_entries[index];
    struct day day = entry_day(times, index);
    int32_t step = (days_between(day, times->end) - LAST_DAYS) / STEPS_MOST;
    step = step < STEP_DAYS_LEAST ? STEP_DAYS_LEAST : step;
    step = step > STEP_DAYS_MOST ? STEP_DAYS_MOST : step;
    day = instant_day(add(models, COMMAND_YEAR_ASSESS, index, day)->at);
    for (size_t i = 0; i < DEMO_APPRAISERS && row->found[i] > 0; i++) {
        struct demo_moment_of_model *moment =
            add(models, COMMAND_YEAR_APPRAISE, index, day_add(day, step));
        moment->step = (uint8_t)i;
        day = instant_day(moment->at);
    }
    if (row->ends == YEAR_TURNED_DOWN) {
        add(models, COMMAND_YEAR_TURN_DOWN, index, day_add(day, step));
        return;
    }
    for (int state = YEAR_RECOGNISED; state <= (int)row->ends; state++) {
        day = instant_day(add(models, decides[state], index, day_add(day, step))->at);
    }
}

/* Of the year that is told, or of the one before. */
static const struct demo_entry *entry_of(const struct demo_model *row, bool is_before,
                                         size_t *ret_place)
{
    for (size_t i = 0; i < demo_entry_count; i++) {
        if (demo_entries[i].is_before == is_before &&
            strcmp(demo_entries[i].model, row->key) == 0) {
            *ret_place = i;
            return &demo_entries[i];
        }
    }
    return NULL;
}

/* When it is put forward. For the year before from January to March; for the year that is told the
 * sooner the more was decided about it, and the least is left for the last days. */
static struct day entry_day(const struct times *times, size_t place)
{
    enum { APART = 6, FIRST_JANUARY = 8, AFTER_FIRST = 32, MARCH = 3, MARCH_DAY = 20 };
    static const int32_t percent[YEAR_STATES] = {
        [YEAR_ASSESSED] = 65,   [YEAR_APPRAISED] = 35, [YEAR_RECOGNISED] = 12,
        [YEAR_OUTSTANDING] = 8, [YEAR_PROPOSED] = 2,   [YEAR_TURNED_DOWN] = 15,
    };
    const struct demo_entry *row = &demo_entries[place];
    if (row->is_before) {
        struct day day =
            later(day_of(times->year, 1, FIRST_JANUARY), day_add(times->first, AFTER_FIRST));
        return sooner(day_add(day, (int32_t)place * APART), day_of(times->year, MARCH, MARCH_DAY));
    }
    int32_t days = days_between(times->years_from, times->end) - LAST_DAYS;
    return day_add(times->years_from,
                   days * (percent[row->ends] + (int32_t)(place % APART) * 2) / 100);
}

/* --- what they share -------------------------------------------------------------------------- */

static uint16_t model_of(const struct demo_models *models, const char *key)
{
    uint16_t i = 0;
    while (i < DEMO_MODELS && strcmp(models->models[i].row->key, key) != 0) {
        i++;
    }
    must(i < DEMO_MODELS);
    return i;
}

/* On the first working day from then; all of a day within one minute, so that they share a batch.
 */
static struct demo_moment_of_model *add(struct demo_models *models, int command, uint16_t index,
                                        struct day day)
{
    enum { MINUTES = 50, STRIDE = 37 };
    must(models->count < COUNT(models->moments));
    day = calendar_working_day_from(&CALENDAR_VIETNAM, day);
    struct demo_moment_of_model *moment = &models->moments[models->count];
    *moment = (struct demo_moment_of_model){
        .at = instant_of_day(day),
        .number = (uint32_t)models->count++,
        .command = command,
        .index = index,
    };
    moment->at.s += FIRST_HOUR * HOUR_S + day.n * STRIDE % MINUTES * MINUTE_S;
    return moment;
}

static struct day later(struct day a, struct day b)
{
    return day_compare(a, b) > 0 ? a : b;
}

static struct day sooner(struct day a, struct day b)
{
    return day_compare(a, b) < 0 ? a : b;
}

static int32_t days_between(struct day from, struct day until)
{
    return until.n - from.n;
}

static int compare(const void *a, const void *b)
{
    const struct demo_moment_of_model *one = a;
    const struct demo_moment_of_model *other = b;
    if (one->at.s != other->at.s) {
        return one->at.s < other->at.s ? -1 : 1;
    }
    return one->number < other->number ? -1 : one->number > other->number;
}
