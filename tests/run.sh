#!/bin/sh
# Runs every suite of tests/suites, shows what failed, and closes with "N passed, N failed".
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/run.sh [NAME…]     only those suites
# LONG=1 asks suites that can to take their time.
#
# Most suites keep one processor busy, and what they start waits for clocks and disks. So those with a & run beside
# the others, one after the other, with what processor the others leave: first what only computes, then, when the
# others have come to what waits too, some that wait.

logs=build/log/tests
mkdir -p "$logs"
counts=$(mktemp -d)
trap 'rm -rf "$counts"' EXIT

# run_suite NAME COMMAND: a line of what it came to; the numbers are kept in $counts.
run_suite() {
    started=$(date +%s)
    sh -c "$2" > "$logs/$1.txt" 2>&1
    sh tests/tally.sh "$1" $? "$logs/$1.txt" > "$counts/$1"
    read -r passed failed skipped < "$counts/$1"
    echo "$1: $passed passed, $failed failed, $skipped skipped, $(($(date +%s) - started)) s"
}
# run_lane PATTERN NAME…: the suites whose line begins like that, in their order.
run_lane() {
    lane=$1
    shift
    grep "^$lane" tests/suites | while read -r name command; do
        name=${name#&}
        case " ${*:-$name} " in *" $name "*) run_suite "$name" "$command" < /dev/null ;; esac
    done
}

run_lane '&' "$@" > "$counts/.beside" 2>&1 &
renice -n 10 $! > /dev/null 2>&1
run_lane '[a-z]' "$@"
wait
cat "$counts/.beside"

touch "$counts/none"
read -r passed failed skipped << END
$(awk '{ passed += $1; failed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }' "$counts"/*)
END
[ "$skipped" -eq 0 ] || echo "$skipped skipped; why stands in $logs"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
