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

common() { # TABLE
    sql "$work/old.db" "ATTACH '$work/whole.db' AS whole;
        SELECT group_concat(o.name) FROM pragma_table_info('$1') o
        JOIN pragma_table_info('$1', 'whole') n ON n.name = o.name"
}
# The columns of a table as the old schema has them, each with its value from the new.
fill() { # TABLE
    columns=$(common "$1")
    [ -n "$columns" ] || return 0
    echo "$1 $columns" >> "$work/filled"
    lost=$(sql "$work/old.db" "ATTACH '$work/whole.db' AS whole;
        SELECT group_concat(o.name) FROM pragma_table_info('$1') o WHERE o.\"notnull\"
        AND o.dflt_value IS NULL AND o.name NOT IN (SELECT name FROM pragma_table_info('$1', 'whole'))")
    echo "INSERT INTO main.$1 ($columns${lost:+,$lost}) SELECT $columns$(
        printf '%s' "$lost" | sed 's/[^,]*/0/g; s/^./,&/') FROM whole.$1;"
}
make_old() { # NUMBER OF MIGRATIONS
    rm -f "$work"/old.db* "$work/filled"
    head -n "$1" "$work/landed" | "$B/outside/schema_at" "$work/old.db" > "$work/count" || return 1
    {
        echo "PRAGMA foreign_keys = OFF; ATTACH '$work/whole.db' AS whole; BEGIN;"
        columns=$(common desk_state)
        echo "UPDATE main.desk_state SET ($columns) = (SELECT $columns FROM whole.desk_state);"
        for table in $(sql "$work/old.db" "SELECT name FROM sqlite_schema WHERE type = 'table'
            AND name NOT LIKE 'schema_%'"); do
            [[ $seeded == *" $table "* ]] || fill "$table"
        done
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
    while read -r table columns; do
        difference=$(sql "$house/kheo.db" "ATTACH '$work/whole.db' AS whole;
            SELECT count(*) FROM (SELECT $columns FROM main.$table EXCEPT SELECT $columns FROM whole.$table);
            SELECT (SELECT count(*) FROM main.$table) - (SELECT count(*) FROM whole.$table)" | xargs)
        equal "$table $difference" "$table 0 0" || return 1
    done < "$work/filled"
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
