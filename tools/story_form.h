/* What a page of ours lets its reader do: its forms and links, read back from its HTML. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_STORY_FORM_H
#define TOOLS_STORY_FORM_H

#include "base/arena.h"
#include "base/str.h"

/* Only pages that our own templates wrote: attributes are quoted, names in lower case. What does
 * not fit is left out, because a page may have more than a reader wants to see. */
enum { FORMS_MAX = 40, INPUTS_MAX = 60, CHOICES_MAX = 200, LINKS_MAX = 300 };

struct page_input {
    struct str name;
    struct str kind;  /* "text", "radio", "checkbox", "hidden", "file", "select", "textarea", … */
    struct str value; /* as it stands */
    bool is_number;
    struct str *choices; /* of radios, checkboxes and selects */
    size_t choice_count;
};
struct page_form {
    bool is_post;
    struct str action;
    struct page_input *inputs;
    size_t count;
};
struct page_read {
    struct page_form *forms;
    size_t form_count;
    struct str *links; /* those that lead to a page of this house */
    size_t link_count;
};
struct page_read page_read(struct arena *arena, struct str html);

#endif
