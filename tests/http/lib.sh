# For tests that see the program from outside: TAP lines, a folder of their own, a server in it.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Sourced by scripts that are started from the root of the repository; B is where the programs are.
# shellcheck shell=sh
. tests/tap.sh

B=${B:-build}
kheo=$B/kheo
server=
work=$(mktemp -d)

# ok NAME COMMAND ARGS…: one test; what the command printed explains a failure.
ok() {
    local sentence=$1 reason
    shift
    if reason=$("$@" 2>&1); then
        tell 0 "$sentence"
    else
        tell 1 "$sentence"
        printf '%s\n' "$reason" | head -n 20 | cut -c 1-300 | sed 's/^/#   /'
    fi
}

equal() {
    [ "$1" = "$2" ] || {
        printf 'got:    %s\nwanted: %s\n' "$1" "$2"
        return 1
    }
}

# matches TEXT PATTERN: an extended regular expression somewhere in the text.
matches() {
    printf '%s\n' "$1" | grep -Eq -- "$2" || {
        printf 'got:    %s\nwanted: %s\n' "$1" "$2"
        return 1
    }
}

# accept_pages FILE: sqlite3 wrote into it; what it says is read again, as by one who hides that it was changed.
accept_pages() {
    "$kheo" accept-pages --db "$1" > /dev/null
}

# start COMMAND ARGS…: kheo COMMAND on a free port, until stop. Sets server, port and url.
start() {
    rm -f "$work/said"
    "$kheo" "$@" --port 0 > "$work/said" 2>> "$work/log" &
    server=$!
    for _ in $(seq 900); do
        url=$(grep -m1 '^http://' "$work/said" 2> /dev/null) && break
        kill -0 "$server" 2> /dev/null || break
        sleep 0.1
    done
    if [ -z "$url" ]; then
        echo "Bail out! kheo $1 did not start"
        tail -n 5 "$work/log" | sed 's/^/# /'
        exit 1
    fi
    url=${url%/}
    port=${url##*:}
}

# stop [SIGNAL]: false when the server did not end within ten seconds; then it is killed.
stop() {
    [ -n "$server" ] || return 0
    stopped=0
    {
        kill "${1:--TERM}" "$server"
        for _ in $(seq 100); do
            kill -0 "$server" || break
            sleep 0.1
        done
        kill -KILL "$server" && stopped=1
        wait "$server"
    } 2> /dev/null
    server=
    return $stopped
}

finish() {
    stop
    rm -rf "$work"
    tap_end
}
trap 'stop -KILL; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
