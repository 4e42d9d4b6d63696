/* The units of Huế, built into the program, for the demonstration and for a first start. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef ORG_HUE_H
#define ORG_HUE_H

#include "base/str.h"

/* data/hue.csv as org.import takes it. Written by us from public facts: the city, its 40 communes
 * of 1/7/2025 with their official codes, and the offices and villages that the demonstration uses.
 */
struct str org_hue_csv(void);

#endif
