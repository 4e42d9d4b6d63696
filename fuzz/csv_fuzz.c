/* CSV: whatever a file holds, reading it ends, its lines go forward, and no field hides a NUL. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <stdint.h>

#include "base/must.h"
#include "text/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create(64 << 20);
    must(arena);
    struct csv_reader csv = csv_reader_open(str_span(data, size));
    struct csv_record record;
    size_t left = csv.rest.n;
    size_t line = 0;
    while (csv_reader_next(&csv, arena, &record)) {
        must(record.line > line && csv.line >= record.line && csv.rest.n < left);
        must(record.count > 0 && record.count <= CSV_FIELDS_MAX);
        line = record.line;
        left = csv.rest.n;
        size_t whole = record.fault ? record.count - 1 : record.count;
        for (size_t i = 0; i < whole; i++) {
            must(str_find_byte(record.fields[i], '\0') == record.fields[i].n);
        }
    }
    must(csv.rest.n == 0);
    arena_destroy(arena);
    return 0;
}
