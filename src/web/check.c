/* Faults that `kheo check` finds, one sentence each. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdarg.h>
#include <stdio.h>

#include "desk/almanac.h"
#include "web/module.h"

enum { FAULT_BYTES_MAX = 512, NEVER_READ = -1 };

void check_service(struct snap *snap, struct check *check, const struct module *service)
{
    struct almanac almanac = { .country = &CALENDAR_VIETNAM };
    for (size_t i = 0; modules[i]; i++) {
        if (modules[i]->almanac) {
            (void)modules[i]->almanac(&snap->conn, NEVER_READ, &almanac);
        }
    }
    check->almanac = &almanac;
    if (service->check) {
        service->check(snap, check);
    }
    check->almanac = NULL;
}

void check_fault(struct check *check, const char *format, ...)
{
    char sentence[FAULT_BYTES_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    out_str_raw(check->report, str_of(sentence));
    out_char(check->report, '\n');
    check->fault_count++;
}
