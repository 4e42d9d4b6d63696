/* Taking a recording in: what it is, what it must not tell, and the sealed file before any row. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/feedback/recording_page.h"

#include <string.h>

#include "mod/feedback/photo_page.h"
#include "base/sound.h"
#include "text/tongue.h"

/* What is removed again when the visit ends and no row names it. */
struct unkept {
    const struct visit *v;
    const struct recording *recording;
};

static bool find_file(struct visit *v, const char *field, struct str *ret);
static enum status keep(struct visit *v, struct str sound, enum sound_kind kind,
                        struct recording *ret);
static void remove_unkept(void *subject);

static const char *const faults[SOUND_FAULTS] = {
    [SOUND_UNKNOWN] =
        N_("Tệp này không phải ghi âm M4A, AAC, WebM, Ogg, 3GP, AMR. Hãy chọn tệp khác."),
    [SOUND_WAVE] = N_("Ghi âm kiểu WAV nặng quá. Hãy ghi lại bằng kiểu M4A hoặc AAC."),
    [SOUND_VIDEO] = N_("Tệp này có hình, không chỉ có tiếng. Hãy ghi âm, đừng quay phim."),
    [SOUND_BROKEN] = N_("Tệp ghi âm không mở được, có lẽ bị cắt cụt. Hãy ghi lại."),
};

enum status recording_take(struct visit *v, const char *field, struct recording *ret)
{
    struct unkept *unkept = new(v->arena, struct unkept, 1);
    struct str file = STR_NONE;
    enum sound_kind kind = SOUND_NONE;
    *unkept = (struct unkept){ v, ret };
    arena_defer(v->arena, remove_unkept, unkept);
    if (!find_file(v, field, &file)) {
        return STATUS_OK;
    }
    struct arena_mark mark = arena_mark(v->arena);
    uint8_t *sound = new(v->arena, uint8_t, file.n);
    memcpy(sound, file.p, file.n);
    enum sound_fault fault = sound_clean(sound, file.n, &kind);
    enum status status =
        fault == SOUND_GOOD ? keep(v, str_span(sound, file.n), kind, ret) : STATUS_OK;
    arena_undo(v->arena, mark);
    if (fault != SOUND_GOOD) {
        visit_problem(v, field, faults[fault]);
    }
    return status;
}

static bool find_file(struct visit *v, const char *field, struct str *ret)
{
    for (size_t i = 0; i < v->form.file_count; i++) {
        const struct form_file *file = &v->form.files[i];
        /* A browser sends an empty one where none was chosen. */
        if (!str_equal(file->field, str_of(field)) || (file->bytes.n == 0 && !file->is_too_large)) {
            continue;
        }
        if (file->is_too_large || file->bytes.n > RECORDING_BYTES_MAX) {
            visit_problem(v, field,
                          N_("Bản ghi âm nặng quá 3 MB. Hãy ghi lại ngắn hơn, tối đa 3 phút."));
            return false;
        }
        *ret = file->bytes;
        return true;
    }
    return false;
}

static enum status keep(struct visit *v, struct str sound, enum sound_kind kind,
                        struct recording *ret)
{
    const char *name = sound_name(kind);
    size_t n = sound.n + SECRET_OVERHEAD_BYTES;
    uint8_t *sealed = new(v->arena, uint8_t, n);
    memcpy(ret->kind, name, strlen(name) + 1);
    ret->sha256 = hash_of(sound);
    ret->bytes = (int64_t)sound.n;
    random_bytes(ret->key, sizeof ret->key);
    secret_seal(ret->key, sound, recording_seal(), sealed);
    return files_put(visit_files(v), str_span(sealed, n), ret->name);
}

static void remove_unkept(void *subject)
{
    const struct unkept *unkept = subject;
    if (unkept->recording->name[0] && !upload_is_kept(unkept->v->order)) {
        (void)files_remove(visit_files(unkept->v), str_of(unkept->recording->name));
    }
}
