#!/bin/bash
# Every schema that ever landed, with a demonstration's rows in it, is brought up to date without losing one.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/migrations/upgrade.sh        (B=build/asan for another build)
. tests/http/lib.sh

landed=tests/migrations/landed.txt
house=$work/house
start demo --dir "$house" --papers 40
stop
cp "$house/kheo.db" "$work/whole.db"
sql() { sqlite3 -bail "$@"; }
grep -v '^#' $landed > "$work/landed"

sql "$work/whole.db" "SELECT owner, number, lower(hex(sha256)) FROM schema_digest" |
    tr '|' ' ' | sort > "$work/digests"
sort "$work/landed" > "$work/expected"
ok "no migration was edited since it landed, and each new one stands in $landed" \
    diff "$work/expected" "$work/digests"

schema_of() {
    sql "$1" "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
}
"$B/outside/schema_at" "$work/new.db" < "$work/landed" > "$work/count"
schema_of "$work/new.db" > "$work/schema"
# What migrations fill themselves is not copied: later ones would fill it again.
seeded=' desk_state '
for table in $(sql "$work/new.db" "SELECT name FROM sqlite_schema WHERE type = 'table'"); do
    [ "$(sql "$work/new.db" "SELECT count(*) FROM $table")" = 0 ] || seeded="$seeded $table "
done

# A line for each table that is filled: its columns that both schemas have, and what the old one wants besides. A
# column that is wanted and is no more gets a nought. One process asks for all: there are a hundred tables and more.
columns_of_tables() {
    sql -separator ' ' "$work/old.db" "ATTACH '$work/whole.db' AS whole;
        SELECT t.name, (SELECT group_concat(o.name) FROM pragma_table_info(t.name) o
                        JOIN pragma_table_info(t.name, 'whole') n ON n.name = o.name) AS kept,
               coalesce((SELECT group_concat(o.name) FROM pragma_table_info(t.name) o WHERE o.\"notnull\"
                         AND o.dflt_value IS NULL
                         AND o.name NOT IN (SELECT name FROM pragma_table_info(t.name, 'whole'))), '')
        FROM main.sqlite_schema t WHERE t.type = 'table' AND t.name NOT LIKE 'schema_%' AND kept IS NOT NULL"
}
make_old() { # NUMBER OF MIGRATIONS
    rm -f "$work"/old.db* "$work/filled"
    sql "$work/old.db" "PRAGMA application_id = 0x4b48454f" # as they were made: its pages have no sums
    head -n "$1" "$work/landed" | "$B/outside/schema_at" "$work/old.db" > "$work/count" || return 1
    columns_of_tables > "$work/columns"
    {
        echo "PRAGMA foreign_keys = OFF; ATTACH '$work/whole.db' AS whole; BEGIN;"
        while read -r table columns lost; do
            if [ "$table" = desk_state ]; then
                echo "UPDATE main.desk_state SET ($columns) = (SELECT $columns FROM whole.desk_state);"
            elif [[ $seeded != *" $table "* ]]; then
                echo "$table $columns" >> "$work/filled"
                noughts=${lost:+,${lost//[^,]/}}
                echo "INSERT INTO main.$table ($columns${lost:+,$lost})
                    SELECT $columns${noughts//,/,0} FROM whole.$table;"
            fi
        done < "$work/columns"
        echo "COMMIT;"
    } > "$work/fill.sql"
    sql "$work/old.db" < "$work/fill.sql" && rm -f "$house"/kheo.db* "$house"/search.db* &&
        cp "$work/old.db" "$house/kheo.db"
}
upgrade() {
    printf 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n' | "$kheo" request --dir "$house" |
        grep '^HTTP/1.1 200'
}
# What was there is there, in every column that there still is.
same_rows() {
    {
        echo "ATTACH '$work/whole.db' AS whole;"
        while read -r table columns; do
            echo "SELECT '$table', (SELECT count(*) FROM (SELECT $columns FROM main.$table
                    EXCEPT SELECT $columns FROM whole.$table)),
                (SELECT count(*) FROM main.$table) - (SELECT count(*) FROM whole.$table);"
        done < "$work/filled"
    } > "$work/compare.sql"
    sql "$house/kheo.db" < "$work/compare.sql" > "$work/compared" &&
        sed 's/ .*/|0|0/' "$work/filled" | diff - "$work/compared"
}

steps=$(wc -l < "$work/landed")
for step in $(seq "$steps"); do
    name=$(sed -n "${step}s/ [^ ]*\$//p" "$work/landed")
    ok "as of $name: an old house is made" make_old "$step"
    ok "as of $name: this program opens it" upgrade
    schema_of "$house/kheo.db" > "$work/schema.now"
    ok "as of $name: its schema is the newest" diff "$work/schema" "$work/schema.now"
    ok "as of $name: every row is there ($(wc -l < "$work/filled") tables)" same_rows
    ok "as of $name: pages and references are sound" equal \
        "$(sql "$house/kheo.db" 'PRAGMA integrity_check; PRAGMA foreign_key_check')" ok
done
ok "the newest has no fault" "$kheo" check --dir "$house"
finish
