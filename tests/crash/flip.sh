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

# Tables (and of some tables the other columns than those named below) that kheo check does not hold against the ledger yet, so that a flip in a value is not
# found there: who the officers are, units, and what nobody was promised (docs/THREAT-MODEL.md). Nor
# is the number of the row that a fact of theirs is about (ledger_leaf.subject).
unguarded=" $(echo person person_event credential totp recovery_code session known_device sign_in_failure post \
    power_grant denunciation_reader denunciation_settling telling unit unit_past unit_link unit_successor category category_question draft report_follower \
    report_follower_link outbox_channel outbox_message desk_key schema_digest schema_migration) "
house=$work/house
# What was sealed yesterday is in the ledger when a night has been: the server tells it as it starts.
"$kheo" demo --dir "$house" --papers 60 --no-serve --until "$(date -d yesterday +%FT10:00:00+07:00)" \
    > /dev/null 2>> "$work/log"
today=$((($(date +%s) + 25200) / 86400 * 86400 - 25200)) # its first second, in Vietnam
untold() {
    sqlite3 -readonly "$house/kheo.db" "SELECT (SELECT count(*) FROM denunciation WHERE is_told = 0)
        + (SELECT count(*) FROM case_event WHERE position = -1 AND at < $today)"
}
start serve --dir "$house"
for _ in $(seq 300); do
    [ "$(untold)" -gt 0 ] || break
    sleep 0.1
done
ok "a night has told the ledger of what was sealed" equal "$(untold)" 0
# What fell due since then is of today, and the ledger hears of it tonight.
if [ "$(sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM case_event WHERE position = -1')" -gt 0 ]; then
    unguarded="$unguarded case_event "
fi
stop
sqlite3 "$house/kheo.db" 'PRAGMA wal_checkpoint(TRUNCATE)' > /dev/null
rm -f "$house"/kheo.db-*
cp "$house/kheo.db" "$work/whole.db"
cp "$house/anchor/head" "$work/anchor"
bytes=$(stat -c %s "$work/whole.db")
tables=$(sqlite3 "$work/whole.db" "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
for table in $tables; do
    columns='*'
    case $table in
    ledger_leaf) columns='position, object, version, leaf, record' ;;
    denunciation) columns='content, identity' ;;
    officer_key) columns='public_key, key_name' ;;
    esac
    echo "SELECT hex(sha3_query('SELECT $columns FROM $table'));"
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
# flip OFFSET BIT: in the house's database, which is whole but for that.
flip() {
    put_back
    byte=$(od -An -tu1 -j "$1" -N 1 "$house/kheo.db")
    printf '%b' "\\x$(printf %02x $((byte ^ (1 << $2))))" |
        dd of="$house/kheo.db" bs=1 seek="$1" conv=notrunc 2> /dev/null
}

answers "$work/whole.db" > "$work/answers"
ok "the truth has no fault" "$kheo" check --dir "$house"
found=0 harmless=0 passed=0 silent=0 ended=0 example=
while read -r offset bit; do
    flip "$offset" "$bit"
    "$kheo" check --dir "$house" > "$work/said" 2>&1
    status=$?
    other=$(answers "$house/kheo.db" | diff "$work/answers" - | sed -n 's/^> \([a-z_]*\) .*/\1/p')
    if [ "$status" -gt 2 ]; then
        ended=$((ended + 1))
        echo "# byte $offset, bit $bit: kheo check ended with $status"
    elif [ "$status" -gt 0 ]; then
        found=$((found + 1))
        ! grep -q '^report' "$work/said" || example="$offset $bit"
    elif [ -z "$other" ]; then
        harmless=$((harmless + 1))
    else
        guarded=
        for table in $other; do
            case $unguarded in *" $table "*) ;; *) guarded=$table ;; esac
        done
        if [ -z "$guarded" ]; then
            passed=$((passed + 1))
        else
            silent=$((silent + 1))
            echo "# byte $offset, bit $bit: $guarded says something else, and kheo check nothing"
        fi
    fi
done < <(awk -v seed="$seed" -v n="$bits" -v size="$bytes" 'BEGIN {
    srand(seed); for (i = 0; i < n; i++) print int(rand() * size), int(rand() * 8) }')
echo "# $bits bits: $found found, $harmless harmless, $passed in tables that are not guarded yet, $silent silent"
ok "no flipped bit changes an answer in silence" equal "$silent" 0
ok "… and none ends the program" equal "$ended" 0
ok "… and many change something, which is found" [ "$found" -gt $((bits / 4)) ]

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
for wrong in 25:00 03:60 3 night; do
    said=$(timeout 20 "$kheo" serve --dir "$house" --port 0 --scrub $wrong 2>&1)
    ok "--scrub $wrong is refused" equal "$?:$said" \
        "2:kheo: --scrub cần giờ và phút, ví dụ 03:30, hoặc now, hoặc never"
done
finish
