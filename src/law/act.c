/* The acts of the law room, and citations as people write them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/act.h"

#include "law/say.h"
#include "text/tongue.h"

static struct str place_write(struct scratch *room, const struct out *out, const struct cite *cite);
static bool is_whole(const char *part);
static int compare_numbered(const char *a, const char *b);

const struct act CIVIL_CODE = { "91/2015/QH13", N_("Bộ luật Dân sự"), DAY(2017, 1, 1), DAY_OPEN };
const struct act LABOUR_CODE = { "45/2019/QH14", N_("Bộ luật Lao động"), DAY(2021, 1, 1),
                                 DAY_OPEN };
const struct act CULTURE_DAY = { "28/2026/QH16", N_("Nghị quyết của Quốc hội"), DAY(2026, 7, 1),
                                 DAY_OPEN };

bool act_in_force(const struct act *act, struct day day)
{
    return day_compare(act->from, day) <= 0 &&
           (day_is_none(act->to) || day_compare(day, act->to) <= 0);
}

const struct act *act_law(const struct act *act)
{
    return act && act->details ? act->details : act;
}

void act_write(struct out *out, const struct act *act)
{
    say(out, N_("%s số %s"), say_word(out, act->title), str_of(act->number));
}

bool cite_is_given(const struct cite *cite)
{
    return cite->act || cite->practice;
}

void cite_write(struct out *out, const struct cite *cite)
{
    if (!cite->act) {
        out_str_raw(out, cite->practice ? say_word(out, cite->practice) : STR_NONE);
        return;
    }
    struct scratch room = { "" };
    struct str place = place_write(&room, out, cite);
    struct str title = say_word(out, cite->act->title);
    struct str number = str_of(cite->act->number);
    if (str_is_empty(place)) {
        act_write(out, cite->act);
    } else {
        say(out, N_("%s %s số %s"), place, title, number);
    }
    if (cite->reading) {
        say(out, N_(" (cách hiểu: %s)"), say_word(out, cite->reading));
    }
}

/* "điểm a khoản 1 Điều 27", as much of it as the citation gives. */
static struct str place_write(struct scratch *room, const struct out *out, const struct cite *cite)
{
    struct out place = out_fixed(room->bytes, sizeof(room->bytes));
    place.tongue = out->tongue;
    struct str article = str_of(cite->article);
    struct str clause = str_of(cite->clause);
    if (is_whole(cite->article)) {
        return STR_NONE;
    }
    if (is_whole(cite->clause)) {
        say(&place, N_("Điều %s"), article);
    } else if (!cite->point) {
        say(&place, N_("khoản %s Điều %s"), clause, article);
    } else {
        say(&place, N_("điểm %s khoản %s Điều %s"), str_of(cite->point), clause, article);
    }
    return out_str(&place);
}

static bool is_whole(const char *part)
{
    return !part || str_equal(str_of(part), STR("0"));
}

int cite_compare(const struct cite *a, const struct cite *b)
{
    if (!a->act || !b->act) {
        return a->act ? -1 : b->act ? 1 : str_compare(str_of(a->practice), str_of(b->practice));
    }
    int order = str_compare(str_of(a->act->number), str_of(b->act->number));
    if (order == 0) {
        order = compare_numbered(a->article, b->article);
    }
    if (order == 0) {
        order = compare_numbered(a->clause, b->clause);
    }
    return order ? order : str_compare(str_of(a->point), str_of(b->point));
}

/* A longer run of digits is a larger number: articles have no leading zero. */
static int compare_numbered(const char *a, const char *b)
{
    size_t a_digits = 0;
    size_t b_digits = 0;
    while (a && a[a_digits] >= '0' && a[a_digits] <= '9') {
        a_digits++;
    }
    while (b && b[b_digits] >= '0' && b[b_digits] <= '9') {
        b_digits++;
    }
    if (a_digits != b_digits) {
        return a_digits < b_digits ? -1 : 1;
    }
    return str_compare(str_of(a), str_of(b));
}
