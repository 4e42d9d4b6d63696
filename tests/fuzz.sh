#!/bin/sh
# Replays kept inputs through fuzz targets and prints TAP: fuzz.sh FOLDER-OF-PROGRAMS NAME…
# SPDX-License-Identifier: AGPL-3.0-or-later
folder=$1
shift
count=0
failed=0
for name in "$@"; do
    count=$((count + 1))
    if said=$("$folder/$name" "fuzz/corpus/$name" 2>&1); then
        echo "ok $count - $name: $said"
    else
        echo "not ok $count - $name"
        printf '%s\n' "$said" | sed 's/^/#   /'
        failed=1
    fi
done
echo "1..$count"
exit $failed
