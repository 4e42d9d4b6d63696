#!/bin/sh
# What embed makes of good, empty and bad folders, and the bytes that come out of a program again.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository.
embed=${1:-build/tools/embed}
here=tools/tests/embed
. tools/tests/tap.sh

# link COMPILER C FLAG…: makes the program that prints the table.
link() {
    compiler=$1
    c=$2
    shift 2
    $compiler -std=gnu17 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror "$@" -Isrc "$c" \
        $here/print.c -o "$tap_dir/print"
}
lists() {
    printf '%s' "$1" > "$tap_dir/expected"
    "$tap_dir/print" | diff -u "$tap_dir/expected" -
}
# gives NAME FORM UNPACKER…: what the unpacker makes of the embedded form is the file again.
gives() {
    file=$tap_dir/in/$1
    "$tap_dir/print" "$1" "$2" > "$tap_dir/packed"
    shift 2
    "$@" < "$tap_dir/packed" | cmp - "$file"
}
tag() {
    sed -n 's/.*assets_tag\[\] = "\(.*\)";/\1/p' "$1"
}
moves_tag() {
    tag "$tap_dir/gen.c" > "$tap_dir/old"
    "$@" && "$embed" --out "$tap_dir/gen.c" "$tap_dir/in" && ! grep -qxF -f "$tap_dir/old" <<TAG
$(tag "$tap_dir/gen.c")
TAG
}
grow() {
    echo >> "$tap_dir/in/b.css"
}
rename() {
    mv "$tap_dir/in/c.txt" "$tap_dir/in/d.txt"
}

mkdir "$tap_dir/in" "$tap_dir/empty" "$tap_dir/odd" "$tap_dir/loud"
seq 5000 > "$tap_dir/in/b.css"
head -c 3000 /dev/urandom > "$tap_dir/in/a-400.woff2"
: > "$tap_dir/in/c.txt"
: > "$tap_dir/odd/page.html"
: > "$tap_dir/loud/KHEO.css"

check "an empty folder is read" "$embed" --out "$tap_dir/gen.c" "$tap_dir/empty"
check "its C compiles" link gcc "$tap_dir/gen.c"
check "its table is empty" lists ""
check "a folder that is not there is an empty one" "$embed" --out "$tap_dir/none.c" "$tap_dir/none"
check "and gives the same C" cmp "$tap_dir/gen.c" "$tap_dir/none.c"

check "a folder is read" "$embed" --out "$tap_dir/gen.c" "$tap_dir/in"
for compiler in gcc clang; do
    command -v $compiler > "$tap_dir/which" || continue
    check "$compiler compiles it" link $compiler "$tap_dir/gen.c" -fsanitize=address,undefined
    check "the table has the files by name" lists "a-400.woff2 font/woff2
b.css text/css; charset=utf-8 gzip brotli
c.txt text/plain; charset=utf-8
"
    check "bytes come out again" gives b.css bytes cat
    check "an empty file too" gives c.txt bytes cat
    check "what does not shrink too" gives a-400.woff2 bytes cat
    check "gzip comes out again" gives b.css gzip gunzip
done
if command -v node > "$tap_dir/which"; then
    check "brotli comes out again" gives b.css brotli node -e \
        'process.stdout.write(zlib.brotliDecompressSync(fs.readFileSync(0)))'
fi
check "other bytes move every address" moves_tag grow
check "another name moves every address" moves_tag rename
mkdir "$tap_dir/blanks"
printf 'code: A\n' > "$tap_dir/blanks/a-1.txt"
# Prints the text of the first row, if the second has no name.
cat > "$tap_dir/blank.c" <<'END'
#include "studio/blank.h"
int main(void)
{
    fwrite(blank_files[0].text.p, 1, blank_files[0].text.n, stdout);
    return blank_files[0].name[0] != 'a' || blank_files[1].name;
}
END
reads_blank() {
    gcc -std=gnu17 -D_GNU_SOURCE -Wall -Isrc -include stdio.h "$tap_dir/blanks.c" "$tap_dir/blank.c" \
        -o "$tap_dir/blank" && "$tap_dir/blank" | cmp - "$tap_dir/blanks/a-1.txt"
}
check "blanks are read" "$embed" --blanks "$tap_dir/blanks.c" "$tap_dir/blanks"
check "and come out again" reads_blank
check "an unknown kind of file is refused" test "$("$embed" --out "$tap_dir/bad.c" "$tap_dir/odd" \
    2> "$tap_dir/said"; echo $?)" = 1
check "so is a name with capitals" test "$("$embed" --out "$tap_dir/bad.c" "$tap_dir/loud" \
    2> "$tap_dir/said"; echo $?)" = 1
check "nothing was written for them" test ! -e "$tap_dir/bad.c"
tap_end
