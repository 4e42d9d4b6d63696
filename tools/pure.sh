#!/bin/sh
# Checks what keeps two runs of the same commands equal: no clock, chance, locale or fraction.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/pure.sh [FOLDER OF ARCHIVES]
# And who counts limits: the law room alone.
# Prints TAP. Calls are found by the symbols that an archive wants, fractions by the words float and
# double in sources without their comments and texts. An exception is a line of tools/pure.except or
# of a service's own pure.except: "WHAT PLACE reason". One that excuses nothing is a fault itself.

archives=${1:-build/lib}
. tests/tap.sh
used=$(mktemp)
except=$(mktemp)
trap 'rm -f "$used" "$except"' EXIT INT TERM
cat tools/pure.except src/mod/*/pure.except 2> /dev/null > "$except"

clock='instant_now|uptime_s|monotonic_us|monotonic_ms|time|clock|clock_gettime|gettimeofday'
clock="$clock|timespec_get|day_today"
chance='random_bytes|randombytes_[a-z]*|getrandom|getentropy|rand|random|[dlm]rand48'
locale='setlocale|newlocale|uselocale|strcoll[a-z_]*|strxfrm[a-z_]*|wcscoll|localeconv'
environment='getenv|secure_getenv'
# Only the law room adds days to a date: what a limit is, stands in its rows.
limits='day_add|day_add_months|calendar_add_working_days|calendar_add_working_seconds'

# excuse WHAT: keeps of stdin the places that no exception names.
excuse() {
    while read -r place rest; do
        if grep -qsE "^$1 $place( |\$)" "$except"; then
            echo "$1 $place" >> "$used"
        else
            echo "$place $rest"
        fi
    done
}

# calls WHAT SYMBOLS ROOM…: no object of these rooms may want one of them.
calls() {
    what=$1
    symbols=$2
    shift 2
    for room in "$@"; do
        for archive in "$archives/$room.a" "$archives/$room"-*.a; do
            [ -e "$archive" ] || continue
            found=$(nm -u -A "$archive" | sed -nE "s/^[^:]*:([^:]*):.* ($symbols)\$/\1 \2/p" |
                sed "s/^/$(basename "$archive" .a)\//" | excuse "$what")
            nothing "$(basename "$archive" .a) has no $what" "$found"
        done
    done
}

# The words float and double, comments and texts taken away.
fractions() {
    find src -name '*.[ch]' ! -path 'src/studio/*' ! -path '*/tests/*' | LC_ALL=C sort |
        xargs awk '
            FNR == 1 { inside = 0 }
            {
                line = $0
                gsub(/"([^"\\]|\\.)*"/, "", line)
                if (inside) {
                    if (!sub(/^.*\*\//, "", line)) next
                    inside = 0
                }
                gsub(/\/\*[^*]*(\*+[^*\/][^*]*)*\*+\//, "", line)
                inside = sub(/\/\*.*$/, "", line)
                if (line ~ /(^|[^A-Za-z0-9_])(float|double)([^A-Za-z0-9_]|$)/) {
                    print FILENAME, FNR ":" $0
                }
            }'
}

# The desk and the services are told the time; rules, the law and the ledger know nothing by chance.
calls clock "$clock" text law ledger desk mod
calls chance "$chance" text law ledger
calls locale "$locale" base text law store ledger desk web mod outbox
calls environment "$environment" text law ledger desk mod
calls limits "$limits" text store ledger desk web outbox mod
nothing "no fractions but in drawings" "$(fractions | excuse fraction)"
idle=$(grep -vE '^(#|$)' "$except" 2> /dev/null | while read -r what place reason; do
    grep -qxF "$what $place" "$used" || echo "$what $place"
done)
nothing "every exception is still needed" "$idle"
tap_end
