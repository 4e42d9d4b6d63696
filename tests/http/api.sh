#!/bin/bash
# The API as a stranger's program meets it: every promise of its description, with curl and jq.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/api.sh        (B=build/asan for another build)
. tests/http/lib.sh

SIGNS='[2-9ABCDEFGHJKMNPQRSTVWXYZ]'
house=$work/house
"$kheo" init --dir "$house" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits

# post KEY BODY [CURL OPTIONS…]: prints the status; the body is in $work/body, the head in $work/head.
post() {
    key=$1
    body=$2
    shift 2
    [ -z "$key" ] || set -- -H "Idempotency-Key: $key" "$@"
    curl -sS -o "$work/body" -D "$work/head" -w '%{http_code}' \
        -H 'Content-Type: application/json' --data-binary "$body" "$@" "$url/api/v1/reports"
}
get() {
    curl -sS -o "$work/body" -D "$work/head" -w '%{http_code}' "$url$1" "${@:2}"
}
# report TEXT [JSON MEMBERS]: the least that a report must have.
report() {
    printf '{"unit":"19753","category":"giao-thong","text":%s%s}' "$(jq -n --arg t "$1" '$t')" "${2:+,$2}"
}
field() {
    jq -r "$1" "$work/body"
}
head_has() {
    matches "$(tr -d '\r' < "$work/head")" "$1"
}
# refused FIELD BODY: 422 with a problem at exactly that field.
refused() {
    equal "$(post '' "$2")" 422 && equal "$(field '[.errors[].field] | unique | join(",")')" "$1" &&
        matches "$(field '.errors[0].detail')" '...'
}
as_sent() {
    equal "$(sqlite3 -readonly "$house/kheo.db" "SELECT $1 FROM report WHERE code = '$2'")" "$3"
}

echo "# sending"
sent=$(report 'Ổ gà sâu trước cổng trường.' '"place":"Trước số 12 đường Chi Lăng","lat":"16.4737","lon":"107.5841","name":"Nguyễn Thị Hoa","phone":"0900 000 123","email":"hoa@example.com"')
ok "a report is taken with 201" equal "$(post key-1 "$sent")" 201
ok "the answer is JSON" head_has '^[Cc]ontent-[Tt]ype: application/json'
ok "it has code, secret, due and receipt" equal "$(field 'keys | join(",")')" code,due,receipt,secret
cp "$work/body" "$work/first"
code=$(field .code)
ok "the code is of the unit, in signs that survive a bad pen" matches "$code" "^PX-$SIGNS{4}-$SIGNS{4}\$"
ok "the secret is eight of these signs" matches "$(field .secret)" "^$SIGNS{8}\$"
ok "the due time is RFC 3339 in +07:00" matches "$(field .due)" \
    '^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]\+07:00$'
jq -j .receipt "$work/first" > "$work/receipt.txt"
curl -sS "$url/log/vkey" > "$work/vkey"
ok "the receipt is a tlog-proof" matches "$(head -n 1 "$work/receipt.txt")" '^c2sp.org/tlog-proof@v1$'
ok "kheo-verify accepts it with the published key" \
    "$B/kheo-verify" "$work/receipt.txt" --key "$(cat "$work/vkey")"
curl -sS -o "$work/download" "$url/bien-nhan/$code/tep"
ok "it is the text that is downloaded" cmp "$work/receipt.txt" "$work/download"
ok "without a key it is taken too" equal "$(post '' "$(report 'Đèn đường tắt ba hôm nay.')")" 201
ok "… and the name is not asked for" as_sent identity "$(field .code)" anonymous
ok "with a name the report is named" as_sent identity "$code" named
ok "a telephone is kept as digits" equal \
    "$(sqlite3 -readonly "$house/kheo.db" "SELECT phone FROM sender s JOIN report r ON r.id = s.report_id WHERE r.code = '$code'")" 0900000123
ok "coordinates are kept to the millionth" as_sent 'lat_micro || ":" || lon_micro' "$code" 16473700:107584100
ok "coordinates may be JSON numbers" equal "$(post '' "$(report 'Cây nghiêng ra đường.' '"lat":16.4637,"lon":107.5909')")" 201
post '' "$(report 'Mất nắp cống ở đầu kiệt.' '"name":"Lê Văn Tâm","identity":"hidden"')" > /dev/null
ok "a hidden name is asked for as such" as_sent identity "$(field .code)" hidden

echo "# the same again"
ok "the same key and body: 201 again" equal "$(post key-1 "$sent")" 201
ok "… the same answer to the letter, secret included" cmp "$work/first" "$work/body"
ok "the same fields in another order are the same body" equal \
    "$(post key-1 "$(jq -c 'to_entries | reverse | from_entries' <<< "$sent")") $(md5sum < "$work/body")" \
    "201 $(md5sum < "$work/first")"
ok "the same key with another body: 409" equal "$(post key-1 "$(report 'Việc khác hẳn việc trước.')")" 409
ok "… a problem of its own type" matches "$(field .type)" '/problems/key-reused$'
ok "… as application/problem+json" head_has '^[Cc]ontent-[Tt]ype: application/problem\+json'
for n in 1 2 3 4 5 6 7 8; do
    curl -sS -o "$work/same-$n" -H 'Content-Type: application/json' -H 'Idempotency-Key: all-at-once' \
        -d "$(report 'Tám lần một lúc, một hồ sơ.')" "$url/api/v1/reports" &
    waits="$waits $!"
done
# shellcheck disable=SC2086 # numbers
wait $waits
ok "eight at once under one key get one report" equal \
    "$(cat "$work"/same-? | jq -r .code | sort -u | grep -c .) $(cat "$work"/same-? | jq -r .code | grep -c .)" "1 8"
for key in '' "$(printf 'x%.0s' $(seq 201))" 'có dấu' 'two words'; do
    [ -n "$key" ] || continue
    ok "a key that is none (${key:0:12}): 400" equal "$(post "$key" "$sent")" 400
done

echo "# what is refused, and where"
ok "no text" refused text '{"unit":"19753","category":"giao-thong"}'
ok "too short a text" refused text "$(report 'Ổ gà.')"
ok "a text beyond 10,000 signs" refused text "$(report "$(printf 'ă%.0s' $(seq 10001))")"
ok "… and one of exactly 10,000 is taken" equal "$(post '' "$(report "$(printf 'ă%.0s' $(seq 10000))")")" 201
ok "a unit that does not exist" refused unit '{"unit":"99999","category":"giao-thong","text":"Ổ gà trước trường."}'
ok "a category that does not exist" refused category '{"unit":"19753","category":"vu-tru","text":"Ổ gà trước trường."}'
ok "a category that belongs elsewhere" refused category '{"unit":"19753","category":"to-cao","text":"Ông ấy nhận tiền của dân."}'
ok "… with a sentence that says where" matches "$(field '.errors[0].detail')" 'Tố cáo|tiếp công dân'
ok "an identity that is none" refused identity "$(report 'Ổ gà trước trường.' '"identity":"secret"')"
ok "named without a name" refused name "$(report 'Ổ gà trước trường.' '"identity":"named"')"
ok "a telephone that is none" refused phone "$(report 'Ổ gà trước trường.' '"phone":"12"')"
ok "an e-mail address that is none" refused email "$(report 'Ổ gà trước trường.' '"email":"a@b"')"
ok "a latitude out of the country" refused lat "$(report 'Ổ gà trước trường.' '"lat":"51.5","lon":"107.5"')"
ok "a longitude without a latitude" refused lat "$(report 'Ổ gà trước trường.' '"lon":"107.5"')"
ok "a place of two lines" refused place "$(report 'Ổ gà trước trường.' '"place":"một\nhai"')"
post '' '{"unit":"19753","phone":"12"}' > /dev/null
ok "all faults at once" equal "$(field '[.errors[].field] | sort | join(",")')" category,phone,text
ok "a number instead of a text" matches "$(post '' '{"unit":19753,"category":"giao-thong","text":["a"]}')" '^4(00|22)$'
ok "an unknown member is not an error of ours" matches "$(post '' "$(report 'Ổ gà trước trường.' '"color":"red"')")" '^(201|422)$'
ok "a form instead of JSON: 415" equal "$(curl -sS -o "$work/body" -w '%{http_code}' -d 'unit=19753&category=giao-thong&text=abcdefghijk' "$url/api/v1/reports")" 415
ok "no JSON at all: 400" equal "$(post '' '{"unit":')" 400
ok "a page of another site may not send" equal "$(post '' "$sent" -H 'Origin: https://evil.example')" 403

echo "# reading"
ok "one report" equal "$(get "/api/v1/reports/$code")" 200
ok "… says what was sent, and how it stands" equal \
    "$(field '[.code, .unit, .category, .status, .text, .place] | join("|")')" \
    "$code|19753|giao-thong|received|Ổ gà sâu trước cổng trường.|Trước số 12 đường Chi Lăng"
ok "… and nobody's name or number" equal "$(grep -cE 'Hoa|0900|example.com' "$work/body")" 0
ok "… in small letters, without dashes" equal "$(get "/api/v1/reports/$(tr -d - <<< "${code,,}")")" 200
ok "a code with a wrong sign: 404" equal "$(get "/api/v1/reports/${code%?}$(tr 'A-Z2-9' 'B-Z2-9A' <<< "${code: -1}")")" 404
ok "… a problem with title, status, detail, instance" equal "$(field 'keys | join(",")')" detail,instance,status,title,type
for n in $(seq 45); do
    post "list-$n" "$(report "Hồ sơ thứ $n để lật trang.")" > /dev/null
    field .code >> "$work/codes"
done
next='?unit=19753'
pages=0
while [ -n "$next" ] && [ "$pages" -lt 20 ]; do
    get "/api/v1/reports$next" > /dev/null
    field '.items[].code' >> "$work/listed"
    next=$(field 'if .next then "?unit=19753&before=\(.next)" else "" end')
    pages=$((pages + 1))
done
ok "a list is items and next" equal "$(field 'keys | join(",")')" items,next
ok "the last page has next null" equal "$(field .next)" null
ok "before takes next until nothing is left" matches "$pages" '^[3-9]$'
ok "no report is listed twice" equal "$(sort "$work/listed" | uniq -d)" ''
ok "the newest come first, none is left out" equal "$(head -n 45 "$work/listed")" "$(tac "$work/codes")"
get '/api/v1/reports?status=received' > /dev/null
ok "a list by status" equal "$(field '[.items[].status] | unique | join(",")')" received
get '/api/v1/reports?unit=19774' > /dev/null
ok "another unit's list is empty" equal "$(field '.items | length')" 0
ok "a status that does not exist: 422" equal "$(get '/api/v1/reports?status=done') $(field '.errors[0].field')" '422 status'
ok "a unit that does not exist: 422" equal "$(get '/api/v1/reports?unit=1') $(field '.errors[0].field')" '422 unit'
ok "a before that is none: 422" equal "$(get '/api/v1/reports?before=x') $(field '.errors[0].field')" '422 before'
ok "HEAD is GET without a body" equal "$(curl -sS -I -o "$work/head" -w '%{http_code} %{size_download}' "$url/api/v1/reports")" '200 0'
ok "a method that it has not: 405" equal "$(curl -sS -X DELETE -o "$work/body" -D "$work/head" -w '%{http_code}' "$url/api/v1/reports")" 405
ok "… with Allow" head_has '^[Aa]llow: .*GET.*POST'

echo "# search without tone marks"
wanted=$(sqlite3 -readonly "$house/kheo.db" "SELECT code FROM report WHERE text LIKE 'Mất nắp cống%'")
found() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        get "/api/v1/reports?q=$1" > /dev/null
        [ "$(field '[.items[].code] | join(",")')" = "$wanted" ] && return 0
        sleep 0.3
    done
    cat "$work/body"
    return 1
}
ok "q=mat nap cong" found 'mat+nap+cong'
ok "q=nắp cống (NFC)" found 'n%E1%BA%AFp+c%E1%BB%91ng'
ok "q=nắp cống (NFD)" found 'na%CC%86%CC%81p+co%CC%82%CC%81ng'

echo "# the log"
ok "the head is a signed note of this log" equal "$(get /log/checkpoint) $(head -n 1 "$work/body")" '200 kheo.test/log'
size=$(sed -n 2p "$work/body")
ok "its size is the number of leaves" equal "$size" "$(sqlite3 -readonly "$house/kheo.db" 'SELECT count(*) FROM ledger_leaf')"
ok "the key is one vkey line" matches "$(cat "$work/vkey")" '^kheo\.test/log\+[0-9a-f]{8}\+A[A-Za-z0-9+/]{43}$'
get "/log/tile/0/000$([ "$size" -ge 256 ] || echo ".p/$size")" > "$work/status"
ok "the first tile" equal "$(cat "$work/status") $(stat -c %s "$work/body")" "200 $((size < 256 ? size * 32 : 8192))"
ok "… may be kept for ever" head_has '^[Cc]ache-[Cc]ontrol: .*immutable'
first=$(od -An -tx1 -N32 "$work/body" | tr -d ' \n')
get "/log/tile/entries/000$([ "$size" -ge 256 ] || echo ".p/$size")" > "$work/status"
length=$((0x$(od -An -tx1 -N2 "$work/body" | tr -d ' \n')))
ok "its first hash is that of the first entry" equal "$first" \
    "$({ printf '\0'; dd if="$work/body" bs=1 skip=2 count=$length 2> /dev/null; } | sha256sum | cut -d' ' -f1)"
ok "a tile beyond the tree: 404" equal "$(get /log/tile/0/999)" 404
ok "a tile by another spelling: 404" equal "$(get /log/tile/0/0)" 404
ok "a consistency proof" equal "$(get "/log/consistency/1/$size")" 200
ok "a receipt by its place in the log" equal "$(get /log/receipt/0) $(head -n 1 "$work/body")" '200 c2sp.org/tlog-proof@v1'

echo "# around it"
ok "/healthz" equal "$(get /healthz) $(cat "$work/body")" '200 ok'
ok "/metrics" equal "$(get /metrics) $(grep -c '^kheo_' "$work/body" | grep -c '[1-9]')" '200 1'
ok "/openapi.json" equal "$(get /openapi.json) $(field '.openapi[:3]')" '200 3.1'
ok "… lists the values of status" matches "$(cat "$work/body")" '"received".*"accepted".*"answered"'
ok "… and the sending" equal "$(field '.paths["/api/v1/reports"] | keys | sort | join(",")')" get,post
for address in "/T/$code" "/t/${code,,}" "/T/${code,,}"; do
    ok "the address of the QR code: ${address%%-*}…" matches \
        "$(curl -sS -o "$work/body" -w '%{http_code} %{redirect_url}' "$url$address")" "^30[1-8] $url/kiem-tra/ho-so/$code\$"
done
ok "the QR code" equal "$(get "/bien-nhan/$code/qr.svg") $(grep -c '<svg' "$work/body")" '200 1'
ok "an address of the API that is none answers in JSON" equal "$(get /api/v1/nothing) $(field .status)" '404 404'
stop

echo "# behind a proxy"
start serve --dir "$house" --proxy 127.0.0.1
secured() { curl -sS -D - -o /dev/null -H "X-Forwarded-Proto: $1" "$url/kiem-tra/ho-so" | grep -ci '^strict-transport-security'; }
ok "a list over http does not bind the browser to https" equal "$(secured http)" 0
ok "the same list over https does, though it was kept" equal "$(secured https)" 1
ok "and neither is given in the other's place" equal "$(secured http)$(secured https)" 01
ok "it ends when it is asked to, behind a proxy" stop

echo "# limits"
start serve --dir "$house"
for n in $(seq 80); do
    status=$(post "rate-$n" "$(report "Gửi dồn dập lần $n.")")
    [ "$status" = 201 ] || break
done
ok "whoever sends without a pause is asked to wait: 429" equal "$status" 429
ok "… for so many seconds" head_has '^[Rr]etry-[Aa]fter: [1-9]'
ok "… and may read meanwhile" equal "$(get /api/v1/reports)" 200
ok "kheo check" "$kheo" check --dir "$house"
finish
