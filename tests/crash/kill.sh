#!/bin/bash
# Kills the server in mid-load, again and again: what it acknowledged must be there, whole and proved.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/kill.sh [--long] [--seed N]     3 rounds, or 100
. tests/http/lib.sh

rounds=3
seed=$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')
while [ $# -gt 0 ]; do
    case $1 in
    --long) rounds=100 ;;
    --seed) seed=$2 && shift ;;
    esac
    shift
done
echo "# seed $seed"
writers=16
house=
mkdir -p "$work/acked" "$work/before" "$work/unknown" "$work/receipt"

# A long run moves into a new house now and then, so that reading it all again stays quick.
move_in() {
    rm -rf "$house" "$work/before"
    house=$work/house-$1
    mkdir "$work/before"
    "$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
        "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log" || {
        echo "Bail out! no house: $(tail -n 1 "$work/log")"
        exit 1
    }
}

# 0.3 to 1.8 seconds, the same for the same seed and round.
moment() {
    awk -v seed="$1" 'BEGIN { srand(seed); printf "%.3f", 0.3 + 1.5 * rand() }'
}

# As its holder would do it, offline and one by one: a few of this round's.
receipts_verify() {
    find "$work/receipt" -type f | head -n 40 > "$work/some"
    [ -s "$work/some" ] || return 1
    while read -r receipt; do
        "$B/kheo-verify" "$receipt" --key "$vkey" || return 1
    done < "$work/some"
}

every_report_once() {
    equal "$(sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM report')" \
        "$(find "$work/acked" "$work/before" -type f | wc -l)"
}

for round in $(seq "$rounds"); do
    [ $((round % 10)) -ne 1 ] || move_in "$round"
    start serve --dir "$house" --no-rate-limits
    "$B/outside/load" write "$port" "$work" "$writers" "s$seed-r$round" > "$work/load" 2>&1 &
    load=$!
    # A slow disk must not make a round in which nothing was at stake.
    for _ in $(seq 200); do
        [ -z "$(find "$work/acked" -type f -print -quit)" ] || break
        sleep 0.1
    done
    sleep "$(moment $((seed + round)))"
    stop -KILL
    wait "$load"
    echo "# round $round: $(cat "$work/load")"
    ok "round $round: the writers were at work when it died" matches "$(cat "$work/load")" '^[1-9]'
    start serve --dir "$house" --no-rate-limits
    vkey=$(curl -sS "$url/log/vkey")
    ok "round $round: what was acknowledged is there and proved, retries get the same answer" \
        "$B/outside/load" verify "$port" "$work" "$vkey"
    ok "round $round: kheo-verify agrees" receipts_verify
    ok "round $round: every report exists once" every_report_once
    ok "round $round: kheo check beside the running server" "$kheo" check --dir "$house"
    find "$work/acked" -type f -exec mv -t "$work/before" {} +
    find "$work/receipt" -type f -delete
    stop -KILL
done
ok "the last copy of the house has no fault" "$kheo" check --dir "$house"
finish
