/* The help of its pages, for its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef COMPLAINT_HELP_H
#define COMPLAINT_HELP_H

#include "web/help.h"

extern const struct help_row complaint_help[];

#endif
