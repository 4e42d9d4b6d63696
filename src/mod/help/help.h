/* What the pages of the guides show. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MOD_HELP_H
#define MOD_HELP_H

#include "web/module.h"
#include "web/page.h"

/* What one wants, and how: the rows of one matter (web/help.h), numbered on from the one before. */
struct guide_section {
    struct str title;
    struct local_url url; /* of the page where it begins; absent: its address has names in it */
    size_t start;
    const char *const *steps;
    size_t step_count;
    const char *const *notes; /* what comes of it */
    size_t note_count;
};

struct guide_view {
    struct page *page;
    const struct help_guide *guide;
    const struct guide_section *sections;
    size_t count;
    struct str address; /* for those who hold the paper */
};

struct guide_item {
    const char *title;
    const char *about;
    struct local_url url;
};
struct guides_view {
    struct page *page;
    struct guide_item items[HELP_ROLES];
    size_t count;
    struct local_url units; /* whom to ask when nothing here helps; absent: nobody says */
};

#endif
