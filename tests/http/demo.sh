#!/bin/bash
# The demonstration as somebody meets it who has just cloned this: made, served, left alone, made anew.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/demo.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
rows() {
    sqlite3 -readonly "$1/kheo.db" "$2"
}
# refuses PATTERN DIR ARGS…: exit status 2, one sentence, and the folder is as it was.
refuses() {
    pattern=$1
    dir=$2
    shift 2
    before=$(find "$dir" -type f -exec md5sum {} + 2> /dev/null | sort)
    said=$("$kheo" demo --dir "$dir" "$@" 2>&1)
    equal $? 2 && equal "$(wc -l <<< "$said")" 1 && matches "$said" "$pattern" &&
        equal "$(find "$dir" -type f -exec md5sum {} + 2> /dev/null | sort)" "$before"
}

echo "# making it"
start demo --dir "$house"
ok "two thousand papers are made, and progress is shown" matches "$(cat "$work/log")" '^Đang dựng dữ liệu minh họa: 2\.000/2\.000…$'
ok "nothing was refused on the way" equal "$(grep -c '^kheo:' "$work/log")" 0
ok "the address stands alone on a line" matches "$(cat "$work/said")" '^http://127\.0\.0\.1:[0-9]+/$'
ok "its pages are marked" matches "$(curl -sS "$url/")" 'dữ liệu minh họa'
ok "the ledger's name is the constant one" equal "$(curl -sS "$url/log/checkpoint" | head -n 1)" demo.kheo.example/log
ok "all papers are there" equal "$(rows "$house" 'SELECT count(*) FROM report WHERE secret_object IS NULL')" 2000
ok "… in every state" equal \
    "$(rows "$house" 'SELECT group_concat(state, " ") FROM (SELECT DISTINCT state FROM report ORDER BY state)')" \
    'accepted answered asked closed drafted merged received refused ruling transferred withdrawn'
ok "… over thirteen months" matches "$(rows "$house" \
    'SELECT (max(received_at) - min(received_at)) / 86400 FROM report')" '^39[0-9]$'
ok "… each of them" equal "$(rows "$house" 'SELECT count(DISTINCT strftime("%Y-%m", day)) -
    (strftime("%Y", max(day)) - strftime("%Y", min(day))) * 12 - strftime("%m", max(day)) + strftime("%m", min(day))
    FROM (SELECT datetime(received_at, "unixepoch", "+7 hours") AS day FROM report)')" 1
# Five come each day, and nobody opens them on a Sunday or at Tết.
ok "… some sixty open" matches "$(rows "$house" 'SELECT sum(is_open) FROM report')" '^([4-9][0-9]|1[0-4][0-9])$'
ok "… a few of them late" matches "$(rows "$house" \
    'SELECT sum(is_open AND paused_at IS NULL AND due_at < unixepoch()) FROM report')" '^([1-9]|1[0-9])$'
ok "… answered in time and late, bounced, reopened, extended, withheld" equal "$(rows "$house" \
    'SELECT (sum(answered_at <= due_at) > 1000) + (sum(answered_at > due_at) > 50) + (sum(bounces) > 20) +
            (sum(reopened) > 20) + (sum(extended > 0) > 20) + (sum(NOT is_public) > 5) FROM report')" 6
ok "… no text more than three times" equal "$(rows "$house" 'SELECT count(*) FROM (SELECT text FROM report GROUP BY text HAVING count(*) > 3)')" 0
ok "kheo check beside it" "$kheo" check --dir "$house"

echo "# its people"
# signs_in NAME PAGE: gets in, and may see that page.
signs_in() {
    curl -sS -D "$work/head" -o "$work/page" "$url/dang-nhap"
    token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/head" | paste -sd ';')
    curl -sS -D "$work/head" -o "$work/page" -H "Cookie: $cookie" --data-urlencode "token=$token" \
        -d "sign_in=$1" --data-urlencode "password=$password" "$url/dang-nhap"
    cookie=$(sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p' "$work/head" | paste -sd ';')
    equal "$(curl -sS -o "$work/page" -w '%{http_code}' -H "Cookie: $cookie" "$url$2")" 200
}
password=$(sed -n 's/.*mật khẩu chung: \([^)]*\)).*/\1/p' "$work/said")
while read -r name page; do
    ok "$name signs in with the printed password and sees $page" signs_in "$name" "$page"
done <<'END'
canbo /cb/hop-thu
lanhdao /cb/hop-thu
chuyenvien /cb/hop-thu
thanhpho /cb/hop-thu
giuten1 /cb/ho-ten
giuten2 /cb/ho-ten
quantri /qt/nguoi-dung
xacminh /cb/xac-minh
END
ok "… where a copy of a denunciation waits for who verifies" grep -q 'href="/cb/xac-minh/[0-9]' "$work/page"
# The sealed service, at work.
ok "denunciations lie in their main states" equal "$(rows "$house" \
    'SELECT group_concat(state, " ") FROM (SELECT state FROM case_file WHERE kind = "denunciation" ORDER BY state)')" \
    'concluded continued demanded informed telling verifying verifying'
ok "… one of them overdue" equal "$(rows "$house" \
    'SELECT count(*) FROM case_file WHERE kind = "denunciation" AND due_rule = "TC-RES" AND due_at < unixepoch()')" 1
code=$(sed -n 's/.*hop-thu: mã \(TC-[^,]*\),.*/\1/p' "$work/said")
secret=$(sed -n 's/.*bí mật “\([^”]*\)”.*/\1/p' "$work/said")
curl -sS -o "$work/page" "$url/to-cao/hop-thu"
token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
ok "… and its mailbox opens with the printed code and secret" matches "$(curl -sS --data-urlencode "token=$token" \
    -d "code=$code" --data-urlencode "secret=$secret" "$url/to-cao/hop-thu")" 'Đã quá hạn giải quyết'
ok "their password is none of the common ones" equal "$(grep -c "\"$password\"" src/mod/identity/common_passwords.c)" 0

echo "# its models"
# one SQL: what it comes to.
one() {
    rows "$house" "$1"
}
ok "a hundred and twenty models" equal "$(one 'SELECT count(*) FROM model')" 120
ok "… in every state but the one of drafts that are given up" equal \
    "$(one 'SELECT group_concat(state, " ") FROM (SELECT DISTINCT state FROM model ORDER BY state)')" \
    'draft registered running stale stopped'
ok "… some stopped, each with what was learned" equal "$(one 'SELECT (SELECT count(*) FROM model WHERE state = "stopped") ||
    " " || count(*) FROM model_act WHERE act = "stop" AND length(said) > 60')" '6 6'
ok "… some silent, whom the clock has asked" matches "$(one 'SELECT count(*) FROM model WHERE state = "stale" AND
    EXISTS (SELECT 1 FROM model_act a WHERE a.model_id = model.id AND a.act = "ask" AND a.by_id IS NULL)')" '^([89]|1[0-2])$'
ok "… of every field and both subjects" equal "$(one 'SELECT count(DISTINCT field) || " " || count(DISTINCT subject) FROM model')" '4 2'
ok "… of forty communes" equal "$(one 'SELECT count(DISTINCT unit_id) FROM model')" 40
# A day is counted from the first of January of the year 1.
ok "… begun over three years" equal "$(one 'SELECT count(DISTINCT strftime("%Y", begins_on + 1721424.5)) FROM model')" 3
ok "… each of them marked" equal "$(one 'SELECT count(*) FROM model WHERE reason NOT LIKE "Minh họa. %"')" 0
ok "… no box like another's" equal "$(one 'SELECT count(DISTINCT name) || " " || count(DISTINCT reason) || " " || count(DISTINCT way)
    FROM model')" '120 120 120'
ok "… no thing measured of more than three" equal "$(one 'SELECT count(*) FROM (SELECT metric FROM model_result GROUP BY metric
    HAVING count(DISTINCT model_id) > 3)')" 0
ok "what is listed was measured, each time with what was difficult" equal "$(one 'SELECT count(*) FROM model
    WHERE listed_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM model_result r WHERE r.model_id = model.id)')" 0
ok "some forty-five copies" equal "$(one 'SELECT count(*) FROM model_copy')" 46
ok "… verified after three, six and twelve months" equal \
    "$(one 'SELECT group_concat(verified_month, " ") FROM (SELECT DISTINCT verified_month FROM model_copy ORDER BY 1)')" '0 3 6 12'
ok "… turned down, given up, silent and waiting" equal "$(one 'SELECT
    (SELECT count(*) >= 4 FROM model_copy_act WHERE act = "copy_turn_down") + (SELECT count(*) >= 4 FROM model_copy WHERE state = "ended") +
    (SELECT count(*) >= 2 FROM model_copy WHERE state = "silent") + (SELECT count(*) >= 4 FROM model_copy WHERE checked_month > verified_month)')" 4
ok "… some learned from other copies" equal "$(one 'SELECT count(parent_id) FROM model_copy')" 20
ok "models put forward in two years" equal "$(one 'SELECT group_concat(n, " ") FROM (SELECT count(*) AS n FROM model_entry GROUP BY year ORDER BY year)')" '8 24'
ok "… in every state" equal \
    "$(one 'SELECT group_concat(state, " ") FROM (SELECT DISTINCT state FROM model_entry ORDER BY state)')" \
    'appraised assessed outstanding proposed recognised turned_down'
ok "… looked at by nobody yet, one, two and three" equal "$(one 'SELECT group_concat(n, " ") FROM (SELECT DISTINCT (SELECT count(*)
    FROM model_appraisal a WHERE a.entry_id = e.id) AS n FROM model_entry e ORDER BY n)')" '0 1 2 3'
ok "… some waiting for a third, because two differ" matches "$(one 'SELECT count(*) FROM model_entry e WHERE state = "assessed" AND
    (SELECT count(*) FROM model_appraisal a WHERE a.entry_id = e.id) = 2')" '^[1-9]$'
best=$(one 'SELECT model_id FROM model_standing ORDER BY verified DESC, held DESC LIMIT 1')
for page in /lam/mo-hinh /lam/mo-hinh/duoc-lam-theo "/lam/mo-hinh/$best" "/lam/mo-hinh/$best/nhan-rong"; do
    ok "$page answers" equal "$(curl -sS -o "$work/page" -w '%{http_code}' "$url$page")" 200
    ok "… and is marked" grep -q 'dữ liệu minh họa' "$work/page"
done
ok "what a model says of itself begins with the mark" matches "$(curl -sS "$url/lam/mo-hinh/$best")" 'Minh họa\. '

echo "# leaving it alone"
ok "a taken port: before anything is made" refuses "cổng $port" "$work/never" --port "$port"
ok "… no folder was made" [ ! -e "$work/never" ]
ok "a reset under a running server" refuses 'đang dùng' "$house" --reset --port 0
stop
rows "$house" 'SELECT code FROM report ORDER BY id' > "$work/codes"
made=$(grep -c 'Đang dựng' "$work/log")
start demo --dir "$house"
ok "the second start makes nothing" equal "$(grep -c 'Đang dựng' "$work/log")" "$made"
ok "… and shows the same papers" cmp "$work/codes" <(rows "$house" 'SELECT code FROM report ORDER BY id')
stop
touch "$house/my-letter.txt"
ok "a folder with a foreign file" refuses 'my-letter\.txt' "$house" --port 0
ok "… is not reset either" refuses 'my-letter\.txt' "$house" --reset --port 0
rm "$house/my-letter.txt"
"$kheo" init --dir "$work/real" > /dev/null 2>> "$work/log"
ok "a real house is not touched" refuses 'không phải của dữ liệu minh họa' "$work/real" --port 0
ok "… and not reset" refuses 'không phải của dữ liệu minh họa' "$work/real" --reset --port 0

echo "# making it anew"
rm "$house/demo.done"
start demo --dir "$house" --papers 80
ok "one that was cut short is made again" equal "$(rows "$house" 'SELECT count(*) FROM report WHERE secret_object IS NULL')" 80
stop
start demo --dir "$house" --papers 90 --reset
ok "--reset makes it anew" equal "$(rows "$house" 'SELECT count(*) FROM report WHERE secret_object IS NULL')" 90
stop

echo "# a log of more than a file holds"
# log_of KIND SQL: that file, after that was written past the server.
log_of() {
    sqlite3 "$house/kheo.db" "$2"
    accept_pages "$house/kheo.db"
    start demo --dir "$house"
    signs_in quantri /qt/nhat-ky > /dev/null
    curl -sS -o "$work/log.csv" -H "Cookie: $cookie" "$url/qt/nhat-ky.csv?kind=$1"
    stop
}
log_of name "INSERT INTO sender_opening (id, report_id, at, person_id, reason)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001)
    SELECT (1 << 50) + i, (SELECT max(id) FROM report), unixepoch(), (SELECT max(id) FROM person), 'lần ' || i FROM n"
ok "five thousand lines, a head, and the sentence that there are more" equal \
    "$(grep -c . "$work/log.csv") $(tail -n 1 "$work/log.csv" | grep -c 'Tệp dừng ở đây')" "5002 1"
ok "… each once" equal "$(grep -o 'lần [0-9]*' "$work/log.csv" | sort -u | wc -l)" 5000
log_of name "DELETE FROM sender_opening WHERE reason = 'lần 1'"
ok "five thousand fill a file" equal "$(grep -c . "$work/log.csv") $(grep -c 'Tệp dừng ở đây' "$work/log.csv")" "5001 0"

story() {
    rows "$1" 'SELECT code, hex(secret_hash), text, state, received_at FROM report ORDER BY id'
}
hour=
until [ "$hour" = "$(date +%H)" ]; do
    hour=$(date +%H)
    for name in one two; do
        start demo --dir "$work/$name" --papers 150 --seed 7 --reset
        stop
    done
done
ok "the same seed tells the same story" cmp <(story "$work/one") <(story "$work/two")
start demo --dir "$work/two" --papers 150 --seed 8 --reset
stop
ok "another seed another one" equal "$(cmp -s <(story "$work/one") <(story "$work/two"); echo $?)" 1
finish
