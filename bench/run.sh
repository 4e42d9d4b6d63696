#!/bin/bash
# Measures Khéo beside nginx, SQLite and Fossil in one run: medians of alternating rounds, and ratios.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: bench/run.sh [--reports N] [--rounds N] [--seconds N]; B is the build folder.
# Every server under test is held to CPU 0 and every load generator to CPU 1, so that a ratio within a
# round compares like with like. A goal that is missed is said so; nothing here fails a build.
set -euo pipefail
B=${B:-build}
reports=1000000
rounds=5
seconds=2
while [ $# -gt 0 ]; do
    case $1 in
    --reports) reports=$2 ;;
    --rounds) rounds=$2 ;;
    --seconds) seconds=$2 ;;
    *) echo "bench: unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
work=$(mktemp -d "${TMPDIR:-/var/tmp}/kheo-bench.XXXXXX")
port=18080
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
    wait 2> /dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

say() { printf '%s\n' "$*"; }
median() { sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
# measure SCRIPT CONNECTIONS URL → "rate p50 p99 errors"
measure() { taskset -c 1 wrk -t1 -c"$2" -d"$seconds" -s "bench/$1.lua" "$3" | sed -n 's/^RESULT //p'; }
goal() { # NAME VALUE OP GOAL UNIT
    awk -v n="$1" -v v="$2" -v op="$3" -v g="$4" -v u="$5" 'BEGIN {
        ok = (op == ">=") ? v >= g : v <= g
        printf "%-58s %10.2f %-6s goal %s %s  %s\n", n, v, u, op, g, ok ? "reached" : "MISSED" }'
}

new_folder() { # DIR
    "$B/kheo" init --dir "$1" > /dev/null
    "$B/kheo" import units --dir "$1" src/mod/org/data/hue.csv > /dev/null
}
serve() { # DIR: starts it on CPU 0 and waits until it answers; sets $server
    taskset -c 0 "$B/kheo" serve --dir "$1" --port $port --no-rate-limits > "$work/serve.log" 2>&1 &
    server=$!
    pids+=("$server")
    until curl -s -o /dev/null "http://127.0.0.1:$port/healthz"; do sleep 0.01; done
}
stop() { kill "$server"; wait "$server" 2> /dev/null || true; }
rss_mib() { awk '/VmRSS/ { print $2 / 1024 }' "/proc/$1/status"; }

say "Khéo, $(date +%F), $(nproc) cores, $rounds rounds of $seconds s, $reports reports"
units=$(awk -F, '$3 == "commune" || $3 == "government" { print $1 }' src/mod/org/data/hue.csv | head -40)
# shellcheck disable=SC2086 # the list is words
[ -n "$units" ] || units=19753
new_folder "$work/large"
say "Filling $reports reports…"
# shellcheck disable=SC2086
"$B/bench/seed" "$work/large" "$reports" 19753
list="http://127.0.0.1:$port/kiem-tra/ho-so?unit=19753"

say "" "1. Cold start and memory"
started=$(date +%s%N)
serve "$work/large"
goal "cold start at $reports reports" "$(( ($(date +%s%N) - started) / 1000000 ))" "<=" 100 ms
sleep 1
goal "idle memory" "$(rss_mib "$server")" "<=" 25 MiB

say "" "2. List page beside nginx serving a file of the same size"
curl -s -o "$work/page.html" "$list"
mkdir -p "$work/nginx"
cat > "$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/nginx/pid; error_log stderr crit;
events { worker_connections 1024; }
http { access_log off; types { text/html html; } keepalive_requests 1000000;
  client_body_temp_path $work/nginx; proxy_temp_path $work/nginx; fastcgi_temp_path $work/nginx;
  uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
  server { listen 127.0.0.1:18081; root $work; } }
CONF
chmod 755 "$work"
taskset -c 0 nginx -c "$work/nginx.conf" 2> /dev/null &
pids+=($!)
sleep 0.5
for _ in $(seq "$rounds"); do
    read -r reference _ < <(measure get 64 "http://127.0.0.1:18081/page.html")
    read -r ours _ _ errors < <(measure get 64 "$list")
    echo "$ours $reference $errors" >> "$work/list"
done
say "bytes $(stat -c %s "$work/page.html"); Khéo $(awk '{print $1}' "$work/list" | median)/s, nginx $(awk '{print $2}' "$work/list" | median)/s, errors $(awk '{s += $3} END {print s}' "$work/list")"
goal "rendered list page, of nginx static" "$(awk '{print 100 * $1 / $2}' "$work/list" | median)" ">=" 40 "%"
stop

say "" "3. Durable submissions beside SQLite alone (same rows, same syncs)"
for _ in $(seq "$rounds"); do
    rm -rf "$work/small" "$work/raw"
    new_folder "$work/small"
    cp -r "$work/small" "$work/raw"
    reference=$(taskset -c 0 "$B/bench/raw" "$work/raw/kheo.db" "$work/raw/anchor/raw" "$seconds" 256)
    serve "$work/small"
    read -r ours p50 p99 errors < <(measure submit 256 "http://127.0.0.1:$port/")
    stop
    echo "$ours $reference $p50 $p99 $errors" >> "$work/submit"
done
say "Khéo $(awk '{print $1}' "$work/submit" | median)/s (p50 $(awk '{print $3}' "$work/submit" | median) ms, p99 $(awk '{print $4}' "$work/submit" | median) ms), SQLite $(awk '{print $2}' "$work/submit" | median)/s, errors $(awk '{s += $5} END {print s}' "$work/submit")"
goal "durable submissions, of SQLite group commit" "$(awk '{print 100 * $1 / $2}' "$work/submit" | median)" ">=" 60 "%"

say "" "4. Growth from 100 thousand to $reports reports: p99 of the list"
new_folder "$work/middle"
"$B/bench/seed" "$work/middle" 100000 19753
for _ in $(seq "$rounds"); do
    serve "$work/middle"; read -r _ _ small _ < <(measure get 8 "$list"); stop
    serve "$work/large"; read -r _ _ large _ < <(measure get 8 "$list"); stop
    echo "$large $small" >> "$work/growth"
done
goal "list p99 at $reports / at 100000" "$(awk '{print $1 / $2}' "$work/growth" | median)" "<=" 1.5 x

say "" "5. Reading beside 64 writers"
serve "$work/large"
for _ in $(seq "$rounds"); do
    read -r _ _ alone _ < <(measure get 8 "$list")
    taskset -c 1 wrk -t1 -c64 -d"$((seconds + 1))" -s bench/submit.lua "http://127.0.0.1:$port/" > "$work/writers" &
    writers=$!
    sleep 0.3
    read -r _ _ beside errors < <(measure get 8 "$list")
    wait "$writers"
    echo "$beside $alone $errors" >> "$work/beside"
done
stop
goal "list p99 beside 64 writers / alone" "$(awk '{print $1 / $2}' "$work/beside" | median)" "<=" 3 x

say "" "6. Ten thousand idle connections"
serve "$work/small"
python=$(command -v perl)
before=$(rss_mib "$server")
"$python" -MIO::Socket::INET -e '
    my @s; for (1 .. 10000) { my $s = IO::Socket::INET->new("127.0.0.1:'$port'") or last; print $s
    "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"; push @s, $s; } print scalar(@s), "\n"; sleep 8' > "$work/idle" &
idle=$!
sleep 6
goal "memory with $(cat "$work/idle" 2> /dev/null || echo 10000) idle connections (before: ${before%.*} MiB)" "$(rss_mib "$server")" "<=" 100 MiB
wait "$idle" || true
stop

say "" "7. Fossil's tickets"
fossil="$work/fossil"
mkdir -p "$fossil"
( cd "$fossil" && HOME=$fossil fossil init --admin-user bench repo.fossil > /dev/null && taskset -c 0 env HOME="$fossil" fossil server --localhost --localauth --port 18082 repo.fossil > /dev/null 2>&1 ) &
pids+=($!)
sleep 1
read -r fossil_list _ < <(measure get 8 "http://127.0.0.1:18082/rptview?rn=1")
serve "$work/small"
read -r our_list _ < <(measure get 8 "$list")
goal "list page, times Fossil's ticket list ($fossil_list/s)" "$(awk "BEGIN { print $our_list / ($fossil_list > 0 ? $fossil_list : 1) }")" ">=" 30 x
for writers in 8 64 256; do
    read -r rate _ p99 errors < <(measure submit "$writers" "http://127.0.0.1:$port/")
    goal "failed submissions at $writers writers ($rate/s, p99 $p99 ms)" "$errors" "<=" 0 ""
done
stop
pkill -f "fossil server --localhost --localauth --port 18082" || true
