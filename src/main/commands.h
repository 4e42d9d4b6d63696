/* The commands of the program, each in a file of its own; the exit status is what they return. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_COMMANDS_H
#define MAIN_COMMANDS_H

#include "main/house.h"
#include "main/options.h"
#include "web/module.h"

struct options options_default(void);
struct house_settings house_settings_of(const struct options *options);
/* Prints why the house cannot be opened, and returns 2, the exit status for it. */
int house_refused(struct str why);

int serve_command(struct options *options);
/* Serves an open house in the foreground until SIGINT or SIGTERM; prints the address once it
 * answers. */
int serve_house(struct house *house, const struct options *options);
int demo_command(struct options *options);
int init_command(struct options *options);
int check_command(struct options *options);
/* The whole of `kheo check`, with all that it says: 0 for no fault, 1, or 2: it cannot be read. */
int check_house(const struct house_settings *settings);
int backup_command(struct options *options);
int restore_command(struct options *options);
int accept_loss_command(struct options *options);
int accept_pages_command(struct options *options);
/* When a limit of the law ends, and why (law/rule.h): 0, or 2 and a sentence why it is refused. */
int clock_command(struct options *options);
/* Audits every table of law: 0, or 1 with a line per fault. --list prints, in Markdown, which rows
 * stand on which article and which stories are about it: `grep -H '^law ' STORY…` on standard
 * input. */
int lawcheck_command(struct options *options);
/* `kheo blank`: lists the forms of the law; with a code it prints one, with a file it says whether
 * that may stand for one: 0, or 1 with the line that is wrong. */
int blank_command(struct options *options);
int copy_command(struct options *options);
int request_command(struct options *options);
int routes_command(struct options *options);
int console_command(struct options *options, const struct module *service);

#endif
