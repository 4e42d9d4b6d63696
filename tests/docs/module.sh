#!/bin/bash
# A service is one folder: one is scaffolded, tested and deleted; then each other is left out.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository. All of it happens in a copy: a test that is killed half-way
# leaves no service behind.
. tools/tests/tap.sh
. tests/docs/house.sh

copy_house "$tap_dir/house"
cd "$tap_dir/house" || exit 1

name=try_out
folder=src/mod/$name

passes_its_checks() {
    find $folder -type f | build/tools/tidy /dev/null &&
        sh tools/format.sh $(find $folder -name '*.[ch]') && sh tools/rooms.sh build/lib
}
has_its_english() {
    find po src/mod -name en.po | sort | xargs msgcat --use-first -o "$tap_dir/english.po" &&
        sh tools/po_messages.sh "$tap_dir/english.po" $folder > "$tap_dir/missing.po" &&
        ! grep '^#:' "$tap_dir/missing.po"
}
refuses() {
    ! make -s module NAME="$1" TABLE="$2" && [ "$(house_state)" = "$(cat "$tap_dir/before")" ]
}

house_state > "$tap_dir/before"
check "a name that is no name is refused" refuses Try-Out
check "a name that is taken is refused" refuses org
check "a table that is taken is refused" refuses $name unit
check "make module NAME=$name writes its folder" make -s module NAME=$name TABLE=attempt
check "its archive builds without a warning" builds build/lib/mod-$name.a
check "its unit test passes and its story is told" builds test-$name
check "the server links with it" builds build/kheo build/tools/tidy
check "it has its routes" sh -c "build/kheo routes | grep -q /$name"
check "rooms, tidy and clang-format have no word against it" passes_its_checks
check "every text of it has its English" has_its_english
rm -r $folder
house_state > "$tap_dir/after"
check "nothing else has changed" diff "$tap_dir/before" "$tap_dir/after"

# org and identity are the ground that services stand on; any other may be absent.
for service in $(ls src/mod | grep -vx -e org -e identity); do
    mv "src/mod/$service" "$tap_dir/away"
    rm -f build/kheo
    check "without $service the server links" builds build/kheo
    rm -rf "$tap_dir/data"
    check "without $service a data folder is made" build/kheo init --dir "$tap_dir/data"
    check "without $service the server answers" answers 200 /don-vi
    mv "$tap_dir/away" "src/mod/$service"
done
tap_end
