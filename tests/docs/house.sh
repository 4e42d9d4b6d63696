#!/bin/bash
# A copy of this tree to try things in, for tests: source it and call copy_house FOLDER.
# SPDX-License-Identifier: AGPL-3.0-or-later

# What git knows or would take, and what was built of it, with all dates: make goes on from there.
copy_house() {
    mkdir -p "$1/build"
    git ls-files -co --exclude-standard -z | while IFS= read -r -d '' file; do
        [ ! -e "$file" ] || printf '%s\0' "$file"
    done | tar --null --no-recursion -T - --format=posix -cf - | tar -C "$1" -xf -
    for part in gen tools obj lib; do
        [ ! -d build/$part ] || cp -a build/$part "$1/build/"
    done
}

# Every file that is not built, with its hash.
house_state() {
    find . -path ./build -prune -o -type f -exec sha256sum {} + | sort -k 2
}

# A build that says nothing but its faults, and for which a warning is one.
builds() {
    make -s -j2 STRICT=1 "$@"
}

# Succeeds when `kheo request` answers a GET of the path with the status: answers STATUS PATH.
answers() {
    printf 'GET %s HTTP/1.1\r\nHost: kheo.example\r\n\r\n' "$2" |
        build/kheo request --dir "$tap_dir/data" > "$tap_dir/answer"
    head -n 1 "$tap_dir/answer"
    head -n 1 "$tap_dir/answer" | grep -q " $1\b"
}
