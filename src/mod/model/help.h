/* The help of its pages, for its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MODEL_HELP_H
#define MODEL_HELP_H

#include "web/help.h"

extern const struct help_row model_help[];

#endif
