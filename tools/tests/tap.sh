# TAP for shell tests: source it, call check NAME COMMAND…, and end with tap_end.
# SPDX-License-Identifier: AGPL-3.0-or-later
. tests/tap.sh
tap_dir=$(mktemp -d)
trap 'rm -rf "$tap_dir"' EXIT

# Succeeds when the command does; what it printed is shown otherwise.
check() {
    tap_name=$1
    shift
    if "$@" > "$tap_dir/said" 2>&1; then
        tell 0 "$tap_name"
    else
        tell 1 "$tap_name"
        sed 's/^/# /' "$tap_dir/said"
    fi
}

# same EXPECTED ACTUAL: with ACCEPT=1 in the environment the expected file becomes the actual one.
same() {
    [ -z "$ACCEPT" ] || cp "$2" "$1"
    diff -u "$1" "$2"
}

# refused EXPECTED COMMAND…: the command exits with 1 and says on stderr what the file holds.
refused() {
    expected=$1
    shift
    "$@" > "$tap_dir/stdout" 2> "$tap_dir/stderr"
    code=$?
    [ $code -eq 1 ] || echo "exit status $code instead of 1"
    same "$expected" "$tap_dir/stderr" && [ $code -eq 1 ] && [ ! -s "$tap_dir/stdout" ]
}
