/* Parcels: the files of a data folder, one after the other in a vault. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_PARCEL_H
#define MAIN_PARCEL_H

#include "main/folder.h"
#include "vault/vault.h"

/* An entry is u8 length, name, u64 size (high byte first), bytes; a length of 0 ends the parcel.
 * Only these names are in a parcel, so that a forged one cannot write elsewhere: kheo.db, origin,
 * ledger.key, server.key, backup.pub, anchor/head, receipts/NAME, blanks/NAME, files/NAME. */
enum { PARCEL_NAME_BYTES_MAX = 255 };

/* All such files of the folder. False: one of them could not be read, or changed its size. */
bool parcel_pack(struct vault_writer *writer, const char *dir) MUST_USE;

/* Takes it apart: into `dir`, or, when `compares`, beside what is there already, which must be the
 * same to the byte. STATUS_OK; STATUS_CONFLICT: it differs from what is there; or what the disk
 * says. *ret_fault is what was wrong with the vault. The end of the vault is still to be read. */
enum status parcel_unpack(struct vault_reader *reader, const char *dir, bool compares,
                          enum vault_fault *ret_fault) MUST_USE;

#endif
