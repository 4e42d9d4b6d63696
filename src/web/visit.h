/* A visit: one request as a service sees it, from typed parameters to the finished page. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "base/arena.h"
#include "base/out.h"
#include "base/status.h"
#include "desk/desk.h"
#include "store/search.h"
#include "store/store.h"
#include "text/html.h"
#include "text/tongue.h"
#include "web/form.h"
#include "web/health.h"
#include "web/presence.h"
#include "web/wire.h"

/* A handler reads through `snap`, fills a view, and writes a page into `reply` with a template; or
 * it reads a form and hands an order to the desk, with what to do once the outcome is known:
 *
 *     enum status award_show(struct visit *v) {
 *         struct award_view view = { .page = page_open(v, "…") };
 *         if (!award_get(&v->snap->conn, …, &view.award)) { return STATUS_NOT_FOUND; }
 *         awards_show_html(page_body(v), &view);
 *         return STATUS_OK;
 *     }
 *
 * What a handler returns becomes the status; any but OK, CREATED, SEE_OTHER, SEND_ON and INVALID
 * without a body of its own gets the standard page (or RFC 9457 problem) of that status. */

enum { VISIT_PARAMS_MAX = 4 };

/* The form that the answer takes: by suffix (.json .csv .atom .txt .png .pdf .xlsx), else by
 * Accept, else HTML. The API's routes are always JSON. */
enum face {
    FACE_HTML,
    FACE_JSON,
    FACE_CSV,
    FACE_ATOM,
    FACE_TEXT,
    FACE_PNG,
    FACE_PDF,
    FACE_XLSX,
    FACES
};

/* Who is signed in, with the powers of the post that they act in; filled by the identity service.
 */
struct visitor {
    struct author author;
    struct str name; /* as shown to the person */
    struct str post_label;
    const struct power_grant *grants;
    size_t grant_count;
    struct str session_mark; /* what form tokens of this session are bound to; it outlives
                                     * a new token of the same session, so that open forms do too */
    struct local_url owes;   /* where they must go before any other page; absent: nowhere */
    bool is_fresh;           /* showed who they are not long ago: may do what is grave */
};
/* A power over a unit and what lies below it. Unit names a row of the org service. */
struct power_grant {
    struct str power;
    struct id unit;
};

struct visit {
    const struct request *request;
    int64_t number; /* of this request, in the log and on error pages */
    struct arena *arena;
    struct snap *snap;
    struct instant now;
    enum face face;
    const struct route *route;
    struct str params[VISIT_PARAMS_MAX]; /* of the path, decoded, in their order */
    const struct tongue *tongue;         /* of the cookie `tieng`, else Vietnamese */
    struct visitor visitor;
    struct form form;         /* of the query (GET) or the body (POST) */
    struct problems problems; /* what is wrong with it, per field */
    struct str key;           /* the form's token or the Idempotency-Key */
    struct reply *reply;
    struct server *server;
    struct worker *worker; /* the thread that reads for it now */
    uint64_t version;      /* of the world, from before the snapshot */
    uint64_t commits;      /* of the desk, from before the snapshot */
    bool is_fleeting;      /* made from more than the database: never kept */
    bool is_stale;         /* the token of its form did not fit */
    struct order *order;   /* set by visit_order */
    enum status (*after)(struct visit *v);
};

typedef enum status visit_fn(struct visit *v);

/* The body of the reply; templates write into it. Sets Content-Type for the face. */
struct out *page_body(struct visit *v);
struct json page_json(struct visit *v);
/* Problems found by a handler itself; field NULL is the whole form. The sentence is Vietnamese
 * source text of a constant. More than PROBLEMS_MAX are not kept. */
void visit_problem(struct visit *v, const char *field, const char *sentence);
/* 303 to a local address made by route_url(). */
enum status visit_go(struct visit *v, struct local_url where);
/* That address, when it surely is a path of this server; else absent. */
struct local_url visit_local(struct str path);
/* Where the parameter `ve` leads back to, when it surely is a path of this server. */
struct local_url visit_way_back(const struct visit *v, const char *otherwise);

/* Reads the form into the struct by its record, collecting every problem; true when there is none.
 */
bool visit_form(struct visit *v, const struct record *record, void *ret) MUST_USE;
/* The same for a page that asks for some of the fields only: none is missed. */
bool visit_form_part(struct visit *v, const struct record *record, void *ret) MUST_USE;

/* Hands the command to the desk under the visit's key. The handler must return this call's result
 * at once; `after` runs with v->order->outcome when the batch is durable, over a fresh snapshot. */
enum status visit_order(struct visit *v, const struct command *command, const void *args,
                        visit_fn *after);
/* Turns a refusal of the outcome into problems of the form; false when the outcome was good. After
 * a failure (disk, store) the visit ends with its page and `after` is not called. */
bool visit_refused(struct visit *v);

/* "https://kheo.example", from the settings or from what this request was sent to; no slash at the
 * end. For addresses on paper and in letters. */
struct str visit_base_url(const struct visit *v);

/* Rows that many pages need alike, such as the units of a filter: made by the first of this thread
 * that asks after a commit of the desk, and lent until the answer is finished. `make` knows of the
 * visit no more than its snapshot, day and arena, and keeps what it allocates there. */
typedef const void *kept_fn(struct visit *v);
const void *visit_kept(struct visit *v, kept_fn *make);

/* The working calendar of a unit as this snapshot has it, for rules and badges; of unit 0: with the
 * usual office hours. It costs no query (desk/almanac.h). */
const struct calendar *visit_calendar(struct visit *v, struct id unit);

/* Finds papers by words as they were typed (`exact` of the query, NFC): tones or not, in any case
 * of letters; the folded form is made here. False when there is no index yet, or when the words are
 * so common that it took too long: the page says to come back or to write more. Without memory for
 * it the visit fails as it does without memory for rows: "nothing was found" would be untrue. */
bool visit_search(struct visit *v, struct search_query query, struct search_page *ret) MUST_USE;
/* True while the index is being made or filled: what is not found may be there. */
bool visit_search_is_late(const struct visit *v);

/* For handlers that read the ledger's name and key, or hand over more than one order. */
struct desk *visit_desk(const struct visit *v);
/* For handlers of uploads (studio/studio.h, store/files.h); on routes that are ROUTE_SLOW. */
struct studio *visit_studio(const struct visit *v);
/* How the house stands, in the visitor's language; empty where nobody knows. */
void visit_health(struct visit *v, struct health_list *ret);
struct files *visit_files(const struct visit *v);
/* The text of a form that this unit, or else the installation, has instead of the program's: for
 * blank_open() (studio/blank.h). */
struct str visit_blank_text(const struct visit *v, struct str unit, struct str code);
/* Is all of it made up? What leaves the house on paper says so. */
bool visit_is_demo(const struct visit *v);
/* A key of this server for one purpose, a constant of the program; it outlives restarts. */
void visit_secret(const struct visit *v, const char *purpose, uint8_t ret[SECRET_KEY_BYTES]);

/* Says that the visitor has the page about this row open, and who else has had it open of late
 * (web/presence.h, with why a GET may do that). */
size_t visit_meet(struct visit *v, struct id subject,
                  struct sighting ret_others[PRESENCE_OTHERS_MAX]);

/* True when the visitor holds the power over any unit. For menus and guards. */
bool visit_may(const struct visit *v, const char *power);
/* True when the visitor holds it over this unit or one above it. */
bool visit_may_over(const struct visit *v, const char *power, struct id unit);

#endif
