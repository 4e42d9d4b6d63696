# Applies a block of a tutorial: lines with + come, lines with - go, the others stand. Prints the file.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# awk -f tests/docs/apply.awk BLOCK FILE. A line "…" begins another place of the file. Every place must
# be found exactly once: otherwise a reader could not find it either.
BEGIN { places = 0 }
NR == FNR && /^…/ { places++; next }
NR == FNR && /^\+/ { new[places] = new[places] substr($0, 2) "\n"; next }
NR == FNR && /^-/ { old[places] = old[places] substr($0, 2) "\n"; next }
NR == FNR {
    old[places] = old[places] substr($0, 2) "\n"
    new[places] = new[places] substr($0, 2) "\n"
    next
}
{ text = text $0 "\n" }
END {
    for (i = 0; i <= places; i++) {
        at = index("\n" text, "\n" old[i])
        rest = substr(text, at + length(old[i]))
        if (at == 0 || old[i] == "" || index("\n" rest, "\n" old[i])) {
            printf "place %d is not there once:\n%s", i + 1, old[i] > "/dev/stderr"
            exit 1
        }
        text = substr(text, 1, at - 1) new[i] rest
    }
    printf "%s", text
}
