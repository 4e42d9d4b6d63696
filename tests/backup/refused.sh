#!/bin/bash
# Backups and archives that are wrong: each is refused with a sentence, status 2, and nothing in its place.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/backup/refused.sh [--long]        (B=build/asan for another build)
. tests/backup/lib.sh

samples=24
[ "$1" != --long ] || samples=400
"$kheo" init --dir "$work/plain" > /dev/null 2>> "$work/log"
refused "no public key" 'backup keygen' "$kheo" backup --dir "$work/plain" --to "$work/to"
make_house
ok "keys are not written over" equal "$("$kheo" backup keygen --to "$key" > /dev/null 2>&1; echo $?)" 2
mkdir "$house/blanks"
"$kheo" blank D31-04 > "$house/blanks/19753.d31-04.txt"
serve
report "Rác chưa lấy ba ngày nay." "$work/r1"
ok "a backup, opened with the secret half" \
    "$kheo" backup --dir "$house" --to "$work/full" --key "$key"
for i in 1 2 3 4 5; do report "Rác chưa lấy, lần $i." "$work/r"; done
stop

refused "it is not written over" 'không ghi đè' "$kheo" backup --dir "$house" --to "$work/full"
ok "verified without a secret" "$kheo" backup verify "$work/full" --dir "$house"
refused "another house's" 'không do khóa của sổ cái này' "$kheo" backup verify "$work/full" --dir "$work/plain"
"$kheo" backup keygen --to "$work/other" > /dev/null
restore_to() { "$kheo" restore "$1" --to "$work/to" --key "$key" "${@:2}"; }
refused "a wrong key" 'khóa khác' "$kheo" restore "$work/full" --to "$work/to" --key "$work/other"
refused "the public half" 'không phải tệp .pub' "$kheo" restore "$work/full" --to "$work/to" --key "$key.pub"
refused "no backup" 'không phải bản lưu' restore_to "$work/r1"
refused "no file" 'Không đọc được bản lưu' restore_to "$work/nowhere"
refused "a moment that cannot be read" 'thời điểm' restore_to "$work/full" --archive "$archive" --at hôm-qua
refused "a moment without an archive" 'cần --archive' restore_to "$work/full" --at 2026-11-28T10:00+07:00
refused "a moment before the backup" 'sớm hơn' restore_to "$work/full" --archive "$archive" --at 2020-01-01T00:00+07:00
sed 's/^kheo-vault.v1$/kheo-vault\/v2/' "$work/full" > "$work/newer"
refused "of a later program" 'bản kheo mới hơn' restore_to "$work/newer"
mkdir "$work/full-folder" && touch "$work/full-folder/letter"
said=$("$kheo" restore "$work/full" --to "$work/full-folder" --key "$key" 2>&1)
ok "a folder that is not empty: refused" equal $? 2
ok "… with a sentence" matches "$said" 'không trống'
ok "… and left as it was" equal "$(ls "$work/full-folder")" letter
mkdir "$work/empty"
ok "an empty folder is taken" "$kheo" restore "$work/full" --to "$work/empty" --key "$key"
ok "… with the forms in a unit's own words" cmp "$house/blanks/19753.d31-04.txt" "$work/empty/blanks/19753.d31-04.txt"

# One bit in the middle, and one byte less, at many places: reproducible ones.
flip() { # FILE AT
    byte=$(od -An -tu1 -j "$2" -N1 "$1" | tr -d ' ')
    printf "\\$(printf %o $((byte ^ 1 << ($2 % 8))))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}
every_place() { # FILE CHANGE COMMAND…: how often it was refused, of $samples.
    size=$(wc -c < "$1")
    refused=0
    for i in $(seq 0 $((samples - 1))); do
        at=$((i * size / samples + (i * 37) % (size / samples)))
        cp "$1" "$work/changed"
        "$2" "$work/changed" "$at"
        "${@:3}" "$work/changed" > "$work/said" 2>&1
        [ $? = 2 ] && [ ! -e "$work/to" ] && grep -q '^kheo: ' "$work/said" && refused=$((refused + 1))
    done
    echo "$refused"
}
cut_off() { truncate -s "$2" "$1"; }
verify() { "$kheo" backup verify "$1" --dir "$house"; }
ok "a backup with one bit changed, $samples times" equal "$(every_place "$work/full" flip restore_to)" $samples
ok "… without a secret" equal "$(every_place "$work/full" flip verify)" $samples
ok "a backup that was cut, $samples times" equal "$(every_place "$work/full" cut_off restore_to)" $samples
ok "… without a secret" equal "$(every_place "$work/full" cut_off verify)" $samples
batch=$(find "$archive" -name '*.lo' | sort | tail -n 2 | head -n 1)
number=$((10#$(basename "$batch" .lo)))
cp "$batch" "$work/batch"
replay() { cp "$1" "$batch" && restore_to "$work/full" --archive "$archive"; }
ok "a batch with one bit changed, $samples times" equal "$(every_place "$work/batch" flip replay)" $samples
ok "a batch that was cut, $samples times" equal "$(every_place "$work/batch" cut_off replay)" $samples
rm "$batch"
refused "a batch that is missing" 'thiếu các lô từ [0-9]+ tới [0-9]+' restore_to "$work/full" --archive "$archive"
ok "… is named" matches "$said" "thiếu các lô từ $number tới $number"
size=$(sqlite3 -readonly "$house/kheo.db" "SELECT size FROM ledger_checkpoint ORDER BY size DESC LIMIT 1 OFFSET 3")
ok "… and what lies before it can be had" restore_to "$work/full" --archive "$archive" --at-size "$size"
rm -rf "$work/to"
cp "$work/batch" "$batch"
refused "a batch as a backup" 'không phải bản lưu' restore_to "$batch"
ok "the whole archive is fine" restore_to "$work/full" --archive "$archive"
rm -rf "$work/to"

# The archive fails, and comes back: the counter stays open, and nothing is missing in the end.
rm -f "$work/log"
serve
mkdir "$archive/dang-ghi"
ok "the archive cannot be written: a report is received" report "Thư mục lưu hỏng." "$work/r2"
ok "… another" report "Thư mục lưu vẫn hỏng." "$work/r3"
ok "… and the log says so ($(grep -c event=archive_failed "$work/log") times)" grep -q event=archive_failed "$work/log"
rmdir "$archive/dang-ghi"
ok "it can be written again: a report" report "Thư mục lưu đã lành." "$work/r4"
stop
ok "all is restored" restore_to "$work/full" --archive "$archive"
ok "… the reports of the bad time too" equal "$(reports_of "$work/to")" "$(reports_of "$house")"
rm -rf "$work/to"

# Batches that were made without the archive are a gap, which is told at the next start and at a restore.
start serve --dir "$house" --no-rate-limits
report "Không lưu lô." "$work/r5"
stop
rm -f "$work/log"
serve
ok "a gap is told at the start" matches "$(cat "$work/log")" 'thiếu các lô từ .*kheo backup'
report "Sau chỗ thiếu." "$work/r6"
refused "a restore across the gap" 'thiếu các lô' restore_to "$work/full" --archive "$archive"
"$kheo" backup --dir "$house" --to "$work/full2" > /dev/null 2>&1
report "Sau bản lưu mới." "$work/r7"
stop
ok "from a backup behind the gap it goes on" restore_to "$work/full2" --archive "$archive"
ok "… to the end" equal "$(head_of "$work/to")" "$(head_of "$house")"
said=$("$kheo" serve --dir "$house" --archive "$work/nowhere" --port 0 2>&1)
ok "a folder that is not mounted is not made" equal "$? $(ls -d "$work/nowhere" 2> /dev/null)" "2 "
finish
