#!/bin/bash
# An older copy is started: its anchor, a receipt or the archive says so, and going on is said in the ledger.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/backup/loss.sh        (B=build/asan for another build)
. tests/backup/lib.sh

add_photo() {
    curl -sS -o "$work/page" -w '%{http_code}' -H "Report-Secret: $(jq -r .secret "$work/sent")" \
        -F "photo=@fuzz/corpus/picture/$1" "$url/api/v1/reports/$(jq -r .code "$work/sent")/photos"
}
make_house
serve --anchor "$work/anchor"
report "Rác chưa lấy ba ngày nay." "$work/early"
ok "a report with a photo" equal "$(add_photo plain.png)" 201
cp -r "$house" "$work/copied"
"$kheo" backup --dir "$house" --anchor "$work/anchor" --to "$work/full" > /dev/null 2>&1
ok "a backup" equal $? 0
report "Rác đã một tuần." "$work/late"
ok "… and a photo after the backup" equal "$(add_photo turned.jpg)" 201
head_now > "$work/head"
stop

restore "$work/full" "$work/now" --archive "$archive"
ok "restored from backup and archive" equal $? 0
photos() { find "$1/files" -type f -printf '%f\n' | sort; }
ok "… with all photos ($(photos "$house" | wc -l) files)" equal "$(photos "$work/now")" "$(photos "$house")"
restore "$work/full" "$work/old"
ok "restored from the backup alone" equal $? 0
house=$work/old

refuses() { # WHAT PATTERN ARGS…
    said=$(timeout 20 "$kheo" serve --dir "$house" --port 0 "${@:3}" 2>&1)
    ok "$1: the server does not start" equal $? 2
    ok "$1: it says what to do" matches "$said" "$2"
}
refuses "just restored" 'kheo accept-loss'
ok "it may be looked at" "$kheo" check --dir "$house"
# Whoever takes the mark away, or copied the folder by hand, meets the other witnesses.
cp -r "$house" "$work/bare"
rm "$work/bare/restored"
house=$work/bare
refuses "beside the old anchor" 'ngắn hơn điểm neo.*kheo accept-loss' --anchor "$work/anchor"
refuses "beside a receipt" 'late: .*ít lá hơn' --receipt "$work/late"
refuses "beside a receipt" 'kheo accept-loss' --receipt "$work/late"
refuses "beside a saved head" 'head: .*ít lá hơn' --receipt "$work/head"
refuses "beside its archive" 'Thư mục lưu có những lô mà kho dữ liệu không có' --archive "$archive"
said=$("$kheo" accept-loss --dir "$work/copied" 2>&1)
ok "what lost nothing has nothing to accept" equal $? 2

house=$work/old
sleep 1.1 # no leaf of a second in which a loss is accepted counts as lost
said=$("$kheo" accept-loss --dir "$house" --anchor "$work/anchor" --receipt "$work/late" 2>&1)
ok "the loss is accepted" equal $? 0
ok "… and counted" matches "$said" 'mất [1-9][0-9]* lá'
ok "kheo check is content, with both receipts" "$kheo" check --dir "$house" --anchor "$work/anchor" \
    --receipt "$work/late" --receipt "$work/early" --receipt "$work/head"
leaf=$(sqlite3 -readonly "$house/kheo.db" 'SELECT leaf FROM ledger_leaf ORDER BY position DESC LIMIT 1')
ok "the ledger says it in public" matches "$leaf" '^t=ledger.restored'
rm -f "$work/log"
start serve --dir "$house" --anchor "$work/anchor" --receipt "$work/late" --receipt "$work/head" --no-rate-limits
ok "it is served beside the anchor and the receipts" matches "$(cat "$work/log")" 'late: đã mất trong lần phục hồi'
report "Một phản ánh sau lần phục hồi." "$work/after"
stop
cp -r "$house" "$work/twice"
start serve --dir "$house" --anchor "$work/anchor" --no-rate-limits
for i in 1 2 3 4 5 6; do report "Thêm phản ánh số $i." "$work/later"; done
stop
start serve --dir "$house" --anchor "$work/anchor" --receipt "$work/late" --receipt "$work/after"
stop
ok "grown beyond what was lost, the lost receipt is still told apart" \
    "$kheo" check --dir "$house" --receipt "$work/late" --receipt "$work/later"

# A second, silent one is not covered by the first.
house=$work/twice
refuses "rolled back once more, in silence" 'later: .*ít lá hơn' --receipt "$work/later"
sed 's/^index /index 1/' "$work/late" > "$work/forged"
refuses "a receipt that was altered to look lost" 'forged: ' --receipt "$work/forged"
sql() { sqlite3 -bail "$house/kheo.db" "$1" && accept_pages "$house/kheo.db"; }
sql 'UPDATE ledger_loss SET known = known + 1'
ok "a loss that was made larger by hand is found" equal "$("$kheo" check --dir "$house" | grep -c ledger_loss)" 1
sql 'DELETE FROM ledger_loss'
ok "one that was taken away too" equal "$("$kheo" check --dir "$house" | grep -c ledger_loss)" 1
finish
