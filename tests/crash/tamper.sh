#!/bin/bash
# Edits a database behind the server's back, one lie at a time: kheo check must name each.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/crash/tamper.sh        (B=build/asan for another build)
. tests/http/lib.sh

start demo --dir "$work/true" --papers 120
stop
report="(SELECT min(id) FROM report WHERE state = 'closed')"
sent="(SELECT report_id FROM sender ORDER BY report_id LIMIT 1)"

# What kheo check says of a copy after one change; its exit status must be 1.
lie() {
    rm -rf "$work/false"
    cp -r "$work/true" "$work/false"
    printf 'PRAGMA foreign_keys = OFF; %s;\n' "$1" |
        sqlite3 -bail "$work/false/kheo.db" > "$work/edit" 2>&1 || {
        cat "$work/edit"
        return 2
    }
    accept_pages "$work/false/kheo.db" && "$kheo" check --dir "$work/false"
}

# names WHAT SQL PATTERN
names() {
    said=$(lie "$2" 2>&1)
    status=$?
    ok "$1" outcome "$status" "$said" "$3"
}
outcome() {
    equal "$1" 1 && matches "$2" "$3" || {
        printf '%s\n' "$2"
        return 1
    }
}

ok "the demonstration was told to its end" equal "$(grep -c 'không làm được' "$work/log")" 0
ok "the truth has no fault" "$kheo" check --dir "$work/true"

while IFS='|' read -r what sql pattern; do
    case $what in '#'* | '') continue ;; esac
    names "$what" "$(printf '%s' "$sql" | sed "s/{report}/$report/g; s/{sent}/$sent/g")" "$pattern"
done <<'END'
# the ledger
a leaf is rewritten|UPDATE ledger_leaf SET leaf = CAST(replace(CAST(leaf AS TEXT), 'u=19753', 'u=19774') AS BLOB) WHERE position = (SELECT min(position) FROM ledger_leaf WHERE instr(CAST(leaf AS TEXT), 'u=19753'))|^ledger_node [0-9]+: khác
a leaf is unreadable|UPDATE ledger_leaf SET leaf = x'00' WHERE position = 7|^ledger_leaf 7: lá không đọc được
a leaf is taken out|DELETE FROM ledger_leaf WHERE position = 900|^ledger_leaf: thiếu lá 900
the last leaf is taken off|DELETE FROM ledger_leaf WHERE position = (SELECT max(position) FROM ledger_leaf)|^ledger_checkpoint: đầu cây mới nhất
what a fact says is changed|UPDATE ledger_leaf SET record = CAST(replace(CAST(record AS TEXT), '/CĐ', '/CX') AS BLOB) WHERE position = 900; UPDATE ledger_leaf SET record = (SELECT record FROM ledger_leaf WHERE position = 899) WHERE position = 901|^ledger_leaf 90[01]: cột record khác
a fact is hung on another object|UPDATE ledger_leaf SET object = '0000000000000000000000000A' WHERE position = 900|^ledger_leaf 900: cột object
two leaves change places|UPDATE ledger_leaf SET position = -1 WHERE position = 900; UPDATE ledger_leaf SET position = 900 WHERE position = 901; UPDATE ledger_leaf SET position = 901 WHERE position = -1|^ledger_node [0-9]+: khác
a node of the tree is changed|UPDATE ledger_node SET hash = randomblob(32) WHERE node = 33|^ledger_node 33: khác
a node is missing|DELETE FROM ledger_node WHERE node = 33|^ledger_node: thiếu nút 33
a node lies beyond the tree|INSERT INTO ledger_node (node, hash) VALUES (99999999, randomblob(32))|^ledger_node 99999999: nút thừa
a head is forged|UPDATE ledger_checkpoint SET note = replace(note, substr(note, -10, 1), CASE substr(note, -10, 1) WHEN 'A' THEN 'B' ELSE 'A' END) WHERE size = (SELECT min(size) FROM ledger_checkpoint WHERE size > 800)|^ledger_checkpoint [0-9]+: (chữ ký|khác)
a head is dated back|UPDATE ledger_checkpoint SET at = at - 60 WHERE size = (SELECT min(size) FROM ledger_checkpoint WHERE size > 800)|^ledger_checkpoint [0-9]+: cột at khác
the newest head is gone|DELETE FROM ledger_checkpoint WHERE size = (SELECT max(size) FROM ledger_checkpoint)|^ledger_checkpoint: đầu cây mới nhất
the numbers start again|UPDATE desk_state SET next_id = 1000|^ledger_leaf 0: cột subject
the clock was turned back|UPDATE desk_state SET last_at = 1|^desk_state 1: last_at
# reports and what stands around them
a report's text|UPDATE report SET text = 'Không có gì.' WHERE id = {report}|^report [0-9]+ .*cột text khác
a report's place on the map|UPDATE report SET lat_micro = 1 WHERE id = {report}|cột lat_micro khác
a reply to a question is made up|UPDATE report SET replies = 'Số cột: 1' WHERE id = {report}|cột replies khác
a report's category|UPDATE report SET category_id = 16 WHERE id = (SELECT min(id) FROM report WHERE category_id <> 16)|cột category khác
a report's state|UPDATE report SET state = 'refused' WHERE id = {report}|cột state khác
the counter follows a false state|UPDATE report SET state = 'refused' WHERE id = {report}|^report_count .*ghi
a due date is moved|UPDATE report SET due_at = due_at + 86400 WHERE id = {report}|cột due_at khác
a report is received later|UPDATE report SET received_at = received_at + 60 WHERE id = {report}|cột received_at khác
a report is moved to another unit|UPDATE report SET unit_id = (SELECT id FROM unit WHERE code = '20182') WHERE id = {report}|cột unit_id khác
an answer is rewritten|UPDATE report SET answer = 'Đã ghi nhận.' WHERE id = {report}|cột answer khác
a late answer is dated back|UPDATE report SET answered_at = answered_at - 86400 WHERE id = {report}|cột answered_at khác
a report is hidden without an act|UPDATE report SET is_public = 0 WHERE id = {report}|cột is_public khác
a rating is improved|UPDATE report SET rating = 6 WHERE rating > 0|cột rating khác
a report disappears|DELETE FROM report WHERE id = {report}; DELETE FROM report_event WHERE report_id = {report}|^report_event: thiếu việc feedback.received
a sender's telephone|UPDATE sender SET phone = '0900111222' WHERE report_id = {sent}|^sender [0-9]+ .*cột phone
a sender disappears|DELETE FROM sender WHERE report_id = {sent}|^sender [0-9]+ .*cột name
an event disappears|DELETE FROM report_event WHERE id = (SELECT max(id) FROM report_event WHERE report_id = {report})|^report_event: thiếu việc
when a photo came|UPDATE report_photo SET added_at = added_at - 60 WHERE id = (SELECT min(id) FROM report_photo)|^report_photo [0-9]+: cột added_at
an event's words|UPDATE report_event SET note = 'khác' WHERE id = (SELECT min(id) FROM report_event WHERE note IS NOT NULL)|^report_event [0-9]+ .*cột note
who did it|UPDATE report_event SET person_id = NULL WHERE id = (SELECT min(id) FROM report_event WHERE person_id IS NOT NULL AND act <> 'received')|^report_event [0-9]+ .*cột person_id
when it was done|UPDATE report_event SET at = at - 1 WHERE id = (SELECT max(id) FROM report_event)|^report_event [0-9]+ .*cột at
a pause is forgotten|DELETE FROM report_pause WHERE to_at IS NULL|^report_pause: khác
a link points to one side only|DELETE FROM report_link WHERE report_id = (SELECT max(report_id) FROM report_link)|^report_link
a link without an act|INSERT INTO report_link (report_id, other_id, kind) SELECT r.id, o.id, 'related' FROM report r, report o WHERE r.id = {report} AND o.id = (SELECT max(id) FROM report)|^report_link
a related report becomes a split one|UPDATE report_link SET kind = 'related' WHERE kind = 'split'|^report_link .*khác với lịch sử
the second matter opens with another secret|UPDATE report SET secret_object = NULL WHERE secret_object IS NOT NULL|mã bí mật không phải của hồ sơ đầu
a report opens with another's secret|UPDATE report SET secret_object = (SELECT object FROM report WHERE id <> {report} LIMIT 1) WHERE id = {report}|mã bí mật không phải của hồ sơ đầu
an opinion is rewritten|UPDATE report_consult SET reply = 'Không có ý kiến.' WHERE outcome = 'replied'|^report_consult .*cột reply
what was asked|UPDATE report_consult SET question = 'Khác?'|^report_consult .*cột question
by when a unit had to reply|UPDATE report_consult SET due_at = due_at + 86400|^report_consult .*cột due_at
who was asked|UPDATE report_consult SET unit_id = (SELECT id FROM unit WHERE code = '20182')|^report_consult .*cột unit_id
a question is over without an act|UPDATE report_consult SET ended_at = asked_at, outcome = 'lapsed' WHERE ended_at IS NULL|^report_consult .*cột (outcome|ended_at)
a question disappears|DELETE FROM report_consult WHERE id = (SELECT max(id) FROM report_consult)|^report_consult: hồ sơ .* lịch sử ghi
how many questions wait|UPDATE report_consult_count SET n = n + 1|^report_consult_count .*ghi
nobody counts them|DELETE FROM report_consult_count|^report_consult_count: các dòng chỉ đếm
a count is changed|UPDATE report_count SET n = n + 1 WHERE (unit_id, state) = (SELECT unit_id, state FROM report_count LIMIT 1)|^report_count .*ghi
a count is missing|DELETE FROM report_count WHERE n > 0 AND state = 'closed'|^report_count: các dòng chỉ đếm
a month's figures|UPDATE report_month SET answered = answered + 1 WHERE month = (SELECT max(month) FROM report_month)|^report_month .*cột answered
a category that does not exist|UPDATE report SET category_id = 999 WHERE id = {report}|report
the tree of units|DELETE FROM unit_above WHERE depth = 1 AND unit_id = (SELECT id FROM unit WHERE code = '19753')|^org:
an index lies|PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'report_event_of'|database main
END

printf 'x' | dd of="$work/true/anchor/head" bs=1 seek=30 conv=notrunc 2> /dev/null
cp "$work/true/anchor/head" "$work/head"
dd if=/dev/zero of="$work/true/anchor/head" bs=1 seek=4126 count=60 conv=notrunc 2> /dev/null
said=$("$kheo" check --dir "$work/true" 2>&1)
ok "an anchor file in ruins" outcome $? "$said" '^tệp neo: '
finish
