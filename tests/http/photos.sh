#!/bin/bash
# Photos from the form to the public page: stripped, sealed, shown to whom they may be.
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
token_of() {
    curl -sS "$url$1" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1
}
# post PATH FIELDS…: the same for a form, in multipart, with a token from that page.
post() {
    path=$1
    shift
    for field; do set -- "$@" -F "$field" && shift; done
    get "$path" -F "token=$(token_of "$path")" "$@"
}
where() {
    tr -d '\r' < "$work/head" | sed -n 's/^[Ll]ocation: //p'
}
head_has() {
    matches "$(tr -d '\r' < "$work/head" | tr A-Z a-z)" "$1"
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
# Those in which a picture is seen without a key.
open_files() {
    grep -lE -a 'JFIF|Exif|PNG|IHDR' "$house"/files/* | wc -l
}
# Those that no row names.
orphans() {
    for file in "$house"/files/*; do
        sql "SELECT 1 - count(*) FROM report_photo
              WHERE '${file##*/}' IN (name, small_name, original_name)"
    done | grep -c 1
}
sql() {
    sqlite3 -readonly "$house/kheo.db" "$1"
}
is_bare_jpeg() {
    [ "$(head -c 3 "$work/body" | od -An -tx1 | tr -d ' ')" = ffd8ff ] &&
        ! grep -aqE 'Exif|16\.4637|Photoshop' "$work/body"
}
sha256_of() {
    sha256sum "$1" | cut -c 1-64
}

echo "# a draft with photos"
token=$(token_of /gui)
get /gui -d "token=$token&don-vi=19753" > /dev/null
draft=$(where)
draft=${draft%/viec}
post "$draft/viec" category=giao-thong > /dev/null
story="$draft/noi-dung"
text='text=Đường hỏng trước cổng trường tiểu học.'
got=$(post "$story" "$text" "photos=@$pictures/turned.jpg" "photos=@$pictures/alpha16.png")
ok "text and two photos go on to the next page" equal "$got $(where)" "303 $draft/o-dau"
get "$story" > /dev/null
ok "the draft's page shows both" equal "$(photos)" 2
ok "… with a button to take each away" equal "$(grep -c 'name="bo-anh"' "$work/body")" 2
first=$(photo 1)
ok "the large one is there" equal "$(get "${first/\/nho/}")" 200
ok "… a JPEG without a word of its camera" is_bare_jpeg
ok "… never kept by a cache" head_has '^cache-control: no-store'
ok "… that nobody takes for something else" head_has '^x-content-type-options: nosniff'
ok "without the page's ticket it is not there" equal "$(get "${first%%\?*}")" 404
ok "with another ticket neither" equal "$(get "${first%%\?*}?ve=AAAAAAAAAAAAAAAAAAAAAA")" 404
ok "six files, none of which opens by itself" equal "$(files) $(open_files)" '6 0'

echo "# what cannot be opened"
got=$(post "$story" "$text" "photos=@$pictures/grey.jpg" "photos=@$pictures/cut.jpg")
ok "a photo that was cut off: 422" equal "$got" 422
ok "… names it" body_has 'Ảnh thứ 2 không mở được\. Hãy chọn ảnh khác hoặc bỏ qua\.'
ok "… keeps the good one" equal "$(photos)" 3
ok "… and the text" body_has 'trước cổng trường'
ok "a bomb of 50000 by 50000: 422" equal \
    "$(post "$story" "$text" "photos=@$pictures/bomb.png")" 422
ok "… says that it is too large" body_has 'Ảnh thứ 1 lớn quá'
ok "a bomb in JPEG: 422" equal "$(post "$story" "$text" "photos=@$pictures/bomb.jpg")" 422
ok "a script that calls itself a photo: 422" equal \
    "$(post "$story" "$text" "photos=@tests/http/lib.sh;type=image/jpeg;filename=a.jpg")" 422
head -c 10485761 /dev/zero > "$work/large"
ok "a file of more than 10 MiB: 422" equal "$(post "$story" "$text" "photos=@$work/large")" 422
ok "… says so" body_has 'Ảnh thứ 1 nặng quá 10 MB'
ok "… and keeps the text" body_has 'trước cổng trường'
head -c 3145729 /dev/zero > "$work/loud"
ok "a recording of more than 3 MB: 422" equal "$(post "$story" "$text" "recording=@$work/loud")" 422
ok "… says so" body_has 'Bản ghi âm nặng quá 3 MB'
ok "nothing is left of what was refused" equal "$(files)" 9
ok "the same photo again" equal "$(post "$story" "$text" "photos=@$pictures/turned.jpg")" 303
ok "… is kept once" equal \
    "$(sql 'SELECT count(*) FROM report_photo WHERE draft_hash IS NOT NULL')" 3
got=$(post "$story" "$text" "photos=@$pictures/plain.png" "photos=@$pictures/woven.png" \
    "photos=@$pictures/inks.jpg")
ok "a sixth photo: 422" equal "$got" 422
ok "… says how many" body_has 'tối đa 5 ảnh'
get "$story" > /dev/null
ok "… and keeps the two that there was room for" equal "$(photos)" 5
for _ in 1 2; do # what follows counts from three
    get "$story" > /dev/null
    name=$(sed -n 's/.*name="bo-anh" value="\([^"]*\)".*/\1/p' "$work/body" | tail -n 1)
    post "$story" "$text" "bo-anh=$name" > /dev/null
done
get "$story" > /dev/null
name=$(sed -n 's/.*name="bo-anh" value="\([^"]*\)".*/\1/p' "$work/body" | sed -n 2p)
got=$(post "$story" "$text" "bo-anh=$name")
ok "one is taken away, and the page comes back" equal "$got $(where)" "303 $story"
get "$story" > /dev/null
ok "… without it" equal "$(photos) $(grep -c "$name" "$work/body")" '2 0'
got=$(get /gui/0123456789abcdef0123456789abcdef/noi-dung -F "token=$token" \
    -F "photos=@$pictures/grey.jpg")
ok "a draft that is none takes no photos" equal "$got" 404

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
ok "anyone may see a photo of a public report" equal "$(get "$first")" 200
ok "… without a word of its camera" is_bare_jpeg
ok "… and a cache may keep it for an hour" head_has \
    '^cache-control: public, max-age=3600, immutable'
leaves=$(sql "SELECT group_concat(kind || version, ' ') FROM
    (SELECT version, CASE WHEN CAST(leaf AS TEXT) LIKE '%feedback.photo%' THEN 'photo'
                          ELSE 'report' END AS kind
       FROM ledger_leaf
      WHERE object = (SELECT object FROM report WHERE code = '$code') ORDER BY position)")
ok "the ledger has the report, then each photo, without a gap" equal "$leaves" \
    'report1 photo2 photo3'
ok "a photo's row has the hash of what was sent" equal \
    "$(sql "SELECT lower(hex(original_sha256)) FROM report_photo WHERE number = 1")" \
    "$(sha256_of "$pictures/turned.jpg")"

echo "# more of them, by the API"
add() {
    get "/api/v1/reports/$code/photos" "$@"
}
mine="Report-Secret: $secret"
got=$(add -H "$mine" -H 'Content-Type: image/jpeg' --data-binary "@$pictures/progressive.jpg")
ok "a photo as the body: 201" equal "$got" 201
ok "… says which, and its hash" equal "$(jq -r '"\(.number) \(.sha256)"' "$work/body")" \
    "3 $(sha256_of "$pictures/progressive.jpg")"
ok "… and where it is seen" equal "$(get "$(jq -r .url "$work/body")")" 200
ok "in a form: 201" equal "$(add -H "$mine" -F "photo=@$pictures/palette.png")" 201
got=$(add -H "$mine" -F "photo=@$pictures/palette.png")
ok "the same again is the same photo" equal "$got $(jq -r .number "$work/body")" '201 4'
ok "a fifth is the last" equal "$(add -H "$mine" -F "photo=@$pictures/grey1.png")" 201
ok "… and a sixth is refused" equal "$(add -H "$mine" -F "photo=@$pictures/plain.png")" 422
got=$(add -H 'Report-Secret: 22222222' -F "photo=@$pictures/grey.jpg")
ok "with another secret: 422" equal "$got" 422
ok "without one: 422" equal "$(add -F "photo=@$pictures/grey.jpg")" 422
ok "… at that header" equal "$(jq -r '.errors[0].field' "$work/body")" report_secret
got=$(add -H "$mine" -H 'Content-Type: application/json' -d '{}')
ok "JSON is no photo: 415" equal "$got" 415
got=$(get /api/v1/reports/PX-2222-2222/photos -H "$mine" -F "photo=@$pictures/grey.jpg")
ok "no report, no photo: 404" equal "$got" 404
got=$(add -H "$mine" -H 'Content-Type: image/png' --data-binary "@$pictures/bomb.png")
ok "a bomb: 422" equal "$got" 422
got=$(add -H "$mine" -H 'Origin: https://evil.example' -F "photo=@$pictures/grey.jpg")
ok "a page of another site may not" equal "$got" 403
curl -sS "$url/openapi.json" |
    jq -c '.paths["/api/v1/reports/{code}/photos"].post' > "$work/described"
ok "the API's description names the header" equal \
    "$(jq -r '.parameters[] | select(.in == "header") | .name' "$work/described" | sort | xargs)" \
    'Idempotency-Key Report-Secret'
ok "… and the kinds of body" equal "$(jq -r '.requestBody.content | keys | join(" ")' \
    "$work/described")" 'image/jpeg image/png multipart/form-data'
ok "no file is there that no row names" equal "$(orphans)" 0
original=$(sql 'SELECT original_name FROM report_photo WHERE report_id IS NOT NULL LIMIT 1')
ok "no address leads out of the folder" equal \
    "$(get '/anh/..%2fserver.key') $(get /anh/server.key)" '400 404'
ok "… or to an original" equal "$(get "/anh/$original")" 404

echo "# the process that decodes"
ok "is one, beside the one that starts it, and not the server" \
    equal "$(pgrep -c -P "$server")" 2
for child in $(pgrep -P "$server"); do
    worker=$child
    open=$(for fd in "/proc/$child"/fd/*; do readlink "$fd"; done | sed 's/:.*//' | sort | xargs)
    ok "has one socket and nothing else open" equal "$open" '/dev/null /dev/null socket'
done
ok "may make few system calls" equal \
    "$(sed -n 's/^Seccomp:[[:space:]]*//p' "/proc/$worker/status")" 2
kill -KILL "$worker"
got=$(add -H "$mine" -F "photo=@$pictures/inks.jpg")
ok "when it dies, the next photo does not notice" matches \
    "$got $(jq -r '.errors[0].detail' "$work/body")" '^422 .*tối đa 5 ảnh'
ok "the log said what the sandbox got" matches "$(cat "$work/log")" \
    'event=sandbox process=studio .*seccomp=kill limits=set'
ok "kheo check finds nothing wrong" "$kheo" check --dir "$house"
stop
printf 'x' | dd of="$house/files/$original" bs=1 seek=100 conv=notrunc 2> /dev/null
damaged=$("$kheo" check --dir "$house")
ok "… but a byte that was changed in an original" matches "$damaged" 'original_name không mở được'
rm "$house/files/$original"
damaged=$("$kheo" check --dir "$house")
ok "… and one that is gone" matches "$damaged" 'original_name không còn'
finish
