#!/bin/bash
# Three servers on one database: one seals, and when it is killed, paused or cut off, another does.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/postgres/many.sh     LONG=1: each fault ten times
#
# Writers at every server keep each receipt. After the faults all of them must verify, a retry on any
# other server must give the same answer to the letter, and every head that a server showed meanwhile
# must be one of the same tree. What each fault did is counted: one that moved no turn is a failure.
set -u
. tests/tap.sh
B=${B:-build}
folder=$(mktemp -d)
trap 'kill -9 $(jobs -p) 2> /dev/null; rm -rf "$folder"' EXIT
exec 2> >(grep -v 'Killed\|Terminated' >&2)
mkdir -p "$folder"/load/{acked,unknown,receipt} "$folder/heads" "$folder/photos"
url="$KHEO_POSTGRES&options=-csearch_path%3Dmany"
rounds=${LONG:+10}
declare -A server site port

sql() { psql -qAt "$url" -c "$1"; }
within() { # SECONDS COMMAND…
    local tries=$(($1 * 20))
    shift
    for _ in $(seq "$tries"); do "$@" && return 0; sleep 0.05; done
    return 1
}

# The database calls each server by its name, so that a fault can be aimed.
serve() { # HOST
    rm -f "$folder/$1.out" # it names the port of the one before
    "$B/kheo" serve --dir "$folder/$1" --db "$url&application_name=$1" --files "$folder/photos" \
        --port 0 --no-rate-limits > "$folder/$1.out" 2>> "$folder/$1.log" &
    server[$1]=$!
    within 10 grep -qs '^http' "$folder/$1.out" || return 1
    site[$1]=$(grep -m1 '^http' "$folder/$1.out")
    port[$1]=${site[$1]%/}
    port[$1]=${port[$1]##*:}
}
seals() { curl -s -m 1 "${site[$1]}metrics" | grep -q '^kheo_seals 1'; } # HOST
sealer() { for host in a b c; do seals $host && echo $host && return; done; return 1; }
another() { for host in a b c; do [ $host != "$1" ] && seals $host && return; done; return 1; } # than HOST
turns() { cat "$folder"/?.log | grep -c 'event=turn '; }
now() { date +%s.%N; }
seconds() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f", to - from }'; } # since FROM

post() { # HOST KEY: prints the status, keeps the answer as the host's and the key's
    curl -s -m 20 -D "$folder/head" -o "$folder/$2.$1.json" -w '%{http_code}' \
        -H "Idempotency-Key: $2-0123456789abcdef" -H 'Content-Type: application/json' \
        "${site[$1]}api/v1/reports" -d "{\"unit\":\"19753\",\"category\":\"giao-thong\",
        \"text\":\"Đường trước chợ có ổ gà lớn, $2.\",\"name\":\"Hồ Thị Mai\",\"phone\":\"0912345678\"}"
}
load_on() { # HOST NAME
    "$B/outside/load" write "${port[$1]}" "$folder/load" 1 "$2-$1" > /dev/null 2>&1 &
    loads+=($!)
}
watch_heads() { # every head that any server shows, until stopped
    while :; do
        for host in a b c; do
            curl -s -m 1 -o "$folder/heads/$(now).$host" "${site[$host]}log/checkpoint"
        done
        sleep 0.3
    done
}
acked() { find "$folder/load/acked" -type f | wc -l; }
longest_pause() { # of acknowledgements since a file was made
    find "$folder/load/acked" -type f -newer "$1" -printf '%T@\n' | sort -n |
        awk 'NR > 1 && $1 - last > most { most = $1 - last } { last = $1 } END { printf "%.1f", most }'
}

# --- three hosts -----------------------------------------------------------------------------------

"$B/kheo" init --dir "$folder/a" --db "$url" --origin many.kheo.example/log > "$folder/init" 2>&1 &&
    "$B/kheo" org import --hue --dir "$folder/a" --db "$url" >> "$folder/init" 2>&1 &&
    "$B/kheo" user add --dir "$folder/a" --db "$url" --sign-in lan --name 'Trần Thị Lan' --unit 19753 \
        --title 'Công chức' --power feedback.handle --chosen \
        --password 'hoa phượng đỏ mùa hè' >> "$folder/init" 2>&1 &&
    "$B/kheo" user add --dir "$folder/a" --db "$url" --sign-in quan --name 'Phan Văn Quản' --unit 46 \
        --title 'Quản trị' --power calendar.manage --chosen \
        --password 'hoa phượng đỏ mùa hè' >> "$folder/init" 2>&1
tell $? "a ledger with units and an officer: $(tail -n 1 "$folder/init" | cut -c 1-80)"
cp -r "$folder/a" "$folder/b" && cp -r "$folder/a" "$folder/c"
serve a && serve b && serve c
tell $? "three servers start on one database"
is a "$(sealer)" "the first seals"
is 2 "$(cat "$folder"/?.log | grep -c 'event=reads ')" "two read, and say so in the log"
"$B/kheo" org import --hue --dir "$folder/b" --db "$url" > "$folder/refused" 2>&1
is 2 $? "what wants the database for itself is refused: $(tail -n 1 "$folder/refused")"

# --- one service -----------------------------------------------------------------------------------

is 201 "$(post b first)" "a report is received where nobody seals"
is 201 "$(post c first)" "its sender tries again elsewhere"
is 201 "$(post a first)" "and where it was sealed"
cmp -s "$folder/first.b.json" "$folder/first.c.json" && cmp -s "$folder/first.b.json" "$folder/first.a.json"
tell $? "all three answers are the same to the letter"
is 422 "$(curl -s -o "$folder/bad" -w '%{http_code}' -H 'Content-Type: application/json' "${site[b]}api/v1/reports" \
    -d '{"unit":"00000","category":"giao-thong","text":"Đường trước chợ có ổ gà lớn."}')" \
    "a rule's refusal comes back too: $(jq -r '.errors[0].detail // .detail' "$folder/bad")"
code=$(jq -r .code "$folder/first.b.json")

jar=$folder/jar
page() { # HOST PATH OPTIONS…: its form token is in $token, its status in $status
    status=$(curl -sS -b "$jar" -c "$jar" -o "$folder/page" -w '%{http_code}' "${@:3}" "${site[$1]}${2#/}")
    token=$(sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' "$folder/page" | head -n 1)
}
sign_in() { # HOST PASSWORD (NAME)
    rm -f "$jar"
    page "$1" /dang-nhap
    page "$1" /dang-nhap --data-urlencode "token=$token" --data-urlencode "sign_in=${3:-lan}" \
        --data-urlencode "password=$2"
}
sign_in b 'hoa phượng đỏ mùa hè'
is 303 "$status" "the officer signs in at one server"
page c "/cb/hs/$code"
is 200 "$status" "is signed in at another"
page c "/cb/hs/$code/accept" --data-urlencode "token=$token"
is 303 "$status" "accepts the report there"
page c "/cb/hs/$code"
true_that "and sees it on the next page" grep -q 'Đang giải quyết' "$folder/page"
for host in a b c; do curl -s "${site[$host]}api/v1/reports/$code" | jq -r .status; done > "$folder/states"
is "accepted accepted accepted" "$(xargs < "$folder/states")" "as everybody does everywhere"
page c /cb/toi/mat-khau
page c /cb/toi/mat-khau --data-urlencode "token=$token" --data-urlencode 'old=hoa phượng đỏ mùa hè' \
    --data-urlencode 'password=hoa sữa thơm mùa thu' --data-urlencode 'again=hoa sữa thơm mùa thu'
is 303 "$status" "a password is changed where nobody seals"
sign_in a 'hoa phượng đỏ mùa hè'
is 422 "$status" "the old one is good nowhere"
sign_in b 'hoa sữa thơm mùa thu'
is 303 "$status" "the new one everywhere"
is 201 "$(curl -s -o "$folder/photo.json" -w '%{http_code}' -H "Report-Secret: $(jq -r .secret "$folder/first.b.json")" \
    -F 'photo=@fuzz/corpus/picture/plain.png' "${site[c]}api/v1/reports/$code/photos")" "a photo is taken in where nobody seals"
is 200 "$(curl -s -o "$folder/photo" -w '%{http_code}' "${site[b]%/}$(jq -r .url "$folder/photo.json" | sed 's#^https*://[^/]*##')")" \
    "and shown by another server"

# A day off is set where nobody seals: every server counts with it, also one that has its calendar in memory.
year=$(($(date +%Y) + 1))
working_days() { curl -s "${site[$1]}biet/lich-lam-viec.json?nam=$year" | jq .working_days; } # HOST
days=$(working_days b)
count_alike() { for host in a b c; do [ "$(working_days $host)" = $((days - 1)) ] || return 1; done; }
for date in 14 15 16; do [ "$(date -d "$year-06-$date" +%u)" -lt 6 ] && off=$date/06/$year; done
sign_in c 'hoa phượng đỏ mùa hè' quan
page c /qt/lich-lam-viec/moi
page c /qt/lich-lam-viec/moi --data-urlencode "token=$token" -d "day=$off" -d kind=day-off \
    --data-urlencode 'name=nghỉ bão' --data-urlencode 'decision=Công điện 12/CĐ-UBND' \
    -d "decided_on=$(date -d yesterday +%d/%m/%Y)" --data-urlencode 'reason=Bão số 1'
is 303 "$status" "an administrator sets a day off where nobody seals"
is $((days - 1)) "$(working_days c)" "that server counts with it on the next page"
true_that "and soon every one" within 3 count_alike

is_empty() { [ "$(sql 'SELECT count(*) FROM desk_handed')" = 0 ]; }
true_that "nothing of all that is left in the queue" within 3 is_empty

# --- faults under load -------------------------------------------------------------------------------

fault_killed() { kill -9 "${server[$lead]}"; }
mend_killed() { serve "$lead"; }
fault_paused() { kill -STOP "${server[$lead]}"; }
mend_paused() { kill -CONT "${server[$lead]}"; }
disconnect() { sql "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '$lead' ${1:-}"; }
fault_cut() { disconnect > /dev/null; } # all its connections at once
mend_cut() { :; }
fault_unlocked() { # the one that holds the lock; what it writes with stays
    disconnect "AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')" > /dev/null
}
mend_unlocked() { :; }
# Of those whose host was cut off another may be the first to ask, and so may it itself.
moved() { [ "$(turns)" -gt "$turns" ]; }

round() { # FAULT SECONDS
    local fault=$1 from pause before
    lead=$(sealer)
    turns=$(turns)
    loads=()
    touch "$folder/began"
    for host in a b c; do load_on $host "$fault-$RANDOM"; done
    watch_heads & watch=$!
    sleep 1
    before=$(acked)
    from=$(now)
    "fault_$fault"
    within 20 moved
    tell $? "$fault: another turn begins"
    pause=$(seconds "$from")
    sleep "$(awk -v left="$2" -v gone="$pause" 'BEGIN { print (left > gone) ? left - gone : 0 }')"
    "mend_$fault"
    # One that was stopped says that it seals until it has looked.
    case $fault in
    killed | paused) within 10 another "$lead" ;;
    *) within 10 sealer > /dev/null ;;
    esac
    tell $? "$fault: $lead sealed, now $(sealer) does, after $pause s"
    sleep 1
    touch "$folder/load/stop" # killed, they would leave half an answer
    kill $watch
    wait "${loads[@]}" $watch 2> /dev/null
    rm "$folder/load/stop"
    true_that "$fault: $before acknowledged before, $(($(acked) - before)) after; longest pause $(longest_pause "$folder/began") s" \
        test "$(acked)" -gt "$((before + 10))"
}
one_seals() { [ "$(for host in a b c; do seals $host && echo $host; done | wc -l)" = 1 ]; }
for fault in killed paused cut unlocked; do
    for _ in $(seq "${rounds:-1}"); do
        round $fault 2
        true_that "$fault: exactly one seals" within 10 one_seals
    done
done

# --- what waits for the next sealer is read by nobody ---------------------------------------------------

lead=$(sealer)
reader=$(for host in a b c; do [ $host = "$lead" ] || echo $host; done | head -n 1)
kill -STOP "${server[$lead]}"
post "$reader" waiting > "$folder/waiting.status" &
waiting=$!
is_queued() { [ "$(sql 'SELECT count(*) FROM desk_handed WHERE outcome IS NULL')" -gt 0 ]; }
true_that "an order waits while the sealer is paused" within 3 is_queued
is 0 "$(sql "SELECT count(*) FROM desk_handed WHERE position(convert_to('0912345678', 'UTF8') in parcel) > 0
    OR position(convert_to('feedback', 'UTF8') in parcel) > 0")" "and nothing in its row can be read"
wait $waiting
is 201 "$(cat "$folder/waiting.status")" "the next sealer does it, and its sender is told"
kill -CONT "${server[$lead]}"
true_that "its row goes when its sender was told" within 3 is_empty

# Somebody holds the lock and does not seal: nobody may.
lead=$(sealer)
reader=$(for host in a b c; do [ $host = "$lead" ] || echo $host; done | head -n 1)
lock='pg_advisory_lock(1262833999, hashtext(current_schema()))'
psql -qAt "$url" -c "SELECT $lock, pg_sleep(60)" > /dev/null 2>&1 &
holder=$!
has_asked() { [ "$(sql "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")" = 1 ]; }
within 3 has_asked
kill -9 "${server[$lead]}"
from=$(now)
is 503 "$(post "$reader" refused)" "without a sealer a report is not acknowledged, after $(seconds "$from") s"
true_that "and its sender is told when to try again" grep -qi '^retry-after: ' "$folder/head"
is 0 "$(sql "SELECT count(*) FROM desk_handed")" "it was taken back: nobody will do it behind the sender's back"
is 200 "$(curl -s -o /dev/null -w '%{http_code}' "${site[$reader]}kiem-tra/ho-so")" "pages are shown meanwhile"
sql "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted" > /dev/null
wait $holder 2> /dev/null
true_that "when the lock is free another seals" within 5 another "$lead"
is 201 "$(post "$reader" refused)" "and the same report is received"
serve "$lead"
tell $? "the one that was killed comes back"

# --- what is true in the end -----------------------------------------------------------------------------

last=$(sealer)
other=$(for host in a b c; do [ $host = "$last" ] || echo $host; done | tail -n 1)
"$B/outside/load" verify "${port[$other]}" "$folder/load" "$(curl -s "${site[$other]}log/vkey")" > "$folder/verified" 2>&1
tell $? "no acknowledged report is missing, and a retry elsewhere gets the same answer: $(tail -n 1 "$folder/verified")"
[ -s "$folder/verified" ] && sed 's/^/# /' "$folder/verified" | head -n 5
rows=$(sql 'SELECT count(*) FROM report')
is 0 "$(sql 'SELECT count(*) FROM (SELECT text FROM report GROUP BY text HAVING count(*) > 1) AS twice')" \
    "none is doubled, of $rows"
true_that "the queue is empty" within 3 is_empty
true_that "whoever sealed, all count with the same calendar" within 3 count_alike

# Heads that anybody was shown, those of paused and cut servers among them.
mkdir "$folder/$last/receipts"
for head in "$folder"/heads/*; do
    [ -s "$head" ] && grep -q '^— ' "$head" && cp "$head" "$folder/$last/receipts/$(sha256sum < "$head" | cut -c 1-32)"
done
kill "${server[@]}" && wait "${server[@]}"
"$B/kheo" check --dir "$folder/$last" --files "$folder/photos" --db "$url" > "$folder/check" 2>&1
tell $? "kheo check, also of $(find "$folder/$last/receipts" -type f | wc -l) different heads: $(tail -n 1 "$folder/check")"
sed 's/^/# /' "$folder/check" | head -n 5
is 0 "$(cat "$folder"/?.log | grep -c 'event=\(panic\|history_lost\|turn_refused\|handed_broken\)')" "nothing went wrong inside"
grep -h 'event=\(panic\|history_lost\|turn_refused\|handed_broken\)' "$folder"/?.log | head -n 5 | sed 's/^/# /'
tap_end
