/* A service's table: all that the house needs to know of one folder in src/mod. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_MODULE_H
#define WEB_MODULE_H

#include "desk/desk.h"
#include "web/access.h"
#include "web/finder.h"
#include "web/help.h"
#include "web/route.h"
#include "web/shapes.h"
#include "web/start.h"
#include "web/tally.h"
#include "web/visit.h"
#include "web/waiting.h"

/* An entry of the navigation. `verb` is one of the six (biet, ban, lam, kiem-tra, giam-sat,
 * thu-huong) or "cb", "ld", "qt"; shown to those who hold `power` (NULL: everyone). */
struct menu {
    const char *verb;
    const char *label;
    const char *path;
    const char *power;
    bool is_aside; /* behind the others of that verb: a help, or what fewer people come for */
};

/* Time: looked at every minute and at each change of day. `due` reads what is ripe and submits
 * commands as the clock; it must be idempotent. */
struct tick {
    const char *name;
    void (*due)(struct snap *snap, struct desk *desk, struct instant now);
};

struct console;
struct check;
struct languages;
struct sealing;

/* `const struct module module_NAME` in src/mod/NAME/module.c; found by its folder
 * (tools/registry.sh). Arrays come with their counts: MODULE_ROWS(routes, feedback_routes). */
struct module {
    const char *name;
    const struct command *commands;
    size_t commands_count;
    const struct fact *facts;
    size_t facts_count;
    const struct hear *hears;
    size_t hears_count;
    const struct route *routes;
    size_t routes_count;
    const struct menu *menus;
    size_t menus_count;
    /* What its pages are for; ends with a zero row (web/help.h). */
    const struct help_row *help;
    /* What it asks before there is anybody; NULL: nothing. And what is left to be done then; ends
     * with a zero row (web/start.h). */
    const struct start_step *start_step;
    const struct start_task *start_tasks;
    const struct tick *ticks;
    size_t ticks_count;
    /* Each thing that it handles step by step has one of its own. The first bears the service's
     * name, the others "NAME-word" (model-copy); no two have a command in common. */
    const struct workflow *const *workflows;
    size_t workflows_count;
    /* What people find by its words; NULL: nothing. */
    const struct finding *finding;
    /* The doorkeeper (one service has it, identity): who does this session token belong to? */
    bool (*visitor)(struct visit *v, struct str session_token, struct visitor *ret);
    /* Its page for one who is not signed in where only who is may be, of status 401. It keeps what
     * was sent, for the form was read. NULL: the standard page. */
    visit_fn *ask;
    /* Its page for one who has not shown who they are for a while and sent a ROUTE_GRAVE form: it
     * asks, and sends on what was sent. */
    visit_fn *prove;
    /* And the same service answers the desk's question (desk.h, struct service). */
    bool (*holds)(struct conn *conn, const struct author *author, const char *power, struct id unit,
                  struct day today);
    /* And one (calendar) the desk's question what the working calendar is. */
    almanac_fn *almanac;
    /* And one (language) has languages and narrations that came as data (web/tongues.h). */
    const struct languages *languages;
    /* And one (denunciation) seals what others must forget (web/sealing.h). */
    const struct sealing *sealing;
    /* What it had in hand in some days, for the reports that the law asks for; NULL: nothing. */
    tally_fn *tally;
    /* What waits for a leader at a unit today; NULL: nothing. */
    waiting_lines_fn *waiting;
    /* What officers opened or gave that the access log tells of; NULL: nothing. */
    const struct access_source *access;
    /* The boundaries that it has, for maps of any service; NULL: none. */
    shapes_fn *shapes;
    /* The unit in whose boundary a point lies; NULL: it knows none. */
    place_fn *place;
    /* The sub-command `kheo NAME …` of the program, for administrators. */
    int (*console)(struct console *console, int argc, char **argv);
    const char *console_about;
    /* For `kheo check`: re-reads its rows against its facts and counters; reports each fault. */
    void (*check)(struct snap *snap, struct check *check);
};
#define MODULE_ROWS(member, array) .member = (array), .member##_count = COUNT(array)

extern const struct module *const modules[];

/* The workflows of all services, in the order of their names, one after the other; NULL behind the
 * last. */
const struct workflow *workflow_of_house(size_t index) PURE;

/* What a sub-command may use. */
struct console {
    struct store *store;
    struct desk *desk;
    struct arena *arena;
};
/* Collects faults: check_fault(check, "…", …). */
struct check {
    struct out *report;
    struct files *files;           /* NULL: the folder has none */
    const struct almanac *almanac; /* in force as the snapshot has it; of check_service() */
    size_t fault_count;
    int64_t row_count; /* how many rows were held against the ledger */
};
void check_fault(struct check *check, const char *format, ...) PRINTF(2, 3);
/* What the service finds in that snapshot; nothing when it checks nothing. */
void check_service(struct snap *snap, struct check *check, const struct module *service);

#endif
