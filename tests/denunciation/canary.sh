#!/bin/bash
# Plants markers in every field and header of a denunciation, and searches for them wherever anybody can look.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/denunciation/canary.sh        (B=build/asan for another build; with KHEO_POSTGRES that database;
#                                            LONG=1 waits a minute before it looks)
#
# Required: none in what the accused, a colleague, an administrator, an identity officer, an outside client, whoever
# runs the database, and whoever steals a backup can reach; nor in the server's memory. The same is then done with a
# server that seals and wipes nothing (unsealed.c), in which the same search must find them.
. tests/denunciation/lib.sh

form_address=2001:db8:4d2a:91c7:be03:77f1:6a5e:c0d4

# markers FILE: a word of its own for each place, with signs that every encoding writes differently.
markers() {
    for name in accused text name address contact message reply wrong-secret user-agent language referer cookie \
        header query extra-value file-name file-bytes picture picture-name picture-tail pdf-author pdf-tail rendition passphrase-lan \
        passphrase-minh passphrase-hoa passphrase-ngan; do
        echo "$name Qễ$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')ặZ"
    done > "$1"
    # What a name of a field may be.
    echo "extra-name q$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')" >> "$1"
    echo "peer $form_address" >> "$1"
    [ ! -e "$work/pixels" ] || cat "$work/pixels" >> "$1"
}
# photo TO: a picture with a marker where a telephone writes the place, and, behind a hundred kilobytes, another.
photo() {
    local said
    said=$(mark picture)
    {
        head -c 2 fuzz/corpus/picture/turned.jpg
        printf "\\377\\376\\0\\x$(printf %02x $((${#said} + 2)))%s" "$said"
        tail -c +3 fuzz/corpus/picture/turned.jpg
        head -c "$2" /dev/zero
        mark picture-tail
    } > "$1"
}
# scan TO: a PDF with a marker as its author, and one behind its end.
scan() {
    LC_ALL=C sed "s/Author(GPS[^)]*)/Author($(mark pdf-author))/" fuzz/corpus/scan/searched.pdf > "$1" &&
        grep -q "$(mark pdf-author)" "$1" && mark pdf-tail >> "$1"
}
# From the page on which it is read: what stands near the end of the picture. The same file gives the same bytes.
learn_pixels() {
    grep -o 'data:image/jpeg;base64,[A-Za-z0-9+/=]*' "$work/page" | head -n 1 | sed 's/.*,//' | base64 -d > "$work/seen.jpg"
    local bytes
    bytes=$(od -An -tx1 -v -j $(($(stat -c %s "$work/seen.jpg") - 40)) -N 30 "$work/seen.jpg" | tr -d ' \n')
    [ ${#bytes} = 60 ] && echo "pixels bytes:$bytes" > "$work/pixels" && cat "$work/pixels" >> "$work/markers"
}
# Every header and field that a client may bring, and a file, which nobody asked for.
send() {
    headers=(-A "$(mark user-agent)" -H "Accept-Language: $(ascii "$(mark language)")" -e "$url/$(ascii "$(mark referer)")"
        -H "Cookie: tieng=vi; la=$(ascii "$(mark cookie)")" -H "X-Denouncer: $(mark header)"
        -H "X-Forwarded-For: $form_address" -H 'Accept-Encoding: gzip')
    page none "/to-cao/gui?q=$(ascii "$(mark query)")"
    printf '\377\330Exif%s' "$(mark file-bytes)" > "$work/photo"
    photo "$work/picture" 0
    curl -sS -o "$work/page" -w '%{http_code}' "${headers[@]}" -F "token=$token" -F "accused=Ông $(mark accused)" \
        -F position=leader -F unit=19753 -F "text=Việc $(mark text) ngày 2 tháng 3" -F identity=named \
        -F "name=$(mark name)" -F "address=Số 7 $(mark address)" -F "contact=$(mark contact)" \
        -F "$(mark extra-name)=$(mark extra-value)" -F "file=@$work/photo;filename=$(mark file-name)" \
        -F "pictures=@$work/picture;filename=$(mark picture-name)" \
        "$url/to-cao/gui?q=$(ascii "$(mark query)")" > "$work/status"
    sed -n 's/.*<p class="k-code">\(TC-[^<]*\)<.*/\1/p' "$work/page" > "$work/code"
    sed -n 's/.*id="secret">\([^<]*\)<.*/secret \1/p' "$work/page" >> "$work/markers"
    equal 200 "$(cat "$work/status")" && grep -q '^TC-' "$work/code" && grep -q '^secret .' "$work/markers"
}
write_more() {
    form none /to-cao/hop-thu /to-cao/hop-thu 422 "code=$code" "secret=ba $(mark wrong-secret)" &&
        form none /to-cao/hop-thu /to-cao/hop-thu 200 "code=$code" "secret=$secret" && photo "$work/picture" 100000 &&
        scan "$work/scan" &&
        page none /to-cao/hop-thu -F "token=$token" -F "code=$code" -F "secret=$secret" -F "text=Thêm $(mark message)" \
            -F "pictures=@$work/picture;filename=$(mark picture-name)" -F "pictures=@$work/scan" &&
        equal 200 "$status" && grep -q 'Ảnh gửi ngày' "$work/page"
}
# Its reader opens it, answers, the name is opened by all who it takes, and it becomes a case.
read_it() {
    passphrase="cầu gỗ $(mark passphrase-lan)"
    form lan "/cb/to-cao/$code" "/cb/to-cao/$code/mo" 200 "passphrase=$passphrase" && grep -q "$(mark text)" "$work/page" &&
        grep -q "$(mark message)" "$work/page" && learn_pixels &&
        form lan "/cb/to-cao/$code" "/cb/to-cao/$code/tra-loi" 303 "text=Hỏi $(mark reply)" &&
        hand_on && form lan "/cb/to-cao/$code" "/cb/to-cao/$code/hoi-ten" 303 reason=verify &&
        form minh "/cb/ho-ten/$code" "/cb/ho-ten/$code" 303 "passphrase=cầu gỗ $(mark passphrase-minh)" &&
        form hoa "/cb/ho-ten/$code" "/cb/ho-ten/$code" 303 "passphrase=cầu gỗ $(mark passphrase-hoa)" &&
        form lan "/cb/to-cao/$code" "/cb/to-cao/$code/mo-ten" 200 "name_passphrase=$passphrase" &&
        grep -q "$(mark name)" "$work/page" && grep -q "$(mark contact)" "$work/page" &&
        form lan "/cb/to-cao/$code" "/cb/to-cao/$code/vao-so" 303 channel=web &&
        page lan "/cb/to-cao/$code" && case=$(grep -o '/cb/to-cao/hs/[^"]*' "$work/page") &&
        form lan "$case" "$case/sign" 303 &&
        form none /to-cao/hop-thu /to-cao/hop-thu 200 "code=$code" "secret=$secret" && grep -q "$(mark reply)" "$work/page"
}
# Whoever verifies opens a copy in which half of the picture is black.
hand_on() {
    form lan "/cb/to-cao/$code/giao" "/cb/to-cao/$code/giao" 200 "passphrase=$passphrase" enclosure="$(first_enclosure)" &&
        verifier=$(grep -o '<option value="[0-9]*" *>Người ngan' "$work/page" | head -n 1 | grep -o '[0-9]*') &&
        form lan "/cb/to-cao/$code/giao" "/cb/to-cao/$code/giao" 303 "passphrase=$passphrase" enclosure="$(first_enclosure)" \
            "text=Xem $(mark rendition)" "verifier_1=$verifier" is_clean=1 gives_1=1 "boxes_1=0 0 1000 500" &&
        page ngan /cb/xac-minh && copy=$(grep -o '/cb/xac-minh/[0-9]*' "$work/page" | head -n 1) &&
        form ngan "$copy" "$copy" 200 "passphrase=cầu gỗ $(mark passphrase-ngan)" && grep -q "$(mark rendition)" "$work/page" &&
        grep -q 'data:image/jpeg' "$work/page" && ! grep -q "$(mark text)" "$work/page"
}
first_enclosure() {
    curl -sS -b "$work/jar-lan" "$url/cb/to-cao/$code/giao" | grep -o 'name="enclosure" type="radio" value="[0-9]*"' |
        head -n 1 | grep -o '[0-9]*'
}
# Every page of the routes, the case itself, and what these lead to, as each of them sees it.
crawl() { # JAR
    mkdir -p "$seen/pages-$1"
    {
        "$kheo" routes | awk '$1 == "GET" && $2 !~ /[:*]/ { print $2 }'
        printf '%s\n' "/cb/to-cao/$code" "$case" "/cb/ho-ten/$code" "/to-cao/$code" "/t/$code" "/log/tile/0/000.p/1" \
            /log/tile/entries/000 "/kiem-tra/ho-so/$code" "/api/v1/reports/$code"
    } > "$work/paths"
    for round in 1 2; do
        while read -r path; do
            [ -e "$seen/pages-$1/${path//\//_}" ] ||
                curl -sS -b "$work/jar-$1" -o "$seen/pages-$1/${path//\//_}" "$url$path"
        done < <(sort -u "$work/paths" | head -n 250)
        [ $round = 2 ] || grep -rhoE 'href="/[^"?#]*"' "$seen/pages-$1" | sed 's/href="//; s/"$//' |
            grep -v '^/a/\|/dang-xuat' >> "$work/paths"
    done
}
# Those who search see nothing of it. The page says what was searched for, so it is asked how many there are.
search_finds() {
    for marker in accused text name address contact message; do
        curl -sS -G --data-urlencode "q=$(mark $marker)" --data-urlencode "tim=$(mark $marker)" "$url/api/v1/reports" |
            jq -e '.items == []' > /dev/null || return 1
    done
}

# live NAME none|some MARKERS: a house from its beginning until a denunciation is in; $kheo is the server that it has.
# In the memory of that one is then nothing, or something, MARKERS among it.
live() {
    seen=$work/$1
    house=$seen/house
    db=()
    archive=(--archive "$seen/archive")
    mkdir -p "$seen/archive" "$seen/tmp"
    markers "$work/markers"
    rm -f "$work"/jar-*
    touch "$work/jar-none" "$work/jar-outside"
    if [ -n "${KHEO_POSTGRES:-}" ]; then db=(--db "$KHEO_POSTGRES&dbname=$1") archive=(); fi
    "$kheo" init --dir "$house" "${db[@]}" --origin kheo.test/log > /dev/null 2>> "$seen/log"
    "$kheo" org import --dir "$house" "${db[@]}" --hue > /dev/null 2>> "$seen/log"
    "$kheo" backup keygen --to "$seen/key" > /dev/null && cp "$seen/key.pub" "$house/backup.pub"
    add_person lan 46 denunciation.handle
    add_person minh 46 denunciation.identity
    add_person hoa 46 denunciation.identity
    add_person ngan 46 denunciation.verify
    add_person tam 19753 denunciation.handle,denunciation.identity,denunciation.verify,feedback.handle
    add_person dan 46 feedback.handle,report.read
    add_person kim 46 admin,identity.manage,org.manage
    TMPDIR=$seen/tmp start serve --dir "$house" "${db[@]}" --no-rate-limits --proxy 127.0.0.1 "${archive[@]}"
    for who in lan minh hoa ngan tam dan kim; do ok "$1: $who signs in" sign_in $who; done
    for who in lan minh hoa ngan; do ok "$1: $who makes a key" make_key $who; done
    ok "$1: a denunciation is sent, with a marker in everything" send
    # shellcheck disable=SC2046 # paths of our own, without spaces
    "$2_in" "the server's memory right behind it" $(processes)
    for name in $3; do
        ok "control: … that $name among it" grep -q " $name " "$work/hits"
    done
    code=$(cat "$work/code")
    secret=$(mark secret)
    ok "$1: its sender writes more" write_more
}

# Databases are searched where they lie, and as a dump: a marker may go over the end of a page.
database_places() {
    if [ -n "${KHEO_POSTGRES:-}" ]; then
        psql -q "$KHEO_POSTGRES&dbname=$1" -c CHECKPOINT
        pg_dump "$KHEO_POSTGRES&dbname=$1" > "$seen/dump"
        echo "$seen/dump $(psql -qAt "$KHEO_POSTGRES&dbname=$1" -c 'SHOW data_directory') $house"
    else
        sqlite3 -readonly "$house/kheo.db" .dump > "$seen/dump"
        echo "$seen/dump $house"
    fi
}
if [ -n "${KHEO_POSTGRES:-}" ]; then
    psql -q "$KHEO_POSTGRES" -c 'CREATE DATABASE sealed' -c 'CREATE DATABASE unsealed'
fi
markers "$work/markers"
ok "the search finds every marker in every encoding" node tests/denunciation/seek.mjs --self "$work/markers"

live sealed none
ok "sealed: it is read, answered, and its name opened" read_it
if [ -n "${LONG:-}" ]; then sleep 60; else sleep 2; fi
# shellcheck disable=SC2046 # paths of our own, without spaces
none_in "its memory when it was read" $(processes)
for who in outside tam dan kim minh ngan; do crawl $who; done
ok "sealed: the accused's pages are pages" grep -q "Người tam" "$seen/pages-tam/_cb_to-cao"
none_in "what an outside client sees" "$seen/pages-outside"
none_in "what the accused sees" "$seen/pages-tam"
none_in "what a colleague sees" "$seen/pages-dan"
none_in "what an administrator sees" "$seen/pages-kim"
none_in "what an identity officer sees" "$seen/pages-minh"
none_in "what one who verifies sees without the passphrase" "$seen/pages-ngan"
# shellcheck disable=SC2046
none_in "its memory later on" $(processes)
# Behind the look at its memory: what is searched for goes through pages that seal nothing.
ok "sealed: who searches finds nothing" search_finds
# shellcheck disable=SC2046
none_in "the database, its log, its search index, the data folder" $(database_places sealed)
none_in "the log" "$seen/log" "$work/log" "$work/said"
none_in "temporary files" "$seen/tmp"
if [ -z "${KHEO_POSTGRES:-}" ]; then
    ok "sealed: a backup is made" "$kheo" backup --dir "$house" --to "$seen/backup"
    ok "sealed: … and restored by a thief of the key" "$kheo" restore "$seen/backup" --to "$seen/restored" --key "$seen/key"
    none_in "the restored backup" "$seen/restored"
    none_in "backup and archive" "$seen/backup" "$seen/archive"
fi
stop
# shellcheck disable=SC2046
none_in "what is there when the server has ended" $(database_places sealed)
ok "sealed: the house has no fault" "$kheo" check --dir "$house" "${db[@]}"
# What comes in from then on would be sealed to whoever did this.
if [ -z "${KHEO_POSTGRES:-}" ]; then
    sqlite3 "$house/kheo.db" "UPDATE officer_key SET public_key = randomblob(32) WHERE id = (SELECT min(id) FROM officer_key)"
    accept_pages "$house/kheo.db"
    said=$("$kheo" check --dir "$house" 2>&1)
    ok "sealed: a key that was put in the place of another's is seen" matches "$said" 'officer_key .*khác với sổ cái'
fi

kheo=$B/outside/kheo_unsealed
live unsealed some "accused text name address contact user-agent peer file-bytes picture picture-name picture-tail"
# shellcheck disable=SC2046
some_in "the database" $(database_places unsealed)
for name in accused text name address contact message pixels; do
    ok "control: … that $name among it" grep -q " $name " "$work/hits"
done
if [ -z "${KHEO_POSTGRES:-}" ]; then
    ok "control: a backup is made" "$kheo" backup --dir "$house" --to "$seen/backup"
    ok "control: … and restored" "$kheo" restore "$seen/backup" --to "$seen/restored" --key "$seen/key"
    some_in "the restored backup" "$seen/restored"
fi
finish
