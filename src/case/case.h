/* A case: what the law lets an office do with a letter, from its receipt to its end. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef CASE_CASE_H
#define CASE_CASE_H

#include "case/code.h"
#include "desk/desk.h"
#include "law/complaint.h"
#include "law/setting.h"
#include "law/term.h"
#include "law/workflow.h"
#include "sql/case.h"

/* Complaints, denunciations and receptions differ in what the law says of them, which are tables,
 * and in what must be known, which are the rows of their services. How a case is kept is the same:
 * one row, its clocks, the people in it, a number in the unit's book, and a line for every act with
 * the rule, the day, the paper and those who were told. That is here, and works from the tables.
 *
 * A service brings its kind, a row of its own beside each case (under the case's id), and for each
 * act of its workflow one effect that says what the act changes there, or why it may not be done:
 *
 *     const struct case_kind complaint_kind = {
 *         .workflow = &complaint_flow, .acts = acts, .act_count = COUNT(acts),
 *         .commands = complaint_commands, .facts = complaint_facts,
 *         .load = complaint_load, .when = complaint_when,
 *         .handle = "complaint.handle", .lead = "complaint.decide", .path = "/cb/khieu-nai/",
 *     };
 *
 *     struct verdict apply_complaint_act(struct deed *deed, const void *args, struct answer *ret) {
 *         return case_carry_out(&complaint_kind, deed, args, ret);
 *     } */

/* What comes with an act. Each uses some of it (struct case_act_rule); `version`, when it is not 0,
 * must still be the case's, or somebody else was faster. */
struct case_args {
    struct str code;
    int64_t version;
    struct str said;     /* what is said, found, asked or decided: the sender may read it */
    struct str reason;   /* a ground of a list, by its code, or in words */
    struct str choice;   /* one word of those that the act offers */
    struct str document; /* number and sign of the paper it was done with, "12/TB-UBND" */
    struct day on;       /* the day of that paper or event; none: today */
    struct day sent_on;  /* the day on which people were told of it; none: today */
    struct str person;   /* sign-in name of a colleague */
    struct str told;     /* who was told or given it, in words */
    struct str other;    /* code of another case */
    int64_t amount;
};
extern const struct record case_args_record;

struct audited_fact;
struct check;
struct case_work;
typedef struct verdict case_effect(struct case_work *work);

enum case_needs {
    CASE_SAYS = 1 << 0,        /* `said` must be there */
    CASE_GROUND = 1 << 1,      /* `reason` must */
    CASE_DOCUMENT = 1 << 2,    /* `document` must: the law asks for a paper */
    CASE_TELLS = 1 << 3,       /* `told` must: the law asks that somebody is told */
    CASE_INSIDE = 1 << 4,      /* for colleagues only */
    CASE_DATED = 1 << 5,       /* `on` may be another day than today, and never a later one */
    CASE_AHEAD = 1 << 6,       /* with CASE_DATED: it may be a day to come */
    CASE_TO_LEADERS = 1 << 7,  /* those who decide are written to */
    CASE_NUMBERS = 1 << 11,    /* the letter gets its number in the book of that day's year */
    CASE_BROUGHT = 1 << 12,    /* brought about by another command, and never asked for alone */
    CASE_ACCEPTS = 1 << 9,     /* reports count it as accepted, */
    CASE_SETTLES = 1 << 10,    /* or as settled, with the choice as its outcome */
    CASE_TO_HANDLERS = 1 << 8, /* the handler is, or all who handle where there is none */
};
struct case_act_rule {
    const char *name; /* of the moves, which say who may do it, when, and what people call it */
    unsigned needs;
    case_effect *effect; /* NULL: what the move says is all */
};

struct case_kind {
    const char *name; /* of the service */
    const struct workflow *workflow;
    const struct case_act_rule *acts;
    size_t act_count;
    const struct command *commands; /* one for each act, in their order */
    const struct fact *facts;       /* likewise: each says case_acted_record; none with `sealed` */
    const struct command *recount;  /* counts some cases again (case/recount.h) */
    /* The service's row of a case, in the arena: what guards and effects know of it. It may also
     * look at the case itself. */
    void *(*load)(struct conn *conn, const struct case_get_row *file);
    /* The circumstances of the case, a set of enum term_case, by which rows of law are chosen. */
    unsigned (*when)(const void *own);
    /* Holds what the receipt's fact says of its content against the rows; NULL: nothing. With
     * `sealed` the fact is NULL, and what there is to hold is in the rows. */
    void (*check)(struct conn *conn, struct check *check, const struct case_check_page_row *file,
                  const struct audited_fact *fact);
    /* Where a leaf for every act, in the second in which it was done, would tell who watches the
     * ledger how somebody's letter fares: what the leaf of an event commits to. The service tells
     * the ledger of them later, see "acts that wait". NULL: each act is stated when it is done. */
    struct hash (*sealed)(struct conn *conn, struct case_event_id event);
    /* Beyond the power: may this person know of it at all? NULL: whoever has the power may. */
    bool (*is_known)(struct conn *conn, const struct case_get_row *file, struct id person);
    const char *handle;                 /* the power of those who work on cases of a unit */
    const char *lead;                   /* of those who decide, and are told what is late */
    const struct case_letters *letters; /* the office's (case/letter.h); NULL: none are made */
    const char *const *rights; /* terms that bind no office, {"KN-2ND", NULL}: a right, an effect */
    const char *path;          /* where colleagues find one: the code follows */
    const char *public_path;   /* where its sender does; NULL: there is no address to write to */
};

/* One act under way. An effect reads `before` and `own`, and changes `after` and rows of its
 * service; the move's terms are then started on `on`, under `when`. */
struct case_work {
    struct deed *deed;
    const struct case_kind *kind;
    const struct case_act_rule *act;
    const struct case_args *args;
    struct case_get_row before;
    struct case_update after;
    void *own;
    const struct move *move;
    struct day on;         /* args->on, or today */
    struct day done_on;    /* when it takes more than this act, the day of the last; none: `on` */
    struct day anchor_on;  /* from which the terms that it starts are counted; none: `on` */
    bool is_others;        /* what it starts binds another office: watched here, counted there */
    const char *stands_on; /* why a clock begins to stand, by its code; NULL: args->reason */
    struct str said;       /* of the event; args->said unless the effect says otherwise */
    struct str document;   /* likewise */
    /* The term that the act started or changed, for the event. */
    const char *rule;
    struct instant due_at;
};

/* May that person, whose powers are looked at elsewhere, know of the case? */
bool case_is_known(const struct case_kind *kind, struct conn *conn, const struct case_get_row *file,
                   struct id person);

/* Carries an act out: who, in which state, with what; then effect, clocks, rows, fact, letters.
 * Refusals come from the workflow, the kind's effect, and the law of terms. */
struct verdict case_carry_out(const struct case_kind *kind, struct deed *deed,
                              const struct case_args *args, struct answer *ret);
/* The same for an act that another command brings about. */
struct verdict case_carry_out_named(const struct case_kind *kind, struct deed *deed,
                                    const char *act, const struct case_args *args,
                                    struct answer *ret) MUST_USE;

/* The act of that name; NULL: none. */
const struct case_act_rule *case_act_rule(const struct case_kind *kind, struct str name);
/* What people call an act, or what began the case: source text. */
const char *case_act_label(const struct case_kind *kind, struct str name);

/* For guards: OK when it is so, else the sentence, which is source text. */
struct verdict case_when(bool is_so, const char *sentence) MUST_USE;
/* For guards of the acts by which a suspended case goes on: was it in that state before? */
struct verdict case_was(const struct case_kind *kind, const struct case_get_row *file,
                        int state) MUST_USE;

/* --- beginning one ---------------------------------------------------------------------------- */

struct case_person {
    const char *role; /* "sender", "representative", "respondent" */
    struct str name;
    struct str address;
    struct str identity_number;
    struct str phone;
    struct str email;
};
enum { CASE_PEOPLE_MAX = 12 };

struct case_wish {
    const char *command; /* of the move that begins it */
    struct case_unit_row unit;
    struct str subject;
    struct day received_on;
    struct str channel;
    struct str from_body; /* who passed the letter on; absent: nobody */
    bool is_unnumbered;   /* no letter yet: it gets its number when it comes (CASE_NUMBERS) */
    int64_t signed_by;    /* how many came or signed; 0: one */
    struct case_person people[CASE_PEOPLE_MAX];
    size_t people_count;
};
/* Drawn for it: its id, codes, and the number in the unit's book. Texts live as long as the
 * command. */
struct case_names {
    struct case_file_id id;
    struct str code;
    struct str object;
    struct str secret;
    struct hash secret_hash;
    int64_t book_year;
    int64_t book_number;
};
/* The row and its people; the letter is the next in the unit's book of that year. */
struct case_names case_open(const struct case_kind *kind, struct deed *deed,
                            const struct case_wish *wish);
/* Once the service has put its own row beside it: first clocks, the fact, which is the service's
 * and commits to the content, the first event, the letter to the sender. A kind with `sealed` has
 * no fact. Refused: what the law of terms says of the day. */
struct verdict case_enter(const struct case_kind *kind, struct deed *deed,
                          const struct case_wish *wish, const struct case_names *names,
                          const struct fact *fact, const void *record) MUST_USE;

/* "12/2026", or absent for what has no number in the book. */
struct str case_book_words(struct arena *arena, int64_t number, int64_t year);

/* --- acts that wait --------------------------------------------------------------------------- */

/* The position of an event of which the ledger was not told yet. A service whose kind has `sealed`
 * asks for them, oldest first, states a leaf for each whose subject is the event, and says so:
 *
 *     struct case_untold_rows rows = case_untold(conn, &(struct case_untold){ ... });
 *     int64_t position = deed_emit(deed, fact, ID_OF(row->id), ...kind->sealed(conn, row->id)...);
 *     case_event_tell(deed->tx, &(struct case_event_tell){ .position = position, .id = row->id });
 */
enum { CASE_UNTOLD = -1 };
/* Of all that the event says, and of the names of its case. */
struct hash case_event_hash(struct conn *conn, struct case_event_id event);

/* --- clocks ----------------------------------------------------------------------------------- */

/* A day that is never reached: nothing is due. */
#define CASE_NEVER ((struct instant){ 253402275599 })

/* One clock of a case with the explained date. */
struct case_clock {
    struct case_terms_row row;
    struct due due; /* as counted; without a row when the law of its day is gone */
};
struct case_clocks {
    const struct case_clock *clocks;
    size_t count;
};
/* The calendar is that in force for the unit that has the case (desk/almanac.h). What has been
 * stopped ended by the days of its own time, which `row` keeps. */
struct case_clocks case_clocks(struct conn *conn, const struct workflow *workflow,
                               const struct calendar *calendar, struct case_file_id id);
/* The one of that name that runs or stands; NULL: none. */
const struct case_clock *case_clock_find(struct case_clocks clocks, const char *name);

/* For effects: the clock of that name of the case at hand, or of another of its kind. */
const struct case_clock *case_clock_of(const struct case_work *work, struct case_file_id id,
                                       const char *name);
/* For effects: the term of that name that runs is of other circumstances now, or lasts longer. The
 * law refuses a row that there is not, and more than the row allows. `reason` is there: the paper
 * that says so, or why. */
struct verdict case_clock_change(struct case_work *work, const char *name, unsigned when) MUST_USE;
struct verdict case_clock_extend(struct case_work *work, const char *name, int64_t amount,
                                 struct str reason) MUST_USE;
/* The day on which a rule that no clock stands for would end, in that case's circumstances. */
struct verdict case_rule_day(const struct case_work *work, const char *name, struct day anchor,
                             int32_t excluded_days, struct due *ret_due) MUST_USE;

/* --- time that runs out ----------------------------------------------------------------------- */

/* For ticks of the service: tells of what is due in two working days (act "remind") and of what is
 * late (act "overdue"), each date once, while offices are open. */
void case_tick(struct snap *snap, struct desk *desk, struct instant now,
               const struct case_kind *kind);
/* Does an act, as the clock, to each open case in which a clock of that name has run out. */
void case_tick_ripe(struct snap *snap, struct desk *desk, struct instant now,
                    const struct case_kind *kind, const char *term, const char *act);
/* To each in that state that was received so many days ago, once for that many (`amount`). With
 * `by` the setting of the day on which it was received says how many, and `days` come on top. */
struct case_wait {
    const char *state;
    int32_t days;
    const char *act;
    enum law_setting_id by;
};
void case_tick_waiting(struct snap *snap, struct desk *desk, struct instant now,
                       const struct case_kind *kind, const struct case_wait *wait);
/* Effects of acts that only tell: of a date, which the choice names by its rule ("remind",
 * "overdue", and those that case_tick_ripe() does to tell of it); for those of case_tick_waiting():
 * refused quietly when that date, or that number of days, was told before. */
case_effect case_tell_due, case_tell_days;

/* Effect: `args->person`, who has the kind's power to handle in the case's unit, is responsible for
 * it; without a name, whoever does the act is. */
case_effect case_assign;
/* Effect: the case tells of the matter of another of its kind, `args->other`, which came before. */
case_effect case_same_as;

/* --- the ledger ------------------------------------------------------------------------------- */

/* What a fact of an act commits to. */
struct case_acted {
    struct str code;
    struct str state;
    struct str unit;
    struct day happened_on;
    struct str said;
    struct str reason;
    struct str choice;
    struct str document;
    struct str told;
    struct str other;
    struct str rule;
    struct instant due_at;
    struct person_id by;
};
extern const struct record case_acted_record;

/* For `kheo check`: every case of the kind and its acts, against what the ledger says. */
struct check;
void case_check(struct snap *snap, struct check *check, const struct case_kind *kind);

#endif
