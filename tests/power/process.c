/* Forking, memory that outlives a process, and lines of TAP. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "process.h"

#include <fcntl.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/must.h"
#include "main/folder.h"

static struct shared *shared;
static char work[WORK_BYTES];
static int tests;
static int failures;

struct shared *process_begin(void)
{
    (void)snprintf(work, sizeof work, "/tmp/kheo-power-XXXXXX");
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    must(shared != MAP_FAILED && mkdtemp(work));
    return shared;
}

void process_end(bool keeps_log)
{
    if (!keeps_log) {
        folder_remove(work);
    }
}

void process_folder(char ret[PATH_BYTES], const char *name)
{
    must(snprintf(ret, PATH_BYTES, "%s/%s", work, name) < PATH_BYTES);
    folder_remove(ret);
    must(mkdir(ret, 0700) == 0);
}

void process_units(char ret[PATH_BYTES])
{
    static const char csv[] = "code,name,kind,parent,from,prefix\n"
                              "46,Thành phố Huế,government,,2025-01-01,HE\n"
                              "19753,Phường Phú Xuân,government,46,2025-07-01,PX\n";
    (void)snprintf(ret, PATH_BYTES, "%s/units.csv", work);
    int file = open(ret, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    must(file >= 0 && write(file, csv, sizeof csv - 1) == sizeof csv - 1);
    close(file);
}

NORETURN static void be_process(const struct disk_plan *plan, bool (*live)(struct guest *guest))
{
    struct guest guest;
    char log[PATH_BYTES];
    (void)snprintf(log, sizeof log, "%s/log", work);
    int said = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    must(said >= 0 && dup2(said, STDERR_FILENO) >= 0 && dup2(said, STDOUT_FILENO) >= 0);
    guest_begin(&guest, &shared->promises, plan->root, plan->seed);
    disk_start(plan);
    if (live(&guest)) {
        disk_cut();
    }
    disk_stop();
    _exit(1);
}

int process_run(const struct disk_plan *plan, bool (*live)(struct guest *guest))
{
    struct disk_plan ours = *plan;
    ours.told = &shared->told;
    (void)fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        be_process(&ours, live);
    }
    int status = 0;
    must(child > 0 && waitpid(child, &status, 0) == child);
    return status;
}

void process_ok(bool is_ok, const char *format, ...)
{
    char name[200];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(name, sizeof name, format, arguments);
    va_end(arguments);
    failures += !is_ok;
    printf("%sok %d - %s\n", is_ok ? "" : "not ", ++tests, name);
    (void)fflush(stdout);
}

int process_tally(void)
{
    printf("1..%d\n", tests);
    return failures > 0;
}
