#!/bin/sh
# Runs a command and prints TAP: ok when it succeeds, otherwise what it said.
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# usage: tools/check.sh NAME COMMAND…
name=$1
shift
if said=$("$@" 2>&1); then
    echo "ok - $name"
else
    echo "not ok - $name"
    echo "$said" | sed 's/^/#   /'
    exit 1
fi
