/* The help of its pages, for its table. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_HELP_H
#define ORG_HELP_H

#include "web/help.h"

extern const struct help_row org_help[];

#endif
