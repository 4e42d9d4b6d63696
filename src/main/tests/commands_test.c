/* Every member of every command's arguments is in a record: one that is not would stay behind. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "outbox/outbox.h"
#include "web/module.h"

/* What a server hands on is what the records describe (desk/wrap.h). A struct has no list of its
 * members, but its size: what no field covers may be padding, which is less than an int64_t in one
 * place and stands only behind a member smaller than that. */
enum { ARGS_BYTES_MAX = 4096, PADDING_MAX = 7 };

static size_t size_of(enum field_kind kind)
{
    switch (kind) {
    case FIELD_TEXT:
        return sizeof(struct str);
    case FIELD_BYTES:
        return sizeof(struct bytes);
    case FIELD_YES:
        return sizeof(bool);
    case FIELD_DAY:
        return sizeof(struct day);
    case FIELD_INT:
    case FIELD_INSTANT:
    case FIELD_ID:
        return sizeof(int64_t);
    }
    return 0;
}

static void cover(char *bytes, const struct record *record)
{
    for (size_t i = 0; record && i < record->count; i++) {
        const struct field *field = &record->fields[i];
        memset(bytes + field->offset, 1, size_of(field->kind));
    }
}

static int faults_of(const struct command *command)
{
    char bytes[ARGS_BYTES_MAX] = "";
    size_t gap = 0;
    int faults = 0;
    assert_non_null(command->takes);
    assert_in_range(command->takes->size_bytes, 0, ARGS_BYTES_MAX);
    assert_true(!command->besides || command->besides->size_bytes == command->takes->size_bytes);
    cover(bytes, command->takes);
    cover(bytes, command->besides);
    for (size_t i = 0; i < command->takes->size_bytes; i++) {
        gap = bytes[i] ? 0 : gap + 1;
        faults += gap > PADDING_MAX || (gap > 0 && i % sizeof(int64_t) == 0);
    }
    if (faults) {
        print_message("# %s: a member is in no record\n", command->name);
    }
    return faults;
}

/* Those that want the database for themselves are never handed on, and may have what only a program
 * in the same process can use: the import's progress. */
static bool is_alone(const struct command *command)
{
    return strcmp(command->name, "org.import") == 0;
}

static int faults_of_all(const struct command *commands, size_t count, size_t *total)
{
    int faults = 0;
    for (size_t i = 0; i < count; i++) {
        faults += is_alone(&commands[i]) ? 0 : faults_of(&commands[i]);
    }
    *total += count;
    return faults;
}

static void all_arguments_can_be_handed_on(void **state)
{
    (void)state;
    size_t total = 0;
    int faults = faults_of_all(outbox_service.commands, outbox_service.command_count, &total);
    for (size_t m = 0; modules[m]; m++) {
        faults += faults_of_all(modules[m]->commands, modules[m]->commands_count, &total);
    }
    print_message("# %zu commands\n", total);
    assert_int_equal(faults, 0);
    assert_true(total > 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(all_arguments_can_be_handed_on) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
