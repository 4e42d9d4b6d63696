#!/bin/sh
# Prints the core, the texts of the files that po/core.list names, as an empty catalogue.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# A language of the country begins with these (docs/decisions/0030): tools/poc puts them into the
# program, and they are what a translator gets (`kheo language template`).
set -eu
export LC_ALL=C.UTF-8
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT
grep -v '^#' po/core.list | while read -r file first last; do
    if [ -n "$first" ]; then
        sed -n "/$first/,/$last/p" "$file" > "$parts/$(basename "$file")"
        file=$parts/$(basename "$file")
    fi
    echo "$file" >> "$parts/list"
done
sh tools/po_messages.sh /dev/null $(cat "$parts/list") |
    sed '/^#/d; /^"\(Project\|Report\|PO-\|Last-T\|Language\|MIME\|Plural\)/d'
