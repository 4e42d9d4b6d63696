# Verdicts of shell tests as TAP lines. Those about one server have more: tests/http/lib.sh.
# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
number=0
failed=0

tell() { # VERDICT SENTENCE
    number=$((number + 1))
    [ "$1" = 0 ] && echo "ok $number - $2" || { echo "not ok $number - $2"; failed=1; }
}
is() { # WANTED GOT SENTENCE
    [ "$1" = "$2" ]
    tell $? "$3"
    [ "$1" = "$2" ] || echo "# wanted $1, got $2"
}
true_that() { # SENTENCE TEST…
    local sentence=$1
    shift
    "$@"
    tell $? "$sentence"
}
finish() {
    echo "1..$number"
    exit $failed
}
