#!/bin/bash
# Flips one bit at a time in a copy of the database: kheo check finds it, or no answer is another; then the scrub.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/flip.sh [--long] [--seed N]     60 bits, or 1,000
. tests/http/lib.sh

bits=60
seed=$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')
while [ $# -gt 0 ]; do
    case $1 in
    --long) bits=1000 ;;
    --seed) seed=$2 && shift ;;
    esac
    shift
done
echo "# seed $seed"

house=$work/house
"$kheo" demo --dir "$house" --papers 60 --no-serve > /dev/null 2>> "$work/log"
rm -f "$house"/kheo.db-*
# Pages that hold nothing are copied into backups as well.
sqlite3 "$house/kheo.db" "CREATE TABLE spare (a); INSERT INTO spare SELECT zeroblob(3000) FROM report; DROP TABLE spare"
accept_pages "$house/kheo.db"
cp "$house/kheo.db" "$work/whole.db"
cp "$house/anchor/head" "$work/anchor"
bytes=$(stat -c %s "$work/whole.db")
tables=$(sqlite3 "$work/whole.db" "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
for table in $tables; do
    echo "SELECT hex(sha3_query('SELECT * FROM $table'));"
done > "$work/ask"

# answers FILE: a line a table, what it holds as a sum.
answers() {
    paste -d ' ' <(echo "$tables") <(sqlite3 -readonly "$1" < "$work/ask" 2>&1)
}
# With the anchor of that hour: a server that ran meanwhile has signed what fell due.
put_back() {
    rm -f "$house"/kheo.db-*
    cp "$work/whole.db" "$house/kheo.db"
    cp "$work/anchor" "$house/anchor/head"
}
# flip OFFSET BIT: in the house's database.
flip() {
    local byte
    byte=$(od -An -tu1 -j "$1" -N 1 "$house/kheo.db")
    printf '%b' "\\x$(printf %02x $((byte ^ (1 << $2))))" |
        dd of="$house/kheo.db" bs=1 seek="$1" conv=notrunc 2> /dev/null
}

answers "$work/whole.db" > "$work/answers"
ok "the truth has no fault" "$kheo" check --dir "$house"
found=0 harmless=0 silent=0 ended=0 example=
while read -r offset bit; do
    put_back
    flip "$offset" "$bit"
    "$kheo" check --dir "$house" > "$work/said" 2>&1
    status=$?
    other=$(answers "$house/kheo.db" | diff "$work/answers" - | sed -n 's/^> \([a-z_]*\) .*/\1/p')
    if [ "$status" -gt 2 ]; then
        ended=$((ended + 1))
        echo "# byte $offset, bit $bit: kheo check ended with $status"
    elif [ "$status" -gt 0 ]; then
        found=$((found + 1))
        ! grep -q '^trang .* (report' "$work/said" || example="$offset $bit"
    elif [ -z "$other" ]; then
        harmless=$((harmless + 1))
    else
        silent=$((silent + 1))
        echo "# byte $offset, bit $bit: $other says something else, and kheo check nothing"
    fi
done < <(awk -v seed="$seed" -v n="$bits" -v size="$bytes" 'BEGIN {
    srand(seed); for (i = 0; i < n; i++) print int(rand() * size), int(rand() * 8) }')
echo "# $bits bits: $found found, $harmless not, of which nothing changes, $silent silent"
ok "no flipped bit changes an answer in silence" equal "$silent" 0
ok "… and none ends the program" equal "$ended" 0
ok "… and all are found, whatever they change" equal "$found" "$bits"
put_back
free=$(sqlite3 -readonly "$house/kheo.db" 'PRAGMA freelist_count')
ok "there are pages that hold nothing" [ "$free" -gt 30 ]
flip $((bytes - 2000)) 1
ok "a flipped bit in one of them is found too" matches "$("$kheo" check --dir "$house")" "^trang $((bytes / 4096)) của tệp"

# The same by night, in a server that runs.
metric() {
    curl -sS "$url/metrics" | sed -n "s/^$1 //p"
}
scrubbed() {
    for _ in $(seq 100); do
        [ "$(metric kheo_scrub_finished_seconds)" = 0 ] || return 0
        sleep 0.1
    done
    return 1
}
put_back
start serve --dir "$house" --scrub now
ok "the scrub of a whole house comes to its end" scrubbed
ok "… and finds nothing" equal "$(metric kheo_scrub_faults)" 0
ok "… and has read it all" [ "$(metric kheo_scrub_rows)" -gt 1000 ]
stop
put_back
# shellcheck disable=SC2086
flip $example
cp "$house/kheo.db" "$work/flipped.db"
: > "$work/log"
start serve --dir "$house" --scrub now
ok "the scrub of a flipped bit (${example% *}) comes to its end" scrubbed
ok "… and says so to who watches" [ "$(metric kheo_scrub_faults)" -gt 0 ]
ok "… and to the log, loudly" matches "$(cat "$work/log")" 'level=error event=scrub_faults'
ok "… and to who keeps the machine, sentence by sentence" [ -s "$house/scrub.txt" ]
ok "it has changed nothing, and taken its copy away" \
    equal "$(cmp "$work/flipped.db" "$house/kheo.db" 2>&1; ls "$house" | grep -c '^scrub.db')" 0
stop
# By day: what lies in such a page is not shown, nor carried away; all else goes on.
put_back
code=$(sqlite3 -readonly "$house/kheo.db" "SELECT code FROM report WHERE is_public ORDER BY id LIMIT 1")
pages=$(sqlite3 -readonly "$house/kheo.db" "SELECT pageno FROM dbstat WHERE name = 'report' AND pagetype = 'leaf'")
for page in $pages; do
    flip $((page * 4096 - 1000)) 3
done
"$kheo" backup keygen --to "$work/key" > /dev/null && cp "$work/key.pub" "$house/backup.pub"
start serve --dir "$house" --scrub never
status_of() { curl -s -o "$work/page" -w '%{http_code}' "$url$1"; }
ok "a report in such a page is not shown" equal "$(status_of "/kiem-tra/ho-so/$code")" 503
ok "… and its reader is told why" grep -q 'bị hỏng nên máy chủ không đưa ra' "$work/page"
ok "… other pages are" equal "$(status_of /biet/tinh-han)" 200
ok "… the log says which page it was" matches "$(cat "$work/log")" 'level=error event=page_damaged .*page=[0-9]'
ok "… and /metrics that there was one" [ "$(metric kheo_damaged_reads_total)" -gt 0 ]
said=$("$kheo" backup --dir "$house" --to "$work/backup" 2>&1)
ok "no backup is made of it" equal "$?:$(find "$work/backup" 2> /dev/null)" 1:
ok "… for that reason" matches "$said" 'kheo check'
ok "… and nobody is told of one" [ ! -e "$house/backup.last" ]
said=$("$kheo" accept-pages --dir "$house" 2>&1)
ok "nobody accepts pages beside a server" equal $? 2
stop
said=$("$kheo" accept-pages --dir "$house")
ok "pages that another program wrote are accepted" equal "$(grep -c ^trang <<< "$said")" "$(wc -l <<< "$pages")"
said=$("$kheo" check --dir "$house")
ok "… and what they say then is held against the ledger" matches "$said" '^report [0-9]+'
ok "… and no page is blamed" equal "$(grep -c ^trang <<< "$said")" 0

# A log that a crash left, folded by somebody who only wanted to look.
put_back
start serve --dir "$house" --scrub never
report='{"unit":"19753","category":"giao-thong","text":"Đường vào trường ngập mỗi khi mưa, các cháu phải lội."}'
ok "a report is received" equal 201 "$(curl -s -o "$work/page" -w '%{http_code}' -H 'Content-Type: application/json' \
    -H 'Idempotency-Key: one-of-a-kind-0001' -d "$report" "$url/api/v1/reports")"
stop -KILL
sqlite3 "$house/kheo.db" 'SELECT count(*) FROM report' > /dev/null
ok "another program folded the log: kheo check says what to do" \
    matches "$("$kheo" check --dir "$house" 2>&1)" '^(kheo: Đầu tệp .* kheo accept-pages|trang [0-9]+ của tệp)'
ok "… they are accepted" "$kheo" accept-pages --dir "$house"
ok "… and there is no fault" "$kheo" check --dir "$house"

# The archive has the pages that the server wrote, and not those.
mkdir "$work/archive"
start serve --dir "$house" --scrub never --archive "$work/archive"
stop
sqlite3 "$house/kheo.db" 'VACUUM'
"$kheo" accept-pages --dir "$house" > /dev/null
: > "$work/log"
start serve --dir "$house" --scrub never --archive "$work/archive"
ok "an archive begins anew behind accepted pages, and asks for a backup" grep -q 'hãy chạy kheo backup' "$work/log"
stop
: > "$work/log"
start serve --dir "$house" --scrub never --archive "$work/archive"
ok "… once" equal "$(grep -c 'hãy chạy kheo backup' "$work/log")" 0
stop
"$kheo" accept-pages --db "$work/answers" > /dev/null 2>&1
ok "a file that is no database stays what it is" equal "$?:$(cmp "$work/answers" <(answers "$work/whole.db"))" 2:
for wrong in 25:00 03:60 3 night; do
    said=$(timeout 20 "$kheo" serve --dir "$house" --port 0 --scrub $wrong 2>&1)
    ok "--scrub $wrong is refused" equal "$?:$said" \
        "2:kheo: --scrub cần giờ và phút, ví dụ 03:30, hoặc now, hoặc never"
done
finish
