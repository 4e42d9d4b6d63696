/* Syllables by the rules of spelling, and what becomes of eight of them. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/denunciation/secret.h"

#include <string.h>

#include "base/must.h"
#include "text/fold.h"

/* Where the sound begins, as it is written before a, o, u and before e, i; which of the rimes go
 * with it. */
enum rimes { RIME_A = 1, RIME_E = 2, RIME_I = 4, RIME_O = 8, RIME_U = 16, RIME_ALL = 31 };
static const struct {
    const char *broad;
    const char *narrow;
    unsigned rimes;
} ONSETS[] = {
    { "", "", RIME_ALL },
    { "b", "b", RIME_ALL },
    { "c", "k", RIME_ALL },
    { "ch", "ch", RIME_ALL },
    { "d", "d", RIME_ALL },
    { "g", "gh", RIME_ALL },
    { "h", "h", RIME_ALL },
    { "kh", "kh", RIME_ALL },
    { "l", "l", RIME_ALL },
    { "m", "m", RIME_ALL },
    { "n", "n", RIME_ALL },
    { "ng", "ngh", RIME_ALL },
    { "nh", "nh", RIME_ALL },
    { "ph", "ph", RIME_ALL },
    { "r", "r", RIME_ALL },
    { "s", "s", RIME_ALL },
    { "t", "t", RIME_ALL },
    { "th", "th", RIME_ALL },
    { "tr", "tr", RIME_ALL },
    { "v", "v", RIME_ALL },
    { "x", "x", RIME_ALL },
    /* The u of qu and the i of gi are theirs: what would begin with it again is left out. */
    { "gi", "gi", RIME_A | RIME_E | RIME_O | RIME_U },
    { "qu", "qu", RIME_A | RIME_E | RIME_I },
};
static const struct {
    unsigned kind;
    const char *list;
} RIMES[] = {
    { RIME_A, "a ac ach ai am an ang anh ao ap at au ay" },
    { RIME_E, "e ec ech em en eng enh eo ep et eu" },
    { RIME_I, "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu" },
    { RIME_O, "o oa oac oach oai oan oang oanh oat oay oc oe oen oeo oet oi om on ong op ot" },
    { RIME_U, "u ua uan uang uat uay uc ue uech uenh ui um un ung uoc uoi uom uon uong uot uou "
              "up ut uu uy uya uych uyen uyet uynh uyt" },
};

enum { CODE_SIGNS_BEHIND = 8, SYLLABLE_BITS = 11 };

static bool is_in_list(struct str syllable);
static void stretch(struct str secret, struct str origin, struct str purpose,
                    uint8_t ret[SECRET_KEY_BYTES], bool *ret_is_done);

void syllable_write(struct out *out, unsigned number)
{
    for (size_t place = 0; place < COUNT(ONSETS) * COUNT(RIMES); place++) {
        size_t o = place / COUNT(RIMES);
        size_t r = place % COUNT(RIMES);
        struct str rest = str_of((ONSETS[o].rimes & RIMES[r].kind) ? RIMES[r].list : NULL);
        struct str rime = STR_NONE;
        for (; rest.p && !rime.p; number--) {
            struct str next = str_cut(&rest, ' ');
            rime = number == 0 ? next : STR_NONE;
        }
        if (rime.p) {
            bool is_narrow = RIMES[r].kind & (RIME_E | RIME_I);
            out_str_raw(out, str_of(is_narrow ? ONSETS[o].narrow : ONSETS[o].broad));
            out_str_raw(out, rime);
            return;
        }
    }
    must(!"a syllable of that number");
}

struct str mailbox_secret_make(struct arena *arena, const uint8_t bits[SECRET_RANDOM_BYTES])
{
    struct out out = out_open(arena, SECRET_BYTES_MAX);
    unsigned kept = 0;
    unsigned kept_bits = 0;
    size_t next = 0;
    for (int i = 0; i < SECRET_SYLLABLES; i++) {
        while (kept_bits < SYLLABLE_BITS) {
            kept = kept << 8 | bits[next++];
            kept_bits += 8;
        }
        kept_bits -= SYLLABLE_BITS;
        if (i > 0) {
            out_char(&out, ' ');
        }
        syllable_write(&out, kept >> kept_bits & (SYLLABLES - 1));
    }
    must(!out.overflowed && next == SECRET_RANDOM_BYTES);
    return out_str(&out);
}

struct str mailbox_secret_read(struct arena *arena, struct str typed, struct str *ret_wrong)
{
    struct str folded = text_fold(arena, typed);
    struct str rest = folded;
    size_t count = 0;
    *ret_wrong = STR_NONE;
    while (rest.n > 0) {
        struct str syllable = str_cut(&rest, ' ');
        count++;
        if (!is_in_list(syllable)) {
            *ret_wrong = syllable;
            return STR_NONE;
        }
    }
    return count == SECRET_SYLLABLES ? folded : STR_NONE;
}

static bool is_in_list(struct str syllable)
{
    char buffer[SYLLABLE_CHARS_MAX];
    for (unsigned number = 0; number < SYLLABLES; number++) {
        struct out out = out_fixed(buffer, sizeof buffer);
        syllable_write(&out, number);
        if (str_equal(out_str(&out), syllable)) {
            return true;
        }
    }
    return false;
}

struct str denunciation_code(struct arena *arena, const uint8_t bits[CODE_RANDOM_BYTES])
{
    struct out out = out_open(arena, CODE_CHARS);
    uint64_t number = 0;
    memcpy(&number, bits, sizeof number);
    out_lit(&out, "TC");
    for (int i = 0; i < CODE_SIGNS_BEHIND; i++) {
        if (i % 4 == 0) {
            out_char(&out, '-');
        }
        out_char(&out, CODE_SIGNS[number % CODE_SIGN_COUNT]);
        number /= CODE_SIGN_COUNT;
    }
    return out_str(&out);
}

struct str denunciation_code_read(struct arena *arena, struct str typed)
{
    struct out out = out_open(arena, CODE_CHARS + 1);
    for (size_t i = 0; i < typed.n; i++) {
        char c =
            typed.p[i] >= 'a' && typed.p[i] <= 'z' ? (char)(typed.p[i] - 'a' + 'A') : typed.p[i];
        if (c == '-' || c == ' ') {
            continue;
        }
        if (out.n == 2 || out.n == 7) {
            out_char(&out, '-');
        }
        out_char(&out, c);
    }
    struct str code = out_str(&out);
    bool is_code = code.n == CODE_CHARS && str_starts(code, STR("TC-"));
    for (size_t i = 3; is_code && i < code.n; i++) {
        is_code = i == 7 || (code.p[i] && strchr(CODE_SIGNS, code.p[i]));
    }
    return is_code ? code : STR_NONE;
}

bool mailbox_of(struct str secret, struct str origin, struct mailbox *ret)
{
    uint8_t id[SECRET_KEY_BYTES] = { 0 };
    uint8_t seed[SECRET_KEY_BYTES] = { 0 };
    bool is_found = false;
    bool is_keyed = false;
    stretch(secret, origin, STR("kheo mailbox id\n"), id, &is_found);
    stretch(secret, origin, STR("kheo mailbox key\n"), seed, &is_keyed);
    if (is_found && is_keyed) {
        *ret = (struct mailbox){ hash_of(str_span(id, sizeof id)), box_key_from_secret(seed) };
    }
    secret_wipe(id, sizeof id);
    secret_wipe(seed, sizeof seed);
    return is_found && is_keyed;
}

static void stretch(struct str secret, struct str origin, struct str purpose,
                    uint8_t ret[SECRET_KEY_BYTES], bool *ret_is_done)
{
    const struct str parts[] = { purpose, origin };
    struct hash salt = hash_of_parts(parts, COUNT(parts));
    *ret_is_done = password_stretch(secret, salt.b, ret);
}
