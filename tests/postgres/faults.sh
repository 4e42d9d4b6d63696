#!/bin/bash
# What a server on PostgreSQL does when that one is stopped, cut off, or does not confirm.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/postgres/faults.sh
set -u
. tests/tap.sh
folder=$(mktemp -d)
trap 'kill -9 $(jobs -p) 2> /dev/null; rm -rf "$folder"' EXIT
url="$KHEO_POSTGRES&options=-csearch_path%3Dfaults"

sql() { psql -qAt "$url" -c "$1"; }

start() {
    : > "$folder/server.txt"
    build/kheo serve --dir "$folder/data" --db "$url" --port 0 --no-rate-limits \
        > "$folder/server.txt" 2>&1 &
    server=$!
    for _ in $(seq 100); do
        site=$(grep -m1 '^http' "$folder/server.txt") && return 0
        kill -0 $server 2> /dev/null || return 1
        sleep 0.1
    done
    return 1
}
# Sends a report under a key and prints the status; the answer is kept as the key's.
post() { # KEY
    curl -s -o "$folder/$1.json" -w '%{http_code}' -H "Idempotency-Key: $1-0123456789abcdef" \
        -H 'Content-Type: application/json' "${site}api/v1/reports" \
        -d '{"unit":"19753","category":"giao-thong","text":"Đường trước chợ có ổ gà lớn."}'
}
get() { curl -s -o "$folder/page" -w '%{http_code}' "$site$1"; }
receipts_hold() {
    curl -s "${site}log/vkey" > "$folder/key"
    for answer in "$folder"/*.json; do
        jq -je .receipt "$answer" > "$folder/receipt" || return 1
        build/kheo-verify "$folder/receipt" --key "$(cat "$folder/key")" > /dev/null || return 1
    done
}

build/kheo init --dir "$folder/data" --db "$url" --origin test.kheo.example/log > "$folder/init" 2>&1
is 0 $? "a new schema is made"
build/kheo org import --hue --dir "$folder/data" --db "$url" > "$folder/import" 2>&1
is 0 $? "units are imported"
build/kheo serve --dir "$folder/data" --db "$url" --port 0 --replicated > "$folder/alone" 2>&1
is 2 $? "--replicated refuses it: $(tail -n 1 "$folder/alone")"
start
tell $? "and served"
is 201 "$(post first)" "a report is received"

# PostgreSQL cannot hold a NUL, so none may come as far as that.
is 422 "$(curl -s -o "$folder/nul" -w '%{http_code}' -H 'Content-Type: application/json' \
    -d '{"unit":"19753","category":"giao-thong","text":"a\u0000b c d e f g h i j k l"}' \
    "${site}api/v1/reports")" "a NUL in a text is the sender's to mend"

build/kheo org import --hue --dir "$folder/data" --db "$url" > "$folder/second" 2>&1
is 2 $? "who wants the database alone is refused while it is served: $(tail -n 1 "$folder/second")"

# The rows are there when the answer says that it failed.
sql "CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS
        \$\$ BEGIN RAISE WARNING 'canceling wait for synchronous replication'; RETURN NULL; END \$\$;
     CREATE CONSTRAINT TRIGGER late AFTER INSERT ON report DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION warn()"
is 503 "$(post doubtful)" "a commit that was not confirmed is not acknowledged"
is 2 "$(sql 'SELECT count(*) FROM report')" "though it is in"
is 201 "$(post doubtful)" "its sender tries again with its key and gets the receipt"
is 2 "$(sql 'SELECT count(*) FROM report')" "of the same report"
sql "DROP TRIGGER late ON report"
is 201 "$(post after)" "the next one stands behind it in the tree"

sql "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
     WHERE application_name = 'kheo'" > /dev/null
is 200 "$(get kiem-tra/ho-so)" "readers come back after their connections were cut"
is 201 "$(post cut)" "the writer too"

$KHEO_POSTGRES_CTL -m immediate stop
is 503 "$(post stopped)" "while PostgreSQL is down a report is not acknowledged"
is 503 "$(get 'kiem-tra/ho-so?q=cho')" "and a page says so"
is 503 "$(get healthz)" "and a load balancer learns it"
$KHEO_POSTGRES_CTL start
is 201 "$(post stopped)" "when it is up again the same report is received"
is 200 "$(get kiem-tra/ho-so)" "and pages are shown"
is 5 "$(sql 'SELECT count(*) FROM report')" "nothing is missing, nothing is doubled"

kill -9 $server
wait $server 2> /dev/null
start
tell $? "after kill -9 it starts again"
is 201 "$(post last)" "and receives"
receipts_hold
tell $? "every receipt that was given verifies"
kill $server && wait $server 2> /dev/null
build/kheo check --dir "$folder/data" --db "$url" > "$folder/check" 2>&1
is 0 $? "kheo check finds no fault"

# A failover to a server that did not have everything: what the last one confirmed is gone.
start
tell $? "it is served once more"
is 201 "$(post lost)" "a report is received"
size=$(sql 'SELECT max(size) FROM ledger_checkpoint')
psql -qAt "$url" > "$folder/forget" 2>&1 << END
SET session_replication_role = replica;
DELETE FROM ledger_leaf WHERE position >= $size - 1;
DELETE FROM ledger_node WHERE node >= (SELECT max(node) FROM ledger_node);
DELETE FROM ledger_checkpoint WHERE size = $size;
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'kheo';
END
post onward > /dev/null
wait $server
is 3 $? "a server whose history was lost behind its back ends"
is 1 "$(grep -c 'event=history_lost' "$folder/server.txt")" "and says so"
build/kheo serve --dir "$folder/data" --db "$url" --port 0 > "$folder/again" 2>&1
is 2 $? "and is refused from then on: $(tail -n 1 "$folder/again" | cut -c 1-100)"

sql "INSERT INTO schema_migration VALUES ('desk', 999)"
build/kheo serve --dir "$folder/data" --db "$url" --port 0 > "$folder/newer" 2>&1
is 2 $? "a database of a newer program is refused: $(tail -n 1 "$folder/newer")"
tap_end
