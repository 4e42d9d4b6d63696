/* The import of boundaries: the whole file in one transaction, each boundary with its leaf. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/map/borders.h"
#include "mod/map/map.h"
#include "text/fold.h"
#include "text/tongue.h"

enum { IMPORT_CHARS_MAX = 24 << 20, SOURCE_CHARS_MAX = 200 };

/* One area as it is stored. */
struct drawing {
    struct bytes levels[LEVELS];
    struct frame frame;
    struct str digest;
};

static apply_fn apply_import;
static struct drawing drawing_of(struct arena *arena, struct outline *const levels[LEVELS],
                                 size_t area);
static void write_boundary(struct deed *deed, const struct map_import *file,
                           const struct map_unit *unit, const struct drawing *drawing);
static struct verdict may_follow(struct str name, struct day from, struct day newest_from);
static bool is_same_name(struct arena *arena, struct str ours, struct str theirs);

static const struct field import_fields[] = {
    FIELD(struct map_import, rows, .rules = FIELD_REQUIRED, .max = IMPORT_CHARS_MAX),
    FIELD(struct map_import, from, .rules = FIELD_REQUIRED, .label = N_("Có hiệu lực từ ngày")),
    FIELD(struct map_import, source, .rules = FIELD_REQUIRED | FIELD_LINE, .max = SOURCE_CHARS_MAX,
          .label = N_("Nguồn của ranh giới")),
};
static const struct record import_record = RECORD("map.import", struct map_import, import_fields);

/* What the ledger says of one boundary. */
struct boundary_says {
    struct str unit;
    struct day from;
    struct str source;
    struct str digest;
};
static const struct field says_fields[] = {
    FIELD(struct boundary_says, unit),
    FIELD(struct boundary_says, from),
    FIELD(struct boundary_says, source),
    FIELD(struct boundary_says, digest),
};
static const struct record says_record = RECORD("map.boundary", struct boundary_says, says_fields);

const struct command map_commands[COMMAND_COUNT] = {
    [COMMAND_IMPORT] = { "map.import", &import_record, NULL, apply_import,
                         "Sets the boundaries of all units of a GeoJSON file." },
};
/* The leaf commits to these fields in this order: another list is another fact. */
const struct fact map_facts[FACT_COUNT] = {
    [FACT_BOUNDARY_SET] = { "map.boundary_set", &says_record, "A unit has this boundary." },
};

static struct verdict apply_import(struct deed *deed, const void *args, struct answer *ret)
{
    if (!deed->author->is_clock) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    const struct map_import *file = args;
    struct areas *areas = areas_read(deed->arena, file->rows);
    struct map_unit *units = map_units(&deed->tx->conn, deed->arena, areas, file->from);
    if (areas->fault_count > 0) {
        return areas->faults[0].verdict;
    }
    struct outline *levels[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
        levels[level] = borders_simplify(deed->arena, areas->list, areas->count, level);
    }
    size_t written = 0;
    for (size_t i = 0; i < areas->count; i++) {
        struct drawing drawing = drawing_of(deed->arena, levels, i);
        struct boundary_newest_row newest = { .id = { 0 } };
        boundary_newest(&deed->tx->conn, &(struct boundary_newest){ .unit_id = units[i].id },
                        &newest);
        if (newest.id.v && str_equal(newest.digest, drawing.digest)) {
            continue;
        }
        if (newest.id.v && day_compare(newest.from_on, file->from) == 0) {
            return verdict_about(refuse(N_("Mã “%s” đã có ranh giới khác từ đúng ngày này."), NULL),
                                 units[i].code);
        }
        if (newest.id.v) {
            struct day until = day_before(file->from);
            boundary_end(deed->tx, &(struct boundary_end){ .id = newest.id, .until_on = until });
        }
        write_boundary(deed, file, &units[i], &drawing);
        written++;
    }
    ret->text = str_printf(deed->arena, "%zu", written);
    return VERDICT_OK;
}

static struct drawing drawing_of(struct arena *arena, struct outline *const levels[LEVELS],
                                 size_t area)
{
    struct drawing drawing = { .frame = outline_frame(&levels[LEVEL_NEAR][area]) };
    for (int level = 0; level < LEVELS; level++) {
        drawing.levels[level] = outline_pack(arena, &levels[level][area]);
    }
    drawing.digest = map_digest(arena, drawing.levels);
    return drawing;
}

static void write_boundary(struct deed *deed, const struct map_import *file,
                           const struct map_unit *unit, const struct drawing *drawing)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    struct boundary_insert row = {
        .id = { deed_new_id(deed) },
        .unit_id = unit->id,
        .from_on = file->from,
        .west = drawing->frame.west,
        .south = drawing->frame.south,
        .east = drawing->frame.east,
        .north = drawing->frame.north,
        .near = drawing->levels[LEVEL_NEAR],
        .middle = drawing->levels[LEVEL_MIDDLE],
        .far = drawing->levels[LEVEL_FAR],
        .digest = drawing->digest,
        .source = file->source,
        .object = str_of(object),
    };
    struct boundary_says says = { unit->code, file->from, file->source, drawing->digest };
    row.position = deed_emit(deed, &map_facts[FACT_BOUNDARY_SET], ID_OF(row.id), row.object,
                             unit->code, &says);
    boundary_insert(deed->tx, &row);
}

struct map_unit *map_units(struct conn *conn, struct arena *arena, struct areas *areas,
                           struct day from)
{
    struct map_unit *units = new (arena, struct map_unit, areas->count + 1);
    for (size_t i = 0; i < areas->count; i++) {
        const struct area *area = &areas->list[i];
        struct boundary_unit_row unit;
        struct boundary_newest_row newest = { .from_on = DAY_NONE };
        if (!boundary_unit(conn, &(struct boundary_unit){ .code = area->code, .on = from },
                           &unit)) {
            areas_fault(
                areas, area->line,
                verdict_about(refuse(N_("Không có đơn vị nào mang mã “%s” vào ngày đó."), NULL),
                              area->code));
            continue;
        }
        boundary_newest(conn, &(struct boundary_newest){ .unit_id = unit.id }, &newest);
        struct verdict verdict = may_follow(unit.name, from, newest.from_on);
        if (area->name.n && !is_same_name(arena, unit.name, area->name)) {
            verdict = verdict_about(refuse(N_("Tên trong tệp khác với “%s” của mã này."), NULL),
                                    unit.name);
        }
        if (!verdict_is_ok(verdict)) {
            areas_fault(areas, area->line, verdict);
        }
        units[i] = (struct map_unit){ unit.id, unit.code };
    }
    return units;
}

struct str map_digest(struct arena *arena, const struct bytes levels[3])
{
    struct str parts[3];
    for (size_t i = 0; i < COUNT(parts); i++) {
        parts[i] = str_span(levels[i].p, levels[i].n);
    }
    struct hash hash = hash_of_parts(parts, COUNT(parts));
    struct out out = out_open(arena, 2 * HASH_BYTES);
    out_hex(&out, hash.b, HASH_BYTES);
    return out_str(&out);
}

/* Boundaries are added at the end of time only: what was drawn for a day stays so. */
static struct verdict may_follow(struct str name, struct day from, struct day newest_from)
{
    if (!day_is_none(newest_from) && day_compare(from, newest_from) < 0) {
        return verdict_about(refuse(N_("“%s” đã có ranh giới từ một ngày sau ngày này."), NULL),
                             name);
    }
    return VERDICT_OK;
}

/* "Phú Xuân" and "phường Phú Xuân" are the unit "Phường Phú Xuân". */
static bool is_same_name(struct arena *arena, struct str ours, struct str theirs)
{
    return str_ends(text_fold(arena, ours), text_fold(arena, theirs));
}
