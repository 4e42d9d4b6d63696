#!/bin/bash
# What packaging/cluster/check.sh refuses, and what it lets pass.
# SPDX-License-Identifier: AGPL-3.0-or-later
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/tap.sh
expect() { # STATUS VERSION SED SENTENCE
    sed -E "$3" packaging/cluster/patroni.yml > "$work/patroni.yml"
    packaging/cluster/check.sh "$work/patroni.yml" "$2" > "$work/said" 2>&1
    local status=$?
    is "$1" "$status" "$4"
    [ "$status" = "$1" ] || sed 's/^/# /' "$work/said"
}
expect 0 3.0.2 '' 'the file that we ship, with the Patroni of Debian 12'
expect 2 3.0.2 's/^etcd:/etcd3:/' 'etcd3 with that Patroni'
expect 0 3.0.3 's/^etcd:/etcd3:/' 'etcd3 with a later one'
expect 0 4.1.4 's/^etcd:/etcd3:/' 'etcd3 with a much later one'
expect 2 2.1.4 's/^etcd:/etcd3:/' 'etcd3 with an earlier one'
expect 2 3.0.2 's/(synchronous_mode): true/\1: false/' 'no synchronous mode'
expect 2 3.0.2 '/synchronous_mode_strict/d' 'synchronous only as long as it is convenient'
expect 2 3.0.2 's/synchronous_commit: "on"/synchronous_commit: "local"/' 'a commit that waits for itself alone'
expect 2 3.0.2 's/(wal_level: replica)/\1\n        fsync: off/' 'no fsync'
expect 2 unknown '' 'a Patroni that nobody knows'
packaging/cluster/check.sh "$work/none" 3.0.2 > /dev/null 2>&1
is 2 $? 'a file that is not there'
tap_end
