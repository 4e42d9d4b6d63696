# What the benchmarks share: medians and goals, a folder full of reports, a server under test on CPU 0.
# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
# Whoever sources it sets $seconds, of a round, and may set $database, "--db URL", and $options of the server.
B=${B:-build}
cpus=0
work=$(mktemp -d "${TMPDIR:-/var/tmp}/kheo-bench.XXXXXX")
chmod 755 "$work"
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
    wait 2> /dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
ulimit -Sn "$(ulimit -Hn)"

# median FILE EXPRESSION: the middle value of an awk expression over the rows of a file
median() {
    awk "{ print $2 }" "$work/$1" | sort -n |
        awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
sum() { awk "{ s += $2 } END { print s }" "$work/$1"; }
# goal NAME VALUE OP GOAL UNIT
goal() {
    awk -v n="$1" -v v="$2" -v op="$3" -v g="$4" -v u="$5" 'BEGIN {
        met = (op == ">=") ? v >= g : v <= g
        short = g ? sprintf("short by %.0f %%", 100 * (op == ">=" ? 1 - v / g : v / g - 1)) : "not met"
        printf "  %-62s %9.2f %-3s goal %s %-4s %s\n", n, v, u, op, g, met ? "met" : short }'
}
# measure SCRIPT CONNECTIONS URL [ARGS…] → "rate p50 p99 errors"
measure() {
    local script=$1 connections=$2 url=$3
    shift 3
    taskset -c 1 wrk -t1 -c"$connections" -d"$seconds" -s "bench/$script.lua" "$url" -- "$@" |
        sed -n 's/^RESULT //p'
}
database=()
new_folder() { # DIR [REPORTS]
    "$B/kheo" init --dir "$1" "${database[@]}" > /dev/null
    "$B/kheo" import units --dir "$1" "${database[@]}" src/mod/org/data/hue.csv > /dev/null
    [ -z "${2:-}" ] || "$B/bench/seed" "${database[@]}" "$1" "$2" 19753
}
forget() { # DIR: no page of its database stays in memory
    local file
    for file in "$1"/*.db; do
        dd of="$file" oflag=nocache conv=notrunc,fdatasync count=0 2> /dev/null
    done
}
warm() { # DIR: all of it is in memory, as the reference's file is
    cat "$1"/*.db > /dev/null
}
# Starts it on $cpus and waits until it answers; sets $server, and $started_ms to how long it took.
# No program is started to look.
options=()
serve() { # DIR [PORT]
    local port=${2:-18080} began answer=
    began=$(date +%s%N)
    taskset -c "$cpus" "$B/kheo" serve --dir "$1" "${database[@]}" --port "$port" --no-rate-limits "${options[@]}" > "$work/serve.log" 2>&1 &
    server=$!
    pids+=("$server")
    until { exec 3<> "/dev/tcp/127.0.0.1/$port"; } 2> /dev/null; do :; done
    printf 'GET /healthz HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n' >&3
    read -r answer <&3
    started_ms=$((($(date +%s%N) - began) / 1000000))
    exec 3>&-
    case $answer in *200*) ;; *) echo "bench: no answer: $answer" >&2 && exit 1 ;; esac
}
stop() { # [PID]
    kill "${1:-$server}"
    wait "${1:-$server}" 2> /dev/null || true
}
# The index has all papers, its pieces are one, and the indexer, after five quiet seconds, rests.
wait_for_index() {
    local before=-100 now=0
    sleep 2
    until curl -s $site/metrics | grep -qx 'kheo_search_lag 0'; do sleep 1; done
    while [ "$now" -gt $((before + 5)) ]; do # hundredths of a second that it worked
        before=$now
        sleep 8
        now=$(awk '{ print $14 + $15 }' "/proc/$server/stat")
    done
}
memory_mb() { awk '/^VmRSS:/ { print $2 * 1024 / 1e6 }' "/proc/$1/status"; }
# The nursery of photos and papers: what it does not share with the server.
beside_mb() { # PID of the server
    pgrep -P "$1" | sed 's|.*|/proc/&/smaps_rollup|' | xargs awk '/^Private/ { kib += $2 } END { print kib * 1024 / 1e6 }'
}
section() { printf '\n%s\n' "$1"; }

site=http://127.0.0.1:18080
list="$site/kiem-tra/ho-so?unit=19753"
