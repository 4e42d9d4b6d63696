/* embed puts the built files of the pages (style, script, fonts, icons) into the program. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#define ZLIB_CONST /* zlib's input is const */

#include <brotli/encode.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/crypt.h"
#include "base/out.h"
#include "file.h"

/* embed --blanks NAME.c DIR writes the table of studio/blank.h over the texts of DIR, and nothing
 * beside it.
 * embed --out NAME.c DIR   writes the table of web/asset.h over the files of DIR. The bytes come in
 * by .incbin, which costs the compiler nothing: straight from DIR, and for the compressed forms
 * from files that are written beside NAME.c, in the folder NAME. A DIR that is empty or not there
 * gives an empty table. */

enum { ARENA_BYTES = 1 << 30, TABLE_BYTES_MAX = 1 << 20, FILES_MAX = 256, TAG_BYTES = 6 };

struct file {
    const char *name;
    const char *media_type;
    struct str path;
    struct str bytes;
    struct str gzip; /* absent when it is not worth its place */
    struct str brotli;
};

static size_t list_files(struct arena *arena, const char *folder, struct file *files);
static struct str gzip(struct arena *arena, struct str bytes);
static struct str brotli(struct arena *arena, struct str bytes);
static struct str render(struct arena *arena, const char *out_path, const struct file *files,
                         size_t count);
static struct str render_blanks(struct arena *arena, const struct file *files, size_t count);

int main(int argc, char **argv)
{
    bool is_blanks = argc == 4 && strcmp(argv[1], "--blanks") == 0;
    if (argc != 4 || (!is_blanks && strcmp(argv[1], "--out") != 0) ||
        !str_ends(str_of(argv[2]), STR(".c"))) {
        fputs("usage: embed --out|--blanks NAME.c DIR\n", stderr);
        return 2;
    }
    const char *out_path = argv[2];
    const char *folder = argv[3];
    jmp_buf full;
    struct arena *arena = arena_create(ARENA_BYTES);
    if (!arena || arena_guard(arena, &full)) {
        fputs("embed: out of memory\n", stderr);
        return 2;
    }
    struct file *files = new(arena, struct file, FILES_MAX);
    const size_t count = list_files(arena, folder, files);
    for (size_t i = 0; i < count; i++) {
        files[i].bytes = file_read(arena, str_z(arena, files[i].path));
        if (is_blanks) {
            continue;
        }
        files[i].gzip = gzip(arena, files[i].bytes);
        files[i].brotli = brotli(arena, files[i].bytes);
    }
    file_write(arena, out_path,
               is_blanks ? render_blanks(arena, files, count)
                         : render(arena, out_path, files, count));
    arena_destroy(arena);
    return 0;
}

/* NULL for a kind of file that we do not serve. */
static const char *media_type_of(const char *name)
{
    static const struct {
        const char *ending;
        const char *media_type;
    } types[] = {
        { ".css", "text/css; charset=utf-8" },
        { ".js", "text/javascript; charset=utf-8" },
        { ".svg", "image/svg+xml" },
        { ".png", "image/png" },
        { ".ico", "image/vnd.microsoft.icon" },
        { ".woff2", "font/woff2" },
        { ".txt", "text/plain; charset=utf-8" },
    };
    for (size_t i = 0; i < COUNT(types); i++) {
        if (str_ends(str_of(name), str_of(types[i].ending))) {
            return types[i].media_type;
        }
    }
    return NULL;
}

static int compare_files(const void *a, const void *b)
{
    return strcmp(((const struct file *)a)->name, ((const struct file *)b)->name);
}

static COLD NORETURN void refuse(const char *name, const char *sentence)
{
    fprintf(stderr, "%s: error: %s\n", name, sentence);
    exit(1);
}

/* By name. */
static size_t list_files(struct arena *arena, const char *folder, struct file *files)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    size_t count = 0;
    DIR *listing = opendir(folder);
    for (struct dirent *entry = NULL; listing && (entry = readdir(listing));) {
        if (entry->d_name[0] == '.') {
            continue;
        }
        if (count == FILES_MAX) {
            refuse(folder, "too many files");
        }
        struct file *file = &files[count++];
        file->name = str_z(arena, str_of(entry->d_name));
        file->path = str_printf(arena, "%s/%s", folder, file->name);
        file->media_type = media_type_of(file->name);
        if (!file->media_type || file->name[strspn(file->name, letters)]) {
            refuse(str_z(arena, file->path), "the server knows css, js, svg, png, ico, woff2 and "
                                             "txt, with names of a-z, 0-9, '.', '-' and '_'");
        }
    }
    if (listing) {
        closedir(listing);
    }
    qsort(files, count, sizeof *files, compare_files);
    return count;
}

/* Absent unless it saves a tenth: what is compressed already would only cost the reader time. */
static struct str worth_it(struct str bytes, const void *compressed, size_t n)
{
    return n > 0 && n < bytes.n - bytes.n / 10 ? str_span(compressed, n) : STR_NONE;
}

/* Without a file name or a date, so that the same bytes give the same program. */
static struct str gzip(struct arena *arena, struct str bytes)
{
    enum { WINDOW_BITS = 15, GZIP_FORMAT = 16, MEMORY_LEVEL = 9 };
    z_stream stream = { 0 };
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, WINDOW_BITS + GZIP_FORMAT,
                     MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) {
        refuse("zlib", "out of memory");
    }
    const size_t capacity = deflateBound(&stream, bytes.n);
    unsigned char *compressed = new(arena, unsigned char, capacity);
    stream.next_in = (const Bytef *)bytes.p;
    stream.avail_in = (uInt)bytes.n;
    stream.next_out = compressed;
    stream.avail_out = (uInt)capacity;
    const size_t n = deflate(&stream, Z_FINISH) == Z_STREAM_END ? stream.total_out : 0;
    deflateEnd(&stream);
    return worth_it(bytes, compressed, n);
}

static struct str brotli(struct arena *arena, struct str bytes)
{
    size_t n = BrotliEncoderMaxCompressedSize(bytes.n);
    uint8_t *compressed = new(arena, uint8_t, n);
    const bool is_done =
        BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC,
                              bytes.n, (const uint8_t *)bytes.p, &n, compressed);
    return worth_it(bytes, compressed, is_done ? n : 0);
}

/* Declares `kind`_N over the bytes of the file at path; nothing when they are absent. */
static void write_bytes(struct out *out, const char *kind, size_t number, struct str path)
{
    out_printf(out, "extern const char %s_%zu[];\n", kind, number);
    out_printf(out, "__asm__(\".pushsection .rodata\\n.global %s_%zu\\n.hidden %s_%zu\\n\"\n", kind,
               number, kind, number);
    out_printf(out, "        \"%s_%zu: .incbin \\\"%.*s\\\"\\n.popsection\");\n", kind, number,
               STR_ARG(path));
}

/* The compressed form gets a file of its own, for .incbin to find. */
static void write_compressed(struct arena *arena, struct out *out, const char *kind, size_t number,
                             struct str path, struct str bytes)
{
    if (bytes.p) {
        file_write(arena, str_z(arena, path), bytes);
        write_bytes(out, kind, number, path);
    }
}

static void write_span(struct out *out, const char *kind, size_t number, struct str bytes)
{
    if (bytes.p) {
        out_printf(out, ", { %s_%zu, %zu }", kind, number, bytes.n);
    } else {
        out_lit(out, ", { NULL, 0 }");
    }
}

/* A hash of all names and bytes: when a file changes, every address does. */
static struct str tag_of(struct arena *arena, const struct file *files, size_t count)
{
    struct str *parts = new(arena, struct str, 2 * count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct hash hash = hash_of(files[i].bytes);
        parts[2 * i] = str_of(files[i].name);
        parts[2 * i + 1] = str_copy(arena, hash_str(&hash));
    }
    const struct hash all = hash_of_parts(parts, 2 * count);
    struct out tag = out_open(arena, (size_t)2 * TAG_BYTES);
    out_hex(&tag, all.b, TAG_BYTES);
    return out_str(&tag);
}

static struct str render(struct arena *arena, const char *out_path, const struct file *files,
                         size_t count)
{
    const struct str beside = str_slice(str_of(out_path), 0, strlen(out_path) - strlen(".c"));
    const struct str tag = tag_of(arena, files, count);
    struct out out = out_open(arena, TABLE_BYTES_MAX);
    out_lit(&out, "/* The files that pages use, made by embed. */\n#include \"web/asset.h\"\n\n");
    for (size_t i = 0; i < count; i++) {
        const struct str gz = str_printf(arena, "%.*s/%s.gz", STR_ARG(beside), files[i].name);
        const struct str br = str_printf(arena, "%.*s/%s.br", STR_ARG(beside), files[i].name);
        write_bytes(&out, "bytes", i, files[i].path);
        write_compressed(arena, &out, "gzip", i, gz, files[i].gzip);
        write_compressed(arena, &out, "brotli", i, br, files[i].brotli);
    }
    out_lit(&out, "\nconst struct asset assets[] = {\n");
    for (size_t i = 0; i < count; i++) {
        out_printf(&out, "    { \"%s\", ASSET_PATH \"%.*s/%s\", \"%s\"", files[i].name,
                   STR_ARG(tag), files[i].name, files[i].media_type);
        write_span(&out, "bytes", i, files[i].bytes);
        write_span(&out, "gzip", i, files[i].gzip);
        write_span(&out, "brotli", i, files[i].brotli);
        out_lit(&out, " },\n");
    }
    out_lit(&out, "    { NULL, NULL, NULL, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } },\n};\n");
    out_printf(&out, "\nconst char assets_tag[] = \"%.*s\";\n", STR_ARG(tag));
    return out_str(&out);
}

static struct str render_blanks(struct arena *arena, const struct file *files, size_t count)
{
    struct out out = out_open(arena, TABLE_BYTES_MAX);
    out_lit(&out, "/* Made by tools/embed; do not edit. */\n#include \"studio/blank.h\"\n\n");
    for (size_t i = 0; i < count; i++) {
        write_bytes(&out, "blank", i, files[i].path);
    }
    out_lit(&out, "\nconst struct blank_file blank_files[] = {\n");
    for (size_t i = 0; i < count; i++) {
        out_printf(&out, "    { \"%s\"", files[i].name);
        write_span(&out, "blank", i, files[i].bytes);
        out_lit(&out, " },\n");
    }
    out_lit(&out, "    { NULL, { NULL, 0 } },\n};\n");
    return out_str(&out);
}
