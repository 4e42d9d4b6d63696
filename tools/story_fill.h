/* What walkers of a made-up story write into forms: mostly sensible, now and then the worst. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STORY_FILL_H
#define STORY_FILL_H

#include "base/day.h"
#include "story_cast.h"
#include "story_dice.h"
#include "story_form.h"

/* What somebody sent in, and was given for it. */
struct sent_paper {
    struct str code;
    struct str secret;
};

struct filler {
    struct arena *arena;
    struct dice *dice;
    const struct walker *walker;
    const struct sent_paper *paper; /* that the form is about; NULL: none is known */
    struct day today;
};

/* The words of a POST line, each ` "name=value"`; absent when they are too long for a line. */
struct str fill_form(const struct filler *filler, const struct page_form *form);

/* A report as the interface for machines takes it. */
struct str fill_report(struct arena *arena, struct dice *dice);

#endif
