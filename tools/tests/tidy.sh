#!/bin/sh
# What tidy says of a file that keeps every rule, and of one that breaks each.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Run from the root of the repository.
tidy=$PWD/${1:-build/tools/tidy}
. tools/tests/tap.sh
cd "$tap_dir" || exit 1
: > except

good() {
    printf '/* What this file is for, in one line. */\n/* SPDX-License-Identifier: %s */\n' \
        AGPL-3.0-or-later > "$1"
}
passes() {
    printf '%s\n' "$@" | "$tidy" except
}
# fails RULE FILE: refused under that number, and under no other.
fails() {
    printf '%s\n' "$2" | "$tidy" except > said.txt && return 1
    cat said.txt
    [ "$(grep -c '^not ok' said.txt)" = 1 ] && grep -q "^not ok $1 " said.txt
}
repeat() {
    seq "$1" | sed "s|.*|$2|"
}

good good.c
check "a good file passes" passes good.c

{ echo '#include "x.h"' && tail -n 1 good.c; } > late.c
echo '/* What this file is for, in one line. */' > bare.c
{ good wide.c && repeat 1 "/* $(repeat 99 x | tr -d '\n') */" >> wide.c; }
{ good signs.c && repeat 1 "/* $(repeat 94 Ễ | tr -d '\n') */" >> signs.c; }
{ good long.c && { echo 'int f(void)' && echo '{' && repeat 71 '    f();' && echo '}'; } >> long.c; }
{ good deep.c && repeat 799 '/* x */' >> deep.c; }
{ good tab.c && printf '\tint x;\n' >> tab.c; }
{ good cut.c && printf 'int x;' >> cut.c; }
{ good plan.c && echo "/* TO""DO later */" >> plan.c; }
{ good home.c && echo "/* /ho""me/lan/x */" >> home.c; }
repeat 30000 'eleven signs' > blob.md

check "code before the purpose" fails 1 late.c
check "no licence" fails 2 bare.c
check "a line of 105 columns" fails 3 wide.c
check "letters are counted, not bytes" passes signs.c
check "a function of 71 lines" fails 4 long.c
check "a file of 801 lines" fails 5 deep.c
check "a tab" fails 6 tab.c
check "no newline at the end" fails 6 cut.c
check "a plan of nobody" fails 7 plan.c
check "a path of one machine" fails 8 home.c
check "a blob" fails 9 blob.md
echo 'columns wide.c because it is a test' > except
check "an exception excuses" passes wide.c
check "an exception that excuses nothing is a fault" fails 10 good.c
tap_end
