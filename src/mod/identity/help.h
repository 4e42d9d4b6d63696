/* The help of its pages, for its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_HELP_H
#define IDENTITY_HELP_H

#include "web/help.h"

extern const struct help_row identity_help[];

#endif
