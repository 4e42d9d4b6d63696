#!/bin/bash
# Changes every column of reports and of settings of law by hand, one at a time: kheo check must notice each.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/columns.sh        (B=build/asan for another build)
#
# The columns are those of the schema, so that a new one fails here until kheo check holds it against
# a fact, or it stands below with the reason why nothing needs to.
. tests/http/lib.sh

cat > "$work/exceptions" <<'END'
category.stop           set by migrations
category_deadline.id    a name; nothing refers to it
draft.*                 nobody was promised anything before it is sent
report_follower.*       an address that wants letters, forgotten without a trace when it asks to be
report_follower_link.*  the way to such an address
report_event.id         a name inside this database; its leaf is known by its position
report_pause.id         a name; nothing refers to it
sender_opening.id       a name; nothing refers to it
report_voice.id         a name; its leaf is known by its position
report_photo.id         a name; its leaf is known by its position
report_recording.id     a name; its leaf is known by its position
photo_opening.id        a name; its leaf is known by its position
report_consult.id       a name; nothing refers to it
report_recount.*        work that waits, gone when it is done; what it did stands in facts
END
# A counter of nothing says what no counter says.
condition() {
    case $1 in report_count | report_consult_count) echo 'n > 0' ;; *) echo 1 ;; esac
}

house=$work/true
jar=$work/jar
start demo --dir "$house" --papers 60
password=$(sed -n 's/.*mật khẩu chung: \([^)]*\)).*/\1/p' "$work/said")

# page PATH OPTIONS…: the body is in $work/page, its form token in $token, where it leads in $to.
page() {
    curl -sS -b "$jar" -c "$jar" -D "$work/head" -o "$work/page" "${@:2}" "$url$1"
    token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
    to=$(tr -d '\r' < "$work/head" | sed -n 's/^[Ll]ocation: //p')
}
# form PAGE PATH FIELDS…: opens the page, sends the form that stands there; true when it was taken.
form() {
    page "$1"
    fields=()
    for field in "${@:3}"; do fields+=(--data-urlencode "$field"); done
    page "$2" --data-urlencode "token=$token" "${fields[@]}"
    grep -q '^HTTP[^ ]* 303' "$work/head" || { sed 's/<[^>]*>//g; /^ *$/d' "$work/page"; false; }
}
send() {
    curl -sS "$url/api/v1/reports" -H 'Content-Type: application/json' -d '{"unit":"19753",
        "category":"chieu-sang","place":"kiệt 34 Chi Lăng","name":"Hồ Thị Mai","phone":"0912345678",
        "text":"Đèn đường trước số 12 kiệt 34 Chi Lăng tắt đã ba tuần, học sinh đi học về rất nguy hiểm."}' \
        > "$work/sent"
    code=$(sed -n 's/.*"code":"\([^"]*\)".*/\1/p' "$work/sent")
    secret=$(sed -n 's/.*"secret":"\([^"]*\)".*/\1/p' "$work/sent")
}
join() {
    page /gui
    form /gui /gui don-vi=19753 && draft=${to%/*} &&
        form "$draft/viec" "$draft/viec" category=chieu-sang &&
        form "$draft/noi-dung" "$draft/noi-dung" \
            'text=Mấy bóng đèn trước số 12 kiệt 34 Chi Lăng không sáng, trẻ con học về rất nguy hiểm.' &&
        form "$draft/o-dau" "$draft/o-dau" unit=19753 'place=Kiệt 34, Chi Lăng' &&
        form "$draft/giong-nhau" "$draft/giong-nhau" "chon=$code"
}

add_photo() {
    equal 201 "$(curl -sS -o "$work/page" -w '%{http_code}' -H "Report-Secret: $secret" \
        -F "photo=@fuzz/corpus/picture/$1" "$url/api/v1/reports/$code/photos")"
}
add_recording() {
    equal 201 "$(curl -sS -o "$work/page" -w '%{http_code}' -H "Report-Secret: $secret" \
        -F "recording=@fuzz/corpus/sound/$1" "$url/api/v1/reports/$code/recording")"
}

# What the demonstration does not do: one that was removed, photos, a recording, one who joins, a name and an
# original opened, a question that still waits.
send
ok "its sender takes a report back" form "/kiem-tra/ho-so/$code" "/kiem-tra/ho-so/$code/withdraw" "secret=$secret"
ok "a leader signs in" form /dang-nhap /dang-nhap sign_in=lanhdao "password=$password"
ok "… and removes it" form "/cb/hs/$code/xoa" "/cb/hs/$code/xoa"
rm "$jar"
send
ok "a photo comes with a report" add_photo turned.jpg
ok "… and another" add_photo plain.png
ok "… and a recording" add_recording iphone.m4a
ok "somebody joins it" join
ok "an officer signs in" form /dang-nhap /dang-nhap sign_in=canbo "password=$password"
ok "… opens the sender's name" form "/cb/hs/$code" "/cb/hs/$code/open_name" 'reason=Hỏi đường.'
ok "… takes it up" form "/cb/hs/$code" "/cb/hs/$code/accept"
ok "… asks another unit" form "/cb/hs/$code" "/cb/hs/$code/consult" unit=19774 amount=1 \
    'text=Cột đèn này của ai?'
page "/cb/hs/$code"
photo=$(sed -n 's/.*name="name" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
page "/cb/hs/$code/anh-goc" -d "token=$token" -d "name=$photo" --data-urlencode 'reason=Giám định.'
ok "… and the original of the photo" grep -q '^HTTP[^ ]* 200' "$work/head"
ok "… prints slips" form /cb/phieu-in-san /cb/phieu-in-san unit=19753 amount=2
page "$to"
slip=$(sed -n 's/.*data-label="Mã phiếu">\([^<]*\)<.*/\1/p' "$work/page" | head -n 1)
ok "… and types one in" form /cb/nhap-giay /cb/nhap-giay channel=paper "slip=$slip" unit=19753 category=giao-thong \
    'text=Xin làm lại lan can cầu Kho Rèn, đã gãy hai thanh.' identity=anonymous
rm "$jar"
ok "an administrator signs in" form /dang-nhap /dang-nhap sign_in=quantri "password=$password"
ok "… adds a category" form /qt/loai-viec/moi /qt/loai-viec/moi name=Cây 'hint=Cây đổ' parent= asks_place=1 \
    respond_unit=working-days respond_amount=5 extend_max=5
ok "… and one below it" form /qt/loai-viec/moi /qt/loai-viec/moi 'name=Cành gãy' hint=Cành parent=cay \
    respond_unit=working-hours respond_amount=8 extend_max=0
ok "… with a question" form /qt/loai-viec/canh-gay/cau-hoi /qt/loai-viec/canh-gay/cau-hoi slug=canh-gay 'label=Cây gì'
question=$(page /qt/loai-viec/canh-gay; sed -n 's|.*href="/qt/cau-hoi/\([0-9]*\)".*|\1|p' "$work/page" | head -n 1)
ok "… that is asked no more" form /qt/loai-viec/canh-gay "/qt/cau-hoi/$question/dung" version=1
ok "… and another" form /qt/loai-viec/canh-gay/cau-hoi /qt/loai-viec/canh-gay/cau-hoi slug=canh-gay 'label=Ở đâu'
ok "… another limit" form /qt/loai-viec/cay/han /qt/loai-viec/cay/han slug=cay version=1 respond_amount=4 \
    extend_max=2 'reason=Quyết định 9'
ok "… a template of answers" form /qt/mau-tra-loi/moi /qt/mau-tra-loi/moi unit=46 title=Chung occasion=any said=Được.
ok "… and one for a category" form /qt/mau-tra-loi/moi /qt/mau-tra-loi/moi unit=46 title=Cây occasion=first \
    category=cay said=Được. 'done=Đã cưa.' 'plan=Sẽ trồng.' unhappy=Gọi.
soon=$(date -d '5 days' +%d/%m/%Y)
ok "… chooses how the law is read" form /qt/thiet-lap-luat/khieu-nai-cho-ky /qt/thiet-lap-luat/khieu-nai-cho-ky value=20 \
    "from=$soon" 'decision=Quyết định 9/QĐ-UBND' decided_on=01/08/2025 'reason=Bưu điện gần'
soon=$(date -d '8 days' +%d/%m/%Y)
ok "… and how it is read after that" form /qt/thiet-lap-luat/khieu-nai-cho-ky /qt/thiet-lap-luat/khieu-nai-cho-ky value=25 \
    "from=$soon" 'decision=Quyết định 10/QĐ-UBND' decided_on=01/08/2025 'reason=Bưu điện xa'
# Whoever opens and closes the file in the server drops SQLite's locks on it.
locks() { grep -c ":$(stat -c %i "$house/kheo.db") " /proc/locks; }
before=$(locks)
ok "… and sees how the house stands" form /qt/suc-khoe /dang-xuat
ok "… which drops no lock on the database" [ "$before" -gt 0 -a "$(locks)" -ge "$before" ]
stop
ok "the truth has no fault" "$kheo" check --dir "$house"
cp "$house/kheo.db" "$work/whole.db"
sql() {
    sqlite3 -bail -separator '|' "$house/kheo.db" "PRAGMA foreign_keys = OFF; $1" &&
        accept_pages "$house/kheo.db"
}

# notices WHAT SQL: one row is changed by it, and kheo check says so.
notices() {
    rm -f "$house"/kheo.db-*
    cp "$work/whole.db" "$house/kheo.db"
    changed=$(sql "$2; SELECT changes()" 2>&1)
    said=$("$kheo" check --dir "$house" 2>&1)
    status=$?
    ok "$1" outcome "$changed" "$status" "$2"
}
outcome() {
    equal "$1" 1 && equal "$2" 1 || {
        printf '%s\n' "$3"
        return 1
    }
}

# The value that stands for another: of a reference, another row, one that nobody refers to if there
# is such a row, so that it is not the reference that is noticed.
other() {
    table=$1 column=$2 type=$3 parent=$4
    if [ -n "$parent" ]; then
        echo "(SELECT p.id FROM $parent p WHERE p.id IS NOT $table.$column ORDER BY
            EXISTS (SELECT 1 FROM $table o WHERE o.$column = p.id), p.id DESC LIMIT 1)"
    elif grep -q "CHECK ($column IN (0, 1))" "$work/definition"; then
        echo "1 - $column"
    else
        case $type in
        INTEGER) echo "coalesce($column, 0) + 1" ;;
        TEXT) echo "coalesce($column, '') || 'x'" ;;
        *) echo "x'0123456789abcdef'" ;;
        esac
    fi
}

# change TABLE COLUMN WHERE VALUE: in one row, by the key of the table.
change() {
    echo "UPDATE $1 SET $2 = $4 WHERE ($keys) = (SELECT $keys FROM $1
        WHERE $3 AND $(condition "$1") ORDER BY $keys DESC LIMIT 1)"
}

tables=$(sed -n 's/^CREATE TABLE \([a-z_]*\) .*/\1/p' src/mod/feedback/schema/*.sql \
    src/case/schema/0006.sql)
for table in $tables; do
    if grep -q "^$table\.\* " "$work/exceptions"; then continue; fi
    sql "SELECT sql FROM sqlite_schema WHERE name = '$table'" > "$work/definition"
    keys=$(sql "SELECT group_concat(name) FROM pragma_table_info('$table') WHERE pk")
    # Into a file: a sql that runs beside the loop would hold the lock that the loop's own want.
    sql "SELECT c.name, c.type, c.\"notnull\", c.pk, f.\"table\"
        FROM pragma_table_info('$table') c
        LEFT JOIN pragma_foreign_key_list('$table') f ON f.\"from\" = c.name" > "$work/columns"
    while IFS='|' read -r column type notnull pk parent; do
        if grep -q "^$table\.$column " "$work/exceptions"; then continue; fi
        value=$(other "$table" "$column" "$type" "$parent")
        some=$(sql "SELECT count(*) FROM $table WHERE $column IS NOT NULL")
        none=$(sql "SELECT count(*) FROM $table WHERE $column IS NULL")
        if [ "$some" -gt 0 ]; then
            notices "$table.$column is another" \
                "$(change "$table" "$column" "$column IS NOT NULL" "$value")"
            if [ "$notnull$pk" = 00 ]; then
                notices "$table.$column is taken away" \
                    "$(change "$table" "$column" "$column IS NOT NULL" NULL)"
            fi
        fi
        if [ "$none" -gt 0 ] || [ "$some" = 0 ]; then
            notices "$table.$column is made up" \
                "$(change "$table" "$column" "$column IS NULL" "$value")"
        fi
    done < "$work/columns"
done

# What one column alone does not show.
says() { case $said in *"$1"*) ;; *) printf '%s\n' "$said" && false ;; esac; }
notices "a reading is chosen after its day came" \
    "UPDATE law_chosen SET at = at + 9 * 86400 WHERE id = (SELECT max(id) FROM law_chosen)"
ok "… which is what is said" says "ngày áp dụng đã tới khi chọn"
notices "a reading took the place of another one" \
    "UPDATE law_chosen SET value = '30' WHERE id = (SELECT min(id) FROM law_chosen)"
ok "… which is what is said" says "cách dùng trước đó (was) khác với dòng"
finish
