#!/bin/sh
# kheo clock as a person or a script asks it: the day, the steps, the refusals, the exit status.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: src/main/tests/clock.sh KHEO, from the root of the repository
. tools/tests/tap.sh
kheo=$1

# due EXPECTED ARGUMENT…: the JSON answer's day
due() {
    expected=$1
    shift
    found=$("$kheo" clock "$@" --json | sed -n 's/.*"due":"\([0-9-]*\)","at".*/\1/p')
    [ "$found" = "$expected" ] || { echo "$found instead of $expected" && return 1; }
}
# refused_with SENTENCE ARGUMENT…: exit status 2, nothing on stdout, and that sentence
refused_with() {
    sentence=$1
    shift
    "$kheo" clock "$@" > "$tap_dir/stdout" 2> "$tap_dir/stderr"
    code=$?
    cat "$tap_dir/stderr"
    [ $code -eq 2 ] && [ ! -s "$tap_dir/stdout" ] && grep -qF -e "$sentence" "$tap_dir/stderr"
}
says() { # SENTENCE ARGUMENT…
    sentence=$1
    shift
    "$kheo" clock "$@" > "$tap_dir/stdout" && grep -qF -e "$sentence" "$tap_dir/stdout"
}

check "ten days before July 2026" due 2026-07-02 KN-ACC 2026-06-22
check "rolled forward from a Sunday" due 2026-07-06 KN-ACC 2026-06-25
check "seven working days since" due 2026-07-10 KN-ACC 2026-07-01
check "remote and complex, second round: seventy" \
    due 2026-10-12 KN-RES2 2026-08-03 --remote --complex
check "a make-up Saturday works" due 2026-01-14 TC-INIT 2026-01-06
check "several places" due 2026-01-19 TC-INIT 2026-01-06 --delegated
check "two tests, two extensions" due 2026-11-10 TC-RES 2026-08-12 --tests 2 --extend 2
check "one test, as a value after =" due 2026-10-12 TC-RES 2026-08-12 --tests=1 --extend=1
check "a suspension" due 2026-09-28 TC-RES 2026-08-12 --suspend 2026-08-20..2026-09-04
check "two suspensions" due 2026-10-12 TC-RES 2026-08-12 --suspend 2026-08-20..2026-09-04 \
    --suspend 2026-09-07..2026-09-21
check "days in hospital" due 2026-04-17 KN-LIM 2026-01-05 --exclude 12
check "posted five working days before" due 2026-10-08 TCD-SCH 2026-10-15
check "published in five working days" due 2026-12-30 CK-PUB 2026-12-23
check "an answer to the board is not due on 24 November" due 2026-11-25 TTND-ANS 2026-11-09

check "an open suspension tells what is left" \
    says "Đang dừng, còn lại 22 ngày." TC-RES 2026-08-12 --suspend 2026-08-20..
check "the steps have their articles" \
    says "Thời hạn là 10 ngày (Điều 27 Luật Khiếu nại số 02/2011/QH13)." KN-ACC 2026-06-25
check "the neighbouring rule is told" \
    says "Theo quy định cho mốc từ thứ Tư 01/07/2026 trở đi" KN-ACC 2026-06-25
check "the day as villages count it" \
    says "Âm lịch: ngày 22 tháng Năm năm Bính Ngọ." KN-ACC 2026-06-25
check "and for programs" says '"lunar":"ngày 22 tháng Năm năm Bính Ngọ"' KN-ACC 2026-06-25 --json
check "a year that is not decided is computed, and says so" \
    says "Chưa có quyết định về ngày nghỉ năm 2027" TCD-ANS 2027-01-27
check "all rules are listed" says "TTND-ANS" --list
check "each with what it asks of its day" says '"sense":"valid"' --list --json
check "for programs too" says '"rule":"KN-ACC"' --list --json

check "a day that does not exist" \
    refused_with "không phải một ngày có thật" KN-ACC 2026-02-30
check "a rule that does not exist" \
    refused_with "Không có quy định nào tên là KN-XX." KN-XX 2026-03-13
check "a rule before its law" \
    refused_with "(căn cứ: Điều 11 Nghị định số 155/2026/NĐ-CP)" KN-DLG 2026-06-30
check "no remote row" \
    refused_with "không có mức riêng cho vùng sâu" KN-RESD 2026-07-01 --remote
check "no extension" \
    refused_with "(căn cứ: khoản 2 Điều 30 Luật Tố cáo" TC-RES 2026-08-12 --extend 1
check "a dismissed official has thirty days" due 2026-09-03 KN-LIM-D2 2026-08-03 --dismissal
check "one too many" refused_with "hết số lần được phép" TC-RES 2026-08-12 --tests 1 --extend 2
check "no suspension before the decree" \
    refused_with "chưa cho tạm dừng" KN-RES1 2026-06-01 --suspend 2026-06-10..2026-06-20
check "a suspension that is none" \
    refused_with "viết TỪ..ĐẾN" TC-RES 2026-08-12 --suspend 2026-08-20
check "a suspension too many" refused_with "và dùng được 8 lần" TC-RES 2026-08-12 \
    $(for n in 1 2 3 4 5 6 7 8 9; do echo --suspend 2026-09-0$n..2026-09-0$n; done)
check "a number that is none" refused_with "--tests cần một số" TC-RES 2026-08-12 --tests hai
check "an option that is none" refused_with "không có tùy chọn --xa" KN-ACC 2026-03-13 --xa
check "nothing asked" refused_with "kheo clock QUY-ĐỊNH NGÀY"

# --- the tables themselves ---
told() {
    grep -H '^law ' src/mod/*/tests/*.story | "$kheo" lawcheck --list > "$tap_dir/stdout" &&
        grep -q '^| khoản 1 Điều 28 .*42/2013/QH13 | TCD-ANS: .*life.story' "$tap_dir/stdout" &&
        grep -q '^| Điều 10 .*155/2026/NĐ-CP | KN-ACC: 7 ngày làm việc |' "$tap_dir/stdout"
}
drawn() {
    "$kheo" lawcheck --svg feedback < /dev/null > "$tap_dir/stdout" &&
        grep -q '<title id="feedback-title">Phản ánh, kiến nghị</title>' "$tap_dir/stdout" &&
        tail -n 1 "$tap_dir/stdout" | grep -q '^</svg>$'
}
not_drawn() {
    ! "$kheo" lawcheck --svg khac < /dev/null > "$tap_dir/stdout" 2> "$tap_dir/stderr" &&
        [ ! -s "$tap_dir/stdout" ] && grep -q 'không có quy trình nào tên' "$tap_dir/stderr"
}
check "a workflow is drawn" drawn
check "a workflow that is none" not_drawn
check "the tables of law have no fault" sh -c '"$1" lawcheck < /dev/null' - "$kheo"
check "from article to row to story" told
tap_end
