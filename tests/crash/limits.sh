#!/bin/bash
# No descriptors left, a sync that fails, a clock that is set: what a running server makes of them.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/limits.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
# The walls let the server read nothing but its folder.
export CLOCK_AHEAD=$house/ahead SYNC_FAILS_WHEN=$work/broken
"$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"

# send KEY: the status, with the answer in $work/KEY.
send() {
    curl -sS -m 20 -o "$work/$1" -w '%{http_code}' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $1" \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"Rác chưa lấy, lần $1.\"}" \
        "$url/api/v1/reports" 2> /dev/null
}
# due KEY: what the ledger of reports says now; what was said when it was sent.
due() {
    curl -sS "$url/api/v1/reports/$(jq -r .code "$work/$1")" | jq -r .due
}
jumps() {
    sqlite3 -readonly "$house/kheo.db" \
        "SELECT count(*) FROM ledger_leaf WHERE instr(CAST(leaf AS TEXT), 't=clock.jump')"
}
ahead() {
    echo "$1" > "$work/ahead"
    mv "$work/ahead" "$house/ahead"
}

# --- descriptors
ahead 0
rm -f "$work/said"
( ulimit -n 48 && LD_PRELOAD= exec "$kheo" serve --dir "$house" --port 0 --no-rate-limits --scrub never ) \
    > "$work/said" 2>> "$work/log" &
server=$!
for _ in $(seq 100); do
    url=$(grep -m1 '^http://' "$work/said" 2> /dev/null) && break
    sleep 0.1
done
url=${url%/}
port=${url##*:}
ok "a report is taken with 48 descriptors" equal "$(send few)" 201
cpu() {
    awk '{ print $14 + $15 }' "/proc/$server/stat"
}
held=()
for _ in $(seq 60); do
    exec {held[${#held[@]}]}<> "/dev/tcp/127.0.0.1/$port"
done
sleep 0.5
left=$((48 - $(find "/proc/$server/fd" -mindepth 1 | wc -l)))
ok "sixty who say nothing take the rest of them" [ "$left" -le 0 ]
before=$(cpu)
sleep 2
spent=$(($(cpu) - before))
echo "# $spent hundredths of a second of processor in two seconds"
ok "the door does not spin meanwhile" [ "$spent" -lt 40 ]
for each in "${held[@]}"; do
    exec {each}>&-
done
ok "when they have gone the next report is taken" equal "$(send many)" 201
ok "kheo check" "$kheo" check --dir "$house"
stop

# --- a sync that fails
LD_PRELOAD=$B/outside/faults.so start serve --dir "$house" --no-rate-limits --scrub never
ok "a report is taken" equal "$(send good)" 201
touch "$work/broken"
ok "when the disk does not take it, nobody is told that it was" equal "$(send bad)" 000
for _ in $(seq 50); do
    kill -0 "$server" 2> /dev/null || break
    sleep 0.1
done
wait "$server"
ok "the server has ended, with the status that says so" equal $? 4
server=
ok "… and a line in the log" matches "$(cat "$work/log")" 'level=error event=disk_lost what=.* errno=5'
said=$(LD_PRELOAD=$B/outside/faults.so timeout 20 "$kheo" serve --dir "$house" --port 0 2>&1)
ok "on that disk it does not start" matches "$?" '^(2|4)$'
rm "$work/broken"
LD_PRELOAD=$B/outside/faults.so start serve --dir "$house" --no-rate-limits --scrub never
ok "on one that works it does, and the same report is taken" equal "$(send bad)" 201
ok "… once" equal "$(sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM report')" 4
ok "kheo check" "$kheo" check --dir "$house"

# --- a clock that is set
send start > "$work/status"
promised=$(jq -r .due "$work/start")
ahead 3600
ok "an hour ahead: a report is taken" equal "$(send hour)" 201
ok "… and nothing said, for a laptop sleeps as long" equal "$(jumps)" 0
ahead 0
ok "an hour back: a report is taken" equal "$(send back)" 201
ok "… and the ledger says that the clock jumped" equal "$(jumps)" 1
ahead -315360000
ok "ten years back: a report is taken" equal "$(send past)" 201
ok "… which is the same jump still" equal "$(jumps)" 1
ahead 0
sleep 0.2
ahead 315360000
ok "ten years ahead: a report is taken" equal "$(send future)" 201
ok "… and the ledger says so" equal "$(jumps)" 2
ahead 0
ok "and back: a report is taken" equal "$(send again)" 201
ok "… and the ledger says so" equal "$(jumps)" 3
ok "the term of a report that was sent before is what it was" equal "$(due start)" "$promised"
ok "the order of the ledger is unharmed: kheo check" "$kheo" check --dir "$house"
stop
LD_PRELOAD=$B/outside/faults.so start serve --dir "$house" --no-rate-limits --scrub never
ok "it starts again on its own time" equal "$(send last)" 201
stop
finish
