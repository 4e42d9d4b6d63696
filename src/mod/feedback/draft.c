/* Drafts: a report being written, kept on the server at an address that cannot be guessed. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/draft.h"

#include "base/limits.h"
#include "mod/feedback/photo.h"
#include "mod/feedback/recording.h"
#include "text/tongue.h"

enum { TOKEN_BYTES = 16 };

static const struct field draft_fields[] = {
    FIELD(struct draft, token, .rules = FIELD_SECRET),
    FIELD(struct draft, unit),
    FIELD(struct draft, category),
    FIELD(struct draft, text, .max = TEXT_LONG_CHARS_MAX),
    FIELD(struct draft, place),
    FIELD(struct draft, lat_micro),
    FIELD(struct draft, lon_micro),
    FIELD(struct draft, identity),
    FIELD(struct draft, name, .rules = FIELD_PERSONAL),
    FIELD(struct draft, phone, .rules = FIELD_PERSONAL),
    FIELD(struct draft, email, .rules = FIELD_PERSONAL),
    FIELD(struct draft, replies, .rules = FIELD_PERSONAL),
};
const struct record draft_record = RECORD("draft", struct draft, draft_fields);
static const struct field draft_drop_fields[] = {
    FIELD(struct draft_drop, token, .rules = FIELD_SECRET),
};
const struct record draft_drop_record = RECORD("draft_drop", struct draft_drop, draft_drop_fields);
static const struct field draft_drawn_fields[] = {
    FIELD(struct draft, code),
    FIELD(struct draft, photos, .rules = FIELD_PERSONAL),
    FIELD(struct draft, dropped),
    FIELD(struct draft, recording, .rules = FIELD_PERSONAL),
};
const struct record draft_drawn_record = RECORD("draft", struct draft, draft_drawn_fields);

bool draft_load(struct conn *conn, struct str token, struct draft *ret)
{
    struct hash hash = draft_hash(token);
    struct draft_get_row row;
    if (!draft_get(conn, &(struct draft_get){ .token_hash = { hash.b, HASH_BYTES } }, &row)) {
        return false;
    }
    *ret = (struct draft){
        .token = token,
        .unit = row.unit_code,
        .category = row.category_slug,
        .text = row.text,
        .place = row.place,
        .lat_micro = row.lat_micro,
        .lon_micro = row.lon_micro,
        .identity = row.identity,
        .name = row.name,
        .phone = row.phone,
        .email = row.email,
        .replies = row.replies,
        .code = row.code,
    };
    return true;
}

/* An address for a new draft: drawn by the desk, so that a first click that is sent twice is one
 * wish, and leads to the same draft. */
static struct str new_token(struct deed *deed)
{
    uint8_t bits[TOKEN_BYTES];
    struct out text = out_open(deed->arena, 2 * sizeof bits);
    deed_random(deed, bits, sizeof bits);
    out_hex(&text, bits, sizeof bits);
    return out_str(&text);
}

struct verdict apply_draft_save(struct deed *deed, const void *args, struct answer *ret)
{
    const struct draft *draft = args;
    struct str token = draft->token.p ? draft->token : new_token(deed);
    struct hash hash = draft_hash(token);
    struct draft_get_row before;
    draft_get(&deed->tx->conn, &(struct draft_get){ .token_hash = { hash.b, HASH_BYTES } },
              &before);
    if (before.code.p && (draft->photos.p || draft->recording.p)) {
        return refuse(N_("Hồ sơ này đã gửi rồi, tệp vừa chọn chưa được nhận."), NULL);
    }
    draft_put(deed->tx, &(struct draft_put){
                            .token_hash = { hash.b, HASH_BYTES },
                            .saved_at = deed->now,
                            .unit_code = draft->unit,
                            .category_slug = draft->category,
                            .text = draft->text,
                            .place = draft->place,
                            .lat_micro = draft->lat_micro,
                            .lon_micro = draft->lon_micro,
                            .identity = draft->identity,
                            .name = draft->name,
                            .phone = draft->phone,
                            .email = draft->email,
                            .replies = draft->replies,
                        });
    ret->text = token;
    recording_draft(deed, hash, draft->recording, draft->dropped);
    return photos_draft(deed, hash, photos_read(deed->arena, draft->photos), draft->dropped);
}

/* One that was sent meanwhile is no draft any more. */
struct verdict apply_draft_drop(struct deed *deed, const void *args, struct answer *ret)
{
    const struct draft_drop *drop = args;
    struct hash hash = draft_hash(drop->token);
    struct bytes key = { hash.b, HASH_BYTES };
    struct draft_get_row row;
    (void)ret;
    if (!draft_get(&deed->tx->conn, &(struct draft_get){ .token_hash = key }, &row) || row.code.p) {
        return (struct verdict){ .status = STATUS_CONFLICT };
    }
    photos_drop(deed->tx, &(struct photos_drop){ .draft_hash = key });
    recordings_drop(deed->tx, &(struct recordings_drop){ .draft_hash = key });
    draft_delete(deed->tx, &(struct draft_delete){ .token_hash = key });
    deed_forget_rows(deed);
    return VERDICT_OK;
}

struct verdict apply_draft_sweep(struct deed *deed, const void *args, struct answer *ret)
{
    (void)args;
    (void)ret;
    struct instant before = { deed->now.s - DRAFT_DAYS * DAY_S };
    photos_forget(deed->tx, &(struct photos_forget){ .before = before });
    recordings_forget(deed->tx, &(struct recordings_forget){ .before = before });
    draft_forget(deed->tx, &(struct draft_forget){ .before = before });
    return VERDICT_OK;
}

bool draft_token_is_good(struct str token)
{
    for (size_t i = 0; i < token.n; i++) {
        bool is_digit = token.p[i] >= '0' && token.p[i] <= '9';
        if (!is_digit && !(token.p[i] >= 'a' && token.p[i] <= 'f')) {
            return false;
        }
    }
    return token.n == 2 * TOKEN_BYTES;
}

struct send draft_sending(const struct draft *draft)
{
    return (struct send){
        .unit = draft->unit,
        .category = draft->category,
        .text = draft->text,
        .place = draft->place,
        .lat_micro = draft->lat_micro,
        .lon_micro = draft->lon_micro,
        .identity = draft->identity,
        .name = draft->name,
        .phone = draft->phone,
        .email = draft->email,
        .channel = STR("web"),
        .draft = draft->token,
        .replies = draft->replies,
    };
}

void draft_sent(struct deed *deed, struct str token, struct str code)
{
    struct hash hash = draft_hash(token);
    struct draft_get_row before;
    if (!draft_get(&deed->tx->conn, &(struct draft_get){ .token_hash = { hash.b, HASH_BYTES } },
                   &before)) {
        draft_put(deed->tx, &(struct draft_put){ .token_hash = { hash.b, HASH_BYTES },
                                                 .saved_at = deed->now });
    }
    photos_drop(deed->tx, &(struct photos_drop){ .draft_hash = { hash.b, HASH_BYTES } });
    recordings_drop(deed->tx, &(struct recordings_drop){ .draft_hash = { hash.b, HASH_BYTES } });
    draft_empty(deed->tx, &(struct draft_empty){ .token_hash = { hash.b, HASH_BYTES },
                                                 .code = code,
                                                 .saved_at = deed->now });
}

struct hash draft_hash(struct str token)
{
    const struct str parts[] = { STR("kheo draft\n"), token };
    return hash_of_parts(parts, COUNT(parts));
}
