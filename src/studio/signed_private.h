/* What reading a signed letter is made of: one door to poppler, one to libcrypto. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_SIGNED_PRIVATE_H
#define STUDIO_SIGNED_PRIVATE_H

#include "studio/signed.h"

/* False: `one` or `other` cannot be read. */
bool signed_compare(struct str one, struct str other, bool *ret_is_same);

/* A CMS message in DER, zeros behind it, over the two parts of a file beside it. Fills in all but
 * `end`. False: it is a timestamp, which nobody signed. */
bool signed_check(struct arena *arena, struct str message, struct str before, struct str behind,
                  struct signature *ret);

#endif
