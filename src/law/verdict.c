/* Verdicts are made and told to people. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "law/verdict.h"

#include "law/say.h"
#include "text/tongue.h"

bool verdict_is_ok(struct verdict verdict)
{
    return verdict.status == STATUS_OK;
}

struct verdict refuse(const char *sentence, const struct cite *because)
{
    return (struct verdict){ .status = STATUS_REFUSED, .sentence = sentence, .because = because };
}

struct verdict refuse_field(const char *field, const char *sentence, const struct cite *because)
{
    struct verdict verdict = refuse(sentence, because);
    verdict.field = field;
    return verdict;
}

struct verdict invalid(const char *field, const char *sentence)
{
    return (struct verdict){ .status = STATUS_INVALID, .field = field, .sentence = sentence };
}

struct verdict verdict_about(struct verdict verdict, struct str detail)
{
    verdict.detail = detail;
    return verdict;
}

void verdict_write(struct out *out, const struct verdict *verdict)
{
    const char *sentence = verdict->sentence ? verdict->sentence : status_sentence(verdict->status);
    say(out, sentence, verdict->word ? say_word(out, verdict->word) : verdict->detail);
}

void verdict_write_full(struct out *out, const struct verdict *verdict)
{
    verdict_write(out, verdict);
    if (verdict->because && cite_is_given(verdict->because)) {
        out_str_raw(out, say_word(out, N_(" (căn cứ: ")));
        cite_write(out, verdict->because);
        out_char(out, ')');
    }
}
