#!/bin/sh
# kheo blank as a person asks it: the list, a form, a text of one's own that is good or not.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: src/main/tests/blank.sh KHEO, from the root of the repository
. tools/tests/tap.sh
kheo=$1

# lists CODE NAME: a line of the list
lists() {
    "$kheo" blank < /dev/null | grep -q "^$1  *$2"
}
# checks SENTENCE STATUS SCRIPT: what is said of D124-04 after sed has changed it
checks() {
    "$kheo" blank D124-04 | sed "$3" > "$tap_dir/d124-04.txt"
    "$kheo" blank "$tap_dir/d124-04.txt" > "$tap_dir/answer" 2>&1
    code=$?
    cat "$tap_dir/answer"
    [ $code -eq "$2" ] && grep -qF -e "$1" "$tap_dir/answer"
}
prints() {
    "$kheo" blank "$1" | cmp - "src/studio/blanks/$2"
}
knows_not() {
    "$kheo" blank D99-01 > "$tap_dir/stdout" 2> "$tap_dir/stderr"
    [ $? -eq 1 ] && [ ! -s "$tap_dir/stdout" ] &&
        grep -qF 'Không có mẫu mang mã “D99-01”.' "$tap_dir/stderr"
}
counts() {
    [ "$("$kheo" blank < /dev/null | wc -l)" = "$(ls src/studio/blanks | wc -l)" ]
}

check "the list has every form" counts
check "with its name" lists D31-12 "Kết luận nội dung tố cáo"
check "one is printed as it is" prints D31-12 d31-12.txt
check "in small letters too" prints d124-14a d124-14a.txt
check "a code of none is refused" knows_not
check "the same text may stand for it" checks "Mẫu này dùng được." 0 ""
check "other words too" checks "Mẫu này dùng được." 0 's/^text: Vậy thông báo/text: Xin kính báo/'
check "a strange keyword has its line" checks ':23: Không có từ khóa “txt”.' 1 \
    's/^text: Vậy/txt: Vậy/'
check "a section that is lost has its name" checks 'phải giữ phần “Lý do không thụ lý”' 1 \
    's/^must: .*/must: Lý do/'
check "a place that is lost too" checks 'phải giữ chỗ điền bắt buộc “reason”' 1 \
    's/^need: reason/may: reason/'
tap_end
