#!/bin/bash
# Faults of a cluster under load: no acknowledged paper is missing or doubled, and how long nobody could write.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/cluster/scenarios.sh [ROUNDS] [SCENARIO…]     each of them so often, 1 at first
#
# What decides are the receipts: writers keep each, and after the fault all must verify against the served
# log, with `kheo check` on top and a count of the rows. The controls are settings that lose papers; one that
# loses nothing would show that these tests cannot see a loss, and fails.
. tests/cluster/cluster.sh
. tests/tap.sh
set +e
rounds=1
[[ ${1:-} =~ ^[0-9]+$ ]] && rounds=$1 && shift
wanted=" ${*:-killed unplugged one_sided postmaster etcd_lost lagging control_async control_etcd3} "
database=postgresql://kheo:change-me-kheo@127.0.0.1:5000/kheo
work=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null; stop 2> /dev/null; rm -rf "$work"' EXIT

here() { in_host app1 "$@"; }
pages() { # a reader who asks four times a second, until stopped
    while :; do
        echo "$(date +%s.%N) $(here curl -s -m 2 -o /dev/null -w '%{http_code}' http://127.0.0.1:8080/kiem-tra/ho-so)"
        sleep 0.25
    done > "$work/pages"
}
serve_here() {
    background app1 kheo "$PWD/build/kheo" serve --dir "$folder/app1/data" --db "$database" --port 8080 --no-rate-limits \
        $([ -n "${is_control:-}" ] || echo --replicated)
    wait_for 30 'kheo' here curl -sf -m 1 http://127.0.0.1:8080/healthz
}
end_kheo() { # SIGNAL
    kill "-$1" -- "-$(cat "$folder/app1/kheo.pid")" 2> /dev/null
    for _ in $(seq 100); do here curl -s -m 1 -o /dev/null http://127.0.0.1:8080/healthz || return 0; sleep 0.1; done
}
move_in() {
    rm -rf "$work"/* && mkdir -p "$work/acked" "$work/unknown" "$work/receipt" "$folder/app1/data"
    rmdir "$folder/app1/data"
    here build/kheo init --dir "$folder/app1/data" --db "$database" --origin cluster.kheo.example/log > "$work/init" 2>&1 &&
        here build/kheo org import --hue --dir "$folder/app1/data" --db "$database" >> "$work/init" 2>&1 &&
        serve_here
}

# --- faults: each is felt by the leader's host (or what it says), and healed by mend() --------------------

kill_in() { # HOST PATTERN
    ip netns pids "kheo-$1" | while read -r pid; do
        tr '\0' ' ' < "/proc/$pid/cmdline" 2> /dev/null | grep -Eq -- "$2" && echo "$pid"
    done
}
fault_killed() { # the leader's Patroni and PostgreSQL at once
    kill_in "$lead" 'patroni|postgres' | xargs kill -KILL
}
mend_killed() { background "$lead" patroni setpriv --reuid=postgres --regid=postgres --clear-groups patroni "$folder/$lead/patroni.yml"; }
fault_postmaster() { kill_in "$lead" 'bin/postgres -D' | xargs kill -KILL; } # Patroni starts it again, or another leads
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
fault_etcd_lost() { kill_in "$other" 'etcd --config' | xargs kill -KILL; }
mend_etcd_lost() { background "$other" etcd etcd --config-file "$folder/$other/etcd.conf.yml"; }
fault_lagging() { kill_in "$other" 'postgres' | xargs kill -STOP; } # a replica that stands still
mend_lagging() { kill_in "$other" 'postgres' | xargs kill -CONT; }

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
round() { # SCENARIO
    local scenario=$1 load before acked rows
    lead=$(leader)
    other=$(for host in $databases; do [ "${host%:*}" = "$lead" ] || echo "${host%:*}"; done | head -n 1)
    pages & reader=$!
    here build/outside/load write 8080 "$work" 8 "$scenario-$RANDOM" > "$work/load" 2>&1 & load=$!
    sleep 3
    before=$(find "$work/acked" -type f | wc -l)
    "fault_$scenario"
    tell $? "$scenario: felt by $lead"
    sleep 30
    "mend_$scenario"
    sleep 15
    wait_for 120 "the whole cluster after $scenario" is_whole
    tell $? "$scenario: the cluster is whole again, led by $(leader)"
    end_kheo TERM
    wait $load
    kill $reader
    wait $reader 2> /dev/null
    acked=$(find "$work/acked" -type f | wc -l)
    tell $([ "$before" -gt 0 ] && [ "$acked" -gt "$before" ] && echo 0 || echo 1) \
        "$scenario: papers were acknowledged before and after: $before, $((acked - before)); longest pause $(longest_pause) s; pages $(awk '$2 == 200' "$work/pages" | wc -l) of $(wc -l < "$work/pages")"
    serve_here
    tell $? "$scenario: kheo starts on what is there"
    here build/outside/load verify 8080 "$work" "$(here curl -s http://127.0.0.1:8080/log/vkey)" > "$work/verified" 2>&1
    tell $? "$scenario: no acknowledged paper is missing: $(tail -n 1 "$work/verified")"
    # The text of a paper is its key's alone.
    rows=$(as_leader 'SELECT count(*) FROM (SELECT text FROM report GROUP BY text HAVING count(*) > 1) AS twice' kheo)
    tell "$rows" "$scenario: none is doubled, of $(as_leader 'SELECT count(*) FROM report' kheo)"
    find "$work/acked" "$work/unknown" -type f -delete
    here build/kheo check --dir "$folder/app1/data" --db "$database" > "$work/check" 2>&1
    tell $? "$scenario: kheo check: $(tail -n 1 "$work/check")"
}

# A setting that loses papers: kheo must notice, by ending or by refusing to start, and receipts must be missing.
control() { # NAME SETTING SCENARIO
    is_control=1
    stop 2> /dev/null
    (start "$2") > /dev/null && move_in
    tell $? "$1: the losing cluster stands"
    lead=$(leader)
    here build/outside/load write 8080 "$work" 8 "$1" > "$work/load" 2>&1 &
    local load=$!
    sleep 4
    "fault_$3"
    tell $? "$1: felt by $lead"
    sleep 30
    "mend_$3"
    sleep 25
    end_kheo TERM
    wait $load
    local size acked
    acked=$(find "$work/acked" -type f | wc -l)
    size=$(as_leader 'SELECT count(*) FROM report' kheo)
    tell $([ "${size:-0}" -lt "$acked" ] && echo 0 || echo 1) "$1: papers are lost, so a loss can be seen: $acked acknowledged, ${size:-none} there"
    ! serve_here 2> /dev/null
    tell $? "$1: kheo does not go on from the shorter history: $(grep -ao 'event=history_lost.*\|kheo: .*' "$folder/app1/kheo.log" | tail -n 1 | cut -c 1-120)"
    is_control=
}

stop 2> /dev/null
if [[ $wanted =~ killed|unplugged|one_sided|postmaster|etcd_lost|lagging ]]; then
    (start) && move_in
    tell $? 'the cluster stands, and kheo on it'
    for scenario in killed postmaster unplugged one_sided etcd_lost lagging; do
        for _ in $(seq "$rounds"); do
            [[ $wanted != *" $scenario "* ]] || round $scenario
        done
    done
fi
[[ $wanted != *' control_async '* ]] || control control_async --async one_sided
[[ $wanted != *' control_etcd3 '* ]] || control control_etcd3 --etcd3 unplugged
finish
