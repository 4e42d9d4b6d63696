/* Loading libpq. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "store/libpq.h"

#include "base/attr.h"
#include "base/library.h"

struct libpq libpq;

bool libpq_load(void)
{
#define ROW(name) { "PQ" #name, &libpq.name },
    static const struct library_function functions[] = { LIBPQ_FUNCTIONS(ROW) };
#undef ROW
    static struct library library = { .file = "libpq.so.5",
                                      .functions = functions,
                                      .count = COUNT(functions) };
    return library_load(&library);
}
