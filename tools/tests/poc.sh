#!/bin/sh
# Goldens of poc: catalogues and their C, bad ones and what is said of them.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository. ACCEPT=1 writes down what poc does now.
poc=${1:-build/tools/poc}
here=tools/tests/poc
. tools/tests/tap.sh

catalogs() {
    expected=$1
    shift
    "$poc" --out "$tap_dir/po" "$@" && same "$here/expected/$expected.c" "$tap_dir/po/catalogs.c"
}

compile() {
    ${CC:-gcc} -std=gnu17 -Wall -Wextra -Wpedantic -Werror -Isrc -c "$here/expected/$1.c" \
        -o "$tap_dir/object.o"
}

core() {
    "$poc" --core "$tap_dir/po" $here/core/core.pot && same "$here/expected/core.c" "$tap_dir/po/core.c"
}

check "no catalogue gives Vietnamese" catalogs none
check "two folders and two languages" catalogs two $here/good/*/*.po
check "the core is its sources in order" core
check "the C without catalogues compiles" compile none
check "the C of two languages compiles" compile two
for po in $here/bad/*/*.po; do
    name=$(basename "$(dirname "$po")")
    check "$name is refused" refused "$here/bad/$name.err" "$poc" --out "$tap_dir/bad" "$po"
done
check "texts that differ between folders are refused" \
    refused "$here/between/en.err" "$poc" --out "$tap_dir/bad" $here/good/b/en.po $here/between/en.po
check "nothing was written for them" test ! -e "$tap_dir/bad"
tap_end
