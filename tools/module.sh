#!/bin/sh
# Writes the folder of a new service, src/mod/NAME, from tools/module: it builds and its tests pass.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/module.sh NAME [TABLE]     from the root of the repository; TABLE is NAME if absent
# docs/ADD-A-MODULE.md goes on from here.
set -eu
name=${1:-}
table=${2:-$name}

refuse() {
    echo "tools/module.sh: $1" >&2
    exit 2
}
is_word() {
    case $1 in '' | *[!a-z_]* | [!a-z]*) return 1 ;; esac
}
is_word "$name" || refuse "a name is a-z and _, first a letter: make module NAME=awards"
is_word "$table" || refuse "a table is a-z and _, first a letter: make module … TABLE=award"
[ ! -e "src/mod/$name" ] || refuse "src/mod/$name is there already"
! grep -q "^$name *:" ROOMS || refuse "$name is the name of a room"
! grep -rqw "CREATE TABLE $table" src --include='*.sql' || refuse "a table $table is there already"

upper=$(echo "$name" | tr a-z A-Z)
find tools/module -name '*.in' | sort | while read -r template; do
    file=src/mod/$name/${template#tools/module/}
    file=$(echo "${file%.in}" | sed "s#/NAME\.#/$name.#")
    mkdir -p "${file%/*}"
    sed "s/@NAME@/$name/g; s/@TABLE@/$table/g; s/@UPPER@/$upper/g" "$template" > "$file"
    # Where a line breaks depends on how long the name is, so the referee has the last word; new()
    # is no operator (tools/format.sh).
    case $file in *.[ch])
        if command -v clang-format > /dev/null; then
            clang-format "$file" | sed 's/\bnew (/new(/g' > "$file.new"
            mv "$file.new" "$file"
        fi
        ;;
    esac
    echo "$file"
done
