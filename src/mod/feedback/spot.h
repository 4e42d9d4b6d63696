/* The point of a report: how exactly it is kept, who may see it, and its small map. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_SPOT_H
#define FEEDBACK_SPOT_H

#include "mod/feedback/feedback.h"

struct visit;

/* A point is picked where the matter is, but from a telephone it is where its owner stands: often
 * their home. So it is never public; who works on the report and its sender see it. It is kept to
 * 0.0001° (eleven metres: telephones know no better, and the words say which door), and to 0.01°
 * (about a kilometre) where the sender withholds their name from the office: what was never kept
 * cannot tell who it was. Millionths of a degree; 0 stays 0. */
int64_t spot_kept(int64_t micro, struct str identity) PURE;
bool spot_is_coarse(struct str identity) PURE;
/* To 0.0001°, before it is known who sends. */
int64_t spot_rounded(int64_t micro) PURE;
/* "16.4637": as it is typed, and read. Absent: no point. */
struct str spot_degrees(struct arena *arena, int64_t micro);

/* The point in the boundary of the unit that holds the report, where that is known. */
struct spot_view {
    struct str degrees; /* "16.4637, 107.5909"; absent: no point */
    struct str unit_name;
    struct str box; /* of the SVG; absent: no boundary is known */
    struct str outline;
    int64_t x, y;
    int64_t radius;
    bool is_coarse;
};
struct spot_view spot_view(struct visit *v, const struct report_get_row *report);

#endif
