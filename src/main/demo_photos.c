/* Photos of the demonstration: drawn by us, taken in by the studio as those of citizens are. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "main/demo.h"

#include <stdio.h>

#include "base/must.h"
#include "mod/feedback/photo.h"

const struct photos *demo_photos(struct demo *demo, enum scene scene, struct chance *chance,
                                 size_t count)
{
    struct photos *photos = new(demo->page, struct photos, 1);
    must(count <= UPLOAD_FILES_MAX);
    for (size_t i = 0; i < count; i++) {
        enum picture_fault fault = PICTURE_NO_STUDIO;
        struct arena_mark mark = arena_mark(demo->page);
        uint64_t seed = chance_next(chance);
        struct str drawing = demo->has_no_studio
                                 ? STR_NONE
                                 : studio_draw_scene(demo->house.studio, demo->page, scene, seed);
        enum status status = !drawing.p ? STATUS_BUSY
                                        : photo_take(demo->house.studio, demo->house.files,
                                                     demo->page, drawing, &photos->list[i], &fault);
        arena_undo(demo->page, mark);
        if (status || fault != PICTURE_GOOD) {
            if (!demo->has_no_studio) {
                fprintf(stderr, "kheo: dữ liệu minh họa không có ảnh: phòng ảnh không nhận\n");
            }
            demo->has_no_studio = true;
            return NULL;
        }
        photos->count++;
    }
    return photos;
}
