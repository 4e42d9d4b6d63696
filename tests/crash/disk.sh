#!/bin/bash
# A disk that is full, and one that cannot be written: a 503 that says so, no loss, and back without help.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/disk.sh     as root, or where a user may have a mount namespace of its own
if [ -z "$IN_NAMESPACE" ] && ! { IN_NAMESPACE=1 && export IN_NAMESPACE && unshare -rm true; } 2> /dev/null; then
    echo "ok 1 - a full disk # SKIP no mount namespace here"
    echo 1..1
    exit 0
fi
[ -n "$INSIDE" ] || INSIDE=1 exec unshare -rm bash "$0" "$@"
. tests/http/lib.sh

disk=$work/disk
mkdir "$disk" "$work/ro"
mount -t tmpfs -o size=24m none "$disk"
house=$disk/house

# send TEXT: the status, with the answer in $work/answer.
send() {
    curl -sS -o "$work/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"$1\"}" "$url/api/v1/reports"
}
# Fills the disk to the last page, the room that files keep for themselves included.
fill() {
    dd if=/dev/zero of="$disk/filler" bs=4096 2> /dev/null
    until [ "$(send "Rác chưa lấy, lần thử đầy đĩa.")" = 503 ]; do
        accepted=$((accepted + 1))
        [ "$accepted" -lt 5000 ] || return 1
    done
}
answer_says() {
    matches "$(jq -r '.status, .detail' "$work/answer")" "$1"
}
get() {
    curl -sS -o /dev/null -w '%{http_code}' "$url$1"
}

"$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits
accepted=0
ok "a report is taken while there is room" equal "$(send "Rác chưa lấy ba ngày nay.")" 201
accepted=1
ok "the disk is filled until a report is refused" fill
ok "the refusal is a 503 that says why" answer_says 'Ổ đĩa của máy chủ đã đầy'
send "Vẫn đầy." > "$work/status"
ok "it stays refused, with Retry-After" matches \
    "$(curl -sS -D - -o /dev/null -H 'Content-Type: application/json' -d '{"unit":"19753","category":"rac-thai","text":"Rác chưa lấy nữa."}' "$url/api/v1/reports")" \
    '503.*|[Rr]etry-[Aa]fter: [0-9]'
ok "what is there can be read: the list" equal "$(get /api/v1/reports?unit=19753)" 200
ok "… a page" equal "$(get /kiem-tra/ho-so)" 200
ok "… the ledger's head" equal "$(get /log/checkpoint)" 200
rm "$disk/filler"
ok "with room again, the next report is taken by the same server" \
    equal "$(send "Rác vẫn chưa lấy, nay có chỗ ghi.")" 201
accepted=$((accepted + 1))
ok "every report that was taken is there, and no other" equal \
    "$(sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM report')" "$accepted"
ok "kheo check beside it" "$kheo" check --dir "$house"
stop
start serve --dir "$house" --no-rate-limits
ok "it starts again, its anchor agrees" equal "$(get /healthz)" 200
stop

mount --bind "$disk" "$work/ro" && mount -o remount,ro,bind "$work/ro"
said=$("$kheo" serve --dir "$work/ro/house" --port 0 2>&1)
ok "on a disk that cannot be written it does not start" equal $? 2
ok "… and says why in a sentence" matches "$said" '^kheo: .*(cannot be written|không ghi được)'
umount "$work/ro"
umount "$disk"
finish
