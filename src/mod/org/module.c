/* org: the network of units, as the house needs to know it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/commands.h"
#include "mod/org/console.h"
#include "mod/org/help.h"
#include "mod/org/pages.h"
#include "mod/org/start.h"
#include "web/module.h"

enum { BOTH_FACES = 1 << FACE_HTML | 1 << FACE_JSON };

static void org_check(struct snap *snap, struct check *check);

static const struct field SEARCH_FIELDS[] = {
    FIELD(struct unit_query, q, .max = 100, .label = N_("Tên hoặc mã")),
    FIELD(struct unit_query, sau, .label = N_("Đi tiếp từ")),
};
static const struct record SEARCH = RECORD("unit_query", struct unit_query, SEARCH_FIELDS);

static const struct route ROUTES[] = {
    { GET, "/don-vi", NULL, org_units, "The units at the top, or those that a search finds.",
      .faces = BOTH_FACES, .rate = RATE_SEARCH, .takes = &SEARCH },
    { GET, "/don-vi/:code", NULL, org_unit, "One unit, its place, its past and what is below it.",
      .faces = BOTH_FACES, .rate = RATE_READ },
    { GET, "/tam-ngung", NULL, org_down_page,
      "What a proxy keeps for times when the server does not answer.", .rate = RATE_READ },
    { GET, "/qt/don-vi", POWER_ORG_MANAGE, org_admin_units, "Units to manage.", .rate = RATE_READ },
    { GET, "/qt/don-vi/nhap", POWER_ORG_MANAGE, org_table_show,
      "The form to bring in a table of units.", .rate = RATE_READ },
    { POST, "/qt/don-vi/nhap", POWER_ORG_MANAGE, org_table_read,
      "Shows what a table of units would do, and changes nothing.", ROUTE_SECRET | ROUTE_UPLOAD,
      .rate = RATE_WRITE },
    { GET, "/qt/don-vi/nhap/lam", POWER_ORG_MANAGE, org_table_show,
      "That form once more: a table is not kept.", .rate = RATE_READ },
    { POST, "/qt/don-vi/nhap/lam", POWER_ORG_MANAGE, org_table_approve,
      "Adds and changes the units of a table.", ROUTE_SECRET | ROUTE_GRAVE, .rate = RATE_WRITE },
    { GET, "/qt/don-vi/danh-sach", POWER_ORG_MANAGE, org_table_file,
      "The units that one manages, as a table.", ROUTE_SECRET,
      .faces = 1 << FACE_CSV | 1 << FACE_XLSX, .rate = RATE_SEARCH, .gives = &unit_row_record },
    { GET, "/qt/don-vi/:code", POWER_ORG_MANAGE, org_admin_unit, "What may be done with a unit.",
      .rate = RATE_READ },
#define FORM_ROUTES(path, about, more)                                                             \
    { GET, path, POWER_ORG_MANAGE, org_admin_form, about " The form.", .rate = RATE_READ },        \
    {                                                                                              \
        POST, path, POWER_ORG_MANAGE, org_admin_send, about, .flags = (more), .rate = RATE_WRITE   \
    }
    FORM_ROUTES("/qt/don-vi/moi", "Adds a unit.", 0),
    FORM_ROUTES("/qt/don-vi/:code/ten", "Gives a unit another name or kind.", 0),
    FORM_ROUTES("/qt/don-vi/:code/chuyen", "Puts a unit below another one.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/don-vi/:code/ket-thuc", "Ends a unit and names its successors.", ROUTE_GRAVE),
    FORM_ROUTES("/qt/don-vi/:code/lien-he", "Says how to reach a unit.", 0),
    FORM_ROUTES("/qt/don-vi/:code/dau-moi", "Names a unit's focal unit.", 0),
    FORM_ROUTES("/qt/dau-moi/:id", "Ends such a link.", 0),
};

static const struct menu MENUS[] = {
    { "biet", N_("Các đơn vị"), "/don-vi", NULL },
    { "qt", N_("Các đơn vị"), "/qt/don-vi", POWER_ORG_MANAGE },
};

const struct module module_org = {
    .name = "org",
    .help = org_help,
    .start_step = &org_start_step,
    .start_tasks = org_start_tasks,
    MODULE_ROWS(commands, ORG_COMMANDS),
    MODULE_ROWS(facts, ORG_FACTS),
    MODULE_ROWS(routes, ROUTES),
    MODULE_ROWS(menus, MENUS),
    .console = org_console,
    .console_about = ORG_CONSOLE_ABOUT,
    .check = org_check,
};

/* The closure is a second book of the tree: both must say the same. */
static void org_check(struct snap *snap, struct check *check)
{
    struct unit_above_faults_row row;
    if (unit_above_faults(&snap->conn, &row) && row.faults > 0) {
        check_fault(check, "org: the closure of units differs from the tree in %lld pairs",
                    (long long)row.faults);
    }
    struct unit_heir_faults_row heirs;
    if (unit_heir_faults(&snap->conn, &heirs) && heirs.faults > 0) {
        check_fault(check, "org: %lld units are not counted where their successors say",
                    (long long)heirs.faults);
    }
}
