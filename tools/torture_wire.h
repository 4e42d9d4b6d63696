/* The way of a story's request over a real socket, where sending can fail. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef TOOLS_TORTURE_WIRE_H
#define TOOLS_TORTURE_WIRE_H

#include "story.h"

/* Sends the bytes to an HTTP engine of the story's house, which it starts at the first call, and
 * runs the desk meanwhile. The answer becomes story->exchange; false when none came, or half of
 * one. */
bool carry_by_wire(struct story *story, struct str bytes);

#endif
