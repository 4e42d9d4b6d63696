#!/bin/bash
# The operator's map in pictures: bad files are refused with how to mend them, good ones are served, nothing else of them is.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/http/tiles.sh        (B=build/asan for another build; KHEO_POSTGRES for another database than a file)
. tests/http/lib.sh

house=$work/house
db=(${KHEO_POSTGRES:+--db "$KHEO_POSTGRES"})
"$kheo" init --dir "$house" "${db[@]}" --origin kheo.test/log > /dev/null 2>> "$work/log" &&
    "$kheo" import units --hue --dir "$house" "${db[@]}" > /dev/null 2>> "$work/log"

# A picture of one point.
png=89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763a8ae9c0e00032b019a5a26c2270000000049454e44ae426082
tables='CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);'
words="INSERT INTO metadata VALUES ('name', 'Nền Huế'), ('format', 'png'), ('minzoom', '9'), ('maxzoom', '10'),
    ('bounds', '107.0,16.0,108.2,16.8'), ('attribution', '&copy; <a href=\"https://so.example\">Sở NN&amp;MT</a>');"
# Row 554 from the south is row 469 from the north.
pictures="INSERT INTO tiles VALUES (10, 817, 554, x'$png'), (10, 818, 554, x'1f8b080000000000'),
    (10, 819, 554, '<script>alert(1)</script>');"

# made FILE SQL…
made() {
    rm -f "$1"
    printf '%s\n' "${@:2}" | sqlite3 "$1"
    printf '%s' "$1"
}
# refused SENTENCE-PART FILE: it does not start, and says so.
refused() {
    local said
    said=$(timeout 60 "$kheo" serve --dir "$house" "${db[@]}" --port 0 --tiles "$2" 2>&1)
    equal "$?" 2 && matches "$said" "kheo: --tiles: .*$1"
}

ok "no file is refused" refused 'không mở được' "$work/none.mbtiles"
echo "Một bản đồ" > "$work/text.mbtiles"
ok "another kind of file is refused" refused 'không phải MBTiles' "$work/text.mbtiles"
ok "a database of something else is refused" refused 'metadata' \
    "$(made "$work/other.mbtiles" 'CREATE TABLE a (b)')"
ok "vectors are refused" refused 'pbf.*png, jpg hoặc webp' \
    "$(made "$work/pbf.mbtiles" "$tables" "${words/\'png\'/\'pbf\'}" "$pictures")"
ok "a map that names nobody is refused" refused "'attribution'" \
    "$(made "$work/nobody.mbtiles" "$tables" "${words/\'attribution\'/\'description\'}" "$pictures")"
ok "bounds that are none are refused" refused 'bounds' \
    "$(made "$work/bounds.mbtiles" "$tables" "${words/107.0,/107.0;}" "$pictures")"
ok "before a demonstration is made" matches \
    "$(timeout 20 "$kheo" demo --dir "$work/new" --port 0 --tiles "$work/text.mbtiles" 2>&1)" 'không phải MBTiles'

tiles=$(made "$work/hue.mbtiles" "$tables" "$words" "$pictures")
start serve --dir "$house" "${db[@]}" --no-rate-limits --tiles "$tiles"
page=$(curl -sS "$url/gui/khi-mat-mang")
ok "a page with a map has the pictures' address" matches "$page" \
    'data-tiles="/ban-do/o/[0-9a-f]{16}/\{z\}/\{x\}/\{y\}" data-tiles-from="9" data-tiles-zoom="10"'
ok "and where there are some" matches "$page" 'data-tiles-bounds="107.0,16.0,108.2,16.8"'
ok "and who made them, as text" matches "$page" 'data-credit="© Sở NN&amp;MT"'
at=$url$(printf '%s' "$page" | sed -n 's/.*data-tiles="\([^{]*\){z}.*/\1/p')

# status PATH [CURL OPTIONS…]
status() {
    curl -sS -o "$work/body" -D "$work/head" -w '%{http_code}' "${@:2}" "$1"
}
ok "a picture is there, from the north" equal "$(status "${at}10/817/469")" 200
ok "it is the one in the file" equal "$(od -An -v -tx1 "$work/body" | tr -d ' \n')" "$png"
ok "its type is that of its bytes" matches "$(cat "$work/head")" '^Content-Type: image/png'
ok "a browser may keep it" matches "$(cat "$work/head")" \
    '^Cache-Control: public, max-age=31536000, immutable'
ok "and looks for nothing else in it" matches "$(cat "$work/head")" '^X-Content-Type-Options: nosniff'
ok "the worker keeps none" equal "$(grep -ci '^kheo-keep' "$work/head")" 0
ok "by HEAD too" equal "$(status "${at}10/817/469" -I)" 200
ok "nothing is sent there" equal "$(status "${at}10/817/469" -X POST -d a=b)" 405
for missing in 10/817/468 10/817/554 10/818/469 10/819/469 11/0/0 8/0/0 10/-1/469 10/817/99999999999 \
    10/a/b 99/0/0; do
    ok "no picture at $missing" equal "$(status "$at$missing")" 404
done
ok "what is no picture does not come out" equal "$(status "${at}10/819/469" && grep -c 'alert(1)' "$work/body")" \
    "$(printf '4040')"
ok "another file's address is none of ours" equal \
    "$(status "$url/ban-do/o/0123456789abcdef/10/817/469")" 404
ok "the walls stand" matches "$(grep -h 'event=sandbox' "$work/log" | tail -n 1)" 'process=server'

# Cut under the server: what was read may still be shown, and nothing else is taken along.
truncate -s 4096 "$tiles"
ok "a damaged file has no picture" matches "$(status "${at}10/817/469" && status "${at}9/1/1")" \
    '^(200|404|503)(404|503)$'
ok "and the house stands" equal "$(status "$url/healthz")" 200
stop

start serve --dir "$house" "${db[@]}" --no-rate-limits
ok "without a file the page has no pictures" equal \
    "$(curl -sS "$url/gui/khi-mat-mang" | grep -c 'data-tiles\|data-credit')" 0
ok "and there are none" equal "$(status "$url/ban-do/o/0123456789abcdef/10/817/469")" 404
stop
finish
