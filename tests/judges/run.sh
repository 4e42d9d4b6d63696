#!/bin/sh
# Puts receipts to three judges and prints TAP: run.sh [RECEIPT KEYS]; else it makes its own.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# KEYS is a file of verifier keys, one a line, the log's first; every one must have signed. B is the
# build folder, NODE the Node to use. The programs are built by `make check-judges`.
set -u
B=${B:-build}
NODE=${NODE:-node}
here=$(dirname "$0")
ours=$B/judges/ours
go=$B/judges/judge_go
vectors=${VECTORS:-../shared/data/vectors/rfc6962/testdata}
count=0
failed=0

# ok NAME COMMAND...: a line of TAP, with what the command said.
ok() {
    title=$1
    shift
    count=$((count + 1))
    result=ok
    "$@" > "$scratch/said" 2>&1 || { result="not ok"; failed=$((failed + 1)); }
    said=$(head -n 1 "$scratch/said")
    echo "$result $count - $title${said:+ # $said}"
}

# status WANTED COMMAND...: succeeds when the command ends with that exit status.
status() {
    wanted=$1
    shift
    "$@"
    got=$?
    [ $got -eq "$wanted" ] || { echo "exit status $got, not $wanted"; return 1; }
}

kheo_verify() {
    # shellcheck disable=SC2046 # keys hold no spaces
    "$B/kheo-verify" "$1" --lang en $(sed 's/^/--key /' "$2")
}

sigstore() {
    "$NODE" "$here/judge.cjs" "$@"
}

# @sigstore/verify knows a log's own signature and no witness's.
one_key() {
    [ "$(wc -l < "$1")" -eq 1 ]
}

# The fifteen lines that docs/LEDGER.md gives to readers who trust no program of ours.
openssl_and_coreutils() {
    sed -n '/^# sh verify.sh/,/^```$/p' "$here/../../docs/LEDGER.md" |
        sed '$d' > "$scratch/verify.sh"
    sh "$scratch/verify.sh" "$1" "$(head -n 1 "$2")"
}

judge() {
    name=$(basename "$1")
    ok "$name: kheo-verify accepts" status 0 kheo_verify "$1" "$2"
    ok "$name: Go accepts" "$go" verify "$1" "$2"
    ok "$name: openssl and coreutils accept" openssl_and_coreutils "$1" "$2"
    one_key "$2" && ok "$name: sigstore accepts" sigstore verify "$1" "$2"
}

judge_mutants() {
    name=$(basename "$1")
    ok "$name: ours refuses every flip and truncation" "$ours" mutants "$1" "$2"
    ok "$name: Go refuses every flip that means something" "$go" mutants "$1" "$2"
    one_key "$2" && ok "$name: sigstore refuses every flip that means something" \
        sigstore mutants "$1" "$2"
    head -c "$(($(wc -c < "$1") - 1))" "$1" > "$scratch/cut"
    ok "$name: kheo-verify ends with 1 for a truncated receipt" \
        status 1 kheo_verify "$scratch/cut" "$2"
}

# The exit status is an interface: 1 says that the receipt is wrong, 2 that the question is.
judge_statuses() {
    receipt=$made/receipt-1000-500.txt
    keys=$made/log.vkey
    key=$(cat "$keys")
    : > "$scratch/empty"
    head -c 1000000 /dev/zero > "$scratch/zeros"
    head -c 200000 /dev/urandom > "$scratch/noise"
    ok "an empty file is a truncated receipt" status 1 kheo_verify "$scratch/empty" "$keys"
    ok "zeros without end are no receipt" status 1 kheo_verify "$scratch/zeros" "$keys"
    ok "noise is no receipt" status 1 kheo_verify "$scratch/noise" "$keys"
    ok "a key that did not sign" status 1 kheo_verify "$receipt" "$made/log-and-witness.vkey"
    ok "no file" status 2 kheo_verify "$scratch/none" "$keys"
    ok "a folder is no file" status 2 kheo_verify "$scratch" "$keys"
    ok "no key" status 2 "$B/kheo-verify" "$receipt" --lang en
    ok "a broken key" status 2 "$B/kheo-verify" "$receipt" --lang en --key "$key="
    ok "an unknown option" status 2 "$B/kheo-verify" "$receipt" --lang en --key "$key" --all
    ok "two receipts" status 2 "$B/kheo-verify" "$receipt" "$receipt" --lang en --key "$key"
    ok "the same checkpoint" status 0 compare checkpoint.txt
    ok "an older checkpoint" says "consistency proof" status 2 compare checkpoint-older.txt
    ok "a forked checkpoint" status 1 compare checkpoint-forked.txt
    ok "a checkpoint of another log" status 2 compare checkpoint-foreign.txt
    ok "a checkpoint that is none" status 2 compare log.vkey
    ok "a checkpoint that is not there" status 2 compare none
}

compare() {
    "$B/kheo-verify" "$receipt" --key "$key" --checkpoint "$made/$1" --lang en
}

# says WORDS COMMAND...: succeeds when the command does and its words hold these.
says() {
    words=$1
    shift
    said_now=$("$@") || return 1
    echo "$said_now"
    case $said_now in *"$words"*) ;; *) return 1 ;; esac
}

judge_vectors() {
    if [ -d "$vectors" ]; then
        ok "RFC 6962 vectors: Go agrees" "$go" vectors "$vectors"
        ok "RFC 6962 vectors: sigstore agrees" sigstore vectors "$vectors"
    else
        count=$((count + 1))
        echo "ok $count - RFC 6962 vectors # SKIP no data folder beside the project"
    fi
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ $# -eq 2 ]; then
    judge "$1" "$2"
    judge_mutants "$1" "$2"
else
    made=$scratch/made
    "$B/judges/make_receipts" "$made" || exit 1
    for receipt in "$made"/receipt-*.txt; do
        judge "$receipt" "$made/log.vkey"
    done
    judge "$made/witnessed.txt" "$made/log-and-witness.vkey"
    judge_mutants "$made/receipt-1-0.txt" "$made/log.vkey"
    judge_mutants "$made/receipt-1000-500.txt" "$made/log.vkey"
    judge_mutants "$made/witnessed.txt" "$made/log-and-witness.vkey"
    judge_statuses
    ok "consistency proofs: ours" "$ours" consistency "$made/consistency.txt"
    ok "consistency proofs: Go" "$go" consistency "$made/consistency.txt"
    judge_vectors
fi
echo "1..$count"
[ $failed -eq 0 ]
