#!/bin/bash
# A report that is a denunciation: searches for its words in every byte of the house, before and after it is handed on.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/denunciation/handed_over.sh        (B=build/asan for another build)
#
# Required: what its sender, those who joined and those who handled it said is in no byte of the database, its log, the
# search index and the data folder any more. Before that the same search must find all of it there. PostgreSQL's own
# files are not searched: they keep deleted rows until they need the room (docs/OPERATIONS.md).
. tests/denunciation/lib.sh

words="text place name email supply question note answer voice follower draft draft-name"
for name in $words; do
    case $name in
    email | follower) echo "$name q$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')@mail.vn" ;;
    *) echo "$name Qễ$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')ặZ" ;;
    esac
done > "$work/markers"

# The whole of it in one JSON body.
send_report() {
    body=$(jq -n --arg text "Việc $(mark text) ở gần chợ, ai cũng biết." --arg place "Kiệt 7 $(mark place)" \
        --arg name "$(mark name)" --arg email "$(mark email)" \
        '{unit: "19753", category: "trat-tu", identity: "named", phone: "0905000111", $text, $place, $name, $email}')
    curl -sS -H 'Content-Type: application/json' -H "Idempotency-Key: one-key-of-ours" -d "$body" "$url/api/v1/reports" > "$work/sent"
    jq -e .secret "$work/sent" > /dev/null
}
# Its sender also speaks. A sealed sound holds no words to look for: its file itself must be gone.
speak() {
    said=$(curl -sS -o "$work/page" -w '%{http_code}' -H "Report-Secret: $secret" \
        -F "recording=@fuzz/corpus/sound/iphone.m4a" "$url/api/v1/reports/$code/recording") && [ "$said" = 201 ]
}
files_are() { [ "$(find "$house/files" -type f | wc -l)" = "$1" ]; }
# It is worked on, joined and followed, so that its words are in every kind of row.
work_on_it() {
    form tho "/cb/hs/$code" "/cb/hs/$code/accept" 303 &&
        form tho "/cb/hs/$code" "/cb/hs/$code/ask" 303 "text=Hỏi $(mark question)" &&
        form none "/kiem-tra/ho-so/$code" "/kiem-tra/ho-so/$code/supply" 303 "secret=$secret" "text=Thêm $(mark supply)" &&
        form tho "/cb/hs/$code" "/cb/hs/$code/note" 303 "text=Ghi $(mark note)" &&
        form none "/kiem-tra/ho-so/$code" "/kiem-tra/ho-so/$code/theo-doi" 200 "email=$(mark follower)" &&
        form tho "/cb/hs/$code" "/cb/hs/$code/draft" 303 "text=Phường Phú Xuân đã xem $(mark answer), ông Sáu của phường sửa xong trước 02/12/2026."
}
# Somebody finds it while writing, and joins with words of their own.
join_it() {
    begin_draft && write_draft "Việc $(mark text) ở gần chợ, ai cũng biết. $(mark voice)" &&
        form none "$draft/o-dau" "$draft/o-dau" 303 unit=19753 "place=Kiệt 7 $(mark place)" &&
        page none "$draft/giong-nhau" && form none "$draft/giong-nhau" "$draft/giong-nhau" 303 "chon=$code"
}
begin_draft() {
    page none /gui && draft=$(curl -sS -o /dev/null -w '%{redirect_url}' -b "$work/jar-none" \
        --data-urlencode "token=$token" "$url/gui") && draft=${draft#"$url"} && draft=${draft%/viec} && [ -n "$draft" ] &&
        form none "$draft/viec" "$draft/viec" 303 category=trat-tu
}
write_draft() { form none "$draft/noi-dung" "$draft/noi-dung" 303 "text=$1"; }
# Another, that its sender takes to the sealed way at the last moment.
leave_draft() {
    begin_draft && write_draft "Tôi tố cáo ông $(mark draft) ở chợ" &&
        form none "$draft/to-cao" "$draft/to-cao" 200 chon=niem-phong && grep -q "$(mark draft)" "$work/page"
}
hand_on() {
    form tho "/cb/hs/$code/niem-phong" "/cb/hs/$code/niem-phong" 303 "accused=Ông Hồ Tâm" position=leader unit=19753
}
found_by_search() {
    curl -sS -G --data-urlencode "q=$(mark text)" "$url/api/v1/reports" | jq -e ".items[0].code == \"$code\"" > /dev/null
}
# within SECONDS COMMAND…: it comes true.
within() {
    for _ in $(seq $(($1 * 2))); do
        "${@:2}" && return
        sleep 0.5
    done
    "${@:2}"
}
is_clean() {
    [ "$(look "$house")" = 0 ] || {
        head -n 5 "$work/hits"
        false
    }
}

seen=$work/seen
house=$seen/house
db=()
mkdir -p "$seen"
touch "$work/jar-none"
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$seen/log"
"$kheo" org import --dir "$house" --hue > /dev/null 2>> "$seen/log"
add_person lan 46 denunciation.handle
add_person minh 46 denunciation.identity
add_person hoa 46 denunciation.identity
add_person tho 19753 feedback.handle
start serve --dir "$house" --no-rate-limits
for who in lan minh hoa tho; do ok "$who signs in" sign_in $who; done
for who in lan minh hoa; do
    ok "$who makes a key" form $who /cb/khoa /cb/khoa 303 "passphrase=cầu gỗ sông Như Ý của $who" "again=cầu gỗ sông Như Ý của $who"
done
ok "a report is sent" send_report
code=$(jq -r .code "$work/sent")
secret=$(jq -r .secret "$work/sent")
ok "its sender speaks, too" speak
ok "control: a file is there" files_are 1
ok "it is found by its words" within 10 found_by_search
ok "it is worked on" work_on_it
ok "somebody joins it" join_it
ok "another is written, and goes on sealed" leave_draft
look "$house" > /dev/null
for name in $words; do
    case $name in
    draft*) ;; # gone already, or never typed
    *) ok "control: … $name is in the house" grep -q " $name " "$work/hits" ;;
    esac
done
ok "an officer sees what it is, and hands it on" hand_on
ok "nothing of it is in any byte of the house" within 90 is_clean
ok "… nor is the sound among its files" within 90 files_are 0
ok "its sender reads on with the secret" form none "/kiem-tra/ho-so/$code" "/kiem-tra/ho-so/$code/noi-giu" 200 "secret=$secret"
stop
none_in "what is there when the server has ended" "$house" "$seen/log" "$work/log"
ok "the house has no fault" "$kheo" check --dir "$house"
finish
