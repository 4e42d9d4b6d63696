/* A picture of the basemap, at an address that is another one once the file is. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/basemap.h"

#include "mod/map/map.h"
#include "web/headers.h"

enum status map_basemap(struct visit *v)
{
    struct basemap_picture picture;
    enum status status = basemap_picture(v, &picture);
    if (status == STATUS_OK) {
        reply_header(v->reply, "Content-Type", str_of(picture.media_type));
        reply_header(v->reply, "Cache-Control", STR("public, max-age=31536000, immutable"));
        v->reply->fixed_body = picture.bytes;
    }
    return status;
}
