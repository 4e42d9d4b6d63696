/* Pictures that a form brings: saying what is wrong with one. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PICTURES_H
#define WEB_PICTURES_H

#include "studio/picture.h"
#include "web/visit.h"

/* A problem of that field: the so-manieth file (from 1) is not taken, why, and what to do. */
void picture_problem(struct visit *v, const char *field, size_t number, enum picture_fault fault);
/* The next file of that field, `*number` counted on from 0; NULL: there is none any more. What is
 * too heavy, or one too many, is a problem of the field and passed over. *at begins at 0. */
const struct form_file *picture_next(struct visit *v, const char *field, size_t *at,
                                     size_t *number);

#endif
