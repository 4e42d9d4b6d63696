/* The commands and facts of org as tables: their fields, their powers, and what a leaf says. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/acts.h"

#include "text/tongue.h"
#include "web/import.h"

/* A country of villages is some 10 MiB of rows. */
enum { IMPORT_CHARS_MAX = 16 << 20 };

static const struct field IMPORT_FIELDS[] = {
    FIELD(struct org_import, rows, .rules = FIELD_REQUIRED, .max = IMPORT_CHARS_MAX),
};
static const struct record IMPORT = RECORD("org.import", struct org_import, IMPORT_FIELDS);

static const struct field ROW_FIELDS[] = {
    FIELD(struct unit_row, code, .rules = FIELD_REQUIRED | FIELD_LINE, .max = UNIT_CODE_CHARS_MAX,
          .label = N_("Mã đơn vị")),
    FIELD(struct unit_row, name, .rules = FIELD_REQUIRED | FIELD_LINE, .max = UNIT_NAME_CHARS_MAX,
          .label = N_("Tên đơn vị")),
    FIELD(struct unit_row, kind, .rules = FIELD_REQUIRED | FIELD_LINE, .label = N_("Loại đơn vị")),
    FIELD(struct unit_row, parent, .rules = FIELD_LINE, .max = UNIT_CODE_CHARS_MAX,
          .label = N_("Mã đơn vị cấp trên")),
    FIELD(struct unit_row, from, .label = N_("Hoạt động từ ngày")),
    FIELD(struct unit_row, until, .label = N_("Ngày hoạt động cuối cùng")),
    FIELD(struct unit_row, successor, .rules = FIELD_LINE, .label = N_("Mã các đơn vị kế tục")),
    FIELD(struct unit_row, prefix, .rules = FIELD_LINE, .max = UNIT_PREFIX_CHARS,
          .label = N_("Hai chữ đầu của mã hồ sơ")),
    FIELD(struct unit_row, phone, .rules = FIELD_LINE, .max = 40, .label = N_("Điện thoại")),
    FIELD(struct unit_row, email, .rules = FIELD_LINE, .max = 100, .label = N_("Thư điện tử")),
    FIELD(struct unit_row, address, .rules = FIELD_LINE, .max = 200, .label = N_("Địa chỉ")),
    FIELD(struct unit_row, hours, .rules = FIELD_LINE, .max = 200, .label = N_("Giờ làm việc")),
};
const struct record unit_row_record = RECORD("unit_row", struct unit_row, ROW_FIELDS);

static const struct field UNIT_ADD_FIELDS[] = {
    FIELD(struct org_unit_add, code, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = UNIT_CODE_CHARS_MAX, .label = N_("Mã đơn vị")),
    FIELD(struct org_unit_add, kind, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Loại đơn vị")),
    FIELD(struct org_unit_add, name, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = UNIT_NAME_CHARS_MAX, .label = N_("Tên đơn vị")),
    FIELD(struct org_unit_add, parent, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = UNIT_CODE_CHARS_MAX, .label = N_("Mã đơn vị cấp trên")),
    FIELD(struct org_unit_add, prefix, .rules = FIELD_LINE, .max = UNIT_PREFIX_CHARS,
          .label = N_("Hai chữ đầu của mã hồ sơ")),
    FIELD(struct org_unit_add, from, .rules = FIELD_REQUIRED, .label = N_("Hoạt động từ ngày")),
};
static const struct field UNIT_RENAME_FIELDS[] = {
    FIELD(struct org_unit_rename, unit, .rules = FIELD_REQUIRED),
    FIELD(struct org_unit_rename, name, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = UNIT_NAME_CHARS_MAX, .label = N_("Tên mới")),
    FIELD(struct org_unit_rename, kind, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Loại đơn vị")),
    FIELD(struct org_unit_rename, on, .rules = FIELD_REQUIRED, .label = N_("Có hiệu lực từ ngày")),
};
static const struct field UNIT_MOVE_FIELDS[] = {
    FIELD(struct org_unit_move, unit, .rules = FIELD_REQUIRED),
    FIELD(struct org_unit_move, parent, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = UNIT_CODE_CHARS_MAX, .label = N_("Mã đơn vị cấp trên mới")),
    FIELD(struct org_unit_move, on, .rules = FIELD_REQUIRED, .label = N_("Có hiệu lực từ ngày")),
};
static const struct field UNIT_END_FIELDS[] = {
    FIELD(struct org_unit_end, unit, .rules = FIELD_REQUIRED),
    FIELD(struct org_unit_end, until, .rules = FIELD_REQUIRED,
          .label = N_("Ngày hoạt động cuối cùng")),
    FIELD(struct org_unit_end, successor, .rules = FIELD_LINE, .label = N_("Mã các đơn vị kế tục")),
    FIELD(struct org_unit_end, note, .rules = FIELD_LINE, .max = 500, .label = N_("Căn cứ")),
};
static const struct field UNIT_CONTACT_FIELDS[] = {
    FIELD(struct org_unit_contact, unit, .rules = FIELD_REQUIRED),
    FIELD(struct org_unit_contact, prefix, .rules = FIELD_LINE, .max = UNIT_PREFIX_CHARS,
          .label = N_("Hai chữ đầu của mã hồ sơ")),
    FIELD(struct org_unit_contact, phone, .rules = FIELD_LINE, .max = 40,
          .label = N_("Điện thoại")),
    FIELD(struct org_unit_contact, email, .rules = FIELD_LINE, .max = 100,
          .label = N_("Thư điện tử")),
    FIELD(struct org_unit_contact, address, .rules = FIELD_LINE, .max = 200,
          .label = N_("Địa chỉ")),
    FIELD(struct org_unit_contact, hours, .rules = FIELD_LINE, .max = 200,
          .label = N_("Giờ làm việc")),
};

static const struct record UNIT_ADD = RECORD("org.unit_add", struct org_unit_add, UNIT_ADD_FIELDS);
static const struct record UNIT_RENAME =
    RECORD("org.unit_rename", struct org_unit_rename, UNIT_RENAME_FIELDS);
static const struct record UNIT_MOVE =
    RECORD("org.unit_move", struct org_unit_move, UNIT_MOVE_FIELDS);
static const struct record UNIT_END = RECORD("org.unit_end", struct org_unit_end, UNIT_END_FIELDS);
static const struct record UNIT_CONTACT =
    RECORD("org.unit_contact", struct org_unit_contact, UNIT_CONTACT_FIELDS);

static const struct field LINK_ADD_FIELDS[] = {
    FIELD(struct org_link_add, unit, .rules = FIELD_REQUIRED),
    FIELD(struct org_link_add, kind, .rules = FIELD_REQUIRED | FIELD_LINE,
          .label = N_("Loại đầu mối")),
    FIELD(struct org_link_add, other, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị đầu mối")),
    FIELD(struct org_link_add, from, .rules = FIELD_REQUIRED, .label = N_("Từ ngày")),
};
static const struct field LINK_END_FIELDS[] = {
    FIELD(struct org_link_end, link, .rules = FIELD_REQUIRED),
    FIELD(struct org_link_end, until, .rules = FIELD_REQUIRED, .label = N_("Đến hết ngày")),
};
static const struct record LINK_ADD = RECORD("org.link_add", struct org_link_add, LINK_ADD_FIELDS);
static const struct record LINK_END = RECORD("org.link_end", struct org_link_end, LINK_END_FIELDS);

const struct command ORG_COMMANDS[ORG_COMMAND_COUNT] = {
    [ORG_IMPORT] = { "org.import", &IMPORT, POWER_ORG_MANAGE, org_import,
                     "Adds all units of a CSV file." },
    [ORG_TABLE_TAKE] = { "org.table_take", &import_record, POWER_ORG_MANAGE, org_table_take,
                         "Adds and changes the units of a table, row by row." },
    [ORG_UNIT_ADD] = { "org.unit_add", &UNIT_ADD, POWER_ORG_MANAGE, org_unit_add,
                       "Adds a unit below another one." },
    [ORG_UNIT_RENAME] = { "org.unit_rename", &UNIT_RENAME, POWER_ORG_MANAGE, org_unit_rename,
                          "Gives a unit another name or kind." },
    [ORG_UNIT_MOVE] = { "org.unit_move", &UNIT_MOVE, POWER_ORG_MANAGE, org_unit_move,
                        "Puts a unit below another one." },
    [ORG_UNIT_END] = { "org.unit_end", &UNIT_END, POWER_ORG_MANAGE, org_unit_end,
                       "Ends a unit and names its successors." },
    [ORG_UNIT_CONTACT] = { "org.unit_contact", &UNIT_CONTACT, POWER_ORG_MANAGE, org_unit_contact,
                           "Says how to reach a unit and how its case codes begin." },
    [ORG_LINK_ADD] = { "org.link_add", &LINK_ADD, POWER_ORG_MANAGE, org_link_add,
                       "Names a unit's focal unit for some work." },
    [ORG_LINK_END] = { "org.link_end", &LINK_END, POWER_ORG_MANAGE, org_link_end,
                       "Ends such a link." },
};

/* What a leaf says of a unit: all of it, as it stands after the act. One opened leaf is then enough
 * to show what the unit was on that day. */
static const struct field SAYS_FIELDS[] = {
    FIELD(struct unit_says, code),      FIELD(struct unit_says, kind),
    FIELD(struct unit_says, name),      FIELD(struct unit_says, parent),
    FIELD(struct unit_says, prefix),    FIELD(struct unit_says, from),
    FIELD(struct unit_says, since),     FIELD(struct unit_says, until),
    FIELD(struct unit_says, successor),
};
static const struct record SAYS = RECORD("org.unit", struct unit_says, SAYS_FIELDS);

static const struct field CONTACT_SAYS_FIELDS[] = {
    FIELD(struct org_unit_contact, prefix), FIELD(struct org_unit_contact, phone),
    FIELD(struct org_unit_contact, email),  FIELD(struct org_unit_contact, address),
    FIELD(struct org_unit_contact, hours),
};
static const struct record CONTACT_SAYS =
    RECORD("org.contact", struct org_unit_contact, CONTACT_SAYS_FIELDS);

static const struct field LINK_SAYS_FIELDS[] = {
    FIELD(struct link_says, kind), FIELD(struct link_says, unit),  FIELD(struct link_says, other),
    FIELD(struct link_says, from), FIELD(struct link_says, until),
};
static const struct record LINK_SAYS = RECORD("org.link", struct link_says, LINK_SAYS_FIELDS);

const struct fact ORG_FACTS[ORG_FACT_COUNT] = {
    [FACT_UNIT_ADDED] = { "org.unit_added", &SAYS, "A unit began, or was entered with its past." },
    [FACT_UNIT_RENAMED] = { "org.unit_renamed", &SAYS,
                            "A unit has another name or kind from a day on." },
    [FACT_UNIT_MOVED] = { "org.unit_moved", &SAYS,
                          "A unit stands below another one from a day on." },
    [FACT_UNIT_ENDED] = { "org.unit_ended", &SAYS, "A unit has its last day, and who takes over." },
    [FACT_UNIT_CONTACT] = { "org.unit_contact", &CONTACT_SAYS, "How to reach a unit has changed." },
    [FACT_LINK_ADDED] = { "org.link_added", &LINK_SAYS, "A unit became another one's focal unit." },
    [FACT_LINK_ENDED] = { "org.link_ended", &LINK_SAYS,
                          "A unit is another one's focal unit until a day." },
};
