#!/bin/bash
# Photos from the form to the officer: stripped, sealed, shown to whom they may be, and the hostile ones.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/photos.sh        (B=build/asan for another build)
. tests/http/lib.sh

pictures=fuzz/corpus/picture
house=$work/house
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits

# get PATH [CURL OPTIONS…]: prints the status; the body is in $work/body, the head in $work/head.
get() {
    curl -sS -o "$work/body" -D "$work/head" -w '%{http_code}' "${@:2}" "$url$1"
}
# post PATH FIELDS…: the same for a form, in multipart, with a token from that page.
post() {
    path=$1
    shift
    for field; do set -- "$@" -F "$field" && shift; done
    get "$path" -F "token=$(curl -sS "$url$path" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1)" "$@"
}
where() {
    tr -d '\r' < "$work/head" | sed -n 's/^[Ll]ocation: //p'
}
head_has() {
    matches "$(tr -d '\r' < "$work/head")" "$1"
}
body_has() {
    matches "$(cat "$work/body")" "$1"
}
# photo N: the address of the n-th small picture on the page in $work/body.
photo() {
    grep -o 'src="/anh/[^"]*"' "$work/body" | cut -d '"' -f 2 | sed -n "$1p"
}
photos() {
    grep -c 'src="/anh/' "$work/body"
}
files() {
    find "$house/files" -type f | wc -l
}
sql() {
    sqlite3 -readonly "$house/kheo.db" "$1"
}
is_bare_jpeg() {
    [ "$(head -c 3 "$work/body" | od -An -tx1 | tr -d ' ')" = ffd8ff ] &&
        ! grep -aqE 'Exif|16\.4637|Photoshop' "$work/body"
}

echo "# a draft with photos"
token=$(curl -sS "$url/gui" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1)
get /gui -d "token=$token&don-vi=19753" > /dev/null
draft=$(where)
draft=${draft%/viec}
post "$draft/viec" category=giao-thong > /dev/null
text='text=Đường hỏng trước cổng trường tiểu học.'
ok "text and two photos go on to the next page" equal \
    "$(post "$draft/noi-dung" "$text" "photos=@$pictures/turned.jpg" "photos=@$pictures/alpha16.png") $(where)" \
    "303 $draft/o-dau"
get "$draft/noi-dung" > /dev/null
ok "the draft's page shows both" equal "$(photos)" 2
ok "… with a button to take each away" equal "$(grep -c 'name="bo-anh"' "$work/body")" 2
first=$(photo 1)
ok "a photo is a JPEG without a word of its camera" equal "$(get "${first/\/nho/}") $(is_bare_jpeg && echo bare)" '200 bare'
ok "… never kept by a cache" head_has '^[Cc]ache-[Cc]ontrol: no-store'
ok "… as a picture that nobody may take for something else" head_has '^[Xx]-[Cc]ontent-[Tt]ype-[Oo]ptions: nosniff'
ok "without the page's ticket it is not there" equal "$(get "${first%%\?*}")" 404
ok "with another ticket neither" equal "$(get "${first%%\?*}?ve=AAAAAAAAAAAAAAAAAAAAAA")" 404
ok "six files, none of which opens by itself" equal \
    "$(files) $(grep -lE -a 'JFIF|Exif|PNG|IHDR' "$house"/files/* | wc -l)" '6 0'

echo "# what cannot be opened"
ok "a photo that was cut off: 422" equal \
    "$(post "$draft/noi-dung" "$text" "photos=@$pictures/grey.jpg" "photos=@$pictures/cut.jpg")" 422
ok "… names it" body_has 'Ảnh thứ 2 không mở được\. Hãy chọn ảnh khác hoặc bỏ qua\.'
ok "… keeps the good one, and the text" equal "$(photos) $(grep -c 'trước cổng trường' "$work/body")" '3 1'
ok "a bomb of 50000 by 50000: 422" equal "$(post "$draft/noi-dung" "$text" "photos=@$pictures/bomb.png")" 422
ok "… says that it is too large" body_has 'Ảnh thứ 1 lớn quá'
ok "a bomb in JPEG: 422" equal "$(post "$draft/noi-dung" "$text" "photos=@$pictures/bomb.jpg")" 422
ok "a page that calls itself a photo: 422" equal \
    "$(post "$draft/noi-dung" "$text" "photos=@tests/http/lib.sh;type=image/jpeg;filename=a.jpg")" 422
ok "a file of more than 10 MiB: 413" equal \
    "$(head -c 10485761 /dev/zero > "$work/large"; post "$draft/noi-dung" "$text" "photos=@$work/large")" 413
ok "nothing is left of what was refused" equal "$(files)" 9
ok "the same photo again is kept once" equal \
    "$(post "$draft/noi-dung" "$text" "photos=@$pictures/turned.jpg") $(sql 'SELECT count(*) FROM report_photo WHERE draft_hash IS NOT NULL')" '303 3'
ok "a sixth photo is refused with a sentence" equal \
    "$(post "$draft/noi-dung" "$text" "photos=@$pictures/plain.png" "photos=@$pictures/woven.png" "photos=@$pictures/inks.jpg") $(grep -c 'tối đa 5 ảnh' "$work/body" | sed 's/[1-9]/said/')" '422 said'
ok "… and none of those three was kept" equal "$(photos)" 3
get "$draft/noi-dung" > /dev/null
name=$(sed -n 's/.*name="bo-anh" value="\([^"]*\)".*/\1/p' "$work/body" | sed -n 2p)
ok "one is taken away, and the page comes back" equal \
    "$(post "$draft/noi-dung" "$text" "bo-anh=$name") $(where)" "303 $draft/noi-dung"
get "$draft/noi-dung" > /dev/null
ok "… without it" equal "$(photos) $(grep -c "$name" "$work/body")" '2 0'
ok "a draft that is none takes no photos" equal \
    "$(get /gui/0123456789abcdef0123456789abcdef/noi-dung -F "token=$token" -F "photos=@$pictures/grey.jpg")" 404

echo "# sent"
post "$draft/o-dau" unit=19753 'place=Trước số 12' > /dev/null
post "$draft/ai-gui" identity=anonymous > /dev/null
get "$draft/xem-lai" > /dev/null
ok "the last page counts them" body_has '>2<'
ok "it is sent" equal "$(post "$draft/xem-lai")" 303
receipt=$(where)
code=$(sed 's|.*/bien-nhan/\([^?]*\).*|\1|' <<< "$receipt")
get "$receipt" > /dev/null
secret=$(sed -n 's|.*<p class="k-code">\([2-9A-Z]\{8\}\)</p>.*|\1|p' "$work/body")
ok "the receipt shows them" equal "$(photos)" 2
get "/kiem-tra/ho-so/$code" > /dev/null
ok "so does the public page" equal "$(photos)" 2
first=$(photo 1)
ok "anyone may see a photo of a public report" equal "$(get "$first") $(is_bare_jpeg && echo bare)" '200 bare'
ok "… and a cache may keep it for an hour" head_has '^[Cc]ache-[Cc]ontrol: public, max-age=3600, immutable'
ok "the ledger has the report, then each photo, without a gap" equal \
    "$(sql "SELECT group_concat(kind || v, ' ') FROM (SELECT CASE WHEN CAST(leaf AS TEXT) LIKE '%feedback.photo%' THEN 'photo' ELSE 'report' END AS kind, version AS v FROM ledger_leaf WHERE object = (SELECT object FROM report WHERE code = '$code') ORDER BY position)")" \
    'report1 photo2 photo3'
sha256=$(sha256sum "$pictures/turned.jpg" | cut -c 1-64)
ok "a photo's row has the hash of what was sent" equal \
    "$(sql "SELECT lower(hex(original_sha256)) FROM report_photo WHERE number = 1")" "$sha256"

echo "# more of them, by the API"
add() {
    get "/api/v1/reports/$code/photos" "$@"
}
ok "a photo as the body: 201" equal \
    "$(add -H "Report-Secret: $secret" -H 'Content-Type: image/jpeg' --data-binary "@$pictures/progressive.jpg")" 201
ok "… says which, and its hash" equal "$(jq -r '"\(.number) \(.sha256)"' "$work/body")" \
    "3 $(sha256sum "$pictures/progressive.jpg" | cut -c 1-64)"
ok "… and where it is seen" equal "$(get "$(jq -r .url "$work/body")")" 200
ok "in a form: 201" equal "$(add -H "Report-Secret: $secret" -F "photo=@$pictures/palette.png")" 201
ok "the same again is the same photo" equal \
    "$(add -H "Report-Secret: $secret" -F "photo=@$pictures/palette.png") $(jq -r .number "$work/body")" '201 4'
ok "a fifth is the last" equal \
    "$(add -H "Report-Secret: $secret" -F "photo=@$pictures/grey1.png") $(add -H "Report-Secret: $secret" -F "photo=@$pictures/plain.png")" '201 422'
ok "with another secret: 422" equal "$(add -H 'Report-Secret: 22222222' -F "photo=@$pictures/grey.jpg")" 422
ok "without one: 422" equal "$(add -F "photo=@$pictures/grey.jpg")" 422
ok "… at that header" equal "$(jq -r '.errors[0].field' "$work/body")" report_secret
ok "JSON is no photo: 415" equal "$(add -H "Report-Secret: $secret" -H 'Content-Type: application/json' -d '{}')" 415
ok "no report, no photo: 404" equal \
    "$(get "/api/v1/reports/PX-2222-2222/photos" -H "Report-Secret: $secret" -F "photo=@$pictures/grey.jpg")" 404
ok "a bomb: 422" equal "$(add -H "Report-Secret: $secret" -H 'Content-Type: image/png' --data-binary "@$pictures/bomb.png")" 422
ok "no file is there that no row names" equal \
    "$(for file in "$house"/files/*; do name=${file##*/}; sql "SELECT 1 - count(*) FROM report_photo WHERE '$name' IN (name, small_name, original_name)"; done | grep -c 1)" 0
ok "no address leads out of the folder" equal \
    "$(get '/anh/..%2fserver.key') $(get /anh/server.key) $(get "/anh/$(sql 'SELECT original_name FROM report_photo LIMIT 1')")" '400 404 404'

echo "# the process that decodes"
worker=$(pgrep -P "$server")
ok "is one, and not the server" matches "$worker" '^[0-9]+$'
ok "has one socket and nothing else open" equal \
    "$(for fd in "/proc/$worker"/fd/*; do readlink "$fd"; done | sed 's/:.*//' | sort | tr '\n' ' ')" '/dev/null /dev/null socket '
ok "may make no other system call" equal "$(sed -n 's/^Seccomp:[[:space:]]*//p' "/proc/$worker/status")" 2
kill -KILL "$worker"
ok "when it dies, the next photo does not notice" matches \
    "$(add -H "Report-Secret: $secret" -F "photo=@$pictures/inks.jpg") $(jq -r '.errors[0].detail' "$work/body")" '^422 .*tối đa 5 ảnh'
ok "the log said what the sandbox got" matches "$(cat "$work/log")" 'event=sandbox process=studio .*seccomp=kill limits=set'
ok "kheo check finds nothing wrong" "$kheo" check --dir "$house"
finish
