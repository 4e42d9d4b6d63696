/* What the templates of classes are given: words alone. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STYLE_PLAIN_H
#define STYLE_PLAIN_H

#include "text/html.h"

struct style_buttons {
    struct str first;
    struct str second;
    struct str grave;
};

struct style_row {
    struct str matter;
    struct str unit;
    struct str state;
    struct str day;
    struct str number;
};
struct style_table {
    const struct style_row *rows;
    size_t count;
};

struct style_card {
    struct str title;
    struct str text;
    struct str tag;
};
struct style_cards {
    const struct style_card *cards;
    size_t count;
};

struct style_said {
    struct str text;
    bool is_house;
};

struct style_receipt {
    struct str code;
    struct str secret;
    struct safe_html picture;
};

#endif
