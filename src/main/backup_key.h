/* Key files of backups: the public half lies in the data folder, the secret half anywhere else. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_BACKUP_KEY_H
#define MAIN_BACKUP_KEY_H

#include "base/box.h"
#include "base/status.h"

/* A line each: "kheo-backup-public " or "kheo-backup-secret ", 64 hex digits. What is sealed to the
 * public half only the secret half opens, so whoever takes the server opens no backup, and whoever
 * loses the secret half has none. */

/* Draws a pair into PATH (the secret, for its owner alone) and PATH.pub; replaces nothing. */
enum status backup_key_make(const char *path) MUST_USE;
/* The public half from DIR/backup.pub. False, and a sentence in *ret_why. */
bool backup_key_public(const char *dir, uint8_t ret[BOX_KEY_BYTES], struct str *ret_why) MUST_USE;
bool backup_key_secret(const char *path, struct box_key *ret, struct str *ret_why) MUST_USE;

#endif
