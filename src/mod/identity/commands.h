/* The commands and facts of identity: people, posts, powers, passwords, sessions. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef IDENTITY_COMMANDS_H
#define IDENTITY_COMMANDS_H

#include "desk/desk.h"
#include "mod/identity/rules.h"
#include "mod/identity/totp.h"
#include "sql/identity_ids.h"

/* Over a unit: add people and posts there and below, and give what powers one has oneself. */
#define POWER_IDENTITY_MANAGE "identity.manage"
/* Over a unit: give any power there and below. */
#define POWER_ADMIN "admin"

/* Passwords are hashed before their command is queued: the desk's thread serves everyone, and a
 * hash takes 140 ms. Members that are not in a command's record do not count when the same form
 * comes twice; there are secrets drawn per request. */

/* A person with a first post and its powers, all or nothing. `powers` are parted by spaces and are
 * given over the post's unit. The answer's text is the first password, once. */
struct person_add {
    struct str sign_in;
    struct str name;
    struct str phone;
    struct str email;
    struct str unit; /* code */
    struct str title;
    struct str powers;
    struct str hash;     /* not in the record; absent: nobody can sign in until one is set */
    struct str password; /* not in the record */
    bool is_first;       /* not in the record: the person is to choose another one */
};
/* A row of a table that a browser brings in (web/import.h): a person with one of their posts. A
 * post is known again by its unit and title. `powers` are those of a role, or names parted by
 * spaces, each over the post's unit or, as "name@code", over another one. */
struct person_row {
    struct str sign_in;
    struct str name;
    struct str phone;
    struct str email;
    struct str unit; /* code */
    struct str title;
    struct day from; /* none: as it is; of a new post: today */
    struct day until;
    struct str powers;
};
extern const struct record person_row_record;
/* `version` is the one that the form saw. */
struct person_change {
    struct person_id person;
    int64_t version;
    struct str name;
    struct str phone;
    struct str email;
};
/* The end of service: all posts end today, all sessions at once, and nobody signs in any more. */
struct person_end {
    struct person_id person;
    struct str note; /* the decision's number and date */
};
/* They may sign in again; posts and powers are given anew. */
struct person_return {
    struct person_id person;
};
struct post_give {
    struct person_id person;
    struct str unit;
    struct str title;
    struct day from;
    struct day until; /* none: not known yet */
};
struct post_change {
    struct post_id post;
    struct str title;
    struct day from;
    struct day until;
};
struct post_end {
    struct post_id post;
    struct day until;
};
struct power_give {
    struct post_id post;
    struct str power;
    struct str unit;
};
struct power_take {
    struct power_grant_id grant;
};
/* By the person (`keeps` is the session that stays), or by a manager. */
struct password_set {
    struct person_id person;
    struct session_id keeps;
    bool is_first;
    struct str hash;     /* not in the record */
    struct str password; /* not in the record: a manager's new one, for the answer */
};
struct totp_give {
    struct person_id person;
    int64_t step;
    struct bytes secret;   /* sealed */
    struct bytes recovery; /* RECOVERY_CODES hashes, one after the other */
};
struct totp_take {
    struct person_id person;
};

/* Sessions leave no leaf: when an official opened a browser is nobody's business later on. */
struct session_open {
    struct person_id person;
    struct bytes token_hash;
    struct bytes device_hash; /* of this browser, from now on known */
    struct bytes bucket;      /* of the failures that end here */
    struct str browser;
    bool is_half;
};
/* The second factor of a sign-in, or any factor of one who is signed in: a step of the clock, the
 * hash of a recovery code, or, for those who have no second factor, the password. The answer's text
 * is ANSWER_WRONG when it was not good, and the failure is counted. */
struct session_pass {
    struct session_id session;
    int64_t step;           /* 0: none */
    struct bytes recovery;  /* absent: none */
    bool is_password_right; /* the handler has looked */
    struct bytes token_hash;
    struct bytes device_hash;
    struct bytes bucket;
};
#define ANSWER_WRONG STR("wrong")
struct session_close {
    struct session_id session;
};
/* All of a person, but one. */
struct session_close_all {
    struct person_id person;
    struct session_id keeps;
};
/* Acts in another post from now on, under another token. */
struct session_switch {
    struct session_id session;
    struct post_id post;
    struct bytes token_hash;
};
struct session_touch {
    struct session_id session;
};
struct sign_in_fail {
    struct bytes bucket;
};
struct clean {
    bool is_due; /* always: a record has at least one field */
};

enum identity_command {
    IDENTITY_PERSON_ADD,
    IDENTITY_TABLE_TAKE,
    IDENTITY_PERSON_CHANGE,
    IDENTITY_PERSON_END,
    IDENTITY_PERSON_RETURN,
    IDENTITY_POST_CHANGE,
    IDENTITY_POST_GIVE,
    IDENTITY_POST_END,
    IDENTITY_GRANT,
    IDENTITY_REVOKE,
    IDENTITY_PASSWORD_SET,
    IDENTITY_TOTP_SET,
    IDENTITY_TOTP_DROP,
    IDENTITY_SESSION_OPEN,
    IDENTITY_SESSION_PASS,
    IDENTITY_SESSION_CLOSE,
    IDENTITY_SESSION_CLOSE_ALL,
    IDENTITY_SESSION_SWITCH,
    IDENTITY_SESSION_TOUCH,
    IDENTITY_SIGN_IN_FAIL,
    IDENTITY_CLEAN,
    IDENTITY_COMMAND_COUNT
};
extern const struct command IDENTITY_COMMANDS[IDENTITY_COMMAND_COUNT];

enum identity_fact {
    FACT_PERSON_ADDED,
    FACT_PERSON_CHANGED,
    FACT_PERSON_ENDED,
    FACT_PERSON_RETURNED,
    FACT_POST_CHANGED,
    FACT_POST_GIVEN,
    FACT_POST_ENDED,
    FACT_POWER_GRANTED,
    FACT_POWER_REVOKED,
    FACT_PASSWORD_CHANGED,
    FACT_TOTP_CHANGED,
    IDENTITY_FACT_COUNT
};
extern const struct fact IDENTITY_FACTS[IDENTITY_FACT_COUNT];

#endif
