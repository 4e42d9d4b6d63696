#!/bin/bash
# Plants one defect at a time into a copy of the tree: the test that is there for it must say so.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tests/planted/run.sh       after `make`; prints TAP
# Only the smallest test is built and run, and what is not changed is not compiled again.
root=$PWD
work=$(mktemp -d "${TMPDIR:-/var/tmp}/kheo-planted-XXXXXX")
trap 'rm -rf "$work"' EXIT
. tests/tap.sh

# A tree of our own: sources and what they were made into, with their times.
mkdir "$work/tree" "$work/kept"
git ls-files -co --exclude-standard -z | xargs -0 cp -a --parents -t "$work/tree" 2> /dev/null
for part in obj lib gen tools tests reach; do
    mkdir -p "$work/tree/build"
    [ ! -d "build/$part" ] || cp -a "build/$part" "$work/tree/build/"
done
cd "$work/tree" || exit 1

# change FILE SED: nothing is planted where the pattern has gone.
change() {
    mkdir -p "$work/kept/$(dirname "$1")"
    cp -a "$1" "$work/kept/$1"
    sed -E "$2" "$work/kept/$1" > "$1"
    ! cmp -s "$1" "$work/kept/$1"
}
# What was planted is taken out again, newer than what was made of it.
mend() {
    (cd "$work/kept" && find . -type f) | while read -r file; do
        cp "$work/kept/$file" "$file"
    done
    rm -rf "$work/kept" && mkdir "$work/kept"
}
# caught DEFECT SENTENCE COMMAND…: the command ends badly and says the sentence.
caught() {
    local defect=$1 sentence=$2
    shift 2
    if ! grep -q . <(find "$work/kept" -type f); then
        tell 1 "$defect: could not be planted"
    elif "$@" > "$work/said" 2>&1; then
        tell 1 "$defect: nobody noticed"
    elif ! grep -qE "$sentence" "$work/said"; then
        tell 1 "$defect: noticed otherwise than by “$sentence”"
        tail -n 12 "$work/said" | sed 's/^/#   /'
    else
        tell 0 "$defect: $(grep -E "$sentence" "$work/said" | head -n 1)"
    fi
    mend
}
unit() {
    make -s "build/tests/src/$1" && CMOCKA_MESSAGE_OUTPUT=TAP "build/tests/src/$1"
}
sqlc() {
    find src -name '*.sql' | LC_ALL=C sort | xargs build/tools/sqlc --out "$work/sql"
}
pure() {
    make -s "build/lib/$1.a" && sh tools/pure.sh
}

# --- what is told is on the disk ------------------------------------------------------------------
change src/desk/seal.c '/disk_sync_bytes\(desk->anchor_file/d'
caught "the anchor is not synced" "^not ok .*nobody_is_told_before_the_anchor" unit desk/tests/desk_test
change src/store/sqlite.c 's/synchronous = FULL/synchronous = NORMAL/'
caught "commits are not synced" "^not ok .*every_commit_is_synced" unit store/tests/torture_test
change src/store/files.c 's/return disk_sync_new\(file, "file"\);/return STATUS_OK;/'
caught "a photo is not synced" "^not ok .*both_are_on_the_disk" unit store/tests/files_test
change src/store/files.c '/disk_sync\(files->folder,/d'
caught "a photo's name is not synced" "^not ok .*both_are_on_the_disk" unit store/tests/files_test

# --- what is refused leaves no trace, and the ledger is in order ------------------------------------
change src/store/sqlite.c 's/\[VERB_UNDO\] = "ROLLBACK TO mark"/[VERB_UNDO] = "SELECT 1"/'
caught "an undone savepoint is kept" "^not ok .*a_refusal_leaves_no_trace" unit desk/tests/desk_test
change src/desk/seal.c 's/tree_append\(tree, batch->leaf_hashes\[i\], nodes\)/tree_append(tree, batch->leaf_hashes[batch->leaf_count - 1 - i], nodes)/'
caught "leaves are sealed in another order" "^not ok .*a_batch_loses_only_its_bad" unit desk/tests/desk_test
change src/desk/apply.c 's/desk->batch.next_id = before.next_id;//'
caught "a refused command keeps its id" "^not ok .*a_refusal_leaves_no_trace" unit desk/tests/desk_test
change src/desk/deed.c 's/leaf.version = newest.version \+ 1;/leaf.version = newest.version;/'
caught "two versions have one number" "^not ok .*versions_of_an_object_are_gapless" unit desk/tests/desk_test

# --- what is sealed stays sealed ---------------------------------------------------------------------
story() {
    make -s build/story && build/story "src/mod/$1.story"
}
change src/base/envelope.c 's/kind == ENVELOPE_CONTENT \? secret : shares\[i\].y/secret/'
caught "one identity officer is enough" "^not ok .*joins_what_it_shared" unit base/tests/envelope_test
change src/base/envelope.c 's/if \(!sodium_is_zero\(text \+ end, class_bytes - end\)\)/if (end > class_bytes)/'
caught "padding is not looked at" "^not ok .*refuses_what_was_padded_otherwise" unit base/tests/envelope_test
change src/store/lite_pages.c 's/return SQLITE_IOERR_DATA;/return SQLITE_OK;/'
caught "a page that a disk turned is shown" "^not ok .*what_a_disk_turned_is_not_read" unit store/tests/page_sum_test
change src/store/lite_upkeep.c 's/lite_pages_be_like\(copy, from\);//'
caught "a copy is summed though its source is not" "^not ok .*a_file_without_sums_stays_so" unit store/tests/page_sum_test
change src/web/exchange.c 's/arena_wipe\(arena\);/arena_reset(arena);/'
caught "what was typed stays in memory" "^not ok .*what_was_sealed_is_in_no_memory" unit web/tests/serve_test
change src/mod/denunciation/queries.sql 's/b.above_id = :accused$/b.above_id = :accused AND 1 = 0/'
caught "a colleague of the accused has a key" "^# .*sealed.story:[0-9]+: found" story denunciation/tests/sealed
change src/mod/denunciation/tell.c 's/sealed_hash\(row->content, row->identity\)/sealed_hash(row->identity, row->content)/'
caught "the ledger commits to other envelopes" "phong bì khác với sổ cái" story denunciation/tests/sealed
change src/mod/denunciation/tell.c 's/LEAVES_STEP = 16/LEAVES_STEP = 1/'
caught "the ledger says how many came in" "^# .*sealed.story:[0-9]+: " story denunciation/tests/sealed
change src/mod/denunciation/tell.c 's/\.position = position/.position = position + 1/'
caught "the leaf of an act is another's" "cột position của một việc" story denunciation/tests/settled
# --- everybody counts with the calendar in force ------------------------------------------------------
change src/desk/almanac.c 's/held && desk->almanac_known >= known/held != NULL/'
caught "a page counts with an old calendar" "^not ok .*is_compared_after_others_commit" unit desk/tests/almanac_test
change src/desk/almanac.c 's/read && desk->batch.almanac_changed\) \{/read \&\& false) {/'
caught "a command counts with the calendar of before" "^not ok .*changes_with_the_commit" unit desk/tests/almanac_test

# --- rules are pure --------------------------------------------------------------------------------
change src/mod/feedback/flow.c '$a long planted(void);\nlong planted(void) { return instant_now().s; }'
caught "a rule asks the clock" "mod-feedback/flow.o instant_now" pure mod-feedback
change src/mod/feedback/flow.c '$a int planted(int n);\nint planted(int n) { return day_add((struct day){ n }, 30).n; }'
caught "a service counts a limit" "mod-feedback/flow.o day_add" pure mod-feedback
change src/law/term.c '$a double planted(double days);\ndouble planted(double days) { return days / 2; }'
caught "a term is a fraction" "src/law/term.c [0-9]+:.*double" pure law
change src/law/calendar.c '$a #include "base/crypt.h"\nvoid planted(char *p);\nvoid planted(char *p) { random_bytes(p, 1); }'
caught "the law throws dice" "law/calendar.o random_bytes" pure law
change src/text/collate.c '$a #include <string.h>\nint planted(const char *a, const char *b);\nint planted(const char *a, const char *b) { return strcoll(a, b); }'
caught "a list is sorted as the machine likes" "text/collate.o strcoll" pure text

# --- what the law says, and when ------------------------------------------------------------------
change src/law/moon.c 's/HOURS_OF_VIETNAM = 7/HOURS_OF_VIETNAM = 8/'
caught "the moon is that of Beijing" "^not ok .*knows_the_feasts" unit law/tests/lunar_test
change src/law/moon.c 's|slack = BILLION / 50|slack = 0|'
caught "the moon is rounded at midnight" "^not ok .*takes_no_shortcut_near_midnight" unit law/tests/lunar_test
change src/law/rules.c 's/WORKING_DAYS, 10, .cite = ART\(RECEPTION, 28, 1\)/WORKING_DAYS, 11, .cite = ART(RECEPTION, 28, 1)/'
caught "an answer has eleven days" "^not ok .*dates_are_those_of_the_law" unit law/tests/rule_test
change src/law/workflow_audit.c 's/if \(!is_law && is_defined\(RULES, row->name\)\)/if (false)/'
caught "a rule stands in two places" "^not ok .*finds_each_fault" unit law/tests/workflow_test
change src/law/workflow_svg.c 's/ladder->lane\[other\] == lane &&/lane < 0 \&\&/'
caught "two lines of a diagram are one" "^not ok .*leads_each_deed_to_one_line" unit law/tests/workflow_test

# --- both databases say the same ---------------------------------------------------------------------
plant_sql() {
    change src/mod/org/queries.sql "\$a -- name: planted :many\nSELECT u.id FROM unit u WHERE $1 LIMIT 10;"
}
plant_sql "u.id > unixepoch() ORDER BY u.id"
caught "SQL asks the clock" "unixepoch is not allowed" sqlc
plant_sql "u.id > 0 ORDER BY random()"
caught "SQL throws dice" "random is not allowed" sqlc
plant_sql "u.id > 0 ORDER BY u.name COLLATE vi"
caught "SQL sorts by a locale" "COLLATE is not allowed" sqlc
plant_sql "u.id * 1.5 > 3 ORDER BY u.id"
caught "SQL counts in fractions" "fractions are not allowed" sqlc
plant_sql "u.id > 0 ORDER BY u.id LIMIT 10;\n-- postgres:\nSELECT u.id FROM unit u WHERE now() IS NOT NULL ORDER BY u.id"
caught "the second body asks the clock" "now is not allowed" sqlc
change src/mod/org/schema/0001.sql 's/\(id ID/(id ID AUTOINCREMENT/; s/^    id ID,/    id ID AUTOINCREMENT,/'
caught "a table draws its own ids" "AUTOINCREMENT is not allowed" sqlc
# --- every row and every refusal has its story -------------------------------------------------------
# Of one story, which is enough: what is planted no story knows.
reach() {
    make -s build/replay && build/replay tools/reach.except "src/mod/feedback/tests/$1.story"
}
change src/mod/feedback/link.c '$a struct verdict planted(void);\nstruct verdict planted(void) { return refuse("no", NULL); }'
caught "a refusal has no story" "never heard: src/mod/feedback/link.c:[0-9]+: planted" reach life
change src/mod/feedback/link.c '$a struct verdict planted(void);\nstruct verdict planted(void) { return (struct verdict){ .status = STATUS_GONE }; }'
caught "a bare status has no story" "never heard: src/mod/feedback/link.c:[0-9]+: planted: STATUS_GONE" reach life
change src/mod/feedback/flow.c 's/^static const struct move flow_moves\[\] = \{/&\n    { IN(REPORT_CLOSED), STAY, "planted", POWER_HANDLE, .cite = PRACTICE(N_("x")) },/'
caught "a row of a workflow has no story" "never done: row 0 of feedback, planted" reach life
change tools/reach.except '$a src/mod/feedback/acts.c | Hãy chọn đơn vị | nobody says so'
caught "an exception is heard" "or one that is heard: src/mod/feedback/acts.c" reach consult

if command -v pg_config > /dev/null || ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1; then
    change src/mod/org/queries.sql '$a -- name: planted :many\nSELECT u.id FROM unit u ORDER BY u.id LIMIT 10;\n-- postgres:\nSELECT u.code FROM unit u ORDER BY u.id LIMIT 10;'
    statements() {
        make -s build/tests/src/main/tests/statements_test &&
            tests/postgres/server.sh sh tests/unit.sh build/tests/src/main/tests/statements_test
    }
    caught "a statement has another type on PostgreSQL" "planted" statements
fi
cd "$root" || exit 1
tap_end
