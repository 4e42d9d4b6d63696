#!/bin/bash
# Faults of a cluster under load: no acknowledged paper is missing or doubled, and how long nobody could write.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/cluster/scenarios.sh [ROUNDS] [SCENARIO…]     each of them so often, 1 at first
#
# Both hosts of kheo serve, and one of them seals. What decides are the receipts: writers at both keep each, and
# after the fault all must verify against the log of either, with `kheo check` on top, also of every head that was
# shown, and a count of the rows. The controls are settings that lose papers; one that
# loses nothing would show that these tests cannot see a loss, and fails.
. tests/cluster/cluster.sh
. tests/tap.sh
set +e
rounds=1
[[ ${1:-} =~ ^[0-9]+$ ]] && rounds=$1 && shift
faults='killed postmaster unplugged one_sided etcd_lost lagging sealer_killed sealer_paused'
wanted=" ${*:-$faults control_async control_etcd3} "
database=postgresql://kheo:change-me-kheo@127.0.0.1:5000/kheo
apps='app1 app2'
work=$(mktemp -d)
here() { in_host app1 "$@"; }
trap 'kill $(jobs -p) 2> /dev/null; stop 2> /dev/null; rm -rf "$work"' EXIT

pages() { # HOST: a reader who asks four times a second, and keeps the heads it is shown, until stopped
    while :; do
        echo "$(date +%s.%N) $(in_host "$1" curl -s -m 2 -o /dev/null -w '%{http_code}' http://127.0.0.1:8080/kiem-tra/ho-so)"
        in_host "$1" curl -s -m 1 -o "$work/heads/$1.$(date +%s.%N)" http://127.0.0.1:8080/log/checkpoint
        sleep 0.25
    done > "$work/pages.$1"
}
serve_on() { # HOST
    background "$1" kheo "$PWD/build/kheo" serve --dir "$folder/$1/data" --db "$database" --files "$folder/photos" \
        --replica "${database/:5000/:5001}?connect_timeout=2" --port 8080 --no-rate-limits $([ -n "${is_control:-}" ] || echo --replicated)
    wait_for 30 "kheo on $1" in_host "$1" curl -sf -m 1 http://127.0.0.1:8080/healthz
}
serve_all() { for app in $apps; do serve_on "$app" || return 1; done; }
end_all() {
    for app in $apps; do kill -TERM -- "-$(cat "$folder/$app/kheo.pid")" 2> /dev/null; done
    for app in $apps; do
        for _ in $(seq 100); do in_host "$app" curl -s -m 1 -o /dev/null http://127.0.0.1:8080/healthz || break; sleep 0.1; done
    done
}
sealer() {
    for app in $apps; do
        in_host "$app" curl -s -m 1 http://127.0.0.1:8080/metrics | grep -q '^kheo_seals 1' && echo "$app" && return
    done
    return 1
}
load_on() { # HOST WRITERS NAME
    in_host "$1" build/outside/load write 8080 "$work" "$2" "$3-$1" > "$work/load.$1" 2>&1 &
    loads+=($!)
}
move_in() {
    rm -rf "$work"/* && mkdir -p "$work"/{acked,unknown,receipt,heads} "$folder/photos"
    here build/kheo init --dir "$folder/app1/data" --db "$database" --origin cluster.kheo.example/log > "$work/init" 2>&1 &&
        here build/kheo org import --hue --dir "$folder/app1/data" --db "$database" >> "$work/init" 2>&1 &&
        cp -r "$folder/app1/data" "$folder/app2/data" && serve_all
}

# --- faults: each is felt by the leader's host (or what it says), and healed by mend() --------------------

pids_in() { # HOST PATTERN
    ip netns pids "kheo-$1" | while read -r pid; do
        tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -Eq -- "$2" && echo "$pid"
    done
}
signal_in() { # SIGNAL HOST PATTERN: true when one of them got it; a child may be gone by then
    local pid got=1
    for pid in $(pids_in "$2" "$3"); do kill "-$1" "$pid" 2> /dev/null && got=0; done
    return $got
}
fault_killed() { # the leader's Patroni and PostgreSQL at once
    signal_in KILL "$lead" 'patroni|postgres'
}
mend_killed() { background "$lead" patroni setpriv --reuid=postgres --regid=postgres --clear-groups patroni "$folder/$lead/patroni.yml"; }
fault_postmaster() { signal_in KILL "$lead" 'bin/postgres -D'; } # Patroni starts it again, or another leads
mend_postmaster() { :; }
fault_unplugged() { ip link set "kheo-$lead" down; } # its cable, for half a minute
mend_unplugged() { ip link set "kheo-$lead" up; }
fault_one_sided() { # it does not see its peers any more, but kheo's hosts still reach it
    in_host "$lead" nft -f - << 'END'
table inet cut {
    set peers { type ipv4_addr; elements = { 10.77.0.11, 10.77.0.12, 10.77.0.13 } }
    chain in { type filter hook input priority 0; ip saddr @peers iif "eth0" drop; }
    chain out { type filter hook output priority 0; ip daddr @peers oif "eth0" drop; }
}
END
}
mend_one_sided() { in_host "$lead" nft delete table inet cut; }
fault_etcd_lost() { signal_in KILL "$other" 'etcd --config'; }
mend_etcd_lost() { background "$other" etcd etcd --config-file "$folder/$other/etcd.conf.yml"; }
fault_lagging() { signal_in STOP "$other" 'postgres'; } # a replica that stands still
mend_lagging() { signal_in CONT "$other" 'postgres'; }
# Of kheo's own hosts: the one that seals dies, or sleeps for far longer than its lease.
of_sealer() { kill "-$1" -- "-$(cat "$folder/$seals/kheo.pid")"; } # SIGNAL: to all of its processes
fault_sealer_killed() { of_sealer KILL; }
mend_sealer_killed() { serve_on "$seals"; }
fault_sealer_paused() { of_sealer STOP; }
mend_sealer_paused() { of_sealer CONT; }

# --- one round ---------------------------------------------------------------------------------------------

is_whole() {
    local host
    for host in $databases; do
        curl -s -m 1 "http://${host#*:}:8008/patroni" | jq -e '.state == "running"' > /dev/null || return 1
    done
    [ -n "${is_control:-}" ] || is_synchronous
}
# The longest time without an acknowledgement, and pages that came meanwhile.
longest_pause() {
    find "$work/acked" -type f -printf '%T@\n' | sort -n | awk 'NR > 1 && $1 - last > most { most = $1 - last } { last = $1 } END { printf "%.1f", most }'
}
# Served, and asked for: of all hosts.
pages_served() { awk '$2 == 200 { n++ } END { print n + 0 " of " NR }' "$work"/pages.*; }
is_another() { [ "$(sealer)" != "$seals" ]; }
round() { # SCENARIO
    local scenario=$1 before acked rows app size
    lead=$(leader)
    seals=$(sealer)
    other=$(for host in $databases; do [ "${host%:*}" = "$lead" ] || echo "${host%:*}"; done | head -n 1)
    loads=() readers=()
    for app in $apps; do
        pages "$app" & readers+=($!)
        load_on "$app" 4 "$scenario-$RANDOM"
    done
    sleep 3
    before=$(find "$work/acked" -type f | wc -l)
    "fault_$scenario"
    tell $? "$scenario: felt by $lead, $seals sealing"
    sleep 30
    [[ $scenario != sealer_* ]] || is_another
    tell $? "$scenario: $(sealer) seals"
    "mend_$scenario"
    sleep 15
    wait_for 120 "the whole cluster after $scenario" is_whole
    tell $? "$scenario: the cluster is whole again, led by $(leader)"
    touch "$work/stop"
    wait "${loads[@]}"
    rm "$work/stop"
    kill "${readers[@]}"
    wait "${readers[@]}" 2> /dev/null
    end_all
    acked=$(find "$work/acked" -type f | wc -l)
    tell $([ "$before" -gt 0 ] && [ "$acked" -gt "$before" ] && echo 0 || echo 1) \
        "$scenario: papers were acknowledged before and after: $before, $((acked - before)); longest pause $(longest_pause) s; pages $(pages_served)"
    serve_all
    tell $? "$scenario: kheo starts on what is there"
    for app in $apps; do
        in_host "$app" build/outside/load verify 8080 "$work" "$(here curl -s http://127.0.0.1:8080/log/vkey)" > "$work/verified" 2>&1
        tell $? "$scenario: no acknowledged paper is missing at $app: $(tail -n 1 "$work/verified")"
    done
    # The text of a paper is its key's alone.
    rows=$(as_leader 'SELECT count(*) FROM (SELECT text FROM report GROUP BY text HAVING count(*) > 1) AS twice' kheo)
    tell "$rows" "$scenario: none is doubled, of $(as_leader 'SELECT count(*) FROM report' kheo)"
    find "$work/acked" "$work/unknown" -type f -delete
    check_heads "$scenario"
}
# Every head that anybody was shown, those of paused and cut off servers too, must be one of the same tree.
check_heads() { # SCENARIO
    local head
    mkdir -p "$folder/app1/data/receipts"
    for head in "$work"/heads/*; do
        [ -s "$head" ] && grep -q '^— ' "$head" && cp "$head" "$folder/app1/data/receipts/$(sha256sum < "$head" | cut -c 1-32)"
    done
    find "$work/heads" -type f -delete
    here build/kheo check --dir "$folder/app1/data" --files "$folder/photos" --db "$database" > "$work/check" 2>&1
    tell $? "$1: kheo check, also of $(find "$folder/app1/data/receipts" -type f | wc -l) heads: $(tail -n 1 "$work/check")"
    rm -rf "$folder/app1/data/receipts"
}

# A setting that loses papers: kheo must notice, by ending or by refusing to start, and receipts must be missing.
control() { # NAME SETTING SCENARIO
    local size acked
    is_control=1 loads=()
    stop 2> /dev/null
    (start "$2") > /dev/null && move_in
    tell $? "$1: the losing cluster stands"
    lead=$(leader)
    load_on app1 4 "$1"
    load_on app2 4 "$1"
    sleep 4
    "fault_$3"
    tell $? "$1: felt by $lead"
    sleep 30
    "mend_$3"
    sleep 25
    touch "$work/stop"
    wait "${loads[@]}"
    end_all
    acked=$(find "$work/acked" -type f | wc -l)
    size=$(as_leader 'SELECT count(*) FROM report' kheo)
    tell $([ "${size:-0}" -lt "$acked" ] && echo 0 || echo 1) "$1: papers are lost, so a loss can be seen: $acked acknowledged, ${size:-none} there"
    ! serve_all 2> /dev/null
    tell $? "$1: kheo does not go on from the shorter history: $(cat "$folder"/app?/kheo.log | grep -ao 'event=history_lost.*\|kheo: .*' | tail -n 1 | cut -c 1-120)"
    is_control=
}

stop 2> /dev/null
if [[ $wanted =~ ${faults// /|} ]]; then
    (start) && move_in
    tell $? 'the cluster stands, and kheo on it'
    for scenario in $faults; do
        for _ in $(seq "$rounds"); do
            [[ $wanted != *" $scenario "* ]] || round $scenario
        done
    done
fi
[[ $wanted != *' control_async '* ]] || control control_async --async one_sided
[[ $wanted != *' control_etcd3 '* ]] || control control_etcd3 --etcd3 unplugged
tap_end
