/* The head of a letter, as each layout has it. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "studio/letter_private.h"
#include "text/format.h"

enum { LINE_BYTES_MAX = 2 * LETTER_NAME_BYTES_MAX + 200, LEFT_PERCENT = 41, STAMP_GAP = 6 };

/* Law: 30/2020/ND-CP annex I part V: sizes in points; where it leaves a choice, 12 with 13. */
static const struct letter_type nation_type = { .size = 12,
                                                .align = PANGO_ALIGN_CENTER,
                                                .is_bold = true };
static const struct letter_type motto_type = { .size = 13,
                                               .align = PANGO_ALIGN_CENTER,
                                               .is_bold = true };
static const struct letter_type stamp_type = {
    .size = 13, .align = PANGO_ALIGN_CENTER, .is_bold = true, .is_capital = true
};

/* What the two layouts set otherwise. Huong dan 36-HD/VPTW annex 3: 15 for the Party's name, 14 for
 * the bodies, number and date, 15 to 16 for the type, 14 to 15 for the subject, 12 slanted for what
 * a công văn is about. */
struct look {
    struct letter_type superior;
    struct letter_type issuer;
    struct letter_type number;
    struct letter_type about; /* of a công văn, under its number */
    struct letter_type date;
    struct letter_type type;
    struct letter_type subject;
    struct letter_type addressee;
};
#define CENTERED(points) .size = (points), .align = PANGO_ALIGN_CENTER
static const struct look looks[LETTER_LAYOUTS] = {
    [LETTER_STATE] = {
        .superior = { CENTERED(12), .is_capital = true },
        .issuer = { CENTERED(12), .is_capital = true, .is_bold = true },
        .number = { CENTERED(13) },
        .about = { CENTERED(12) },
        .date = { CENTERED(13), .is_slanted = true },
        .type = { CENTERED(14), .is_capital = true, .is_bold = true },
        .subject = { CENTERED(14), .is_bold = true },
        .addressee = { .size = 14 },
    },
    [LETTER_PARTY] = {
        .superior = { CENTERED(14), .is_capital = true },
        .issuer = { CENTERED(14), .is_capital = true, .is_bold = true },
        .number = { CENTERED(14) },
        .about = { CENTERED(12), .is_slanted = true },
        .date = { CENTERED(14), .is_slanted = true },
        .type = { CENTERED(15), .is_capital = true, .is_bold = true },
        .subject = { CENTERED(14), .is_bold = true },
        .addressee = { .size = 14 },
    },
};

static double put_nation(struct letter_press *press, double x, double width);
static double put_bodies(struct letter_press *press, const struct look *look, double width);
static void put_number(struct letter_press *press, const struct look *look, double width);
static void put_date(struct letter_press *press, const struct look *look, double x, double width);
static void put_stamps(struct letter_press *press, double width);
static void put_stamp(struct letter_press *press, struct str text, double width);
static void put_type(struct letter_press *press, const struct look *look);
static void put_addressees(struct letter_press *press, const struct look *look);
static double put_even(struct letter_press *press, const char *tag, const struct letter_type *type,
                       struct str text, double x, double width);
static double width_of(PangoLayout *layout);

/* The names first, as they are read; then number and date, which stand on one line. */
void letter_put_head(struct letter_press *press)
{
    const struct look *look = &looks[press->letter->layout];
    bool has_issuer = press->letter->issuer.n > 0;
    double column = has_issuer ? press->width * LEFT_PERCENT / 100 : 0;
    double top = press->y;
    double right_end = put_nation(press, press->left + column, press->width - column);
    press->y = top;
    double left_end = has_issuer ? put_bodies(press, look, column) : top;
    double below = (left_end > right_end ? left_end : right_end) + 5;
    press->y = below;
    if (has_issuer) {
        put_number(press, look, column);
        put_stamps(press, column);
        left_end = press->y;
    }
    press->y = below;
    put_date(press, look, press->left + column, press->width - column);
    press->y = press->y > left_end ? press->y : left_end;
    put_type(press, look);
    put_addressees(press, look);
}

/* Law: 30/2020/ND-CP annex I part II.1: the rule under the motto is as long as it. */
static double put_nation(struct letter_press *press, double x, double width)
{
    static const struct letter_type party_type = { CENTERED(15), .is_bold = true };
    bool is_party = press->letter->layout == LETTER_PARTY;
    const struct letter_type *type = is_party ? &party_type : &motto_type;
    struct str last = is_party ? STR("ĐẢNG CỘNG SẢN VIỆT NAM") : STR("Độc lập - Tự do - Hạnh phúc");
    if (!is_party) {
        letter_put(press, "P", &nation_type, STR("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), x, width);
    }
    double length = put_even(press, "P", type, last, x, width);
    press->y += 1.5;
    letter_put_rule(press, x + (width - length) / 2, length);
    return press->y;
}

/* The State has a rule of a third to a half of the name under it, the Party a star. */
static double put_bodies(struct letter_press *press, const struct look *look, double width)
{
    put_even(press, "P", &look->superior, press->letter->superior, press->left, width);
    double length =
        0.4 * put_even(press, "P", &look->issuer, press->letter->issuer, press->left, width);
    if (press->letter->layout == LETTER_PARTY) {
        letter_put(press, NULL, &look->number, STR("*"), press->left, width);
        return press->y;
    }
    press->y += 1.5;
    letter_put_rule(press, press->left + (width - length) / 2, length);
    return press->y;
}

static void put_number(struct letter_press *press, const struct look *look, double width)
{
    const struct letter *letter = press->letter;
    struct out number = out_open(press->arena, LINE_BYTES_MAX);
    if (letter->organ.n == 0 || (letter->sign.n == 0 && letter->type.n > 0)) {
        return;
    }
    letter_write_number(&number, letter);
    letter_put(press, "P", &look->number, out_str(&number), press->left, width);
    if (letter->type.n == 0 && letter->subject.n > 0) {
        struct str about = letter->layout == LETTER_PARTY
                               ? letter->subject
                               : str_printf(press->arena, "V/v %.*s", STR_ARG(letter->subject));
        press->y += 2;
        put_even(press, "P", &look->about, about, press->left + width * 0.05, width * 0.9);
    }
}

void letter_write_number(struct out *out, const struct letter *letter)
{
    bool is_party = letter->layout == LETTER_PARTY;
    out_str_raw(out, is_party ? STR("Số ") : STR("Số: "));
    if (letter->number > 0) {
        out_printf(out, "%02lld", (long long)letter->number);
    } else {
        out_lit(out, "\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0");
    }
    if (letter->sign.n > 0) {
        out_char(out, is_party ? '-' : '/');
        out_str_raw(out, letter->sign);
        out_char(out, is_party ? '/' : '-');
    } else {
        out_char(out, '/');
    }
    out_str_raw(out, letter->organ);
}

static void put_date(struct letter_press *press, const struct look *look, double x, double width)
{
    const struct letter *letter = press->letter;
    struct out date = out_open(press->arena, LINE_BYTES_MAX);
    if (letter->place.n == 0 && day_is_none(letter->on)) {
        return;
    }
    if (letter->place.n > 0) {
        out_str_raw(&date, letter->place);
        out_lit(&date, ", ");
    }
    if (day_is_none(letter->on)) {
        out_lit(&date, "ngày …… tháng …… năm ………");
    } else {
        format_day_long(&date, letter->on);
    }
    letter_put(press, "P", &look->date, out_str(&date), x, width);
}

static void put_stamps(struct letter_press *press, double width)
{
    put_stamp(press, press->letter->secrecy, width);
    put_stamp(press, press->letter->urgency, width);
    put_stamp(press, press->letter->draft, width);
}

/* Law: 30/2020/ND-CP annex I part III.2: in a frame, under the number. */
static void put_stamp(struct letter_press *press, struct str text, double width)
{
    if (text.n == 0) {
        return;
    }
    PangoLayout *layout = letter_lay_out(press, &stamp_type, text, 0, width * 0.8);
    double wide = width_of(layout) + 4 * STAMP_GAP;
    press->y += STAMP_GAP + 2;
    double top = press->y;
    letter_put_lines(press, "P", layout, press->left + width * 0.1, 0,
                     pango_layout_get_line_count(layout));
    g_object_unref(layout);
    letter_put_frame(press, press->left + (width - wide) / 2, top - 1, wide, press->y - top + 2);
    press->y += 2;
}

static void put_type(struct letter_press *press, const struct look *look)
{
    const struct letter *letter = press->letter;
    if (letter->type.n == 0) {
        press->y += 10;
        return;
    }
    press->y += 16;
    letter_tag(press, "H1", true);
    letter_put(press, NULL, &look->type, letter->type, press->left, press->width);
    if (letter->subject.n > 0) {
        double inset = press->width * 0.06;
        double length = put_even(press, NULL, &look->subject, letter->subject, press->left + inset,
                                 press->width - 2 * inset) *
                        (letter->layout == LETTER_PARTY ? 0.12 : 0.4);
        press->y += 3;
        letter_put_rule(press, press->left + (press->width - length) / 2, length);
    }
    letter_tag(press, "H1", false);
    press->y += 8;
}

/* One stands behind the words, several in a list under them. */
static void put_addressees(struct letter_press *press, const struct look *look)
{
    const struct letter *letter = press->letter;
    double inset = press->width * 0.16;
    double width = press->width - inset;
    if (letter->addressee_count == 0) {
        return;
    }
    press->y += 6;
    struct str first = letter->addressee_count == 1 ? str_printf(press->arena, "Kính gửi: %.*s",
                                                                 STR_ARG(letter->addressees[0]))
                                                    : STR("Kính gửi:");
    struct letter_type type = look->addressee;
    if (letter->addressee_count == 1) {
        type.align = PANGO_ALIGN_CENTER;
        put_even(press, "P", &type, first, press->left, press->width);
    } else {
        letter_put(press, "P", &type, first, press->left + inset, width);
        letter_tag(press, "L", true);
        for (size_t i = 0; i < letter->addressee_count; i++) {
            bool is_last = i + 1 == letter->addressee_count;
            letter_put(press, "LI", &type,
                       str_printf(press->arena, "- %.*s%s", STR_ARG(letter->addressees[i]),
                                  is_last ? "." : ";"),
                       press->left + inset * 1.4, press->width - inset * 1.4);
        }
        letter_tag(press, "L", false);
    }
    press->y += 6;
}

/* In lines of about one length, when there are several: a name's last word does not stand alone.
 * Says how long the longest is. */
static double put_even(struct letter_press *press, const char *tag, const struct letter_type *type,
                       struct str text, double x, double width)
{
    enum { STEP_PERCENT = 4, NARROW_PERCENT = 48 };
    PangoLayout *layout = letter_lay_out(press, type, text, 0, width);
    int count = pango_layout_get_line_count(layout);
    double narrow = width;
    for (int percent = 100; count > 1 && percent > NARROW_PERCENT; percent -= STEP_PERCENT) {
        pango_layout_set_width(layout, (int)(width * percent / 100 * PANGO_SCALE));
        if (pango_layout_get_line_count(layout) > count) {
            break;
        }
        narrow = width * percent / 100;
    }
    pango_layout_set_width(layout, (int)(narrow * PANGO_SCALE));
    double length = width_of(layout);
    if (text.n > 0) {
        letter_put_lines(press, tag, layout, x + (width - narrow) / 2, 0, count);
    }
    g_object_unref(layout);
    return length;
}

static double width_of(PangoLayout *layout)
{
    PangoRectangle box;
    pango_layout_get_extents(layout, NULL, &box);
    return (double)box.width / PANGO_SCALE;
}
