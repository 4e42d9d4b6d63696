#!/bin/bash
# Input that no browser sends: each piece gets a clear refusal, and the server lives on.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/hostile.sh        (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
"$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house" --no-rate-limits
H='Host: localhost\r\nConnection: close\r\n'
J="${H}Content-Type: application/json\r\n"
F="${H}Content-Type: application/x-www-form-urlencoded\r\n"
M="${H}Content-Type: multipart/form-data; boundary=x\r\n"

# The status that came back; "cut" when the server only closed, "silent" when it waits for more.
status_of() {
    "$B/outside/raw" "$port" "$@" > "$work/reply" 2> /dev/null
    case $? in
    0) sed -n '1s/^HTTP\/1.1 \([0-9]*\).*/\1/p' "$work/reply" ;;
    1) echo cut ;;
    *) echo silent ;;
    esac
}
# refused WHAT STATUS REQUEST: the request with printf's escapes.
refused() {
    ok "$1" matches "$(printf '%b' "$3" | status_of)" "^($2)\$"
    alive "$1"
}
# The last answer was a page or a problem of ours: with our headers and a sentence.
whole() {
    ok "$1, with our headers" matches "$(grep -c -e '^Content-Security-Policy:' -e '^X-Content-Type-Options:' -e '^Date: .* GMT' -e '^Connection: close' "$work/reply")" '^4'
    ok "$1, with its sentence" grep -q "$2" "$work/reply"
}
# A body with its length in front.
with() {
    printf '%s\\r\\nContent-Length: %s\\r\\n\\r\\n%s' "${1%\\r\\n}" "$(printf '%b' "$2" | wc -c)" "$2"
}
api() {
    with "POST /api/v1/reports HTTP/1.1\r\n$J" "$1"
}
alive() {
    kill -0 "$server" 2> /dev/null || {
        echo "Bail out! the server died of: $1"
        tail -n 3 "$work/log" | sed 's/^/# /'
        exit 1
    }
}
long() {
    head -c "$1" /dev/zero | tr '\0' "$2"
}

echo "# request lines and heads"
refused "an unknown method" '501|405' "BREW /api/v1/reports HTTP/1.1\r\n$H\r\n"
refused "a method of noise" 400 "\x01\x02\xff / HTTP/1.1\r\n$H\r\n"
refused "TRACE" '501|405' "TRACE / HTTP/1.1\r\n$H\r\n"
refused "CONNECT" 400 "CONNECT evil.example:443 HTTP/1.1\r\n$H\r\n"
refused "PUT where only GET is" 405 "PUT /healthz HTTP/1.1\r\n${H}Content-Length: 0\r\n\r\n"
refused "no Host" 400 "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
refused "two Hosts" 400 "GET / HTTP/1.1\r\n${H}Host: other\r\n\r\n"
refused "two lengths" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
refused "a length and chunks" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
refused "a negative length" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: -1\r\n\r\n"
refused "a length of letters" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: ten\r\n\r\n{}"
refused "a length beyond every number" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: 99999999999999999999999\r\n\r\n{}"
refused "a length with a sign" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: +2\r\n\r\n{}"
refused "two lengths in one line" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: 2, 2\r\n\r\n{}"
refused "a coding twice" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
refused "a coding in HTTP/1.0" 400 "POST /api/v1/reports HTTP/1.0\r\n${J}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
refused "a coding that nobody knows" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Transfer-Encoding: gzip\r\n\r\n{}"
C="POST /api/v1/reports HTTP/1.1\r\n${J}Transfer-Encoding: chunked\r\n\r\n"
refused "chunks of a size that is none" 400 "${C}zz\r\n{}\r\n0\r\n\r\n"
refused "a chunk with an extension" 400 "${C}2;a=b\r\n{}\r\n0\r\n\r\n"
refused "a chunk's extension that ends with a bare line feed" 400 "${C}2;a\n{}\r\n0\r\n\r\n"
refused "a chunk's size that ends with a bare line feed" 400 "${C}2\n{}\r\n0\r\n\r\n"
refused "a chunk longer than it says" 400 "${C}2\r\n{}}\r\n0\r\n\r\n"
refused "a chunk of 2 to the 64th" 400 "${C}10000000000000000\r\n{}\r\n0\r\n\r\n"
refused "a chunk's size in its own fashion" 400 "${C}0x2\r\n{}\r\n0\r\n\r\n"
refused "a trailer" 400 "${C}2\r\n{}\r\n0\r\nX-A: b\r\n\r\n"
refused "chunks as they should be" 422 "${C}1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"
refused "a control sign in a header" 400 "GET / HTTP/1.1\r\n${H}X-A: a\x01b\r\n\r\n"
refused "a NUL in a header" 400 "GET / HTTP/1.1\r\n${H}X-A: a\x00b\r\n\r\n"
refused "a header without a name" 400 "GET / HTTP/1.1\r\n${H}: x\r\n\r\n"
refused "a folded header" 400 "GET / HTTP/1.1\r\n${H}X-A: a\r\n b\r\n\r\n"
refused "a folded header, by a tab" 400 "GET / HTTP/1.1\r\n${H}X-A: a\r\n\tb\r\n\r\n"
refused "bare line feeds" 400 "GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n"
whole "… are refused" 'phải kết thúc bằng CR và LF'
refused "one bare line feed among others" 400 "GET / HTTP/1.1\r\n${H}X-A: a\nX-B: b\r\n\r\n"
refused "an empty line that is a bare line feed" 400 "GET / HTTP/1.1\r\n${H}\n"
refused "a bare carriage return" 400 "GET / HTTP/1.1\r\n${H}X-A: a\rX-B: b\r\n\r\n"
refused "a space before the colon" 400 "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length : 2\r\n\r\n{}"
refused "a space before the first header" 400 "GET / HTTP/1.1\r\n ${H}\r\n"
refused "a NUL in the address" 400 "GET /\x00/ HTTP/1.1\r\n$H\r\n"
refused "two spaces in the first line" 400 "GET  / HTTP/1.1\r\n$H\r\n"
refused "a version of the future" 400 "GET / HTTP/9.9\r\n$H\r\n"
refused "HTTP/2 without a word before" 400 "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
refused "HTTP/0.9" '400|cut|silent' "GET /\r\n"
refused "no line at all" 400 '\r\n\r\n\r\n'
refused "TLS where HTTP is spoken" 400 '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'
refused "an address of 3,000 signs" 414 "GET /$(long 3000 a) HTTP/1.1\r\n$H\r\n"
refused "a header of 30,000 signs" 431 "GET / HTTP/1.1\r\n${H}X-A: $(long 30000 a)\r\n\r\n"
whole "… is refused" 'phần đầu quá dài'
refused "a header of 12,000 signs is read" 200 "GET / HTTP/1.1\r\n${H}X-A: $(long 12000 a)\r\n\r\n"
refused "an address without an end" 414 "GET /$(long 30000 a)"
refused "a hundred headers" 431 "GET / HTTP/1.1\r\n${H}$(for n in $(seq 100); do printf 'X-%s: a\\r\\n' "$n"; done)\r\n"
refused "a cookie of noise" '200' "GET / HTTP/1.1\r\n${H}Cookie: =;;;__Host-kheo=\"\\\\;=;a==b; __Host-kheo=../../x\r\n\r\n"
refused "a language of noise" '200' "GET / HTTP/1.1\r\n${H}Accept-Language: ;q=;,,*;q=9e9,vi;q=-1\r\n\r\n"

echo "# addresses"
refused "a path that climbs" '400|404' "GET /../../etc/passwd HTTP/1.1\r\n$H\r\n"
refused "… percent-encoded" '400|404' "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n$H\r\n"
refused "… with encoded slashes" '400|404' "GET /log/tile/..%2f..%2fkheo.db HTTP/1.1\r\n$H\r\n"
refused "… twice encoded" '400|404' "GET /%252e%252e/etc/passwd HTTP/1.1\r\n$H\r\n"
refused "a NUL in the path" '400|404' "GET /api/v1/reports/PX%00 HTTP/1.1\r\n$H\r\n"
refused "a percent that ends too soon" '400|404' "GET /api/v1/reports/%4 HTTP/1.1\r\n$H\r\n"
refused "a percent of other letters" '400|404' "GET /api/v1/reports/%zz HTTP/1.1\r\n$H\r\n"
refused "overlong UTF-8 in the path" '400|404' "GET /don-vi/%c0%af HTTP/1.1\r\n$H\r\n"
refused "half a letter in the path" '400|404' "GET /don-vi/%e1%ba HTTP/1.1\r\n$H\r\n"
refused "half a letter in the query" '400|422' "GET /api/v1/reports?unit=%e1%ba HTTP/1.1\r\n$H\r\n"
refused "raw bytes in the path" '400|404' "GET /don-vi/\xff\xfe HTTP/1.1\r\n$H\r\n"
refused "slashes without end" '400|404' "GET ////////////////////////healthz HTTP/1.1\r\n$H\r\n"
refused "an absolute address" 400 "GET http://evil.example/healthz HTTP/1.1\r\n$H\r\n"
refused "an address without a slash" 400 "GET healthz HTTP/1.1\r\n$H\r\n"
refused "a query of nothing but signs between" '200|400|422' "GET /api/v1/reports?$(long 1900 '&')a=b HTTP/1.1\r\n$H\r\n"
refused "a query of six hundred parameters" '400|413|422' "GET /api/v1/reports?$(for n in $(seq 600); do printf 'a=&'; done) HTTP/1.1\r\n$H\r\n"
refused "a parameter twice" '200|400|422' "GET /api/v1/reports?unit=19753&unit=19774 HTTP/1.1\r\n$H\r\n"
refused "the key that is no file" 404 "GET /ledger.key HTTP/1.1\r\n$H\r\n"
refused "a redirect that leaves the house" '200|303|400|404' "GET /giao-dien?ve=//evil.example/ HTTP/1.1\r\n$H\r\n"
ok "… does not leave it" equal "$(grep -ci '^location: *\(//\|http\)' "$work/reply")" 0
refused "a line feed in an address that is given back" '[2-4]..' "GET /t/PX%0d%0aSet-Cookie:a=b HTTP/1.1\r\n$H\r\n"
ok "… makes no header" equal "$(grep -ci '^set-cookie: *a=b' "$work/reply")" 0

echo "# JSON"
refused "an empty body" '400|422' "$(api '')"
refused "cut short" 400 "$(api '{"unit":"19753"')"
refused "no object" '400|422' "$(api '[]')"
refused "a lone number" '400|422' "$(api '1e999999')"
refused "nested a thousand deep" '400|422' "$(api "$(long 1000 '[')$(long 1000 ']')")"
refused "a member twice" '400|422' "$(api '{"unit":"19753","unit":"19774","category":"giao-thong","text":"Ổ gà trước trường."}')"
refused "bytes that are not UTF-8" '400|422' "$(api '{"unit":"19753","category":"giao-thong","text":"\xff\xfe\xfd abc abc abc"}')"
refused "overlong UTF-8" '400|422' "$(api '{"unit":"19753","category":"giao-thong","text":"\xc0\xaf abc abc abc abc"}')"
refused "a surrogate" '400|422' "$(api '{"unit":"19753","category":"giao-thong","text":"\xed\xa0\x80 abc abc abc abc"}')"
refused "half an escaped pair" '400|422' "$(api '{"unit":"19753","category":"giao-thong","text":"\\ud800 abc abc abc abc"}')"
refused "an escaped NUL" '400|422' "$(api '{"unit":"19753","category":"giao-thong","text":"abc\\u0000abc abc abc abc"}')"
refused "a control sign in a line" 422 "$(api '{"unit":"19753","category":"giao-thong","text":"Ổ gà trước trường.","place":"a\\u0007b"}')"
refused "UTF-16" '400|415|422' "$(api '\xff\xfe{\x00}\x00')"
refused "a letter that turns the text around" '201|422' "$(api '{"unit":"19753","category":"giao-thong","text":"Ổ gà \\u202e trước trường."}')"
refused "SQL" 422 "$(api '{"unit":"19753'"'"' OR 1=1 --","category":"giao-thong","text":"Ổ gà trước trường."}')"
refused "a script is a text like another" 201 "$(api '{"unit":"19753","category":"giao-thong","text":"<script>alert(1)</script> Ổ gà trước trường."}')"
code=$(sed -n 's/.*"code":"\([^"]*\)".*/\1/p' "$work/reply")
printf '%b' "GET /kiem-tra/ho-so/$code HTTP/1.1\r\n$H\r\n" | status_of > /dev/null
ok "… and is not run on the page" matches "$(grep -c '&lt;script&gt;alert' "$work/reply") $(grep -c '<script>alert' "$work/reply")" '^[1-9] 0$'

echo "# sizes and slowness"
{ printf '%b' "POST /api/v1/reports HTTP/1.1\r\n${J}Content-Length: 20000000\r\n\r\n"; long 20000000 a; } > "$work/huge"
ok "twenty megabytes" matches "$(status_of < "$work/huge")" '^(413|cut)$'
alive "twenty megabytes"
{ printf '%b' "POST /api/v1/reports HTTP/1.1\r\n${J}Transfer-Encoding: chunked\r\n\r\n"
  for _ in $(seq 40); do printf '2000\r\n'; long 8192 a; printf '\r\n'; done
  printf '0\r\n\r\n'; } > "$work/chunks"
ok "chunks beyond the limit" matches "$(status_of < "$work/chunks")" '^(413|cut)$'
alive "chunks"
api "{\"unit\":\"19753\",\"category\":\"giao-thong\",\"text\":\"$(long 60000 a)\"}" > "$work/wide"
ok "one field of sixty thousand letters" equal "$(printf '%b' "$(cat "$work/wide")" | status_of)" 422
printf '%b' "$(api '{"unit":"19753","category":"giao-thong","text":"Từng chữ một, chậm rãi."}')" > "$work/slow"
ok "a client that sends seven bytes at a time is served" equal "$(status_of 7 20 < "$work/slow")" 201
head -c 150 "$work/slow" > "$work/half"
ok "a body that never comes keeps nobody waiting" matches "$(status_of < "$work/half"; curl -sS -m 2 "$url/healthz")" 'ok$'
printf 'GET / HTTP/1.1\r\nHost: localhost\r\nX-A: %s' "$(long 200 a)" > "$work/drip"
"$B/outside/raw" "$port" 1 250 15000 < "$work/drip" > "$work/dripped" 2> /dev/null &
drip=$!
{ printf '%b' "POST /gui HTTP/1.1\r\n${F}Content-Length: 60000\r\n\r\n"; long 60000 a; } > "$work/trickle"
"$B/outside/raw" "$port" 200 1000 15000 < "$work/trickle" > "$work/trickled" 2> /dev/null &
trickle=$!
for _ in $(seq 200); do
    "$B/outside/raw" "$port" 100000 0 4000 < "$work/half" > /dev/null 2>&1 &
    waits="$waits $!"
done
ok "two hundred half requests beside one whole" equal "$(curl -sS -m 3 -o /dev/null -w '%{http_code}' "$url/api/v1/reports")" 200
# shellcheck disable=SC2086 # numbers
wait $waits
alive "half requests"
wait "$drip" "$trickle"
ok "a head of a sign every quarter of a second is cut off after ten" equal "$(head -c 12 "$work/dripped")" 'HTTP/1.1 408'
ok "a body of 200 bytes a second too" equal "$(head -c 12 "$work/trickled")" 'HTTP/1.1 408'
printf '%b' "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nPOST /api/v1/reports HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\nHEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\n$H\r\n" | status_of > /dev/null
ok "four requests in one packet get four answers in their order" equal "$(sed -n 's/^.*HTTP\/1.1 \([0-9]*\).*/\1/p' "$work/reply" | tr '\n' ' ')" '200 422 200 200 '

echo "# forms"
refused "a form without its token" 403 "$(with "POST /gui HTTP/1.1\r\n$F" 'unit=19753')"
refused "a form of noise" '400|403|422' "$(with "POST /gui HTTP/1.1\r\n$F" '%%%=&&&==\xff%zz')"
refused "multipart cut short" '400|403' "$(with "POST /gui HTTP/1.1\r\n$M" '--x\r\nContent-Disposition: form-data; name="unit"\r\n\r\n197')"
refused "multipart without a boundary" '400|403|415' "$(with "POST /gui HTTP/1.1\r\n${H}Content-Type: multipart/form-data\r\n" '--x--')"
refused "multipart with a boundary of 300 signs" '400|403' "$(with "POST /gui HTTP/1.1\r\n${H}Content-Type: multipart/form-data; boundary=$(long 300 b)\r\n" '--b--')"
refused "multipart with a file where none is asked for" '400|403|415|422' "$(with "POST /gui HTTP/1.1\r\n$M" '--x\r\nContent-Disposition: form-data; name="f"; filename="../../a.php"\r\nContent-Type: image/png\r\n\r\n\x89PNG\r\n--x--\r\n')"
refused "multipart heads without end" '400|403|413' "$(with "POST /gui HTTP/1.1\r\n$M" "--x\r\n$(long 20000 h)")"
refused "an act under a secret that is none" '403|404|422' "$(with "POST /kiem-tra/ho-so/$code/withdraw HTTP/1.1\r\n$F" 'secret=AAAAAAAA')"

ok "the server is the same, and well" equal "$(curl -sS "$url/healthz")" ok
alive "all of it"
ok "no answer was our fault" equal "$(grep -cE 'status=(500|50[2-9])' "$work/log")" 0
ok "nothing panicked" equal "$(grep -c 'event=panic' "$work/log")" 0
ok "kheo check" "$kheo" check --dir "$house"
ok "it ends when it is asked to" stop

echo "# one network"
start serve --dir "$house" --network-connections 20
for _ in $(seq 20); do
    exec {held}<> "/dev/tcp/127.0.0.1/$port"
done
refused "the twenty-first connection" '429|cut' "GET /healthz HTTP/1.1\r\n$H\r\n"
exec {held}>&-
sleep 0.5
refused "the next one after one has left is served" 200 "GET /healthz HTTP/1.1\r\n$H\r\n"
ok "it ends when it is asked to, with nineteen silent peers" stop
finish
