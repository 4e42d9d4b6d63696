#!/bin/sh
# Runs every suite of tests/suites, shows what failed, and closes with "N passed, N failed".
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/run.sh [NAME…]     only those suites
# LONG=1 asks suites that can to take their time.

logs=build/log/tests
mkdir -p "$logs"
passed=0
failed=0
skipped=0

run_suite() {
    name=$1
    command=$2
    started=$(date +%s)
    printf '%s …\n' "$name"
    sh -c "$command" > "$logs/$name.txt" 2>&1
    counts=$(sh tests/tally.sh "$name" $? "$logs/$name.txt")
    # shellcheck disable=SC2086 # three numbers
    set -- $counts
    printf '%s: %s passed, %s failed, %s skipped, %s s\n' "$name" "$1" "$2" "$3" \
        $(($(date +%s) - started))
    passed=$((passed + $1))
    failed=$((failed + $2))
    skipped=$((skipped + $3))
}

while read -r name command; do
    case $name in '#'* | '') continue ;; esac
    case " ${*:-$name} " in *" $name "*) run_suite "$name" "$command" ;; esac
done < tests/suites

if [ "$skipped" -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
else
    echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
