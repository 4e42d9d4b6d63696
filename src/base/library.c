/* Loading a library and looking up its functions. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

static bool look_up(struct library *library, void *loaded);

bool library_load(struct library *library)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    if (!library->is_loaded) {
        void *loaded = dlopen(library->file, RTLD_NOW | RTLD_LOCAL);
        library->is_loaded = loaded && look_up(library, loaded);
    }
    bool is_loaded = library->is_loaded;
    pthread_mutex_unlock(&lock);
    return is_loaded;
}

/* POSIX lets dlsym() give a function as a pointer to an object; C does not let us assign it. */
static bool look_up(struct library *library, void *loaded)
{
    for (size_t i = 0; i < library->count; i++) {
        void *address = dlsym(loaded, library->functions[i].name);
        if (!address) {
            return false;
        }
        memcpy(library->functions[i].slot, &address, sizeof address);
    }
    return true;
}
