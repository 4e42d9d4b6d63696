/* Views of the officer's pages. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef FEEDBACK_OFFICER_H
#define FEEDBACK_OFFICER_H

#include "mod/feedback/pages.h"

/* case.c: the report of the address, if the visitor may work on reports of the unit that holds it,
 * or of the one that passed it on. *ret is the report all the same, without a code when there is
 * none. */
bool case_load(struct visit *v, struct report_get_row *ret);
/* The same of a code that was typed or chosen elsewhere. */
bool case_find(struct visit *v, struct str typed, struct report_get_row *ret);
/* Is an act that ended so shown on its page again, with what was typed? */
bool case_is_shown_again(enum status status);
/* May the visitor see reports of these units, which hold one now and held it first? */
bool case_may_see(struct visit *v, struct id unit, struct id first_unit);

/* A colleague who has the same report open. */
struct other_view {
    struct str name;
    struct str since; /* 09:15 */
};
struct others_view {
    const struct other_view *others;
    size_t count;
    struct local_url here; /* the part alone, for a script that renews it */
};
/* others.c: says that the visitor has it open too. */
struct others_view case_others(struct visit *v, const struct report_get_row *report);

/* history.c: all that happened to a report, the newest first, as colleagues may read it. */
struct timeline_view case_history(struct visit *v, struct report_id report);
/* The same since a version of it, with who did it. */
struct timeline_view case_news(struct visit *v, struct report_id report, int64_t version);

/* A case shown again because an act was not carried out. */
struct again_view {
    struct str act;            /* "draft" */
    struct str label;          /* of the act */
    struct timeline_view news; /* what others did since the page was opened */
    struct summary_view typed;
    bool is_offered; /* the act's form is on the page, with what was typed */
    bool is_shown;
    struct local_url fresh;
};
struct handling_view;
/* again.c: once the view knows which acts it offers. */
struct again_view case_again(struct visit *v, const struct report_get_row *report,
                             const struct handling_view *view);

struct inbox_rows {
    const struct report_inbox_row *rows;
    size_t count;
};

/* ruling.c: what waits for the visitor to rule between two units, in pages as an inbox; how many,
 * not counted beyond one more than a page holds. */
#define RULING_TAB "phan-dinh"
struct inbox_rows ruling_rows(struct visit *v, struct instant after_due, struct report_id after_id);
size_t rulings_waiting(struct visit *v);

struct inbox_item {
    struct str code;
    struct str title;
    struct str place;
    struct str category;
    const char *state;
    struct badge_view badge;
    struct local_url url;
    bool is_mine;
};
struct inbox_view {
    struct page *page;
    struct unit_id unit;
    struct str unit_code;
    struct str unit_name;
    struct tabs_view tabs;
    const struct inbox_item *items;
    size_t item_count;
    struct field_view search;
    bool is_cut;               /* the search found more than is shown */
    struct str next;           /* key of the next page, absent on the last */
    struct str tab;            /* whose page it is */
    struct local_url together; /* where what is chosen goes; absent: nothing is chosen here */
    const struct together_button *buttons;
    size_t button_count;
    struct local_url here;
    struct empty_view empty;
};

/* preview.c */
struct preview_view {
    struct str code;
    struct str title;
    struct str text;
    struct str place;
    const char *state;
    struct officer_view holder;
    struct instant received_at;
    struct badge_view badge;
    struct photos_view photos;
    struct summary_view replies;
    struct local_url url;
    bool is_read_first;
};

/* together_page.c: the same act on many. */
struct together_item {
    struct str code;
    struct str title;
    const char *state;
    struct badge_view badge;
    struct local_url url;
    int64_t version;
    struct unit_id unit;
    const char *act; /* of acts.def, that it will get */
    struct str why;  /* it will not, or did not */
};
struct together_view {
    struct page *page;
    const char *act; /* of together_acts */
    struct together_item *able;
    size_t able_count;
    struct together_item *unable;
    size_t unable_count;
    size_t left_out; /* not to be seen by this visitor, or too many */
    const struct field_view *fields;
    size_t field_count;
    struct local_url here;
    struct local_url back;
    struct str unit_code; /* of the inbox that they were chosen in */
    struct str tab;
};
struct together_done_view {
    struct page *page;
    const struct together_item *done;
    size_t done_count;
    const struct together_item *refused;
    size_t refused_count;
    bool can_be_undone;
    struct local_url here;
    struct local_url back;
    struct str unit_code; /* of the inbox that they were chosen in */
    struct str tab;
};
/* A button of the inbox. */
struct together_button {
    const char *name;
    const char *label;
    const char *key;
};

/* The tab of the inbox with what a unit is asked. */
#define CONSULT_TAB "y-kien"
/* consult_page.c: what a unit is asked, with the columns of an inbox; how many questions wait. */
struct inbox_rows consult_rows(struct visit *v, struct unit_id unit, struct instant after_due,
                               struct report_id after_id);
int64_t consults_waiting(struct visit *v, struct unit_id unit);
/* Where an officer who was asked about a report reads it; absent when they were not. */
struct local_url consult_way(struct visit *v, const struct report_get_row *report);

/* One question to another unit, on the page of those who asked. */
struct consult_item {
    struct str unit_name;
    struct str unit_code;
    struct str question;
    struct str reply;
    const char *outcome;
    struct instant asked_at;
    struct instant ended_at;
    struct badge_view badge;
    bool is_open;
};
struct consults_view {
    struct page *page;
    const struct consult_item *items;
    size_t count;
    struct local_url recall_to; /* takes `unit`; absent: not now, or not by this visitor */
};
struct consults_view consults_view(struct visit *v, struct page *page,
                                   const struct report_get_row *report);
/* The names of the units whose opinion is waited for. */
const struct str *consulted_units(struct visit *v, const struct report_get_row *report,
                                  size_t *ret_count);

/* The page of those who are asked: to read, and to reply. */
struct asked_view {
    struct page *page;
    struct str code;
    struct str title;
    struct str text;
    struct str place;
    struct str category;
    struct str holder;
    struct str asked_name; /* the unit that is asked */
    struct str question;   /* absent: nothing waits any more */
    struct instant asked_at;
    struct instant received_at;
    struct badge_view badge; /* of the question */
    struct badge_view case_badge;
    struct photos_view photos;
    struct timeline_view timeline;
    struct field_view text_field;
    struct local_url send_to;
    struct empty_view over;
};

/* One act that may be done now: a form of its own, open when it is the one with a mistake. */
struct act_form {
    const char *name;
    const char *label;
    const char *key; /* on the keyboard; NULL: none */
    struct local_url url;
    const struct field_view *fields;
    size_t field_count;
    struct local_url longer; /* a page on which the same is written at length; absent: none */
    bool is_open;
    bool is_grave;
};
struct handling_view {
    struct page *page;
    struct str code;
    struct str title;
    struct str text;
    struct str place;
    struct spot_view spot;
    struct str category;
    struct str unit_name;
    struct str first_unit_name;
    struct str state;
    struct str sender; /* masked, or "không nêu tên" */
    struct str channel;
    struct str answer;
    struct officer_view holder;
    struct instant received_at;
    struct badge_view badge;
    struct photos_view photos;
    struct recording_view recording;
    struct field_view photo_reason; /* for which an original is taken out */
    struct others_view others;
    struct again_view again;
    struct timeline_view timeline;
    struct explained_view explained;
    int64_t version;
    int64_t bounces;
    bool is_public;
    bool is_drafted;
    bool is_unwritten; /* what was said is not written down yet */
    struct links_view links;
    struct consults_view consults;
    const struct act_form *acts;
    size_t act_count;
    const struct report_voices_row *voices; /* of people who joined, the newest */
    size_t voice_count;
    int64_t followers;
    struct summary_view replies; /* to the category's questions */
    struct photos_view scans;    /* of the paper that it came on */
    bool are_scans_hidden;       /* they bear a name that the visitor has not opened */
    struct local_url letter_url; /* the answer that was sent, on paper */
    struct local_url paper_url;  /* the form that goes with one that was forwarded */
    bool is_read_first; /* it sounds like a denunciation, and nobody said yet that it is none */
    struct local_url seal_url; /* absent: not for this visitor, or not now */
    struct local_url erase_url;
};

/* slip_page.c */
struct slip_row {
    struct str code;
    struct instant printed_at;
    struct str by;
    struct local_url report; /* absent: nobody has typed it in */
};
struct slips_view {
    struct page *page;
    struct field_view unit;
    struct field_view amount;
    struct local_url here;
    struct local_url entry;
    struct str token; /* under which those that were just drawn can be printed */
    size_t fresh;
    const struct slip_row *rows;
    size_t row_count;
};
struct slip_view {
    struct page *page;
    struct str code;
    struct str unit_name;
    struct instant printed_at;
};

/* access.c */
struct access_source;
extern const struct access_source feedback_access;

#endif
