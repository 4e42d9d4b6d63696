/* Places where a rule refuses, found by the compiler: each call below leaves a row of its own. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef REACH_H
#define REACH_H

#include "law/verdict.h"

/* `make check-reach` compiles every source that refuses once more, with this header in front of it
 * (-include) and two spellings replaced (mk/story.mk); nothing of it is in the program. So a
 * refusal that is added is one that a story must hear, without a list that somebody would have to
 * keep. */
struct reach_place {
    const char *file;
    const char *function;
    const char *call; /* as it stands in the source */
    int line;
};

/* The sentence is spoken at the place. `row` is where the linker put that, among all sources'. */
void reach_come(const struct reach_place *const *row, const char *sentence);

/* Rows are pointers, for a compiler may align a larger object as it likes. */
#define REACH_COME(text, sentence)                                                                 \
    __extension__({                                                                                \
        static const struct reach_place reach_here = { __FILE__, __func__, text, __LINE__ };       \
        static const struct reach_place *const reach_row                                           \
            __attribute__((section("reach_places"), used)) = &reach_here;                          \
        reach_come(&reach_row, sentence);                                                          \
    })
#define refuse_field(field, sentence, because)                                                     \
    (REACH_COME("refuse_field(" #field ", " #sentence ")", sentence),                              \
     (refuse_field)(field, sentence, because))
#define refuse(sentence, because)                                                                  \
    (REACH_COME("refuse(" #sentence ")", sentence), (refuse)(sentence, because))
#define invalid(field, sentence)                                                                   \
    (REACH_COME("invalid(" #field ", " #sentence ")", sentence), (invalid)(field, sentence))
/* For (struct verdict){ .status = STATUS_FORBIDDEN }, which says the sentence of its status. */
#define reach_status(code)                                                                         \
    (REACH_COME(#code, status_sentence(code)), (struct verdict){ .status = (code) })
/* For visit_problem(), which refuses beside a field of a page before there is a command. */
#define reach_problem(v, field, sentence)                                                          \
    (REACH_COME("problem(" #field ", " #sentence ")", sentence), visit_problem(v, field, sentence))

#endif
