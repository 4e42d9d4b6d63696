/* Chunks, sign by sign, so that it does not matter where a packet ends. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/wire_chunks.h"

enum { DIGITS_MAX = 8 };

enum place { SIZE, SIZE_LF, DATA, DATA_CR, DATA_LF, END_CR, END_LF, DONE };

static bool take_sign(struct chunks *chunks, char sign);
static bool take_digit(struct chunks *chunks, char sign);
static bool step_if(struct chunks *chunks, bool is_right, enum place next);

enum chunk_step chunks_take(struct chunks *chunks, struct str *rest, struct str *ret_piece)
{
    while (rest->n > 0) {
        if (chunks->place == DATA) {
            size_t n = rest->n < chunks->left_bytes ? rest->n : (size_t)chunks->left_bytes;
            *ret_piece = str_slice(*rest, 0, n);
            *rest = str_slice(*rest, n, rest->n);
            chunks->left_bytes -= n;
            (void)step_if(chunks, chunks->left_bytes == 0, DATA_CR);
            return CHUNK_DATA;
        }
        if (!take_sign(chunks, rest->p[0])) {
            return CHUNK_BROKEN;
        }
        *rest = str_slice(*rest, 1, rest->n);
        if (chunks->place == DONE) {
            return CHUNK_END;
        }
    }
    return CHUNK_MORE;
}

static bool take_sign(struct chunks *chunks, char sign)
{
    switch ((enum place)chunks->place) {
    case SIZE:
        return take_digit(chunks, sign) ||
               step_if(chunks, sign == '\r' && chunks->digits > 0, SIZE_LF);
    case SIZE_LF:
        chunks->digits = 0;
        return step_if(chunks, sign == '\n', chunks->left_bytes > 0 ? DATA : END_CR);
    case DATA_CR:
        return step_if(chunks, sign == '\r', DATA_LF);
    case DATA_LF:
        return step_if(chunks, sign == '\n', SIZE);
    case END_CR:
        return step_if(chunks, sign == '\r', END_LF);
    case END_LF:
        return step_if(chunks, sign == '\n', DONE);
    case DATA:
    case DONE:
        break;
    }
    return false;
}

static bool take_digit(struct chunks *chunks, char sign)
{
    unsigned digit = sign >= '0' && sign <= '9'   ? (unsigned)(sign - '0')
                     : sign >= 'a' && sign <= 'f' ? (unsigned)(sign - 'a' + 10)
                     : sign >= 'A' && sign <= 'F' ? (unsigned)(sign - 'A' + 10)
                                                  : 16;
    if (digit == 16 || chunks->digits == DIGITS_MAX) {
        return false;
    }
    chunks->left_bytes = chunks->left_bytes * 16 + digit;
    chunks->digits++;
    return true;
}

static bool step_if(struct chunks *chunks, bool is_right, enum place next)
{
    if (is_right) {
        chunks->place = next;
    }
    return is_right;
}
