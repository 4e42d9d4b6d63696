/* Compiler attributes, spelled once, so that a header reads as prose. */
/* SPDX-License-Identifier: AGPL-3.0-or-later */
#ifndef BASE_ATTR_H
#define BASE_ATTR_H

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#define PURE __attribute__((pure))
#define COLD __attribute__((cold))
#define NORETURN __attribute__((noreturn))
#define UNUSED __attribute__((unused))

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
