/* The commands and facts of identity as tables: fields, powers, and what a leaf says. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#include "mod/identity/acts.h"

#include "text/tongue.h"
#include "web/import.h"

static const struct field PERSON_ADD_FIELDS[] = {
    FIELD(struct person_add, name, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = PERSON_NAME_CHARS_MAX, .label = N_("Họ và tên")),
    FIELD(struct person_add, sign_in, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = SIGN_IN_CHARS_MAX, .label = N_("Tên đăng nhập")),
    FIELD(struct person_add, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE, .max = 40,
          .label = N_("Điện thoại")),
    FIELD(struct person_add, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Thư điện tử")),
    FIELD(struct person_add, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị")),
    FIELD(struct person_add, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = POST_TITLE_CHARS_MAX, .label = N_("Chức vụ")),
    FIELD(struct person_add, powers, .rules = FIELD_LINE, .label = N_("Quyền")),
};
static const struct field ROW_FIELDS[] = {
    FIELD(struct person_row, sign_in, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = SIGN_IN_CHARS_MAX, .label = N_("Tên đăng nhập")),
    FIELD(struct person_row, name, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = PERSON_NAME_CHARS_MAX, .label = N_("Họ và tên")),
    FIELD(struct person_row, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE, .max = 40,
          .label = N_("Điện thoại")),
    FIELD(struct person_row, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Thư điện tử")),
    FIELD(struct person_row, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị")),
    FIELD(struct person_row, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = POST_TITLE_CHARS_MAX, .label = N_("Chức vụ")),
    FIELD(struct person_row, from, .label = N_("Từ ngày")),
    FIELD(struct person_row, until, .label = N_("Đến hết ngày")),
    FIELD(struct person_row, powers, .rules = FIELD_LINE, .max = 2000, .label = N_("Quyền")),
};
const struct record person_row_record = RECORD("person_row", struct person_row, ROW_FIELDS);
static const struct field PERSON_CHANGE_FIELDS[] = {
    FIELD(struct person_change, person, .rules = FIELD_REQUIRED),
    FIELD(struct person_change, version, .rules = FIELD_REQUIRED),
    FIELD(struct person_change, name, .rules = FIELD_REQUIRED | FIELD_LINE | FIELD_PERSONAL,
          .max = PERSON_NAME_CHARS_MAX, .label = N_("Họ và tên")),
    FIELD(struct person_change, phone, .rules = FIELD_LINE | FIELD_PERSONAL | FIELD_PHONE,
          .max = 40, .label = N_("Điện thoại")),
    FIELD(struct person_change, email, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 100,
          .label = N_("Thư điện tử")),
};
static const struct field PERSON_END_FIELDS[] = {
    FIELD(struct person_end, person, .rules = FIELD_REQUIRED),
    FIELD(struct person_end, note, .rules = FIELD_LINE | FIELD_PERSONAL, .max = 200,
          .label = N_("Theo quyết định")),
};
static const struct field PERSON_RETURN_FIELDS[] = {
    FIELD(struct person_return, person, .rules = FIELD_REQUIRED),
};
static const struct field POST_CHANGE_FIELDS[] = {
    FIELD(struct post_change, post, .rules = FIELD_REQUIRED),
    FIELD(struct post_change, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = POST_TITLE_CHARS_MAX, .label = N_("Chức vụ")),
    FIELD(struct post_change, from, .rules = FIELD_REQUIRED, .label = N_("Từ ngày")),
    FIELD(struct post_change, until, .label = N_("Đến hết ngày")),
};
static const struct field POST_GIVE_FIELDS[] = {
    FIELD(struct post_give, person, .rules = FIELD_REQUIRED),
    FIELD(struct post_give, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị")),
    FIELD(struct post_give, title, .rules = FIELD_REQUIRED | FIELD_LINE,
          .max = POST_TITLE_CHARS_MAX, .label = N_("Chức vụ")),
    FIELD(struct post_give, from, .rules = FIELD_REQUIRED, .label = N_("Từ ngày")),
    FIELD(struct post_give, until, .label = N_("Đến hết ngày")),
};
static const struct field POST_END_FIELDS[] = {
    FIELD(struct post_end, post, .rules = FIELD_REQUIRED),
    FIELD(struct post_end, until, .rules = FIELD_REQUIRED, .label = N_("Đến hết ngày")),
};
static const struct field POWER_GIVE_FIELDS[] = {
    FIELD(struct power_give, post, .rules = FIELD_REQUIRED),
    FIELD(struct power_give, power, .rules = FIELD_REQUIRED | FIELD_LINE, .max = POWER_CHARS_MAX,
          .label = N_("Quyền")),
    FIELD(struct power_give, unit, .rules = FIELD_REQUIRED | FIELD_LINE, .max = 20,
          .label = N_("Mã đơn vị")),
};
static const struct field POWER_TAKE_FIELDS[] = {
    FIELD(struct power_take, grant, .rules = FIELD_REQUIRED),
};
static const struct field PASSWORD_SET_FIELDS[] = {
    FIELD(struct password_set, person, .rules = FIELD_REQUIRED),
    FIELD(struct password_set, keeps),
    FIELD(struct password_set, is_first),
};
static const struct field TOTP_GIVE_FIELDS[] = {
    FIELD(struct totp_give, person, .rules = FIELD_REQUIRED),
    FIELD(struct totp_give, step),
    FIELD(struct totp_give, secret, .rules = FIELD_SECRET),
    FIELD(struct totp_give, recovery, .rules = FIELD_SECRET),
};
static const struct field TOTP_TAKE_FIELDS[] = {
    FIELD(struct totp_take, person, .rules = FIELD_REQUIRED),
};
static const struct field SESSION_OPEN_FIELDS[] = {
    FIELD(struct session_open, person, .rules = FIELD_REQUIRED),
    FIELD(struct session_open, token_hash, .rules = FIELD_SECRET),
    FIELD(struct session_open, device_hash, .rules = FIELD_SECRET),
    FIELD(struct session_open, bucket, .rules = FIELD_SECRET),
    FIELD(struct session_open, browser),
    FIELD(struct session_open, is_half),
};
static const struct field SESSION_PASS_FIELDS[] = {
    FIELD(struct session_pass, session, .rules = FIELD_REQUIRED),
    FIELD(struct session_pass, step),
    FIELD(struct session_pass, recovery, .rules = FIELD_SECRET),
    FIELD(struct session_pass, is_password_right),
    FIELD(struct session_pass, token_hash, .rules = FIELD_SECRET),
    FIELD(struct session_pass, device_hash, .rules = FIELD_SECRET),
    FIELD(struct session_pass, bucket, .rules = FIELD_SECRET),
};
static const struct field SESSION_CLOSE_FIELDS[] = {
    FIELD(struct session_close, session, .rules = FIELD_REQUIRED),
};
static const struct field SESSION_CLOSE_ALL_FIELDS[] = {
    FIELD(struct session_close_all, person, .rules = FIELD_REQUIRED),
    FIELD(struct session_close_all, keeps),
};
static const struct field SESSION_SWITCH_FIELDS[] = {
    FIELD(struct session_switch, session, .rules = FIELD_REQUIRED),
    FIELD(struct session_switch, post, .rules = FIELD_REQUIRED),
    FIELD(struct session_switch, token_hash, .rules = FIELD_SECRET),
};
static const struct field SESSION_TOUCH_FIELDS[] = {
    FIELD(struct session_touch, session, .rules = FIELD_REQUIRED),
};
static const struct field SIGN_IN_FAIL_FIELDS[] = {
    FIELD(struct sign_in_fail, bucket, .rules = FIELD_SECRET),
};
static const struct field CLEAN_FIELDS[] = {
    FIELD(struct clean, is_due),
};

static const struct record PERSON_ADD = RECORD("person_add", struct person_add, PERSON_ADD_FIELDS);
static const struct field PERSON_ADD_DRAWN_FIELDS[] = {
    FIELD(struct person_add, hash, .rules = FIELD_SECRET),
    FIELD(struct person_add, password, .rules = FIELD_SECRET),
    FIELD(struct person_add, is_first),
};
static const struct record PERSON_ADD_DRAWN =
    RECORD("person_add", struct person_add, PERSON_ADD_DRAWN_FIELDS);
static const struct record PERSON_CHANGE =
    RECORD("person_change", struct person_change, PERSON_CHANGE_FIELDS);
static const struct record PERSON_END = RECORD("person_end", struct person_end, PERSON_END_FIELDS);
static const struct record PERSON_RETURN =
    RECORD("person_return", struct person_return, PERSON_RETURN_FIELDS);
static const struct record POST_CHANGE =
    RECORD("post_change", struct post_change, POST_CHANGE_FIELDS);
static const struct record POST_GIVE = RECORD("post_give", struct post_give, POST_GIVE_FIELDS);
static const struct record POST_END = RECORD("post_end", struct post_end, POST_END_FIELDS);
static const struct record POWER_GIVE = RECORD("power_give", struct power_give, POWER_GIVE_FIELDS);
static const struct record POWER_TAKE = RECORD("power_take", struct power_take, POWER_TAKE_FIELDS);
static const struct record PASSWORD_SET =
    RECORD("password_set", struct password_set, PASSWORD_SET_FIELDS);
static const struct field PASSWORD_SET_DRAWN_FIELDS[] = {
    FIELD(struct password_set, hash, .rules = FIELD_SECRET),
    FIELD(struct password_set, password, .rules = FIELD_SECRET),
};
static const struct record PASSWORD_SET_DRAWN =
    RECORD("password_set", struct password_set, PASSWORD_SET_DRAWN_FIELDS);
static const struct record TOTP_GIVE = RECORD("totp_give", struct totp_give, TOTP_GIVE_FIELDS);
static const struct record TOTP_TAKE = RECORD("totp_take", struct totp_take, TOTP_TAKE_FIELDS);
static const struct record SESSION_OPEN =
    RECORD("session_open", struct session_open, SESSION_OPEN_FIELDS);
static const struct record SESSION_PASS =
    RECORD("session_pass", struct session_pass, SESSION_PASS_FIELDS);
static const struct record SESSION_CLOSE =
    RECORD("session_close", struct session_close, SESSION_CLOSE_FIELDS);
static const struct record SESSION_CLOSE_ALL =
    RECORD("session_close_all", struct session_close_all, SESSION_CLOSE_ALL_FIELDS);
static const struct record SESSION_SWITCH =
    RECORD("session_switch", struct session_switch, SESSION_SWITCH_FIELDS);
static const struct record SESSION_TOUCH =
    RECORD("session_touch", struct session_touch, SESSION_TOUCH_FIELDS);
static const struct record SIGN_IN_FAIL =
    RECORD("sign_in_fail", struct sign_in_fail, SIGN_IN_FAIL_FIELDS);
static const struct record CLEAN = RECORD("clean", struct clean, CLEAN_FIELDS);

/* Commands without a power are a person's own business: each checks that the author is that person,
 * or, for sign-ins, comes from a handler that has checked the password. */
const struct command IDENTITY_COMMANDS[IDENTITY_COMMAND_COUNT] = {
    [IDENTITY_PERSON_ADD] = { "identity.person_add", &PERSON_ADD, POWER_IDENTITY_MANAGE,
                              identity_person_add, "Adds a person with a first post.",
                              .besides = &PERSON_ADD_DRAWN },
    [IDENTITY_TABLE_TAKE] = { "identity.table_take", &import_record, POWER_IDENTITY_MANAGE,
                              identity_table_take,
                              "Adds and changes the people and posts of a table, row by row." },
    [IDENTITY_PERSON_CHANGE] = { "identity.person_change", &PERSON_CHANGE, POWER_IDENTITY_MANAGE,
                                 identity_person_change, "Corrects a name or how to reach them." },
    [IDENTITY_PERSON_END] = { "identity.person_end", &PERSON_END, POWER_IDENTITY_MANAGE,
                              identity_person_end, "Ends a person's service, at once." },
    [IDENTITY_PERSON_RETURN] = { "identity.person_return", &PERSON_RETURN, POWER_IDENTITY_MANAGE,
                                 identity_person_return, "Lets a person sign in again." },
    [IDENTITY_POST_CHANGE] = { "identity.post_change", &POST_CHANGE, POWER_IDENTITY_MANAGE,
                               identity_post_change, "Corrects a post's title or days." },
    [IDENTITY_POST_GIVE] = { "identity.post_give", &POST_GIVE, POWER_IDENTITY_MANAGE,
                             identity_post_give, "Gives a person a post at a unit." },
    [IDENTITY_POST_END] = { "identity.post_end", &POST_END, POWER_IDENTITY_MANAGE,
                            identity_post_end, "Ends a post, and its powers with it." },
    [IDENTITY_GRANT] = { "identity.grant", &POWER_GIVE, POWER_IDENTITY_MANAGE, identity_grant,
                         "Grants a post a power over a unit and what is below it." },
    [IDENTITY_REVOKE] = { "identity.revoke", &POWER_TAKE, POWER_IDENTITY_MANAGE, identity_revoke,
                          "Takes a power back, at once." },
    [IDENTITY_PASSWORD_SET] = { "identity.password_set", &PASSWORD_SET, NULL, identity_password_set,
                                "Sets a password and closes the person's other sessions.",
                                .besides = &PASSWORD_SET_DRAWN },
    [IDENTITY_TOTP_SET] = { "identity.totp_set", &TOTP_GIVE, NULL, identity_totp_set,
                            "Turns the second factor on." },
    [IDENTITY_TOTP_DROP] = { "identity.totp_drop", &TOTP_TAKE, NULL, identity_totp_drop,
                             "Turns the second factor off." },
    [IDENTITY_SESSION_OPEN] = { "identity.session_open", &SESSION_OPEN, NULL, identity_session_open,
                                "Signs a person in." },
    [IDENTITY_SESSION_PASS] = { "identity.session_pass", &SESSION_PASS, NULL, identity_session_pass,
                                "Takes the second factor of a sign-in, or a factor shown anew." },
    [IDENTITY_SESSION_CLOSE] = { "identity.session_close", &SESSION_CLOSE, NULL,
                                 identity_session_close, "Signs one browser out." },
    [IDENTITY_SESSION_CLOSE_ALL] = { "identity.session_close_all", &SESSION_CLOSE_ALL, NULL,
                                     identity_session_close_all, "Signs a person out everywhere." },
    [IDENTITY_SESSION_SWITCH] = { "identity.session_switch", &SESSION_SWITCH, NULL,
                                  identity_session_switch, "Acts in another post from now on." },
    [IDENTITY_SESSION_TOUCH] = { "identity.session_touch", &SESSION_TOUCH, NULL,
                                 identity_session_touch, "Notes that a session is in use." },
    [IDENTITY_SIGN_IN_FAIL] = { "identity.sign_in_fail", &SIGN_IN_FAIL, NULL, identity_sign_in_fail,
                                "Counts a wrong password." },
    [IDENTITY_CLEAN] = { "identity.clean", &CLEAN, NULL, identity_clean,
                         "Forgets old sessions, failures and devices." },
};

/* Leaves name people by their object, never by anything that the person is called. */
static const struct field PERSON_SAYS_FIELDS[] = {
    FIELD(struct person_says, name, .rules = FIELD_PERSONAL),
    FIELD(struct person_says, sign_in, .rules = FIELD_PERSONAL),
};
static const struct field PERSON_CHANGE_SAYS_FIELDS[] = {
    FIELD(struct person_change_says, name, .rules = FIELD_PERSONAL),
    FIELD(struct person_change_says, phone, .rules = FIELD_PERSONAL),
    FIELD(struct person_change_says, email, .rules = FIELD_PERSONAL),
};
static const struct field PERSON_END_SAYS_FIELDS[] = {
    FIELD(struct person_end_says, note, .rules = FIELD_PERSONAL),
};
static const struct field POST_SAYS_FIELDS[] = {
    FIELD(struct post_says, person), FIELD(struct post_says, unit),  FIELD(struct post_says, title),
    FIELD(struct post_says, from),   FIELD(struct post_says, until),
};
static const struct field GRANT_SAYS_FIELDS[] = {
    FIELD(struct grant_says, post), FIELD(struct grant_says, power), FIELD(struct grant_says, unit),
    FIELD(struct grant_says, from), FIELD(struct grant_says, until),
};
static const struct field PASSWORD_SAYS_FIELDS[] = {
    FIELD(struct password_says, by),
};
static const struct field TOTP_SAYS_FIELDS[] = {
    FIELD(struct totp_says, is_on),
    FIELD(struct totp_says, by),
};
static const struct record PERSON_SAYS =
    RECORD("identity.person", struct person_says, PERSON_SAYS_FIELDS);
static const struct record PERSON_CHANGE_SAYS =
    RECORD("identity.person_change", struct person_change_says, PERSON_CHANGE_SAYS_FIELDS);
static const struct record PERSON_END_SAYS =
    RECORD("identity.person_end", struct person_end_says, PERSON_END_SAYS_FIELDS);
static const struct record POST_SAYS = RECORD("identity.post", struct post_says, POST_SAYS_FIELDS);
static const struct record GRANT_SAYS =
    RECORD("identity.grant", struct grant_says, GRANT_SAYS_FIELDS);
static const struct record PASSWORD_SAYS =
    RECORD("identity.password", struct password_says, PASSWORD_SAYS_FIELDS);
static const struct record TOTP_SAYS = RECORD("identity.totp", struct totp_says, TOTP_SAYS_FIELDS);

const struct fact IDENTITY_FACTS[IDENTITY_FACT_COUNT] = {
    [FACT_PERSON_ADDED] = { "identity.person_added", &PERSON_SAYS, "A person can sign in." },
    [FACT_PERSON_CHANGED] = { "identity.person_changed", &PERSON_CHANGE_SAYS,
                              "A name, or how to reach a person, was corrected." },
    [FACT_PERSON_ENDED] = { "identity.person_ended", &PERSON_END_SAYS,
                            "A person's service ended: they cannot sign in." },
    [FACT_PERSON_RETURNED] = { "identity.person_returned", &PERSON_END_SAYS,
                               "A person can sign in again." },
    [FACT_POST_CHANGED] = { "identity.post_changed", &POST_SAYS,
                            "A post's title or days were corrected." },
    [FACT_POST_GIVEN] = { "identity.post_given", &POST_SAYS, "A person holds a post at a unit." },
    [FACT_POST_ENDED] = { "identity.post_ended", &POST_SAYS, "A post has its last day." },
    [FACT_POWER_GRANTED] = { "identity.power_granted", &GRANT_SAYS,
                             "A post holds a power over a unit and what is below it." },
    [FACT_POWER_REVOKED] = { "identity.power_revoked", &GRANT_SAYS,
                             "A post no longer holds a power." },
    [FACT_PASSWORD_CHANGED] = { "identity.password_changed", &PASSWORD_SAYS,
                                "A password was set, by the person or by a manager." },
    [FACT_TOTP_CHANGED] = { "identity.totp_changed", &TOTP_SAYS,
                            "The second factor was turned on or off." },
};
