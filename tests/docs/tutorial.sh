#!/bin/bash
# Follows docs/ADD-A-MODULE.md to the letter: runs its commands, applies its blocks, builds, tests.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository. All of it happens in a copy.
. tools/tests/tap.sh
. tests/docs/house.sh

steps=$tap_dir/steps
mkdir "$steps"
awk -v folder="$steps" -f tests/docs/steps.awk docs/ADD-A-MODULE.md > "$steps/list"
copy_house "$tap_dir/house"
cd "$tap_dir/house" || exit 1

follow() {
    case $1 in
    *.sh) sh -eu "$steps/$1" ;;
    *.diff)
        LC_ALL=C awk -f tests/docs/apply.awk "$steps/$1" "$2" > "$steps/new" &&
            cp "$steps/new" "$2"
        ;;
    *.file) mkdir -p "${2%/*}" && cp "$steps/$1" "$2" ;;
    esac
}

# What a step is called: its file, or its first command.
label() {
    [ "$2" = - ] && head -n 1 "$steps/$1" || echo "$2"
}
has_its_english() {
    find po src/mod -name en.po | sort | xargs msgcat --use-first -o "$tap_dir/english.po" &&
        sh tools/po_messages.sh "$tap_dir/english.po" src/mod/awards > "$tap_dir/missing.po" &&
        ! grep '^#:' "$tap_dir/missing.po"
}

house_state > "$tap_dir/before"
export MAKEFLAGS=-sj2
while read -r step path heading; do
    check "$heading: $(label "$step" "$path")" follow "$step" "$path" < /dev/null
done < "$steps/list"
check "the end: every text has its English" has_its_english
check "the end: no warning" sh -c 'touch src/mod/awards/*.c && make STRICT=1 build/lib/mod-awards.a'
check "the end: clang-format agrees" sh tools/format.sh src/mod/awards/*.[ch]
rm -r src/mod/awards

mkdir "$steps/testing"
awk -v folder="$steps/testing" -f tests/docs/steps.awk docs/TESTING.md > "$steps/testing/list"
example=$(ls "$steps"/testing/*.file)
check "docs/TESTING.md: its story is told" sh -c "make build/story && build/story $example"

house_state > "$tap_dir/after"
check "the end: only one folder was touched" diff "$tap_dir/before" "$tap_dir/after"
tap_end
