/* What a page needs to be listened to, and the languages that came as data. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "web/listen.h"

#include "base/must.h"
#include "text/spoken.h"
#include "web/cookie.h"
#include "web/module.h"
#include "web/page.h"
#include "web/server.h"

const struct listen_page listen_pages[] = {
    { "trang-dau", N_("Trang đầu"), "/" },
    { "gui", N_("Bắt đầu gửi phản ánh"), "/gui" },
    { "tra-cuu", N_("Tra cứu hồ sơ"), "/tra-cuu" },
    { "bien-nhan", N_("Biên nhận"), NULL },
    { "ho-so", N_("Theo dõi hồ sơ"), NULL },
    { "tro-giup", N_("Trợ giúp"), "/tro-giup" },
    { NULL, NULL, NULL },
};

const struct listen_page *listen_page_of(struct str key)
{
    for (const struct listen_page *page = listen_pages; page->key; page++) {
        if (str_equal(key, str_of(page->key))) {
            return page;
        }
    }
    return NULL;
}

const struct languages *languages_of(const struct visit *v)
{
    return v->server->languages;
}

size_t languages_choices(struct visit *v, const struct tongue_choice **ret)
{
    const struct languages *languages = languages_of(v);
    return languages ? languages->choices(v, ret) : 0;
}

void languages_choose(struct visit *v)
{
    const struct languages *languages = languages_of(v);
    const struct str code = cookie_get(v->request, "tieng");
    if (!languages || code.n == 0 || v->face != FACE_HTML || tongue_find(code)) {
        return;
    }
    const struct tongue *tongue = languages->tongue(v, code);
    if (tongue) {
        v->tongue = tongue;
        v->reply->body.tongue = tongue;
    }
}

void page_listen(struct page *page, const char *key, struct str text)
{
    struct visit *v = page->visit;
    must(listen_page_of(str_of(key)));
    if (v->route->flags & ROUTE_SEALED) {
        return;
    }
    const bool is_vietnamese = tongue_is_source(v->tongue);
    struct listen_view *view = new(v->arena, struct listen_view, 1);
    *view = (struct listen_view){
        .language = page->language,
        .spoken = is_vietnamese && text.n > 0 ? spoken(v->arena, text) : STR_NONE,
        .may_speak = !v->tongue || !v->tongue->is_marked,
    };
    const struct languages *languages = languages_of(v);
    if (languages) {
        (void)languages->narration(v, key, &view->narration);
    }
    page->listen = view;
}
