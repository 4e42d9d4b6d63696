#!/bin/bash
# One year of made-up papers on SQLite and on PostgreSQL: the same rows, and the same Merkle root.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/postgres/root.sh [PAPERS]
set -u
. tests/tap.sh
papers=${1:-300}
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null; rm -rf "$folder"' EXIT

# Fills a folder up to a day that is always the same.
fill() { # NAME [OPTION…]
    local name=$1
    shift
    build/kheo demo --dir "$folder/$name" --port 0 --papers "$papers" --seed 7 --no-serve \
        --until 2026-11-28T10:00:00+07:00 "$@" > "$folder/$name.txt" 2>&1 &&
        build/kheo check --dir "$folder/$name" "$@" > "$folder/$name.check" 2>&1
}
head_of='SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1'

fill sqlite
tell $? "kheo check finds no fault in SQLite"
fill postgres --db "$KHEO_POSTGRES"
tell $? "kheo check finds no fault in PostgreSQL"

db=$folder/sqlite/kheo.db
sqlite3 "$db" "$head_of" | sed -n 2,3p > "$folder/sqlite.head"
psql -qAt "$KHEO_POSTGRES" -c "$head_of" | sed -n 2,3p > "$folder/postgres.head"
[ -s "$folder/sqlite.head" ] && cmp "$folder/sqlite.head" "$folder/postgres.head"
tell $? "both end in the same tree: $(tr '\n' ' ' < "$folder/sqlite.head")"

# Every row of every table, but for what is not the commands' doing: the salt of a password is drawn
# before the command is queued, as are the names and keys of a photo's files, and a head is signed with
# a key of each folder's own.
tables=$(sqlite3 "$db" "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
sqlite_columns() { sqlite3 "$db" "SELECT name || ' ' || type FROM pragma_table_info('$1')"; }
for table in $tables; do
    case $table in ledger_checkpoint) continue ;; esac
    lite= post=
    while read -r column type; do
        case $table.$column in
        credential.hash | report_photo.key | report_recording.key | report_recording.name) continue ;;
        report_photo.name | report_photo.small_name | report_photo.original_name) continue ;;
        esac
        if [ "$type" = BLOB ]; then
            lite="$lite || '|' || iif($column IS NULL, '-', lower(hex($column)))"
            post="$post || '|' || coalesce(encode($column, 'hex'), '-')"
        else
            lite="$lite || '|' || coalesce($column, '-')"
            post="$post || '|' || coalesce($column::text, '-')"
        fi
    done < <(sqlite_columns "$table")
    sqlite3 "$db" "SELECT ''$lite FROM $table" | LC_ALL=C sort > "$folder/lite.rows"
    psql -qAt "$KHEO_POSTGRES" -c "SELECT ''$post FROM $table" | LC_ALL=C sort > "$folder/post.rows"
    if cmp -s "$folder/lite.rows" "$folder/post.rows"; then
        tell 0 "$table: the same $(wc -l < "$folder/lite.rows") lines"
    else
        diff "$folder/lite.rows" "$folder/post.rows" | head -n 4 | cut -c1-200 | sed 's/^/# /'
        tell 1 "$table differs"
    fi
done
tap_end
