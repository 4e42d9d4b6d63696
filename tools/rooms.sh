#!/bin/sh
# Checks that every room includes and links only what ROOMS allows it, by sources and by symbols.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/rooms.sh [FOLDER OF ARCHIVES]
# Prints TAP, two checks a room. A fault names the place and the sentence of ROOMS that forbids it.

archives=${1:-build/lib}
facts=$(mktemp)
trap 'rm -f "$facts"' EXIT INT TERM

# One line per fact: "include FILE:LINE WHAT", "defines ARCHIVE NAME", "wants ARCHIVE OBJECT NAME".
grep -rnE '^[[:space:]]*#[[:space:]]*include' src --include='*.[ch]' |
    sed -E 's/^([^:]*:[0-9]+):[^"<]*(["<][^">]*).*/include \1 \2/' > "$facts"
for archive in "$archives"/*.a; do
    [ -e "$archive" ] || continue
    room=$(basename "$archive" .a)
    nm -g --defined-only "$archive" | awk -v room="$room" 'NF == 3 { print "defines", room, $3 }'
    nm -u -A "$archive" | sed -E "s/^[^:]*:([^:]*):.* ([^ ]+)\$/wants $room \1 \2/"
done >> "$facts"

awk '
# "mod/x" and "mod-x" are the room "mod"; which service it is counts too.
function room_of(name) { return name ~ /^mod[-\/]/ ? "mod" : name }
function library_of_header(h) {
    if (h ~ /^sodium/) return "libsodium"
    if (h ~ /^nettle\//) return "nettle"
    if (h ~ /^utf8proc/) return "libutf8proc"
    if (h ~ /^cmark-gfm/) return "libcmark-gfm"
    if (h ~ /^sqlite3/) return "sqlite3"
    if (h ~ /^libpq/) return "libpq"
    if (h ~ /^dlfcn/) return "dlfcn"
    if (h ~ /^cairo/) return "cairo"
    if (h ~ /^pango/) return "pangocairo"
    if (h ~ /^fontconfig/) return "fontconfig"
    if (h ~ /^qrencode/) return "libqrencode"
    if (h ~ /^(jpeglib|jerror|turbojpeg)/) return "libjpeg"
    if (h ~ /^png/) return "libpng"
    if (h ~ /^poppler/) return "poppler"
    if (h ~ /^openssl\//) return "libcrypto"
    if (h ~ /^microhttpd/) return "libmicrohttpd"
    if (h ~ /^jansson/) return "jansson"
    if (h ~ /^zlib/) return "zlib"
    if (h ~ /^curl\//) return "libcurl"
    if (h ~ /^liboath\//) return "liboath"
    if (h ~ /^seccomp/) return "libseccomp"
    if (h ~ /^xlsxwriter/) return "xlsxwriter"
    return ""
}
function library_of_symbol(s) {
    if (s ~ /^(crypto_|sodium_|randombytes_)/) return "libsodium"
    if (s ~ /^nettle_/) return "nettle"
    if (s ~ /^utf8proc_/) return "libutf8proc"
    if (s ~ /^cmark_/) return "libcmark-gfm"
    if (s ~ /^sqlite3_/) return "sqlite3"
    if (s ~ /^PQ[a-z]/) return "libpq"
    if (s ~ /^dl(m?open|v?sym)$/) return "dlfcn"
    if (s ~ /^cairo_/) return "cairo"
    if (s ~ /^(pango_|g_[a-z])/) return "pangocairo"
    if (s ~ /^Fc[A-Z]/) return "fontconfig"
    if (s ~ /^QR/) return "libqrencode"
    if (s ~ /^jpeg_/) return "libjpeg"
    if (s ~ /^png_/) return "libpng"
    if (s ~ /^poppler_/) return "poppler"
    if (s ~ /^(ASN1|BIO|CMS|ERR|EVP|OBJ|OPENSSL|PEM|X509|d2i|i2d)_/) return "libcrypto"
    if (s ~ /^MHD_/) return "libmicrohttpd"
    if (s ~ /^json_/) return "jansson"
    if (s ~ /^(deflate|inflate|crc32|adler32)/) return "zlib"
    if (s ~ /^(deflate|inflate|gz)[A-Z]/) return "zlib"
    if (s ~ /^curl_/) return "libcurl"
    if (s ~ /^oath_/) return "liboath"
    if (s ~ /^seccomp_/) return "libseccomp"
    if (s ~ /^(workbook_|worksheet_|lxw_)/) return "xlsxwriter"
    return ""
}
function fault(check, room, sentence) {
    faults[check, room] = faults[check, room] "\n#   " sentence \
        "\n#   ROOMS allows it this: " line_of[room]
}
function forbid(check, room, from, to, target, what) {
    if (target == "mod" && room == "mod" && from != to) {
        fault(check, room, what ": services never include each other")
    } else if (target != room && !((room, target) in may)) {
        fault(check, room, what ": " room " may not use " target)
    }
}
function read_include(place, what,    part, from, room, to, target, library) {
    split(place, part, "/")
    from = part[2] == "mod" ? "mod/" part[3] : part[2]
    room = room_of(from)
    if (!(room in line_of)) return
    if (what ~ /^</) {
        library = library_of_header(substr(what, 2))
        if (library != "" && !((room, library) in may)) {
            fault("includes", room, place ": the door to " library " is another room")
        }
        return
    }
    what = substr(what, 2)
    if (what !~ /\//) return
    split(what, part, "/")
    to = part[1] == "mod" ? "mod/" part[2] : part[1]
    # Generated headers belong to the folder that they were made from.
    if (part[1] == "html" || part[1] == "sql") {
        sub(/(_ids)?\.h$/, "", part[2])
        to = part[2] in line_of ? part[2] : "mod/" part[2]
        if (what == "sql/schema.h") return
    }
    target = room_of(to)
    if (target in line_of) forbid("includes", room, from, to, target, place ": \"" what "\"")
}
FILENAME == "ROOMS" {
    if ($0 ~ /^#/) next
    n = split($0, column, ":")
    if (n != 3) next
    gsub(/ /, "", column[1])
    line_of[column[1]] = $0
    order[++rooms] = column[1]
    m = split(column[2] " " column[3], word, " ")
    for (i = 1; i <= m; i++) may[column[1], word[i]] = 1
    next
}
$1 == "include" { read_include($2, $3) }
$1 == "defines" { if (!($3 in home)) home[$3] = $2; own[$2, $3] = 1 }
$1 == "wants" { wants[++wanted] = $0; seen_archive[room_of($2)] = 1 }
END {
    for (i = 1; i <= wanted; i++) {
        split(wants[i], want, " ")
        archive = want[2]; symbol = want[4]; room = room_of(archive)
        if ((archive, symbol) in own) continue
        if (symbol in home) {
            forbid("symbols", room, archive, home[symbol], room_of(home[symbol]),
                   want[3] " calls " symbol "()")
        } else {
            library = library_of_symbol(symbol)
            if (library != "" && !((room, library) in may)) {
                fault("symbols", room, want[3] " calls " symbol "(): the door to " library \
                      " is another room")
            }
        }
    }
    for (i = 1; i <= rooms; i++) {
        room = order[i]
        report("includes", room)
        if (room in seen_archive) report("symbols", room)
    }
    print "1.." tests
    exit failed
}
function report(check, room) {
    tests++
    bad = (check, room) in faults
    print (bad ? "not ok " : "ok ") tests " - " check " of " room faults[check, room]
    if (bad) failed = 1
}
' ROOMS "$facts"
