/* The strip that says what a drawing is, in letters made of strokes. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "studio/scene_private.h"

enum { STRIP_HEIGHT = 44 };
#define LETTER_SIZE 13.0 /* height of a small letter, pixels */

/* Strokes in units of a small letter's height: y 0 is its top, 1 the line it stands on. "M x y" and
 * "L x y" as in SVG, "C" with two points of control; signs above and below are strokes too. */
struct letter {
    double width;
    const char *strokes;
};
#define STEM_D "M .7 -.65 L .7 1 "
#define BOWL   "M .7 .5 C .7 -.15 0 -.15 0 .5 C 0 1.15 .7 1.15 .7 .5 "
#define CUP    "M 0 0 L 0 .6 C 0 1.15 .7 1.15 .7 .6 M .7 0 L .7 1 "
#define HORN   "M .7 .08 C .95 .08 1 -.1 .9 -.2 "
#define TILDE  "M .1 -.35 C .2 -.6 .35 -.55 .42 -.42 C .5 -.3 .62 -.3 .7 -.52 "
#define HAT    "M .1 -.28 L .35 -.55 L .6 -.28 "
#define DOT    "M .35 1.4 L .35 1.42 "
#define ARCH   "M 0 0 L 0 1 M 0 .4 C 0 -.15 .7 -.15 .7 .4 L .7 1 "
#define EYE    "M .02 .5 L .68 .5 C .68 -.15 0 -.15 0 .5 C 0 1.1 .5 1.1 .66 .8 "
#define ROUND  "M .7 .5 C .7 -.15 0 -.15 0 .5 C 0 1.15 .7 1.15 .7 .5 "
static const struct letter D = { .7, BOWL STEM_D };
static const struct letter U_HORN_TILDE = { .9, CUP HORN TILDE };
static const struct letter L = { .1, "M .05 -.65 L .05 1 " };
static const struct letter I = { .1, "M .05 0 L .05 1 M .05 -.4 L .05 -.38 " };
static const struct letter E_HAT_DOT = { .7, EYE HAT DOT };
static const struct letter U = { .7, CUP };
static const struct letter M = { 1.2, "M 0 0 L 0 1 M 0 .4 C 0 -.15 .6 -.15 .6 .4 L .6 1 "
                                      "M .6 .4 C .6 -.15 1.2 -.15 1.2 .4 L 1.2 1 " };
static const struct letter N = { .7, ARCH };
static const struct letter H = { .7, "M 0 -.65 L 0 1 M 0 .4 C 0 -.15 .7 -.15 .7 .4 L .7 1 " };
static const struct letter O_DOT = { .7, ROUND DOT };
static const struct letter A = { .7, BOWL "M .7 0 L .7 1 " };
static const struct letter SPACE = { .35, "" };

static const struct letter *const words[] = {
    &D, &U_HORN_TILDE, &SPACE, &L,     &I, &E_HAT_DOT, &U, &SPACE, &M, &I, &N,
    &H, &SPACE,        &H,     &O_DOT, &A,
};

static double write_letter(struct brush *brush, const struct letter *letter, double x, double y);
static double number(const char **at);

void letters_draw(struct brush *brush)
{
    brush_colour(brush, 0x101418, 0.72);
    brush_box(brush, 0, CANVAS_HEIGHT - STRIP_HEIGHT, CANVAS_WIDTH, STRIP_HEIGHT);
    brush_colour(brush, 0xffffff, 0.95);
    cairo_set_line_cap(brush->ink, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(brush->ink, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(brush->ink, 2.4);
    double x = 22;
    for (size_t i = 0; i < COUNT(words); i++) {
        x = write_letter(brush, words[i], x, CANVAS_HEIGHT - STRIP_HEIGHT + 15);
    }
    cairo_stroke(brush->ink);
}

static double write_letter(struct brush *brush, const struct letter *letter, double x, double y)
{
    double point[6] = { 0 };
    for (const char *at = letter->strokes; *at;) {
        char verb = *at++;
        int count = verb == 'C' ? 6 : 2;
        for (int i = 0; i < count; i++) {
            point[i] = number(&at) * LETTER_SIZE + (i % 2 ? y : x);
        }
        if (verb == 'M') {
            cairo_move_to(brush->ink, point[0], point[1]);
        } else if (verb == 'L') {
            cairo_line_to(brush->ink, point[0], point[1]);
        } else {
            cairo_curve_to(brush->ink, point[0], point[1], point[2], point[3], point[4], point[5]);
        }
        at += *at == ' ';
    }
    return x + (letter->width + 0.38) * LETTER_SIZE;
}

/* " -.65": hundredths, without a library that asks for the machine's decimal sign. */
static double number(const char **at)
{
    const char *p = *at + 1;
    double sign = *p == '-' ? -1 : 1;
    double value = 0;
    double place = 1;
    bool is_behind = false;
    for (p += *p == '-'; (*p >= '0' && *p <= '9') || *p == '.'; p++) {
        if (*p == '.') {
            is_behind = true;
        } else {
            place *= is_behind ? 0.1 : 1;
            value = is_behind ? value + (*p - '0') * place : value * 10 + (*p - '0');
        }
    }
    *at = p;
    return sign * value;
}
