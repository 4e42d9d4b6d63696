#!/bin/sh
# Brings the catalogues in line with the sources: new texts arrive untranslated, dropped ones leave.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/po_update.sh [CODE…]     (default: en; a new language starts with its first run)
# po/CODE.po is the house's; a service with a folder po/ keeps its texts there.
set -eu
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# update CATALOGUE MESSAGES
update() {
    mkdir -p "$(dirname "$1")"
    if [ ! -e "$1" ]; then
        # The name that readers choose the language by, and its forms: for the translator to mend.
        name=$(basename "$1" .po)
        cat > "$1" <<HEADER
msgid ""
msgstr ""
"Language: $name\n"
"X-Native-Name: $(echo "$name" | sed 's/^en$/English/')\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
HEADER
    fi
    # A guess that looks like a translation is worse than a gap: no fuzzy matching.
    msgmerge --quiet --no-fuzzy-matching --add-location=file "$1" "$2" |
        msgattrib --no-obsolete --force-po |
        sed '/^"Report-Msgid-Bugs-To: \\n"$/d' > "$work/merged.po"
    cmp -s "$work/merged.po" "$1" || cp "$work/merged.po" "$1"
}

own=$(ls -d src/mod/*/po 2> "$work/none" | xargs -r -n1 dirname)
house=$(ls -d src/* src/mod/* | grep -vxF "src/mod
$own")
sh tools/po_messages.sh /dev/null $house > "$work/house.pot"
sh tools/po_core.sh > "$work/core.pot"
cmp -s "$work/core.pot" po/core.pot || cp "$work/core.pot" po/core.pot
for code in "${@:-en}"; do
    update "po/$code.po" "$work/house.pot"
    for service in $own; do
        sh tools/po_messages.sh "$work/house.pot" "$service" > "$work/service.pot"
        update "$service/po/$code.po" "$work/service.pot"
    done
done
