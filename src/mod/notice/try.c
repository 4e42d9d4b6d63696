/* Says how letters leave, and puts one into the queue that goes nowhere else. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/notice/try.h"

#include "html/notice.h"
#include "text/tongue.h"

enum { EMAIL_CHARS_MAX = 200 };

static apply_fn apply_try;
static visit_fn after_try;
static bool has_sent(struct visit *v);

static const struct field fields[] = {
    FIELD(struct notice_try, email, .rules = FIELD_REQUIRED | FIELD_LINE, .max = EMAIL_CHARS_MAX,
          .label = N_("Gửi thư thử tới địa chỉ")),
};
static const struct record record = RECORD("notice_try", struct notice_try, fields);

const struct command notice_commands[1] = {
    { "notice.try", &record, POWER_ADMIN, apply_try, "Sends a letter that tells of nothing." },
};

const struct start_task notice_start_tasks[] = {
    { N_("Gửi thử một lá thư"), "/qt/hang-doi/thu", POWER_ADMIN, 60, has_sent },
    { 0 },
};

static bool has_sent(struct visit *v)
{
    return outbox_look(&v->snap->conn, OUTBOX_SENT, INT64_MAX, 1).count > 0;
}

enum status notice_try_show(struct visit *v)
{
    const struct mail_way *way = visit_mail_way(v);
    struct try_view view = {
        .page = page_open(v, N_("Gửi thử một lá thư")),
        .send_to = route_url(v, "/qt/hang-doi/thu"),
        .email = page_field(v, INPUT_EMAIL, &record, "email"),
        .smtp = str_of(way->smtp),
        .from = str_of(way->from),
    };
    view.page->back = route_url(v, "/qt/hang-doi");
    notice_try_html(page_body(v), &view);
    return v->problems.count > 0 ? STATUS_INVALID : STATUS_OK;
}

enum status notice_try_send(struct visit *v)
{
    struct notice_try *wish = new(v->arena, struct notice_try, 1);
    if (!visit_form(v, &record, wish)) {
        return notice_try_show(v);
    }
    return visit_order(v, &notice_commands[0], wish, after_try);
}

/* A wrong address shows in the queue, as it does for any letter. */
static enum status after_try(struct visit *v)
{
    return visit_refused(v) ? notice_try_show(v) : visit_go(v, route_url(v, "/qt/hang-doi"));
}

static struct verdict apply_try(struct deed *deed, const void *args, struct answer *ret)
{
    const struct notice_try *wish = args;
    const struct id about = { deed_new_id(deed) };
    outbox_put(deed, &(struct outbox_letter){
                         .channel = OUTBOX_MAIL,
                         .recipient = wish->email,
                         .subject = STR("Khéo: thư thử"),
                         .body = STR("Đây là thư thử do người quản trị gửi. Nhận được là máy chủ "
                                     "gửi thư được; không cần trả lời."),
                         .link = STR("/qt/hang-doi"),
                         .about = about,
                         .key = str_printf(deed->arena, "notice try %lld", (long long)about.v),
                     });
    *ret = (struct answer){ .subject = about };
    return VERDICT_OK;
}
