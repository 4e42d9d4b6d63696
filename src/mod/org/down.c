/* The page for times without a server, from what the units say of themselves. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/org/pages.h"

#include "base/crypt.h"
#include "html/org.h"
#include "sql/org.h"

enum { UNITS_MAX = 5000 };

/* The style stands in the page, because where it is shown there is nothing to fetch; its colours
 * are those of ui/css/_tokens.scss. */
static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"robots\" content=\"noindex\">\n<title>Máy chủ đang tạm ngừng</title>\n<style>";
static const char style[] =
    "\n:root { color-scheme: light dark }\n"
    "body { margin: 0; border-top: 10px solid #9c1c1c;\n"
    "  font: 1.125rem/1.5 system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", sans-serif }\n"
    "main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1rem }\n"
    "h1 { line-height: 1.2 }\n"
    "a.again { display: inline-block; padding: 0.7rem 1.4rem; border-radius: 6px;\n"
    "  background: #0b5d4e; color: #fff; font-weight: 700; text-decoration: none }\n"
    "a.again:focus { outline: 3px solid #fd0; outline-offset: 2px }\n"
    "table { border-collapse: collapse; width: 100% }\n"
    "th, td { padding: 0.4rem 0; border-bottom: 1px solid #8888; text-align: left;\n"
    "  font-weight: 400 }\n"
    "td { text-align: right; white-space: nowrap }\n";
static const char body[] = "</style>\n</head>\n<body>\n";

static void allow_style(struct visit *v);

enum status org_down_page(struct visit *v)
{
    struct conn *conn = &v->snap->conn;
    struct day today = instant_day(v->now);
    struct unit_first_row first;
    struct unit_get_row unit;
    if (!unit_first(conn, &(struct unit_first){ .on = today }, &first) ||
        !unit_get(conn, &(struct unit_get){ .id = first.id }, &unit)) {
        return STATUS_NOT_FOUND;
    }
    struct unit_table_rows rows =
        unit_table(conn, &(struct unit_table){ .above = unit.id, .on = today, .limit = UNITS_MAX });
    struct down_unit *units = new(v->arena, struct down_unit, rows.count + 1);
    struct down_view view = { .name = unit.name,
                              .phone = unit.phone,
                              .hours = unit.hours,
                              .address = unit.address,
                              .units = units };
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.rows[i].phone.n > 0 && rows.rows[i].id.v != unit.id.v) {
            units[view.count++] = (struct down_unit){ rows.rows[i].name, rows.rows[i].phone };
        }
    }
    struct out *out = page_body(v);
    allow_style(v);
    out_str_raw(out, str_of(head));
    out_str_raw(out, str_of(style));
    out_str_raw(out, str_of(body));
    org_down_html(out, &view);
    out_lit(out, "</body>\n</html>\n");
    return STATUS_OK;
}

/* For whoever looks at it here first: this style and no other. */
static void allow_style(struct visit *v)
{
    struct hash hash = hash_of(str_of(style));
    struct out out = out_open(v->arena, 160);
    out_lit(&out, "default-src 'none'; style-src 'sha256-");
    out_base64(&out, hash.b, HASH_BYTES);
    out_lit(&out, "'; frame-ancestors 'none'; base-uri 'none'");
    reply_header(v->reply, "Content-Security-Policy", out_str(&out));
}
