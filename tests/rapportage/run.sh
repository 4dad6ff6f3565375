#!/bin/bash
# The reports: every Excel file read back by another program, figures held against the page and a fresh computation; past days against what was shown on them.
set -u
cd "$(dirname "$0")/../.." || exit 1
export TZ=Europe/Amsterdam     # "today" is the day of the house, also in the hour after its midnight
export SRM=${SRM:-$PWD/${O:-build}/srmonitor}
passed=0 failed=0
python=/usr/bin/python3     # Debian's, where openpyxl is
for t in excel history; do
    out=$($python "tests/rapportage/$t.py" 2>&1)
    echo "$out"
    line=$(echo "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -1)
    if [ -z "$line" ]; then failed=$((failed + 1)); continue; fi
    passed=$((passed + $(echo "$line" | cut -d' ' -f1))) failed=$((failed + $(echo "$line" | cut -d' ' -f3)))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
