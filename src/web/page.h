/* Pages: the layout around a service's content, and the parts its templates are composed of. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "law/term.h"
#include "text/html.h"
#include "text/tongue.h"
#include "web/help.h"
#include "web/listen.h"
#include "web/visit.h"

/* A template of a service stands between web_top and web_end:
 *
 *     {{!view struct award_view *v}}
 *     {{!include "mod/awards/awards.h"}}
 *     {{call web_top v->page}}
 *     <h1 class="govuk-heading-l">{{v->page->title}}</h1>
 *     <form method="post" action="{{v->send_to}}">
 *     {{call web_token v->page}}
 *     {{call web_field &v->reason}}
 *     <div class="k-buttons"><button class="k-button" type="submit">{{t "Gửi"}}</button></div>
 *     </form>
 *     {{call web_end v->page}}
 *
 * and its handler fills the view:
 *
 *     struct award_view view = {
 *         .page = page_open(v, N_("Khen thưởng")),
 *         .reason = page_field(v, INPUT_AREA, &give_record, "reason"),
 *     };
 *
 * web_top writes the error summary of v->problems; no template does it again. Texts that stand in
 * C are `const char *`, Vietnamese source texts that the part translates; texts that people wrote
 * are `struct str`, shown as they are. An absent text, or an address without bytes, leaves its
 * element out.
 *
 * Classes for what is too plain to be a part (ui/css): k-narrow (a column to read), k-columns (two,
 * one on a phone), k-card, k-cards, k-lead, k-muted, k-small, k-tag, k-said (what a person wrote),
 * k-code (a tracking code), k-tabs, k-button, k-button--second, k-button--grave. A list is a
 * <table class="k-table"> that becomes cards below 640 px: each cell says its heading in
 * data-label="…", and the cell that names the row is class="k-first". */

/* An entry of a navigation. */
struct nav_item {
    const char *key;            /* the verb; also the icon's name in ui/icons */
    const char *label;
    const char *about;          /* one short sentence, NULL for entries of the desk */
    struct local_url url;
    bool is_current;
};

/* What was just done, above the content. With `undo`, a button that posts there. */
struct notice {
    struct str sentence;
    struct local_url undo;
};

struct page {
    struct str title;           /* in the visitor's language; a handler may set what it shows */
    struct str unit_name;       /* whose page this is; absent: the house's */
    struct str head;            /* what <title> says while `title` is what page_open() set */
    const char *language;       /* of the page, BCP 47 */
    const struct tongue *other; /* the language to switch to, NULL when there is one only */
    struct str classes;         /* of <html>: theme and size of text that the visitor chose */
    struct str path;            /* of this request, for coming back to it */
    struct visit *visit;        /* every form draws a token of its own from it */
    struct str visitor_name;    /* absent: nobody is signed in */
    struct local_url css;
    struct local_url js;        /* none where what is shown is sealed: scripts keep drafts */
    struct local_url icon;
    struct local_url touch_icon; /* for iOS, which reads no SVG */
    struct local_url back;      /* set by handlers: one step up, never the browser's history */
    struct notice notice;
    const struct nav_item *verbs;   /* those of the six that have a page to show */
    size_t verb_count;
    const struct nav_item *beside;  /* the pages of this one's verb, if they are many */
    size_t beside_count;
    const struct nav_item *first;   /* what most people come for: big buttons of the first page */
    size_t first_count;
    const struct nav_item *desk;    /* of officers, by their powers */
    size_t desk_count;
    const struct nav_item *foot;
    size_t foot_count;
    const struct help_row *help;    /* of this page (web/help.h); NULL: the guides alone */
    struct local_url guide_url;     /* of the guide that it stands in, else of all guides */
    const char *guide_label;
    const struct listen_view *listen;   /* how it can be heard (web/listen.h); NULL: it cannot */
    const struct problems *problems;
    const struct tongue_choice *languages; /* to be offered on the first page */
    size_t language_count;
    bool is_task;               /* a step of a form: no navigation that leads away from it */
    bool is_kept;               /* browsers may show it later without a network, and say so */
    bool is_demo;
    bool is_damaged;            /* said to those who run the house (web/scrubbed.h) */
};

/* <title> cannot name another language than the page's. */
static inline struct str page_head(const struct page *page)
{
    return page->title.n > 0 && page->title.p[0] == TONGUE_BEGIN ? page->head : page->title;
}

/* The layout for this visit. Menus are those of all services whose power the visitor holds; a
 * service's menu under the verb "chan" is a link of the footer. */
struct page *page_open(struct visit *v, const char *title);

/* --- parts: web_token, web_field -------------------------------------------------------------- */

enum input_kind {
    INPUT_LINE,
    INPUT_AREA,
    INPUT_PHONE,
    INPUT_EMAIL,
    INPUT_NUMBER,       /* digits by keyboard, type=text: codes, amounts, years */
    INPUT_DAY,          /* dd/mm/yyyy as text: browsers' own pickers speak the machine's language */
    INPUT_PASSWORD,
    INPUT_NEW_PASSWORD,
    INPUT_ONE_TIME_CODE,
    INPUT_SELECT,
    INPUT_RADIOS,
    INPUT_CHECKS,
    INPUT_PHOTOS,
    INPUT_SCANS,        /* photos, and PDFs whose pages are taken as such */
    INPUT_TICK,         /* one box beside its label: a FIELD_YES */
};

struct choice {
    struct str value;
    struct str label;
    struct str language;        /* of the label, where it is not the page's */
    struct str hint;
    struct str group;           /* of INPUT_SELECT: the heading that neighbours share */
    struct str id;              /* made by page_choices() */
    bool is_chosen;
};

struct field_view {
    enum input_kind kind;
    const char *name;           /* of the parameter */
    const char *id;             /* of the element; NULL: the name, where error links lead. Two
                                 * forms of one page may ask the same: the second needs an id */
    const char *label;
    const char *hint;
    struct str value;
    struct str problem;
    int64_t chars_max;
    bool is_optional;           /* said in words, because most fields are not */
    bool is_question;           /* the label is the page's <h1> */
    const struct choice *choices;
    size_t choice_count;
};

static inline const char *field_id(const struct field_view *field)
{
    return field->id ? field->id : field->name;
}

/* Whether a choice is the first, or the last, of those under its heading. */
/* Of its choices none says that nothing is chosen. */
static inline bool field_lacks_blank(const struct field_view *field)
{
    return field->choice_count == 0 || field->choices[0].value.n > 0;
}
static inline bool choice_opens_group(const struct field_view *field, const struct choice *choice)
{
    return choice->group.n > 0 &&
           (choice == field->choices || !str_equal(choice->group, choice[-1].group));
}
static inline bool choice_closes_group(const struct field_view *field, const struct choice *choice)
{
    return choice->group.n > 0 && (choice + 1 == field->choices + field->choice_count ||
                                   !str_equal(choice->group, choice[1].group));
}

/* The field of that name: label, length and need from its descriptor, what was typed and what is
 * wrong with it from the visit. A secret is never given back. */
struct field_view page_field(struct visit *v, enum input_kind kind, const struct record *record,
                             const char *name);
/* Gives a field its choices and marks those that its value (for INPUT_CHECKS: the form) names. */
void page_choices(struct visit *v, struct field_view *field, struct choice *choices, size_t count);

/* --- parts: web_badge, web_timeline, web_summary, web_officer, web_tasks ---------------------- */

/* A deadline, four ways: sign, words, hue, date. Leads to its explanation when `basis` is given. */
struct badge_view {
    enum due_state state;
    const char *sign;
    struct str words;
    struct local_url basis;
};
struct badge_view page_badge(struct visit *v, const struct due_row *row,
                             const struct calendar *calendar);

/* Newest first, one item an event. */
struct event_view {
    const char *what;
    struct str said;
    struct str by;              /* the post, and the person's name where the page may show it */
    struct instant at;
    bool is_inside;             /* for the house only, and marked so */
};
struct timeline_view {
    const struct event_view *events;
    size_t count;
};

struct summary_row {
    const char *label;
    struct str value;
    struct local_url change;    /* with "Sửa", or what else follows */
    const char *change_label;   /* NULL: "Sửa" */
};
struct summary_view {
    const struct summary_row *rows;
    size_t count;
};

/* Who holds a paper, one way everywhere: the officer by name and post, the unit, its telephone.
 * What is absent is left out; where nobody was given it yet and `says_nobody`, that is said. */
struct officer_view {
    struct str name;
    struct str post;
    struct str unit;
    struct str phone;           /* as people write it */
    struct str phone_digits;    /* for dialling; absent: no number that can be dialled */
    bool says_nobody;
};
struct officer_view page_officer(struct visit *v, struct str name, struct str post, struct str unit,
                                 struct str phone);

enum task_state { TASK_TO_DO, TASK_DOING, TASK_DONE, TASK_NOT_NEEDED };
struct task_row {
    const char *label;
    struct local_url url;
    enum task_state state;
};
struct tasks_view {
    const struct task_row *rows;
    size_t count;
};

/* --- parts: web_figures, web_verbs, web_tabs, web_pages, web_empty ---------------------------- */

/* A number that is a link to the list that makes it up. */
struct figure_row {
    const char *label;
    struct str figure;          /* written out, "91,4 %" */
    struct str of;              /* what it is made of, "1.020/1.116 hồ sơ" */
    struct local_url url;
};
struct figures_view {
    const struct figure_row *rows;
    size_t count;
};

/* Paging by key: the neighbours' keys go into the query as `sau` (newer) and `truoc` (older),
 * beside the filters that are kept. */
struct pages_view {
    struct local_url here;
    const struct form_param *kept;
    size_t kept_count;
    struct str newer;
    struct str older;
};

/* Which part of a list is shown: the tab's key goes into the query under `param`. One tab alone is
 * no choice and shows nothing. */
struct tab_view {
    const char *label;
    struct str key;
    bool is_current;
    bool is_counted;
    int64_t count;
};
struct tabs_view {
    const char *about;          /* what is chosen, for those who hear the page */
    struct local_url here;
    const struct form_param *kept;
    size_t kept_count;
    struct str param;
    const struct tab_view *tabs;
    size_t count;
};

/* Never a blank table: what would be here, why it is not, and one thing to do. */
struct empty_view {
    const char *title;
    const char *why;
    const char *act;
    struct local_url url;
};

/* --- whole pages: web_confirm, web_form, web_look; web_problem is of problem.h ---------------- */

/* In place of a page that cannot be had (web/offline.h). */
struct offline_view {
    struct page *page;
    struct local_url write_url; /* where a report is written without a network; absent: nowhere */
};

/* "Are you sure?" without scripts: the same parameters go on, with a token. */
struct confirm_view {
    struct page *page;
    const char *question;
    struct str about;
    const char *act;            /* the button: a verb */
    bool is_grave;              /* it cannot be undone */
    struct local_url send_to;
    const struct form_param *kept;
    size_t kept_count;
};

/* GET /giao-dien: language, colours and size of text. Without parameters a page to choose on; with
 * `tieng` (a tongue's code), `mau` (sang, toi, may), `co` (100, 125, 150) it keeps the choice in
 * cookies of those names for a year and goes back to `ve`, a path of this server. */
enum status page_look(struct visit *v);

/* The form of one act of an administration: whom it is about, a few fields, one button, and the way
 * back without doing it. */
enum { FORM_FIELDS_MAX = 7 };
struct form_view {
    struct page *page;
    const char *lead;
    struct str about;           /* who or what it changes; absent: nothing that exists yet */
    struct local_url send_to;
    const struct form_param *kept;  /* goes along unseen */
    size_t kept_count;
    struct field_view fields[FORM_FIELDS_MAX];
    size_t field_count;
    const char *button;         /* a verb */
    bool is_grave;              /* it cannot be undone */
};

struct look_view {
    struct page *page;
    struct field_view language;
    struct field_view colours;
    struct field_view size;
    struct field_view keys;
};

#endif
