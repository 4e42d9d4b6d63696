/* Names and bytes as the process sees them, and as they would be after a power cut. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef POWER_OWED_H
#define POWER_OWED_H

#include <stddef.h>
#include <stdint.h>

#include "disk.h"

/* A file or folder, under whatever name. Paths are below the root. Nothing is ever given back: the
 * process lives for one round. */
struct inode;

struct inode *owed_inode(bool is_folder);

/* The name stands for this from now on; NULL: for nothing. `order` counts all changes. */
void owed_name(const char *path, struct inode *inode, int64_t order);
void owed_rename(const char *from, const char *to, int64_t order);
struct inode *owed_find(const char *path);
/* The name that it has now; NULL when it has none. */
const char *owed_path(const struct inode *inode);
/* The same text, for as long as the process lives. */
const char *owed_folder(const char *path);

/* Written at a place, or without bytes: cut or grown to that length. */
void owed_change(struct inode *inode, int64_t order, int64_t at, const void *bytes, size_t n);
void owed_sync(struct inode *inode);
void owed_sync_folder(const char *folder);
/* A sync failed, and what it was for will never be written. */
void owed_forget(struct inode *inode);
void owed_forget_folder(const char *folder);

/* Writes what survives into a folder. */
void owed_survive(const char *folder, int64_t order, uint64_t *randomness, struct disk_told *told);

#endif
