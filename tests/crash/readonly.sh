#!/bin/bash
# A disk that becomes read-only under the running server: 503 that says so, reads go on, and back.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/readonly.sh     a mount namespace of its own, when there may be one
if [ -z "$INSIDE" ]; then
    export INSIDE=1
    unshare -m true 2> /dev/null && exec unshare -m bash "$0" "$@"
    unshare -rm true 2> /dev/null && exec unshare -rm bash "$0" "$@"
fi
. tests/http/lib.sh

disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=64m none "$disk" 2> /dev/null
house=$disk/house

# send KEY TEXT: the status, with the answer in $work/answer.
send() {
    curl -sS -o "$work/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $1" \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"$2\"}" "$url/api/v1/reports"
}
answer_says() {
    matches "$(jq -r '.type, .detail' "$work/answer")" "$1"
}
get() {
    curl -sS -o /dev/null -w '%{http_code}' "$url$1"
}
count() {
    sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM report'
}
# reads WHAT: everything that can be read while nothing can be written.
reads() {
    for path in '/api/v1/reports?unit=19753' /kiem-tra/ho-so /log/checkpoint / /healthz; do
        ok "$1: $path is served" equal "$(get "$path")" 200
    done
}
new_house() {
    "$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
        "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
}

new_house
export READONLY_WHEN=$disk/readonly
LD_PRELOAD=$B/outside/readonly.so start serve --dir "$house" --no-rate-limits
ok "a report is taken" equal "$(send one 'Rác chưa lấy ba ngày nay.')" 201
touch "$disk/readonly"
ok "on a disk that became read-only the next is refused" \
    equal "$(send two 'Rác vẫn chưa lấy.')" 503
ok "… in words that say so" answer_says 'read-only|chỉ cho xem, chưa ghi được'
ok "… and again" equal "$(send two 'Rác vẫn chưa lấy.')" 503
reads "meanwhile"
rm "$disk/readonly"
ok "writable again: the same server takes the same report" \
    equal "$(send two 'Rác vẫn chưa lấy.')" 201
ok "… and the next" equal "$(send three 'Rác đã ba tuần.')" 201
ok "what was acknowledged is there, and nothing else" equal "$(count)" 3
ok "the anchor is where the tree is" "$kheo" check --dir "$house"
stop
unset READONLY_WHEN

# A true kernel's emergency, where it lets us cause one. There is no way back but unmounting.
truncate -s 32M "$work/image"
real=$work/real
mkdir "$real"
if mkfs.ext4 -q "$work/image" 2> /dev/null &&
    mount -o loop,errors=remount-ro "$work/image" "$real" 2> /dev/null; then
    house=$real/house
    new_house
    start serve --dir "$house" --no-rate-limits
    device=$(findmnt -no SOURCE "$real")
    ok "a report is taken on ext4" equal "$(send one 'Rác chưa lấy ba ngày nay.')" 201
    echo 1 > "/sys/fs/ext4/${device##*/}/trigger_fs_error"
    ok "after an error of ext4 the next is refused" equal "$(send two 'Rác vẫn chưa lấy.')" 503
    ok "… in words that say so" answer_says 'read-only|chỉ cho xem, chưa ghi được'
    reads "on a broken ext4"
    stop
    umount "$real"
else
    skip "ext4 in its emergency" "no loop device may be mounted here"
fi
umount "$disk" 2> /dev/null
finish
