/* Finding the service that seals, and what it is told beside the paper. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/sealing.h"

#include "text/tongue.h"
#include "web/module.h"

static const struct field form_fields[] = {
    FIELD(struct sealing_form, accused, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = SEALING_ACCUSED_CHARS_MAX, .label = N_("Người bị tố cáo, chức vụ")),
    FIELD(struct sealing_form, position, .rules = FIELD_REQUIRED, .max = 20,
          .label = N_("Người đó là")),
    FIELD(struct sealing_form, unit, .rules = FIELD_REQUIRED, .max = 20,
          .label = N_("Đơn vị của người đó")),
};
const struct record sealing_form_record = RECORD("sealing", struct sealing_form, form_fields);

const struct sealing *service_that_seals(void)
{
    for (size_t m = 0; modules[m]; m++) {
        if (modules[m]->sealing) {
            return modules[m]->sealing;
        }
    }
    return NULL;
}
