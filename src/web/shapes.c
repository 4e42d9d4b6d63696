/* Boundaries from the services that have them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/shapes.h"

#include "web/module.h"

void shapes_of_services(struct conn *conn, struct map_area *areas, size_t count, struct day on)
{
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->shapes) {
            modules[m]->shapes(conn, areas, count, on);
        }
    }
}

bool place_of_services(struct conn *conn, struct point at, struct day on, struct place_found *ret)
{
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->place) {
            return modules[m]->place(conn, at, on, ret);
        }
    }
    return false;
}
