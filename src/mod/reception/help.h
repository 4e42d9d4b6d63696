/* The help of its pages, for its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef RECEPTION_HELP_H
#define RECEPTION_HELP_H

#include "web/help.h"

extern const struct help_row reception_help[];

#endif
