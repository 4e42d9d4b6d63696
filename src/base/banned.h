/* Functions that nobody may call: unbounded, racy or silent about errors. Included by force. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/* git's trick: the call becomes an unknown name, and the compiler's message says why. The headers
 * that declare these names come first, so that only calls are affected. */
#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BANNED(function, instead) sorry_##function##_is_banned_use_##instead

#undef strcpy
#undef strcat
#undef strncpy
#undef strncat
#undef strtok
#undef strdup
#undef strndup
#undef sprintf
#undef vsprintf
#undef asprintf
#undef vasprintf
#undef gets
#undef alloca
#undef gmtime
#undef localtime
#undef ctime
#undef asctime
#undef mktime
#undef rand
#undef srand
#undef random
#undef srandom
#undef atoi
#undef atol
#undef atoll
#undef atof
#undef tmpnam
#undef mktemp
#undef system

#define strcpy(...) BANNED(strcpy, str)
#define strcat(...) BANNED(strcat, out)
#define strncpy(...) BANNED(strncpy, str)
#define strncat(...) BANNED(strncat, out)
#define strtok(...) BANNED(strtok, str_cut)
#define strdup(...) BANNED(strdup, str_copy)
#define strndup(...) BANNED(strndup, str_copy)
#define sprintf(...) BANNED(sprintf, out_printf)
#define vsprintf(...) BANNED(vsprintf, out_printf)
#define asprintf(...) BANNED(asprintf, str_printf)
#define vasprintf(...) BANNED(vasprintf, str_printf)
#define gets(...) BANNED(gets, read)
#define alloca(...) BANNED(alloca, arena_alloc)
#define gmtime(...) BANNED(gmtime, day_split)
#define localtime(...) BANNED(localtime, instant_day)
#define ctime(...) BANNED(ctime, out_instant)
#define asctime(...) BANNED(asctime, out_instant)
#define mktime(...) BANNED(mktime, day_of)
#define rand(...) BANNED(rand, random_bytes)
#define srand(...) BANNED(srand, random_from_seed)
#define random(...) BANNED(random, random_bytes)
#define srandom(...) BANNED(srandom, random_from_seed)
#define atoi(...) BANNED(atoi, str_to_int)
#define atol(...) BANNED(atol, str_to_int)
#define atoll(...) BANNED(atoll, str_to_int)
#define atof(...) BANNED(atof, str_to_int)
#define tmpnam(...) BANNED(tmpnam, mkstemp)
#define mktemp(...) BANNED(mktemp, mkstemp)
#define system(...) BANNED(system, posix_spawn)

#endif
