#!/bin/bash
# A whole installation moves to PostgreSQL and back, is the same row for row, and is served from there.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/postgres/copy.sh
. tests/http/lib.sh

pg="$KHEO_POSTGRES&options=-csearch_path%3Dcopied"
copy() {
    "$kheo" copy --from "$1" --to "$2" > "$work/copy" 2>&1 || {
        status=$?
        sed 's/^/# /' "$work/copy"
        return $status
    }
}

start demo --dir "$work/here" --papers 150
stop
copy "$work/here/kheo.db" "$pg"
ok "from SQLite to PostgreSQL" equal $? 0
ok "the ledger is among what was copied" matches "$(cat "$work/copy")" '^ledger_leaf .*đã chép'
copy "$work/here/kheo.db" "$pg"
ok "once more is no harm" equal $? 0
ok "and copies nothing" equal "$(grep -c 'đã chép' "$work/copy")" 0

psql -qAt "$pg" -c "UPDATE report SET title = 'x' WHERE id = (SELECT min(id) FROM report)"
copy "$work/here/kheo.db" "$pg"
ok "a table that differs is copied anew" equal "$(grep 'đã chép' "$work/copy" | cut -d' ' -f1)" report

cp -r "$work/here" "$work/there"
rm "$work/there"/kheo.db*
ok "the copy has no fault" "$kheo" check --dir "$work/there" --db "$pg"
start serve --dir "$work/there" --db "$pg"
ok "it is served where it is now" equal "$(curl -s -o /dev/null -w "%{http_code}" "$url/kiem-tra/ho-so")" 200
stop

copy "$pg" "$work/back.db"
ok "from PostgreSQL to SQLite" equal $? 0
dump() { sqlite3 "$1" .dump | grep -v '^CREATE' | LC_ALL=C sort | sha256sum; }
# Being served counts its batches, and confirms the last one.
for file in "$work/here/kheo.db" "$work/back.db"; do
    sqlite3 "$file" "UPDATE desk_state SET last_at = 0, batches = 0, confirmed = 0"
done
ok "row for row what it was" equal "$(dump "$work/back.db")" "$(dump "$work/here/kheo.db")"

start demo --dir "$work/other" --papers 20 --seed 5
stop
copy "$work/other/kheo.db" "$pg"
ok "another ledger's database is not written over" equal $? 2
ok "and the sentence says so" matches "$(cat "$work/copy")" 'sổ cái khác'
copy "$pg" "$pg"
ok "a copy onto itself is refused" equal $? 2
copy "$work/nowhere.db" "$pg"
ok "a source that is not there is refused" equal $? 2
finish
