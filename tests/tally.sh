#!/bin/sh
# Counts a suite's TAP lines: "PASSED FAILED SKIPPED" on stdout, the failures themselves on stderr.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/tally.sh NAME EXIT_STATUS LOG
# What a test said is shown with its failure, whether it spoke before (tools/story.c) or after it.
# A suite that ends badly without saying which test failed, or that ran no test, is one failure:
# otherwise a suite that does not start would look like one that passes.

awk -v name="$1" -v status="$2" -v log_path="$3" '
function say(line) { print "  " substr(line, 1, 2000) > "/dev/stderr" }
(/^(not )?ok / || /^1\.\.0 /) && /# SKIP/ { skipped++; in_failure = said = 0; next }
/^ok /             { passed++; in_failure = said = 0; next }
/^not ok /         { failed++; in_failure = 1; for (i = 1; i <= said; i++) say(before[i])
                     said = 0; say($0); next }
in_failure && /^#/ { say($0); next }
/^#/ && said < 20  { before[++said] = $0 }
                   { in_failure = 0; tail[NR % 15] = $0 }
END {
    if (failed == 0 && (status != 0 || passed + skipped == 0)) {
        failed = 1
        print "  " name " ended with status " status " after " passed + 0 " tests:" > "/dev/stderr"
        for (i = NR - 14; i <= NR; i++) {
            if (i > 0 && (i % 15) in tail) print "    " tail[i % 15] > "/dev/stderr"
        }
        print "  all of it: " log_path > "/dev/stderr"
    }
    print passed + 0, failed + 0, skipped + 0
}' "$3"
