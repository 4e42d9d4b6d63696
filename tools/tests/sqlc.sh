#!/bin/sh
# Golden tests of sqlc, as TAP: what it must refuse with these words, and what it must make.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# A case is one file of several: `-- file: PATH` begins the next. bad/NAME.sql goes with what sqlc
# says in bad/NAME.err; good/NAME.sql with what it writes in good/NAME.out. `sqlc.sh --update`
# writes down what it does now: read the difference before you keep it.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
sqlc=$root/build/tools/sqlc
here=$root/tools/tests/sqlc
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
update=${1:-}
. tests/tap.sh

# Splits the case into files and runs sqlc over them, in a folder of its own.
run_case() {
    rm -rf "$work/case" && mkdir "$work/case" && cd "$work/case" || exit 2
    awk '/^-- file: / { path = $3; folder = path; sub(/[^\/]*$/, "", folder)
                        system("mkdir -p " folder); next } { print > path }' "$1"
    find src -name '*.sql' | sort | xargs "$sqlc" --out gen/sql >said 2>&1
    status=$?
}

# compare EXPECTED ACTUAL: the difference, or nothing.
compare() {
    [ "$update" = --update ] && cp "$2" "$1"
    diff -u "$1" "$2" 2>&1
}

for case in "$here"/bad/*.sql; do
    run_case "$case"
    problem=$(compare "${case%.sql}.err" said)
    [ "$status" = 0 ] && problem="it was not refused"
    [ -e gen ] && problem="it wrote files all the same"
    nothing "sqlc refuses $(basename "$case" .sql)" "$problem"
done

for case in "$here"/good/*.sql; do
    run_case "$case"
    problem=
    [ "$status" = 0 ] || problem=$(cat said)
    for file in gen/sql/*; do
        echo "=== $file"
        cat "$file"
    done >made 2>&1
    problem=$problem$(compare "${case%.sql}.out" made)
    # The C compiles without a warning, and a second run leaves the files alone.
    for file in gen/sql/*.c; do
        problem=$problem$(${CC:-cc} -std=gnu17 -Wall -Wextra -Wpedantic -Wconversion \
            -Wmissing-prototypes -Werror -I"$root/src" -Igen -c "$file" -o object.o 2>&1)
    done
    touch -d 2001-01-01 gen/sql/*
    find src -name '*.sql' | sort -r | xargs "$sqlc" --out gen/sql
    touched=$(find gen -newermt 2002-01-01 -type f)
    [ -z "$touched" ] || problem="a second run changed $touched"
    nothing "sqlc makes $(basename "$case" .sql)" "$problem"
done
tap_end
