#!/bin/bash
# Measures Khéo beside nginx, SQLite and Fossil in one run: medians of alternating rounds, and ratios.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: bench/run.sh [--quick] [--reports N] [--rounds N] [--seconds N]; B is the build folder.
#        bench/run.sh --grow …     another measurement: bench/grow.sh
#        bench/run.sh --lighthouse [--rounds N]     pages on slow lines: bench/lighthouse.mjs
# The whole takes about twelve minutes, half of it to fill and index a million reports; --quick, with a
# hundred thousand, about two. Every load generator is held to CPU 1 and every server under test to CPU 0,
# but for submissions, whose registrar has a thread of its own as on any server: there both cores are theirs
# (SQLite alone has one thread to use them), and the figure for one core stands beside. A ratio is taken
# within a round, so that it compares like with like. Sessions, tokens and the ledger are on. A goal that is
# missed is said so; nothing here fails a build.
set -euo pipefail
[ "${1:-}" != --grow ] || exec bash bench/grow.sh "${@:2}"
[ "${1:-}" != --lighthouse ] || exec make -s bench-lighthouse ARGS="${*:2}"
reports=1000000
rounds=5
seconds=2
while [ $# -gt 0 ]; do
    case $1 in
    --quick) reports=100000 rounds=3 seconds=1 ;;
    --reports) reports=$2 && shift ;;
    --rounds) rounds=$2 && shift ;;
    --seconds) seconds=$2 && shift ;;
    *) echo "bench: unknown option $1" >&2; exit 2 ;;
    esac
    shift
done
fewer=$((reports / 10))
. bench/lib.sh

# --- what is measured -------------------------------------------------------------------------------

fill() {
    echo "Khéo, $(date +%F), $(nproc) cores, $rounds rounds of $seconds s, $reports reports"
    new_folder "$work/large" "$reports"
    new_folder "$work/middle" "$fewer"
    echo "Filled after $SECONDS s."
}

memory_and_start() {
    section "1. Memory and start"
    serve "$work/middle"
    wait_for_index
    stop
    serve "$work/large"
    wait_for_index
    echo "  Indexed after $SECONDS s."
    goal "idle memory, $reports reports just indexed" "$(memory_mb "$server")" "<=" 25 MB
    echo "  and $(beside_mb "$server") MB of the nursery of photos and papers beside it"
    curl -s -o "$work/page.html" "$list&truoc=$((reports / 2))"
    newest=$(curl -s "$list" | sed -n 's/.*truoc=\([0-9]*\).*/\1/p' | head -n 1)
    stop
    for _ in $(seq "$rounds"); do
        forget "$work/large"
        serve "$work/large"
        echo "$started_ms" >> "$work/start"
        stop
    done
    goal "start to first answer, files not in memory" "$(median start '$1')" "<=" 100 ms
}

list_page() {
    section "2. List page beside nginx, which serves a file of $(stat -c %s "$work/page.html") bytes as long"
    mkdir -p "$work/nginx"
    cat > "$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/nginx/pid; error_log stderr crit;
events { worker_connections 1024; }
http { access_log off; types { text/html html; } keepalive_requests 1000000;
  client_body_temp_path $work/nginx; proxy_temp_path $work/nginx; fastcgi_temp_path $work/nginx;
  uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
  server { listen 127.0.0.1:18081; root $work; } }
CONF
    taskset -c 0 nginx -c "$work/nginx.conf" 2> /dev/null &
    pids+=($!)
    warm "$work/large"
    serve "$work/large"
    sleep 0.5
    local reference kept made kept_errors made_errors
    for _ in $(seq "$rounds"); do
        read -r reference _ < <(measure get 64 http://127.0.0.1:18081/page.html)
        read -r kept _ _ kept_errors < <(measure get 64 "$list")
        read -r made _ _ made_errors < <(measure vary 64 "$list" list "$newest")
        echo "$reference $kept $made $((kept_errors + made_errors))" >> "$work/list"
    done
    stop
    echo "  nginx $(median list '$1')/s, kept $(median list '$2')/s, made $(median list '$3')/s"
    goal "list page made for each request, of nginx" "$(median list '100 * $3 / $1')" ">=" 40 %
    goal "list page kept since the last commit, of nginx" "$(median list '100 * $2 / $1')" ">=" 80 %
    goal "failed requests" "$(sum list '$4')" "<=" 0 ""
}

# submit_anew WRITERS: submissions to an empty folder → "rate p50 p99 errors"
submit_anew() {
    rm -rf "$work/small"
    new_folder "$work/small"
    serve "$work/small"
    measure submit "$1" $site/ > "$work/row"
    stop
}

submissions() {
    section "3. Durable submissions beside SQLite alone: the same rows, the same syncs"
    local reference one ours p50 p99 errors one_errors
    for _ in $(seq "$rounds"); do
        rm -rf "$work/raw"
        new_folder "$work/raw"
        reference=$(taskset -c 0 "$B/bench/raw" submit "$work/raw/kheo.db" "$work/raw/anchor/raw" "$seconds" 256)
        submit_anew 256
        read -r one _ _ one_errors < "$work/row"
        cpus=0-1 submit_anew 256
        read -r ours p50 p99 errors < "$work/row"
        echo "$reference $ours $p50 $p99 $((errors + one_errors)) $one" >> "$work/submit"
    done
    echo "  SQLite $(median submit '$1')/s, Khéo $(median submit '$2')/s, p50 $(median submit '$3') ms," \
        "p99 $(median submit '$4') ms; on one core with its door and its indexer $(median submit '$6')/s," \
        "$(median submit '100 * $6 / $1') %"
    goal "submissions from 256 writers, of SQLite group commit" "$(median submit '100 * $2 / $1')" ">=" 60 %
    goal "failed submissions" "$(sum submit '$5')" "<=" 0 ""
}

growth() {
    section "4. From $fewer to $reports reports; no page is kept"
    local small large a b c d e
    serve "$work/middle" 18083
    small=$server
    serve "$work/large"
    large=$server
    warm "$work/middle"
    warm "$work/large"
    local few=${list/18080/18083}
    for _ in $(seq "$((rounds + 1))"); do
        read -r _ _ a _ < <(measure vary 8 "$few" list "$fewer")
        read -r _ _ b _ < <(measure vary 8 "$list" list "$newest")
        read -r _ _ c _ < <(measure vary 8 "$few" search)
        read -r _ _ d _ < <(measure vary 8 "$list" search)
        read -r _ _ e _ < <(measure vary 1 "$list" rare)
        echo "$a $b $c $d $e" >> "$work/growth"
    done
    sed -i 1d "$work/growth" # the first fills the system's cache
    echo "  list p99 $(median growth '$1') and $(median growth '$2') ms," \
        "search p99 $(median growth '$3') and $(median growth '$4') ms"
    goal "list p99, times that of a tenth" "$(median growth '$2 / $1')" "<=" 1.5 x
    goal "search p99, times that of a tenth" "$(median growth '$4 / $3')" "<=" 1.5 x
    goal "search p99 of two rare words, alone (above it: a 503)" "$(median growth '$5')" "<=" 200 ms
    stop "$small"
    stop "$large"
}

beside_writers() {
    section "5. Reading beside 64 writers"
    local alone beside errors writers
    serve "$work/large"
    for _ in $(seq "$rounds"); do
        read -r _ _ alone _ < <(measure vary 8 "$list" list "$newest")
        taskset -c 1 wrk -t1 -c64 -d"$((seconds + 1))" -s bench/submit.lua $site/ > "$work/writers" &
        writers=$!
        sleep 0.3
        read -r _ _ beside errors < <(measure vary 8 "$list" list "$newest")
        wait "$writers"
        errors=$((errors + $(sed -n 's/^RESULT .* //p' "$work/writers")))
        echo "$alone $beside $errors" >> "$work/beside"
    done
    stop
    goal "list p99 beside 64 writers, times alone" "$(median beside '$2 / $1')" "<=" 3 x
    goal "failed requests" "$(sum beside '$3')" "<=" 0 ""
}

idle_connections() {
    section "6. Ten thousand idle connections"
    local opened answered
    serve "$work/large"
    coproc IDLE { perl bench/idle.pl 18080 10000; }
    read -r opened <&"${IDLE[0]}"
    goal "memory of the server with $opened of them" "$(memory_mb "$server")" "<=" 100 MB
    echo >&"${IDLE[1]}"
    read -r answered <&"${IDLE[0]}"
    wait "$IDLE_PID" 2> /dev/null || true
    goal "of 200 among them, answered once more" "$answered" ">=" 200 ""
    stop
}

fossil_tickets() {
    section "7. Fossil's tickets; nobody signs in there either"
    local home=$work/fossil there=http://127.0.0.1:18082 their_list their_rate our_list our_rate rate p99 errors writers
    mkdir -p "$home"
    HOME=$home fossil init --admin-user bench "$home/repo.fossil" > /dev/null
    HOME=$home fossil server --localhost --localauth --port 18082 "$home/repo.fossil" \
        > /dev/null 2>&1 &
    pids+=($!)
    sleep 1
    rm -rf "$work/small"
    new_folder "$work/small"
    cpus=0-1 serve "$work/small"
    for _ in $(seq "$rounds"); do
        read -r their_rate _ _ errors < <(measure ticket 1 $there/)
        read -r our_rate _ _ _ < <(measure submit 1 $site/)
        read -r their_list _ < <(measure get 8 "$there/rptview?rn=1")
        read -r our_list _ < <(measure vary 8 "$list" list 20000)
        echo "$their_list $our_list $their_rate $our_rate $errors" >> "$work/fossil.rows"
        for writers in 8 64 256; do
            read -r rate _ p99 errors < <(measure submit "$writers" $site/)
            echo "$their_rate $rate $p99 $errors" >> "$work/writers.$writers"
        done
    done
    stop
    echo "  Fossil: list $(median fossil.rows '$1')/s, $(median fossil.rows '$3') tickets/s from one writer, its best;" \
        "Khéo: $(median fossil.rows '$2')/s, $(median fossil.rows '$4')/s"
    goal "list page made for each request, times Fossil's" "$(median fossil.rows '$2 / $1')" ">=" 30 x
    for writers in 8 64 256; do
        echo "  $writers writers: $(median writers.$writers '$2')/s, p99 $(median writers.$writers '$3') ms"
        goal "submissions from $writers writers, times Fossil's best" "$(median writers.$writers '$2 / $1')" ">=" 30 x
        goal "failed submissions from $writers writers" "$(sum writers.$writers '$4')" "<=" 0 ""
    done
}

fill
memory_and_start
list_page
submissions
growth
beside_writers
idle_connections
fossil_tickets
printf '\nAfter %s s.\n' "$SECONDS"
