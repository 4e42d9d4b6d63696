#!/bin/bash
# Measures how Khéo grows: the same pages and jobs from ten thousand reports to five million, on both databases.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: bench/grow.sh [--sizes "10000 100000 …"] [--postgres N] [--rounds N] [--seconds N] [--to FOLDER]
#
# The whole takes about an hour and 40 GB in TMPDIR; the figures and the graphs are put into FOLDER, docs/bench at
# first. All sizes are filled first; then the rounds go through kinds of pages, and for each through all sizes, so
# that what is compared was measured within the same minute. One server at a time is asked, by eight connections
# on CPU 1; all servers are on CPU 0; PostgreSQL, where it is asked, on both.
set -euo pipefail
export TMPDIR=${TMPDIR:-/var/tmp}
if [ -z "${KHEO_POSTGRES:-}" ]; then
    export KHEO_POSTGRES_SETTINGS=$'fsync = on\nshared_buffers = 1GB\nmax_wal_size = 4GB'
    exec tests/postgres/server.sh bash "$0" "$@"
fi
sizes='10000 100000 1000000 5000000'
postgres=1000000
rounds=5
seconds=1
to=docs/bench
while [ $# -gt 0 ]; do
    case $1 in
    --sizes) sizes=$2 ;;
    --postgres) postgres=$2 ;;
    --rounds) rounds=$2 ;;
    --seconds) seconds=$2 ;;
    --to) to=$2 ;;
    *) echo "bench: unknown option $1" >&2 && exit 2 ;;
    esac
    shift 2
done
. bench/lib.sh
kinds='home list in_state search case unit figures api_list api_one proof consistency inbox officer'
url_of() { echo "$KHEO_POSTGRES&options=-csearch_path%3D$1"; }
# A place is a size, or pg: its database, its folder, its port.
places="$sizes pg"
second=$(echo "$sizes" | awk '{ print (NF > 1) ? $2 : $1 }') # what the largest is compared with
declare -A port newest leaves cookie pid
use() { # PLACE
    database=() options=(--scrub never)
    [ "$1" != pg ] || database=(--db "$(url_of grow)")
    dir=$work/$1
    site=http://127.0.0.1:${port[$1]:-18080}
    list="$site/kiem-tra/ho-so?unit=19753"
}
papers() { [ "$1" = pg ] && echo "$postgres" || echo "$1"; }
keep() { echo "$*" >> "$work/$1.kept"; } # WHAT PLACE VALUE…
value() { # WHAT PLACE [COLUMN]: the median
    awk -v place="$2" -v column="${3:-1}" '$2 == place { print $(column + 2) }' "$work/$1.kept" | sort -n |
        awk '{ v[NR] = $1 } END { if (NR) print v[int((NR + 1) / 2)] }'
}
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a != "" && b > 0) printf "%.2f", a / b }'; }
since() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.2f", to - from }'; }

# --- filling --------------------------------------------------------------------------------------------

password='hoa phượng đỏ mùa hè'
fill() { # PLACE
    local began
    use "$1"
    began=$(date +%s.%N)
    new_folder "$dir" "$(papers "$1")"
    keep filling "$1" "$(since "$began")"
    "$B/kheo" user add --dir "$dir" "${database[@]}" --sign-in lan --name 'Trần Thị Lan' --unit 19753 \
        --title 'Công chức' --power feedback.handle --chosen --password "$password" > /dev/null
    "$B/kheo" backup keygen --to "$work/key.$1" > /dev/null
    cp "$work/key.$1.pub" "$dir/backup.pub"
    began=$(date +%s.%N)
    open_place "$1"
    wait_for_index
    keep indexing "$1" "$(since "$began")"
    bytes "$1"
    know "$1"
    echo "Filled $1 after $SECONDS s."
}
open_place() { # PLACE
    use "$1"
    serve "$dir" "${port[$1]}"
    pid[$1]=$server
}
bytes() { # PLACE
    local database_bytes
    if [ "$1" = pg ]; then
        database_bytes=$(psql -qAt "$KHEO_POSTGRES" -c "SELECT pg_database_size('postgres')")
    else
        database_bytes=$(stat -c %s "$dir/kheo.db")
    fi
    keep bytes "$1" "$database_bytes" "$(stat -c %s "$dir/search.db")"
}
# What the pages to come are asked about: where the list ends, codes from all over it, a session.
know() { # PLACE
    newest[$1]=$(curl -s "$list" | sed -n 's/.*truoc=\([0-9]*\).*/\1/p' | head -n 1)
    leaves[$1]=$(curl -s "$site/log/checkpoint" | sed -n 2p)
    for i in $(seq 50); do
        curl -s "$site/api/v1/reports?unit=19753&before=$((1 + newest[$1] * i / 50))" | jq -r '.items[].code'
    done | shuf > "$work/codes.$1"
}
# Anew before each round: a session that rests for half an hour is over.
sign_in() { # PLACE
    local jar=$work/jar token
    use "$1"
    rm -f "$jar"
    token=$(curl -s -c "$jar" "$site/dang-nhap" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1)
    curl -s -b "$jar" -c "$jar" -o /dev/null "$site/dang-nhap" --data-urlencode "token=$token" \
        --data-urlencode sign_in=lan --data-urlencode "password=$password"
    cookie[$1]=$(awk 'NF > 6 { printf "%s=%s; ", $6, $7 }' "$jar")
}

# --- pages ----------------------------------------------------------------------------------------------

ask() { # KIND PLACE → "rate p50 p99 errors"
    use "$2"
    case $1 in
    proof | consistency) measure vary 8 "$site/" "$1" "${leaves[$2]}" ;;
    case | api_one) measure vary 8 "$site/" "$1" "${newest[$2]}" "$work/codes.$2" ;;
    inbox | officer) measure vary 8 "$site/" "$1" "${newest[$2]}" "$work/codes.$2" "${cookie[$2]}" ;;
    *) measure vary 8 "$list" "$1" "${newest[$2]}" ;;
    esac
}
look_at_pages() {
    local place kind round
    for place in $sizes; do use "$place" && warm "$dir"; done
    for round in $(seq 0 "$rounds"); do # the first fills caches
        for place in $places; do sign_in "$place"; done
        for kind in $kinds; do
            for place in $places; do
                read -r rate p50 p99 errors < <(ask "$kind" "$place")
                [ "$round" = 0 ] || keep "$kind" "$place" "$rate" "$p50" "$p99" "$errors"
            done
        done
        for place in $places; do
            use "$place"
            [ "$place" = pg ] && raw=$(url_of grow) || raw=$dir/kheo.db
            read -r rate p50 p99 < <(taskset -c 0 "$B/bench/raw" list "$raw" "$seconds" "${newest[$place]}")
            [ "$round" = 0 ] || keep raw_list "$place" "$rate" "$p50" "$p99"
        done
    done
    for place in $places; do keep memory "$place" "$(memory_mb "${pid[$place]}")"; done
}

# --- submissions ----------------------------------------------------------------------------------------

submit_to() { # PLACE WRITERS: with the server on both cores, as its registrar has a thread of its own
    use "$1"
    taskset -acp 0-1 "${pid[$1]}" > /dev/null
    measure submit "$2" "$site/"
    taskset -acp 0 "${pid[$1]}" > /dev/null
}
submissions() {
    local place
    for _ in $(seq "$rounds"); do
        for place in $places; do
            read -r rate p50 p99 errors < <(submit_to "$place" 64)
            keep submit "$place" "$rate" "$p50" "$p99" "$errors"
        done
    done
}
# Fresh ones beside each other: both write the same rows into the same empty tables.
beside_raw() {
    local round raw
    for round in $(seq "$rounds"); do
        database=(--db "$(url_of "raw$round")") options=(--scrub never)
        new_folder "$work/raw"
        raw=$(taskset -c 0 "$B/bench/raw" submit "$(url_of "raw$round")" "$work/raw/anchor/raw" "$seconds" 256)
        rm -rf "$work/raw"
        database=(--db "$(url_of "ours$round")")
        new_folder "$work/raw"
        cpus=0-1 serve "$work/raw" 18099
        read -r rate p50 p99 errors < <(measure submit 256 http://127.0.0.1:18099/)
        stop
        rm -rf "$work/raw"
        keep beside_raw pg "$raw" "$rate" "$errors"
        psql -qAt "$KHEO_POSTGRES" -c "DROP SCHEMA raw$round CASCADE; DROP SCHEMA ours$round CASCADE" 2> /dev/null
    done
}
# The log while readers never pause: it must not grow with the writing.
log_under_readers() {
    local place=${sizes##* } most=0 now writers readers
    use "$place"
    taskset -acp 0-1 "${pid[$place]}" > /dev/null
    seconds=15 measure submit 64 "$site/" > "$work/writers" &
    writers=$!
    seconds=15 measure vary 8 "$list" list "${newest[$place]}" > "$work/readers" &
    readers=$!
    while kill -0 $writers 2> /dev/null; do
        now=$(stat -c %s "$dir/kheo.db-wal")
        most=$((now > most ? now : most))
        sleep 0.05
    done
    wait $writers $readers
    read -r rate _ < "$work/writers"
    keep log "$place" "$most" "$rate"
}

# --- jobs -----------------------------------------------------------------------------------------------

time_of() { # COMMAND…: its seconds
    local began
    began=$(date +%s.%N)
    "$@" > "$work/said" 2>&1 || { echo "bench: $* failed" >&2 && tail -n 3 "$work/said" >&2 && return 1; }
    since "$began"
}
jobs_of() { # PLACE
    local round
    use "$1"
    stop "${pid[$1]}"
    for round in $(seq 3); do
        [ "$1" = pg ] || forget "$dir"
        serve "$dir" "${port[$1]}"
        keep start "$1" "$started_ms"
        stop
    done
    keep check "$1" "$(time_of "$B/kheo" check --dir "$dir" "${database[@]}")"
    if [ "$1" != pg ]; then
        keep backup "$1" "$(time_of "$B/kheo" backup --dir "$dir" --to "$work/backup")"
        rm -f "$work/backup"
    fi
    options=(--scrub now)
    serve "$dir" "${port[$1]}"
    until grep -q 'event=scrub' "$work/serve.log"; do sleep 0.2; done
    keep night "$1" "$(sed -n 's/.*event=scrubbed .*seconds=\([0-9]*\).*/\1/p' "$work/serve.log" | awk '{ print $1 + 1 }')"
    stop
    echo "Jobs at $1 after $SECONDS s."
}

# --- what came of it -------------------------------------------------------------------------------------

row() { # NAME WHAT COLUMN: a line of the table
    local line="| $1 |" place
    for place in $places; do line="$line $(value "$2" "$place" "$3") |"; done
    echo "$line $(ratio "$(value "$2" "${sizes##* }" "$3")" "$(value "$2" "$second" "$3")") |"
}
table() {
    local place kind
    printf '| |'
    for place in $places; do printf ' %s |' "$([ "$place" = pg ] && echo "PostgreSQL, $postgres" || echo "$place")"; done
    printf ' largest, of %s |\n|---|' "$second"
    for place in $places x; do printf -- '---:|'; done
    echo
    for kind in $kinds; do
        row "$kind, p50 ms" "$kind" 2
        row "$kind, p99 ms" "$kind" 3
    done
    row 'the list statement alone, p99 ms' raw_list 3
    row 'submission from 64 writers, p50 ms' submit 2
    row 'submission from 64 writers, p99 ms' submit 3
    row 'submissions a second' submit 1
    row 'bytes of the database' bytes 1
    row 'bytes of the search file' bytes 2
    row 'memory of the server after all pages, MB' memory 1
    row 'start to first answer, ms' start 1
    row 'kheo check, s' check 1
    row 'kheo backup and its verification, s' backup 1
    row 'the nightly reading (scrub), s' night 1
    row 'filling, s' filling 1
    row 'indexing after it, s' indexing 1
}
goals() {
    local kind largest=${sizes##* } errors
    for kind in $kinds submit; do
        [ -n "$(value "$kind" "$second" 3)" ] || continue
        goal "$kind p99, $largest papers, times $second" "$(ratio "$(value "$kind" "$largest" 3)" "$(value "$kind" "$second" 3)")" "<=" 1.5 x
    done
    goal "PostgreSQL submissions, of raw pipelined inserts" "$(awk '{ print 100 * $4 / $3 }' "$work/beside_raw.kept" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }')" ">=" 60 %
    echo "  raw $(value beside_raw pg 1)/s, Khéo $(value beside_raw pg 2)/s"
    goal "log under 64 writers and 8 readers for 15 s" "$(awk '{ print $3 / 1e6 }' "$work/log.kept")" "<=" 64 MB
    errors=$(for kind in $kinds submit; do awk '{ n += $6 } END { print n }' "$work/$kind.kept"; done | awk '{ n += $1 } END { print n }')
    goal "failed requests" "$errors" "<=" 0 ""
}
line() { # NAME WHAT COLUMN [FACTOR]
    local place v
    for place in $sizes; do
        v=$(value "$2" "$place" "$3")
        [ -z "$v" ] || awk -v n="$1" -v x="$place" -v v="$v" -v f="${4:-1}" 'BEGIN { print n "\t" x "\t" (v * f > 0 ? v * f : 0.001) }'
    done
}
graphs() {
    mkdir -p "$to"
    for kind in $kinds submit; do line "$kind" "$kind" 3; done |
        "$B/bench/graph" 'Pages and submissions: the 99th percentile' papers milliseconds > "$to/pages.svg"
    { line database bytes 1 1e-6; line 'search file' bytes 2 1e-6; line 'memory of the server' memory 1; } |
        "$B/bench/graph" 'What it takes up' papers megabytes > "$to/sizes.svg"
    { line start start 1 1e-3; line check check 1; line backup backup 1; line 'nightly reading' night 1; line filling filling 1
      line indexing indexing 1; } | "$B/bench/graph" 'Jobs' papers seconds > "$to/jobs.svg"
}
report() {
    cat << END
# Growth, measured

By \`./run bench --grow\` on $(date +%F): $(nproc) cores of $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1 | xargs),
$(awk '/MemTotal/ { printf "%.0f", $2 / 1e6 }' /proc/meminfo) GB; SQLite with \`synchronous=FULL\`, PostgreSQL $(psql -V | sed -E 's/[^0-9]*([0-9.]+).*/\1/') with \`fsync\`; medians of $rounds rounds of $seconds s.
Eight connections ask one server on one core, each time for another page, so that no cache answers. What each kind
is stands in \`bench/vary.lua\`. The last column is the largest size over $second reports: 1 is no growth at all.

![pages](pages.svg)

$(table)

![sizes](sizes.svg)
![jobs](jobs.svg)

\`\`\`
$(goals)
\`\`\`
END
}

next=18080
for place in $places; do
    port[$place]=$next
    next=$((next + 1))
    fill "$place"
done
look_at_pages
submissions
beside_raw
log_under_readers
for place in $places; do jobs_of "$place"; done
graphs
report > "$to/README.md"
cat "$to/README.md"
printf '\nAfter %s s.\n' "$SECONDS"
