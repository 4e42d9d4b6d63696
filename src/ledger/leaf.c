/* Writing and reading leaves: eight lines in one order, and not a byte more. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "ledger/leaf.h"

#include <string.h>

#include "base/limits.h"
#include "base/must.h"
#include "ledger/lines.h"

#define FIRST_LINE "kheo-leaf/v1"

static bool type_is_valid(struct str type) PURE;
static bool read_lines(struct str bytes, struct leaf *ret);
static bool read_unit(struct str text, struct str *ret);
static bool read_object(struct str text, char ret[OBJECT_ID_BYTES]);
static bool read_previous(struct str text, int64_t version, struct hash *ret);

void leaf_write(struct out *out, const struct leaf *leaf)
{
    must(leaf_is_valid(leaf));
    out_lit(out, FIRST_LINE "\nt=");
    out_str_raw(out, leaf->type);
    out_lit(out, "\nat=");
    out_int(out, leaf->at.s);
    out_lit(out, "\nu=");
    out_str_raw(out, leaf->unit.p ? leaf->unit : STR("-"));
    out_lit(out, "\no=");
    out_bytes(out, leaf->object, OBJECT_ID_CHARS);
    out_lit(out, "\nv=");
    out_int(out, leaf->version);
    out_lit(out, "\np=");
    if (leaf->version > 1) {
        out_base64url(out, leaf->previous.b, HASH_BYTES);
    } else {
        out_char(out, '-');
    }
    out_lit(out, "\nc=");
    out_base64url(out, leaf->commitment.b, HASH_BYTES);
    out_char(out, '\n');
}

bool leaf_parse(struct str bytes, struct leaf *ret)
{
    struct leaf leaf;
    if (!read_lines(bytes, &leaf) || !leaf_is_valid(&leaf)) {
        return false;
    }
    /* The lines were taken one by one; what would not be written the same way is refused here. */
    char buffer[LEAF_BYTES_MAX];
    struct out again = out_fixed(buffer, sizeof(buffer));
    leaf_write(&again, &leaf);
    if (again.overflowed || !str_equal(out_str(&again), bytes)) {
        return false;
    }
    *ret = leaf;
    return true;
}

struct hash leaf_hash(struct str bytes)
{
    const struct str parts[] = { str_span("\0", 1), bytes };
    return hash_of_parts(parts, COUNT(parts));
}

bool leaf_is_valid(const struct leaf *leaf)
{
    return type_is_valid(leaf->type) && leaf->at.s > 0 &&
           (!leaf->unit.p || leaf_unit_is_valid(leaf->unit)) &&
           object_id_is_valid(str_span(leaf->object, OBJECT_ID_CHARS)) && leaf->version > 0;
}

bool leaf_unit_is_valid(struct str code)
{
    if (code.n < 1 || code.n > LEAF_UNIT_CHARS_MAX || code.p[0] == '-' || code.p[0] == '.') {
        return false;
    }
    for (size_t i = 0; i < code.n; i++) {
        char c = code.p[i];
        if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') &&
            c != '-' && c != '.') {
            return false;
        }
    }
    return true;
}

void object_id_from(const uint8_t random[OBJECT_ID_RANDOM_BYTES], char ret[OBJECT_ID_BYTES])
{
    static const char signs[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /* 128 bits are 25 signs of 5 bits and 3 bits over, which the first sign holds. */
    unsigned bits = 0;
    unsigned bit_count = 2;
    size_t n = 0;
    for (size_t i = 0; i < OBJECT_ID_RANDOM_BYTES; i++) {
        bits = bits << 8 | random[i];
        bit_count += 8;
        for (; bit_count >= 5; bit_count -= 5) {
            ret[n++] = signs[bits >> (bit_count - 5) & 31];
        }
    }
    ret[n] = '\0';
}

bool object_id_is_valid(struct str id)
{
    for (size_t i = 0; i < id.n; i++) {
        char c = id.p[i];
        if (!(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
            return false;
        }
    }
    return id.n == OBJECT_ID_CHARS;
}

static bool type_is_valid(struct str type)
{
    struct str fact = type;
    struct str module = str_cut(&fact, '.');
    return type.n <= LEAF_TYPE_CHARS_MAX && word_is_valid(module, LEAF_TYPE_CHARS_MAX) &&
           word_is_valid(fact, LEAF_TYPE_CHARS_MAX);
}

static bool read_lines(struct str bytes, struct leaf *ret)
{
    struct leaf leaf = { 0 };
    struct str rest = bytes;
    struct str first;
    struct str at;
    struct str unit;
    struct str object;
    struct str version;
    struct str previous;
    struct str commitment;
    if (!line_cut_after(&rest, STR(FIRST_LINE), &first) ||
        !line_cut_after(&rest, STR("t="), &leaf.type) || !line_cut_after(&rest, STR("at="), &at) ||
        !line_cut_after(&rest, STR("u="), &unit) || !line_cut_after(&rest, STR("o="), &object) ||
        !line_cut_after(&rest, STR("v="), &version) ||
        !line_cut_after(&rest, STR("p="), &previous) ||
        !line_cut_after(&rest, STR("c="), &commitment)) {
        return false;
    }
    if (!str_to_int(at, &leaf.at.s) || !read_unit(unit, &leaf.unit) ||
        !read_object(object, leaf.object) || !str_to_int(version, &leaf.version) ||
        !read_previous(previous, leaf.version, &leaf.previous) ||
        !hash_from_base64url(commitment, &leaf.commitment)) {
        return false;
    }
    *ret = leaf;
    return true;
}

static bool read_unit(struct str text, struct str *ret)
{
    *ret = str_equal(text, STR("-")) ? STR_NONE : text;
    return text.n > 0;
}

static bool read_object(struct str text, char ret[OBJECT_ID_BYTES])
{
    if (text.n != OBJECT_ID_CHARS) {
        return false;
    }
    memcpy(ret, text.p, OBJECT_ID_CHARS);
    ret[OBJECT_ID_CHARS] = '\0';
    return true;
}

static bool read_previous(struct str text, int64_t version, struct hash *ret)
{
    return version > 1 ? hash_from_base64url(text, ret) : str_equal(text, STR("-"));
}
