#!/bin/sh
# Runs the unit tests given as arguments, each a cmocka program, and prints their TAP lines.
# SPDX-License-Identifier: AGPL-3.0-or-later
failed=0
for program in "$@"; do
    echo "# $program"
    CMOCKA_MESSAGE_OUTPUT=TAP "$program" 2>&1 || failed=1
done
exit $failed
