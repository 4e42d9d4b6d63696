/* Phrases of wrongdoing, folded. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/sift.h"

#include "base/must.h"
#include "text/fold.h"

/* Whole words, without marks. What folds into something harmless ("nhà to cao" is a big house) is
 * here only with the words that follow it in a denunciation. */
static const char *const phrases[] = {
    "to cao anh",      "to cao ba",      "to cao ban",      "to cao can bo",
    "to cao chi",      "to cao chu",     "to cao co",       "to cao cong",
    "to cao giam doc", "to cao hanh vi", "to cao lanh dao", "to cao nguoi",
    "to cao ong",      "to cao pho",     "to cao sai",      "to cao thay",
    "to cao truong",   "to cao vi",      "to cao viec",     "don to cao",
    "thu to cao",      "toi to cao",     "xin to cao",      "muon to cao",
    "nguoi to cao",    "bi to cao",      "an bot",          "an chan",
    "an hoi lo",       "bao ke",         "bien thu",        "cat xen",
    "chay chuc",       "chiem dung",     "chiem doat",      "chung chi tien",
    "cua quyen",       "doi hoi lo",     "doi tien",        "dua hoi lo",
    "dut lot",         "ep dan nop",     "gia mao ho so",   "hoi lo",
    "khai khong",      "khai man",       "lam quyen",       "lam dung chuc",
    "lam dung quyen",  "lap khong",      "loi dung chuc",   "loi dung quyen",
    "lot tay",         "mo am",          "nhan hoi lo",     "nhan phong bi",
    "nhan tien cua",   "nhan tien de",   "nhung nhieu",     "rut ruot",
    "tham nhung",      "tham o",         "tru dap",         "vi pham phap luat cua",
    "voi tien",        "voi vinh",
};

static bool begins_with_phrase(struct str folded);

/* Folded text has single spaces between its words and none at its ends. The desk asks this of every
 * report, so it looks at the beginnings of words only. */
bool sift_may_denounce(struct arena *arena, struct str text)
{
    struct str rest = text_fold(arena, text);
    while (rest.n > 0 && !begins_with_phrase(rest)) {
        (void)str_cut(&rest, ' ');
    }
    return rest.n > 0;
}

static bool begins_with_phrase(struct str folded)
{
    for (size_t i = 0; i < COUNT(phrases); i++) {
        struct str phrase = str_of(phrases[i]);
        if (str_starts(folded, phrase) && (folded.n == phrase.n || folded.p[phrase.n] == ' ')) {
            return true;
        }
    }
    return false;
}
