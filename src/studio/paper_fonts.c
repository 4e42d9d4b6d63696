/* The fonts of papers: a closed list, opened before the sandbox, and pango kept to one thread. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include <fontconfig/fontconfig.h>
#include <malloc.h>
#include <stdlib.h>

#include "base/attr.h"
#include "studio/paper_private.h"

/* Cairo keeps ten font files open and closes one of them for the eleventh, which the sandbox could
 * not open again: ten is the most that may stand here. The machine's own settings are not asked, so
 * that a paper looks alike everywhere. */
#define FOLDER "/usr/share/fonts/truetype/"
static const char *const files[] = {
    FOLDER "liberation2/LiberationSerif-Regular.ttf",
    FOLDER "liberation2/LiberationSerif-Bold.ttf",
    FOLDER "liberation2/LiberationSerif-Italic.ttf",
    FOLDER "noto/NotoSans-Regular.ttf",
    FOLDER "noto/NotoSans-Bold.ttf",
    FOLDER "liberation2/LiberationMono-Regular.ttf",
    FOLDER "liberation2/LiberationMono-Bold.ttf",
    FOLDER "noto/NotoSansTaiViet-Regular.ttf",
    FOLDER "noto/NotoSansCham-Regular.ttf",
    FOLDER "noto/NotoSansKhmer-Regular.ttf",
};
enum { FILES_OPEN_MAX = 10, FILES_NEEDED = 5 };
_Static_assert(COUNT(files) <= FILES_OPEN_MAX, "cairo closes what the sandbox cannot open again");

/* Letters want bold and slanted for one word, and the list is full: it is the slanted font, made
 * bolder. Nothing else is. */
static const char bold_italic[] =
    "<fontconfig><match target=\"font\">"
    "<test name=\"family\"><string>Liberation Serif</string></test>"
    "<test name=\"slant\" compare=\"more_eq\"><const>italic</const></test>"
    "<test name=\"weight\" compare=\"less_eq\"><const>medium</const></test>"
    "<test target=\"pattern\" name=\"weight\" compare=\"more_eq\"><const>bold</const></test>"
    "<edit name=\"embolden\"><bool>true</bool></edit>"
    "</match></fontconfig>";

static GThread *first_thread;

static GLogWriterOutput say_nothing(GLogLevelFlags level, const GLogField *fields, gsize count,
                                    gpointer subject);
static void print_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message,
                          gpointer subject);

PangoFontMap *paper_fonts_open(void)
{
    /* A heap of its own for the one thread would reserve a quarter of the sandbox's memory. */
    mallopt(M_ARENA_MAX, 1);
    /* What glib says goes to standard error, which the sandbox answers with death. */
    g_log_set_writer_func(say_nothing, NULL, NULL);
    g_log_set_default_handler(print_nothing, NULL);
    /* Else the clock's zone is looked up again for each PDF's date, which is given anyway. */
    setenv("TZ", "UTC0", 1);
    FcConfig *fonts = FcConfigCreate();
    bool has_needed = fonts && FcConfigSetCurrent(fonts) &&
                      FcConfigParseAndLoadFromMemory(fonts, (const FcChar8 *)bold_italic, FcTrue);
    for (size_t i = 0; fonts && i < COUNT(files); i++) {
        bool is_open = FcConfigAppFontAddFile(fonts, (const FcChar8 *)files[i]);
        has_needed &= is_open || i >= FILES_NEEDED;
    }
    return has_needed ? pango_cairo_font_map_new() : NULL;
}

void paper_fonts_close_threads(void)
{
    if (first_thread) {
        g_thread_join(first_thread);
    }
}

/* Pango 1.50 has a new thread match fonts for each new style and waits for it. In the sandbox no
 * thread can start, so this stands in front of glib's function, and the caller does the work. The
 * first is a real one: it initialises fontconfig and takes a lock that pango holds meanwhile. No
 * other part of this program uses glib. */
__attribute__((visibility("default"))) GThread *g_thread_new(const gchar *name, GThreadFunc work,
                                                             gpointer subject)
{
    if (!first_thread) {
        first_thread = g_thread_try_new(name, work, subject, NULL);
        return g_thread_ref(first_thread);
    }
    work(subject);
    return g_thread_ref(g_thread_self());
}

static GLogWriterOutput say_nothing(GLogLevelFlags level, const GLogField *fields, gsize count,
                                    gpointer subject)
{
    (void)level;
    (void)fields;
    (void)count;
    (void)subject;
    return G_LOG_WRITER_HANDLED;
}

static void print_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message,
                          gpointer subject)
{
    (void)domain;
    (void)level;
    (void)message;
    (void)subject;
}
