# For tests of backups: a house with a key, reports that are sent, restores that are looked into.
# SPDX-License-Identifier: AGPL-3.0-or-later
# shellcheck shell=bash
. tests/http/lib.sh

house=$work/house
archive=$work/archive
key=$work/key

make_house() {
    mkdir "$archive"
    "$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
        "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log" &&
        "$kheo" backup keygen --to "$key" > /dev/null && cp "$key.pub" "$house/backup.pub"
}
serve() { start serve --dir "$house" --archive "$archive" --no-rate-limits "$@"; }
# report TEXT FILE: sends a report, and keeps its receipt.
report() {
    curl -sS -H 'Content-Type: application/json' \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"$1\"}" "$url/api/v1/reports" > "$work/sent"
    jq -r .receipt "$work/sent" > "$2"
    grep -q '^index ' "$2"
}
head_now() { curl -sS "$url/log/checkpoint"; }
restore() { # FILE TO ARGS…
    rm -rf "${2:?}"
    "$kheo" restore "$1" --to "$2" --key "$key" "${@:3}" > "$work/restored" 2>&1
}
# The newest signed head in a folder, as its server would show it.
head_of() { sqlite3 -readonly "$1/kheo.db" 'SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1'; }
reports_of() { sqlite3 -readonly "$1/kheo.db" 'SELECT count(*) FROM report'; }
# refused WHAT PATTERN COMMAND…: exit status 2, one sentence, and nothing is left at $work/to.
refused() {
    rm -rf "$work/to"
    said=$("${@:3}" 2>&1)
    ok "$1: refused" equal $? 2
    ok "$1: says why" matches "$said" "$2"
    ok "$1: nothing is left" equal "$(find "$work" -maxdepth 1 -name 'to*' | wc -l)" 0
}
