#!/bin/bash
# A cluster on one machine: three database hosts and two of kheo, each in a network of its own.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/cluster/cluster.sh start [--etcd3] [--async] | state | stop
#
# The configuration is that of packaging/cluster, with the paths of a folder of its own. --etcd3 and
# --async are the settings that lose papers: controls for tests/cluster/scenarios.sh, and for nothing else.
set -euo pipefail
folder=${KHEO_CLUSTER:-/var/tmp/kheo-cluster}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
databases='db1:10.77.0.11 db2:10.77.0.12 db3:10.77.0.13'
hosts="$databases app1:10.77.0.21 app2:10.77.0.22"

in_host() { # NAME COMMAND…
    local name=$1
    shift
    ip netns exec "kheo-$name" "$@"
}
as_postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }

network() {
    ip link add kheo-br type bridge
    ip addr add 10.77.0.1/24 dev kheo-br
    ip link set kheo-br up
    local host name address
    for host in $hosts; do
        name=${host%:*} address=${host#*:}
        ip netns add "kheo-$name"
        ip link add "kheo-$name" type veth peer name eth0 netns "kheo-$name"
        ip link set "kheo-$name" master kheo-br up
        in_host "$name" ip addr add "$address/24" dev eth0
        in_host "$name" ip link set eth0 up
        in_host "$name" ip link set lo up
    done
}

# The file of packaging/cluster as this host has it.
configure() { # NAME ADDRESS FILE
    sed -E -e "s/^(name: )db1/\1$1/" \
        -e "/hosts:|initial-cluster:/!s/10\.77\.0\.11/$2/g" \
        -e "s|/var/lib/etcd/kheo|$folder/$1/etcd|; s|/var/lib/postgresql/15/kheo|$folder/$1/pg|" \
        -e "s|/usr/lib/postgresql/15/bin|$bin|; s|/var/lib/postgresql/.pgpass-kheo|$folder/$1/pgpass|" \
        -e "s|/var/run/postgresql|$folder/$1|" \
        "packaging/cluster/$3"
}

# Starts COMMAND… in a host, in the background; its number is in NAME/WHAT.pid.
background() { # NAME WHAT COMMAND…
    local name=$1 what=$2
    shift 2
    (
        exec > "$folder/$name/$what.log" 2>&1 < /dev/null
        exec setsid ip netns exec "kheo-$name" "$@"
    ) &
    echo $! > "$folder/$name/$what.pid"
}
start_database() { # NAME
    background "$1" etcd etcd --config-file "$folder/$1/etcd.conf.yml"
    background "$1" patroni setpriv --reuid=postgres --regid=postgres --clear-groups patroni "$folder/$1/patroni.yml"
}
start_app() { # NAME
    background "$1" haproxy haproxy -db -f "$folder/haproxy.cfg"
}

leader() { # the name of the host whose Patroni says that it leads
    local host
    for host in $databases; do
        if curl -s -m 1 -o /dev/null -f "http://${host#*:}:8008/primary"; then
            echo "${host%:*}"
            return 0
        fi
    done
    return 1
}
wait_for() { # SECONDS WHAT COMMAND…
    local seconds=$1 what=$2
    shift 2
    for _ in $(seq $((seconds * 2))); do
        "$@" > /dev/null 2>&1 && return 0
        sleep 0.5
    done
    echo "cluster: $what did not come about in $seconds s; logs are in $folder" >&2
    return 1
}
as_leader() { # SQL
    local name
    name=$(leader) &&
        PGPASSWORD=change-me-superuser psql -qAt -h "$(address_of "$name")" -U postgres -d "${2:-postgres}" -c "$1"
}
address_of() { printf '%s\n' $hosts | sed -n "s/^$1://p"; }
has_replicas() { [ "$(as_leader "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")" = 2 ]; }
is_synchronous() { [ "$(as_leader "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")" -ge 1 ]; }

start() {
    local settings=() gateway= host name option
    for option in "$@"; do
        case $option in
        --etcd3) settings+=(-e 's/^etcd:/etcd3:/') gateway='enable-grpc-gateway: true' ;;
        --async) settings+=(-e 's/synchronous_mode(_strict)?: true/synchronous_mode\1: false/') ;;
        *) echo "cluster: unknown option $option" >&2 && exit 2 ;;
        esac
    done
    if [ ${#settings[@]} -eq 0 ]; then
        packaging/cluster/check.sh packaging/cluster/patroni.yml 2> /dev/null || exit 2
    fi
    [ ! -e "$folder" ] || { echo "cluster: $folder is there already; first: stop" >&2 && exit 2; }
    mkdir -p "$folder"
    chmod 755 "$folder"
    network
    cp packaging/cluster/haproxy.cfg "$folder/"
    for host in $databases; do
        name=${host%:*}
        mkdir -p "$folder/$name"
        configure "$name" "${host#*:}" etcd.conf.yml > "$folder/$name/etcd.conf.yml"
        echo "$gateway" >> "$folder/$name/etcd.conf.yml"
        configure "$name" "${host#*:}" patroni.yml | sed -E "${settings[@]:--e;}" > "$folder/$name/patroni.yml"
        chown -R postgres "$folder/$name"
        start_database "$name"
    done
    for name in app1 app2; do
        mkdir -p "$folder/$name"
        start_app "$name"
    done
    wait_for 90 'a leader' leader
    wait_for 90 'two replicas' has_replicas
    [[ " $* " == *' --async '* ]] || wait_for 60 'a synchronous replica' is_synchronous
    as_leader "CREATE ROLE kheo LOGIN PASSWORD 'change-me-kheo'"
    as_leader 'CREATE DATABASE kheo OWNER kheo'
    echo "The leader is $(leader); from a host of kheo: postgresql://kheo:change-me-kheo@127.0.0.1:5000/kheo"
}

state() {
    local host
    for host in $databases; do
        printf '%s %s ' "${host%:*}" "${host#*:}"
        curl -s -m 1 "http://${host#*:}:8008/patroni" |
            jq -r '"\(.role) \(.state) timeline \(.timeline // "?") \(if .sync_standby then "synchronous" else "" end)"' || echo 'does not answer'
    done
}

stop() {
    local file host
    for file in "$folder"/*/*.pid; do
        [ -e "$file" ] && kill -CONT -- "-$(cat "$file")" 2> /dev/null
        [ -e "$file" ] && kill -KILL -- "-$(cat "$file")" 2> /dev/null
    done
    for host in $hosts; do
        ip netns pids "kheo-${host%:*}" 2> /dev/null | xargs -r kill -KILL 2> /dev/null || true
        ip netns del "kheo-${host%:*}" 2> /dev/null || true
    done
    ip link del kheo-br 2> /dev/null || true
    rm -rf "$folder"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    [ "$(id -u)" = 0 ] || { echo 'cluster: networks of their own need root' >&2 && exit 2; }
    case ${1:-} in
    start | state | stop) "$@" ;;
    *) sed -n 's/^# usage: //p' "$0" >&2 && exit 2 ;;
    esac
fi
