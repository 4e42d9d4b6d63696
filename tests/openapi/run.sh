#!/bin/sh
# The API's description, taken from the program itself, before a public linter. Prints TAP.
# SPDX-License-Identifier: AGPL-3.0-or-later
set -u
. tests/tap.sh
B=${B:-build}
here=tests/openapi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

[ "$here/node_modules/.package-lock.json" -nt "$here/package-lock.json" ] ||
    (cd "$here" && npm ci --ignore-scripts --no-audit --no-fund) > "$work/npm.txt" 2>&1

"$B/kheo" init --dir "$work/data" > /dev/null
printf 'GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n' |
    "$B/kheo" request --dir "$work/data" 2> /dev/null | sed '1,/^\r$/d' > "$work/openapi.json"

true_that "the program describes its API as OpenAPI 3.1" grep -q '"openapi":"3.1' "$work/openapi.json"
REDOCLY_TELEMETRY=off "$here/node_modules/.bin/redocly" lint "$work/openapi.json" > "$work/lint.txt" 2>&1 &&
    ! grep -qi 'warning' "$work/lint.txt"
is 0 $? "a public linter has nothing to say about it"
[ "$tap_failed" = 0 ] || sed 's/^/# /' "$work/lint.txt" | head -n 40
tap_end
