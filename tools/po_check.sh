#!/bin/sh
# Fails when a text of the sources has no English, and prints such texts with their files.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# To mend it, run `make po` and translate. All catalogues of the language count as one, as for poc.
set -eu
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
find po src/mod -name en.po | sort | xargs -r msgcat --use-first --force-po -o "$work/all.po"
msgattrib --translated --no-fuzzy --force-po -o "$work/english.po" "$work/all.po"
sh tools/po_messages.sh "$work/english.po" src | sed -n '/^#:/,$p' > "$work/missing"
cat "$work/missing"
sh tools/po_core.sh > "$work/core.pot"
if ! cmp "$work/core.pot" po/core.pot; then
    echo "po/core.pot is not what po/core.list names: run make po"
    exit 1
fi
[ ! -s "$work/missing" ]
