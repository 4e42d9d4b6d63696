/* Drawings for the demonstration: a street of nowhere and what is wrong in it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef STUDIO_SCENE_H
#define STUDIO_SCENE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/str.h"

enum scene {
    SCENE_NONE,
    SCENE_HOLE,  /* in the road */
    SCENE_COVER, /* of a manhole, broken */
    SCENE_TREE,  /* leaning over the road */
    SCENE_FLOOD,
    SCENE_WASTE,
    SCENE_LAMP,     /* that does not burn, at night */
    SCENE_WIRES,    /* hanging low */
    SCENE_PIPE,     /* burst */
    SCENE_PAVEMENT, /* taken by tables and stools */
    SCENES
};
enum { SCENE_WIDTH = 640, SCENE_HEIGHT = 480 };

/* A JPEG in the arena, absent when there was no memory for it. Houses, weather and the thing itself
 * are drawn from the seed, so that the same seed gives the same picture on one machine. A strip at
 * the bottom says "dữ liệu minh họa", in letters of our own, because a machine may have no fonts.
 * It is plainly a drawing, and nobody's street. */
struct str scene_draw(struct arena *arena, enum scene scene, uint64_t seed) MUST_USE;

#endif
