# Takes a tutorial apart: each fenced block becomes FOLDER/NN.KIND, in order, for tests/docs/tutorial.sh.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# awk -v folder=FOLDER -f tests/docs/steps.awk docs/ADD-A-MODULE.md; prints "NN.KIND PATH heading".
# ```sh is run; ```diff PATH is applied to that file; ```LANGUAGE PATH is that file; the rest is talk.
/^```/ && in_block {
    in_block = 0
    if (out != "") close(out)
    next
}
/^```/ {
    in_block = 1
    out = ""
    language = substr($1, 4)
    path = $2
    if (language != "sh" && path == "") next
    kind = language == "sh" || language == "diff" ? language : "file"
    name = sprintf("%02d.%s", ++steps, kind)
    out = folder "/" name
    printf "" > out
    print name, path == "" ? "-" : path, heading
    next
}
in_block && out != "" { print > out }
!in_block && /^#+ / { heading = $0; sub(/^#+ /, "", heading) }
