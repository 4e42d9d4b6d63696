#!/bin/sh
# Goldens of tplc: good templates and their C, bad ones and what is said of them, type errors.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository. Type errors must be found by the C compilers, at the line of
# the template. ACCEPT=1 writes down what tplc does now: read the difference before you keep it.
tplc=${1:-build/tools/tplc}
here=tools/tests/tplc
export LC_ALL=C.UTF-8
. tools/tests/tap.sh

compile() {
    "$1" -D_GNU_SOURCE -std=gnu17 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
        -Werror -O1 -Isrc -I$here -I"$tap_dir" -c "$2" -o "$tap_dir/object.o"
}

# The compiler refuses, and says each line of the .err file somewhere.
mistyped() {
    compile "$1" "$2" > "$tap_dir/compiler" 2>&1 && echo "it compiled" && return 1
    while read -r sentence; do
        grep -qF -- "$sentence" "$tap_dir/compiler" && continue
        echo "not said: $sentence"
        cat "$tap_dir/compiler"
        return 1
    done < "$3"
}

messages() {
    xgettext --from-code=UTF-8 --keyword= --keyword=tongue_text:2 --keyword=tpl_sentence:3 --keyword=tongue_plural:2,2 \
        --omit-header --sort-by-file -o "$tap_dir/messages.pot" "$tap_dir"/html/*/*.c
    same $here/messages.pot "$tap_dir/messages.pot"
}

unchanged() {
    touch -d '2000-01-01' "$tap_dir/html/site/show.c"
    "$tplc" --out "$tap_dir/html" $here/good/*/html/*.html
    [ -z "$(find "$tap_dir/html/site/show.c" -newermt '2000-01-02')" ]
}

check "good templates are read" "$tplc" --out "$tap_dir/html" $here/good/*/html/*.html
for c in "$tap_dir"/html/*.h "$tap_dir"/html/*/*.c; do
    name=${c#"$tap_dir/html/"}
    check "$name is as expected" same "$here/expected/$(echo "$name" | tr / _).out" "$c"
done
for compiler in gcc clang; do
    command -v $compiler > "$tap_dir/which" || continue
    for c in "$tap_dir"/html/*/*.c; do
        check "$compiler compiles ${c#"$tap_dir/html/"}" compile $compiler "$c"
    done
done
check "xgettext finds each sentence at its template's line" messages
check "a file that did not change keeps its date" unchanged

for html in $here/bad/html/*.html; do
    name=$(basename "$html" .html)
    check "$name is refused" refused "$here/bad/$name.err" "$tplc" --out "$tap_dir/bad" "$html"
done
check "nothing was written for them" test ! -e "$tap_dir/bad"

check "mistyped templates are read" "$tplc" --out "$tap_dir/html" $here/mistyped/html/*.html
for err in $here/mistyped/*.err; do
    name=$(basename "$err" .err)
    for compiler in gcc clang; do
        command -v $compiler > "$tap_dir/which" || continue
        check "$compiler refuses $name" mistyped $compiler "$tap_dir/html/mistyped/$name.c" "$err"
    done
done
tap_end
