/* Taking in and taking away packs and narrations: the file, the rule, the row, the fact. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/language/language.h"
#include "text/tongue.h"

static const struct field install_fields[] = {
    FIELD(struct language_install, file, .rules = FIELD_REQUIRED, .label = N_("Tệp .po")),
    FIELD(struct language_install, code, .rules = FIELD_LINE, .max = 10, .label = N_("Tiếng")),
    FIELD(struct language_install, offer, .label = N_("Cho bà con chọn dù chưa dịch đủ")),
};
static const struct field remove_fields[] = {
    FIELD(struct language_remove, code, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 10,
          .label = N_("Tiếng")),
};
static const struct field record_fields[] = {
    FIELD(struct language_record, language, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 10,
          .label = N_("Tiếng")),
    FIELD(struct language_record, page, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Trang được đọc")),
    FIELD(struct language_record, sound, .rules = FIELD_REQUIRED, .label = N_("Tệp ghi âm")),
};
static const struct field silence_fields[] = {
    FIELD(struct language_silence, language, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 10,
          .label = N_("Tiếng")),
    FIELD(struct language_silence, page, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Trang được đọc")),
};
static const struct record install_record =
    RECORD("language.install", struct language_install, install_fields);
static const struct record remove_record =
    RECORD("language.remove", struct language_remove, remove_fields);
static const struct record record_record =
    RECORD("language.record", struct language_record, record_fields);
static const struct record silence_record =
    RECORD("language.silence", struct language_silence, silence_fields);

static apply_fn apply_install, apply_remove, apply_record, apply_silence;

const struct command language_commands[COMMAND_COUNT] = {
    [COMMAND_INSTALL] = { "language.install", &install_record, POWER_ADMIN, apply_install,
                          "Takes in the core texts in a language of the country." },
    [COMMAND_REMOVE] = { "language.remove", &remove_record, POWER_ADMIN, apply_remove,
                         "Takes a language away." },
    [COMMAND_RECORD] = { "language.record", &record_record, POWER_ADMIN, apply_record,
                         "Takes in a narration of a core page." },
    [COMMAND_SILENCE] = { "language.silence", &silence_record, POWER_ADMIN, apply_silence,
                          "Takes a narration away." },
};

/* What the ledger says of a pack, and of a narration. */
struct pack_says {
    struct str code;
    struct str name;
    struct str digest;
    int64_t translated;
    bool offered;
};
static const struct field pack_says_fields[] = {
    FIELD(struct pack_says, code),    FIELD(struct pack_says, name),
    FIELD(struct pack_says, digest),  FIELD(struct pack_says, translated),
    FIELD(struct pack_says, offered),
};
struct sound_says {
    struct str language;
    struct str page;
    struct str kind;
    int64_t seconds;
    struct str digest;
};
static const struct field sound_says_fields[] = {
    FIELD(struct sound_says, language), FIELD(struct sound_says, page),
    FIELD(struct sound_says, kind),     FIELD(struct sound_says, seconds),
    FIELD(struct sound_says, digest),
};
static const struct record pack_says_record =
    RECORD("language.pack", struct pack_says, pack_says_fields);
static const struct record sound_says_record =
    RECORD("language.sound", struct sound_says, sound_says_fields);

/* The leaf commits to these fields in this order: another list is another fact. */
const struct fact language_facts[FACT_COUNT] = {
    [FACT_INSTALLED] = { "language.installed", &pack_says_record,
                         "The core texts are there in this language." },
    [FACT_REMOVED] = { "language.removed", &remove_record, "They are there no more." },
    [FACT_RECORDED] = { "language.recorded", &sound_says_record,
                        "A core page can be listened to." },
    [FACT_SILENCED] = { "language.silenced", &silence_record, "It can no more." },
};

/* Languages are the house's: of who administers a unit at the top, or the machine. */
static bool may_keep(struct deed *deed)
{
    struct language_roots_rows roots =
        language_roots(&deed->tx->conn, &(struct language_roots){ .today = deed->today });
    bool may = deed->author->is_clock;
    for (size_t i = 0; i < roots.count; i++) {
        may = may || deed_may(deed, POWER_ADMIN, ID_OF(roots.rows[i].id));
    }
    return may;
}

static struct str object_of(struct deed *deed)
{
    char object[OBJECT_ID_BYTES];
    deed_new_object(deed, object);
    return str_copy(deed->arena, str_of(object));
}

struct str language_digest(struct arena *arena, struct str bytes)
{
    const struct hash hash = hash_of(bytes);
    struct out out = out_open(arena, 2 * HASH_BYTES);
    out_hex(&out, hash.b, HASH_BYTES);
    return out_str(&out);
}

/* --- packs ------------------------------------------------------------------------------------ */

static struct verdict apply_install(struct deed *deed, const void *args, struct answer *ret)
{
    const struct language_install *wish = args;
    if (!may_keep(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (wish->file.n > PACK_BYTES_MAX) {
        return invalid("file", N_("Tệp lớn quá 1 MB. Tệp của bộ lõi chỉ vài chục kB."));
    }
    const struct pack *pack = pack_read(deed->arena, str_span(wish->file.p, wish->file.n));
    if (pack->fault_count > 0) {
        return pack->faults[0].verdict;
    }
    if (wish->code.n > 0 && !str_equal(wish->code, pack->code)) {
        return verdict_about(invalid("file", N_("Tệp này là của tiếng khác: “%s”.")), pack->code);
    }
    struct language_get_row known;
    const bool is_known =
        language_get(&deed->tx->conn, &(struct language_get){ .code = pack->code }, &known);
    if (!is_known) {
        known.id = (struct language_id){ deed_new_id(deed) };
        known.object = object_of(deed);
    }
    const struct pack_says says = {
        .code = pack->code,
        .name = pack->name,
        .digest = language_digest(deed->arena, pack->texts),
        .translated = (int64_t)pack->translated,
        .offered = wish->offer || pack_is_enough(pack->translated),
    };
    const int64_t position = deed_emit(deed, &language_facts[FACT_INSTALLED], ID_OF(known.id),
                                       known.object, STR_NONE, &says);
    if (is_known) {
        language_update(deed->tx, &(struct language_update){ says.name, pack->texts, says.digest,
                                                             says.translated, says.offered,
                                                             position, known.id });
    } else {
        language_insert(deed->tx, &(struct language_insert){
                                      known.id, says.code, says.name, pack->texts, says.digest,
                                      says.translated, says.offered, position, known.object });
    }
    ret->text = str_printf(deed->arena, "%zu", pack->translated);
    return VERDICT_OK;
}

static struct verdict apply_remove(struct deed *deed, const void *args, struct answer *ret)
{
    const struct language_remove *wish = args;
    struct language_get_row known;
    (void)ret;
    if (!may_keep(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!language_get(&deed->tx->conn, &(struct language_get){ .code = wish->code }, &known)) {
        return invalid("code", N_("Chưa có bộ chữ của tiếng này."));
    }
    language_delete(deed->tx, &(struct language_delete){ .id = known.id });
    deed_emit(deed, &language_facts[FACT_REMOVED], ID_OF(known.id), known.object, STR_NONE, wish);
    return VERDICT_OK;
}

/* --- narrations ------------------------------------------------------------------------------- */

struct verdict narration_may(const struct language_record *wish,
                             const struct narration_sound *sound)
{
    if (!known_language(wish->language)) {
        return invalid("language", N_("Không có tiếng nào mang mã này trong danh sách."));
    }
    if (!listen_page_of(wish->page)) {
        return invalid("page", N_("Hãy chọn trang trong danh sách."));
    }
    if (wish->sound.n > NARRATION_BYTES_MAX) {
        return invalid("sound", N_("Tệp ghi âm lớn quá 1 MB. Hãy đọc ngắn lại, hoặc lưu Opus "
                                   "24 kbit/s."));
    }
    if (sound->fault != SOUND_GOOD || (sound->kind != SOUND_OGG && sound->kind != SOUND_MP4)) {
        return invalid("sound", N_("Tệp này không phải ghi âm Opus (.ogg, .opus) hay AAC (.m4a), "
                                   "hoặc đã hỏng."));
    }
    if (sound->seconds == 0) {
        return invalid("sound", N_("Tệp ghi âm không cho biết dài bao lâu. Hãy mở bằng máy ghi âm "
                                   "và lưu lại."));
    }
    if (sound->seconds > NARRATION_SECONDS_MAX) {
        return invalid("sound", N_("Ghi âm dài quá 3 phút. Hãy đọc ngắn lại."));
    }
    return VERDICT_OK;
}

/* Everybody may fetch a narration, so the reader's place and telephone are taken out first. */
static struct narration_sound clean(struct arena *arena, const struct language_record *wish,
                                    struct str *ret_bytes)
{
    struct narration_sound sound = { .fault = SOUND_BROKEN };
    if (wish->sound.n > NARRATION_BYTES_MAX) {
        return sound;
    }
    uint8_t *bytes = new(arena, uint8_t, wish->sound.n + 1);
    memcpy(bytes, wish->sound.p, wish->sound.n);
    sound.fault = sound_clean(bytes, wish->sound.n, &sound.kind);
    if (sound.fault == SOUND_GOOD) {
        sound.seconds = sound_seconds(bytes, wish->sound.n, sound.kind);
    }
    *ret_bytes = str_span(bytes, wish->sound.n);
    return sound;
}

static struct verdict apply_record(struct deed *deed, const void *args, struct answer *ret)
{
    const struct language_record *wish = args;
    struct str bytes;
    if (!may_keep(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    const struct narration_sound sound = clean(deed->arena, wish, &bytes);
    const struct verdict verdict = narration_may(wish, &sound);
    if (!verdict_is_ok(verdict)) {
        return verdict;
    }
    struct narration_find_row known;
    const bool is_known = narration_find(
        &deed->tx->conn, &(struct narration_find){ wish->language, wish->page }, &known);
    if (!is_known) {
        known.id = (struct narration_id){ deed_new_id(deed) };
        known.object = object_of(deed);
    }
    const struct sound_says says = { wish->language, wish->page, str_of(sound_name(sound.kind)),
                                     sound.seconds, language_digest(deed->arena, bytes) };
    const int64_t position = deed_emit(deed, &language_facts[FACT_RECORDED], ID_OF(known.id),
                                       known.object, STR_NONE, &says);
    const struct bytes kept = { bytes.p, bytes.n };
    if (is_known) {
        narration_update(deed->tx, &(struct narration_update){ says.kind, says.seconds, kept,
                                                               says.digest, position, known.id });
    } else {
        narration_insert(deed->tx, &(struct narration_insert){
                                       known.id, says.language, says.page, says.kind, says.seconds,
                                       kept, says.digest, position, known.object });
    }
    ret->text = str_printf(deed->arena, "%lld", (long long)sound.seconds);
    return VERDICT_OK;
}

static struct verdict apply_silence(struct deed *deed, const void *args, struct answer *ret)
{
    const struct language_silence *wish = args;
    struct narration_find_row known;
    (void)ret;
    if (!may_keep(deed)) {
        return (struct verdict){ .status = STATUS_FORBIDDEN };
    }
    if (!narration_find(&deed->tx->conn, &(struct narration_find){ wish->language, wish->page },
                        &known)) {
        return invalid("page", N_("Trang này chưa có ghi âm bằng tiếng ấy."));
    }
    narration_delete(deed->tx, &(struct narration_delete){ .id = known.id });
    deed_emit(deed, &language_facts[FACT_SILENCED], ID_OF(known.id), known.object, STR_NONE, wish);
    return VERDICT_OK;
}
