# Verdicts of shell tests as TAP lines; sourced from the root of the repository.
# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=sh
tap_number=0
tap_failed=0

tell() { # VERDICT SENTENCE
    tap_number=$((tap_number + 1))
    if [ "$1" = 0 ]; then
        echo "ok $tap_number - $2"
    else
        echo "not ok $tap_number - $2"
        tap_failed=1
    fi
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
nothing() { # SENTENCE FOUND: what was found and should not be there
    [ -z "$2" ]
    tell $? "$1"
    [ -z "$2" ] || echo "$2" | sed 's/^/#   /'
}
skip() { # SENTENCE REASON
    tell 0 "$1 # SKIP $2"
}
tap_end() {
    echo "1..$tap_number"
    exit $tap_failed
}
