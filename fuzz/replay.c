/* Runs a fuzz target over kept inputs, with any compiler: replay FILE-OR-FOLDER... */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUT_BYTES_MAX = 1 << 20, PATH_BYTES_MAX = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool replay_file(const char *path);
static bool replay_folder(const char *path, size_t *count);

int main(int count, char **arguments)
{
    size_t inputs = 0;
    for (int i = 1; i < count; i++) {
        if (replay_folder(arguments[i], &inputs)) {
            continue;
        }
        if (!replay_file(arguments[i])) {
            perror(arguments[i]);
            return 2;
        }
        inputs++;
    }
    printf("%zu inputs\n", inputs);
    return inputs > 0 ? 0 : 2;
}

/* The input is handed over in memory of its exact size: a sanitizer sees one byte too far. */
static bool replay_file(const char *path)
{
    static uint8_t bytes[INPUT_BYTES_MAX];
    FILE *file = fopen(path, "re");
    if (!file) {
        return false;
    }
    size_t n = fread(bytes, 1, sizeof(bytes), file);
    bool is_read = !ferror(file);
    fclose(file);
    uint8_t *exact = malloc(n > 0 ? n : 1);
    if (!exact || !is_read) {
        free(exact);
        return false;
    }
    memcpy(exact, bytes, n);
    LLVMFuzzerTestOneInput(exact, n);
    free(exact);
    return true;
}

/* False: it is no folder. */
static bool replay_folder(const char *path, size_t *count)
{
    DIR *folder = opendir(path);
    if (!folder) {
        return false;
    }
    for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[PATH_BYTES_MAX];
        if (entry->d_name[0] == '.') {
            continue;
        }
        snprintf(name, sizeof(name), "%s/%s", path, entry->d_name);
        if (!replay_file(name)) {
            perror(name);
            exit(2);
        }
        ++*count;
    }
    closedir(folder);
    return true;
}
