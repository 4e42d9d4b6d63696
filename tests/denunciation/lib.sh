# For tests that plant markers in a house and search for them: pages and forms as people see them, and the search.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Sourced; $work/markers has the markers, $seen is a folder for what is seen, $house the house, db its options.
# shellcheck shell=bash
. tests/http/lib.sh

password='nón bài thơ bên cầu'
export LC_ALL=C.UTF-8

mark() { sed -n "s/^$1 //p" "$work/markers"; }
# What headers may not hold, a browser would have written so.
ascii() { node -p 'encodeURIComponent(process.argv[1])' "$1"; }

# page JAR PATH OPTIONS…: the body in $work/page, its token in $token, the status in $status.
page() {
    status=$(curl -sS -b "$work/jar-$1" -c "$work/jar-$1" -o "$work/page" -w '%{http_code}' "${@:3}" "$url$2")
    token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
}
# form JAR PAGE PATH STATUS FIELDS…: opens the page, sends the form that stands there.
form() {
    page "$1" "$2"
    fields=()
    for field in "${@:5}"; do fields+=(--data-urlencode "$field"); done
    page "$1" "$3" --data-urlencode "token=$token" "${fields[@]}"
    [ "$status" = "$4" ] || { echo "status $status"; sed 's/<[^>]*>//g; /^ *$/d' "$work/page" | head -n 40; false; }
}
add_person() { # SIGN-IN UNIT POWERS
    "$kheo" identity add --dir "$house" "${db[@]}" --sign-in "$1" --name "Người $1" --unit "$2" --title "Cán bộ" \
        --power "$3" --password "$password" --chosen > /dev/null 2>> "$seen/log"
}
sign_in() { form "$1" /dang-nhap /dang-nhap 303 "sign_in=$1" "password=$password"; }
make_key() { form "$1" /cb/khoa /cb/khoa 303 "passphrase=cầu gỗ $(mark "passphrase-$1")" "again=cầu gỗ $(mark "passphrase-$1")"; }

# look PLACE…: how many hits, each told in $work/hits.
look() {
    node tests/denunciation/seek.mjs "$work/markers" "$@" > "$work/hits" 2>> "$work/read"
    sed -n 's/^hits //p' "$work/hits"
}
none_in() { # NAME PLACE…
    found=$(look "${@:2}")
    ok "sealed: nothing in $1" none "$found"
}
# No count at all: the search itself failed, and $work/read says why.
none() { [ "$1" = 0 ] || { cat "$work/hits" "$work/read"; false; }; }
some_in() {
    found=$(look "${@:2}")
    ok "control: something in $1" [ "${found:-0}" -gt 0 ]
}
processes() { for pid in $server $(pgrep -P "$server"); do echo "mem:$pid"; done; }
