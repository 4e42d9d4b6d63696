/* Evidence: one picture in few bytes, with boxes burnt in. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/picture_private.h"

#include <string.h>

/* What libjpeg codes together: blocks of eight pixels, of the colours at half the size. */
enum { BLOCK = 16 };

/* Of a page of small letters a lower quality is read more easily than a smaller picture. */
static const int QUALITIES[] = { PICTURE_QUALITY, 65, 50 };

static enum picture_fault read_page(struct arena *arena, struct str file, uint32_t page,
                                    struct raster *ret, uint32_t *ret_pages);
static void burn(struct raster *raster, const struct scan_boxes *boxes);
static void blacken(struct raster *raster, const struct scan_box *box);
static uint32_t block_before(uint32_t thousandths, uint32_t side);
static uint32_t block_behind(uint32_t thousandths, uint32_t side);

enum picture_fault picture_scan(struct arena *arena, struct str file,
                                const struct scan_order *order, struct scan *ret)
{
    struct raster raster = { 0 };
    uint32_t pages = 1;
    enum picture_fault fault = read_page(arena, file, order->page, &raster, &pages);
    ret->pages = pages;
    if (fault != PICTURE_GOOD) {
        return fault;
    }
    burn(&raster, &order->boxes);
    for (;;) {
        for (size_t i = 0; i < COUNT(QUALITIES); i++) {
            struct arena_mark mark = arena_mark(arena);
            struct str jpeg = picture_write_jpeg(arena, &raster, QUALITIES[i], SCAN_BYTES_MAX);
            if (jpeg.p) {
                *ret = (struct scan){ jpeg, raster.width, raster.height, pages };
                return PICTURE_GOOD;
            }
            arena_undo(arena, mark);
        }
        uint32_t side = raster.width > raster.height ? raster.width : raster.height;
        raster = picture_shrink(arena, &raster, side * 3 / 4);
    }
}

static enum picture_fault read_page(struct arena *arena, struct str file, uint32_t page,
                                    struct raster *ret, uint32_t *ret_pages)
{
    enum picture_kind kind;
    if (picture_is_pdf(file)) {
        return picture_read_pdf(arena, file, page, ret, ret_pages);
    }
    enum picture_fault fault = picture_read(arena, file, &kind, ret);
    return fault == PICTURE_UNKNOWN ? PICTURE_NO_SCAN : fault;
}

/* Before anything is made smaller: what is shrunk later is black already. */
static void burn(struct raster *raster, const struct scan_boxes *boxes)
{
    for (uint32_t i = 0; i < boxes->count && i < SCAN_BOXES_MAX; i++) {
        blacken(raster, &boxes->list[i]);
    }
}

static void blacken(struct raster *raster, const struct scan_box *box)
{
    uint32_t left = block_before(box->left, raster->width);
    uint32_t top = block_before(box->top, raster->height);
    uint32_t right = block_behind((uint32_t)box->left + box->width, raster->width);
    uint32_t bottom = block_behind((uint32_t)box->top + box->height, raster->height);
    for (uint32_t y = top; y < bottom && left < right; y++) {
        memset(raster->rgb + ((size_t)y * raster->width + left) * RGB, 0,
               (size_t)(right - left) * RGB);
    }
}

static uint32_t block_before(uint32_t thousandths, uint32_t side)
{
    uint32_t pixel = (uint32_t)((uint64_t)thousandths * side / SCAN_GRID);
    return pixel < side ? pixel / BLOCK * BLOCK : side;
}

static uint32_t block_behind(uint32_t thousandths, uint32_t side)
{
    uint64_t pixel = ((uint64_t)thousandths * side + SCAN_GRID - 1) / SCAN_GRID;
    uint64_t behind = (pixel + BLOCK - 1) / BLOCK * BLOCK;
    return behind < side ? (uint32_t)behind : side;
}
