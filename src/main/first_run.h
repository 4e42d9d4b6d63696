/* The one-time address of an empty house. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_FIRST_RUN_H
#define MAIN_FIRST_RUN_H

#include "main/house.h"

/* 128 random bits, for an address. */
enum { FIRST_RUN_TOKEN_BYTES = 16, FIRST_RUN_TEXT_BYTES = 2 * FIRST_RUN_TOKEN_BYTES + 1 };

/* Draws a token for a house in which nobody has been added, and keeps its hash in
 * house->first_run. An empty text, and nothing is open: somebody was added, or that could not be
 * read. Before the server takes its first request. */
void first_run_open(struct house *house, char ret_token[FIRST_RUN_TEXT_BYTES]);
/* One line on standard error, for whoever sets the house up; nothing for an empty token. */
void first_run_say(const char *base_url, const char *address, unsigned port, const char *token);

#endif
