#!/bin/sh
# Compares sources with clang-format's opinion and prints TAP, one line for each file.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/format.sh FILE…
# The tool is the referee in all but two things that it does not know: in which column a comment at
# the end of a line looks best, and how a macro reads. Those are left to the author. Nor does it
# know that our new() is no operator.

plain=$(mktemp)
formatted=$(mktemp)
trap 'rm -f "$plain" "$formatted"' EXIT INT TERM
count=0
failed=0

judged() {
    awk '
    /^ *#define/ { in_macro = 1 }
    !in_macro { sub(/ +\/\*/, " /*"); gsub(/new \(/, "new("); print }
    in_macro && !/\\$/ { in_macro = 0 }'
}

for file in "$@"; do
    count=$((count + 1))
    judged < "$file" > "$plain"
    clang-format "$file" | judged > "$formatted"
    if cmp -s "$plain" "$formatted"; then
        echo "ok $count - format of $file"
    else
        echo "not ok $count - format of $file"
        diff "$plain" "$formatted" | head -n 12 | sed 's/^/#   /'
        failed=1
    fi
done
echo "1..$count"
exit $failed
