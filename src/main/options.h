/* Options of the command line: --name VALUE, --name=VALUE and --flag. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef MAIN_OPTIONS_H
#define MAIN_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

/* An option that may be given as often as one likes. */
enum { OPTION_LIST_MAX = 32 };
struct option_list {
    const char *words[OPTION_LIST_MAX];
    int count;
};

struct options {
    const char *dir;
    const char *database;
    const char *address;
    const char *from; /* of a copy: databases, named as --db names them */
    const char *to;
    const char *origin;
    const char *base_url;
    const char *anchor;
    const char *files;   /* folder of photos, where several hosts share one; NULL: in dir */
    const char *tiles;   /* MBTiles file of pictures under maps; NULL: there are none */
    const char *archive; /* folder of sealed batches; NULL: none is kept */
    const char *key;     /* file with the secret half of a backup's key */
    const char *at;      /* of a restore: the moment, */
    int64_t at_size;     /* or the size of the tree; 0: the newest */
    bool without_database;
    const char *proxy; /* whose word about the sender's address is taken; NULL: nobody's */
    /* Letters (outbox/carrier.h); NULL: they wait. */
    const char *smtp;
    const char *smtp_user;
    const char *smtp_password_file;
    const char *mail_from;
    const char *mail_ca;
    const char *hook;
    const char *hook_token_file;
    struct option_list receipts; /* --receipt FILE */
    int64_t mail_retry_s; /* 0: the outbox's own */
    int64_t port;
    int64_t threads;
    int64_t network_connections; /* of one network; 0: the usual number */
    int64_t papers;              /* of the demonstration */
    const char *until;           /* when it ends; NULL: now */
    const char *scrub;           /* when all is read again (main/scrub.h) */
    int64_t seed;
    bool reset;
    bool no_serve;       /* make the demonstration, and that is all */
    bool dumps_core;     /* --core-dumps: with all secrets in them */
    bool walls_required; /* do not serve without all of studio/walls.h */
    bool rates_off;
    const char *replica; /* of the database, for readers */
    bool replicated;     /* --replicated: no database whose commits are on one machine only */
    /* What is known of a case, for its clock (law/rule.h). */
    bool is_remote;
    bool is_complex;
    bool is_delegated;
    bool is_dismissal;
    int64_t tests;
    int64_t extensions;
    int64_t excluded_days;
    struct option_list suspensions; /* FROM..TO */
    const char *svg;                /* --svg: the workflow that is drawn */
    bool lists;                     /* --list */
    bool as_json;                   /* --json */
    bool keeps_unknown;  /* set before: options of a service's own go to the rest */
    /* What was no option, in order. */
    int rest_count;
    char *rest[64];
};

/* False after one sentence on stderr that names the option at fault; the caller exits with 2. */
bool options_parse(struct options *options, int argc, char **argv);

#endif
