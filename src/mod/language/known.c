/* Vietnamese, English, and languages of the country whose speakers are many or live near Huế. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/known.h"

#include "text/tongue.h"

const struct known_language known_languages[] = {
    { "vi", N_("Tiếng Việt"), true },
    { "en", N_("Tiếng Anh"), true },
    /* Of the city's own mountains: A Lưới and Nam Đông. */
    { "pac", N_("Tiếng Pa Cô"), false },
    { "tth", N_("Tiếng Tà Ôi"), false },
    { "ktv", N_("Tiếng Cơ Tu"), false },
    { "bru", N_("Tiếng Bru – Vân Kiều"), false },
    { "tyz", N_("Tiếng Tày"), false },
    { "nut", N_("Tiếng Nùng"), false },
    { "hmn", N_("Tiếng Mông"), false },
    { "mww", N_("Tiếng Mông Trắng"), false },
    { "hnj", N_("Tiếng Mông Lềnh"), false },
    { "ium", N_("Tiếng Dao"), false },
    { "blt", N_("Tiếng Thái Đen"), false },
    { "twh", N_("Tiếng Thái Trắng"), false },
    { "mtq", N_("Tiếng Mường"), false },
    { "km", N_("Tiếng Khmer"), false },
    { "rad", N_("Tiếng Ê-đê"), false },
    { "jra", N_("Tiếng Gia-rai"), false },
    { "bdq", N_("Tiếng Ba-na"), false },
    { "sed", N_("Tiếng Xơ-đăng"), false },
    { "kpm", N_("Tiếng Cơ-ho"), false },
    { "cjm", N_("Tiếng Chăm"), false },
    { NULL, NULL, false },
};

const struct known_language *known_language(struct str code)
{
    for (const struct known_language *known = known_languages; known->code; known++) {
        if (str_equal(code, str_of(known->code))) {
            return known;
        }
    }
    return NULL;
}
