#!/bin/bash
# Made-up stories on both databases: every answer, every row and the signed head are the same.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/postgres/server.sh tests/sim.sh [SEEDS [STEPS [FIRST]]]
#        LONG=1 makes up years instead of months.
#
# A seed that fails is shrunk to a story, which belongs into tests/stories once it is mended.
set -u
. tests/tap.sh
seeds=${1:-${LONG:+40}}
steps=${2:-${LONG:+6000}}
seeds=${seeds:-3} steps=${steps:-900} first=${3:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

made_up() { # SEED NAME [FILE]
    build/story --sim "seed-$1" "$steps" ${3:+"$3"} > "$folder/$2" 2>&1
    local code=$?
    sed -i -n '/^# /p' "$folder/$2"
    return $code
}

for seed in $(seq "$first" $((first + seeds - 1))); do
    if (unset KHEO_POSTGRES && made_up "$seed" lite "$folder/story"); then
        made_up "$seed" post
        diff "$folder/lite" "$folder/post" > "$folder/diff"
        same=$?
        head -n 5 "$folder/diff" | cut -c 1-200 | sed 's/^/# /'
        tell $same "$(sed -n 's/^# \(seed.*\)/\1/p' "$folder/lite"), $(sed -n 's/^# answers//p' "$folder/lite" | head -n 1)"
        grep '^# fact' "$folder/lite" >> "$folder/facts"
    else
        tail -n 1 "$folder/lite"
        mkdir -p build/log/sim
        env -u KHEO_POSTGRES build/story --shrink "$folder/story" > "build/log/sim/$seed.story"
        tell 1 "seed $seed; the shortest story that fails: build/log/sim/$seed.story"
    fi
done

# A step that fails is found among all the others, and nothing else is left.
env -u KHEO_POSTGRES build/story --sim "seed-$first" 60 "$folder/long" > /dev/null 2>&1
printf 'seed the-end\nanonymous\nGET /\nexpect 418\n' >> "$folder/long"
env -u KHEO_POSTGRES build/story --shrink "$folder/long" > "$folder/short" 2> /dev/null
tell $? "a story of $(grep -c '^seed' "$folder/long") steps that fails is shrunk"
[ "$(grep -c '^seed' "$folder/short")" = 1 ] && grep -q 'expect 418' "$folder/short"
tell $? "… to the one step that is to blame"
! env -u KHEO_POSTGRES build/story --shrink tests/stories/door.story > /dev/null 2>&1
tell $? "one that does not fail is not shrunk"

awk '{ n[$3] += $4 } END { for (f in n) { all++; if (n[f]) stated++; else never = never " " f }
    printf "# facts stated: %d of %d; never:%s\n", stated, all, never }' "$folder/facts"
tap_end
