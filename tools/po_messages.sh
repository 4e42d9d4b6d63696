#!/bin/sh
# Prints the Vietnamese source texts of folders as a catalogue without translations.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/po_messages.sh SEEN FOLDER…
# Leaves out what the catalogue SEEN has (/dev/null: nothing).
set -eu
export LC_ALL=C.UTF-8
seen=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Templates are read as the C that tplc makes of all of them; #line leads back to the page.
find src -path '*/html/*.html' | sort > "$work/pages"
xargs build/tools/tplc --out "$work/html" < "$work/pages"
find "$@" \( -name '*.[ch]' -o -name '*.def' \) ! -path '*/tests/*' | sort > "$work/sources"
find "$@" -path '*/html/*.html' | sort |
    sed "s#.*/\([^/]*\)/html/\([^/]*\)\.html#$work/html/\1/\2.c#" >> "$work/sources"

# Rows that come with a schema have texts too: what is quoted there and is no plain ASCII.
find "$@" -path '*/schema/*.sql' | sort | while read -r schema; do
    copy=$work/$(echo "$schema" | tr / -).c
    awk -v path="$schema" -F "'" '!/^--/ {
        for (i = 2; i < NF; i += 2) {
            if ($i ~ /[^ -~]/) printf "#line %d \"%s\"\nN_(\"%s\")\n", NR, path, $i
        }
    }' "$schema" > "$copy"
    echo "$copy" >> "$work/sources"
done

# Texts in tables wear N_(), every status has a sentence, every act a label, and say() is the law
# room's short form. No dates and no lines, so that a catalogue changes only when its texts do.
xgettext --files-from="$work/sources" --exclude-file="$seen" --from-code=UTF-8 --language=C \
    --keyword= --keyword=N_ --keyword=N_COUNT:1,1 --keyword=STATUS:5 --keyword=ACT:4 \
    --keyword=tongue_text:2 --keyword=tpl_sentence:3 --keyword=tpl_label:2 \
    --keyword=tongue_plural:2,2 \
    --keyword=say:2 --keyword=say_word:2 \
    --add-location=file --sort-by-file --force-po -o - |
    sed '/^"POT-Creation-Date/d; /^#,.*c-format/d'
