#!/bin/bash
# The walls of the running server: every thread behind them, everything it is for still done.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/walls.sh     what they refuse is src/studio/tests/walls_test.c
. tests/http/lib.sh

house=$work/house
ulimit -Sc 4 # KiB
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"

# of NAME: what the line NAME says of each thread of the server, each word once.
of() {
    cat "/proc/$server"/task/*/status | sed -n "s/^$1:[[:space:]]*//p" | sort -u | xargs
}
cores() {
    grep 'core file' "/proc/$server/limits"
}
report() {
    curl -sS -o "$work/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        -d '{"unit":"19753","category":"rac-thai","text":"Rác chưa lấy ba ngày nay."}' \
        "$url/api/v1/reports"
}
threads() {
    find "/proc/$server/task" -mindepth 1 -maxdepth 1 | wc -l
}
# The options that make every thread run, so that none is forgotten.
mail="--smtp smtp://127.0.0.1:9 --mail-from kheo@hue.example --base-url http://127.0.0.1"

# shellcheck disable=SC2086 # several words
start serve --dir "$house" --no-rate-limits --threads 3 $mail
said=$(grep -m1 'event=sandbox.* process=server' "$work/log")
ok "the log says which walls stand" matches "$said" \
    'landlock_abi=[0-9]+ seccomp=kill limits=set'
ok "there are threads" test "$(threads)" -ge 9
ok "a filter of system calls on each" equal "$(of Seccomp)" 2
ok "no thread can gain rights" equal "$(of NoNewPrivs)" 1
ok "no core is written" matches "$(cores)" ' 0 +0 '
ok "a report is received" equal "$(report)" 201
for path in / /api/v1/reports?unit=19753 /log/checkpoint /metrics '/kiem-tra/ho-so'; do
    ok "$path is served" equal "$(curl -sS -o /dev/null -w '%{http_code}' "$url$path")" 200
done
ok "the index of the search can be made anew" equal "$(
    rm -f "$house"/search.db*
    sleep 1
    report > /dev/null
    report
)" 201
ok "it stops when it is asked to" stop
case $said in
*landlock_abi=0*) echo "# Landlock is not in this kernel" ;;
*)
    start serve --dir "$house" --walls-required
    ok "with all of them it starts when all are required" equal "$(report)" 201
    stop
    ;;
esac

# A data folder with the database elsewhere, and a core that somebody asked for.
mkdir "$work/elsewhere"
cp "$house/kheo.db" "$work/elsewhere/other.db"
start serve --dir "$house" --db "$work/elsewhere/other.db" --core-dumps
ok "a database outside the data folder is written" equal "$(report)" 201
ok "a core can be asked for" matches "$(cores)" ' 4096 '
stop
finish
