/* The workflows of all services as one list. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/module.h"

const struct workflow *workflow_of_house(size_t index)
{
    for (size_t m = 0; modules[m]; m++) {
        if (index < modules[m]->workflows_count) {
            return modules[m]->workflows[index];
        }
        index -= modules[m]->workflows_count;
    }
    return NULL;
}
