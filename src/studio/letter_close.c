/* The end of a letter: who receives it on the left, who signs it on the right. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "base/attr.h"
#include "studio/letter_private.h"

/* Room for the signature and the seal. */
enum { LINE_BYTES_MAX = 1024, SIGNATURE_ROOM = 62, RECIPIENTS_PERCENT = 46, COLUMN_GAP = 5 };

/* Law: 30/2020/ND-CP annex I part II.7 and II.9: 13 to 14 points for who signs; "Nơi nhận" 12 bold
 * and slanted, the list 11. Huong dan 36-HD/VPTW: 14 underlined, the list 12. */
static const struct letter_type post_type = {
    .size = 14, .align = PANGO_ALIGN_CENTER, .is_bold = true, .is_capital = true
};
static const struct letter_type note_type = { .size = 12,
                                              .align = PANGO_ALIGN_CENTER,
                                              .is_slanted = true };
static const struct letter_type name_type = { .size = 14,
                                              .align = PANGO_ALIGN_CENTER,
                                              .is_bold = true };
static const struct letter_type to_types[LETTER_LAYOUTS] = {
    [LETTER_STATE] = { .size = 12, .is_bold = true, .is_slanted = true },
    [LETTER_PARTY] = { .size = 14, .is_underlined = true },
};
static const struct letter_type list_types[LETTER_LAYOUTS] = {
    [LETTER_STATE] = { .size = 11 },
    [LETTER_PARTY] = { .size = 12 },
};

static void put_together(struct letter_press *press);
static void put_recipients(struct letter_press *press, double width);
static void put_signers(struct letter_press *press, const struct letter_signer *signers,
                        double column, bool has_second);
static void put_posts(struct letter_press *press, const struct letter_signer *signer, double x,
                      double width);
static void put_post(struct letter_press *press, struct str sign, struct str words, double x,
                     double width);

/* Put once without ink. */
double letter_closing_height(struct letter_press *press)
{
    struct letter_press dry = *press;
    dry.ink = NULL;
    dry.y = 0;
    put_together(&dry);
    return dry.y;
}

void letter_put_closing(struct letter_press *press)
{
    double height = letter_closing_height(press);
    letter_make_room(press, height);
    put_together(press);
}

static void put_together(struct letter_press *press)
{
    const struct letter *letter = press->letter;
    double column =
        letter->signer_count > 1 ? press->width / 2 : press->width * RECIPIENTS_PERCENT / 100;
    press->y += 2 * letter_gap(press);
    double top = press->y;
    double end = top;
    if (letter->signer_count < 2) {
        put_recipients(press, column - 10);
        end = press->y;
        press->y = top;
    }
    for (size_t i = 0; i < letter->signer_count; i += 2) {
        put_signers(press, &letter->signers[i], column, letter->signer_count - i > 1);
        end = press->y > end ? press->y : end;
        press->y += letter_gap(press);
    }
    press->y = end;
    if (letter->signer_count > 1) {
        put_recipients(press, column);
    }
}

static void put_recipients(struct letter_press *press, double width)
{
    const struct letter *letter = press->letter;
    if (letter->recipient_count == 0) {
        return;
    }
    letter_put(press, "P", &to_types[letter->layout], STR("Nơi nhận:"), press->left, width);
    letter_tag(press, "L", true);
    for (size_t i = 0; i < letter->recipient_count; i++) {
        bool is_last = i + 1 == letter->recipient_count;
        letter_put(press, "LI", &list_types[letter->layout],
                   str_printf(press->arena, "- %.*s%s", STR_ARG(letter->recipients[i]),
                              is_last ? "." : ";"),
                   press->left, width);
    }
    letter_tag(press, "L", false);
}

/* A single one on the right, or two beside each other whose names stand on one line. */
static void put_signers(struct letter_press *press, const struct letter_signer *signers,
                        double column, bool has_second)
{
    double right = press->left + column + COLUMN_GAP;
    double rest = press->width - column - COLUMN_GAP;
    bool is_alone = press->letter->signer_count == 1;
    double x = is_alone ? right : press->left;
    double width = is_alone ? rest : column - COLUMN_GAP;
    double top = press->y;
    put_posts(press, &signers[0], x, width);
    double below = press->y;
    if (has_second) {
        press->y = top;
        put_posts(press, &signers[1], right, rest);
    }
    top = (press->y > below ? press->y : below) + SIGNATURE_ROOM;
    press->y = top;
    letter_put(press, "P", &name_type, signers[0].name, x, width);
    below = press->y;
    if (has_second) {
        press->y = top;
        letter_put(press, "P", &name_type, signers[1].name, right, rest);
    }
    press->y = press->y > below ? press->y : below;
}

static void put_posts(struct letter_press *press, const struct letter_signer *signer, double x,
                      double width)
{
    static const struct str signs[LETTER_LAYOUTS][SIGNING_FORMS] = {
        [LETTER_STATE] = { [SIGNING_KT] = STR_INIT("KT. "),
                           [SIGNING_TL] = STR_INIT("TL. "),
                           [SIGNING_TUQ] = STR_INIT("TUQ. "),
                           [SIGNING_Q] = STR_INIT("Q. ") },
        [LETTER_PARTY] = { [SIGNING_KT] = STR_INIT("K/T "),
                           [SIGNING_TL] = STR_INIT("T/L "),
                           [SIGNING_TUQ] = STR_INIT("T/UQ "),
                           [SIGNING_Q] = STR_INIT("Q. ") },
    };
    enum letter_layout layout = press->letter->layout;
    struct str sign = signs[layout][signer->form];
    if (signer->on_behalf_of.n > 0) {
        put_post(press, layout == LETTER_PARTY ? STR("T/M ") : STR("TM. "), signer->on_behalf_of, x,
                 width);
    }
    if (signer->head.n > 0) {
        put_post(press, sign, signer->head, x, width);
        sign = STR_NONE;
    }
    put_post(press, sign, signer->post, x, width);
    letter_put(press, "P", &note_type, signer->note, x, width);
}

static void put_post(struct letter_press *press, struct str sign, struct str words, double x,
                     double width)
{
    if (words.n > 0) {
        letter_put(press, "P", &post_type,
                   str_printf(press->arena, "%.*s%.*s", STR_ARG(sign), STR_ARG(words)), x, width);
    }
}
