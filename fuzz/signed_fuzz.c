/* Whatever comes back as a signed letter, what is said of it has its bounds. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <string.h>

#include "base/must.h"
#include "studio/picture.h"
#include "studio/sandbox.h"
#include "studio/signed.h"

enum { FUZZ_ARENA_BYTES = 32 << 20 };

/* A page with a line of its own, to be compared with. */
static const char ISSUED[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
    "4 0 obj<</Length 24>>stream\n10 10 80 20 re f        \nendstream endobj\n"
    "trailer<</Root 1 0 R>>\n%%EOF\n";

/* Of a field that is taken off a page poppler 22 loses what described it. */
#ifdef SANDBOX_IS_INSTRUMENTED
const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void)
{
    return "leak:libpoppler";
}
const char *__lsan_default_options(void);
__attribute__((visibility("default"))) const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

static void read_one(struct arena *arena, struct str issued, struct str file);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create(FUZZ_ARENA_BYTES);
    jmp_buf full;
    must(arena);
    picture_open();
    signed_open();
    if (!arena_guard(arena, &full)) {
        struct str file = str_span(data, size);
        read_one(arena, file, file);
        read_one(arena, str_span(ISSUED, sizeof ISSUED - 1), file);
    }
    arena_destroy(arena);
    return 0;
}

static void read_one(struct arena *arena, struct str issued, struct str file)
{
    struct signed_letter *letter = new (arena, struct signed_letter, 1);
    bool is_read = signed_read(arena, issued, file, letter);
    must(is_read || !letter->is_same);
    must(letter->count <= SIGNATURES_MAX);
    for (uint32_t i = 0; i < letter->count; i++) {
        const struct signature *one = &letter->list[i];
        must(one->state < SIGNATURE_STATES && one->end <= file.n && one->at >= 0);
        must(memchr(one->name, '\0', SIGNATURE_NAME_BYTES));
        must(memchr(one->organ, '\0', SIGNATURE_NAME_BYTES));
        must(memchr(one->issuer, '\0', SIGNATURE_NAME_BYTES));
    }
}
