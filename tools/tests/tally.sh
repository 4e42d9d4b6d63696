#!/bin/sh
# How the driver of all suites counts: passed, failed, skipped, and suites that do not even start.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository.
. tools/tests/tap.sh

# counts EXPECTED STATUS LINE…
counts() {
    expected=$1
    status=$2
    shift 2
    printf '%s\n' "$@" > "$tap_dir/log"
    found=$(sh tests/tally.sh suite "$status" "$tap_dir/log")
    [ "$found" = "$expected" ] || { echo "$found instead of $expected" && return 1; }
}

check "passed, failed and skipped" counts "1 1 1" 1 "ok 1 - a" "not ok 2 - b" "ok 3 - c # SKIP no"
check "a bad end adds nothing to a named failure" counts "0 1 0" 2 "not ok 1 - a"
check "a bad end without one is a failure" counts "2 1 0" 1 "ok 1 - a" "ok 2 - b"
check "a suite without a test is a failure" counts "0 1 0" 0 "make: nothing to be done"
check "only skipped is no failure" counts "0 0 1" 0 "ok 1 - a # SKIP no clang"
check "a suite that is skipped as a whole is no failure" counts "0 0 1" 0 "1..0 # SKIP no shared data"
check "a skip that cmocka calls not ok is a skip" counts "1 0 1" 0 "ok 1 - a" "not ok 2 # SKIP b"

# tells LINE…: what is said of a log of these lines
tells() {
    printf '%s\n' "$@" > "$tap_dir/log"
    sh tests/tally.sh suite 1 "$tap_dir/log" 2>&1 > "$tap_dir/counts" | tr '\n' '|'
}
# same_words EXPECTED LINE…
same_words() {
    expected=$1
    shift
    found=$(tells "$@")
    [ "$found" = "$expected" ] || { echo "$found instead of $expected" && return 1; }
}
check "what a failing test said after it is shown" \
    same_words "  not ok 1 - a|  # why|" "not ok 1 - a" "# why" "ok 2 - b" "# fine"
check "what it said before is shown too, and nothing of its neighbours" \
    same_words "  # why|  not ok 2 - b|" "# fine" "ok 1 - a" "# why" "not ok 2 - b"
check "lines of other programs are not tests" counts "1 0 0" 0 "ok 1 - a" "  ok 2 - indented" "okay"
tap_end
