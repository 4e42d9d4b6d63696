#!/bin/bash
# A ledger put back with its anchor, or grown anew: one receipt that somebody kept gives it away.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/shown.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
backup=$work/backup

# report TEXT FILE: sends a report, and keeps its receipt.
report() {
    curl -sS -H 'Content-Type: application/json' \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"$1\"}" "$url/api/v1/reports" |
        jq -r .receipt > "$2"
    grep -q '^index ' "$2"
}
# The whole folder as it was, the anchor too: nothing in it remembers more.
put_back() {
    rm -rf "$house"
    cp -r "$backup" "$house"
}
# refuses WHAT PATTERN ARGS…: serve and check both do, and say which file and why.
refuses() {
    said=$(timeout 20 "$kheo" serve --dir "$house" --port 0 "${@:3}" 2>&1)
    ok "$1: the server does not start" equal $? 2
    ok "$1: it says which receipt and why" matches "$said" "$2"
    said=$("$kheo" check --dir "$house" "${@:3}" 2>&1)
    ok "$1: kheo check fails" equal $? 1
    ok "$1: it says so too" matches "$said" "^biên nhận .*$(echo "$2" | sed 's/.*: //')"
}
starts() {
    start serve --dir "$house" "$@" && stop && "$kheo" check --dir "$house" "$@"
}

"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits
ok "a report before the backup" report "Rác chưa lấy ba ngày nay." "$work/early"
stop
cp -r "$house" "$backup"
start serve --dir "$house" --no-rate-limits
ok "a report after it" report "Rác đã một tuần." "$work/late"
curl -sS "$url/log/checkpoint" > "$work/head"
stop

ok "its own receipts are no reason to stay closed" \
    starts --receipt "$work/early" --receipt "$work/late"
put_back
ok "database and anchor put back together: alone, nothing tells" starts
refuses "the newer receipt is shown" 'late: .*ít lá hơn' --receipt "$work/early" \
    --receipt "$work/late"
ok "the older one agrees" starts --receipt "$work/early"
refuses "the newer head is shown" 'head: .*ít lá hơn' --receipt "$work/head"
mkdir "$house/receipts"
cp "$work/early" "$house/receipts/a"
ok "in the folder: the older one agrees" starts
cp "$work/late" "$house/receipts/b"
refuses "in the folder: the newer one" 'receipts/b: .*ít lá hơn'
rm -r "$house/receipts"

start serve --dir "$house" --no-rate-limits
ok "what was put back grows another way" report "Không ai thấy lá đã mất." "$work/other"
stop
refuses "of the same size" 'late: .*gốc khác' --receipt "$work/late"
start serve --dir "$house" --no-rate-limits
ok "and further" report "Vẫn không ai thấy." "$work/other"
stop
refuses "of a larger size" 'late: .*gốc khác' --receipt "$work/late"
ok "its own newest agrees" starts --receipt "$work/other"

sed 's/^\(— kheo.test.log .\{20\}\)./\1!/' "$work/late" > "$work/forged"
sed 's|^kheo.test/log|kheo.elsewhere/log|' "$work/late" > "$work/foreign"
echo "Biên nhận" > "$work/noise"
refuses "one that was altered" 'forged: (không phải|không do khóa)' --receipt "$work/forged"
refuses "another ledger's" 'foreign: không do khóa' --receipt "$work/foreign"
refuses "no receipt" 'noise: không phải' --receipt "$work/noise"
refuses "no file" 'nothing: không đọc được' --receipt "$work/nothing"
mkdir "$house/receipts"
cp "$work/foreign" "$house/receipts/c"
rm -f "$work/log"
start serve --dir "$house"
ok "in the folder, what proves nothing is named and passed over" \
    matches "$(cat "$work/log")" 'receipts/c: không do khóa'
stop
finish
