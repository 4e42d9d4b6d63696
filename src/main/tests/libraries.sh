#!/bin/sh
# A machine that lacks libpq or libcurl: who needs one is told which, and nobody else misses it.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: src/main/tests/libraries.sh KHEO, from the root of the repository
. tools/tests/tap.sh
kheo=$1
mkdir "$tap_dir/lacking"
: > "$tap_dir/lacking/libpq.so.5"
: > "$tap_dir/lacking/libcurl.so.4"
"$kheo" init --dir "$tap_dir/data" > /dev/null

# serve OPTION…: where neither can be loaded
serve() {
    LD_LIBRARY_PATH=$tap_dir/lacking "$kheo" serve --dir "$tap_dir/data" --port 0 "$@"
}
# told SENTENCE OPTION…: it does not start, and says so on stderr
told() {
    sentence=$1
    shift
    serve "$@" > "$tap_dir/stdout" 2> "$tap_dir/stderr"
    code=$?
    cat "$tap_dir/stderr"
    [ $code -eq 2 ] && [ ! -s "$tap_dir/stdout" ] && grep -qF "$sentence" "$tap_dir/stderr"
}
answers() {
    serve > "$tap_dir/url" 2> "$tap_dir/stderr" &
    server=$!
    tries=200
    until [ -s "$tap_dir/url" ] || [ $tries -eq 0 ]; do
        sleep 0.1
        tries=$((tries - 1))
    done
    curl -sf "$(cat "$tap_dir/url")healthz"
    answered=$?
    kill $server
    wait $server
    return $answered
}

check "a PostgreSQL needs libpq" \
    told "cần thư viện libpq của PostgreSQL (gói libpq5" --db postgresql://127.0.0.1:1/kheo
mail="--smtp smtp://127.0.0.1 --mail-from kheo@hue.example --base-url http://127.0.0.1"
hook="--hook http://127.0.0.1:1/kheo --base-url http://127.0.0.1"
# shellcheck disable=SC2086
check "mail needs libcurl" told "cần thư viện libcurl (gói libcurl4)" $mail
# shellcheck disable=SC2086
check "a hook needs libcurl" told "cần thư viện libcurl (gói libcurl4)" $hook
check "a server on one file that writes to nobody needs neither" answers
tap_end
