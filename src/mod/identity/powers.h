/* The powers that there are, for those who give them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_POWERS_H
#define IDENTITY_POWERS_H

#include "base/arena.h"
#include "base/str.h"

struct power_choice {
    struct str power;
    const char *label; /* Vietnamese source text, or the power itself */
};
struct power_choices {
    const struct power_choice *choices;
    size_t count;
};
/* Every power that some service's route or command asks for, each once: a new service brings its
 * own. */
struct power_choices powers_all(struct arena *arena);
const char *power_label(struct arena *arena, struct str power);
bool power_is_known(struct arena *arena, struct str power);

/* What people are when they are added: a name for a few powers together. */
struct role {
    const char *label;
    const char *powers; /* parted by spaces */
};
extern const struct role ROLES[];
extern const size_t ROLE_COUNT;
/* Those of the role that is called so in any language, else the text itself. */
struct str powers_of_text(struct str text);

#endif
