#!/bin/sh
# What rooms.sh says of a small house whose rooms keep to ROOMS, and of each way to break it.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository.
rooms=$PWD/tools/rooms.sh
. tools/tests/tap.sh

# A house of three rooms: base below, web above it, two services in mod.
build_house() {
    rm -rf "$tap_dir/house"
    mkdir -p "$tap_dir/house/src/base" "$tap_dir/house/src/web" "$tap_dir/house/src/mod/a" \
        "$tap_dir/house/src/mod/b" "$tap_dir/house/lib"
    cd "$tap_dir/house" || exit 1
    cat > ROOMS <<'ROOMS'
# room : may include : libraries
base : : libsodium
web  : base : jansson
mod  : base web :
ROOMS
    echo 'int base_f(void); int base_f(void) { return 1; }' > src/base/f.c
    echo 'int base_f(void); int web_f(void); int web_f(void) { return base_f(); }' > src/web/f.c
    echo '#include "web/f.h"' > src/mod/a/f.c
    echo '#include "mod/b/f.h"' > src/mod/b/f.c
}
build_archives() {
    for room in base web; do
        gcc -c "src/$room/f.c" -o "$room.o" && ar rcs "lib/$room.a" "$room.o" || return 1
    done
}
keeps() {
    build_house && "$@" && build_archives && sh "$rooms" lib
}
# breaks SENTENCE COMMAND…: the house changed by the command is refused with that sentence.
breaks() {
    sentence=$1
    shift
    build_house && "$@" && build_archives
    sh "$rooms" lib > said.txt && return 1
    cat said.txt
    grep -qF "$sentence" said.txt
}
include() {
    echo "#include $2" >> "$1"
}
write() {
    echo "$2" > "$1"
}

check "a house that keeps its rules passes" keeps true
check "a room above is not included" breaks 'src/base/f.c:2: "web/f.h": base may not use web' \
    include src/base/f.c '"web/f.h"'
check "nor called" breaks 'base.o calls web_f(): base may not use web' \
    write src/base/f.c 'int web_f(void); int base_f(void); int base_f(void) { return web_f(); }'
check "services do not include each other" breaks 'services never include each other' \
    include src/mod/a/f.c '"mod/b/f.h"'
check "nor each other's queries" breaks 'services never include each other' \
    include src/mod/a/f.c '"sql/b.h"'
check "their own they do" keeps include src/mod/a/f.c '"sql/a.h"'
check "a library has one door" breaks 'the door to jansson is another room' \
    include src/mod/a/f.c '<jansson.h>'
check "by its symbols too" breaks 'calls sodium_init(): the door to libsodium is another room' \
    write src/web/f.c 'int sodium_init(void); int web_f(void); int web_f(void) { return sodium_init(); }'
check "the sentence of ROOMS is shown" breaks 'ROOMS allows it this: web  : base : jansson' \
    include src/web/f.c '"mod/a/f.h"'
tap_end
