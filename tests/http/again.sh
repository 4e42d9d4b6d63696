#!/bin/bash
# A form that came too fast: what was typed is on the page that refuses it, and is sent from there.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/again.sh     (B=build/asan for another build)
. tests/http/lib.sh

house=$work/house
text='Rác chất đống ở kiệt 3 đường Chi Lăng, "ba ngày" chưa ai hốt & <hôi> lắm.'
"$kheo" init --dir "$house" > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" > /dev/null 2>> "$work/log"
start serve --dir "$house"

site=same-origin
# send PATH CURL-ARGS…: as a form of a page of that site; the page goes to $work/page, the code to standard output.
send() {
    local path=$1
    shift
    curl -sS -D "$work/head" -o "$work/page" -w '%{http_code}' -H "Sec-Fetch-Site: $site" "$@" "$url$path"
}
# token_of PATH: of the form on that page.
token_of() {
    curl -sS "$url$1" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1
}
# hurried ARGS…: the same, of a sender whose network has nothing left; each second gives it one more.
hurried() {
    local code
    for _ in $(seq 5); do
        for _ in $(seq 100); do
            [ "$(send /gui -d token=nobody)" = 429 ] && break
        done
        code=$(send "$@")
        [ "$code" = 429 ] && break
    done
    echo "$code"
}

ok "a draft is begun" equal "$(send /gui --data-urlencode "token=$(token_of /gui)")" 303
draft=$(sed -n 's#^[Ll]ocation: /gui/\([^/]*\)/.*#\1#p' "$work/head")
step=/gui/$draft/noi-dung
token=$(token_of "$step")
ok "whoever sends without a pause is asked to wait" equal "$(hurried "$step" --data-urlencode "token=$token" --data-urlencode "text=$text")" 429
ok "… with what was typed" grep -q 'Rác chất đống ở kiệt 3 đường Chi Lăng, &quot;ba ngày&quot; chưa ai hốt &amp; &lt;hôi&gt; lắm\.' "$work/page"
ok "… the same token" grep -q "name=\"token\" value=\"$token\"" "$work/page"
ok "… and how long to wait" grep -Eq 'Gửi lại được sau [0-9]+ giây' "$work/page"
head -c 3000000 /dev/urandom > "$work/photo.jpg"
ok "a form with a file is shown, and not to be sent without it" equal "$(hurried "$step" -F "token=$token" -F "text=$text" \
    -F "photos=@$work/photo.jpg;type=image/jpeg") $(grep -c 'chọn lại tệp' "$work/page") $(grep -c '>Gửi lại<' "$work/page")" "429 1 0"
ok "a form of another site is not shown" equal "$(site=cross-site hurried "$step" \
    --data-urlencode "text=$text") $(grep -c 'kiệt 3' "$work/page")" "429 0"
wait_s=$(sed -n 's/^[Rr]etry-[Aa]fter: \([0-9]*\).*/\1/p' "$work/head")
ok "nor a sealed one" equal "$(send /to-cao/gui --data-urlencode "text=$text") $(grep -c 'kiệt 3' "$work/page")" "403 0"
sleep $((wait_s + 1))
ok "sent again after that, it is taken" equal "$(send "$step" --data-urlencode "token=$token" --data-urlencode "text=$text")" 303
ok "… as it was typed" grep -q 'kiệt 3 đường Chi Lăng, "ba ngày" chưa ai hốt &amp; &lt;hôi&gt; lắm\.' \
    <(curl -sS "$url$step")
stop
finish
