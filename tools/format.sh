#!/bin/sh
# Compares sources with clang-format's opinion and prints TAP, one line for each file.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/format.sh FILE…
# The tool is the referee in all but two things that it does not know: in which column a comment at
# the end of a line looks best, and how a macro reads. Those are left to the author. Nor does it
# know that our new() is no operator.

# Two copies of the sources, one of them formatted: a process for fifty files, because starting one
# takes longer than its work.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/plain" "$work/formatted"
cp .clang-format "$work"
cp --parents -t "$work/plain" "$@"
cp --parents -t "$work/formatted" "$@"
(cd "$work/formatted" && printf '%s\n' "$@" | xargs -n 50 -P 2 clang-format -i) || exit 2
for copy in plain formatted; do
    (cd "$work/$copy" && awk '
    FNR == 1 { close(judged); judged = FILENAME ".judged"; printf "" > judged; in_macro = 0 }
    /^ *#define/ { in_macro = 1 }
    !in_macro { sub(/ +\/\*/, " /*"); gsub(/new \(/, "new("); print > judged }
    in_macro && !/\\$/ { in_macro = 0 }' "$@")
done

count=0
failed=0
for file in "$@"; do
    count=$((count + 1))
    written=$work/plain/$file.judged
    wanted=$work/formatted/$file.judged
    if cmp -s "$written" "$wanted"; then
        echo "ok $count - format of $file"
    else
        echo "not ok $count - format of $file"
        diff "$written" "$wanted" | head -n 12 | sed 's/^/#   /'
        failed=1
    fi
done
echo "1..$count"
exit $failed
