#!/bin/sh
# Replays kept inputs through fuzz targets and prints TAP: fuzz.sh FOLDER-OF-PROGRAMS NAME…
# SPDX-License-Identifier: AGPL-3.0-or-later
folder=$1
shift
. tests/tap.sh
for name in "$@"; do
    if said=$("$folder/$name" "fuzz/corpus/$name" 2>&1); then
        tell 0 "$name: $said"
    else
        tell 1 "$name"
        printf '%s\n' "$said" | sed 's/^/#   /'
    fi
done
tap_end
