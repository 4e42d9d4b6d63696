#!/bin/bash
# A house is backed up and archived under load, its server is killed and its disk is gone: nothing that was acknowledged is.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/backup/load.sh        (B=build/asan for another build)
. tests/backup/lib.sh

make_house
mkdir -p "$work/load/acked" "$work/load/unknown" "$work/load/receipt" "$work/heads"
serve
vkey=$(curl -sS "$url/log/vkey")
"$B/outside/load" write "$port" "$work/load" 8 first > "$work/loaded" 2>&1 &
load=$!
acked() { find "$work/load/acked" -type f | wc -l; }
for _ in $(seq 200); do [ "$(acked)" -gt 20 ] && break; sleep 0.1; done
find "$work/load/receipt" -type f | sort > "$work/before"
"$kheo" backup --dir "$house" --to "$work/full" > "$work/backed" 2>&1
ok "a backup of the running server" equal $? 0
ok "its time is noted for those who look after the house" [ -e "$house/backup.last" ]
ok "it says what is in it, and that it was opened" matches "$(cat "$work/backed")" 'lá.*Đã mở lại và kiểm tra'
during=$(acked)
# Heads as anyone sees them while it goes on.
for i in 1 2 3 4 5 6; do
    sleep 0.2
    head_now > "$work/heads/$i"
done
moment=$(date +%s)
sleep 1.2
after=$(acked)
ok "the server was at work all the while ($during acknowledged until the backup's end, $after in all)" \
    test "$after" -gt "$during"
cp "$house/anchor/head" "$work/old-anchor.early"
stop -KILL
wait $load
cp "$house/anchor/head" "$work/old-anchor"
cp "$house/kheo.db" "$work/lost.db"
cp "$house/kheo.db-wal" "$work/lost.db-wal"
total=$(acked)
batches=$(find "$archive" -name '*.lo' | wc -l)
echo "# $(cat "$work/loaded"); $batches batches archived; $(wc -c < "$work/full") bytes backed up"
mv "$house" "$work/gone"

# What was acknowledged before the backup began is in it.
has_receipts() { # FOLDER LIST
    mkdir -p "$1/receipts"
    xargs -a "$2" -d '\n' cp -t "$1/receipts" && "$kheo" check --dir "$1"
}
restore "$work/full" "$work/alone"
ok "the backup alone is restored" equal $? 0
ok "… with every report acknowledged before it ($(wc -l < "$work/before"))" has_receipts "$work/alone" "$work/before"

# With the archive: everything.
restore "$work/full" "$work/all" --archive "$archive"
ok "backup and archive are restored" equal $? 0
find "$work/load/receipt" -type f > "$work/every"
ok "… with every report that was ever acknowledged ($total)" has_receipts "$work/all" "$work/every"
# The last batch may have been committed and neither archived nor acknowledged when it was killed.
batches_of() { sqlite3 "$1" 'SELECT batches FROM desk_state'; }
behind=$(($(batches_of "$work/lost.db") - $(batches_of "$work/all/kheo.db")))
ok "… and at most one batch is missing, of which nobody was told ($behind)" test $((behind * behind)) = $behind

# At moments between: the head is the one that was shown then.
equals_then=0
for i in 1 2 3 4 5 6; do
    size=$(sed -n 2p "$work/heads/$i")
    restore "$work/full" "$work/then" --archive "$archive" --at-size "$size" &&
        equal "$(head_of "$work/then")" "$(cat "$work/heads/$i")" && equals_then=$((equals_then + 1))
done
ok "restored to six sizes, the signed head is the one of then" equal "$equals_then" 6
restore "$work/full" "$work/then" --archive "$archive" --at "$(TZ=UTC-7 date -d "@$moment" +%Y-%m-%dT%H:%M:%S+07:00)"
ok "restored to a moment" equal $? 0
wanted=$(sqlite3 -readonly "$work/lost.db" \
    "SELECT note FROM ledger_checkpoint WHERE at <= $moment ORDER BY size DESC LIMIT 1")
ok "… it ends with the last head that is not later" equal "$(head_of "$work/then")" "$wanted"
ok "… and there were later ones" test "$(reports_of "$work/then")" -lt "$total"

# Going on from everything: the old anchor knows no more, so nothing is lost.
said=$("$kheo" accept-loss --dir "$work/all" --anchor "$work/old-anchor" 2>&1)
ok "going on with the old anchor: nothing is lost" matches "$said" 'mất 0 lá'
house=$work/all
mkdir "$work/archive2"
archive=$work/archive2
serve
ok "its server answers every sender as before" "$B/outside/load" verify "$port" "$work/load" "$vkey"
stop

# Stopped as usual, the archive holds the very database, row for row.
"$kheo" backup --dir "$house" --to "$work/full3" > "$work/backed" 2>&1
serve
for i in 1 2 3; do report "Thêm phản ánh số $i." "$work/r"; done
stop
restore "$work/full3" "$work/same" --archive "$archive"
ok "after a usual stop the restored database is the same, row for row" \
    equal "$(sqlite3 "$work/same/kheo.db" .dump | sha256sum)" "$(sqlite3 "$house/kheo.db" .dump | sha256sum)"
ok "… which is not what it was at the backup" test "$(reports_of "$work/same")" -gt "$total"
finish
