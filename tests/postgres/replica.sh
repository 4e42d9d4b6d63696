#!/bin/bash
# Readers on a standby: nobody is shown less than what they did, however far it is behind, and when it is gone.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/postgres/replica.sh
set -u
. tests/tap.sh
B=${B:-build}
folder=$(mktemp -d)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as_server=
if [ "$(id -u)" = 0 ]; then
    chown postgres "$folder"
    as_server='setpriv --reuid=postgres --regid=postgres --clear-groups'
fi
chmod 755 "$folder"
mkdir "$folder/kept" # ours alone
trap 'kill -9 $(jobs -p) 2> /dev/null; standby stop -m immediate > /dev/null 2>&1; rm -rf "$folder"' EXIT
socket=${KHEO_POSTGRES##*host=}
copy="postgresql://kheo@/postgres?host=$folder&options=-csearch_path%3Dreplica"
url="$KHEO_POSTGRES&options=-csearch_path%3Dreplica"
declare -A site

standby() { (cd "$folder" && $as_server "$bin/pg_ctl" -s -w -D "$folder/data" "$@"); }
on_copy() { psql -qAt "$copy" -c "$1"; }
# Whether pages come from there: it logs their ends, and those of the servers' other readers now and then.
ended_there() { grep -c 'statement: COMMIT' "$folder/data/log"; }
comes_from_copy() { # HOST [CURL OPTIONS…]
    local before
    before=$(ended_there)
    curl -s -o /dev/null "${@:2}" "${site[$1]}kiem-tra/ho-so?x=[1-40]"
    sleep 0.2
    [ "$(ended_there)" -ge $((before + 40)) ]
}
serve() { # HOST
    rm -f "$folder/kept/$1.out" # it names the port of the one before
    "$B/kheo" serve --dir "$folder/kept/$1" --db "$url" --replica "$copy" --files "$folder/kept/photos" --port 0 \
        --no-rate-limits --scrub never > "$folder/kept/$1.out" 2>> "$folder/kept/$1.log" &
    for _ in $(seq 100); do grep -qs '^http' "$folder/kept/$1.out" && break; sleep 0.1; done
    site[$1]=$(grep -m1 '^http' "$folder/kept/$1.out")
    [ -n "${site[$1]}" ]
}
jar=$folder/kept/jar
send() { # HOST TEXT: prints the status; the code is in $folder/kept/code
    curl -s -m 25 -b "$jar" -c "$jar" -D "$folder/kept/head" -o "$folder/kept/sent" -w '%{http_code}' \
        -H 'Content-Type: application/json' "${site[$1]}api/v1/reports" \
        -d "{\"unit\":\"19753\",\"category\":\"rac-thai\",\"text\":\"$2\"}"
    jq -r '.code // ""' "$folder/kept/sent" > "$folder/kept/code"
}
look() { # HOST [CURL OPTIONS…]: the status of the last report's page
    curl -s -m 20 -o "$folder/kept/page" -w '%{http_code}' "${@:2}" "${site[$1]}api/v1/reports/$(cat "$folder/kept/code")"
}

(cd "$folder" && $as_server "$bin/pg_basebackup" -h "$socket" -U kheo -D "$folder/data" -R -c fast) > "$folder/kept/copied" 2>&1 &&
    $as_server sh -c "cat >> '$folder/data/postgresql.conf'" << END
unix_socket_directories = '$folder'
log_statement = all
END
standby -l "$folder/data/log" start
tell $? "a standby follows: $(tail -n 1 "$folder/kept/copied")"
"$B/kheo" init --dir "$folder/kept/a" --db "$url" --origin replica.kheo.example/log > "$folder/kept/init" 2>&1 &&
    "$B/kheo" org import --hue --dir "$folder/kept/a" --db "$url" >> "$folder/kept/init" 2>&1
tell $? "a ledger with units: $(tail -n 1 "$folder/kept/init")"
cp -r "$folder/kept/a" "$folder/kept/b"
mkdir "$folder/kept/photos"
serve a && serve b
tell $? "two servers start, with the standby for their readers"
"$B/kheo" init --dir "$folder/kept/lite" > /dev/null 2>&1
"$B/kheo" serve --dir "$folder/kept/lite" --replica "$copy" --port 0 > "$folder/kept/refused" 2>&1
is 2 $? "a house on SQLite wants none: $(tail -n 1 "$folder/kept/refused")"

is 201 "$(send a 'Rác trước chợ chưa lấy.')" "a report is received"
is 200 "$(look a)" "its page is there at once"
true_that "pages are read from the standby" comes_from_copy a
true_that "at the other server too" comes_from_copy b

# --- the standby stands still -------------------------------------------------------------------------

on_copy "SELECT pg_wal_replay_pause()" > /dev/null
is 201 "$(send a 'Rác sau chợ chưa lấy.')" "the standby stands still: a report is received"
is 0 "$(on_copy "SELECT count(*) FROM report WHERE code = '$(cat "$folder/kept/code")'")" "the standby does not know it"
is 200 "$(look a)" "its sender sees it"
is 200 "$(look b -b "$jar")" "at the other server too, by the browser's word"
grep -qP '\tlo\t[0-9]' "$jar"
tell $? "which is the number of a commit"
# A draft and a session sign nothing, and are commits all the same.
token=$(curl -s -b "$jar" -c "$jar" "${site[a]}gui" | sed -n 's/.*name="token" value="\([^"]*\)".*/\1/p' | head -n 1)
step=$(curl -s -b "$jar" -c "$jar" -o /dev/null -w '%{redirect_url}' --data-urlencode "token=$token" "${site[a]}gui")
action=$(curl -s -b "$jar" -c "$jar" "$step" | grep -o 'action="/gui/[^"]*/viec' | head -n 1)
step=$(curl -s -b "$jar" -c "$jar" -o /dev/null -w '%{redirect_url}' --data-urlencode "token=$token" --data category=rac-thai \
    "${site[a]}${action#action=\"/}")
is 200 "$(curl -s -b "$jar" -c "$jar" -o "$folder/kept/page" -w '%{http_code}' "$step")" "a draft goes on to its next step: ${step##*/}"
sleep 1
is 200 "$(look b)" "and without it, as the other server has heard of the commit"
for _ in 1 2 3; do send b 'Rác giữa chợ chưa lấy.' > /dev/null; look b >> "$folder/kept/shown"; done
is 200200200 "$(cat "$folder/kept/shown")" "what is sent where nobody seals is shown there"
on_copy "SELECT pg_wal_replay_resume()" > /dev/null
sleep 1
true_that "when it has caught up it is read from again" comes_from_copy a
! comes_from_copy a -H 'Cookie: lo=99999999'
tell $? "but not for a browser that says it was told of more"

# --- what one machine alone has ------------------------------------------------------------------------
# As on a leader that was cut off and is deposed: the sealer waits for a second machine, the wait is ended, and
# what it did is seen by everybody, though it may be lost. Nobody may be promised it, and no head may be shown.
q() { psql -qAt "$url" -c "$1"; }
head_at() { curl -s -m 5 "${site[$1]}log/checkpoint" | sed -n 2p; }
sleep 1
before=$(head_at b)
is "$(q 'SELECT max(size) FROM ledger_checkpoint')" "$before" "at rest the newest head is shown"
q 'BEGIN; LOCK TABLE ledger_leaf IN SHARE MODE; SELECT pg_sleep(3); COMMIT' > /dev/null & # the sealer must wait
sleep 0.5
(send b 'Rác ở một máy chưa lấy.' > "$folder/kept/promised") &
sender=$!
sleep 1.5
q "ALTER SYSTEM SET synchronous_standby_names = 'nobody'" && q 'SELECT pg_reload_conf()' > /dev/null
for _ in $(seq 50); do [ "$(q "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")" -gt 0 ] && break; sleep 0.1; done
is t "$(q "SELECT bool_and(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")" \
    "the sealer's wait for a second machine is ended"
sleep 2
is 1 "$(q "SELECT count(*) FROM report WHERE text LIKE 'Rác ở một máy%'")" "what it did is seen"
is "" "$(cat "$folder/kept/promised")" "and promised to nobody"
is "$before $before" "$(head_at a) $(head_at b)" "no head of it is shown"
q 'ALTER SYSTEM RESET synchronous_standby_names' && q 'SELECT pg_reload_conf()' > /dev/null
wait $sender
is 201 "$(cat "$folder/kept/promised")" "when it is kept, its sender is told"
for _ in $(seq 50); do [ "$(head_at b)" = "$before" ] || break; sleep 0.1; done
true_that "and a head that covers it is shown: $(head_at b)" [ "$(head_at b)" -gt "$before" ]

# --- it is gone, and so is the other --------------------------------------------------------------------

standby -m immediate stop
is 200 "$(look a)" "the standby is gone: pages come from the other"
is 201 "$(send b 'Rác bên sông chưa lấy.')" "and reports are received"
standby -l "$folder/data/log" start
sleep 6
true_that "back again, it is read from again" comes_from_copy a
look a > /dev/null && look b > /dev/null
$KHEO_POSTGRES_CTL -m immediate stop
is 200 "$(look a)" "the other is gone: what the standby knows is shown"
is 503 "$(send a 'Rác ở bến chưa lấy.')" "and nothing is received"
$KHEO_POSTGRES_CTL start
for _ in $(seq 20); do [ "$(send a 'Rác ở bến chưa lấy.')" = 201 ] && break; sleep 0.5; done
is 200 "$(look b -b "$jar")" "until it is back"
kill $(jobs -p)
wait
"$B/kheo" check --dir "$folder/kept/a" --files "$folder/kept/photos" --db "$url" > "$folder/kept/check" 2>&1
tell $? "kheo check: $(tail -n 1 "$folder/kept/check")"
tap_end
