#!/bin/bash
# A database that this program must not touch: one sentence, exit status 2, and not a byte of it changed.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/migrations/refused.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log"
cp "$house/kheo.db" "$work/whole.db"
rows() { sqlite3 "$house/kheo.db" .dump | sha256sum; }
put_back() {
    rm -f "$house"/kheo.db*
    cp "$work/whole.db" "$house/kheo.db"
}
# refuses WHAT PATTERN ARGS…: serve says one sentence, exits with 2, and changes no row.
refuses() {
    before=$(rows)
    said=$(timeout 20 "$kheo" serve --dir "$house" --port 0 "${@:3}" 2>&1)
    ok "$1: refused" equal $? 2
    ok "$1: in one sentence that helps" one_sentence "$said" "$2"
    ok "$1: no row was changed" equal "$(rows)" "$before"
}
one_sentence() {
    matches "$1" "^kheo: .*$2" && equal "$(printf '%s\n' "$1" | grep -c '^kheo: ')" 1
}
sql() { sqlite3 -bail "$house/kheo.db" "$1" && accept_pages "$house/kheo.db"; }

sql "INSERT INTO schema_migration VALUES ('org', 99)"
refuses "newer than the program" 'bản kheo mới hơn'
said=$("$kheo" check --dir "$house" 2>&1)
ok "newer: kheo check does not judge it" equal $? 2
ok "newer: and says why" one_sentence "$said" 'bản kheo mới hơn'
said=$("$kheo" copy --from "$house/kheo.db" --to "$work/to.db" 2>&1)
ok "newer: it is not copied" equal $? 2
put_back
sql "UPDATE schema_digest SET sha256 = x'00' WHERE owner = 'feedback' AND number = 3"
refuses "edited after release" 'nay bị sửa trong chương trình'
ok "edited: the log names the folder and the number" matches "$said" 'owner=feedback number=3'
put_back
sql "DELETE FROM schema_migration WHERE owner = 'feedback' AND number = 2"
refuses "half-migrated" 'thiếu một bước nâng cấp'
put_back
sql "DROP TABLE schema_digest"
start serve --dir "$house"
ok "from before digests were kept: it opens" kill -0 "$server"
stop
ok "… and has them then" equal "$(sql 'SELECT count(*) FROM schema_digest')" \
    "$(grep -vc '^#' tests/migrations/landed.txt)"

put_back
newest=$(sed -n 's/^feedback \([0-9]*\) .*/\1/p' tests/migrations/landed.txt | tail -n 1)
sql "DELETE FROM schema_migration WHERE owner = 'feedback' AND number = $newest;
     DELETE FROM schema_digest WHERE owner = 'feedback' AND number = $newest"
refuses "a migration that fails" 'không có gì|được hoàn lại'

for url in mysql://may/kho http://may/kho mongodb://x; do
    refuses "no such database: $url" 'Không có loại kho dữ liệu này' --db "$url"
done
said=$("$kheo" init --dir "$work/new" --db postgresql://nobody@127.0.0.1:1/none 2>&1)
ok "a new house without its database: refused" equal $? 2
ok "a new house without its database: nothing is left of it" test ! -e "$work/new"
mkdir "$work/theirs" && echo thư > "$work/theirs/letter"
"$kheo" init --dir "$work/theirs" --db postgresql://nobody@127.0.0.1:1/none > /dev/null 2>&1
ok "a folder that was there: what lay in it stays" equal "$(cat "$work/theirs/letter")" thư
refuses "no such file" 'Không mở được tệp kho' --db "$work/nowhere.db"
ok "no such file: none is made" test ! -e "$work/nowhere.db"
echo "Không phải kho dữ liệu, mà là một bức thư dài hơn phần đầu của tệp kho dữ liệu, một trăm chữ." > "$work/letter"
cp "$work/letter" "$work/letter.before"
refuses "no database" 'không phải kho dữ liệu' --db "$work/letter"
ok "no database: it stays as it was" cmp "$work/letter" "$work/letter.before"
sqlite3 "$work/foreign.db" 'CREATE TABLE a (b)'
refuses "somebody else's database" 'không phải kho dữ liệu của kheo' --db "$work/foreign.db"
ok "somebody else's: it stays theirs" equal "$(sqlite3 "$work/foreign.db" .tables)" a
finish
