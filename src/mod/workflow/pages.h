/* workflow: the views of its pages, and what its routes lead to. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WORKFLOW_PAGES_H
#define WORKFLOW_PAGES_H

#include "law/workflow.h"
#include "web/module.h"
#include "web/page.h"

struct workflow_line {
    const char *title;
    struct local_url url;
};
struct workflows_view {
    struct page *page;
    const struct workflow_line *lines;
    size_t count;
};

/* A row of the workflow, said in words. */
struct deed_line {
    struct str from; /* the states in which it is done */
    const char *label;
    const char *to; /* NULL: it stays where it is */
    const char *who;
    struct str terms;
    struct str cite;
};
struct deeds_view {
    const struct deed_line *rows;
    size_t count;
    bool leads_on; /* to another state, all of them */
};
struct workflow_view {
    struct page *page;
    const struct workflow *workflow;
    struct deeds_view moving;
    struct deeds_view staying;
};

visit_fn workflows_page, workflow_page;

#endif
