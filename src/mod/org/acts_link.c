/* Commands on coordination links: who is whose focal unit beside the tree. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/acts.h"

#include "text/tongue.h"

static void link_state(struct deed *deed, enum org_fact fact, struct unit_link_id id);

struct verdict org_link_add(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_link_add *add = args;
    struct conn *conn = &deed->tx->conn;
    struct unit_get_row unit;
    if (!unit_get(conn, &(struct unit_get){ .id = add->unit }, &unit)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_ORG_MANAGE, ID_OF(unit.id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    const struct unit_kind *kind = link_kind_of(add->kind);
    if (!kind) {
        return verdict_about(invalid("kind", N_("Không có loại đầu mối “%s”.")), add->kind);
    }
    struct unit_alive_row other;
    if (!unit_of(conn, add->other, add->from, &other) || ID_IS(other.id, unit.id)) {
        return verdict_about(invalid("other", N_("Không có đơn vị mã “%s” vào ngày đó.")),
                             add->other);
    }
    struct unit_link_open_row open;
    if (unit_link_open(conn,
                       &(struct unit_link_open){
                           .kind = str_of(kind->name), .unit_id = unit.id, .other_id = other.id },
                       &open)) {
        return invalid("other", N_("Đơn vị ấy đang là đầu mối rồi."));
    }
    struct unit_link_id id = { deed_new_id(deed) };
    char object[27];
    deed_new_object(deed, object);
    unit_link_insert(deed->tx, &(struct unit_link_insert){ .id = id,
                                                           .kind = str_of(kind->name),
                                                           .unit_id = unit.id,
                                                           .other_id = other.id,
                                                           .from_on = add->from,
                                                           .object = str_of(object) });
    link_state(deed, FACT_LINK_ADDED, id);
    *ret = (struct answer){ .subject = ID_OF(id), .text = unit.code };
    return VERDICT_OK;
}

struct verdict org_link_end(struct deed *deed, const void *args, struct answer *ret)
{
    const struct org_link_end *end = args;
    struct unit_link_get_row link;
    if (!unit_link_get(&deed->tx->conn, &(struct unit_link_get){ .id = end->link }, &link)) {
        return (struct verdict){ .status = STATUS_NOT_FOUND };
    }
    if (!deed_may(deed, POWER_ORG_MANAGE, ID_OF(link.unit_id))) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!day_is_none(link.until_on)) {
        return refuse(N_("Đầu mối này đã có ngày kết thúc."), NULL);
    }
    if (day_compare(end->until, link.from_on) < 0) {
        return invalid("until", N_("Ngày kết thúc đứng trước ngày bắt đầu."));
    }
    unit_link_end(deed->tx, &(struct unit_link_end){ .id = link.id, .until_on = end->until });
    link_state(deed, FACT_LINK_ENDED, link.id);
    *ret = (struct answer){ .subject = ID_OF(link.id), .text = link.unit_code };
    return VERDICT_OK;
}

static void link_state(struct deed *deed, enum org_fact fact, struct unit_link_id id)
{
    struct unit_link_get_row link;
    if (!unit_link_get(&deed->tx->conn, &(struct unit_link_get){ .id = id }, &link)) {
        return;
    }
    struct link_says says = { link.kind, link.unit_code, link.other_code, link.from_on,
                              link.until_on };
    deed_emit(deed, &ORG_FACTS[fact], ID_OF(id), link.object, link.unit_code, &says);
}
