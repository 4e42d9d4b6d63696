/* The routes that belong to no service: health, numbers, the API's description, files, the look. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_BUILTIN_H
#define WEB_BUILTIN_H

#include "web/help.h"
#include "web/route.h"

extern const struct route builtin_routes[];
extern const size_t builtin_route_count;
extern const struct help_row builtin_help[];

#endif
