#!/bin/bash
# A photo in pieces: a line cut within one, a server that is killed, and two photos whole at the end.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/pieces.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits

# A picture of three pieces and a bit: comments before what it shows, of bytes that do not repeat.
photo=$work/photo.jpg
{
    printf '\377\330'
    for _ in 1 2 3; do
        printf '\377\376\377\377'
        head -c 65533 /dev/urandom
    done
    tail -c +3 fuzz/corpus/picture/turned.jpg
} > "$photo"
length=$(wc -c < "$photo")
hash=$(sha256sum "$photo" | cut -d ' ' -f 1)
pieces=$house/files/.pieces

curl -sS -o "$work/body" -H 'Content-Type: application/json' \
    -d '{"unit":"19753","category":"chieu-sang","text":"Đèn đường tắt ba đêm nay."}' \
    "$url/api/v1/reports"
code=$(sed -n 's/.*"code":"\([^"]*\)".*/\1/p' "$work/body")
secret=$(sed -n 's/.*"secret":"\([^"]*\)".*/\1/p' "$work/body")
ok "a report is there" matches "$code" '^[A-Z]{2}-'

at() {
    printf '%s/api/v1/reports/%s/photos/%s' "$url" "$code" "$hash"
}
# send OFFSET [CURL OPTIONS…]: the piece from there; prints the status, the answer is in $work/body.
send() {
    tail -c "+$(($1 + 1))" "$photo" | head -c 65536 > "$work/piece"
    curl -sS -o "$work/body" -w '%{http_code}' -X PATCH --data-binary "@$work/piece" \
        -H 'Content-Type: application/offset+octet-stream' -H "Report-Secret: $secret" \
        -H "Upload-Offset: $1" -H "Upload-Length: $length" "${@:2}" "$(at)"
}
offset() {
    curl -sS -I -H "Report-Secret: $secret" "$(at)" | tr -d '\r' |
        sed -n 's/^[Uu]pload-[Oo]ffset: //p'
}

ok "nothing of it is there" equal "$(offset)" 0
ok "the first piece is taken" equal "$(send 0)" 200
# The head and half of a piece, and then the line is dead.
{
    printf 'PATCH %s HTTP/1.1\r\nHost: a\r\nContent-Length: 65536\r\nReport-Secret: %s\r\n' \
        "/api/v1/reports/$code/photos/$hash" "$secret"
    printf 'Content-Type: application/offset+octet-stream\r\nUpload-Offset: 65536\r\n'
    printf 'Upload-Length: %s\r\n\r\n' "$length"
    head -c 30000 /dev/zero
} > "/dev/tcp/127.0.0.1/$port"
ok "half a piece is none" equal "$(offset)" 65536
ok "one out of place is told where to go on" equal "$(send 131072)" 409
ok "the second piece is taken" equal "$(send 65536)" 200
stop -KILL || true
start serve --dir "$house" --no-rate-limits
ok "a server that was killed knows what it has" equal "$(offset)" 131072
ok "what lies there is sealed" equal "$(wc -c < "$(find "$pieces" -name '*-000')")" 65576
ok "nobody goes on with another secret" equal "$(secret=22222222 send 131072)" 422
ok "the third piece is taken" equal "$(send 131072)" 200
ok "with the last one it is a photo" equal "$(send 196608)" 201
ok "nothing is left of the pieces" equal "$(find "$pieces" -type f | wc -l)" 0
ok "the report has it" matches "$(curl -sS "$url/api/v1/reports/$code")" '"number":1'
ok "it is known again" matches "$(curl -sS -H "Report-Secret: $secret" "$(at)")" '"taken":true'
ok "and not added twice" equal "$(send 0)" 200

# A piece that the disk lost a part of: the whole begins again, and does not become another picture.
hash=$(printf '%064d' 7)
ok "another is begun" equal "$(send 0)" 200
ok "and goes on" equal "$(send 65536)$(send 131072)" 200200
truncate -s 100 "$(find "$pieces" -name '*-001')"
ok "what is not whole is refused" equal "$(send 196608)" 422
ok "and forgotten" equal "$(offset)" 0
ok "the house is whole" "$kheo" check --dir "$house"
stop
finish
